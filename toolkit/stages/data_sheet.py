"""A plain list on a worksheet: header, filter, frozen first row, repeated when printed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from toolkit.model.sheets import Block, CellValue, Link, Page, Range, SheetPlan
from toolkit.stages.grid import Grid, Record, lay_out
from toolkit.stages.styles import Styles, header_height
from toolkit.text.layout import display_width

_SIZE = 10.5
_WIDEST = 120.0
_LINE_HEIGHT = 18.0
_MOST_LINKS = 60_000
"""How many cells of a sheet lead elsewhere; Excel takes 65,530, and opens slowly long before."""

Place = tuple[int, int]
"""A record, counted from 0, and its column."""


def data_sheet(
    name: str,
    titles: Sequence[str],
    widths: Sequence[float],
    rows: Sequence[tuple[CellValue, ...]],
    styles: Styles,
    centred: Collection[int] = (),
    note: str = "",
    links: Mapping[Place, str] | None = None,
) -> SheetPlan:
    """Plan a sheet that lists rows under titles.

    Args:
        centred: The columns whose values stand in the middle.
        note: A line below the list.
        links: Where cells of the list lead to.
    """
    grid = list_grid(rows, widths)
    return list_sheet(name, titles, widths, grid, styles, centred, note, links)


def list_grid(rows: Sequence[tuple[CellValue, ...]], widths: Sequence[float]) -> Grid:
    """Return where the rows of a list come to stand below its header."""
    return lay_out([Record(row) for row in rows], widths, _SIZE, first_row=1)


def list_sheet(
    name: str,
    titles: Sequence[str],
    widths: Sequence[float],
    grid: Grid,
    styles: Styles,
    centred: Collection[int] = (),
    note: str = "",
    links: Mapping[Place, str] | None = None,
) -> SheetPlan:
    """Plan a sheet that lists rows whose places are known; see `data_sheet`."""
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
        links=_links(grid, links, styles, centred) if links else (),
        freeze=(1, 0),
        autofilter=Range(0, 0, max(1, end), len(titles) - 1),
        page=Page(repeat_rows=(0, 0)),
    )


def _links(
    grid: Grid, links: Mapping[Place, str], styles: Styles, centred: Collection[int]
) -> tuple[Link, ...]:
    looks = {True: replace(styles.link, align="center"), False: styles.link}
    return tuple(
        Link(
            grid.starts[record],
            column,
            target,
            grid.rows[grid.starts[record] - 1][column],
            looks[column in centred],
        )
        for (record, column), target in list(links.items())[:_MOST_LINKS]
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
