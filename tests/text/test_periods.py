"""Periods are read, named and followed without a day lost between them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ArgumentError
from toolkit.model.period import Period, PeriodKind
from toolkit.text.periods import (
    as_of_name,
    following_month,
    next_period,
    parse_period,
    period_in_text,
    period_line,
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


FIRST_OF_YEAR = ("{}", "{}-Q1", "{}-01", "{}-01-上旬", "{}-W01")


def periods_of(year: int) -> list[Period]:
    """Return all periods of a year, each kind from its first to its last."""
    found: list[Period] = []
    for first in FIRST_OF_YEAR:
        period: Period | None = parse_period(first.format(year))
        while period is not None:
            found.append(period)
            period = next_period(period)
    return found


@given(LABELS)
def test_a_label_is_read_and_kept(label: str) -> None:
    """Every period knows its label, its year and its days."""
    period = parse_period(f" {label} ")

    assert period.label == label
    assert period.year == int(label[:4])
    assert period.start <= period.end


@pytest.mark.parametrize("year", range(2018, 2034))
@pytest.mark.parametrize("cumulative", [True, False])
def test_every_period_is_read_again_from_its_form(year: int, cumulative: bool) -> None:
    """The line above a form's table is enough when its hidden marks are gone.

    Among these years are those whose weeks 1, 52 and 53 reach into another one. A title names all
    but the year, which every title of the programme has.
    """
    for period in periods_of(year):
        line = period_line(period, cumulative=cumulative)
        title = f"{period.year}年{span_name(period, cumulative=cumulative)}"
        in_title = None if period.kind is PeriodKind.YEAR else period.label

        assert period_in_text(line) == period.label
        assert period_in_text(f"报告期：{line}") == period.label
        assert period_in_text(f"济宁高新区{title}为民办实事项目表") == in_title


@pytest.mark.parametrize("year", range(2018, 2034))
def test_the_periods_of_a_year_follow_one_another(year: int) -> None:
    """One year, four quarters, twelve months, 36 times ten days, 52 or 53 weeks; no day is lost."""
    periods = periods_of(year)
    weeks = 53 if year in (2020, 2026, 2032) else 52
    kinds = [period.kind for period in periods]

    assert [kinds.count(kind) for kind in PeriodKind] == [1, 4, 12, 36, weeks]
    for period in periods:
        after = next_period(period)
        if after is not None:
            assert after.kind is period.kind
            assert after.start == period.end + timedelta(days=1)
            assert previous_period(after) == period


@pytest.mark.parametrize(
    "label", ["2021", "2021-Q4", "2021-12", "2021-12-下旬", "2021-W52", "2020-W53", "2999-12"]
)
def test_the_last_period_of_a_year_has_none_after_it(label: str) -> None:
    """The next one belongs to the next year's programme."""
    assert next_period(parse_period(label)) is None


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
    [
        "",
        "9月",
        "2021-9",
        "2021-13",
        "2021-00",
        "2021-Q5",
        "0000",
        "0000-01",
        "2021-W00",
        "2021-W53",
        "2021-09-月底",
    ],
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
        ("2022-W52", "第52周", "2023年1月1日"),
        ("2025-W01", "第1周", "1月5日"),
        ("2021", "", "12月底"),
    ],
)
def test_names(label: str, span: str, as_of: str) -> None:
    """As titles and preambles say them."""
    period = parse_period(label)

    assert (span_name(period), as_of_name(period)) == (span, as_of)


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("2021-01", "1月"),
        ("2021-09", "9月"),
        ("2021-Q3", "第三季度"),
        ("2021-09-上旬", "9月上旬"),
        ("2024-W36", "第36周"),
        ("2021", ""),
    ],
)
def test_names_of_periods_that_count_alone(label: str, span: str) -> None:
    """Only a month's name says from when its figures count."""
    assert span_name(parse_period(label), cumulative=False) == span


@pytest.mark.parametrize(
    ("label", "cumulative", "alone"),
    [
        ("2024", "2024年度", "2024年度"),
        ("2024-01", "2024年1月（截至1月底）", "2024年1月（1月1日至31日）"),
        ("2024-09", "2024年1-9月（截至9月底）", "2024年9月（9月1日至30日）"),
        ("2024-Q3", "2024年第三季度（截至9月底）", "2024年第三季度（7月1日至9月30日）"),
        (
            "2024-09-上旬",
            "2024年9月上旬（9月1日至10日，累计至9月10日）",
            "2024年9月上旬（9月1日至10日）",
        ),
        (
            "2024-02-下旬",
            "2024年2月下旬（2月21日至29日，累计至2月底）",
            "2024年2月下旬（2月21日至29日）",
        ),
        (
            "2024-W36",
            "2024年第36周（9月2日至8日，累计至9月8日）",
            "2024年第36周（9月2日至8日）",
        ),
        (
            "2024-W40",
            "2024年第40周（9月30日至10月6日，累计至10月6日）",
            "2024年第40周（9月30日至10月6日）",
        ),
        (
            "2025-W01",
            "2025年第1周（2024年12月30日至2025年1月5日，累计至1月5日）",
            "2025年第1周（2024年12月30日至2025年1月5日）",
        ),
        (
            "2020-W53",
            "2020年第53周（2020年12月28日至2021年1月3日，累计至2021年1月3日）",
            "2020年第53周（2020年12月28日至2021年1月3日）",
        ),
    ],
)
def test_line_of_a_form(label: str, cumulative: str, alone: str) -> None:
    """Weeks and ten days show their days, for few people know these by heart."""
    period = parse_period(label)

    assert period_line(period) == cumulative
    assert period_line(period, cumulative=False) == alone


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
        ("2021年上半年", "2021-Q2"),
        ("2021年度上半年", "2021-Q2"),
        ("2021年前三个季度", "2021-Q3"),
        ("2021年1-3季度", "2021-Q3"),
        ("2021年1月1日至9月30日", "2021-09"),
        ("2021年1月1日至2021年9月30日", "2021-09"),
        ("2021年度（1-9月）", "2021-09"),
        ("2021年9月上旬（9月1日至10日）", "2021-09-上旬"),
        ("2021年 第 36 周", "2021-W36"),
        ("2025年第1周（2024年12月30日至2025年1月5日）", "2025-W01"),
        ("2020年第53周", "2020-W53"),
        ("2021年第53周", None),
        ("2021年9月第一周", None),
        ("报告期：2021年度", "2021"),
        ("2021年全年", "2021"),
        ("2021年度（全年）", "2021"),
        ("2021年度为民办实事项目汇总表", None),
        ("济宁高新区2021年为民办实事项目汇总表", None),
        ("2021年汇总表", None),
        ("2021年13月", None),
        ("9月底", None),
        ("2021年", None),
        ("", None),
    ],
)
def test_period_in_text(text: str, label: str | None) -> None:
    """Of a span it is the last month, for figures are cumulative; a title's year is no period."""
    assert period_in_text(text) == label


def test_the_following_month_may_be_next_years() -> None:
    """December's report is due in January."""
    assert following_month(parse_period("2021-12")) == (2022, 1)
    assert following_month(parse_period("2021-Q3")) == (2021, 10)
