"""The year's consolidated workbook: the official summary table, and how it came about."""

from collections import Counter
from collections.abc import Sequence

from toolkit.model.annual import Correction, MergedList, Origin
from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.sheets import CellValue, SheetPlan, WorkbookPlan
from toolkit.stages.data_sheet import data_sheet, one_line_sheet
from toolkit.stages.design import table_title
from toolkit.stages.grid import Record
from toolkit.stages.official_sheet import COUNTS, SOURCES, official_sheet
from toolkit.stages.states_sheet import states_sheet
from toolkit.stages.styles import Styles, official_styles


def annual_book(
    merged: MergedList, states: Sequence[UnitStatus], findings: Sequence[Finding]
) -> WorkbookPlan:
    """Plan the consolidated workbook of a year's list."""
    month = merged.month
    styles = official_styles(month.programme.scheme.fonts)
    return WorkbookPlan(
        sheets=(
            official_sheet(month, _records(merged), styles),
            _statistics_sheet(merged, styles),
            states_sheet(month, states, findings, styles),
            _changes_sheet(merged, styles),
            _sources_sheet(merged, styles),
        ),
        title=table_title(month.programme, month.period),
        subject=month.period.label,
        author=month.programme.settings.authority,
    )


def _records(merged: MergedList) -> list[Record]:
    columns = merged.month.layout.shown
    return [
        Record(tuple(row.item.values.get(c.key, "") for c in columns), row.item.group)
        for row in merged.rows
    ]


def _statistics_sheet(merged: MergedList, styles: Styles) -> SheetPlan:
    """Plan 统计: how many items each project and each leading unit has, and how many are new."""
    whole = [("总体", "全部事项", row.origin) for row in merged.rows]
    projects = [("按项目", row.item.group, row.origin) for row in merged.rows if row.item.group]
    units = [("按单位", row.item.lead or "（未定）", row.origin) for row in merged.rows]
    counts: dict[tuple[str, str], Counter[Origin]] = {}
    for kind, name, origin in (*whole, *projects, *units):
        counts.setdefault((kind, "".join(name.split())), Counter())[origin] += 1
    rows: list[tuple[CellValue, ...]] = [
        (kind, name, count.total(), *(count[origin] for origin in Origin))
        for (kind, name), count in counts.items()
    ]
    titles = ("类别", "名称", "事项数", *Origin)
    return data_sheet(COUNTS, titles, (10, 40, 9, 9, 9, 9), rows, styles, centred=range(2, 6))


def _changes_sheet(merged: MergedList, styles: Styles) -> SheetPlan:
    """Plan 改动清单: everything in which the table is not the list of before."""
    rows: list[tuple[str, ...]] = []
    for row in merged.rows:
        if row.origin is Origin.NEW:
            entry = row.entries[0]
            rows.append(
                ("新增", row.item.code, row.item.title, entry.unit, "", "", "", entry.file.stored)
            )
    rows += [_change("更正", change) for change in merged.corrections]
    rows += [
        _change("更正不一致，未采用", change)
        for conflict in merged.conflicts
        for change in conflict.proposals
    ]
    rows += [
        ("要求取消，仍保留", item.code, item.title, of.unit, "", "", "", of.file.stored)
        for item, of in merged.withdrawn
    ]
    titles = ("情况", "编号", "事项", "单位", "栏目", "原文", "改为", "文件")
    return data_sheet("改动清单", titles, (18, 9, 28, 22, 14, 44, 44, 40), rows, styles)


def _change(kind: str, change: Correction) -> tuple[str, ...]:
    entry = change.entry
    place = f"{entry.file.stored} {entry.cell(change.key) or ''}".strip()
    item = entry.item
    return (
        kind,
        item.code,
        item.title,
        entry.unit,
        change.title,
        change.before,
        change.after,
        place,
    )


def _sources_sheet(merged: MergedList, styles: Styles) -> SheetPlan:
    """Plan 溯源: for each value of the table the cell of each return that says it, or the list."""
    filled = merged.month.layout.filled
    rows: list[tuple[str, ...]] = []
    for row in merged.rows:
        for entry in row.entries:
            cells = (entry.cell(column.key) or "" for column in filled)
            place = (entry.file.stored, entry.sheet)
            rows.append((row.item.code, row.origin, entry.unit, *place, *cells, entry.file.sha256))
        if not row.entries:
            blank = [""] * len(filled)
            rows.append((row.item.code, row.origin, "", "实事清单.xlsx", "清单", *blank, ""))
    titles = (
        "编号",
        "来源",
        "单位",
        "文件",
        "工作表",
        *(f"{column.title}（单元格）" for column in filled),
        "文件校验码（SHA-256）",
    )
    return one_line_sheet(SOURCES, titles, rows, styles)
