"""Days by which items are to be finished (完成时限), as people write them."""

import re
from collections.abc import Callable
from datetime import date

from toolkit.text.clean import match_key
from toolkit.text.numbers import chinese_number
from toolkit.text.periods import day_of_month, month_end

_N = r"(\d{1,2}|[一二三四五六七八九十]{1,3})"
_BEFORE = r"(?:之前|以前|前)?"
_END = rf"(?:(?:底|末|之?内){_BEFORE})?"
_LEAD = re.compile(r"^(?:计划|预计|力争|确保|争取|须|应)*[于在]?")
_TAIL = re.compile(
    r"(?:全部|全面|基本|如期|按期)*(?:完成|完工|建成|竣工|办结|投入使用|交付使用|实施)?[。.;,]*$"
)
_DOTTED = re.compile(rf"([12]\d{{3}})[-./](\d{{1,2}})(?:[-./](\d{{1,2}}))?{_BEFORE}")
_STRETCH = re.compile(r"[-—–~〜至到]+")
_YEAR = re.compile(r"(?:([12]\d{3})年度?|[当本今]年度?|(次年|明年|翌年))")
_TEN_DAYS = {"上": 10, "中": 20, "下": 31}


def finish_date(rule: str, year: int) -> date | None:
    """Return the last day of what a text such as 10月底前, 年底, 上半年 or 11月上旬 names.

    Of a stretch (3-10月) it is the end. 10月31日前 includes that day, as 10月底前 does. What may
    mean two days is not guessed at: 10月前 could end September or October.

    Args:
        rule: The text; a year that it names itself counts: 2025年6月底.
        year: The programme's year.

    Returns:
        The day, None for an empty text and one that is not understood.
    """
    key = _TAIL.sub("", _LEAD.sub("", match_key(rule)), count=1)
    try:
        dotted = _DOTTED.fullmatch(key)
        if dotted:
            return _dotted_date(dotted)
        *earlier, last = _STRETCH.split(key)
        for part in earlier:
            year, _ = _named_year(part, year)
        year, rest = _named_year(last, year)
        return _last_day(rest, year)
    except ValueError:  # there is no 13月 and no 6月31日
        return None


def _dotted_date(match: re.Match[str]) -> date:
    year, month = int(match[1]), int(match[2])
    return date(year, month, int(match[3])) if match[3] else month_end(year, month)


def _named_year(text: str, year: int) -> tuple[int, str]:
    """Return the year that a text names, the given one if none, and the text with 本年 for it."""
    match = _YEAR.match(text)
    if not match:
        return year, text
    named = int(match[1]) if match[1] else year + 1 if match[2] else year
    return named, "本年" + text[match.end() :]


def _last_day(text: str, year: int) -> date | None:
    for pattern, read in _FORMS:
        match = pattern.fullmatch(text)
        if match:
            return read(match, year)
    return None


def _number(text: str) -> int:
    """Return the value of digits or a Chinese numeral, 0 for none: no month and no day is 0."""
    return int(text) if text.isdecimal() else int(chinese_number(text) or 0)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], date]], ...] = (
    (
        re.compile(rf"(?:本年)?{_N}月{_N}[日号]{_BEFORE}"),
        lambda match, year: date(year, _number(match[1]), _number(match[2])),
    ),
    (
        re.compile(rf"(?:本年)?{_N}月份?{_END}"),
        lambda match, year: month_end(year, _number(match[1])),
    ),
    (
        re.compile(rf"(?:本年)?{_N}月份?([上中下])旬{_END}"),
        lambda match, year: day_of_month(year, _number(match[1]), _TEN_DAYS[match[2]]),
    ),
    (
        re.compile(rf"(?:本年)?[第前]?([一二三四1-4])个?季度{_END}"),
        lambda match, year: month_end(year, 3 * _number(match[1])),
    ),
    (
        re.compile(rf"(?:本年)?([上下])半年{_END}"),
        lambda match, year: month_end(year, 6 if match[1] == "上" else 12),
    ),
    (
        re.compile(rf"(?:本年年?|年)(?:底|末|终|之?内){_BEFORE}|本年|(?:本年)?全年"),
        lambda _, year: date(year, 12, 31),
    ),
)
