"""3退回: what a unit has to correct, in its own workbook, until it is corrected."""

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from tests.files.parts import parts
from tests.files.test_locked import encrypted
from tests.months import (
    IN_TIME,
    LATE,
    PERIOD,
    PLAN,
    PROBLEM,
    PROGRESS,
    ROADS,
    SCHOOLS,
    SENT,
    all_returned,
    cells,
    edit_list,
    form,
    minsheng,
    returned,
    sent,
    turn,
)
from tests.office import Office
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import merge_month
from toolkit.app.period_end import check_period
from toolkit.app.start import start
from toolkit.app.workspace import Workspace
from toolkit.files.package import repacked
from toolkit.files.resources import sample
from toolkit.model.submission import FileStatus

FAULTY = {"M002": {PROBLEM: "否"}, "M003": {PLAN: ""}}


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder in which one unit's return has two faults."""
    made = sent(tmp_path / "w")
    all_returned(made)
    returned(made, SCHOOLS, changes=FAULTY)
    return made


def copy_of(made: Workspace, unit: str = SCHOOLS) -> Path:
    """Return where a unit's annotated copy lies."""
    return made.root / PERIOD / "3退回" / f"{unit}.xlsx"


def note_of(made: Workspace, unit: str = SCHOOLS) -> Path:
    """Return where a unit's note lies."""
    return made.root / PERIOD / "3退回" / f"{unit}退回修改通知.docx"


def corrected(source: Path, target: Path) -> None:
    """Mend both faults in an annotated copy, as the unit does."""
    book = openpyxl.load_workbook(source)
    sheet: Any = book["进展表"]
    sheet["F4"], sheet["G5"] = "无", "验收。"
    book.save(target)


def test_a_table_on_its_side_is_marked_where_its_faults_stand(made: Workspace) -> None:
    """The unit finds the mark at the very cell that it has to mend."""
    path = made.root / PERIOD / "2回收" / f"{SCHOOLS}.xlsx"
    turn(path)
    check_period(made, PERIOD, IN_TIME)
    marked: Any = openpyxl.load_workbook(copy_of(made))["进展表"]
    commented = {
        marked.cell(cell.row, 1).value: cell.value
        for row in marked.iter_rows()
        for cell in row
        if cell.comment and "【汇总单位】" in cell.comment.text
    }
    assert commented == {"存在问题": "否", "下月工作计划": None}


def test_a_faulty_return_goes_back_marked_and_the_others_do_not(made: Workspace) -> None:
    """One copy a unit, with as many lines in its list as there are faults."""
    result = check_period(made, PERIOD, IN_TIME)
    assert [(o.unit, o.path) for o in result.outputs if o.kind == "returned"] == [
        (SCHOOLS, copy_of(made))
    ]
    assert set(copy_of(made).parent.iterdir()) == {copy_of(made), note_of(made)}
    book = openpyxl.load_workbook(copy_of(made))
    listed = book["需修改事项"]
    assert listed["A1"].value == f"{SCHOOLS}：以下 2 处请修改后重新报送（10月8日前为按时）"
    assert [(r[1], r[3]) for r in listed.iter_rows(min_row=3, values_only=True)] == [
        ("M002", "F4"),
        ("M003", "G5"),
    ]
    assert "“否”" in book["进展表"]["F4"].comment.text


def said(path: Path) -> str:
    """Return all text of a Word document, its tables' last."""
    document = Document(str(path))
    rows = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *rows])


def test_a_note_goes_with_the_copy(made: Workspace) -> None:
    """An official letter that lists the same places in the same order, and names the copy."""
    result = check_period(made, PERIOD, IN_TIME)
    notes = [(o.unit, o.path) for o in result.outputs if o.kind == "returned.note"]
    assert notes == [(SCHOOLS, note_of(made))]
    text = said(note_of(made))
    assert "有2处需要修改。请逐项修改后，于10月8日前重新报送。" in text
    assert f"“{SCHOOLS}.xlsx”" in text
    assert text.index("F4") < text.index("G5")
    assert text.index("2021年10月8日") < text.index("F4")  # paragraphs come first in `said`


def test_note_and_copy_disappear_together_when_all_is_mended(made: Workspace) -> None:
    """A note that somebody signed, that is changed, stays."""
    check_period(made, PERIOD, IN_TIME)
    corrected(copy_of(made), made.root / "改好.xlsx")
    merge_month(made, PERIOD, [made.root / "改好.xlsx"], LATE)
    assert list(copy_of(made).parent.iterdir()) == []


