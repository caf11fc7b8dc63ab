"""Twelve months of a programme through the ledger, clean and with faults that span months."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.faults.clean import answer, clean_returns
from benchmarks.faults.draft import Answers, NotPossibleError
from benchmarks.faults.measure import ALARMS, Measured, matter, words
from benchmarks.faults.plants_months import YEAR_PLANTS, Changes, YearPlace, YearPlant
from benchmarks.faults.source import Variant, World, back_at, make_world
from toolkit.app.month_end import merge_month
from toolkit.model.finding import Finding
from toolkit.model.period import Period
from toolkit.rules.registry import find_rule
from toolkit.text.periods import parse_period

PLACES = 6
_SEED = 20241231
_FIRST = 3


@dataclass(frozen=True, slots=True)
class YearPlanted:
    """A fault over months, in its item, or in all the items of a unit.

    Attributes:
        month: In which it has to be told.
        changes: What is said otherwise, by 编号.
        unit: Whose return as a whole it is; "" for an item's.
    """

    plant: YearPlant
    month: int
    changes: Mapping[str, Changes]
    unit: str = ""

    @property
    def place(self) -> str:
        """What people read."""
        return f"{self.month}月 {self.unit or ''.join(self.changes)}"

    def is_told(self, finding: Finding) -> bool:
        """Tell whether a finding of its month is what this fault has to yield."""
        same = finding.unit == self.unit if self.unit else finding.item in self.changes
        return finding.code == self.plant.code and same

    def explains(self, month: int, finding: Finding) -> bool:
        """Tell whether a finding may come of this fault, in its month or one of those after."""
        codes = {self.plant.code, *self.plant.also}
        here = finding.item in self.changes or (not finding.item and finding.unit == self.unit)
        first = min(min(months) for months in self.changes.values())
        return finding.code in codes and here and month >= first


@dataclass
class Year:
    """A year's faults, at most one in each item."""

    planted: list[YearPlanted] = field(default_factory=list)

    def has(self, codes: Collection[str]) -> bool:
        """Tell whether one of the items has its fault already."""
        return any(code in planted.changes for planted in self.planted for code in codes)

    def changes(self, month: int) -> dict[str, Answers]:
        """Return what items' answers say otherwise in a month, by 编号."""
        return {
            code: months[month]
            for planted in self.planted
            for code, months in planted.changes.items()
            if month in months
        }

    def owner(self, finding: Finding) -> YearPlanted | None:
        """Return the fault that is in a finding's item, or its unit's return."""
        return next(
            (
                planted
                for planted in self.planted
                if finding.item in planted.changes
                or (not finding.item and planted.unit and finding.unit == planted.unit)
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class Written:
    """All that the units write in a year, item by item."""

    world: World
    periods: tuple[Period, ...]

    def place(self, code: str, month: int, number: int) -> YearPlace:
        """Return an item's year."""
        states = [self.world.courses[code].at(period) for period in self.periods]
        written = [
            answer(state, period, 0, self.world.year)
            for state, period in zip(states, self.periods, strict=True)
        ]
        targets = [t for t in self.world.programme.targets if t.code == code]
        return YearPlace(states, written, self.periods, targets, month, number)

    def unfinished(self, codes: Collection[str], month: int) -> int:
        """Count the items that are not finished at the end of a month."""
        courses = self.world.courses
        return sum(not courses[code].at(self.periods[month - 1]).finished for code in codes)


def measure_year(
    measured: Measured, folder: Path, plants: Sequence[YearPlant] = YEAR_PLANTS
) -> None:
    """Run a scheme's clean year, then years with faults in their items; add what is told."""
    clean_world = make_world(measured.scheme, Variant.PLAIN, folder / "干净")
    periods = tuple(parse_period(f"{clean_world.year}-{m:02d}") for m in range(1, 13))
    written = Written(clean_world, periods)
    told = _lived(written, Year(), folder / "干净")
    measured.clean += 12 * len(clean_world.programme.assignments)
    for month, findings in told.items():
        for finding in findings:
            text = f"{measured.scheme} {month}月 {words(finding)}"
            (measured.alarms if finding.severity in ALARMS else measured.notes).append(text)
    known = [plant for plant in plants if find_rule(plant.code) is not None]
    for plant in (plant for plant in plants if plant not in known):
        ready = sum(len(year.planted) for year in years(written, [plant]))
        measured.unknown[plant.code] = measured.unknown.get(plant.code, 0) + ready
    clean = {month: {matter(f) for f in findings} for month, findings in told.items()}
    for number, year in enumerate(years(written, known), 1):
        root = folder / f"第{number}年"
        world = make_world(measured.scheme, Variant.PLAIN, root)
        _judge(year, _lived(Written(world, periods), year, root), clean, measured)


def years(written: Written, plants: Sequence[YearPlant]) -> list[Year]:
    """Return years whose items have faults, until each plant is in `PLACES` places."""
    found: list[Year] = []
    for plant in plants:
        wanted = PLACES
        for number, (unit, codes) in enumerate(_candidates(written, plant)):
            planted = _planted(written, plant, unit, codes, number) if wanted else None
            if planted is None:
                continue
            wanted -= 1
            year = next((y for y in found if not y.has(codes)), None)
            if year is None:
                year = Year()
                found.append(year)
            year.planted.append(planted)
    return found


def _candidates(written: Written, plant: YearPlant) -> list[tuple[str, tuple[str, ...]]]:
    """Return where a plant may be put: each item, or each unit with its items, again and again."""
    world = written.world
    chance = Random(f"{_SEED}{plant.title}{world.scheme}")
    if not plant.whole:
        items = list(world.courses)
        chance.shuffle(items)
        return [("", (code,)) for code in items]
    assigned = world.programme.assignments
    units = [(u, tuple(i.code for i in items)) for u, items in assigned.items() if len(items) > 1]
    chance.shuffle(units)
    return units * PLACES


def _planted(
    written: Written, plant: YearPlant, unit: str, codes: tuple[str, ...], number: int
) -> YearPlanted | None:
    """Return a plant in an item, in the first month from a chosen one in which it is possible."""
    first = Random(f"{_SEED}{codes[0]}{plant.title}{number * plant.whole}").randint(_FIRST, 12)
    for month in (*range(first, 13), *range(_FIRST, first)):
        if unit and min(written.unfinished(codes, m) for m in (month - 1, month)) < len(codes):
            continue
        try:
            changes = {code: plant.make(written.place(code, month, number)) for code in codes}
        except NotPossibleError:
            continue
        return YearPlanted(plant, month, changes, unit)
    return None


def _lived(written: Written, year: Year, folder: Path) -> dict[int, tuple[Finding, ...]]:
    """Send, fill and merge twelve months; return what is told in each."""
    world, told = written.world, {}
    for month, period in enumerate(written.periods, 1):
        clean = clean_returns(world, period, folder / period.label, year.changes(month))
        files = tuple(clean.files.values())
        told[month] = merge_month(world.workspace, period.label, files, back_at(period)).findings
    return told


def _judge(
    year: Year,
    told: Mapping[int, tuple[Finding, ...]],
    clean: Mapping[int, set[str]],
    measured: Measured,
) -> None:
    for planted in year.planted:
        found = any(map(planted.is_told, told[planted.month]))
        measured.count(planted.plant.title, planted.plant.code, found, planted.place)
    for month, findings in told.items():
        for finding in findings:
            known = matter(finding) in clean[month]
            owner = year.owner(finding)
            if not known and not (owner and owner.explains(month, finding)):
                title = owner.plant.title if owner else ""
                measured.tell_extra(title, finding.code, f"{month}月 {words(finding)}")
