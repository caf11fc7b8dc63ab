"""What was only planned and is counted as done: 152人次 where 82 were done and 70 come in October."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from toolkit.model.assessment import Achieved
from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.done_subjects import same_measure

_NO_ADDITION = re.compile(r"(?:累计|达到?|共|到|至|全部|目标|任务|总数)[^，。；、\d]{0,8}$")
_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_TIME = re.compile(
    r"(?<![\d.])(?P<month>1[0-2]|[1-9])月(?:(?P<day>[123]?\d)日|(?P<third>[上中下])旬"
    r"|(?P<end>底|末))?(?P<by>前|之前|以前)?"
)
_THIRDS = {"上": 1, "中": 11, "下": 21}
_FEWEST = 5
"""Fewer may be just as many by chance."""

_LATE = 25
_YEAR_TURNS = 6
_EARLIER = re.compile(r"提前|已于|已(?:开班|举办)(?!\d)|顺利(?:举办|完成)")


def planned_later(
    now: Achieved, plan: str, plans: Sequence[str], text: str, end: date
) -> dict[float, str]:
    """Return by how many more a target is still to grow, each with the words of the plan.

    Args:
        now: What is said to be done of the target.
        plan: What is planned now; asked only where all is said to be done.
        plans: What was planned for the periods before; asked for what cannot have begun yet.
        text: What is reported now.
        end: The last day of the period.
    """
    own = next((words for words in _SENTENCE.findall(text) if now.original in words), text)
    if now.number is None or not now.exact or _EARLIER.search(own):
        return {}
    measure, most = now.target.measure, now.number
    found: dict[float, str] = {}
    if most >= now.target.number:
        found |= {amount.number: words for amount, words in _planned(plan, most, measure)}
    for earlier in plans:
        if "月" in earlier:
            found |= {
                amount.number: words
                for amount, words in _planned(earlier, most, measure)
                if _is_later(words, earlier, amount, end)
            }
    return found


def counted_plan(now: Achieved, former: Achieved, planned: Mapping[float, str]) -> str | None:
    """Return the words of a plan by whose number a target has grown before its time, None for none.

    Args:
        now: What is said to be done of a target.
        former: What had been done the period before, which was not all of it.
        planned: What is still to come.
    """
    if now.number is None or former.number is None or not former.exact:
        return None
    return planned.get(now.number - former.number) if former.number < now.target.number else None


def _planned(plan: str, most: float, measure: str) -> Iterator[tuple[Amount, str]]:
    """Yield the amounts of a plan that may come on top, each with its sentence."""
    for sentence in _SENTENCE.finditer(plan):
        for amount in find_amounts(plan, *sentence.span()):
            if not (_FEWEST <= amount.number <= most and same_measure(amount.unit, measure)):
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
