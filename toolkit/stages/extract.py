"""What a return says, item by item, and what of its form was not kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from toolkit.model.finding import Repair
from toolkit.model.form import KEY_TITLE
from toolkit.model.programme import Item, Programme
from toolkit.model.refs import cell_name
from toolkit.model.scheme import Column, Key, Kind, Scheme
from toolkit.model.submission import (
    Change,
    Doubled,
    Entry,
    Identity,
    Status,
    StoredFile,
    Stray,
    Submission,
)
from toolkit.model.workbook import RawSheet, RawWorkbook
from toolkit.stages.design import PERIOD_LABEL, REFERENCE_TITLE, UNIT_LABEL
from toolkit.stages.form_identity import text_digest
from toolkit.stages.identify import find_table, stated_line
from toolkit.text.clean import cell_text, is_blank, match_key
from toolkit.text.status import BEHIND, FINISHED, UNSTATED, read_status
from toolkit.text.tables import Header

BY_TEXT = "ROW-BY-TEXT"
DATE_READ = "DATE-AS-TEXT"
PERCENT_READ = "PERCENT"


@dataclass(slots=True)
class _Reading:
    """The growing result of one sheet; becomes a frozen Submission at its end."""

    entries: dict[str, Entry] = field(default_factory=dict)
    foreign: list[Entry] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    outdated: list[Item] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    added: list[Stray] = field(default_factory=list)
    outside: list[Stray] = field(default_factory=list)
    doubled: list[Doubled] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the parts of the sheet's table stand, found once a sheet."""

    sheet: RawSheet
    header: Header
    programme: Programme
    unit: str
    file: StoredFile
    locked: Mapping[str, str]
    key_column: int | None
    listed: tuple[tuple[Column, int], ...]
    filled: tuple[tuple[Column, int], ...]
    places: Mapping[Key, int]
    by_text: Mapping[str, Item | None]


def extract(
    workbook: RawWorkbook, identity: Identity, programme: Programme, file: StoredFile
) -> Submission | None:
    """Read a return whose unit is known.

    Every row below the header ends as exactly one of: an entry, a row of another unit's item, an
    added row, or text outside the table.

    Returns:
        None when no sheet holds the form's table.
    """
    found = find_table(workbook, programme)
    if found is None or identity.unit is None:
        return None
    table = _table(*found, identity, programme, file)
    reading = _Reading()
    above: dict[Key, str] = {}
    for number in range(table.header.row + 1, len(table.sheet.rows)):
        above = _read_row(table, number, above, reading)
    expected = programme.assignments.get(identity.unit, ())
    unit_line = stated_line(table.sheet, table.header, UNIT_LABEL)
    period_line = stated_line(table.sheet, table.header, PERIOD_LABEL)
    columns = programme.scheme.progress.shown
    return Submission(
        file=file,
        identity=identity,
        sheet=table.sheet.name,
        entries=tuple(reading.entries[i.code] for i in expected if i.code in reading.entries),
        repairs=(*identity.repairs, *reading.repairs),
        stated_unit=unit_line[0] if unit_line else None,
        stated_unit_cell=cell_name(*unit_line[1:]) if unit_line else None,
        stated_period=period_line[0] if period_line else None,
        stated_period_cell=cell_name(*period_line[1:]) if period_line else None,
        missing_columns=tuple(c.title for c in columns if c.key not in table.header.columns),
        missing_items=tuple(item for item in expected if item.code not in reading.entries),
        foreign_items=tuple(reading.foreign),
        outdated=tuple(reading.outdated),
        changed=tuple(reading.changed),
        added=tuple(reading.added),
        outside=(*_added_columns(table), *reading.outside),
        doubled=tuple(reading.doubled),
    )


def _table(
    sheet: RawSheet, header: Header, identity: Identity, programme: Programme, file: StoredFile
) -> _Table:
    layout = programme.scheme.progress
    places = header.columns
    unit = identity.unit or ""
    return _Table(
        sheet=sheet,
        header=header,
        programme=programme,
        unit=unit,
        file=file,
        locked=identity.locked,
        key_column=next((c for c, title in header.others.items() if title == KEY_TITLE), None),
        listed=tuple((c, places[c.key]) for c in layout.listed if c.key in places),
        filled=tuple((c, places[c.key]) for c in layout.filled if c.key in places),
        places={c.key: places[c.key] for c in layout.filled if c.key in places},
        by_text=_by_text(programme, unit),
    )


def _by_text(programme: Programme, unit: str) -> dict[str, Item | None]:
    """Map a unit's items by their own text; a text that two items share leads to none."""
    texts: dict[str, Item | None] = {}
    for item in programme.assignments.get(unit, ()):
        key = _own_text(item.values)
        texts[key] = None if key in texts else item
    texts.pop("", None)
    return texts


def _own_text(values: Mapping[Key, str]) -> str:
    return match_key(values.get(Key.NAME, "") + values.get(Key.CONTENT, ""))


def _read_row(
    table: _Table, number: int, above: dict[Key, str], reading: _Reading
) -> dict[Key, str]:
    """Read one row into `reading`; return what its continued rows share with it."""
    row = table.sheet.rows[number]
    listed = {column.key: _text(row, place) for column, place in table.listed}
    grouped = {c.key: listed[c.key] for c, _ in table.listed if c.grouped}
    if any(not is_blank(text) for text in grouped.values()):
        above = grouped
    listed |= above
    item, by_key = _item(table, row, listed)
    if item is None:
        _keep_stray(table, number, row, reading)
        return above
    if not by_key:
        cell = cell_name(number, 0)
        reading.repairs.append(
            Repair(BY_TEXT, f"{cell} 所在行的隐藏编号已丢失，按项目内容原文认定为 {item.code}。")
        )
    entry = _entry(table, number, row, item, reading)
    if table.unit not in table.programme.fillers[item.code]:
        reading.foreign.append(entry)
    elif item.code in reading.entries:
        _keep_doubled(entry, reading)
    else:
        reading.entries[item.code] = entry
        _compare_locked(table, number, item, listed, reading)
    return above


