"""Family H: what a unit reports now against what it reported before."""

from collections.abc import Iterator

from toolkit.model.assessment import EarlierReport
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry, Submission
from toolkit.rules.base import Context, Fault, Subject, has_history, rule
from toolkit.rules.completion import may_be_finished
from toolkit.rules.fallen import fallen
from toolkit.text.clean import is_blank, match_key, says_none
from toolkit.text.echoes import echoes, nearly_same
from toolkit.text.plan_dues import figures_moved, goes_on, part_due
from toolkit.text.plans import plan_is_vague
from toolkit.text.prose import shortened
from toolkit.text.unheld import unheld

_TEXTS = (Key.PROGRESS, Key.PROBLEM, Key.PLAN)
_FEWEST = 2
"""A unit with one unfinished item may well have the same to say again; H753 tells that."""


_FAINT = 0.1
"""A smaller share of a plan's own words that comes up again is chance."""


def _same(one: str, other: str) -> bool:
    return match_key(one) == match_key(other)


@rule(
    "H758",
    "整份与上期相同",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="一个单位的全部事项，进展、问题、计划是不是与上期一字不差。",
    why="多半是交错了文件，或者没有更新。",
    wrong="9月的表把8月填的内容原样交回。",
    right="逐项写明截至9月底的累计进展。",
    mend="请核对是不是交错了上期的文件；没有新进展的事项，写明原因。",
    forms=(Form.PROGRESS,),
    applies=has_history,
)
def return_is_last_one(submission: Submission, context: Context) -> Iterator[Fault]:
    """Every unfinished item has the texts of the period before."""
    compared = [
        (entry, last)
        for entry in submission.entries
        if not entry.status.finished and (last := context.last(entry))
    ]
    told = [entry for entry, _ in compared if not is_blank(entry.values.get(Key.PROGRESS, ""))]
    if len(told) >= _FEWEST and all(_repeats(entry, last) for entry, last in compared):
        name = compared[0][1].name
        yield Fault(f"未完成的 {len(compared)} 个事项，填写的内容与{name}的完全相同。")


def _repeats(entry: Entry, last: EarlierReport) -> bool:
    return all(_same(entry.values.get(key, ""), last.values.get(key, "")) for key in _TEXTS)


@rule(
    "H751",
    "累计数比上期少",
    Severity.ERROR,
    Subject.ENTRY,
    what="累计完成的数量是不是比上期报的少。",
    why="累计数只增不减；少了，两期里必有一期报错。",
    wrong="8月报已完工16公里，9月报已完工14公里。",
    right="9月报已完工17公里；8月报错的，写明更正。",
    mend="请核对两期的数字；上期报错的，在进展里写明“更正”和原因。",
    forms=(Form.PROGRESS,),
    applies=has_history,
)
def number_falls(entry: Entry, context: Context) -> Iterator[Fault]:
    """A cumulative figure is smaller than before, and nobody says that it was corrected."""
    last = context.last(entry)
    if last is None or "更正" in entry.values.get(Key.PROGRESS, ""):
        return
    reached = context.assessment(entry).achieved
    yield from fallen(entry, reached, last)


@rule(
    "H752",
    "完成后又报未完成",
    Severity.ERROR,
    Subject.ENTRY,
    what="上期报已完成的事项，本期是不是又报未完成；读起来仍是做完了的，不算。",
    why="通报已经写了完成；不是上期报早了，就是本期报错了。",
    wrong="8月报“已完成”，9月报“正在施工”。",
    right="确有返工、增项的，在存在问题里写明。",
    mend="请核对；上期误报的，在进展里写明“更正”和原因。",
    forms=(Form.PROGRESS,),
    requires=("V401",),
    applies=has_history,
)
def finished_no_more(entry: Entry, context: Context) -> Iterator[Fault]:
    """An item that was finished is not, without a word on why."""
    last = finished_before(entry, context)
    if last and not may_be_finished(entry, context):
        yield Fault(
            f"{last.name}报{last.status.name}，本期报{entry.status.name}。", key=Key.PROGRESS
        )


def finished_before(entry: Entry, context: Context) -> EarlierReport | None:
    """Return the last report of an item that was finished then and is not now, if it is so.

    One that is said to be corrected (更正) is not.
    """
    last = context.last(entry)
    again = last is not None and last.status.finished and not entry.status.finished
    return last if again and "更正" not in entry.values.get(Key.PROGRESS, "") else None


@rule(
    "H753",
    "进展照抄上期",
    Severity.ERROR,
    Subject.ENTRY,
    what="未完成的事项，进展是不是与上期一字不差。",
    why="看不出这一期做了什么。",
    wrong="8月、9月都写“正在进行基础施工”。",
    right="9月写“基础施工完成八成，预计10月中旬封底”。",
    mend="请写明截至本期末的进展；确实没有进展的，写明原因。",
    forms=(Form.PROGRESS,),
    requires=("H758",),
    applies=has_history,
)
def progress_copied(entry: Entry, context: Context) -> Iterator[Fault]:
    """The progress of an unfinished item is that of the period before, word for word."""
    last, text = context.last(entry), entry.values.get(Key.PROGRESS, "")
    if last is None or entry.status.finished or is_blank(text):
        return
    if _same(text, last.values.get(Key.PROGRESS, "")):
        yield Fault(f"“{shortened(text.strip())}”与{last.name}的一字不差。", key=Key.PROGRESS)


