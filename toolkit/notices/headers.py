"""Where a table's titles stand, in one row or two, and what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.document import Table
from toolkit.text.clean import is_blank, match_key
from toolkit.text.column_titles import UNIT_TRAITS, Trait, trait_of
from toolkit.text.flow import joined
from toolkit.text.ordinals import number_in

_SEARCHED_ROWS = 60
_TELLING = UNIT_TRAITS | {Trait.NUMBER, Trait.CONTENT, Trait.TARGET, Trait.NAME}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's title as printed, without line breaks, and what it says."""

    title: str
    trait: Trait | None


@dataclass(frozen=True, slots=True)
class TableHeader:
    """A table's titles.

    Attributes:
        first: The row of the titles.
        last: The last row of them: the row of subtitles, or of the columns' numbers.
        headings: The columns that have a title, by their position.
    """

    first: int
    last: int
    headings: Mapping[int, Heading]


def find_header(table: Table) -> TableHeader | None:
    """Find the row with most known titles; None when no row looks like titles of a list."""
    best: tuple[int, int] | None = None
    for number, row in enumerate(table.rows[:_SEARCHED_ROWS]):
        known = _known(row)
        if known and (best is None or known > best[0]):
            best = (known, number)
    if best is None:
        return None
    return _header(table, best[1])


def _known(row: Sequence[str]) -> int:
    """Return how many titles a row holds; 0 when it is no row of titles."""
    texts = [text for text in row if not is_blank(text)]
    traits = [trait for text in texts if (trait := trait_of(text))]
    kinds = set(traits)
    if len(kinds) < 2 or len(traits) * 2 < len(texts) or len(kinds & _TELLING) < 2:
        return 0
    return len(kinds)


def _header(table: Table, first: int) -> TableHeader:
    upper = _spread(table, first)
    lower = _subtitles(table, first, upper)
    headings: dict[int, Heading] = {}
    for column, title in upper.items():
        below = lower.get(column, "")
        headings[column] = _heading(joined(title.splitlines()), joined(below.splitlines()))
    last = first + bool(lower)
    while last + 1 < len(table.rows) and _counts_columns(table.rows[last + 1]):
        last += 1
    return TableHeader(first, last, headings)


def _spread(table: Table, row: int) -> dict[int, str]:
    """Return a row's titles by column; a title over several columns is each one's."""
    titles = {c: text for c, text in enumerate(table.rows[row]) if not is_blank(text)}
    for area in table.merges:
        if area.first_row == row and area.first_column in titles:
            for column in range(area.first_column, area.last_column + 1):
                titles.setdefault(column, titles[area.first_column])
    return dict(sorted(titles.items()))


def _subtitles(table: Table, first: int, upper: Mapping[int, str]) -> dict[int, str]:
    """Return the titles of a second row, {} when the row below is no such row.

    Subtitles stand below a title that reaches over several columns, and nothing else stands there.
    """
    if first + 1 >= len(table.rows):
        return {}
    wide = {
        column
        for area in table.merges
        if area.first_row == first and area.last_column > area.first_column
        for column in range(area.first_column, area.last_column + 1)
    }
    row = {c: text for c, text in enumerate(table.rows[first + 1]) if not is_blank(text)}
    own = {c: text for c, text in row.items() if match_key(text) != match_key(upper.get(c, ""))}
    if not own or not all(column in wide and trait_of(text) for column, text in own.items()):
        return {}
    return own


def _heading(upper: str, lower: str) -> Heading:
    if not lower:
        return Heading(upper, trait_of(upper))
    if len(match_key(lower)) > 2:
        return Heading(lower, trait_of(lower) or trait_of(upper))
    return Heading(f"{lower}{upper}", trait_of(f"{lower}{upper}") or trait_of(lower))


def _counts_columns(row: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns: 1 2 3 4."""
    numbers = [number_in(text) for text in row if not is_blank(text)]
    return len(numbers) > 2 and numbers == list(range(1, len(numbers) + 1))
