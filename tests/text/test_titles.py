"""Titles break between words, in the shapes that GB/T 9704-2012 asks for."""

from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.layout import display_width
from toolkit.text.titles import LINE_WIDTH, break_title


def test_a_short_title_stays_on_one_line() -> None:
    """What fits is not broken."""
    assert break_title(["关于甲区", "民生实事的通报"]) == ("关于甲区民生实事的通报",)


def test_a_long_title_breaks_into_a_trapezoid() -> None:
    """Two lines of nearly, but not quite, the same width."""
    words = ["关于济宁高新区", "2021年1-9月", "为民办实事项目", "进展情况的通报"]

    assert break_title(words) == ("关于济宁高新区2021年1-9月", "为民办实事项目进展情况的通报")


def test_lines_of_the_same_width_are_avoided() -> None:
    """A rectangle gives way to a trapezoid where there is one."""
    words = ["甲" * 8, "乙" * 3, "丙" * 3, "丁" * 8]

    assert len({display_width(line) for line in break_title(words)}) > 1


def test_three_lines_are_no_hourglass() -> None:
    """The middle line is never the shortest of three where another break is possible."""
    words = ["甲" * 12, "乙" * 6, "丙" * 6, "丁" * 12, "戊" * 6]
    widths = [display_width(line) for line in break_title(words)]

    assert len(widths) == 3
    assert not (widths[1] < widths[0] and widths[1] < widths[2])


def test_a_diamond_of_three_lines_is_better_than_two_of_the_same_width() -> None:
    """And than a short one over one that fills the page, where a wide digit makes it overflow."""
    words = ["关于催报青岛市", "2024年1-10月", "市办实事项目", "进展情况的通知"]

    assert break_title(words) == ("关于催报青岛市", "2024年1-10月市办实事项目", "进展情况的通知")


def test_two_even_lines_are_better_than_a_short_one_over_a_long_one() -> None:
    """Where three lines make no better shape either."""
    words = ["关于修改", "2024年1-9月", "市办实事进展表", "的通知"]

    assert break_title(words) == ("关于修改2024年1-9月", "市办实事进展表的通知")


def test_a_word_wider_than_a_line_stands_alone() -> None:
    """Then every word has a line, and Word wraps the wide one."""
    assert break_title(["关于", "长" * 30, "通报"]) == ("关于", "长" * 30, "通报")


@given(st.lists(st.text("实事年1", max_size=12), max_size=6))
def test_no_character_is_lost_and_every_line_fits(words: list[str]) -> None:
    """Lines joined are the title again; lines of words that fit do fit."""
    lines = break_title(words)

    assert "".join(lines) == "".join(words)
    assert all(0 < display_width(line) <= LINE_WIDTH for line in lines)
