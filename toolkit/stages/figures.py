"""The month's figures for a bulletin."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from toolkit.model.bulletin import BulletinItem, LateUnit, MonthlyBulletin
from toolkit.model.ledger import UnitState, UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Key
from toolkit.stages.statistics import by_project, status_name
from toolkit.text.periods import as_of_name, span_name
from toolkit.text.status import UNSTATED

_GROUPS = ("finished", "ongoing", "behind", "unstated", "unreported")
_USABLE = (UnitState.ACCEPTED, UnitState.RETURNED)


def monthly_figures(
    month: Month,
    items: Sequence[MergedItem],
    states: Sequence[UnitStatus],
    issued: datetime,
) -> MonthlyBulletin:
    """Gather what the monthly bulletin says, item by item and unit by unit."""
    programme = month.programme
    usable = [s for s in states if s.state in _USABLE]

    groups: dict[str, list[BulletinItem]] = {name: [] for name in _GROUPS}
    problems: list[BulletinItem] = []
    rows_of = Counter(merged.item.group for merged in items)
    for merged in items:
        shown = _bulletin_item(merged, alone=rows_of[merged.item.group] == 1)
        groups[_group(merged)].append(shown)
        if merged.problem:
            problems.append(shown)
    return MonthlyBulletin(
        authority=programme.settings.authority,
        signature=programme.settings.signature,
        place=programme.scheme.place,
        year=programme.settings.year,
        span=span_name(month.period),
        as_of=as_of_name(month.period),
        phrase=programme.scheme.phrase,
        issued=f"{issued.year}年{issued.month}月{issued.day}日",
        next_deadline=programme.settings.report_by,
        projects=len(by_project(items)),
        items=len(items),
        **{name: tuple(shown) for name, shown in groups.items()},
        problems=tuple(problems),
        by_text=sum(1 for merged in items if merged.status and merged.status.by_text),
        on_time=tuple(s.unit for s in usable if not s.late_days),
        late=tuple(LateUnit(s.unit, s.late_days) for s in usable if s.late_days),
        missing=tuple(s.unit for s in states if s.state not in _USABLE),
        to_correct=tuple(s.unit for s in states if s.state is UnitState.RETURNED),
    )


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


def _bulletin_item(merged: MergedItem, alone: bool) -> BulletinItem:
    """Return an item as a bulletin names it; one that is its project's only one has no own name."""
    project = "".join(merged.item.values.get(Key.PROJECT, "").split())
    return BulletinItem(
        code=merged.item.code,
        project=project,
        name="" if alone and project else merged.item.spoken_name,
        lead=merged.item.lead,
        status=status_name(merged),
        progress=merged.values.get(Key.PROGRESS, ""),
        problem=merged.problem,
        plan=merged.values.get(Key.PLAN, ""),
    )
