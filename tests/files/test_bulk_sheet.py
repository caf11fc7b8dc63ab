"""Bulk sheets against plain xlsxwriter: every part of the workbook is the same, byte for byte."""

import base64
from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.parts import parts
from toolkit.files.bulk_sheet import BulkSheet
from toolkit.files.bulk_workbook import BulkWorkbook
from toolkit.model.sheets import CellValue

WHEN = datetime(2024, 9, 30, 8, 0)

Rows = Sequence[Sequence[CellValue]]
BlockWriter = Callable[[Any, int, Rows, Sequence[Any], Sequence[float]], None]
Fill = Callable[[Any, BlockWriter], None]


def write_by_cells(
    sheet: Any, first_row: int, rows: Rows, formats: Sequence[Any], heights: Sequence[float]
) -> None:
    """Write a block as xlsxwriter's users do."""
    for row, values in enumerate(rows, first_row):
        if heights:
            sheet.set_row(row, heights[row - first_row])
        for column, (value, form) in enumerate(zip(values, formats, strict=True)):
            if value is None or value == "":
                sheet.write_blank(row, column, None, form)
            elif isinstance(value, str):
                sheet.write_string(row, column, value, form)
            else:
                sheet.write_number(row, column, value, form)


def write_by_block(
    sheet: BulkSheet, first_row: int, rows: Rows, formats: Sequence[Any], heights: Sequence[float]
) -> None:
    """Write a block at once."""
    sheet.write_block(first_row, rows, formats, heights)


def looks(book: Any, count: int) -> list[Any]:
    """Return as many different formats."""
    return [
        book.add_format({"font_size": 10 + n, "border": 1, "text_wrap": True}) for n in range(count)
    ]


def same_parts(folder: Path, fill: Fill) -> dict[str, bytes]:
    """Write by cells, by blocks in a plain workbook, and by blocks in a bulk one; compare all."""
    plain, mixed, bulk = (folder / name for name in ("plain.xlsx", "mixed.xlsx", "bulk.xlsx"))
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    for book, sheet_class, write in (
        (xlsxwriter.Workbook(plain, options), None, write_by_cells),
        (xlsxwriter.Workbook(mixed, options), BulkSheet, write_by_block),
        (BulkWorkbook(bulk), BulkSheet, write_by_block),
    ):
        book.set_properties({"created": WHEN})
        book.worksheet_class = sheet_class or book.worksheet_class
        fill(book, write)
        book.close()
    expected = parts(plain)
    assert parts(mixed) == expected
    assert parts(bulk) == expected
    assert next(iter(parts(bulk))) == "[Content_Types].xml"
    return expected


def same_block(folder: Path, rows: Rows, heights: Sequence[float] = (), first_row: int = 0) -> str:
    """Compare workbooks of one block; return the sheet's XML."""

    def fill(book: Any, write: BlockWriter) -> None:
        write(book.add_worksheet(), first_row, rows, looks(book, len(rows[0])), heights)

    return same_parts(folder, fill)["xl/worksheets/sheet1.xml"].decode()


TEXTS = (
    " 前面有空格",
    "后面有空格 ",
    "\t制表",
    "　全角空格　",
    "第一行\n第二行",
    "结尾换行\n",
    "\r\n",
    " ",
    "\n",
    "A&B<C>D\"E'F",
    "]]>",
    "&amp;",
    "\x00\x01\x0b\x1f控制字符",
    "结尾控制字符\x1f",
    "\x7f\x85",
    "_x0041_",
    "_x005F_x000D_",
    "_x",
    "\ufffe\uffff",
    "http://www.example.gov.cn/a?b=1&c=2",
    "mailto:a@example.gov.cn",
    "internal:'表'!A1",
    "=SUM(A1:A3)",
    "{=A1}",
    "+1",
    "-5",
    "@",
    "00123",
    "1.5E3",
    "TRUE",
    "𠮷野家😀",
    "%s %d %",
    "{column}",
    "<r>",
    "民" * 32767,
)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:20]))
def test_any_text_is_written_as_that_text(tmp_path: Path, text: str) -> None:
    """Nothing in a text makes it a formula, a link or a number, or breaks the XML."""
    same_block(tmp_path, [[text, "后"], ["前", text]])


@pytest.mark.parametrize(
    "number", [0, 1, -1, 2**53, 10**30, 0.1, -0.0, 1 / 3, 1e-300, 1.5e16, 3.0, True], ids=repr
)
def test_numbers_are_written_as_xlsxwriter_writes_them(tmp_path: Path, number: float) -> None:
    """Whole numbers, fractions, very large and very small ones."""
    assert f"<v>{number:.16G}</v>" in same_block(tmp_path, [[number, "x"]])


def test_empty_cells_keep_their_format(tmp_path: Path) -> None:
    """None and "" become cells without a value; a row may consist of them alone."""
    xml = same_block(tmp_path, [[None, "x", ""], ["", None, None], ["x", 1, "x"]])
    assert xml.count("<v>") == 4
    assert xml.count(" s=") == 9


