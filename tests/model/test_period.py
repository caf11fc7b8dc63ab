"""Kinds of period and what people call their neighbours."""

import pytest

from toolkit.model.period import PeriodKind


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (PeriodKind.WEEK, "上周", "下周"),
        (PeriodKind.TEN_DAYS, "上一旬", "下一旬"),
        (PeriodKind.MONTH, "上月", "下月"),
        (PeriodKind.QUARTER, "上季度", "下季度"),
        (PeriodKind.YEAR, "上年", "下年"),
    ],
)
def test_words_for_the_periods_around(kind: PeriodKind, before: str, after: str) -> None:
    """As headings of columns say them: 下周工作计划."""
    assert (kind.previous_word, kind.next_word) == (before, after)
