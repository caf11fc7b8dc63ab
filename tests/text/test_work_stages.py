"""How far the work is, and whether a text says that work remains."""

import pytest

from toolkit.text.work_stages import (
    not_yet_working,
    says_remaining,
)

NOT_YET = (
    ("", False),
    ("正常推进。", False),
    ("尚未启动。", True),
    ("尚未正式开工。", True),
    ("城市未贯通道路正在施工，已组织现场调度。", False),
    ("未改造小区均已开工。", False),
    ("项目未开工。", True),
    ("尚未开工，正在办理前期手续。", True),
    ("已完成预算评审，正在编制施工招标文件。", True),
    ("完成立项批复，正在进行施工图设计。", True),
    ("计划10月开工。", True),
    ("已完成施工招标，施工单位即将进场。", True),
    ("各街道排查损毁器材，已报体育局申请更新。", True),
    ("正在对接培训基地、完善方案，准备重启中小学生安全轮训。", True),
    ("正在办理施工许可证。", True),
    ("施工单位已进场。", False),
    ("桩基施工已完成，教学楼清槽做垫层。", False),
    ("正常推进。已完工16公里。", False),
    ("完成图纸设计，正在评审预算；接种门诊改造完成。", False),
    ("今年新备案社会办托育机构1所，累计备案4所；4家托育机构完成备案。", False),
    ("1、建成3处；\n2、1处正在收尾。", False),
    ("正常推进。普通高中招生计划已新增397个；已核对高中扩增资金账目。", False),
    ("累计新增普通高中招生计划48个；已核对资金账目。", False),
    ("年度建设计划已完工12处，其余正在招标。", False),
    ("计划新增床位410张，正在编制方案。", True),
    ("各项工作正常推进，准备收尾：1、场所2处：1处投用，1处准备挂牌。", False),
    ("项目基本完工，等待竣工验收。", False),
    ("各项改造提升工程基本完成。", False),
    ("已完成。", False),
    ("项目已完工并投入使用。", False),
)


@pytest.mark.parametrize(("text", "not_yet"), NOT_YET)
def test_not_yet_working(text: str, not_yet: bool) -> None:
    """The furthest stage counts; papers about building are preparation, plans have not happened."""
    assert not_yet_working(text) is not_yet


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("已完成，剩余46张10月到货。", "剩余46张10月到货"),
        ("其余6条均在施工。", "其余6条均在施工"),
        ("已完成，正在安装设备。", "正在安装设备"),
        ("主体完工，尚未验收。", "尚未验收"),
        ("23处没有进场。", "没有进场"),
        ("预计10月底前完成。", "预计10月底前完成"),
        ("已完成，仍有3户未交付。", "仍有3户未交付"),
    ],
)
def test_work_that_remains(text: str, words: str) -> None:
    """The words that say so are returned with their place."""
    phrase = says_remaining(text)
    assert phrase is not None
    assert phrase.text == words
    assert text[phrase.start : phrase.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "已完成。",
        "已完成，设备正在使用，群众正在享受服务。",
        "已完成，平台正在运行。",
        "其余均已完成。",
        "剩余资金已缴回财政。",
        "已完成，未发现质量问题。",
        "已完成全年任务，即日起对外服务。",
    ],
)
def test_work_that_is_done(text: str) -> None:
    """What runs or is used is not work that remains."""
    assert says_remaining(text) is None
