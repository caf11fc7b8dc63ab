"""Readers of trouble, against many phrasings of the same: found by the part that words play."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from toolkit.text.amounts import find_amounts
from toolkit.text.asides import aside
from toolkit.text.empty_words import needs_only_more, tells_success
from toolkit.text.finish_plans import gives_reason, may_name_finish, planned_finish
from toolkit.text.future_deeds import future_deed
from toolkit.text.hindrances import unresolved
from toolkit.text.passing_problems import outgrown, passes
from toolkit.text.places import other_place, own_kind
from toolkit.text.problem_plans import leaves_problem
from toolkit.text.regress import goes_back
from toolkit.text.unfinished_parts import not_working
from toolkit.text.worked_on import may_be_worked_on, worked_on

DATA: Mapping[str, Mapping[str, Sequence[str | Sequence[str]]]] = tomllib.loads(
    (Path(__file__).parent / "data" / "roles.toml").read_text("utf-8")
)
END, DUE = date(2023, 9, 17), date(2023, 9, 18)
KNOWN = "济宁高新区2021年为民办实事。王因街道、接庄街道。"


def _works_on(progress: str, plan: str, targets: str) -> bool:
    wholes = [(each.number, each.unit) for each in find_amounts(targets)]
    return may_be_worked_on(progress, plan) and worked_on(progress, plan, wholes) is not None


READERS: Mapping[str, Callable[..., object]] = {
    "hindrances": unresolved,
    "asides": aside,
    "efforts": needs_only_more,
    "success": tells_success,
    "unanswered": lambda problem, plan: leaves_problem(problem, plan, "项目名称"),
    "worked_on": _works_on,
    "unfinished": lambda *cells: not_working(*cells, finished=False),
    "future": lambda text: future_deed(text, END, DUE),
    "places": lambda text: other_place(text, "区", KNOWN),
    "regress": goes_back,
    "passing": passes,
}


def _cases() -> Iterator[tuple[str, tuple[str, ...], bool]]:
    for name, lists in DATA.items():
        for key, found in (("must", True), ("not", False)):
            for given in lists[key]:
                yield name, (given,) if isinstance(given, str) else tuple(given), found


@pytest.mark.parametrize(("name", "texts", "found"), list(_cases()))
def test_phrasings(name: str, texts: tuple[str, ...], found: bool) -> None:
    """Each phrasing on the list is found, and none of those like it that are fine."""
    assert bool(READERS[name](*texts)) is found


@pytest.mark.parametrize("name", DATA)
def test_there_are_enough(name: str) -> None:
    """A reader is fitted to the field, not to a sentence."""
    assert all(len(DATA[name][key]) >= 7 for key in ("must", "not"))


def test_waiting_that_the_plan_takes_up() -> None:
    """Who waits for a better time and plans the work is not hindered; who stands still is."""
    waits, stands = "另有1座因公园办活动暂未进场。", "另有1座因图纸变更停工。"

    assert unresolved(waits) is not None
    assert unresolved(waits, "9月份最后1座进场。") is None
    assert unresolved(stands, "9月份最后1座复工。") is not None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("济宁高新区2021年实事", "区"),
        ("青岛市2024年市办实事", "市"),
        ("平阴县2023年", "区"),
        ("2024年", ""),
    ],
)
def test_own_kind(name: str, kind: str) -> None:
    """A district is told from districts, a city from cities."""
    assert own_kind(name) == kind


@pytest.mark.parametrize("name", ["烟台市", "平度市", "市南区"])
def test_a_city_has_places_of_its_own(name: str) -> None:
    """Which of them are its own no name tells, so a city's report is not asked about them."""
    assert other_place(f"{name}居民3万人参保。", "市", "青岛市") is None


@pytest.mark.parametrize(
    ("plan", "day"),
    [
        ("砌筑完工，保12月底前竣工。", date(2021, 12, 31)),
        ("11月底前门窗全部完工，2022年6月底前竣工交付。", date(2022, 6, 30)),
        ("2022年3月底前完成剩余2处建设。", None),
        ("2022年5月底前完成外墙施工。", None),
        ("做好管护。", None),
    ],
)
def test_planned_finish(plan: str, day: date | None) -> None:
    """The day of the whole work counts, not that of a part."""
    found = planned_finish(plan, 2021)

    assert (found.day if found else None) == day


def test_what_a_late_plan_says() -> None:
    """A year has to be named at all, and a reason may stand anywhere."""
    assert may_name_finish("2022年6月底前竣工。")
    assert not may_name_finish("10月底前竣工。")
    assert gives_reason("因材料到货晚，工期推后。")
    assert not gives_reason("内墙抹灰完工。")


def test_outgrown() -> None:
    """So much more is done, or nearly all is."""
    assert outgrown(0.4, 0.85)
    assert outgrown(0.9, 0.99)
    assert not outgrown(0.4, 0.45)
    assert not outgrown(None, 0.9)