@rule(
    "H754",
    "进展与上期几乎一样",
    Severity.WARNING,
    Subject.ENTRY,
    what="未完成的事项，进展是不是只比上期改了个别字。",
    why="多半是在上期的文字上改了一两处，没有写出这一期的工作；数字有增加的不算。",
    wrong="8月写“正在进行主体施工，进展顺利”，9月写“正在进行主体施工，进展较为顺利”。",
    right="9月写“主体施工到三层，较8月增加一层”。",
    mend="请向单位核实本期做了什么。",
    forms=(Form.PROGRESS,),
    requires=("H758", "H753"),
    applies=has_history,
)
def progress_nearly_copied(entry: Entry, context: Context) -> Iterator[Fault]:
    """The progress of an unfinished item differs from the last one in a few characters only."""
    last, text = context.last(entry), entry.values.get(Key.PROGRESS, "")
    if last is None or entry.status.finished or is_blank(text):
        return
    former = last.values.get(Key.PROGRESS, "")
    if nearly_same(text, former, context.thresholds.copied / 100):
        yield Fault(f"“{shortened(text.strip())}”与{last.name}的几乎一样。", key=Key.PROGRESS)


@rule(
    "H755",
    "上期计划没有下文",
    Severity.WARNING,
    Subject.ENTRY,
    what="上期写的下步计划，本期进展里有没有提到，定了日子的场次办了没有；空泛的、日常的、还没有到时间的计划和数字有变化的不算。",
    why="计划了没有做，或者做了没有写，都要说清楚。",
    wrong="8月计划“完成屋面防水”，9月只写“召开了调度会”。",
    right="9月写“屋面防水完成，正在清洗外墙”。",
    mend="请向单位核实上期计划的完成情况。",
    forms=(Form.PROGRESS,),
    requires=("H753",),
    applies=has_history,
)
def plan_without_echo(entry: Entry, context: Context) -> Iterator[Fault]:
    """Nothing of what was planned comes up again in an unfinished item's report."""
    last = context.last(entry)
    if last is None or entry.status.finished:
        return
    plan = last.values.get(Key.PLAN, "")
    report = "".join(entry.values.get(key, "") for key in _TEXTS)
    if not says_none(plan) and echoes(plan, report) < _FAINT and _owes(entry, last, context):
        yield Fault(f"{last.name}计划“{shortened(plan.strip())}”，本期没有提到。", key=Key.PROGRESS)
        return
    told = "。".join(entry.values.get(key, "") for key in (Key.PROGRESS, Key.PROBLEM))
    former = last.values.get(Key.PROGRESS, "")
    missed = unheld(plan, former, told, context.period.end) if context.period else None
    if missed:
        yield Fault(
            f"{last.name}计划“{shortened(missed.text)}”，本期的数没有增加，也没有说明原因。",
            key=Key.PROGRESS,
        )


def _owes(entry: Entry, last: EarlierReport, context: Context) -> bool:
    """Tell whether a plan promised for this period what could be missed in its report."""
    plan, period = last.values.get(Key.PLAN, ""), context.period
    progress = entry.values.get(Key.PROGRESS, "")
    if period is None or plan_is_vague(plan) or goes_on(plan):
        return False
    due = part_due(plan, period.year, period.end)
    former = last.values.get(Key.PROGRESS, "")
    return bool(due) and not figures_moved(due, former, progress)


@rule(
    "H756",
    "计划一直没有变",
    Severity.WARNING,
    Subject.ENTRY,
    what="未完成的事项，下步计划是不是连续几期一字不差（期数由体例定，一般为三期）。",
    why="同一个计划写了几期，说明一直没有做成。",
    wrong="7月、8月、9月都写“完成施工招标”。",
    right="写明没有做成的原因，计划改为能做到的一步。",
    mend="请向单位了解计划为什么一直没有完成。",
    forms=(Form.PROGRESS,),
    applies=has_history,
)
def plan_unchanged(entry: Entry, context: Context) -> Iterator[Fault]:
    """An unfinished item has had one and the same plan for several periods."""
    running = context.thresholds.unchanged_plans
    earlier = context.earlier(entry)[: running - 1]
    plan = entry.values.get(Key.PLAN, "")
    if entry.status.finished or says_none(plan) or len(earlier) < running - 1:
        return
    if all(_same(plan, report.values.get(Key.PLAN, "")) for report in earlier):
        yield Fault(
            f"“{shortened(plan.strip())}”从{earlier[-1].name}起连续 {running} 期没有变。",
            key=Key.PLAN,
        )


RULES = (
    return_is_last_one,
    number_falls,
    finished_no_more,
    progress_copied,
    progress_nearly_copied,
    plan_without_echo,
    plan_unchanged,
)
