"""Wholes that the parts of a text do not fit: 共54张，具体为：…2张；…10张.

What does not count the same thing is never added.
"""

import re
from dataclasses import dataclass
from itertools import accumulate
from math import fsum

from toolkit.text.amounts import Amount
from toolkit.text.divisions import Division, divisions, may_overlap, names_stages


@dataclass(frozen=True, slots=True)
class SumFault:
    """A whole that its parts do not make up.

    Attributes:
        whole: What the text states as the whole.
        parts: What it states as the parts, in their order.
        total: What the parts come to.
        complete: Whether the parts had to make up the whole; else they only exceed it.
        text: The passage, from the whole to the last part.
        start: Where it begins in the text.
        end: Where it ends.
    """

    whole: Amount
    parts: tuple[Amount, ...]
    total: float
    complete: bool
    text: str
    start: int
    end: int


_LAST = re.compile(r"\s*(?:[（(][^（()）\d]*[)）])?\s*(?:$|[。；;，,\n)）！])")
_DOING = re.compile(
    r"新增|新建|新设|新开|建成|建设|改造|安装|配备|配置|购置|采购|发放|培训|开展|举办|种植|铺设"
    r"|更新|更换|增设"
    r"|设置|提供|打造|整治|修建|涉及|惠及|覆盖|带动|投入|拨付|排查"
)
_IS_PLACE = re.compile(r"(?:住宅|小区|住宅小区|楼盘|片区|园区|校区)$|$")
"""新建住宅 beside 老旧小区 tells where, not that dwellings are counted."""

_NOTHING_ELSE = "，,：:（(；;。、 \n"
_BREAK = re.compile(r"[）)]?[；;]")
_TINY = 1e-12
"""By how much binary fractions may be off, as a share."""


def sum_faults(text: str) -> tuple[SumFault, ...]:
    """Return the wholes of a text whose stated parts do not fit them, in their order.

    Silent for sums that are right, for amounts that are only about so much (约, 余, 近, 以上, 等)
    and where a part may count something else than the whole.
    """
    found = divisions(text)
    if not found:
        return ()
    return tuple(fault_of(text, each) for each in found if _is_wrong(text, each))


def fault_of(text: str, division: Division) -> SumFault:
    """Return what is told of a division that is wrong."""
    whole, amounts = division.whole, division.amounts
    start, end = whole.start, amounts[-1].end
    passage = text[start:end]
    return SumFault(whole, amounts, division.total, division.complete, passage, start, end)


def slack_of(division: Division) -> float:
    """Return by how much the sum of a division may be off through rounding."""
    return _slack(division.whole, division.amounts)


def _is_wrong(text: str, division: Division) -> bool:
    total, whole = division.total, division.whole
    if not division.complete and total <= whole.number:
        return False  # most are like that: neither a part nor all of them are more
    if not division.exact or makes_another(division):
        return False
    if division.complete:
        unbroken = division.unbroken and len(division.parts) > 1
        to_come = total < whole.number and names_stages(division)
        wrong = unbroken and not to_come and not _agrees(whole, division.amounts, total)
    else:
        wrong = _exceeds(text, division)
    return wrong and comparable(text, division)


def makes_another(division: Division) -> bool:
    """Tell whether the parts make up another amount of the sentence: 共103名，超额完成100名的任务."""
    total, slack = division.total, slack_of(division)
    return any(abs(other.number - total) <= slack for other in division.others)


def comparable(text: str, division: Division) -> bool:
    """Tell whether the parts count what the whole counts, as far as their words show it."""
    whole, parts = division.whole, division.parts
    thing = _thing_behind(text, whole)
    clause = text[max(0, whole.start - 30) : whole.end + 12]
    for part, name in parts:
        own = _thing_behind(text, part)
        if thing != own and (own or not _names_kind(name, thing)) and thing:
            return False
        doing = _DOING.search(name)
        if doing and not (_IS_PLACE.match(name[doing.end() :]) or name[doing.end() :] in clause):
            return False
    return True


def _thing_behind(text: str, amount: Amount) -> str:
    """Return the noun that a measure goes with, two characters of it: 小区 of 5个小区."""
    behind = text[amount.end : amount.end + 2]
    return behind if len(behind) == 2 and not set(behind) & set(_NOTHING_ELSE) else ""


def _names_kind(name: str, thing: str) -> bool:
    """Tell whether a part without a noun can count the noun of the whole."""
    return not _DOING.search(name) and (not name or thing in name or len(name) <= 8)


def _agrees(whole: Amount, parts: tuple[Amount, ...], total: float) -> bool:
    """Tell whether parts come to the whole; a numeral in words may be part of a name (一期)."""
    written = fsum(part.number for part in parts if part.text[0].isdecimal())
    slack = _slack(whole, parts)
    return any(abs(value - whole.number) <= slack for value in (total, written))


def _slack(whole: Amount, parts: tuple[Amount, ...]) -> float:
    """Return by how much a right sum may be off through rounding.

    Where one part is as fine as the whole, a coarser one only lacks its last nought: 1.1万 beside
    1.11万 of 2.19万 is 1.10万.
    """
    fine = min((part.grain for part in parts if part.grain), default=0.0)
    grains = (
        min(part.grain, fine) if fine <= whole.grain and "." in part.text else part.grain
        for part in parts
    )
    return whole.grain + fsum(grains) + _TINY * max(1.0, whole.number)


def _ends_before(
    text: str, whole: Amount, parts: tuple[tuple[Amount, str], ...], slack: float
) -> bool:
    """Tell whether the parts make the whole where a sentence ends; the rest is of another one."""
    so_far = accumulate(part.number for part, _ in parts)
    return any(
        abs(total - whole.number) <= slack and _BREAK.match(text, part.end)
        for total, (part, _) in zip(so_far, parts, strict=True)
    )


def _exceeds(text: str, division: Division) -> bool:
    """Tell whether a part is more than the whole, or all are together that cannot overlap."""
    whole, parts, total = division.whole, division.parts, division.total
    slack = slack_of(division)
    if _ends_before(text, whole, parts, slack):
        return False
    if any(part.number > whole.number + slack for part, _ in parts):
        return True
    if len(parts) < 2 or total <= whole.number + slack:
        return False
    apart = not may_overlap(division)
    bare = all(_LAST.match(text, part.end) or text[part.end] in "、和及与" for part, _ in parts)
    return apart and bare
