"""Words that do not fit together: cells filled the wrong way round, turns that were not held, places built again."""

from datetime import date

import pytest

from toolkit.text.asides import aside, blame
from toolkit.text.cut_offs import other_cut_off
from toolkit.text.empty_words import is_empty_report
from toolkit.text.expectations import expects_a_time
from toolkit.text.future_deeds import future_deed
from toolkit.text.handed_in import handed_in_again, may_be_handed_in
from toolkit.text.own_matter import names_other
from toolkit.text.periods import parse_period
from toolkit.text.personal import personal_details
from toolkit.text.places import other_place, other_we, other_zone
from toolkit.text.plan_dues import goes_on
from toolkit.text.plans import plan_is_vague
from toolkit.text.punctuation import cut_off
from toolkit.text.reopened import reopened
from toolkit.text.still_preparing import built_again, left_over
from toolkit.text.unheld import unheld
from toolkit.text.wrong_cells import are_swapped


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("审批局高度重视，压实责任，“就近办”各项工作有力有序推进，取得明显成效。", True),
        ("高度重视长期护理保险工作，主要领导亲自安排，政策知晓度不断提高。", True),
        ("多次听取汇报，两部门加强配合，各项工作正在有序推进。", True),
        ("①高度重视红色物业建设。\n②不断加强消防安全宣传，营造了浓厚氛围。", True),
        ("高度重视，“就近办”新增网点2处。", False),
        ("高度重视，张贴海报，营造了浓厚氛围。", False),
        ("高度重视，推进桩基工程。", False),
    ],
)
def test_slogans(text: str, empty: bool) -> None:
    """Attitude and effect say nothing, whatever the work is called; a deed does."""
    assert is_empty_report(text) is empty


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "孕妇王秀芝（1991年3月生，住柳泉社区6号楼）提示21三体高风险。",
            ("出生年月", "住址"),
        ),
        ("陈庄村脑瘫儿童刘梓涵（2017年5月出生）已完成手术。", ("出生年月",)),
        ("孕妇王秀芝筛查提示高风险。", ("检查结果",)),
        ("孕妇筛查提示高风险24例，均已转诊。", ()),
        ("孤独症儿童康复训练63人。", ()),
        ("2017年5月生产线投产。", ()),
    ],
)
def test_births_and_findings(text: str, kinds: tuple[str, ...]) -> None:
    """The month of birth and what an examination found are private; figures of groups are not."""
    assert tuple(kind for each in personal_details(text) for kind in each.kinds) == kinds


@pytest.mark.parametrize(
    ("plan", "vague"),
    [
        ("继续加大力度，确保完成全年任务。", True),
        ("提高站位，压实责任，把好事办好。", True),
        ("9月下旬举办招聘会2场，确保完成全年任务。", False),
    ],
)
def test_vague_plans(plan: str, vague: bool) -> None:
    """The whole year is no time that a plan names."""
    assert plan_is_vague(plan) is vague


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("开放（这里张科说要不要把职校也算上，先不改，等回话）累计5万人次。", True),
        ("数据等对方回话，累计5万人次。", True),
        ("部分群众询问能不能延长开放时间。", False),
        ("按规定等批复后开工。", False),
    ],
)
def test_notes(text: str, noted: bool) -> None:
    """A question in brackets and waiting for a word are a colleague's."""
    assert (aside(text) is not None) is noted


@pytest.mark.parametrize(
    ("text", "blames"),
    [
        ("分管领导根本不重视，说了也不听。", True),
        ("街道干部一拖再拖。", True),
        ("部分业主对改造不了解，工期推迟。", False),
        ("解决企业态度消极问题。", False),
    ],
)
def test_blame(text: str, blames: bool) -> None:
    """Who heeds nothing is blamed; who does not know is not."""
    assert (blame(text) is not None) is blames


def test_into_what() -> None:
    """引入 and 纳入 at the end have lost their place; 为主 has not."""
    assert cut_off("口袋公园以小型音乐会为主，并首次把科普讲座引入")
    assert not cut_off("口袋公园以小型音乐会、非遗手作为主")
    assert not cut_off("科普讲座首次引入")


def test_no_time() -> None:
    """That a part is done is no answer to when the rest will be."""
    assert not expects_a_time("座椅没有按时供到，目前土建部分已完成。")
    assert expects_a_time("该项任务已全部完成。")


HINDRANCE = "个别用地移交较晚，开工推迟近一个月，需区市协调"


@pytest.mark.parametrize(
    ("problem", "plan", "swapped"),
    [
        ("8月体育公园再建成2处，更新步道30处。", HINDRANCE, True),
        ("8月开工的2处体育公园用地移交较晚。", HINDRANCE, False),
        ("8月体育公园再建成2处。", "督促移交用地，9月再建成2处。", False),
        ("无", HINDRANCE, False),
    ],
)
def test_swapped_cells(problem: str, plan: str, swapped: bool) -> None:
    """Both cells have to look like the other one."""
    assert are_swapped(problem, plan) is swapped


