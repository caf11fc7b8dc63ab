"""Texts that say nothing, notes that were left in, persons who are named, texts in the wrong cell."""

import pytest

from toolkit.text.asides import aside, blame, may_blame
from toolkit.text.elsewhere import refers_elsewhere
from toolkit.text.empty_words import is_empty_report, may_be_empty_report, names_no_problem
from toolkit.text.personal import may_name_person, personal_details
from toolkit.text.punctuation import cut_off
from toolkit.text.wrong_cells import (
    holds_dated_intentions,
    plan_lists_deeds,
    plan_tells_hindrance,
)


@pytest.mark.parametrize(
    "text",
    [
        "领导高度重视，多次研究部署，各项工作扎实有序推进，取得了明显成效。",
        "区委区政府高度重视，各部门密切配合，项目整体进展顺利，群众反响良好。",
        "我局始终把该项目作为民生工程来抓，加强组织领导，各项工作正在稳步推进中。",
        "成立工作专班，挂图作战，城市品质得到进一步提升，群众获得感明显增强。",
    ],
)
def test_empty_reports(text: str) -> None:
    """Every clause fits every work."""
    assert may_be_empty_report(text)
    assert is_empty_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "正常推进。",
        "领导高度重视，建成9处。",
        "成立工作专班，门店装修有序推进。",
        "倒排工期，主体结构正在砌筑。",
        "成立专班，入户摸底，签订协议。",
        "成立专班，召开会议3次。",
    ],
)
def test_reports_with_something_of_their_own(text: str) -> None:
    """A number, or one clause about the work itself, is a report."""
    assert not is_empty_report(text)


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("推进中还存在一些困难，希望予以协调解决。", True),
        ("部分工作推进难度较大，需要相关部门配合。", True),
        ("资金存在困难，希望予以协调解决。", False),
        ("个别住户尚未签约。", False),
        ("希望予以支持。", False),
    ],
)
def test_problems_without_a_name(text: str, none: bool) -> None:
    """A difficulty that is not named is none that anybody can solve."""
    assert names_no_problem(text) == none


@pytest.mark.parametrize(
    "text",
    [
        "投保率100%（这个数请周科长再核一下）。",
        "（能源处口头报的，和平台差200多）",
        "建成9处，先按这个报。",
        "（数据待核实）",
        "（领导看后改）",
        "请老李再核一下",
        "请张主任把关",
        "以上数据仅供参考",
    ],
)
def test_notes_to_colleagues(text: str) -> None:
    """They are found with their place."""
    found = aside(text)
    assert found is not None
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "排查线索15条，待核实3条。",
        "已报请领导审定。",
        "开展回头看，更新器材。",
        "经局长办公会研究。",
        "",
        "由办公室审定后印发。",
    ],
)
def test_what_is_no_note(text: str) -> None:
    """Cases to be verified are counted; that a leader approves is progress."""
    assert aside(text) is None


def test_blame() -> None:
    """Blaming people is told, fighting what they are blamed for is not."""
    assert may_blame("区里主要领导不上心")
    assert blame("区里主要领导不上心") is not None
    assert blame("街道干部推诿扯皮") is not None
    assert blame("开展整治推诿扯皮行动") is None
    assert not may_blame("个别住户尚未签约")


@pytest.mark.parametrize(
    ("text", "masked", "kind"),
    [
        ("前屯村3组12号刘桂兰（81岁，低保，肢体二级残疾）", "刘某", "残疾"),
        ("游客孙建海（男，53岁，有冠心病史）心脏骤停", "孙某", "病情"),
        ("村民周广田（手机15500061234）获赔", "周某", "电话"),
        ("村民李四喜，男，72岁", "李某", "年龄"),
        ("为75岁独居老人孙桂芳安装报警器", "孙某", "年龄"),
        ("受助者张桂英，女，家住柳行街道", "张某", "住址"),
        ("低保户王建国家完成改造", "王某", "困难情况"),
        ("患者王强患肺癌", "王某", "病情"),
    ],
)
def test_persons_who_are_named(text: str, masked: str, kind: str) -> None:
    """The name is masked, so that no finding publishes it."""
    (found,) = personal_details(text)
    assert may_name_person(text)
    assert found.masked == masked
    assert kind in found.kinds


@pytest.mark.parametrize(
    "text",
    [
        "20名老年人（失能、经济困难，65岁以上）",
        "居民张某某（72岁）",
        "居民杨先生（50岁）",
        "65岁以上老年人高血压、糖尿病患者",
        "黄屯敬老院（60岁以上老人20人）",
        "高龄老人（80岁）补贴",
        "残疾儿童（0-6岁，智力残疾）",
        "低保户高标准改造",
        "院长王建国（男，45岁）",
        "",
    ],
)
def test_groups_and_masked_names(text: str) -> None:
    """Groups, places, officials and names that are masked already."""
    assert personal_details(text) == ()


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("活动情况详见附件《1-8月统计表》。", True),
        ("由区市安排，具体情况建议直接向各区市了解。", True),
        ("情况已书面上报。", True),
        ("建成12处，详见附件。", False),
        ("已制定实施方案，详见附件。", False),
        ("", False),
    ],
)
def test_texts_that_only_refer(text: str, only: bool) -> None:
    """A text that says something of its own may refer to more."""
    assert (refers_elsewhere(text) is not None) == only


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("累计改造633户。其中实施智能化改造的家庭有", True),
        ("已建成并开放运营，目前正在", True),
        ("涉及3个街道，同时", True),
        ("改造后房屋归村集体所有", False),
        ("四个部门共同参与", False),
        ("意见不一，尚未签约的仍没有", False),
        ("目前正在", False),
    ],
)
def test_texts_that_break_off(text: str, broken: bool) -> None:
    """A word that takes an object cannot end a sentence; short answers are none."""
    assert (cut_off(text) is not None) == broken


def test_texts_in_the_wrong_cell() -> None:
    """What is planned as a problem, what hinders as a plan, what has been done as a plan."""
    assert holds_dated_intentions("10月底前完成剩余8处整改，11月底前再打造6处。")
    assert not holds_dated_intentions("要求10月底前完成，时间紧。")
    assert plan_tells_hindrance("产权分散，业主不愿出钱，整改进度慢。")
    assert not plan_tells_hindrance("解决业主不愿出钱的问题。")
    assert plan_lists_deeds("加强了队伍建设，已组织学习2次，印发手册1200册。")
    assert not plan_lists_deeds("已完工的3处投入使用，组织培训2次。")
