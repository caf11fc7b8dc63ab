"""A workbook as it was read: rows of plain values, nothing interpreted."""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.model.sheets import Range


class CellFault(str):
    """A cell that shows a fault in place of a value; its text is what a person sees there.

    It is what Excel shows (`#N/A`, `#REF!`, …), or the formula itself (`=SUM(B2:B9)`) where the
    program that saved the file never computed it.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One worksheet, or one table of a document.

    Attributes:
        rows: Rows from the sheet's first row on, each from column A on, as plain Python values;
            an empty cell is "", a faulty one a `CellFault`.
        hidden_rows: The rows, counted from 0, that are hidden or filtered out, where that is known.
        merges: Ranges shown as one cell, where they are known: in web pages, XML tables and Word.
    """

    name: str
    visible: bool
    rows: Sequence[Sequence[object]]
    hidden_rows: frozenset[int] = frozenset()
    merges: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """All worksheets of one file, in their order."""

    sheets: tuple[RawSheet, ...]
