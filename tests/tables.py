"""Worksheets and programmes for tests, written as the tables that people see.

A table is Markdown-like: one line a row, cells between bars, `<br>` for a line break in a cell.
A line of dashes below the header may stand there and says nothing. #N/A and its like are faults.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from toolkit.files.raw_rows import shown
from toolkit.files.schemes import load_scheme
from toolkit.model.document import Document, Origin, Table
from toolkit.model.programme import Item, Programme, Settings, Unit
from toolkit.model.scheme import Column, Filling, Key, Scheme, TableLayout
from toolkit.model.sheets import SheetPlan, WorkbookPlan
from toolkit.model.submission import StoredFile
from toolkit.model.workbook import RawSheet, RawWorkbook
from toolkit.text.clean import cell_text
from toolkit.text.units import units_of

SCHEME = "jining-gaoxin-2021"
RECEIVED = datetime(2021, 10, 8, 9, 30)

LIST = """
| 编号 | 序号 | 项目名称     | 项目内容及规模              | 主办单位                   | 协办单位 |
| M001 | 一   | 优质教育工程 | 新建小屯小学，新增学位900个 | 发展软环境保障局           |          |
| M002 | 一   | 优质教育工程 | 400口教室护眼灯改造         | 发展软环境保障局           | 洸河街道 |
| M003 | 二   | 交通畅行工程 | 改造道路20公里              | 城乡建设和交通局、王因街道 |          |
| M004 | 三   | 放心消费工程 | 建设示范店15处              | 市场监管局                 |          |
"""
"""A short list in the columns of the scheme 济宁高新区 2021."""


def cells(table: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a Markdown-like table as texts."""
    lines = filter(None, map(str.strip, table.splitlines()))
    rows = (tuple(cell.strip() for cell in line[1:-1].split("|")) for line in lines)
    return tuple(
        tuple(shown(cell.replace("<br>", "\n")) for cell in row)
        for row in rows
        if set("".join(row)) != {"-"}
    )


def sheet(table: str, name: str = "进展表", *, visible: bool = True) -> RawSheet:
    """Return a table as a worksheet, its first line on the sheet's first row."""
    return RawSheet(name, visible, cells(table))


def book(*sheets: RawSheet) -> RawWorkbook:
    """Return a workbook of these worksheets."""
    return RawWorkbook(sheets)


def as_read(plan: WorkbookPlan) -> RawWorkbook:
    """Return a planned workbook as it is read back, without writing it."""
    return RawWorkbook(tuple(sheet_as_read(sheet) for sheet in plan.sheets))


def sheet_as_read(plan: SheetPlan) -> RawSheet:
    """Return a planned worksheet as it is read back: blocks and links, rows of equal length."""
    height = max((b.first_row + len(b.rows) for b in plan.blocks), default=0)
    width = max((len(b.styles) for b in plan.blocks), default=0)
    rows: list[list[object]] = [[""] * width for _ in range(height)]
    for block in plan.blocks:
        for number, values in enumerate(block.rows, block.first_row):
            rows[number][: len(values)] = ["" if value is None else value for value in values]
    for link in plan.links:
        rows[link.row][link.column] = link.text
    return RawSheet(plan.name, plan.visibility == "visible", tuple(map(tuple, rows)))


def with_rows(
    workbook: RawWorkbook, rows: Iterable[Sequence[object]], place: int = 0
) -> RawWorkbook:
    """Return the workbook with other rows in one of its sheets."""
    sheets = list(workbook.sheets)
    sheets[place] = replace(sheets[place], rows=tuple(tuple(row) for row in rows))
    return RawWorkbook(tuple(sheets))


def scheme(*switched_on: Key, summary: Sequence[Column] = ()) -> Scheme:
    """Return the scheme 济宁高新区 2021, some columns switched on or all of its list's replaced."""
    loaded = load_scheme(SCHEME)
    progress = tuple(replace(c, on=c.on or c.key in switched_on) for c in loaded.progress.columns)
    listed = TableLayout(loaded.summary.title, tuple(summary) or loaded.summary.columns)
    return replace(loaded, summary=listed, progress=replace(loaded.progress, columns=progress))


def programme(
    table: str = LIST,
    *,
    filling: Filling = Filling.LEAD,
    layout: Scheme | None = None,
    units: Sequence[Unit] = (),
) -> Programme:
    """Return a programme whose list is a table: 编号, then the summary table's titles.

    Args:
        units: The sheet 单位; the units that the list names when empty.
    """
    used = layout or scheme()
    head, *lines = cells(table)
    keys = {column.title: column.key for column in used.summary.shown}
    items = tuple(
        _item(
            number,
            {keys[title]: text for title, text in zip(head[1:], line[1:], strict=True)},
            line[0],
        )
        for number, line in enumerate(lines, 1)
    )
    named = dict.fromkeys(u for item in items for u in (item.lead, *item.co, *item.assist) if u)
    settings = Settings(
        name="济宁高新区2021年为民办实事",
        year=2021,
        authority="济宁高新区管委会",
        scheme=SCHEME,
        report_by="次月8日",
        finish_by="12月底",
        filling=filling,
        signature="济宁高新区管委会",
    )
    return Programme(settings, used, items, tuple(units) or tuple(map(Unit, named)))


def _item(row: int, values: Mapping[Key, str], code: str) -> Item:
    lead, co, assist = units_of(values)
    return Item(code, values, "".join(lead), co, assist, row)


def stored(name: str = "表.xlsx", sha256: str = "", received_at: datetime = RECEIVED) -> StoredFile:
    """Return a file in 2回收 of September 2021; its digest is made of its name unless given."""
    return StoredFile(f"来件/{name}", f"2021-09/2回收/{name}", sha256 or f"sha-{name}", received_at)


def document(workbook: RawWorkbook, name: str = "通知.xlsx") -> Document:
    """Return worksheets as the document that a notice is read from."""
    return Document(
        name,
        tuple(
            Table(
                rows=tuple(tuple(map(cell_text, row)) for row in sheet.rows),
                name=sheet.name,
                origin=Origin.SHEET,
                visible=sheet.visible,
            )
            for sheet in workbook.sheets
        ),
    )
