"""Findings have their place, waivers take out what they name, and nothing else."""

from dataclasses import replace

import pytest

from tests.stages.annuals import year
from tests.stages.months import month
from tests.stages.returns import MARKET, ROADS, SCHOOLS
from tests.tables import programme
from toolkit.model.finding import Finding, Severity
from toolkit.model.month import Month
from toolkit.model.programme import Waiver
from toolkit.model.rule_settings import RuleSetting
from toolkit.model.scheme import Key
from toolkit.model.waiving import WaiverState
from toolkit.rules.engine import check_month, check_programme, check_year
from toolkit.rules.waivers import after_waivers
from toolkit.stages.merged_list import merged_list
from toolkit.text.periods import parse_period

BLANK = {"M004": {Key.PROGRESS: "", Key.PROBLEM: "否"}}
WAIVER = Waiver("V401", "", "", "", "", "已说明")


def period(*waivers: Waiver) -> Month:
    """Return September, in which 市场监管局 sent a form with two faults and nobody else any."""
    listed = replace(programme(), waivers=waivers)
    return month(listed, {MARKET: BLANK})


def codes(given: Month) -> list[str]:
    """Return the codes of what is found, in order."""
    return [finding.code for finding in check_month(given).findings]


def test_faults_of_the_period_come_first_then_file_by_file() -> None:
    """Two units are missing, and one return has two faults."""
    assert codes(period()) == ["U501", "U501", "V401", "V403"]


def test_a_finding_in_an_entry_names_unit_item_file_sheet_and_cell() -> None:
    """A person finds the cell without searching."""
    finding = check_month(period()).findings[2]

    assert (finding.unit, finding.item, finding.cell) == (MARKET, "M004", "E4")
    assert (finding.file, finding.sheet) == (f"2021-09/2回收/{MARKET}.xlsx", "进展表")


def test_a_finding_of_the_period_names_the_unit_only() -> None:
    """There is no file to name."""
    finding = check_month(period()).findings[0]

    assert (finding.unit, finding.file, finding.item) == (SCHOOLS, None, None)


@pytest.mark.parametrize(
    "waiver",
    [
        WAIVER,
        replace(WAIVER, rule="v401"),
        replace(WAIVER, unit=MARKET),
        replace(WAIVER, code="M004"),
        replace(WAIVER, start="2021-09", end="2021-09"),
        replace(WAIVER, unit=MARKET, code="M004", start="2021-01", end="2021-12"),
    ],
)
def test_a_waiver_takes_out_what_it_names(waiver: Waiver) -> None:
    """What was taken out is kept with the waiver."""
    checked = check_month(period(waiver))

    assert [finding.code for finding in checked.findings] == ["U501", "U501", "V403"]
    assert [(f.code, w) for f, w in checked.waived] == [("V401", waiver)]


@pytest.mark.parametrize(
    "waiver",
    [
        replace(WAIVER, rule="V402"),
        replace(WAIVER, unit=ROADS),
        replace(WAIVER, code="M001"),
        replace(WAIVER, start="2021-10"),
        replace(WAIVER, end="2021-08"),
    ],
)
def test_a_waiver_takes_out_nothing_else(waiver: Waiver) -> None:
    """Another rule, unit, item or time."""
    checked = check_month(period(waiver))

    assert "V401" in [finding.code for finding in checked.findings]
    assert checked.waived == ()


def test_a_waived_fault_still_hides_what_it_makes_pointless() -> None:
    """Whoever waives an empty progress does not want to hear of the missing plan instead."""
    assert "V402" not in codes(period(WAIVER))


def test_one_entrys_fault_hides_nothing_of_another() -> None:
    """A rule is skipped for the item at fault alone."""
    reports = {"M001": {Key.PROGRESS: ""}, "M002": {Key.PROGRESS: "正在施工。"}}
    found = check_month(month(programme(), {SCHOOLS: reports})).findings

    assert ("V401", "M001") in [(f.code, f.item) for f in found]
    assert ("V402", "M002") in [(f.code, f.item) for f in found]
    assert ("V402", "M001") not in [(f.code, f.item) for f in found]


def test_a_list_without_faults_has_no_findings() -> None:
    """And needs no notice."""
    assert check_programme(programme()) == ()


def ruled(**settings: RuleSetting) -> list[Finding]:
    """Return what is found under a scheme that sets rules."""
    listed = programme()
    listed = replace(listed, scheme=replace(listed.scheme, rules=settings))
    return list(check_month(month(listed, {MARKET: BLANK})).findings)


def test_a_scheme_gives_a_rule_another_severity() -> None:
    """It no longer sends the return back."""
    found = {f.code: f.severity for f in ruled(V403=RuleSetting(severity=Severity.WARNING))}

    assert (found["V403"], found["V401"]) == (Severity.WARNING, Severity.ERROR)


def test_a_rule_on_trial_is_told_and_never_blocks() -> None:
    """It asks for nothing, and can be told from those that do."""
    found = {f.code: (f.severity, f.trial) for f in ruled(V403=RuleSetting(trial=True))}

    assert found["V403"] == (Severity.INFO, True)
    assert found["V401"] == (Severity.ERROR, False)


