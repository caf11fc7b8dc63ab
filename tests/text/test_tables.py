"""A table is found by the titles of its columns, wherever and in whatever order they stand."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tables import cells, scheme
from toolkit.model.scheme import Key
from toolkit.text.tables import find_header, header_at

COLUMNS = scheme().progress.shown
TITLES = [column.title for column in COLUMNS]


def test_a_header_below_titles_is_found() -> None:
    """Above it may stand what likes."""
    rows = cells("""
        | 济宁高新区项目表 | | | |
        | | 序号 | 项目 名称 | 项目内容及规模 |
        | | 落实进展情况 | 备注 | |
        | | 序号 | 主办单位 | |
    """)
    columns = COLUMNS[:3]
    header = find_header(rows, columns)

    assert header is not None
    assert header.row == 1
    assert dict(header.columns) == {Key.NUMBER: 1, Key.PROJECT: 2, Key.CONTENT: 3}


@given(st.permutations(TITLES))
def test_any_order_of_columns_is_read(titles: list[str]) -> None:
    """Each key is found where its title stands."""
    header = find_header([titles], COLUMNS)

    assert header is not None
    assert dict(header.columns) == {c.key: titles.index(c.title) for c in COLUMNS}
    assert header.others == {}


@given(st.sets(st.sampled_from(TITLES)))
def test_half_of_the_columns_are_enough(kept: set[str]) -> None:
    """With fewer it may be any table."""
    header = header_at(5, sorted(kept), COLUMNS)

    assert (header is not None) == (len(kept) >= 4)


def test_other_titles_of_a_column_are_known() -> None:
    """People call 落实进展情况 by many names."""
    header = find_header(cells("| 序号 | 项目名称 | 工作进展 | 存在的问题 | 下步计划 |"), COLUMNS)

    assert header is not None
    assert header.columns[Key.PROGRESS] == 2
    assert header.columns[Key.PLAN] == 4


def test_the_official_title_wins_wherever_it_stands() -> None:
    """Another title for the same thing is a second column then."""
    row = ["序号", "进展情况", "项目名称", "落实进展情况", "存在问题", "存在问题"]
    header = header_at(0, row, COLUMNS)

    assert header is not None
    assert header.columns[Key.PROGRESS] == 3
    assert header.columns[Key.PROBLEM] == 4
    assert header.doubled == {1: Key.PROGRESS, 5: Key.PROBLEM}
    assert header.others == {1: "进展情况", 5: "存在问题"}


def test_unknown_titles_are_kept_apart() -> None:
    """They may hold something that somebody has to see."""
    header = header_at(0, [*TITLES, "备 注", "", 3.0], COLUMNS)

    assert header is not None
    assert header.others == {7: "备注", 9: "3"}
    assert header.doubled == {}


def test_of_equal_rows_the_first_is_the_header() -> None:
    """A header printed on every page is found on the first."""
    header = find_header([TITLES, ["1"], TITLES], COLUMNS)

    assert header is not None
    assert header.row == 0


def test_no_table() -> None:
    """Neither an empty sheet nor a single title is one."""
    assert find_header([], COLUMNS) is None
    assert find_header([["序号"]], COLUMNS[:1]) is None
