"""Merged cells are told: one value there stands for all of them."""

import io
import struct
from pathlib import Path

import pytest
import xlsxwriter

from tests.files.ole_files import biff8, number_cell, ole, record
from tests.office import Office
from toolkit.files import old_excel, open_xml
from toolkit.files.calamine_reader import ReaderError
from toolkit.files.workbooks import read_workbook
from toolkit.model.sheets import Range
from toolkit.model.workbook import RawSheet

MERGED = {Range(0, 0, 0, 5), Range(3, 0, 5, 0), Range(3, 1, 4, 2)}


def merged() -> bytes:
    """Return a workbook whose second sheet has a title over several columns, and items below."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("说明").write_string(0, 0, "说明")
        sheet = book.add_worksheet("进展表")
        sheet.merge_range("A1:F1", "进展表")
        sheet.merge_range("A4:A6", "建学校")
        sheet.merge_range("B4:C5", "在建")
        sheet.write_string("F6", "完")
    return stream.getvalue()


def gives_up(_data: bytes, _skip: object = ()) -> dict[int, RawSheet]:
    """Fail as calamine does."""
    raise ReaderError("PanicException")


def test_merged_ranges_are_told() -> None:
    """Those over several columns too: a table may stand on its side."""
    first, second = read_workbook(merged()).sheets
    assert first.merges == ()
    assert set(second.merges) == MERGED


def test_the_second_reader_of_xlsx_tells_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Openpyxl does not where it reads rows only, so the worksheet's XML is asked."""
    monkeypatch.setattr(open_xml, "read_sheets", gives_up)
    first, second = read_workbook(merged()).sheets
    assert first.merges == ()
    assert set(second.merges) == MERGED


@pytest.mark.parametrize("fails", [False, True])
def test_both_readers_of_xls_tell_them(fails: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Calamine does; for xlrd the records of the workbook are asked."""
    if fails:
        monkeypatch.setattr(old_excel, "read_sheets", gives_up)
    areas = ((3, 5, 0, 0), (0, 0, 0, 5), (3, 4, 1, 2))
    content = struct.pack("<H", len(areas)) + b"".join(struct.pack("<4H", *a) for a in areas)
    cells = [number_cell(0, 0, 1), number_cell(5, 5, 2), record(0x00E5, content)]
    (sheet,) = read_workbook(ole({"Workbook": biff8(cells)})).sheets
    assert set(sheet.merges) == MERGED
    assert sheet.rows[5][5] == 2.0


def test_a_list_of_ranges_that_is_cut_off_is_read_as_far_as_it_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The number of ranges is a claim like any other."""
    monkeypatch.setattr(old_excel, "read_sheets", gives_up)
    content = struct.pack("<H4H3s", 1027, 3, 5, 0, 0, b"abc")
    data = ole({"Workbook": biff8([number_cell(0, 0, 1), record(0x00E5, content)])})
    assert read_workbook(data).sheets[0].merges == (Range(3, 0, 5, 0),)


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".xls", ".ods", ".fods"])
def test_other_formats_tell_the_same(office: Office, tmp_path: Path, suffix: str) -> None:
    """What LibreOffice saves."""
    (tmp_path / "表.xlsx").write_bytes(merged())
    target = tmp_path / f"存{suffix}"
    office.fill(tmp_path / "表.xlsx", target, {("进展表", "F6"): "完工"})
    first, second = read_workbook(target.read_bytes()).sheets
    assert first.merges == ()
    assert set(second.merges) == MERGED
