"""统计: what is counted adds up, and the charts show what the table says."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.stages.months import month
from tests.stages.returns import MARKET, ROADS, SCHOOLS
from tests.tables import LIST, programme, sheet_as_read
from toolkit.model.assessment import Assessment, Light, Pace
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Filling, Fonts, Key
from toolkit.model.sheets import Chart, Range, SheetPlan
from toolkit.stages.merge import merge
from toolkit.stages.page_breaks import page_room
from toolkit.stages.statistics import by_pace_and_light
from toolkit.stages.statistics_sheet import MOST_UNITS, statistics_sheet
from toolkit.stages.styles import official_styles

SLOW = Assessment(share=0.3, pace=Pace.BEHIND, light=Light.RED)
FAST = Assessment(share=0.9, pace=Pace.AHEAD, light=Light.GREEN)


def standing(**known: Assessment) -> Month:
    """Return a month in which some items are known to stand somewhere, by 编号."""
    period = month(programme())
    units = {item.code: item.lead for item in period.programme.items}
    return replace(period, assessments={(units[code], code): a for code, a in known.items()})


def planned(period: Month) -> SheetPlan:
    """Return the sheet of a period."""
    return statistics_sheet(period, merge(period), official_styles(Fonts()))


def counts(plan: SheetPlan, kind: str) -> dict[str, int]:
    """Return how many items there are under each name of a kind."""
    return {str(row[1]): int(str(row[2])) for row in sheet_as_read(plan).rows if row[0] == kind}


def shown(plan: SheetPlan, area: Range) -> list[object]:
    """Return the values of a row or a column of cells."""
    rows = sheet_as_read(plan).rows
    return [
        rows[row][column]
        for row in range(area.first_row, area.last_row + 1)
        for column in range(area.first_column, area.last_column + 1)
    ]


def chart(plan: SheetPlan, title: str) -> Chart:
    """Return a chart by its title."""
    return next(one for one in plan.charts if one.title == title)


def test_items_are_counted_by_pace_and_by_light() -> None:
    """What cannot be told is counted too, so that the parts make the whole."""
    plan = planned(standing(M001=SLOW, M002=FAST, M003=FAST))

    assert counts(plan, "按快慢") == {"超序时": 2, "达序时": 0, "慢序时": 1, "无法判断": 1}
    assert counts(plan, "按灯") == {"绿灯": 2, "黄灯": 0, "红灯": 1, "无法判断": 1}


def test_where_no_pace_is_known_there_are_no_rows_of_it() -> None:
    """Nothing but 无法判断 would say nothing."""
    plan = planned(month(programme()))

    assert counts(plan, "按快慢") == counts(plan, "按灯") == {}
    assert [one.title for one in plan.charts] == ["事项状态", "各单位事项状态"]


@pytest.mark.parametrize(
    ("reports", "pace"),
    [
        ({ROADS: FAST, "王因街道": SLOW}, "慢序时"),
        ({ROADS: FAST, "王因街道": FAST}, "超序时"),
        ({ROADS: FAST}, "无法判断"),
        ({ROADS: SLOW}, "慢序时"),
        ({}, "无法判断"),
    ],
)
def test_an_item_of_several_units_stands_where_the_slowest_does(
    reports: dict[str, Assessment], pace: str
) -> None:
    """One that says nothing may be slower still, unless another one lags anyhow."""
    each = programme(filling=Filling.EACH)
    sent = {unit: {"M003": {Key.PROGRESS: "施工中"}} for unit in reports}
    period = replace(
        month(each, sent), assessments={(unit, "M003"): a for unit, a in reports.items()}
    )
    known = {**period.assessments, (MARKET, "M004"): FAST}
    other = {**sent, MARKET: {"M004": {Key.PROGRESS: "施工中"}}}
    items = merge(month(each, other))
    paces, _ = by_pace_and_light(replace(period, assessments=known), items)

    assert [name for name, rows in paces.items() if "M003" in _codes(rows)] == [pace]


def _codes(items: Sequence[MergedItem]) -> list[str]:
    return [merged.item.code for merged in items]


def test_the_charts_show_the_tables_own_cells() -> None:
    """Whoever corrects a number in the table sees the chart follow."""
    plan = planned(standing(M001=SLOW, M002=FAST))
    (state,) = chart(plan, "事项状态").series
    (pace,) = chart(plan, "进度快慢").series
    units = chart(plan, "各单位事项状态").series

    names = ["已完成", "正常推进", "推进缓慢", "未报送"]
    assert shown(plan, state.categories) == names
    assert sum(map(int, map(str, shown(plan, state.values)))) == 4
    assert shown(plan, pace.categories) == ["超序时", "达序时", "慢序时", "无法判断"]
    assert shown(plan, pace.values) == [1, 0, 1, 2]
    assert [sheet_as_read(plan).rows[s.name[0]][s.name[1]] for s in units] == names
    assert shown(plan, units[0].categories) == [SCHOOLS, ROADS, MARKET]


def test_the_charts_print_on_a_page_of_their_own_beside_the_table() -> None:
    """Their area holds them whole, the table's holds none of them, and both fit a page's width."""
    plan = planned(standing(M001=SLOW, M002=FAST))
    page = plan.page
    assert page is not None
    assert page.beside is not None
    columns = page.beside.last_column - page.beside.first_column + 1

    assert page.last_column is not None
    assert page.beside.first_column > page.last_column
    assert max(c.left + c.width for c in plan.charts) <= 64 * columns <= 1045
    assert not any(_overlap(a, b) for a in plan.charts for b in plan.charts if a is not b)
    assert max(c.top + c.height for c in plan.charts) <= 600


def test_what_is_to_be_known_of_the_numbers_prints_with_the_charts() -> None:
    """Below the table it could stand alone on a page; above the charts it is seen first."""
    plan = planned(standing(M001=SLOW, M002=FAST))
    page, (header, *_) = plan.page, plan.blocks
    assert page is not None
    assert page.beside is not None
    note = len(header.rows[0]) - 1

    assert "由落实进展情况的文字判断" in str(header.rows[0][note])
    assert (page.beside.first_row, page.beside.first_column) == (0, note)
    assert page.last_row == len(sheet_as_read(plan).rows) - 1


@pytest.mark.parametrize(("projects", "factor"), [(4, 1.0), (18, 1.0), (26, 1.25), (60, 1.35)])
def test_a_table_that_is_a_little_long_prints_on_one_page(projects: int, factor: float) -> None:
    """The charts beside it are larger then, so all prints smaller; a long one takes few pages."""
    header = LIST.strip().splitlines()[0]
    rows = (
        f"| M{n:03d} | {n} | 项目{n} | 改造道路{n}公里 | 城建局 | |" for n in range(1, projects + 1)
    )
    plan = planned(month(programme("\n".join([header, *rows])), {}))
    page = plan.page
    assert page is not None
    assert page.beside is not None
    columns = page.beside.last_column - page.beside.first_column + 1
    high = sum(height for block in plan.blocks for height in block.heights)

    assert max(c.left + c.width for c in plan.charts) == pytest.approx(1010 * factor, abs=1)
    assert (high <= page_room("A4", (8.43,) * columns, 0)) == (projects < 60)


@pytest.mark.parametrize("projects", [7, 20, 40, 200])
def test_pages_of_a_long_table_begin_with_a_kind_where_they_can(projects: int) -> None:
    """A kind that fits on a page stands on one; no page is fuller than it can be."""
    header = LIST.strip().splitlines()[0]
    rows = (
        f"| M{n:03d} | {n} | 项目{n} | 改造道路{n}公里 | 单位{n % 20} | |"
        for n in range(1, projects + 1)
    )
    plan = planned(month(programme("\n".join([header, *rows])), {}))
    assert plan.page is not None
    assert plan.page.beside is not None
    columns = plan.page.beside.last_column - plan.page.beside.first_column + 1
    heights = [height for block in plan.blocks for height in block.heights]
    kinds = [row[0] for row in sheet_as_read(plan).rows[: len(heights)]]
    room = page_room("A4", (8.43,) * columns, heights[0])
    starts = (1, *plan.page.breaks, len(heights))
    pages = [range(first, end) for first, end in pairwise(starts)]
    of_kind = {
        kind: sum(h for k, h in zip(kinds, heights, strict=True) if k == kind) for kind in kinds
    }
    torn = {kinds[page[0]] for page in pages if kinds[page[0]] == kinds[page[0] - 1]}

    assert (len(pages) == 1) == (projects == 7)
    assert all(sum(heights[row] for row in page) <= room for page in pages)
    assert all(of_kind[kind] > room for kind in torn)


def test_a_project_that_is_a_paragraph_is_named_by_how_it_begins() -> None:
    """The official table has the whole of it; here it would take half a page."""
    text = "新增城镇就业35万人，扶持创业3万人，城乡公益性岗位新设1.65万个。"
    plan = planned(month(programme(LIST.replace("放心消费工程", text)), {}))

    assert [name for name in counts(plan, "按项目") if name.startswith("新增")] == [
        "新增城镇就业35万人，扶持创业3万人，城乡公益…"
    ]


def _overlap(one: Chart, other: Chart) -> bool:
    across = one.left < other.left + other.width and other.left < one.left + one.width
    down = one.top < other.top + other.height and other.top < one.top + one.height
    return across and down


def test_of_many_units_a_chart_shows_the_largest() -> None:
    """So many that nobody could read them stand by size, and it is said which are shown."""
    rows = "".join(
        f"| M{100 + n} | {n} | 项目{n} | 改造道路{k + 1}公里 | 单位{n:02d} | |\n"
        for n in range(25)
        for k in range(2 if n >= 20 else 1)
    )
    header = LIST.strip().splitlines()[0]
    numbered = [f"| M{k:03d} |{line.split('|', 2)[2]}" for k, line in enumerate(rows.splitlines())]
    plan = planned(month(programme("\n".join([header, *numbered])), {}))
    title = f"事项最多的 {MOST_UNITS} 个单位"
    units = shown(plan, chart(plan, title).series[0].categories)

    assert len(units) == MOST_UNITS
    assert units[:5] == [f"单位{n}" for n in range(20, 25)]
    assert units[5] == "单位00"
    assert "前 20 个单位" in str(sheet_as_read(plan).rows[0][-1])
    assert sum(counts(plan, "按单位").values()) == 30


def test_a_period_without_items_has_no_charts() -> None:
    """There is nothing to show."""
    period = month(programme(), {})
    plan = statistics_sheet(period, (), official_styles(Fonts()))

    assert plan.charts == ()
    assert counts(plan, "总体") == {"全部事项": 0}


def test_every_group_adds_up_to_the_whole() -> None:
    """By pace, light, project and unit."""
    plan = planned(replace(standing(M001=SLOW), received=()))
    sums: Counter[str] = Counter()
    for row in sheet_as_read(plan).rows[1:]:
        if row[0] and row[2] != "":
            sums[str(row[0])] += int(str(row[2]))

    assert set(sums.values()) == {4}
