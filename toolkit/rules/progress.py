"""Family J: what is done, against the targets and the status."""

from collections.abc import Iterator, Sequence

from toolkit.model.assessment import Achieved, Basis
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.programme import Target
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.unsaid import dropped, left_out, only_this_period, plans_to_finish, told_in_words
from toolkit.text.achieved import cell_share, is_counted, told_in_text, wanted
from toolkit.text.clean import is_blank
from toolkit.text.counts import states_any_count
from toolkit.text.done import other_measure
from toolkit.text.figures import Comparator
from toolkit.text.fulfilment import says_exceeded, says_reached
from toolkit.text.other_measures import (
    is_capacity,
    named_otherwise,
    same_number_otherwise,
    told_otherwise,
)
from toolkit.text.prose import shortened
from toolkit.text.work_stages import not_yet_working

_FIXED = (Comparator.EQUAL, Comparator.REACH)
_LEAST = (Comparator.AT_LEAST, Comparator.MORE, Comparator.ABOUT)
_BEYOND, _FAR_BEYOND = 3, 10
"""So many times what was promised at least is a slip of the pen; of few things, or visits, more."""

_MANY = 100
_HAPPENINGS = frozenset(("人次", "场次", "场", "次", "人", "名", "户次", "班次", "件"))
"""What is counted as it comes; nobody stops at the very number."""

_PEOPLE = frozenset(("人", "名", "位"))
"""What is done in their homes may be counted by homes."""

_LITTLE_MORE = 1.1
_POINT = 1.0
"""A rate that differs from its numbers by less was rounded."""


def progress_of(entry: Entry) -> str:
    """Return what a unit wrote on its progress."""
    return entry.values.get(Key.PROGRESS, "")


def _percent(share: float) -> str:
    return f"{100 * share:.3g}%"


def number_told(achieved: Achieved) -> str:
    """Return a target's number with its measure."""
    return f"{achieved.target.number:g}{achieved.target.measure}"


@rule(
    "J701",
    "有数量目标没有完成数",
    Severity.WARNING,
    Subject.ENTRY,
    what="事项有数量目标、已经动工的，进展里有没有一个目标所用单位的数字；有几个目标的，是不是漏报了一个。",
    why="没有完成数就算不出完成率，只能写“正常推进”。",
    wrong="目标新建充电桩30个，进展：充电桩建设有序推进。",
    right="进展：已建成充电桩18个，其余正在安装。",
    mend="请向单位要完成数；目标不需要按数量考核的，在“目标”表里删去。",
    forms=(Form.PROGRESS,),
    requires=("W451",),
)
def number_missing(entry: Entry, context: Context) -> Iterator[Fault]:
    """The work has begun, and its text has no number in a target's measure at all."""
    untold = _untold(entry, context)
    missing = [t for t in untold if not _has_number(entry, t)]
    if all(told_in_words(progress_of(entry), target) for target in missing):
        missing = []
    gone = [
        t
        for t in context.programme.targets_of.get(entry.item.code, ())
        if dropped(entry, context, t)
    ]
    if gone:
        yield Fault(f"没有提到：{_quoted(gone)}，上期还没有完成。", key=Key.PROGRESS)
        return
    if missing and (not not_yet_working(progress_of(entry)) or plans_to_finish(entry, missing)):
        yield Fault(f"没有写完成了多少：{_quoted(missing)}。", key=Key.PROGRESS)
        return
    for target in untold:
        only = only_this_period(entry, context, target)
        if only:
            yield Fault(
                f"只写了本期的“{only.now}”，没有写累计数（上期报“{only.former}”）。",
                key=Key.PROGRESS,
            )
            return
    unsaid = [t for t in untold if t not in missing and left_out(entry, context, t)]
    if unsaid:
        yield Fault(f"没有提到：{_quoted(unsaid)}。", key=Key.PROGRESS)


