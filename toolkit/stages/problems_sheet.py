"""问题清单: the items whose unit names a problem, since when, and what was planned."""

from collections.abc import Sequence

from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Key
from toolkit.model.sheets import SheetPlan
from toolkit.model.submission import Entry
from toolkit.stages.data_sheet import data_sheet
from toolkit.stages.merge import merged_text
from toolkit.stages.statistics import status_name
from toolkit.stages.styles import Styles
from toolkit.text.clean import is_blank, names_problem
from toolkit.text.periods import span_name

PROBLEMS = "问题清单"
_PLAN = "下步工作计划"
_EARLIER_PLAN = "此前的计划"
_WIDTHS = (9.0, 20.0, 30.0, 18.0, 11.0, 40.0, 11.0, 34.0, 34.0)
_PROJECT = 1


def problems_sheet(month: Month, items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    """Plan 问题清单; a list without projects has no 项目."""
    plan = next((c.title for c in month.layout.filled if c.key is Key.PLAN), _PLAN)
    kind = month.period.kind
    before = plan.replace(kind.next_word, kind.previous_word)
    titles = (
        *("编号", "项目", "事项", "单位", "状态", "存在问题"),
        *("何时提出", before if before != plan else _EARLIER_PLAN, plan),
    )
    rows = [_row(month, merged) for merged in items if merged.problem]
    shown = [n for n in range(len(titles)) if n != _PROJECT or _has_projects(items)]
    return data_sheet(
        PROBLEMS,
        [titles[n] for n in shown],
        [_WIDTHS[n] for n in shown],
        [tuple(row[n] for n in shown) for row in rows],
        styles,
        centred=[
            place for place, n in enumerate(shown) if titles[n] in ("编号", "状态", "何时提出")
        ],
    )


def _has_projects(items: Sequence[MergedItem]) -> bool:
    return any(merged.item.group for merged in items)


def _row(month: Month, merged: MergedItem) -> tuple[str, ...]:
    named = [e for e in merged.entries if names_problem(e.values.get(Key.PROBLEM, ""))]
    return (
        merged.item.code,
        merged.item.project,
        merged.item.title,
        "、".join(entry.unit for entry in named),
        status_name(merged),
        merged.problem,
        _by_unit([(entry.unit, _since(month, entry)) for entry in named]),
        _by_unit([(entry.unit, _planned(month, entry)) for entry in named]),
        merged.values.get(Key.PLAN, ""),
    )


def _by_unit(texts: Sequence[tuple[str, str]]) -> str:
    """Return what is the same for all units once, else each unit's."""
    return merged_text(texts, several=len({text for _, text in texts}) > 1)


def _since(month: Month, entry: Entry) -> str:
    """Return the first period from which on a unit named a problem each time that it reported."""
    since = span_name(month.period, cumulative=False)
    for report in month.earlier.get((entry.unit, entry.item.code), ()):
        if not names_problem(report.values.get(Key.PROBLEM, "")):
            break
        since = report.name
    return since


def _planned(month: Month, entry: Entry) -> str:
    """Return what the unit last planned to do in this period."""
    for report in month.earlier.get((entry.unit, entry.item.code), ())[:1]:
        plan = report.values.get(Key.PLAN, "")
        return "" if is_blank(plan) else plan
    return ""
