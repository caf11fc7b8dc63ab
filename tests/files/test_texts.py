"""Texts are read as Excel shows them, however the file holds them."""

import pytest

from tests.files.packages import (
    SHEET,
    STRINGS,
    package,
    plain_parts,
    sheet_xml,
    strings_xml,
    workbook,
)
from toolkit.errors import UnreadableFileError
from toolkit.files.workbooks import read_workbook


def texts(data: bytes) -> list[object]:
    """Return the first row."""
    return list(read_workbook(data).sheets[0].rows[0])


def of_strings(strings: str, count: int = 1) -> list[object]:
    """Return how the texts of a table of texts are read."""
    cells = "".join(f'<c t="s"><v>{n}</v></c>' for n in range(count))
    return texts(workbook(f'<row r="1">{cells}</row>', strings))


def test_rich_text_is_one_text_without_its_reading_aid() -> None:
    """Phonetic runs (rPh) are what stands small above the characters (ECMA-376, 18.4.6)."""
    assert of_strings(
        "<si><r><t>新建</t></r><r><t>学校</t></r><rPh sb='0' eb='1'><t>xinjian</t></rPh></si>"
    ) == ["新建学校"]


@pytest.mark.parametrize(
    "written",
    ["一_x000D_\n二", "一_x000d_\n二", "一&#13;&#10;二", "一&#xD;二", "一\r\n二", "一\n二"],
)
def test_a_line_break_is_one_sign(written: str) -> None:
    """Excel escapes the carriage return that other systems put into a cell."""
    assert of_strings(f"<si><t>{written}</t></si>") == ["一\n二"]
    inline = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{written}</t></is></c></row>'
    assert texts(workbook(inline)) == ["一\n二"]


def test_signs_that_nobody_sees_are_left_out() -> None:
    """What a database put into a text; an escaped underscore stays one."""
    assert of_strings("<si><t>学_x0000_校_x0007_a_x005F_x0041_</t></si>") == ["学校a_x0041_"]


def test_inline_texts_are_read() -> None:
    """Systems that export write the text into the cell."""
    row = '<row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c></row>'
    assert texts(workbook(row)) == ["甲乙"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "GB2312", "gb18030"])
def test_parts_in_other_encodings_are_read(encoding: str) -> None:
    """Calamine reads a sheet in UTF-16 as empty, and fails on GB 2312."""
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>'

    def encoded(xml: str) -> bytes:
        return xml.replace("UTF-8", encoding).encode(encoding)

    parts = {
        **plain_parts(),
        SHEET: encoded(sheet_xml(rows)),
        STRINGS: encoded(strings_xml("<si><t>建设公厕</t></si>")),
    }
    assert texts(package(parts)) == ["建设公厕", 2.0]


def test_a_part_that_is_not_what_it_says_is_damaged() -> None:
    """Half a character, say."""
    wrong = sheet_xml("").replace("UTF-8", "GB2312").encode() + b"\xff\xff"
    with pytest.raises(UnreadableFileError, match="文字编码"):
        read_workbook(package({**plain_parts(), SHEET: wrong}))


def test_empty_rows_at_the_end_are_left_out() -> None:
    """Somebody gave the whole sheet a border."""
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>' + "".join(
        f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" t="str"><v></v></c></row>'
        for n in range(2, 900)
    )
    assert [list(row) for row in read_workbook(workbook(rows)).sheets[0].rows] == [[1.0, ""]]


def test_strict_open_xml_is_read() -> None:
    """Excel's own other .xlsx (ISO/IEC 29500-1 Strict); openpyxl finds no sheet in it."""
    old, new = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="d"><v>2024-09-30</v></c>'
        '<c r="C1" t="e"><v>#N/A</v></c></row>'
    )
    parts = {
        **plain_parts(),
        SHEET: sheet_xml(rows).encode(),
        STRINGS: strings_xml("<si><t>进展</t></si>").encode(),
    }
    strict = {
        name: part
        if name.startswith("[")
        else part.replace(old + b"spreadsheetml/2006/main", new + b"spreadsheetml/main").replace(
            old + b"officeDocument/2006/", new + b"officeDocument/"
        )
        for name, part in parts.items()
    }
    assert [str(value) for value in texts(package(strict))] == ["进展", "2024-09-30", "#N/A"]
