"""The consolidated workbook (汇总表): the official table first, then what stands behind it."""

from collections.abc import Sequence

from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Key
from toolkit.model.sheets import SheetPlan, WorkbookPlan
from toolkit.stages.data_sheet import data_sheet, one_line_sheet
from toolkit.stages.design import table_title
from toolkit.stages.grid import Record
from toolkit.stages.official_sheet import COUNTS, SOURCES, official_sheet, states_sheet
from toolkit.stages.statistics import Tally, by_lead, by_project, status_name, status_names, tally
from toolkit.stages.styles import Styles, official_styles


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
            official_sheet(month, _official_records(month, items), styles),
            _statistics_sheet(month, items, styles),
            states_sheet(states, findings, styles),
            _problems_sheet(month, items, styles),
            _sources_sheet(month, items, styles),
        ),
        title=table_title(month.programme, month.period),
        subject=month.period.label,
        author=month.programme.settings.authority,
    )


def _official_records(month: Month, items: Sequence[MergedItem]) -> list[Record]:
    keys = [(column.filled_by == "unit", column.key) for column in month.layout.shown]
    records: list[Record] = []
    for merged in items:
        texts = (merged.item.values, merged.values)  # the list's and the unit's
        row = tuple([texts[of_unit].get(key, "") for of_unit, key in keys])
        records.append(Record(row, merged.item.group))
    return records


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
        COUNTS, titles, widths, rows, styles, centred=range(2, len(titles)), note=note
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


def _problems_sheet(month: Month, items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    """Plan 问题清单: the items whose unit names a problem; a list without projects has no 项目."""
    plan = next((c.title for c in month.layout.filled if c.key is Key.PLAN), "下步工作计划")
    rows = [
        (
            merged.item.code,
            merged.item.title,
            merged.item.lead,
            status_name(merged),
            merged.problem,
            merged.values.get(Key.PLAN, ""),
        )
        for merged in items
        if merged.problem
    ]
    titles = ("编号", "事项", "单位", "状态", "存在问题", plan)
    widths = (9, 34, 20, 11, 44, 44)
    if not any(merged.item.group for merged in items):
        return data_sheet("问题清单", titles, widths, rows, styles)
    projects = ["".join((m.item.group or "").split()) for m in items if m.problem]
    return data_sheet(
        "问题清单",
        (titles[0], "项目", *titles[1:]),
        (widths[0], 20, *widths[1:]),
        [(code, project, *rest) for project, (code, *rest) in zip(projects, rows, strict=True)],
        styles,
    )


def _sources_sheet(month: Month, items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    """Plan 溯源: where each value of each item was read, a row for every unit's report on it."""
    filled = month.layout.filled
    keys = [column.key for column in filled]
    times = {
        r.file.stored: f"{r.file.received_at:%Y-%m-%d %H:%M}" for r in month.received if r.unit
    }
    rows = [
        (
            merged.item.code,
            entry.unit,
            entry.file.stored,
            entry.sheet,
            *[entry.cell(key) or "" for key in keys],
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
    return one_line_sheet(SOURCES, titles, rows, styles)
