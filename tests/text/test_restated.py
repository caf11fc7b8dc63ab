"""What a report says was promised: a target, a rate, a limit, a list of shares."""

import pytest

from toolkit.text.done_types import Wanted
from toolkit.text.restated import restated
from toolkit.text.standards import standards_restated

HOMES = Wanted(50, "户", "高龄、失能等困难老年人家庭", "等于", "改造困难老年人家庭50户")
LISTED = "实施困难老年人家庭适老化改造。改造高龄、失能等困难老年人家庭50户。"
JOBS = (
    Wanted(16500, "个", "城乡公益性岗位", "不少于", "新设城乡公益性岗位1.65万个"),
    Wanted(2500, "个", "城镇", "约", "其中城镇约2500个"),
)


@pytest.mark.parametrize(
    "text",
    [
        "今年适老化改造任务60户，第一批28户已验收。",
        "年度目标60户，已完工46户。",
        "全年目标任务为60户，已完工46户。",
        "今年任务60户，已完工46户。",
        "本年度改造计划60户，已完工46户。",
        "目标任务数60户，已完工46户。",
        "年度改造指标60户，已完工46户。",
        "清单任务60户，已完工46户。",
        "已完工46户，占年度任务60户的76.7%。",
        "已完工46户，占全年60户目标的76.7%。",
        "距离60户的年度目标还差14户。",
        "60户改造任务中，已完工46户。",
        "今年60户的改造任务，已完工46户。",
        "列入今年改造计划的60户，已完工46户。",
        "今年计划改造困难老年人家庭60户，已完工46户。",
        "全年计划完成适老化改造60户，已完工46户。",
        "目标是改造60户，已完工46户。",
        "已提前完成全年60户的改造任务。",
    ],
)
def test_a_target_with_another_number(text: str) -> None:
    """However it is called the target."""
    (found,) = restated(text, (HOMES,), LISTED)
    assert found.place == 0
    assert "60户" in found.text


@pytest.mark.parametrize(
    "text",
    [
        "今年适老化改造任务50户，第一批28户已验收。",
        "已完成改造任务28户。",
        "今年已完成改造任务28户。",
        "改造任务已完成28户。",
        "完成28户改造任务。",
        "本月任务12户，已完成。",
        "9月改造任务12户，已完成。",
        "第一批改造任务28户，第二批22户。",
        "街道承担改造任务20户。",
        "分解下达改造任务20户。",
        "剩余改造任务12户。",
        "去年改造任务60户，今年50户。",
        "今年入户评估任务80户，已全部完成。",
        "年度任务完成28户。",
        "全年任务已完成28户。",
        "今年改造计划分两批，第一批28户已验收。",
        "超额完成年度任务，共改造56户。",
        "年度目标约60户。",
        "今年目标为签约60户、完工50户。",
        "比年初目标多6户。",
        "累计完成56户，其中今年任务内40户。",
        "占年度任务50户的92%，其中甲镇占目标任务20户的80%。",
        "年度计划58户（高于目标8户）全部开工，占全年目标50户的92%。",
    ],
)
def test_a_number_that_is_no_target(text: str) -> None:
    """What was done, a part, another time and another thing."""
    assert restated(text, (HOMES,), LISTED) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("新设城乡公益性岗位1.52万个，占全年目标1.6万个的95%。", 1),
        ("新设城乡公益性岗位1.52万个，占全年目标1.65万个的92.1%。", 0),
        ("新设城镇岗位2300个，占全年目标2400个的95.8%。", 0),
    ],
)
def test_which_of_several_targets_is_meant(text: str, count: int) -> None:
    """It is the one whose noun stands before the figure that is compared with it."""
    assert len(restated(text, JOBS)) == count


