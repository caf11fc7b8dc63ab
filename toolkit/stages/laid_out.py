"""Tables that stand otherwise on their sheet: turned on their side, or one beside the other.

They are laid out anew, a row an item and one table below the other, and read on like any form.
Every row that was laid out anew knows where it stands in the file (`RawSheet.lines`), so that
whatever is said of its cells names the cells that people see.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from toolkit.model.finding import Repair
from toolkit.model.programme import Programme
from toolkit.model.refs import column_letters
from toolkit.model.scheme import TableLayout
from toolkit.model.sheets import Range
from toolkit.model.workbook import Line, RawSheet, RawWorkbook
from toolkit.stages.form_table import form_table
from toolkit.stages.leftovers import OUR_SHEETS
from toolkit.stages.owners import row_owners
from toolkit.text.tables import find_header, tables_beside

TURNED = "TABLE-TURNED"
BESIDE = "TABLE-BESIDE"

_MOST_ROWS = 200
"""A table on its side has a row a column, and perhaps some lines above it and below."""

_FIRST_ROWS = 8


def laid_out(workbook: RawWorkbook, programme: Programme, layout: TableLayout) -> RawWorkbook:
    """Return a workbook whose tables stand upright and one below the other.

    A sheet is turned only where no sheet has an upright table, and only when an item of the list is
    known again in it: a list of the columns and what they are for is no table on its side.
    """
    titles = frozenset(column.title for column in layout.shown)
    seen = [s for s in workbook.sheets if s.visible and s.name not in OUR_SHEETS]
    if all(_stands_as_sent(sheet, titles) for sheet in seen):
        return workbook
    headers = {id(sheet): find_header(sheet.rows, layout.shown) for sheet in seen}
    if any(headers.values()):
        changed = {
            id(sheet): _below_each_other(sheet, tables_beside(sheet.rows[header.row], layout.shown))
            for sheet in seen
            if (header := headers[id(sheet)])
        }
    else:
        changed = {id(sheet): _upright(sheet, programme, layout) for sheet in seen}
    return replace(workbook, sheets=tuple(changed.get(id(s), s) for s in workbook.sheets))


def layout_repairs(sheet: RawSheet) -> Iterator[Repair]:
    """Yield in what way a sheet was laid out anew."""
    if any(line.down for line in sheet.lines.values()):
        yield Repair(TURNED, "表格的行和列互换了，每个事项占一列，按一列一个事项读取。")
    elif sheet.lines:
        columns = sorted({line.column for line in sheet.lines.values()})
        named = "、".join(map(column_letters, columns))
        yield Repair(BESIDE, f"从 {named} 列起还有贴在右边的表，接在左边的表下面读取。")


def _stands_as_sent(sheet: RawSheet, titles: Collection[str]) -> bool:
    """Tell at next to no cost whether a sheet begins with the one header of a form."""
    for row in sheet.rows[:_FIRST_ROWS]:
        found = [value for value in row if value in titles]
        if len(found) * 2 > len(titles):
            return len(set(found)) == len(found)
    return False


def _below_each_other(sheet: RawSheet, starts: Sequence[int]) -> RawSheet:
    """Return a sheet whose tables, beginning with these columns, follow below one another."""
    if len(starts) < 2:
        return sheet
    height = len(sheet.rows)
    blocks = list(enumerate(pairwise((*starts, max(map(len, sheet.rows))))))
    return replace(
        sheet,
        rows=tuple(row[start:end] for _, (start, end) in blocks for row in sheet.rows),
        hidden_rows=frozenset(n * height + row for n, _ in blocks for row in sheet.hidden_rows),
        merges=tuple(
            Range(
                area.first_row + n * height,
                area.first_column - start,
                area.last_row + n * height,
                area.last_column - start,
            )
            for n, (start, end) in blocks
            for area in sheet.merges
            if start <= area.first_column and area.last_column < end
        ),
        lines={
            n * height + row: Line(row, start)
            for n, (start, _) in blocks[1:]
            for row in range(height)
        },
    )


def _upright(sheet: RawSheet, programme: Programme, layout: TableLayout) -> RawSheet:
    """Return a sheet whose table was turned on its side with an item a row; others as they are."""
    if len(sheet.rows) > _MOST_ROWS:
        return sheet
    columns = list(zip_longest(*sheet.rows, fillvalue=""))
    header = find_header(columns, layout.shown)
    if header is None:
        return sheet
    turned = _turned(sheet, columns, min(header.columns.values()))
    header = find_header(turned.rows, layout.shown)
    known = header and row_owners(form_table(turned, header, programme, layout), programme)
    return turned if known and any(known.values()) else sheet


def _turned(sheet: RawSheet, columns: Sequence[Sequence[object]], top: int) -> RawSheet:
    """Return a sheet with what stands from a row on turned: its columns are rows now."""
    return replace(
        sheet,
        rows=(*sheet.rows[:top], *(column[top:] for column in columns)),
        hidden_rows=frozenset(row for row in sheet.hidden_rows if row < top),
        merges=tuple(
            Range(
                top + area.first_column,
                area.first_row - top,
                top + area.last_column,
                area.last_row - top,
            )
            for area in sheet.merges
            if area.first_row >= top
        ),
        lines={top + number: Line(top, number, down=True) for number in range(len(columns))},
    )
