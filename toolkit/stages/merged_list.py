"""The year's list out of what units returned: corrected, completed, grouped and numbered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from toolkit.model.annual import Conflict, Correction, ListRow, MergedList, Origin, Twins
from toolkit.model.month import Month
from toolkit.model.programme import Item
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.text.clean import is_blank, match_key
from toolkit.text.likeness import similarity
from toolkit.text.numbering import heading_prefix, numbered_like
from toolkit.text.units import item_units, unit_resolver

ALIKE = 0.5
"""From here on two rows may be one and the same, and somebody is asked."""

_NEEDED = (Key.PROJECT, Key.NAME, Key.CONTENT, Key.LEAD)
"""A cell that is blank in one of these columns changes nothing: a list cannot be without it."""


@dataclass(frozen=True, slots=True)
class _Settled:
    """An item with what units want of it."""

    row: ListRow
    corrections: tuple[Correction, ...]
    conflicts: tuple[Conflict, ...]


def merged_list(month: Month) -> MergedList:
    """Merge a year's returns.

    A text that one unit wrote anew, or several in the same way, replaces the list's. Where they
    differ, the list's stays. A row that a unit emptied or left out stays too. New items follow the
    last item of their project; new projects come last.

    Args:
        month: The year's returns, new rows already with a 编号 (`with_new_items`).
    """
    entries = _entries(month)
    listed = [_settled(month, item, entries.pop(item.code, ())) for item in month.programme.items]
    new = [ListRow(rows[0].item, Origin.NEW, rows) for rows in entries.values()]
    ordered = _grouped([settled.row for settled in listed], new)
    rows = tuple(_renumbered(ordered, month))
    return MergedList(
        month=month,
        rows=rows,
        corrections=tuple(c for settled in listed for c in settled.corrections),
        conflicts=tuple(c for settled in listed for c in settled.conflicts),
        withdrawn=tuple((item, s) for s in month.submissions for item in s.missing_items),
        twins=tuple(_twins(rows)),
    )


def _entries(month: Month) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for submission in month.submissions:
        for entry in submission.entries:
            found[entry.item.code] = (*found.get(entry.item.code, ()), entry)
    return found


def _settled(month: Month, item: Item, entries: tuple[Entry, ...]) -> _Settled:
    corrections: list[Correction] = []
    conflicts: list[Conflict] = []
    values = dict(item.values)
    for column in month.layout.filled:
        wanted = [
            c for entry in entries if (c := _correction(item, entry, column.key, column.title))
        ]
        different = {match_key(c.after) for c in wanted}
        if len(different) > 1:
            conflicts.append(Conflict(column.key, column.title, tuple(wanted)))
        elif wanted:
            corrections += wanted
            values[column.key] = wanted[0].after
    origin = Origin.CORRECTED if corrections else Origin.KEPT
    units = item_units(values, unit_resolver(month.programme.units))
    merged = Item(item.code, values, *units, item.row) if corrections else item
    return _Settled(ListRow(merged, origin, entries), tuple(corrections), tuple(conflicts))


def _correction(item: Item, entry: Entry, key: Key, title: str) -> Correction | None:
    """Return what a unit wrote anew; another width or spacing of the same text is nothing new."""
    before, after = item.values.get(key, ""), entry.values.get(key)
    if after is None or match_key(after) == match_key(before):
        return None
    if is_blank(after) and (key in _NEEDED or is_blank(before)):
        return None
    return Correction(key, title, before, after, entry)


def _grouped(listed: Sequence[ListRow], new: Iterable[ListRow]) -> list[ListRow]:
    """Place new rows behind the last one of their project."""
    ordered = list(listed)
    for row in new:
        project = _project(row)
        same = [
            place for place, other in enumerate(ordered) if project and project == _project(other)
        ]
        ordered.insert(same[-1] + 1 if same else len(ordered), row)
    return ordered


def _project(row: ListRow) -> str:
    """Return a project's name for comparison, without its number."""
    text = match_key(row.item.group or "")
    return text[len(heading_prefix(text)) :]


def _renumbered(rows: Sequence[ListRow], month: Month) -> Iterator[ListRow]:
    """Number the rows anew, in the style that the list's numbers have."""
    numbered = next((c for c in month.layout.shown if c.key is Key.NUMBER), None)
    by_project = numbered is not None and numbered.grouped
    sample = next((n for row in rows if (n := row.item.values.get(Key.NUMBER, ""))), "1")
    headings = _headings(rows)
    places: dict[str, int] = {}
    for row in rows:
        own = _project(row) if by_project and row.item.group else row.item.code
        number = places.setdefault(own, len(places) + 1)
        values = dict(row.item.values)
        if numbered:
            values[Key.NUMBER] = numbered_like(sample, number)
        if row.item.group:
            values[Key.PROJECT] = headings[_project(row)]
        yield replace(row, item=row.item._replace(values=values))


def _headings(rows: Sequence[ListRow]) -> Mapping[str, str]:
    """Return each project's heading; a new one gets a number where those of the list have one."""
    first: dict[str, str] = {}
    for row in rows:
        if row.item.group:
            first.setdefault(_project(row), row.item.group)
    sample = next(iter(first.values()), "")
    prefix = heading_prefix(sample)
    if not prefix:
        return first
    return {
        project: heading if heading_prefix(heading) else numbered_like(prefix, place) + heading
        for place, (project, heading) in enumerate(first.items(), 1)
    }


def _twins(rows: Sequence[ListRow]) -> Iterator[Twins]:
    """Yield pairs that may be the same; the list's own rows are not compared with each other."""
    for first, second in combinations(rows, 2):
        if Origin.NEW not in (first.origin, second.origin):
            continue
        alike = max(_likeness(first, second, key) for key in (Key.NAME, Key.CONTENT))
        if alike >= ALIKE:
            yield Twins(first, second, alike)


def _likeness(first: ListRow, second: ListRow, key: Key) -> float:
    return similarity(first.item.values.get(key, ""), second.item.values.get(key, ""))
