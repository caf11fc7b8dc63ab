"""Reporting periods: their days, what they are called, and which one a text names."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from toolkit.errors import ArgumentError
from toolkit.model.period import Period, PeriodKind
from toolkit.text.clean import match_key

_TEN_DAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
_YEAR = r"([12]\d{3})"  # 0000 and the day after 9999 are no dates
_FORMS = (
    (PeriodKind.YEAR, re.compile(_YEAR)),
    (PeriodKind.QUARTER, re.compile(rf"{_YEAR}-Q([1-4])")),
    (PeriodKind.MONTH, re.compile(rf"{_YEAR}-(0[1-9]|1[0-2])")),
    (PeriodKind.TEN_DAYS, re.compile(rf"{_YEAR}-(0[1-9]|1[0-2])-(上旬|中旬|下旬)")),
    (PeriodKind.WEEK, re.compile(rf"{_YEAR}-W(0[1-9]|[1-4]\d|5[0-3])")),
)


def parse_period(label: str) -> Period:
    """Read a period as commands and folders write it.

    Weeks are those of ISO 8601; their year is the programme's, also where days of the first or
    last week lie in another.

    Raises:
        ArgumentError: The text is none of `2024`, `2024-09`, `2024-Q3`, `2024-09-上旬`, `2024-W36`.
    """
    name = match_key(label)
    for kind, pattern in _FORMS:
        match = pattern.fullmatch(name)
        if match:
            return _build(kind, name, match.groups())
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
        return Period(kind, label, date(year, last - 2, 1), month_end(year, last))
    if kind is PeriodKind.WEEK:
        return _week(label, year, int(parts[1]))
    month = int(parts[1])
    if kind is PeriodKind.MONTH:
        return Period(kind, label, date(year, month, 1), month_end(year, month))
    first, last = _TEN_DAYS[parts[2]]
    return Period(kind, label, date(year, month, first), day_of_month(year, month, last))


def _week(label: str, year: int, week: int) -> Period:
    try:
        start = date.fromisocalendar(year, week, 1)
    except ValueError:
        raise ArgumentError(f"{year}年没有第{week}周。", "请检查周次。") from None
    return Period(PeriodKind.WEEK, label, start, start + timedelta(days=6))


def day_of_month(year: int, month: int, day: int) -> date:
    """Return a day of a month; of one that the month lacks, the month's last."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return day_of_month(year, month, 31)


def previous_period(period: Period) -> Period | None:
    """Return the period of this kind before this one, None for the programme year's first."""
    return _of_same_year(period, period.start - timedelta(days=1))


def next_period(period: Period) -> Period | None:
    """Return the period of this kind after this one, None for the programme year's last."""
    return _of_same_year(period, period.end + timedelta(days=1))


def _of_same_year(period: Period, day: date) -> Period | None:
    label = _label(period.kind, day)
    return parse_period(label) if label[:4] == period.label[:4] else None


def _label(kind: PeriodKind, day: date) -> str:
    """Return the label of the period of a kind in which a day lies."""
    if kind is PeriodKind.YEAR:
        return f"{day.year}"
    if kind is PeriodKind.QUARTER:
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if kind is PeriodKind.WEEK:
        iso = day.isocalendar()
        return f"{iso.year}-W{iso.week:02d}"
    month = f"{day.year}-{day.month:02d}"
    if kind is PeriodKind.MONTH:
        return month
    part = next(name for name, (_, last) in _TEN_DAYS.items() if day.day <= last)
    return f"{month}-{part}"


def following_month(period: Period) -> tuple[int, int]:
    """Return the year and month after the one in which the period ends."""
    year, month = period.end.year, period.end.month
    return (year + 1, 1) if month == 12 else (year, month + 1)


def span_name(period: Period, *, cumulative: bool = True) -> str:
    """Return how a title names the period: 1-9月, 第三季度, 9月上旬, 第36周; "" for a year.

    Args:
        cumulative: Whether figures count from January; a month that counts alone is 9月.
    """
    month = period.end.month
    if period.kind is PeriodKind.MONTH:
        return f"1-{month}月" if cumulative and month > 1 else f"{month}月"
    if period.kind is PeriodKind.QUARTER:
        return f"第{'一二三四'[month // 3 - 1]}季度"
    if period.kind is PeriodKind.TEN_DAYS:
        return f"{month}月{period.label[-2:]}"
    if period.kind is PeriodKind.WEEK:
        return f"第{int(period.label[-2:])}周"
    return ""


