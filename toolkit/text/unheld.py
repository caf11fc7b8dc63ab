"""A dated turn of a row (9月19日举办第4场) that was planned and that the count says did not come.

The report has to count the very turn before it, as the one before did, and to name neither that
turn nor any reason; a count of another thing, or none, tells nothing.
"""

import re
from datetime import date

from toolkit.text.periods import day_of_month
from toolkit.text.phrases import Phrase

_PLANNED = re.compile(
    r"(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号](?P<before>前)?[^，,。；;\d]{0,16}?(?:举办|举行"
    r"|开办|开展|组织|召开|安排|演出?|办)[^，,。；;\d]{0,6}"
    r"第(?P<turn>\d{1,3}|[一二三四五六七八九十])(?P<unit>[场期次批轮届])"
)
_REASON = re.compile(
    r"因|受(?!到|益|众|训|理|表)|推迟|延期|延后|改期|改[在为到于]|取消|暂停|暂缓|调整|顺延|另行"
    r"|未能|没能|没有|尚未|雨|更正|合并|提前"
)
_NUMERALS = "零一二三四五六七八九十"


def unheld(plan: str, former: str, report: str, end: date) -> Phrase | None:
    """Return the words of an earlier plan for a turn that was not held, None where it may have been.

    Args:
        plan: What the period before planned.
        former: The progress of that period.
        report: The progress and the problem of this one.
        end: This period's last day.
    """
    if "第" not in plan or _REASON.search(report):
        return None
    for match in _PLANNED.finditer(plan):
        turn, unit = _number(match["turn"]), match["unit"]
        day = day_of_month(end.year, int(match["month"]), int(match["day"]))
        if day is None or day > end:
            continue
        counts = {
            int(n) for n in re.findall(rf"(?<![\d.第])(\d{{1,3}}){unit}(?!目标|任务)", report)
        }
        before = re.search(rf"(?<![\d.])第?{turn - 1}{unit}", former)
        named = re.search(rf"第(?:{turn}|{_numeral(turn)}){unit}", report)
        if before and not named and turn - 1 in counts and max(counts) == turn - 1:
            return Phrase(match[0], *match.span())
    return None


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else _NUMERALS.index(said)


def _numeral(turn: int) -> str:
    return _NUMERALS[turn] if turn < len(_NUMERALS) else str(turn)
