"""What a text tells of a target only in a measure of another kind."""

from collections.abc import Sequence

import pytest

from toolkit.model.assessment import Achieved
from toolkit.model.programme import Target
from toolkit.text.other_measures import is_capacity, same_number_otherwise, told_otherwise

_BEDS = ("护理床位", 100, "张", "养老机构新增护理床位100张")
_TOILETS = ("公厕", 6, "座", "改造公厕6座")
_BINS = ("果皮箱", 200, "个", "更新果皮箱200个")
_EVENTS = ("体育赛事活动", 100, "场", "体育赛事活动100场以上")
_COACHES = ("体育指导员", 150, "人", "体育指导员培训150人")
_AREA = ("建筑面积", 86000, "平方米", "建筑面积8.6万平方米")
_PLACES = ("学位", 900, "个", "新增学位900个")
_STATIONS = ("助餐养老服务站", 500, "处", "建设助餐养老服务站500处")
_COVERED = ("养老服务站", 100, "%", "养老服务站全覆盖")
_ROADS = ("", 20, "公里", "合计20公里")

Wants = tuple[str, float, str, str]


def _reached(targets: Sequence[Wants], numbers: Sequence[float | None]) -> list[Achieved]:
    given = numbers or (None,) * len(targets)
    return [
        Achieved(Target("M001", subject, number, measure, "等于", original), done)
        for (subject, number, measure, original), done in zip(targets, given, strict=True)
    ]


def _told(text: str, *targets: Wants, numbers: tuple[float | None, ...] = ()) -> str | None:
    reached = _reached(targets, numbers)
    found = told_otherwise(text, reached, 0)
    assert found is None or text[found.start : found.end] == found.text
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "targets", "words"),
    [
        ("养老机构护理床位已新增86平方米。", (_BEDS,), "养老机构护理床位已新增86平方米"),
        ("公厕已改造5平方米；累计更新果皮箱157个。", (_TOILETS, _BINS), "公厕已改造5平方米"),
        ("县乡公路已改造16条。", (_ROADS,), "县乡公路已改造16条"),
        ("建筑面积已完成改造7.38万户。", (_AREA,), "建筑面积已完成改造7.38万户"),
        ("养老服务站已建成392平方米。", (_STATIONS, _COVERED), "养老服务站已建成392平方米"),
    ],
)
def test_a_figure_in_a_measure_of_another_kind(
    text: str, targets: tuple[Wants, ...], words: str
) -> None:
    """The figure names what the target is about, and is said to be done."""
    assert _told(text, *targets) == words


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("新增护理床位86张，建筑面积900平方米。", (_BEDS,)),
        ("公厕已改造5处。", (_TOILETS,)),
        ("公厕改造投资已完成80万元。", (_TOILETS,)),
        ("已召开公厕改造调度会3次。", (_TOILETS,)),
        ("公厕正在改造，面积300平方米。", (_TOILETS,)),
        ("果皮箱已更新157个。", (_TOILETS, _BINS)),
        ("公厕已改造5平方米、公厕已建成8平方米。", (_TOILETS,)),
        ("计划改造公厕300平方米。", (_TOILETS,)),
        ("县乡公路已改造16条。", (_ROADS, _BINS)),
        ("已完成新增学位的教学楼2栋。", (_PLACES,)),
        ("", (_BEDS,)),
    ],
)
def test_no_such_figure(text: str, targets: tuple[Wants, ...]) -> None:
    """The own measure, money, meetings, plans, another target's figure and several are none."""
    assert _told(text, *targets) is None


def test_a_figure_may_be_of_a_target_that_nothing_else_tells_of() -> None:
    """体育指导员 are counted in 人 too; only once their number is known is 96人 no longer theirs."""
    text = "体育赛事活动已举办96人；累计培训体育指导员144人。"

    assert _told(text, _EVENTS, _COACHES) is None
    assert _told(text, _EVENTS, _COACHES, numbers=(None, 144)) == "体育赛事活动已举办96人"


@pytest.mark.parametrize(
    ("targets", "capacity"),
    [
        ((_PLACES,), True),
        ((_AREA,), True),
        ((_BEDS,), False),
        ((("节能保暖工程", 4500000, "平方米", "节能保暖工程450万平方米"),), False),
        ((("绿地", 3000, "平方米", "绿地3000平方米"), _TOILETS), True),
    ],
)
def test_what_is_there_all_at_once(targets: tuple[Wants, ...], capacity: bool) -> None:
    """Places and areas come with their building; an area that is all the work is counted."""
    reached = _reached(targets, ())

    assert is_capacity(reached[0].target, reached) is capacity


_ROOMS = ("改造教室", 149, "口", "改造教室149口")
_ELDERS = ("困难老年人家庭", 152, "户", "改造困难老年人家庭152户")
_JOBS = ("公益性岗位", 549, "个", "公益性岗位开发549个")
_LISTED = (
    "提升中小学教室照明，改造教室149口。改造困难老年人家庭152户。公益性岗位开发549个。共8所学校。"
)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("利用暑假改造中小学照明149所，全部完工，已测96口。", _ROOMS),
        ("教室照明改造149间，全部完工。", _ROOMS),
        ("已完成149处教室照明改造。", _ROOMS),
        ("累计改造教室149个。", _ROOMS),
        ("改造中小学教室共149座。", _ROOMS),
        ("149所教室照明全部完工。", _ROOMS),
        ("完成教室照明提升149套，已通过验收。", _ROOMS),
        ("改造困难老年人152人。", _ELDERS),
        ("困难老年人家庭改造152人次。", _ELDERS),
        ("已为152名困难老年人完成改造。", _ELDERS),
        ("开发公益性岗位549台。", _JOBS),
    ],
)
def test_the_very_number_in_another_measure(text: str, target: Wants) -> None:
    """A number that is told just so by the list is meant, whatever stands behind it."""
    assert same_number_otherwise(text, _reached([target], ()), 0, _LISTED)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("改造教室149口，涉及灯具149套。", _ROOMS),
        ("更新课桌149张。", _ROOMS),
        ("改造中小学照明148所。", _ROOMS),
        ("改造教室照明约149所。", _ROOMS),
        ("教室照明改造完成149平方米。", _ROOMS),
        ("教室照明宣传149场。", _ROOMS),
        ("教室照明改造投资149万元。", _ROOMS),
        ("共8所学校教室照明完成改造。", _ROOMS),
        ("公益性岗位549人在岗。", _JOBS),
        ("公益性岗位培训549人次。", _JOBS),
        ("公益性岗位补贴549万元。", _JOBS),
        ("困难老年人家庭安装扶手152套。", _ELDERS),
        ("困难老年人家庭改造152次。", _ELDERS),
        ("每所改造教室。", _ROOMS),
    ],
)
def test_a_number_that_may_count_something_else(text: str, target: Wants) -> None:
    """Sizes, people for things, another number, another thing: silent."""
    assert same_number_otherwise(text, _reached([target], ()), 0, _LISTED) is None
