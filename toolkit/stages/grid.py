"""Laying records out on worksheet rows: heights that show the whole text, merged groups."""

import math
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from toolkit.model.sheets import CellValue, Range
from toolkit.text.layout import LINE_FACTOR, characters_a_line, line_count, spread

_PADDING = 4.0


@dataclass(frozen=True, slots=True)
class Record:
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
    over them. Neighbours of one group share their grouped columns in one merged cell, which grows
    the group's last record where its text needs more room.

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
    heights = [max(minimum, _height(record, own, rooms, size)) for record in records]
    _grow_groups(records, heights, rooms, size, grouped)
    rows: list[tuple[CellValue, ...]] = []
    row_heights: list[float] = []
    starts: list[int] = []
    merges: list[Range] = []
    blank = ("",) * len(widths)
    for first, last in _groups(records):
        top = first_row + len(rows)
        for position in range(first, last):
            start = first_row + len(rows)
            parts = spread(heights[position])
            values = records[position].values
            rows.append(values if position == first else _without(values, grouped))
            rows.extend([blank] * (len(parts) - 1))
            row_heights.extend(parts)
            starts.append(start)
            if len(parts) > 1:
                merges.extend(Range(start, c, start + len(parts) - 1, c) for c in own)
        bottom = first_row + len(rows) - 1
        if bottom > top:
            merges.extend(Range(top, column, bottom, column) for column in grouped)
    return Grid(tuple(rows), tuple(row_heights), tuple(merges), tuple(starts))


def _height(record: Record, columns: Sequence[int], rooms: Sequence[int], size: float) -> float:
    lines = 1
    for column in columns:
        value = record.values[column]
        # A text that cannot take more lines than the fullest one so far needs no counting.
        if isinstance(value, str) and (
            "\n" in value or len(value) * 2 > lines * (rooms[column] - 2)
        ):
            lines = max(lines, line_count(value, rooms[column]))
    return lines * size * LINE_FACTOR + _PADDING


def _grow_groups(
    records: Sequence[Record],
    heights: list[float],
    rooms: Sequence[int],
    size: float,
    grouped: Collection[int],
) -> None:
    for first, last in _groups(records):
        needed = _height(records[first], tuple(grouped), rooms, size)
        heights[last - 1] += max(0.0, math.ceil(needed - sum(heights[first:last])))


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


def _without(values: tuple[CellValue, ...], grouped: Collection[int]) -> tuple[CellValue, ...]:
    return tuple("" if column in grouped else value for column, value in enumerate(values))
