"""Cells to fill that somebody merged over the rows of several items."""

from collections.abc import Iterator

from toolkit.model.submission import SharedCell
from toolkit.stages.form_table import FormTable, text_at
from toolkit.stages.reading import Reading
from toolkit.text.clean import is_blank


def take_out_shared(reading: Reading) -> Iterator[SharedCell]:
    """Take the text of cells that several items share out of their entries; yield these cells.

    A reader finds it in the first of the merged cells, as if it were that item's alone.
    """
    for table in reading.tables:
        yield from _of_table(table, reading)


def _of_table(table: FormTable, reading: Reading) -> Iterator[SharedCell]:
    keys = {place: column.key for column, place in table.filled}
    for area in table.sheet.merges:
        if area.first_row == area.last_row:
            continue
        for place in range(area.first_column, area.last_column + 1):
            if place not in keys:
                continue
            rows = range(area.first_row, area.last_row + 1)
            codes = dict.fromkeys(reading.rows[row] for row in rows if row in reading.rows)
            text = text_at(table.sheet.rows[area.first_row], place) if len(codes) > 1 else ""
            if is_blank(text):
                continue
            entries = [reading.entries[code] for code in codes]
            for entry in entries:
                values = {**entry.values, keys[place]: ""}
                reading.entries[entry.item.code] = entry._replace(values=values)
            items = tuple(entry.item for entry in entries)
            cell = table.sheet.cell(area.first_row, place)
            yield SharedCell(items, keys[place], cell, text.strip())
