"""Rates that a text states of two of its numbers: 老年人128万人，已签约94.7万人，签约率78.9%."""

import re

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.shares import PERCENT, ShareFault, is_rough, makes, sentence_start

_RATE = re.compile(r"(?P<name>[一-龥]{2})率(?:已|均)?(?:达到?|为|是|[:：])?[ ]?$")
_MAY = re.compile(r"率[已均达到为是：:]{0,3}[ ]?\d")
_OTHER_BASE = re.compile(r"满意|知晓|好评|增长|同比|建档|出勤|就业|使用|利用|入住|上座")
_TIMES = re.compile(
    r"累计|[本当上][月周旬季年]|\d月|[一二三四]季度|今年|去年|往年|上半年|历年|新增|其中"
)
_CLAUSE_MARKS = "，,：:、（( "
_COUNT = 2


def rate_faults(text: str) -> tuple[ShareFault, ...]:
    """Return the rates of a text that its own two numbers do not make, in their order.

    A rate is of a number that is named like it: 已签约94.7万人，签约率. The sentence has one other
    number in that measure, in front of it and greater; with more it is not sure which is the whole.
    """
    if "率" not in text or not _MAY.search(text):
        return ()
    return tuple(fault for match in PERCENT.finditer(text) if (fault := _fault(text, match)))


def _fault(text: str, match: re.Match[str]) -> ShareFault | None:
    begin = sentence_start(text, match.start())
    named = _RATE.search(text, begin, match.start())
    if (
        named is None
        or _OTHER_BASE.search(named["name"])
        or is_rough(text, match, begin, rate=True)
    ):
        return None
    amounts = find_amounts(text, begin, named.start())
    parts = [each for each in amounts if named["name"] in _own(text, each, begin)]
    if len(parts) != 1:
        return None
    part = parts[0]
    same = [each for each in amounts if each.unit == part.unit]
    if len(same) != _COUNT or not all(each.exact for each in same):
        return None
    whole = same[0]
    if whole is part or whole.number < part.number or _TIMES.search(text, begin, part.start):
        return None
    percent, step = float(match[1]), 10.0 ** -len(match[2] or "")
    if makes(part, whole.number, whole.grain, percent, step):
        return None
    expected = 100 * part.number / whole.number
    passage = text[whole.start : match.end()]
    return ShareFault(
        percent, expected, part.number, whole.number, passage, whole.start, match.end()
    )


def _own(text: str, amount: Amount, begin: int) -> str:
    """Return the words of an amount's clause in front of it."""
    first = max(text.rfind(sign, begin, amount.start) for sign in _CLAUSE_MARKS) + 1
    return text[max(begin, first) : amount.start]
