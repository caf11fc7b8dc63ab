"""Wholes and parts, rests, and percentages: silent where right or inexact, exact where wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.remainders import remainder_conflicts, remainder_faults
from toolkit.text.shares import share_faults, target_share_faults
from toolkit.text.sums import sum_faults

BEDS = "养老机构新增床位{}张，具体为：甲公寓2张；乙公寓新增2张；丙敬老院10张（已完成）；丁敬老院35张；戊公寓5张。其余46张已订购。"

RIGHT = (
    "",
    BEDS.format(54),
    "上岗498人，其中城镇181人，乡村317人。",
    "完工7.1公里，其中甲2.3公里、乙1.6公里、丙1.8公里、丁1.4公里；剩余路段正在摊铺。",
    "建成营业4处：甲街道1处、乙街道2处、丙街道1处；",
    "开发岗位549个（城镇209个、乡村340个），帮助就业。",
    "补助18200人次、951.8万元，其中二孩14020人次、三孩4180人次。",
    "共3处，分别为城东两处、城西一处。",
    "共54张，具体为2、2、10、35、5张。",
    "新设1.65万个以上，其中城镇约2500个、乡村约1.4万个。",
    "新设岗位1.52万个，其中城镇2300个、乡村1.29万个。",
    "新设岗位1.52万个，其中城镇2380个、乡村1.29万个。",
    "共2.19万个，其中甲区1.1万个、乙区1.09万个。",
    "共3.25万人，其中城镇1.2万人、农村2.1万人。",
    "打通14条；其余6条均在施工，其中3条正在铺油。",
    "救助92名，其中康复训练85名。",
    "建成83个，其中农村40个、城区等30个。",
    "共约54张，具体为：甲2张、乙3张。",
    "共300余场，其中甲200场、乙180场。",
    "改造5个小区，其中3个小区新增10个车位。",
    "改造5个小区，其中甲小区新增车位10个。",
    "共10个小区，分别建成充电桩5个、6个。",
    "救助498人，其中女性381人，党员327人。",
    "新改扩建中小学3所：1所9月启用，2所主体封顶。",
    "配备设施6所：5所到位，1所待安装。",
    "共3所，分别为甲校1所、乙校、丙校。",
    "目标100个：已完成60个、正在施工30个。",
    "报销比例分别为80%、70%、60%。",
    "新增公交线路20条，其中市本级17条、甲县1条、乙市2条；优化线路41条，其中市本级34条、甲县7条。",
    "供热管网完工74.6公里，其中一级网21.3公里、二级网53.3公里；燃气管网完工38公里。",
)

WRONG = (
    (BEDS.format(55), 54, "55张", True),
    ("共54张，具体为：甲2张、乙2张、丙10张、丁35张、戊6张。", 55, "54张", True),
    ("共54张，具体为2、2、10、35、6张。", 55, "54张", True),
    ("上岗498人，其中城镇181人，乡村327人。", 508, "498人", False),
    ("完工7.1公里，其中甲2.3公里、乙1.6公里、丙1.8公里、丁1.9公里。", 7.6, "7.1公里", False),
    ("建成营业4处：甲街道1处、乙街道2处、丙街道2处；", 5, "4处", True),
    ("开发岗位549个（城镇209个、乡村341个），帮助就业。", 550, "549个", True),
    ("已建成2.19万个，其中甲区1.1万个、乙区1.11万个。", 22100, "2.19万个", False),
    ("建成41个，其中园区48个。", 48, "41个", False),
    ("建成20处，其中甲区12处、乙区8处、丙区5处。", 25, "20处", False),
    ("共3处，分别为城东两处、城西两处。", 4, "3处", True),
    ("改造小区30个，其中已完工20个、在建12个。", 32, "30个", False),
)


@pytest.mark.parametrize("text", RIGHT)
def test_sums_that_are_right(text: str) -> None:
    """Nothing is said of right sums, of rough amounts, and of what counts something else."""
    assert sum_faults(text) == ()


@pytest.mark.parametrize(("text", "total", "whole", "complete"), WRONG)
def test_sums_that_are_wrong(text: str, total: float, whole: str, complete: bool) -> None:
    """A list must make up its whole; what 其中 names must not exceed it."""
    (fault,) = sum_faults(text)
    assert fault.total == pytest.approx(total)
    assert (fault.whole.text, fault.complete) == (whole, complete)
    assert text[fault.start : fault.end] == fault.text


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=8), st.integers(1, 1000))
def test_right_sums_stay_right_when_scaled(parts: list[int], scale: int) -> None:
    """A list that comes to its whole is never a fault; one more or less always is."""
    scaled = [part * scale for part in parts]
    listed = "、".join(f"甲镇{part}张" for part in scaled)
    assert sum_faults(f"共{sum(scaled)}张，具体为：{listed}。") == ()
    assert sum_faults(f"共{sum(scaled) + 1}张，具体为：{listed}。")
    assert sum_faults(f"共{sum(scaled) - 1}张，具体为：{listed}。")


@pytest.mark.parametrize(
    ("text", "numbers", "exact"),
    [
        ("１２个", [12], True),
        ("1,200户", [1200], True),
        ("8.6万平方米", [86000], True),
        ("两处", [2], True),
        ("300余场", [300], False),
        ("约20名", [20], False),
        ("每处5张", [5], False),
        ("3-5个", [5], False),
        ("第3批次", [], True),
        ("80%、15分钟、65周岁", [], True),
    ],
)
def test_amounts(text: str, numbers: list[float], exact: bool) -> None:
    """Amounts are read with what tells whether they can be reckoned with."""
    amounts = find_amounts(text)
    assert [amount.number for amount in amounts] == numbers
    assert all(amount.exact is exact for amount in amounts)


@pytest.mark.parametrize(
    "text",
    [
        "共需100张，已完成54张，剩余46张。",
        "全区在用9836台，已投保9412台，其余424台9月底前完成。",
        "计划20公里，已完成16公里，其余约3公里。",
        "新设岗位1.52万个，其中城镇2380个、乡村1.29万个。",
        "共2.19万个，其中甲区1.1万个、乙区1.09万个。",
        "共3.25万人，其中城镇1.2万人、农村2.1万人。",
        "打通14条；其余6条均在施工。",
        "其余户正在施工。",
        "采购19台，到货15台。",
    ],
)
def test_rests_that_are_right(text: str) -> None:
    """A rest is only doubted where the text itself says the whole and what is done."""
    assert remainder_faults(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共需100张，已完成54张，剩余45张。", 46),
        ("全区在用9836台，已投保9412台，其余425台9月底前完成。", 424),
    ],
)
def test_rests_that_are_wrong(text: str, expected: float) -> None:
    """The fault says what would be left."""
    (fault,) = remainder_faults(text)
    assert fault.expected == expected
    assert text[fault.start : fault.end] == fault.text


@pytest.mark.parametrize(
    ("progress", "plan", "whole", "done", "unit", "wrong"),
    [
        ("打通14条；其余6条均在施工。", "再打通其余6条。", 20, 14, "条", []),
        ("打通14条；其余5条均在施工。", "再打通剩余7条。", 20, 14, "条", ["其余5条", "剩余7条"]),
        ("采购19台，到货15台。", "其余4台10月到货。", 30, 10, "台", []),
        ("打通14条。", "其余6公里10月铺装。", 20, 14, "条", []),
        ("计划10处，已完成1处，正在建设3处，其余6处在做前期。", "", 10, 1, "处", []),
        ("打通14条。", "其余约5条明年打通。", 20, 14, "条", []),
    ],
)
def test_rests_across_cells(
    progress: str, plan: str, whole: float, done: float, unit: str, wrong: list[str]
) -> None:
    """What is left is compared with target and result, unless the progress explains it."""
    faults = remainder_conflicts(progress, plan, whole, done, unit)
    assert [fault.text for fault in faults] == wrong


@pytest.mark.parametrize(
    "text",
    [
        "完成16公里，占20公里的80%。",
        "应治理63个，完工46个，占73%。",
        "应治理37个，完工27个，占比72.9%。",
        "应治理63个，完工46个，满意率98%。",
        "共63个，完工约46个，占比80%。",
        "占全年目标的83%。",
    ],
)
def test_shares_that_are_right(text: str) -> None:
    """Rounded and cut percentages are right, others' rates are not compared."""
    assert share_faults(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("完成16公里，占20公里的75%。", 80), ("应治理63个，完工55个，完成率88.9%。", 87.3)],
)
def test_shares_that_are_wrong(text: str, expected: float) -> None:
    """A percentage that its own numbers do not make is a fault."""
    (fault,) = share_faults(text)
    assert fault.expected == pytest.approx(expected, abs=0.05)
    assert text[fault.start : fault.end] == fault.text


