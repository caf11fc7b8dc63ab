"""Reports that tell the end of all that their item promises count as finished.

Only what a unit wrote is read so, never what it chose from a list or what a person decided; and in
doubt the item is not finished: a wrong 已完成 in a bulletin is worse than a cautious 正常推进.
"""

import re
from collections.abc import Sequence

from toolkit.model.assessment import Achieved, Basis, Status
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.text.achieved import is_counted, is_short
from toolkit.text.all_done import AllDone, all_done, says_all_tasks
from toolkit.text.amounts import find_amounts
from toolkit.text.clean import is_blank, names_problem
from toolkit.text.plans import says_no_plan
from toolkit.text.status import FINISHED, says_unfinished, tells_stage

CONCLUDED = Status(FINISHED, finished=True, behind=False, basis=Basis.TEXT)

_BEGUN = re.compile(r"开工|进场|启动|施工|开始")
_TELLS_DONE = re.compile(r"完成|建成|完工|竣工|投用|启用|验收|通过|已|均|全部|获评|享受|在岗")


def concluded(entry: Entry, reached: Sequence[Achieved]) -> bool:
    """Tell whether a report that does not say 已完成 tells the end of all that was promised.

    Args:
        reached: What it says is done of each of the item's targets.
    """
    status, told_late = entry.status, entry.values.get(Key.NOTE, "")
    if status.finished or status.behind or status.basis is not Basis.TEXT:
        return False
    if any(map(is_short, reached)) or names_problem(told_late):
        return False
    progress, own = entry.values.get(Key.PROGRESS, ""), "".join(entry.item.values.values())
    counted = [each for each in reached if is_counted(each.target)]
    told = all_done(progress, own)
    if told and (told.of_all or told.only if not counted else _are_covered(counted, told)):
        return True
    return bool(counted) and _is_left_at_that(entry, counted, progress, own)


def _are_covered(counted: Sequence[Achieved], told: AllDone) -> bool:
    return all(_is_covered(each, told) for each in counted)


def _is_left_at_that(entry: Entry, counted: Sequence[Achieved], progress: str, own: str) -> bool:
    """Tell whether all targets are reached and the unit plans nothing more, as forms ask it to.

    A target whose figure was not found is reached where all of it stands in a text that tells of
    something done and of nothing else.
    """
    plan = entry.values.get(Key.PLAN, "")
    if names_problem(entry.values.get(Key.PROBLEM, "")):
        return False
    if not (is_blank(plan) or says_no_plan(plan) or ("任务" in plan and says_all_tasks(plan))):
        return False
    if says_unfinished(progress) or tells_stage(progress, own) or _BEGUN.search(progress):
        return False
    told = AllDone(of_all=False, only=False, ended=(progress,), results=())
    return _TELLS_DONE.search(progress) is not None and _are_covered(counted, told)


def _is_covered(achieved: Achieved, told: AllDone) -> bool:
    """Tell whether a target is reached: its figure is, or stands where an end is told.

    Where all tasks are said to be done (三项任务均已完成) a target need not be named, but no other
    figure of its measure may stand in its place.
    """
    if achieved.share is not None:
        return achieved.exact and achieved.share >= 1
    target = achieved.target
    ended = [amount for words in told.ended for amount in find_amounts(words)]
    results = [amount for words in told.results for amount in find_amounts(words)]
    if any(amount.number == target.number for amount in (*ended, *results)):
        return True
    return told.of_all and not any(amount.unit == target.measure for amount in ended)
