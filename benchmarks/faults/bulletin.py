"""Plants in the figures of a bulletin: family B. No return brings them about."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from benchmarks.faults.batch import Planted
from benchmarks.faults.clean import Clean
from benchmarks.faults.plant import Plant, Spot
from benchmarks.faults.source import PLAIN, back_at
from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.finding import Finding
from toolkit.model.month import Month
from toolkit.rules.engine import check_bulletin
from toolkit.stages.bulletin_checks import inconsistencies
from toolkit.stages.figures import bulletin_figures
from toolkit.stages.merge import merge

Change = Callable[[ProgressBulletin], ProgressBulletin]

_CHANGES: tuple[tuple[str, str, Change], ...] = (
    ("B801", "分项之和少一项", lambda b: replace(b, items=b.items + 1)),
    ("B801", "分项之和多一项", lambda b: replace(b, items=b.items - 1)),
    ("B801", "项目多于事项", lambda b: replace(b, projects=b.items + 1)),
    ("B804", "一个事项归两类", lambda b: replace(b, behind=(*b.behind, *b.unreported[:1]))),
    ("B804", "问题事项列两次", lambda b: replace(b, problems=(*b.unreported[:1] * 2,))),
    ("B804", "一个单位归两类", lambda b: replace(b, on_time=(*b.on_time, *b.missing[:1]))),
)
"""Bulletins whose figures do not add up, made of one in which no unit has reported."""


def bulletin_plants(clean: Clean) -> Iterator[tuple[Planted, tuple[Finding, ...]]]:
    """Yield a bulletin's faults with what is told of each."""
    programme, period = clean.world.programme, clean.period
    month = Month(programme, period, None, (), ())
    figures = bulletin_figures(month, merge(month), (), _now(clean), finish_by=None, next_due=None)
    figures = replace(figures, missing=tuple(clean.files))
    for code, name, change in _CHANGES:
        findings = check_bulletin(inconsistencies(change(figures)), month)
        yield Planted(Plant(code, name, PLAIN), Spot()), findings


def _now(clean: Clean) -> datetime:
    return back_at(clean.period)
