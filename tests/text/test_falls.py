"""Running totals from period to period: those that fall, and totals that grow apart."""

import pytest

from toolkit.model.period import Period
from toolkit.text.done_types import Wanted
from toolkit.text.falls import falls
from toolkit.text.figures import Comparator
from toolkit.text.figures_of_period import figure_of_period
from toolkit.text.grown_totals import grown_apart
from toolkit.text.periods import parse_period


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("累计免费体检219人。", "1.本周免费体检15人，累计227人；2.随访3人。"),
        ("社区健康指导员累计培训68人。", "社区健康指导员培训1期，86人参加。"),
        ("已建成开餐3处，其余在装修。", "新建食堂已开餐4处。"),
    ],
)
def test_a_running_total_never_falls(text: str, former: str) -> None:
    """A smaller figure under the name that it had is told."""
    assert falls(text, former, single=True)
    assert falls(former, text, single=True) is None or "累计" not in former


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("累计免费体检227人。", "累计免费体检219人。"),
        ("本周免费体检19人。", "累计免费体检219人。"),
        ("累计免费体检219人（更正：上周多报8人）。", "累计免费体检227人。"),
        ("累计上门体检219人。", "累计免费体检227人。"),
        ("累计免费体检约219人。", "累计免费体检227人。"),
        ("社区健康指导员累计培训68人。", "下步计划培训社区健康指导员86人。"),
    ],
)
def test_other_figures_do_not_fall(text: str, former: str) -> None:
    """Of another name or period, rough or corrected figures are no fall."""
    assert falls(text, former, single=True) is None


def test_a_verb_alone_says_too_little_where_several_things_are_promised() -> None:
    """已开餐3处 may be of another thing then."""
    assert falls("已开餐3处。", "已开餐4处。", single=False) is None


def test_a_total_grows_by_what_is_new() -> None:
    """新增 and 总数 grow by as much, unless something was lost."""
    former = "累计新增床位142个，床位总数517个。"
    assert grown_apart("累计新增床位150个，床位总数达到537个。", former)
    assert grown_apart("累计新增床位150个，床位总数达到525个。", former) is None
    assert grown_apart("累计新增床位150个，关停1处，床位总数达到521个。", former) is None
    assert grown_apart("累计新增床位150个，座位总数达到537个。", former) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("第三季度举办共读等阅读活动31场。", "第三季度举办共读等阅读活动31场"),
        ("第三季度举办阅读活动31场，累计89场。", ""),
        ("二季度举办阅读活动31场。", ""),
        ("举办阅读活动31场。", ""),
    ],
)
def test_the_figure_of_one_period(text: str, told: str) -> None:
    """Only a lone figure that is called the period's own is one."""
    wanted = Wanted(100, "场", "阅读活动", Comparator.AT_LEAST, "阅读活动不少于100场")
    period: Period = parse_period("2024-Q3")
    assert figure_of_period(text, period, [wanted], 0) == told
