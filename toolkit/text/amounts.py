"""Amounts with all that tells whether one can reckon with them: 54张, 约2500个, 1.65万个以上.

Other than `figures`, which reads what a text promises, this reads what can be added up: it keeps
places in the text as written, and costs nothing for the words between the numbers.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from toolkit.text.measures import UNIT, is_age, is_time
from toolkit.text.numbers import SCALE, arabic_number, chinese_number

_AMOUNT = re.compile(
    r"(?P<number>[\d一二两三四五六七八九十]"
    r"(?:(?<=\d)(?<![\d.].)(?:\d{0,2}(?:,\d{3})+(?!\d)|\d*(?:\.\d+)?)"
    r"|(?<!\d)(?<![第一二三四五六七八九十百千几数半].)[一二两三四五六七八九十]{0,2}))"
    rf"(?P<odd>[余多]?)[ ]?(?P<scale>{SCALE})?(?P<more>[余多来]?)[ ]?(?P<unit>{UNIT})"
    r"(?P<after>[及]?以上|以下|以内|左右|上下)?"
)
_INEXACT_BEFORE = re.compile(
    r"(?:约(?<![节签预公条契制集]约)|近(?<![附就邻靠最临]近)|超|超过|逾|突破|不少于|不低于|不超过"
    r"|至少|最多|各|均|每[^，。；、\d]{0,2})$"
)
"""Every branch begins with a character of its own, so that the search skips what begins none."""

_RANGE = "-~—–～至到第"
_NOT_ADDED = frozenset(("%", "百分点", "个百分点"))


class Amount(NamedTuple):
    """A number with its measure.

    A tuple, because texts have many and a frozen dataclass takes four times as long to make.

    Attributes:
        number: With 万 and 亿 worked out.
        unit: The measure as written.
        exact: Whether nothing says that it is only about so much, or so much each.
        grain: By how much it may be off through rounding: half of the last place that is written
            before 万 or 亿, 0 for a number that is written out.
        text: As written.
        start: Where it begins in the text.
        end: Where it ends.
    """

    number: float
    unit: str
    exact: bool
    grain: float
    text: str
    start: int
    end: int


def find_amounts(text: str, start: int = 0, end: int | None = None) -> tuple[Amount, ...]:
    """Return the amounts between two places of a text, in their order.

    Shares (%), times and ages are none: they do not add up.
    """
    return tuple(_amounts(text, start, len(text) if end is None else end))


def first_amount(text: str, start: int, end: int) -> Amount | None:
    """Return the first amount between two places."""
    return next(_amounts(text, start, end), None)


def amount_at(text: str, start: int, end: int) -> Amount | None:
    """Return the amount that begins at a place and ends before another."""
    match = _AMOUNT.match(text, start, end)
    return _amount(text, match) if match else None


def amounts_begun(text: str, start: int, end: int) -> tuple[Amount, ...]:
    """Return the amounts that begin between two places of a text; the last may end behind them."""
    return tuple(_amounts(text, start, len(text), end))


def _amounts(text: str, start: int, end: int, stop: int | None = None) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text, start, end):
        if stop is not None and match.start() >= stop:
            return
        amount = _amount(text, match)
        if amount:
            yield amount


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    digits, odd, scale, more, unit, after = match.groups()
    if not _adds_up(unit):
        return None
    begin, end = match.span()
    before = text[begin - 1 : begin]
    if before == "第":
        return None
    number, grain = _value(digits, scale or "")
    if number is None:
        return None
    about = odd or more or after or (before and before in _RANGE)
    exact = not about and not _INEXACT_BEFORE.search(text, max(0, begin - 4), begin)
    return Amount(number, unit, exact, grain, match[0], begin, end)


@lru_cache(maxsize=512)
def _adds_up(unit: str) -> bool:
    return not (unit in _NOT_ADDED or is_time(unit) or is_age(unit))


def _value(digits: str, scale: str) -> tuple[float | None, float]:
    if not digits[0].isdecimal():
        return chinese_number(digits), 0.0
    if not scale:
        return float(digits.replace(",", "")), 0.0
    number = arabic_number(digits, scale)
    places = len(digits.partition(".")[2])
    return number, arabic_number("1", scale) * 10.0**-places / 2
