"""Running totals that are smaller than the period before had them, matched by their words.

累计免费筛查319人 after 本周免费筛查15人，累计327人. Only exact figures that are called running totals,
and of which each text has one of that name and measure alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.done_subjects import same_measure


@dataclass(frozen=True, slots=True)
class Fall:
    """A running total and what it was the period before."""

    now: str
    former: str


@dataclass(frozen=True, slots=True)
class _Total:
    name: str
    subject: str
    amount: Amount
    words: str


_SO_FAR = re.compile(
    r"(?P<before>[^，,；;。：:、\n]*?)累计(?P<name>[^，,；;。：:、\d（()）]{0,12})$"
)
_DONE = re.compile(r"已(?P<name>[^，,；;。：:、\d（()）]{2,8})$")
_OWN_PERIOD = re.compile(r"^[.．]?(?:本[周旬月期]|当[月旬])")
_LAST_CLAUSE = re.compile(
    r"(?P<name>[^，,；;。：:、\d（()）]{2,14})\d[\d.]*[^，,；;。：:、\d]{1,6}[，,]$"
)
_CLAUSE_MARKS = "，,；;。：:、\n（("
_PARTS = re.compile(r"[；;。\n]")
_NO_TOTAL = re.compile(
    r"本[月周旬季期次年]|当[月周旬日]|[上下][月周旬]|\d月份?|季度|新增|其中|计划|拟|将|目标"
    r"|任务|力争|确保|预计|剩余|其余|每|日均|平均|正在|较|比|同比"
    r"|退出|取消|减少|核减|调整"
)
_LEADING = re.compile(
    r"^(?:[\d]+[.．、]|[一二三四五六七八九]是|截至[^，,]*|今年以?来?|全年|全[区市县]|目前|共|为"
    r"|已|对|把|完成|的)+"
)
_TRAILING = re.compile(r"(?:共|为|达到?|已|了|约|完成)+$")
_CORRECTED = re.compile(r"更正|核减|核销|核实|退出|调整|口径|重新|撤|笔误|注销|去重|剔除|动态")
_DOING = re.compile(
    r"培训|筛查|安装|改造|建成|举办|开展|发放|救助|服务|检查|检测|放映|演出|新增|签约|接种"
)
_SHORTEST, _LONG = 2, 4
_LEAST = 0.5
"""What is much less is of another thing, or of a part of it."""


def falls(text: str, former: str, *, single: bool) -> Fall | None:
    """Return a running total that is smaller than it was, None for none.

    Args:
        text: What is reported now.
        former: What was reported the period before.
        single: Whether the item promises one thing only, so that 已开餐 needs no name of what.
    """
    if _CORRECTED.search(text) or _CORRECTED.search(former):
        return None
    before = list(_totals(former))
    now = list(_totals(text))
    for total in now:
        found = [each for each in before if _same(total, each, now, before)]
        if len(found) == 1 and _is_less(total.amount, found[0].amount):
            return Fall(total.words, found[0].words)
        told = None if found else _told_before(total, former)
        if told and _is_less(total.amount, told):
            return Fall(total.words, told.text)
    return _fewer_done(text, former) if single else None


def _is_less(now: Amount, former: Amount) -> bool:
    exact = now.exact and former.exact and not (now.grain or former.grain)
    return exact and _LEAST * former.number <= now.number < former.number


def _clause(text: str, amount: Amount) -> str:
    first = max(text.rfind(sign, 0, amount.start) for sign in _CLAUSE_MARKS) + 1
    return text[first : amount.start]


def _totals(text: str) -> Iterator[_Total]:
    """Yield what a text calls a running total, with what it is of."""
    for amount in find_amounts(text) if "累计" in text else ():
        clause = _clause(text, amount)
        match = _SO_FAR.search(clause)
        if match is None or _NO_TOTAL.search(clause):
            continue
        subject, name = _plain(match["before"]), _plain(match["name"])
        if not (name or subject):
            begin = amount.start - len(clause)
            last = _LAST_CLAUSE.search(text, max(0, begin - 40), begin)
            name = _plain(_OWN_PERIOD.sub("", last["name"])) if last else ""
        if len(name + subject) >= _SHORTEST:
            yield _Total(name, subject, amount, f"{clause}{amount.text}".strip())


def _plain(words: str) -> str:
    return _TRAILING.sub("", _LEADING.sub("", words.strip()))


def _same(one: _Total, other: _Total, now: list[_Total], before: list[_Total]) -> bool:
    """Tell whether two totals are of one thing, and of no other total of their texts."""
    if one.amount.unit != other.amount.unit or _key(one) != _key(other):
        return False
    return all(
        sum(_key(each) == _key(one) and each.amount.unit == one.amount.unit for each in totals) == 1
        for totals in (now, before)
    )


def _key(total: _Total) -> str:
    return total.subject + total.name


def _told_before(total: _Total, former: str) -> Amount | None:
    """Return the only figure of the same kind beside the same name and verb in the former text."""
    doing = _DOING.search(total.name)
    if len(total.subject) < _LONG or doing is None:
        return None
    parts = [each for each in _PARTS.split(former) if total.subject in each]
    if len(parts) != 1 or doing[0] not in parts[0] or _NO_TOTAL.search(parts[0]):
        return None
    amounts = [a for a in find_amounts(parts[0]) if same_measure(a.unit, total.amount.unit)]
    return amounts[0] if len(amounts) == 1 else None


def _fewer_done(text: str, former: str) -> Fall | None:
    """Return a thing done of which there are fewer now: 已建成开餐3处 after 已开餐4处."""
    now, before = _done(text), _done(former)
    for name, amounts in now.items():
        others = before.get(name, [])
        if len(amounts) == 1 == len(others):
            (words, amount), (former_words, other) = amounts[0], others[0]
            if amount.unit == other.unit and _is_less(amount, other):
                return Fall(words, former_words)
    return None


def _done(text: str) -> dict[str, list[tuple[str, Amount]]]:
    """Return what a text says has been done already, by the last two characters of the verb."""
    found: dict[str, list[tuple[str, Amount]]] = {}
    for amount in find_amounts(text) if "已" in text else ():
        clause = _clause(text, amount)
        match = _DONE.search(clause)
        if match and not _NO_TOTAL.search(clause):
            words = f"{match[0]}{amount.text}"
            found.setdefault(match["name"][-2:], []).append((words, amount))
    return found
