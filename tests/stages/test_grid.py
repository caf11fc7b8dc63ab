"""Records laid out on rows: nothing cut, nothing twice, no merged ranges over each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.sheets import Range
from toolkit.stages.grid import Grid, Record, lay_out
from toolkit.text.layout import MAX_HEIGHT, text_height

WIDTHS = (6.0, 14.0, 30.0)
SIZE = 10.5
FIRST = 3
GROUPED = (0, 1)


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    """Draw records of which neighbours may share a project, as a list has them."""
    projects = draw(st.lists(st.integers(0, 2), max_size=8))
    made = []
    for number, project in enumerate(projects):
        length = draw(st.sampled_from((0, 1, 40, 400, 3000)))
        shared = (str(project), f"项目{project}" * (1 + 60 * (project == 2)))
        group = shared if project else None
        made.append(Record((*shared, f"{number}号" + "文" * length), group))
    return made


def placed(made: list[Record]) -> Grid:
    """Lay records out as the stages do."""
    return lay_out(made, WIDTHS, SIZE, FIRST, GROUPED, minimum=20)


def ends(grid: Grid) -> list[int]:
    """Return the worksheet rows on which records begin, and the row after the last."""
    return [*grid.starts, FIRST + len(grid.rows)]


@given(records())
def test_rows_are_the_sum_of_what_the_records_take(made: list[Record]) -> None:
    """Records follow one another without gaps, each on at least one row."""
    grid = placed(made)

    assert len(grid.starts) == len(made)
    assert len(grid.heights) == len(grid.rows)
    assert ends(grid)[0] == FIRST
    assert all(start < following for start, following in pairwise(ends(grid)))


@given(records())
def test_no_row_is_higher_than_excel_allows(made: list[Record]) -> None:
    """Excel would cut a higher row without a word."""
    assert all(0 < height <= MAX_HEIGHT for height in placed(made).heights)


@given(records())
def test_every_record_has_room_for_its_texts(made: list[Record]) -> None:
    """The rows of a record are together as high as its longest text needs."""
    grid = placed(made)

    for record, (start, end) in zip(made, pairwise(ends(grid)), strict=True):
        room = sum(grid.heights[start - FIRST : end - FIRST])
        assert room >= text_height(str(record.values[2]), WIDTHS[2], SIZE) - 1e-6


@given(records())
def test_a_groups_shared_text_has_room_too(made: list[Record]) -> None:
    """The merged cell of a project is as high as its name needs."""
    grid = placed(made)

    for area in grid.merges:
        text = str(grid.rows[area.first_row - FIRST][area.first_column])
        room = sum(grid.heights[area.first_row - FIRST : area.last_row + 1 - FIRST])
        assert room >= text_height(text, WIDTHS[area.first_column], SIZE) - 1e-6


@given(records())
def test_merged_ranges_never_overlap(made: list[Record]) -> None:
    """Excel repairs, that is damages, a workbook with overlapping merged cells."""
    seen: set[tuple[int, int]] = set()

    for area in placed(made).merges:
        cells = set(cells_of(area))
        assert len(cells) > 1
        assert not cells & seen
        seen |= cells


@given(records())
def test_every_value_stands_exactly_once(made: list[Record]) -> None:
    """A record's own value stands on its first row, a group's on the group's first."""
    grid = placed(made)
    written = {
        (row, column): value
        for row, values in enumerate(grid.rows, FIRST)
        for column, value in enumerate(values)
        if value != ""
    }
    expected = {(start, 2): made[n].values[2] for n, start in enumerate(grid.starts)}
    for number, start in enumerate(grid.starts):
        group = made[number].group
        if group is None or number == 0 or made[number - 1].group != group:
            expected |= {(start, column): made[number].values[column] for column in GROUPED}

    assert written == expected


@given(records())
def test_only_a_ranges_first_cell_has_a_value(made: list[Record]) -> None:
    """What stands under a merged range would be hidden."""
    grid = placed(made)

    for area in grid.merges:
        hidden = set(cells_of(area)) - {(area.first_row, area.first_column)}
        assert all(grid.rows[row - FIRST][column] == "" for row, column in hidden)


def cells_of(area: Range) -> list[tuple[int, int]]:
    """Return the cells of a range."""
    return [
        (row, column)
        for row in range(area.first_row, area.last_row + 1)
        for column in range(area.first_column, area.last_column + 1)
    ]


def test_neighbours_of_one_group_share_a_cell() -> None:
    """Two items of a project stand beside one merged project name."""
    made = [Record(("一", "教育", text), ("一", "教育")) for text in ("甲", "乙")]

    assert placed(made).merges == (Range(3, 0, 4, 0), Range(3, 1, 4, 1))


def test_neighbours_of_one_group_that_differ_keep_their_own_text() -> None:
    """A column that is not the same for the whole project is merged as far as it is the same."""
    units = ("建设局", "建设局", "教育局", "建设局")
    made = [Record(("一", unit, str(n)), ("一", "教育")) for n, unit in enumerate(units)]
    grid = placed(made)

    assert grid.merges == (Range(3, 0, 6, 0), Range(3, 1, 4, 1))
    assert [row[1] for row in grid.rows] == ["建设局", "", "教育局", "建设局"]


def test_records_without_a_group_stand_alone() -> None:
    """Equal neighbours that belong to no project are not merged."""
    made = [Record(("", "", "甲")), Record(("", "", "甲"))]

    assert placed(made).merges == ()


def test_a_record_that_is_too_high_takes_several_merged_rows() -> None:
    """A text of a thousand characters is not cut at Excel's greatest row height."""
    grid = placed([Record(("一", "教育", "文" * 1000))])

    assert len(grid.rows) > 1
    assert {area.last_row for area in grid.merges} == {FIRST + len(grid.rows) - 1}
    assert len(grid.merges) == len(WIDTHS)


def test_no_records_no_rows() -> None:
    """An empty list makes an empty grid."""
    assert placed([]) == Grid((), (), (), ())
