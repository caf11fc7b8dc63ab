"""Runs the periods of a programme as its coordinator would, and compares what is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.clerks.written import Writing, WrittenEntry
from benchmarks.faults.draft import Draft
from benchmarks.faults.source import Variant, World, back_at, make_world, sent_at
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import merge_month
from toolkit.model.finding import Finding, Severity
from toolkit.text.periods import parse_period

LOUD = (Severity.ERROR, Severity.WARNING)


@dataclass
class Compared:
    """What became of one programme's labels.

    Attributes:
        faulty: How many labels there are.
        clean: How many entries have none.
        missed: The labels that no rule told, a line each.
        alarms: What was told of clean entries and is not so, a line each.
        further: The same of entries with a label.
    """

    group: str
    scheme: str
    faulty: int = 0
    clean: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    further: list[str] = field(default_factory=list)

    @property
    def told(self) -> int:
        """How many labels a rule told."""
        return self.faulty - len(self.missed)


def compare(writing: Writing, root: Path) -> Compared:
    """Fill, return and merge a programme's forms period by period; compare with the labels."""
    compared = Compared(writing.group, writing.scheme)
    world = make_world(writing.scheme, Variant.PLAIN, root)
    for period in writing.periods:
        entries = [entry for entry in writing.entries if entry.period == period]
        found = list(_findings(world, period, entries, root / "填报"))
        for entry in entries:
            _add(compared, entry, [f for f in found if f.item == entry.code])
    return compared


def _findings(
    world: World, label: str, entries: Iterable[WrittenEntry], folder: Path
) -> Iterator[Finding]:
    period = parse_period(label)
    layout = world.programme.scheme.layouts[period.kind]
    keys = {column.title: column.key for column in layout.filled}
    answers = {e.code: {keys[t]: text for t, text in e.cells.items() if t in keys} for e in entries}
    files = []
    for form in make_forms(world.workspace, label, (), sent_at(period)).files:
        draft = Draft(form.dispatch.unit, form.path, layout, period)
        fillers = world.programme.fillers
        draft.fill({c: a for c, a in answers.items() if fillers[c][0] == draft.unit})
        files.append(draft.save(folder / label / form.path.name))
    result = merge_month(world.workspace, label, files, back_at(period))
    yield from (finding for finding in result.findings if finding.severity in LOUD)


def _add(compared: Compared, entry: WrittenEntry, told: list[Finding]) -> None:
    codes = {finding.code for finding in told}
    place = f"{compared.scheme} {entry.period} {entry.code}"
    for label in entry.labels:
        compared.faulty += 1
        if not codes & label.codes:
            compared.missed.append(f"{place} {label.where}：{label.what}")
    compared.clean += not entry.labels
    expected = entry.also.union(*(label.codes for label in entry.labels))
    lines = [f"{place} {f.code} {f.message}" for f in told if f.code not in expected]
    (compared.further if entry.labels else compared.alarms).extend(lines)
