"""进度 says of each item how far it is, what that rests on, and how to overrule it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.stages.months import month
from tests.stages.returns import MARKET, REPORTS, ROADS, SCHOOLS
from tests.tables import cells, programme, sheet_as_read
from toolkit.model.assessment import Light
from toolkit.model.month import Month
from toolkit.model.programme import Programme, Ruling
from toolkit.model.scheme import Filling, Fonts, Key
from toolkit.model.sheets import SheetPlan
from toolkit.notices.targets import programme_targets
from toolkit.stages.assess import assessed
from toolkit.stages.merge import merge
from toolkit.stages.pace_sheet import pace_sheet
from toolkit.stages.styles import official_styles

LIST = """
| 编号 | 序号 | 项目名称     | 项目内容及规模              | 主办单位                   | 协办单位 |
| M001 | 一   | 放心消费工程 | 建设示范店15处、充电桩30个  | 市场监管局                 |          |
| M002 | 二   | 交通畅行工程 | 改造道路20公里              | 城乡建设和交通局、王因街道 |          |
"""

Reports = Mapping[str, Mapping[str, Mapping[Key, str]]]


def listed(filling: Filling = Filling.LEAD) -> Programme:
    """Return the list with its targets."""
    made = programme(LIST, filling=filling)
    return replace(made, targets=programme_targets(made.items))


def told(text: str, unit: str = MARKET, code: str = "M001") -> Reports:
    """Return one unit's report on one item."""
    return {unit: {code: {Key.PROGRESS: text, Key.PROBLEM: "无", Key.PLAN: "继续。"}}}


def planned(made: Programme, sent: Reports) -> SheetPlan:
    """Return the sheet of September."""
    period: Month = assessed(month(made, sent))
    return pace_sheet(period, merge(period), official_styles(Fonts()))


def lines(made: Programme, sent: Reports) -> list[dict[str, object]]:
    """Return the rows below the header, by title."""
    _, header, *rows = sheet_as_read(planned(made, sent)).rows
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_the_sheet_begins_by_saying_that_it_is_to_be_checked() -> None:
    """The note names the sheet in which a person overrules what was read."""
    note, header, *_ = sheet_as_read(planned(listed(), told("建成示范店9处。"))).rows

    assert "由文字判断" in str(note[0])
    assert "实事清单.xlsx 的“认定”表" in str(note[0])
    assert (
        header
        == cells(
            "| 编号 | 项目 | 事项 | 单位 | 状态 | 完成率 | 时序进度 | 快慢 | 灯 | 依据 "
            "| 目标与完成数 | 原文 |"
        )[0]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "建成示范店9处，安装充电桩18个。",
            "| 正常推进 | 0.6 | 0.75 | 慢序时 | 黄灯 | 由文字判断"
            " | 示范店 9/15处<br>充电桩 18/30个 | 建成示范店9处；安装充电桩18个 |",
        ),
        (
            "建成示范店9处。",
            "| 正常推进 |  | 0.75 |  |  | 由文字判断"
            " | 示范店 9/15处<br>另有 1 个目标没有说明 | 建成示范店9处 |",
        ),
        ("正在选址。", "| 正常推进 |  | 0.75 |  |  | 由文字判断 | 2 个目标没有说明 |  |"),
        (
            "已全部完成。",
            "| 已完成 | 1.0 | 0.75 | 超序时 | 绿灯 | 由文字判断 | {} | {} |",
        ),
    ],
)
def test_a_line_says_how_far_an_item_is_and_from_which_words(text: str, expected: str) -> None:
    """Each value that was read out of a text is marked so, and its words stand beside it."""
    line = lines(listed(), told(text))[0]
    wanted = cells(expected)[0]

    titles = ("状态", "完成率", "时序进度", "快慢", "灯", "依据", "目标与完成数", "原文")
    found = dict(zip(titles, (str(line[title]) for title in titles), strict=True))
    assert {t: v for t, v in zip(titles, wanted, strict=True) if v != "{}"} == {
        t: found[t] for t, v in zip(titles, wanted, strict=True) if v != "{}"
    }


def test_a_finished_item_quotes_the_words_that_say_so() -> None:
    """已完成 is a claim, so whoever checks it sees on what it rests."""
    line = lines(listed(), told("截至目前，全部任务已完成。"))[0]

    assert line["状态"] == "已完成"
    assert "已完成" in str(line["原文"])


def test_what_a_person_decided_is_marked_as_such() -> None:
    """认定 counts before what the text says."""
    ruling = Ruling("2021-09", "M001", "", "完成率", "40%", "现场核实")
    line = lines(replace(listed(), rulings=(ruling,)), told("建成示范店9处，安装充电桩18个。"))[0]

    assert (line["完成率"], line["依据"], line["灯"]) == (0.4, "人工认定", "红灯")


def test_an_item_on_which_nobody_reported_has_a_line_too() -> None:
    """It is the unit's that has to report; nothing is guessed of it."""
    line = lines(listed(), told("建成示范店9处。"))[1]

    assert (line["编号"], line["单位"], line["状态"]) == ("M002", ROADS, "未报送")
    assert {line[t] for t in ("完成率", "时序进度", "快慢", "灯", "依据", "目标与完成数")} == {""}


def test_each_of_several_units_has_its_own_line() -> None:
    """With 分别填报 the report of one says nothing of the other's."""
    sent = told("改造道路12公里。", ROADS, "M002")
    found = [line for line in lines(listed(Filling.EACH), sent) if line["编号"] == "M002"]

    assert [(line["单位"], line["状态"]) for line in found] == [
        (ROADS, "正常推进"),
        ("王因街道", "未报送"),
    ]


def test_nearly_all_is_not_shown_as_all() -> None:
    """A cell with one decimal would round 99.97% up to 100.0%."""
    ruling = Ruling("2021-09", "M001", "", "完成率", "99.97", "")
    line = lines(replace(listed(), rulings=(ruling,)), told("正在建设。"))[0]

    assert line["完成率"] == 0.999


def test_a_list_without_projects_has_no_column_for_them() -> None:
    """As in 问题清单."""
    made = listed()
    items = (item._replace(values={**item.values, Key.PROJECT: ""}) for item in made.items)
    flat = replace(made, items=tuple(items))

    assert "项目" not in lines(flat, told("正在建设。"))[0]
    assert lines(flat, told("正在建设。"))[0]["编号"] == "M001"


def test_lights_are_coloured_and_columns_can_be_filtered() -> None:
    """The colour is the cell's as long as it names the light; the header stays in view."""
    plan = planned(listed(), told("建成示范店9处，安装充电桩18个。"))
    header = sheet_as_read(plan).rows[1]

    assert {mark.text for mark in plan.highlights} == {light.value for light in Light}
    assert {mark.area.first_column for mark in plan.highlights} == {header.index("灯")}
    assert plan.freeze == (2, 0)
    assert plan.autofilter is not None
    assert plan.autofilter.first_row == 1
    assert plan.page is not None
    assert plan.page.repeat_rows == (1, 1)


def test_reports_are_told_without_any_assessment() -> None:
    """A period that nobody set against its targets still has its lines."""
    period = month(programme(), {SCHOOLS: REPORTS})
    plan = pace_sheet(period, merge(period), official_styles(Fonts()))

    assert [row[0] for row in sheet_as_read(plan).rows[2:]] == ["M001", "M002", "M003", "M004"]
