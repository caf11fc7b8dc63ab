"""Finding an official table in rows of cells, by the titles of its columns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.model.scheme import Column, Key
from toolkit.text.clean import cell_text, match_key

_SEARCHED_ROWS = 60


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table's header stands.

    Attributes:
        row: Counted from 0.
        columns: The column of each recognised key, counted from 0.
        others: Titles in the header row that name no column of the layout, or one that was found
            already, by column.
        doubled: The keys of those that were found already, by column.
    """

    row: int
    columns: Mapping[Key, int]
    others: Mapping[int, str]
    doubled: Mapping[int, Key] = field(default_factory=dict)


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
        if len(row) - row.count("") < _least(wanted):
            continue  # it has too few texts, whatever they are
        header = _read_header(number, row, titles)
        if best is None or len(header.columns) > len(best.columns):
            best = header
        if len(best.columns) == len(wanted):
            break  # no later row can hold more
    return best if best and _is_enough(best, wanted) else None


def header_at(number: int, row: Sequence[object], columns: Iterable[Column]) -> Header | None:
    """Return the header that one row is, None when it is none; see `find_header`."""
    wanted = tuple(columns)
    header = _read_header(number, row, _titles(wanted))
    return header if _is_enough(header, wanted) else None


def _is_enough(header: Header, wanted: Sequence[Column]) -> bool:
    return len(header.columns) >= _least(wanted)


def _least(wanted: Sequence[Column]) -> int:
    return max(2, (len(wanted) + 1) // 2)


@dataclass(frozen=True, slots=True)
class _Titles:
    official: Mapping[str, Key]
    other: Mapping[str, Key]


def _titles(columns: tuple[Column, ...]) -> _Titles:
    return _Titles(
        {match_key(column.title): column.key for column in columns},
        {match_key(title): column.key for column in columns for title in column.other_titles},
    )


def _read_header(number: int, row: Sequence[object], titles: _Titles) -> Header:
    texts = {
        position: text
        for position, value in enumerate(row)
        if value != "" and (text := match_key(cell_text(value)))
    }
    found: dict[Key, int] = {}
    for names in (titles.official, titles.other):
        for position, text in texts.items():
            key = names.get(text)
            if key is not None and position not in found.values():
                found.setdefault(key, position)
    taken = set(found.values())
    others = {position: text for position, text in texts.items() if position not in taken}
    doubled = {
        position: key
        for position, text in others.items()
        if (key := titles.official.get(text) or titles.other.get(text))
    }
    columns = dict(sorted(found.items(), key=lambda pair: pair[1]))
    return Header(number, columns, others, doubled)
