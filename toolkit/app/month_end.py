"""`minsheng merge 2021-09`: progress in, consolidated workbook, findings and bulletin out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from toolkit.app.checking import check_returns
from toolkit.app.collect import Collected
from toolkit.app.outputs import Output, Planned, planned_book, planned_checks, write_all
from toolkit.app.send_back import corrections
from toolkit.app.workspace import Workspace
from toolkit.files.resources import word_template
from toolkit.files.word import render_word
from toolkit.ledger.store import Ledger
from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.model.period import PeriodKind
from toolkit.model.scheme import Bulletin
from toolkit.rules.engine import check_bulletin
from toolkit.stages.bulletin import monthly_context, quarterly_context
from toolkit.stages.bulletin_checks import inconsistencies
from toolkit.stages.consolidate import consolidated_book
from toolkit.stages.figures import bulletin_figures
from toolkit.stages.merge import merge
from toolkit.stages.statistics import Counts, count_items
from toolkit.stages.unit_states import unit_states
from toolkit.text.deadlines import deadline
from toolkit.text.finish_dates import finish_date
from toolkit.text.periods import next_period, span_name


@dataclass(frozen=True, slots=True)
class PeriodResult:
    """Everything that a run on a period found and wrote.

    Attributes:
        counts: How many items there are, and how they stand; None after a check.
    """

    collected: Collected
    findings: tuple[Finding, ...]
    states: tuple[UnitStatus, ...]
    outputs: tuple[Output, ...]
    counts: Counts | None = None

    @property
    def month(self) -> Month:
        """What came back."""
        return self.collected.month


@dataclass(frozen=True, slots=True)
class MonthResult(PeriodResult):
    """What merging progress forms made."""

    items: tuple[MergedItem, ...] = ()


_Context = Callable[[ProgressBulletin], Mapping[str, object]]

_BULLETINS: Mapping[PeriodKind, tuple[Bulletin, str, _Context]] = {
    PeriodKind.MONTH: (Bulletin.MONTHLY, "通报", monthly_context),
    PeriodKind.QUARTER: (Bulletin.QUARTERLY, "季度通报", quarterly_context),
}
"""The bulletin that follows a kind of period, how its file is called, and its fields."""


def merge_month(
    workspace: Workspace,
    label: str,
    paths: Sequence[Path],
    now: datetime,
    password: str | None = None,
) -> MonthResult:
    """Gather, check, send back, merge, and write the consolidated workbook and the bulletin."""
    programme = workspace.load()
    with workspace.ledger(programme) as ledger:
        collected, checked = check_returns(
            workspace, ledger, programme, label, paths, now, password
        )
        month = collected.month
        states = states_of(ledger, month, checked.findings, now)
        items = merge(month)
        figures = _figures(month, items, states, now)
        objections = check_bulletin(inconsistencies(figures), month)
        checked = replace(checked, findings=(*checked.findings, *objections))
        book = consolidated_book(month, items, states, checked.findings)
        path = workspace.results(month.period) / f"{file_stem(month)}汇总表.xlsx"
        planned = [
            planned_book("consolidated", path, book, now),
            *_bulletins(workspace, month, figures, now),
            *planned_checks(workspace, month, checked, states, now),
        ]
        outputs = write_all(workspace, ledger, month, planned)
        ledger.record_sent_back(label, states)
    return MonthResult(collected, checked.findings, states, outputs, count_items(items), items)


def states_of(
    ledger: Ledger, month: Month, findings: Sequence[Finding], now: datetime
) -> tuple[UnitStatus, ...]:
    """Return 报送情况 with what the ledger knows of forms sent."""
    return unit_states(
        month,
        ledger.dispatches(month.period.label),
        corrections(month, findings),
        now,
        ledger.sent_back(month.period.label),
    )


def file_stem(month: Month) -> str:
    """Return how the names of a period's results begin."""
    span = span_name(month.period, cumulative=month.programme.scheme.cumulative)
    return f"{month.period.year}年{span}{month.programme.scheme.phrase}"


def _figures(
    month: Month, items: Sequence[MergedItem], states: Sequence[UnitStatus], now: datetime
) -> ProgressBulletin:
    settings, following = month.programme.settings, next_period(month.period)
    return bulletin_figures(
        month,
        items,
        states,
        now,
        finish_by=finish_date(settings.finish_by, settings.year),
        next_due=deadline(settings.report_by, following) if following else None,
    )


def _bulletins(
    workspace: Workspace, month: Month, figures: ProgressBulletin, now: datetime
) -> list[Planned]:
    """Return the bulletin that the scheme calls for after such a period, if any."""
    called_for = month.programme.scheme.bulletins
    kind, title, context = _BULLETINS.get(month.period.kind, (None, "", monthly_context))
    if kind is None or kind not in called_for:
        return []
    path = workspace.results(month.period) / f"{file_stem(month)}{title}.docx"
    template, fields = word_template(kind.value), context(figures)
    return [
        Planned(
            Output(f"bulletin.{kind.value}", path),
            lambda target: render_word(template, fields, target, now),
        )
    ]
