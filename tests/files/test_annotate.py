"""A returned workbook with its faults marked; everything else stays the unit's own."""

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from tests.files.parts import parts
from tests.months import PLAN, SCHOOLS, fill, form, sent
from tests.office import Office
from toolkit.errors import UnreadableFileError
from toolkit.files import annotate
from toolkit.files.package import repacked
from toolkit.model.amendment import Amendment, Point
from toolkit.model.form import NOTE_AUTHOR

WHEN = datetime(2021, 10, 8, 16, 40)
EMPTY = Amendment(
    ("M003",),
    ("改造400口教室的护眼灯",),
    "进展表",
    "G5",
    (Point("V402", "“下月工作计划”没有填写。", "请写明。"),),
)
WHOLE = Amendment((), (), None, None, (Point("S301", "表头里没有“存在问题”一栏。", "请恢复。"),))


def annotated(data: bytes, entries: Sequence[Amendment], heading: str, when: datetime) -> bytes:
    """Return the marked workbook alone."""
    return annotate.annotated(data, entries, heading, when).data


@pytest.fixture
def filled(tmp_path: Path) -> bytes:
    """Return a form that a unit filled."""
    made = sent(tmp_path / "w")
    answers = {"M002": {PLAN: "=1+1"}}
    return fill(form(made, SCHOOLS), tmp_path / "回收.xlsx", answers).read_bytes()


def opened(data: bytes) -> Any:
    """Return a workbook for looking into."""
    return openpyxl.load_workbook(io.BytesIO(data))


def color(cell: Any) -> str | None:
    """Return the colour of a cell, None where it has none."""
    return cell.fill.fgColor.rgb if cell.fill.fill_type else None


def test_a_faulty_cell_is_tinted_and_says_what_to_do(filled: bytes) -> None:
    """All objections to one cell stand in one comment."""
    second = Point("V404", "太短。", "请展开。")
    both = replace(EMPTY, points=(*EMPTY.points, second))
    cell = opened(annotated(filled, [both], "请修改", WHEN))["进展表"]["G5"]
    assert color(cell) == "FFFFC7CE"
    assert cell.comment.author == NOTE_AUTHOR
    assert cell.comment.text == (
        "【汇总单位】1. “下月工作计划”没有填写。请写明。\n2. 太短。请展开。"
    )


def test_a_first_sheet_lists_everything(filled: bytes) -> None:
    """Its heading, then one line a fault, with its place or 全表; it opens first."""
    book = opened(annotated(filled, [EMPTY, WHOLE], "发展软环境保障局：请修改 2 处", WHEN))
    assert book.sheetnames == ["需修改事项", "进展表", "填报说明", "_minsheng"]
    assert book.active.title == "需修改事项"
    rows = list(book["需修改事项"].iter_rows(values_only=True))
    assert rows[0][0] == "发展软环境保障局：请修改 2 处"
    assert rows[1:] == [
        ("序号", "编号", "事项", "位置", "问题", "怎么办"),
        (1, "M003", EMPTY.names[0], "G5", "“下月工作计划”没有填写。", "请写明。"),
        (2, None, None, "全表", "表头里没有“存在问题”一栏。", "请恢复。"),
    ]


def test_the_list_prints_with_its_header_and_the_pages_number(filled: bytes) -> None:
    """Whoever corrects thirty cells with the printed list in hand has more than one page of it."""
    sheet = opened(annotated(filled, [EMPTY, WHOLE], "请修改", WHEN))["需修改事项"]

    assert sheet.print_title_rows == "$2:$2"
    assert sheet.oddFooter.center.text == "第 &P 页  共 &N 页"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_the_list_leads_to_the_cells(filled: bytes) -> None:
    """A link within the workbook; what concerns the whole form has none."""
    sheet = opened(annotated(filled, [EMPTY, WHOLE], "请修改", WHEN))["需修改事项"]
    assert sheet["D3"].hyperlink.location == "'进展表'!G5"
    assert sheet["D3"].hyperlink.target is None
    assert sheet["D4"].hyperlink is None


