"""Text in columns that the form does not have, or has twice, or only shows."""

from collections.abc import Mapping, Sequence

from toolkit.model.programme import Item
from toolkit.model.submission import Entry, Stray
from toolkit.stages.form_identity import text_digest
from toolkit.stages.form_table import text_at
from toolkit.stages.reading import FoundRow, Reading, Return
from toolkit.text.clean import is_blank, match_key


def keep_beside(found: FoundRow, entry: Entry, reading: Reading) -> None:
    """Keep what an item's row says in columns that the form does not have, or has already."""
    table = found.table
    for column in table.beside:
        text = text_at(found.row, column)
        if is_blank(text):
            continue
        key = table.header.doubled.get(column)
        place = (table.header.row, column)
        if key is not None and key in entry.values:
            if match_key(text) != match_key(entry.values[key]):
                reading.second.setdefault(place, []).append(text.strip())
        elif column in table.header.others:
            reading.columns.setdefault(place, []).append(text.strip())
        else:
            reading.outside.append(Stray(found.cell(column), text.strip()))


def keep_reference(given: Return, found: FoundRow, item: Item, reading: Reading) -> None:
    """Keep what somebody wrote where the form shows what was planned."""
    for place in found.table.references:
        text = text_at(found.row, place)
        shown = given.shown.get(item.code)
        if not is_blank(text) and shown and shown != text_digest((text,)):
            reading.outside.append(Stray(found.cell(place), text.strip()))


def added_columns(reading: Reading) -> dict[tuple[int, int], list[str]]:
    """Return the titles that the form does not have, with what stands below them."""
    added: dict[tuple[int, int], list[str]] = {}
    told: set[str] = set()
    for table in reading.tables:
        for column, title in table.header.others.items():
            place = (table.header.row, column)
            texts = reading.columns.get(place, [])
            doubled = column in table.known or column in table.header.doubled
            if texts or not (doubled or title in told):
                added[place] = texts
            told.add(title)
    return added


def column_strays(
    columns: Mapping[tuple[int, int], Sequence[str]], reading: Reading
) -> list[Stray]:
    """Return columns with what stands below their titles, as texts outside the table."""
    sheet = reading.table.sheet
    titles = {table.header.row: table.header.others for table in reading.tables}
    return [
        Stray(
            sheet.cell(row, column),
            "：".join(filter(None, (titles[row][column], "；".join(texts)))),
        )
        for (row, column), texts in columns.items()
    ]
