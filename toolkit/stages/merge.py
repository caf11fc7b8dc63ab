"""From what each unit reported to one text for each cell of the consolidated table."""

from collections.abc import Iterable, Sequence

from toolkit.model.month import MergedItem, Month
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry, Status
from toolkit.text.clean import is_blank, names_problem
from toolkit.text.status import UNSTATED


def merge(month: Month) -> tuple[MergedItem, ...]:
    """Merge a period's returns: one `MergedItem` for every item of the list, in its order."""
    entries: dict[str, list[Entry]] = {}
    for submission in month.submissions:
        for entry in submission.entries:
            entries.setdefault(entry.item.code, []).append(entry)
    programme = month.programme
    return tuple(
        _merged(programme, code, _in_order(entries.get(code, ()), programme.fillers[code]))
        for code in programme.by_code
    )


def _in_order(entries: Iterable[Entry], fillers: Sequence[str]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: fillers.index(entry.unit)))


def _merged(programme: Programme, code: str, entries: tuple[Entry, ...]) -> MergedItem:
    item = programme.by_code[code]
    several = len(programme.fillers[code]) > 1
    values = {
        column.key: merged_text([(e.unit, e.values.get(column.key, "")) for e in entries], several)
        for column in programme.scheme.progress.filled
    }
    return MergedItem(item, values, entries, _status(entries, programme.fillers[code]))


def merged_text(texts: Sequence[tuple[str, str]], several: bool) -> str:
    """Return the one unit's text as written; texts of several units stand under 【单位】.

    Args:
        texts: Units and what they wrote, in order.
        several: Whether several units have to fill the item, whoever did.
    """
    if not several:
        return texts[0][1] if texts else ""
    return "\n".join(f"【{unit}】{text}" for unit, text in texts if not is_blank(text))


def named_problem(merged: MergedItem) -> str:
    """Return the problems that units name on an item, "" when all say that there is none.

    Of several units only those that name one are quoted.
    """
    whole = merged.values.get(Key.PROBLEM, "")
    texts = [(entry.unit, entry.values.get(Key.PROBLEM, "")) for entry in merged.entries]
    named = [(unit, text) for unit, text in texts if names_problem(text)]
    return merged_text(named, several=bool(named) and named[0][1] != whole)


def _status(entries: tuple[Entry, ...], fillers: Sequence[str]) -> Status | None:
    """Return the item's status: finished only when every unit that reports on it says so."""
    stated = [e.status for e in entries if e.status.name != UNSTATED]
    if not stated:
        return None
    if len(fillers) == 1:
        return stated[0]
    for status in stated:
        if status.behind:
            return status
    unfinished = [status for status in stated if not status.finished]
    if unfinished:
        return unfinished[0]
    if len(stated) == len(fillers):
        return stated[0]
    return Status(UNSTATED, finished=False, behind=False, by_text=False)
