"""`minsheng merge`, `check` and `status`: what they do depends on the period's form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.app.amending import check_open, is_closed, last_closing
from toolkit.app.checking import check_returns
from toolkit.app.collect import Collected
from toolkit.app.month_end import PeriodResult, merge_month, states_of
from toolkit.app.outputs import planned_checks, write_all
from toolkit.app.period_run import PeriodRun, period_run
from toolkit.app.workspace import Workspace
from toolkit.app.year import collect_list, merge_year
from toolkit.model.closing import Closing
from toolkit.model.form import Form, form_of
from toolkit.model.ledger import UnitStatus
from toolkit.rules.engine import Checked, Wanted, check_year, every_rule
from toolkit.text.periods import parse_period


@dataclass(frozen=True, slots=True)
class Survey:
    """How a period stands: its units, and that it is closed (None when it is open)."""

    states: tuple[UnitStatus, ...]
    closing: Closing | None


def merge_period(
    workspace: Workspace,
    label: str,
    paths: Sequence[Path],
    now: datetime,
    password: str | None = None,
) -> PeriodResult:
    """Gather, check, send back and merge what came back for a period.

    Args:
        paths: Files, folders, archives and mails to take into 2回收 first.
        password: What may open locked files and archives.
    """
    is_summary = form_of(parse_period(label).kind) is Form.SUMMARY
    merge = merge_year if is_summary else merge_month
    return merge(workspace, label, paths, now, password)


def check_period(
    workspace: Workspace, label: str, now: datetime, password: str | None = None
) -> PeriodResult:
    """Run the rules on a period's returns; write 核查结果.xlsx and 3退回."""
    with period_run(workspace, label, now, password) as run:
        check_open(run)
        collected, checked = _checked(run)
        month = collected.month
        states = states_of(run, month, checked.findings)
        outputs = write_all(run, month, planned_checks(run, month, checked, states))
        run.ledger.record_sent_back(run.label, states)
    return PeriodResult(collected, checked.findings, states, outputs)


def preview(
    workspace: Workspace, label: str, now: datetime, wanted: Wanted, password: str | None = None
) -> PeriodResult:
    """Run some of the rules on a period's returns; nothing is written or recorded."""
    with period_run(workspace, label, now, password) as run:
        collected, checked = _checked(run, wanted)
        states = states_of(run, collected.month, checked.findings)
    return PeriodResult(collected, checked.findings, states, ())


def survey(workspace: Workspace, label: str, now: datetime, password: str | None = None) -> Survey:
    """Return 报送情况 as it is now; nothing is recorded."""
    with period_run(workspace, label, now, password) as run:
        collected, checked = _checked(run)
        states = states_of(run, collected.month, checked.findings)
        closing = last_closing(run)
    return Survey(states, closing if is_closed(closing) else None)


def _checked(run: PeriodRun, wanted: Wanted = every_rule) -> tuple[Collected, Checked]:
    if form_of(run.period.kind) is not Form.SUMMARY:
        return check_returns(run, wanted=wanted)
    collected, merged = collect_list(run)
    return collected, check_year(merged, wanted)