@rule(
    "J718",
    "看不出完成了多少",
    Severity.INFO,
    Subject.ENTRY,
    what="进展里有目标所用单位的数字，但工具不能确定它是不是目标的完成数。",
    why="不猜：没有认出来的，不算完成率，写在“进度”表里供核对。",
    wrong="目标建设口袋公园6个，进展：3个口袋公园正在铺装，2个完成土方。",
    right="进展：口袋公园建成1个，3个正在铺装，2个完成土方。",
    mend="不用退回；需要完成率的，把核实的数写进“认定”表。",
    forms=(Form.PROGRESS,),
    requires=("W451",),
)
def number_uncertain(entry: Entry, context: Context) -> Iterator[Fault]:
    """There is a number in a target's measure, and it is not certain what it counts."""
    untold = [t for t in _untold(entry, context) if _has_number(entry, t)]
    if untold:
        yield Fault(f"有数字，但不能确定是不是完成数：{_quoted(untold)}。", key=Key.PROGRESS)


def _untold(entry: Entry, context: Context) -> list[Target]:
    """Return the targets that units count as they go and of which nobody knows how much is done."""
    unknown = _unknown(entry, context)
    if not unknown:
        return []
    reached = context.assessment(entry).achieved
    return [target for target in unknown if not is_capacity(target, reached)]


def _unknown(entry: Entry, context: Context) -> list[Target]:
    """Return the targets that can be counted and of which nobody knows how much is done."""
    assessment = context.assessment(entry)
    if entry.status.finished or assessment.share is not None:
        return []
    if is_blank(progress_of(entry)):  # V401's matter, or why it was not taken
        return []
    return [
        a.target
        for a in assessment.achieved
        if a.number is None
        and is_counted(a.target)
        and a.target.number > 1
        and not _is_total(a, assessment.achieved)
    ]


def _has_number(entry: Entry, target: Target) -> bool:
    text = progress_of(entry)
    if states_any_count(text, target.measure):
        return True
    at_home = target.measure in _PEOPLE and "家庭" in target.original
    return at_home and states_any_count(text, "户")


def _quoted(targets: Sequence[Target]) -> str:
    return "、".join(f"“{shortened(target.original)}”" for target in targets)


def _is_total(achieved: Achieved, others: Sequence[Achieved]) -> bool:
    """Tell whether a target only adds up the item's others: 共70所, 新建30所, 续建40所."""
    measure = achieved.target.measure
    parts = [a for a in others if a is not achieved and a.target.measure == measure]
    total = sum(part.target.number for part in parts)
    return len(parts) > 1 and total == achieved.target.number


@rule(
    "J702",
    "完成数大于目标",
    Severity.WARNING,
    Subject.ENTRY,
    what="目标是一个确定的数的，完成数是不是比它大；“不少于”“以上”“约”的，是不是大得不可能（三倍、十倍以上）。",
    why="可能是超额，也可能多写了一位，或者把别的工作算了进来。",
    wrong="目标6座，进展写完成60座。",
    right="确有超额的，写明“超额完成”。",
    mend="请核对；确已超额的写明“超额”，目标有调整的修改清单。",
    forms=(Form.PROGRESS,),
)
def number_beyond_target(entry: Entry, context: Context) -> Iterator[Fault]:
    """More is done than the target asks for, and the text does not say so."""
    beyond = [a for a in context.assessment(entry).achieved if _is_beyond(a)]
    if not beyond or says_exceeded(progress_of(entry)):
        return
    reached = says_reached(progress_of(entry))
    for achieved in beyond:
        if not _is_little_more(achieved, reached=reached):
            yield Fault(
                f"“{achieved.target.subject}”目标是{number_told(achieved)}，"
                f"进展写“{achieved.original}”，超过了目标。",
                key=Key.DONE if achieved.basis is Basis.CELL else Key.PROGRESS,
            )


def _is_beyond(achieved: Achieved) -> bool:
    number, target = achieved.number, achieved.target
    if number is None or not is_counted(target):
        return False
    if target.comparator in _FIXED:
        return number > target.number
    often = target.measure in _HAPPENINGS or target.number < _MANY
    return target.comparator in _LEAST and number > target.number * (
        _FAR_BEYOND if often else _BEYOND
    )


