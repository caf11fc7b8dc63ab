"""Twelve months of a programme through the ledger, clean and with faults that span months."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.faults.clean import Clean, answer, clean_returns
from benchmarks.faults.draft import Answers, NotPossibleError
from benchmarks.faults.measure import ALARMS, Measured, words
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
    """A fault over months, in its item."""

    plant: YearPlant
    code: str
    month: int
    changes: Changes

    def explains(self, month: int, finding: Finding) -> bool:
        """Tell whether a finding may come of this fault, in its month or one of those after."""
        codes = {self.plant.code, *self.plant.also}
        return finding.code in codes and finding.item == self.code and month >= min(self.changes)


@dataclass
class Year:
    """A year's faults, at most one in each item."""

    planted: dict[str, YearPlanted] = field(default_factory=dict)

    def changes(self, month: int) -> Mapping[str, Answers]:
        """Return what items' answers say otherwise in a month, by 编号."""
        return {c: p.changes[month] for c, p in self.planted.items() if month in p.changes}


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
        return YearPlace(states, written, self.periods, month, number)


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
    clean = {month: {words(f) for f in findings} for month, findings in told.items()}
    for number, year in enumerate(years(written, known), 1):
        root = folder / f"第{number}年"
        world = make_world(measured.scheme, Variant.PLAIN, root)
        _judge(year, _lived(Written(world, periods), year, root), clean, measured)


def years(written: Written, plants: Sequence[YearPlant]) -> list[Year]:
    """Return years whose items have faults, until each plant is in `PLACES` items."""
    found: list[Year] = []
    for plant in plants:
        codes = list(written.world.courses)
        Random(f"{_SEED}{plant.title}{written.world.scheme}").shuffle(codes)
        wanted = PLACES
        for number, code in enumerate(codes):
            planted = _planted(written, plant, code, number) if wanted else None
            if planted is None:
                continue
            wanted -= 1
            year = next((y for y in found if code not in y.planted), None)
            if year is None:
                year = Year()
                found.append(year)
            year.planted[code] = planted
    return found


def _planted(written: Written, plant: YearPlant, code: str, number: int) -> YearPlanted | None:
    """Return a plant in an item, in the first month from a chosen one in which it is possible."""
    first = Random(f"{_SEED}{code}{plant.title}").randint(_FIRST, 12)
    for month in (*range(first, 13), *range(_FIRST, first)):
        try:
            changes = plant.make(written.place(code, month, number))
        except NotPossibleError:
            continue
        return YearPlanted(plant, code, month, changes)
    return None


def _lived(written: Written, year: Year, folder: Path) -> dict[int, tuple[Finding, ...]]:
    """Send, fill and merge twelve months; return what is told in each."""
    world, told = written.world, {}
    for month, period in enumerate(written.periods, 1):
        clean = clean_returns(world, period, folder / period.label)
        files = _with_changes(clean, year.changes(month), folder / f"{period.label}有差错")
        merged = merge_month(world.workspace, period.label, files, back_at(period))
        told[month] = merged.findings
    return told


def _with_changes(clean: Clean, changes: Mapping[str, Answers], folder: Path) -> tuple[Path, ...]:
    """Return the returns with some answers changed."""
    fillers = clean.world.programme.fillers
    paths = dict(clean.files)
    for unit in {fillers[code][0] for code in changes}:
        draft = clean.draft(unit)
        draft.fill({code: said for code, said in changes.items() if fillers[code][0] == unit})
        paths[unit] = draft.save(folder / clean.files[unit].name)
    return tuple(paths.values())


def _judge(
    year: Year,
    told: Mapping[int, tuple[Finding, ...]],
    clean: Mapping[int, set[str]],
    measured: Measured,
) -> None:
    for planted in year.planted.values():
        hits = [f for f in told[planted.month] if f.code == planted.plant.code]
        found = any(f.item == planted.code for f in hits)
        place = f"{planted.month}月 {planted.code}"
        measured.count(planted.plant.title, planted.plant.code, found, place)
    for month, findings in told.items():
        for finding in findings:
            known = words(finding) in clean[month]
            owner = year.planted.get(finding.item or "")
            if not known and not (owner and owner.explains(month, finding)):
                title = owner.plant.title if owner else ""
                measured.tell_extra(title, finding.code, f"{month}月 {words(finding)}")
