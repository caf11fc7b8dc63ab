"""From what each unit reported to one text for each cell of the consolidated table."""

from collections.abc import Iterable, Mapping, Sequence

from toolkit.model.assessment import Status
from toolkit.model.month import MergedItem, Month
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.text.clean import is_blank, names_problem
from toolkit.text.status import UNSTATED


def merge(month: Month) -> tuple[MergedItem, ...]:
    """Merge a period's returns: one `MergedItem` for every item of the list, in its order."""
    entries: dict[str, list[Entry]] = {}
    for submission in month.submissions:
        for entry in submission.entries:
            entries.setdefault(entry.item.code, []).append(entry)
    programme = month.programme
    keys = [column.key for column in month.layout.filled]
    return tuple(
        _merged(programme, keys, code, _in_order(entries.get(code, ()), programme.fillers[code]))
        for code in programme.by_code
    )


def _in_order(entries: Iterable[Entry], fillers: Sequence[str]) -> tuple[Entry, ...]:
    rows = tuple(entries)
    return rows if len(rows) < 2 else tuple(sorted(rows, key=lambda e: fillers.index(e.unit)))


def _merged(
    programme: Programme, keys: Sequence[Key], code: str, entries: tuple[Entry, ...]
) -> MergedItem:
    item, fillers = programme.by_code[code], programme.fillers[code]
    status = _status(entries, fillers)
    if len(fillers) > 1:
        values = {key: merged_text(_texts(entries, key), several=True) for key in keys}
        return MergedItem(item, values, entries, status, _problem(entries, values))
    own = entries[0].values if entries else dict.fromkeys(keys, "")
    problem = own.get(Key.PROBLEM, "")
    return MergedItem(item, own, entries, status, problem if names_problem(problem) else "")


def _texts(entries: Iterable[Entry], key: Key) -> list[tuple[str, str]]:
    return [(entry.unit, entry.values.get(key, "")) for entry in entries]


def merged_text(texts: Sequence[tuple[str, str]], several: bool) -> str:
    """Return the one unit's text as written; texts of several units stand under 【单位】.

    Args:
        texts: Units and what they wrote, in order.
        several: Whether several units have to fill the item, whoever did.
    """
    if not several:
        return texts[0][1] if texts else ""
    return "\n".join(f"【{unit}】{text}" for unit, text in texts if not is_blank(text))


def _problem(entries: Iterable[Entry], values: Mapping[Key, str]) -> str:
    """Return the problems that several units name; only those that name one are quoted."""
    texts = _texts(entries, Key.PROBLEM)
    named = [(unit, text) for unit, text in texts if names_problem(text)]
    return values[Key.PROBLEM] if named == texts else merged_text(named, several=True)


def _status(entries: tuple[Entry, ...], fillers: Sequence[str]) -> Status | None:
    """Return the item's status: finished only when every unit that reports on it says so."""
    stated = [e.status for e in entries if e.status.name != UNSTATED]
    if len(fillers) == 1 or not stated:
        return stated[0] if stated else None
    for status in stated:
        if status.behind:
            return status
    unfinished = [status for status in stated if not status.finished]
    if unfinished:
        return unfinished[0]
    if len(stated) == len(fillers):
        return stated[0]
    return Status(UNSTATED, finished=False, behind=False)
