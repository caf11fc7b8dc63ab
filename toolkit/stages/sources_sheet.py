"""溯源: where each value of each item was read, a row for every unit's report on it."""

from collections.abc import Mapping, Sequence

from toolkit.model.month import MergedItem, Month
from toolkit.model.sheets import SheetPlan
from toolkit.model.submission import Entry
from toolkit.stages.data_sheet import Place, one_line_sheet
from toolkit.stages.official_sheet import SOURCES
from toolkit.stages.sheet_links import file_target
from toolkit.stages.styles import Styles

_FILE = 2
_MOST_LINKED = 2_000
"""A longer list has no links, which make Excel open slowly; 报送情况 leads to each file."""


def sources_sheet(month: Month, items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    """Plan 溯源; a file's name leads to its row in 2回收."""
    filled = month.layout.filled
    keys = [column.key for column in filled]
    times = {
        r.file.stored: f"{r.file.received_at:%Y-%m-%d %H:%M}" for r in month.received if r.unit
    }
    entries = [entry for merged in items for entry in merged.entries]
    rows = [
        (
            entry.item.code,
            entry.unit,
            entry.file.stored,
            entry.sheet,
            *[entry.cell(key) or "" for key in keys],
            times[entry.file.stored],
            entry.file.sha256,
        )
        for entry in entries
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
    return one_line_sheet(SOURCES, titles, rows, styles, _links(month, entries))


def _links(month: Month, entries: Sequence[Entry]) -> Mapping[Place, str]:
    if len(entries) > _MOST_LINKED:
        return {}
    targets = (
        (number, file_target(entry.file.stored, month.period.label, entry.sheet, entry.start))
        for number, entry in enumerate(entries)
    )
    return {(number, _FILE): target for number, target in targets if target}
