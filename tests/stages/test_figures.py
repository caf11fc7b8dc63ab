"""The bulletin's figures divide the items and the units without rest."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.months import month
from tests.stages.returns import MARKET, REPORTS, ROADS, SCHOOLS
from tests.tables import programme
from toolkit.files.schemes import load_scheme
from toolkit.model.assessment import Assessment, EarlierReport, Pace, Status
from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.model.scheme import Filling, Key
from toolkit.stages.bulletin_checks import inconsistencies
from toolkit.stages.figures import bulletin_figures
from toolkit.stages.merge import merge
from toolkit.stages.unit_states import unit_states

NOW = datetime(2021, 10, 11, 9)
LISTED = programme(filling=Filling.EACH)
Sent = dict[str, dict[str, dict[Key, str]]]
WORDS = st.sampled_from(("已完成。", "正在施工。", "进度滞后。", ""))
PROBLEMS = st.sampled_from(("无", "", "缺资金", "否"))


OFFICES = """
| 编号 | 序号 | 项目名称     | 项目内容      | 责任部门                 |
| M001 | 1    | 居住提升工程 | 改造老旧小区  | 建设局                   |
| M002 | 2    | 路网优化工程 | 改建9公里     | 建设局、综合行政执法局   |
| M003 | 3    | 体育惠民工程 | 开展赛事100场 | 教育和体育事业中心       |
| M004 | 4    | 安全出行工程 | 新建过街设施  | 高新区交警大队           |
"""
ZIBO = programme(OFFICES, layout=load_scheme("zibo-gaoxin-2024"))
"""Four items of a scheme with the column 未如期完成的说明."""
END_OF_OCTOBER = date(2021, 10, 31)
ACTIVE = {Key.PROGRESS: "正在施工。", Key.PROBLEM: "无", Key.PLAN: "完成路面。"}
SLOW = {**ACTIVE, Key.PROGRESS: "进度滞后。", Key.PROBLEM: "缺资金"}
DONE = {Key.PROGRESS: "已完成。", Key.PROBLEM: "无"}


def figures(sent: Sent, to_correct: tuple[str, ...] = ()) -> ProgressBulletin:
    """Return the figures of a month in which units sent this."""
    period = month(LISTED, sent)
    states = unit_states(period, {}, to_correct, NOW)
    return bulletin_figures(period, merge(period), states, NOW, finish_by=None, next_due=None)


def zibo(
    label: str,
    sent: Mapping[str, Mapping[str, Mapping[Key, str]]],
    finish_by: date | None = END_OF_OCTOBER,
    next_due: date | None = None,
) -> ProgressBulletin:
    """Return the figures of a period of 淄博高新区, where what is late is to be explained."""
    period = month(ZIBO, sent, label)
    states = unit_states(period, {}, (), NOW)
    return bulletin_figures(
        period, merge(period), states, NOW, finish_by=finish_by, next_due=next_due
    )


@st.composite
def months(draw: st.DrawFn) -> Sent:
    """Draw what some of the units sent."""
    return {
        unit: {
            item.code: {Key.PROGRESS: draw(WORDS), Key.PROBLEM: draw(PROBLEMS)} for item in items
        }
        for unit, items in LISTED.assignments.items()
        if draw(st.booleans())
    }


@given(months())
def test_every_item_is_in_exactly_one_group(sent: Sent) -> None:
    """Finished, ongoing, behind, unstated or unreported."""
    made = figures(sent)
    groups = (made.finished, made.ongoing, made.behind, made.unstated, made.unreported)

    assert sorted(item.code for group in groups for item in group) == sorted(LISTED.by_code)
    assert inconsistencies(made) == ()


@given(months())
def test_every_unit_is_in_exactly_one_group(sent: Sent) -> None:
    """In time, late or missing."""
    made = figures(sent)
    units = [*made.on_time, *(late.unit for late in made.late), *made.missing]

    assert sorted(units) == sorted(LISTED.assignments)


@given(months())
def test_what_says_that_there_is_no_problem_is_no_problem(sent: Sent) -> None:
    """无, 否 and blanks are not printed as problems."""
    assert all("缺资金" in item.problem for item in figures(sent).problems)


def test_a_month_in_numbers() -> None:
    """An example from end to end."""
    made = figures({unit: {**REPORTS} for unit in (SCHOOLS, MARKET)}, (SCHOOLS,))  # type: ignore[dict-item]

    assert (made.projects, made.items, made.by_text) == (3, 4, 3)
    assert [item.code for item in made.finished] == ["M002"]
    assert [item.code for item in made.unreported] == ["M003"]
    assert made.on_time == (SCHOOLS, MARKET)
    assert made.missing == (ROADS, "王因街道")
    assert made.to_correct == (SCHOOLS,)
    assert (made.span, made.as_of, made.issued) == ("1-9月", "9月底", "2021年10月11日")


def test_an_item_that_is_its_projects_only_one_has_no_name_of_its_own() -> None:
    """The bulletin calls it by the project's name."""
    made = figures({})

    assert [item.name for item in made.unreported] == [
        "新建小屯小学",
        "400口教室护眼灯改造",
        "",
        "",
    ]
    assert made.unreported[2].project == "交通畅行工程"