def as_of_name(period: Period) -> str:
    """Return the day up to which figures count: 9月底, or 9月10日 within a month.

    The last week of a year may end in the next one; then the day has its year: 2023年1月1日.
    """
    end = period.end
    return day_name(end) if end.year == period.year else f"{end.year}年{day_name(end)}"


def full_day_name(day: date) -> str:
    """Return a day with its year: 2021年10月9日."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_name(day: date) -> str:
    """Return a day without its year; the last of a month is its end: 9月10日, 9月底."""
    if day == month_end(day.year, day.month):
        return f"{day.month}月底"
    return f"{day.month}月{day.day}日"


def period_line(period: Period, *, cumulative: bool = True) -> str:
    """Return what stands after 报告期： in a form; `period_in_text` reads the label from it.

    Months and quarters say up to when figures count: 2024年1-9月（截至9月底）. Few people know
    the days of a week or of ten days by heart, so these are written out, and the day up to which
    figures add up behind them: 2024年第36周（9月2日至8日，累计至9月8日）. Where figures count alone
    only the days are named: 2024年9月（9月1日至30日）. A year is 2024年度.
    """
    if period.kind is PeriodKind.YEAR:
        return f"{period.year}年度"
    name = f"{period.year}年{span_name(period, cumulative=cumulative)}"
    if not cumulative:
        return f"{name}（{_days(period)}）"
    if period.kind in (PeriodKind.WEEK, PeriodKind.TEN_DAYS):
        return f"{name}（{_days(period)}，累计至{as_of_name(period)}）"
    return f"{name}（截至{as_of_name(period)}）"


def _days(period: Period) -> str:
    """Return the first and last day; both have their year when a week lies in two."""
    first, last = period.start, period.end
    if first.year != last.year:
        return f"{full_day_name(first)}至{full_day_name(last)}"
    month = "" if first.month == last.month else f"{last.month}月"
    return f"{first.month}月{first.day}日至{month}{last.day}日"


def period_in_text(text: str) -> str | None:
    """Return the label of the period that a line such as 报告期：2021年1-9月 names, None if none.

    Of several it is the one named first: what follows in brackets explains it. Of 1-9月 it is the
    last month, of 上半年 the second quarter: figures are cumulative. A year is a period only where
    the line itself says 2024年度 or 2024年全年; every title of the programme has its year.
    """
    key = match_key(text)
    found = [
        (match.start(), label(match))
        for pattern, label in _IN_TEXT
        if (match := pattern.search(key)) is not None
    ]
    label = min(found, key=lambda each: each[0])[1] if found else None
    return label if label and _exists(label) else None


def _exists(label: str) -> bool:
    """Tell whether there is such a period: not every year has a week 53."""
    try:
        parse_period(label)
    except ArgumentError:
        return False
    return True


_BEGINNING = rf"{_YEAR}年度?\(?"
_MONTH = r"(0?[1-9]|1[0-2])月"
_SPAN = r"第?(?:\d{1,2}(?:月份?)?(?:\d{1,2}日)?[-—–~〜至到](?:\1年)?)?"
_COUNTS = {sign: value for value, sign in enumerate("一二三四", 1)}
_IN_TEXT: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(rf"{_BEGINNING}{_SPAN}{_MONTH}(上旬|中旬|下旬)"),
        lambda match: f"{match[1]}-{int(match[2]):02d}-{match[3]}",
    ),
    (
        re.compile(
            rf"{_BEGINNING}{_SPAN}{_MONTH}(?!份?第.周)"
        ),  # weeks of a month are no ISO weeks
        lambda match: f"{match[1]}-{int(match[2]):02d}",
    ),
    (
        re.compile(rf"{_BEGINNING}[第前]?(?:[1一][-—–~〜至到])?([一二三四1-4])个?季度"),
        lambda match: f"{match[1]}-Q{_COUNTS.get(match[2], match[2])}",
    ),
    (re.compile(rf"{_BEGINNING}上半年"), lambda match: f"{match[1]}-Q2"),
    (
        re.compile(rf"{_BEGINNING}第(0?[1-9]|[1-4]\d|5[0-3])周"),
        lambda match: f"{match[1]}-W{int(match[2]):02d}",
    ),
    (
        re.compile(rf"(?:^|(?<=:)){_YEAR}年(?:度?全年|全年度|度)(?=$|[,;。]|\((?!\d))"),
        lambda match: match[1],
    ),
)
