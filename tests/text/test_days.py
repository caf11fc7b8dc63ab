"""Days that cannot be, cut-offs and deeds that are not this period's, plans for what is over."""

from datetime import date

import pytest

from toolkit.text.calendar_days import impossible_days, wrong_week_days
from toolkit.text.cut_offs import other_cut_off
from toolkit.text.expectations import expects_a_time, past_expectation
from toolkit.text.future_deeds import future_deed
from toolkit.text.past_plans import past_plan, past_third
from toolkit.text.periods import parse_period

SEPTEMBER = parse_period("2024-09")
DUE = date(2024, 10, 8)

IMPOSSIBLE = (
    ("9月31日前完成", "9月31日"),
    ("2月30日", "2月30日"),
    ("2023年2月29日", "2023年2月29日"),
    ("二月三十日", "二月三十日"),
    ("9月28日至31日", "9月28日至31日"),
    ("2024-9-31", "2024-9-31"),
    ("11月31号", "11月31号"),
    ("13月底前", "13月"),
)
POSSIBLE = (
    "10月31日前",
    "2月29日",
    "2024年2月29日",
    "工期18个月",
    "31号楼",
    "9月31号楼",
    "满13月龄",
    "",
)


@pytest.mark.parametrize(("text", "day"), IMPOSSIBLE)
def test_impossible_days(text: str, day: str) -> None:
    """They are told as written, with their place."""
    (found,) = impossible_days(text)
    assert found.text == day
    assert text[found.start : found.end] == day


@pytest.mark.parametrize("text", POSSIBLE)
def test_possible_days(text: str) -> None:
    """29 February is possible in some year; numbers of houses and lengths of time are no days."""
    assert impossible_days(text) == ()


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("9月17日（星期日）中秋", "星期二"),
        ("9月17日(周日)", "星期二"),
        ("9月17日星期天", "星期二"),
        ("2023年9月17日（星期二）", "星期日"),
        ("9月17日（中秋节，星期日）", "星期二"),
    ],
)
def test_wrong_days_of_the_week(text: str, right: str) -> None:
    """The right one is told; a day without a year is of the programme's."""
    ((phrase, told),) = wrong_week_days(text, 2024, SEPTEMBER.end)
    assert told == right
    assert text[phrase.start : phrase.end] == phrase.text


@pytest.mark.parametrize(
    "text",
    [
        "9月17日（星期二）",
        "2025年1月6日（周一）",
        "1月6日（周一）",
        "9月17日周边",
        "9月17日周日生主讲",
    ],
)
def test_right_days_of_the_week(text: str) -> None:
    """Near the turn of the year the day may be of the next; 周日生 may be a name."""
    assert not list(wrong_week_days(text, 2024, SEPTEMBER.end))


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("截至8月底，累计结算1736万人次。", "2024-09", "截至8月底"),
        ("截至2023年9月底，打通11条。", "2024-09", "截至2023年9月底"),
        ("2023年1月至9月20日，筛查1921人。", "2024-09-中旬", "2023年1月至9月20日"),
        ("1-8月累计新增2万人。", "2024-09", "1-8月"),
        ("截止上半年，建成3处。", "2024-09", "截止上半年"),
        ("截至8月底，整改222处；信号灯9月27日通电。", "2024-09-下旬", "截至8月底"),
        ("截至8月底，建成3处。", "2024-Q3", "截至8月底"),
        ("截至11月底，建成3处。", "2024-09", "截至11月底"),
    ],
)
def test_cut_offs_of_another_time(text: str, label: str, words: str) -> None:
    """Last period's, last year's, and such as are still to come."""
    found = other_cut_off(text, parse_period(label), None, done=False)
    assert found is not None
    assert found.text == words
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "截至9月底，建成3处。",
        "截至9月25日，建成3处。",
        "截至10月8日，建成3处。",
        "截至目前，建成3处。",
        "截至2023年底，共有300处。",
        "截至8月底100户，9月新增20户。",
        "截至8月底建成7处，目前建成9处。",
        "较截至8月底增加3处。",
        "截至8月底同比增长3%。",
        "截至12月底预计建成15处。",
        "1-9月新增2万人。",
        "1-8月份补助资金已发放。",
    ],
)
def test_cut_offs_that_may_be_meant(text: str) -> None:
    """The period's own, one within the time for reporting, and figures for comparison."""
    assert other_cut_off(text, SEPTEMBER, DUE, done=False) is None


