"""报送情况: who was sent what, who returned it, what went back and what came corrected."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import Month
from toolkit.model.sheets import CellValue, SheetPlan
from toolkit.stages.data_sheet import data_sheet
from toolkit.stages.official_sheet import STATES
from toolkit.stages.sheet_links import file_target, file_width
from toolkit.stages.styles import Styles

_TITLES = (
    "单位",
    "应报事项",
    "下发时间",
    "收到时间",
    "逾期（工作日）",
    "状态",
    "核查问题",
    "退回",
    "更正",
    "联系人",
    "采用的文件",
    "其他文件",
    "签字扫描件",
)
_WIDTHS = (20.0, 9.0, 12.0, 12.0, 12.0, 16.0, 9.0, 16.0, 12.0, 16.0, 30.0, 26.0, 22.0)
_CONTACT, _FILE = _TITLES.index("联系人"), _TITLES.index("采用的文件")


def states_sheet(
    month: Month, states: Sequence[UnitStatus], findings: Sequence[Finding], styles: Styles
) -> SheetPlan:
    """Plan 报送情况: a line a unit, with how many findings it has.

    Whom to ask stands there where the sheet 单位 names anybody.
    """
    asked = Counter(finding.unit for finding in findings)
    shown = [n for n in range(len(_TITLES)) if n != _CONTACT or any(s.contact for s in states)]
    rows = [_row(state, asked[state.unit]) for state in states]
    targets = ((n, file_target(s.file or "", month.period.label)) for n, s in enumerate(states))
    widths = list(_WIDTHS)
    widths[_FILE] = file_width(state.file or "" for state in states)
    return data_sheet(
        STATES,
        [_TITLES[n] for n in shown],
        [widths[n] for n in shown],
        [tuple(row[n] for n in shown) for row in rows],
        styles,
        centred=range(1, 9),
        links={(number, shown.index(_FILE)): target for number, target in targets if target},
    )


def _row(state: UnitStatus, findings: int) -> tuple[CellValue, ...]:
    return (
        state.unit,
        state.items,
        _minute(state.sent_at),
        _minute(state.received_at),
        state.late_days or "",
        state.state.value,
        findings or "",
        _sent_back(state),
        _corrected(state),
        state.contact,
        state.file or "",
        "\n".join(state.others),
        "\n".join(state.scans),
    )


def _minute(when: datetime | None) -> str:
    return f"{when:%Y-%m-%d %H:%M}" if when else ""


def _sent_back(state: UnitStatus) -> str:
    """Return when a return of the unit's first went back, and how many did."""
    if not state.sent_back:
        return ""
    times = len(state.sent_back)
    return _minute(min(state.sent_back.values())) + (f"起 {times} 次" if times > 1 else "")


def _corrected(state: UnitStatus) -> str:
    if state.corrected is None:
        return ""
    return "退回后已更正" if state.corrected else "待更正"
