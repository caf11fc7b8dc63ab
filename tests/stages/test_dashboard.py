"""What a period's page shows: groups, numbers, trends, sources, and what of a very long list."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import pytest

from tests.stages.months import month
from tests.stages.returns import MARKET, REPORTS, ROADS, SCHOOLS
from tests.tables import programme
from toolkit.model.assessment import EarlierReport, Light, Status
from toolkit.model.dashboard import Dashboard, Standing
from toolkit.model.finding import Finding, Severity
from toolkit.model.ledger import UnitState, UnitStatus
from toolkit.model.month import Month
from toolkit.model.programme import Programme, Ruling, Target
from toolkit.model.scheme import Filling, Key
from toolkit.stages import dashboard as stage
from toolkit.stages.assess import assessed
from toolkit.stages.dashboard import dashboard
from toolkit.stages.merge import merge

NOW = datetime(2021, 10, 12, 9, 10)
ROAD = Target("M003", "改造道路", 20, "公里", "等于", "改造道路20公里")
LISTED = replace(programme(), targets=(ROAD,))
BOTH = replace(programme(filling=Filling.EACH), targets=(ROAD,))

Sent = Mapping[str, Mapping[str, Mapping[Key, str]]]


def period(sent: Sent | None = None, listed: Programme = LISTED) -> Month:
    """Return September after some units sent their forms, set against its targets."""
    return assessed(month(listed, sent))


def shown(made: Month, *findings: Finding, states: tuple[UnitStatus, ...] = ()) -> Dashboard:
    """Return the page of a period."""
    return dashboard(made, merge(made), states, findings, NOW)


def said(text: str) -> Sent:
    """Return what the roads' unit sends that says this of M003."""
    return {ROADS: {"M003": {Key.PROGRESS: text}}}


def standing(sent: Sent, listed: Programme = LISTED) -> Standing:
    """Return where M003 stands."""
    page = shown(period(sent, listed))
    return next(item.standing for item in page.items.rows if item.code == "M003")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("已完成。", Standing.FINISHED),
        ("已改造16公里。", Standing.ON_PACE),
        ("已改造10公里。", Standing.BEHIND),
        ("推进缓慢，正在设计。", Standing.BEHIND),
        ("正在施工。", Standing.UNCLEAR),
        ("", Standing.UNREPORTED),
    ],
)
def test_an_item_belongs_to_one_group(text: str, expected: Standing) -> None:
    """By the end of September three quarters of the year are gone: 15 of 20 kilometres."""
    assert standing(said(text)) is expected


def test_an_item_of_two_units_is_on_pace_only_when_both_say_so() -> None:
    """What one of them does not say nobody knows."""
    one = {ROADS: {"M003": {Key.PROGRESS: "已改造16公里。"}}}
    both = {**one, "王因街道": {"M003": {Key.PROGRESS: "已改造17公里。"}}}
    late = {**one, "王因街道": {"M003": {Key.PROGRESS: "已改造4公里。"}}}
    assert standing(one, BOTH) is Standing.UNCLEAR
    assert standing(both, BOTH) is Standing.ON_PACE
    assert standing(late, BOTH) is Standing.BEHIND


def test_the_groups_add_up_to_all_items() -> None:
    """And the statuses do, as the consolidated workbook counts them."""
    page = shown(period())
    assert sum(page.standings.values()) == sum(page.statuses.values()) == page.items.total == 4
    assert list(page.standings) == list(Standing)


def test_an_item_has_the_worst_light_of_its_units() -> None:
    """4 of 20 kilometres are 55 points behind."""
    sent = {
        ROADS: {"M003": {Key.PROGRESS: "已改造16公里。"}},
        "王因街道": {"M003": {Key.PROGRESS: "已改造4公里。"}},
    }
    item = shown(period(sent, BOTH)).items.rows[2]
    assert [report.light for report in item.reports] == [Light.GREEN, Light.RED]
    assert item.light is Light.RED


def test_every_number_says_what_it_rests_on_and_where_it_was_read() -> None:
    """The kilometres, the share and the status were read out of the text in E4."""
    (report,) = shown(period(said("已改造16公里。"))).items.rows[2].reports
    (target,) = report.targets
    assert (target.wanted, target.done.text, target.original) == (
        "20公里",
        "16公里",
        "已改造16公里",
    )
    assert report.shown_share is not None
    assert report.status is not None
    for value in (target.done, report.shown_share, report.status):
        assert value.basis == "由文字判断"
        assert value.place is not None
        assert (value.place.file, value.place.sheet) == (f"{ROADS}.xlsx", "进展表")
        assert value.place.cell == "E4"
    assert [(v.title, v.place and v.place.cell) for v in report.values] == [
        ("落实进展情况", "E4"),
        ("存在问题", "F4"),
        ("下月工作计划", "G4"),
    ]


