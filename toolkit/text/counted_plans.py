"""What was only planned and is counted as done: 152人次 where 82 were done and 70 come in October."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from toolkit.model.assessment import Achieved
from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.done_subjects import same_measure

_NO_ADDITION = re.compile(r"(?:累计|达到?|共|到|至|全部|目标|任务|总数)[^，。；、\d]{0,8}$")
_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_TIME = re.compile(
    r"(?<![\d.])(?P<month>1[0-2]|[1-9])月(?:(?P<day>[123]?\d)日|(?P<third>[上中下])旬|(?P<end>底|末))?(?P<by>前|之前|以前)?"
)
_THIRDS = {"上": 1, "中": 11, "下": 21}
_FEWEST = 5
"""Fewer may be just as many by chance."""

_LATE = 25
_YEAR_TURNS = 6
_EARLIER = re.compile(r"提前|已于|已开班|已举办|顺利(?:举办|完成)")


def counted_plan(
    now: Achieved, former: Achieved, plan: str, plans: Sequence[str], text: str, end: date
) -> str | None:
    """Return the words of a plan that are counted as done before their time, None for none.

    Args:
        now: What is said to be done of a target.
        former: What had been done the period before.
        plan: What is planned now.
        plans: What was planned for the periods before.
        text: What is reported now.
        end: The last day of the period.
    """
    if now.number is None or former.number is None or not (now.exact and former.exact):
        return None
    added = now.number - former.number
    if added < _FEWEST or _EARLIER.search(text):
        return None
    if now.number >= now.target.number > former.number:
        for amount, sentence in _planned(plan, added, now.target.measure):
            return f"{sentence}" if amount else None
    for earlier in plans:
        for amount, sentence in _planned(earlier, added, now.target.measure):
            if _is_later(sentence, earlier, amount, end):
                return sentence
    return None


def _planned(plan: str, number: float, measure: str) -> Iterator[tuple[Amount, str]]:
    """Yield the amounts of a plan that are just so many more, each with its sentence."""
    for sentence in _SENTENCE.finditer(plan):
        for amount in find_amounts(plan, *sentence.span()):
            if amount.number != number or not same_measure(amount.unit, measure):
                continue
            if amount.exact and not _NO_ADDITION.search(plan, sentence.start(), amount.start):
                yield amount, sentence[0].strip()


def _is_later(sentence: str, plan: str, amount: Amount, end: date) -> bool:
    """Tell whether what is planned cannot begin before a day: 10月下旬, and not 10月底前."""
    place = amount.start - plan.find(sentence)
    times = [match for match in _TIME.finditer(sentence) if match.start() < place]
    if not times or times[-1]["by"]:
        return False
    time = times[-1]
    month = int(time["month"])
    day = int(time["day"] or _THIRDS.get(time["third"] or "", _LATE if time["end"] else 1))
    year = end.year + (end.month - month > _YEAR_TURNS)
    return (year, month, day) > (end.year, end.month, end.day)
