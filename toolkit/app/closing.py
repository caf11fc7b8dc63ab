"""`minsheng close` and `minsheng reopen`: what was issued stays as it was issued."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.app.amending import (
    check_open,
    content_of,
    is_closed,
    issued_month,
    issued_year,
    last_closing,
    unmerged_files,
)
from toolkit.app.checking import check_returns
from toolkit.app.collect import Collected
from toolkit.app.month_end import states_of
from toolkit.app.period_run import PeriodRun, period_run
from toolkit.app.workspace import Workspace
from toolkit.app.year import collect_list
from toolkit.errors import ArgumentError, WorkspaceError
from toolkit.files.atomic import check_replaceable
from toolkit.files.digests import file_digest
from toolkit.files.inbox import list_files
from toolkit.files.names import free_name
from toolkit.model.closing import Closing, IssuedItem
from toolkit.model.finding import Severity
from toolkit.model.form import Form, form_of
from toolkit.model.ledger import UnitState, UnitStatus
from toolkit.model.month import Month
from toolkit.rules.engine import Checked, check_year
from toolkit.stages.merge import merge

_NAMED = 5
_KEPT = re.compile(r"（第\d+次印发）")


@dataclass(frozen=True, slots=True)
class Closed:
    """A period that was closed now.

    Attributes:
        items: How many the list has.
        waiting: Units whose return is still missing, unusable or to be corrected.
        errors: How many findings are left that have to be put right.
    """

    closing: Closing
    items: int
    waiting: tuple[str, ...]
    errors: int


@dataclass(frozen=True, slots=True)
class Reopened:
    """A period that was opened again.

    Attributes:
        kept: Where the issued files are from now on.
        changed: Those of them that somebody changed after they were issued.
        lost: The names of issued files that are not there any more.
    """

    closing: Closing
    kept: tuple[Path, ...]
    changed: tuple[Path, ...]
    lost: tuple[str, ...]


def close_period(workspace: Workspace, label: str, now: datetime) -> Closed:
    """Close a period: what lies in 4汇总 is what was issued, and nothing of it changes any more.

    Raises:
        ArgumentError: It is closed already.
        WorkspaceError: It was never merged, or something came back since that is not in its
            results.
    """
    with period_run(workspace, label, now) as run:
        check_open(run)
        files = _results(run)
        if not (run.ledger.outputs(run.label).keys() & files.keys()):
            raise WorkspaceError(
                f"{label} 还没有汇总，没有可以定稿的文件。", f"请先运行 minsheng merge {label}。"
            )
        collected, checked, items = _read(run)
        _check_merged(run, collected.month, items)
        states = states_of(run, collected.month, checked.findings)
        before = last_closing(run)
        closing = Closing(run.label, before.number + 1 if before else 1, now, files)
        run.ledger.record_closing(closing, items)
    errors = sum(1 for each in checked.findings if each.severity is Severity.ERROR)
    return Closed(closing, len(items), _waiting(states), errors)


def reopen_period(workspace: Workspace, label: str, reason: str, now: datetime) -> Reopened:
    """Open a closed period again; the issued files stay under names that say so.

    Raises:
        ArgumentError: It is not closed, or no reason is given.
    """
    if not reason.strip():
        raise ArgumentError("没有写重新打开的原因。", "请写明，如 --reason 城建局更正完成数。")
    with period_run(workspace, label, now) as run:
        closing = last_closing(run)
        if closing is None or not is_closed(closing):
            raise ArgumentError(f"{label} 没有定稿，不用重新打开。", "有新的报表，直接再汇总。")
        places = {workspace.root / name: sha256 for name, sha256 in closing.files.items()}
        check_replaceable(path for path in places if path.is_file())
        moved = {path: _kept(path, closing.number) for path in places}
        kept = {target: places[path] for path, target in moved.items() if target}
        changed = tuple(path for path, sha256 in kept.items() if file_digest(path) != sha256)
        names: Mapping[str, str] = {workspace.relative(p): sha for p, sha in kept.items()}
        run.ledger.record_reopening(closing, now, reason.strip(), names)
        opened = run.ledger.closings(run.label)[-1]
    lost = tuple(path.name for path, target in moved.items() if target is None)
    return Reopened(opened, tuple(kept), changed, lost)


def _kept(path: Path, number: int) -> Path | None:
    """Rename an issued file so that its name says so, and return it; None where it is gone.

    One that a run renamed which was cut short afterwards has that name already.
    """
    name = f"{path.stem}（第{number}次印发）{path.suffix}"
    if path.is_file():
        return path.rename(free_name(path.parent, name))
    earlier = path.with_name(name)
    return earlier if earlier.is_file() else None


def _results(run: PeriodRun) -> dict[str, str]:
    """Return the digest of each file of 4汇总 that is not kept from an earlier issue, by its path."""
    files = list_files(run.results)[0] if run.results.is_dir() else []
    relative = run.workspace.relative
    return {relative(path): file_digest(path) for path in files if not _KEPT.search(path.stem)}


def _read(run: PeriodRun) -> tuple[Collected, Checked, tuple[IssuedItem, ...]]:
    """Read the period as it is now; nothing is recorded."""
    if form_of(run.period.kind) is Form.SUMMARY:
        collected, merged = collect_list(run)
        return collected, check_year(merged), issued_year(merged)
    collected, checked = check_returns(run)
    return collected, checked, issued_month(collected.month, merge(collected.month))


def _check_merged(run: PeriodRun, month: Month, items: tuple[IssuedItem, ...]) -> None:
    """Refuse to close a period whose results are not what came back and what the list says."""
    hint = f"请先运行 minsheng merge {run.label}，核对后再定稿。"
    left = unmerged_files(run, month)
    if left:
        names = "、".join(name.rsplit("/", 1)[-1] for name in left[:_NAMED])
        more = f"等 {len(left)} 份" if len(left) > _NAMED else ""
        raise WorkspaceError(f"2回收 里有上次汇总以后放进去或改过的文件：{names}{more}。", hint)
    if run.ledger.merged_content(run.label) != content_of(month, items):
        raise WorkspaceError(
            f"{run.label} 的清单、目标、认定或报表在上次汇总以后有变动，4汇总 的文件还没有这些变动。",
            hint,
        )


def _waiting(states: tuple[UnitStatus, ...]) -> tuple[str, ...]:
    return tuple(state.unit for state in states if state.state is not UnitState.ACCEPTED)
