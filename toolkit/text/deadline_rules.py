"""The grammar of the setting 报送时限: which clause sets which day for which kind of period."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from toolkit.errors import ProgrammeError
from toolkit.model.period import Period, PeriodKind
from toolkit.text.clean import match_key
from toolkit.text.numbers import chinese_number
from toolkit.text.periods import day_of_month, following_month
from toolkit.text.working_days import working_day_after

DEADLINE_FORMS = (
    "月报写“次月5日”或“当月25日”，季报写“季后10日”，旬报写“旬后2日”，周报写“次周周一”或“本周五”，"
    "全年的写“12月20日”，各种报表通用的写“期后3日”或“期后5个工作日”；有几条的用分号隔开；"
    "遇节假日要顺延的，在后面加“（遇节假日顺延）”或“（遇节假日顺延至第2个工作日）”"
)
"""All that a rule can say, for messages."""

_Due = Callable[[Period], date]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a rule.

    Attributes:
        kind: The kind of period whose clause it is; None when it serves every kind.
        text: As people write it, without 前 and without what is said of holidays.
        due: The day that it sets for a period.
        shift: How many working days after a holiday a due day on it moves to; None when the
            clause does not say.
    """

    kind: PeriodKind | None
    text: str
    due: _Due
    shift: int | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A whole rule.

    Attributes:
        clauses: At most one for each kind.
        shift: As that of a clause, for clauses without their own; 0 when days do not move.
    """

    clauses: tuple[Clause, ...]
    shift: int


@lru_cache(maxsize=64)
def read_rule(rule: str) -> Rule:
    """Read the setting 报送时限; one left blank has no clauses.

    Raises:
        ProgrammeError: A clause cannot be understood, or two are for the same kind.
    """
    clauses: list[Clause] = []
    shift = 0
    for part in _PARTING.split(rule):
        text = match_key(part).rstrip("。.,")
        whole = _SHIFT.fullmatch(text)
        if whole:
            shift = _shift(whole, part)
        elif text:
            clause = _clause(text, part)
            if any(clause.kind is earlier.kind for earlier in clauses):
                raise deadline_error(f"报送时限“{part.strip()}”与前面的一条重复。")
            clauses.append(clause)
    return Rule(tuple(clauses), shift)


def deadline_error(message: str) -> ProgrammeError:
    """Return the error for a rule, with all that can be written instead."""
    return ProgrammeError(message, f"请改正“基本信息”表的“报送时限”：{DEADLINE_FORMS}。")


def _not_understood(written: str, why: str = "") -> ProgrammeError:
    return deadline_error(f"看不懂报送时限“{written.strip()}”{why}。")


_N = r"(\d{1,2}|[一二两三四五六七八九十]{1,3})"
_DAY = "[一二三四五六日天]"
_PARTING = re.compile(r"[；;\r\n]")
_SHIFT = re.compile(
    r"[(,]?遇(?:国家|法定|节假日|休息日|双休日|周末|[、或和])+,?顺延"
    rf"(?:至(?:下一个?|(?:节后|假后)?第{_N}个)工作日)?\)?$"
)
_ENDED = r"[期年季月旬周]度?(?:终了|结束)?后"
_FRONT = re.compile(rf"每个?(?:(?={_ENDED})|(月|旬|季|年)度?|(周)(?!{_DAY})|(?=周|星期))于?")
_END = re.compile(r"(?:之前|以前|前)?(?:报送|上报)?$")
_KINDS = {
    "年": PeriodKind.YEAR,
    "季": PeriodKind.QUARTER,
    "月": PeriodKind.MONTH,
    "旬": PeriodKind.TEN_DAYS,
    "周": PeriodKind.WEEK,
    "期": None,
}
_SERVED: dict[PeriodKind | None, frozenset[PeriodKind]] = {
    **{kind: frozenset((kind,)) for kind in PeriodKind},
    PeriodKind.MONTH: frozenset((PeriodKind.MONTH, PeriodKind.QUARTER)),
    None: frozenset(PeriodKind),
}


def _clause(text: str, written: str) -> Clause:
    """Read one clause from its key; what people wrote is quoted in messages."""
    moved = _SHIFT.search(text)
    shift = _shift(moved, written) if moved else None
    text = _END.sub("", _SHIFT.sub("", text), count=1)
    front = _FRONT.match(text)
    text = text[front.end() :] if front else text
    for pattern, read in _FORMS:
        match = pattern.fullmatch(text)
        if match:
            kind, due = read(match, written)
            return Clause(_narrowed(kind, front, written), text, due, shift)
    raise _not_understood(written)


def _narrowed(
    kind: PeriodKind | None, front: re.Match[str] | None, written: str
) -> PeriodKind | None:
    """Return the kind that 每季度 in front of a clause chooses among those that it can serve."""
    word = front and (front[1] or front[2])
    if not word:
        return kind
    chosen = _KINDS[word]
    if chosen not in _SERVED[kind]:
        raise _not_understood(written)
    return chosen


_Read = tuple[PeriodKind | None, _Due]


def _in_month(match: re.Match[str], written: str) -> _Read:
    """当月25日, 次月5日: counted from the month in which the period ends."""
    day = _number(match[2], 31, written)
    own = match[1] in ("当月", "本月")

    def due(period: Period) -> date:
        year, month = (period.end.year, period.end.month) if own else following_month(period)
        return day_of_month(year, month, day)

    return PeriodKind.MONTH, due


def _after(match: re.Match[str], written: str) -> _Read:
    """期后3日, 季后10日, 旬后2个工作日: counted from the period's last day."""
    count = _number(match[2], 99, written)

    def due(period: Period) -> date:
        if match[3].endswith("工作日"):
            return working_day_after(period.end, count)
        return period.end + timedelta(days=count)

    return _KINDS[match[1]], due


def _in_week(match: re.Match[str], written: str) -> _Read:
    """本周五, 次周周一, 周日.

    A bare day from Friday on closes the week that it is in. An earlier one might be this week's or
    the next one's; a wrong guess would call every unit late, so the clause has to say which.
    """
    weekday = min("一二三四五六日天".index(match[2]), 6)
    if not match[1] and weekday < 4:
        raise _not_understood(written, "：没有写明是本周还是次周")
    days = weekday + (7 if match[1] in ("次", "下") else 0)
    return PeriodKind.WEEK, lambda period: period.start + timedelta(days=days)


def _in_year(match: re.Match[str], written: str) -> _Read:
    """12月20日 of the programme's year, 次年1月15日."""
    month, day = _number(match[2], 12, written), _number(match[3], 31, written)
    later = 1 if match[1] in ("次年", "下年", "明年") else 0
    return PeriodKind.YEAR, lambda period: day_of_month(period.year + later, month, day)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], _Read]], ...] = (
    (re.compile(rf"(当月|本月|次月|下月){_N}日"), _in_month),
    (re.compile(rf"(?={_ENDED})(.).*?后{_N}(日|天|个?工作日)(?:之?内)?"), _after),
    (re.compile(rf"(?:([本当次下])个?(?:周|星期)(?:周|星期)?|周|星期)({_DAY})"), _in_week),
    (re.compile(rf"(当年|本年|次年|下年|明年)?{_N}月{_N}日"), _in_year),
)


def _number(text: str, most: int, written: str) -> int:
    value = int(text) if text.isdecimal() else int(chinese_number(text) or 0)
    if not 1 <= value <= most:
        raise _not_understood(written)
    return value


def _shift(match: re.Match[str], written: str) -> int:
    return _number(match[1], 99, written) if match[1] else 1
