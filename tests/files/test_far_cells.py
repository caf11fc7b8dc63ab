"""A form with something far away from it is read as the form that a person sees."""

import datetime
import io
import re
import time
from collections.abc import Sequence

import openpyxl
import pytest
import xlsxwriter

from tests.files.packages import SHEET, package, plain_parts, strings_xml, workbook
from toolkit.errors import UnreadableFileError
from toolkit.files import far_cells, open_xml
from toolkit.files.calamine_reader import ReaderError
from toolkit.files.workbooks import read_merges, read_workbook
from toolkit.model.sheets import Range
from toolkit.model.workbook import CellFault, RawSheet, ShownDate

FORM = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>16</v></c></row>'
    '<row r="3"><c r="B3" s="1"><v>45565</v></c></row>'
)
READ = [["进展", "", 16.0], [], ["", ShownDate(datetime.date(2024, 9, 30), "2024-09-30")]]
STRINGS = '<si><t>进展</t></si><si><t xml:space="preserve"> </t></si><si><r><t>　</t></r></si>'


def rows(data: bytes) -> list[list[object]]:
    """Return the rows of a workbook's first sheet, each to its last value."""
    return [_filled(row) for row in read_workbook(data).sheets[0].rows]


def _filled(row: Sequence[object]) -> list[object]:
    cells = list(row)
    while cells and cells[-1] == "":
        del cells[-1]
    return cells


@pytest.mark.parametrize(
    "blank",
    [
        '<row r="1048576"><c r="XFD1048576" t="s"><v>1</v></c></row>',
        '<row r="1048576"><c r="XFD1048576" t="s"><v>2</v></c></row>',
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t> </t></is></c></row>',
        '<row r="1048576"><c r="XFD1048576" t="str"><v> </v></c></row>',
        '<row r="1048576"><c r="XFD1048576" t="str"><f>IF(A1="","",1)</f><v></v></c></row>',
        '<row r="1048576"><c r="XFD1048576" s="1"><v></v></c></row>',
        '<row r="1048576"><c r="XFD1048576" s="1"></c></row>',
        '<row r="1048576"><c r="XFD1048576" s="1" /></row>',
        "<row r='1048576'><c s='1' r='XFD1048576'> </c></row>",
    ],
    ids=[
        *("blank", "wide blank", "inline", "text", "formula", "no value", "empty", "closed"),
        "other quotes",
    ],
)
def test_a_blank_far_away_counts_for_nothing(blank: str) -> None:
    """Somebody pressed the space bar in the last cell, or formatted the whole sheet."""
    assert rows(workbook(FORM + blank, STRINGS)) == READ


def test_what_a_cell_far_away_says_is_read_at_its_place() -> None:
    """Nothing that a person wrote is lost; rows in between are empty."""
    far = (
        '<row r="900000"><c r="AB900000" t="inlineStr"><is><r><t>见</t></r><r><t>附件 &lt;1&gt;</t>'
        '</r></is></c><c r="XFD900000" t="str"><v>a&amp;b</v></c></row>'
    )
    read = rows(workbook(FORM + far, STRINGS))
    assert read[:3] == READ
    assert {len(row) for row in read[3:-1]} == {0}
    assert (len(read), len(read[-1])) == (900_000, 16_384)
    assert (read[-1][27], read[-1][-1]) == ("见附件 <1>", "a&b")


def test_faults_and_formulas_far_away_are_told_too() -> None:
    """They are something that a person sees."""
    far = (
        '<row r="1048576"><c r="XFC1048576" t="e"><v>#N/A</v></c>'
        '<c r="XFD1048576"><f>A1*2</f></c></row>'
    )
    read = rows(workbook(FORM + far, STRINGS))
    assert read[-1][-2:] == ["#N/A", "=A1*2"]
    assert all(isinstance(value, CellFault) for value in read[-1][-2:])


def test_cells_that_do_not_say_where_they_are_are_counted() -> None:
    """16,384 cells in row 1 and one in row 1,048,576 make the same block for calamine."""
    cells = f'<row r="1">{"<c><v>1</v></c>" * 16_384}</row><row r="1048576"><c><v>2</v></c></row>'
    read = rows(workbook(cells))
    assert (len(read[0]), read[-1], len(read)) == (16_384, [2.0], 1_048_576)


