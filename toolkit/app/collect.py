"""`minsheng gather`: what came back for a period, read, identified and settled."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.app.amending import check_open
from toolkit.app.period_run import PeriodRun, period_run
from toolkit.app.workspace import UNUSED_BY_READING, Workspace
from toolkit.errors import ArgumentError, ScanError, UnreadableFileError
from toolkit.files.guard import ReadFile, read_files
from toolkit.files.inbox import Skipped, Taken, list_returns, printable, take_in
from toolkit.files.package import saved_at
from toolkit.model.month import Month
from toolkit.model.submission import FileStatus, Received, StoredFile, Submission
from toolkit.stages.receive import Outcome, receive_all, scanned, settle, unreadable
from toolkit.text.deadlines import deadline


@dataclass(frozen=True, slots=True)
class Collected:
    """What came back.

    Attributes:
        repeated: Files offered now whose content lay in 2回收 already.
        skipped: Locks, links and other things that are no return.
    """

    month: Month
    repeated: tuple[Received, ...]
    skipped: tuple[Skipped, ...]


def gather(
    workspace: Workspace,
    label: str,
    paths: Sequence[Path],
    now: datetime,
    password: str | None = None,
) -> Collected:
    """Take files in, read all of the period's returns, and record them in the ledger.

    Args:
        paths: Files, folders, archives and mails to take into 2回收 first.
        password: What may open locked files and archives.
    """
    with period_run(workspace, label, now, password, UNUSED_BY_READING) as run:
        check_open(run)
        collected = collect(run, paths)
        run.inbox.mkdir(parents=True, exist_ok=True)
        run.ledger.record_month(collected.month)
    return collected


def collect(run: PeriodRun, paths: Sequence[Path] = ()) -> Collected:
    """Take files in and read all of the period's returns; nothing is recorded."""
    programme, period = run.programme, run.period
    for path in paths:
        if not path.exists():
            raise ArgumentError(f"找不到“{printable(str(path))}”。", "请检查文件或文件夹的路径。")
    home = run.workspace.root
    taken, skipped = take_in(paths, run.inbox, home=home, password=run.password)
    files, left = _named_files(run.inbox)
    received, submissions = _read_all(run, files, _Stamps(run, taken))
    order = {unit: number for number, unit in enumerate(programme.addressees)}
    month = Month(
        programme=programme,
        period=period,
        due=deadline(programme.settings.report_by, period),
        received=received,
        submissions=tuple(sorted(submissions, key=lambda s: order[s.unit])),
        issues={unit: sent.issue for unit, sent in run.ledger.dispatches(run.label).items()},
    )
    return Collected(
        month=month,
        repeated=tuple(_repeated(run, t, received) for t in taken if not t.copied),
        skipped=(*skipped, *left),
    )


def _named_files(inbox: Path) -> tuple[list[Path], list[Skipped]]:
    """Return the files of 2回收; one whose name is no text cannot be recorded, so it is skipped."""
    files, skipped = list_returns(inbox)
    unnamed = [path for path in files if printable(str(path)) != str(path)]
    skipped += [
        Skipped(printable(str(path)), "文件名的编码不对，请改名后重新运行") for path in unnamed
    ]
    return [path for path in files if path not in unnamed], skipped


class _Stamps:
    """Tells where a file in 2回收 came from and when it was first seen."""

    def __init__(self, run: PeriodRun, taken: Sequence[Taken]) -> None:
        self._run = run
        self._sources = {t.stored: t.source for t in taken if t.copied}
        known = run.ledger.files(run.label)
        self._known = {(file.stored, file.sha256): file for file in known.values()}
        self._first_seen: dict[str, datetime] = {}
        for file in known.values():
            earliest = self._first_seen.get(file.sha256, file.received_at)
            self._first_seen[file.sha256] = min(earliest, file.received_at)

    def stored(self, path: Path, sha256: str) -> StoredFile:
        name = self._run.workspace.relative(path)
        known = self._known.get((name, sha256))
        if known is not None:
            return known
        source = self._sources.get(path, name)
        return StoredFile(source, name, sha256, self._first_seen.get(sha256, self._run.now))


def _read_all(
    run: PeriodRun, files: Sequence[Path], stamps: _Stamps
) -> tuple[tuple[Received, ...], tuple[Submission, ...]]:
    """Read and settle all files."""
    with closing(read_files(files, password=run.password)) as read:
        outcomes = [o for file in read for o in _outcomes(run, file, stamps)]
    root = run.workspace.root
    return settle(outcomes, lambda file: saved_at((root / file.stored).read_bytes()))


def _outcomes(run: PeriodRun, read: ReadFile, stamps: _Stamps) -> tuple[Outcome, ...]:
    programme, period = run.programme, run.period
    file = stamps.stored(read.path, read.sha256)
    if isinstance(read.content, ScanError):
        return ((scanned(file, read.content, programme, period), None),)
    if isinstance(read.content, UnreadableFileError):
        return ((unreadable(file, read.content), None),)
    return receive_all(file, read.content, programme, period)


def _repeated(run: PeriodRun, taken: Taken, received: Sequence[Received]) -> Received:
    """Return the outcome of a file that was offered although its content was there already."""
    stored = run.workspace.relative(taken.stored)
    same = next(r for r in received if r.file.stored == stored)
    return Received(
        StoredFile(taken.source, stored, same.file.sha256, run.now),
        FileStatus.DUPLICATE,
        same.identity,
        reason=f"内容与已收到的“{same.file.name}”完全相同，只算一份",
        advice="不用处理。",
    )
