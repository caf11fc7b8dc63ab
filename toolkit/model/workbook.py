"""A workbook as it was read: rows of plain values, nothing interpreted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from toolkit.model.sheets import Range


class CellFault(str):
    """A cell that shows a fault in place of a value; its text is what a person sees there.

    It is what Excel shows (`#N/A`, `#REF!`, …), or the formula itself (`=SUM(B2:B9)`) where the
    program that saved the file never computed it.
    """

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
class RawSheet:
    """One worksheet, or one table of a document.

    Attributes:
        rows: Rows from the sheet's first row on, each from column A on, as plain Python values;
            an empty cell is "", a faulty one a `CellFault`.
        hidden_rows: The rows, counted from 0, that are hidden or filtered out, where that is known.
        merges: Ranges shown as one cell; in workbooks only those of more than one row, and none in
            .xlsb.
        notes: What is pinned to cells of a workbook, in the order of the file.
    """

    name: str
    visible: bool
    rows: Sequence[Sequence[object]]
    hidden_rows: frozenset[int] = frozenset()
    merges: tuple[Range, ...] = ()
    notes: tuple[CellNote, ...] = ()


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """All worksheets of one file, in their order.

    Attributes:
        printed: Whether rows and cells were guessed from printed pages (PDF): a cell may be torn
            where a page ends, and nobody knows which line breaks its author made.
    """

    sheets: tuple[RawSheet, ...]
    printed: bool = False
