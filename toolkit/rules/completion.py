"""Whether a report may be of a finished item although nobody says so in as many words."""

import re

from toolkit.model.assessment import Basis
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context
from toolkit.text.achieved import is_counted, is_short
from toolkit.text.amounts import find_amounts
from toolkit.text.status import says_unfinished, states_ongoing, tells_part
from toolkit.text.work_stages import not_yet_working, says_remaining

_ENDED = (
    r"(?:完成|完工|竣工|建成|投用|投入使用|开放|办结|结束|到位|达到目标|结案|投保|参保|购买"
    r"|缴清|在岗)"
)
_COMPLETED = re.compile(
    rf"(?:均|全部|都|圆满|顺利|提前|超额)[^，,。；;：:\d]{{0,10}}{_ENDED}"
    rf"|已经?[^，,。；;：:\d]{{0,10}}{_ENDED}(?=[^，,。；;\d]*(?:[，,。；;\n]|$))"
    r"|(?:任务|目标|指标|工程)[^，,。；;\d]{0,6}(?:完成|完工|竣工|达到)"
    r"|完成[^，,。；;\d]{0,8}(?:任务|目标)"
)
"""A work that ended; 已建成31处 leaves open of how many."""

_BEGUN = re.compile(r"开工|进场|启动|施工|开始")


def all_reached(entry: Entry, context: Context) -> bool:
    """Tell whether all that can be counted of an item is done, and told exactly."""
    counted = [a for a in context.assessment(entry).achieved if is_counted(a.target)]
    return bool(counted) and all(a.exact and (a.share or 0) >= 1 for a in counted)


def may_be_finished(entry: Entry, context: Context) -> bool:
    """Tell whether a text that does not say 已完成 reads as if all were done.

    It neither begins with 正常推进 nor names anything that remains, no target is known to be
    short, and the targets are reached, or all of them named, or the text ends a work.
    """
    progress = entry.values.get(Key.PROGRESS, "")
    if entry.status.finished or entry.status.behind or entry.status.basis is not Basis.TEXT:
        return False
    if states_ongoing(progress) or says_remaining(progress) or not_yet_working(progress):
        return False
    if any(map(is_short, context.assessment(entry).achieved)):
        return False
    if all_reached(entry, context) or _all_named(entry, context):
        return True
    return _COMPLETED.search(progress) is not None and not tells_part(progress)


def _all_named(entry: Entry, context: Context) -> bool:
    """Tell whether each target is reached, or all of it stands in the text: 敬老院1处完工."""
    progress = entry.values.get(Key.PROGRESS, "")
    counted = [a for a in context.assessment(entry).achieved if is_counted(a.target)]
    if not counted or _BEGUN.search(progress) or says_unfinished(progress):
        return False
    amounts = find_amounts(progress)
    return all(
        a.share is not None
        or any(
            each.number == a.target.number
            or (each.unit == a.target.measure and each.number > a.target.number)
            for each in amounts
        )
        for a in counted
    )
