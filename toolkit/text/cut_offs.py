"""Up to when a text says that its figures count (截至8月底, 1-8月), where that is not the period's end.

A figure of an earlier day beside this period's (截至6月底100户，9月新增20户) is a comparison. So is what
stood at the end of an earlier year. Both are silent, as is all that stays in doubt.
"""

import re
from datetime import date

from toolkit.model.period import Period, PeriodKind
from toolkit.text.periods import day_of_month
from toolkit.text.phrases import Phrase

_MONTH = r"(?P<month>\d{1,2})月"
_END = r"(?:份?(?P<end>[底末])|(?P<third>[上中下])旬|(?P<day>\d{1,2})[日号])?"
_YEAR = r"(?:(?P<year>20\d\d)年|今年|本年)?"
_UP_TO = re.compile(
    rf"截[至止]到?(?:目前)?[（(]?{_YEAR}(?:{_MONTH}{_END}|(?P<half>上半年)"
    rf"|第?(?P<quarter>[一二三四])季度末?)"
    r"(?![^，。；]{0,6}前)"
)
_SINCE_JANUARY = re.compile(
    r"(?:^|(?<=[。；;\n：:])|(?<=情况，))\s*(?:今年|本年"
    r"|(?P<from>20\d\d)年)?1月?(?:1日)?[-—–~～至到]{1,2}"
    rf"(?:(?P<year>20\d\d)年)?{_MONTH}{_END}份?"
    r"(?=[，,：:]|期间|累计|共|已|全|新|完成|办|举|开展|组织|城|实现|发放|培训|服务|接待|救助"
    r"|受理|结算)"
)
_JANUARY = re.compile(r"1月?(?:1日)?[-—–~～至到]")
_EARLIER = re.compile(r"同比|环比|同期|去年|上年|基数|原有|上[月期旬季周]")
_BESIDE = re.compile(r"[较比与][^，。；]{0,4}$")
_THIS_TIME = re.compile(
    r"目前|至今|本[月旬周期季]|现[已有共累]|今年以来|又新|增[至加]到?|升至|此后|随后"
)
_FROM_TO = re.compile(r"由[^，。；]{1,12}?[增升][至加]到?")
"""由每晚1次增至3次 compares with what it names itself, not with the figures of another day."""

_NOT_YET = re.compile(r"将|预计|计划|力争|争取|确保|拟|可达?|有望|预期|报名|申报|期限")
_REACHED = re.compile(r"完成|完工|建成|竣工|办结|验收|到位|交付|投用|结束")
_A_YEAR = re.compile(r"20\d\d年")
_DAY_OF_THIRD = {"上": 10, "中": 20, "下": 31}
_SENTENCE_END = re.compile(r"[。；;\n]")


def names_year(words: str) -> bool:
    """Tell whether words name a year by its number."""
    return _A_YEAR.search(words) is not None


def may_name_cut_off(text: str) -> bool:
    """Tell at a glance whether a text may say up to when its figures count."""
    return "截" in text or _JANUARY.search(text) is not None


def other_cut_off(
    text: str,
    period: Period,
    due: date | None,
    *,
    done: bool,
    finish: date | None = None,
    known: tuple[date, ...] = (),
) -> Phrase | None:
    """Return the words by which a text counts up to another time than the period's end.

    Args:
        text: A progress text.
        period: What is reported on.
        due: The last day for reporting; figures may count up to it.
        done: Whether the item is finished, so that an earlier day may be that of its completion.
        finish: By when the item is to be done; a report may say what stood then.
        known: The days as of which it was reported before, and was not finished then.
    """
    if not may_name_cut_off(text):
        return None
    since = _SINCE_JANUARY.finditer(text) if _JANUARY.search(text) else ()
    for match in (*_UP_TO.finditer(text), *since):
        day = _day(match, period, due)
        if day is None or day == finish or _is_right(match, day, period, due):
            continue
        finished = done and day not in known
        if not _may_be_meant(text, match, day, period, done=finished):
            words = match[0].strip()
            return Phrase(words, match.end() - len(words), match.end())
    return None


def _may_be_meant(
    text: str, match: re.Match[str], day: date, period: Period, *, done: bool
) -> bool:
    """Tell whether another day than the period's end may be right where it stands."""
    sentence = _sentence(text, match)
    if _EARLIER.search(sentence) or _is_compared(text, match, period):
        return True
    if _BESIDE.search(text[max(0, match.start() - 6) : match.start()]):
        return True
    if day.year != period.end.year and _names_year(match):
        return day.month != period.end.month or day.month == 12
    if day > period.end and _NOT_YET.search(sentence):
        return True
    return done and _REACHED.search(sentence.partition(match[0])[2]) is not None


def _day(match: re.Match[str], period: Period, due: date | None) -> date | None:
    """Return the day that words name; without a year, the one that suits the period best."""
    month = _month(match)
    day = int(match["day"] or _DAY_OF_THIRD.get(match["third"] or "", 31))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if _names_year(match):
        return day_of_month(int(match["year"] or match["from"]), month, day)
    days = [day_of_month(year, month, day) for year in (period.end.year, period.end.year + 1)]
    return next((d for d in days if period.start <= d <= _latest(period, due)), days[0])


def _month(match: re.Match[str]) -> int:
    said = match.groupdict()
    if said.get("half"):
        return 6
    quarter = said.get("quarter")
    return 3 * "一二三四".index(quarter) + 3 if quarter else int(said["month"])


def _latest(period: Period, due: date | None) -> date:
    return max(period.end, due or period.end)


def _is_right(match: re.Match[str], day: date, period: Period, due: date | None) -> bool:
    """Tell whether a day is within the period, or after it within the time for reporting.

    In a quarter's report the end of its first months is as wrong as that of another quarter.
    Weeks and ten days go by figures that are counted by months.
    """
    by_months = match.re is _SINCE_JANUARY and not match["day"] and not _names_year(match)
    if by_months and period.kind in (PeriodKind.WEEK, PeriodKind.TEN_DAYS):
        return True
    if not period.start <= day <= _latest(period, due):
        return (day.year, day.month) == (period.end.year, period.end.month) and not match["day"]
    whole_months = not match["day"] and period.kind is PeriodKind.QUARTER
    return not whole_months or day.month >= period.end.month


def _names_year(match: re.Match[str]) -> bool:
    return bool(match["year"] or match.groupdict().get("from"))


def _sentence(text: str, match: re.Match[str]) -> str:
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, match.start())), default=0)
    end = _SENTENCE_END.search(text, match.end())
    return text[start : end.start() if end else len(text)]


def _is_compared(text: str, match: re.Match[str], period: Period) -> bool:
    """Tell whether figures of this period stand beside: 目前, 本月, 9月新增, 1-9月."""
    rest = _FROM_TO.sub("", text[: match.start()] + "|" + text[match.end() :])
    month = period.end.month
    this = re.compile(rf"(?<!\d){month}月(?:份|底|末|新|[-—–~～至到]|\d{{1,2}}日?[-—–~～至到])")
    return bool(_THIS_TIME.search(rest) or this.search(rest))
