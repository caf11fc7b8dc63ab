"""One row of a return: what the unit wrote in it, and what became of its locked texts."""

from collections.abc import Iterator, Mapping
from datetime import date

from toolkit.model.assessment import Basis, Status
from toolkit.model.finding import Repair
from toolkit.model.programme import Item
from toolkit.model.scheme import Column, Key, Kind, Scheme, TableLayout
from toolkit.model.submission import Change, Entry
from toolkit.model.workbook import CellFault, ComputedText, ShownDate, ShownNumber
from toolkit.stages.form_identity import text_digest
from toolkit.stages.form_table import text_at
from toolkit.stages.reading import FoundRow, Reading, Return
from toolkit.text.clean import cell_text, is_blank, match_key
from toolkit.text.prose import shortened
from toolkit.text.status import BEHIND, FINISHED, ONGOING, UNSTATED, read_status

DATE_READ = "DATE-AS-TEXT"
PERCENT_READ = "PERCENT"
NUMBER_READ = "NUMBER-AS-TEXT"
COMPUTED = "FORMULA-COMPUTED"

_OF_FORMULAS = frozenset((CellFault, ComputedText))

_READ = {
    FINISHED: Status(FINISHED, finished=True, behind=False, basis=Basis.TEXT),
    BEHIND: Status(BEHIND, finished=False, behind=True, basis=Basis.TEXT),
    ONGOING: Status(ONGOING, finished=False, behind=False, basis=Basis.TEXT),
    UNSTATED: Status(UNSTATED, finished=False, behind=False),
}
"""What can be read out of a progress text."""


def read_entry(given: Return, found: FoundRow, item: Item, reading: Reading) -> Entry:
    """Read what a unit wrote on an item; texts as written, the rest as a person reads it."""
    values = filled_texts(found, reading)
    faults: Mapping[Key, str] = {}
    if not _OF_FORMULAS.isdisjoint(map(type, values.values())):
        faults = {key: str(text) for key, text in values.items() if isinstance(text, CellFault)}
        values |= dict.fromkeys(faults, "")
        values |= _computed(found, values, reading)
    return Entry(
        item,
        given.unit,
        values,
        found.table.places,
        found.number,
        given.sheet,
        given.file,
        item_status(given.programme.scheme, given.layout, values),
        faults,
        found.line,
    )


def _computed(
    found: FoundRow, values: Mapping[Key, str], reading: Reading
) -> Iterator[tuple[Key, str]]:
    """Yield what LibreOffice computed as plain texts, and say so."""
    for key, text in values.items():
        if isinstance(text, ComputedText):
            cell = found.cell(found.table.places[key])
            message = (
                f"{cell} 的公式没有算过，按 LibreOffice 算出的“{shortened(text)}”读取，请核对。"
            )
            reading.repairs.append(Repair(COMPUTED, message))
            yield key, str(text)


def filled_texts(found: FoundRow, reading: Reading) -> dict[Key, str]:
    """Return what a row says in the columns that the unit fills."""
    values: dict[Key, str] = {}
    row = found.row
    for column, place in found.table.filled:
        value = row[place] if place < len(row) else ""
        if isinstance(value, str):
            values[column.key] = value
        else:
            cell = found.cell(place)
            values[column.key] = _typed_text(value, column, cell, reading)
    return values


def _typed_text(value: object, column: Column, cell: str, reading: Reading) -> str:
    """Return the text of a number or a date, which a spreadsheet may have made out of a text."""
    text = cell_text(value)
    if column.kind is Kind.PERCENT and isinstance(value, int | float):
        shown = f"{value * 100:.10g}%" if abs(value) <= 2 else f"{value:.10g}%"
        seen = isinstance(value, ShownNumber) and value.text.endswith("%")
        if abs(value) > 2 or not seen:
            reading.repairs.append(
                Repair(PERCENT_READ, f"{cell} 填的是数字 {text}，按 {shown} 读取，请核对。")
            )
        return shown
    if isinstance(value, ShownNumber) and column.kind is Kind.TEXT:
        number, text = text, value.text
        reading.repairs.append(
            Repair(NUMBER_READ, f"{cell} 是数字 {number}，按单元格显示的“{text}”读取。")
        )
    elif isinstance(value, int | float) and column.kind is Kind.TEXT:
        reading.repairs.append(Repair(NUMBER_READ, f"{cell} 填的是数字，按 {text} 读取，请核对。"))
    if isinstance(value, ShownDate) and column.kind is Kind.TEXT:
        day, text = text, value.text
        reading.repairs.append(
            Repair(DATE_READ, f"{cell} 在表格里成了日期 {day}，按单元格显示的“{text}”读取。")
        )
    elif isinstance(value, date | ShownDate) and column.kind is not Kind.DATE:
        reading.repairs.append(
            Repair(DATE_READ, f"{cell} 在表格里成了日期，按“{text}”读取，请核对原意。")
        )
    return text


def item_status(scheme: Scheme, layout: TableLayout, values: Mapping[Key, str]) -> Status:
    """Return how far an item is: what the unit chose from the list, else what its text says."""
    chosen = values.get(Key.STATUS, "")
    if chosen and not is_blank(chosen):
        choices = (c for column in layout.shown if column.key is Key.STATUS for c in column.choices)
        name = next((c for c in choices if match_key(c) == match_key(chosen)), chosen.strip())
        return Status(name, name in scheme.finished, name in scheme.behind, Basis.CELL)
    return _READ[read_status(values.get(Key.PROGRESS, ""))]


def compare_locked(given: Return, found: FoundRow, item: Item, reading: Reading) -> None:
    """Note locked texts that differ from the list, and who changed them.

    When the row's texts are still those that were sent, the list was amended since; otherwise the
    unit changed them. Blank cells that continue those above are no change, wherever a sorted row
    has come to stand.
    """
    own = {column.key: text_at(found.row, place) for column, place in found.table.listed}
    listed = {**own, **found.above} if found.inherits else own
    different = [
        (column, place)
        for column, place in found.table.listed
        if listed[column.key] != item.values.get(column.key, "")
        and match_key(listed[column.key]) != match_key(item.values.get(column.key, ""))
        and not (column.grouped and is_blank(own[column.key]))
    ]
    if not different:
        return
    texts = [listed.get(c.key, "") for c in given.layout.listed]
    if given.locked.get(item.code) == text_digest(texts):
        reading.outdated += [] if item in reading.outdated else [item]
        return
    reading.changed += [
        Change(
            item,
            column.key,
            column.title,
            item.values.get(column.key, ""),
            listed[column.key],
            found.cell(place),
        )
        for column, place in different
    ]
