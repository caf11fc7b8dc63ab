"""The figures in the yearly notice: how much there is to do, and what its annexed table says."""

from collections.abc import Iterator

from toolkit.model.annual import ListRow, MergedList, Origin
from toolkit.model.figure import Basis, Claim
from toolkit.model.scheme import Key
from toolkit.stages.figure_claims import found_in
from toolkit.stages.figure_texts import NUMBER

_HOW = {
    Origin.KEPT: "清单里的原文",
    Origin.CORRECTED: "单位更正的原文",
    Origin.NEW: "单位新增的原文",
}


def notice_claims(merged: MergedList, preamble: object) -> tuple[Claim, ...]:
    """Return every figure that the notice may print, with what it was counted from.

    Args:
        preamble: The sentence on how much there is to do.
    """
    items = tuple(row.item.code for row in merged.rows)
    grouped = tuple(row.item.code for row in merged.rows if row.item.group)
    found = (
        *found_in(preamble, r"项目(\d+)个", Basis("附表里的项目", grouped)),
        *found_in(preamble, r"事项(\d+)项", Basis("附表里的事项", items)),
        *(claim for row in merged.rows for claim in _in_row(merged, row)),
    )
    return tuple(dict.fromkeys(found))


def _in_row(merged: MergedList, row: ListRow) -> Iterator[Claim]:
    """Yield the figures of a row of the annexed table, each with whose words they are."""
    columns = [column for column in merged.month.layout.shown if column.key is not Key.NUMBER]
    corrected = {c.key for c in merged.corrections if c.entry.item.code == row.item.code}
    texts = {column.key: str(row.item.values.get(column.key, "")) for column in columns}
    near = max((texts[column.key] for column in columns if not column.grouped), key=len, default="")
    for key, text in texts.items():
        kept = row.origin is Origin.CORRECTED and key not in corrected
        origin = Origin.KEPT if kept else row.origin
        column = None if origin is Origin.KEPT else key
        yield from found_in(text, NUMBER, Basis(_HOW[origin], (row.item.code,), column), near)
