"""Periods are read, named and followed without a day lost between them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ArgumentError
from toolkit.model.period import PeriodKind
from toolkit.text.periods import (
    as_of_name,
    following_month,
    parse_period,
    period_in_text,
    previous_period,
    span_name,
)

YEARS = st.integers(2000, 2099)
MONTHS = st.integers(1, 12)
LABELS = st.one_of(
    st.builds("{}".format, YEARS),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-{:02d}".format, YEARS, MONTHS),
    st.builds("{}-{:02d}-{}".format, YEARS, MONTHS, st.sampled_from(("上旬", "中旬", "下旬"))),
    st.builds("{}-W{:02d}".format, YEARS, st.integers(1, 52)),
)


@given(LABELS)
def test_a_label_is_read_and_kept(label: str) -> None:
    """Every period knows its label, its year and its days."""
    period = parse_period(f" {label} ")

    assert period.label == label
    assert period.year == int(label[:4])
    assert period.start <= period.end


@given(LABELS)
def test_a_form_names_its_period_so_that_it_is_read_again(label: str) -> None:
    """The line above a form's table is enough when its hidden marks are gone."""
    period = parse_period(label)
    line = f"报告期：{period.year}年{span_name(period)}（截至{as_of_name(period)}）"

    assert period_in_text(line) == (None if period.kind is PeriodKind.YEAR else label)


@given(LABELS)
def test_the_period_before_ends_on_the_day_before(label: str) -> None:
    """No day between two periods of one year, none in both."""
    period = parse_period(label)
    before = previous_period(period)

    if before is not None:
        assert before.kind is period.kind
        assert before.year == period.year
        assert before.end == period.start - timedelta(days=1)


@pytest.mark.parametrize("label", ["2021", "2021-01", "2021-Q1", "2021-01-上旬", "2021-W01"])
def test_the_first_period_of_a_year_has_none_before_it(label: str) -> None:
    """A new year's list starts anew."""
    assert previous_period(parse_period(label)) is None


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2024-02-下旬", date(2024, 2, 21), date(2024, 2, 29)),
        ("2024-09-中旬", date(2024, 9, 11), date(2024, 9, 20)),
        ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("2024-W36", date(2024, 9, 2), date(2024, 9, 8)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
    ],
)
def test_first_and_last_day(label: str, first: date, last: date) -> None:
    """Weeks are those of ISO 8601."""
    period = parse_period(label)

    assert (period.start, period.end) == (first, last)


@pytest.mark.parametrize(
    "label",
    ["", "9月", "2021-9", "2021-13", "2021-00", "2021-Q5", "2021-W00", "2021-W53", "2021-09-月底"],
)
def test_what_is_no_period_is_refused(label: str) -> None:
    """With an example of each kind, or the reason."""
    with pytest.raises(ArgumentError) as error:
        parse_period(label)
    assert error.value.hint


@pytest.mark.parametrize(
    ("label", "span", "as_of"),
    [
        ("2021-01", "1月", "1月底"),
        ("2021-09", "1-9月", "9月底"),
        ("2021-Q1", "第一季度", "3月底"),
        ("2021-Q4", "第四季度", "12月底"),
        ("2021-09-上旬", "9月上旬", "9月10日"),
        ("2021-09-下旬", "9月下旬", "9月底"),
        ("2024-W36", "第36周", "9月8日"),
        ("2021", "", "12月底"),
    ],
)
def test_names(label: str, span: str, as_of: str) -> None:
    """As titles and preambles say them."""
    period = parse_period(label)

    assert (span_name(period), as_of_name(period)) == (span, as_of)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2021年1-9月", "2021-09"),
        ("２０２１年１—９月", "2021-09"),
        ("2021 年 1 月 - 9 月份", "2021-09"),
        ("2021年1月至9月", "2021-09"),
        ("2021年1–9月", "2021-09"),
        ("2021年度1~9月", "2021-09"),
        ("济宁高新区2021年1-9月为民办实事项目表", "2021-09"),
        ("截至2021年9月30日", "2021-09"),
        ("2021年11月", "2021-11"),
        ("2021年前三季度", "2021-Q3"),
        ("2021年二季度", "2021-Q2"),
        ("2021年13月", None),
        ("9月底", None),
        ("2021年", None),
        ("", None),
    ],
)
def test_period_in_text(text: str, label: str | None) -> None:
    """Of a span it is the last month, for figures are cumulative."""
    assert period_in_text(text) == label


def test_the_following_month_may_be_next_years() -> None:
    """December's report is due in January."""
    assert following_month(parse_period("2021-12")) == (2022, 1)
    assert following_month(parse_period("2021-Q3")) == (2021, 10)
