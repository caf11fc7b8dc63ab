"""问题清单 says since when a problem is named, and what was planned."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.stages.months import month
from tests.stages.returns import ROADS
from tests.tables import RECEIVED, programme, sheet_as_read
from toolkit.model.assessment import EarlierReport, Status
from toolkit.model.ledger import LedgerEntry
from toolkit.model.month import Month
from toolkit.model.scheme import Filling, Fonts, Key
from toolkit.stages.history import lasting_problems
from toolkit.stages.merge import merge
from toolkit.stages.problems_sheet import problems_sheet
from toolkit.stages.styles import official_styles
from toolkit.text.periods import parse_period

ONGOING = Status("正常推进", finished=False, behind=False)


def earlier(*reports: tuple[str, str]) -> tuple[EarlierReport, ...]:
    """Return what was reported before, the latest first: name and problem."""
    return tuple(
        EarlierReport("", name, {Key.PROBLEM: problem, Key.PLAN: f"{name}的计划"}, ONGOING)
        for name, problem in reports
    )


def listed(period: Month) -> list[dict[str, object]]:
    """Return the rows of a period's list, by title."""
    plan = problems_sheet(period, merge(period), official_styles(Fonts()))
    header, *rows = sheet_as_read(plan).rows
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    ("before", "since"),
    [
        ((), "9月"),
        ((("8月", "雨天多"),), "8月"),
        ((("8月", "雨天多"), ("7月", "缺土地"), ("6月", "无")), "7月"),
        ((("8月", "无"), ("7月", "缺土地")), "9月"),
        ((("8月", "雨天多"), ("6月", "雨天多")), "6月"),
    ],
)
def test_a_problem_is_there_since_it_was_named_without_a_break(
    before: Sequence[tuple[str, str]], since: str
) -> None:
    """A period without a report is no break, one that says 无 is."""
    period = replace(month(programme()), earlier={(ROADS, "M003"): earlier(*before)})
    (row,) = listed(period)

    assert (row["编号"], row["何时提出"]) == ("M003", since)


def test_what_was_planned_last_stands_beside_what_is_planned_now() -> None:
    """Whoever supervises sees whether the plan did anything."""
    period = replace(month(programme()), earlier={(ROADS, "M003"): earlier(("8月", "雨天多"))})
    (row,) = listed(period)

    assert (row["上月工作计划"], row["下月工作计划"]) == ("8月的计划", "完成2公里。")


def test_units_that_have_a_problem_for_different_times_are_told_apart() -> None:
    """Each under its own name; what is the same for all stands once."""
    named = {"M003": {Key.PROGRESS: "施工中", Key.PROBLEM: "缺土地", Key.PLAN: ""}}
    each = month(programme(filling=Filling.EACH), {ROADS: named, "王因街道": named})
    before = {(ROADS, "M003"): earlier(("8月", "缺土地"))}
    (apart,) = listed(replace(each, earlier=before))
    (together,) = listed(each)

    assert apart["何时提出"] == f"【{ROADS}】8月\n【王因街道】9月"
    assert apart["单位"] == f"{ROADS}、王因街道"
    assert together["何时提出"] == "9月"


def kept(problem: str) -> LedgerEntry:
    """Return what the ledger holds of an earlier report."""
    values = {Key.PROBLEM: problem}
    return LedgerEntry("M003", ROADS, "表.xlsx", "进展表", "sha", RECEIVED, values, {})


def test_only_problems_without_a_beginning_are_looked_for_further_back() -> None:
    """What was solved in between is not the same problem any more."""
    period = month(programme())
    august = parse_period("2021-08")

    assert lasting_problems(period, ()) == {(ROADS, "M003")}
    assert lasting_problems(period, [(august, [kept("雨天多")])]) == {(ROADS, "M003")}
    assert lasting_problems(period, [(august, [kept("无")])]) == frozenset()
