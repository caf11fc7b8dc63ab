"""Percentages that a text states of its own numbers: 完成16公里，占20公里的75%."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.done_subjects import same_measure
from toolkit.text.searching import glance

Meant = Callable[[Amount], float | None]
"""Tells which target an amount is of."""


@dataclass(frozen=True, slots=True)
class ShareFault:
    """A percentage that is not the share that its numbers make.

    Attributes:
        percent: What the text states.
        expected: What the numbers make, in percent.
        done: The part.
        whole: What it is a part of.
        text: The passage, from the part to the percentage.
        start: Where it begins in the text.
        end: Where it ends.
    """

    percent: float
    expected: float
    done: float
    whole: float
    text: str
    start: int
    end: int


PERCENT = re.compile(r"(\d(?<![\d.].)\d{0,3}(?:\.(\d{1,4}))?)[ ]?[%％]")
_SENTENCE_ENDS = "。！？!?\n；;"
_ABOUT = re.compile(
    r"(?:约|近|超|过|逾|不低于|不少于|至少|接近|[一-龥]率[^，；。]{0,6}|提高|增长|下降|降低)$"
)
_ROUGHLY = re.compile(r"(?:约|近|超|过|逾|不低于|不少于|至少|接近|提高|增长|下降|降低|提升)$")
_MORE = re.compile(r"[ ]?(?:以上|左右|多|余|以下)")
_OF_AMOUNT = re.compile(r"占(?:总|全部|应|计划)?[^，,；;。\d]{0,10}$")
_OF = re.compile(r"[^，,；;。\d]{0,8}的")
_RATE = re.compile(r"(?:完成率|完成比例|完成进度|占比|占)(?:达到?|为|约)?$")
_MAY_BE_SHARE = glance(_OF_AMOUNT, _RATE)
"""What every text has that makes a percentage out of two numbers."""

_WHOLE = re.compile(r"(?:共|总[数计量]?|计划|应|任务|目标|全[年区市县镇])[^，,；;。\d]{0,10}$")
_OF_TARGET = re.compile(
    r"(?:(?:完成|占|为|达到?|是)?(?:了|全年|年度|年|总|既定|计划|本年)*(?:目标|任务"
    r"|计划)(?:任务|总?量|数)?的"
    r"|(?<!投资)(?<!资金)(?:任务|目标|计划)?(?<!投资)(?<!资金)完成率(?:达到?|为)?"
    r"|占(?:全年|年度|总)?(?:目标|任务|计划|清单)(?:任务|数|总量)?(?:的|比)?"
    r"|占(?:全年|年度|计划数)的?|(?:为|达到?)(?:全年|年度)?(?:目标|任务|计划)(?:任务|数|总量)?的)$"
)


_MAY_BE_OF_TARGET = re.compile(
    r"(?:目标|任务|计划|完成率|占[全年总应清])[一-龥]{0,5}\d[\d.]*[ ]?[%％]"
)
_MAY_BE_BEHIND = re.compile(r"[，,（(](?:占(?:比为?)?)?\d+(?:\.\d+)?[%％]")
_BEHIND = re.compile(r"[，,]占(?:比为?)?|[（(](?:占比?)?")
_OF_SEVERAL = re.compile(
    r"(?:整体|总体|综合|平均|分别|调整)[^，,。；;\d]{0,14}$"
    r"|[二两三四五]年[^，,。；;\d]{0,4}(?:任务|目标|计划)[^，,。；;\d]{0,4}$"
)
"""Before a percentage of more than one figure, or of the task of more than one year."""

_PLANNED = re.compile(
    r"(?:计划|目标|任务|拟)(?:数|总量|总数|为|是|新增|新建|建设|改造|完成)*[^，,；;。\d]{0,8}$"
)
_RATE_OF_WORK = re.compile(r"(?:完成率|占比)(?:达到?|为)?$")
_TINY = 1e-9
_ALL = 100.0


def share_faults(text: str) -> tuple[ShareFault, ...]:
    """Return the percentages of a text that its own two numbers do not make, in their order.

    Both a rounded and a cut percentage are right: 72.97 may be printed 73, 72.9 or 72.
    """
    if ("%" not in text and "％" not in text) or not _MAY_BE_SHARE.search(text):
        return ()
    return tuple(fault for match in PERCENT.finditer(text) if (fault := _own_fault(text, match)))


def says_share_of_target(text: str) -> bool:
    """Tell whether a text may say a share of the target at all; most do not, and cost no more."""
    return _MAY_BE_OF_TARGET.search(text) is not None


def says_share_of_figure(text: str) -> bool:
    """Tell whether any share stands right behind a comma or in a bracket."""
    return _MAY_BE_BEHIND.search(text) is not None


def target_share_faults(
    text: str, wholes: Sequence[float], unit: str, meant: Meant
) -> tuple[ShareFault, ...]:
    """Return the percentages of the target that the amounts before them do not make.

    Args:
        text: The progress: 打通14条，完成全年目标的70%.
        wholes: The item's targets in a measure.
        unit: That measure.
        meant: Tells which of them an amount is of, None where that is not plain.

    Returns:
        Silent when any amount before the percentage in its sentence makes it of any of the targets,
        and without one.
    """
    if min(wholes) <= 0 or ("%" not in text and "％" not in text):
        return ()
    return tuple(
        fault
        for match in PERCENT.finditer(text)
        if (fault := _target_fault(text, match, wholes, unit, meant))
    )


def figure_share_faults(text: str, done: float, whole: float, unit: str) -> tuple[ShareFault, ...]:
    """Return the shares right behind what is done of a target that are not those of the target.

    Args:
        text: The progress: 建成9处（80%）, 建成9处，占80%.
        done: What is done of the target, by the text.
        whole: The target.
        unit: The measure of both.

    Returns:
        Silent when any two amounts of the text in this measure make the share.
    """
    if whole <= 0:
        return ()
    told = [each for each in find_amounts(text) if same_measure(each.unit, unit) and each.exact]
    found = []
    for part in told:
        match = _BEHIND.match(text, part.end)
        share = PERCENT.match(text, match.end()) if match and part.number == done else None
        if share is None or _MORE.match(text, share.end()):
            continue
        if match and "(" in match[0].replace("（", "(") and text[share.end()] not in ")）":
            continue
        fault = _compared(text, share, [part], whole, 0.0)
        if fault and not any(_explains(text, share, part, other) for other in told):
            found.append(fault)
    return tuple(found)


def _explains(text: str, share: re.Match[str], part: Amount, other: Amount) -> bool:
    """Tell whether a share is one of another amount of the text."""
    if other is part or not other.number:
        return False
    return _compared(text, share, [part], other.number, other.grain) is None


def _own_fault(text: str, match: re.Match[str]) -> ShareFault | None:
    begin = sentence_start(text, match.start())
    if not _MAY_BE_SHARE.search(text, begin, match.start()) or is_rough(text, match, begin):
        return None
    amounts = find_amounts(text, begin, match.start())
    if len(amounts) < 2:
        return None
    last = amounts[-1]
    if _OF_AMOUNT.search(text, begin, last.start) and _OF.fullmatch(text, last.end, match.start()):
        whole, others = last, [a for a in amounts[:-1] if a.unit == last.unit]
    elif _RATE.search(text, begin, match.start()):
        same = [a for a in amounts if a.unit == last.unit]
        if len(same) != 2 or not _WHOLE.search(text, begin, same[0].start):
            return None
        whole, others = same[0], same[1:]
    else:
        return None
    if not others or not whole.exact or not whole.number:
        return None
    return _compared(text, match, others, whole.number, whole.grain)


def _target_fault(
    text: str, match: re.Match[str], wholes: Sequence[float], unit: str, meant: Meant
) -> ShareFault | None:
    begin = sentence_start(text, match.start())
    if is_rough(text, match, begin) or not _OF_TARGET.search(text, begin, match.start()):
        return None
    if _OF_SEVERAL.search(text, begin, match.start()):
        return None
    amounts = find_amounts(text, begin, match.start())
    if not amounts or not same_measure(amounts[-1].unit, unit):
        return None  # 建成44个，完成投资7.8亿元，占年度计划的73%
    parts = [
        a
        for a in amounts
        if same_measure(a.unit, unit) and not _PLANNED.search(text, begin, a.start)
    ]
    if not parts or any(_compared(text, match, parts, whole, 0.0) is None for whole in wholes):
        return None
    whole = wholes[0] if len(wholes) == 1 else meant(parts[-1])
    return _compared(text, match, parts, whole, 0.0) if whole else None


def _compared(
    text: str, match: re.Match[str], parts: list[Amount], whole: float, grain: float
) -> ShareFault | None:
    percent, step = float(match[1]), 10.0 ** -len(match[2] or "")
    if not all(part.exact for part in parts):
        return None
    if any(makes(part, whole, grain, percent, step) for part in parts):
        return None
    if percent == _ALL and any(part.number >= whole for part in parts):
        return None  # who has done more than all says 100%
    done = parts[-1]
    expected = 100 * done.number / whole
    passage = text[done.start : match.end()]
    return ShareFault(percent, expected, done.number, whole, passage, done.start, match.end())


def makes(part: Amount, whole: float, grain: float, percent: float, step: float) -> bool:
    """Tell whether a part makes a percentage, rounded or cut, whatever its own rounding."""
    low = 100 * max(0.0, part.number - part.grain) / (whole + grain)
    high = 100 * (part.number + part.grain) / max(whole - grain, _TINY)
    rounded = low - step / 2 - _TINY <= percent <= high + step / 2 + _TINY
    return rounded or -_TINY <= high - percent < step - _TINY


def is_rough(text: str, match: re.Match[str], begin: int, *, rate: bool = False) -> bool:
    """Tell whether a percentage is only about so much, or a rate of something else.

    Args:
        text: Where it stands.
        match: The percentage.
        begin: Where its sentence begins.
        rate: Whether a rate that has a name (签约率) is not taken for one of something else.
    """
    start = match.start()
    pattern = _ROUGHLY if rate else _ABOUT
    rough = pattern.search(text, begin, start) and not _RATE_OF_WORK.search(text, begin, start)
    return bool(rough or _MORE.match(text, match.end()))


def sentence_start(text: str, place: int) -> int:
    """Return where the sentence around a place begins."""
    return max(map(text[:place].rfind, _SENTENCE_ENDS)) + 1
