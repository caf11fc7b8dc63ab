"""Days that a text names and the calendar does not have: 9月31日, 13月5日, 9月17日（星期日）."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from toolkit.text.numbers import chinese_number
from toolkit.text.phrases import Phrase, phrase_of
from toolkit.text.searching import glance, searched

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?P<year>20\d\d)年)?"
_BEGINS = r"(?<![\d.〇零一二三四五六七八九十])"
_DAY = searched(
    rf"{_BEGINS}{_YEAR}(?P<month>{_N})月(?:份)?(?P<day>{_N})[日号](?!线|楼|院|路|井|机)"
)
_TO_DAY = searched(
    rf"{_BEGINS}{_YEAR}(?P<month>{_N})月{_N}[日号]?[至到—–~～-]{{1,2}}(?P<day>{_N})[日号](?!线|楼)"
)
_DOTTED = searched(
    r"(?<![\d.\-/])(?P<year>20\d\d)(?P<sign>[-./])(?P<month>0?[1-9]"
    r"|1[0-2])(?P=sign)(?P<day>\d\d)(?![\d.\-/])"
)
_NO_MONTH = re.compile(
    r"(?<![\d.个期历时满约])(?:0|1[3-9]|[2-9]\d)月(?=份|底|末|[上中下]旬|\d{1,2}[日号])"
)
_MAY_BE_IMPOSSIBLE = re.compile(
    # Each branch begins with a fixed sign and then looks back: such a pattern is searched fast.
    r"日(?:(?<=3[1-9].)|(?<=[4-9]\d.)|(?<=三十[一二三四五六七八九].))"
    r"|号(?:(?<=3[1-9].)|(?<=[4-9]\d.))"
    r"|月(?:(?<=(?<!1)2.)|(?<=(?<!十)二.)|(?<=(?<![\d.])0.)|(?<=(?<![\d.])1[3-9].)"
    r"|(?<=(?<![\d.])[2-9]\d.))"
    r"|[-./](?=31|30|29)(?<=20\d\d[-./]\d.|20\d\d[-./]\d\d)"
)
_LEAP_YEAR = 2024
_NEAR = timedelta(days=200)

_WEEK_DAYS = "一二三四五六日"
_NAMED_DAY = searched(
    rf"{_BEGINS}{_YEAR}(?P<month>{_N})月(?P<day>{_N})[日号]\s*"
    r"(?:[（(](?:[^（）()，。；\d]{1,6}[，、])?(?:星期|周"
    r"|礼拜)(?P<inside>[一二三四五六日天])[）)，、]"
    r"|(?:星期|礼拜)(?P<bare>[一二三四五六日天])"
    r"|周(?P<short>[一二三四五六日])(?=[，、。；上下晚早]|$))"
)
_MAY_NAME_WEEK_DAY = glance(_NAMED_DAY)


def may_be_impossible(text: str) -> bool:
    """Tell at a glance whether a text may name a day or month that there is not."""
    return _MAY_BE_IMPOSSIBLE.search(text) is not None


def impossible_days(text: str) -> tuple[Phrase, ...]:
    """Return the days and months that there are not, in their order: 9月31日, 2月30日, 13月.

    2月29日 without a year may be that of any leap year.
    """
    if not may_be_impossible(text):
        return ()
    found = [phrase_of(match) for match in _NO_MONTH.finditer(text)]
    for pattern in (_DAY, _TO_DAY, _DOTTED):
        found += [phrase_of(m) for m in pattern.finditer(text) if not _exists(m)]
    starts: dict[int, Phrase] = {}
    for phrase in sorted(found, key=lambda phrase: (phrase.start, -phrase.end)):
        starts.setdefault(phrase.start, phrase)
    return tuple(starts.values())


def _exists(match: re.Match[str]) -> bool:
    """Tell whether a month has a day; of a month that is none another pattern speaks."""
    month, day = _number(match["month"]), _number(match["day"])
    if not 1 <= month <= 12:
        return True
    return 1 <= day <= monthrange(int(match["year"] or _LEAP_YEAR), month)[1]


def may_name_week_day(text: str) -> bool:
    """Tell at a glance whether a text may name a day together with its day of the week."""
    return _MAY_NAME_WEEK_DAY.search(text) is not None


def wrong_week_days(text: str, year: int, around: date) -> Iterator[tuple[Phrase, str]]:
    """Yield each day whose day of the week is another, with the right one: 星期二.

    Args:
        text: What a unit wrote.
        year: The programme's year, for days that name none.
        around: The period's end; a day that names no year may be of the year before or after when
            it is near to that.
    """
    for match in _NAMED_DAY.finditer(text):
        said = match["inside"] or match["bare"] or match["short"]
        number = _WEEK_DAYS.index("日" if said == "天" else said)
        month, day = _number(match["month"]), _number(match["day"])
        years = [int(match["year"])] if match["year"] else [year, year - 1, year + 1]
        known = [date(y, month, day) for y in years if _is_day(y, month, day)]
        days = known[:1] + [day for day in known[1:] if abs(day - around) <= _NEAR]
        if days and number not in {day.weekday() for day in days}:
            yield phrase_of(match), f"星期{_WEEK_DAYS[days[0].weekday()]}"


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else int(chinese_number(text) or 0)
