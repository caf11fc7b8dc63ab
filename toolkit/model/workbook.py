"""A workbook as it was read: rows of plain values, nothing interpreted."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One worksheet.

    Attributes:
        rows: Rows from the sheet's first row on, each from column A on, as plain Python values;
            an empty cell is "".
    """

    name: str
    visible: bool
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """All worksheets of one file, in their order."""

    sheets: tuple[RawSheet, ...]
