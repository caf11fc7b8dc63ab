"""Working days are those on which Chinese offices work."""

from datetime import date

import pytest

from toolkit.text.working_days import is_working_day, working_day_after


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 9, 30), True),
        (date(2024, 10, 1), False),
        (date(2024, 10, 12), True),
        (date(2024, 10, 13), False),
        (date(2100, 1, 1), True),
        (date(2100, 1, 2), False),
    ],
)
def test_is_working_day(day: date, works: bool) -> None:
    """Holidays are free, a Saturday may be made up; of far years only weekends are known."""
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("number", "day"),
    [(0, date(2024, 9, 30)), (1, date(2024, 10, 8)), (5, date(2024, 10, 12))],
)
def test_working_day_after(number: int, day: date) -> None:
    """Five working days after 30 September 2024 the Saturday that was made up is over."""
    assert working_day_after(date(2024, 9, 30), number) == day
