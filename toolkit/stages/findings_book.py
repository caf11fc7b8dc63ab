"""核查结果.xlsx: what the rules found, what was repaired, and what became of every file."""

from collections.abc import Mapping, Sequence

from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import Month
from toolkit.model.sheets import SheetPlan, WorkbookPlan
from toolkit.model.waiving import WaiverUse
from toolkit.stages.data_sheet import list_grid, list_sheet
from toolkit.stages.finding_counts import severity_word, sorted_findings
from toolkit.stages.findings_overview import Jumps, overview_sheet
from toolkit.stages.findings_pivots import items_sheet, units_sheet
from toolkit.stages.findings_records import (
    files_sheet,
    repairs_sheet,
    rulings_sheet,
    waived_sheet,
    waivers_sheet,
)
from toolkit.stages.grid import Grid
from toolkit.stages.sheet_links import file_target, file_width, lines_target
from toolkit.stages.styles import Styles, official_styles

FINDINGS = "核查结果"
_TITLES = (
    "程度",
    "规则",
    "名称",
    "单位",
    "编号",
    "事项",
    "问题",
    "怎么办",
    "文件",
    "工作表",
    "单元格",
)
_FILE = _TITLES.index("文件")


def findings_book(
    month: Month,
    findings: Sequence[Finding],
    waivers: Sequence[WaiverUse],
    states: Sequence[UnitStatus],
) -> WorkbookPlan:
    """Plan the findings workbook of a period.

    Args:
        waivers: What became of each waiver.
        states: 报送情况.
    """
    styles = official_styles(month.programme.scheme.fonts)
    listed = sorted_findings(findings, month.programme)
    widths = (8, 7, 16, 16, 8, 22, 40, 34, file_width(f.file or "" for f in listed), 9, 8)
    grid = list_grid(_rows(month, listed), widths)
    overview = overview_sheet(month, listed, waivers, states, _jumps(listed, grid), styles)
    pivots = (
        units_sheet(month, listed, styles),
        items_sheet(month, listed, _item_jumps(listed, grid), styles),
    )
    return WorkbookPlan(
        sheets=(
            overview,
            _findings_sheet(month, listed, grid, widths, styles),
            *(pivots if listed else ()),
            files_sheet(month, styles),
            repairs_sheet(month, styles),
            waivers_sheet(waivers, styles),
            waived_sheet(waivers, styles),
            rulings_sheet(month, styles),
        ),
        title=f"{month.programme.settings.name}核查结果（{month.period.label}）",
        subject=month.period.label,
        author=month.programme.settings.authority,
    )


def _rows(month: Month, findings: Sequence[Finding]) -> list[tuple[str, ...]]:
    items = month.programme.by_code
    return [
        (
            severity_word(f),
            f.code,
            f.name,
            f.unit or "",
            f.item or "",
            items[f.item].title if f.item in items else "",
            f.message,
            f.suggestion,
            f.file or "",
            f.sheet or "",
            f.cell or "",
        )
        for f in findings
    ]


def _findings_sheet(
    month: Month,
    findings: Sequence[Finding],
    grid: Grid,
    widths: Sequence[float],
    styles: Styles,
) -> SheetPlan:
    targets = (file_target(f.file or "", month.period.label, f.sheet, f.cell) for f in findings)
    links = {(number, _FILE): target for number, target in enumerate(targets) if target}
    centred = (0, 1, 4, 9, 10)
    return list_sheet(FINDINGS, _TITLES, widths, grid, styles, centred, links=links)


def _jumps(findings: Sequence[Finding], grid: Grid) -> Jumps:
    """Return where the lines of each severity and unit are: they stand one below the other."""
    ends = (*grid.starts, len(grid.rows) + 1)[1:]
    spans: dict[tuple[str, str | None], tuple[int, int]] = {}
    for finding, start, end in zip(findings, grid.starts, ends, strict=True):
        word = severity_word(finding)
        for key in ((word, None), (word, finding.unit or "")):
            first, _ = spans.get(key, (start, end))
            spans[key] = (first, end)
    return {key: _lines(first, end) for key, (first, end) in spans.items()}


def _item_jumps(findings: Sequence[Finding], grid: Grid) -> Mapping[str, str]:
    """Return where the gravest line of each item is, by 编号."""
    jumps: dict[str, str] = {}
    for finding, start in zip(findings, grid.starts, strict=True):
        if finding.item:
            jumps.setdefault(finding.item, _lines(start, start + 1))
    return jumps


def _lines(first: int, end: int) -> str:
    return lines_target(FINDINGS, first, end - 1, len(_TITLES) - 1)
