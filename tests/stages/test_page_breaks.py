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


def test_a_last_page_with_next_to_nothing_takes_some_of_the_pages_before_it() -> None:
    """As many pages, and the last three about as full as one another; those before stay full."""
    one_each = [(n, n + 1) for n in range(20)]

    assert list(page_starts([30] * 4, one_each[:4], ROOM)) == [2]
    assert list(page_starts([30] * 7, one_each[:7], ROOM)) == [3, 5]
    assert list(page_starts([30] * 13, one_each[:13], ROOM)) == [3, 6, 9, 11]
    assert list(page_starts([30] * 5, one_each[:5], ROOM)) == [3]  # two thirds are no little
    assert list(page_starts([30] * 4, [(0, 3), (3, 4)], ROOM)) == [3]  # a project stays whole


def test_the_title_does_not_stand_alone_on_the_first_page() -> None:
    """A project that fits on a page only without the title begins below it and is torn."""
    assert list(page_starts([30, 30, 30], [(0, 3)], ROOM, above=20)) == [2]
    assert list(page_starts([90], [(0, 1)], ROOM, above=20)) == []


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
    """A break within a group means that it is longer than a page; the first has a title above."""
    heights, groups = table
    starts = set(page_starts(heights, groups, ROOM, 20))

    assert 0 not in starts
    for first, last in groups:
        if starts & set(range(first + 1, last)):
            assert sum(heights[first:last]) > ROOM - (20 if first == 0 else 0)


@given(tables())
def test_evened_pages_are_no_more_than_full_ones(
    table: tuple[list[float], list[tuple[int, int]]],
) -> None:
    """Paper is not spent on it: as many pages as when each is filled before the next one begins."""
    heights, groups = table
    pages, used = 1, 0.0
    for first, last in groups:
        whole = sum(heights[first:last])
        if whole > ROOM:
            return  # a torn group is counted by the other tests
        pages, used = (pages, used + whole) if used + whole <= ROOM else (pages + 1, whole)

    assert len(list(page_starts(heights, groups, ROOM))) + 1 == pages


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
