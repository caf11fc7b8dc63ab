"""A time limit (完成时限) is its last day, or nothing where people would have to guess."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.finish_dates import finish_date

YEAR = 2024
ALL_YEAR = date(2024, 12, 31)
UNCLEAR = ["", " ", "-", "10月前", "11月上旬前", "三季度前", "年前", "每月底", "长期坚持", "尽快"]
UNCLEAR += [
    "13月底",
    "0月",
    "6月31日",
    "2024-13",
    "2024.2.30",
    "第五季度",
    "10月31日或12月底",
    "底",
]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10月底", date(2024, 10, 31)),
        ("12月底", ALL_YEAR),
        ("6月底前", date(2024, 6, 30)),
        ("2月份", date(2024, 2, 29)),
        ("十一月底", date(2024, 11, 30)),
        ("9月末之前完成", date(2024, 9, 30)),
        ("10月31日前", date(2024, 10, 31)),
        ("１０月３１日", date(2024, 10, 31)),
        ("11月上旬", date(2024, 11, 10)),
        ("11月中旬", date(2024, 11, 20)),
        ("2月下旬", date(2024, 2, 29)),
        ("第三季度", date(2024, 9, 30)),
        ("三季度末", date(2024, 9, 30)),
        ("前3季度", date(2024, 9, 30)),
        ("上半年", date(2024, 6, 30)),
        ("下半年", ALL_YEAR),
        ("年底", ALL_YEAR),
        ("年底前完成。", ALL_YEAR),
        ("年内", ALL_YEAR),
        ("全年", ALL_YEAR),
        ("2024年", ALL_YEAR),
        ("2024年底前", ALL_YEAR),
        ("2024年年底", ALL_YEAR),
        ("2025年6月底", date(2025, 6, 30)),
        ("次年3月底", date(2025, 3, 31)),
        ("本年度10月底", date(2024, 10, 31)),
        ("3-10月", date(2024, 10, 31)),
        ("2024年3月至2025年6月", date(2025, 6, 30)),
        ("2025年3月至6月", date(2025, 6, 30)),
        ("2024.10.31", date(2024, 10, 31)),
        ("2024-10", date(2024, 10, 31)),
        ("力争 10月底前 全部完成", date(2024, 10, 31)),
    ],
)
def test_finish_date(text: str, day: date) -> None:
    """The last day of what is named; a year of its own counts, else it is the programme's."""
    assert finish_date(text, YEAR) == day


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_not_clear_is_no_date(text: str) -> None:
    """10月前 may end September or October, 6月31日 is no day: nobody is hurried by a guess."""
    assert finish_date(text, YEAR) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    """With its year or, within the programme's, without."""
    assert finish_date(f"{day.year}年{day.month}月{day.day}日前", YEAR) == day
    assert finish_date(f"{day.month}月{day.day}日", day.year) == day


@given(st.text(max_size=30))
def test_any_text_is_borne(text: str) -> None:
    """What people write into a cell never stops a run."""
    found = finish_date(text, YEAR)

    assert found is None or isinstance(found, date)
