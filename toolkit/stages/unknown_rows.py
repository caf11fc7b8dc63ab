"""Rows that are no item's by key or text: repeated headers, continued rows, added ones."""

from collections.abc import Mapping

from toolkit.model.finding import Repair
from toolkit.model.scheme import Key
from toolkit.model.submission import AddedRow, Stray
from toolkit.stages.entry import filled_texts, item_status
from toolkit.stages.form_table import text_at
from toolkit.stages.identify import A_LABEL
from toolkit.stages.leftovers import joined, row_texts
from toolkit.stages.reading import FoundRow, Reading, Return
from toolkit.text.clean import match_key

HEADER_AGAIN = "HEADER-AGAIN"
CONTINUED = "ROW-CONTINUED"


def read_unknown(found: FoundRow, reading: Reading) -> Mapping[Key, str]:
    """Deal with a row that has no known key or text; return what its continued rows share.

    It repeats the header, or waits until all other rows are read: only then is it known which
    items are still without one.
    """
    texts = row_texts(found.row)
    if not texts or all(match_key(text) in reading.furniture for _, text in texts):
        return found.above
    again = found.table.again(found.number, found.row)
    if again is not None:
        reading.tables.append(again)
        message = f"{found.name}重复了表头，其下各行照此读取。"
        reading.repairs.append(Repair(HEADER_AGAIN, message))
        return {}
    reading.unknown.append(found)
    return found.above


def says_nothing_listed(found: FoundRow) -> bool:
    """Tell whether a row says something only in the unit's columns, beside locked ones."""
    filled = {place for _, place in found.table.filled}
    return not found.table.is_open and all(place in filled for place, _ in row_texts(found.row))


def continues(given: Return, found: FoundRow, reading: Reading, key: str = "") -> bool:
    """Add a row's texts to the item of the row right above it; tell whether that could be done.

    Args:
        key: The row's own key, where it has one: it must be that item's.
    """
    code = reading.rows.get(found.number - 1)
    if code is None or key not in ("", code):
        return False
    if found.line is not None and found.line.down:
        return False  # nobody goes on writing in the column to the right
    entry = reading.entries[code]
    more = filled_texts(found, reading)
    values = {
        key: "\n".join(filter(None, (text.rstrip(), more[key].strip())))
        for key, text in entry.values.items()
    }
    status = item_status(given.programme.scheme, given.layout, values)
    reading.entries[code] = entry._replace(values=values, status=status)
    reading.rows[found.number] = code
    reading.repairs.append(
        Repair(CONTINUED, f"{found.name}没有项目内容，接在上一行 {code} 的后面读取。")
    )
    return True


def listed_texts(found: FoundRow) -> Mapping[Key, str]:
    """Return what a row says in the columns that come from the list, grouped texts filled down."""
    own = {column.key: text_at(found.row, place) for column, place in found.table.listed}
    return {**own, **{key: text for key, text in found.above.items() if text}}


def keep_added(found: FoundRow, reading: Reading) -> None:
    """Keep a row of no item: added when it says something in the unit's columns, else outside.

    A line of signatures (填报人：…　日期：…) is no item, wherever its parts stand.
    """
    texts = row_texts(found.row)
    signed = all(A_LABEL.match(match_key(text)) for _, text in texts)
    cell = found.cell(texts[0][0])
    text = joined(text for _, text in texts)
    fills = {place for _, place in found.table.filled}
    if not signed and any(column in fills for column, _ in texts):
        values = filled_texts(found, reading)
        reading.added.append(
            AddedRow(cell, text, values, found.table.places, found.number, found.line)
        )
    else:
        reading.outside.append(Stray(cell, text))
