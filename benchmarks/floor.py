"""The floor: what reading the returns and writing one formatted table costs at the very least.

`python -m benchmarks.floor FOLDER FILE`. calamine reads every sheet, xlsxwriter writes the official
table. Nothing is identified, checked, compared or recorded; rows get no heights.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

FORM_SHEET = "进展表"
HEADER_ROW = 2
COLUMNS = 7
GROUPED = (0, 1)
CENTRED = (0, 1, 3)
WIDTHS = (5, 11, 36, 14, 46, 20, 30)
TITLE = "济宁高新区2025年1-9月为民办实事项目表"

Row = Sequence[object]


def consolidate(folder: Path, target: Path) -> None:
    """Read all returns of a folder and write the official table."""
    titles, rows = read(folder)
    workbook = Workbook(target)
    cell = {"font_name": "仿宋", "font_size": 10.5, "border": 1, "text_wrap": True}
    cell |= {"valign": "vcenter"}
    head = workbook.add_format({**cell, "font_name": "黑体", "align": "center"})
    centred = workbook.add_format({**cell, "align": "center"})
    text = workbook.add_format(cell)
    formats = [centred if column in CENTRED else text for column in range(COLUMNS)]
    sheet = workbook.add_worksheet("汇总表")
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.merge_range(0, 0, 0, COLUMNS - 1, TITLE, head)
    sheet.write_row(1, 0, titles, head)
    for first, last in groups(rows):
        for number in range(first, last + 1):
            for column, value in enumerate(rows[number]):
                sheet.write(number + 2, column, value, formats[column])
        for column in GROUPED if last > first else ():
            sheet.merge_range(
                first + 2, column, last + 2, column, rows[first][column], formats[column]
            )
    workbook.close()


def read(folder: Path) -> tuple[Row, list[Row]]:
    """Return the table's titles and its rows; all sheets of every return are read."""
    titles: Row = []
    rows: list[Row] = []
    for path in sorted(folder.iterdir()):
        workbook = CalamineWorkbook.from_path(path)
        sheets = {
            name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names
        }
        titles, *body = sheets[FORM_SHEET][HEADER_ROW:]
        # A record taller than Excel's greatest row has more rows, without the key in the last column.
        rows += [row[:COLUMNS] for row in body if row[COLUMNS]]
    return titles[:COLUMNS], rows


def groups(rows: list[Row]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last row of each project, whose number stands in its first row."""
    starts = [number for number, row in enumerate(rows) if row[0] != ""]
    for first, following in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield first, following - 1


if __name__ == "__main__":
    consolidate(Path(sys.argv[1]), Path(sys.argv[2]))