ROOM = Wanted(50000, "元/间", "市级财政每间奖补", "等于", "市级财政每间奖补5万元")
MONTHLY = Wanted(500, "元/人·月", "困难残疾人生活补贴", "等于", "困难残疾人生活补贴每人每月500元")
LIMIT = Wanted(6000, "元", "年报销限额", "不少于", "年报销限额升至6000元以上")
BIRTH = Wanted(3000, "元", "住院分娩医疗费补助标准", "提高至", "补助标准由1000元提高至3000元")
SHARES = tuple(
    Wanted(number, "%", "一、二、三级医疗机构报销比例", "达到", words)
    for number, words in ((80, "报销比例分别达到80%"), (70, "70%"), (60, "60%"))
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市级财政按每间3万元给予奖补，资金已到位。", ROOM),
        ("市级奖补标准为3万元/间。", ROOM),
        ("建成118间，每间奖补3万元。", ROOM),
        ("按3万元每间的标准兑现奖补。", ROOM),
        ("市级财政对每间实验室奖补3万元。", ROOM),
        ("困难残疾人生活补贴按每人每月450元发放。", MONTHLY),
        ("生活补贴标准为450元/人·月。", MONTHLY),
        ("为困难残疾人每人每月发放生活补贴450元。", MONTHLY),
        ("年报销限额提高到5000元。", LIMIT),
        ("年报销限额为5000元。", LIMIT),
        ("职工门诊年报销限额升至5000元，已执行。", LIMIT),
        ("补助标准由1000元提高到2000元。", BIRTH),
        ("补助标准2000元继续执行。", BIRTH),
        ("补助标准提高至2500元，累计享受8265人。", BIRTH),
        ("补助标准统一提高到0.2万元。", BIRTH),
    ],
)
def test_a_standard_with_another_number(text: str, wanted: Wanted) -> None:
    """A rate per thing, or a sum that is called a standard or a limit."""
    assert {each.place for each in standards_restated(text, [wanted])} == {0}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市级财政按每间5万元给予奖补。", ROOM),
        ("每间面积80平方米，奖补资金3万元已到账。", ROOM),
        ("平均每间奖补3.2万元。", ROOM),
        ("区级财政每间再配套3万元，市级每间奖补5万元。", ROOM),
        ("每间教室灯具造价3万元。", ROOM),
        ("困难残疾人生活补贴按每人每月500元发放。", MONTHLY),
        ("生活补贴由每人每月450元提高到500元，按每人每月500元发放。", MONTHLY),
        ("护理补助每人每天20元。", MONTHLY),
        ("年报销限额提高到6500元。", LIMIT),
        ("年报销限额提高到6000元以上。", LIMIT),
        ("统筹支付5000元。", LIMIT),
        ("补助标准由1000元提高到3000元。", BIRTH),
        ("累计补助2000元。", BIRTH),
        ("较原政策多补助2000元。", BIRTH),
        ("人均补助2800元。", BIRTH),
        ("起付标准500元。", LIMIT),
    ],
)
def test_a_standard_that_is_the_lists_or_another(text: str, wanted: Wanted) -> None:
    """The promised number, a total, an average, or what is paid for something else."""
    assert list(standards_restated(text, [wanted])) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("一、二、三级医疗机构报销比例分别达到80%、65%、60%。", 1),
        ("一、二、三级医疗机构报销比例分别为80%、70%、50%。", 2),
        ("医疗机构报销比例：一级80%、二级65%、三级60%。", 1),
        ("一级医疗机构报销比例85%，二级70%，三级60%。", 0),
        ("门诊报销比例按一、二、三级医疗机构分别提高到80%、75%和60%。", 1),
        ("报销比例分别达80%、65%、60%，一、二、三级医疗机构均已执行。", None),
        ("一、二、三级医疗机构报销比例分别达到80%、70%、60%。", None),
        ("三、二、一级医疗机构报销比例分别为60%、70%、80%。", None),
        ("一、二、三级医疗机构系统改造分别完成80%、65%、60%。", None),
        ("一、二级医疗机构报销比例分别达到80%、65%。", None),
        ("结算占比分别为80%、65%、60%。", None),
    ],
)
def test_a_list_of_shares(text: str, place: int | None) -> None:
    """Of as many shares as are listed, just one is another."""
    found = [each.place for each in standards_restated(text, SHARES)]
    assert found == ([] if place is None else [place])
