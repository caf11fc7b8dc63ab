"""Family J: what is done, against the calendar and the deadlines."""

from collections.abc import Iterator
from datetime import date
from math import floor

from toolkit.model.assessment import Achieved, Light
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.period import Period
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.completion import may_be_finished
from toolkit.text.achieved import is_counted
from toolkit.text.clean import names_problem, says_none
from toolkit.text.completion import find_completions, names_only_later
from toolkit.text.expectations import past_expectation
from toolkit.text.finish_dates import finish_date
from toolkit.text.hindrances import says_removed
from toolkit.text.pace import points_behind
from toolkit.text.past_plans import is_past, past_plan, past_third
from toolkit.text.periods import day_name
from toolkit.text.work_stages import not_yet_working


def _percent(share: float) -> str:
    return f"{100 * share:.3g}%"


@rule(
    "J705",
    "慢于时序进度",
    Severity.WARNING,
    Subject.ENTRY,
    what="完成率是不是比时间过去的比例低，超过体例规定的百分点（一般为 10）。",
    why="照这样的速度不能如期完成。",
    wrong="9月底完成了目标的四成，时间已经过去四分之三。",
    right="9月底完成了目标的八成。",
    mend="请向单位了解原因和赶上的办法；有自己的完成时限或阶段安排的，在清单里写明。",
    forms=(Form.PROGRESS,),
)
def behind_calendar(entry: Entry, context: Context) -> Iterator[Fault]:
    """The share that is done is behind the share of the time that has gone."""
    assessment = context.assessment(entry)
    share, expected = assessment.share, assessment.expected
    if entry.status.finished or expected is None:
        return
    slow = [a for a in assessment.achieved if _is_slow(a, expected, context)]
    if not slow and assessment.light in (None, Light.GREEN):
        return
    told = "、".join(
        f"{a.target.subject}{a.number:g}/{a.target.number:g}{a.target.measure}（{_percent(a.share)}）"
        for a in slow
        if a.share is not None
    )
    if assessment.light not in (None, Light.GREEN) and share is not None:
        basis = f"（{assessment.basis.value}）" if assessment.basis else ""
        yield Fault(
            f"完成率 {_percent(share)}{basis}，时序进度应为 {_percent(expected)}，"
            f"慢 {100 * (expected - share):.3g} 个百分点，{assessment.light}"
            + (f"：{told}。" if told else "。"),
            key=Key.PROGRESS,
        )
    elif told:
        yield Fault(f"{told}，慢于时序进度 {_percent(expected)}。", key=Key.PROGRESS)


def _is_slow(achieved: Achieved, expected: float, context: Context) -> bool:
    """Tell whether one of an item's targets is behind the calendar by itself.

    A whole one is there or not: of two, one in September is as many as there can be.
    """
    share, number = achieved.share, achieved.number
    if share is None or number is None or not achieved.exact or not is_counted(achieved.target):
        return False
    wholly = number >= floor(achieved.target.number * expected)
    return not wholly and points_behind(share, expected) >= context.thresholds.yellow


@rule(
    "J708",
    "时间过半多还在前期",
    Severity.WARNING,
    Subject.ENTRY,
    what="时间过去三分之二（体例可定）以后还在做前期工作的，有没有写存在的问题。",
    why="多半不能如期完成，却没有说有什么困难。",
    wrong="9月底：正在编制施工招标文件；存在问题：无。",
    right="存在问题：土地手续尚未办结，影响招标。",
    mend="请向单位了解为什么还没有动工，写明问题和赶上的办法。",
    forms=(Form.PROGRESS,),
    requires=("V403",),
)
def still_preparing(entry: Entry, context: Context) -> Iterator[Fault]:
    """Late in its time an item is still in preparation, and no problem is named."""
    expected = context.assessment(entry).expected or 0.0
    late = 100 * expected >= context.thresholds.late
    if not late or entry.status.finished or names_problem(entry.values.get(Key.PROBLEM, "")):
        return
    if not_yet_working(entry.values.get(Key.PROGRESS, "")):
        yield Fault(
            f"时间已经过去 {_percent(expected)}，还在做前期工作，没有写存在的问题。",
            key=Key.PROGRESS,
        )


@rule(
    "J710",
    "过了时限没有完成",
    Severity.WARNING,
    Subject.ENTRY,
    what="过了事项自己的（没有的，过了全部事项的）完成时限仍未完成的，有没有写原因。",
    why="没有如期完成的要说明原因。",
    wrong="要求6月底前建成，9月报“正在装修”，存在问题：无。",
    right="存在问题：雨季停工一个月，预计10月15日建成。",
    mend="请单位写明原因和预计完成时间。",
    forms=(Form.PROGRESS,),
)
def past_due(entry: Entry, context: Context) -> Iterator[Fault]:
    """An unfinished item is past its day, and neither problem nor note says why."""
    due = unexplained_delay(entry, context)
    if due and not may_be_finished(entry, context):
        yield Fault(
            f"完成时限是{day_name(due)}，事项尚未完成（{entry.status.name}），没有写原因。",
            key=Key.PROBLEM,
        )


