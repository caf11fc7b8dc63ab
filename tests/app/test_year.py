"""The yearly cycle as a coordinator lives it: summary forms, merged table, notice, adopted list."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from tests.months import FOOD, IN_TIME, ROADS, SCHOOLS, SENT, cells, edit_list, workspace
from toolkit.app.dispatch import make_forms
from toolkit.app.figure_trace import trace_figures
from toolkit.app.period_end import check_period, merge_period, survey
from toolkit.app.query import trace
from toolkit.app.workspace import Workspace
from toolkit.app.year import adopt_list
from toolkit.errors import ArgumentError, TemplateError, WorkspaceError
from toolkit.model.ledger import UnitState

YEAR = "2021"


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder whose summary forms are sent."""
    folder = workspace(tmp_path / "w")
    make_forms(folder, YEAR, (), SENT)
    return folder


def returned(made: Workspace, unit: str, texts: Mapping[str, str]) -> Path:
    """Put a unit's summary form with changed cells into 2回收."""
    book = openpyxl.load_workbook(made.root / YEAR / "1下发" / f"{unit}.xlsx")
    for cell, text in texts.items():
        book["汇总表"][cell] = text
    target = made.root / YEAR / "2回收" / f"{unit}.xlsx"
    book.save(target)
    return target


def the_year(made: Workspace) -> None:
    """Return all forms: one correction, one new item, one that is like another unit's."""
    returned(made, ROADS, {"C4": "改造县乡公路，合计22公里。"})
    returned(made, SCHOOLS, {"B6": "心理健康工程", "C6": "建设心理辅导室30所。", "D6": SCHOOLS})
    returned(made, FOOD, {"B5": "心理健康工程", "C5": "建设心理辅导室30所，配齐设施。", "D5": FOOD})


def table(made: Workspace) -> Path:
    """Return where the merged table lies."""
    return made.root / YEAR / "4汇总" / "2021年为民办实事汇总表.xlsx"


def test_the_figures_of_the_notice_lead_to_the_list_and_to_the_units_forms(made: Workspace) -> None:
    """How much there is to do, what a unit wrote anew, and what the list has said from the start."""
    the_year(made)
    merge_period(made, YEAR, (), IN_TIME)
    (notice,) = trace_figures(made, YEAR, IN_TIME)
    told = {(figure.number, figure.how): figure for figure in notice.figures}
    items = told["6", "附表里的事项"].items
    new = next(item for item in items if item.places[0].unit == SCHOOLS)
    (corrected,) = told["22", "单位更正的原文"].items
    (kept,) = told["400", "清单里的原文"].items

    assert notice.kind == "notice"
    assert all(figure.issued for figure in notice.figures)
    assert len(items) == 6
    assert (new.places[0].cell, new.places[0].value) == ("C6", "建设心理辅导室30所。")
    assert [(p.unit, p.cell) for p in corrected.places] == [(ROADS, "C4")]
    assert [(p.unit, p.file, p.value) for p in kept.places] == [(None, "实事清单.xlsx", kept.code)]
    assert ("30", "单位新增的原文") in told


def test_every_unit_gets_a_summary_form(made: Workspace) -> None:
    """Those without items too; a collective name is no unit."""
    names = sorted(path.stem for path in (made.root / YEAR / "1下发").iterdir())
    assert names == sorted([ROADS, SCHOOLS, FOOD, "洸河街道", "财政金融局"])
    assert cells(made.root / YEAR / "1下发" / f"{ROADS}.xlsx", "汇总表")[3][:5] == [
        "1",
        "交通畅行工程",
        "改造县乡公路，合计20公里。",
        ROADS,
        "财政金融局",
    ]


def test_the_year_is_merged_with_its_questions(made: Workspace) -> None:
    """Table, notice and findings; the two alike rows are both there and asked about."""
    the_year(made)
    result = merge_period(made, YEAR, (), IN_TIME)
    assert result.counts is not None
    assert result.counts.by_status == {"沿用": 3, "更正": 1, "新增": 2}
    assert [output.kind for output in result.outputs] == ["consolidated", "notice", "findings"]
    assert [f.code for f in result.findings] == ["P602", "P609"]
    rows = cells(table(made), "汇总表")
    assert rows[0][0] == "济宁高新区2021年为民办实事项目表"
    assert [(row[0], row[2]) for row in rows[2:]] == [
        ("1", "改造县乡公路，合计22公里。"),
        ("2", "新建20个班，新增学位900个。"),
        ("", "改造400口教室的护眼灯。"),
        ("3", "40家学校实现明厨亮灶。"),
        ("4", "建设心理辅导室30所。"),
        ("", "建设心理辅导室30所，配齐设施。"),
    ]


def test_the_notice_annexes_the_merged_table(made: Workspace) -> None:
    """Every text of the table stands in the annex; the counts in the body are the table's."""
    the_year(made)
    merge_period(made, YEAR, (), IN_TIME)
    (path,) = (made.root / YEAR / "4汇总").glob("*的通知.docx")
    document = Document(str(path))
    body = "".join(paragraph.text for paragraph in document.paragraphs)
    annexed = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert "项目4个、事项6项" in body
    assert "附件：济宁高新区2021年为民办实事项目表" in body
    assert annexed[0] == ["序号", "项目名称", "项目内容及规模", "主办单位", "协办单位"]
    assert [row[2] for row in annexed[1:]] == [row[2] for row in cells(table(made), "汇总表")[2:]]


