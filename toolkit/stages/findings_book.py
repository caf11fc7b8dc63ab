"""核查结果.xlsx: what the rules found, what was repaired, and what became of every file."""

from collections.abc import Sequence

from toolkit.model.finding import Finding, Severity
from toolkit.model.month import Month
from toolkit.model.programme import Waiver
from toolkit.model.sheets import SheetPlan, WorkbookPlan
from toolkit.model.submission import FileStatus
from toolkit.stages.data_sheet import data_sheet
from toolkit.stages.styles import Styles, official_styles

SEVERITY_NAMES = {
    Severity.ERROR: "须改正",
    Severity.WARNING: "请核对",
    Severity.INFO: "提示",
}
FILE_STATUS_NAMES = {
    FileStatus.ACCEPTED: "采用",
    FileStatus.SUPERSEDED: "已有更新的一份",
    FileStatus.DUPLICATE: "重复",
    FileStatus.UNIDENTIFIED: "认不出单位",
    FileStatus.UNREADABLE: "打不开",
    FileStatus.FOREIGN: "不是本期的表",
    FileStatus.SCAN: "签字扫描件",
}
_ORDER = tuple(Severity)


def sorted_findings(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings with the gravest first, keeping their order within a severity."""
    return sorted(findings, key=lambda finding: _ORDER.index(finding.severity))


def severity_word(finding: Finding) -> str:
    """Return what people call a finding's severity; one of a rule on trial is 试行."""
    return "试行" if finding.trial else SEVERITY_NAMES[finding.severity]


def findings_book(
    month: Month, findings: Sequence[Finding], waived: Sequence[tuple[Finding, Waiver]]
) -> WorkbookPlan:
    """Plan the findings workbook of a period."""
    styles = official_styles(month.programme.scheme.fonts)
    return WorkbookPlan(
        sheets=(
            _findings_sheet(month, findings, styles),
            _files_sheet(month, styles),
            _repairs_sheet(month, styles),
            _waived_sheet(waived, styles),
        ),
        title=f"{month.programme.settings.name}核查结果",
        subject=month.period.label,
        author=month.programme.settings.authority,
    )


def _findings_sheet(month: Month, findings: Sequence[Finding], styles: Styles) -> SheetPlan:
    items = month.programme.by_code
    rows = [
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
        for f in sorted_findings(findings)
    ]
    titles = (
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
    widths = (9, 8, 20, 22, 9, 26, 48, 48, 36, 10, 9)
    return data_sheet("核查结果", titles, widths, rows, styles, centred=(0, 1, 4, 9, 10))


def _files_sheet(month: Month, styles: Styles) -> SheetPlan:
    rows = [
        (
            r.file.stored,
            FILE_STATUS_NAMES[r.status],
            r.unit or "",
            r.identity.identified_by if r.identity else "",
            f"{r.file.received_at:%Y-%m-%d %H:%M}",
            r.reason or "",
            r.advice or "",
            r.file.source,
        )
        for r in month.received
    ]
    titles = ("文件", "结果", "单位", "认定依据", "收到时间", "原因", "怎么办", "来源")
    return data_sheet("回收文件", titles, (44, 16, 24, 12, 17, 44, 44, 44), rows, styles)


def _repairs_sheet(month: Month, styles: Styles) -> SheetPlan:
    rows = [
        (r.file.stored, r.unit or "", repair.code, repair.message)
        for r in month.received
        for repair in r.repairs
    ]
    titles = ("文件", "单位", "代码", "说明")
    return data_sheet("修复记录", titles, (44, 24, 16, 70), rows, styles)


def _waived_sheet(waived: Sequence[tuple[Finding, Waiver]], styles: Styles) -> SheetPlan:
    rows = [
        (f.code, f.name, f.unit or "", f.item or "", f.message, waiver.reason)
        for f, waiver in waived
    ]
    titles = ("规则", "名称", "单位", "编号", "问题", "豁免理由")
    return data_sheet("已豁免", titles, (8, 20, 22, 9, 50, 50), rows, styles)
