"""The numbers that count items."""

import pytest

from toolkit.text.ordinals import number_in, number_of, ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("十二", 12), ("一百零二", 102), ("二三", 0), ("甲", 0), ("", 0)],
)
def test_number_of(text: str, value: int) -> None:
    """Arabic or Chinese; 0 for anything else."""
    assert number_of(text) == value


@pytest.mark.parametrize(
    ("label", "value"),
    [("第十五件", 15), ("实事三", 3), ("（四）", 4), (" 7、", 7), ("实事", 0), ("3所", 0)],
)
def test_ordinal(label: str, value: int) -> None:
    """However the list counts its items."""
    assert ordinal(label) == value


def test_a_cell_with_a_number_and_nothing_else() -> None:
    """A word before it makes it a text."""
    assert (number_in("12."), number_in("实事三")) == (12, 0)
