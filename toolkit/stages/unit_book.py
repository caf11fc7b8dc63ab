"""One unit's own workbook: what it reported this period, and what it reported before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.assessment import Achieved, Basis, Status
from toolkit.model.ledger import LedgerEntry
from toolkit.model.period import Period
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Column, Key
from toolkit.model.sheets import SheetPlan, WorkbookPlan
from toolkit.stages.assess import Told, assessment
from toolkit.stages.data_sheet import data_sheet
from toolkit.stages.entry import item_status
from toolkit.stages.rulings import ruled_status, rulings_on
from toolkit.stages.sheet_links import file_target, file_width
from toolkit.stages.statistics import UNREPORTED
from toolkit.stages.styles import Styles, official_styles
from toolkit.text.periods import span_name
from toolkit.text.shown_amounts import amount_text, share_text, target_text

_JUDGED = ("状态", "完成比例", "时序进度", "进度", "目标与完成")
_JUDGED_WIDTHS = (12.0, 12.0, 8.0, 9.0, 30.0)
_CENTRED = ("编号", "期别", *_JUDGED[:4])
_TEXT_WIDTH, _SHORT_WIDTH = 30.0, 12.0
_LONG = (Key.PROGRESS, Key.PROBLEM, Key.PLAN, Key.NOTE)


@dataclass(frozen=True, slots=True)
class UnitHistory:
    """What the ledger holds of one unit.

    Attributes:
        items: The items that it reports on, and those that it has reported on, in order.
        reported: What was accepted for each period, in order, this one last.
    """

    programme: Programme
    unit: str
    period: Period
    items: tuple[Item, ...]
    reported: tuple[tuple[Period, Mapping[str, LedgerEntry]], ...]


def unit_book(history: UnitHistory) -> WorkbookPlan:
    """Plan a unit's own workbook."""
    programme = history.programme
    styles = official_styles(programme.scheme.fonts)
    span = span_name(history.period, cumulative=programme.scheme.cumulative)
    return WorkbookPlan(
        sheets=(
            _current_sheet(history, styles),
            _history_sheet(history, styles),
            _sources_sheet(history, styles),
        ),
        title=f"{programme.settings.name}（{history.unit}，{span}）",
        subject=history.period.label,
        author=programme.settings.authority,
    )


def _current_sheet(history: UnitHistory, styles: Styles) -> SheetPlan:
    """Plan 本期情况: a row an item."""
    period, entries = history.reported[-1]
    filled = _filled(history)
    rows = [
        (
            item.code,
            item.spoken_name,
            *_judged(history, period, item, entries.get(item.code)),
            *_texts(entries.get(item.code), filled),
        )
        for item in history.items
    ]
    titles = ("编号", "事项", *_JUDGED, *(column.title for column in filled))
    widths = (7.0, 24.0, *_JUDGED_WIDTHS, *map(_width, filled))
    return data_sheet("本期情况", titles, widths, rows, styles, _centred(titles))


def _history_sheet(history: UnitHistory, styles: Styles) -> SheetPlan:
    """Plan 各期情况: for each item a row a period, so that one sees how it came about."""
    filled = _filled(history)
    rows = [
        (
            item.code,
            item.spoken_name,
            span_name(period, cumulative=False),
            *_judged(history, period, item, entries.get(item.code)),
            *_texts(entries.get(item.code), filled),
        )
        for item in history.items
        for period, entries in history.reported
    ]
    titles = ("编号", "事项", "期别", *_JUDGED, *(column.title for column in filled))
    widths = (7.0, 24.0, 9.0, *_JUDGED_WIDTHS, *map(_width, filled))
    return data_sheet("各期情况", titles, widths, rows, styles, _centred(titles))


def _sources_sheet(history: UnitHistory, styles: Styles) -> SheetPlan:
    """Plan 出处: the file, sheet and cells from which each row was read, period by period."""
    filled = _filled(history)
    found = [
        (item, period, entries[item.code])
        for item in history.items
        for period, entries in history.reported
        if item.code in entries
    ]
    rows = [
        (
            item.code,
            span_name(period, cumulative=False),
            entry.file,
            entry.sheet,
            *(entry.cells.get(column.key, "") for column in filled),
            f"{entry.received_at:%Y-%m-%d %H:%M}",
        )
        for item, period, entry in found
    ]
    targets = (file_target(entry.file, history.period.label, entry.sheet) for _, _, entry in found)
    links = {(number, 2): target for number, target in enumerate(targets) if target}
    titles = ("编号", "期别", "文件", "工作表", *(c.title for c in filled), "收到时间")
    files = file_width(entry.file for _, _, entry in found)
    widths = (7.0, 9.0, files, 14.0, *[_SHORT_WIDTH] * len(filled), 18.0)
    return data_sheet("出处", titles, widths, rows, styles, links=links)


def _filled(history: UnitHistory) -> tuple[Column, ...]:
    return history.programme.scheme.layouts[history.period.kind].filled


def _width(column: Column) -> float:
    return _TEXT_WIDTH if column.key in _LONG else _SHORT_WIDTH


def _centred(titles: Sequence[str]) -> frozenset[int]:
    return frozenset(n for n, title in enumerate(titles) if title in _CENTRED)


def _texts(entry: LedgerEntry | None, filled: Sequence[Column]) -> tuple[str, ...]:
    return tuple(entry.values.get(column.key, "") if entry else "" for column in filled)


def _judged(
    history: UnitHistory, period: Period, item: Item, entry: LedgerEntry | None
) -> tuple[str, ...]:
    """Return how the unit's report stood at the end of a period, in the columns of `_JUDGED`."""
    if entry is None:
        return (UNREPORTED, *[""] * (len(_JUDGED) - 1))
    status = _status(history.programme, period, entry)
    told = Told(item, history.unit, entry.values, status)
    found = assessment(told, history.programme, period)
    return (
        f"{status.name}{_marked(status.basis)}",
        "" if found.share is None else f"{share_text(found.share)}{_marked(found.basis)}",
        "" if found.expected is None else share_text(found.expected),
        "\n".join(sign.value for sign in (found.pace, found.light) if sign),
        "\n".join(_achieved(found.achieved)),
    )


def _marked(basis: Basis | None) -> str:
    """Return what stands behind a value that no cell of the unit's says."""
    return "" if basis in (None, Basis.CELL) else f"\n（{basis}）"


def _status(programme: Programme, period: Period, entry: LedgerEntry) -> Status:
    """Return a report's status: what a person decided, else what it says."""
    rulings = rulings_on(programme.rulings, period.label, entry.unit, entry.code)
    layout = programme.scheme.layouts[period.kind]
    decided = ruled_status(rulings, programme.scheme)
    return decided or item_status(programme.scheme, layout, entry.values)


def _achieved(reached: Sequence[Achieved]) -> Iterator[str]:
    """Yield each target with what is done of it; what was read out of a text is marked."""
    for one in reached:
        target = one.target
        wanted = target_text(target.number, target.measure, target.comparator)
        if one.number is None:
            yield f"{target.subject} {wanted}：没有说完成多少"
            continue
        about = "" if one.exact else "约"
        basis = "" if one.basis is Basis.CELL else f"（{one.basis.value}）"
        yield f"{target.subject} {wanted}：{about}{amount_text(one.number, target.measure)}{basis}"
