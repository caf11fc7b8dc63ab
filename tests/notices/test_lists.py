"""Numbered lists in every style, with units, headings and what pages put around them."""

import pytest

from tests.notices.drawn import column, read, text
from toolkit.model.scheme import Key
from toolkit.notices.listing import find_list

STYLES = {
    "1.": ("1.", "2.", "3."),
    "1、": ("1、", "2、", "3、"),
    "(一)": ("(一)", "(二)", "(三)"),
    "（一）": ("（一）", "（二）", "（三）"),
    "一、": ("一、", "二、", "三、"),
    "第一件": ("第一件 ", "第二件 ", "第三件 "),
    "实事一": ("实事一：", "实事二：", "实事三："),
    "①": ("①", "②", "③"),
    "一是": ("一是", "二是", "三是"),
    "1 ": ("1 ", "2 ", "3 "),
    "- 1.": ("- 1. ", "- 2. ", "- 3. "),
}
DEEDS = ("建设3所学校。", "改造公厕6座。", "新增护理床位100张。")


@pytest.mark.parametrize("style", STYLES)
def test_every_official_style(style: str) -> None:
    """Three items, whatever their numbers look like."""
    lines = [mark + deed for mark, deed in zip(STYLES[style], DEEDS, strict=True)]
    notice = read("某县2024年民生实事\n" + "\n".join(lines))

    assert column(notice, Key.CONTENT) == list(DEEDS)
    assert notice.year == 2024


@pytest.mark.parametrize(
    "units",
    [
        "(责任部门:教育局、财政局)",
        "（责任部门：教育局、财政局）",
        "\n责任部门:教育局、财政局",
        "责任部门：教育局、财政局",
        "【责任部门：教育局、财政局】",
    ],
)
def test_units_stand_in_a_bracket_or_on_a_line(units: str) -> None:
    """They are taken out of the content and into the column of their label."""
    lines = [f"{n}.{deed}{units}" for n, deed in enumerate(DEEDS, 1)]
    notice = read("某县2024年实事\n" + "\n".join(lines))

    assert column(notice, Key.LEAD) == ["教育局、财政局"] * 3
    assert column(notice, Key.CONTENT) == list(DEEDS)
    assert [c.title for c in notice.scheme.summary.columns] == ["序号", "主要内容", "责任部门"]


def test_lead_and_assisting_units_on_lines_of_their_own() -> None:
    """主办单位 and 协办单位 below each item; names before a colon are the items' names."""
    notice = read(
        """
        某县2024年实事
        (一)优质教育工程:新建小屯小学,新增学位900个。
        主办单位:教育局、柳行街道
        协办单位:财政局、各街道
        (二)交通畅行工程:改造道路20公里。
        主办单位:交通局
        协办单位:财政局
        """
    )

    assert column(notice, Key.NAME) == ["优质教育工程", "交通畅行工程"]
    assert column(notice, Key.LEAD) == ["教育局、柳行街道", "交通局"]
    assert column(notice, Key.ASSIST) == ["财政局、各街道", "财政局"]


def test_a_first_sentence_that_names_the_item() -> None:
    """实施…工程。 before the content is the name, if most items begin so."""
    notice = read(
        """
        某区2024年度民生实事项目清单
        1. 实施教育优化工程。新建 3 所中小学、1 所
        幼儿园,增加学位2000个。(责任部门:教育中心)
        2. 实施医疗提升工程。改造村卫生室6处。(责任部门:卫生中心、医保分局)
        3. 推进路网改造,新建农村路9公里。(责任部门:建设局)
        """
    )

    assert column(notice, Key.NAME) == ["实施教育优化工程", "实施医疗提升工程", ""]
    assert notice.rows[0].values[Key.CONTENT] == "新建3所中小学、1所幼儿园,增加学位2000个。"
    assert notice.rows[2].values[Key.CONTENT] == "推进路网改造,新建农村路9公里。"


def test_headlines_over_numbered_items() -> None:
    """Pieces are projects; their sub-items are the items; a piece without any is one itself."""
    notice = read(
        """
        某市2024年市办实事
        第一件 新增就业35万人;扶持创业3万人。
        1.新增就业35万人
        完善就业政策,办好招聘活动。
        2.扶持创业3万人
        办好创业大赛。
        第二件 建设物流站800个以上。
        农村寄递更方便。
        第三件 改造老旧小区400个以上。
        1.改造老旧小区400个以上
        改善居民居住环境。
        """
    )

    assert column(notice, Key.NUMBER) == ["第一件", "第一件", "第二件", "第三件"]
    assert column(notice, Key.NAME) == [
        "新增就业35万人",
        "扶持创业3万人",
        "建设物流站800个以上。",
        "改造老旧小区400个以上",
    ]
    assert notice.rows[2].values[Key.PROJECT] == "建设物流站800个以上。"
    assert notice.rows[2].values[Key.CONTENT] == "农村寄递更方便。"


def test_items_that_count_on_over_headings_keep_their_numbers() -> None:
    """一、1.-2. 二、3.-4.: the numbers are the items' own."""
    notice = read(
        """
        某省2024年民生工作要点
        一、就业
        1.开展技能培训2万人。(责任单位:人社厅)
        2.新增就业6万人。(责任单位:人社厅)
        二、教育
        3.新建学校3所。(责任单位:教育厅)
        4.改造校舍9处。(责任单位:教育厅)
        """
    )

    assert column(notice, Key.NUMBER) == ["1", "2", "3", "4"]
    assert column(notice, Key.PROJECT) == ["就业", "就业", "教育", "教育"]


