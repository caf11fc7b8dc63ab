"""Family J: what a report says was promised, or will be reached, against the item's targets."""

from collections.abc import Iterator, Sequence

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.programme import Target
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.achieved import wanted
from toolkit.text.amounts import find_amounts
from toolkit.text.plan_reach import plan_fault
from toolkit.text.prose import shortened
from toolkit.text.restated import Restated, may_restate, restated
from toolkit.text.standards import may_state_standard, measures_standard, standards_restated

_LISTED = (Key.NAME, Key.CONTENT, Key.SUMMARY, Key.TARGET, Key.PROJECT)


@rule(
    "J725",
    "目标写得与清单不同",
    Severity.WARNING,
    Subject.ENTRY,
    what="文字里重提目标、任务、建设规模、补助标准、年龄的，是不是清单上的数；说已经完成多少的不算。",
    why="多半是笔误；目标确有调整的，要先改清单。",
    wrong="目标改造400个，进展：完工318个，占年度目标380个的83.7%。",
    right="完工318个，占年度目标400个的79.5%。",
    mend="请核对；目标有调整的，先联系汇总单位修改清单。",
    forms=(Form.PROGRESS,),
)
def target_restated(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text states a target, a rate or an age with another number than the list."""
    targets = context.programme.targets_of.get(entry.item.code, ())
    if not targets:
        return
    for key in (Key.PROGRESS, Key.PLAN):
        text = entry.values.get(key, "")
        if not may_restate(text) and not _may_restate_standard(text, targets):
            continue
        wants = [wanted(target) for target in targets]
        listed = "".join(entry.item.values.get(each, "") for each in _LISTED)
        told: set[int] = set()
        for found in (*restated(text, wants, listed), *standards_restated(text, wants)):
            target = targets[found.place]
            if found.place not in told and not _listed(entry, found, target):
                told.add(found.place)
                original = shortened(target.original)
                yield Fault(f"写“{found.text}”，清单是“{original}”。", key=key)


def _may_restate_standard(text: str, targets: Sequence[Target]) -> bool:
    """Tell at a glance whether a text may state a standard, and the item has one at all."""
    return may_state_standard(text) and any(measures_standard(each.measure) for each in targets)


def _listed(entry: Entry, found: Restated, target: Target) -> bool:
    """Tell whether the list itself has the number that a text states, for something else."""
    stated = {amount.number for amount in find_amounts(found.text)} - {target.number}
    listed = (entry.item.values.get(key, "") for key in _LISTED)
    if "/" in target.measure or target.measure == "%":
        return False  # 二孩500元、三孩600元 the other way round
    return bool(stated) and any(
        amount.number in stated for text in listed for amount in find_amounts(text)
    )


@rule(
    "J726",
    "按计划达不到目标",
    Severity.WARNING,
    Subject.ENTRY,
    what="下步计划说完成全年目标的，已完成的加上计划再完成的，够不够目标。",
    why="计划的数和目标对不上，到时完不成。",
    wrong="目标650个，已完成561个，计划：再完成60个，确保完成全年目标。",
    right="计划：再完成89个，确保完成全年目标。",
    mend="请核对计划的数量。",
    forms=(Form.PROGRESS,),
)
def plan_misses_target(entry: Entry, context: Context) -> Iterator[Fault]:
    """A plan promises the whole target and adds up to less."""
    plan = entry.values.get(Key.PLAN, "")
    if "目标" not in plan and "任务" not in plan:
        return
    reached = context.assessment(entry).achieved
    for each in reached:
        alone = sum(other.target.measure == each.target.measure for other in reached) == 1
        if not alone or each.number is None or not each.exact or "/" in each.target.measure:
            continue
        fault = plan_fault(plan, each.target.number, each.target.measure, each.number)
        if fault:
            sums = each.number + fault.planned
            yield Fault(
                f"已完成 {each.number:g}，计划“{fault.text}”，合计 {sums:g}，"
                f"达不到目标 {each.target.number:g}{each.target.measure}。",
                key=Key.PLAN,
            )


RULES = (target_restated, plan_misses_target)
