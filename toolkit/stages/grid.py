"""Laying records out on worksheet rows: heights that show the whole text, merged groups."""

import math
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby
from typing import NamedTuple

from toolkit.model.sheets import CellValue, Range
from toolkit.text.layout import LINE_FACTOR, characters_a_line, line_count, spread

_PADDING = 4.0
_SAMPLE = 500
"""Texts that tell well enough how full a column is."""


class Record(NamedTuple):
    """One logical row: its values, and the group whose neighbours share the grouped columns."""

    values: tuple[CellValue, ...]
    group: Hashable = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Worksheet rows ready to write.

    Attributes:
        starts: The worksheet row on which each record begins.
    """

    rows: tuple[tuple[CellValue, ...], ...]
    heights: tuple[float, ...]
    merges: tuple[Range, ...]
    starts: tuple[int, ...]


def lay_out(
    records: Sequence[Record],
    widths: Sequence[float],
    size: float,
    first_row: int,
    grouped: Collection[int] = (),
    minimum: float = 0,
) -> Grid:
    """Place records one below the other.

    A record that needs more than Excel's greatest row height takes several rows, its cells merged
    over them. Neighbours of one group that say the same in a grouped column share one merged cell
    there, which grows the last of them where its text needs more room.

    Args:
        records: What to place; each has a value a column.
        widths: Column widths in Excel's character units.
        size: Font size in points.
        first_row: The worksheet row of the first record.
        grouped: The columns to merge within a group.
        minimum: The least height of a record in points.
    """
    rooms = tuple(characters_a_line(width, size) for width in widths)
    own = [position for position in range(len(widths)) if position not in grouped]
    runs = shared_cells(records, grouped)
    heights = [max(minimum, height) for height in _heights(records, own, rooms, size)]
    for column in grouped:
        texts = [record.values[column] for record in records]
        _grow(runs[column], texts, heights, rooms[column], size)
    parts = list(map(spread, heights))
    *starts, end = accumulate(map(len, parts), initial=first_row)
    merges = [
        Range(start, column, start + len(rows) - 1, column)
        for start, rows in zip(starts, parts, strict=True)
        if len(rows) > 1
        for column in own
    ]
    merges += _shared_areas(runs, (*starts, end))
    rows = tuple(_rows(records, _covered(runs), parts))
    return Grid(rows, tuple(chain.from_iterable(parts)), tuple(merges), tuple(starts))


def _rows(
    records: Sequence[Record],
    covered: Mapping[int, Sequence[int]],
    parts: Sequence[Sequence[float]],
) -> Iterator[tuple[CellValue, ...]]:
    """Yield each record's values, and the blank rows that a high one takes besides."""
    for position, (record, heights) in enumerate(zip(records, parts, strict=True)):
        hidden = covered.get(position)
        yield _without(record.values, hidden) if hidden else record.values
        for _ in heights[1:]:
            yield ("",) * len(record.values)


def _shared_areas(
    runs: Mapping[int, Sequence[tuple[int, int]]], starts: Sequence[int]
) -> Iterator[Range]:
    """Yield the cells that records share.

    Args:
        starts: The row on which each record begins, and the row after the last one's.
    """
    for column, of_column in runs.items():
        for first, last in of_column:
            if starts[last] - starts[first] > 1:
                yield Range(starts[first], column, starts[last] - 1, column)


def shared_cells(
    records: Sequence[Record], grouped: Collection[int]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return how the records of each group share cells in the grouped columns.

    Returns:
        By column all runs of records that share one cell there, those of one record included:
        the position of the first and the position after the last.
    """
    groups = tuple(_groups(records))
    return {column: tuple(_runs(records, groups, column)) for column in grouped}


def _heights(
    records: Sequence[Record], columns: Collection[int], rooms: Sequence[int], size: float
) -> list[float]:
    """Return the height that each record needs for its texts in some of the columns."""
    lines = [1] * len(records)
    by_column = list(zip(*[record.values for record in records], strict=True))
    texts = [
        (rooms[column], _long_texts(by_column[column], rooms[column]))
        for column in columns
        if records
    ]
    # The fullest column first: after it, few texts of the others need counting.
    texts.sort(key=lambda pair: -sum(len(text) for _, text in pair[1][:_SAMPLE]) / pair[0])
    for room, long in texts:
        for position, text in long:
            # A text that cannot take more lines than the fullest one so far needs no counting.
            if len(text) * 2 > lines[position] * (room - 2) or "\n" in text:
                count = line_count(text, room)
                if count > lines[position]:
                    lines[position] = count
    return [_height(count, size) for count in lines]


def _long_texts(values: Sequence[CellValue], room: int) -> list[tuple[int, str]]:
    """Return the texts of a column that may need more than one line, by their position."""
    short = (room - 2) // 2
    return [
        (position, value)
        for position, value in enumerate(values)
        if isinstance(value, str) and (len(value) > short or "\n" in value)
    ]


def _height(lines: int, size: float) -> float:
    return lines * size * LINE_FACTOR + _PADDING


def _grow(
    runs: Sequence[tuple[int, int]],
    texts: Sequence[CellValue],
    heights: list[float],
    room: int,
    size: float,
) -> None:
    """Give the last record of each run what its shared text needs beyond the run's height."""
    for first, last in runs:
        text = texts[first]
        lines = line_count(text, room) if isinstance(text, str) else 1
        if lines > 1:  # every record has room for one
            needed = _height(lines, size) - sum(heights[first:last])
            heights[last - 1] += max(0.0, math.ceil(needed))


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
