"""By when something is expected or planned, also where no 前 says so: 10月份办结, 预计11月底完成.

`completion` reads promises of the form 10月底前; these are the other forms, read only where a plan
or an explanation leaves no doubt that the time is that of what it announces.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from toolkit.model.period import Period, PeriodKind
from toolkit.text.completion import find_completions
from toolkit.text.periods import day_of_month, month_end
from toolkit.text.phrases import Phrase

_WHEN = (
    r"(?:(?P<year>20\d\d)年|[今本]年)?(?<![\d.])(?P<month>\d{1,2})月"
    r"(?:(?P<day>\d{1,2})[日号]|份?(?P<third>[上中下])旬|份?[底末]|份)?"
)
_DEEDS = (
    r"(?:再|将|拟|预计|计划|力争|争取|确保|继续|督促|完成|启动|组织|开展|办结|举办|召开|开工|建成|竣工|完工|安装|新建|新增"
    r"|推进|做好|实现|全部|全面|安排|邀请|培训|铺设|进场|交付|抓好|加快|集中|陆续|初步|协调|对接|配合|发放|拨付|办理|累计|达到|投用|投放|走访|验收)"
)
_BEGINS = r"(?:^|(?<=[。；;，,、\n：:.．）)①-⑳]))\s*(?:计划|拟|预计|力争|争取|确保|将|[于在])*"
_PLANNED = re.compile(rf"{_BEGINS}(?P<when>{_WHEN})内?(?={_DEEDS}(?![^，。；]{{0,14}}的))")
_THIRD = re.compile(rf"{_BEGINS}(?P<when>[上中下]旬)内?(?={_DEEDS}(?![^，。；]{{0,14}}的))")
_QUARTER = re.compile(
    rf"{_BEGINS}(?P<when>第?(?P<quarter>[一二三四])季度)内?(?={_DEEDS}(?![^，。；]{{0,14}}的))"
)
_EXPECTED = re.compile(
    rf"(?<!原)(?<!曾)(?:预计|力争|争取|确保|有望)(?:能|可|将|能够)?[于在到至]?(?P<when>{_WHEN})"
)
_EXPECTS = re.compile(r"(?<!原)(?:预计|力争|争取|确保|有望)")
_DAY_OF_THIRD = {"上": 10, "中": 20, "下": 31}
_LONG_AGO = timedelta(days=200)
"""A month that has been over for longer, and names no year, may be the next year's."""

_CLAUSE = re.compile(r"[^，,。；;\n]+")
_TIME = re.compile(
    r"\d{1,2}月|[一二三四五六七八九十]月|月[底末初]|年[底末内初后前]|季度|半年|[上中下]旬|\d{1,2}[日号天]|[一二三四五六七八九十两]+(?:天|周|个月)"
    r"|个(?:月|工作日)|工作日|周内|春节|元旦|国庆|五一|清明|汛[期后]|开春|春季|供暖|暑假|寒假|开学|明年|次年|来年"
)
_AHEAD = re.compile(
    r"预计|计划|力争|争取|确保|有望|将|拟|可[在于]|到|待|等|后|前|内|底|完成|完工|建成|竣工|到位|办结|顺延|延[期至长]"
)
_BEHIND = re.compile(r"未|没有|原[计定]|应[于在]|截[至止]|目前|已|自\d|受|因|以来|无法|不能|曾")
_NOTHING_LATE = re.compile(
    r"未到期|不涉及|不存在|已(?:全部|按期|如期|全面)*(?:完成|完工|竣工)[。]?$"
)


def past_plan(plan: str, period: Period) -> Phrase | None:
    """Return the first time in a plan that is over, of those that no 前 follows: 9月份举办….

    The period's own month is over when the period is, and so are its own ten days (中旬完成…).
    """
    end = period.end
    if period.kind is PeriodKind.TEN_DAYS:
        for match in _THIRD.finditer(plan):
            if period.label.endswith(match["when"]):
                return Phrase(match["when"], *match.span("when"))
    if "月" not in plan and "季度" not in plan:
        return None
    for pattern in (_PLANNED, _QUARTER):
        for match in pattern.finditer(plan):
            day = _quarter_end(match, end) if pattern is _QUARTER else _last_day(match, end)
            over = day is not None and (
                day <= end if day == month_end(day.year, day.month) else day < end
            )
            if over and day is not None and _is_recent(match, day, end):
                return Phrase(match["when"], *match.span("when"))
    return None


def past_expectation(text: str, end: date) -> Phrase | None:
    """Return when a late item was expected to be finished, where all such days are over.

    Args:
        text: The explanation of a delay.
        end: The period's last day.
    """
    if not _EXPECTS.search(text):
        return None
    matches = list(_EXPECTED.finditer(text))
    days = [day for m in matches if (day := _last_day(m, end))]
    promised = find_completions(text, end.year)
    later = any(day >= end for day in days) or any(c.day >= end for c in promised)
    if (
        not days
        or later
        or not all(_is_recent(m, d, end) for m, d in zip(matches, days, strict=False))
    ):
        return None
    return Phrase(matches[-1]["when"], *matches[-1].span("when"))


def expects_a_time(text: str) -> bool:
    """Tell whether an explanation of a delay says by when it will be over, in whatever words."""
    if _NOTHING_LATE.search(text):
        return True
    return any(
        _TIME.search(clause)
        and _AHEAD.search(clause)
        and (_EXPECTS.search(clause) or not _BEHIND.search(clause))
        for clause in _CLAUSE.findall(text)
    )


def _last_day(match: re.Match[str], end: date) -> date | None:
    month, year = int(match["month"]), int(match["year"] or end.year)
    day = int(match["day"] or _DAY_OF_THIRD.get(match["third"] or "", 31))
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return day_of_month(year, month, min(day, monthrange(year, month)[1]))


def _quarter_end(match: re.Match[str], end: date) -> date:
    return month_end(end.year, 3 * "一二三四".index(match["quarter"]) + 3)


def _is_recent(match: re.Match[str], day: date, end: date) -> bool:
    return bool(match.groupdict().get("year")) or end - day <= _LONG_AGO
