"""One unit's own workbook: what it reported this period, and what it reported before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.assessment import Achieved, Assessment, Basis, Status
from toolkit.model.ledger import LedgerEntry
from toolkit.model.period import Period
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Column
from toolkit.model.sheets import CellValue, SheetPlan, WorkbookPlan
from toolkit.stages.assess import Told, assessment
from toolkit.stages.data_sheet import data_sheet
from toolkit.stages.entry import item_status
from toolkit.stages.rulings import ruled_status, rulings_on
from toolkit.stages.sheet_links import file_target
from toolkit.stages.statistics import UNREPORTED
from toolkit.stages.styles import Styles, official_styles
from toolkit.text.periods import span_name
from toolkit.text.shown_amounts import amount_text, share_text, target_text

_JUDGED = ("状态", "状态依据", "完成比例", "比例依据", "时序进度", "进度", "灯", "目标与完成")
_JUDGED_WIDTHS = (11, 12, 10, 12, 10, 10, 8, 40)
_TEXT_WIDTH = 36.0


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
    return WorkbookPlan(
        sheets=(_current_sheet(history, styles), _history_sheet(history, styles)),
        title=f"{programme.settings.name}（{history.unit}）",
        subject=history.period.label,
        author=programme.settings.authority,
    )


def _current_sheet(history: UnitHistory, styles: Styles) -> SheetPlan:
    """Plan 本期情况: a row an item, with where each value was read."""
    period, entries = history.reported[-1]
    listed, filled = _listed(history, period), _filled(history, period)
    rows: list[tuple[CellValue, ...]] = []
    links: dict[tuple[int, int], str] = {}
    for number, item in enumerate(history.items):
        entry = entries.get(item.code)
        row = (
            item.code,
            *(item.values.get(column.key, "") for column in listed),
            *_texts(entry, filled),
            *_judged(history, period, item, entry),
            *_source(entry, filled),
        )
        rows.append(row)
        target = file_target(entry.file, period.label, entry.sheet) if entry else None
        if target:
            links[number, len(row) - 3] = target
    titles = (
        "编号",
        *(column.title for column in (*listed, *filled)),
        *_JUDGED,
        *("文件", "工作表", "单元格"),
    )
    widths = (
        *(9.0, *(column.width for column in listed), *[_TEXT_WIDTH] * len(filled)),
        *(*_JUDGED_WIDTHS, 40.0, 14.0, 20.0),
    )
    return data_sheet("本期情况", titles, widths, rows, styles, links=links)


def _history_sheet(history: UnitHistory, styles: Styles) -> SheetPlan:
    """Plan 各期情况: for each item a row a period, so that one sees how it came about."""
    filled = _filled(history, history.period)
    rows = [
        (
            item.code,
            item.spoken_name,
            period.label,
            span_name(period, cumulative=False),
            *_judged(history, period, item, entries.get(item.code)),
            *_texts(entries.get(item.code), filled),
            *_source(entries.get(item.code), ())[:2],
        )
        for item in history.items
        for period, entries in history.reported
    ]
    titles = (
        *("编号", "事项", "报告期", "期别", *_JUDGED),
        *(*(column.title for column in filled), "文件", "工作表"),
    )
    widths = (
        *(9.0, 30.0, 12.0, 10.0, *_JUDGED_WIDTHS),
        *(*[_TEXT_WIDTH] * len(filled), 40.0, 14.0),
    )
    return data_sheet("各期情况", titles, widths, rows, styles)


def _listed(history: UnitHistory, period: Period) -> tuple[Column, ...]:
    return history.programme.scheme.layouts[period.kind].listed


def _filled(history: UnitHistory, period: Period) -> tuple[Column, ...]:
    return history.programme.scheme.layouts[period.kind].filled


def _texts(entry: LedgerEntry | None, filled: Sequence[Column]) -> tuple[str, ...]:
    return tuple(entry.values.get(column.key, "") if entry else "" for column in filled)


def _source(entry: LedgerEntry | None, filled: Sequence[Column]) -> tuple[str, str, str]:
    if entry is None:
        return "", "", ""
    cells = (entry.cells.get(column.key) for column in filled)
    return entry.file, entry.sheet, "、".join(filter(None, cells))


def _judged(
    history: UnitHistory, period: Period, item: Item, entry: LedgerEntry | None
) -> tuple[str, ...]:
    """Return how the unit's report stood at the end of a period, in the columns of `_JUDGED`."""
    if entry is None:
        return (UNREPORTED, *[""] * (len(_JUDGED) - 1))
    status = _status(history.programme, period, entry)
    told = Told(item, history.unit, entry.values, status)
    found: Assessment = assessment(told, history.programme, period)
    return (
        status.name,
        status.basis.value if status.basis else "",
        "" if found.share is None else share_text(found.share),
        found.basis.value if found.basis and found.share is not None else "",
        "" if found.expected is None else share_text(found.expected),
        found.pace.value if found.pace else "",
        found.light.value if found.light else "",
        "\n".join(_achieved(found.achieved)),
    )


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
