"""The words of the quarterly bulletin: its period and dates, and any number of items."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.stages.bulletins import EMPTY, QUARTER, YEAR_END, late
from toolkit.model.bulletin import ProgressBulletin
from toolkit.stages.bulletin import monthly_context, quarterly_context
from toolkit.stages.bulletin_checks import inconsistencies


def context(bulletin: ProgressBulletin) -> dict[str, Any]:
    """Return the context with values of any type, for tests look into its lists."""
    return quarterly_context(bulletin)


def test_it_has_all_fields_of_the_monthly_one() -> None:
    """What an office wrote into one template works in the other."""
    monthly = monthly_context(QUARTER)

    assert {name: context(QUARTER)[name] for name in monthly} == monthly


@pytest.mark.parametrize(
    ("due", "expected"), [(None, False), (date(2024, 10, 31), False), (date(2024, 12, 31), True)]
)
def test_days_of_their_own_are_not_passed_over(due: date | None, expected: bool) -> None:
    """The template then excepts them from the day that it gives for all."""
    items = tuple(replace(item, due=due) for item in QUARTER.ongoing)

    assert context(replace(QUARTER, ongoing=items))["时限有别"] is expected


@pytest.mark.parametrize("span", ["第一季度", "第二季度", "第三季度", "第四季度"])
def test_the_title_names_the_quarter(span: str) -> None:
    """The period is called what it is."""
    fields = context(replace(QUARTER, span=span))

    assert fields["标题全文"] == f"关于淄博高新区2024年{span}重大民生实事项目进展情况的通报"
    assert fields["报告期"] == f"2024年{span}"


@pytest.mark.parametrize("bulletin", [EMPTY, QUARTER, YEAR_END, late(1), late(60)])
def test_no_sentence_takes_the_period_for_a_month(bulletin: ProgressBulletin) -> None:
    """Neither 月通报 nor 下月 nor 本月."""
    texts = [value for value in context(bulletin).values() if isinstance(value, str)]

    assert not re.search("月通报|下月|本月|上月|当月", "".join(texts))


@pytest.mark.parametrize(
    ("finish_by", "expected"),
    [
        (None, ""),
        (date(2024, 10, 31), "10月底"),
        (date(2024, 11, 15), "11月15日"),
        (date(2025, 3, 31), "2025年3月底"),
    ],
)
def test_the_finish_date_is_said_as_people_say_it(finish_by: date | None, expected: str) -> None:
    """The last of a month is its end; a day of another year says so."""
    assert context(replace(QUARTER, finish_by=finish_by))["完成时限"] == expected


@pytest.mark.parametrize("count", [0, 1, 2, 15, 60])
def test_the_sentences_hold_for_any_number(count: int) -> None:
    """No 共0项, no doubled marks, no inconsistency."""
    for bulletin in (late(count), replace(late(count), behind=(), ongoing=late(count).behind)):
        texts = [value for value in context(bulletin).values() if isinstance(value, str)]

        assert inconsistencies(bulletin) == ()
        assert not [text for text in texts if re.search(r"(?<!\d)0[项个]|[。；，、：]{2}", text)]
