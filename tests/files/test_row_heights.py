"""Rows that fit their text stay so through openpyxl."""

import io
import re
from pathlib import Path

import openpyxl
import xlsxwriter

from tests.files.parts import parts
from toolkit.files.package import repacked
from toolkit.files.row_heights import fitted_parts, fitted_rows


def workbook(path: Path) -> Path:
    """Write two sheets whose rows 2 and 3 have a height, that of row 3 set by hand."""
    with xlsxwriter.Workbook(path) as book:
        for name in ("填报说明", "进展表"):
            sheet = book.add_worksheet(name)
            for row, height in ((1, 100), (2, 60)):
                sheet.set_row(row, height)
                sheet.write_string(row, 0, name)
    changed = {
        name: re.sub(rb'(<row r="2"[^>]*?) customHeight="1"', rb"\1", part)
        for name, part in parts(path).items()
        if "/worksheets/" in name
    }
    path.write_bytes(repacked(path.read_bytes(), None, changed))
    return path


def test_rows_without_a_height_set_by_hand_are_told(tmp_path: Path) -> None:
    """By sheet name, numbered as Excel shows them."""
    data = workbook(tmp_path / "表.xlsx").read_bytes()
    assert fitted_rows(data) == {"填报说明": frozenset({2}), "进展表": frozenset({2})}


def test_their_heights_are_free_again_after_openpyxl(tmp_path: Path) -> None:
    """Row 2 grows again with what is typed; row 3 keeps the height that somebody set."""
    data = workbook(tmp_path / "表.xlsx").read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.move_sheet("进展表", -1)
    book.create_sheet("需修改事项", 0)
    book.save(tmp_path / "改.xlsx")
    saved = (tmp_path / "改.xlsx").read_bytes()
    changed = fitted_parts(saved, book.sheetnames, fitted_rows(data))
    assert sorted(changed) == ["xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"]
    for part in changed.values():
        rows = {int(n): tag for tag, n in re.findall(rb'(<row r="(\d)"[^>]*>)', part)}
        assert b"customHeight" not in rows[2]
        assert b'customHeight="1"' in rows[3]


def test_nothing_is_changed_where_every_height_was_set_by_hand(tmp_path: Path) -> None:
    """A workbook of somebody's own is left alone."""
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("表").set_row(0, 30)
    data = path.read_bytes()
    assert fitted_parts(data, ["表"], fitted_rows(data)) == {}