def test_a_link_to_a_sheet_with_an_apostrophe_is_quoted(tmp_path: Path) -> None:
    """A sheet may be called what a unit likes."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "9月'定稿"
    book.save(tmp_path / "表.xlsx")
    data = (tmp_path / "表.xlsx").read_bytes()
    marked = annotated(data, [replace(EMPTY, sheet="9月'定稿", cell="A1")], "请修改", WHEN)
    assert opened(marked)["需修改事项"]["D3"].hyperlink.location == "'9月''定稿'!A1"


@pytest.mark.office
def test_the_link_leads_there_in_libreoffice(office: Office, filled: bytes, tmp_path: Path) -> None:
    """LibreOffice reads the whole workbook, the list first; its texts are what we wrote."""
    path = tmp_path / "退回.xlsx"
    path.write_bytes(annotated(filled, [EMPTY], "请修改", WHEN))
    read = office.read(path)
    assert next(iter(read)) == "需修改事项"
    assert read["需修改事项"]["D3"] == "G5"
    assert read["需修改事项"]["E3"] == "“下月工作计划”没有填写。"


def test_marks_of_an_earlier_round_are_taken_off(filled: bytes) -> None:
    """A corrected cell looks again as it was sent out; the list tells only of now."""
    locked = replace(EMPTY, cell="A2", points=(Point("D205", "填报单位不对。", "请改。"),))
    first = annotated(filled, [EMPTY, locked, WHOLE], "第一次", WHEN)
    book = opened(annotated(first, [replace(EMPTY, cell="E4")], "第二次", WHEN))
    sheet = book["进展表"]
    assert sheet["G5"].comment is None
    assert color(sheet["G5"]) == color(sheet["F5"]) == "FFFFF8DC"
    assert sheet["A2"].comment is None
    assert color(sheet["A2"]) is None
    assert color(sheet["E4"]) == "FFFFC7CE"
    assert book.sheetnames.count("需修改事项") == 1
    assert book["需修改事项"].max_row == 3


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
def test_marks_are_known_again_after_another_program_saved_the_file(
    office: Office, filled: bytes, tmp_path: Path, suffix: str
) -> None:
    """The unit corrects its copy in LibreOffice, whatever becomes of the comment's author there."""
    (tmp_path / "退回.xlsx").write_bytes(annotated(filled, [EMPTY], "请修改", WHEN))
    office.fill(tmp_path / "退回.xlsx", tmp_path / f"改{suffix}", {("进展表", "G5"): "验收。"})
    if suffix == ".xls":
        office.fill(tmp_path / "改.xls", tmp_path / "改.xlsx", {})
    book = opened(annotated((tmp_path / "改.xlsx").read_bytes(), [WHOLE], "第二次", WHEN))
    assert book["进展表"]["G5"].comment is None
    assert color(book["进展表"]["G5"]) == color(book["进展表"]["F5"])
    assert book["进展表"]["G5"].value == "验收。"


def test_a_units_own_remark_is_kept_and_comes_back(filled: bytes) -> None:
    """Ours stands before it, and goes without it."""
    book = opened(filled)
    book["进展表"]["G5"].comment = Comment("此项由财政局核实", "张三")
    data = io.BytesIO()
    book.save(data)
    marked = annotated(data.getvalue(), [EMPTY], "请修改", WHEN)
    text = opened(marked)["进展表"]["G5"].comment.text
    assert text.startswith("【汇总单位】“下月工作计划”没有填写。")
    assert text.endswith("此项由财政局核实")
    cleared = opened(annotated(marked, [WHOLE], "第二次", WHEN))
    assert cleared["进展表"]["G5"].comment.text == "此项由财政局核实"


def test_a_mark_inside_merged_cells_goes_to_the_one_that_shows(filled: bytes) -> None:
    """序号 and 项目名称 are merged over a project's items: A4 and A5 show as one."""
    sheet = opened(annotated(filled, [replace(EMPTY, cell="A5")], "请修改", WHEN))["进展表"]
    assert "A4:A5" in {str(area) for area in sheet.merged_cells.ranges}
    assert sheet["A4"].comment.text.startswith("【汇总单位】")
    assert color(sheet["A4"]) == "FFFFC7CE"


def test_everything_else_stays(filled: bytes) -> None:
    """Values, merged cells, protection, drop-downs and limits, hidden identity, print settings."""
    before, after = opened(filled), opened(annotated(filled, [EMPTY], "请修改", WHEN))
    old, new = before["进展表"], after["进展表"]
    assert [c.value for r in new.iter_rows() for c in r] == [
        c.value for r in old.iter_rows() for c in r
    ]
    assert {str(a) for a in new.merged_cells.ranges} == {str(a) for a in old.merged_cells.ranges}
    assert new.protection.sheet
    assert [c.protection.locked for c in new[5]] == [c.protection.locked for c in old[5]]
    assert [(str(v.sqref), v.type, v.formula1) for v in new.data_validations.dataValidation] == [
        (str(v.sqref), v.type, v.formula1) for v in old.data_validations.dataValidation
    ]
    assert new.data_validations.dataValidation
    assert new.column_dimensions["H"].hidden
    assert (new.print_title_rows, new.freeze_panes) == (old.print_title_rows, old.freeze_panes)
    assert after["_minsheng"].sheet_state == "veryHidden"
    assert [c.value for c in after["_minsheng"]["B"]] == [c.value for c in before["_minsheng"]["B"]]


