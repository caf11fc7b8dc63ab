"""Many plants at once: each in its own item or return, so that none hides another."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from benchmarks.faults.clean import Clean
from benchmarks.faults.draft import Draft, NotPossibleError
from benchmarks.faults.plant import ItemPlace, Plant, ReturnPlace, Spot
from benchmarks.faults.source import back_at
from toolkit.app.period_end import preview
from toolkit.app.workspace import Workspace
from toolkit.model.finding import Finding
from toolkit.rules.engine import every_rule

PLACES = 6
"""Into how many places of a programme each plant is put, where there are so many."""

_SEED = 20240930


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault in its place."""

    plant: Plant
    spot: Spot

    def is_told(self, finding: Finding) -> bool:
        """Tell whether a finding is what this fault has to yield."""
        return finding.code == self.plant.code and self.spot.holds(finding)

    def explains(self, finding: Finding) -> bool:
        """Tell whether a finding may come of this fault."""
        codes = {self.plant.code, *self.plant.also}
        whole = self.plant.on_return is not None
        spot = replace(self.spot, item=None) if whole else self.spot
        return finding.code in codes and spot.touches(finding)


@dataclass
class Batch:
    """A period's returns with faults in some of them.

    Attributes:
        taken: Items that have their fault; a unit stands for all of its items.
    """

    clean: Clean
    folder: Path
    planted: list[Planted] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    taken: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Make the working folder to which the returns come."""
        shutil.copytree(self.clean.world.workspace.root, self.folder / "工作文件夹")
        self.workspace = Workspace(self.folder / "工作文件夹")

    def put(self, plant: Plant, unit: str, code: str, number: int) -> bool:
        """Plant a fault; tell whether it could be put there.

        Args:
            code: The item; "" for the return as a whole.
        """
        fillers = self.clean.world.programme.fillers
        units = fillers[code] if code else (unit,)
        try:
            spot = self._made(plant, units, code, number)
        except NotPossibleError:
            return False
        self.planted.append(Planted(plant, spot))
        self.taken.update((each, code) for each in units)
        return True

    def is_taken(self, unit: str, code: str) -> bool:
        """Tell whether an item of a unit, or its return as a whole, has a fault already."""
        if code:
            return (unit, code) in self.taken or (unit, "") in self.taken
        return any(unit == each for each, _ in self.taken)

    def _made(self, plant: Plant, units: Sequence[str], code: str, number: int) -> Spot:
        drafts = tuple(self._draft(unit) for unit in units)
        if plant.on_return is not None:
            folder = self.folder / "回收" / units[0]
            return plant.on_return(ReturnPlace(self.clean, drafts[0], self.workspace, folder))
        if plant.on_item is None:
            raise ValueError(f"{plant.title} puts its fault nowhere")
        key = plant.on_item(ItemPlace(self.clean, code, drafts[0], drafts, number))
        if plant.by_any:
            return Spot(item=code)
        return Spot(units[0], code, drafts[0].address(code, key) if key else None)

    def _draft(self, unit: str) -> Draft:
        if unit not in self.drafts:
            self.drafts[unit] = self.clean.draft(unit)
        return self.drafts[unit]

    def files(self) -> Iterator[Path]:
        """Yield what is handed in."""
        changed = {unit for unit, _ in self.taken}
        for unit, path in self.clean.files.items():
            draft = self.drafts.get(unit)
            if draft is None or unit not in changed:
                yield path
            elif draft.files is not None:
                yield from draft.files
            else:
                yield draft.save(self.folder / "回收" / path.name)

    def check(self) -> tuple[Finding, ...]:
        """Drop the returns into 2回收 and check the period."""
        return checked(self.workspace, self.clean, self.files())


def checked(workspace: Workspace, clean: Clean, files: Iterator[Path]) -> tuple[Finding, ...]:
    """Drop files into 2回收 of a working folder and check the period."""
    inbox = workspace.inbox(clean.period)
    inbox.mkdir(parents=True, exist_ok=True)
    for path in files:
        shutil.copy2(path, inbox / path.name)
    return preview(workspace, clean.period.label, back_at(clean.period), every_rule).findings


def batches(
    clean: Clean, plants: Sequence[Plant], folder: Path, places: int = PLACES
) -> Iterator[Batch]:
    """Yield batches until each plant is in as many places as it can be, at most `places`.

    Returns are filled with the plants that need a whole one first, the rest with the others.
    """
    left = [_Left(plant, clean, places) for plant in plants]
    number = 0
    while any(each.candidates for each in left):
        number += 1
        batch = Batch(clean, folder / f"{number:03d}")
        ordered = sorted(left, key=lambda each: each.plant.on_return is None)
        if not sum(each.fill(batch) for each in _turned(ordered, number)):
            return
        yield batch


def _turned(left: list["_Left"], number: int) -> list["_Left"]:
    """Return plants of returns and of items alternately first, so that both find room."""
    return left if number % 2 else list(reversed(left))


class _Left:
    """The places into which a plant has still to be put."""

    def __init__(self, plant: Plant, clean: Clean, wanted: int) -> None:
        self.plant = plant
        programme = clean.world.programme
        if plant.on_return is not None:
            places = [(unit, "") for unit in clean.files]
        else:
            places = [(u[0], c) for c, u in programme.fillers.items() if u and u[0] in clean.files]
        Random(f"{_SEED}{plant.title}{clean.world.scheme}").shuffle(places)
        self.candidates = places
        self.wanted = wanted

    def fill(self, batch: Batch) -> int:
        """Put the plant into one free place of a batch; return how many faults that made."""
        for place in list(self.candidates):
            unit, code = place
            units = batch.clean.world.programme.fillers[code] if code else (unit,)
            if any(batch.is_taken(each, code) for each in units):
                continue
            self.candidates.remove(place)
            if batch.put(self.plant, unit, code, self.wanted):
                self.wanted -= 1
                if not self.wanted:
                    self.candidates.clear()
                return 1
        return 0