def test_a_changed_note_stays(made: Workspace) -> None:
    """The coordinator wrote a telephone number into it."""
    check_period(made, PERIOD, IN_TIME)
    document = Document(str(note_of(made)))
    document.paragraphs[0].text = "已电话告知"
    document.save(str(note_of(made)))
    corrected(copy_of(made), made.root / "改好.xlsx")
    merge_month(made, PERIOD, [made.root / "改好.xlsx"], LATE)
    assert list(copy_of(made).parent.iterdir()) == [note_of(made)]


def test_a_clean_month_makes_no_note(tmp_path: Path) -> None:
    """Nor does it touch the template."""
    made = sent(tmp_path / "w")
    all_returned(made)
    check_period(made, PERIOD, IN_TIME)
    assert list((made.root / PERIOD / "3退回").iterdir()) == []


def test_a_unit_whose_file_cannot_be_opened_gets_a_note_alone(made: Workspace) -> None:
    """There is nothing to mark; what to send is said. It goes once a good return is there."""
    inbox = made.root / PERIOD / "2回收"
    (inbox / f"{ROADS}.xlsx").write_bytes((inbox / f"{ROADS}.xlsx").read_bytes()[:700])
    check_period(made, PERIOD, LATE)
    assert not copy_of(made, ROADS).exists()
    text = said(note_of(made, ROADS))
    assert "关于重新报送" in text
    assert f"“{ROADS}.xlsx”：文件" in text
    assert "报送时限（10月8日）已过" in text
    returned(made, ROADS)
    check_period(made, PERIOD, LATE)
    assert not note_of(made, ROADS).exists()


def test_a_unit_that_sent_another_months_form_is_told(made: Workspace) -> None:
    """Its hidden identity says whose it is."""
    (made.root / PERIOD / "2回收" / f"{ROADS}.xlsx").unlink()
    make_forms(made, "2021-08", (), SENT)
    earlier = returned(made, ROADS, period="2021-08")
    earlier.rename(made.root / PERIOD / "2回收" / "表.xlsx")
    check_period(made, PERIOD, IN_TIME)
    assert "“表.xlsx”：这是2021年1-8月的表，不是2021年1-9月的表。" in said(note_of(made, ROADS))


def test_a_locked_file_goes_back_as_a_form_and_both_say_so(made: Workspace) -> None:
    """It cannot be marked; what is not carried over is told in the list and in the note."""
    path = made.root / PERIOD / "2回收" / f"{SCHOOLS}.xlsx"
    path.write_bytes(encrypted(path.read_bytes(), "8888"))
    check_period(made, PERIOD, IN_TIME, "8888")
    heading = openpyxl.load_workbook(copy_of(made))["需修改事项"]["A1"].value
    for text in (str(heading), said(note_of(made))):
        assert f"原文件“{SCHOOLS}.xlsx”不便直接标注，已把采用的内容转入退回的表" in text


def test_a_workbook_with_macros_comes_back_with_them(made: Workspace) -> None:
    """Under .xlsm, for Excel opens it under no other name."""
    path = made.root / PERIOD / "2回收" / f"{SCHOOLS}.xlsx"
    types = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    data = path.read_bytes()
    changed = parts(path)["[Content_Types].xml"].replace(types, macros)
    path.with_suffix(".xlsm").write_bytes(repacked(data, None, {"[Content_Types].xml": changed}))
    path.unlink()
    result = check_period(made, PERIOD, IN_TIME)
    (copy,) = [o.path for o in result.outputs if o.kind == "returned"]
    assert copy.name == f"{SCHOOLS}.xlsm"
    assert macros in parts(copy)["[Content_Types].xml"]
    assert f"“{SCHOOLS}.xlsm”" in said(note_of(made))


def test_an_empty_form_is_told_once(made: Workspace) -> None:
    """Not a second time for each plan that is not there either."""
    shutil.copy(form(made, SCHOOLS), made.root / PERIOD / "2回收" / f"{SCHOOLS}.xlsx")
    check_period(made, PERIOD, IN_TIME)
    rows = openpyxl.load_workbook(copy_of(made))["需修改事项"].iter_rows(
        min_row=3, values_only=True
    )
    assert [row[4] for row in rows] == ["2 个事项都没有填写。"]


