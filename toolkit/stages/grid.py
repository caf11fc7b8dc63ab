"""Laying records out on worksheet rows: heights that show the whole text, merged groups."""

import math
from collections import deque
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from toolkit.model.sheets import CellValue, Range
from toolkit.stages.page_breaks import page_starts
from toolkit.text.layout import LINE_FACTOR, MAX_HEIGHT, characters_a_line, line_count, spread

_PADDING = 4.0


class Record(NamedTuple):
    """One logical row: its values, and the group whose neighbours share the grouped columns."""

    values: tuple[CellValue, ...]
    group: Hashable = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Worksheet rows ready to write.

    Attributes:
        starts: The worksheet row on which each record begins.
        breaks: The worksheet rows with which a new page begins.
    """

    rows: tuple[tuple[CellValue, ...], ...]
    heights: tuple[float, ...]
    merges: tuple[Range, ...]
    starts: tuple[int, ...]
    breaks: tuple[int, ...] = ()


class Pages(NamedTuple):
    """How many points of rows fit on a page, and how many stand above the first record."""

    room: float
    above: float


def lay_out(
    records: Sequence[Record],
    widths: Sequence[float],
    size: float,
    first_row: int,
    grouped: Collection[int] = (),
    minimum: float = 0,
    pages: Pages | None = None,
) -> Grid:
    """Place records one below the other.

    A record that needs more than Excel's greatest row height takes several rows, its cells merged
    over them. Neighbours of one group that say the same in a grouped column share one merged cell
    there, which grows the last of them where its text needs more room. A group that is longer than
    a page has such a cell on each of its pages.

    Args:
        records: What to place; each has a value a column.
        widths: Column widths in Excel's character units.
        size: Font size in points.
        first_row: The worksheet row of the first record.
        grouped: The columns to merge within a group.
        minimum: The least height of a record in points.
        pages: What fits on a page, for a table whose pages are to end between its groups.
    """
    rooms = tuple(characters_a_line(width, size) for width in widths)
    own = [position for position in range(len(widths)) if position not in grouped]
    least = max(1, int((minimum - _PADDING) / (size * LINE_FACTOR)))
    heights = list(_heights(records, own, rooms, size, least))
    if minimum:
        heights = [max(minimum, height) for height in heights]
    groups = tuple(_groups(records)) if grouped or pages else ()
    runs = _shared(records, groups, grouped)
    for column in grouped:
        _grow(runs[column], records, heights, rooms, size, column)
    begun = tuple(page_starts(heights, groups, pages.room, pages.above)) if pages else ()
    for column in grouped if begun else ():
        whole = runs[column]
        runs[column] = tuple(_torn(whole, begun))
        pieces = sorted(set(runs[column]).difference(whole))
        _grow(pieces, records, heights, rooms, size, column)
    return _placed(records, heights, own, runs, first_row, begun)


def _placed(
    records: Sequence[Record],
    heights: Sequence[float],
    own: Sequence[int],
    runs: Mapping[int, Sequence[tuple[int, int]]],
    first_row: int,
    begun: Sequence[int],
) -> Grid:
    """Put records of known heights on rows."""
    covered = _covered(runs)
    rows: list[tuple[CellValue, ...]] = []
    row_heights: list[float] = []
    starts: list[int] = []
    merges: list[Range] = []
    for position, record in enumerate(records):
        start = first_row + len(rows)
        starts.append(start)
        hidden = covered.get(position)
        rows.append(_without(record.values, hidden) if hidden else record.values)
        height = heights[position]
        if height <= MAX_HEIGHT:
            row_heights.append(height)
        else:
            parts = spread(height)
            rows.extend([("",) * len(record.values)] * (len(parts) - 1))
            row_heights.extend(parts)
            merges.extend(Range(start, c, start + len(parts) - 1, c) for c in own)
    ends = (*starts[1:], first_row + len(rows))
    for column, of_column in runs.items():
        merges.extend(
            Range(starts[first], column, ends[last - 1] - 1, column)
            for first, last in of_column
            if ends[last - 1] - starts[first] > 1
        )
    breaks = tuple(starts[position] for position in begun)
    return Grid(tuple(rows), tuple(row_heights), tuple(merges), tuple(starts), breaks)


def shared_cells(
    records: Sequence[Record], grouped: Collection[int]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return how the records of each group share cells in the grouped columns.

    Returns:
        By column all runs of records that share one cell there, those of one record included:
        the position of the first and the position after the last.
    """
    return _shared(records, tuple(_groups(records)), grouped)


