"""A returned sheet's table: which column is which, and whose item a row is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.form import KEY_TITLE
from toolkit.model.period import PeriodKind
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Column, Key, TableLayout
from toolkit.model.workbook import RawSheet
from toolkit.stages.design import reference_title
from toolkit.stages.row_match import OWN_KEYS
from toolkit.text.clean import cell_text, match_key
from toolkit.text.tables import Header, header_at

_REFERENCES = frozenset(match_key(reference_title(kind)) for kind in PeriodKind)


def text_at(row: Sequence[object], place: int) -> str:
    """Return a cell's text; "" beyond the row's end."""
    value = row[place] if place < len(row) else ""
    return value if isinstance(value, str) else cell_text(value)


@dataclass(frozen=True, slots=True)
class FormTable:
    """The table of one sheet, or the part of it below a header that is repeated further down.

    Attributes:
        key_column: The column of the hidden key.
        references: The columns that show what was planned.
        listed: The columns that come from the list, with their places.
        grouped: Those of them whose texts stand once for several rows.
        single: The rest of them.
        is_open: Whether the unit writes the items' own texts, as in a summary form.
        own: The places of what makes up an item's own text.
        unlisted: What makes up an item's own text and is not locked here.
        filled: The columns that the unit fills, with their places.
        known: The places of all columns that the form has.
        beside: The places of all others.
    """

    sheet: RawSheet
    header: Header
    programme: Programme
    layout: TableLayout
    key_column: int | None
    references: tuple[int, ...]
    listed: tuple[tuple[Column, int], ...]
    grouped: tuple[tuple[Key, int], ...]
    single: tuple[tuple[Key, int], ...]
    is_open: bool
    own: tuple[tuple[Key, int], ...]
    unlisted: tuple[Key, ...]
    filled: tuple[tuple[Column, int], ...]
    places: Mapping[Key, int]
    known: frozenset[int]
    beside: tuple[int, ...]

    def code(self, row: Sequence[object]) -> str:
        """Return what stands in a row's key cell."""
        return "" if self.key_column is None else text_at(row, self.key_column).strip()

    def group_texts(self, row: Sequence[object]) -> dict[Key, str]:
        """Return what stands in a row's grouped cells."""
        return {key: text_at(row, place) for key, place in self.grouped}

    def is_as_listed(self, row: Sequence[object], group: Mapping[Key, str], item: Item) -> bool:
        """Tell whether a row says to the letter what the list says of an item.

        Args:
            group: The row's grouped texts, its own or those that it continues.
        """
        listed = item.values
        width = len(row)
        for key, place in self.single:
            if place >= width or row[place] != listed.get(key, ""):
                return False
        for key, _ in self.grouped:
            if group.get(key) != listed.get(key, ""):
                return False
        return not (self.unlisted and any(map(listed.get, self.unlisted)))

    def again(self, number: int, row: Sequence[object]) -> "FormTable | None":
        """Return the table that begins with this row when it repeats the header."""
        header = header_at(number, row, self.layout.shown)
        return form_table(self.sheet, header, self.programme, self.layout) if header else None


def form_table(
    sheet: RawSheet, header: Header, programme: Programme, layout: TableLayout
) -> FormTable:
    """Find the parts of a table once for all of its rows."""
    places = header.columns
    key_column = _key_column(sheet, header, programme)
    references = tuple(c for c, title in header.others.items() if title in _REFERENCES)
    known = {*places.values(), *references}
    width = max(map(len, sheet.rows))
    listed = tuple((c, places[c.key]) for c in layout.listed if c.key in places)
    if key_column is not None:
        known.add(key_column)
    return FormTable(
        sheet=sheet,
        header=header,
        programme=programme,
        layout=layout,
        key_column=key_column,
        references=references,
        listed=listed,
        grouped=tuple((c.key, place) for c, place in listed if c.grouped),
        single=tuple((c.key, place) for c, place in listed if not c.grouped),
        is_open=any(c.key in OWN_KEYS for c in layout.filled),
        own=tuple((key, places[key]) for key in OWN_KEYS if key in places),
        unlisted=tuple(key for key in OWN_KEYS if key not in {c.key for c, _ in listed}),
        filled=tuple((c, places[c.key]) for c in layout.filled if c.key in places),
        places={c.key: places[c.key] for c in layout.filled if c.key in places},
        known=frozenset(known),
        beside=tuple(column for column in range(width) if column not in known),
    )


def _key_column(sheet: RawSheet, header: Header, programme: Programme) -> int | None:
    """Return the column titled 编号; of several the first that holds a key of the list."""
    titled = [column for column, title in header.others.items() if title == KEY_TITLE]
    if len(titled) < 2:
        return titled[0] if titled else None
    below = sheet.rows[header.row + 1 :]
    return next(
        (c for c in titled if any(text_at(r, c).strip() in programme.by_code for r in below)),
        titled[0],
    )
