"""The merged table, as the coordinator left it, becomes the programme; items keep their 编号."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.model.annual import ListRow, MergedList
from toolkit.model.programme import Item, Programme, Unit, item_code
from toolkit.model.scheme import Key, TableLayout
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.form_table import text_at
from toolkit.stages.identify import find_table
from toolkit.stages.row_match import OWN_KEYS, own_text
from toolkit.text.clean import is_blank, match_key
from toolkit.text.likeness import similarity
from toolkit.text.units import Resolve, item_units, unit_resolver

_SURE = 0.6
_MARGIN = 0.1
"""How alike a row must be to an item that it continues, and how much more than to the next one."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """A programme made of a merged table, and in what it is not the programme of before.

    Attributes:
        programme: Its targets and waivers are still those of before.
        added: The 编号 of new items.
        changed: Of items whose texts are not those of before.
        removed: Of items that the table no longer has.
    """

    programme: Programme
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[Item, ...]


def adopt(merged: MergedList, table: RawWorkbook, first_free: int) -> Adoption | None:
    """Make the programme of a merged table.

    A row keeps the 编号 of the item whose text it has, or has nearly: the coordinator may have
    reworded it. A row that is like no item, or like two, is a new item.

    Args:
        merged: What the returns make together.
        table: The consolidated workbook, as the coordinator left it.
        first_free: The number of the first 编号 for rows that nobody has numbered yet.

    Returns:
        None when the workbook no longer has the table.
    """
    month = merged.month
    found = find_table(table, month.layout)
    if found is None:
        return None
    sheet, header = found
    rows = list(_rows(sheet.rows[header.row + 1 :], header.columns, month.layout))
    codes = _codes(rows, merged.rows, first_free)
    resolve = unit_resolver(month.programme.units)
    items = tuple(
        _item(code, values, number, resolve)
        for number, (code, values) in enumerate(zip(codes, rows, strict=True), 1)
    )
    before = month.programme.by_code
    units = (*month.programme.units, *_new_units(items, month.programme))
    kept = set(codes)
    return Adoption(
        programme=replace(month.programme, items=items, units=units),
        added=tuple(code for code in codes if code not in before),
        changed=tuple(i.code for i in items if i.code in before and _differs(i, before[i.code])),
        removed=tuple(item for item in month.programme.items if item.code not in kept),
    )


def _rows(
    rows: Sequence[Sequence[object]], places: Mapping[Key, int], layout: TableLayout
) -> Iterator[dict[Key, str]]:
    """Yield the table's rows, texts of merged cells filled down; blank rows continue a tall one."""
    above: dict[Key, str] = {}
    grouped = [column.key for column in layout.shown if column.grouped]
    for row in rows:
        values = {
            column.key: text_at(row, places[column.key])
            for column in layout.shown
            if column.key in places
        }
        own = {key: text for key, text in values.items() if key not in grouped}
        if all(map(is_blank, own.values())):
            continue
        shared = {key: values[key] for key in grouped if key in values}
        above = shared if any(not is_blank(text) for text in shared.values()) else above
        yield {**values, **above}


def _codes(
    rows: Sequence[Mapping[Key, str]], merged: Sequence[ListRow], first_free: int
) -> list[str]:
    """Return a 编号 for each row; none is given twice."""
    known = {row.item.code: row.item.values for row in merged}
    codes: dict[int, str] = {}
    for place, row in enumerate(rows):
        same = [c for c, values in known.items() if own_text(values) == own_text(row)]
        if len(same) == 1:
            codes[place] = same[0]
            del known[same[0]]
    for place, row in enumerate(rows):
        if place not in codes:
            nearest = _nearest(row, known)
            if nearest is not None:
                codes[place] = nearest
                del known[nearest]
    numbers = iter(range(first_free, first_free + len(rows)))
    return [codes.get(place) or item_code(next(numbers)) for place in range(len(rows))]


def _nearest(row: Mapping[Key, str], known: Mapping[str, Mapping[Key, str]]) -> str | None:
    """Return the one item that a row is clearly more like than any other."""
    scores = sorted(((_alike(row, values), code) for code, values in known.items()), reverse=True)
    if not scores or scores[0][0] < _SURE:
        return None
    second = scores[1][0] if len(scores) > 1 else 0.0
    return scores[0][1] if scores[0][0] - second >= _MARGIN else None


def _alike(row: Mapping[Key, str], values: Mapping[Key, str]) -> float:
    return max(similarity(row.get(key, ""), values.get(key, "")) for key in OWN_KEYS)


def _item(code: str, values: Mapping[Key, str], number: int, resolve: Resolve) -> Item:
    return Item(code, values, *item_units(values, resolve), number)


def _differs(item: Item, before: Item) -> bool:
    keys = {*item.values, *before.values} - {Key.NUMBER}
    return any(
        match_key(item.values.get(key, "")) != match_key(before.values.get(key, "")) for key in keys
    )


def _new_units(items: Sequence[Item], programme: Programme) -> Iterator[Unit]:
    known = {name for unit in programme.units for name in (unit.name, *unit.aliases)}
    for item in items:
        for name in (item.lead, *item.co, *item.assist):
            if name and name not in known:
                known.add(name)
                yield Unit(name)
