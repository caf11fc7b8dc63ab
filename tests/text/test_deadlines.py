"""A deadline is a day, and lateness is counted in working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ProgrammeError
from toolkit.text.deadlines import deadline, due_text, working_days_late
from toolkit.text.periods import parse_period
from toolkit.text.working_days import is_working_day

ALL_KINDS = "次月5日；季后15日；旬后3日；次周周二；12月20日；期后1日"
LABELS = ("2024", "2024-Q3", "2024-09", "2024-09-上旬", "2024-W36")


@pytest.mark.parametrize(
    ("rule", "period", "day"),
    [
        ("次月5日", "2021-09", date(2021, 10, 5)),
        ("次月8日前", "2021-12", date(2022, 1, 8)),
        ("下月 5 日之前", "2021-09", date(2021, 10, 5)),
        ("每月次月五日以前报送。", "2021-09", date(2021, 10, 5)),
        ("当月25日", "2021-09", date(2021, 9, 25)),
        ("本月31日", "2021-09", date(2021, 9, 30)),
        ("次月31日", "2021-01", date(2021, 2, 28)),
        ("次月5日", "2024-Q3", date(2024, 10, 5)),
        ("当月25日", "2024-Q3", date(2024, 9, 25)),
        ("季后15日", "2024-Q4", date(2025, 1, 15)),
        ("每季度终了后15日内", "2024-Q3", date(2024, 10, 15)),
        ("旬后2日", "2024-09-下旬", date(2024, 10, 2)),
        ("旬后2个工作日前", "2024-09-下旬", date(2024, 10, 9)),
        ("次周周一", "2024-W36", date(2024, 9, 9)),
        ("下周二", "2024-W36", date(2024, 9, 10)),
        ("次周一", "2020-W53", date(2021, 1, 4)),
        ("下星期三前", "2024-W36", date(2024, 9, 11)),
        ("本周五", "2024-W36", date(2024, 9, 6)),
        ("周日", "2024-W36", date(2024, 9, 8)),
        ("星期天", "2024-W36", date(2024, 9, 8)),
        ("每周五前", "2024-W36", date(2024, 9, 6)),
        ("每周次周周一前", "2024-W36", date(2024, 9, 9)),
        ("期后3日", "2024-W36", date(2024, 9, 11)),
        ("期后3日", "2024-09", date(2024, 10, 3)),
        ("期后5个工作日", "2024-09", date(2024, 10, 12)),
        ("期后5工作日内", "2024", date(2025, 1, 8)),
        ("12月20日前", "2024", date(2024, 12, 20)),
        ("每年12月20日", "2024", date(2024, 12, 20)),
        ("次年1月15日", "2024", date(2025, 1, 15)),
        ("2月30日", "2024", date(2024, 2, 29)),
    ],
)
def test_deadline(rule: str, period: str, day: date) -> None:
    """Counted from the month or day with which the period ends; a missing day is the last."""
    assert deadline(rule, parse_period(period)) == day


@pytest.mark.parametrize(
    ("rule", "period", "day"),
    [
        ("", "2024-W36", date(2024, 9, 9)),
        ("次月5日", "2024-W36", date(2024, 9, 9)),
        ("次月5日", "2024-09-上旬", date(2024, 9, 12)),
        ("旬后3日", "2024-Q3", date(2024, 10, 10)),
        ("次月5日", "2024", None),
        ("", "2024", None),
    ],
)
def test_what_no_clause_serves_has_its_usual_day(rule: str, period: str, day: date | None) -> None:
    """A week: the Monday after; ten days: two days; a quarter: ten; a year: nobody is late."""
    assert deadline(rule, parse_period(period)) == day


@pytest.mark.parametrize("separator", ["；", ";", "\n", "；\r\n"])
@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2024-09", date(2024, 10, 5)),
        ("2024-Q3", date(2024, 10, 15)),
        ("2024-09-上旬", date(2024, 9, 13)),
        ("2024-W36", date(2024, 9, 10)),
        ("2024", date(2024, 12, 20)),
    ],
)
@pytest.mark.parametrize("reverse", [True, False])
def test_each_kind_has_its_clause(separator: str, period: str, day: date, reverse: bool) -> None:
    """In whatever order they stand; the clause for every kind only serves where there is none."""
    clauses = ALL_KINDS.split("；")
    rule = separator.join(reversed(clauses) if reverse else clauses)

    assert deadline(rule, parse_period(period)) == day


@pytest.mark.parametrize(
    ("rule", "period", "day"),
    [
        ("次月5日；期后2日", "2024-Q3", date(2024, 10, 5)),
        ("期后2日", "2024-Q3", date(2024, 10, 2)),
        ("每月次月5日；每季度次月12日", "2024-Q3", date(2024, 10, 12)),
        ("每月次月5日；每季度次月12日", "2024-09", date(2024, 10, 5)),
        ("每周期后2日；每旬期后3日；期后4日", "2024-W36", date(2024, 9, 10)),
        ("每周期后2日；每旬期后3日；期后4日", "2024-09-上旬", date(2024, 9, 13)),
        ("每周期后2日；每旬期后3日；期后4日", "2024-09", date(2024, 10, 4)),
    ],
)
def test_the_nearest_clause_wins(rule: str, period: str, day: date) -> None:
    """One for the kind, then for a quarter that for months, then the one for every kind."""
    assert deadline(rule, parse_period(period)) == day


@pytest.mark.parametrize(
    ("rule", "period", "day"),
    [
        ("次月5日（遇节假日顺延）", "2024-09", date(2024, 10, 8)),
        ("次月5日前，遇法定节假日、双休日顺延", "2024-09", date(2024, 10, 8)),
        ("次月5日(遇节假日顺延至下一个工作日)", "2024-09", date(2024, 10, 8)),
        ("次月5日（遇节假日顺延至第2个工作日）", "2024-09", date(2024, 10, 9)),
        ("次月5日（遇节假日顺延至节后第二个工作日）", "2024-09", date(2024, 10, 9)),
        ("次月8日（遇节假日顺延至第2个工作日）", "2024-09", date(2024, 10, 8)),
        ("次月12日（遇节假日顺延）", "2024-09", date(2024, 10, 12)),
        ("次周周二（遇节假日顺延至第2个工作日）", "2024-W39", date(2024, 10, 9)),
        ("次月5日；季后6日；（遇节假日顺延）", "2024-09", date(2024, 10, 8)),
        ("次月5日；季后6日；（遇节假日顺延）", "2024-Q3", date(2024, 10, 8)),
        ("遇节假日顺延；次月5日（遇节假日顺延至第2个工作日）", "2024-09", date(2024, 10, 9)),
        ("次月5日；季后6日（遇节假日顺延）", "2024-09", date(2024, 10, 5)),
        ("遇节假日顺延", "2024-09-下旬", date(2024, 10, 8)),
        ("遇节假日顺延", "2024", None),
    ],
)
def test_a_day_off_moves_where_the_rule_says_so(rule: str, period: str, day: date | None) -> None:
    """A clause's own words come before those for the whole rule; a working Saturday stays."""
    assert deadline(rule, parse_period(period)) == day


