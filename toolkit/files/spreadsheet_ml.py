"""Reading XML tables of Excel 2003 (SpreadsheetML), which web systems call .xls.

The layout: Workbook, Worksheet, Table, Row, Cell, Data; `ss:Index` leaves places empty
(Microsoft, XML Spreadsheet Reference, 2001).
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from toolkit.errors import UnreadableFileError
from toolkit.files.raw_rows import plain, trimmed
from toolkit.files.xml_trees import attribute, children, count_of, local, parse_xml
from toolkit.model.sheets import Range
from toolkit.model.workbook import CellFault, RawSheet

_MOST_ROWS, _MOST_COLUMNS, _MOST_CELLS = 1_048_576, 16_384, 20_000_000


def read_xml_2003(data: bytes, skip: Collection[str] = ()) -> tuple[RawSheet, ...]:
    """Return the worksheets of an XML table of Excel 2003.

    Raises:
        UnreadableFileError: It is damaged, or names places beyond any table.
    """
    root = parse_xml(data)
    sheets = (_sheet(node) for node in children(root, "Worksheet"))
    return tuple(sheet for sheet in sheets if sheet.name not in skip)


def _sheet(node: Any) -> RawSheet:
    rows: list[list[object]] = []
    merges: list[Range] = []
    hidden: set[int] = set()
    for table in children(node, "Table"):
        number = -1
        for row in children(table, "Row"):
            number = count_of(row, "Index", number + 2) - 1
            _check(number, 0, rows)
            rows.extend([] for _ in range(number + 1 - len(rows)))
            if attribute(row, "Hidden") == "1":
                hidden.add(number)
            _read_row(row, number, rows, merges)
            number += count_of(row, "Span", 0)
    return RawSheet(
        attribute(node, "Name") or "",
        not any(
            text.startswith("SheetHidden") or text == "SheetVeryHidden" for text in _states(node)
        ),
        trimmed(rows),
        frozenset(hidden),
        tuple(merges),
    )


def _states(node: Any) -> list[str]:
    return [
        (option.text or "").strip()
        for options in children(node, "WorksheetOptions")
        for option in children(options, "Visible")
    ]


def _read_row(node: Any, number: int, rows: list[list[object]], merges: list[Range]) -> None:
    cells = rows[number]
    column = 0
    for cell in children(node, "Cell"):
        column = count_of(cell, "Index", column + 1) - 1
        _check(number, column, rows)
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = _value(cell)
        across, down = count_of(cell, "MergeAcross", 0), count_of(cell, "MergeDown", 0)
        if across or down:
            merges.append(Range(number, column, number + down, column + across))
        column += across + 1


def _check(row: int, column: int, rows: list[list[object]]) -> None:
    beyond = not (0 <= row < _MOST_ROWS and 0 <= column < _MOST_COLUMNS)
    if beyond or (column > 1000 and len(rows) * column > _MOST_CELLS):
        raise UnreadableFileError(
            "工作表大得不正常，不能安全读取", "请报送单位把表格复制到下发的表里重新报送。"
        )


def _value(cell: Any) -> object:
    data = next((child for child in cell if local(child) == "Data"), None)
    text = "".join(data.itertext()) if data is not None else ""
    kind = attribute(data, "Type") if data is not None else None
    if data is None or (kind == "Number" and not text.strip()):
        formula = attribute(cell, "Formula")
        return CellFault(formula) if formula else ""
    if kind == "Error":
        return CellFault(text.strip())
    try:
        return _typed(kind, text)
    except ValueError:
        return plain(text)


def _typed(kind: str | None, text: str) -> object:
    if kind == "Number":
        return float(text)
    if kind == "Boolean":
        return text.strip() == "1"
    if kind == "DateTime":
        moment = datetime.fromisoformat(text.strip())
        return moment if moment.time() != datetime.min.time() else moment.date()
    return plain(text)
