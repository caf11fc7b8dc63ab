"""Family J, arithmetic: do a report's own numbers fit each other and the target?"""

from collections.abc import Iterator, Sequence
from functools import partial

from toolkit.model.assessment import Achieved, Basis
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.wording import texts_of
from toolkit.text.achieved import is_counted
from toolkit.text.amounts import Amount
from toolkit.text.done_subjects import names_in, pairs_of, same_measure
from toolkit.text.figures import Comparator
from toolkit.text.rates import rate_faults
from toolkit.text.remainders import (
    RemainderFault,
    measures_left,
    remainder_conflicts,
    remainder_faults,
)
from toolkit.text.shares import (
    ShareFault,
    figure_share_faults,
    says_share_of_figure,
    says_share_of_target,
    sentence_start,
    share_faults,
    target_share_faults,
)
from toolkit.text.sums import sum_faults

_AT_LEAST = frozenset((Comparator.AT_LEAST, Comparator.MORE, Comparator.ABOUT))


@rule(
    "J704",
    "分项之和不等于总数",
    Severity.ERROR,
    Subject.ENTRY,
    what="一格里写了总数又逐项列出的，各项之和是不是等于总数；写“约”“余”“等”的不算。",
    why="总数和分项必有一处错，登在通报里会闹笑话。",
    wrong="共新增54张，具体为：2张、10张、35张、5张。",
    right="共新增54张，具体为：2张、2张、10张、35张、5张。",
    mend="请核对总数和各项；没有列全的写“其中”。",
    forms=(Form.PROGRESS,),
)
def parts_do_not_add_up(entry: Entry, context: Context) -> Iterator[Fault]:
    """Stated parts do not make the stated whole."""
    for column, text in texts_of(entry, context):
        for fault in sum_faults(text):
            parts = "、".join(part.text for part in fault.parts)
            yield Fault(
                f"“{column.title}”写总数“{fault.whole.text}”，各项（{parts}）相加是 {fault.total:g}。",
                key=column.key,
            )


@rule(
    "J709",
    "剩余数对不上",
    Severity.ERROR,
    Subject.ENTRY,
    what="写了剩余多少的，是不是等于目标减去已完成的。",
    why="目标、已完成、剩余三个数必有一个错。",
    wrong="目标20公里，已完工16公里，剩余5公里。",
    right="目标20公里，已完工16公里，剩余4公里。",
    mend="请核对这三个数；目标有调整的，先联系汇总单位修改清单。",
    forms=(Form.PROGRESS,),
)
def rest_is_wrong(entry: Entry, context: Context) -> Iterator[Fault]:
    """A stated rest is not what is left."""
    progress, plan = entry.values.get(Key.PROGRESS, ""), entry.values.get(Key.PLAN, "")
    left = measures_left(progress, plan)
    if not left:
        return
    own = remainder_faults(progress)
    for fault in own:
        yield _rest(fault, Key.PROGRESS)
    if own:
        return
    for achieved in _exact(entry, context):
        done, whole = achieved.number or 0, achieved.target.number
        if done >= whole or achieved.target.measure not in left:
            continue  # what is left then is left of something else
        for fault in remainder_conflicts(
            progress,
            plan,
            whole,
            done,
            achieved.target.measure,
            entry.values.get(Key.PROBLEM, ""),
        ):
            if achieved.target.comparator in _AT_LEAST and fault.rest.number > fault.expected:
                continue  # more was begun than the least that was promised
            in_plan = fault.text in plan and fault.text not in progress
            yield _rest(fault, Key.PLAN if in_plan else Key.PROGRESS)


def _rest(fault: RemainderFault, key: Key) -> Fault:
    return Fault(
        f"写“{fault.text}”，而 {fault.whole:g} 减去已完成的 {fault.done:g} 是 {fault.expected:g}。",
        key=key,
    )


