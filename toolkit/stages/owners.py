"""Whose items the rows of a table are, where nothing else tells whose return it is."""

from toolkit.model.programme import Programme
from toolkit.stages.form_table import FormTable, text_at
from toolkit.stages.row_match import ItemTexts
from toolkit.text.clean import is_blank


def row_owners(table: FormTable, programme: Programme) -> dict[int, str]:
    """Return the unit that fills each row's item, by the row's number.

    A row is known by its key or its exact text; one that is no item's goes with the one above it.
    """
    texts = ItemTexts(programme, "")
    owners: dict[int, str] = {}
    owner = ""
    for number in range(table.header.row + 1, len(table.sheet.rows)):
        row = table.sheet.rows[number]
        if all(is_blank(text_at(row, place)) for place in range(len(row))):
            continue
        own = {key: text_at(row, place) for key, place in table.own}
        item = programme.by_code.get(table.code(row)) or texts.find(own)
        if item is not None:
            owner = next(iter(programme.fillers[item.code]), "")
        owners[number] = owner
    return owners
