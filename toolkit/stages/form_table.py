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


def text_at(row: Sequence[object], place: int) -> str:
    """Return a cell's text; "" beyond the row's end."""
    return cell_text(row[place]) if place < len(row) else ""


def own_text(values: Mapping[Key, str]) -> str:
    """Return the text by which an item is known when its key is lost: name and content."""
    return match_key(values.get(Key.NAME, "") + values.get(Key.CONTENT, ""))


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
        filled: The columns that the unit fills, with their places.
        known: The places of all columns that the form has.
        beside: The places of all others.
    """

    sheet: RawSheet
    header: Header
    programme: Programme
    key_column: int | None
    listed: tuple[tuple[Column, int], ...]
    filled: tuple[tuple[Column, int], ...]
    places: Mapping[Key, int]
    known: frozenset[int]
    beside: tuple[int, ...]

    def code(self, row: Sequence[object]) -> str:
        """Return what stands in a row's key cell."""
        return "" if self.key_column is None else text_at(row, self.key_column).strip()

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
    if key_column is not None:
        known.add(key_column)
    return FormTable(
        sheet=sheet,
        header=header,
        programme=programme,
        key_column=key_column,
        listed=tuple((c, places[c.key]) for c in layout.listed if c.key in places),
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
