"""Places in a workbook, in the notation that people read in Excel."""

import re
from functools import cache, lru_cache

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")


@cache
def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Return the number of a column counted from 0: A is 0, AA is 26; small letters too."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell from its row and column, both counted from 0: (4, 2) is C5."""
    return f"{column_letters(column)}{row + 1}"


def cell_position(name: str) -> tuple[int, int] | None:
    """Return the row and column of a cell, both counted from 0; None where it names no cell."""
    match = _CELL.fullmatch(name)
    return (int(match[2]) - 1, column_number(match[1])) if match else None
