"""A plain list on a worksheet: header, filter, frozen first row, repeated when printed."""

from collections.abc import Collection, Sequence

from toolkit.model.sheets import Block, CellValue, Page, Range, SheetPlan
from toolkit.stages.grid import Record, lay_out
from toolkit.stages.styles import Styles, header_height

_SIZE = 10.5


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
