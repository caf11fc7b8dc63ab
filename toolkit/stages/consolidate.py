"""The consolidated workbook (汇总表): the official table first, then what stands behind it."""

from collections.abc import Sequence

from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Key
from toolkit.model.sheets import Block, Page, Range, SheetPlan, WorkbookPlan
from toolkit.stages.data_sheet import data_sheet, one_line_sheet
from toolkit.stages.design import table_title
from toolkit.stages.grid import Record, lay_out
from toolkit.stages.statistics import Tally, by_lead, by_project, status_name, status_names, tally
from toolkit.stages.styles import Styles, header_height, official_styles

_SIZE = 10.5
_HEADER_ROW = 1


def consolidated_book(
    month: Month,
    items: Sequence[MergedItem],
    states: Sequence[UnitStatus],
    findings: Sequence[Finding],
) -> WorkbookPlan:
    """Plan the period's consolidated workbook."""
    styles = official_styles(month.programme.scheme.fonts)
    return WorkbookPlan(
        sheets=(
            _official_sheet(month, items, styles),
            _statistics_sheet(month, items, styles),
            _states_sheet(states, findings, styles),
            _problems_sheet(items, styles),
            _sources_sheet(month, items, styles),
        ),
        title=table_title(month.programme, month.period),
        subject=month.period.label,
        author=month.programme.settings.authority,
    )


def _official_sheet(month: Month, items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    layout = month.programme.scheme.progress
    columns = layout.shown
    widths = tuple(column.width for column in columns)
    titles = tuple(column.title for column in columns)
    keys = [(column.filled_by == "list", column.key) for column in columns]
    records = [
        Record(
            tuple(
                [
                    (merged.item.values if listed else merged.values).get(key, "")
                    for listed, key in keys
                ]
            ),
            merged.item.group,
        )
        for merged in items
    ]
    grouped = [n for n, column in enumerate(columns) if column.grouped]
    grid = lay_out(records, widths, _SIZE, _HEADER_ROW + 1, grouped)
    last = len(columns) - 1
    title = (table_title(month.programme, month.period), *[""] * last)
    body = tuple(styles.centred if column.centred else styles.text for column in columns)
    return SheetPlan(
        name="汇总表",
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


def _statistics_sheet(month: Month, items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    names = status_names(month.programme.scheme, items)
    tallies = [("总体", tally("全部事项", items, names))]
    tallies += [("按项目", tally(name, rows, names)) for name, rows in by_project(items).items()]
    tallies += [("按单位", tally(name, rows, names)) for name, rows in by_lead(items).items()]
    rows = [_tally_row(kind, counted, names) for kind, counted in tallies]
    by_text = sum(1 for merged in items if merged.status and merged.status.by_text)
    note = (
        f"有 {by_text} 个事项的状态是由落实进展情况的文字判断的，请核对后使用。" if by_text else ""
    )
    titles = ("类别", "名称", "事项数", *names, "完成率")
    widths = (10, 34, 9, *[11] * len(names), 9)
    return data_sheet(
        "统计", titles, widths, rows, styles, centred=range(2, len(titles)), note=note
    )


def _tally_row(kind: str, counted: Tally, names: Sequence[str]) -> tuple[str | int, ...]:
    rate = f"{counted.finished / counted.total:.1%}" if counted.total else ""
    return (
        kind,
        counted.heading,
        counted.total,
        *(counted.by_status[name] for name in names),
        rate,
    )


def _states_sheet(
    states: Sequence[UnitStatus], findings: Sequence[Finding], styles: Styles
) -> SheetPlan:
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
    )
    widths = (24, 10, 17, 17, 10, 18, 10, 44, 44)
    return data_sheet("报送情况", titles, widths, rows, styles, centred=range(1, 7))


def _problems_sheet(items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    rows = [
        (
            merged.item.code,
            "".join(merged.item.values.get(Key.PROJECT, "").split()),
            merged.item.title,
            merged.item.lead,
            status_name(merged),
            merged.problem,
            merged.values.get(Key.PLAN, ""),
        )
        for merged in items
        if merged.problem
    ]
    titles = ("编号", "项目", "事项", "单位", "状态", "存在问题", "下月工作计划")
    return data_sheet("问题清单", titles, (9, 20, 34, 20, 11, 44, 44), rows, styles)


def _sources_sheet(month: Month, items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    """Plan 溯源: where each value of each item was read, a row for every unit's report on it."""
    filled = month.programme.scheme.progress.filled
    times = {s.file.stored: f"{s.file.received_at:%Y-%m-%d %H:%M}" for s in month.submissions}
    rows = [
        (
            merged.item.code,
            entry.unit,
            entry.file.stored,
            entry.sheet,
            *(entry.cell(column.key) or "" for column in filled),
            times[entry.file.stored],
            entry.file.sha256,
        )
        for merged in items
        for entry in merged.entries
    ]
    titles = (
        "编号",
        "单位",
        "文件",
        "工作表",
        *(f"{c.title}（单元格）" for c in filled),
        "收到时间",
        "文件校验码（SHA-256）",
    )
    return one_line_sheet("溯源", titles, rows, styles)
