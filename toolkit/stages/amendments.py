"""What differs between a period as it was issued and as it is now (更正)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from toolkit.model.closing import Amendment, Issued, IssuedItem
from toolkit.model.ledger import LedgerEntry
from toolkit.model.month import MergedItem, Month
from toolkit.model.programme import Item
from toolkit.model.scheme import Column, Key, TableLayout
from toolkit.model.submission import Entry
from toolkit.stages.statistics import by_pace_and_light, status_name

STATUS, PACE = "状态", "时序"
AMENDED, LATE, WITHDRAWN, RECOUNTED = "更正", "补报", "不再采用", "统计变化"
LIST_AMENDED, LIST_ADDED, LIST_DROPPED = "清单更正", "清单新增", "清单删去"


def issued_items(
    items: Iterable[Item], counted: Mapping[str, Mapping[str, str]]
) -> tuple[IssuedItem, ...]:
    """Return the list as it is issued now.

    Args:
        counted: The words under which each item is counted, by 编号.
    """
    return tuple(
        IssuedItem(item.code, item.title, dict(item.values), counted.get(item.code, {}))
        for item in items
    )


def counted_words(month: Month, items: Sequence[MergedItem]) -> dict[str, dict[str, str]]:
    """Return the words under which each item of a period is counted, by 编号."""
    words = {merged.item.code: {STATUS: status_name(merged)} for merged in items}
    paces, _ = by_pace_and_light(month, items)
    for pace, group in paces.items():
        for merged in group:
            words[merged.item.code][PACE] = pace
    return words


def as_recorded(entry: Entry) -> LedgerEntry:
    """Return an entry as the ledger will keep it."""
    keys = [key for key in entry.values if entry.cell(key)]
    return LedgerEntry(
        code=entry.item.code,
        unit=entry.unit,
        file=entry.file.stored,
        sheet=entry.sheet,
        sha256=entry.file.sha256,
        received_at=entry.file.received_at,
        values=entry.values,
        cells={key: entry.cell(key) or "" for key in keys},
    )


def content_digest(items: Iterable[IssuedItem], entries: Iterable[Entry]) -> str:
    """Return a digest of the list and of what units reported: the same text, the same digest."""
    content = sha256()
    for item in items:
        content.update(repr((item.code, *_pairs(item.values), *_pairs(item.counted))).encode())
    for entry in entries:
        content.update(repr((entry.item.code, entry.unit, *_pairs(entry.values))).encode())
    return content.hexdigest()


def _pairs(texts: Mapping[Key, str] | Mapping[str, str]) -> list[tuple[str, str]]:
    return [(str(key), text) for key, text in texts.items() if text]


def amendments(
    layout: TableLayout,
    issued: Issued,
    items: Sequence[IssuedItem],
    entries: Iterable[LedgerEntry],
) -> tuple[Amendment, ...]:
    """Return every difference, in the list's order; what is no longer on it comes last.

    A text of the list that a unit wrote is told as the unit's, with its cell, and not again.

    Args:
        layout: The columns of the period's form.
        issued: What was issued.
        items: The list as it is now.
        entries: What counts now of what units reported.
    """
    then_items = {item.code: item for item in issued.items}
    now_items = {item.code: item for item in items}
    then = _by_code(issued.entries)
    now = _by_code(entries)
    found: list[Amendment] = []
    for code in dict.fromkeys((*now_items, *then_items)):
        before, after = then_items.get(code), now_items.get(code)
        of_item = after or before
        if of_item is None:
            continue
        said = list(_in_reports(layout, of_item, then.get(code, {}), now.get(code, {})))
        by_units = {amendment.column for amendment in said}
        of_list = _in_list(layout, of_item, before, after)
        found += [a for a in of_list if not a.column or a.column not in by_units]
        found += [*said, *_in_counts(of_item, before, after)]
    return tuple(found)


def count_changes(
    issued: Sequence[IssuedItem], items: Sequence[IssuedItem]
) -> tuple[tuple[str, int, int], ...]:
    """Return each figure as it was issued and as it is now: 事项总数, then each word."""
    then, now = _counts(issued), _counts(items)
    return tuple((name, then[name], now[name]) for name in dict.fromkeys((*then, *now)))


def _counts(items: Sequence[IssuedItem]) -> Counter[str]:
    counts = Counter({"事项总数": len(items)})
    for about in (STATUS, PACE):
        counts.update(f"{about}：{item.counted[about]}" for item in items if about in item.counted)
    return counts


def _by_code(entries: Iterable[LedgerEntry]) -> dict[str, dict[str, LedgerEntry]]:
    found: dict[str, dict[str, LedgerEntry]] = {}
    for entry in entries:
        found.setdefault(entry.code, {})[entry.unit] = entry
    return found


def _in_list(
    layout: TableLayout, item: IssuedItem, before: IssuedItem | None, after: IssuedItem | None
) -> Iterator[Amendment]:
    """Yield what changed in the list itself."""
    if before is None or after is None:
        kind = LIST_ADDED if before is None else LIST_DROPPED
        yield Amendment(kind, item.code, item.title, "", "", "", "")
        return
    for column in layout.shown:
        if column.key is Key.NUMBER:
            continue
        was, is_now = before.values.get(column.key, ""), after.values.get(column.key, "")
        if was != is_now:
            yield Amendment(LIST_AMENDED, item.code, item.title, "", column.title, was, is_now)


def _in_reports(
    layout: TableLayout,
    item: IssuedItem,
    then: Mapping[str, LedgerEntry],
    now: Mapping[str, LedgerEntry],
) -> Iterator[Amendment]:
    """Yield what changed in what units reported on an item."""
    for unit in dict.fromkeys((*now, *then)):
        before, after = then.get(unit), now.get(unit)
        kind = LATE if before is None else WITHDRAWN if after is None else AMENDED
        for column in layout.filled:
            was, is_now = _said(before, column), _said(after, column)
            if was != is_now:
                yield Amendment(
                    kind,
                    item.code,
                    item.title,
                    unit,
                    column.title,
                    was,
                    is_now,
                    _place(before, column),
                    _place(after, column),
                )


def _in_counts(
    item: IssuedItem, before: IssuedItem | None, after: IssuedItem | None
) -> Iterator[Amendment]:
    """Yield under which other words an item is counted now."""
    if before is None or after is None:
        return
    for about in dict.fromkeys((*after.counted, *before.counted)):
        was, is_now = before.counted.get(about, ""), after.counted.get(about, "")
        if was != is_now:
            yield Amendment(RECOUNTED, item.code, item.title, "", about, was, is_now)


def _said(entry: LedgerEntry | None, column: Column) -> str:
    return entry.values.get(column.key, "") if entry else ""


def _place(entry: LedgerEntry | None, column: Column) -> str:
    """Return the file, the sheet and the cell of a value, "" for none."""
    if entry is None:
        return ""
    return " ".join(filter(None, (entry.file, entry.sheet, entry.cells.get(column.key, ""))))