def _is_little_more(achieved: Achieved, *, reached: bool) -> bool:
    """Tell whether a little more than the target is no mistake: of visits, or where it is said."""
    least = achieved.target.measure in _HAPPENINGS or reached
    return least and achieved.share is not None and achieved.share <= _LITTLE_MORE


@rule(
    "J703",
    "完成数的计量单位不同",
    Severity.WARNING,
    Subject.ENTRY,
    what="完成数和目标是不是用同一个计量单位。",
    why="单位不同就算不出完成率。",
    wrong="目标改造5个小区，进展写已改造小区600户。",
    right="进展：已改造小区2个、600户。",
    mend="请按目标的计量单位写完成数。",
    forms=(Form.PROGRESS,),
)
def measure_differs(entry: Entry, context: Context) -> Iterator[Fault]:
    """What a target counts is counted in another measure."""
    for achieved in context.assessment(entry).achieved:
        untold = achieved.number is None or entry.status.finished
        if untold and is_counted(achieved.target):
            words = _in_other_measure(entry, context, achieved)
            if words:
                yield Fault(
                    f"“{achieved.target.subject}”目标是{number_told(achieved)}，进展写的是“{words}”。",
                    key=Key.PROGRESS,
                )


def _in_other_measure(entry: Entry, context: Context, achieved: Achieved) -> str:
    """Return the words that tell of a target in another measure, "" where there are none.

    Measures that do not both count things (张, 平方米) only matter where a number is missing.
    """
    text, target = progress_of(entry), achieved.target
    reached = context.assessment(entry).achieved
    listed = "".join(entry.item.values.values())
    same = same_number_otherwise(text, reached, reached.index(achieved), listed)
    if same is not None:
        return same.text
    if entry.status.finished:
        return ""
    if states_any_count(text, target.measure):
        named = named_otherwise(text, reached, reached.index(achieved))
        return named.text if named and target in _unknown(entry, context) else ""
    plainly = other_measure(text, wanted(target))
    if plainly is not None:
        return plainly.original
    if target not in _unknown(entry, context) or not_yet_working(text):
        return ""
    otherwise = told_otherwise(text, reached, reached.index(achieved))
    return otherwise.text if otherwise else ""


@rule(
    "J712",
    "栏目里的数与文字不同",
    Severity.WARNING,
    Subject.ENTRY,
    what="“累计完成”“完成率”两栏填的数，与进展文字里的数是不是一致。",
    why="同一件事有两个数，不知道用哪一个。",
    wrong="累计完成：18；进展：已完工16公里。",
    right="累计完成：16；进展：已完工16公里。",
    mend="请核对后改成一致。",
    forms=(Form.PROGRESS,),
    requires=("V409",),
    applies=lambda context: any(c.key in (Key.DONE, Key.RATE) for c in context.layout.filled),
)
def cell_and_text_differ(entry: Entry, context: Context) -> Iterator[Fault]:
    """A figure in its own cell is not the one that the text tells."""
    reached = context.assessment(entry).achieved
    told = told_in_text(progress_of(entry), [a.target for a in reached])
    for a, done in zip(reached, told, strict=True):
        if a.basis is Basis.CELL and done and done.exact and done.number != a.number:
            yield Fault(f"填的是“{a.original}”，进展写“{done.original}”。", key=Key.DONE)
    rate = cell_share(entry.values.get(Key.RATE, ""))
    shares = [a.share for a in reached if is_counted(a.target)]
    if rate is not None and len(shares) == 1 and shares[0] is not None:
        share = min(shares[0], 1.0)
        if 100 * abs(share - rate) >= _POINT:
            told_rate = f"完成率填的是 {entry.values[Key.RATE].strip()}"
            yield Fault(f"{told_rate}，按完成数应为 {_percent(share)}。", key=Key.RATE)


RULES = (
    number_missing,
    number_uncertain,
    number_beyond_target,
    measure_differs,
    cell_and_text_differ,
)
