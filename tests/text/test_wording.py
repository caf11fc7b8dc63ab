"""What a careful clerk marks in a cell: placeholders, empty plans, misspellings, wrong marks."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.misspellings import misspellings
from toolkit.text.phrases import Phrase
from toolkit.text.placeholders import placeholder
from toolkit.text.plans import (
    plan_is_vague,
    plan_states_status,
    problem_holds_plan,
    says_no_plan,
)
from toolkit.text.punctuation import (
    cut_off,
    doubled_marks,
    half_width_marks,
    missing_end,
    mixed_digits,
    unpaired,
)

RIGHT = (
    "正常推进。已完工16公里。",
    "1、修路3.5公里；\n2、架桥2座（已通车）。",
    "由村民自己完成保洁，自己经营摊位。",
    "以完成全年任务为目标，予以完成。",
    "发布署名文章，恢复盖章，公园满意度提升。",
    "究竟标准如何，按装机容量核算，按排名通报。",
    "座谈汇报会上，严峻工作形势下，一至三层施工。",
    "建成市办事实体大厅1处，为民办事实行首问负责制，镇办事实现一窗通办。",
    "民生事实上无小事，政府办实时监测平台上线。",
    "采购制度健全，全部份额到位，选拔付出多的人员。",
    "扶贫助困、医疗救助等民生实事项目有序推进。",
    "的的确确方便了群众，不了了之的情形未再发生。",
    "安装AXX型路灯，3×4米展板8块。",
    "二〇〇八年建成的小区……已改造。",
    "投资1,200.5万元。",
    "“一户一策”（含3户）已制定。",
)

MISTAKES = (
    ("为名办实事", "为民办实事"),
    ("为民办事实", "为民办实事"),
    ("2021年为民办事项目表", "为民办实事"),
    ("列入市办事实项目", "办实事"),
    ("市办实是项目", "办实事"),
    ("县政府办事实清单", "办实事"),
    ("为民办实是", "为民办实事"),
    ("名生实事项目", "民生实事"),
    ("民声实事", "民生实事"),
    ("民生事实项目", "民生实事"),
    ("己完成招标", "已"),
    ("巳经开工", "已"),
    ("目前以完成招标", "已"),
    ("主体工程以完成。", "已"),
    ("落实请况", "情况"),
    ("落实倒位", "落实到位"),
    ("按步就班推进", "按部就班"),
    ("召开座谈汇。", "座谈会"),
    ("施工现厂", "现场"),
    ("完成竟标", "竞"),
    ("进行招投票", "招投标"),
    ("已峻工", "竣工"),
    ("竣工验受", "验收"),
    ("既将完工", "即将"),
    ("即定目标", "既定"),
    ("统一布署", "部署"),
    ("通迅设施", "通讯"),
    ("意见一至", "一致"),
    ("截止目前", "截至目前"),
    ("路灯按装", "安装"),
    ("统一按排", "安排"),
    ("稳步推近", "推进"),
    ("有续推进", "推进"),
    ("施工近度", "进度"),
    ("正在施工种。", "进行（施工）中"),
    ("因地治宜", "因地制宜"),
    ("统酬推进", "统筹"),
    ("一如继往", "一如既往"),
    ("再接再励", "再接再厉"),
    ("融汇贯通", "融会贯通"),
    ("克不容缓", "刻不容缓"),
    ("园满完成", "圆满"),
    ("准备就序", "准备就绪"),
    ("惯彻精神", "贯彻"),
    ("安全隐换", "隐患"),
    ("群众反应的问题", "反映的"),
    ("人民群从", "群众"),
    ("新闻报到", "报道"),
    ("签暑协议", "签署"),
    ("资金拔付", "拨"),
    ("购制设备", "购置"),
    ("生活必须品", "必需品"),
    ("家俱到位", "家具"),
    ("桌倚300套", "桌椅"),
    ("部份小区", "部分"),
    ("混泥土浇筑", "混凝土"),
    ("沥清路面", "沥青"),
    ("天燃气入户", "天然气"),
    ("雨污分留", "雨污分流"),
    ("水笼头", "水龙头"),
    ("更换护拦", "护栏"),
    ("停车厂", "停车场"),
    ("充电庄", "充电桩"),
    ("老久小区", "老旧小区"),
    ("幼儿圆", "幼儿园"),
    ("现场踏堪", "勘"),
    ("供热全覆益", "覆盖"),
    ("幅射周边", "辐射"),
    ("适老话改造", "化"),
    ("改造的的小区", "（重复）"),
)


@pytest.mark.parametrize(("text", "meant"), MISTAKES)
def test_misspellings(text: str, meant: str) -> None:
    """Each plain mistake is found once, in any surroundings, with what was meant."""
    for around in (text, f"正常推进，{text}", f"正常推进。{text}，下月验收。"):
        (mistake,) = misspellings(around)
        assert mistake.meant == meant
        assert around[mistake.start : mistake.end] == mistake.text


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_text_has_no_fault(text: str) -> None:
    """No reader of this module says anything of it."""
    assert misspellings(text) == ()
    assert placeholder(text) is None
    assert (missing_end(text), cut_off(text), mixed_digits(text)) == (None, None, None)
    assert (doubled_marks(text), half_width_marks(text), unpaired(text)) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *(
            (cell, cell)
            for cell in (
                *(
                    "同上",
                    "同上。",
                    "略",
                    "……",
                    "见附件",
                    "详见附件1",
                    "具体情况见附表",
                    "/",
                    "-",
                    "待填",
                ),
                *(
                    "1月份同",
                    "同1月份",
                    "与上月相同",
                    "情况同上月",
                    "无变化",
                    "XX",
                    "×××",
                    "N/A",
                    "待补充",
                ),
            )
        ),
        ("新建XX个停车位。", "XX"),
        ("改造X个小区。", "X"),
        ("约××万元。", "××"),
        ("文号〔 〕号。", "〔 〕"),
        ("完成（  ）个。", "（  ）"),
        ("由____负责。", "____"),
        ("请填写进展。", "请填写"),
    ],
)
def test_placeholders(text: str, words: str) -> None:
    """A cell that stands for a text, and a blank left open inside one."""
    phrase = placeholder(text)
    assert phrase is not None
    assert phrase.text == words
    assert text[phrase.start : phrase.end] == words


@pytest.mark.parametrize(
    "text", ["", "无", "暂无", "省略号", "见附件，已完成。", "X光机3台。", "DN400×600管。"]
)
def test_no_placeholders(text: str) -> None:
    """An answer is no placeholder, nor is a measure or a name."""
    assert placeholder(text) is None


VAGUE = (
    "采取有力措施，加快建设步伐。",
    "加快推进。",
    "按计划推进",
    "继续做好相关工作。",
    "1、加快推进项目建设；2、确保按期完成。",
    "督促施工单位加快进度。",
)
PLANS = (
    "加快推进楼本体改造。",
    "确保年底前完成。",
    "完成施工招标，施工进场。",
    "10月打通3条。",
    "教学楼、综合楼基础完工；风雨操场和食堂完成垫层。",
    "与市体育局对接，争取器材捐赠。",
    "督促施工单位按计划安装果皮箱。",
    "全部完成果皮箱安装。",
    "继续做好理赔和宣传。",
    "抓紧施工剩余路段，加快建设步伐。",
    "完成正在施工的3条道路。",
    "对已完成改造的小区组织回访验收。",
    "对正在进行施工的小区开展质量抽查。",
)
STATUS = (
    "已完成",
    "正在施工中。",
    "各项改造提升工程基本完成。",
    "正常推进。",
    "已完成招标，正在施工。",
    "老旧小区改造正在进行收尾，现场人员已全部到位。",
    "正在组织竣工验收。",
    "按每人每年2元、每户每年2元的标准为居民投保已全部完成。",
    "停车场正在进行设备安装调试。",
    "普通高中招生计划已全部完成。",
)
NO_PLAN = (
    "无",
    "暂无",
    "任务已全部完成，无后续计划。",
    "无下步工作计划",
    "暂无具体工作安排。",
    "没有下步计划",
)


@pytest.mark.parametrize("plan", VAGUE)
def test_vague_plans(plan: str) -> None:
    """Phrases that fit every work are no plan."""
    assert plan_is_vague(plan)
    assert not plan_states_status(plan)


@pytest.mark.parametrize("plan", PLANS)
def test_plans(plan: str) -> None:
    """A thing, a measure or a date makes a plan; 完成 names what is to be done."""
    assert not plan_is_vague(plan)
    assert not plan_states_status(plan)
    assert not says_no_plan(plan)


@pytest.mark.parametrize("plan", STATUS)
def test_plans_that_state_a_status(plan: str) -> None:
    """They say how things are, not what will be done."""
    assert plan_states_status(plan)
    assert not plan_is_vague(plan)
    assert not says_no_plan(plan)


@pytest.mark.parametrize("plan", NO_PLAN)
def test_no_plan(plan: str) -> None:
    """A plan may say that there is none."""
    assert says_no_plan(plan)


@pytest.mark.parametrize("cell", ["", "-", " "])
def test_an_empty_plan_says_nothing(cell: str) -> None:
    """An empty cell is the business of another rule."""
    assert not plan_is_vague(cell)
    assert not plan_states_status(cell)
    assert not says_no_plan(cell)


@pytest.mark.parametrize(
    ("problem", "holds"),
    [
        ("下一步将加大宣传力度。", True),
        ("计划10月完成招标。", True),
        ("继续推进楼本体改造。", True),
        ("资金未到位，下一步将协调。", False),
        ("土地手续尚未办结，影响后续建设手续办理。", False),
        ("供电方案还在会审。", False),
        ("按计划推进中。", False),
        ("无", False),
        ("", False),
    ],
)
def test_problems_that_hold_a_plan(problem: str, holds: bool) -> None:
    """Only a cell without any difficulty is one."""
    assert problem_holds_plan(problem) is holds


Reader = Callable[[str], Phrase | None]


@pytest.mark.parametrize(
    ("reader", "text", "words"),
    [
        (missing_end, "风雨操场及食堂完成垫层，已验收", "食堂完成垫层，已验收"),
        (missing_end, "已完工", None),
        (missing_end, "主体完工，正在装修；", "主体完工，正在装修；"),
        (missing_end, "已完工16公里", None),
        (missing_end, "主体完工（已验收。）", None),
        (missing_end, "提升效能。（责任部门：甲局）", None),
        (missing_end, "主体完工，正在装修，", None),
        (cut_off, "主体完工，正在装修，", "主体完工，正在装修，"),
        (cut_off, "进展如下：", "进展如下："),
        (cut_off, "主体完工（", "主体完工（"),
        (cut_off, "完成招标以及", "完成招标以及"),
        (cut_off, "共和", None),
        (mixed_digits, "9月１０日完成。", "１０"),
        (mixed_digits, "９月１０日完成。", None),
    ],
)
def test_ends_and_digits(reader: Reader, text: str, words: str | None) -> None:
    """Missing ends and broken-off sentences are told apart; short answers need no mark."""
    phrase = reader(text)
    assert (phrase.text if phrase else None) == words


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("已完成。。", ["。。"]),
        ("已完工，。下月验收；、", ["，。", "；、"]),
        ("甲;;乙", [";;"]),
        ("等等……。", []),
        ("好！好。“好。”", []),
    ],
)
def test_doubled_marks(text: str, marks: list[str]) -> None:
    """Two marks that cannot follow each other."""
    assert [phrase.text for phrase in doubled_marks(text)] == marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("已完成,正在验收;待交付.", [",", ";", "."]),
        ("3.5公里,共1,200户，比例1:3。", [","]),
        ("1.修路\n2.架桥", []),
        ("1、已完成招标;\n2、已进场,\n3、已验收；", [";", ","]),
        ("已完成招标; \r\n主体（含地下室）封顶;", [";", ";"]),
        ("覆盖率20%;\n配备AED;已验收，铺设4km;", [";", ";", ";"]),
        ("共1,\n200；比分3:2,\nHTTP;q=0", []),
    ],
)
def test_half_width_marks(text: str, marks: list[str]) -> None:
    """Only between Chinese characters: numbers keep theirs."""
    assert [phrase.text for phrase in half_width_marks(text)] == marks


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("已完成（含验收", ["（"]),
        ("已完成）", ["）"]),
        ("“甲”与“乙", ["“"]),
        ("《甲（乙》丙）", ["（", "）"]),
        ("(甲）", []),
        ("1）修路 2）架桥", []),
        ("“甲《乙》（丙）”", []),
    ],
)
def test_unpaired(text: str, signs: list[str]) -> None:
    """What nothing closes or opens; the bracket of a number opens nothing."""
    assert [phrase.text for phrase in unpaired(text)] == signs


@given(st.recursive(st.just("甲"), lambda text: st.builds("（{}）“{}”".format, text, text)))
def test_pairs_within_pairs(text: str) -> None:
    """However deep, what is closed is no fault; without its last mark it is one."""
    assert unpaired(text) == ()
    assert text == "甲" or len(unpaired(text[:-1])) == 1


@given(st.text(max_size=60))
def test_readers_take_any_text(text: str) -> None:
    """Whatever stands in a cell is read without harm, and every place is right."""
    found = [*doubled_marks(text), *half_width_marks(text), *unpaired(text)]
    single = (missing_end(text), cut_off(text), mixed_digits(text), placeholder(text))
    for phrase in (*found, *filter(None, single)):
        assert text[phrase.start : phrase.end] == phrase.text
    plan_is_vague(text)
    plan_states_status(text)
    problem_holds_plan(text)
