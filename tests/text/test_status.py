"""A status read out of a text is never 已完成 unless the text says so of the whole item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.status import BEHIND, FINISHED, ONGOING, UNSTATED, read_status

FINISHED_TEXTS = (
    "已完成",
    "已完成。",
    "已 完 成！",
    "全部完成",
    "已全部完成。",
    "完成",
    "已完工",
    "项目完工",
    "项目已完工。",
    "项目已完工并投入使用。",
    "项目已竣工并通过验收",
    "已全部建成投用。",
    "已建成并投入使用",
    "已建成投入使用。",
    "已竣工验收。",
    "已交付使用",
    "已办结。",
    "年度任务已全部完成。",
    "已完成全年目标任务。",
    "已提前完成年度任务",
    "已超额完成年度目标任务。",
    "已完成100%",
    "已完成（100%）。",
    "完成率100%",
    "进度达100%",
    "全年任务100%完成。",
    "已完成验收，项目完工。",
    "已完工、已验收。",
    "项目已于8月底全部完工。",
    "已完成。8月2日缴清今年灾害民生保险费130409.2元。",
    "已完成。5月完成招标，9月竣工。",
    "已完成，共改造400口教室。",
    "已完成。群众满意率达98%。",
    "已完成。残疾人待遇按时发放。",
    "已完成，未发现质量问题。",
    "改造400口教室护眼灯，已完成。",
    "共改造小区5个，已全部完成。",
    "6月完成招标，8月进场，项目已全部完工。",
    "进展情况：已完成。",
    "前期进度滞后，目前项目已全部完工。",
    "已完成。城市未贯通道路已打通20条，其中东区12条、西区8条；已核查未贯通道路施工质量。",
    "已完成。共打通城市未贯通道路20条。",
    "已完成。2条未贯通道路均已打通。",
    "已完成。未硬化村道12公里已全部硬化。",
    "已完成。65岁以上老年人签约率达到75%；已回访签约对象。",
    "已完成。农村生活污水治理率达到63%。",
    "已完成。累计新增普通高中招生计划500个。",
    "已完成。群众支持率达到77%。",
    "已完成，征求意见支持率达到77%。",
    "已完成。争取上级补助资金200万元。",
    "已完成，积极争取专项债券3000万元。",
    "已完成。争取到省级奖补资金80万元。",
    "已完成。改造小区5个，其余2个均已完工。",
    "1、各项任务已全部完成。",
    "1.各项任务已全部完成。",
    "①各项任务已全部完成；②8月通过验收。",
    "（一）年度任务已全部完成。",
    "一是全年目标任务已完成；二是群众满意率98%。",
    "1、共改造小区5个；2、各项任务已全部完成。",
    "累计新增就业10860人，超额完成年度任务。",
    "新建基站5.17万个，占年度目标任务的103.4%。",
    "妇女两癌检查20000人，任务圆满完成；配套资金全部到位。",
    "1、创建社区18个，已完成目标任务的100%。2、新增技能人才2450人，已完成目标任务的100%。",
    "技能培训1140人，完成103.6%；青年培训3314人，完成110%。",
    "绿化新增41万平方米，为计划102.6%。",
    "全年2000台目标提前超额完成。",
    "整治已于上半年全部完工，提前完成总目标。",
    "该项工作已办结。",
    "以上三项任务全部完成。",
    "一是创建社区43个；二是培训11.6万人次。上述实事均超额完成年度目标任务。",
)

PARTLY_DONE_TEXTS = (
    "已完成30%",
    "已完成30%。",
    "已完成招标",
    "已完成招标、设计。",
    "已完成：1.方案编制；2.施工招标",
    "已完成：施工招标。",
    "已完成设计，施工招标。",
    "完成年度任务的80%",
    "已完成年度任务的80%。",
    "已完成，占年度任务的80%。",
    "已完成，完成率66.7%",
    "已完成16公里。",
    "已完成前期工作。",
    "前期工作已完成。",
    "施工招标，已完成。",
    "设计、招标，已全部完成",
    "招标工作已完成",
    "主体工程已完成。",
    "主体，已完工。",
    "主体已完工，正在装修。",
    "第一批已完成，第二批正在施工",
    "第一批，已全部完成。",
    "一期工程，已全部完成。",
    "一期已完成。",
    "已完成一期，二期已开工",
    "上半年任务已完成。",
    "本月任务已完成。",
    "阶段任务已完成",
    "基本完成",
    "已基本完成。",
    "已完成。各项改造提升工程基本完成。",
    "大部分已完成。",
    "部分已完成",
    "已完成，待验收。",
    "已完成，尚未验收",
    "已完成，但群众尚未入住。",
    "已完成，除小屯小学外。",
    "未完成",
    "未全部完成。",
    "预计10月底前全部完成。",
    "计划10月底前，全部完工。",
    "已完工16公里，12月底前，全部完成。",
    "力争年底前，项目完工。",
    "12月底，项目完工。",
    "12月底全部完成。",
    "确保11月底全部完成。",
    "洸河街道：已完成。接庄街道：主体施工。",
    "1、已完成；2、主体封顶。",
    "①已完成\n②已开工",
    "一是已完成设计；二是已完成招标。",
    "6座公厕分批改造，已全部完成；果皮箱已招标。",
    "6座公厕分批改造，已全部完成；\n果皮箱、垃圾桶已运到，正在准备安装。",
    "已完成施工图设计\n已完成招标",
    "已完成拆迁并完成清表。",
    "完成验收资料整理",
    "已完工程量的一半。",
    "已竣工3个，在建2个。",
    "正常推进。已完成。",
    "正在施工，按期完成。",
    "已建成6个，已全部投入使用。",
    "已完工3个，已验收。",
    "目前完成3个，已全部完成验收。",
    "累计改造4个，项目已投入使用",
    "已完成75%",
    "已完成。完成率75%。",
    "已完成。任务完成率达到75%，满意率98%。",
    "已完成，达到75%。",
    "已完成。建成率达到85%。",
    "完成率75%",
    "已完成。打通18条、未贯通道路2条。",
    "已完成。还有未贯通道路2条。",
    "已完成。未贯通道路2条正在施工。",
    "已完成。计划2026年全部交付。",
    "已完成。继续争取上级补助资金。",
    "已完成。计划争取上级补助资金200万元。",
    "已完成。争取10月投用。",
    "已完成。争取资金到位后铺装。",
    "已完成。改造小区3个，其余2个已完成招标。",
    "1、项目已完工；2、管网改造。",
    "1、已全部完成；2、绿化提升。",
    "1、各项任务已完成80%。",
    "1、各项任务已全部完成；2、尾工正在施工。",
    "1、创建社区18个，已完成目标任务的100%；2、参加活动8万人次。",
    "1、新增床位80张，占年度任务的102%；2、改造公厕3座，占年度任务的60%。",
    "力争超额完成年度任务。",
    "1至3月扶持创业206人，阶段性目标完成100%。",
    "开工率100%，主体完成100%。",
    "完成投资3000万元，占年度计划的100%。",
    "前三年检查22万人，完成三年任务的100.5%。今年已制定方案。",
    "任务为6公里，已全部完成；另一标段34公里，完成22公里。",
)

ONGOING_TEXTS = (
    "正常推进。",
    "目前有序推进",
    "各项工作正常推进，准备收尾。",
    "正在施工。",
    "已开工建设",
    "进度正常，不存在进度滞后情况。",
    "正常推进。部分手续办理进度滞后。",
    "前期进度滞后，经集中攻坚已赶上序时进度，累计完成28公里。",
    "。",
)

BEHIND_TEXTS = (
    "推进缓慢",
    "推进缓慢。土地手续未办结。",
    "进度滞后，正在协调。",
    "目前滞后。",
    "受雨季影响，进展缓慢。",
    "进度略有滞后",
    "已完工3公里，慢于序时进度。",
    "落后于序时进度。",
    "未达到序时进度",
    "暂时没有进展。",
    "因资金问题停工。",
    "进度慢于预期，12个公园建成3个。",
    "仅完成年度任务的35%，严重滞后。",
    "设备到货较晚，进度明显滞后。",
    "项目已暂停，待规划调整后重启。",
    "未能按期完成，原定9月底建成的5所目前建成3所。",
)


@pytest.mark.parametrize("text", FINISHED_TEXTS)
def test_finished(text: str) -> None:
    """A text that says of the whole item that it is finished, and of nothing that it remains."""
    assert read_status(text) == FINISHED


@pytest.mark.parametrize("text", PARTLY_DONE_TEXTS)
def test_a_part_done_is_not_finished(text: str) -> None:
    """A stage, a share, a hope or a list with other entries is never taken for the whole."""
    assert read_status(text) == ONGOING


@pytest.mark.parametrize("text", ONGOING_TEXTS)
def test_ongoing(text: str) -> None:
    """What says neither that it is finished nor that it lags is going on."""
    assert read_status(text) == ONGOING


@pytest.mark.parametrize("text", BEHIND_TEXTS)
def test_behind(text: str) -> None:
    """A text that admits to lag is behind."""
    assert read_status(text) == BEHIND


@pytest.mark.parametrize(
    "text", ["", " \n", "　", "-", "——", "/", "无", "暂无。", "详见附件。", "同上月"]
)
def test_unstated(text: str) -> None:
    """A text that says nothing has no status."""
    assert read_status(text) == UNSTATED


def test_a_choice_left_as_it_was_printed_is_not_finished() -> None:
    """Somebody copied the choices and struck none."""
    assert read_status("已完成/正常推进/推进缓慢") != FINISHED


@pytest.mark.parametrize("rest", ["正在装修", "尚未验收", "剩余2公里施工中", "预计年底前投用"])
@pytest.mark.parametrize("text", FINISHED_TEXTS)
def test_remaining_work_overrules_every_declaration(text: str, rest: str) -> None:
    """However a text declares itself finished, work that remains makes it unfinished."""
    assert read_status(f"{text.rstrip('。！')}，{rest}。") != FINISHED


@given(st.text(alphabet="已未完成工招标正在全部项目，。；\n1", max_size=16))
def test_every_text_has_one_of_four_statuses(text: str) -> None:
    """Reading never fails, and line breaks of another system change nothing."""
    status = read_status(text)

    assert status in (FINISHED, ONGOING, BEHIND, UNSTATED)
    assert read_status(text.replace("\n", "\r\n")) == status


@pytest.mark.parametrize(
    "word", ["建成投入使用", "已", "均已", "完成并", "全部任务", "100%", "，", "1%"]
)
def test_a_hostile_text_is_read_at_once(word: str) -> None:
    """No text makes reading take time beyond its length."""
    assert read_status(word * 5000 + "某") != FINISHED


@pytest.mark.parametrize(
    "text", ["建成6处，较计划滞后。", "建成6处，滞后于计划。", "建成6处，比计划慢。"]
)
def test_behind_its_plan_is_behind(text: str) -> None:
    """Not only what is behind the calendar."""
    assert read_status(text) == BEHIND
