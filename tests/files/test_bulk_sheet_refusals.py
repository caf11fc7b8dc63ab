"""What a bulk sheet refuses, lest it be cut off or left out in silence."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from toolkit.files.bulk_sheet import BulkSheet
from toolkit.files.bulk_workbook import BulkWorkbook


@pytest.mark.parametrize(
    ("first_row", "rows", "heights", "reason"),
    [
        (0, [["x" * 32768, ""]], (), "32767 characters"),
        (0, [["𠮷" * 16384, ""]], (), "32767 characters"),
        (0, [[float("nan"), ""]], (), "nan cannot be"),
        (0, [[float("inf"), ""]], (), "inf cannot be"),
        (0, [[datetime(2024, 9, 30), ""]], (), "cannot be the value"),
        (0, [["only one"]], (), "1 values for 2 formats"),
        (0, [["a", "b"]], (1, 2), "2 heights for 1 rows"),
        (1048576, [["a", "b"]], (), "do not fit"),
        (-1, [["a", "b"]], (), "do not fit"),
        (10, [["a", "b"]], (), "in another block"),
        (11, [["a", "b"]], (), "written or set"),
        (12, [["a", "b"]], (), "written or set"),
    ],
)
def test_what_a_sheet_cannot_hold_is_refused(
    tmp_path: Path, first_row: int, rows: Any, heights: Sequence[float], reason: str
) -> None:
    """A mistake is told before a file is begun, never cut off or left out in silence."""
    path = tmp_path / "a.xlsx"
    book = BulkWorkbook(path)
    sheet, forms = book.add_worksheet(), [book.add_format()] * 2
    sheet.write_block(10, [["a", "b"]], forms)
    sheet.write_string(11, 0, "ordinary")
    sheet.set_row(12, 30)
    with pytest.raises(ValueError, match=reason):
        sheet.write_block(first_row, rows, forms, heights)
    assert not path.exists()


def test_an_ordinary_cell_in_a_block_is_refused(tmp_path: Path) -> None:
    """Also where it is written after the block."""
    book = BulkWorkbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet("表")
    sheet.write_block(0, [["a"], ["b"]], [book.add_format()])
    sheet.write_string(1, 5, "ordinary")
    with pytest.raises(ValueError, match="row 1 of 表"):
        book.close()


def test_constant_memory_is_refused(tmp_path: Path) -> None:
    """In that mode xlsxwriter would never come to write the blocks."""
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx", {"constant_memory": True})
    sheet = book.add_worksheet("表", worksheet_class=BulkSheet)
    with pytest.raises(ValueError, match="constant_memory"):
        sheet.write_block(0, [["a"]], [book.add_format()])
    book.close()


@pytest.mark.parametrize("area", [(0, 0, 0, 0), (2, 0, 1, 0), (1, 1, 4, 4)])
def test_an_impossible_merge_is_refused(tmp_path: Path, area: tuple[int, int, int, int]) -> None:
    """A single cell, an area upside down, and one that overlaps another damage a workbook."""
    sheet = BulkWorkbook(tmp_path / "a.xlsx").add_worksheet()
    sheet.merge_area(4, 4, 5, 5)
    with pytest.raises(ValueError, match="area"):
        sheet.merge_area(*area)


def test_links_beyond_what_excel_takes_are_refused(tmp_path: Path) -> None:
    """Excel holds 65530 links a worksheet; xlsxwriter would leave out the others."""
    sheet = BulkWorkbook(tmp_path / "a.xlsx").add_worksheet()
    for row in range(65530):
        sheet.link_cell(row, 0, "internal:A1")
    with pytest.raises(ValueError, match="65530"):
        sheet.link_cell(65530, 0, "internal:A1")
