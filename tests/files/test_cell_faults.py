"""Faulty cells, uncomputed formulas and hidden rows are never lost in silence."""

import datetime
import io
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from tests.files.ole_files import (
    biff8,
    fault_cell,
    fault_formula,
    number_cell,
    ole,
    row_record,
)
from tests.files.packages import SHEET, package, plain_parts, workbook
from tests.office import Office
from toolkit.files.workbooks import read_workbook
from toolkit.model.workbook import CellFault, RawSheet, ShownDate


def first(data: bytes) -> RawSheet:
    """Return the first sheet of a workbook."""
    return read_workbook(data).sheets[0]


def faults(sheet: RawSheet) -> dict[tuple[int, int], str]:
    """Return the faulty cells with what they show."""
    return {
        (r, c): str(value)
        for r, row in enumerate(sheet.rows)
        for c, value in enumerate(row)
        if isinstance(value, CellFault)
    }


def test_faults_show_what_excel_shows() -> None:
    """A fault that a formula yields, and one that was typed."""
    sheet = first(
        workbook(
            '<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2"><v>1</v></c></row>'
            '<row r="4"><c r="D4" t="e"><v>#N/A</v></c></row>'
        )
    )
    assert faults(sheet) == {(1, 1): "#DIV/0!", (3, 3): "#N/A"}
    assert sheet.rows[1][2] == 1.0


def test_a_formula_that_nobody_computed_shows_itself() -> None:
    """Openpyxl and many systems write formulas without values."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"], sheet["B3"] = 1, "=SUM(A1:A1)", "文字"
    stream = io.BytesIO()
    book.save(stream)
    assert faults(first(stream.getvalue())) == {(1, 0): "=SUM(A1:A1)"}


def test_a_shared_formula_is_shown_for_its_own_cell() -> None:
    """Excel states a formula once for a column; the others refer to it."""
    sheet = first(
        workbook(
            '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f></c></row>'
            '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" si="0"/></c></row>'
            '<row r="3"><c r="B3"><f t="shared" si="7"/></c></row>'
        )
    )
    assert faults(sheet) == {(0, 1): "=A1*2", (1, 1): "=A2*2", (2, 1): "=（公式）"}


def test_formulas_with_stored_values_are_read_as_these() -> None:
    """Numbers, and texts, an empty one too."""
    sheet = first(
        workbook(
            '<row r="1"><c r="A1"><f>8*2</f><v>16</v></c>'
            '<c r="B1" t="str"><f>A2</f><v>在建</v></c><c r="C1" t="str"><f>A3</f><v></v></c></row>'
        )
    )
    assert list(sheet.rows[0]) == [16.0, "在建", ""]
    assert faults(sheet) == {}


def test_a_number_below_zero_in_a_dates_format_stays_a_number() -> None:
    """Excel shows ##### for it; calamine midnight."""
    sheet = first(
        workbook(
            '<row r="1"><c r="A1" s="1"><v>-5</v></c><c r="B1" s="2"><v>-0.5</v></c>'
            '<c r="C1"><v>-5</v></c><c r="D1" s="1"><v>NaN</v></c><c r="E1" s="1"><v>45565</v></c></row>'
        )
    )
    day = sheet.rows[0][4]
    assert isinstance(day, ShownDate)
    assert list(sheet.rows[0]) == [-5.0, -0.5, -5.0, "NaN", day]
    assert day.moment == datetime.date(2024, 9, 30)
    assert faults(sheet) == {(0, 3): "NaN"}


def test_a_text_that_looks_like_a_fault_is_a_text() -> None:
    """#1 building, -5, and a formula's text NaN."""
    sheet = first(
        workbook(
            '<row r="1"><c r="A1" t="str"><f>x</f><v>#1楼</v></c><c r="B1" t="str"><v>-5</v></c>'
            '<c r="C1" t="str"><v>NaN</v></c></row>'
        )
    )
    assert list(sheet.rows[0]) == ["#1楼", "-5", "NaN"]
    assert faults(sheet) == {}


@pytest.mark.parametrize(
    "rows",
    [
        '<x:row r="1"><x:c r="A1" t="e"><x:v>#N/A</x:v></x:c></x:row>',
        "<x:row><x:c t='e'><x:v>#N/A</x:v></x:c></x:row>",
    ],
    ids=["prefix", "no places, other quotes"],
)
def test_however_the_sheet_is_written(rows: str) -> None:
    """Some systems write prefixes, other quotes, and no places at all."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<x:worksheet xmlns:x="{main}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    assert faults(first(package({**plain_parts(), SHEET: xml}))) == {(0, 0): "#N/A"}


def test_faults_are_found_in_the_right_sheet(tmp_path: Path) -> None:
    """Also where the sheets before and behind it have none."""
    with xlsxwriter.Workbook(tmp_path / "表.xlsx") as book:
        for name in ("说明", "进展表", "其他"):
            book.add_worksheet(name).write_string(0, 0, name)
        book.worksheets()[1].write_formula("B2", "=NA()", None, "#N/A")
    sheets = read_workbook((tmp_path / "表.xlsx").read_bytes()).sheets
    assert [faults(sheet) for sheet in sheets] == [{}, {(1, 1): "#N/A"}, {}]


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    """A row that a filter hides is a row; hidden columns are no concern."""
    with xlsxwriter.Workbook(tmp_path / "表.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, 8, None, {"hidden": True})
        for row in range(4):
            sheet.write_number(row, 0, row)
        sheet.set_row(2, options={"hidden": True})
        sheet.set_row(9, options={"hidden": True})
    read = first((tmp_path / "表.xlsx").read_bytes())
    assert read.rows[2][0] == 2.0
    assert read.hidden_rows == {2}


def test_an_xls_tells_the_same() -> None:
    """Faults typed and computed, and hidden rows, from the records of the workbook."""
    cells = [
        *(row_record(0, hidden=False), row_record(1, hidden=True), number_cell(0, 0, 3)),
        *(fault_cell(0, 1, 0x2A), number_cell(1, 0, 4), fault_formula(1, 2, 0x17)),
    ]
    sheet = first(ole({"Workbook": biff8(cells)}))
    assert [list(row) for row in sheet.rows] == [[3.0, "#N/A", ""], [4.0, "", "#REF!"]]
    assert faults(sheet) == {(0, 1): "#N/A", (1, 2): "#REF!"}
    assert sheet.hidden_rows == {1}


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".xls", ".ods", ".fods"])
def test_other_formats_tell_the_same(office: Office, tmp_path: Path, suffix: str) -> None:
    """What LibreOffice saves of a workbook with faults."""
    with xlsxwriter.Workbook(tmp_path / "表.xlsx") as book:
        sheet = book.add_worksheet("进展表")
        sheet.write_string("A1", "进展")
        sheet.write_number("A2", 5)
        sheet.write_formula("B2", "=1/0", None, "#DIV/0!")
        sheet.write_formula("C2", "=NA()", None, "#N/A")
        sheet.write_formula("D2", "=A2*2", None, 10)
        sheet.set_row(1, options={"hidden": True})
    target = tmp_path / f"表{suffix}"
    office.fill(tmp_path / "表.xlsx", target, {("进展表", "A1"): "进展"})
    read = first(target.read_bytes())
    assert list(read.rows[1]) == [5.0, "#DIV/0!", "#N/A", 10.0]
    assert faults(read) == {(1, 1): "#DIV/0!", (1, 2): "#N/A"}
    assert read.hidden_rows == {1}
