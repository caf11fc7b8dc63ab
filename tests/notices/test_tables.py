"""Tables with any of the field's columns, in any order, headed and grouped in every way."""

from dataclasses import replace

import pytest

from tests.notices.drawn import barred, column, document, flat, grid, read, tabbed
from toolkit.model.document import Document, Origin, Paragraph
from toolkit.model.scheme import Key
from toolkit.model.sheets import Range

ROWS = (
    ("序号", "项目名称", "主要内容", "牵头单位", "配合单位"),
    ("1", "优质教育", "新建小屯小学，新增学位900个。", "教育局", "财政局、各街道"),
    ("2", "交通畅行", "改造农村道路20公里。", "交通局", ""),
    ("3", "食品安全", "建设明厨亮灶学校40家。", "市场监管局", "教育局"),
)


@pytest.mark.parametrize("draw", [tabbed, barred, flat])
def test_a_table_drawn_in_a_text(draw: object) -> None:
    """Tabs before cells, bars behind them, or nothing but lines: the same list."""
    assert callable(draw)
    notice = read(f"某县2024年民生实事清单\n{draw(ROWS)}")

    assert column(notice, Key.NAME) == ["优质教育", "交通畅行", "食品安全"]
    assert column(notice, Key.CONTENT) == [row[2] for row in ROWS[1:]]
    assert column(notice, Key.LEAD) == ["教育局", "交通局", "市场监管局"]
    assert column(notice, Key.ASSIST) == ["财政局、各街道", "", "教育局"]
    assert [c.title for c in notice.scheme.summary.columns] == list(ROWS[0])


def test_cells_and_names_broken_over_lines() -> None:
    """A narrow column breaks names of items and of units; what is whole elsewhere joins them."""
    notice = read(
        tabbed(
            (
                ROWS[0],
                (
                    "1",
                    "优质\n教育",
                    "新建小屯小学，新增\n学位900个。",
                    "发展软环境\n\n保障局\n各街道",
                    "",
                ),
                ("2", "交通畅行", "改造道路20公里。", "城乡建设和\n交通局", "发展软环境保障局"),
            )
        )
    )

    assert column(notice, Key.NAME)[0] == "优质教育"
    assert column(notice, Key.CONTENT)[0] == "新建小屯小学，新增学位900个。"
    assert column(notice, Key.LEAD) == ["发展软环境保障局、各街道", "城乡建设和交通局"]
    assert notice.names.guessed == ("城乡建设和交通局",)


def test_rows_below_a_project_leave_its_cells_empty() -> None:
    """The project over several items is filled down; the items keep their own numbers."""
    notice = read(
        "某县2024年实事\n"
        + tabbed(
            (
                ("实事项目", "序号", "具体事项", "实施内容", "承办单位"),
                ("一、助老", "1", "建食堂", "建设老年人食堂6处。", "民政局"),
                ("", "2", "装警报", "安装报警器129个。", "消防救援大队"),
                ("二、教育", "3", "建学校", "建设幼儿园7所。", "教育局"),
            )
        )
    )

    assert column(notice, Key.PROJECT) == ["一、助老", "一、助老", "二、教育"]
    assert column(notice, Key.NUMBER) == ["1", "2", "3"]
    assert column(notice, Key.NAME) == ["建食堂", "装警报", "建学校"]


def test_rows_that_leave_out_what_a_merged_cell_says() -> None:
    """A page's table copied with bars: spanned cells are missing, bars at the row's end are left."""
    rows = (
        ("序号", "项目名称", "项目内容", "主办单位", "落实进展情况", "存在问题"),
        ("1", "医疗健康", "改造卫生院2处。", "卫健局", "正在评审图纸。", "无"),
        ("1", "医疗健康", "建成托育机构2所，备案4家。", "卫健局", "已有4家备案。", "无"),
        ("2", "交通畅行", "改造道路20公里。", "交通局", "已完工16公里。", ""),
    )
    notice = read("某区2021年1-9月实事进展\n" + barred(rows, [(2, 0), (2, 1)]))

    assert column(notice, Key.PROJECT) == ["医疗健康", "医疗健康", "交通畅行"]
    assert column(notice, Key.NUMBER) == ["1", "1", "2"]
    assert column(notice, Key.CONTENT)[1] == "建成托育机构2所，备案4家。"
    assert [row.reported[Key.PROGRESS] for row in notice.rows] == [row[4] for row in rows[1:]]
    assert notice.ignored == ("落实进展情况", "存在问题")


