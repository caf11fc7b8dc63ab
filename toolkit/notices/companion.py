"""Two lists of one programme in one notice: which projects are the same, and what one adds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from toolkit.model.notice import Counterpart, NoticeRow
from toolkit.model.scheme import Key
from toolkit.text.likeness import likeness, name_key, share_in
from toolkit.text.ordinals import number_in

_SAME = 0.3
_SURELY_SAME = 0.5
_MOST = 0.6
_NAMES = (Key.PROJECT, Key.NAME)
_TEXTS = (*_NAMES, Key.CONTENT)


def partners(rows: Sequence[NoticeRow], others: Sequence[NoticeRow]) -> dict[int, NoticeRow]:
    """Return for each row, by its position, the row of another list that is about the same.

    The same name decides; else the same number and a similar name will do, or similar texts.
    """
    found: dict[int, NoticeRow] = {}
    names = [_names(other) for other in others]
    for position, row in enumerate(rows):
        own = _names(row)
        named = [other for other, theirs in zip(others, names, strict=True) if own & theirs]
        numbered = [other for other in others if _number(other) == _number(row) != 0]
        match = named[0] if len(named) == 1 else None
        if match is None:
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


def counterparts(rows: Sequence[NoticeRow], others: Sequence[NoticeRow]) -> tuple[Counterpart, ...]:
    """Return which rows of a list belong to which of another one, in the list's order.

    One paragraph on a project may have several rows of a table, and the other way round.
    """
    forth, back = partners(rows, others), partners(others, rows)
    links = {(place, others.index(other)) for place, other in forth.items()}
    links |= {(rows.index(row), place) for place, row in back.items()}
    return tuple(
        Counterpart(
            rows=tuple(rows[place] for place in sorted(group)),
            others=tuple(others[place] for place in sorted({o for r, o in links if r in group})),
        )
        for group in _linked(links)
    )


def _linked(links: set[tuple[int, int]]) -> Iterator[set[int]]:
    """Yield the rows that share partners with each other, the first row's group first."""
    open_links = sorted(links)
    while open_links:
        group, partners_of_group = {open_links[0][0]}, {open_links[0][1]}
        size = 0
        while size != len(group) + len(partners_of_group):
            size = len(group) + len(partners_of_group)
            for row, other in open_links:
                if row in group or other in partners_of_group:
                    group.add(row)
                    partners_of_group.add(other)
        open_links = [(row, other) for row, other in open_links if row not in group]
        yield group


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


def _names(row: NoticeRow) -> set[str]:
    return {name_key(row.values.get(key, "")) for key in _NAMES} - {""}


def _likeness(row: NoticeRow, other: NoticeRow) -> float:
    names = [
        likeness(row.values.get(one, ""), other.values.get(two, ""))
        for one in _NAMES
        for two in _NAMES
    ]
    whole = [" ".join(each.values.get(key, "") for key in _TEXTS) for each in (row, other)]
    return max(*names, likeness(*whole), share_in(row.values.get(Key.CONTENT, ""), whole[1]))
