"""The records of 核查结果.xlsx: every file, every repair, every waiver, every decision of a person."""

from collections.abc import Sequence

from toolkit.model.month import Month
from toolkit.model.sheets import SheetPlan
from toolkit.model.submission import FileStatus
from toolkit.model.waiving import WaiverState, WaiverUse
from toolkit.stages.data_sheet import Place, data_sheet
from toolkit.stages.rulings import applied_rulings
from toolkit.stages.sheet_links import file_target, file_width
from toolkit.stages.styles import Styles

FILE_STATUS_NAMES = {
    FileStatus.ACCEPTED: "采用",
    FileStatus.SUPERSEDED: "已有更新的一份",
    FileStatus.DUPLICATE: "重复",
    FileStatus.UNIDENTIFIED: "认不出单位",
    FileStatus.UNREADABLE: "打不开",
    FileStatus.FOREIGN: "不是本期的表",
    FileStatus.SCAN: "签字扫描件",
}


def files_sheet(month: Month, styles: Styles) -> SheetPlan:
    """Plan 回收文件: every file with its outcome."""
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
    stored = [r.file.stored for r in month.received]
    widths = (file_width(stored), 14, 20, 11, 17, 34, 34, 30)
    links = _file_links(month, stored)
    return data_sheet("回收文件", titles, widths, rows, styles, links=links)


def repairs_sheet(month: Month, styles: Styles) -> SheetPlan:
    """Plan 修复记录: what was read although its layout was damaged."""
    rows = [
        (r.file.stored, r.unit or "", repair.code, repair.message)
        for r in month.received
        for repair in r.repairs
    ]
    titles = ("文件", "单位", "代码", "说明")
    stored = [row[0] for row in rows]
    links, widths = _file_links(month, stored), (file_width(stored), 24, 16, 70)
    return data_sheet("修复记录", titles, widths, rows, styles, links=links)


def _file_links(month: Month, stored: Sequence[str]) -> dict[Place, str]:
    targets = (file_target(path, month.period.label) for path in stored)
    return {(number, 0): target for number, target in enumerate(targets) if target}


def waivers_sheet(waivers: Sequence[WaiverUse], styles: Styles) -> SheetPlan:
    """Plan 豁免: every waiver of the programme workbook, and what it did in this period."""
    rows = [
        (
            use.waiver.rule.upper(),
            use.waiver.unit or "全部",
            use.waiver.code or "全部",
            use.waiver.start,
            use.waiver.end,
            use.state.value,
            len(use.findings) if use.state is WaiverState.IN_FORCE else "",
            use.waiver.reason,
        )
        for use in waivers
    ]
    titles = ("规则", "单位", "编号", "起", "止", "本期状态", "豁免问题（条）", "理由")
    widths = (9, 26, 10, 14, 14, 12, 14, 60)
    return data_sheet("豁免", titles, widths, rows, styles, (0, 2, 3, 4, 5, 6))


def waived_sheet(waivers: Sequence[WaiverUse], styles: Styles) -> SheetPlan:
    """Plan 已豁免: every finding that a waiver took out."""
    rows = [
        (f.code, f.name, f.unit or "", f.item or "", f.message, use.waiver.reason)
        for use in waivers
        if use.state is WaiverState.IN_FORCE
        for f in use.findings
    ]
    titles = ("规则", "名称", "单位", "编号", "问题", "豁免理由")
    return data_sheet("已豁免", titles, (8, 20, 22, 9, 50, 50), rows, styles, (0, 3))


def rulings_sheet(month: Month, styles: Styles) -> SheetPlan:
    """Plan 认定: what persons decided for the period, and whose reports it was used on."""
    items = month.programme.by_code
    rows = [
        (
            ruling.code,
            items[ruling.code].title if ruling.code in items else "",
            ruling.unit or "全部",
            ruling.about,
            ruling.value,
            "、".join(units) or "未用到",
            ruling.reason,
        )
        for ruling, units in applied_rulings(month)
    ]
    titles = ("编号", "事项", "单位", "认定什么", "认定为", "用在谁的报表上", "理由")
    return data_sheet("认定", titles, (9, 34, 22, 20, 14, 26, 50), rows, styles, (0, 4))