def _exact(entry: Entry, context: Context) -> Iterator[Achieved]:
    """Yield what is told exactly of targets that no other shares its measure with."""
    reached = context.assessment(entry).achieved
    measures = [achieved.target.measure for achieved in reached]
    for achieved, measure in zip(reached, measures, strict=True):
        if achieved.number is not None and achieved.exact and measures.count(measure) == 1:
            yield achieved


@rule(
    "J711",
    "百分比与数字对不上",
    Severity.ERROR,
    Subject.ENTRY,
    what="写了百分比又写了数字的，百分比是不是由这两个数算出来的；四舍五入和截去尾数都算对。",
    why="百分比和数字必有一处错。",
    wrong="完工16公里，占20公里的75%。",
    right="完工16公里，占20公里的80%。",
    mend="请核对百分比和数字。",
    forms=(Form.PROGRESS,),
)
def share_is_wrong(entry: Entry, context: Context) -> Iterator[Fault]:
    """A stated percentage is not the share that its numbers make."""
    text = entry.values.get(Key.PROGRESS, "")
    if "%" not in text and "％" not in text:
        return
    faults = [*share_faults(text), *rate_faults(text), *_of_targets(entry, context, text)]
    for start in dict.fromkeys(fault.start for fault in faults):
        fault = next(fault for fault in faults if fault.start == start)
        yield Fault(
            f"写“{fault.text}”，按 {fault.done:g}÷{fault.whole:g} 应为 {fault.expected:.4g}%。",
            key=Key.PROGRESS,
        )


def _of_targets(entry: Entry, context: Context, text: str) -> Iterator[ShareFault]:
    """Yield the shares of targets, of those whose measure no other of the item has."""
    if says_share_of_target(text):
        yield from _named(entry, context, text)
    if not says_share_of_figure(text):
        return
    for achieved in _exact(entry, context):
        target = achieved.target
        if achieved.basis is Basis.TEXT and is_counted(target):
            number = achieved.number or 0
            yield from figure_share_faults(text, number, target.number, target.measure)


def _named(entry: Entry, context: Context, text: str) -> Iterator[ShareFault]:
    """Yield the shares that are called those of the target: 完成全年任务的65%."""
    reached = [each for each in context.assessment(entry).achieved if is_counted(each.target)]
    several = len(context.assessment(entry).achieved) > 1
    units = dict.fromkeys(each.target.measure for each in reached)
    for unit in units:
        alike = [each for each in reached if same_measure(each.target.measure, unit)]
        if alike[0].target.measure != unit:
            continue  # 场 and 场次 are asked about once
        wholes = list(dict.fromkeys(each.target.number for each in alike))
        meant = partial(_whole_of, text, alike)
        for fault in target_share_faults(text, wholes, unit, meant):
            if several and len(wholes) == 1 and not any(_is_of(a, fault, text) for a in alike):
                continue
            yield fault


def _whole_of(text: str, alike: Sequence[Achieved], part: Amount) -> float | None:
    """Return the target that an amount is of, of several in its measure; None if not plain.

    It is the one of which just so much is done, or the only one whose name stands before it.
    """
    done = {each.target.number for each in alike if each.number == part.number}
    if len(done) == 1:
        return done.pop()
    words = pairs_of(text[sentence_start(text, part.start) : part.start])
    own = [pairs_of(each.target.original) for each in alike]
    named = {
        each.target.number
        for place, each in enumerate(alike)
        if words & own[place].difference(*own[:place], *own[place + 1 :])
    }
    return named.pop() if len(named) == 1 else None


def _is_of(achieved: Achieved, fault: ShareFault, text: str) -> bool:
    """Tell whether the figure before a share is that of a target, where the item has others."""
    if achieved.number is not None:
        return achieved.number == fault.done
    words = text[sentence_start(text, fault.start) : fault.end]
    return bool(pairs_of(words) & pairs_of(names_in(achieved.target.subject)))


RULES = (parts_do_not_add_up, rest_is_wrong, share_is_wrong)
