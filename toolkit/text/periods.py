"""Reading and naming reporting periods."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from toolkit.errors import ArgumentError
from toolkit.model.period import Period, PeriodKind
from toolkit.text.clean import match_key

_TEN_DAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
_FORMS = (
    (PeriodKind.YEAR, re.compile(r"(\d{4})")),
    (PeriodKind.QUARTER, re.compile(r"(\d{4})-Q([1-4])")),
    (PeriodKind.MONTH, re.compile(r"(\d{4})-(0[1-9]|1[0-2])")),
    (PeriodKind.TEN_DAYS, re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(上旬|中旬|下旬)")),
    (PeriodKind.WEEK, re.compile(r"(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])")),
)


def parse_period(label: str) -> Period:
    """Read a period as commands and folders write it.

    Raises:
        ArgumentError: The text is none of `2024`, `2024-09`, `2024-Q3`, `2024-09-上旬`, `2024-W36`.
    """
    for kind, pattern in _FORMS:
        match = pattern.fullmatch(label.strip())
        if match:
            return _build(kind, label.strip(), match.groups())
    raise ArgumentError(
        f"看不懂报告期“{label}”。",
        "请按 2021-09（月）、2024-Q3（季度）、2024-09-上旬（旬）、2024-W36（周）或 2024（全年）填写。",
    )


def _build(kind: PeriodKind, label: str, parts: tuple[str, ...]) -> Period:
    year = int(parts[0])
    if kind is PeriodKind.YEAR:
        return Period(kind, label, date(year, 1, 1), date(year, 12, 31))
    if kind is PeriodKind.QUARTER:
        last = int(parts[1]) * 3
        return Period(kind, label, date(year, last - 2, 1), _month_end(year, last))
    if kind is PeriodKind.WEEK:
        return _week(label, year, int(parts[1]))
    month = int(parts[1])
    if kind is PeriodKind.MONTH:
        return Period(kind, label, date(year, month, 1), _month_end(year, month))
    first, last = _TEN_DAYS[parts[2]]
    end = min(date(year, month, monthrange(year, month)[1]), _day(year, month, last))
    return Period(kind, label, date(year, month, first), end)


def _week(label: str, year: int, week: int) -> Period:
    try:
        start = date.fromisocalendar(year, week, 1)
    except ValueError:
        raise ArgumentError(f"{year}年没有第{week}周。", "请检查周次。") from None
    return Period(PeriodKind.WEEK, label, start, start + timedelta(days=6))


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def previous_period(period: Period) -> Period | None:
    """Return the period before this one in the same programme year, None for the first."""
    before = period.start - timedelta(days=1)
    if period.kind is PeriodKind.YEAR or before.year != period.year:
        return None
    if period.kind is PeriodKind.QUARTER:
        label = f"{before.year}-Q{(before.month + 2) // 3}"
    elif period.kind is PeriodKind.MONTH:
        label = f"{before:%Y-%m}"
    elif period.kind is PeriodKind.TEN_DAYS:
        part = "上旬" if before.day <= 10 else "中旬" if before.day <= 20 else "下旬"
        label = f"{before:%Y-%m}-{part}"
    else:
        iso = before.isocalendar()
        if iso.year != period.year:
            return None
        label = f"{iso.year}-W{iso.week:02d}"
    return parse_period(label)


def following_month(period: Period) -> tuple[int, int]:
    """Return the year and month after the one in which the period ends."""
    after = date(period.end.year, period.end.month, monthrange(*_ym(period))[1]) + timedelta(days=1)
    return after.year, after.month


def _ym(period: Period) -> tuple[int, int]:
    return period.end.year, period.end.month


def span_name(period: Period) -> str:
    """Return how a title names the period, cumulative from January: 1-9月, 第三季度, 9月上旬."""
    month = period.end.month
    if period.kind is PeriodKind.MONTH:
        return "1月" if month == 1 else f"1-{month}月"
    if period.kind is PeriodKind.QUARTER:
        return f"第{'一二三四'[month // 3 - 1]}季度"
    if period.kind is PeriodKind.TEN_DAYS:
        return f"{month}月{period.label[-2:]}"
    if period.kind is PeriodKind.WEEK:
        return f"第{int(period.label[-2:])}周"
    return ""


def as_of_name(period: Period) -> str:
    """Return the day up to which figures count: 9月底, or 9月10日 within a month."""
    end = period.end
    if end == _month_end(end.year, end.month):
        return f"{end.month}月底"
    return f"{end.month}月{end.day}日"


def period_in_text(text: str) -> str | None:
    """Return the label of the period that a line such as 报告期：2021年1-9月 names, None if none.

    Of 1-9月 it is the last month: figures are cumulative.
    """
    key = match_key(text)
    for pattern, label in _IN_TEXT:
        match = pattern.search(key)
        if match:
            return label(match)
    return None


def _quarter_label(match: re.Match[str]) -> str:
    return f"{match[1]}-Q{_QUARTERS[match[2]]}"


_YEAR = r"(\d{4})年度?"
_MONTHS = r"第?(?:\d{1,2}月?(?:份)?[-—–~〜至到])?(0?[1-9]|1[0-2])月"
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_IN_TEXT: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(rf"{_YEAR}{_MONTHS}(上旬|中旬|下旬)"),
        lambda match: f"{match[1]}-{int(match[2]):02d}-{match[3]}",
    ),
    (re.compile(rf"{_YEAR}{_MONTHS}"), lambda match: f"{match[1]}-{int(match[2]):02d}"),
    (re.compile(rf"{_YEAR}[第前]?([一二三四])季度"), _quarter_label),
    (
        re.compile(rf"{_YEAR}第(0?[1-9]|[1-4]\d|5[0-3])周"),
        lambda match: f"{match[1]}-W{int(match[2]):02d}",
    ),
)