@pytest.mark.parametrize(
    ("label", "overdue"),
    [
        ("2021-Q1", False),
        ("2021-Q2", False),
        ("2021-Q3", False),
        ("2021-Q4", True),
        ("2021-09", False),
        ("2021-10-中旬", False),
        ("2021-10-下旬", True),
        ("2021-10", True),
        ("2021-11", True),
    ],
)
def test_items_are_overdue_once_the_finish_date_lies_in_the_figures(
    label: str, overdue: bool
) -> None:
    """What is unfinished 截至10月底 was not finished 10月底前: the date itself is enough."""
    made = zibo(label, {"建设局": {"M001": SLOW, "M002": DONE}})

    assert [item.code for item in made.overdue] == (["M001", "M003", "M004"] if overdue else [])
    assert inconsistencies(made) == ()


def test_without_a_finish_date_nothing_is_overdue() -> None:
    """An office that sets no 完成时限 accuses nobody."""
    made = zibo("2021-Q4", {}, finish_by=None)

    assert made.overdue == ()
    assert made.finish_by is None


def test_overdue_items_stand_in_the_lists_order_and_in_their_groups() -> None:
    """Slow, ongoing and unreported ones alike, for each of them is not finished."""
    sent = {"教育和体育事业中心": {"M003": SLOW}, "建设局": {"M001": ACTIVE, "M002": ACTIVE}}
    made = zibo("2021-Q4", sent)

    assert [item.code for item in made.overdue] == ["M001", "M002", "M003", "M004"]
    assert [item.code for item in made.behind] == ["M003"]
    assert [item.code for item in made.unreported] == ["M004"]
    assert set(made.overdue) == set(made.unfinished)


@pytest.mark.parametrize(
    ("written", "explanation"),
    [
        ("管线迁改慢，12月底完成。", "管线迁改慢，12月底完成。"),
        ("", ""),
        ("无", ""),
        ("/", ""),
        ("是", ""),
    ],
)
def test_an_explanation_is_one_that_says_something(written: str, explanation: str) -> None:
    """无, 是 and a slash in the column 未如期完成的说明 explain nothing."""
    made = zibo("2021-Q4", {"建设局": {"M001": {**SLOW, Key.NOTE: written}, "M002": DONE}})

    assert made.overdue[0].explanation == explanation


def test_a_unit_that_did_not_report_has_explained_nothing() -> None:
    """Its form had the column."""
    assert {item.explanation for item in zibo("2021-Q4", {}).overdue} == {""}


def test_where_no_form_asks_for_an_explanation_none_is_missed() -> None:
    """The scheme of 济宁高新区 has no such column."""
    period = month(LISTED, {})
    states = unit_states(period, {}, (), NOW)
    made = bulletin_figures(
        period, merge(period), states, NOW, finish_by=date(2021, 9, 30), next_due=None
    )

    assert len(made.overdue) == 4
    assert {item.explanation for item in made.overdue} == {None}


@pytest.mark.parametrize(
    ("next_due", "text"),
    [
        (date(2021, 11, 5), "11月5日"),
        (date(2022, 1, 5), "2022年1月5日"),
        (None, ""),
    ],
)
def test_the_next_deadline_is_a_day(next_due: date | None, text: str) -> None:
    """A day of next year says so; where no period follows there is none."""
    assert zibo("2021-Q3", {}, next_due=next_due).next_deadline == text


def paced(share: float, pace: Pace, due: date | None = None) -> Assessment:
    """Return how a report stands at three quarters of the time."""
    return Assessment(share=share, expected=0.75, pace=pace, due=due)