def test_what_a_person_decided_was_read_in_no_return() -> None:
    """人工认定, without a cell."""
    ruling = Ruling("2021-09", "M003", "", "完成率", "65", "实地查看")
    (report,) = shown(period(listed=replace(LISTED, rulings=(ruling,)))).items.rows[2].reports
    assert report.shown_share is not None
    assert (report.shown_share.text, report.shown_share.basis) == ("65%", "人工认定")
    assert report.shown_share.place is None


def earlier(label: str, name: str, text: str, *, finished: bool = False) -> EarlierReport:
    """Return what the roads' unit said of M003 before."""
    return EarlierReport(label, name, {Key.PROGRESS: text}, Status("", finished, behind=False))


def test_the_trend_tells_each_period_in_order() -> None:
    """What cannot be told of a period is left open, never drawn as nothing."""
    reports = (
        earlier("2021-08", "8月", "正在施工。"),
        earlier("2021-07", "7月", "已改造5公里。"),
    )
    made = replace(period(said("已改造16公里。")), earlier={(ROADS, "M003"): reports})
    page = shown(made)
    (report,) = page.items.rows[2].reports
    assert [(p.name, p.share, p.text) for p in report.points] == [
        ("7月", 0.25, "25%"),
        ("8月", None, "看不出"),
        ("9月", 0.8, "80%"),
    ]
    assert [(m.name, m.finished) for m in page.months] == [("7月", 0), ("8月", 0), ("9月", 0)]


def test_a_month_counts_what_was_finished_at_its_end() -> None:
    """By the units' reports then, and as persons decided since."""
    told = {
        (ROADS, "M003"): (earlier("2021-08", "8月", "", finished=True),),
        (MARKET, "M004"): (earlier("2021-08", "8月", ""),),
    }
    ruling = Ruling("2021-08", "M004", "", "进展状态", "已完成", "已验收")
    made = replace(period(), earlier=told)
    assert shown(made).months[0].finished == 1
    decided = replace(made, programme=replace(LISTED, rulings=(ruling,)))
    assert shown(decided).months[0].finished == 2


def test_without_an_earlier_period_there_is_no_trend() -> None:
    """The first month of a year draws nothing."""
    page = shown(period())
    assert page.months == ()
    assert all(r.points == () for item in page.items.rows for r in item.reports)


def test_the_problems_are_those_that_units_name() -> None:
    """无 and a blank are none."""
    page = shown(period())
    assert [(item.code, item.problem) for item in page.problems.rows] == [("M003", "雨天多")]


def finding(severity: Severity, code: str = "V401") -> Finding:
    """Return a finding on a cell of the roads' return."""
    place = (f"2021-09/2回收/{ROADS}.xlsx", "进展表", "E4")
    return Finding(code, "x", severity, "没有写。", "请写。", ROADS, "M003", *place)


def test_the_findings_that_ask_for_something_come_gravest_first() -> None:
    """What is for the record is counted only."""
    found = [finding(severity) for severity in reversed(Severity)]
    page = shown(period(), *found)
    assert page.severities == {"须改正": 1, "请核对": 1, "提示": 1}
    assert [f.severity for f in page.findings.rows] == ["须改正", "请核对"]
    assert page.findings.rows[0].place is not None
    assert page.findings.rows[0].place.cell == "E4"


def state(unit: str, state: UnitState = UnitState.ACCEPTED) -> UnitStatus:
    """Return one line of 报送情况."""
    stored = f"2021-09/2回收/{unit}.xlsx" if state is UnitState.ACCEPTED else None
    return UnitStatus(unit, 2, state, None, NOW if stored else None, 2, stored)


def test_each_unit_says_whether_it_reported_and_where_its_items_stand() -> None:
    """With the file that counts."""
    states = (state(SCHOOLS), state(MARKET, UnitState.OVERDUE))
    page = shown(period({SCHOOLS: REPORTS}), finding(Severity.ERROR), states=states)
    schools, market = page.units.rows
    assert schools.file is not None
    assert (schools.file.file, schools.received) == (f"{SCHOOLS}.xlsx", "2021-10-12 09:10")
    assert schools.standings[Standing.FINISHED] == 1
    assert (market.state, market.needs_person, market.file) == ("逾期未报", True, None)
    assert market.late == "2个工作日"
    assert page.states == {"已报送": 1, "逾期未报": 1}


def test_of_a_very_long_list_only_what_needs_attention_is_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The gravest first, and no more than can be read; all are counted."""
    monkeypatch.setattr(stage, "MOST_ITEMS", 3)
    monkeypatch.setattr(stage, "MOST_SHOWN", 2)
    sent = {
        SCHOOLS: {"M001": {Key.PROGRESS: "正在施工。"}, "M002": {Key.PROGRESS: "已完成。"}},
        ROADS: {"M003": {Key.PROGRESS: "已改造4公里。"}},
    }
    page = shown(period(sent), states=(state(SCHOOLS), state(ROADS), state(MARKET)))
    assert [item.code for item in page.items.rows] == ["M003", "M004"]
    assert not page.items.whole
    assert sum(page.standings.values()) == page.items.total == 4
    assert page.units.rows == ()
    assert page.units.total == 3
