"""A plain list on a worksheet: header, filter, frozen first row, repeated when printed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from toolkit.model.sheets import Block, CellValue, Link, Range, SheetPlan
from toolkit.stages.grid import Grid, Record, lay_out
from toolkit.stages.list_page import list_page
from toolkit.stages.styles import Styles, header_height
from toolkit.text.layout import display_width, one_line_width

_SIZE = 10.5
_WIDEST = 120.0
_LINE_HEIGHT = 18.0
_DIGEST, _SMALL = 64, 7.0
"""Characters of a SHA-256, and the size in which they are printed."""
_TITLE_WIDTH = 16.0
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
    notes: Sequence[str] = (),
    links: Mapping[Place, str] | None = None,
) -> SheetPlan:
    """Plan a sheet that lists rows under titles.

    Args:
        centred: The columns whose values stand in the middle.
        notes: Lines below the list.
        links: Where cells of the list lead to.
    """
    grid = list_grid(rows, widths)
    return list_sheet(name, titles, widths, grid, styles, centred, notes, links)


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
    notes: Sequence[str] = (),
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
    if notes:
        lines = [(note, *[""] * (len(titles) - 1)) for note in notes]
        blocks.append(Block(end + 2, (styles.line,) * len(titles), lines, (22,) * len(lines)))
    return SheetPlan(
        name=name,
        widths=tuple(widths),
        blocks=tuple(blocks),
        merges=grid.merges,
        links=_links(grid, links, styles, centred) if links else (),
        freeze=(1, 0),
        autofilter=Range(0, 0, max(1, end), len(titles) - 1),
        page=list_page(widths, empty=not grid.rows),
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
    name: str,
    titles: Sequence[str],
    rows: Sequence[tuple[str, ...]],
    styles: Styles,
    links: Mapping[Place, str] | None = None,
) -> SheetPlan:
    """Plan a sheet of short texts, a line each: columns as wide as their longest text.

    A digest is no text that anybody reads; it is printed small.
    """
    columns = list(zip(*rows, strict=True)) or [("",)] * len(titles)
    widths = tuple(
        min(_WIDEST, max(_least(title), _room(max(texts, key=len))))
        for title, texts in zip(titles, columns, strict=True)
    )
    line, small = (replace(styles.text, size=size, wrap=False) for size in (_SIZE, _SMALL))
    digests = [len(texts[0]) == _DIGEST for texts in columns]
    return SheetPlan(
        name=name,
        widths=widths,
        blocks=(
            Block(
                0,
                (styles.header,) * len(titles),
                (tuple(titles),),
                (header_height(titles, widths, styles, 30),),
            ),
            Block(
                1,
                tuple(small if digest else line for digest in digests),
                rows,
                (_LINE_HEIGHT,) * len(rows),
            ),
        ),
        links=tuple(
            Link(1 + record, column, target, rows[record][column], replace(styles.link, wrap=False))
            for (record, column), target in list((links or {}).items())[:_MOST_LINKS]
        ),
        freeze=(1, 0),
        autofilter=Range(0, 0, max(1, len(rows)), len(titles) - 1),
        page=list_page(widths, empty=not rows),
    )


def _room(text: str) -> float:
    """Return how wide a column is that shows a text on one line."""
    if len(text) == _DIGEST and text.isascii():
        return one_line_width(text) * _SMALL / _SIZE + 1.0
    return one_line_width(text) + 3.0


def _least(title: str) -> float:
    """Return how wide a column is whose title stands on two lines."""
    return min(_TITLE_WIDTH, display_width(title) + 3.0)