def test_a_finished_item_may_name_the_day_of_its_end() -> None:
    """截至6月底，全部建成 says when; what goes on being counted has to be up to date."""
    assert other_cut_off("截至6月底，全部建成。", SEPTEMBER, DUE, done=True) is None
    assert other_cut_off("截至8月底，累计结算9万人。", SEPTEMBER, DUE, done=True) is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("其中2个已于10月18日通过竣工验收；其余在建。", "已于10月18日通过竣工验收"),
        ("完工35所。10月25日，会同住建部门进行了验收。", "10月25日，会同住建部门进行了验收"),
        ("已于11月全面投用", "已于11月全面投用"),
    ],
)
def test_deeds_on_days_to_come(text: str, words: str) -> None:
    """They are told with their place."""
    found = future_deed(text, SEPTEMBER.end, DUE)
    assert found is not None
    assert found.text == words
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "已于9月18日通过验收",
        "已于10月8日通过验收",
        "已定于10月18日开标",
        "公告已发布，10月18日开标",
        "10月18日前已可完成验收",
        "预计10月18日通过验收",
        "已于2023年10月18日通过验收",
        "截至10月31日，65件已完成26件",
    ],
)
def test_deeds_in_time_and_plans(text: str) -> None:
    """What is past, what was added within the time for reporting, and what is planned."""
    assert future_deed(text, SEPTEMBER.end, DUE) is None


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ("9月份组织验收", "9月份"),
        ("1、8月底召开会议", "8月底"),
        ("9月20日举办招聘会", "9月20日"),
        ("计划8月再新增20处", "8月"),
        ("三季度完成铺装", "三季度"),
    ],
)
def test_plans_for_what_is_over(plan: str, words: str) -> None:
    """The period's own month is over, whether 前 follows or not."""
    found = past_plan(plan, SEPTEMBER.end)
    assert found is not None
    assert found.text == words
    assert plan[found.start : found.end] == words


@pytest.mark.parametrize(
    "plan",
    [
        "10月份组织验收",
        "9月份救助金10月发放",
        "9月完成的3处组织验收",
        "1月份完成",
        "四季度完成",
        "",
    ],
)
def test_plans_for_what_is_to_come(plan: str) -> None:
    """A month that is named for something else is not planned for; January may be the next."""
    assert past_plan(plan, SEPTEMBER.end) is None


def test_plans_for_the_same_ten_days() -> None:
    """At the end of 中旬, 中旬 is over; 下旬 is not."""
    middle = parse_period("2024-09-中旬")
    assert past_third("中旬完成3处", middle) is not None
    assert past_third("下旬完成3处", middle) is None
    assert past_third("中旬完成3处", SEPTEMBER) is None


@pytest.mark.parametrize(
    ("text", "over", "told"),
    [
        ("因雨停工，预计8月底前全部完成。", True, True),
        ("未能在8月底前完成，预计10月底前完成。", False, True),
        ("预计2025年1月底前完成。", False, True),
        ("评审组提出了整改意见，6条整改了4条。", False, False),
        ("9月3日因雨停工，未能在9月底前完成。", False, False),
        ("待开春气温回升后复工。", False, True),
        ("未到期", False, True),
    ],
)
def test_explanations_of_a_delay(text: str, over: bool, told: bool) -> None:
    """Whether the day that is expected is over, and whether any time is told."""
    assert (past_expectation(text, SEPTEMBER.end) is not None) == over
    assert expects_a_time(text) == told
