"""The month's figures for a bulletin."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from toolkit.model.bulletin import BulletinItem, LateUnit, MonthlyBulletin
from toolkit.model.ledger import UnitState, UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Key
from toolkit.stages.merge import named_problem
from toolkit.stages.statistics import by_project, status_name
from toolkit.text.periods import as_of_name, span_name
from toolkit.text.status import UNSTATED

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

    rows_of = Counter(merged.item.group for merged in items)

    named = [
        (merged, _bulletin_item(merged, alone=rows_of[merged.item.group] == 1)) for merged in items
    ]

    def pick(wanted: Callable[[MergedItem], bool]) -> tuple[BulletinItem, ...]:
        return tuple(shown for merged, shown in named if wanted(merged))

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
        finished=pick(_finished),
        ongoing=pick(_ongoing),
        behind=pick(_behind),
        unstated=pick(_unstated),
        unreported=pick(lambda merged: not merged.reported),
        problems=pick(lambda merged: bool(named_problem(merged))),
        by_text=sum(1 for merged in items if merged.status and merged.status.by_text),
        on_time=tuple(s.unit for s in usable if not s.late_days),
        late=tuple(LateUnit(s.unit, s.late_days) for s in usable if s.late_days),
        missing=tuple(s.unit for s in states if s.state not in _USABLE),
        to_correct=tuple(s.unit for s in states if s.state is UnitState.RETURNED),
    )


def _finished(merged: MergedItem) -> bool:
    return merged.status is not None and merged.status.finished


def _behind(merged: MergedItem) -> bool:
    return merged.status is not None and not merged.status.finished and merged.status.behind


def _unstated(merged: MergedItem) -> bool:
    return merged.status is not None and merged.status.name == UNSTATED


def _ongoing(merged: MergedItem) -> bool:
    return merged.reported and not (_finished(merged) or _behind(merged) or _unstated(merged))


def _bulletin_item(merged: MergedItem, alone: bool) -> BulletinItem:
    """Return an item as a bulletin names it; one that is its project's only one has no own name."""
    named = merged.item.values.get(Key.PROJECT, "").strip()
    return BulletinItem(
        code=merged.item.code,
        project="".join(merged.item.values.get(Key.PROJECT, "").split()),
        name="" if alone and named else merged.item.spoken_name,
        lead=merged.item.lead,
        status=status_name(merged),
        progress=merged.values.get(Key.PROGRESS, ""),
        problem=named_problem(merged),
        plan=merged.values.get(Key.PLAN, ""),
    )
