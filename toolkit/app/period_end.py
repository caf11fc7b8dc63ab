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
from toolkit.app.workspace import Workspace
from toolkit.app.year import collect_list, merge_year
from toolkit.ledger.store import Ledger
from toolkit.model.closing import Closing
from toolkit.model.form import Form, form_of
from toolkit.model.ledger import UnitStatus
from toolkit.model.programme import Programme
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
    merge = merge_year if _is_summary(label) else merge_month
    return merge(workspace, label, paths, now, password)


def check_period(
    workspace: Workspace, label: str, now: datetime, password: str | None = None
) -> PeriodResult:
    """Run the rules on a period's returns; write 核查结果.xlsx and 3退回."""
    programme = workspace.load()
    with workspace.ledger(programme) as ledger:
        check_open(ledger, label)
        collected, checked = _checked(workspace, ledger, programme, label, now, password)
        month = collected.month
        states = states_of(ledger, month, checked.findings, now)
        planned = planned_checks(workspace, month, checked, states, now)
        outputs = write_all(workspace, ledger, month, planned)
        ledger.record_sent_back(month.period.label, states)
    return PeriodResult(collected, checked.findings, states, outputs)


def preview(
    workspace: Workspace, label: str, now: datetime, wanted: Wanted, password: str | None = None
) -> PeriodResult:
    """Run some of the rules on a period's returns; nothing is written or recorded."""
    programme = workspace.load()
    with workspace.ledger(programme) as ledger:
        collected, checked = _checked(workspace, ledger, programme, label, now, password, wanted)
        states = states_of(ledger, collected.month, checked.findings, now)
    return PeriodResult(collected, checked.findings, states, ())


def survey(workspace: Workspace, label: str, now: datetime, password: str | None = None) -> Survey:
    """Return 报送情况 as it is now; nothing is recorded."""
    programme = workspace.load()
    with workspace.ledger(programme) as ledger:
        collected, checked = _checked(workspace, ledger, programme, label, now, password)
        states = states_of(ledger, collected.month, checked.findings, now)
        closing = last_closing(ledger, collected.month.period.label)
    return Survey(states, closing if is_closed(closing) else None)


def _is_summary(label: str) -> bool:
    return form_of(parse_period(label).kind) is Form.SUMMARY


def _checked(
    workspace: Workspace,
    ledger: Ledger,
    programme: Programme,
    label: str,
    now: datetime,
    password: str | None,
    wanted: Wanted = every_rule,
) -> tuple[Collected, Checked]:
    if not _is_summary(label):
        return check_returns(workspace, ledger, programme, label, (), now, password, wanted)
    collected, merged = collect_list(workspace, ledger, programme, label, (), now, password)
    return collected, check_year(merged, wanted)
