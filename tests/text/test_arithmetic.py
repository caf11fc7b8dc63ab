"""Lists, parts, products, wholes, rises and rates: silent in doubt, exact where wrong."""

import pytest

from toolkit.text.increases import change_faults
from toolkit.text.name_lists import list_faults
from toolkit.text.overruns import overruns
from toolkit.text.products import product_faults
from toolkit.text.rates import rate_faults
from toolkit.text.shares import figure_share_faults
from toolkit.text.shortfalls import shortfalls
from toolkit.text.sums import sum_faults

ROADS = (("未贯通道路", "条"),)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("已建成机构2所，分别为甲山托育园、乙山托育中心、丙山托育园，均已备案。", 3),
        ("已开工4处，占40%，分别是东站、西站、南站、北站、中站。", 5),
        ("新打通4条（甲路、乙路、丙路、丁路、戊路）。", 5),
        ("新开工幼儿园3所：北湖幼儿园、南湖幼儿园、东湖幼儿园、西湖幼儿园，均已封顶。", 4),
        ("改造老旧小区4个（和平小区、幸福小区、阳光花园）。", 3),
        ("和平小区、幸福小区、阳光小区4个小区已完工。", 3),
        ("建成示范街3条，即文化路、建设路。", 2),
    ],
)
def test_lists_of_another_length(text: str, count: int) -> None:
    """The names of what was counted are as many as the number says."""
    (fault,) = list_faults(text, ROADS)
    assert len(fault.names) == count


@pytest.mark.parametrize(
    "text",
    [
        "新打通4条（甲路、乙路、丙路、丁路）。",
        "新打通3条（甲路、乙路和丙路）。",
        "新打通9条（甲路、乙路等）。",
        "新打通约9条（甲路、乙路）。",
        "安装健身器材4套（甲村、乙村、丙村）。",
        "改造小区5个（给排水、供暖、燃气）。",
        "3处体育公园全部启动：甲园完成六成，乙园开工。",
        "完成接庄街道、黄屯街道6个村的改造。",
        "打通4条，分别为甲路、乙路，丙路、丁路。",
        "和平小区、幸福小区、阳光小区3个小区已完工。",
        "涉及3个部门，分别为5处、6处、7处。",
        "打通4条，甲路、乙路正在施工。",
        "演出84场，分别是甲区42场、乙区40场。",
    ],
)
def test_lists_that_are_right_or_none(text: str) -> None:
    """What is no plain list of names of what was counted is left alone."""
    assert list_faults(text, ROADS) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("已完成5处：玉兰园、甘家游园、上城名府游园、花山府邸游园、甘家游园。", "甘家游园"),
        ("玉兰园、甘家游园、上城名府游园、甘家游园均已开放。", "甘家游园"),
        ("改造4个（和平小区、幸福小区、和平小区、阳光小区）。", "和平小区"),
        ("建成3所，分别为东园幼儿园、西园幼儿园、东园幼儿园。", "东园幼儿园"),
        ("打通文化路、建设路、文化路，沥青已摊铺。", "文化路"),
        ("完工小区为：和平小区、幸福小区、和平小区。", "和平小区"),
        ("东城卫生室、西城卫生室、东城卫生室已投用。", "东城卫生室"),
    ],
)
def test_a_name_that_is_listed_twice(text: str, name: str) -> None:
    """It makes the list shorter than it looks, whether a number stands there or not."""
    assert name in [fault.twice for fault in list_faults(text, ROADS)]


@pytest.mark.parametrize(
    "text",
    [
        "甲镇张庄村、乙镇张庄村、丙镇张庄村已完工。",
        "文化路（东段）、建设路、文化路（西段）已打通。",
        "检查、整改、检查、验收。",
        "甲园5处、乙园3处、甲园2处。",
        "完成路面、管网、路面标线。",
        "文化路北段、建设路、文化路南段已打通。",
        "正在推进、推进、正在推进。",
        "玉兰园已开放、甘家游园在建、玉兰园亮化。",
    ],
)
def test_names_that_are_alike_and_not_the_same(text: str) -> None:
    """Sections, places of one name in two towns, and what is no name."""
    assert not [fault for fault in list_faults(text, ROADS) if fault.twice]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("玉兰游园、甘家游园、花山游园等2处游园已开放。", True),
        ("玉兰游园、甘家游园、花山游园等6处游园已开放。", False),
        ("玉兰游园、甘家游园、花山游园等2个街道的游园已开放。", False),
        ("和平小区、幸福小区、阳光小区等两个小区已完工。", True),
    ],
)
def test_more_names_than_there_are(text: str, wrong: bool) -> None:
    """等 leaves names out; it never takes any away."""
    assert bool(list_faults(text, ROADS)) is wrong


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("新增床位72张，其中甲敬老院35张、乙敬老院20张、孝德老年公寓15张。", 70),
        ("新设岗位1.38万个，占83.6%，其中城镇2130个、乡村11470个。", 13600),
    ],
)
def test_parts_that_make_a_little_less(text: str, total: float) -> None:
    """So little lacks that no further part fits in."""
    (fault,) = shortfalls(text)
    assert fault.total == total


