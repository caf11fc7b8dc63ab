"""What a text says was promised, will be reached, is done or is left out."""

import pytest

from toolkit.text.claims import claims
from toolkit.text.done_types import Wanted
from toolkit.text.fulfilment import says_reached
from toolkit.text.mentioned import speaks_of
from toolkit.text.plan_reach import plan_fault
from toolkit.text.restated import restated
from toolkit.text.standards import standards_restated
from toolkit.text.work_stages import not_yet_working

HOMES = Wanted(400, "个", "城镇老旧小区", "不少于", "改造城镇老旧小区400个以上")
CLASSES = Wanted(20, "个", "班", "等于", "新建20个班")
PLACES = Wanted(900, "个", "学位", "等于", "新增学位900个")
SECOND = Wanted(500, "元/人·月", "二孩", "等于", "普惠性托位按二孩500元")
THIRD = Wanted(600, "元/人·月", "补助", "等于", "三孩600元每人每月补助")
AGE = Wanted(65, "周岁", "常住老年人", "不少于", "扩大至65周岁及以上常住老年人")


@pytest.mark.parametrize(
    ("text", "wanted", "place"),
    [
        ("完工318个，占年度目标380个的83.7%。", (HOMES,), 0),
        ("今年计划改造老旧小区380个，已完工300个。", (HOMES,), 0),
        ("距离380个的目标还差62个。", (HOMES,), 0),
        ("项目建成后可设20个班，提供学位800个。", (CLASSES, PLACES), 1),
        ("学校规模18个班，学位900个。", (CLASSES, PLACES), 0),
    ],
)
def test_targets_stated_otherwise(text: str, wanted: tuple[Wanted, ...], place: int) -> None:
    """A number that is called the target is the list's."""
    (found,) = restated(text, wanted)
    assert found.place == place


@pytest.mark.parametrize(
    "text",
    [
        "完工318个，占年度目标400个的79.5%。",
        "已完成300个小区的改造任务。",
        "9月完成30个，超过本月目标25个。",
        "2012年计划改造任务31个，已完成。",
        "年度目标约380个。",
        "力争完成420个的目标。",
        "街道承担任务80个。",
        "剩余任务82个。",
    ],
)
def test_numbers_that_restate_no_target(text: str) -> None:
    """What was done, a part of the task and a higher aim are left alone."""
    assert restated(text, (HOMES,)) == ()


@pytest.mark.parametrize(
    ("text", "wanted", "count"),
    [
        ("补助按二孩600元、三孩500元每人每月发放。", (SECOND, THIRD), 2),
        ("补助按二孩500元、三孩600元每人每月发放。", (SECOND, THIRD), 0),
        ("二孩已由300元提高到500元，二孩500元标准执行到位。", (SECOND,), 0),
        ("已将对象扩大至60周岁及以上常住老年人。", (AGE,), 1),
        ("对象扩大至65周岁及以上，其中80周岁以上2.3万人。", (AGE,), 0),
        ("上半年扩大至70周岁，9月起扩大至65周岁。", (AGE,), 0),
    ],
)
def test_rates_and_ages_stated_otherwise(text: str, wanted: tuple[Wanted, ...], count: int) -> None:
    """Each rate has a name; who else is told of by age does not matter."""
    assert len(tuple(standards_restated(text, wanted))) == count


@pytest.mark.parametrize(
    ("plan", "planned"),
    [
        ("四季度再完成60个小区，确保全年650个目标顺利完成。", 60),
        ("11月再改造20个、12月再改造30个，年底前完成650个任务。", 50),
    ],
)
def test_plans_that_are_too_small(plan: str, planned: float) -> None:
    """A plan that promises the whole adds up to it."""
    fault = plan_fault(plan, 650, "个", 561)
    assert fault is not None
    assert fault.planned == planned


@pytest.mark.parametrize(
    "plan",
    [
        "四季度再完成89个小区，确保全年650个目标顺利完成。",
        "四季度再完成60个小区。",
        "10月再完成60个，其余年底前完成，确保完成全年目标。",
        "10月、11月每月再完成30个，确保完成全年目标。",
        "再完成60个以上，确保完成全年目标。",
        "10月检查60个小区，确保完成全年目标。",
        "再铺设管线60公里，确保完成全年目标。",
    ],
)
def test_plans_that_promise_less_or_leave_it_open(plan: str) -> None:
    """Nothing is said of a step, and where anything leaves open how much it will be."""
    assert plan_fault(plan, 650, "个", 561) is None


@pytest.mark.parametrize(
    "text",
    [
        "累计建成742个，占全年目标的92.8%，已全面完成年度建设任务；",
        "建成基站49个，超额完成年度建设任务。",
        "年内新增托位任务已完成，累计新增304个；",
        "三项任务均已完成。",
        "目标任务已全部完成。",
        "12处示范店全部建成。",
    ],
)
def test_claims_that_the_task_is_done(text: str) -> None:
    """However it is said."""
    assert list(claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "已开工30所，全部完成开工任务。",
        "已完成本月任务。",
        "完成全年任务的65%。",
        "确保完成全年任务。",
        "预计年底前全部完成。",
        "尚未完成年度任务。",
        "首批30处全部建成。",
        "我局承担的6公里全部完成。",
        "12处全部建成，其余3处正在施工。",
    ],
)
def test_claims_of_a_stage_a_part_or_the_future(text: str) -> None:
    """They claim nothing of the year's task."""
    assert not list(claims(text))


SHOPS = Wanted(10, "个", "党建品牌", "等于", "打造党建品牌10个")
PLUGS = Wanted(1000, "个", "住宅小区电动自行车充电口", "等于", "充电口新增1000个")
BOARDS = Wanted(13, "个", "业主委员会", "等于", "成立业主委员会13个")


@pytest.mark.parametrize(
    ("text", "target", "named"),
    [
        ("品牌已打造4个，2个小区36部电梯勘察结束。", PLUGS, False),
        ("品牌已打造4个，充电设施正在选点。", PLUGS, True),
        ("品牌已打造4个，新增端口730个。", PLUGS, True),
        ("品牌已打造4个，业委会正在筹备。", BOARDS, True),
        ("品牌已打造4个，环物委运转正常。", BOARDS, False),
        ("品牌已打造4个，其他各项任务正在推进。", BOARDS, True),
        ("（1）品牌已打造4个。（2）已完成。", BOARDS, True),
    ],
)
def test_whether_a_target_is_spoken_of(text: str, target: Wanted, named: bool) -> None:
    """By its name, a short name, another word, or a number that may be meant for it."""
    assert speaks_of(text, (SHOPS, target), 1, [4]) is named


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("培训401人次，达到任务数。", True),
        ("均达到年度目标。", True),
        ("未达到年度目标。", False),
        ("10月达到目标进度。", False),
    ],
)
def test_whether_a_text_says_that_its_target_is_reached(text: str, said: bool) -> None:
    """In as many words."""
    assert says_reached(text) is said


def test_a_bureau_of_planning_is_no_preparation() -> None:
    """规划 in a unit's name says nothing of the work."""
    assert not not_yet_working("市自然资源和规划局高度重视，统筹推进。")
    assert not_yet_working("正在编制规划。")
