"""The calendar's pace, and the lights that follow from it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.assessment import Light, Pace
from toolkit.text.pace import expected_share, light_of, pace_of, points_behind

START, END = date(2024, 1, 1), date(2024, 12, 31)
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "start", "due", "share"),
    [
        (date(2024, 9, 30), START, END, 9 / 12),
        (date(2024, 11, 30), START, END, 11 / 12),
        (date(2024, 2, 29), START, END, 2 / 12),
        (date(2024, 4, 15), START, END, 3.5 / 12),
        (date(2024, 12, 31), START, END, 1),
        (date(2025, 3, 1), START, END, 1),
        (date(2023, 12, 31), START, END, 0),
        (date(2024, 5, 31), START, date(2024, 10, 31), 5 / 10),
        (date(2024, 6, 30), date(2024, 4, 1), date(2024, 9, 30), 3 / 6),
        (date(2024, 4, 1), date(2024, 4, 1), date(2024, 4, 1), 1),
    ],
)
def test_expected_share(day: date, start: date, due: date, share: float) -> None:
    """Whole months count n of all, a part of one by its days, to the item's own deadline too."""
    assert expected_share(day, start, due) == pytest.approx(share)


def test_due_before_start() -> None:
    """A deadline before the start is a mistake of the caller."""
    with pytest.raises(ValueError, match="before the start"):
        expected_share(START, END, START)


@given(DAYS, DAYS, DAYS)
def test_the_share_only_grows(day: date, one: date, other: date) -> None:
    """It lies between 0 and 1, and a day later it is no less."""
    start, due = sorted((one, other))
    share = expected_share(day, start, due)
    assert 0 <= share <= expected_share(day + timedelta(days=1), start, due) <= 1


@pytest.mark.parametrize(
    ("done", "slack", "pace"),
    [
        (0.75, 0, Pace.ON),
        (0.7, 0, Pace.BEHIND),
        (0.8, 0, Pace.AHEAD),
        (0.72, 0.05, Pace.ON),
        (0.79, 0.05, Pace.ON),
        (1.2, 0.05, Pace.AHEAD),
    ],
)
def test_pace(done: float, slack: float, pace: Pace) -> None:
    """Ahead, on pace within the slack, or behind."""
    assert pace_of(done, 0.75, slack) is pace


@pytest.mark.parametrize(
    ("done", "light"),
    [
        (0.9, Light.GREEN),
        (0.75, Light.GREEN),
        (0.66, Light.GREEN),
        (0.65, Light.YELLOW),
        (0.45, Light.YELLOW),
        (0.44, Light.RED),
    ],
)
def test_lights(done: float, light: Light) -> None:
    """银川: yellow from 10 points behind, red beyond 30."""
    assert light_of(done, 0.75, yellow=10, red=30) is light


def test_a_yellow_from_nothing_is_green_on_pace() -> None:
    """三亚: yellow as soon as it is behind, never when it is on pace."""
    assert light_of(0.75, 0.75, yellow=0, red=50) is Light.GREEN
    assert light_of(0.74, 0.75, yellow=0, red=50) is Light.YELLOW
    assert points_behind(0.5, 0.75) == pytest.approx(25)


def test_red_before_yellow() -> None:
    """Thresholds the wrong way round are a mistake of the caller."""
    with pytest.raises(ValueError, match="yellow only from"):
        light_of(0.5, 0.75, yellow=30, red=10)
