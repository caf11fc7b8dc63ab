"""Counting merged items by status, project, unit, pace and light."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from toolkit.model.assessment import Assessment, Light, Pace
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Key, Scheme
from toolkit.text.status import BEHIND, FINISHED, ONGOING

UNREPORTED = "未报送"
UNKNOWN = "无法判断"

_Word = TypeVar("_Word", Pace, Light)
_NOTHING = Assessment()
_ORDER: dict[Pace | Light, int] = {word: place for place, word in enumerate((*Pace, *Light))}
_LAGGING: tuple[Pace | Light, ...] = (Pace.BEHIND, Light.YELLOW, Light.RED)


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


def by_pace_and_light(
    month: Month, items: Iterable[MergedItem]
) -> tuple[dict[str, list[MergedItem]], dict[str, list[MergedItem]]]:
    """Group items by how they stand to the calendar, and by their lights.

    Returns:
        Every pace and every light is there, 无法判断 is last; nothing at all when of no item any
        is known.
    """
    paces: dict[Pace | None, list[MergedItem]] = {pace: [] for pace in (*Pace, None)}
    lights: dict[Light | None, list[MergedItem]] = {light: [] for light in (*Light, None)}
    fillers, assessments = month.programme.fillers, month.assessments
    for merged in items:
        code = merged.item.code
        found = [assessments.get((entry.unit, code), _NOTHING) for entry in merged.entries]
        whole = len(found) >= len(fillers[code])
        if len(found) == 1 and whole:
            pace, light = found[0].pace, found[0].light
        else:
            pace = _slowest([one.pace for one in found], whole)
            light = _slowest([one.light for one in found], whole)
        paces[pace].append(merged)
        lights[light].append(merged)
    return _named(paces), _named(lights)


def _slowest(found: Sequence[_Word | None], whole: bool) -> _Word | None:
    """Return where an item stands: where the slowest of its units does.

    Args:
        found: Where each unit stands that reported.
        whole: Whether all reported. Of an item of which one says nothing it is known only when
            another one lags.
    """
    told = [word for word in found if word is not None]
    if not told:
        return None
    worst = max(told, key=_ORDER.__getitem__)
    return worst if worst in _LAGGING or (whole and len(told) == len(found)) else None


def _named(groups: Mapping[_Word | None, list[MergedItem]]) -> dict[str, list[MergedItem]]:
    named = {word.value if word else UNKNOWN: rows for word, rows in groups.items()}
    return named if any(rows for word, rows in groups.items() if word) else {}
