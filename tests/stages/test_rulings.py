"""What a person decided counts instead of what a text seems to say."""

from dataclasses import replace

import pytest

from tests.stages.months import month
from tests.stages.returns import REPORTS, ROADS, SCHOOLS
from tests.tables import programme, scheme
from toolkit.model.assessment import Basis, Status
from toolkit.model.month import Month
from toolkit.model.programme import Programme, Ruling, Target
from toolkit.model.scheme import Filling, Key
from toolkit.stages.assess import assessed
from toolkit.stages.merge import merge
from toolkit.stages.rulings import (
    applied_rulings,
    overruled,
    ruled_number,
    ruling_mistake,
    status_words,
)

FINISHED = Ruling("2021-09", "M001", "", "进展状态", "已完成", "已现场核实")
TARGETS = (
    Target("M001", "新增学位", 900.0, "个", "=", ""),
    Target("M002", "护眼灯", 400.0, "口", "=", ""),
    Target("M002", "护眼灯", 40.0, "盏", "=", ""),
)


def decided(*rulings: Ruling, listed: Programme | None = None) -> Month:
    """Return September with what persons decided."""
    return assessed(month(replace(listed or programme(), rulings=rulings)))


def statuses(period: Month) -> dict[tuple[str, str], Status]:
    """Return how far each item is, by unit and 编号."""
    return {
        (entry.unit, entry.item.code): entry.status
        for submission in period.submissions
        for entry in submission.entries
    }


def test_a_decided_status_takes_the_place_of_the_one_that_was_read() -> None:
    """In the table and in its counts; on what it rests is known."""
    period = decided(FINISHED)

    assert statuses(decided())[SCHOOLS, "M001"].basis is Basis.TEXT
    assert statuses(period)[SCHOOLS, "M001"] == Status("已完成", True, False, Basis.PERSON)
    merged = next(item for item in merge(period) if item.item.code == "M001")
    assert merged.status is not None
    assert merged.status.finished


def test_other_words_mean_what_the_scheme_says() -> None:
    """推进缓慢 lags, 正常推进 does neither."""
    slow = statuses(decided(replace(FINISHED, value="推进缓慢")))[SCHOOLS, "M001"]
    usual = statuses(decided(replace(FINISHED, value="正常推进")))[SCHOOLS, "M001"]

    assert (slow.finished, slow.behind) == (False, True)
    assert (usual.finished, usual.behind) == (False, False)


@pytest.mark.parametrize(
    "ruling",
    [
        replace(FINISHED, period="2021-08"),
        replace(FINISHED, code="M002"),
        replace(FINISHED, unit=ROADS),
        replace(FINISHED, about="完成率", value="100"),
    ],
)
def test_a_decision_counts_for_what_it_names_only(ruling: Ruling) -> None:
    """Another period, item or unit, or another question."""
    assert statuses(decided(ruling))[SCHOOLS, "M001"].basis is Basis.TEXT


def test_of_two_decisions_on_one_thing_the_first_counts() -> None:
    """The second is shown as not used."""
    second = replace(FINISHED, value="推进缓慢")
    period = decided(FINISHED, second)

    assert statuses(period)[SCHOOLS, "M001"].name == "已完成"
    assert applied_rulings(period) == ((FINISHED, (SCHOOLS,)), (second, ()))


def test_a_decision_without_a_unit_is_used_on_every_units_report() -> None:
    """Of an item that several fill; one that names a unit, on that unit's."""
    both = programme(filling=Filling.EACH)
    sent = {unit: {"M003": REPORTS["M003"]} for unit in (ROADS, "王因街道")}
    everyone = replace(FINISHED, code="M003")
    one = replace(everyone, unit="王因街道", about="完成率", value="60")
    period = month(replace(both, rulings=(everyone, one)), sent)

    assert applied_rulings(period) == ((everyone, (ROADS, "王因街道")), (one, ("王因街道",)))


def test_a_period_without_decisions_is_left_alone() -> None:
    """It costs nothing."""
    period = month(programme())

    assert overruled(period) is period
    assert applied_rulings(period) == ()


def test_the_words_of_a_status_are_the_columns_and_the_usual_ones() -> None:
    """Each once."""
    assert status_words(scheme(Key.STATUS))[0] == "已完成"
    assert set(status_words(scheme())) >= {"已完成", "正常推进", "推进缓慢"}


@pytest.mark.parametrize(
    ("about", "value", "column", "said"),
    [
        ("进展状态", "差不多", "认定为", "应为：已完成、"),
        ("完成率", "一半", "认定为", "应为 0 到 100 的数"),
        ("完成率", "120", "认定为", "应为 0 到 100 的数"),
        ("新增学位", "很多", "认定为", "应为数字"),
        ("床位", "3", "认定什么", "目标表里没有“床位”"),
    ],
)
def test_a_decision_that_cannot_be_used_is_told(
    about: str, value: str, column: str, said: str
) -> None:
    """With the column at fault."""
    listed = replace(programme(), targets=TARGETS)
    mistake = ruling_mistake(listed, replace(FINISHED, about=about, value=value))

    assert mistake is not None
    assert mistake.title == column
    assert said in mistake.what


def test_a_target_that_stands_twice_cannot_be_decided() -> None:
    """Nobody could tell which one is meant."""
    listed = replace(programme(), targets=TARGETS)
    mistake = ruling_mistake(listed, replace(FINISHED, code="M002", about="护眼灯", value="3"))

    assert mistake is not None
    assert "在目标表里不止一行" in mistake.what


@pytest.mark.parametrize(
    ("about", "value", "number"),
    [("完成率", "65%", 65.0), ("完成率", "６５", 65.0), ("新增学位", "870.5", 870.5)],
)
def test_a_number_is_read_as_people_write_it(about: str, value: str, number: float) -> None:
    """With its sign or without, in characters of any width."""
    ruling = replace(FINISHED, about=about, value=value)

    assert ruling_mistake(replace(programme(), targets=TARGETS), ruling) is None
    assert ruled_number(ruling) == number
