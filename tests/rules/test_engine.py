"""Findings have their place, waivers take out what they name, and nothing else."""

from dataclasses import replace

import pytest

from tests.stages.months import month
from tests.stages.returns import MARKET, ROADS, SCHOOLS
from tests.tables import programme
from toolkit.model.month import Month
from toolkit.model.programme import Waiver
from toolkit.model.scheme import Key
from toolkit.rules.engine import check_month, check_programme

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
