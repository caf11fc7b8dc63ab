"""Where calamine gives up, another reader tries."""

import datetime
import io

import openpyxl
import pytest
from xlsxwriter import Workbook

from tests.files.ole_files import biff8, fault_cell, number_cell, ole, record
from tests.files.packages import package, plain_parts
from toolkit.errors import UnreadableFileError
from toolkit.files import old_excel, open_xml
from toolkit.files.calamine_reader import ReaderError
from toolkit.files.second_reader import read_with_openpyxl
from toolkit.files.workbooks import read_workbook
from toolkit.model.workbook import CellFault, RawSheet, ShownDate


def panics(_data: bytes, _skip: object = ()) -> dict[int, RawSheet]:
    """Fail as calamine does."""
    raise ReaderError("PanicException")


def test_openpyxl_reads_what_calamine_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values, dates, hidden sheets and faults as from the first reader."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["进展", 16, None, datetime.date(2024, 9, 30), "#N/A", "=1+1"])
    book.create_sheet("隐藏").sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    monkeypatch.setattr(open_xml, "read_sheets", panics)
    first, second = read_workbook(stream.getvalue()).sheets
    day = ShownDate(datetime.datetime(2024, 9, 30), "2024-09-30")
    assert first.rows[0] == ["进展", 16, "", day, "#N/A", "=1+1"]
    assert [isinstance(v, CellFault) for v in first.rows[0]] == [False] * 4 + [True] * 2
    assert (first.visible, second.visible) == (True, False)


def test_xlrd_reads_what_calamine_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its faults are told too."""
    monkeypatch.setattr(old_excel, "read_sheets", panics)
    data = ole({"Workbook": biff8([number_cell(0, 0, 3), fault_cell(0, 1, 0x17)])})
    (sheet,) = read_workbook(data).sheets
    assert list(sheet.rows[0]) == [3.0, "#REF!"]
    assert isinstance(sheet.rows[0][1], CellFault)


def test_the_first_readers_reason_is_told_where_both_fail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is the one that people can look up."""
    monkeypatch.setattr(open_xml, "read_sheets", panics)
    parts = plain_parts()
    del parts["xl/styles.xml"]
    parts["xl/workbook.xml"] = b"<nonsense"
    with pytest.raises(UnreadableFileError, match="PanicException"):
        read_workbook(package(parts))


def test_openpyxl_is_not_asked_for_strict_open_xml() -> None:
    """It would return a workbook without sheets."""
    parts = plain_parts()
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    with pytest.raises(ReaderError):
        read_with_openpyxl(package(parts), ())


def test_a_workbook_without_worksheets_is_named() -> None:
    """Only a chart."""
    stream = io.BytesIO()
    with Workbook(stream) as book:
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=图!$A$1"})
        book.add_chartsheet("图").set_chart(chart)
    with pytest.raises(UnreadableFileError, match="没有工作表"):
        read_workbook(stream.getvalue())


def test_the_outer_workbook_is_read_not_an_embedded_one() -> None:
    """Calamine takes the first stream of that name, wherever it stands."""
    outer = biff8([number_cell(0, 0, 1)])
    inner = biff8([number_cell(0, 0, 2)])
    (sheet,) = read_workbook(ole({"Workbook": outer}, {"Workbook": inner})).sheets
    assert list(sheet.rows[0]) == [1.0]


def test_an_embedded_workbook_never_stands_in_for_a_broken_one() -> None:
    """Rather refused than wrong."""
    broken = record(0x0809, b"\0\5\5\0" + bytes(4)) + bytes(50)
    with pytest.raises(UnreadableFileError, match="已损坏"):
        read_workbook(ole({"Book": broken}, {"Workbook": biff8([number_cell(0, 0, 2)])}))


def test_excel_of_1990_is_read() -> None:
    """BIFF 2 is a chain of records without any container."""
    integer = record(0x0002, b"\0\0\0\0\0\0\0\x07\0")
    data = record(0x0009, b"\x02\0\x10\0") + integer + record(0x000A)
    assert list(read_workbook(data).sheets[0].rows[0]) == [7.0]
