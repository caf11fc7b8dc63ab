"""A returned sheet's table: which column is which, and whose item a row is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from toolkit.model.form import KEY_TITLE
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Column, Key
from toolkit.model.workbook import RawSheet
from toolkit.stages.design import REFERENCE_TITLE
from toolkit.text.clean import cell_text, match_key
from toolkit.text.tables import Header, header_at

OWN_KEYS = (Key.NAME, Key.CONTENT)
"""What makes up the text by which an item is known."""


def text_at(row: Sequence[object], place: int) -> str:
    """Return a cell's text; "" beyond the row's end."""
    value = row[place] if place < len(row) else ""
    return value if isinstance(value, str) else cell_text(value)


def own_text(values: Mapping[Key, str]) -> str:
    """Return the text by which an item is known when its key is lost: name and content."""
    return match_key("".join(values.get(key, "") for key in OWN_KEYS))


@dataclass(frozen=True)
class ItemTexts:
    """The items by their own text: a unit's own first, then everybody's.

    A text that two items share leads to none of them.
    """

    programme: Programme
    unit: str

    def find(self, text: str) -> Item | None:
        """Return the one item whose own text this is."""
        if not text:
            return None
        return self._of_unit[text] if text in self._of_unit else self._of_all.get(text)

    @cached_property
    def _of_unit(self) -> dict[str, Item | None]:
        return _by_text(self.programme.assignments.get(self.unit, ()))

    @cached_property
    def _of_all(self) -> dict[str, Item | None]:
        return _by_text(self.programme.items)


def _by_text(items: Iterable[Item]) -> dict[str, Item | None]:
    texts: dict[str, Item | None] = {}
    for item in items:
        text = own_text(item.values)
        texts[text] = None if text in texts else item
    return texts


@dataclass(frozen=True, slots=True)
class FormTable:
    """The table of one sheet, or the part of it below a header that is repeated further down.

    Attributes:
        key_column: The column of the hidden key.
        listed: The columns that come from the list, with their places.
        grouped: Those of them whose texts stand once for several rows.
        single: The rest of them.
        unlisted: What makes up an item's own text and has no column here.
        filled: The columns that the unit fills, with their places.
        known: The places of all columns that the form has.
        beside: The places of all others.
    """

    sheet: RawSheet
    header: Header
    programme: Programme
    key_column: int | None
    listed: tuple[tuple[Column, int], ...]
    grouped: tuple[tuple[Key, int], ...]
    single: tuple[tuple[Key, int], ...]
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
        for key, place in self.single:
            if place >= len(row) or row[place] != listed.get(key, ""):
                return False
        for key, _ in self.grouped:
            if group.get(key) != listed.get(key, ""):
                return False
        return not any(map(listed.get, self.unlisted))

    def again(self, number: int, row: Sequence[object]) -> "FormTable | None":
        """Return the table that begins with this row when it repeats the header."""
        header = header_at(number, row, self.programme.scheme.progress.shown)
        return form_table(self.sheet, header, self.programme) if header else None


def form_table(sheet: RawSheet, header: Header, programme: Programme) -> FormTable:
    """Find the parts of a table once for all of its rows."""
    layout = programme.scheme.progress
    places = header.columns
    key_column = _key_column(sheet, header, programme)
    references = (c for c, title in header.others.items() if title == match_key(REFERENCE_TITLE))
    known = {*places.values(), *references}
    width = max(map(len, sheet.rows))
    listed = tuple((c, places[c.key]) for c in layout.listed if c.key in places)
    if key_column is not None:
        known.add(key_column)
    return FormTable(
        sheet=sheet,
        header=header,
        programme=programme,
        key_column=key_column,
        listed=listed,
        grouped=tuple((c.key, place) for c, place in listed if c.grouped),
        single=tuple((c.key, place) for c, place in listed if not c.grouped),
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
