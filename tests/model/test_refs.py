"""Places are named as spreadsheets name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.refs import cell_name, column_letters, column_number


@pytest.mark.parametrize(
    ("column", "letters"),
    [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
        (16383, "XFD"),
    ],
)
def test_column_letters(column: int, letters: str) -> None:
    """The last column of a worksheet is XFD."""
    assert column_letters(column) == letters


@given(st.integers(0, 1_000_000))
def test_letters_lead_back_to_the_column(column: int) -> None:
    """No two columns share their letters, small or capital."""
    letters = column_letters(column)
    assert column_number(letters) == column_number(letters.lower()) == column


def test_cell_name() -> None:
    """Rows count from one for people."""
    assert cell_name(0, 0) == "A1"
    assert cell_name(4, 2) == "C5"