REFUSED = [
    "尽快",
    "次月0日",
    "次月32日",
    "次月",
    "5日",
    "每月5日",
    "次月5日10点",
    "次月5日，季后8日",
]
REFUSED += ["周四", "每周一前", "期后0日", "季后", "13月1日", "每周次月5日", "每月次周周一", "次周"]
REFUSED += ["次月5日（遇雨顺延）", "次月5日（遇节假日顺延至第0个工作日）", "期后5个", "旬后百日"]


@pytest.mark.parametrize("clause", REFUSED)
@pytest.mark.parametrize("label", LABELS)
def test_what_is_no_clause_is_refused(clause: str, label: str) -> None:
    """Whatever period is asked for: named, and with what to write instead."""
    for rule in (clause, f"{ALL_KINDS}；{clause}"):
        with pytest.raises(ProgrammeError) as error:
            deadline(rule, parse_period(label))
        assert f"报送时限“{clause}”" in error.value.message
        for form in ("次月5日", "当月25日", "季后10日", "旬后2日", "次周周一", "期后5个工作日"):
            assert form in error.value.hint


def test_an_early_weekday_has_to_say_its_week() -> None:
    """周二 of this week or the next: a wrong guess would call every unit late."""
    with pytest.raises(ProgrammeError, match="没有写明是本周还是次周"):
        deadline("每周二前", parse_period("2024-W36"))


