"""The workbooks that a month yields say all there is, each thing at its place."""

from dataclasses import replace
from datetime import datetime

from tests.stages.months import month
from tests.stages.returns import MARKET, REPORTS, ROADS, SCHOOLS
from tests.tables import programme, sheet_as_read
from toolkit.model.finding import Finding, Severity
from toolkit.model.month import Month
from toolkit.model.scheme import Filling, Fonts, Key
from toolkit.model.sheets import Range, WorkbookPlan
from toolkit.stages.consolidate import consolidated_book
from toolkit.stages.data_sheet import data_sheet
from toolkit.stages.merge import merge
from toolkit.stages.styles import official_styles
from toolkit.stages.unit_states import unit_states

LISTED = programme()
NOW = datetime(2021, 10, 11, 9)


def finding(severity: Severity = Severity.ERROR, unit: str | None = None) -> Finding:
    """Return a finding."""
    return Finding("V401", "必填栏目为空", severity, "没有填写。", "请填写。", unit, "M001")


def consolidated(period: Month, findings: tuple[Finding, ...] = ()) -> WorkbookPlan:
    """Return a period's consolidated workbook."""
    return consolidated_book(period, merge(period), unit_states(period, {}, (), NOW), findings)


def rows(plan: WorkbookPlan, name: str) -> list[tuple[object, ...]]:
    """Return the rows of a sheet, as read."""
    sheet = next(s for s in plan.sheets if s.name == name)
    return [tuple(row) for row in sheet_as_read(sheet).rows]


def test_the_first_sheet_is_the_official_table_and_nothing_else() -> None:
    """Title, one header row with the exact titles, the list's rows in its order."""
    plan = consolidated(month(LISTED))
    title, header, *body = rows(plan, plan.sheets[0].name)

    assert [text for text in title if text] == ["济宁高新区2021年1-9月为民办实事项目表"]
    assert header == (
        *("序号", "项目名称", "项目内容及规模", "主办单位"),
        *("落实进展情况", "存在问题", "下月工作计划"),
    )
    assert [row[2] for row in body] == [i.values[Key.CONTENT] for i in LISTED.items]
    assert body[2] == (
        *("二", "交通畅行工程", "改造道路20公里", "城乡建设和交通局、王因街道"),
        *("已完工16公里。", "雨天多", "完成2公里。"),
    )


def test_the_official_table_merges_projects() -> None:
    """A project's number and name stand in one cell beside its items."""
    plan = consolidated(month(LISTED))

    assert {Range(2, 0, 3, 0), Range(2, 1, 3, 1)} <= set(plan.sheets[0].merges)
    assert rows(plan, "汇总表")[3][:2] == ("", "")


def test_the_statistics_say_how_many_statuses_were_read_from_texts() -> None:
    """Totals first, then projects, then units; a reader is told what to check."""
    table = rows(consolidated(month(LISTED, {SCHOOLS: REPORTS})), "统计")

    assert table[1][:8] == ("总体", "全部事项", 4, 1, 1, 0, 2, "25.0%")
    assert [row[0] for row in table[1:8]] == ["总体", *["按项目"] * 3, *["按单位"] * 3]
    assert str(table[0][-1]).startswith("有 2 个事项的状态是由落实进展情况的文字判断的")


def test_the_states_name_each_unit_with_its_number_of_objections() -> None:
    """Whom to call, and about how much."""
    plan = consolidated(month(LISTED, {ROADS: REPORTS}), (finding(unit=ROADS),) * 2)
    table = rows(plan, "报送情况")

    assert [row[0] for row in table[1:]] == [SCHOOLS, ROADS, MARKET]
    assert [row[6] for row in table[1:]] == ["", 2, ""]
    assert [row[5] for row in table[1:]] == ["逾期未报", "已报送", "逾期未报"]


def test_the_problems_list_has_only_problems() -> None:
    """无 is none."""
    table = rows(consolidated(month(LISTED)), "问题清单")

    assert [(row[0], row[5]) for row in table[1:]] == [("M003", "雨天多")]


def test_the_problems_list_is_worded_for_its_period_and_its_list() -> None:
    """A week has plans for the next week, and a list without projects no column for them."""
    sheet = rows(consolidated(month(LISTED, period="2021-W36")), "问题清单")
    items = (item._replace(values={**item.values, Key.PROJECT: ""}) for item in LISTED.items)
    flat = replace(LISTED, items=tuple(items))
    without = rows(consolidated(month(flat)), "问题清单")

    assert sheet[0][:6] == ("编号", "项目", "事项", "单位", "状态", "存在问题")
    assert sheet[0][6:] == ("何时提出", "上周工作计划", "下周工作计划")
    assert sheet[1][:2] == ("M003", "交通畅行工程")
    assert without[0][:5] == ("编号", "事项", "单位", "状态", "存在问题")
    assert without[0][5:] == ("何时提出", "上月工作计划", "下月工作计划")
    assert (without[1][0], without[1][4]) == ("M003", "雨天多")


def test_of_several_units_only_the_problem_of_one_is_listed() -> None:
    """【单位】无 is none too."""
    each = programme(filling=Filling.EACH)
    sent = {
        ROADS: {"M003": {Key.PROGRESS: "施工中", Key.PROBLEM: "无"}},
        "王因街道": {"M003": {Key.PROGRESS: "征地中", Key.PROBLEM: "缺土地"}},
    }
    table = rows(consolidated(month(each, sent)), "问题清单")

    assert [(row[0], row[5]) for row in table[1:]] == [("M003", "【王因街道】缺土地")]


def test_every_value_can_be_traced_to_its_cell() -> None:
    """溯源 has a row for each unit's report on each item."""
    table = rows(consolidated(month(LISTED, {ROADS: REPORTS})), "溯源")

    assert table[1][:7] == (
        *("M003", ROADS, f"2021-09/2回收/{ROADS}.xlsx", "进展表"),
        *("E4", "F4", "G4"),
    )
    assert len(table) == 2


def test_a_list_without_rows_keeps_its_header_and_filter() -> None:
    """An empty sheet is empty, not broken."""
    plan = data_sheet("空", ("甲", "乙"), (10, 10), [], official_styles(Fonts()))

    assert sheet_as_read(plan).rows == (("甲", "乙"),)
    assert plan.autofilter == Range(0, 0, 1, 1)


def test_a_note_stands_below_the_list() -> None:
    """One line apart, so that sorting leaves it alone."""
    plan = data_sheet(
        "表", ("甲", "乙"), (10, 10), [("1", "2")], official_styles(Fonts()), notes=("注",)
    )

    assert sheet_as_read(plan).rows == (("甲", "乙"), ("1", "2"), ("", ""), ("注", ""))
    assert plan.autofilter == Range(0, 0, 1, 1)


def test_a_cell_of_a_list_leads_elsewhere_from_where_it_stands() -> None:
    """Rows above that need several worksheet rows move it down; a number stays a number."""
    rows = [("长" * 3000, 1), ("短", 2)]
    links = {(1, 1): "internal:'表'!A1"}
    plan = data_sheet("表", ("甲", "乙"), (10, 10), rows, official_styles(Fonts()), links=links)
    (link,) = plan.links

    assert (link.row, link.column, link.text, link.target) == (
        len(plan.blocks[1].rows),
        1,
        2,
        "internal:'表'!A1",
    )
    assert link.row > 2
