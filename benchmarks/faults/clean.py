"""Clean returns: every unit's form of a period, filled as a careful unit fills it."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.faults import prose
from benchmarks.faults.course import ItemState
from benchmarks.faults.draft import Answers, Draft, Value
from benchmarks.faults.lines import Sort
from benchmarks.faults.source import World, sent_at
from toolkit.app.dispatch import make_forms
from toolkit.model.form import Form, form_of
from toolkit.model.period import Period
from toolkit.model.scheme import Key, TableLayout

ONGOING, FINISHED = "正常推进", "已完成"


@dataclass(frozen=True, slots=True)
class Clean:
    """A period's clean returns.

    Attributes:
        files: Each unit's filled form.
        states: How far each item is, by 编号; empty for the year's summary forms.
    """

    world: World
    period: Period
    files: Mapping[str, Path]
    states: Mapping[str, ItemState]

    @property
    def layout(self) -> TableLayout:
        """The table that units fill."""
        return self.world.programme.scheme.layouts[self.period.kind]

    def draft(self, unit: str) -> Draft:
        """Open a unit's return."""
        return Draft(unit, self.files[unit], self.layout, self.period)


def clean_returns(
    world: World, period: Period, folder: Path, changes: Mapping[str, Answers] | None = None
) -> Clean:
    """Send a period's forms out and fill them.

    Args:
        folder: Where the filled forms are put.
        changes: What the first unit of some items says otherwise, by 编号.
    """
    made = make_forms(world.workspace, period.label, (), sent_at(period)).files
    layout = world.programme.scheme.layouts[period.kind]
    progress = form_of(period.kind) is Form.PROGRESS
    states = {c: course.at(period) for c, course in world.courses.items()} if progress else {}
    files = {}
    for form in made:
        draft = Draft(form.dispatch.unit, form.path, layout, period)
        if progress:
            draft.fill(answers(world, states, draft.unit, period))
            draft.fill(_own(changes or {}, world, draft.unit))
        files[draft.unit] = draft.save(folder / form.path.name)
    return Clean(world, period, files, states)


def _own(changes: Mapping[str, Answers], world: World, unit: str) -> dict[str, Answers]:
    """Return the changes that are a unit's to make."""
    fillers = world.programme.fillers
    return {code: said for code, said in changes.items() if fillers[code][0] == unit}


def answers(
    world: World, states: Mapping[str, ItemState], unit: str, period: Period
) -> dict[str, Answers]:
    """Return what a unit writes on each of its items."""
    programme = world.programme
    return {
        item.code: answer(
            states[item.code], period, programme.fillers[item.code].index(unit), world.year
        )
        for item in programme.assignments[unit]
    }


def answer(state: ItemState, period: Period, place: int, year: int) -> Answers:
    """Return what a unit writes on an item.

    Args:
        place: Which one of the units that fill the item; they say the same in other words.
    """
    turn = state.turn + place
    last = calendar.monthrange(year, state.end)[1]
    return {
        Key.STATUS: FINISHED if state.finished else ONGOING,
        Key.DEADLINE: f"{year}年{state.end}月{last}日",
        **_figures(state),
        Key.PROGRESS: prose.progress(state, turn),
        Key.PROBLEM: prose.problem(state),
        Key.PLAN: prose.plan(state, period, turn),
    }


def _figures(state: ItemState) -> dict[Key, Value]:
    """Return what stands in the columns for figures: an item's only target, if it has just one."""
    counted = [line for line in state.lines if line.line.sort is not Sort.SENTENCE]
    if len(counted) != 1 or counted[0].line.sort is not Sort.COUNT or counted[0].line.free:
        return {}
    line = counted[0]
    rate = min(int(line.value / line.line.total * 1000 + 1e-6), 1000) / 1000
    return {Key.DONE: line.value, Key.RATE: rate}
