"""Working days in China."""

from datetime import date, timedelta


def is_working_day(day: date) -> bool:
    """Tell whether offices work on a day.

    Public holidays and make-up days count for the years that chinesecalendar knows (announced by
    the State Council); in others only weekends are free.
    """
    import chinese_calendar  # its tables take time to load, and few commands need them

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def working_day_after(day: date, number: int) -> date:
    """Return the n-th working day after a day; the day itself for 0."""
    while number:
        day += timedelta(days=1)
        number -= is_working_day(day)
    return day
