"""A deadline is a day, and lateness is counted in working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ProgrammeError
from toolkit.text.deadlines import deadline, working_days_late
from toolkit.text.periods import parse_period


@pytest.mark.parametrize(
    ("rule", "period", "day"),
    [
        ("次月5日", "2021-09", date(2021, 10, 5)),
        ("次月8日前", "2021-12", date(2022, 1, 8)),
        ("下月 5 日之前", "2021-09", date(2021, 10, 5)),
        ("当月25日", "2021-09", date(2021, 9, 25)),
        ("本月31日", "2021-09", date(2021, 9, 30)),
        ("次月31日", "2021-01", date(2021, 2, 28)),
        ("次月5日", "2024-Q3", date(2024, 10, 5)),
        ("次月5日", "2024", date(2025, 1, 5)),
        ("当月12日", "2024-09-上旬", date(2024, 9, 12)),
    ],
)
def test_deadline(rule: str, period: str, day: date) -> None:
    """Counted from the month in which the period ends; a missing day is the month's last."""
    assert deadline(rule, parse_period(period)) == day


@pytest.mark.parametrize("rule", ["", "尽快", "次月0日", "次月32日", "次月", "5日", "次月5日10点"])
def test_what_is_no_rule_is_refused(rule: str) -> None:
    """With what to write instead."""
    with pytest.raises(ProgrammeError) as error:
        deadline(rule, parse_period("2021-09"))
    assert "次月5日" in error.value.hint


@pytest.mark.parametrize(
    ("due", "received", "days"),
    [
        (date(2021, 10, 8), date(2021, 10, 8), 0),
        (date(2021, 10, 8), date(2021, 10, 1), 0),
        (date(2021, 10, 8), date(2021, 10, 9), 1),
        (date(2021, 10, 8), date(2021, 10, 10), 1),
        (date(2021, 10, 8), date(2021, 10, 12), 3),
        (date(2021, 9, 30), date(2021, 10, 7), 0),
        (date(2100, 1, 1), date(2100, 1, 4), 1),
    ],
)
def test_working_days_late(due: date, received: date, days: int) -> None:
    """Holidays do not count, working Saturdays do; in far years only weekends are left out."""
    assert working_days_late(due, received) == days


@given(st.dates(date(2005, 1, 1), date(2030, 1, 1)), st.integers(0, 60))
def test_waiting_longer_is_never_less_late(due: date, days: int) -> None:
    """Another day adds one working day at most."""
    late = working_days_late(due, due + timedelta(days=days))

    assert 0 <= late <= days
    assert working_days_late(due, due + timedelta(days=days + 1)) - late in (0, 1)
