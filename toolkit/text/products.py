"""Rates that their numbers and their sum do not fit: 6010人，按每人3000元计，共支付1603万元.

Several rates are added up: 9.2万人、2.8万户，按每人2元、每户2元，保费共24万元.
"""

import re
from dataclasses import dataclass
from math import fsum

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.done_subjects import same_measure
from toolkit.text.role_words import PAID
from toolkit.text.searching import glance


@dataclass(frozen=True, slots=True)
class ProductFault:
    """A sum of money that is not what the numbers of things and what is paid for each make.

    Attributes:
        counts: How many there are of each.
        rates: What is paid for each of them, in 元.
        total: What the text says that all comes to.
        expected: What it comes to.
    """

    counts: tuple[Amount, ...]
    rates: tuple[float, ...]
    total: Amount
    expected: float


@dataclass(frozen=True, slots=True)
class _Rate:
    unit: str
    number: float
    yearly: bool
    start: int
    end: int


_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_THING = r"[人名户间个处座台套张位家所件亩场口栋辆条村对]"
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>万?)元"
_RATE_BEFORE = re.compile(
    rf"每(?P<unit>{_THING})(?P<year>[每/·]?年)?[^，,。；;、\d月天日每]{{0,10}}?{_NUMBER}(?![/每·]"
    rf"|左右|以上)"
)
_RATE_BEHIND = re.compile(
    rf"{_NUMBER}(?:/|每一?)(?P<unit>{_THING})(?P<year>(?:[/·每])年)?(?![/·每])"
)
_MAY_BE_RATE = glance(_RATE_BEFORE, _RATE_BEHIND)
_EACH = re.compile(r"每[^，,。；;、\d]{1,10}\d[\d,.]*万?元")
_STANDARD = re.compile(rf"按照?|以|执行|标准|给予|资助|救助|奖励|购买|投保|{PAID}")
_NEAR = 16
_TOTAL = re.compile(r"(?:共|合计|总计|总额|累计|总)[^，,。；;\d]{0,10}$")
_PAID = re.compile(rf"(?:{PAID})[^，,。；;\d]{{0,8}}$")
_ALIKE = (0.5, 2.0)
"""What is only said to be paid may be a part; so much off it is taken for a slip of the pen."""

_NEARLY = (0.8, 1.25)
"""What is paid for each year may be paid for half of one."""

_PARTLY = re.compile(
    r"首批|首期|部分|先行|预拨|预付|第[一二三四]批|已到位|剩余|其余|余下|每月|[/每·]月|个月"
    r"|不同|分档|以上|最高|不超过|上限"
    r"|人均|户均|平均|财政承担|个人承担|自付|配套|各级|约|近"
)
_APART = "分别"
_TINY = 1e-6


def product_faults(text: str) -> tuple[ProductFault, ...]:
    """Return the sums of a text that its numbers and its rates do not make, in their order.

    Silent where a sentence has rates of one measure twice, pays by month or only in part, or where
    any number of it, in the measure of a rate, makes any of its sums.
    """
    if "元" not in text or not _MAY_BE_RATE.search(text):
        return ()
    return tuple(
        fault for match in _SENTENCE.finditer(text) if (fault := _fault(text, *match.span()))
    )


def _fault(text: str, begin: int, end: int) -> ProductFault | None:
    rates = sorted(_rates(text, begin, end), key=lambda rate: rate.start)
    if not rates or _PARTLY.search(text, begin, end):
        return None
    if len({rate.unit for rate in rates}) != len(rates):
        return None
    if len(_EACH.findall(text, begin, end)) > len(rates):
        return None
    if len(rates) == 1 and text.find(_APART, begin, end) >= 0:
        return None
    amounts = [
        amount
        for amount in find_amounts(text, begin, end)
        if all(amount.end <= rate.start or amount.start >= rate.end for rate in rates)
    ]
    groups = [[a for a in amounts if same_measure(a.unit, rate.unit)] for rate in rates]
    sums = [amount for amount in amounts if amount.unit == "元"]
    totals = [
        a for pattern in (_TOTAL, _PAID) for a in sums if pattern.search(text, begin, a.start)
    ]
    if not totals or not all(groups) or not _is_plain(rates, groups, totals):
        return None
    if any(_makes(rates, counts, total) for counts in _choices(groups) for total in sums):
        return None
    counts = tuple(group[-1] for group in groups)
    expected = fsum(count.number * rate.number for count, rate in zip(counts, rates, strict=True))
    stated = _TOTAL.search(text, begin, totals[0].start) is not None
    low, high = _NEARLY if any(rate.yearly for rate in rates) else _ALIKE
    sure = stated and not any(rate.yearly for rate in rates)
    if not sure and not low < totals[0].number / expected < high:
        return None
    return ProductFault(counts, tuple(rate.number for rate in rates), totals[0], expected)


def _rates(text: str, begin: int, end: int) -> list[_Rate]:
    """Return what is paid for each thing, where the words around it say that it is paid."""
    found: list[_Rate] = []
    for pattern in (_RATE_BEFORE, _RATE_BEHIND):
        for match in pattern.finditer(text, begin, end):
            start, stop = match.span()
            if any(start < rate.end and rate.start < stop for rate in found):
                continue
            near = text[max(begin, start - _NEAR) : min(end, stop + _NEAR)]
            if _STANDARD.search(near):
                number = float(match["number"].replace(",", "")) * (10000 if match["scale"] else 1)
                found.append(_Rate(match["unit"], number, bool(match["year"]), start, stop))
    return found


def _is_plain(rates: list[_Rate], groups: list[list[Amount]], totals: list[Amount]) -> bool:
    """Tell whether all is told exactly; with several rates each has one number of its own."""
    if len(rates) > 1 and any(len(group) > 1 for group in groups):
        return False
    return all(amount.exact for group in (*groups, totals) for amount in group)


def _choices(groups: list[list[Amount]]) -> list[tuple[Amount, ...]]:
    """Return the numbers that may belong to the rates: any one of a single rate."""
    return [(a,) for a in groups[0]] if len(groups) == 1 else [tuple(g[0] for g in groups)]


def _makes(rates: list[_Rate], counts: tuple[Amount, ...], total: Amount) -> bool:
    """Tell whether numbers times their rates make a sum, as far as all are told.

    Any one of them may be it alone: 其中居民保费18.4万元.
    """
    products = [
        (count.number * rate.number, count.grain * rate.number)
        for count, rate in zip(counts, rates, strict=True)
    ]
    whole = (fsum(number for number, _ in products), fsum(grain for _, grain in products))
    return any(
        abs(number - total.number) <= total.grain + grain + _TINY * total.number
        for number, grain in (whole, *products)
    )
