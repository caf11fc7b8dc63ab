"""A formula of an .xls that puts texts together is told as people write it; others are left alone."""

import struct

import pytest

from tests.files.ole_files import biff8, number_cell, ole, record
from toolkit.files.biff_formulas import text_formula
from toolkit.files.workbooks import read_workbook
from toolkit.model.workbook import CellFault

JOINED = b"\x08"


def text(content: str) -> bytes:
    """Return a text as a token, in one byte a character where it can be."""
    try:
        return bytes((0x17, len(content), 0)) + content.encode("latin-1")
    except UnicodeEncodeError:
        return bytes((0x17, len(content), 1)) + content.encode("utf-16-le")


def cell(row: int, column: int) -> bytes:
    """Return a relative reference as a token."""
    return struct.pack("<BHH", 0x44, row, column | 0xC000)


def formula_cell(row: int, value: float, tokens: bytes) -> bytes:
    """Return a cell with a formula and the number that is stored as its value."""
    head = struct.pack("<HHHd", row, 0, 0, value) + bytes(6)
    return record(0x0006, head + struct.pack("<H", len(tokens)) + tokens)


@pytest.mark.parametrize(
    ("tokens", "formula"),
    [
        (text("已完成") + text("16") + JOINED, '="已完成"&"16"'),
        (text('说"好"') + cell(4, 27) + JOINED, '="说""好"""&AB5'),
        (text("a") + b"\x1e\x10\x00" + JOINED + text("b") + JOINED, '="a"&16&"b"'),
        (text("a") + b"\x1f" + struct.pack("<d", 1.5) + JOINED, '="a"&1.5'),
        (text("a") + text("b") + JOINED + b"\x15" + text("c") + JOINED, '=("a"&"b")&"c"'),
        (text("a") + b"\x19\x40\x00\x01" + text("b") + JOINED + b"\x15", '=("a"&"b")'),
        (text("a") + cell(0, 0) + b"\x42\x02" + struct.pack("<H", 336), '=CONCATENATE("a",A1)'),
    ],
)
def test_texts_put_together(tokens: bytes, formula: str) -> None:
    """Texts, numbers, cells of the sheet, brackets."""
    assert text_formula(tokens) == formula


@pytest.mark.parametrize(
    "tokens",
    [
        b"",
        b"\x1e\x10\x00",
        cell(0, 0),
        text("a"),
        b"\x1e\x01\x00\x1e\x01\x00\x03",
        text("a") + text("b") + JOINED + b"\x1e\x01\x00\x03",
        text("a") + b"\x19\x01\x00\x00" + text("b") + JOINED,
        text("a") + b"\x5a\x00\x00\x01\x00\x02\x00" + JOINED,
        text("a") + cell(0, 0) + b"\x42\x02\x04\x00",
        text("a") + b"\x42\x02" + struct.pack("<H", 336),
        text("a") + text("b"),
        text("a") + JOINED,
        text("a") + b"\x44\x00",
        b"\x17",
        text("很长")[:-1],
        b"\x01\x03\x00\x06\x00",
    ],
)
def test_other_formulas(tokens: bytes) -> None:
    """Sums, what changes with the clock, other sheets, other functions; and what is cut off."""
    assert text_formula(tokens) is None


def test_a_text_whose_value_is_a_number_was_never_computed() -> None:
    """LibreOffice stores 0 for a formula in a cell of the format text; a sum may come to 0."""
    total = b"\x1e\x01\x00\x1e\x01\x00\x04"
    cells = [
        formula_cell(0, 0, text("已完成") + text("16处") + JOINED),
        formula_cell(1, 0, total),
        number_cell(2, 0, 3),
    ]
    (sheet,) = read_workbook(ole({"Workbook": biff8(cells)})).sheets
    assert [row[0] for row in sheet.rows] == ['="已完成"&"16处"', 0.0, 3.0]
    assert isinstance(sheet.rows[0][0], CellFault)


def test_a_formula_that_several_cells_share_is_each_ones() -> None:
    """It is stated once, after the first of them."""
    tokens = text("") + text("无") + JOINED
    shares = struct.pack("<BHH", 1, 0, 0)
    stated = struct.pack("<HHBBBBH", 0, 1, 0, 0, 0, 2, len(tokens)) + tokens
    cells = [
        formula_cell(0, 0, shares),
        record(0x04BC, stated),
        formula_cell(1, 0, shares),
        formula_cell(2, 0, struct.pack("<BHH", 1, 2, 0)),
    ]
    (sheet,) = read_workbook(ole({"Workbook": biff8(cells)})).sheets
    assert [row[0] for row in sheet.rows] == ['=""&"无"', '=""&"无"', 0.0]
