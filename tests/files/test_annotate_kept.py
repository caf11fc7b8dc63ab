"""What a marked return keeps of the unit's own file: all that is no mark."""

import io
import re
from datetime import datetime
from pathlib import Path

import pytest

from tests.files import kept
from tests.files.parts import parts
from tests.office import Office
from toolkit.errors import UnreadableFileError
from toolkit.files.annotate import annotated
from toolkit.files.package import repacked
from toolkit.files.workbooks import read_workbook
from toolkit.model.amendment import Amendment, Point

WHEN = datetime(2021, 10, 8, 16, 40)
SHEET_PART, NOTES_PART = "xl/worksheets/sheet1.xml", "xl/comments1.xml"
LIST_PART = "xl/worksheets/sheet3.xml"


def at(cell: str) -> Amendment:
    """Return something to mend at a cell."""
    point = Point("V403", "“存在问题”填的是“否”。", "没有问题的填“无”。")
    return Amendment(("M001",), ("修路",), kept.SHEET, cell, (point,))


def marked(data: bytes, *cells: str) -> dict[str, bytes]:
    """Return the parts of a workbook with marks at cells."""
    return parts(io.BytesIO(annotated(data, [at(cell) for cell in cells], "请修改", WHEN).data))


@pytest.fixture
def theirs(tmp_path: Path) -> bytes:
    """Return a workbook with pictures, shapes, charts and buttons."""
    return kept.workbook(tmp_path / "表.xlsx")


def test_only_parts_with_marks_change(theirs: bytes) -> None:
    """Pictures, shapes, charts, texts, links to other files: byte for byte as they came."""
    before, after = parts(io.BytesIO(theirs)), marked(theirs, "A2")
    assert set(after) - set(before) == {LIST_PART}
    assert set(before) - set(after) == set()
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml",
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/styles.xml",
        "xl/workbook.xml",
        SHEET_PART,
    }


def test_within_the_sheet_only_the_marked_cell_changes(theirs: bytes) -> None:
    """What formulas computed, the colour within a text, sparklines, validations, the protection."""
    before = parts(io.BytesIO(theirs))[SHEET_PART]
    after = marked(theirs, "A2")[SHEET_PART]
    for piece in (b"<v>2</v>", b"sparkline", b"<dataValidation ", b"x14:cfRule"):
        assert after.count(piece) == before.count(piece) > 0
    body = re.compile(rb"<sheetData>.*", re.DOTALL)
    shown = re.sub(rb'<c r="A2"[^>]*>', b'<c r="A2" t="s">', body.findall(after)[0])
    assert shown == body.findall(before)[0]


def test_a_button_and_a_remark_of_the_units_own_stay(theirs: bytes) -> None:
    """The new comment's box stands beside theirs, with a number of its own."""
    boxes = marked(theirs, "A2")["xl/drawings/vmlDrawing1.vml"]
    assert boxes.count(b'ObjectType="Button"') == 1
    assert boxes.count(b'ObjectType="Note"') == 2
    numbers = re.findall(rb'id="(_x0000_s\d+)"', boxes)
    assert len(set(numbers)) == len(numbers) == 3


def test_an_unclosed_line_break_in_a_buttons_label_is_no_obstacle(theirs: bytes) -> None:
    """Excel writes <br> there, as in a page."""
    name = "xl/drawings/vmlDrawing1.vml"
    label = parts(io.BytesIO(theirs))[name].replace("汇总".encode(), "汇<br>总".encode())
    boxes = marked(repacked(theirs, None, {name: label}), "A2")[name]
    assert "汇<br/>总".encode() in boxes


def test_a_sheet_with_a_button_and_no_comment_gets_its_first_one(theirs: bytes) -> None:
    """The drawing is there, the comments are not."""
    before = parts(io.BytesIO(theirs))
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    changed = {
        rels: re.sub(rb"<Relationship [^>]*relationships/comments[^>]*/>", b"", before[rels]),
        "[Content_Types].xml": re.sub(
            rb"<Override [^>]*comments1[^>]*/>", b"", before["[Content_Types].xml"]
        ),
    }
    after = marked(repacked(theirs, None, changed, without=[NOTES_PART]), "A2")
    assert "【汇总单位】".encode() in after[NOTES_PART]
    assert b"/xl/comments1.xml" in after["[Content_Types].xml"]
    assert after[SHEET_PART].count(b"<legacyDrawing ") == 1


def test_a_name_of_one_sheet_stays_with_it(theirs: bytes) -> None:
    """Print titles go by a sheet's place, which the new first sheet moves; so twice."""
    once = annotated(theirs, [at("A2")], "请修改", WHEN).data
    twice = annotated(once, [at("B1")], "请再修改", WHEN).data
    for data in (once, twice):
        book = parts(io.BytesIO(data))["xl/workbook.xml"].decode()
        names = re.findall(r'<definedName name="([^"]+)"(?: localSheetId="(\d+)")?', book)
        assert names == [
            ("_xlnm.Print_Titles", "1"),
            ("范围", ""),
            ("_xlnm.Print_Titles", "0"),
        ]
        assert book.count('name="需修改事项"') == 1


def test_macros_are_kept_under_the_suffix_that_they_need(tmp_path: Path) -> None:
    """Excel opens no macros in a file named .xlsx."""
    data = kept.workbook(tmp_path / "表.xlsm", macros=True)
    made = annotated(data, [at("A2")], "请修改", WHEN)
    assert made.suffix == ".xlsm"
    assert parts(io.BytesIO(made.data))["xl/vbaProject.bin"] == b"macros"