@pytest.mark.parametrize("rule", ["次月5日；次月8日", "期后3日\n期后2日", "周五；次周周一"])
def test_two_clauses_for_one_kind_are_refused(rule: str) -> None:
    """Nobody could tell which of them holds."""
    with pytest.raises(ProgrammeError, match="与前面的一条重复"):
        deadline(rule, parse_period("2024-09"))


@pytest.mark.parametrize(
    ("rule", "said"),
    [("", "没有报送时限"), (" \n ", "没有报送时限"), ("季后10日", "“季后10日”没有说到月报")],
)
def test_a_month_needs_a_clause(rule: str, said: str) -> None:
    """No day is usual for months, so one has to be set."""
    with pytest.raises(ProgrammeError, match=said) as error:
        deadline(rule, parse_period("2021-09"))
    assert "次月5日" in error.value.hint


@given(st.sampled_from(LABELS), st.integers(1, 30), st.integers(1, 3))
def test_a_moved_day_is_a_working_day(label: str, days: int, number: int) -> None:
    """It is never before the day that the clause sets, and stays when that is a working day."""
    period = parse_period(label)
    plain = deadline(f"期后{days}日", period)
    moved = deadline(f"期后{days}日（遇节假日顺延至第{number}个工作日）", period)

    assert plain == period.end + timedelta(days=days)
    assert moved is not None
    assert is_working_day(moved)
    assert moved == plain if is_working_day(plain) else moved > plain


@given(st.sampled_from(LABELS), st.integers(1, 30))
def test_working_days_after_a_period_are_counted_like_days_late(label: str, days: int) -> None:
    """The n-th working day after a period is n working days after it."""
    period = parse_period(label)
    due = deadline(f"期后{days}个工作日", period)

    assert due is not None
    assert is_working_day(due)
    assert working_days_late(period.end, due) == days


WORDS = [
    "每",
    "周",
    "旬",
    "月",
    "季",
    "年",
    "期",
    "后",
    "次",
    "本",
    "当",
    "前",
    "日",
    "个工作日",
    "1",
    "5",
    "31",
    "五",
    "二十",
    "；",
    "（遇节假日顺延）",
]
RULES = st.text(max_size=30) | st.lists(st.sampled_from(WORDS), max_size=8).map("".join)


@given(RULES, st.sampled_from(LABELS))
def test_any_text_is_understood_or_refused(rule: str, label: str) -> None:
    """What people write into the cell ends in a day, no day, or advice."""
    period = parse_period(label)
    try:
        outcome: date | str | None = deadline(rule, period)
    except ProgrammeError as error:
        outcome = error.hint

    assert outcome != ""
    assert not isinstance(outcome, date) or outcome >= period.start


@pytest.mark.parametrize(
    ("due", "text"), [(date(2021, 10, 8), "10月8日"), (date(2022, 1, 5), "1月5日"), (None, "")]
)
def test_due_text(due: date | None, text: str) -> None:
    """As letters say it; without a deadline nothing is said."""
    assert due_text(due) == text


@pytest.mark.parametrize(
    ("due", "received", "days"),
    [
        (date(2021, 10, 8), date(2021, 10, 8), 0),
        (date(2021, 10, 8), date(2021, 10, 1), 0),
        (date(2021, 10, 8), date(2021, 10, 9), 1),
        (date(2021, 10, 8), date(2021, 10, 10), 1),
        (date(2021, 10, 8), date(2021, 10, 12), 3),
        (date(2021, 9, 30), date(2021, 10, 7), 0),
        (date(2100, 1, 1), date(2100, 1, 4), 1),
    ],
)
def test_working_days_late(due: date, received: date, days: int) -> None:
    """Holidays do not count, working Saturdays do; in far years only weekends are left out."""
    assert working_days_late(due, received) == days


@given(st.dates(date(2005, 1, 1), date(2030, 1, 1)), st.integers(0, 60))
def test_waiting_longer_is_never_less_late(due: date, days: int) -> None:
    """Another day adds one working day at most."""
    late = working_days_late(due, due + timedelta(days=days))

    assert 0 <= late <= days
    assert working_days_late(due, due + timedelta(days=days + 1)) - late in (0, 1)