@pytest.mark.parametrize(
    "text",
    [
        "新增床位72张，其中甲院35张、乙院22张、丙院15张。",
        "新增床位72张，其中甲院35张、乙院20张。",
        "新增床位72张，其中甲院35张、乙院20张、丙院15张等。",
        "新增床位72张，其中甲院35张、乙院20张、丙院15张，其余2张在途。",
        "新增床位约72张，其中甲院35张、乙院20张、丙院15张。",
        "改造小区30个，其中已完工20个、在建8个。",
        "救助50人，其中女性20人、党员28人。",
        "新增床位72张，其中主要是甲院35张、重点乙院36张。",
    ],
)
def test_parts_that_need_not_be_all(text: str) -> None:
    """Nothing is said where parts may be chosen, overlap, or further ones are told."""
    assert shortfalls(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "已救助87名（含孤独症儿童41名），其中康复79名、适配6名、手术2名。",
        "累计救助103名，超额完成100名的任务，其中康复93名、适配7名、手术3名。",
        "改善34.5公里，其中甲区12公里、乙区14公里、丙区8.5公里；市政道路4.7公里。",
    ],
)
def test_the_whole_is_the_one_that_the_parts_make(text: str) -> None:
    """A bracket in passing, a repeated target and the next clause are not part of the sum."""
    assert sum_faults(text) == ()


def test_the_sum_ends_with_its_clause() -> None:
    """What follows a semicolon is another thing."""
    (fault,) = sum_faults(
        "改善34.5公里，其中甲区12.3公里、乙区14.6公里、丙区8.6公里；市政道路4.7公里。"
    )
    assert fault.total == pytest.approx(35.5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("享受6010人，按每人3000元计，基金共支付1603万元。", 18_030_000),
        ("按每间5万元标准，178间奖补资金共880万元已拨付。", 8_900_000),
        ("为126人发放补助，按每人300元的标准，支出4.78万元。", 37_800),
    ],
)
def test_products_that_are_wrong(text: str, expected: float) -> None:
    """A number times a rate is the sum."""
    (fault,) = product_faults(text)
    assert fault.expected == expected


@pytest.mark.parametrize(
    "text",
    [
        "享受6010人，按每人3000元计，基金共支付1803万元。",
        "今年6人、累计10人，按每人300元计，共支付1800元。",
        "补助9人，按每人每月500元计，共发放4.05万元。",
        "178间，按每间5万元标准，首批资金共500万元。",
        "约178间，按每间5万元标准，共880万元。",
        "共9人，按每人300元、每户500元标准，共支付3000元。",
        "178间，按每间5万元标准，拨付资金100万元。",
    ],
)
def test_products_that_are_right_or_open(text: str) -> None:
    """Monthly rates, parts of the money and several rates are left alone."""
    assert product_faults(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "市区在营农贸市场134处，已达标141处。",
        "排查隐患36处，整改42处。",
        "受理诉求561件，办结570件。",
        "报案22起，结案29起。",
    ],
)
def test_parts_that_are_more_than_all(text: str) -> None:
    """Nobody mends more than was found."""
    (fault,) = overruns(text)
    assert text[fault.start : fault.end] == fault.text


@pytest.mark.parametrize(
    "text",
    [
        "排查隐患36处，整改36处。",
        "本月排查隐患36处，累计整改42处。",
        "排查隐患36处。整改42处。",
        "计划改造全区市场34处，已完成41处。",
        "排查隐患36处，整改42项。",
        "排查隐患30余处，整改42处。",
        "全市新建市场34处，已达标41处。",
    ],
)
def test_numbers_that_need_not_be_a_part(text: str) -> None:
    """Another time, another measure or another sentence says nothing of the first number."""
    assert overruns(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由每人每月960元提高到1000元，增幅5.2%。", "4.167%"),
        ("城市低保960元提高到1000元（增长5.2%）。", "4.167%"),
        ("覆盖率由75%提升至80%，提高6个百分点。", "5个百分点"),
    ],
)
def test_changes_that_are_wrong(text: str, expected: str) -> None:
    """A rise is what lies between its two numbers."""
    (fault,) = change_faults(text)
    assert fault.expected == expected


@pytest.mark.parametrize(
    "text",
    [
        "由960元提高到1010元，增幅5.2%。",
        "由1000元提高到3000元，提高了200%。",
        "覆盖率由75%提升至80%，提高5个百分点。",
        "覆盖率由75%提升至80%，提高6.7%。",
        "由960元提高到1000元，增幅5.2%以上。",
        "由1.2万个增加到1.3万个，增长9%。",
        "标准较去年提高5.2%—8.0%。",
    ],
)
def test_changes_that_are_right_or_open(text: str) -> None:
    """Rounded, cut and vague rises are right."""
    assert change_faults(text) == ()


def test_a_rate_that_its_two_numbers_do_not_make() -> None:
    """A rate is of the number that is named like it."""
    (fault,) = rate_faults("全市老年人128万人，已签约94.7万人，签约率78.9%。")
    assert fault.expected == pytest.approx(73.98, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "全市老年人128万人，已签约94.7万人，签约率74%。",
        "检查企业120家，发现问题35家，整改率100%。",
        "受理561件、本月办结48件，办结率97.7%。",
        "甲市128万人、乙市50万人，已签约94.7万人，签约率78.9%。",
        "全市老年人128万人，已签约94.7万人，签约率约70%。",
        "发放问卷300份，收回280份，满意率99%。",
    ],
)
def test_rates_that_are_right_or_of_something_else(text: str) -> None:
    """Other bases, other times and rough rates are left alone."""
    assert rate_faults(text) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("体育公园完成9处（90%）。", False),
        ("体育公园完成9处（80%）。", True),
        ("体育公园完成9处，占80%。", True),
        ("共12处，体育公园完成9处，占75%。", False),
        ("体育公园完成9处（80%已验收）。", False),
        ("体育公园完成9处，占80%以上。", False),
    ],
)
def test_the_share_behind_a_figure(text: str, wrong: bool) -> None:
    """It is that of the target, unless two numbers of the text make it."""
    assert bool(figure_share_faults(text, 9, 10, "处")) is wrong
