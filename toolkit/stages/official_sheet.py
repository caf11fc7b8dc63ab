"""The official table, the first sheet of every consolidated workbook."""

from collections.abc import Sequence

from toolkit.model.month import Month
from toolkit.model.sheets import Block, Page, Range, SheetPlan
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.design import table_title
from toolkit.stages.grid import Pages, Record, lay_out
from toolkit.stages.page_breaks import page_room
from toolkit.stages.styles import Styles, header_height

SHEET = "汇总表"
COUNTS, STATES, SOURCES = "统计", "报送情况", "溯源"

_SIZE = 10.5
_HEADER_ROW = 1
_TITLE_HEIGHT = 44.0


def official_sheet(month: Month, records: Sequence[Record], styles: Styles) -> SheetPlan:
    """Plan the period's official table and nothing but it, ready to print.

    Args:
        month: The period, whose table it is.
        records: A value for each of the table's columns; grouped columns merge within a group.
        styles: Of the whole workbook.
    """
    layout = month.layout
    columns = layout.shown
    widths = tuple(column.width for column in columns)
    titles = tuple(column.title for column in columns)
    grouped = [n for n, column in enumerate(columns) if column.grouped]
    header = header_height(titles, widths, styles, 32)
    pages = Pages(page_room(layout.paper, widths, header), above=_TITLE_HEIGHT)
    grid = lay_out(records, widths, _SIZE, _HEADER_ROW + 1, grouped, pages=pages)
    last = len(columns) - 1
    title = (table_title(month.programme, month.period), *[""] * last)
    body = tuple(styles.centred if column.centred else styles.text for column in columns)
    return SheetPlan(
        name=SHEET,
        widths=widths,
        blocks=(
            Block(0, (styles.title,) * len(columns), (title,), (_TITLE_HEIGHT,)),
            Block(
                _HEADER_ROW,
                (styles.header,) * len(columns),
                (titles,),
                (header,),
            ),
            Block(_HEADER_ROW + 1, body, grid.rows, grid.heights),
        ),
        merges=(Range(0, 0, 0, last), *grid.merges),
        freeze=(_HEADER_ROW + 1, 0),
        page=Page(
            paper=layout.paper,
            repeat_rows=(_HEADER_ROW, _HEADER_ROW),
            last_row=_HEADER_ROW + len(grid.rows),
            last_column=last,
            breaks=grid.breaks,
        ),
    )


def is_consolidated(workbook: RawWorkbook) -> bool:
    """Tell whether a workbook is a period's result, sent back or dropped into the wrong folder."""
    return {COUNTS, STATES, SOURCES} <= {sheet.name for sheet in workbook.sheets}
