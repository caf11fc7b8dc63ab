"""Percentages are rounded in one way and never claim all or nothing wrongly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.percent import percent


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 3, "0%"),
        (3, 3, "100%"),
        (3, 15, "20%"),
        (2, 3, "66.7%"),
        (162, 222, "73%"),
        (1, 16, "6.3%"),
        (1, 5000, "0.1%"),
        (4999, 5000, "99.9%"),
    ],
)
def test_percent(part: int, whole: int, expected: str) -> None:
    """One decimal at most, halves up."""
    assert percent(part, whole) == expected


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (0, 0), (4, 3), (-1, 3)])
def test_what_is_no_fraction_of_a_whole_is_refused(part: int, whole: int) -> None:
    """There is no percentage of nothing."""
    with pytest.raises(ValueError, match="no percentage"):
        percent(part, whole)


@given(st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_percentage_matches_its_fraction(fraction: tuple[int, int]) -> None:
    """The printed figure is the nearest tenth, and its complement fits to it."""
    part, whole = fraction
    printed = float(percent(part, whole).rstrip("%"))
    complement = float(percent(whole - part, whole).rstrip("%"))

    assert abs(printed - 100 * part / whole) <= 0.05 + 1e-9
    assert abs(printed + complement - 100) <= 0.1 + 1e-9
