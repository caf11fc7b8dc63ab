"""Runs kinds of damage: each in a fresh working folder, with one return a unit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.damage.batch import Batch, Kind
from benchmarks.damage.draft import Draft
from benchmarks.damage.judge import HandedIn, Judge, Judged, Outcome, consolidated, handed_in
from benchmarks.damage.source import BACK, PERIOD, Source
from tests.office import Office
from toolkit.app.collect import gather
from toolkit.app.month_end import MonthResult, merge_month
from toolkit.app.workspace import Workspace
from toolkit.model.scheme import Key
from toolkit.model.submission import Received

Clean = frozenset[tuple[str, str | None, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one kind.

    Attributes:
        statuses: How many files ended in which status.
        alarms: ERROR findings that came of a harmless kind.
        repairs: The codes of the repairs seen.
    """

    kind: Kind
    files: int
    judged: tuple[Judged, ...]
    statuses: Counter[str]
    repairs: Counter[str]
    alarms: tuple[str, ...]

    def count(self, outcome: Outcome) -> int:
        """Return how many values ended so."""
        return sum(1 for each in self.judged if each.outcome is outcome)

    @property
    def silent(self) -> tuple[Judged, ...]:
        """The values that are wrong or lost, and nothing says so."""
        return tuple(each for each in self.judged if each.outcome is Outcome.SILENT)

    @property
    def refused(self) -> tuple[Judged, ...]:
        """The values that a person could read and the toolkit only told of."""
        return tuple(
            each
            for each in self.judged
            if each.outcome is Outcome.TOLD and each.item and each.read is not None
        )


class Runner:
    """Runs kinds on the units' forms."""

    def __init__(
        self, source: Source, units: Sequence[str], folder: Path, office: Office | None
    ) -> None:
        self._source = source
        self._units = tuple(units)
        self._folder = folder
        self._office = office
        self._clean = self._clean_findings()

    def run(self, kind: Kind) -> Row:
        """Make a kind's files, gather and merge them, and judge what came of each value."""
        folder = self._folder / kind.name.replace("/", "_")
        workspace = self._source.fresh(folder / "工作文件夹")
        batch = Batch(self._source, workspace, self._units, folder / "回收件", self._office)
        kind.make(batch)
        paths = [path for path, _ in batch.files]
        result, repeated = _merge(workspace, paths)
        received = [*result.month.received, *repeated]
        files = [handed_in(path, drafts, received) for path, drafts in batch.files]
        judge = Judge(result, files, _table(result, batch.drafts), self._clean)
        judged = tuple(judge.judge(batch.drafts))
        alarms = judge.alarms() if kind.harmless else []
        return Row(
            kind=kind,
            files=len(files),
            judged=judged,
            statuses=_statuses(files),
            repairs=Counter(
                repair.code for file in files if file.received for repair in file.received.repairs
            ),
            alarms=tuple(f"{f.code} {f.unit} {f.message}" for f in alarms),
        )

    def _clean_findings(self) -> Clean:
        """Return what the undamaged returns are told of, which no damage is to blame for."""
        workspace = self._source.fresh(self._folder / "未损坏")
        result, _ = _merge(workspace, [self._source.filled[unit] for unit in self._units])
        return frozenset((f.code, f.item, f.message) for f in result.findings)


def _merge(workspace: Workspace, paths: Sequence[Path]) -> tuple[MonthResult, tuple[Received, ...]]:
    """Gather files, then merge; return the result and the files that came twice.

    Raises:
        RuntimeError: The two do not agree on the files.
    """
    gathered = gather(workspace, PERIOD, paths, BACK)
    result = merge_month(workspace, PERIOD, (), BACK)
    before = [(r.file.stored, r.status) for r in gathered.month.received]
    if before != [(r.file.stored, r.status) for r in result.month.received]:
        raise RuntimeError("merge takes other files than gather did")
    return result, gathered.repeated


def _table(result: MonthResult, drafts: Sequence[Draft]) -> dict[tuple[str, Key], str]:
    path = next(output.path for output in result.outputs if output.kind == "consolidated")
    contents = {item.item.values[Key.CONTENT]: item.item.code for item in result.items}
    return consolidated(path, contents) if drafts else {}


def _statuses(files: Sequence[HandedIn]) -> Counter[str]:
    return Counter(file.received.status.value if file.received else "不收" for file in files)
