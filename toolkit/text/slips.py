"""Figures that a slip of the pen has made ten or ten thousand times too small or too great.

发放救助金66.9元 after 发放64.2万元 lost its 万: the digits go on where they stood, only their size does not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.searching import searched

_WAN = 10_000
_LEAST, _MOST = 0.9, 1.6
"""How the digits of a running total may differ from those of the period before."""

_SHIFTS = (10, 100, 0.1, 0.01)
_LEAST_SHIFTED, _MOST_SHIFTED = 1.0, 1.25
_FEWEST = 100
_TELLING = 3
_NEAR = 5
"""A figure that is within so many times of one before has the size that it had."""

_COUNTING = searched(
    r"(?:累计|共计|共|已|今年|全年|目前|达到?|为|约|近|合计|总计|[，,。；;：:、（(\s]"
    r"|\d{1,2}-\d{1,2}月|截至[^，]{0,8})+$"
)
_WORDS = re.compile(r"(?![年月日])[一-龥]{2,8}$")
_LEADING = re.compile(r"^(?:累计|共计|共|已经?|今年|全年|目前)+")
_OF_ONE_PERIOD = re.compile(r"本[月旬周期季]|当月|当旬|新增|新|日均|月均|平均|其中|每|剩余|其余")


@dataclass(frozen=True, slots=True)
class Slip:
    """Two figures of one thing of which one has not the size that it should have."""

    now: str
    former: str


def slip(text: str, formers: Sequence[str]) -> Slip | None:
    """Return a figure of a text whose size is not that of the same figure before, None for none.

    Args:
        text: What is reported now.
        formers: What was reported before, the latest first. A figure of which any of them has the
            size was right all along.
    """
    before = [told for former in formers for told in _told(former)]
    if not before:
        return None
    for words, now in _told(text):
        alike = [
            (former, amount)
            for former, amount in before
            if amount.unit == now.unit and _same_thing(words, former)
        ]
        if any(1 / _NEAR < now.number / amount.number < _NEAR for _, amount in alike):
            continue
        for former, amount in alike:
            if _lost_scale(now, amount) or (former == words and _shifted(words, now, amount)):
                return Slip(f"{words}{now.text}", f"{former}{amount.text}")
    return None


def _told(text: str) -> Iterator[tuple[str, Amount]]:
    """Yield the amounts of a text with the words right before them."""
    for amount in find_amounts(text):
        if amount.number > 0:
            before = _COUNTING.sub("", text[max(0, amount.start - 24) : amount.start])
            words = _WORDS.search(before)
            named = _LEADING.sub("", words[0]) if words else ""
            if len(named) > 1:
                yield named, amount


def _same_thing(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one) or one[-4:] == other[-4:]


def _lost_scale(now: Amount, former: Amount) -> bool:
    """Tell whether one of two figures has 万 and the other the same digits without it."""
    if ("万" in now.text) == ("万" in former.text):
        return False
    ratio = now.number / former.number
    scaled = ratio * _WAN if ratio < 1 else ratio / _WAN
    return _LEAST <= scaled <= _MOST


def _shifted(words: str, now: Amount, former: Amount) -> bool:
    """Tell whether a running total is the one before with its point shifted: 19210 after 1921.

    Round numbers (2000份) come in any size.
    """
    if not (now.exact and former.exact) or _OF_ONE_PERIOD.search(words):
        return False
    if min(now.number, former.number) < _FEWEST:
        return False
    if min(_digits(now.number), _digits(former.number)) < _TELLING:
        return False
    grown = now.number / former.number
    return any(_LEAST_SHIFTED <= grown / shift <= _MOST_SHIFTED for shift in _SHIFTS)


def _digits(number: float) -> int:
    """Return how many digits of a number tell anything: 3 of 1920, 1 of 2000."""
    return len(f"{number:.10g}".replace(".", "").strip("0"))
