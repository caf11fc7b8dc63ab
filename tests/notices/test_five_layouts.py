"""The five official layouts, each recognised and read whole."""

import pytest

from tests.notices import five
from tests.notices.drawn import column, read, schemes
from toolkit.model.notice import LayoutFrom
from toolkit.model.scheme import Key
from toolkit.notices.programme import build_programme


@pytest.mark.parametrize(
    ("source", "scheme", "year", "items"),
    [
        (five.ZIBO, "zibo-gaoxin-2024", 2024, 3),
        (five.GAOXIN_2024, "jining-gaoxin-2024", 2024, 3),
        (five.GAOXIN_2021, "jining-gaoxin-2021", 2021, 3),
        (five.JINGKAI_2023, "jining-jingkai-2023", 2023, 4),
        (five.QINGDAO_2024, "qingdao-2024", 2024, 5),
    ],
)
def test_each_is_recognised(source: str, scheme: str, year: int, items: int) -> None:
    """By its columns and its place."""
    notice = read(source)

    assert (notice.scheme.name, notice.layout_from) == (scheme, LayoutFrom.RECOGNISED)
    assert (notice.year, len(notice.rows)) == (year, items)
    assert notice.skipped == ()


def test_numbered_paragraphs_with_units_in_brackets() -> None:
    """Lines that a margin broke are whole, the demands before the list are not in it."""
    notice = read(five.ZIBO)

    assert column(notice, Key.NAME)[1] == "实施城乡多彩文化悦民工程"
    assert column(notice, Key.CONTENT)[:2] == [
        "改扩建3所中小学、1所幼儿园。",
        "新增文化空间不少于5处,用好文化驿站。",
    ]
    assert column(notice, Key.LEAD)[2] == "建设局、高新区交警大队"


def test_projects_over_items_in_cells_that_begin_with_tabs() -> None:
    """And 各街道 stands for the sub-districts that the notice names."""
    notice = read(five.GAOXIN_2024)

    assert column(notice, Key.PROJECT) == ["一、助老扶老提升改造项目"] * 2 + [
        "二、交通出行便利工程项目"
    ]
    assert column(notice, Key.LEAD) == [
        "发展软环境保障局、各街道",
        "消防救援大队、发展软环境保障局",
        "城乡建设和交通局（交通）、王因街道、柳行街道",
    ]
    assert notice.names.members == {"各街道": ("王因街道", "柳行街道", "接庄街道", "黄屯街道")}


def test_a_progress_table_takes_the_assisting_units_of_the_paragraphs() -> None:
    """The table's rows are the items; what they report is kept beside them."""
    notice = read(five.GAOXIN_2021)

    assert column(notice, Key.PROJECT) == ["医疗健康惠民工程", "医疗健康惠民工程", "环卫提升工程"]
    assert column(notice, Key.ASSIST) == ["财政金融局、各街道"] * 2 + ["财政金融局、东城建设集团"]
    assert [row.reported[Key.PROGRESS] for row in notice.rows][1] == "4家机构已备案。"
    assert [row.reported[Key.PLAN] for row in notice.rows] == ["加快推进改造。", "", "安装果皮箱。"]
    assert notice.names.aliases == {"高新区综合行政执法局": ("综合行政执法局",)}
    assert len(notice.companion) == 2


def test_names_broken_over_lines_and_a_missing_last_cell() -> None:
    """What stands whole elsewhere joins; the last row lacks its assisting units."""
    notice = read(five.JINGKAI_2023)

    assert column(notice, Key.LEAD) == [
        "市卫健委经开区管理办公室",
        "市卫健委经开区管理办公室",
        "区城乡建设和交通局",
        "祥城投资集团有限公司",
    ]
    assert column(notice, Key.ASSIST) == [
        "区财政局、市教育局经开区分局、经开城建集团有限公司",
        "",
        "市卫健委经开区管理办公室、市自然资源和规划局经开区分局、疃里镇",
        "",
    ]
    assert column(notice, Key.CONTENT)[2] == "①新建道路2条。\n②绿化提升1处。"
    assert [titles for _, titles in notice.short] == [("协办单位",)]


def test_headlines_with_sub_items_and_no_units() -> None:
    """The piece without sub-items is an item itself."""
    notice = read(five.QINGDAO_2024)

    assert column(notice, Key.NUMBER) == ["第一件", "第一件", "第二件", "第三件", "第三件"]
    assert notice.rows[2].values[Key.NAME] == "建寄递物流站800个以上。"
    assert notice.rows[4].values[Key.CONTENT] == "利用边角地建园。"
    assert len(notice.outside) == 2


def test_another_place_with_the_same_columns_is_not_that_place() -> None:
    """Its titles are kept, its name is its own."""
    notice = read(five.GAOXIN_2024.replace("济宁高新区", "青山经开区").replace("济高新", "青经"))

    assert notice.layout_from is LayoutFrom.NOTICE
    assert (notice.scheme.place, notice.scheme.authority) == ("青山经开区", "青山经开区管委会")
    assert [c.title for c in notice.scheme.summary.columns] == [
        *("实事项目", "序号", "具体事项", "内容概述", "实施内容及工作目标", "承办单位"),
    ]


def test_a_table_without_any_place() -> None:
    """The columns alone name a scheme; that is told."""
    table = five.JINGKAI_2023[five.JINGKAI_2023.index("\t序号") :].replace("经开", "东城")

    assert read(table).layout_from is LayoutFrom.COLUMNS


def test_a_stated_scheme_is_taken_as_it_is() -> None:
    """Whatever the list looks like; its columns go where the scheme has a place for them."""
    from tests.notices.drawn import text
    from toolkit.notices.reading import read_notice

    wanted = [scheme for scheme in schemes() if scheme.name == "jining-gaoxin-2021"]
    notice = read_notice(
        text(
            "某县2024年实事\n1.教育工程:建3所学校。责任单位：教育局\n2.路网工程:修路9公里。责任单位：交通局"
        ),
        wanted,
        forced=True,
    )

    assert notice is not None
    assert notice.layout_from is LayoutFrom.GIVEN
    assert column(notice, Key.PROJECT) == ["教育工程", "路网工程"]
    assert column(notice, Key.LEAD) == ["教育局", "交通局"]


def test_the_programme_of_a_notice() -> None:
    """Codes, units with aliases and members, and who leads, shares and assists."""
    programme = build_programme(read(five.GAOXIN_2024), 2024)

    assert [item.code for item in programme.items] == ["M001", "M002", "M003"]
    assert programme.items[0].lead == "发展软环境保障局"
    assert programme.items[0].co == ("王因街道", "柳行街道", "接庄街道", "黄屯街道")
    assert programme.settings.name == "济宁高新区2024年重点民生实事"
    assert [unit.name for unit in programme.units] == [
        *("发展软环境保障局", "消防救援大队", "城乡建设和交通局（交通）", "各街道"),
        *("王因街道", "柳行街道", "接庄街道", "黄屯街道"),
    ]


def test_an_alias_leads_under_the_units_own_name() -> None:
    """Both names of a unit are one in the programme."""
    programme = build_programme(
        read(
            "东岸区2024年实事\n1.建学校3所。责任单位：区教育局\n2.修路9公里。责任单位：区教育局、教育局"
        ),
        2024,
    )

    assert [unit.name for unit in programme.units] == ["区教育局"]
    assert programme.items[1].co == ()
