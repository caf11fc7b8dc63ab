"""Rates that their numbers and their sum do not fit: 6010人，按每人3000元计，共支付1603万元."""

import re
from dataclasses import dataclass

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.done_subjects import same_measure


@dataclass(frozen=True, slots=True)
class ProductFault:
    """A sum of money that is not the number of things times what is paid for each.

    Attributes:
        count: How many.
        rate: What is paid for each, in 元.
        total: What the text says that all comes to.
        expected: What it comes to.
    """

    count: Amount
    rate: float
    total: Amount
    expected: float


_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_RATE = re.compile(
    r"(?:按照?|以|执行)[^，,。；;\d]{0,8}每(?P<unit>[人名户间个处座台套张位家所件亩])[^，,。；;\d月年天日]{0,6}"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>万?)元(?![/每])"
)
_EACH = re.compile(r"每[^，,。；;、\d]{1,8}\d[\d,.]*万?元")
_TOTAL = re.compile(r"(?:共|合计|总计|总额|累计)[^，,。；;\d]{0,10}$")
_PAID = re.compile(r"(?:发放|支付|支出|拨付|兑现|兑付|奖补|补助|补贴|救助金)[^，,。；;\d]{0,8}$")
_ALIKE = (0.5, 2.0)
"""What is only said to be paid may be a part; so much off it is taken for a slip of the pen."""

_PARTLY = re.compile(
    r"首批|首期|部分|先行|预拨|预付|第[一二三四]批|已到位|剩余|其余|余下|每月|每年|[/每·]月|[/每·]年|个月|不同|分档|分别|以上|最高|不超过|上限"
)


def product_faults(text: str) -> tuple[ProductFault, ...]:
    """Return the sums of a text that its number and its rate do not make, in their order.

    Silent where a sentence has several rates, pays by month or only in part, or where any number of
    it, in the measure of the rate, makes any of its sums.
    """
    if "元" not in text or "每" not in text:
        return ()
    return tuple(
        fault for match in _SENTENCE.finditer(text) if (fault := _fault(text, *match.span()))
    )


def _fault(text: str, begin: int, end: int) -> ProductFault | None:
    rates = list(_RATE.finditer(text, begin, end))
    if len(rates) != 1 or len(_EACH.findall(text, begin, end)) > 1:
        return None
    if _PARTLY.search(text, begin, end):
        return None
    rate = float(rates[0]["number"].replace(",", "")) * (10000 if rates[0]["scale"] else 1)
    amounts = [
        a
        for a in find_amounts(text, begin, end)
        if a.end <= rates[0].start() or a.start >= rates[0].end()
    ]
    counts = [a for a in amounts if same_measure(a.unit, rates[0]["unit"])]
    sums = [a for a in amounts if a.unit == "元"]
    totals = [
        a for pattern in (_TOTAL, _PAID) for a in sums if pattern.search(text, begin, a.start)
    ]
    if not counts or not totals or not all(a.exact for a in (*counts, *totals)):
        return None
    if any(_makes(count, rate, total) for count in counts for total in sums):
        return None
    expected = counts[-1].number * rate
    stated = _TOTAL.search(text, begin, totals[0].start) is not None
    low, high = _ALIKE
    if not stated and not low < totals[0].number / expected < high:
        return None
    return ProductFault(counts[-1], rate, totals[0], expected)


def _makes(count: Amount, rate: float, total: Amount) -> bool:
    """Tell whether a number times a rate is a sum, as far as both are told."""
    slack = total.grain + rate * count.grain + 1e-6 * total.number
    return abs(count.number * rate - total.number) <= slack
