"""How far an item should be by the calendar (时序进度), and whether it is.

On pace means a straight line: eleven months of twelve are 91.67% (张家界 2018). Where lights stand
differs by place: 银川 is yellow from 10 points behind and red beyond 30.
"""

from calendar import monthrange
from datetime import date

from toolkit.model.assessment import Light, Pace

_TINY = 1e-9


def expected_share(day: date, start: date, due: date) -> float:
    """Return the share of the time that is gone at the end of a day, from 0 to 1.

    Every month counts the same, a part of one by its days: from 1 January to 31 December the end
    of September is 9/12, and 15 April is 3.5/12.

    Args:
        day: The last day of the period that is reported.
        start: The day on which the work may begin.
        due: The last day on which it may be finished.

    Raises:
        ValueError: When it is due before it starts.
    """
    if due < start:
        raise ValueError(f"due {due} before the start {start}")
    begin = _months_until(start) - 1 / _days_in_month(start)
    share = (_months_until(day) - begin) / (_months_until(due) - begin)
    return min(1.0, max(0.0, share))


def pace_of(done_share: float, expected: float, slack: float = 0.0) -> Pace:
    """Return where an item is beside the calendar.

    Args:
        done_share: The share of the target that is done; above 1 when it is exceeded.
        expected: What `expected_share` says.
        slack: By how much it may differ and still be on pace, a share too.
    """
    if done_share < expected - slack - _TINY:
        return Pace.BEHIND
    return Pace.AHEAD if done_share > expected + slack + _TINY else Pace.ON


def points_behind(done_share: float, expected: float) -> float:
    """Return how many percentage points an item is behind the calendar, 0 when it is not."""
    return max(0.0, 100 * (expected - done_share))


def light_of(done_share: float, expected: float, yellow: float, red: float) -> Light:
    """Return the light of an item.

    Args:
        done_share: The share of the target that is done.
        expected: What `expected_share` says.
        yellow: From how many points behind it is yellow.
        red: Beyond how many points behind it is red.

    Raises:
        ValueError: When red would begin before yellow.
    """
    if red < yellow:
        raise ValueError(f"red from {red} points, yellow only from {yellow}")
    behind = points_behind(done_share, expected)
    if behind > red + _TINY:
        return Light.RED
    return Light.YELLOW if behind > _TINY and behind >= yellow - _TINY else Light.GREEN


def _months_until(day: date) -> float:
    """Return the months from the year 0 to the end of a day."""
    return 12 * day.year + day.month - 1 + day.day / _days_in_month(day)


def _days_in_month(day: date) -> int:
    return monthrange(day.year, day.month)[1]