@pytest.mark.parametrize(
    ("text", "whole", "unit", "wrong"),
    [
        ("打通14条，完成全年目标的70%。", 20, "条", False),
        ("打通14条，完成全年目标的75%。", 20, "条", True),
        ("开工412个，完工286个，完工数为全年目标的71.5%。", 400, "个", False),
        ("建设充电桩2.13万个，完成全年目标的88.8%。", 24000, "个", False),
        ("签约率74.1%，完成目标的98%。", 100, "人", False),
        ("完成率70%。", 0, "条", False),
        ("整治完工31个，累计投资26970万元，投资完成率101.5%。", 45, "个", False),
        ("建成44个，完成投资7.8亿元，占年度计划的73%。", 131, "个", False),
        ("全年目标3500人，截至目前完成率93.4%。", 3500, "人", False),
        ("计划新增停车位5200个，通过改造、增设等方式推进，完成率78%。", 5200, "个", False),
        ("计划新增停车位5200个，已新增2600个，完成率78%。", 5200, "个", True),
    ],
)
def test_shares_of_the_target(text: str, whole: float, unit: str, wrong: bool) -> None:
    """Any amount before the percentage may be the one that it speaks of."""
    assert bool(target_share_faults(text, [whole], unit, lambda _: None)) is wrong


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(0, 3))
def test_every_rounding_is_right(one: int, other: int, places: int) -> None:
    """The share of two numbers, rounded to any place, is no fault."""
    done, whole = sorted((one, other))
    percent = f"{100 * done / whole:.{places}f}"
    assert share_faults(f"共{whole}张，完成{done}张，完成率{percent}%。") == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("建成幼儿园25所，占年度目标的93.3%。", True),
        ("改造食堂36所，完成年度任务的80%。", True),
        ("改造食堂36所，占年度目标的90%。", False),
        ("建成幼儿园25所、改造食堂36所，占年度目标的90%。", False),
        ("完工36所，占年度目标的80%。", False),
        ("改造食堂36所，为目标任务的80%。", True),
        ("改造食堂36所，占清单任务的80%。", True),
        ("改造食堂36所，占全年的80%。", True),
        ("改造食堂36所，占全年的90%。", False),
        ("改造食堂约36所，占年度目标的80%。", False),
    ],
)
def test_shares_of_one_of_several_targets(text: str, wrong: bool) -> None:
    """Which target is meant is told by what the figure counts; any that fits makes it right."""

    def meant(part: Amount) -> float | None:
        words = text[: part.start]
        return 40 if words.endswith(("食堂", "食堂约")) else 30 if "幼儿园" in words else None

    assert bool(target_share_faults(text, [30, 40], "所", meant)) is wrong
