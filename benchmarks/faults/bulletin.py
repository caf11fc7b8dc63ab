"""Plants in what is about to be issued: family B.

No return brings these faults about, since the toolkit computes all figures itself; so they are
planted in the figures of a bulletin, and in its documents as they are to be printed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from benchmarks.faults.batch import Planted
from benchmarks.faults.clean import Clean
from benchmarks.faults.plant import Plant, Spot
from benchmarks.faults.source import PLAIN, back_at
from toolkit.model.assessment import Pace
from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.model.finding import Finding
from toolkit.model.month import Month
from toolkit.model.programme import Programme
from toolkit.model.scheme import Bulletin
from toolkit.rules.engine import check_bulletin
from toolkit.stages.documents import Draft, drafts
from toolkit.stages.figures import bulletin_figures
from toolkit.stages.issue_checks import before_issue
from toolkit.stages.merge import merge

_STRANGE_CODE, _STRANGE_UNIT = "M999", "清单外的单位"

Change = Callable[[ProgressBulletin], ProgressBulletin]
Misprint = tuple[Bulletin, str, Callable[[str], str]]
"""A kind of document, one of its fields, and what is printed there by mistake."""


def _first_ongoing(bulletin: ProgressBulletin, **changes: Any) -> ProgressBulletin:
    first, *others = bulletin.ongoing
    return replace(bulletin, ongoing=(replace(first, **changes), *others))


def _of_another_unit(bulletin: ProgressBulletin) -> ProgressBulletin:
    """Blame for an item a unit that has nothing to do with it."""
    units = {bulletin.ongoing[0].lead, *bulletin.ongoing[0].others}
    other = next(unit for unit in bulletin.missing if unit not in units)
    return _first_ongoing(bulletin, lead=other)


def _swapped(text: str) -> str:
    """Return a text in which the first figure of finished items is one more."""
    start, found, rest = text.partition("已完成2项")
    return f"{start}已完成3项{rest}" if found else text


_CHANGES: tuple[tuple[str, str, Change], ...] = (
    ("B801", "分项之和少一项", lambda b: replace(b, items=b.items + 1)),
    ("B801", "分项之和多一项", lambda b: replace(b, items=b.items - 1)),
    ("B801", "项目多于事项", lambda b: replace(b, projects=b.items + 1)),
    ("B802", "慢于序时而写超序时", lambda b: _first_ongoing(b, pace=Pace.AHEAD)),
    ("B802", "有对照而没有完成进度", lambda b: _first_ongoing(b, share=None)),
    ("B802", "时序进度大于100%", lambda b: _first_ongoing(b, expected=1.2)),
    ("B803", "点名的事项不在清单", lambda b: _first_ongoing(b, code=_STRANGE_CODE)),
    ("B803", "点名的单位不是责任单位", _of_another_unit),
    ("B803", "未报送的单位不在清单", lambda b: replace(b, missing=(*b.missing, _STRANGE_UNIT))),
    ("B804", "一个事项归两类", lambda b: replace(b, behind=(*b.behind, *b.unreported[:1]))),
    ("B804", "问题事项列两次", lambda b: replace(b, problems=(*b.unreported[:1] * 2,))),
    ("B804", "一个单位归两类", lambda b: replace(b, on_time=(*b.on_time, *b.missing[:1]))),
    ("B804", "已完成又列逾期", lambda b: replace(b, overdue=b.finished[:1])),
)
"""Bulletins whose figures do not fit together."""

_MISPRINTS: tuple[tuple[str, str, Misprint], ...] = (
    ("B801", "总体情况的分项印错", (Bulletin.MONTHLY, "总体情况", _swapped)),
    ("B802", "完成率印错", (Bulletin.QUARTERLY, "完成率", lambda _: "72.5%")),
    ("B802", "问题占比印错", (Bulletin.PROBLEMS, "问题概况", lambda t: t.replace("，占", "，占9"))),
)
"""Documents that print something else than the figures of which they are made."""


@dataclass(frozen=True, slots=True)
class _Issue:
    """What is about to be issued for a period."""

    programme: Programme
    month: Month
    bulletin: ProgressBulletin

    def told(self, bulletin: ProgressBulletin, documents: Sequence[Draft]) -> tuple[Finding, ...]:
        return check_bulletin(before_issue(bulletin, self.programme, documents), self.month)


def bulletin_plants(clean: Clean) -> Iterator[tuple[Planted, tuple[Finding, ...]]]:
    """Yield the faults of what is issued with what is told of each."""
    issue = _issue(clean)
    for code, name, change in _CHANGES:
        changed = change(issue.bulletin)
        yield _planted(code, name), issue.told(changed, _documents(issue.bulletin))
    for code, name, misprint in _MISPRINTS:
        yield (
            _planted(code, name),
            issue.told(issue.bulletin, _misprinted(issue.bulletin, misprint)),
        )


def clean_bulletin(clean: Clean) -> tuple[Finding, ...]:
    """Return what is told of a bulletin without faults."""
    issue = _issue(clean)
    return issue.told(issue.bulletin, _documents(issue.bulletin))


def _planted(code: str, name: str) -> Planted:
    return Planted(Plant(code, name, PLAIN), Spot())


def _issue(clean: Clean) -> _Issue:
    """Return a bulletin in which two items are finished and two under way, the rest not reported."""
    programme, period = clean.world.programme, clean.period
    month = Month(programme, period, None, (), ())
    silent = bulletin_figures(month, merge(month), (), _now(clean), finish_by=None, next_due=None)
    one, other, slow, quick, *rest = silent.unreported
    problem = _paced(slow, 0.5, Pace.BEHIND, problem="地块权属有争议，村民阻拦施工机械。")
    bulletin = replace(
        silent,
        finished=(one, other),
        ongoing=(problem, _paced(quick, 0.9, Pace.AHEAD)),
        unreported=tuple(rest),
        problems=(problem,),
        missing=tuple(clean.files),
    )
    return _Issue(programme, month, bulletin)


def _paced(item: BulletinItem, share: float, pace: Pace, problem: str = "") -> BulletinItem:
    return replace(item, share=share, expected=0.75, pace=pace, problem=problem)


def _documents(bulletin: ProgressBulletin) -> tuple[Draft, ...]:
    return tuple(draft for kind in Bulletin for draft in drafts(kind, bulletin))


def _misprinted(bulletin: ProgressBulletin, misprint: Misprint) -> tuple[Draft, ...]:
    kind, field, change = misprint
    return tuple(
        replace(draft, fields={**draft.fields, field: change(str(draft.fields[field]))})
        if draft.kind is kind
        else draft
        for draft in _documents(bulletin)
    )


def _now(clean: Clean) -> datetime:
    return back_at(clean.period)
