"""Two lists of one programme in one notice: which projects are the same, and what one adds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from toolkit.model.notice import NoticeRow
from toolkit.model.scheme import Key
from toolkit.notices.fits import number_in
from toolkit.text.clean import match_key

_SAME = 0.3
_SURELY_SAME = 0.5
_MOST = 0.6
_NAMES = (Key.PROJECT, Key.NAME)
_TEXTS = (*_NAMES, Key.CONTENT)


def partners(rows: Sequence[NoticeRow], others: Sequence[NoticeRow]) -> dict[int, NoticeRow]:
    """Return for each row, by its position, the row of another list that is about the same.

    The same number and a similar name will do; else the texts have to be alike.
    """
    found: dict[int, NoticeRow] = {}
    for position, row in enumerate(rows):
        numbered = [other for other in others if _number(other) == _number(row) != 0]
        match = next((other for other in numbered if _likeness(row, other) >= _SAME), None)
        if match is None and others:
            best = max(others, key=lambda other: _likeness(row, other))
            match = best if _likeness(row, best) >= _SURELY_SAME else None
        if match is not None:
            found[position] = match
    return found


def is_companion(rows: Sequence[NoticeRow], others: Sequence[NoticeRow]) -> bool:
    """Tell whether two lists are about the same programme."""
    return bool(rows) and len(partners(rows, others)) >= _MOST * len(rows)


def completed(
    rows: Sequence[NoticeRow], others: Sequence[NoticeRow], wanted: Sequence[Key]
) -> tuple[NoticeRow, ...]:
    """Return rows with what only the other list says.

    Args:
        rows: The list to complete.
        others: The other list.
        wanted: The columns that may be taken over, where all rows of the first list are empty.
    """
    missing = [key for key in wanted if not any(row.values.get(key) for row in rows)]
    found = partners(rows, others)
    return tuple(
        replace(row, values={**row.values, **_added(found.get(position), missing)})
        for position, row in enumerate(rows)
    )


def _added(other: NoticeRow | None, keys: Sequence[Key]) -> Mapping[Key, str]:
    return {key: other.values[key] for key in keys if other.values.get(key)} if other else {}


def _number(row: NoticeRow) -> int:
    return number_in(row.values.get(Key.NUMBER, ""))


def _likeness(row: NoticeRow, other: NoticeRow) -> float:
    names = [
        _dice(row.values.get(one, ""), other.values.get(two, ""))
        for one in _NAMES
        for two in _NAMES
    ]
    whole = [" ".join(each.values.get(key, "") for key in _TEXTS) for each in (row, other)]
    return max(*names, _dice(*whole), _part_of(row.values.get(Key.CONTENT, ""), whole[1]))


def _pairs(text: str) -> set[str]:
    key = match_key(text)
    return {key[place : place + 2] for place in range(len(key) - 1)}


def _dice(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, by the pairs of characters they share."""
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _part_of(one: str, whole: str) -> float:
    """Return how much of a text stands in a greater one."""
    first = _pairs(one)
    return len(first & _pairs(whole)) / len(first) if first else 0.0