def test_a_template_goes_back_as_an_ordinary_workbook(theirs: bytes) -> None:
    """Excel refuses a template that is named .xlsx."""
    types = parts(io.BytesIO(theirs))["[Content_Types].xml"]
    template = types.replace(b"spreadsheetml.sheet.main", b"spreadsheetml.template.main")
    data = repacked(theirs, None, {"[Content_Types].xml": template})
    assert annotated(data, [at("A2")], "请修改", WHEN).suffix == ".xlsx"
    assert b"template.main" not in marked(data, "A2")["[Content_Types].xml"]


def test_a_signature_is_taken_off(theirs: bytes) -> None:
    """It held for the file as it was; Excel would call this one forged."""
    rels = parts(io.BytesIO(theirs))["_rels/.rels"]
    origin = (
        b'<Relationship Id="rId9" Target="_xmlsignatures/origin.sigs" Type="http://schemas'
        b'.openxmlformats.org/package/2006/relationships/digital-signature/origin"/>'
    )
    signed = {
        "_rels/.rels": rels.replace(b"</Relationships>", origin + b"</Relationships>"),
        "_xmlsignatures/origin.sigs": b"",
    }
    after = marked(repacked(theirs, None, signed), "A2")
    assert b"signature" not in after["_rels/.rels"]
    assert "_xmlsignatures/origin.sigs" not in after


def test_our_comment_takes_the_place_of_a_discussion_and_quotes_it(theirs: bytes) -> None:
    """Excel shows a thread instead of the comment beside it."""
    before = parts(io.BytesIO(theirs))
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    thread = (
        b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/'
        b'threadedcomments"><threadedComment ref="A3" id="{1}"><text>x</text></threadedComment>'
        b"</ThreadedComments>"
    )
    relation = (
        b'<Relationship Id="rId99" Target="../threadedComments/threadedComment1.xml" Type='
        b'"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"/>'
    )
    changed = {
        rels: before[rels].replace(b"</Relationships>", relation + b"</Relationships>"),
        "xl/threadedComments/threadedComment1.xml": thread,
    }
    after = marked(repacked(theirs, None, changed), "A3")
    assert "xl/threadedComments/threadedComment1.xml" not in after
    assert b"threadedComment" not in after[rels]
    assert "【原批注】单位自己的批注" in after[NOTES_PART].decode()


def test_cells_that_do_not_say_where_they_are_stay_in_place(theirs: bytes) -> None:
    """Rows and cells may go without their number; a new cell before them moves none."""
    sheet = parts(io.BytesIO(theirs))[SHEET_PART]
    rows = b'<sheetData><row><c><v>1</v></c><c r="D1"><v>4</v></c></row><row><c><v>5</v></c></row>'
    data = re.sub(rb"<sheetData>.*</sheetData>", rows + b"</sheetData>", sheet, flags=re.DOTALL)
    made = annotated(repacked(theirs, None, {SHEET_PART: data}), [at("B1")], "改", WHEN).data
    found = next(s for s in read_workbook(made).sheets if s.name == kept.SHEET)
    assert [[value for value in row if value != ""] for row in found.rows] == [[1.0, 4.0], [5.0]]
    assert found.rows[0][3] == 4.0


def test_a_mark_on_an_empty_cell_looks_like_its_column(theirs: bytes) -> None:
    """There is no cell yet; one is made between its neighbours, with the column's format."""
    found = re.findall(rb'<c r="C2" s="(\d+)"', marked(theirs, "C2")[SHEET_PART])
    assert len(found) == 1
    names = re.findall(rb'<c r="([A-Z]2)"', marked(theirs, "C2")[SHEET_PART])
    assert names == [b"A2", b"B2", b"C2"]


def test_a_file_whose_parts_do_not_fit_together_is_refused(theirs: bytes) -> None:
    """A sheet without rows, a workbook without formats; the unit gets a form instead."""
    broken: tuple[bytes, ...] = (
        repacked(theirs, None, {SHEET_PART: b"<worksheet/>"}),
        repacked(theirs, None, {"xl/styles.xml": b"<x"}),
        repacked(theirs, without=["xl/styles.xml"]),
    )
    for data in broken:
        with pytest.raises(UnreadableFileError, match="无法在原文件上标注"):
            annotated(data, [at("A2")], "请修改", WHEN)


@pytest.mark.office
@pytest.mark.parametrize("by_libreoffice", [False, True])
def test_libreoffice_reads_it_with_all_that_was_there(
    office: Office, tmp_path: Path, by_libreoffice: bool
) -> None:
    """Marked as it came, or after LibreOffice saved it, which makes parts of another kind."""
    source = tmp_path / "表.xlsx"
    kept.workbook(source)
    if by_libreoffice:
        office.fill(source, tmp_path / "存.xlsx", {})
        source = tmp_path / "存.xlsx"
    before = parts(source)
    made = tmp_path / "退回.xlsx"
    made.write_bytes(annotated(source.read_bytes(), [at("A2")], "请修改", WHEN).data)
    after = parts(made)
    pictures = {name for name in before if "/media/" in name or "/charts/" in name}
    assert pictures
    assert all(after[name] == before[name] for name in pictures)
    office.fill(made, tmp_path / "改.xlsx", {(kept.SHEET, "A7"): "改好"}, unprotect=True)
    read = office.read(tmp_path / "改.xlsx")
    assert list(read) == ["需修改事项", kept.SHEET, "附表"]
    assert read[kept.SHEET]["B1"] == "2"
    assert read["需修改事项"]["D3"] == "A2"
    sheets = {
        sheet.name: sheet for sheet in read_workbook((tmp_path / "改.xlsx").read_bytes()).sheets
    }
    notes = {(n.row, n.column): n.text for n in sheets[kept.SHEET].notes}
    assert notes[1, 0].startswith("【汇总单位】“存在问题”填的是“否”。")
    assert notes[2, 0] == "单位自己的批注"
