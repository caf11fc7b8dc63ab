"""A period's returns read, set against the targets and the earlier periods, and checked."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from toolkit.app.collect import Collected, collect
from toolkit.app.period_run import PeriodRun
from toolkit.ledger.store import Ledger
from toolkit.model.month import Month
from toolkit.rules.engine import Checked, Wanted, check_month, every_rule
from toolkit.stages.assess import assessed
from toolkit.stages.history import (
    Reported,
    earlier_periods,
    earlier_reports,
    lasting_problems,
)
from toolkit.text.periods import parse_period


def check_returns(
    run: PeriodRun, paths: Sequence[Path] = (), wanted: Wanted = every_rule
) -> tuple[Collected, Checked]:
    """Take in and read a period's progress forms, and run the rules; nothing is recorded.

    Args:
        paths: Files, folders, archives and mails to take into 2回收 first.
        wanted: Which rules.
    """
    collected = collect(run, paths)
    month = assessed(_with_history(run.ledger, collected.month))
    return replace(collected, month=month), check_month(month, wanted)


def _with_history(ledger: Ledger, month: Month) -> Month:
    """Return a period with what its units reported before."""
    known = [parse_period(label) for label in ledger.periods()]
    most = max(2, month.programme.scheme.thresholds.unchanged_plans - 1)
    periods = earlier_periods(known, month.period, len(known))
    reported: list[Reported] = [(p, ledger.entries(p.label)) for p in periods[:most]]
    for period in periods[most:]:
        # Further back only what is asked for there: since when a problem is named.
        unsolved = lasting_problems(month, reported)
        if not unsolved:
            break
        entries = ledger.entries(period.label)
        reported.append((period, [e for e in entries if (e.unit, e.code) in unsolved]))
    return replace(month, earlier=earlier_reports(month.programme, reported))