def with_assessments(
    sent: Mapping[str, Mapping[str, Mapping[Key, str]]],
    assessments: Mapping[tuple[str, str], Assessment],
    finish_by: date | None = None,
) -> ProgressBulletin:
    """Return the figures of a month whose reports were set against the calendar."""
    period = replace(month(LISTED, sent), assessments=assessments)
    states = unit_states(period, {}, (), NOW)
    return bulletin_figures(period, merge(period), states, NOW, finish_by=finish_by, next_due=None)


def shown(bulletin: ProgressBulletin, code: str) -> BulletinItem:
    """Return an item of a bulletin."""
    groups = (*bulletin.finished, *bulletin.unfinished)
    return next(item for item in groups if item.code == code)


def test_an_item_has_the_pace_of_its_unit() -> None:
    """Share and expected share with it; an item of which nobody can tell has none."""
    made = with_assessments({SCHOOLS: REPORTS}, {(SCHOOLS, "M001"): paced(0.4, Pace.BEHIND)})

    item = shown(made, "M001")
    assert (item.pace, item.share, item.expected) == (Pace.BEHIND, 0.4, 0.75)
    assert {i.code for i in made.unfinished if i.pace} == {"M001"}


def test_of_several_units_the_slowest_gives_the_pace() -> None:
    """What one unit has not done the other cannot make up for."""
    code, (first, second, *_) = next((c, f) for c, f in LISTED.fillers.items() if len(f) > 1)
    assessments = {
        (first, code): paced(0.9, Pace.AHEAD),
        (second, code): paced(0.2, Pace.BEHIND),
    }
    sent = {unit: {code: {Key.PROGRESS: "正在施工。"}} for unit in (first, second)}

    assert shown(with_assessments(sent, assessments), code).share == 0.2


def test_a_finished_item_has_no_pace() -> None:
    """Nothing is left to be in time with."""
    sent = {SCHOOLS: {"M001": {Key.PROGRESS: "已完成。"}}}
    made = with_assessments(sent, {(SCHOOLS, "M001"): paced(1, Pace.AHEAD)})

    assert [item.pace for item in made.finished] == [None]


@pytest.mark.parametrize(("due", "late"), [(date(2021, 9, 30), True), (date(2021, 10, 1), False)])
def test_an_item_with_a_day_of_its_own_is_overdue_from_that_day(due: date, late: bool) -> None:
    """Though the others have until the end of the year."""
    assessments = {(SCHOOLS, "M001"): paced(0.9, Pace.AHEAD, due)}
    made = with_assessments({SCHOOLS: REPORTS}, assessments, date(2021, 12, 31))

    assert shown(made, "M001").due == due
    assert [item.code for item in made.overdue] == (["M001"] if late else [])
    assert inconsistencies(made) == ()


@pytest.mark.parametrize(
    ("day", "remind_by"),
    [(8, date(2021, 10, 8)), (9, date(2021, 10, 12)), (15, date(2021, 10, 19))],
)
def test_a_reminder_leaves_two_working_days_after_the_deadline(day: int, remind_by: date) -> None:
    """Before it, the deadline itself stands; the weekend does not count."""
    period = month(LISTED, {SCHOOLS: REPORTS})
    at = datetime(2021, 10, day, 9)
    states = unit_states(period, {}, (), at)
    made = bulletin_figures(period, merge(period), states, at, finish_by=None, next_due=None)

    assert made.remind_by == remind_by
    assert [unit.unit for unit in made.outstanding] == list(made.missing) != []
    assert all(unit.items for unit in made.outstanding)


def test_what_was_reported_as_finished_before_is_not_called_overdue() -> None:
    """A unit that stays away in the fourth quarter is asked for its report, not for reasons."""
    period = month(ZIBO, {}, "2024-Q4")
    place = ("高新区交警大队", "M004")
    done = EarlierReport("2024-Q3", "第三季度", DONE, Status("已完成", finished=True, behind=False))
    going = EarlierReport(
        "2024-Q3", "第三季度", ACTIVE, Status("正常推进", finished=False, behind=False)
    )

    def overdue(*reports: EarlierReport) -> list[str]:
        told = replace(period, earlier={place: reports})
        found = bulletin_figures(
            told,
            merge(told),
            unit_states(told, {}, (), NOW),
            NOW,
            finish_by=END_OF_OCTOBER,
            next_due=None,
        )
        return [item.code for item in found.overdue]

    assert overdue(done, going) == ["M001", "M002", "M003"]
    assert overdue(going, done) == overdue() == ["M001", "M002", "M003", "M004"]
