"""Finding an official table in rows of cells, by the titles of its columns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.scheme import Column, Key
from toolkit.text.clean import cell_text, match_key

_SEARCHED_ROWS = 60


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table's header stands.

    Attributes:
        row: Counted from 0.
        columns: The column of each recognised key, counted from 0.
        others: Titles in the header row that belong to no column of the layout, by column.
    """

    row: int
    columns: Mapping[Key, int]
    others: Mapping[int, str]


def find_header(rows: Sequence[Sequence[object]], columns: Iterable[Column]) -> Header | None:
    """Find the row that holds most of the columns' titles.

    Official titles count before other titles; of two rows with as many titles the first wins.

    Args:
        rows: The sheet from its first row on.
        columns: The columns to look for.

    Returns:
        None when no row holds at least half of the columns, and at least two.
    """
    wanted = tuple(columns)
    titles = _titles(wanted)
    best: Header | None = None
    for number, row in enumerate(rows[:_SEARCHED_ROWS]):
        header = _read_header(number, row, titles)
        if best is None or len(header.columns) > len(best.columns):
            best = header
    needed = max(2, (len(wanted) + 1) // 2)
    return best if best and len(best.columns) >= needed else None


def _titles(columns: tuple[Column, ...]) -> dict[str, Key]:
    titles = {match_key(title): column.key for column in columns for title in column.other_titles}
    titles.update({match_key(column.title): column.key for column in columns})
    return titles


def _read_header(number: int, row: Sequence[object], titles: Mapping[str, Key]) -> Header:
    found: dict[Key, int] = {}
    others: dict[int, str] = {}
    for position, value in enumerate(row):
        text = match_key(cell_text(value)) if value != "" else ""
        key = titles.get(text)
        if key is not None and key not in found:
            found[key] = position
        elif text:
            others[position] = text
    return Header(number, found, others)