def test_a_row_that_lacks_its_last_cell() -> None:
    """It is read, the cell empty, and told with its line."""
    notice = read(tabbed((*ROWS[:2], ROWS[2][:4], ROWS[3])))

    assert column(notice, Key.NAME) == ["优质教育", "交通畅行", "食品安全"]
    assert column(notice, Key.ASSIST) == ["财政局、各街道", "", "教育局"]
    assert notice.short == (("第13行", ("配合单位",)),)


def test_a_markdown_table_and_a_copied_sheet() -> None:
    """| 甲 | 乙 | a row, or cells with tabs between them."""
    framed = "\n".join(f"| {' | '.join(row)} |" for row in (ROWS[0], ("---",) * 5, *ROWS[1:]))
    copied = "\n".join("\t".join(row) for row in ROWS)

    for drawn in (framed, copied):
        notice = read(drawn)
        assert column(notice, Key.LEAD) == ["教育局", "交通局", "市场监管局"]
        assert column(notice, Key.CONTENT)[2] == "建设明厨亮灶学校40家。"


def test_a_flat_table_whose_number_spans_rows() -> None:
    """The second row of a number begins with its content again."""
    notice = read(
        "某县2016年实事\n"
        + flat(
            (
                ("序号", "民生实事", "责任单位", "完成时限"),
                ("1", "建设湿地公园。", "县水务局\n县住建局", "12月底前"),
                ("2", "开工建设养老楼。", "县民政局", "5月底前动工"),
                ("", "开工建设老年大学。", "县委老干局", "12月底前"),
                ("3", "新建人行天桥2座。", "县住建局", "9月投入使用"),
            )
        )
    )

    assert column(notice, Key.CONTENT)[2] == "开工建设老年大学。"
    assert column(notice, Key.NUMBER) == ["1", "2", "2", "3"]
    assert column(notice, Key.LEAD) == ["县水务局、县住建局", "县民政局", "县委老干局", "县住建局"]
    assert column(notice, Key.DEADLINE)[-1] == "9月投入使用"


def test_flat_titles_broken_over_lines() -> None:
    """责任 and 科室 on two lines are one title, when every row has fewer lines than the titles."""
    notice = read(
        "某镇2024年实事\n序号\n重点工作\n责任\n科室\n工作任务\n"
        "1\n美丽城镇建设\n乡村振兴办\n完成19个项目建设。\n2\n道路改造\n村镇办\n改造道路5公里。"
    )

    assert [c.title for c in notice.scheme.summary.columns] == [
        *("序号", "重点工作", "责任科室", "工作任务"),
    ]
    assert column(notice, Key.LEAD) == ["乡村振兴办", "村镇办"]


def test_columns_in_another_order() -> None:
    """Titles decide, not places."""
    notice = read(
        document(
            grid(
                """
                | 责任单位 | 完成时限 | 工作内容   | 序号 | 实事名称 |
                | 教育局   | 8月底    | 建学校3所 | 1    | 教育     |
                | 交通局   | 年底     | 修路20公里 | 2    | 交通     |
                """
            )
        )
    )

    assert column(notice, Key.LEAD) == ["教育局", "交通局"]
    assert column(notice, Key.NUMBER) == ["1", "2"]
    assert [c.key for c in notice.scheme.summary.columns] == [
        *(Key.LEAD, Key.DEADLINE, Key.CONTENT, Key.NUMBER, Key.NAME),
    ]


def test_titles_in_two_rows() -> None:
    """责任单位 over 牵头 and 配合; the columns are called by both."""
    table = grid(
        """
        | 序号 | 项目名称 | 主要内容   | 责任单位 |        | 备注 |
        |      |          |            | 牵头     | 配合   |      |
        | 1    | 教育     | 建学校3所  | 教育局   | 财政局 |      |
        | 2    | 交通     | 修路20公里 | 交通局   |        |      |
        """,
        [Range(0, 3, 0, 4), *(Range(0, c, 1, c) for c in (0, 1, 2, 5))],
    )
    notice = read(document(table))

    assert column(notice, Key.LEAD) == ["教育局", "交通局"]
    assert column(notice, Key.ASSIST) == ["财政局", ""]
    assert [c.title for c in notice.scheme.summary.columns][3:5] == ["牵头责任单位", "配合责任单位"]


