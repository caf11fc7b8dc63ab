"""The sheets that every consolidated workbook has: the official table and 报送情况."""

from collections.abc import Sequence

from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import Month
from toolkit.model.sheets import Block, Page, Range, SheetPlan
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.data_sheet import data_sheet
from toolkit.stages.design import table_title
from toolkit.stages.grid import Record, lay_out
from toolkit.stages.styles import Styles, header_height

SHEET = "汇总表"
COUNTS, STATES, SOURCES = "统计", "报送情况", "溯源"

_SIZE = 10.5
_HEADER_ROW = 1


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
    grid = lay_out(records, widths, _SIZE, _HEADER_ROW + 1, grouped)
    last = len(columns) - 1
    title = (table_title(month.programme, month.period), *[""] * last)
    body = tuple(styles.centred if column.centred else styles.text for column in columns)
    return SheetPlan(
        name=SHEET,
        widths=widths,
        blocks=(
            Block(0, (styles.title,) * len(columns), (title,), (44,)),
            Block(
                _HEADER_ROW,
                (styles.header,) * len(columns),
                (titles,),
                (header_height(titles, widths, styles, 32),),
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
        ),
    )


def is_consolidated(workbook: RawWorkbook) -> bool:
    """Tell whether a workbook is a period's result, sent back or dropped into the wrong folder."""
    return {COUNTS, STATES, SOURCES} <= {sheet.name for sheet in workbook.sheets}


def states_sheet(
    states: Sequence[UnitStatus], findings: Sequence[Finding], styles: Styles
) -> SheetPlan:
    """Plan 报送情况: a line a unit, with how many findings it has."""
    asked: dict[str | None, int] = {}
    for finding in findings:
        asked[finding.unit] = asked.get(finding.unit, 0) + 1
    rows = [
        (
            state.unit,
            state.items,
            f"{state.sent_at:%Y-%m-%d %H:%M}" if state.sent_at else "",
            f"{state.received_at:%Y-%m-%d %H:%M}" if state.received_at else "",
            state.late_days or "",
            state.state.value,
            asked.get(state.unit, 0) or "",
            state.file or "",
            "\n".join(state.others),
            "\n".join(state.scans),
        )
        for state in states
    ]
    titles = (
        "单位",
        "应报事项",
        "下发时间",
        "收到时间",
        "逾期（工作日）",
        "状态",
        "核查问题",
        "采用的文件",
        "其他文件",
        "签字扫描件",
    )
    widths = (24, 10, 17, 17, 10, 18, 10, 44, 44, 36)
    return data_sheet(STATES, titles, widths, rows, styles, centred=range(1, 7))
