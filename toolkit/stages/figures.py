"""A period's figures for its documents."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypedDict

from toolkit.model.bulletin import (
    BulletinItem,
    LateUnit,
    OutstandingUnit,
    ProgressBulletin,
)
from toolkit.model.ledger import UnitState, UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.stages.figures_items import bulletin_items
from toolkit.stages.statistics import by_project
from toolkit.text.periods import as_of_name, full_day_name, span_name
from toolkit.text.status import UNSTATED
from toolkit.text.working_days import working_day_after

_GROUPS = ("finished", "ongoing", "behind", "unstated", "unreported")
_USABLE = (UnitState.ACCEPTED, UnitState.RETURNED)


class _Returns(TypedDict):
    """What a bulletin says of the units' returns."""

    on_time: tuple[str, ...]
    late: tuple[LateUnit, ...]
    missing: tuple[str, ...]
    to_correct: tuple[str, ...]


def bulletin_figures(
    month: Month,
    items: Sequence[MergedItem],
    states: Sequence[UnitStatus],
    issued: datetime,
    *,
    finish_by: date | None,
    next_due: date | None,
) -> ProgressBulletin:
    """Gather what a period's documents say, item by item and unit by unit.

    Args:
        month: The period as a whole.
        items: What was reported on each item.
        states: What became of each unit's return.
        issued: The moment from which the documents date.
        finish_by: The last day for finishing all items (完成时限), None where none is set.
        next_due: The last day for reporting on the next period, None where no next one follows.
    """
    programme = month.programme
    settings, scheme = programme.settings, programme.scheme
    shown = bulletin_items(month, items, finish_by)
    groups = _grouped(items, shown)
    finished = {item.code for item in groups["finished"]}
    return ProgressBulletin(
        authority=settings.authority,
        signature=settings.signature,
        place=scheme.place,
        year=settings.year,
        span=span_name(month.period),
        as_of=as_of_name(month.period),
        phrase=scheme.phrase,
        issued=full_day_name(issued),
        next_deadline=_next_deadline(next_due, settings.year),
        finish_by=finish_by,
        projects=len(by_project(items)),
        items=len(items),
        **groups,
        overdue=tuple(
            item
            for item in shown
            if item.code not in finished and not item.done_before and _is_past(item.due, month)
        ),
        problems=tuple(item for item in shown if item.problem),
        by_text=sum(1 for merged in items if merged.status and merged.status.by_text),
        **_by_return(states),
        due=month.due,
        outstanding=tuple(_outstanding(month, s) for s in states if s.state not in _USABLE),
        remind_by=_remind_by(month, issued.date()),
        answer_by=working_day_after(issued.date(), scheme.answer_within),
        head=settings.head,
    )


def _outstanding(month: Month, state: UnitStatus) -> OutstandingUnit:
    """Return a unit whose return did not come or cannot be used, and why it cannot."""
    reasons = (r.reason for r in month.received if r.unit == state.unit and r.reason)
    refused = next(reasons, "") if state.state is UnitState.UNUSABLE else ""
    return OutstandingUnit(state.unit, state.items, state.late_days, refused)


def _remind_by(month: Month, today: date) -> date:
    """Return by when a reminder asks for reports: the deadline, or a new one once it has passed."""
    if month.due and today <= month.due:
        return month.due
    return working_day_after(today, month.programme.scheme.remind_within)


def _is_past(due: date | None, month: Month) -> bool:
    """Tell whether what the period leaves unfinished is overdue.

    Figures count up to the evening of the period's last day, so that day is enough: what is not
    finished 截至10月底 was not finished 10月底前.
    """
    return due is not None and month.period.end >= due


def _next_deadline(due: date | None, year: int) -> str:
    """Return a day for the text of a bulletin of a year; a day of another year says which."""
    if due is None:
        return ""
    return f"{due.month}月{due.day}日" if due.year == year else full_day_name(due)


def _by_return(states: Sequence[UnitStatus]) -> _Returns:
    """Return which units reported in time, late, not at all, and which have to correct."""
    usable = [state for state in states if state.state in _USABLE]
    return {
        "on_time": tuple(s.unit for s in usable if not s.late_days),
        "late": tuple(LateUnit(s.unit, s.late_days) for s in usable if s.late_days),
        "missing": tuple(s.unit for s in states if s.state not in _USABLE),
        "to_correct": tuple(s.unit for s in states if s.state is UnitState.RETURNED),
    }


def _grouped(
    items: Sequence[MergedItem], shown: Sequence[BulletinItem]
) -> dict[str, tuple[BulletinItem, ...]]:
    """Return the items of each group of a bulletin, each in exactly one."""
    groups: dict[str, list[BulletinItem]] = {name: [] for name in _GROUPS}
    for merged, item in zip(items, shown, strict=True):
        groups[_group(merged)].append(item)
    return {name: tuple(members) for name, members in groups.items()}


def _group(merged: MergedItem) -> str:
    """Return the one group of a bulletin to which an item belongs."""
    status = merged.status
    if status is None:
        return "unreported"
    if status.finished:
        return "finished"
    if status.behind:
        return "behind"
    return "unstated" if status.name == UNSTATED else "ongoing"
