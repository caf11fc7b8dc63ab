"""The generator of planted faults: what it writes is clean, and what it plants is told."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from rapidfuzz.fuzz import ratio

from benchmarks.faults import prose
from benchmarks.faults.batch import batches
from benchmarks.faults.clean import clean_returns
from benchmarks.faults.lines import Sort
from benchmarks.faults.measure import Measured, measure
from benchmarks.faults.months import Written, years
from benchmarks.faults.plants import PLANTS
from benchmarks.faults.plants_months import YEAR_PLANTS
from benchmarks.faults.report import as_json, lines, passed, table
from benchmarks.faults.source import SETTINGS, Variant, World, make_world
from toolkit.files.schemes import scheme_names
from toolkit.model.period import Period
from toolkit.text.periods import parse_period

SCHEME = "zibo-gaoxin-2024"
LARGER = "jining-gaoxin-2024"
FEW = ("F101", "S301", "S304", "U501", "V403")


@pytest.fixture(scope="module", params=scheme_names())
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a shipped programme in its working folder."""
    return make_world(request.param, Variant.PLAIN, tmp_path_factory.mktemp("体例"))


def months(world: World) -> list[Period]:
    """Return the months of a programme's year."""
    return [parse_period(f"{world.year}-{month:02d}") for month in range(1, 13)]


def test_planted_faults_are_told_and_clean_returns_are_not(tmp_path: Path) -> None:
    """A few kinds in one scheme: each is found at its place, and the command says the same."""
    few = [plant for plant in PLANTS if plant.code in FEW]
    measured = measure(SCHEME, tmp_path, few)
    found = {line.code: line for line in lines([measured])}
    assert found.keys() == {*FEW, "B801", "B802", "B803", "B804"}
    assert [line.missed for line in found.values() if line.missed] == []
    assert all(line.planted >= 3 for line in found.values())
    assert (measured.alarms, measured.extras, measured.differing) == ([], {}, [])
    assert passed([measured])
    assert "| V403 | 存在问题填了“否”或“是” | error | 12 | 12 | 100.00% |" in table([measured])
    assert as_json([measured])["passed"] is True


def test_a_missed_fault_or_a_false_alarm_fails() -> None:
    """The benchmark's verdict can be bad."""
    measured = Measured(SCHEME)
    assert passed([measured])
    measured.alarms.append("误报")
    assert not passed([measured])
    measured.alarms.clear()
    measured.count("V403 存在问题填否", "V403", found=False, place="M001")
    assert not passed([measured])


def test_every_plant_can_be_put_somewhere(tmp_path: Path) -> None:
    """Also those of rules that are still to come; none is a plant in name only."""
    placed = set()
    for setting in SETTINGS:
        folder = tmp_path / setting.name
        chosen = [plant for plant in PLANTS if plant.setting == setting]
        home = make_world(LARGER, setting.variant, folder)
        clean = clean_returns(home, home.period(setting.when), folder / "填好")
        for batch in batches(clean, chosen, folder / "批", places=1):
            placed |= {planted.plant.title for planted in batch.planted}
    needs_a_month_before = {"S313 只给看得见的栏排序"}
    assert {plant.title for plant in PLANTS} - placed == needs_a_month_before


def test_every_plant_over_months_can_be_put_somewhere(tmp_path: Path) -> None:
    """In about six items of a programme, never two in one item of a year."""
    home = make_world(LARGER, Variant.PLAIN, tmp_path)
    lived = years(Written(home, tuple(months(home))), YEAR_PLANTS)
    placed = Counter(p.plant.title for year in lived for p in year.planted)
    assert placed.keys() == {plant.title for plant in YEAR_PLANTS}
    assert min(placed.values()) >= 4


def test_clean_figures_only_rise_and_keep_the_pace(world: World) -> None:
    """At the end of each month no line is behind the calendar, and none falls."""
    due = 10 if world.scheme == SCHEME else 12
    for course in world.courses.values():
        before: list[float] = [0.0] * len(course.lines)
        for month, period in enumerate(months(world), 1):
            states = course.at(period).lines
            for number, state in enumerate(states):
                pace = min(month / due, 1) * state.line.total
                assert state.value >= before[number]
                assert state.line.sort is not Sort.COUNT or state.value >= pace - 1e-6
            before = [state.value for state in states]


def test_clean_items_end_in_time_with_plans_until_then(world: World) -> None:
    """What is unfinished has a plan for the month after; all is finished by the finish date."""
    for course in world.courses.values():
        states = [course.at(period) for period in months(world)]
        finished = [state.finished for state in states]
        assert finished == sorted(finished)
        assert finished[-1]
        for state, period in zip(states, months(world), strict=True):
            assert bool(prose.plan(state, period)) is not state.finished
            assert prose.progress(state).startswith("已完成") is state.finished


def test_clean_plans_are_echoed(world: World) -> None:
    """The deed that a month plans is told as done in the next one."""
    for course in world.courses.values():
        states = [course.at(period) for period in months(world)]
        for state, following in pairwise(states):
            assert state.finished or f"已{state.next_deed}" in prose.progress(following)


def test_clean_problems_are_solved_with_a_word(world: World) -> None:
    """In the first month without it, the progress says that it is solved."""
    for course in world.courses.values():
        for before, state in pairwise(course.at(period) for period in months(world)):
            if before.problem and not state.problem:
                assert state.solved
                assert state.solved in prose.progress(state)


def test_clean_texts_are_written_anew_each_month(world: World) -> None:
    """While an item is under way, neither its progress nor its plan is last month's."""
    for course in world.courses.values():
        for earlier, period in pairwise(months(world)):
            before, state = course.at(earlier), course.at(period)
            if not state.finished:
                assert alike(prose.progress(before), prose.progress(state)) < 95
                assert alike(prose.plan(before, earlier), prose.plan(state, period)) < 95


def alike(one: str, other: str) -> float:
    """Return how alike two texts are without their figures, in points of a hundred."""
    return ratio(*("".join(c for c in text if not c.isdigit()) for text in (one, other)))


def test_clean_texts_answer_every_target(world: World) -> None:
    """Each amount of the target sheet is one of the item's lines, a part of one, or stands in it."""
    lacking = []
    for target in world.programme.targets:
        known = world.courses[target.code].lines
        amounts = {(line.total, line.measure) for line in known}
        parts = {amount for line in known for _, amount in line.parts}
        words = "".join(line.what for line in known)
        told = (target.number, target.measure) in amounts or target.number in parts
        if not told and not any(f"{n:g}" in words for n in (target.number, target.number / 10000)):
            lacking.append(target.original)
    assert len(lacking) <= 3, lacking
