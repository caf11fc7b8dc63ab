"""The list of a notice is read with every item, and what is no item is told."""

import pytest

from tests.tables import book, cells, scheme, sheet
from toolkit.model.notice import Notice
from toolkit.model.scheme import Key
from toolkit.model.sheets import Range
from toolkit.notices.table import read_notice

SCHEME = scheme()
HEADER = "| 序号 | 项目名称 | 项目内容及规模 | 主办单位 | 协办单位 |"
TABLE = f"""
| 济宁高新区2021年为民办实事项目表 | | | | |
{HEADER}
| 1 | 优质教育 | 新建小屯小学 | 教育局 | 财政局 |
|   |          | 改造护眼灯   | 教育局 |        |
| 2 | 交通畅行 | 改造道路20公里 | 建交局 |      |
"""


def notice(table: str, merges: tuple[Range, ...] = ()) -> Notice:
    """Return a notice that could be read."""
    read = read_notice(book(sheet(table, "附件")), {"附件": merges}, [SCHEME], "通知.xlsx")
    assert read is not None
    return read


def column(read: Notice, key: Key) -> list[str]:
    """Return one column's texts."""
    return [row.values[key] for row in read.rows]


def test_every_row_with_content_is_an_item() -> None:
    """In the notice's order, with its row."""
    read = notice(TABLE)

    assert column(read, Key.CONTENT) == ["新建小屯小学", "改造护眼灯", "改造道路20公里"]
    assert [row.row for row in read.rows] == [2, 3, 4]
    assert read.skipped == ()
    assert read.ignored == ()


def test_blank_project_cells_continue_the_project_above() -> None:
    """Merged cells of a project are read so from any program."""
    read = notice(TABLE)

    assert column(read, Key.PROJECT) == ["优质教育", "优质教育", "交通畅行"]
    assert column(read, Key.NUMBER) == ["1", "1", "2"]


def test_other_columns_are_not_filled_down() -> None:
    """An item without co units has none."""
    assert column(notice(TABLE), Key.ASSIST) == ["财政局", "", ""]


def test_a_merged_cell_says_the_same_for_all_of_its_rows() -> None:
    """One unit over two items leads both."""
    table = TABLE.replace("| 改造护眼灯   | 教育局 |", "| 改造护眼灯   | |")

    assert column(notice(table), Key.LEAD) == ["教育局", "", "建交局"]
    merged = notice(table, (Range(2, 3, 3, 3),))
    assert column(merged, Key.LEAD) == ["教育局", "教育局", "建交局"]


def test_a_row_that_repeats_only_the_number_belongs_to_the_project() -> None:
    """Some lists print the number on every row and the name once."""
    read = notice(TABLE.replace("|   |          | 改造护", "| 1 |          | 改造护"))

    assert column(read, Key.PROJECT) == ["优质教育", "优质教育", "交通畅行"]


def test_a_new_number_without_a_name_is_no_continuation() -> None:
    """Its project has no name, not the name of another."""
    read = notice(TABLE.replace("| 2 | 交通畅行 |", "| 2 |          |"))

    assert column(read, Key.PROJECT) == ["优质教育", "优质教育", ""]


def test_the_heading_names_the_year() -> None:
    """What stands above the table is kept for recognising the year."""
    read = notice(TABLE)

    assert read.heading == "济宁高新区2021年为民办实事项目表"
    assert read.year == 2021
    assert notice(HEADER + "\n| 1 | 甲 | 乙 | 教育局 | |").year is None


def test_a_row_without_content_is_told() -> None:
    """It may be an item that somebody forgot to write out."""
    read = notice(f"{TABLE}| 3 | 养老服务 | | 民政局 | |\n| 注：以上为全部项目 | | | | |")

    assert [(left.cell, left.text) for left in read.skipped] == [
        ("A6", "3 养老服务 民政局"),
        ("A7", "注：以上为全部项目"),
    ]


def test_blank_rows_are_nothing() -> None:
    """They are neither items nor told."""
    read = notice(TABLE + "| | | | | |\n| | - | | / | |")

    assert len(read.rows) == 3
    assert read.skipped == ()


def test_columns_that_the_list_does_not_keep_are_told() -> None:
    """A progress table serves as a list; last month's progress is left out, and said so."""
    table = "\n".join(
        f"{line}{cell}|"
        for line, cell in zip(
            TABLE.strip().splitlines(), ("", "落实进展情况", "已完成", "", ""), strict=True
        )
    )

    assert notice(table).ignored == ("落实进展情况",)


def test_titles_of_other_places_are_known() -> None:
    """牵头单位 and 实事项目 are read as this scheme's columns."""
    titles = "| 编号 | 实事项目 | 项目内容 | 牵头单位 | 配合单位 |"

    assert notice(TABLE.replace(HEADER, titles)).rows == notice(TABLE).rows


def test_of_several_sheets_and_schemes_the_best_fit_is_read() -> None:
    """A cover sheet with half a table loses against the annex."""
    half = sheet("| 项目名称 | 项目内容 | 主办单位 |\n| 甲 | 乙 | 丙 |", "封面")
    whole = sheet(TABLE, "附件")
    read = read_notice(book(half, whole), {}, [SCHEME], "通知.xlsx")

    assert read is not None
    assert (read.file, read.sheet, read.scheme) == ("通知.xlsx", "附件", SCHEME.name)


@pytest.mark.parametrize("table", ["| 时间 | 地点 |\n| 9时 | 会议室 |", ""])
def test_a_notice_without_a_list_is_none(table: str) -> None:
    """Nothing is guessed out of other tables."""
    assert read_notice(book(sheet(table)), {}, [SCHEME], "通知.xlsx") is None


def test_numbers_are_read_as_people_see_them() -> None:
    """A spreadsheet's 1.0 is 1."""
    rows = [list(row) for row in cells(TABLE)]
    typed = sheet(TABLE, "附件")
    numbered = [[1.0 if value == "1" else value for value in row] for row in rows]
    read = read_notice(book(type(typed)("附件", True, numbered)), {}, [SCHEME], "通知.xlsx")

    assert read is not None
    assert column(read, Key.NUMBER) == ["1", "1", "2"]
