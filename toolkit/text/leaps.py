"""A figure that has grown in one period beyond all that was planned or can be.

187 after 101 where nine more were planned is likelier a slip of the pen than so many performances.
Only a figure beyond its target is asked about: what is reached by then is no news.
"""

import re

from toolkit.model.assessment import Achieved
from toolkit.text.achieved import is_counted
from toolkit.text.amounts import find_amounts

_BEGUN = 0.3
_TIMES_PLANNED = 5
_OF_FORMER = 0.4
_FEWEST = 20
"""Figures below are so small that a single batch may double them."""

_SHIFTS = (10, 100, 1000)
_LEAST, _MOST = 0.95, 1.3
_NO_ADDITION = re.compile(r"(?:累计|达到?|共|到|剩余|其余|余下|至)[^，。；、\d]{0,8}$")


def leap(now: Achieved, former: Achieved, plan: str) -> bool:
    """Tell whether what is done of a target has grown implausibly since the period before.

    Args:
        now: What is done now.
        former: What had been done by the period before.
        plan: What was planned then.
    """
    number, before = now.number, former.number
    if number is None or before is None or not (now.exact and former.exact):
        return False
    beyond = is_counted(now.target) and (now.share or 0) > 1
    if not beyond or before < _FEWEST or (former.share or 0) < _BEGUN:
        return False
    if any(_LEAST <= number / shift / before <= _MOST for shift in _SHIFTS):
        return True
    planned = _planned(plan, now.target.measure)
    added = number - before
    return bool(planned) and added >= _TIMES_PLANNED * planned and added >= _OF_FORMER * before


def _planned(plan: str, measure: str) -> float:
    """Return how many more a plan names in a measure, 0 where it does not plainly say."""
    amounts = [amount for amount in find_amounts(plan) if amount.unit == measure]
    if len(amounts) != 1 or _NO_ADDITION.search(plan[: amounts[0].start]):
        return 0
    return amounts[0].number
