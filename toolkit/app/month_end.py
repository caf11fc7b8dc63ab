"""`minsheng merge 2021-09`: progress in, consolidated workbook, findings and bulletin out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from toolkit.app.amending import (
    check_open,
    content_of,
    issued_month,
    planned_amendments,
    unmerged_files,
)
from toolkit.app.checking import check_returns
from toolkit.app.collect import Collected
from toolkit.app.documents import asked_kinds, beginnings, file_stem, planned_documents
from toolkit.app.month_page import planned_dashboard
from toolkit.app.outputs import Output, planned_book, planned_checks, write_all, write_outputs
from toolkit.app.period_run import PeriodRun, period_run
from toolkit.app.send_back import corrections
from toolkit.app.workspace import Workspace
from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Bulletin
from toolkit.rules.engine import Checked, check_bulletin
from toolkit.stages.consolidate import consolidated_book
from toolkit.stages.documents import Draft, called_for, drafts
from toolkit.stages.figures import bulletin_figures
from toolkit.stages.issue_checks import before_issue
from toolkit.stages.merge import merge
from toolkit.stages.statistics import Counts, count_items
from toolkit.stages.unit_states import unit_states
from toolkit.text.deadlines import deadline
from toolkit.text.finish_dates import finish_date
from toolkit.text.periods import next_period


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


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What writing the documents again made.

    Attributes:
        result: As of a merge that writes nothing else.
        unmerged: Files in 2回收 that the last merge did not see, or that changed since.
    """

    result: MonthResult
    unmerged: tuple[str, ...]


def merge_month(
    workspace: Workspace,
    label: str,
    paths: Sequence[Path],
    now: datetime,
    password: str | None = None,
) -> MonthResult:
    """Gather, check, send back, merge, and write the consolidated workbook and the documents."""
    with period_run(workspace, label, now, password) as run:
        check_open(run)
        read = read_month(run, paths)
        month, checked = read.collected.month, read.checked
        issued = issued_month(month, read.items)
        book = consolidated_book(month, read.items, read.states, checked.findings)
        path = run.results / f"{file_stem(month)}汇总表.xlsx"
        planned = [
            planned_book("consolidated", path, book, now),
            *planned_documents(run, month, read.documents),
            planned_dashboard(run, month, read.items, read.states, checked.findings),
            *planned_checks(run, month, checked, read.states),
            *planned_amendments(run, month, issued),
        ]
        renewed = beginnings(run, month, run.programme.scheme.bulletins)
        outputs = write_all(run, month, planned, renewed)
        run.ledger.record_merge(run.label, content_of(month, issued))
        run.ledger.record_sent_back(run.label, read.states)
    return read.result(outputs)


def write_bulletins(
    workspace: Workspace,
    label: str,
    asked: Sequence[str],
    now: datetime,
    password: str | None = None,
) -> Rewritten:
    """Write a period's documents again from what lies in 2回收; nothing else is written.

    Args:
        asked: The kinds of document; none for those that the scheme calls for.

    Raises:
        ArgumentError: A kind does not belong to such a period.
        TemplateError: A template is broken.
    """
    with period_run(workspace, label, now, password) as run:
        wanted = asked_kinds(asked, run.period)
        check_open(run)
        read = read_month(run, wanted=wanted)
        month = read.collected.month
        planned = planned_documents(run, month, read.documents)
        renewed = beginnings(run, month, wanted or run.programme.scheme.bulletins)
        outputs = write_outputs(run, planned, renewed)
        return Rewritten(read.result(outputs), unmerged_files(run, month))


@dataclass(frozen=True, slots=True)
class ReadMonth:
    """A period read, checked and merged, before anything of it is written."""

    collected: Collected
    checked: Checked
    states: tuple[UnitStatus, ...]
    items: tuple[MergedItem, ...]
    figures: ProgressBulletin
    documents: tuple[Draft, ...]

    def result(self, outputs: tuple[Output, ...]) -> MonthResult:
        """Return what the run found and wrote."""
        counts = count_items(self.items)
        return MonthResult(
            self.collected, self.checked.findings, self.states, outputs, counts, self.items
        )


def read_month(
    run: PeriodRun, paths: Sequence[Path] = (), wanted: Sequence[Bulletin] = ()
) -> ReadMonth:
    """Read a period; nothing is recorded.

    Args:
        paths: Files, folders, archives and mails to take into 2回收 first.
        wanted: The kinds of document; none for those that the scheme calls for.
    """
    collected, checked = check_returns(run, paths)
    month = collected.month
    states = states_of(run, month, checked.findings)
    items = merge(month)
    figures = _figures(month, items, states, run.now)
    kinds = wanted or called_for(run.programme.scheme, run.period.kind, figures)
    documents = tuple(draft for kind in kinds for draft in drafts(kind, figures))
    objections = check_bulletin(before_issue(figures, run.programme, documents), month)
    checked = replace(checked, findings=(*checked.findings, *objections))
    return ReadMonth(collected, checked, states, items, figures, documents)


def states_of(run: PeriodRun, month: Month, findings: Sequence[Finding]) -> tuple[UnitStatus, ...]:
    """Return 报送情况 with what the ledger knows of forms sent."""
    return unit_states(
        month,
        run.ledger.dispatches(run.label),
        corrections(month, findings),
        run.now,
        run.ledger.sent_back(run.label),
    )


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