def test_only_the_sheet_with_the_stray_cell_is_touched() -> None:
    """Every sheet keeps its own rows."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for name in ("说明", "进展表", "其他"):
            book.add_worksheet(name).write_string(4, 2, name)
        book.worksheets()[1].write_string("XFD1048576", " ")
        book.worksheets()[1].merge_range("A2:A4", "一")
    sheets = read_workbook(stream.getvalue()).sheets
    assert [sheet.rows[4][2] for sheet in sheets] == ["说明", "进展表", "其他"]
    assert [len(sheet.rows) for sheet in sheets] == [5, 5, 5]
    assert sheets[1].merges == (Range(1, 0, 3, 0),)
    assert read_merges(stream.getvalue())["进展表"] == (Range(1, 0, 3, 0),)


def test_formats_that_openpyxl_writes_to_the_end_of_the_sheet_are_borne() -> None:
    """It does not close its empty cells at once: `<c r="Z1" s="1"></c>`."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "进展"
    for row in (2, 5, 1_048_576):
        for column in (1, 2, 16_384):
            sheet.cell(row, column).number_format = "0.00"
    stream = io.BytesIO()
    book.save(stream)
    assert rows(stream.getvalue()) == [["进展"]]


def test_empty_cells_alone_do_not_send_a_file_the_long_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They are passed over where they are looked for."""
    monkeypatch.delattr(open_xml, "drawn_together")
    far = '<row r="9"><c r="XFD9" s="1"></c></row><row r="1048576"/>'
    assert rows(workbook(FORM + far, STRINGS)) == READ


def test_the_second_reader_reads_such_a_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Openpyxl believes what a file says of its size, and would fill all of it."""

    def panics(_data: bytes, _skip: object = ()) -> dict[int, RawSheet]:
        raise ReaderError("PanicException")

    monkeypatch.setattr(open_xml, "read_sheets", panics)
    parts: dict[str, str | bytes] = {**plain_parts(), "xl/sharedStrings.xml": strings_xml(STRINGS)}
    far = '<row r="1048576"><c r="XFD1048576" t="s"><v>1</v></c></row>'
    sheet = parts[SHEET]
    assert isinstance(sheet, bytes)
    body = f'<dimension ref="A1:XFD1048576"/><sheetData>{FORM}{far}</sheetData>'.encode()
    parts[SHEET] = re.sub(rb"<dimension.*</sheetData>", body, sheet, flags=re.DOTALL)
    assert [str(value) for value in rows(package(parts))[0]] == ["进展", "", "16"]


@pytest.mark.parametrize(
    ("limit", "most"), [("MAX_CELLS", 16_000), ("MAX_CELLS", 1_000_000), ("MOST_KEPT", 2)]
)
def test_more_than_a_form_can_hold_is_refused(
    limit: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too many rows, rows too long, or too many cells."""
    monkeypatch.setattr(far_cells, limit, most)
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(UnreadableFileError, match="大得不正常"):
        read_workbook(workbook(FORM + far, STRINGS))


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048577"><c r="XFD1048577"><v>1</v></c></row>',
        '<row r="1048576"><c r="XFE1048576"><v>1</v></c></row>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></row>',
    ],
    ids=["row", "column", "broken"],
)
def test_places_that_no_sheet_has_are_refused(far: str) -> None:
    """And XML that is none."""
    with pytest.raises(UnreadableFileError, match=r"大得不正常|已损坏"):
        read_workbook(workbook(FORM + far, STRINGS))


def test_blanks_to_the_end_of_the_sheet_are_read_in_seconds() -> None:
    """A guarded process has thirty of them; a million rows take seven."""
    blanks = "".join(
        f'<row r="{row}"><c r="A{row}" s="1"></c><c r="XFD{row}" t="s"><v>1</v></c></row>'
        for row in range(4, 1_048_577, 12)
    )
    data = workbook(FORM + blanks, STRINGS)
    start = time.process_time()
    assert rows(data) == READ
    assert time.process_time() - start < 10