def test_the_return_itself_is_not_changed(made: Workspace) -> None:
    """2回收 holds what came, byte for byte."""
    path = made.root / PERIOD / "2回收" / f"{SCHOOLS}.xlsx"
    before = path.read_bytes()
    merge_month(made, PERIOD, (), IN_TIME)
    assert path.read_bytes() == before


def test_a_corrected_copy_sent_back_is_accepted_and_the_copy_disappears(made: Workspace) -> None:
    """The round is closed: its values count, nothing is left to correct."""
    merge_month(made, PERIOD, (), IN_TIME)
    corrected(copy_of(made), made.root / "改好.xlsx")
    result = merge_month(made, PERIOD, [made.root / "改好.xlsx"], LATE)
    statuses = {r.file.name: r.status for r in result.month.received}
    assert statuses["改好.xlsx"] is FileStatus.ACCEPTED
    assert statuses[f"{SCHOOLS}.xlsx"] is FileStatus.SUPERSEDED
    assert [f for f in result.findings if f.severity == "error"] == []
    assert not copy_of(made).exists()


def test_the_copy_can_be_corrected_where_it_lies(made: Workspace) -> None:
    """A coordinator mends it in 3退回 and merges that very file."""
    merge_month(made, PERIOD, (), IN_TIME)
    corrected(copy_of(made), copy_of(made))
    result = merge_month(made, PERIOD, [copy_of(made)], LATE)
    assert [f for f in result.findings if f.severity == "error"] == []


def test_a_copy_that_a_person_changed_is_kept(made: Workspace) -> None:
    """Somebody's remarks are in it; only untouched copies are taken away."""
    merge_month(made, PERIOD, (), IN_TIME)
    corrected(copy_of(made), made.root / "改好.xlsx")
    book = openpyxl.load_workbook(copy_of(made))
    book["需修改事项"]["G3"] = "已电话告知"
    book.save(copy_of(made))
    merge_month(made, PERIOD, [made.root / "改好.xlsx"], LATE)
    assert openpyxl.load_workbook(copy_of(made))["需修改事项"]["G3"].value == "已电话告知"


def test_a_second_round_tells_only_what_is_left(made: Workspace) -> None:
    """The unit mended one of two faults in its copy."""
    merge_month(made, PERIOD, (), IN_TIME)
    book = openpyxl.load_workbook(copy_of(made))
    book["进展表"]["F4"] = "无"
    book.save(made.root / "改了一处.xlsx")
    merge_month(made, PERIOD, [made.root / "改了一处.xlsx"], LATE)
    book = openpyxl.load_workbook(copy_of(made))
    assert book.sheetnames.count("需修改事项") == 1
    assert [r[1] for r in book["需修改事项"].iter_rows(min_row=3, values_only=True)] == ["M003"]
    assert book["进展表"]["F4"].comment is None
    assert book["进展表"]["F4"].fill.fgColor.rgb == book["进展表"]["F5"].fill.fgColor.rgb


def test_running_again_changes_no_copy(made: Workspace) -> None:
    """The same returns at the same moment give the same bytes."""
    check_period(made, PERIOD, IN_TIME)
    before = copy_of(made).read_bytes()
    merge_month(made, PERIOD, (), IN_TIME)
    assert copy_of(made).read_bytes() == before


@pytest.mark.office
def test_an_xls_goes_back_as_a_form_with_its_values(made: Workspace, office: Office) -> None:
    """Openpyxl cannot edit .xls; the fresh form carries what the unit wrote, and marks it."""
    inbox = made.root / PERIOD / "2回收"
    office.fill(inbox / f"{SCHOOLS}.xlsx", inbox / "软环境.xls", {})
    (inbox / f"{SCHOOLS}.xlsx").unlink()
    check_period(made, PERIOD, IN_TIME)
    book = openpyxl.load_workbook(copy_of(made))
    assert book.sheetnames[0] == "需修改事项"
    sheet = book["进展表"]
    assert [c.value for c in sheet["E"][3:5]] == ["M002正常推进。", "M003正常推进。"]
    assert "“否”" in sheet["F4"].comment.text
    assert "没有填写" in sheet["G5"].comment.text
    corrected(copy_of(made), made.root / "改好.xlsx")
    result = merge_month(made, PERIOD, [made.root / "改好.xlsx"], LATE)
    assert [f for f in result.findings if f.severity == "error"] == []


