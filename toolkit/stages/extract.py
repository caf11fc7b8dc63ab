"""What a return says, item by item, and what of its form was not kept."""

from collections.abc import Mapping, Sequence

from toolkit.model.assessment import Status
from toolkit.model.finding import Repair
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Key, TableLayout
from toolkit.model.submission import (
    Disputed,
    Doubled,
    Entry,
    Identity,
    StoredFile,
    Submission,
)
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.beside import added_columns, column_strays, keep_beside, keep_reference
from toolkit.stages.design import PERIOD_LABEL, UNIT_LABEL
from toolkit.stages.entry import compare_locked, read_entry
from toolkit.stages.form_identity import text_digest
from toolkit.stages.form_table import form_table, text_at
from toolkit.stages.header_recovery import HEADER_LOST, header_repairs, table_by_keys
from toolkit.stages.identify import find_table, stated_line
from toolkit.stages.laid_out import layout_repairs
from toolkit.stages.leftovers import (
    above_the_table,
    furniture,
    hidden_rows,
    joined,
    notes,
    other_sheets,
    row_texts,
)
from toolkit.stages.reading import FoundRow, Reading, Return
from toolkit.stages.row_match import BY_TEXT, WAYS, ItemTexts
from toolkit.stages.shared_cells import take_out_shared
from toolkit.stages.unknown_rows import (
    continues,
    keep_added,
    listed_texts,
    read_unknown,
    says_nothing_listed,
)
from toolkit.text.clean import is_blank, match_key
from toolkit.text.status import UNSTATED

ROW_AGAIN = "ROW-AGAIN"


def extract(
    workbook: RawWorkbook,
    identity: Identity,
    programme: Programme,
    layout: TableLayout,
    file: StoredFile,
) -> Submission | None:
    """Read a return whose unit is known.

    Args:
        layout: The table that the period's form has.

    Every row below the header ends as exactly one of: an entry, a row of another unit's item, a
    second row of an item, a row whose key and texts disagree, an added row, or text outside the
    table. Text in none of the form's columns is kept too, whatever its row is.

    Returns:
        None when no sheet holds the form's table.
    """
    if identity.unit is None:
        return None
    found, repairs = find_table(workbook, layout), []
    if found is None and identity.locked:
        items = len(programme.assignments.get(identity.unit, ()))
        found = table_by_keys(workbook, programme, layout, items)
        repairs = [Repair(HEADER_LOST, "表头没有了，按隐藏编号和下发时的栏目次序读取。")]
    if found is None:
        return None
    sheet, header = found
    first = form_table(sheet, header, programme, layout)
    given = Return(
        programme,
        layout,
        identity.unit,
        file,
        sheet.name,
        identity.locked,
        identity.shown,
        ItemTexts(programme, identity.unit),
    )
    repairs += [*layout_repairs(sheet), *header_repairs(sheet, header, layout)]
    repairs += hidden_rows(first)
    reading = Reading([first], furniture(first), repairs=repairs)
    above: Mapping[Key, str] = {}
    for number in range(header.row + 1, len(sheet.rows)):
        above = _read_row(given, number, sheet.rows[number], above, reading)
    _settle_unknown(given, reading)
    reading.shared += take_out_shared(reading)
    return _submission(workbook, identity, given, reading)


def _submission(
    workbook: RawWorkbook, identity: Identity, given: Return, reading: Reading
) -> Submission:
    programme, first = given.programme, reading.tables[0]
    expected = programme.assignments.get(given.unit, ())
    unit_line = stated_line(first.sheet, first.header, UNIT_LABEL)
    period_line = stated_line(first.sheet, first.header, PERIOD_LABEL)
    unit_cell = first.sheet.cell(*unit_line[1:]) if unit_line else None
    period_cell = first.sheet.cell(*period_line[1:]) if period_line else None
    second_tables, elsewhere = other_sheets(workbook, first)
    missing = [
        column.title
        for column in given.layout.shown
        if any(column.key not in table.header.columns for table in reading.tables)
    ]
    disputed = {item.code for row in reading.disputed for item in (row.by_key, row.by_text)}
    told = disputed.union(reading.entries)
    return Submission(
        file=given.file,
        identity=identity,
        sheet=given.sheet,
        entries=tuple(e for i in expected if (e := reading.entries.get(i.code))),
        repairs=(*identity.repairs, *reading.repairs),
        stated_unit=unit_line[0] if unit_line else None,
        stated_unit_cell=unit_cell,
        stated_period=period_line[0] if period_line else None,
        stated_period_cell=period_cell,
        missing_columns=tuple(missing),
        missing_items=tuple(i for i in expected if i.code not in told),
        foreign_items=tuple(reading.foreign),
        outdated=tuple(reading.outdated),
        changed=tuple(reading.changed),
        added=tuple(sorted(reading.added, key=lambda row: row.row)),
        outside=(
            *above_the_table(first, (unit_cell, period_cell)),
            *column_strays(added_columns(reading), reading),
            *notes(first),
            *reading.outside,
            *elsewhere,
        ),
        doubled=tuple(reading.doubled),
        disputed=tuple(reading.disputed),
        moved=tuple(reading.moved),
        shared=tuple(reading.shared),
        nature=workbook.nature,
        second_columns=tuple(column_strays(reading.second, reading)),
        second_tables=second_tables,
    )


