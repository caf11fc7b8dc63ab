"""Rows of plain values, whatever reader they come from."""

import re
from collections.abc import Mapping, Sequence

from toolkit.model.workbook import CellFault

_LINE_END = re.compile(r"\r\n?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SHOWN_FAULT = re.compile(
    r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)"
)

Rows = list[list[object]]
Places = Mapping[tuple[int, int], object]


def trimmed(rows: Sequence[Sequence[object]]) -> Sequence[Sequence[object]]:
    """Return rows without the empty ones at their end, of which a sheet may have a million."""
    last = len(rows)
    while last and all(value == "" or value is None for value in rows[last - 1]):
        last -= 1
    return rows if last == len(rows) else rows[:last]


def plain(value: object) -> object:
    """Return a text as Excel shows it: its line ends as one sign, without control characters."""
    if not isinstance(value, str) or value.isprintable():
        return value
    return _CONTROL.sub("", _LINE_END.sub("\n", value))


def without_author(text: str, author: str) -> str:
    """Return a note's text without the line of its author's name that Excel puts above it."""
    first, _, rest = text.partition("\n")
    is_name = author != "" and first.strip().rstrip(":：") == author.strip().rstrip(":：")
    return (rest if is_name else text).strip()


def shown(text: str) -> str:
    """Return a text that was saved as it was shown: a fault is told apart from other texts."""
    return CellFault(text) if _SHOWN_FAULT.fullmatch(text) else text


def replaced(rows: Sequence[Sequence[object]], places: Places) -> Rows:
    """Return rows with other values at some places, longer where a place lies beyond them."""
    changed = [list(row) for row in rows]
    for (row, column), value in places.items():
        changed.extend([] for _ in range(row + 1 - len(changed)))
        cells = changed[row]
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = value
    return changed