@pytest.mark.parametrize(
    "heights", [(), (30.0, 30.0, 18.5), (15, 15.0, 409.5), (0, 20, 20.1)], ids=repr
)
def test_row_heights(tmp_path: Path, heights: Sequence[float]) -> None:
    """Own heights, the default one, a hidden row, or none given at all."""
    same_block(tmp_path, [["a", 1], ["b", 2], ["c", 3]], heights)


def test_a_table_of_many_rows_and_of_more_than_26_columns(tmp_path: Path) -> None:
    """Row spans, letters of columns, and the pieces in which rows and strings are written."""
    rows = [[f"{row}-{column}" for column in range(30)] for row in range(1200)]
    xml = same_block(tmp_path, rows, [20.0 + row % 7 for row in range(1200)], first_row=5)
    assert 'r="AD1205"' in xml
    assert '<dimension ref="A6:AD1205"/>' in xml


def test_blocks_and_ordinary_rows_alternate(tmp_path: Path) -> None:
    """Rows come out in their order, with the spans of both, whatever was written first."""

    def fill(book: Any, write: BlockWriter) -> None:
        sheet = book.add_worksheet("表")
        forms = looks(book, 5)
        write(sheet, 20, [["b", 1, None]] * 3, forms[:3], (30, 31, 32))
        sheet.write_string(18, 6, "after", forms[4])
        sheet.set_row(19, 44)
        sheet.write_string(2, 3, "before", forms[3])
        write(sheet, 3, [["a"], [""]], forms[:1], ())
        sheet.set_row(40, 10)
        sheet.write_string(41, 0, "last")
        sheet.write_comment(50, 1, "comment")

    same_parts(tmp_path, fill)


def test_sheets_share_strings_and_formats(tmp_path: Path) -> None:
    """Strings are numbered in the order of the calls, formats in that of the sheets."""

    def fill(book: Any, write: BlockWriter) -> None:
        forms = looks(book, 3)
        first, second = book.add_worksheet("一"), book.add_worksheet("二")
        first.set_column(0, 0, 20, forms[2])
        write(second, 0, [["共", "二"]], [forms[1], forms[0]], ())
        write(first, 0, [["一", "共", "共"]], forms, ())

    xml = same_parts(tmp_path, fill)["xl/sharedStrings.xml"].decode()
    assert 'count="5" uniqueCount="3"' in xml
    assert "<t>共</t></si><si><t>二</t></si><si><t>一</t>" in xml


def test_charts_find_the_rows_of_blocks(tmp_path: Path) -> None:
    """A chart is placed by the heights of rows, and carries the values that it shows."""

    def fill(book: Any, write: BlockWriter) -> None:
        sheet = book.add_worksheet("统计")
        rows: Rows = [["已完成", 3], ["", 1e-9], ["推进中", None]] * 3
        write(sheet, 1, rows, looks(book, 2), (60,) * 9)
        sheet.write_string(0, 1, "ordinary")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": "=统计!$A$1:$A$10", "values": "=统计!$B$2:$B$10"})
        chart.add_series({"categories": "=统计!$A$3:$D$3", "values": "=统计!$B$12:$B$20"})
        sheet.insert_chart(4, 3, chart)

    assert "已完成" in same_parts(tmp_path, fill)["xl/charts/chart1.xml"].decode()


def test_pictures_come_along(tmp_path: Path) -> None:
    """A part that is no XML is written too, such as an office's emblem."""
    pixel = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJg"
        "gg=="
    )

    def fill(book: Any, write: BlockWriter) -> None:
        sheet = book.add_worksheet()
        write(sheet, 0, [["a"]], looks(book, 1), ())
        sheet.insert_image(2, 2, "emblem.png", {"image_data": BytesIO(pixel)})

    assert same_parts(tmp_path, fill)["xl/media/image1.png"] == pixel


def test_an_empty_block_writes_nothing(tmp_path: Path) -> None:
    """A table without rows is no error."""

    def fill(book: Any, write: BlockWriter) -> None:
        write(book.add_worksheet(), 3, [], looks(book, 2), ())

    assert b"<sheetData/>" in same_parts(tmp_path, fill)["xl/worksheets/sheet1.xml"]


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.text(st.sampled_from(" \t\n\r\x00\x1f_x0041&<>\"'　\ufffe\uffff民"), max_size=12),
    st.none(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
).filter(lambda value: not (isinstance(value, str) and value.startswith("<r>")))


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, Rows, Sequence[float]]:
    """Draw a first row, rows and heights."""
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(VALUES, min_size=width, max_size=width), min_size=1, max_size=6))
    heights = st.lists(st.floats(0, 400), min_size=len(rows), max_size=len(rows))
    return draw(st.integers(0, 40)), rows, draw(st.one_of(st.just([]), heights))


@settings(deadline=None, max_examples=60)
@given(tables())
def test_any_table_is_written_as_xlsxwriter_writes_it(
    table: tuple[int, Rows, Sequence[float]],
) -> None:
    """Whatever values and heights there are."""
    first_row, rows, heights = table
    with TemporaryDirectory() as folder:
        same_block(Path(folder), rows, heights, first_row)
