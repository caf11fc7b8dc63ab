"""Family J: the status of an item against what its text and its figures say."""

from collections.abc import Iterator

from toolkit.model.assessment import Achieved, Basis
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.calendar import unexplained_delay
from toolkit.rules.claimed import belied_claim
from toolkit.rules.completion import all_reached, may_be_finished
from toolkit.rules.history import finished_before
from toolkit.rules.progress import number_told, progress_of
from toolkit.rules.value import lacking_plans, says_nothing
from toolkit.text.achieved import is_counted
from toolkit.text.contradictions import contradicts_itself
from toolkit.text.not_all import belied_all
from toolkit.text.periods import day_name
from toolkit.text.prose import shortened
from toolkit.text.status import FINISHED, read_status
from toolkit.text.work_stages import says_remaining


@rule(
    "J706",
    "报已完成却还有未完",
    Severity.ERROR,
    Subject.ENTRY,
    what="报已完成的事项，文字里是不是还有没做完的，或者完成数没有达到目标；文字说年度任务完成、超额完成的，也看完成数。",
    why="通报里写了完成，群众会发现没有完成。",
    wrong="进展状态：已完成；进展：正在进行楼本体改造。",
    right="进展状态：正常推进。",
    mend="请核对；没有全部完成的不要报已完成。",
    forms=(Form.PROGRESS,),
)
def finished_with_rest(entry: Entry, context: Context) -> Iterator[Fault]:
    """An item is called finished, and its own text says otherwise."""
    if entry.status.basis is Basis.PERSON:
        return
    against = contradicts_itself(progress_of(entry))
    if entry.status.finished:
        short = [a for a in context.assessment(entry).achieved if _falls_short(a)]
        if short:
            yield Fault(
                f"报{entry.status.name}，“{short[0].target.subject}”目标是{number_told(short[0])}，"
                f"只写了“{short[0].original}”。",
                key=Key.PROGRESS,
            )
            return
        if entry.status.basis is Basis.CELL:
            against = against or says_remaining(progress_of(entry))
    if against:
        called = entry.status.name if entry.status.finished else "已完成"
        yield Fault(f"报{called}，进展里还写着“{against.text}”。", key=Key.PROGRESS)
        return
    fewer = belied_all(progress_of(entry))
    if fewer:
        yield Fault(f"写“{fewer.text}”，数字还差一些，请核对。", key=Key.PROGRESS)
        return
    belied = belied_claim(entry, context)
    if belied:
        claim, told = belied
        yield Fault(
            f"写“{claim.text}”，“{told.target.subject}”目标是{number_told(told)}，"
            f"只写了“{told.original}”。",
            key=Key.PROGRESS,
        )


def _falls_short(achieved: Achieved) -> bool:
    number = achieved.number
    told = achieved.exact and is_counted(achieved.target) and number is not None
    return told and (number or 0) < achieved.target.number


@rule(
    "J707",
    "文字说完成而状态未完成",
    Severity.WARNING,
    Subject.ENTRY,
    what="进展文字说全部完成的，选的进展状态是不是完成。",
    why="统计按选的状态，会少算一项完成。",
    wrong="进展状态：正常推进；进展：已全部完成并投入使用。",
    right="进展状态：已完成。",
    mend="请核对后改正进展状态。",
    forms=(Form.PROGRESS,),
    requires=("V404",),
)
def text_says_finished(entry: Entry, context: Context) -> Iterator[Fault]:
    """The text says finished, the chosen status does not."""
    chosen = entry.status.basis is Basis.CELL and not entry.status.finished
    if chosen and read_status(progress_of(entry)) == FINISHED:
        yield Fault(f"进展说已经完成，状态选的是“{entry.status.name}”。", key=Key.STATUS)


@rule(
    "J719",
    "目标数已达到而没有说完成",
    Severity.INFO,
    Subject.ENTRY,
    what="按数量考核的目标都已达到，状态还不是完成的。",
    why="通报里少算一项完成；也可能还有不按数量考核的内容没有做完，所以不代为认定。",
    wrong="目标新建充电桩30个，进展：已建成充电桩30个。",
    right="进展：已完成。建成充电桩30个。",
    mend="确已全部完成的，写进“认定”表，或请单位写明“已完成”；还有别的内容没有完成的不用处理。",
    forms=(Form.PROGRESS,),
    requires=("V404", "J702", "J707", "J720"),
)
def reached_unsaid(entry: Entry, context: Context) -> Iterator[Fault]:
    """All that can be counted is done, and nobody says that the item is."""
    if entry.status.finished or entry.status.basis is Basis.PERSON:
        return
    if all_reached(entry, context) and not says_remaining(progress_of(entry)):
        achieved = context.assessment(entry).achieved
        told = "、".join(f"“{shortened(a.original)}”" for a in achieved if a.original)
        yield Fault(f"目标数都已达到（{told}），状态是“{entry.status.name}”。", key=Key.PROGRESS)


@rule(
    "J720",
    "看不出是否已经完成",
    Severity.WARNING,
    Subject.ENTRY,
    what="进展读起来像是做完了、没有明说完成的，有没有写下步计划；过了完成时限的，有没有写原因；上期是不是已经报了完成。",
    why="做完了的，通报里少算一项完成；没有做完的，不知道下一步做什么。",
    wrong="进展：两所幼儿园均已竣工。下月工作计划：无。",
    right="进展：已完成。两所幼儿园均已竣工并通过验收。下月工作计划：无。",
    mend="确已全部完成的，写进“认定”表，或请单位写明“已完成”；没有完成的请单位补写下步计划。",
    forms=(Form.PROGRESS,),
    requires=("W451",),
)
def finished_or_not(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text reads as if all were done, and something of the report or before it leaves it open."""
    doubts = tuple(_doubts(entry, context))
    if doubts and may_be_finished(entry, context):
        yield Fault(
            f"进展读起来像已经完成，没有明说（按“{entry.status.name}”统计）；{'，'.join(doubts)}。",
            key=Key.PROGRESS,
        )


def _doubts(entry: Entry, context: Context) -> Iterator[str]:
    for column, text in lacking_plans(entry, context):
        yield says_nothing(column, text).rstrip("。")
    due = unexplained_delay(entry, context)
    if due:
        yield f"完成时限{day_name(due)}已经到了，没有写原因"
    last = finished_before(entry, context)
    if last:
        yield f"{last.name}报的是“{last.status.name}”"


RULES = (finished_with_rest, text_says_finished, finished_or_not, reached_unsaid)
