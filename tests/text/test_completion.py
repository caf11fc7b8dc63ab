"""By when a text promises its work."""

from datetime import date

import pytest

from toolkit.text.completion import completion_of, find_completions


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("年底前建成5所。", date(2021, 12, 31)),
        ("2022年底前建成5所。", date(2022, 12, 31)),
        ("今年10月底前完成。", date(2021, 10, 31)),
        ("2021年 6月30日前投用。", date(2021, 6, 30)),
        ("十二月中旬前办结。", date(2021, 12, 20)),
        ("第三季度末前竣工。", date(2021, 9, 30)),
        ("上半年前完成。", date(2021, 6, 30)),
        ("2021年2月末完成主体。", date(2021, 2, 28)),
    ],
)
def test_a_day_by_which(text: str, day: date) -> None:
    """The programme's year counts where the text names none."""
    assert [found.day for found in find_completions(text, 2021)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "3月底前开工建设。",
        "6月底前报送方案。",
        "15月底前完成。",
        "目前进展顺利。",
        "年内建成5所。",
        "9月前期工作",
    ],
)
def test_no_day_by_which(text: str) -> None:
    """A beginning, a plan, a month that does not exist, or nothing so exact."""
    assert find_completions(text, 2021) == ()


def test_several_days_in_their_order() -> None:
    """The words are those of the text."""
    found = find_completions("年底前建成5所，其中3所6月底前完成。", 2021)

    assert [each.text for each in found] == ["年底前", "6月底前"]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("12月", date(2021, 12, 31)),
        ("2021年11月", date(2021, 11, 30)),
        ("2021.10", date(2021, 10, 31)),
        ("年底前完成", date(2021, 12, 31)),
        ("9月30日", date(2021, 9, 30)),
        ("长期坚持", None),
        ("5月底前动工", None),
        ("", None),
    ],
)
def test_a_cell_for_deadlines(cell: str, day: date | None) -> None:
    """There a month alone says by when."""
    found = completion_of(cell, 2021)

    assert (found.day if found else None) == day
