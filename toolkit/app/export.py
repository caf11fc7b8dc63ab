"""`minsheng export 2021-09 --unit 单位`: one unit's own workbook out of the ledger."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.app.outputs import Output, planned_book, write_outputs
from toolkit.app.period_run import period_run
from toolkit.app.workspace import Workspace, unit_of
from toolkit.errors import ArgumentError
from toolkit.files.names import safe_name
from toolkit.ledger.store import Ledger
from toolkit.model.form import Form, form_of
from toolkit.model.ledger import LedgerEntry
from toolkit.model.period import Period
from toolkit.model.programme import Item, Programme
from toolkit.stages.history import earlier_periods
from toolkit.stages.unit_book import UnitHistory, unit_book
from toolkit.text.periods import parse_period, span_name

KIND = "unit"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written for a unit."""

    period: Period
    unit: str
    outputs: tuple[Output, ...]


def export_unit(
    workspace: Workspace, label: str, name: str, now: datetime, target: Path | None = None
) -> Exported:
    """Write one unit's items with this period's values and those of earlier periods.

    It says what the ledger holds, as of the last gather, check or merge; nothing is read anew.

    Args:
        name: The unit, by its name or an alias.
        target: Where to write instead of 4汇总; nothing may be there yet.

    Raises:
        ArgumentError: The unit or any record of the period is unknown, the period is the year, or
            the file cannot be written there.
    """
    with period_run(workspace, label, now) as run:
        programme, ledger, period = run.programme, run.ledger, run.period
        if form_of(period.kind) is Form.SUMMARY:
            raise ArgumentError(
                f"{label} 是年度清单，没有进展可以导出。", "请写月度、季度等报告期，如 2021-09。"
            )
        unit = unit_of(programme, name, programme.assignments)
        if target is not None:
            _check_new(target)
        if not (ledger.files(period.label) or ledger.outputs(period.label)):
            raise ArgumentError(
                f"台账里还没有 {period.label} 的回收记录。", "请先运行 minsheng merge。"
            )
        book = unit_book(_history(ledger, programme, period, unit))
        path = target or run.results / _file_name(programme, period, unit)
        planned = planned_book(KIND, path, book, now)
        if target is None:
            return Exported(period, unit, write_outputs(run, [planned]))
    planned.write(path)
    return Exported(period, unit, (planned.output,))


def _history(ledger: Ledger, programme: Programme, period: Period, unit: str) -> UnitHistory:
    known = [parse_period(label) for label in ledger.periods()]
    periods = (*reversed(earlier_periods(known, period, len(known))), period)
    reported = tuple((each, _by_code(ledger.entries(each.label, unit=unit))) for each in periods)
    codes = {item.code for item in programme.assignments[unit]}
    codes.update(code for _, entries in reported for code in entries)
    return UnitHistory(programme, unit, period, _items(programme, codes), reported)


def _by_code(entries: tuple[LedgerEntry, ...]) -> dict[str, LedgerEntry]:
    return {entry.code: entry for entry in entries}


def _items(programme: Programme, codes: set[str]) -> tuple[Item, ...]:
    return tuple(item for item in programme.items if item.code in codes)


def _file_name(programme: Programme, period: Period, unit: str) -> str:
    span = span_name(period, cumulative=programme.scheme.cumulative)
    return safe_name(f"{period.year}年{span}{programme.scheme.phrase}（{unit}）.xlsx")


def _check_new(target: Path) -> None:
    """Refuse to write over anything: the file may be a return, or anybody's own."""
    if target.suffix.lower() != ".xlsx":
        raise ArgumentError(f"“{target.name}”不是 .xlsx 文件名。", "请写成 .xlsx，如 城建局.xlsx。")
    if target.exists():
        raise ArgumentError(f"“{target}”已经存在。", "请换一个文件名，或先移走原来的文件。")
    if not target.parent.is_dir():
        raise ArgumentError(f"没有文件夹“{target.parent}”。", "请先建立文件夹，或换一个位置。")