def test_a_broken_template_of_the_notice_stops_the_run_before_it_writes(made: Workspace) -> None:
    """Not even the merged table, which does not need the template, is written."""
    the_year(made)
    own = made.root / "模板" / "notice.docx"
    own.parent.mkdir()
    document = Document()
    document.add_paragraph("{{ 附表 }}")
    document.save(str(own))
    with pytest.raises(TemplateError, match="没有的字段“附表”"):
        merge_period(made, YEAR, (), IN_TIME)
    assert not (made.root / YEAR / "4汇总").exists()


def test_each_value_of_the_table_can_be_traced(made: Workspace) -> None:
    """A correction leads to the unit's file and cell."""
    the_year(made)
    merge_period(made, YEAR, (), IN_TIME)
    (traced,) = trace(made, YEAR, "M001", "项目内容及规模")
    assert (traced.value, traced.sources[0].cell) == ("改造县乡公路，合计22公里。", "C4")
    assert traced.sources[0].file == "2021/2回收/城乡建设和交通局.xlsx"


def test_the_adopted_table_is_the_programme_of_the_months(made: Workspace) -> None:
    """The coordinator deletes one of the twins; targets are read anew where the text is new."""
    the_year(made)
    merge_period(made, YEAR, (), IN_TIME)
    edit_list(made, "目标", {"B3": "我改过的目标"})
    book = openpyxl.load_workbook(table(made))
    book["汇总表"].unmerge_cells("A7:A8")
    book["汇总表"].unmerge_cells("B7:B8")
    book["汇总表"].delete_rows(8)
    book.save(table(made))
    adopted = adopt_list(made, YEAR, IN_TIME)
    programme = made.load()
    assert [item.code for item in programme.items] == ["M001", "M002", "M003", "M004", "M005"]
    assert (adopted.adoption.added, adopted.adoption.changed) == (("M005",), ("M001",))
    targets = {(t.code, t.number, t.measure) for t in programme.targets}
    assert {("M001", 22.0, "公里"), ("M005", 30.0, "所")} <= targets
    assert "我改过的目标" in {target.subject for target in programme.targets}
    assert adopted.former.name == "实事清单（采用前）.xlsx"
    made_forms = make_forms(made, "2021-09", (), SENT)
    assert {f.dispatch.unit: f.items for f in made_forms.files} == {ROADS: 1, SCHOOLS: 3, FOOD: 1}


def test_decisions_on_what_is_no_longer_there_are_not_taken_along(made: Workspace) -> None:
    """Otherwise the adopted list could not be read; the others stay."""
    the_year(made)
    merge_period(made, YEAR, (), IN_TIME)
    target = made.load().targets_of["M001"][0].subject
    told = {"A": "2021-09", "F": "已核实"}
    lines = (
        {"B": "M001", "D": "完成率", "E": "65"},
        {"B": "M001", "D": target, "E": "16"},
        {"B": "M004", "D": "进展状态", "E": "已完成"},
    )
    rulings = {f"{c}{n}": v for n, line in enumerate(lines, 2) for c, v in {**told, **line}.items()}
    edit_list(made, "认定", rulings)
    edit_list(made, "目标", {"B2": "已经改名的目标"})
    edit_list(made, "认定", {"D3": "已经改名的目标"})
    book = openpyxl.load_workbook(table(made))
    book["汇总表"].delete_rows(6)
    book.save(table(made))

    adopted = adopt_list(made, YEAR, IN_TIME)

    assert adopted.dropped == 2
    assert [(r.code, r.about) for r in made.load().rulings] == [("M001", "完成率")]


def test_merging_again_after_adoption_finds_nothing_new(made: Workspace) -> None:
    """The same returns are the same items, known now by their texts."""
    the_year(made)
    merge_period(made, YEAR, (), IN_TIME)
    adopt_list(made, YEAR, IN_TIME)
    result = merge_period(made, YEAR, (), IN_TIME)
    assert result.counts is not None
    assert result.counts.by_status == {"沿用": 6}


def test_nothing_is_adopted_before_it_was_merged(made: Workspace) -> None:
    """And only a year can be."""
    with pytest.raises(WorkspaceError, match="还没有"):
        adopt_list(made, YEAR, IN_TIME)
    with pytest.raises(ArgumentError, match="不是年度"):
        adopt_list(made, "2021-09", IN_TIME)


def test_who_has_to_report_is_missed_and_nobody_is_late_without_a_deadline(made: Workspace) -> None:
    """A unit without items is asked, not expected; what it sends is listed."""
    returned(made, "洸河街道", {"B4": "便民工程", "C4": "改造便民服务点3处。", "D4": "洸河街道"})
    states = {state.unit: state.state for state in survey(made, YEAR, IN_TIME).states}
    assert states == {
        ROADS: UnitState.SENT,
        SCHOOLS: UnitState.SENT,
        FOOD: UnitState.SENT,
        "洸河街道": UnitState.ACCEPTED,
    }


def test_a_new_item_that_says_too_little_goes_back_to_its_unit(made: Workspace) -> None:
    """Marked in the unit's own form."""
    returned(made, FOOD, {"C5": "建设心理辅导室30所。"})
    result = check_period(made, YEAR, IN_TIME)
    asked = {(f.code, f.cell) for f in result.findings if f.unit == FOOD}
    assert asked == {("V401", "B5"), ("V401", "D5")}
    marked = made.root / YEAR / "3退回" / f"{FOOD}.xlsx"
    assert cells(marked, "需修改事项")[0][0].startswith(f"{FOOD}：以下 2 处请修改后重新报送")
