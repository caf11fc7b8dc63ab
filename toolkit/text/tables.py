"""Finding an official table in rows of cells, by the titles of its columns."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from toolkit.model.scheme import Column, Key
from toolkit.text.clean import cell_text, match_key
from toolkit.text.column_titles import key_of
from toolkit.text.likeness import similarity

_SEARCHED_ROWS = 200
_LONGEST_TITLE = 24
_ALIKE = 0.7
_MARGIN = 0.15
"""How alike a title must be to a column's, and how much more than to the next column's."""

_ASIDE = re.compile(r"\([^()]*\)|[*★:：]")
_BEFORE = re.compile(r"上(?:一|个)?(?:月|周|旬|季度|期|次)")
"""What was planned for this period is never what is planned for the next one."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table's header stands.

    Attributes:
        row: Its last row, counted from 0.
        columns: The column of each recognised key, counted from 0.
        others: Titles in the header that name no column of the layout, or one that was found
            already, by column.
        doubled: The keys of those that were found already, by column.
        alike: The titles, as written, of columns that were recognised although no title of theirs
            stands there to the letter.
        rows: How many rows it has.
    """

    row: int
    columns: Mapping[Key, int]
    others: Mapping[int, str]
    doubled: Mapping[int, Key] = field(default_factory=dict)
    alike: Mapping[Key, str] = field(default_factory=dict)
    rows: int = 1

    @property
    def first(self) -> int:
        """Its first row."""
        return self.row - self.rows + 1


def find_header(rows: Sequence[Sequence[object]], columns: Iterable[Column]) -> Header | None:
    """Find the row, or the two rows, that hold most of the columns' titles.

    Official titles count before other titles, titles to the letter before similar ones; of two
    rows with as many titles the first wins.

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
            return best  # no later row can hold more
    best = _more_complete(best, rows, wanted, titles)
    return best if best and _is_enough(best, wanted) else None


def _more_complete(
    best: Header | None,
    rows: Sequence[Sequence[object]],
    wanted: Sequence[Column],
    titles: "_Titles",
) -> Header | None:
    """Look for what a damaged header still tells: two rows of titles, titles that are alike."""
    found = [best] if best else []
    for number, (upper, lower) in enumerate(pairwise(rows[:_SEARCHED_ROWS])):
        double = _two_rows(upper, lower)
        if double:
            found.append(replace(_read_header(number + 1, double, titles), rows=2))
    if best is not None:
        found += [
            _read_header(number, row, titles)
            for number, row in enumerate(rows[:_SEARCHED_ROWS])
            if number != best.row and len(row) - row.count("") >= _least(wanted)
        ]
    completed = [_with_alike(header, wanted) for header in found if len(header.columns) >= 2]
    return max(completed, key=lambda h: (len(h.columns), -h.rows, -h.row), default=best)


def _two_rows(upper: Sequence[object], lower: Sequence[object]) -> list[str] | None:
    """Return the titles of a header in two rows: below 工作进展 stand 落实进展情况 and 存在问题.

    A title that is merged over both rows stands in the upper one.
    """
    width = max(len(upper), len(lower))
    above, below = (
        [match_key(cell_text(row[n])) if n < len(row) else "" for n in range(width)]
        for row in (upper, lower)
    )
    filled = [text for text in (*above, *below) if text]
    both = any(above) and any(below) and any(b and not a for a, b in zip(above, below, strict=True))
    if not both or max(map(len, filled)) > _LONGEST_TITLE:
        return None
    return [b or a for a, b in zip(above, below, strict=True)]


def _with_alike(header: Header, wanted: Sequence[Column]) -> Header:
    """Add the columns whose titles are nearly there; one that is like two is neither.

    A number is never looked for: 编号 is the key of our own, and nobody needs the other.
    """
    missing = [c for c in wanted if c.key not in header.columns and c.key is not Key.NUMBER]
    added: dict[Key, int] = {}
    titles: dict[Key, str] = {}
    for position, title in header.others.items():
        if position in header.doubled or _BEFORE.match(title):
            continue
        scores = sorted(((_alike(title, c), c.key) for c in missing), reverse=True)
        if not scores or scores[0][0] < _ALIKE or scores[0][1] in added:
            continue
        if len(scores) < 2 or scores[0][0] - scores[1][0] >= _MARGIN:
            added[scores[0][1]] = position
            titles[scores[0][1]] = title
    if not added:
        return header
    return replace(
        header,
        columns=dict(sorted({**header.columns, **added}.items(), key=lambda pair: pair[1])),
        others={place: t for place, t in header.others.items() if place not in added.values()},
        alike=titles,
    )


def _alike(title: str, column: Column) -> float:
    """Return how alike a title is to a column's; one that holds the other wholly is the same."""
    bare = _ASIDE.sub("", title)
    known = [match_key(text) for text in (column.title, *column.other_titles)]
    if bare in known or key_of(bare) is column.key:
        return 1.0
    if len(bare) > 1 and any(bare in text or (len(text) > 3 and text in bare) for text in known):
        return 0.9
    return max(similarity(bare, text) for text in known)


def header_at(number: int, row: Sequence[object], columns: Iterable[Column]) -> Header | None:
    """Return the header that one row is, None when it is none; see `find_header`."""
    wanted = tuple(columns)
    header = _read_header(number, row, _titles(wanted))
    return header if _is_enough(header, wanted) else None


def tables_beside(row: Sequence[object], columns: Iterable[Column]) -> tuple[int, ...]:
    """Return the columns with which the tables begin whose headers stand in one row.

    Returns:
        (0,) where it is the header of one table at most, whatever column stands there twice.
    """
    wanted = tuple(columns)
    titles = _titles(wanted)
    starts, keys = [0], [set[Key]()]
    for position, value in enumerate(row):
        text = "" if value == "" else match_key(cell_text(value))
        key = titles.official.get(text) or titles.other.get(text)
        if key in keys[-1]:
            starts.append(position)
            keys.append(set())
        if key is not None:
            keys[-1].add(key)
    return tuple(starts) if all(len(found) >= _least(wanted) for found in keys) else (0,)


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
