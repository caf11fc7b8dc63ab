"""A header in other words, in two rows, or gone: what was understood, and how."""

from collections import Counter
from collections.abc import Iterator

from toolkit.model.finding import Repair
from toolkit.model.form import KEY_TITLE, META_SHEET
from toolkit.model.period import PeriodKind
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key, TableLayout
from toolkit.model.workbook import RawSheet, RawWorkbook
from toolkit.stages.design import reference_title
from toolkit.text.clean import cell_text, match_key
from toolkit.text.tables import Header

HEADER_LOST = "HEADER-LOST"
HEADER_TWO_ROWS = "HEADER-TWO-ROWS"
HEADER_ALIKE = "HEADER-ALIKE"

_FEWEST = 2
"""So many keys, or all of a unit's, have to stand in one column to tell it."""


def header_repairs(sheet: RawSheet, header: Header, layout: TableLayout) -> Iterator[Repair]:
    """Yield what of a table's header had to be understood, not just read."""
    if header.rows > 1:
        cell = sheet.cell(header.first, 0)
        yield Repair(HEADER_TWO_ROWS, f"表头从 {cell} 起分两行，合起来读取。")
    titles = {column.key: column.title for column in layout.shown}
    for key, title in header.alike.items():
        cell = sheet.cell(header.row, header.columns[key])
        yield Repair(HEADER_ALIKE, f"{cell} 的表头“{title}”按“{titles[key]}”一栏读取。")


def table_by_keys(
    workbook: RawWorkbook, programme: Programme, layout: TableLayout, items: int
) -> tuple[RawSheet, Header] | None:
    """Return the sheet of a form without header, with the header that it was sent with.

    Args:
        items: How many items the unit has.

    Returns:
        None when no column holds keys, or it stands elsewhere than in a form: columns were moved.
    """
    for sheet in workbook.sheets:
        if not sheet.visible or sheet.name == META_SHEET:
            continue
        places = [
            (number, place)
            for number, row in enumerate(sheet.rows)
            for place, value in enumerate(row)
            if value != "" and cell_text(value).strip() in programme.by_code
        ]
        if len(places) < min(_FEWEST, items) or not places:
            continue
        column, count = Counter(place for _, place in places).most_common(1)[0]
        header = _header(min(number for number, _ in places) - 1, column, layout)
        if header is not None and count == len(places):
            return sheet, header
    return None


def _header(row: int, key_column: int, layout: TableLayout) -> Header | None:
    """Return a form's header by where its key column is: behind all others."""
    keys: list[Key | None] = [column.key for column in layout.shown]
    if key_column == len(keys) + 1 and Key.PROGRESS in keys:
        keys.insert(keys.index(Key.PROGRESS), None)
    if key_column != len(keys) or row < 0:
        return None
    columns = {key: place for place, key in enumerate(keys) if key is not None}
    others = {
        place: match_key(reference_title(PeriodKind.MONTH))
        for place, key in enumerate(keys)
        if key is None
    }
    return Header(row, columns, {**others, key_column: KEY_TITLE})