def test_a_rule_that_is_off_hides_nothing_either() -> None:
    """What it would have made pointless is told."""
    reports = {"M001": {Key.PROGRESS: "主体封顶。"}, "M002": {Key.PROGRESS: ""}}
    listed = programme()
    listed = replace(listed, scheme=replace(listed.scheme, rules={"V401": RuleSetting(off=True)}))
    found = [f.code for f in check_month(month(listed, {SCHOOLS: reports})).findings]

    assert "V401" not in found
    assert "V402" in found


def test_only_the_rules_that_are_wanted_are_told() -> None:
    """And one that they require still keeps them from objecting twice."""
    wanted = {"V402", "U501"}.__contains__
    checked = check_month(period(), wanted)

    assert [finding.code for finding in checked.findings] == ["U501", "U501"]


EXPIRED = replace(WAIVER, rule="V403", unit=MARKET, end="2021-08", end_cell="E2")


def test_an_expired_waiver_is_said_when_it_would_have_counted() -> None:
    """What it took out before is told again, and why."""
    checked = check_month(period(EXPIRED))
    told = checked.findings[-1]

    assert [f.code for f in checked.findings] == ["U501", "U501", "V401", "V403", "U504"]
    assert (told.severity, told.unit, told.item) == (Severity.INFO, MARKET, None)
    assert (told.file, told.sheet, told.cell) == ("实事清单.xlsx", "豁免", "E2")
    assert checked.waived == ()
    assert [f.code for f in checked.waivers[0].findings] == ["V403"]


def test_an_expired_waiver_is_said_also_where_only_that_is_asked_for() -> None:
    """`--rule U504` has to look at what the other rules find."""
    checked = check_month(period(EXPIRED), {"U504"}.__contains__)

    assert [finding.code for finding in checked.findings] == ["U504"]


def test_a_scheme_may_not_want_to_hear_of_expired_waivers() -> None:
    """It is a rule like the others."""
    given = period(EXPIRED)
    layout = replace(given.programme.scheme, rules={"U504": RuleSetting(off=True)})
    given = replace(given, programme=replace(given.programme, scheme=layout))

    assert "U504" not in codes(given)


@pytest.mark.parametrize(
    ("waiver", "state"),
    [
        (WAIVER, WaiverState.IN_FORCE),
        (replace(WAIVER, rule="V402"), WaiverState.UNUSED),
        (replace(WAIVER, start="2021-10"), WaiverState.FUTURE),
        (replace(WAIVER, rule="V402", end="2021-08"), WaiverState.EXPIRED),
    ],
)
def test_every_waiver_has_its_state(waiver: Waiver, state: WaiverState) -> None:
    """Whether it took something out or not."""
    assert [use.state for use in check_month(period(waiver)).waivers] == [state]


def test_the_first_waiver_in_force_takes_a_finding() -> None:
    """The second is not needed."""
    both = (replace(WAIVER, end="2021-08"), WAIVER, replace(WAIVER, unit=MARKET))
    uses = check_month(period(*both)).waivers

    assert [use.state for use in uses] == [
        WaiverState.EXPIRED,
        WaiverState.IN_FORCE,
        WaiverState.UNUSED,
    ]
    assert uses[0].findings == ()


@pytest.mark.parametrize(
    ("start", "end", "label", "state"),
    [
        ("2021-09-上旬", "2021-09-下旬", "2021-09-中旬", WaiverState.UNUSED),
        ("2021-09-中旬", "", "2021-09-下旬", WaiverState.UNUSED),
        ("", "2021-09-中旬", "2021-09-下旬", WaiverState.EXPIRED),
        ("2021-09-下旬", "", "2021-09-中旬", WaiverState.FUTURE),
        ("2021-07", "2021-09", "2021-Q3", WaiverState.UNUSED),
        ("", "2021-06", "2021-Q3", WaiverState.EXPIRED),
        ("", "2021-09", "2021-W36", WaiverState.UNUSED),
        ("2021", "2021", "2021-09", WaiverState.UNUSED),
    ],
)
def test_waivers_and_periods_compare_by_their_days(
    start: str, end: str, label: str, state: WaiverState
) -> None:
    """上旬, 中旬 and 下旬 are not in the order of their characters; kinds may differ."""
    waiver = replace(WAIVER, start=start, end=end)
    _, (use,) = after_waivers((), (waiver,), parse_period(label))

    assert use.state is state


def test_a_years_questions_can_be_waived() -> None:
    """Those on the list that the returns make together, too."""
    rows = "| 三 | 放心消费工程 | 建设示范店20处 | 市场监管局 | | M004 |"
    merged = merged_list(year(programme(), {MARKET: rows}))
    before = check_year(merged)
    waiver = replace(WAIVER, rule="P609", code="M004")
    waived = replace(merged.month.programme, waivers=(waiver,))
    after = check_year(replace(merged, month=replace(merged.month, programme=waived)))

    assert "P609" in [finding.code for finding in before.findings]
    assert [(finding.code, w) for finding, w in after.waived] == [("P609", waiver)]
    assert "P609" not in [finding.code for finding in after.findings]


def test_a_document_pasted_into_a_cell_is_told_and_not_read() -> None:
    """Reading thousands of sentences would take longer than all other returns together."""
    reports = {"M002": {Key.PROGRESS: "剩余5处，" * 2000, Key.PROBLEM: "督促施工单位加快进度。"}}
    found = {f.code: f for f in check_month(month(programme(), {SCHOOLS: reports})).findings}

    assert "太长，没有逐句核查" in found["V408"].message
    assert not {code for code in found if code[0] in "WJH" and found[code].item == "M002"}
