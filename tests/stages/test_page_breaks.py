"""Pages of the official table end between projects where they can."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.stages.grid import Pages, Record, lay_out
from toolkit.stages.page_breaks import page_room, page_starts

ROOM = 100.0


@pytest.mark.parametrize(
    ("heights", "groups", "above", "starts"),
    [
        ([50, 50], [(0, 1), (1, 2)], 0, []),
        ([50, 50], [(0, 1), (1, 2)], 1, [1]),
        ([60, 30, 30], [(0, 1), (1, 3)], 0, [1]),
        ([60, 60, 60], [(0, 3)], 0, [1, 2]),
        ([40, 40, 40, 40], [(0, 1), (1, 4)], 0, [2]),
        ([90, 250, 60], [(0, 1), (1, 2), (2, 3)], 0, [1, 2]),
        ([90, 250, 40], [(0, 1), (1, 2), (2, 3)], 0, [1]),
        ([250], [(0, 1)], 0, []),
        ([], [], 0, []),
    ],
)
def test_a_page_begins_where_the_next_group_does_not_fit(
    heights: list[float], groups: list[tuple[int, int]], above: float, starts: list[int]
) -> None:
    """A longer group fills the page first; a record longer than a page runs over the next ones."""
    assert list(page_starts(heights, groups, ROOM, above)) == starts


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[float], list[tuple[int, int]]]:
    """Draw heights of records and the groups that they belong to."""
    sizes = draw(st.lists(st.integers(1, 5), max_size=8))
    heights = [draw(st.floats(10, 150)) for _ in range(sum(sizes))]
    ends = [sum(sizes[: n + 1]) for n in range(len(sizes))]
    return heights, list(pairwise([0, *ends]))


@given(tables())
def test_no_group_is_torn_that_fits_on_a_page(
    table: tuple[list[float], list[tuple[int, int]]],
) -> None:
    """A break within a group means that it is longer than a page."""
    heights, groups = table
    starts = set(page_starts(heights, groups, ROOM, 20))

    for first, last in groups:
        if starts & set(range(first + 1, last)):
            assert sum(heights[first:last]) > ROOM


@given(tables())
def test_no_page_is_planned_too_full(table: tuple[list[float], list[tuple[int, int]]]) -> None:
    """Between two breaks stands what fits, or what is longer than a page by itself."""
    heights, groups = table
    starts = [0, *page_starts(heights, groups, ROOM), len(heights)]

    for first, last in pairwise(starts):
        rows = heights[first:last]
        assert sum(rows) <= ROOM + 1e-6 or max(rows) > ROOM


def test_a_wider_table_has_room_for_more_on_a_page() -> None:
    """It is printed smaller; A3 has room for more than A4, and the header takes its part."""
    assert page_room("A4", [60] * 4, 30) > page_room("A4", [20] * 4, 30)
    assert page_room("A3", [60] * 4, 30) > page_room("A4", [60] * 4, 30)
    assert page_room("A4", [20] * 4, 60) == page_room("A4", [20] * 4, 30) - 30


def test_a_group_longer_than_a_page_names_itself_on_each_of_its_pages() -> None:
    """A reader of the second page sees which project its items are of."""
    made = [Record(("教育", f"{n}号"), "教育") for n in range(6)]
    whole = lay_out(made, (10, 20), 10.5, 0, grouped=(0,))
    height = whole.heights[0]
    torn = lay_out(made, (10, 20), 10.5, 0, grouped=(0,), pages=Pages(height * 4.5, height))

    assert [row[0] for row in whole.rows] == ["教育", "", "", "", "", ""]
    assert [row[0] for row in torn.rows] == ["教育", "", "", "教育", "", ""]
    assert torn.breaks == (3,)
    assert [(area.first_row, area.last_row) for area in torn.merges] == [(0, 2), (3, 5)]


def test_a_torn_groups_name_has_room_on_each_page() -> None:
    """The last record of a piece grows where the name needs it."""
    name = "优质教育提升工程" * 6
    made = [Record((name, f"{n}号"), name) for n in range(30)]
    torn = lay_out(made, (10, 20), 10.5, 0, grouped=(0,), pages=Pages(200, 190))
    needed = lay_out(made[:1], (10, 20), 10.5, 0, grouped=(0,)).heights[0]

    assert len(torn.breaks) > 1
    for first, last in pairwise((0, *torn.breaks, len(torn.rows))):
        assert sum(torn.heights[first:last]) >= needed - 1
