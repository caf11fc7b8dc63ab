"""A table and numbered paragraphs on the same projects complete each other."""

from tests.notices.drawn import column, read
from toolkit.model.scheme import Key

PARAGRAPHS = """
某区2024年实事
(一)平安教育工程:开展安全教育培训。
主办单位:教育局
协办单位:公安局
(二)交通畅行工程:改造农村道路20公里。
主办单位:交通局
协办单位:财政局、各街道
"""
TABLE = """
序号 | 项目名称 | 项目内容 | 主办单位 |
1 | 安全教育工程 | 依托基地开展安全教育培训。 | 教育局 |
2 | 交通畅行工程 | 改造农村道路20公里，其中进村路8公里。 | 交通局 |
"""


def test_the_same_projects() -> None:
    """Known by number and likeness, though a name differs; the table takes what it lacks."""
    notice = read(PARAGRAPHS + TABLE)

    assert notice.sheet == "表1"
    assert column(notice, Key.ASSIST) == ["公安局", "财政局、各街道"]
    assert [row.values[Key.NAME] for row in notice.companion] == ["平安教育工程", "交通畅行工程"]
    assert notice.skipped == ()


def test_a_column_that_the_table_has_is_its_own() -> None:
    """What the paragraphs say there is kept for comparison only."""
    notice = read(PARAGRAPHS.replace("主办单位:交通局", "主办单位:建设局") + TABLE)

    assert column(notice, Key.LEAD) == ["教育局", "交通局"]
    assert notice.companion[1].values[Key.LEAD] == "建设局"


def test_another_list_is_told() -> None:
    """Its items are not in the programme; that is said for each."""
    other = (
        "某区2024年重点工作\n1.引进企业30家。责任单位：商务局\n2.新增专利90件。责任单位：科技局\n"
    )
    notice = read(other + TABLE)

    assert column(notice, Key.LEAD) == ["教育局", "交通局"]
    assert [left.reason for left in notice.skipped] == ["另一份清单的事项"] * 2


def test_rows_and_paragraphs_on_the_same_works() -> None:
    """Two rows of one project belong to its paragraph; a name decides before a number."""
    table = """
序号 | 项目名称 | 项目内容 | 主办单位 |
1 | 交通畅行工程 | 改造农村道路12公里。 | 交通局 |
| | 改造进村道路8公里。 | 交通局 |
2 | 平安教育工程 | 开展安全教育培训。 | 教育局 |
"""
    notice = read(PARAGRAPHS + table)
    pairs = [
        (
            [row.values[Key.CONTENT] for row in pair.rows],
            [o.values[Key.PROJECT] for o in pair.others],
        )
        for pair in notice.counterparts
    ]

    assert pairs == [
        (["改造农村道路12公里。", "改造进村道路8公里。"], ["交通畅行工程"]),
        (["开展安全教育培训。"], ["平安教育工程"]),
    ]
    assert [row.numbered for row in notice.rows] == [True, False, True]
