"""Deadlines for reporting (报送时限), and by how much a return missed one."""

import re
from datetime import date, timedelta
from functools import lru_cache

from toolkit.errors import ProgrammeError
from toolkit.model.period import Period
from toolkit.text.periods import following_month

_RULE = re.compile(r"(当月|本月|次月|下月)(\d{1,2})日(?:前|之前)?")


def deadline(rule: str, period: Period) -> date:
    """Return the last day on which a period's return is in time.

    Args:
        rule: 次月5日, 当月25日前 and the like; a day that the month lacks means its last day.

    Raises:
        ProgrammeError: The rule cannot be understood.
    """
    match = _RULE.fullmatch("".join(rule.split()))
    if not match or not 1 <= int(match[2]) <= 31:
        raise ProgrammeError(
            f"看不懂报送时限“{rule}”。", "请在“基本信息”表中填写“次月5日”或“当月25日”这样的时限。"
        )
    own = match[1] in ("当月", "本月")
    year, month = (period.end.year, period.end.month) if own else following_month(period)
    day = int(match[2])
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


@lru_cache(maxsize=1024)
def working_days_late(due: date, received: date) -> int:
    """Return how many working days after the deadline a return came; 0 when in time.

    Chinese public holidays and make-up days count for the years that chinesecalendar knows
    (announced by the State Council); beyond them only weekends are left out.
    """
    days = 0
    day = due
    while day < received:
        day += timedelta(days=1)
        days += _is_working_day(day)
    return days


def _is_working_day(day: date) -> bool:
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5
