"""A workbook as it was read: rows of plain values, nothing interpreted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from toolkit.model.nature import PLAIN, Nature
from toolkit.model.refs import cell_name
from toolkit.model.sheets import Range


class CellFault(str):
    """A cell that shows a fault in place of a value; its text is what a person sees there.

    It is what Excel shows (`#N/A`, `#REF!`, …), or the formula itself (`=SUM(B2:B9)`) where the
    program that saved the file never computed it.
    """

    __slots__ = ()


class ComputedText(str):
    """What a formula comes to that had no value in its file: LibreOffice computed it just now."""

    __slots__ = ()


class ShownNumber(float):
    """A number that its cell shows otherwise: 0.85 as 85%, 40 as 40处.

    Attributes:
        text: What a person sees.
    """

    text: str

    def __new__(cls, number: float, text: str) -> Self:
        """Make it of a number and what is seen of it."""
        made = super().__new__(cls, number)
        made.text = text
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[float, str]]:
        """Say how it is made anew on its way out of a guarded process."""
        return type(self), (float(self), self.text)


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date with what its cell shows of it: 2021-09-30 as 9月30日.

    Attributes:
        moment: The date, or the date with a time of day.
        text: What a person sees.
    """

    moment: date
    text: str


@dataclass(frozen=True, slots=True)
class CellNote:
    """What somebody pinned to a cell: a comment or note, or one entry of a discussion.

    Attributes:
        row: Of its cell, counted from 0, as `column` is.
        text: Without the line with its author's name that Excel puts above it.
        author: "" where the file does not say who it was.
    """

    row: int
    column: int
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Where a row of a table that was laid out anew stands in its file.

    Attributes:
        row: Of its first cell, counted from 0, as `column` is.
        down: Whether its cells stand one below the other there.
    """

    row: int
    column: int
    down: bool = False

    def cell(self, place: int) -> str:
        """Return the name of one of its cells, counted from 0."""
        if self.down:
            return cell_name(self.row + place, self.column)
        return cell_name(self.row, self.column + place)


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One worksheet, or one table of a document.

    Attributes:
        rows: Rows from the sheet's first row on, each from column A on, as plain Python values;
            an empty cell is "", a faulty one a `CellFault`.
        hidden_rows: The rows, counted from 0, that are hidden or filtered out, where that is known.
        merges: Ranges shown as one cell; none in .xlsb.
        notes: What is pinned to cells of a workbook, in the order of the file.
        lines: Where rows stand in the file that were laid out anew, by their numbers here.
    """

    name: str
    visible: bool
    rows: Sequence[Sequence[object]]
    hidden_rows: frozenset[int] = frozenset()
    merges: tuple[Range, ...] = ()
    notes: tuple[CellNote, ...] = ()
    lines: Mapping[int, Line] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> str:
        """Return the name that a cell has in the file."""
        line = self.lines.get(row)
        return line.cell(column) if line else cell_name(row, column)

    def line_name(self, row: int) -> str:
        """Return how people find a row in the file: by its first cell."""
        line = self.lines.get(row)
        return f"{self.cell(row, 0)} 所在{'列' if line and line.down else '行'}"


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """All worksheets of one file, in their order.

    Attributes:
        nature: What the file was.
    """

    sheets: tuple[RawSheet, ...]
    nature: Nature = PLAIN
