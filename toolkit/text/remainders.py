"""What a text says is left (剩余46张, 其余4公里), against the target and what is done."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, combinations, islice

from toolkit.text.amounts import Amount, amount_at, find_amounts


@dataclass(frozen=True, slots=True)
class RemainderFault:
    """A stated rest that is not what the target leaves after what is done.

    Attributes:
        rest: What the text says is left.
        expected: What the target leaves.
        whole: The target.
        done: What is done of it.
        text: The passage with the stated rest.
        start: Where it begins in its text.
        end: Where it ends.
    """

    rest: Amount
    expected: float
    whole: float
    done: float
    text: str
    start: int
    end: int


_REST = re.compile(
    r"(?:剩余|其余|余下|剩下|尚余|还余|还剩|仅剩|尚剩|尚差"
    r"|还差)[的下]?(?P<name>[^，,；;。、：:\d\n]{0,10}?)(?=\d)"
)
_SENTENCE = re.compile(r"[。！？!?\n]")
_TOTAL = re.compile("[共总计应任目全需]")
_WHOLE = re.compile(r"(?:共|总[数计量]?|计划|应|任务|目标|全[年区市县镇]|需)[^，,；;。\d]{0,10}$")
_DONE = re.compile(
    r"(?:已|累计|目前|完成|完工|建成|投保|安装|改造|新增|打通|发放|到位|开通"
    r"|投用)[^，,；;。\d]{0,12}$"
)
_UNDER_WAY = re.compile(r"施工|在建|在施|正在|推进|进场|未")
_SLACK = 1e-12
_MOST = 40
"""A text with more is a list pasted into a cell, in which nothing is told apart by its words."""


def measures_left(*texts: str) -> set[str]:
    """Return in which measures texts say how much is left of anything."""
    return {rest.unit for text in texts for rest, _ in _rests(text)}


def remainder_faults(text: str) -> tuple[RemainderFault, ...]:
    """Return the rests that a text itself shows to be wrong: 共100张，已完成54张，剩余45张.

    The whole and what is done have to stand before the rest in its sentence, each called so.
    """
    return tuple(
        fault for rest, phrase in _rests(text) if (fault := _own_fault(text, rest, phrase))
    )


def remainder_conflicts(
    progress: str, plan: str, whole: float, done: float, unit: str, problem: str = ""
) -> tuple[RemainderFault, ...]:
    """Return the rests, in progress or plan, that a target and what is done of it do not leave.

    A rest that any two amounts of the progress leave (采购19台，到货15台 … 其余4台) speaks of those.

    Args:
        progress: The cell with the progress.
        plan: The cell with the plan.
        whole: The target.
        done: What is done of it.
        unit: The measure of both.
        problem: The cell with the problem, which may name some of the rest before the plan does.

    Returns:
        Places count in the progress for its own rests, in the plan for the plan's.
    """
    faults = [
        (text, fault)
        for text in (progress, plan)
        for rest, phrase in _rests(text)
        if rest.unit == unit and (fault := _conflict(text, rest, phrase, whole, done))
    ]
    if not faults:
        return ()
    amounts = [amount for amount in find_amounts(progress) if amount.unit == unit]
    return tuple(
        fault
        for text, fault in faults
        if not _explained(fault.rest, whole, _others(amounts, fault.rest, is_one=text is progress))
        and not (text is plan and _is_rest_of_rest(fault, plan, problem))
        and not (text is progress and _is_rest_beside(fault, progress))
    )


def _is_rest_of_rest(fault: RemainderFault, plan: str, problem: str) -> bool:
    """Tell whether a rest is what some others leave of all that is left: 2所…，其余7所 of nine."""
    unit = fault.rest.unit
    before = [a.number for a in find_amounts(plan, 0, fault.start) if a.unit == unit]
    named = [a.number for a in find_amounts(problem) if a.unit == unit]
    missing = fault.expected - fault.rest.number
    slack = fault.rest.grain + _SLACK * max(1.0, fault.whole)
    sums = (*accumulate(reversed(before)), *named, *before)
    return any(abs(each - missing) <= slack for each in sums)


def _is_rest_beside(fault: RemainderFault, progress: str) -> bool:
    """Tell whether what is left is told in two: 施工中14个，其余8个 of 22 that are not done yet."""
    begin = max((m.end() for m in _SENTENCE.finditer(progress, 0, fault.start)), default=0)
    before = [a for a in find_amounts(progress, begin, fault.start) if a.unit == fault.rest.unit]
    missing = fault.expected - fault.rest.number
    slack = fault.rest.grain + _SLACK * max(1.0, fault.whole)
    sums = accumulate(
        a.number for a in reversed(before) if _UNDER_WAY.search(progress, begin, a.end)
    )
    return any(abs(each - missing) <= slack for each in sums)


def _others(amounts: list[Amount], rest: Amount, *, is_one: bool) -> list[float]:
    """Return the amounts but the rest itself, which explains nothing: half of 8 leaves 4."""
    kept = (each for each in amounts if not (is_one and each.start == rest.start))
    return [amount.number for amount in islice(kept, _MOST)]


def _rests(text: str) -> tuple[tuple[Amount, re.Match[str]], ...]:
    """Return the stated rests."""
    return _read_rests(text) if "余" in text or "剩" in text or "差" in text else ()


@lru_cache(maxsize=256)
def _read_rests(text: str) -> tuple[tuple[Amount, re.Match[str]], ...]:
    """Return the same of a text that has such words; each target of an item asks for them."""
    found = []
    for match in islice(_REST.finditer(text), _MOST):
        amount = amount_at(text, match.end(), match.end() + 20)
        if amount:
            found.append((amount, match))
    return tuple(found)


def _own_fault(text: str, rest: Amount, phrase: re.Match[str]) -> RemainderFault | None:
    begin = max((m.end() for m in _SENTENCE.finditer(text, 0, phrase.start())), default=0)
    if not _TOTAL.search(text, begin, phrase.start()):
        return None
    before = [a for a in find_amounts(text, begin, phrase.start()) if a.unit == rest.unit]
    if len(before) != 2 or not all(amount.exact for amount in before):
        return None
    whole, done = before
    if not _WHOLE.search(text, begin, whole.start) or not _DONE.search(text, begin, done.start):
        return None
    return _conflict(text, rest, phrase, whole.number, done.number)


def _conflict(
    text: str, rest: Amount, phrase: re.Match[str], whole: float, done: float
) -> RemainderFault | None:
    expected = whole - done
    start, end = phrase.start(), rest.end
    if not rest.exact or abs(expected - rest.number) <= rest.grain + _SLACK * max(1.0, whole):
        return None
    return RemainderFault(rest, expected, whole, done, text[start:end], start, end)


def _explained(rest: Amount, whole: float, told: list[float]) -> bool:
    """Tell whether two amounts of the progress leave the rest, or all that is listed before it."""
    slack = rest.grain + _SLACK * max(1.0, rest.number)
    leaves = [one - other for one, other in combinations((whole, *told), 2)]
    listed = accumulate(number for number in told if number != whole)
    sums = [whole - so_far for so_far in listed]
    return any(abs(abs(left) - rest.number) <= slack for left in (*leaves, *sums[1:]))
