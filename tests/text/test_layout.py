"""A printed cell always has room for the whole of its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.layout import (
    MAX_HEIGHT,
    characters_a_line,
    display_width,
    line_count,
    one_line_width,
    spread,
    text_height,
)

TEXTS = st.text(alphabet="民生实事abc1，。（）\n 𠮷㙍　", max_size=80)
WIDTHS = st.floats(min_value=2, max_value=120)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("民生", 4),
        ("，", 2),
        ("9月", 3),
        ("　", 2),
        ("“民生”", 8),
        ("a\tb", 3),
    ],
)
def test_a_chinese_character_is_as_wide_as_two_others(text: str, width: int) -> None:
    """Half-width characters count one, Chinese ones and their marks two."""
    assert display_width(text) == width


@pytest.mark.parametrize("character", ["𠮷", "㙍", "🏫"])
def test_a_rare_character_has_room_enough(character: str) -> None:
    """A character that GBK does not know is not taken for a narrow one."""
    assert display_width(character) >= 2


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("民生实事", 1),
        ("民生实事民生实事民", 1),
        ("民生实事民生实事民生", 2),
        ("一\n二", 2),
        ("一\r\n二", 2),
        ("\n", 2),
        ("民生实事民生实事民生\n二", 3),
    ],
)
def test_lines_in_a_room_of_twenty(text: str, lines: int) -> None:
    """A line holds one Chinese character less than fit, for marks that take one along."""
    assert line_count(text, 20) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("比例达到八80%、70%、60%，年报", 3),
        ("民生实事民生130409.25元", 2),
        ("民生实事2021年民生实事民", 2),
        ("2021-09/2回收/lishi/2021/fujian.xlsx", 3),
        ("a" * 18, 1),
    ],
)
def test_a_run_that_is_not_broken_begins_the_next_line(text: str, lines: int) -> None:
    """Percentages in a row, long numbers, paths: what is left of the line before it stays empty."""
    assert line_count(text, 20) == lines


def test_a_text_has_room_on_one_line_of_a_column_made_for_it() -> None:
    """A file's name beside others; no line is broken in a link, so what is longer is cut off."""
    path = "2021-09/2回收/建交局-为民办实事(1-9月)更正.xlsx"

    assert characters_a_line(one_line_width(path) + 1, 10.5) >= display_width(path)


def test_columns_are_as_wide_as_the_narrowest_program_makes_them() -> None:
    """LibreOffice with 宋体 installed: 36 units are 36.71 times 5 points, for 10.5 points a letter."""
    assert characters_a_line(36.0, 10.5) <= 36.71 * 5 / 5.25


def test_a_very_narrow_column_still_counts_lines() -> None:
    """No column is so narrow that counting fails."""
    assert line_count("民生实事", characters_a_line(0.1, 10.5)) == 4


@given(TEXTS, TEXTS, WIDTHS)
def test_a_longer_text_never_takes_less_height(text: str, more: str, width: float) -> None:
    """Adding to a text never makes its cell lower."""
    assert text_height(text + more, width, 10.5) >= text_height(text, width, 10.5)


@given(TEXTS, WIDTHS, WIDTHS)
def test_a_wider_column_never_takes_more_height(text: str, one: float, other: float) -> None:
    """Widening a column never makes its cells higher."""
    narrow, wide = sorted((one, other))

    assert text_height(text, wide, 10.5) <= text_height(text, narrow, 10.5)


@given(st.floats(min_value=1, max_value=50_000))
def test_a_height_is_divided_over_rows_that_excel_allows(height: float) -> None:
    """The parts are equal, none is too high, and together they are the whole."""
    parts = spread(height)

    assert max(parts) <= MAX_HEIGHT
    assert len(set(parts)) == 1
    assert sum(parts) == pytest.approx(height)
    assert len(parts) == 1 or (len(parts) - 1) * MAX_HEIGHT < height
