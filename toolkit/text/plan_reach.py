"""Plans that would not reach the target that they promise: 再完成60个，确保全年650个目标, with 561 done."""

import re
from dataclasses import dataclass

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.done_subjects import same_measure
from toolkit.text.searching import searched


@dataclass(frozen=True, slots=True)
class ReachFault:
    """A plan that says that it reaches the target, and does not.

    Attributes:
        planned: How much more it plans.
        text: Its words, from the first planned amount to the last.
    """

    planned: float
    text: str


_CLAIM = searched(
    r"(?:确保|力争|争取|保证|实现|完成|达到|达成)[^。；;\n]{0,14}?(?:全年|年度|年内|今年|年底"
    r"|总)[^。；;，,\n]{0,14}(?:目标|任务)"
    r"|(?:全年|年度|年内|年底)[^。；;\n]{0,12}(?:目标|任务)[^。；;\n]{0,8}(?:完成|实现|达到)"
    r"|(?:全年|年度|年内|年底)[^，,。；;\n]{0,4}(?:完成|实现|达到)[^，,。；;\n]{0,14}(?:目标|任务)"
)
_MORE = re.compile(r"(?:再|新增|增加|新建|续建|另|又)[^，,。；;、\d]{0,10}$")
_OPEN = re.compile(
    r"每[月周天旬日季]|累计|达到|全部|其余|剩余|余下|剩下|以上|左右|不少于|不低于|陆续|分批"
    r"|其中|涉及"
)


def plan_fault(plan: str, whole: float, unit: str, done: float) -> ReachFault | None:
    """Return what a plan adds up to where that is less than the target that it claims to reach.

    Args:
        plan: A unit's plan.
        whole: The target, the only one of the item in its measure.
        unit: Its measure.
        done: What is done of it.

    Returns:
        None where anything in the plan leaves open how much it will be: 其余全部, 每月, 以上.
    """
    if ("目标" not in plan and "任务" not in plan) or done >= whole:
        return None
    claim = _CLAIM.search(plan)
    if claim is None or _OPEN.search(plan.replace(claim[0], "")):
        return None
    amounts = [each for each in find_amounts(plan) if same_measure(each.unit, unit)]
    more = [each for each in amounts if each.number != whole and _is_more(plan, each)]
    others = [each for each in amounts if each.number != whole and each not in more]
    if not more or others or not all(each.exact for each in more):
        return None
    planned = sum(each.number for each in more)
    slack = sum(each.grain for each in more)
    if done + planned + slack >= whole:
        return None
    return ReachFault(planned, plan[more[0].start : more[-1].end])


def _is_more(plan: str, amount: Amount) -> bool:
    return _MORE.search(plan, max(0, amount.start - 14), amount.start) is not None
