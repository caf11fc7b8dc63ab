"""`minsheng trace`: where a merged value came from."""

from dataclasses import dataclass

from toolkit.app.workspace import Workspace, item_of, period_of
from toolkit.errors import ArgumentError
from toolkit.model.ledger import LedgerEntry, Source
from toolkit.model.scheme import Column, TableLayout
from toolkit.stages.merge import merged_text
from toolkit.text.clean import match_key


@dataclass(frozen=True, slots=True)
class Traced:
    """A merged value and the cells that it was read from."""

    column: Column
    value: str
    sources: tuple[Source, ...]


def trace(
    workspace: Workspace, label: str, code: str, title: str | None = None
) -> tuple[Traced, ...]:
    """Return where the values of an item came from, as of the last gather, check or merge.

    Args:
        title: The title of one column; all columns that units fill when None.

    Raises:
        ArgumentError: The item, the column or any record of the period is unknown.
    """
    programme = workspace.load()
    period = period_of(programme, label)
    item = item_of(programme, code)
    columns = _columns(programme.scheme.layouts[period.kind], title)
    with workspace.ledger(programme) as ledger:
        if not (ledger.files(period.label) or ledger.outputs(period.label)):
            raise ArgumentError(
                f"台账里还没有 {period.label} 的回收记录。", "请先运行 minsheng merge。"
            )
        entries = ledger.entries(period.label, item.code)
    fillers = programme.fillers[item.code]
    return tuple(_traced(column, entries, fillers) for column in columns)


def _columns(layout: TableLayout, title: str | None) -> tuple[Column, ...]:
    filled = layout.filled
    if title is None:
        return filled
    wanted = match_key(title)
    for column in filled:
        if wanted in map(match_key, (column.title, *column.other_titles)):
            return (column,)
    raise ArgumentError(
        f"没有由单位填报的栏目“{title}”。", f"栏目有：{'、'.join(c.title for c in filled)}。"
    )


def _traced(column: Column, entries: tuple[LedgerEntry, ...], fillers: tuple[str, ...]) -> Traced:
    by_unit = {entry.unit: entry for entry in entries}
    ordered = [by_unit[unit] for unit in fillers if unit in by_unit]
    texts = [(entry.unit, entry.values.get(column.key, "")) for entry in ordered]
    sources = tuple(
        Source(
            unit=entry.unit,
            file=entry.file,
            sheet=entry.sheet,
            cell=entry.cells.get(column.key),
            sha256=entry.sha256,
            received_at=entry.received_at,
            value=entry.values.get(column.key, ""),
        )
        for entry in ordered
    )
    return Traced(column, merged_text(texts, len(fillers) > 1), sources)


def latest_period(workspace: Workspace) -> str:
    """Return the last period for which anything was sent or came back.

    Raises:
        ArgumentError: Nothing was ever sent.
    """
    programme = workspace.load()
    with workspace.ledger(programme) as ledger:
        periods = ledger.periods()
    if not periods:
        raise ArgumentError("还没有下发过表格。", "请先运行 minsheng forms 报告期。")
    return periods[-1]