def test_units_below_the_last_item_hold_for_the_whole_project() -> None:
    """A label on a line of its own after all items of a heading is everybody's."""
    notice = read(
        """
        某县2024年实事
        一、教育惠民
        1.新建学校3所。
        2.改造校舍9处。
        责任单位：教育局
        二、交通便民
        1.新建道路9公里。
        2.修补路面3处。
        责任单位：交通局
        """
    )

    assert column(notice, Key.LEAD) == ["教育局", "教育局", "交通局", "交通局"]


def test_parts_of_an_item_stay_in_it() -> None:
    """(1) and ① number parts; they are no items of their own."""
    notice = read(
        """
        某县2024年实事
        1.优化养老服务。
        (1)新增床位100张。
        (2)改造敬老院1处。
        责任单位:民政局
        2.提升物业服务。①培训经理40人。②新增样板小区9个。
        责任单位:住建局
        """
    )

    assert column(notice, Key.NAME) == ["优化养老服务", "提升物业服务"]
    assert notice.rows[0].values[Key.CONTENT].splitlines() == [
        "(1)新增床位100张。",
        "(2)改造敬老院1处。",
    ]
    assert notice.rows[1].values[Key.CONTENT] == "①培训经理40人。②新增样板小区9个。"
    assert column(notice, Key.LEAD) == ["民政局", "住建局"]


def test_demands_are_no_list() -> None:
    """一、加强组织领导 is numbered too; the list is what names units and quantities."""
    notice = read(
        """
        某区2024年实事
        一、实事内容
        (一)建设3所学校。
        责任单位:教育局
        (二)改造公厕6座。
        责任单位:城管局
        二、工作要求
        (一)加强组织领导。实行一把手负责制。
        (二)加强资金保障。确保资金到位。
        (三)加强督导检查。每季度通报。
        """
    )

    assert column(notice, Key.CONTENT) == ["建设3所学校。", "改造公厕6座。"]


def test_only_demands() -> None:
    """A notice whose list is in another file has none."""
    lines = text("一、强化组织领导。各单位负责。\n二、强化督促检查。定期检查。\n三、加强宣传。")

    assert find_list(lines.paragraphs) is None


def test_the_pages_foot_is_not_in_the_last_item() -> None:
    """It is told instead, with its first line."""
    notice = read(
        """
        登录 注册
        某市2024年实事
        第一件 建设3所学校。
        第二件 改造公厕6座。
        发表于 2024-3-5 10:20:00 | 显示全部楼层
        回复 | 使用道具
        Powered by Discuz!
        """
    )

    assert column(notice, Key.CONTENT) == ["建设3所学校。", "改造公厕6座。"]
    assert [left.cell for left in notice.outside] == ["第5行", "第6行", "第7行"]


def test_text_behind_the_list_that_nothing_marks() -> None:
    """What makes the last item longer than all others does not belong to it."""
    notice = read(
        """
        某区2024年实事
        1.建设3所学校。
        2.改造公厕6座。
        3.新增护理床位100张。
        让我们一起期待!
        """
    )

    assert notice.rows[-1].values[Key.CONTENT] == "新增护理床位100张。"
    assert [left.text for left in notice.outside] == ["让我们一起期待!"]


def test_a_signature_ends_the_list_and_a_unit_on_its_own_line_does_not() -> None:
    """A body's name is a signature when a date follows."""
    notice = read(
        """
        某县2024年实事
        1.建设3所学校。责任单位：教育局、
        县人民政府办公室
        2.改造公厕6座。责任单位：城管局
        某县人民政府办公室
        2024年2月8日
        """
    )

    assert column(notice, Key.LEAD) == ["教育局、县人民政府办公室", "城管局"]
    assert notice.outside[0].text == "某县人民政府办公室"


def test_headings_that_are_only_drawn() -> None:
    """——教育方面 stands over the items that follow it."""
    notice = read(
        """
        某市2023年目标任务分解
        ——推进教育发展
        204.新建学校45所。(牵头单位:市教育局;责任单位:各区政府)
        205.推进高中多样化。(责任单位:市教育局)
        ——建设健康城市
        206.新建医院2所。(责任单位:市卫健委)
        """
    )

    assert column(notice, Key.PROJECT) == ["推进教育发展", "推进教育发展", "建设健康城市"]
    assert column(notice, Key.LEAD) == ["市教育局", "", ""]
    assert column(notice, Key.CO) == ["各区政府", "市教育局", "市卫健委"]


def test_a_list_inside_a_paragraph() -> None:
    """…：一是…；二是…；三是… is read where there is no other list."""
    notice = read("某区2024年办好3件实事:一是建设3所学校;二是改造公厕6座;三是新增床位100张。")

    assert column(notice, Key.CONTENT) == ["建设3所学校;", "改造公厕6座;", "新增床位100张。"]


def test_labels_that_say_the_same_are_one_column() -> None:
    """责任单位 in one item and 责任部门 in the next."""
    notice = read("某县2024年实事\n1.建学校3所。责任单位：教育局\n2.改公厕6座。责任部门：城管局")

    assert column(notice, Key.LEAD) == ["教育局", "城管局"]


def test_a_skipped_number_does_not_break_the_list() -> None:
    """1, 2, 4: the number that is missing is for a rule to tell."""
    notice = read("某县2024年实事\n1.建学校3所。\n2.改公厕6座。\n4.增床位100张。")

    assert column(notice, Key.NUMBER) == ["1", "2", "4"]
