"""The items of a period as its documents name them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from toolkit.model.assessment import Assessment, Pace
from toolkit.model.bulletin import BulletinItem
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Key
from toolkit.stages.statistics import status_name
from toolkit.text.clean import names_problem

_SLOWEST_FIRST = (Pace.BEHIND, Pace.ON, Pace.AHEAD)


def bulletin_items(
    month: Month, items: Sequence[MergedItem], finish_by: date | None
) -> list[BulletinItem]:
    """Return all items as documents name them, in the list's order.

    Args:
        finish_by: When an item is to be finished that has no day of its own.
    """
    groups = [merged.item.group for merged in items]
    rows_of = Counter(groups)
    explained = any(column.key is Key.NOTE for column in month.programme.scheme.progress.filled)
    return [
        _with_pace(
            _bulletin_item(
                merged,
                alone=rows_of[group] == 1,
                explanation=_explanation(merged) if explained else None,
            ),
            merged,
            month,
            finish_by,
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
        others=merged.item.co,
        content=merged.item.values.get(Key.CONTENT) or merged.item.values.get(Key.SUMMARY, ""),
    )


def _with_pace(
    item: BulletinItem, merged: MergedItem, month: Month, finish_by: date | None
) -> BulletinItem:
    """Return an item with its day and its pace, of several units' the slowest one's."""
    units = month.programme.fillers[item.code]
    known = [a for unit in units if (a := month.assessments.get((unit, item.code)))]
    due = max((a.due for a in known if a.due), default=finish_by)
    slowest = _slowest(known)
    if slowest is None or merged.status is None or merged.status.finished:
        return replace(item, due=due, done_before=_done_before(merged, month))
    return replace(item, due=due, share=slowest.share, expected=slowest.expected, pace=slowest.pace)


def _done_before(merged: MergedItem, month: Month) -> bool:
    """Tell whether nobody reports on an item that all its units reported as finished last time."""
    units = month.programme.fillers[merged.item.code]
    last = [month.earlier.get((unit, merged.item.code), ())[:1] for unit in units]
    told = bool(last) and all(report.status.finished for reports in last for report in reports)
    return merged.status is None and told and all(last)


def _slowest(known: Sequence[Assessment]) -> Assessment | None:
    """Return what tells the pace of an item on which several units report."""
    paced = [a for a in known if a.pace and a.share is not None and a.expected is not None]
    return min(paced, key=_slowness, default=None)


def _slowness(known: Assessment) -> tuple[int, float]:
    """Return what sorts the slowest first: the pace, then how far it lags."""
    pace = _SLOWEST_FIRST.index(known.pace or Pace.AHEAD)
    return pace, (known.share or 0) - (known.expected or 0)


def _explanation(merged: MergedItem) -> str:
    """Return why an item is late, "" where all its units leave that blank or answer 无.

    What counts as naming no problem explains nothing either.
    """
    said = (entry.values.get(Key.NOTE, "") for entry in merged.entries)
    return merged.values.get(Key.NOTE, "") if any(map(names_problem, said)) else ""
