"""By when the explanation of a delay (未如期完成的说明) expects the work to be done, if it says so."""

import re
from calendar import monthrange
from datetime import date, timedelta

from toolkit.text.completion import find_completions
from toolkit.text.periods import day_of_month
from toolkit.text.phrases import Phrase
from toolkit.text.searching import searched

_WHEN = (
    r"(?:(?P<year>20\d\d)年|[今本]年)?(?<![\d.])(?P<month>\d{1,2})月"
    r"(?:(?P<day>\d{1,2})[日号]|份?(?P<third>[上中下])旬|份?[底末]|份)?"
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
    r"\d{1,2}月|[一二三四五六七八九十]月|月[底末初]|年[底末内初后前]|季度|半年|[上中下]旬"
    r"|\d{1,2}[日号天]|[一二三四五六七八九十两]+(?:天|周|个月)"
    r"|个(?:月|工作日)|工作日|周内|春节|元旦|国庆|五一|清明|汛[期后]|开春|春季|供暖|暑假|寒假"
    r"|开学|明年|次年|来年"
)
_AHEAD = re.compile(
    r"预计|计划|力争|争取|确保|有望|将|拟|可[在于]|到|待|等|后|前|内|底|完成|完工|建成|竣工"
    r"|到位|办结|顺延|延[期至长]"
)
_BEHIND = searched(r"未|没有|原[计定]|应[于在]|截[至止]|目前|已|自\d|受|因|以来|无法|不能|曾")
_NOTHING_LATE = re.compile(
    r"未到期|不涉及|不存在"
    r"|(?:^"
    r"|[，,。；;])[^，,。；;]{0,8}?(?<!部分)(?<!土建)(?<!主体)(?<!基础)(?<!土建部分)已(?:全部"
    r"|按期|如期|全面)*(?:完成|完工|竣工)[。]?$"
)


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


def _is_recent(match: re.Match[str], day: date, end: date) -> bool:
    return bool(match.groupdict().get("year")) or end - day <= _LONG_AGO
