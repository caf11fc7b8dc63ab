"""Times that a plan names and that are over when it is made, where no 前 follows them: 9月份举办….

`completion` reads 10月底前. Here a clause has to begin with the time and go on with what is to be
done: 9月份救助金10月底发放 and 9月建成的3处 name a time and plan nothing for it.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from toolkit.model.period import Period, PeriodKind
from toolkit.text.completion import Completion
from toolkit.text.periods import day_of_month, month_end
from toolkit.text.phrases import Phrase

_DEEDS = (
    r"(?:再|将|拟|预计|计划|力争|争取|确保|继续|督促|完成|启动|组织|开展|办结|举办|召开|开工"
    r"|建成|竣工|完工|安装|新建|新增"
    r"|推进|做好|实现|全部|全面|安排|邀请|培训|铺设|进场|交付|抓好|加快|集中|陆续|初步|协调"
    r"|对接|配合|发放|拨付|办理|累计"
    r"|达到|投用|投放|走访|验收)"
)
_DOES = rf"内?(?={_DEEDS}(?![^，。；]{{0,14}}的))"
_BEGINS = r"(?:^|(?<=[。；;，,、\n：:.．）)①-⑳]))\s*(?:计划|拟|预计|力争|争取|确保|将|[于在])*"
_MONTH = re.compile(
    rf"{_BEGINS}(?P<when>(?:(?P<year>20\d\d)年|[今本]年)?(?<![\d.])(?P<month>\d{{1,2}}))$"
)
_IN_MONTH = re.compile(
    rf"月(?:(?P<day>\d{{1,2}})[日号]|份?(?P<third>[上中下])旬|份?[底末]|份)?{_DOES}"
)
_LONGEST_START = 18
_QUARTER = re.compile(rf"{_BEGINS}(?P<when>第?(?P<quarter>[一二三四])季度){_DOES}")
_THIRD = re.compile(rf"{_BEGINS}(?P<when>[上中下]旬){_DOES}")
_YEAR = re.compile(r"年(?!底|末)")
_DAY_OF_THIRD = {"上": 10, "中": 20, "下": 31}
_LONG_AGO = timedelta(days=200)
"""A month that has been over for longer, and names no year, may be the next year's."""


def past_plan(plan: str, end: date) -> Phrase | None:
    """Return the first time in a plan that is over.

    Args:
        plan: What is planned after the period.
        end: The period's last day; its own month is over when the period is.
    """
    for after in _IN_MONTH.finditer(plan) if "月" in plan else ():
        place = after.start()
        before = _MONTH.search(plan, max(0, place - _LONGEST_START), place)
        day = _last_day(before, after, end) if before else None
        if before and day and _is_over(day, end) and (before["year"] or end - day <= _LONG_AGO):
            return Phrase(
                plan[before.start("when") : after.end()], before.start("when"), after.end()
            )
    for match in _QUARTER.finditer(plan) if "季度" in plan else ():
        if month_end(end.year, 3 * "一二三四".index(match["quarter"]) + 3) <= end:
            return Phrase(match["when"], *match.span("when"))
    return None


def past_third(plan: str, period: Period) -> Phrase | None:
    """Return where a plan made at the end of ten days is for these: 中旬完成…, at the end of 中旬."""
    if period.kind is not PeriodKind.TEN_DAYS or period.label[-2:] not in plan:
        return None
    for match in _THIRD.finditer(plan):
        if match["when"] == period.label[-2:]:
            return Phrase(match["when"], *match.span("when"))
    return None


def is_past(completion: Completion, end: date, *, after: bool) -> bool:
    """Tell whether a day by which something was to be done is over when a period is.

    Args:
        completion: The day. One long ago that names no year (1月底前, written in December) is the
            next year's.
        end: The period's last day.
        after: Whether the plan is made after that day, so that it is over itself.
    """
    if not _YEAR.search(completion.text) and end - completion.day > _LONG_AGO:
        return False
    return completion.day < end or (after and completion.day == end)


def _is_over(day: date, end: date) -> bool:
    """Tell whether a day is before the period's end; the end of a month also when it is that."""
    return day < end or (day == end and day == month_end(day.year, day.month))


def _last_day(before: re.Match[str], after: re.Match[str], end: date) -> date | None:
    month, year = int(before["month"]), int(before["year"] or end.year)
    day = int(after["day"] or _DAY_OF_THIRD.get(after["third"] or "", 31))
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return day_of_month(year, month, min(day, monthrange(year, month)[1]))
