"""Heading numerals."""

import pytest

from toolkit.text.numerals import heading_numeral


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (99, "九十九")],
)
def test_heading_numeral(number: int, expected: str) -> None:
    """Ten is 十, not 一十."""
    assert heading_numeral(number) == expected


@pytest.mark.parametrize("number", [0, 100, -1])
def test_other_numbers_are_refused(number: int) -> None:
    """No document has that many sections."""
    with pytest.raises(ValueError, match="no heading numeral"):
        heading_numeral(number)
