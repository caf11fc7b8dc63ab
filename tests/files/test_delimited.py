"""Rows of text files."""

import pytest

from toolkit.errors import UnreadableFileError
from toolkit.files.workbooks import read_workbook
from toolkit.model.workbook import CellFault


def rows(data: bytes) -> list[list[object]]:
    """Return the rows of the one sheet."""
    (sheet,) = read_workbook(data).sheets
    return [list(row) for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_delimiter_and_line_end(encoding: str, delimiter: str, end: str) -> None:
    """Found by content; Excel and WPS write each of these."""
    text = f"序号{delimiter}内容{end}1{delimiter}建学校，修路{end}"
    assert rows(text.encode(encoding)) == [["序号", "内容"], ["1", "建学校，修路"]]


def test_quoted_cells_keep_commas_and_lines() -> None:
    """And the title above the table does not mislead."""
    text = '2024年9月份进展\n序号,内容,进展\n1,"一、已完工,\n二、""在建""",=\n2,b,\n\n'
    assert rows(text.encode()) == [
        *(["2024年9月份进展"], ["序号", "内容", "进展"]),
        *(["1", '一、已完工,\n二、"在建"', "="], ["2", "b", ""]),
    ]


def test_an_open_quote_swallows_nothing() -> None:
    """Quotes that do not pair are signs like any other."""
    assert rows(b'a,"b\n1,2\n3,4') == [["a", '"b'], ["1", "2"], ["3", "4"]]


def test_what_excel_adds_for_itself_is_left_out() -> None:
    """The stated delimiter, and the form that keeps 001 from being made a number."""
    assert rows(b'sep=|\n="001"|a,b\n') == [["001", "a,b"]]


def test_faults_that_were_saved_as_shown_are_faults() -> None:
    """A .csv holds what Excel showed."""
    (row,) = rows(b"a,#N/A,#1\n")
    assert [isinstance(value, CellFault) for value in row] == [False, True, False]


def test_plain_text_is_a_sheet_of_lines() -> None:
    """What it says is not lost; that it is no form is told later."""
    assert rows("本月无进展。".encode()) == [["本月无进展。"]]


def test_a_row_with_too_many_cells_is_refused() -> None:
    """A worksheet has 16,384 columns."""
    with pytest.raises(UnreadableFileError, match="太多格"):
        read_workbook(b"1," * 20_000)