def _text(row: Sequence[object], place: int) -> str:
    return cell_text(row[place]) if place < len(row) else ""


def _item(
    table: _Table, row: Sequence[object], listed: Mapping[Key, str]
) -> tuple[Item | None, bool]:
    """Return the item of a row, and whether its hidden key said so."""
    if table.key_column is not None:
        item = table.programme.by_code.get(_text(row, table.key_column).strip())
        if item is not None:
            return item, True
    return table.by_text.get(_own_text(listed)), False


def _entry(
    table: _Table, number: int, row: Sequence[object], item: Item, reading: _Reading
) -> Entry:
    values: dict[Key, str] = {}
    for column, place in table.filled:
        value = row[place] if place < len(row) else ""
        if isinstance(value, str) and column.kind is not Kind.PERCENT:
            values[column.key] = value
        else:
            values[column.key] = _typed_text(value, column, cell_name(number, place), reading)
    return Entry(
        item=item,
        unit=table.unit,
        values=values,
        columns=table.places,
        row=number,
        sheet=table.sheet.name,
        file=table.file,
        status=item_status(table.programme.scheme, values),
    )


def _typed_text(value: object, column: Column, cell: str, reading: _Reading) -> str:
    """Return the text of a number or a date, which a spreadsheet may have made out of a text."""
    text = cell_text(value)
    if column.kind is Kind.PERCENT and isinstance(value, int | float):
        shown = f"{value * 100:.10g}%" if abs(value) <= 2 else f"{value:.10g}%"
        if abs(value) > 2:
            reading.repairs.append(
                Repair(PERCENT_READ, f"{cell} 填的是数字 {text}，按 {shown} 读取。")
            )
        return shown
    if isinstance(value, date | datetime) and column.kind is not Kind.DATE:
        reading.repairs.append(
            Repair(DATE_READ, f"{cell} 在表格里成了日期，按“{text}”读取，请核对原意。")
        )
    return text


def item_status(scheme: Scheme, values: Mapping[Key, str]) -> Status:
    """Return how far an item is: what the unit chose from the list, else what its text says."""
    chosen = values.get(Key.STATUS, "")
    if not is_blank(chosen):
        name = match_key(chosen)
        return Status(name, name in scheme.finished, name in scheme.behind, by_text=False)
    name = read_status(values.get(Key.PROGRESS, ""))
    return Status(name, name == FINISHED, name == BEHIND, by_text=name != UNSTATED)


def _compare_locked(
    table: _Table, number: int, item: Item, listed: Mapping[Key, str], reading: _Reading
) -> None:
    """Note locked texts that differ from the list, and who changed them.

    When the row's texts are still those that were sent, the list was amended since; otherwise the
    unit changed them.
    """
    different = [
        (column, place)
        for column, place in table.listed
        if listed[column.key] != item.values.get(column.key, "")
        and match_key(listed[column.key]) != match_key(item.values.get(column.key, ""))
    ]
    if not different:
        return
    found = [listed.get(c.key, "") for c in table.programme.scheme.progress.listed]
    if table.locked.get(item.code) == text_digest(found):
        reading.outdated.append(item)
        return
    reading.changed += [
        Change(
            item,
            column.key,
            column.title,
            item.values.get(column.key, ""),
            listed[column.key],
            cell_name(number, place),
        )
        for column, place in different
    ]


def _keep_doubled(entry: Entry, reading: _Reading) -> None:
    """Of two rows for one item that say different things neither is taken."""
    first = reading.entries[entry.item.code]
    alike = first.values == entry.values
    reading.doubled.append(
        Doubled(entry.item, (cell_name(first.row, 0), cell_name(entry.row, 0)), alike)
    )
    if not alike:
        blank = dict.fromkeys(first.values, "")
        unstated = Status(UNSTATED, finished=False, behind=False, by_text=False)
        reading.entries[entry.item.code] = Entry(
            first.item,
            first.unit,
            blank,
            first.columns,
            first.row,
            first.sheet,
            first.file,
            unstated,
        )


def _keep_stray(table: _Table, number: int, row: Sequence[object], reading: _Reading) -> None:
    """Keep the text of a row that is no item's: an added row when it fills the unit's columns."""
    texts = [
        (column, text) for column, text in enumerate(map(cell_text, row)) if not is_blank(text)
    ]
    if not texts:
        return
    stray = Stray(cell_name(number, texts[0][0]), " ".join(text.strip() for _, text in texts))
    fills = {place for _, place in table.filled}
    (reading.added if any(column in fills for column, _ in texts) else reading.outside).append(
        stray
    )


def _added_columns(table: _Table) -> Iterator[Stray]:
    """Yield the columns that the form did not have and that hold text."""
    known = {match_key(KEY_TITLE), match_key(REFERENCE_TITLE)}
    for column, title in table.header.others.items():
        if title in known:
            continue
        texts = (_text(row, column) for row in table.sheet.rows[table.header.row + 1 :])
        if any(not is_blank(text) for text in texts):
            yield Stray(cell_name(table.header.row, column), title)
