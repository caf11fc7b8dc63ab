"""Where a printed table's pages end, so that a project stands on one page where it can.

Excel and LibreOffice end a page where it is full, in the middle of a project too. What fits on a
page follows from the widths, for a sheet is printed as wide as its page, and from the heights.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from typing import Literal

from toolkit.text.layout import PIXELS_PER_UNIT

_PAPERS = {"A4": (841.9, 595.3), "A3": (1190.6, 841.9)}
"""Width and height of a page on its side, in points."""
_SIDES, _ENDS = 57.6, 72.0
"""The margins that the writer sets, left with right and top with bottom."""
_PADDING = 5
_POINTS_A_PIXEL = 0.75
_SAFE = 0.93
"""Programs round heights and widths, and LibreOffice makes columns a twentieth narrower, so that
the table prints larger; a page that is planned too full would end in two."""
_LITTLE = 0.45
"""A last page that is less full than this takes some of what stands on the pages before it."""
_PAGES_EVENED = 3


def page_room(paper: Literal["A4", "A3"], widths: Sequence[float], repeated: float) -> float:
    """Return how many points of rows fit on a page.

    Args:
        paper: On its side, the table fitted to its width and never enlarged.
        widths: Of the columns, in Excel's character units.
        repeated: The height of the rows that every page repeats.
    """
    _, high = _PAPERS[paper]
    return _SAFE * (high - _ENDS) * 100 / page_scale(paper, widths) - repeated


def page_scale(paper: Literal["A4", "A3"], widths: Sequence[float]) -> int:
    """Return at how many hundredths of its size a table prints that is fitted to its page."""
    wide, _ = _PAPERS[paper]
    scale = math.floor(100 * (wide - _SIDES) / (column_pixels(widths) * _POINTS_A_PIXEL))
    return max(10, min(100, scale))


def column_pixels(widths: Sequence[float]) -> int:
    """Return how many pixels columns take together."""
    return sum(int(width * PIXELS_PER_UNIT + _PADDING) for width in widths)


def page_starts(
    heights: Sequence[float],
    groups: Sequence[tuple[int, int]],
    room: float,
    above: float = 0,
) -> Iterator[int]:
    """Yield the records with which a new page begins, the first one left out.

    A group that fits on a page is never torn. A longer one goes on where the page is, and is torn
    between two of its records; a record that is longer than a page runs over several. The last
    pages are about as full as one another where the very last would have next to nothing.

    Args:
        heights: Of the records, in points.
        groups: The first position of each group and the position after its last.
        room: The points of rows that fit on a page.
        above: What stands above the first record, on the first page only.
    """
    starts = list(_filled(heights, groups, room, above))
    if not starts or sum(heights[starts[-1] :]) > room * _LITTLE:
        yield from starts
        return
    if len(starts) < _PAGES_EVENED:
        yield from _evened(heights, groups, room, above, starts)
        return
    kept, evened = starts[: 1 - _PAGES_EVENED], starts[1 - _PAGES_EVENED :]
    yield from kept
    begin = kept[-1]
    tail = [(first - begin, last - begin) for first, last in groups if first >= begin]
    if not tail or tail[0][0] > 0:  # the pages begin within a project that is longer than one
        yield from evened
        return
    places = [place - begin for place in evened]
    yield from (begin + n for n in _evened(heights[begin:], tail, room, 0, places))


def _evened(
    heights: Sequence[float],
    groups: Sequence[tuple[int, int]],
    room: float,
    above: float,
    starts: Sequence[int],
) -> Sequence[int]:
    """Return where as many pages begin that are as equally full as whole groups let them be."""
    ends = list(accumulate(heights, initial=above))
    below = [first for first, _ in groups[1:]]
    best, least = starts, math.inf
    for places in combinations(below, len(starts)):
        marks = (0.0, *(ends[place] for place in places), ends[-1])
        pages = [end - begin for begin, end in pairwise(marks)]
        unequal = sum(page * page for page in pages)
        if max(pages) <= room and unequal <= least:
            best, least = places, unequal
    return best


def _filled(
    heights: Sequence[float], groups: Sequence[tuple[int, int]], room: float, above: float
) -> Iterator[int]:
    """Yield where pages begin that are as full as can be."""
    used = above
    for first, last in groups:
        whole = sum(heights[first:last])
        if used + whole <= room:
            used += whole
            continue
        if whole <= room and first:  # the title does not stand alone on the first page
            yield first
            used = whole
            continue
        for position in range(first, last):
            height = heights[position]
            if used > 0 and used + height > room:
                if position:
                    yield position
                used = 0
            used = used + height if height <= room else height % room
