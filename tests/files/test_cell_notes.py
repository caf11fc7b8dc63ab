"""What people pin to cells is read with them: notes, comments, discussions."""

import io
import struct
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

from tests.files.ole_files import biff8, number_cell, ole, record
from tests.files.packages import package
from tests.files.parts import parts
from tests.office import Office
from toolkit.files import cell_notes, old_excel
from toolkit.files.workbooks import read_workbook
from toolkit.model.workbook import CellNote

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THREADED = "http://schemas.microsoft.com/office/2017/10/relationships"
EXPLANATION = (
    "[线程批注]\n\n你的Excel版本可读取此线程批注; 但如果在更新版本的Excel中打开文件，则对批注所作的"
    "任何编辑都将被删除。了解详细信息: https://go.microsoft.com/fwlink/?linkid=870924\n\n"
    "注释:\n    数字对不上"
)


def notes(data: bytes) -> list[tuple[CellNote, ...]]:
    """Return the notes of every sheet."""
    return [sheet.notes for sheet in read_workbook(data).sheets]


def noted() -> bytes:
    """Return a workbook as xlsxwriter makes it: a sheet without notes and one with two."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("说明").write_string(0, 0, "说明")
        sheet = book.add_worksheet("进展表")
        sheet.write_string("B2", "在建")
        sheet.write_comment("B2", "张三:\n请核对\n数字", {"author": "张三"})
        sheet.write_comment("D9", "领导:\n已阅")
    return stream.getvalue()


def texts(data: bytes) -> dict[str, str]:
    """Return a workbook's parts, of which this one has only such with text."""
    return {name: str(part, "utf-8") for name, part in parts(io.BytesIO(data)).items()}


def test_notes_are_told_with_cell_text_and_author() -> None:
    """The author's name above the text is Excel's; another's name is the text's own."""
    expected = (CellNote(1, 1, "请核对\n数字", "张三"), CellNote(8, 3, "领导:\n已阅"))
    assert notes(noted()) == [(), expected]


def test_notes_of_another_program_are_found_wherever_it_puts_them() -> None:
    """Openpyxl calls the part /xl/comments/comment1.xml."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "x"
    book.worksheets[0]["C3"].comment = Comment("请补充", "李四")
    stream = io.BytesIO()
    book.save(stream)
    assert notes(stream.getvalue()) == [(CellNote(2, 2, "请补充", "李四"),)]


def discussed(threads: str | None) -> bytes:
    """Return that workbook with a discussion of B2, as Excel 365 saves it."""
    found = texts(noted())
    name = "xl/comments1.xml"
    xml = found[name].replace("张三:\n请核对\n数字", EXPLANATION)
    found[name] = xml.replace("<author>张三</author>", "<author>tc={1}</author>")
    if threads is not None:
        rels = "xl/worksheets/_rels/sheet2.xml.rels"
        found[rels] = found[rels].replace(
            "</Relationships>",
            f'<Relationship Id="rId9" Type="{THREADED}/threadedComment"'
            ' Target="../threadedComments/threadedComment1.xml"/></Relationships>',
        )
        main = "xl/_rels/workbook.xml.rels"
        found[main] = found[main].replace(
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{THREADED}/person" Target="persons/person.xml"/>'
            "</Relationships>",
        )
        space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
        found["xl/threadedComments/threadedComment1.xml"] = (
            f'<ThreadedComments xmlns="{space}">{threads}</ThreadedComments>'
        )
        found["xl/persons/person.xml"] = (
            f'<personList xmlns="{space}"><person displayName="王五" id="{{5}}"/></personList>'
        )
    return package(found)


def test_a_discussion_stands_for_itself() -> None:
    """Not for the note beside it, which explains to older programs that there is one."""
    threads = (
        '<threadedComment ref="B2" personId="{5}" id="{a}"><text>数字对不上</text></threadedComment>'
        '<threadedComment ref="B2" personId="{6}" id="{b}" parentId="{a}"><text>已改</text>'
        "</threadedComment>"
    )
    others = CellNote(8, 3, "领导:\n已阅")
    assert notes(discussed(threads))[1] == (
        *(others, CellNote(1, 1, "数字对不上", "王五"), CellNote(1, 1, "已改")),
    )


def test_where_a_discussion_is_lost_the_note_beside_it_tells_what_was_said() -> None:
    """WPS keeps the note only."""
    assert notes(discussed(None))[1][0] == CellNote(1, 1, "数字对不上")


def test_damaged_notes_do_not_cost_the_cells() -> None:
    """They are beside the point, literally."""
    found = texts(noted())
    found["xl/comments1.xml"] = "<comments><commentList>"
    read = read_workbook(package(found)).sheets[1]
    assert (read.rows[1][1], read.notes) == ("在建", ())


def test_a_note_of_no_cell_and_one_that_says_nothing_are_none() -> None:
    """Someone drew an empty one."""
    found = texts(noted())
    xml = found["xl/comments1.xml"]
    found["xl/comments1.xml"] = xml.replace('ref="B2"', 'ref="B0"').replace("领导:\n已阅", " ")
    assert notes(package(found))[1] == ()


def test_a_workbook_without_notes_is_not_searched_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nearly all returns have none: they pay for a look at the names of their parts."""
    monkeypatch.delattr(cell_notes, "parse_xml")
    monkeypatch.delattr(old_excel, "notes_of")
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet().write_string(0, 0, "x")
    assert notes(stream.getvalue()) == [()]
    assert notes(ole({"Workbook": biff8([number_cell(0, 0, 1)])})) == [()]