def _shared(
    records: Sequence[Record], groups: Sequence[tuple[int, int]], grouped: Collection[int]
) -> dict[int, tuple[tuple[int, int], ...]]:
    return {column: tuple(_runs(records, groups, column)) for column in grouped}


def _torn(runs: Sequence[tuple[int, int]], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield runs, those torn within which a page begins."""
    ahead = deque(places)
    for first, last in runs:
        start = first
        while ahead and ahead[0] < last:
            place = ahead.popleft()
            if place > start:
                yield start, place
                start = place
        yield start, last


def _heights(
    records: Sequence[Record],
    columns: Collection[int],
    rooms: Sequence[int],
    size: float,
    least: int = 1,
) -> Iterator[float]:
    """Yield the height that each record needs for its texts in some of the columns.

    Args:
        least: The lines for which there is room anyway.
    """
    lines = [least] * len(records)
    texts = [
        (rooms[column], _long_texts([r.values[column] for r in records], rooms[column], least))
        for column in columns
    ]
    # The fullest column first: after it, few texts of the others need counting.
    texts.sort(key=lambda pair: -sum(len(text) for _, text in pair[1]) / pair[0])
    for room, long in texts:
        for position, text in long:
            # A text that cannot take more lines than the fullest one so far needs no counting.
            if len(text) * 2 > lines[position] * (room - 2) or "\n" in text:
                count = line_count(text, room)
                if count > lines[position]:
                    lines[position] = count
    return (count * size * LINE_FACTOR + _PADDING for count in lines)


def _long_texts(values: Sequence[CellValue], room: int, least: int) -> list[tuple[int, str]]:
    """Return the texts of a column that may need more lines than there are, by their position."""
    short = least * (room - 2) // 2
    different = set(values)  # many columns say a few short things over and over
    if len(different) < len(values) and not any(_is_long(value, short) for value in different):
        return []
    return [
        (position, value)
        for position, value in enumerate(values)
        if isinstance(value, str) and (len(value) > short or "\n" in value)
    ]


def _is_long(value: CellValue, short: int) -> bool:
    return isinstance(value, str) and (len(value) > short or "\n" in value)


def _grow(
    runs: Sequence[tuple[int, int]],
    records: Sequence[Record],
    heights: list[float],
    rooms: Sequence[int],
    size: float,
    column: int,
) -> None:
    """Give the last record of each run what its shared text needs beyond the run's height."""
    needed = _heights([records[first] for first, _ in runs], (column,), rooms, size)
    for (first, last), height in zip(runs, needed, strict=True):
        heights[last - 1] += max(0.0, math.ceil(height - sum(heights[first:last])))


def _groups(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Yield the first position of each run of one group and the position after its last.

    A record whose group is None stands alone.
    """
    position = 0
    keyed = groupby(enumerate(records), key=lambda pair: pair[1].group or (pair[0],))
    for _, run in keyed:
        length = sum(1 for _ in run)
        yield position, position + length
        position += length


def _runs(
    records: Sequence[Record], groups: Sequence[tuple[int, int]], column: int
) -> Iterator[tuple[int, int]]:
    """Yield the neighbours of each group that say the same in a column; no other text is hidden."""
    for first, last in groups:
        start = first
        for position in range(first + 1, last):
            if records[position].values[column] != records[start].values[column]:
                yield start, position
                start = position
        yield start, last


def _covered(runs: Mapping[int, Sequence[tuple[int, int]]]) -> dict[int, list[int]]:
    """Return the columns in which a record's value stands in a merged cell above it."""
    covered: dict[int, list[int]] = {}
    for column, of_column in runs.items():
        for first, last in of_column:
            for position in range(first + 1, last):
                covered.setdefault(position, []).append(column)
    return covered


def _without(values: tuple[CellValue, ...], columns: Sequence[int]) -> tuple[CellValue, ...]:
    kept = list(values)
    for column in columns:
        kept[column] = ""
    return tuple(kept)