def _read_row(
    given: Return,
    number: int,
    row: Sequence[object],
    above: Mapping[Key, str],
    reading: Reading,
) -> Mapping[Key, str]:
    """Read one row into `reading`; return what its continued rows share with it."""
    table = reading.table
    grouped = table.group_texts(row)
    inherits = all(map(is_blank, grouped.values()))
    found = FoundRow(number, row, table, above if inherits else grouped, inherits)
    by_key = given.programme.by_code.get(table.code(row))
    if by_key is not None and table.is_as_listed(row, found.above, by_key):
        _keep_entry(given, found, by_key, reading)
        return found.above
    texts = {key: found.above.get(key) or text_at(row, place) for key, place in table.own}
    by_text = _by_text(given, by_key, texts)
    if by_key is not None and by_text is not None and by_key is not by_text:
        text = joined(text for _, text in row_texts(row))
        row_of_two = Disputed(by_key, by_text, found.cell(0), text)
        if _is_moved(given, found, by_key, by_text):
            reading.moved.append(row_of_two)  # sorted without the hidden key: people go by the text
            _keep_row(given, found, by_text, reading)
        else:
            reading.disputed.append(row_of_two)
    elif by_key is not None:
        _keep_row(given, found, by_key, reading)
    elif by_text is not None:
        _keep_row(given, found, by_text, reading, BY_TEXT)
    else:
        return read_unknown(found, reading)
    return found.above


def _is_moved(given: Return, found: FoundRow, by_key: Item, by_text: Item) -> bool:
    """Tell whether a whole row was moved and only its hidden key stayed.

    All that the list says of the item stands there, and what the form showed for reference: the
    texts alone would not tell. Grouped cells may be blank, for merged ones cannot be sorted.
    """
    for column, place in found.table.listed:
        text = text_at(found.row, place)
        if text != by_text.values.get(column.key, "") and not (column.grouped and is_blank(text)):
            return False
    shown = [text_digest((text_at(found.row, place),)) for place in found.table.references]
    own, other = given.shown.get(by_text.code), given.shown.get(by_key.code)
    return own is not None and own != other and shown == [own]


def _keep_row(given: Return, found: FoundRow, item: Item, reading: Reading, way: str = "") -> None:
    """Keep what a row says of its item, and in what its locked texts differ.

    Args:
        way: How the item was known where the row's key is lost.
    """
    if way:
        reading.repairs.append(
            Repair(way, f"{found.name}的隐藏编号已丢失，按{WAYS[way]}认定为 {item.code}。")
        )
    _keep_entry(given, found, item, reading)
    compare_locked(given, found, item, reading)


def _by_text(given: Return, by_key: Item | None, own: Mapping[Key, str]) -> Item | None:
    """Return the item whose own text stands in a row; its key's item where that fits."""
    if by_key is not None and all(by_key.values.get(key, "") == text for key, text in own.items()):
        return by_key
    if by_key is not None and all(
        match_key(by_key.values.get(key, "")) == match_key(text) for key, text in own.items()
    ):
        return by_key
    return given.texts.find(own)


def _settle_unknown(given: Return, reading: Reading) -> None:
    """Give rows without key and exact text to the items that are still without a row.

    A row without any text of the list goes on with the one above it, but only when every item has
    its row: else it might be the row of one that has none.
    """
    disputed = {i.code for row in reading.disputed for i in (row.by_key, row.by_text)}
    blank: list[FoundRow] = []
    for found in reading.unknown:
        nearest = given.texts.nearest(listed_texts(found), disputed.union(reading.entries))
        if nearest is not None and not found.table.is_open:
            _keep_row(given, found, nearest[0], reading, nearest[1])
        elif says_nothing_listed(found):
            blank.append(found)
        else:
            keep_added(found, reading)
    expected = {item.code for item in given.programme.assignments.get(given.unit, ())}
    for found in blank:
        if not (expected <= disputed.union(reading.entries) and continues(given, found, reading)):
            keep_added(found, reading)


def _keep_entry(given: Return, found: FoundRow, item: Item, reading: Reading) -> None:
    """Keep what a row says of its item, whoever else has said something of it."""
    entry = read_entry(given, found, item, reading)
    if found.table.beside:
        keep_beside(found, entry, reading)
    if given.shown:
        keep_reference(given, found, item, reading)
    if given.unit not in given.programme.fillers[item.code]:
        reading.foreign.append(entry)
    elif item.code in reading.entries:
        goes_on = not any(text_at(found.row, place) for _, place in found.table.listed)
        if not (goes_on and continues(given, found, reading, item.code)):
            _keep_doubled(entry, reading)
    else:
        reading.entries[item.code] = entry
        reading.rows[found.number] = item.code


def _keep_doubled(entry: Entry, reading: Reading) -> None:
    """Of two rows for one item that say different things neither is taken."""
    code = entry.item.code
    first = reading.entries[code]
    empty = _says_nothing(first) and code not in reading.contradicted
    alike = first.values == entry.values or empty or _says_nothing(entry)
    cells = (first.start, entry.start)
    reading.doubled.append(Doubled(entry.item, cells, alike))
    if not alike:
        reading.contradicted.add(code)
        unstated = Status(UNSTATED, finished=False, behind=False)
        blank = dict.fromkeys(first.values, "")
        reading.entries[code] = first._replace(values=blank, status=unstated)
        return
    reading.repairs.append(
        Repair(ROW_AGAIN, f"事项 {code} 有两行（{cells[0]}、{cells[1]}），内容不矛盾，按一行读取。")
    )
    if empty:
        reading.entries[code] = entry


def _says_nothing(entry: Entry) -> bool:
    return all(is_blank(text) for text in entry.values.values())
