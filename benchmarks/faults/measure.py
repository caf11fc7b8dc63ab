"""What the rules make of planted faults, and of returns without any, for one scheme."""

import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.faults.batch import Batch, Planted, batches, checked
from benchmarks.faults.bulletin import bulletin_plants, clean_bulletin
from benchmarks.faults.clean import Clean, clean_returns
from benchmarks.faults.plant import Plant
from benchmarks.faults.plants import PLANTS
from benchmarks.faults.source import (
    PLAIN,
    SETTINGS,
    Setting,
    Variant,
    World,
    back_at,
    make_world,
)
from toolkit.app.period_end import merge_period
from toolkit.app.workspace import Workspace
from toolkit.model.finding import Finding, Severity
from toolkit.rules.registry import find_rule
from toolkit.text.periods import previous_period

ALARMS = (Severity.ERROR, Severity.WARNING)


@dataclass
class Tally:
    """What became of one plant in one scheme.

    Attributes:
        missed: The places at which nothing was told.
    """

    plant: str
    code: str
    planted: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)


@dataclass
class Measured:
    """What was measured of one scheme.

    Attributes:
        clean: How many clean returns were checked.
        alarms: What is told of them as an error or a warning.
        notes: What is told of them for the record.
        extras: What is told of planted returns besides their faults.
        differing: What the command tells otherwise than the library.
    """

    scheme: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    clean: int = 0
    alarms: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    extras: dict[str, list[str]] = field(default_factory=dict)
    differing: list[str] = field(default_factory=list)
    unknown: dict[str, int] = field(default_factory=dict)

    def count(self, title: str, code: str, found: bool, place: str) -> None:
        """Count a plant as told or missed."""
        tally = self.tallies.setdefault(title, Tally(title, code))
        tally.planted += 1
        tally.found += found
        if not found:
            tally.missed.append(f"{self.scheme} {place}")

    def include(self, other: "Measured") -> None:
        """Add what another part of the same scheme's measurement found."""
        self.clean += other.clean
        self.alarms += other.alarms
        self.notes += other.notes
        self.differing += other.differing
        self.tallies |= other.tallies
        self.unknown |= other.unknown
        for what, texts in other.extras.items():
            self.extras.setdefault(what, []).extend(texts)

    def tell_extra(self, title: str, code: str, text: str) -> None:
        """Keep what is told besides a plant's own fault."""
        self.extras.setdefault(f"{title or '不明'} → {code}", []).append(f"{self.scheme} {text}")


def _count(measured: Measured, planted: Planted, findings: Sequence[Finding], name: str) -> None:
    spot, plant = planted.spot, planted.plant
    place = " ".join(filter(None, (name, spot.unit, spot.item, spot.cell, spot.file)))
    measured.count(plant.title, plant.code, any(map(planted.is_told, findings)), place)


def measure(
    scheme: str, folder: Path, plants: Sequence[Plant] = PLANTS, *, bulletins: bool = True
) -> Measured:
    """Plant all faults into a scheme's returns and check them; check the clean ones first.

    Args:
        bulletins: Whether to plant faults into the figures of a bulletin too.
    """
    measured = Measured(scheme)
    worlds: dict[Variant, World] = {}
    for setting in SETTINGS:
        chosen = [plant for plant in plants if plant.setting == setting]
        variant = setting.variant
        if not chosen and not (bulletins and setting == PLAIN):
            continue
        if variant not in worlds:
            worlds[variant] = make_world(scheme, variant, folder / variant)
        clean = _clean(worlds[variant], setting, folder)
        findings = _checked_clean(clean, setting.name, folder / f"{setting.name}干净", measured)
        for number, batch in enumerate(_known(clean, chosen, folder, setting, measured)):
            _judge(batch, findings, setting.name, measured)
            if setting == PLAIN and number == 0:
                _compare_with_command(batch, measured)
        if setting == PLAIN and bulletins:
            _count_bulletins(clean, measured)
    if Variant.PLAIN in worlds:
        _check_own_periods(worlds[Variant.PLAIN], folder, measured)
    return measured


def _clean(world: World, setting: Setting, folder: Path) -> Clean:
    """Return a setting's clean returns; where it says so, the month before is merged first."""
    period = world.period(setting.when)
    before = previous_period(period) if setting.variant is Variant.AFTER else None
    if before is not None:
        earlier = clean_returns(world, before, folder / f"{setting.name}上期")
        merge_period(world.workspace, before.label, tuple(earlier.files.values()), back_at(before))
    return clean_returns(world, period, folder / f"{setting.name}填好")