def test_merged_cells_belong_to_every_row() -> None:
    """A unit's merged cell names the unit of each item, a project's the project."""
    table = grid(
        """
        | 序号 | 项目名称 | 主要内容   | 牵头单位 |
        | 1    | 教育     | 建学校3所  | 教育局   |
        |      |          | 修校舍9处  |          |
        | 2    | 交通     | 修路20公里 | 交通局   |
        """,
        [Range(1, 0, 2, 0), Range(1, 1, 2, 1), Range(1, 3, 2, 3)],
    )
    notice = read(document(table))

    assert column(notice, Key.PROJECT) == ["教育", "教育", "交通"]
    assert column(notice, Key.LEAD) == ["教育局", "教育局", "交通局"]
    assert column(notice, Key.NUMBER) == ["1", "1", "2"]


def test_headings_inside_a_table() -> None:
    """A row with 一、… alone is the project of the rows below it."""
    table = grid(
        """
        | 序号 | 工作内容   | 责任单位 |
        | 一、教育惠民 | |          |
        | 1    | 建学校3所  | 教育局   |
        | 2    | 修校舍9处  | 教育局   |
        | 二、交通便民 | |          |
        | 3    | 修路20公里 | 交通局   |
        """,
        [Range(1, 0, 1, 2), Range(4, 0, 4, 2)],
    )
    notice = read(document(table))

    assert column(notice, Key.PROJECT) == ["一、教育惠民", "一、教育惠民", "二、交通便民"]
    assert column(notice, Key.CONTENT) == ["建学校3所", "修校舍9处", "修路20公里"]


def test_a_table_that_pages_break() -> None:
    """Its parts are one list; a row that a page broke is one row."""
    first = grid(
        """
        | 序号 | 项目名称 | 主要内容       | 责任单位 |
        | 1    | 教育     | 新建学校3所，增加 | 教育局 |
        """,
        origin=Origin.PAGE,
    )
    second = grid(
        """
        |   |      | 学位900个。 |        |
        | 2 | 交通 | 修路20公里。 | 交通局 |
        """,
        origin=Origin.PAGE,
    )
    notice = read(document(first, second))

    assert column(notice, Key.CONTENT) == ["新建学校3所，增加学位900个。", "修路20公里。"]


def test_a_table_for_each_part() -> None:
    """Tables with the same titles are one list; numbered headings above them are its projects."""
    titles = "| 序号 | 工作内容 | 责任单位 |\n"
    blocks = Document(
        "通知.docx",
        (
            Paragraph("一、教育惠民", 1, "第1段"),
            grid(titles + "| 1 | 建学校3所 | 教育局 |"),
            Paragraph("二、交通便民", 2, "第2段"),
            grid(titles + "| 1 | 修路20公里 | 交通局 |", name="表2"),
        ),
    )
    notice = read(blocks)

    assert column(notice, Key.PROJECT) == ["一、教育惠民", "二、交通便民"]
    assert column(notice, Key.LEAD) == ["教育局", "交通局"]


def test_a_row_without_an_item_is_told() -> None:
    """With its place; a total and a remark are no items."""
    table = grid(
        """
        | 序号 | 项目名称 | 主要内容   | 责任单位 |
        | 1    | 教育     | 建学校3所  | 教育局   |
        | 合计 |          |            | 1个单位  |
        """,
        origin=Origin.SHEET,
        name="清单",
    )
    notice = read(document(table))

    assert len(notice.rows) == 1
    assert [(left.cell, left.text) for left in notice.skipped] == [("A3", "合计 1个单位")]


def test_a_visible_sheet_comes_before_a_hidden_one() -> None:
    """Last year's list in a hidden sheet is not taken."""
    old = replace(grid("| 序号 | 内容 | 责任单位 |\n| 1 | 旧事项 | 教育局 |"), visible=False)
    new = grid("| 序号 | 内容 | 责任单位 |\n| 1 | 新事项 | 教育局 |", name="今年")
    sheets = [replace(table, origin=Origin.SHEET) for table in (old, new)]

    assert column(read(document(*sheets)), Key.CONTENT) == ["新事项"]