def test_an_xls_of_a_changed_list_goes_back_as_a_form_of_today(tmp_path: Path) -> None:
    """The shipped .xls; its item went to another unit since, and another one came in its place."""
    samples = Path(str(sample("jining-gaoxin-2021")))
    made = start(tmp_path / "w", samples / "项目表.xlsx", SENT, "jining-gaoxin-2021").workspace
    unit = "高新区综合行政执法局"
    edit_list(made, "清单", {"E10": "市场监管局", "E11": unit})
    result = merge_month(made, PERIOD, [samples / PERIOD / "综合执法局.xls"], IN_TIME)
    errors = [f for f in result.findings if f.severity == "error"]
    assert {(f.code, f.item) for f in errors if f.unit == unit} == {
        ("S302", "M010"),
        ("S307", "M009"),
    }
    book = openpyxl.load_workbook(copy_of(made, unit))
    assert book.sheetnames == ["需修改事项", "进展表", "填报说明", "_minsheng"]
    assert book["进展表"]["H4"].value == "M010"
    listed = list(book["需修改事项"].iter_rows(min_row=3, values_only=True))
    assert {(row[1], row[3], str(row[5])[:9]) for row in listed} == {
        ("M010", "E4", "退回的表已补上这一"),
        ("M009", "全表", "请核对是否拿错了表"),
    }
    heading = str(book["需修改事项"]["A1"].value)
    assert "原文件“综合执法局.xls”不便直接标注，已把采用的内容转入退回的表" in heading


def test_a_faulty_row_in_merged_cells_is_marked(made: Workspace) -> None:
    """An item's row copied into another's place: the mark lands on the merged 序号."""
    path = made.root / PERIOD / "2回收" / f"{SCHOOLS}.xlsx"
    book = openpyxl.load_workbook(path)
    for column in "CDH":
        book["进展表"][f"{column}5"] = book["进展表"][f"{column}4"].value
    book.save(path)
    result = check_period(made, PERIOD, IN_TIME)
    assert {f.code for f in result.findings} >= {"S302", "S306"}
    comment = openpyxl.load_workbook(copy_of(made))["进展表"]["A4"].comment
    assert comment is not None
    assert "有两行" in comment.text


def test_a_unit_with_nothing_to_correct_has_no_copy(made: Workspace) -> None:
    """Warnings and notes are the coordinator's; only errors go back."""
    returned(made, ROADS, changes={"M001": {PROGRESS: "已完工16公里。"}})
    check_period(made, PERIOD, IN_TIME)
    assert not copy_of(made, ROADS).exists()


def state_of(made: Workspace, unit: str = SCHOOLS) -> dict[str, str]:
    """Return a unit's line of 报送情况 in the consolidated workbook."""
    (table,) = (made.root / PERIOD / "4汇总").glob("*汇总表.xlsx")
    header, *rows = cells(table, "报送情况")
    return next(
        named for row in rows if (named := dict(zip(header, row, strict=True)))["单位"] == unit
    )


def test_the_table_says_what_went_back_and_what_came_corrected(made: Workspace) -> None:
    """And goes on saying so, though the marked copy is taken away once the unit has mended."""
    merge_month(made, PERIOD, (), IN_TIME)
    waiting = state_of(made)
    returned(made, SCHOOLS, name="更正.xlsx")
    merge_month(made, PERIOD, (), LATE)
    merge_month(made, PERIOD, (), LATE)
    mended = state_of(made)

    assert (waiting["状态"], waiting["更正"]) == ("已报送，需修改", "待更正")
    assert (mended["状态"], mended["更正"]) == ("已报送", "退回后已更正")
    assert waiting["退回"] == mended["退回"] == f"{IN_TIME:%Y-%m-%d %H:%M}"
    assert state_of(made, ROADS)["退回"] == ""


@pytest.mark.parametrize("command", ["check", "merge"])
def test_a_broken_template_of_the_note_stops_the_run_before_it_writes(
    made: Workspace, command: str
) -> None:
    """Neither the copy to go back nor the findings or documents: all are whole or none is there."""
    own = made.root / "模板" / "return_note.docx"
    own.parent.mkdir()
    document = Document()
    document.add_paragraph("请于{{ 报送时间 }}前修改")
    document.save(str(own))
    ran = minsheng(command, PERIOD, "-w", made.root, at=IN_TIME)
    assert ran.status == 2
    assert "Word 模板“return_note.docx”用了没有的字段“报送时间”" in ran.err
    assert not (made.root / PERIOD / "3退回").exists()
    assert not (made.root / PERIOD / "4汇总").exists()
