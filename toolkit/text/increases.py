"""Rises and falls that their two numbers do not make: 由960元提高到1000元，增幅5.2%."""

import re
from dataclasses import dataclass

from toolkit.text.numbers import SCALE, arabic_number


@dataclass(frozen=True, slots=True)
class ChangeFault:
    """A stated change that is not the one between the two numbers before it.

    Attributes:
        stated: As written: 5.2%.
        expected: What the numbers make, with its measure.
        text: The passage, from the first number to the stated change.
        start: Where it begins.
        end: Where it ends.
    """

    stated: str
    expected: str
    text: str
    start: int
    end: int


_NUMBER = rf"(\d[\d,]*(?:\.\d+)?)({SCALE})?"
_MEASURE = r"(元|%|％|张|个|人|户|所|处|家|名|场|次|辆|公里|平方米|分|吨|亩)"
_TO = (
    r"(?:提高|提升|增加|增长|上调|升|增|提|扩大|降低|下降|下调|减少|降|减|压缩|缩短)"
    r"[^。；;，,\d]{0,3}[到至为][^。；;，,\d]{0,6}"
)
_CHANGE = re.compile(
    rf"{_NUMBER}{_MEASURE}(?:[/每·][人月年]+)?[^。；;，,\d]{{0,6}}{_TO}{_NUMBER}\3(?:[/每·][人月年]+)?"
)
_MAY_CHANGE = re.compile(rf"{_TO}\d")
"""What every change has behind its first number; it does not stop at each number of a text."""

_MAY = re.compile(r"[到至为][^。；;，,\d]{0,6}\d[^。；;]{0,16}(?:[%％]|百分点)")
_RATE = re.compile(
    r"[，,（(]?(?:实际|同比|整体|平均)?(?:增幅|涨幅|升幅|降幅|增长率?|提高了?|增长了?|提升了?"
    r"|上涨了?|下降了?|降低了?|减少了?)(?:达到?|为|是|[:：])?"
    r"(?P<number>\d+(?:\.(?P<places>\d+))?)(?P<unit>个百分点|百分点|%|％)(?!以上|左右|多|[-~—至])"
)
_AT_LEAST = re.compile(
    r"(?:均|全部|都)[^，,。；;\d]{0,10}(?:提高|增长|提升"
    r"|上涨)(?:了)?(?P<number>\d+(?:\.\d+)?)(?:%|％)(?:及以上|以上)"
    r"[，,；;](?:其中)?[^。；;\n]{0,60}$"
)
"""What is said of every one of those that the sentence goes on to name."""

_POINTS = ("个百分点", "百分点")
_PERCENT = ("%", "％")
_TINY = 1e-9
_CUT = 0.05
_FAR = 100


def change_faults(text: str) -> tuple[ChangeFault, ...]:
    """Return the stated rises and falls of a text that its numbers do not make, in their order.

    Both rounded and cut figures are right. A percentage behind two percentages may be either the
    difference or the growth.
    """
    if "%" not in text and "％" not in text and "百分点" not in text:
        return ()
    if not _MAY_CHANGE.search(text) or not ("以上" in text or _MAY.search(text)):
        return ()
    return tuple(fault for match in _CHANGE.finditer(text) if (fault := _fault(text, match)))


def _fault(text: str, match: re.Match[str]) -> ChangeFault | None:
    rate = _RATE.match(text, match.end())
    first = arabic_number(match[1], match[2] or "")
    last = arabic_number(match[4], match[5] or "")
    if not first:
        return None
    if rate is None:
        return _below_all(text, match, first, last)
    difference = abs(last - first)
    growth = 100 * difference / first
    shares, points = match[3] in _PERCENT, rate["unit"] in _POINTS
    if points and not shares:
        return None
    right = (difference,) if points else (growth, difference) if shares else (growth,)
    step = 10.0 ** -len(rate["places"] or "")
    stated = float(rate["number"])
    if any(_agrees(value, stated, step) for value in right):
        return None
    if match[2] or match[5]:
        return None  # 1.2万 may be anything from 1.15万 to 1.25万
    expected = f"{right[0]:.4g}{'个百分点' if points else '%'}"
    start, end = match.start(), rate.end()
    return ChangeFault(f"{rate['number']}{rate['unit']}", expected, text[start:end], start, end)


def _below_all(text: str, match: re.Match[str], first: float, last: float) -> ChangeFault | None:
    """Return the fault of a rise that is less than the sentence says of all of them."""
    claim = _AT_LEAST.search(text, max(0, match.start() - _FAR), match.start())
    if claim is None or match[2] or match[5] or last <= first or match[3] in _PERCENT:
        return None
    growth = 100 * (last - first) / first
    if growth >= float(claim["number"]) - _CUT:
        return None
    passage = text[match.start() : match.end()]
    told = text[claim.start() : claim.end("number") + 3]
    return ChangeFault(told, f"{growth:.2g}%，不是“{told}”", passage, match.start(), match.end())


def _agrees(value: float, stated: float, step: float) -> bool:
    """Tell whether a figure is a value, rounded or cut."""
    rounded = abs(value - stated) <= step / 2 + _TINY
    return rounded or -_TINY <= value - stated < step - _TINY