def unexplained_delay(entry: Entry, context: Context) -> date | None:
    """Return the day that an unfinished item is past without a word on why, if it is."""
    due, period = context.assessment(entry).due, context.period
    if due is None or period is None or period.end < due or entry.status.finished:
        return None
    told = any(names_problem(entry.values.get(key, "")) for key in (Key.PROBLEM, Key.NOTE))
    return None if told else due


@rule(
    "J714",
    "滞后却没有写问题",
    Severity.WARNING,
    Subject.ENTRY,
    what="报推进缓慢、滞后的事项，有没有写存在的问题。",
    why="滞后的要点名通报，原因要写清楚。",
    wrong="进展：进度滞后。存在问题：无。",
    right="存在问题：沿街管线迁改未完成，影响施工。",
    mend="请单位写明滞后的原因。",
    forms=(Form.PROGRESS,),
    requires=("J710",),
)
def lag_without_problem(entry: Entry, context: Context) -> Iterator[Fault]:
    """An item lags, and no problem is named; a standstill that is over needs none."""
    if not entry.status.behind or names_problem(entry.values.get(Key.PROBLEM, "")):
        return
    over = entry.status.by_text and says_removed(entry.values.get(Key.PROGRESS, ""))
    if not over:
        yield Fault(f"报{entry.status.name}，没有写存在的问题。", key=Key.PROBLEM)


@rule(
    "J715",
    "已完成仍写有问题",
    Severity.INFO,
    Subject.ENTRY,
    what="报已完成的事项，是不是还写着问题。",
    why="问题清单会列出它；多半是上期的问题没有删。",
    wrong="进展：已完成。存在问题：土地手续尚未办结。",
    right="存在问题：无。",
    mend="请核对问题是否已经解决。",
    forms=(Form.PROGRESS,),
)
def finished_with_problem(entry: Entry, context: Context) -> Iterator[Fault]:
    """A finished item still names a problem."""
    if entry.status.finished and names_problem(entry.values.get(Key.PROBLEM, "")):
        yield Fault(f"报{entry.status.name}，仍写有问题。", key=Key.PROBLEM)


@rule(
    "J716",
    "计划的时间已经过去",
    Severity.WARNING,
    Subject.ENTRY,
    what="下步计划里写的时间、说明里预计的完成时间，是不是在报告期末以前。",
    why="多半是上期的文字没有改。",
    wrong="9月的表里写“8月底前完成主体施工”。",
    right="10月底前完成主体施工。",
    mend="请改为下一步的时间；没有按时做成的，在问题里写明原因。",
    forms=(Form.PROGRESS,),
)
def plan_is_past(entry: Entry, context: Context) -> Iterator[Fault]:
    """A plan, or the explanation of a delay, names a day that is over."""
    period = context.period
    if entry.status.finished or period is None:
        return
    due = context.month.due if context.month else None
    over = _past_in_plan(entry.values.get(Key.PLAN, ""), period, due)
    if over:
        yield Fault(f"计划“{over}”，这个时间已经过去。", key=Key.PLAN)
    expected = past_expectation(entry.values.get(Key.NOTE, ""), period.end)
    if expected:
        yield Fault(f"说明里预计“{expected.text}”，这个时间已经过去。", key=Key.NOTE)


def _past_in_plan(plan: str, period: Period, due: date | None) -> str:
    """Return the first words of a plan that name a day which is over, "" for none.

    The period's own last day is over where reports are due after it.
    """
    if says_none(plan):
        return ""
    own = past_third(plan, period)
    if own:
        return own.text
    later = period.end.year == period.year and names_only_later(plan, period.end.month)
    if later:
        return ""
    if "前" in plan:
        for completion in find_completions(plan, period.year):
            if is_past(completion, period.end, after=bool(due and due > period.end)):
                return completion.text
    past = past_plan(plan, period.end)
    return past.text if past else ""


@rule(
    "J717",
    "预计完成晚于时限",
    Severity.WARNING,
    Subject.ENTRY,
    what="“预计完成时间”一栏填的日期，是不是晚于完成时限。",
    why="不能如期完成的要早知道、早协调。",
    wrong="完成时限12月底，预计完成时间填“次年3月底”。",
    right="预计完成时间：12月20日。",
    mend="请单位写明原因；确需延期的，按程序报批后修改清单。",
    forms=(Form.PROGRESS,),
    applies=lambda context: any(column.key is Key.DEADLINE for column in context.layout.filled),
)
def finishes_late(entry: Entry, context: Context) -> Iterator[Fault]:
    """A unit expects to finish after the day by which it has to."""
    due, text = context.assessment(entry).due, entry.values.get(Key.DEADLINE, "")
    expected = finish_date(text, context.programme.settings.year)
    if due and expected and expected > due and not entry.status.finished:
        yield Fault(f"预计{text.strip()}完成，晚于完成时限{day_name(due)}。", key=Key.DEADLINE)


RULES = (
    behind_calendar,
    still_preparing,
    past_due,
    lag_without_problem,
    finished_with_problem,
    plan_is_past,
    finishes_late,
)