def _known(
    clean: Clean, plants: Collection[Plant], folder: Path, setting: Setting, measured: Measured
) -> Iterable[Batch]:
    """Yield batches of the plants whose rules there are; count the places of the others."""
    to_come = [plant for plant in plants if find_rule(plant.code) is None]
    for plant in to_come:
        ready = sum(len(b.planted) for b in batches(clean, [plant], folder / plant.title))
        measured.unknown[plant.code] = measured.unknown.get(plant.code, 0) + ready
    known = [plant for plant in plants if find_rule(plant.code) is not None]
    yield from batches(clean, known, folder / setting.name)


def _checked_clean(clean: Clean, name: str, folder: Path, measured: Measured) -> set[str]:
    """Check clean returns; return what is told of them, as `matter` does."""
    batch = Batch(clean, folder)
    findings = batch.check()
    measured.clean += len(clean.files)
    for finding in findings:
        told = f"{measured.scheme} {name} {words(finding)}"
        (measured.alarms if finding.severity in ALARMS else measured.notes).append(told)
    return {matter(finding) for finding in findings}


def matter(finding: Finding) -> str:
    """Return what a finding tells, wherever its row stands: a fault may move those below it."""
    return words(replace(finding, cell=None))


def words(finding: Finding) -> str:
    """Return a finding in one line."""
    where = " ".join(filter(None, (finding.unit, finding.item, finding.cell)))
    return f"{finding.code} {where}：{finding.message}"


def _judge(batch: Batch, clean: Collection[str], name: str, measured: Measured) -> None:
    findings = [f for f in batch.check() if matter(f) not in clean]
    for planted in batch.planted:
        _count(measured, planted, findings, name)
    for finding in findings:
        if not any(planted.explains(finding) for planted in batch.planted):
            title = _nearest(batch.planted, finding)
            measured.tell_extra(title, finding.code, f"{name} {words(finding)}")


def _nearest(planted: Sequence[Planted], finding: Finding) -> str:
    """Return which plant a finding comes of, as far as its place tells."""
    whole = [p for p in planted if p.plant.on_return and p.spot.unit == finding.unit]
    item = [p for p in planted if p.spot.item is not None and p.spot.item == finding.item]
    return next((p.plant.title for p in (*whole, *item)), "")


def _count_bulletins(clean: Clean, measured: Measured) -> None:
    """Count the faults of a bulletin, which no return can bring about."""
    told = (f"{measured.scheme} 通报 {words(finding)}" for finding in clean_bulletin(clean))
    measured.alarms.extend(told)
    for planted, findings in bulletin_plants(clean):
        _count(measured, planted, findings, "通报")


def _check_own_periods(world: World, folder: Path, measured: Measured) -> None:
    for period in world.own_periods:
        clean = clean_returns(world, period, folder / f"{period.label}填好")
        _checked_clean(clean, period.label, folder / f"{period.label}干净", measured)


def _compare_with_command(batch: Batch, measured: Measured) -> None:
    """Run the command on the same returns and tell where it differs."""
    label = batch.clean.period.label
    findings = _again(batch.workspace, batch.clean)
    library = {_place(f.code, f.unit, f.item, f.cell) for f in findings}
    ran = subprocess.run(
        [sys.executable, "-m", "toolkit", "merge", label, "-w", batch.workspace.root, "--json"],
        capture_output=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": f"{back_at(batch.clean.period).timestamp():.0f}"},
    )
    told = json.loads(ran.stdout) if ran.stdout else {"findings": []}
    command = {_place(f["code"], f["unit"], f["item"], f["cell"]) for f in told["findings"]}
    if ran.returncode != any(f.severity is Severity.ERROR for f in findings):
        measured.differing.append(f"{measured.scheme} 命令退出状态是 {ran.returncode}")
    for missing in sorted(library - command):
        measured.differing.append(f"{measured.scheme} 命令没有说：{missing}")
    for extra in sorted(command - library):
        measured.differing.append(f"{measured.scheme} 命令多说了：{extra}")


def _again(workspace: Workspace, clean: Clean) -> tuple[Finding, ...]:
    return checked(workspace, clean, iter(()))


def _place(code: str, unit: str | None, item: str | None, cell: str | None) -> str:
    return " ".join(filter(None, (code, unit, item, cell)))