def test_a_text_that_looks_like_a_formula_stays_a_text(filled: bytes) -> None:
    """In the unit's cells and in our own list."""
    marked = annotated(
        filled, [replace(EMPTY, points=(Point("V403", "=SUM(A1)", ""),))], "=请修改", WHEN
    )
    book = opened(marked)
    assert book["进展表"]["G4"].value == "=1+1"
    for cell in (book["进展表"]["G4"], book["需修改事项"]["A1"], book["需修改事项"]["E3"]):
        assert cell.data_type == "s"


def test_rows_still_grow_with_what_is_typed(tmp_path: Path) -> None:
    """A row without `customHeight` grows; none of them gets one."""
    made = form(sent(tmp_path / "w"), SCHOOLS).read_bytes()
    sheet = _parts(annotated(made, [EMPTY], "请修改", WHEN))["xl/worksheets/sheet1.xml"]
    rows = dict(re.findall(rb'<row r="(\d+)"([^>]*)>', sheet))
    assert b"customHeight" not in rows[b"4"] + rows[b"5"]


def test_the_same_marks_give_the_same_bytes(filled: bytes) -> None:
    """However often, and at whatever moment they are made."""
    assert annotated(filled, [EMPTY, WHOLE], "请修改", WHEN) == annotated(
        filled, [EMPTY, WHOLE], "请修改", WHEN
    )


def test_the_given_workbook_is_not_changed(filled: bytes) -> None:
    """Bytes in, other bytes out."""
    before = bytes(filled)
    annotated(filled, [EMPTY], "请修改", WHEN)
    assert filled == before


def test_what_openpyxl_cannot_edit_is_refused(filled: bytes) -> None:
    """An .xls, a damaged file, and one whose sheets openpyxl does not see (ISO 29500 Strict)."""
    namespaces = (
        (
            b"schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            b"schemas.openxmlformats.org/officeDocument/2006/",
            b"purl.oclc.org/ooxml/officeDocument/",
        ),
    )
    strict = dict(_parts(filled))
    for old, new in namespaces:
        strict = {name: part.replace(old, new) for name, part in strict.items()}
    for data in (b"\xd0\xcf\x11\xe0", filled[:500], repacked(filled, None, strict)):
        with pytest.raises(UnreadableFileError, match="无法在原文件上标注"):
            annotated(data, [EMPTY], "请修改", WHEN)


def _parts(data: bytes) -> dict[str, bytes]:
    return parts(io.BytesIO(data))


def changed(data: bytes, old: str, new: str) -> bytes:
    """Return a form with a piece of its first sheet's XML put in another's place."""
    sheet = parts(io.BytesIO(data))["xl/worksheets/sheet1.xml"]
    assert old.encode() in sheet
    return repacked(
        data, parts={"xl/worksheets/sheet1.xml": sheet.replace(old.encode(), new.encode(), 1)}
    )


def test_a_formatted_cell_at_the_end_of_the_sheet_costs_nothing(filled: bytes) -> None:
    """Whole rows and columns are formatted; the cells up to the last one are not gone through."""
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    book = opened(annotated(changed(filled, "</sheetData>", far), [EMPTY], "请修改", WHEN))
    assert color(book["进展表"]["G5"]) == "FFFFC7CE"


@pytest.mark.parametrize(
    "large",
    [
        '</sheetData><mergeCells count="1"><mergeCell ref="A900:XFD1048576"/></mergeCells>',
        '</sheetData><hyperlinks><hyperlink ref="$A$900:$XFD$1048576"/></hyperlinks>',
    ],
    ids=["merge", "link"],
)
def test_a_range_of_a_thousand_million_cells_costs_nothing(filled: bytes, large: str) -> None:
    """It is one element; nothing is made of its cells."""
    sheet = parts(
        io.BytesIO(annotated(changed(filled, "</sheetData>", large), [EMPTY], "改", WHEN))
    )
    assert b"XFD" in sheet["xl/worksheets/sheet1.xml"]


def test_what_would_take_long_is_not_edited(filled: bytes) -> None:
    """Nobody could end it: ten megabytes of rows, in the program itself."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(900, 300_000))
    with pytest.raises(UnreadableFileError, match="无法在原文件上标注"):
        annotated(changed(filled, "</sheetData>", f"{rows}</sheetData>"), [EMPTY], "请修改", WHEN)
