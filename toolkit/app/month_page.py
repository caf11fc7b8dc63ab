"""The period's page (看板) among what `minsheng merge` writes."""

from collections.abc import Sequence
from dataclasses import replace

from toolkit.app.outputs import Output, Planned
from toolkit.app.period_run import PeriodRun
from toolkit.files.web import write_dashboard
from toolkit.ledger.store import Ledger
from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.stages.dashboard import MOST_ITEMS, dashboard
from toolkit.stages.history import earlier_periods, earlier_reports
from toolkit.text.periods import parse_period

PAGE = "看板.html"


def planned_dashboard(
    run: PeriodRun,
    month: Month,
    items: Sequence[MergedItem],
    states: Sequence[UnitStatus],
    findings: Sequence[Finding],
) -> Planned:
    """Return the page of a period as an output to write."""
    page = dashboard(_since_january(run.ledger, month), items, states, findings, run.now)
    return Planned(
        Output("dashboard", run.results / PAGE), lambda target: write_dashboard(page, target)
    )


def _since_january(ledger: Ledger, month: Month) -> Month:
    """Return a period with all that its units reported before in the year, for the trend.

    The rules need the last two periods only; of a list too long to be shown whole nobody reads
    more either.
    """
    if len(month.programme.items) > MOST_ITEMS:
        return month
    known = [parse_period(label) for label in ledger.periods()]
    periods = earlier_periods(known, month.period, len(known))
    reported = [(period, ledger.entries(period.label)) for period in periods]
    return replace(month, earlier=earlier_reports(month.programme, reported))