def xls_note(row: int, column: int, number: int, *pieces: bytes, author: str = "张三") -> bytes:
    """Return the records of a note: its object, its text in pieces, and its cell."""
    length = sum(len(piece) - 1 >> piece[0] for piece in pieces)
    drawn = record(0x005D, struct.pack("<HHHHH", 0x15, 0x12, 0x19, number, 0x4011) + bytes(16))
    head = record(0x01B6, struct.pack("<HH6xHHI", 0x212, 0, length, 16, 0))
    texts = b"".join(record(0x003C, piece) for piece in pieces) + record(0x003C, bytes(16))
    name = struct.pack("<HB", len(author), 1) + author.encode("utf-16-le") + b"\0"
    return drawn + head + texts + record(0x001C, struct.pack("<4H", row, column, 0, number) + name)


def test_an_xls_tells_its_notes() -> None:
    """A text in two records, one wide and one narrow, without the author's name above it."""
    wide = b"\1" + "张三:\n请核对".encode("utf-16-le")
    cells = [number_cell(0, 0, 3), xls_note(4, 2, 1, wide, b"\0 123"), xls_note(5, 0, 2, b"\0ok")]
    expected = (CellNote(4, 2, "请核对 123", "张三"), CellNote(5, 0, "ok", "张三"))
    data = ole({"Workbook": biff8(cells)})
    assert notes(data) == [expected]
    stream = biff8(cells)
    assert notes(ole({"Workbook": stream}, {"Workbook": biff8([])})) == [expected]  # by xlrd


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods", ".fods"])
def test_other_formats_tell_the_same(office: Office, tmp_path: Path, suffix: str) -> None:
    """What LibreOffice saves of a workbook with notes; it keeps authors where the format does."""
    (tmp_path / "表.xlsx").write_bytes(noted())
    target = tmp_path / f"存{suffix}"
    office.fill(tmp_path / "表.xlsx", target, {("进展表", "B2"): "完工"})
    first, second = read_workbook(target.read_bytes()).sheets
    assert first.notes == ()
    assert [(n.row, n.column) for n in second.notes] == [(1, 1), (8, 3)]
    assert second.notes[0].text.endswith("请核对\n数字")
    assert second.notes[1].text == "领导:\n已阅"
    assert second.rows[1][1] == "完工"
