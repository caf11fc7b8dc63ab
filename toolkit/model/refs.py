"""Places in a workbook, in the notation that people read in Excel."""

from functools import cache


@cache
def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell from its row and column, both counted from 0: (4, 2) is C5."""
    return f"{column_letters(column)}{row + 1}"