def test_left_over_of_all_contents() -> None:
    """全部内容如期完成 leaves no 尚差180个未装."""
    note = "因变压器容量不足，充电口尚差180个未装。"
    assert left_over("新增1120个。全部内容如期完成。", note)
    assert not left_over("新增820个。", note)


def test_built_again() -> None:
    """What was accepted and is in use is neither fitted out nor accepted again, unless in part."""
    plan = "9月底前完成室内装修，10月上旬组织竣工验收。"
    assert built_again("幼儿园9月20日通过竣工验收，现已交付投入使用。", plan)
    assert not built_again("首批2处9月20日通过竣工验收，现已投入使用。", plan)
    assert not built_again("幼儿园9月20日通过竣工验收，现已投入使用。", "做好开园保障。")


def test_handed_in_again() -> None:
    """Papers that were handed in are not written again, unless they are others or came back."""
    plan = "抓紧整理市级基地申报材料，尽快报市局。"
    assert may_be_handed_in(plan)
    assert handed_in_again(plan, "市级基地申报材料9月18日已报市局。")
    assert not handed_in_again(plan, "市级基地申报材料正在整理。")
    assert not handed_in_again(plan, "申报材料9月18日已报市局，退回修改。")
    assert not handed_in_again("整理第二批申报材料。", "申报材料9月18日已报市局。")


def test_deed_behind_a_deed() -> None:
    """A deed told behind another one that is over is told as done; one under way is not."""
    end = date(2023, 9, 24)
    assert future_deed("设备安装完毕，9月28日完成单机调试，日处理200吨。", end, None)
    assert not future_deed("设备正在安装，9月28日完成单机调试，日处理200吨。", end, None)
    assert not future_deed("设备安装完毕，预计9月28日完成单机调试，日处理200吨。", end, None)


def test_cut_off_of_the_period_before() -> None:
    """As of a day when the item was reported unfinished nothing can be all done."""
    text, period = "截至三季度末，投放1060辆，完成目标的106%。", parse_period("2024-Q4")
    known = (date(2024, 9, 30),)
    assert other_cut_off(text, period, None, done=True, known=known)
    assert not other_cut_off(text, period, None, done=True)
    assert not other_cut_off(text, period, None, done=False, finish=date(2024, 9, 30))


def test_other_zones_and_we() -> None:
    """A zone is not another sort of zone, and a city's office no county."""
    assert other_zone("举办经开区第九届运动会52场", "淄博高新区", "")
    assert not other_zone("举办经开区第九届运动会52场", "济宁经开区", "")
    assert not other_zone("与经开区联合举办运动会", "淄博高新区", "")
    assert other_place("惠及任城区居民3200户", "区", "")
    assert not other_place("9200户，其中任城区居民3200户", "区", "")
    assert other_we("我县打造28处", "市", "市市场监管局")
    assert not other_we("我区打造28处", "市", "市南区人民政府")
    assert not other_we("我县打造28处", "区", "市场监管局")


def test_another_items_name() -> None:
    """A long name of another item tells that it is meant, where nothing of the own one is said."""
    name, listed = "政府灾害民生综合保险", "在用电梯投保电梯安全责任保险"
    known = f"{name}。为居民投保"
    text = "在用电梯安全责任保险已出资投保，检查1800部次。"
    assert names_other(text, name, known, listed)
    assert not names_other(text, name, known, "为居民投保电梯险")
    assert not names_other(text + "灾害报案37起。", name, known, listed)


def test_turn_not_held() -> None:
    """The turn is over, the count is that of before, and nobody says why."""
    plan, former, end = "9月19日举办第4场培训。", "培训已办3场。", date(2024, 9, 20)
    assert unheld(plan, former, "培训累计3场，受到欢迎。", end)
    assert not unheld(plan, former, "培训累计4场。", end)
    assert not unheld(plan, former, "培训累计3场，第4场因雨改期。", end)
    assert not unheld(plan, former, "参训教师410人次。", end)
    assert not unheld("9月29日举办第4场培训。", former, "培训累计3场。", end)


def test_going_on() -> None:
    """继续 without a number or a day promises nothing that could be missed."""
    assert goes_on("继续发放告知书，做到应筛尽筛。")
    assert not goes_on("继续推进剩余3处施工。")


def test_reopened() -> None:
    """A place in a list of finished ones is not being built, unless it is improved."""
    former = "红星园、保利园、理想城3个已完工开放。"
    assert reopened("理想城口袋公园正在栽植苗木。", former)
    assert not reopened("理想城口袋公园正在补植苗木。", former)
    assert not reopened("长虹园正在栽植苗木。", former)
    assert not reopened("理想城正在栽植苗木。", "红星园、保利园、理想城3个已进场。")
