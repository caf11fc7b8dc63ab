"""How a list prints: on paper on which it can be read, every page with its name at the top."""

from collections.abc import Sequence
from typing import Literal

from toolkit.model.sheets import Page
from toolkit.stages.page_breaks import page_scale

_HEADER = "&L{title}&R&A"
_NOTHING = "（没有）"
_LEAST_SCALE = 67
"""At this percentage 10.5 points are 7; what would be smaller is for A3."""


def list_page(widths: Sequence[float], header_row: int = 0, *, empty: bool = False) -> Page:
    """Return how a list prints whose header stands on a row.

    Args:
        widths: Of the columns, in Excel's character units.
        header_row: The row that every page repeats.
        empty: Whether there is nothing below it; the page says so, so that nobody looks for more.
    """
    return Page(
        paper=_paper(widths),
        repeat_rows=(header_row, header_row),
        header=_HEADER + _NOTHING if empty else _HEADER,
    )


def _paper(widths: Sequence[float]) -> Literal["A4", "A3"]:
    return "A4" if page_scale("A4", widths) >= _LEAST_SCALE else "A3"
