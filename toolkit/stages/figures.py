"""A period's figures for a bulletin."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from toolkit.model.bulletin import BulletinItem, LateUnit, ProgressBulletin
from toolkit.model.ledger import UnitState, UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Key
from toolkit.stages.statistics import by_project, status_name
from toolkit.text.clean import names_problem
from toolkit.text.periods import as_of_name, span_name
from toolkit.text.status import UNSTATED

_GROUPS = ("finished", "ongoing", "behind", "unstated", "unreported")
_USABLE = (UnitState.ACCEPTED, UnitState.RETURNED)


def bulletin_figures(
    month: Month,
    items: Sequence[MergedItem],
    states: Sequence[UnitStatus],
    issued: datetime,
    *,
    finish_by: date | None,
    next_due: date | None,
) -> ProgressBulletin:
    """Gather what a period's bulletin says, item by item and unit by unit.

    Args:
        month: The period as a whole.
        items: What was reported on each item.
        states: What became of each unit's return.
        issued: The moment from which the bulletin dates.
        finish_by: The last day for finishing all items (完成时限), None where none is set.
        next_due: The last day for reporting on the next period, None where no next one follows.
    """
    programme = month.programme
    usable = [s for s in states if s.state in _USABLE]
    shown = _bulletin_items(month, items)
    groups: dict[str, list[BulletinItem]] = {name: [] for name in _GROUPS}
    for merged, item in zip(items, shown, strict=True):
        groups[_group(merged)].append(item)
    finished = {item.code for item in groups["finished"]}
    unfinished = tuple(item for item in shown if item.code not in finished)
    return ProgressBulletin(
        authority=programme.settings.authority,
        signature=programme.settings.signature,
        place=programme.scheme.place,
        year=programme.settings.year,
        span=span_name(month.period),
        as_of=as_of_name(month.period),
        phrase=programme.scheme.phrase,
        issued=_long_day(issued),
        next_deadline=_next_deadline(next_due, programme.settings.year),
        finish_by=finish_by,
        projects=len(by_project(items)),
        items=len(items),
        **{name: tuple(members) for name, members in groups.items()},
        overdue=unfinished if _is_past(finish_by, month) else (),
        problems=tuple(item for item in shown if item.problem),
        by_text=sum(1 for merged in items if merged.status and merged.status.by_text),
        on_time=tuple(s.unit for s in usable if not s.late_days),
        late=tuple(LateUnit(s.unit, s.late_days) for s in usable if s.late_days),
        missing=tuple(s.unit for s in states if s.state not in _USABLE),
        to_correct=tuple(s.unit for s in states if s.state is UnitState.RETURNED),
    )


def _is_past(finish_by: date | None, month: Month) -> bool:
    """Tell whether what the period leaves unfinished is overdue.

    Figures count up to the evening of the period's last day, so that day is enough: what is not
    finished 截至10月底 was not finished 10月底前.
    """
    return finish_by is not None and month.period.end >= finish_by


def _next_deadline(due: date | None, year: int) -> str:
    """Return a day for the text of a bulletin of a year; a day of another year says which."""
    if due is None:
        return ""
    return f"{due.month}月{due.day}日" if due.year == year else _long_day(due)


def _long_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


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


def _bulletin_items(month: Month, items: Sequence[MergedItem]) -> list[BulletinItem]:
    """Return all items as a bulletin names them, in the list's order."""
    groups = [merged.item.group for merged in items]
    rows_of = Counter(groups)
    explained = any(column.key is Key.NOTE for column in month.programme.scheme.progress.filled)
    return [
        _bulletin_item(
            merged,
            alone=rows_of[group] == 1,
            explanation=_explanation(merged) if explained else None,
        )
        for merged, group in zip(items, groups, strict=True)
    ]


def _bulletin_item(merged: MergedItem, alone: bool, explanation: str | None) -> BulletinItem:
    """Return an item as a bulletin names it; one that is its project's only one has no own name."""
    project = "".join(merged.item.values.get(Key.PROJECT, "").split())
    return BulletinItem(
        merged.item.code,
        project,
        "" if alone and project else merged.item.spoken_name,
        merged.item.lead,
        status_name(merged),
        merged.values.get(Key.PROGRESS, ""),
        merged.problem,
        merged.values.get(Key.PLAN, ""),
        explanation,
    )


def _explanation(merged: MergedItem) -> str:
    """Return why an item is late, "" where all its units leave that blank or answer 无.

    What counts as naming no problem explains nothing either.
    """
    said = (entry.values.get(Key.NOTE, "") for entry in merged.entries)
    return merged.values.get(Key.NOTE, "") if any(map(names_problem, said)) else ""
