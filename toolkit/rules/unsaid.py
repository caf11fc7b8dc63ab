"""Whether a report leaves out a target that it should tell of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from toolkit.model.assessment import Achieved
from toolkit.model.programme import Target
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context
from toolkit.text.achieved import is_counted, told_in_text, wanted
from toolkit.text.amounts import find_amounts
from toolkit.text.counts import states_any_count
from toolkit.text.done_subjects import same_measure
from toolkit.text.done_types import Wanted
from toolkit.text.figures import Comparator
from toolkit.text.figures_of_period import figure_of_period
from toolkit.text.mentioned import is_named, speaks_of

_PART = re.compile(r"^[，,、]?(?:其中|包括|含)")
_FINISHES = re.compile(r"(?:完工|完成|建成|竣工|更新|安装|累计)[^，,。；;\d]{0,8}$")
_HEAD = 2
_FEW = 10
_SENTENCE_END = re.compile(r"[。；;\n]")
_NONE_YET = re.compile(
    r"(?:尚未|还未|还没|均未)(?:安装|更新|开工|动工|启动|实施|进场|建成|完成|投放|发放)"
)
_BY_NAME = re.compile(
    r"[^，,。；;、\d]{2,}、[^，,。；;\d]{2,}?(?:均|都|已|全部)+(?:建成|完工|竣工|投用|开放|完成)"
)


class Only(NamedTuple):
    """A figure of one period alone and what was reached before it."""

    now: str
    former: str


_SEVERAL = 2
_MUCH = 0.5
"""Who plans to have so much of a target done next time has begun to work on it."""


def left_out(entry: Entry, context: Context, target: Target) -> bool:
    """Tell whether a text names one target of several nowhere, and tells how far others are."""
    reached = context.assessment(entry).achieved
    if len(reached) < _SEVERAL or _goes_with_another(target, reached):
        return False
    text = entry.values.get(Key.PROGRESS, "")
    wants = [wanted(each.target) for each in reached]
    place = next(number for number, each in enumerate(reached) if each.target is target)
    numbers = [each.number for each in reached if each.number is not None]
    told = any(
        is_counted(each.target)
        and number != place
        and (each.number is not None or _counts_named(text, wants, number))
        for number, each in enumerate(reached)
    )
    if not told or speaks_of(text, wants, place, numbers):
        return False
    return not _was_done(entry, context, target)


def _counts_named(text: str, wants: Sequence[Wanted], place: int) -> bool:
    """Tell whether a text names a target and has a number in its measure."""
    return states_any_count(text, wants[place].measure) and is_named(text, wants, place)


def told_in_words(text: str, target: Target) -> bool:
    """Tell whether a text says without a number how much of a target is done.

    None of it yet (果皮箱正在生产，尚未安装), or a few by their names (甲公园、乙公园已建成).
    """
    name = target.subject[-_HEAD:]
    if len(name) < _HEAD or name not in text:
        return False
    place = text.rfind(name)
    sentence = _SENTENCE_END.split(text[place:], maxsplit=1)[0]
    if _NONE_YET.search(sentence):
        return True
    return target.number <= _FEW and _BY_NAME.search(text) is not None


def plans_to_finish(entry: Entry, targets: Sequence[Target]) -> bool:
    """Tell whether the plan has much of a target done next time, so that work must be under way."""
    plan = entry.values.get(Key.PLAN, "")
    return any(
        same_measure(amount.unit, target.measure)
        and _MUCH * target.number <= amount.number <= target.number
        and _FINISHES.search(plan, max(0, amount.start - 16), amount.start) is not None
        for amount in find_amounts(plan)
        for target in targets
    )


def _goes_with_another(target: Target, reached: Sequence[Achieved]) -> bool:
    """Tell whether a target only says another one again, or a part of it."""
    if _PART.match(target.original) or target.comparator == Comparator.ABOUT:
        return True
    return any(
        each.target is not target
        and each.target.number == target.number
        and same_measure(each.target.measure, target.measure)
        for each in reached
    )


def dropped(entry: Entry, context: Context, target: Target) -> bool:
    """Tell whether a finished report is silent on a target that was short the period before.

    Only where it tells in numbers of another target of the item, and names this one nowhere.
    """
    reached = context.assessment(entry).achieved
    last = context.last(entry)
    if not entry.status.finished or last is None or last.status.finished or len(reached) < _SEVERAL:
        return False
    targets = [each.target for each in reached]
    place = targets.index(target)
    former = told_in_text(last.values.get(Key.PROGRESS, ""), targets)[place]
    if not is_counted(target) or former is None or former.number >= target.number:
        return False
    text = entry.values.get(Key.PROGRESS, "")
    wants = [wanted(each) for each in targets]
    others = [
        each for number, each in enumerate(told_in_text(text, targets)) if number != place and each
    ]
    return bool(others) and not speaks_of(text, wants, place, [each.number for each in others])


def only_this_period(entry: Entry, context: Context, target: Target) -> Only | None:
    """Return the figure of the period alone, and the running total that stood there before it."""
    last, period = context.last(entry), context.period
    if last is None or period is None:
        return None
    targets = context.programme.targets_of.get(entry.item.code, ())
    former = told_in_text(last.values.get(Key.PROGRESS, ""), targets)[targets.index(target)]
    if former is None or not is_counted(target):
        return None
    wants = [wanted(each) for each in targets]
    text = entry.values.get(Key.PROGRESS, "")
    now = figure_of_period(text, period, wants, targets.index(target))
    return Only(now, former.original) if now else None


def _was_done(entry: Entry, context: Context, target: Target) -> bool:
    """Tell whether an earlier report told that all of a target was done."""
    targets = context.programme.targets_of.get(entry.item.code, ())
    if target not in targets:
        return True
    place = targets.index(target)
    for report in context.earlier(entry):
        done = told_in_text(report.values.get(Key.PROGRESS, ""), targets)[place]
        if report.status.finished or (done is not None and done.number >= target.number):
            return True
    return False
