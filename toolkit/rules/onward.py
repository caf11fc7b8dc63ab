"""Wholes that change from period to period, and plans that are counted as done."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, has_history, rule
from toolkit.rules.progress import progress_of
from toolkit.text.achieved import achieved, is_counted
from toolkit.text.counted_plans import counted_plan, planned_later
from toolkit.text.done_subjects import may_count
from toolkit.text.prose import shortened
from toolkit.text.wholes import changed_whole

_RECENT = 3
"""Of so many reports before this one the plans are asked."""


@rule(
    "J737",
    "把计划数算成了完成数",
    Severity.WARNING,
    Subject.ENTRY,
    what="本期的完成数是不是正好等于上期的完成数加一个还没到时间、或者本期仍在计划里的数。",
    why="还没有做的算成了做完的，完成率就虚高了。",
    wrong="上期累计培训82人次；本期“累计培训152人次”，计划“10月下旬组织第二期培训70人次”。",
    right="本期“累计培训82人次”，计划“10月下旬组织第二期培训70人次”。",
    mend="请核对完成数；确实提前做完的，写明“提前”，并改计划。",
    forms=(Form.PROGRESS,),
    applies=has_history,
)
def plan_counted_as_done(entry: Entry, context: Context) -> Iterator[Fault]:
    """What is done has grown by just what is still to come."""
    earlier, period = context.earlier(entry), context.period
    if not earlier or period is None:
        return
    plan = entry.values.get(Key.PLAN, "")
    plans = [each.values.get(Key.PLAN, "") for each in earlier[:_RECENT]]
    reached = [e for e in context.assessment(entry).achieved if is_counted(e.target)]
    for now in reached:
        measure = now.target.measure
        if sum(may_count(each.target.measure, measure) for each in reached) > 1:
            continue  # what is planned may be of another of them
        planned = planned_later(now, plan, plans, progress_of(entry), period.end)
        former = achieved(earlier[0].values, [now.target])[0] if planned else None
        words = counted_plan(now, former, planned) if former else None
        if former and words:
            yield Fault(
                f"{earlier[0].name}报“{former.original}”，本期报“{now.original}”，"
                f"多出来的正好是计划“{shortened(words)}”的数，请核对是不是已经做完。",
                key=Key.PROGRESS,
            )
            return


@rule(
    "H764",
    "总数与上期不同",
    Severity.WARNING,
    Subject.ENTRY,
    what="文字里自己写的总数（全区多少个村、小区、学校、项目），是不是与上期写的不同又没有说明。",
    why="总数变了，完成的比例就没有可比性；多半是笔误。",
    wrong="9月：全区62个村，已治理58个。10月：全区68个村，已治理60个。",
    right="10月：全区62个村，已治理60个。",
    mend="请核对；总数确有调整的，写明“调整”和原因。",
    forms=(Form.PROGRESS,),
    applies=has_history,
)
def whole_differs(entry: Entry, context: Context) -> Iterator[Fault]:
    """The number of villages or schools that there are is another than the period before."""
    last = context.last(entry)
    if last is None:
        return
    found = changed_whole(progress_of(entry), last.values.get(Key.PROGRESS, ""))
    if found:
        yield Fault(
            f"本期写总数“{found.now}”，{last.name}写“{found.former}”，没有说明，请核对。",
            key=Key.PROGRESS,
        )


RULES = (plan_counted_as_done, whole_differs)
