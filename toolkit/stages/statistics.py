"""Counting merged items by status, project, unit, pace and light."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from toolkit.model.assessment import Assessment, Light, Pace
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Key, Scheme
from toolkit.text.status import BEHIND, FINISHED, ONGOING

UNREPORTED = "未报送"
UNKNOWN = "无法判断"

_Word = Pace | Light
_NOTHING = Assessment()
_ORDER: dict[_Word, int] = {word: place for place, word in enumerate((*Pace, *Light))}
_LAGGING: tuple[_Word, ...] = (Pace.BEHIND, Light.YELLOW, Light.RED)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items of a heading are in each status; `by_status` adds up to `total`."""

    heading: str
    total: int
    finished: int
    by_status: dict[str, int]


def status_name(merged: MergedItem) -> str:
    """Return the word under which an item is counted."""
    return merged.status.name if merged.status else UNREPORTED


def status_names(scheme: Scheme, items: Iterable[MergedItem]) -> tuple[str, ...]:
    """Return all statuses to count, in the order in which a table shows them; 未报送 is last."""
    column = next((c for c in scheme.progress.shown if c.key is Key.STATUS), None)
    usual = column.choices if column else (FINISHED, ONGOING, BEHIND)
    found = dict.fromkeys(status_name(merged) for merged in items)
    others = tuple(name for name in found if name not in usual and name != UNREPORTED)
    return (*usual, *others, UNREPORTED)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items there are, how many somebody returned something on, and how they stand."""

    total: int
    reported: int
    by_status: dict[str, int]


def count_items(items: Sequence[MergedItem]) -> Counts:
    """Count the items of a period by status."""
    names = Counter(map(status_name, items))
    return Counts(len(items), sum(1 for item in items if item.reported), dict(names))


def tally(heading: str, items: Sequence[MergedItem], names: Sequence[str]) -> Tally:
    """Count items by status."""
    counts = dict.fromkeys(names, 0)
    finished = 0
    for merged in items:
        status = merged.status
        counts[status.name if status else UNREPORTED] += 1
        finished += status is not None and status.finished
    return Tally(heading, len(items), finished, counts)


def by_project(items: Iterable[MergedItem]) -> dict[str, list[MergedItem]]:
    """Group items by project, in the list's order; one without a project stands under its own name."""
    groups: dict[tuple[str, str], list[MergedItem]] = {}
    for merged in items:
        project = merged.item.group
        group = (project, "") if project else ("", merged.item.code)
        groups.setdefault(group, []).append(merged)
    named: dict[str, list[MergedItem]] = {}
    for (project, _), rows in groups.items():
        name = project or rows[0].item.title
        named.setdefault("".join(name.split()), []).extend(rows)
    return named


def by_lead(items: Iterable[MergedItem]) -> dict[str, list[MergedItem]]:
    """Group items by the unit that leads them, in the order of first mention."""
    groups: dict[str, list[MergedItem]] = {}
    for merged in items:
        groups.setdefault(merged.item.lead or "（未定）", []).append(merged)
    return groups


def by_pace(month: Month, items: Iterable[MergedItem]) -> dict[str, list[MergedItem]]:
    """Group items by how they stand to the calendar; every pace is there, 无法判断 is last.

    Returns:
        Nothing at all when it is known of no item.
    """
    return _by_word(((_slowest(month, merged, _pace), merged) for merged in items), Pace)


def by_light(month: Month, items: Iterable[MergedItem]) -> dict[str, list[MergedItem]]:
    """Group items by light as `by_pace` does."""
    return _by_word(((_slowest(month, merged, _light), merged) for merged in items), Light)


def _by_word(
    found: Iterable[tuple[_Word | None, MergedItem]], words: Iterable[_Word]
) -> dict[str, list[MergedItem]]:
    groups: dict[_Word | None, list[MergedItem]] = {word: [] for word in (*words, None)}
    for word, merged in found:
        groups[word].append(merged)
    named = {word.value if word else UNKNOWN: rows for word, rows in groups.items()}
    return named if any(rows for word, rows in groups.items() if word) else {}


def _pace(assessment: Assessment) -> _Word | None:
    return assessment.pace


def _light(assessment: Assessment) -> _Word | None:
    return assessment.light


def _slowest(
    month: Month, merged: MergedItem, word: Callable[[Assessment], _Word | None]
) -> _Word | None:
    """Return where an item stands: where the slowest of its units does.

    Of an item of which some unit says nothing it is known only when another unit lags.
    """
    code, entries = merged.item.code, merged.entries
    found = [word(month.assessments.get((entry.unit, code), _NOTHING)) for entry in entries]
    told = [one for one in found if one is not None]
    if not told:
        return None
    worst = max(told, key=_ORDER.__getitem__)
    complete = len(told) >= max(len(found), len(month.programme.fillers[code]))
    return worst if complete or worst in _LAGGING else None
