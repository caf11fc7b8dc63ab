"""XML tables of Excel 2003: what many systems of departments export as .xls."""

import datetime

import pytest

from toolkit.errors import UnreadableFileError
from toolkit.files.workbooks import read_workbook
from toolkit.model.sheets import Range
from toolkit.model.workbook import CellFault, RawSheet

NAMESPACES = (
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)


def sheet(rows: str, *, encoding: str = "utf-8", after: str = "", before: str = "") -> RawSheet:
    """Return how rows are read."""
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?>{before}<Workbook {NAMESPACES}>'
        f'<Worksheet ss:Name="进展表"><Table>{rows}</Table>{after}</Worksheet></Workbook>'
    )
    return read_workbook(xml.encode(encoding)).sheets[0]


def cell(text: str, kind: str = "String", more: str = "") -> str:
    """Return a cell."""
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_values_have_their_types() -> None:
    """Texts, rich ones too, numbers, dates and truth values."""
    rich = '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>已</B>完成</ss:Data></Cell>'
    read = sheet(
        "<Row>"
        + cell("一&#10;二")
        + cell("16.5", "Number")
        + cell("2024-09-30T00:00:00.000", "DateTime")
        + cell("1", "Boolean")
        + rich
        + cell("x", "Number")
        + "</Row>"
    )
    assert list(read.rows[0]) == ["一\n二", 16.5, datetime.date(2024, 9, 30), True, "已完成", "x"]
    assert read.name == "进展表"


def test_places_that_are_left_out() -> None:
    """ss:Index names the next row or cell; ss:Span passes over rows."""
    read = sheet(
        "<Row>" + cell("a", more='ss:Index="3"') + cell("b") + "</Row>"
        '<Row ss:Index="3" ss:Span="1"/>' + "<Row>" + cell("c") + "</Row>"
    )
    assert [list(row) for row in read.rows] == [["", "", "a", "b"], [], [], [], ["c"]]


def test_merged_cells_take_their_places() -> None:
    """A cell behind a merged one stands where people see it."""
    read = sheet(
        "<Row>" + cell("甲", more='ss:MergeAcross="1" ss:MergeDown="1"') + cell("b") + "</Row>"
        "<Row>" + cell("c", more='ss:Index="3"') + "</Row>"
    )
    assert [list(row) for row in read.rows] == [["甲", "", "b"], ["", "", "c"]]
    assert read.merges == (Range(0, 0, 1, 1),)


def test_faults_and_formulas_without_values() -> None:
    """As in every other workbook."""
    read = sheet(
        "<Row>" + cell("#REF!", "Error") + '<Cell ss:Formula="=RC[-1]*2"/>'
        '<Cell ss:Formula="=1+1"><Data ss:Type="Number">2</Data></Cell></Row>'
    )
    assert list(read.rows[0]) == ["#REF!", "=RC[-1]*2", 2.0]
    assert [isinstance(value, CellFault) for value in read.rows[0]] == [True, True, False]


def test_hidden_rows_and_sheets_are_told() -> None:
    """They are read all the same."""
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    read = sheet('<Row ss:Hidden="1">' + cell("a") + "</Row>", after=hidden)
    assert (read.hidden_rows, read.visible) == (frozenset({0}), False)


@pytest.mark.parametrize("encoding", ["gb2312", "utf-16", "utf-8"])
def test_every_encoding(encoding: str) -> None:
    """Systems write GB 2312 too."""
    assert list(sheet("<Row>" + cell("建设公厕") + "</Row>", encoding=encoding).rows[0]) == [
        "建设公厕"
    ]


def test_entities_are_refused() -> None:
    """No table needs them, and a file of another computer could be read through one."""
    with pytest.raises(UnreadableFileError, match="XML 有误"):
        sheet("<Row>" + cell("&x;") + "</Row>", before='<!DOCTYPE a [<!ENTITY x "y">]>')


@pytest.mark.parametrize("place", ['ss:Index="99999999"', 'ss:Index="20000"'])
def test_places_beyond_any_table_are_refused(place: str) -> None:
    """They would take all of the memory."""
    with pytest.raises(UnreadableFileError, match="大得不正常"):
        sheet("<Row>" + cell("a", more=place) + "</Row>")
