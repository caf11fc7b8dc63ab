"""A plain list on a worksheet: header, filter, frozen first row, repeated when printed."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from toolkit.model.sheets import Block, CellValue, Page, Range, SheetPlan
from toolkit.stages.grid import Record, lay_out
from toolkit.stages.styles import Styles, header_height
from toolkit.text.layout import display_width

_SIZE = 10.5
_WIDEST = 120.0
_LINE_HEIGHT = 18.0


def data_sheet(
    name: str,
    titles: Sequence[str],
    widths: Sequence[float],
    rows: Sequence[tuple[CellValue, ...]],
    styles: Styles,
    centred: Collection[int] = (),
    note: str = "",
) -> SheetPlan:
    """Plan a sheet that lists rows under titles.

    Args:
        centred: The columns whose values stand in the middle.
        note: A line below the list.
    """
    grid = lay_out([Record(row) for row in rows], widths, _SIZE, first_row=1)
    body = tuple(styles.centred if n in centred else styles.text for n in range(len(titles)))
    height = header_height(titles, widths, styles, 30)
    blocks = [
        Block(0, (styles.header,) * len(titles), (tuple(titles),), (height,)),
        Block(1, body, grid.rows, grid.heights),
    ]
    end = len(grid.rows)
    if note:
        line = (note, *[""] * (len(titles) - 1))
        blocks.append(Block(end + 2, (styles.line,) * len(titles), (line,), (22,)))
    return SheetPlan(
        name=name,
        widths=tuple(widths),
        blocks=tuple(blocks),
        merges=grid.merges,
        freeze=(1, 0),
        autofilter=Range(0, 0, max(1, end), len(titles) - 1),
        page=Page(repeat_rows=(0, 0)),
    )


def one_line_sheet(
    name: str, titles: Sequence[str], rows: Sequence[tuple[str, ...]], styles: Styles
) -> SheetPlan:
    """Plan a sheet of short texts, a line each: columns as wide as their longest text."""
    columns = list(zip(titles, *rows, strict=True))
    widths = tuple(min(_WIDEST, display_width(max(texts, key=len)) + 3.0) for texts in columns)
    line = replace(styles.text, wrap=False)
    return SheetPlan(
        name=name,
        widths=widths,
        blocks=(
            Block(0, (styles.header,) * len(titles), (tuple(titles),), (30,)),
            Block(1, (line,) * len(titles), rows, (_LINE_HEIGHT,) * len(rows)),
        ),
        freeze=(1, 0),
        autofilter=Range(0, 0, max(1, len(rows)), len(titles) - 1),
        page=Page(repeat_rows=(0, 0)),
    )
