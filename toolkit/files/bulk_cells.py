"""What bulk sheets keep of their cells until they are written, and the XML of whole rows."""

import math
from collections.abc import Sequence
from types import NoneType

from xlsxwriter.utility import xl_col_to_name

from toolkit.model.sheets import CellValue

MAX_TEXT = 32767
"""Excel's limit for the text of a cell, in UTF-16 units."""

# A stored value's type says what the cell is: the index of a shared string, the text of a number,
# or nothing. Each pattern takes the row's number and the value; `%.0s` takes it and writes nothing.
Token = int | str | None
Kinds = tuple[type, ...]
CELLS: dict[type, str] = {
    int: '<c r="{column}%s" s="{style}" t="s"><v>%s</v></c>',
    str: '<c r="{column}%s" s="{style}"><v>%s</v></c>',
    NoneType: '<c r="{column}%s" s="{style}"/>%.0s',
}


def row_tokens(
    rows: Sequence[Sequence[CellValue]], first_row: int, columns: int, indexes: dict[str, int]
) -> tuple[list[list[Token]], int]:
    """Turn values into what their XML needs.

    Args:
        rows: Each with a value for every column.
        first_row: Row of the first of `rows`, from 0.
        columns: How many there are.
        indexes: The shared strings; new texts are put into them.

    Returns:
        The rows, and how many of their cells hold a shared string.

    Raises:
        ValueError: A row has another length, or a value is none that a cell can hold.
    """
    tokens: list[list[Token]] = []
    numbers: dict[float, str] = {}
    uses = 0
    for number, row in enumerate(rows, first_row):
        if len(row) != columns:
            raise ValueError(f"row {number} has {len(row)} values for {columns} formats")
        line: list[Token] = []
        for value in row:
            if value is None or value == "":
                line.append(None)
            elif isinstance(value, str):
                index = indexes.get(value)
                if index is None:  # most cells repeat a text that was seen before
                    _check_length(value, number)
                    index = indexes[value] = len(indexes)
                line.append(index)
                uses += 1
            else:
                text = numbers.get(value)
                if text is None:
                    text = numbers[value] = _number(value, number)
                line.append(text if value else _number(value, number))  # -0 equals 0
        tokens.append(line)
    return tokens, uses


def _check_length(text: str, row: int) -> None:
    if len(text) > MAX_TEXT // 2 and len(text.encode("utf-16-le", "surrogatepass")) // 2 > MAX_TEXT:
        raise ValueError(f"row {row}: a cell holds {MAX_TEXT} characters, no more: {text[:40]!r}")


def _number(value: float, row: int) -> str:
    """Return a number as xlsxwriter writes it."""
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"row {row}: {value!r} cannot be the value of a cell")
    return f"{value:.16G}"


class RowPatterns(dict[Kinds, str]):
    """The XML of rows by the types of their tokens, with room for what stands in them."""

    def __init__(self, styles: Sequence[int]) -> None:
        super().__init__()
        self._cells = [
            {
                kind: cell.format(column=xl_col_to_name(column), style=style)
                for kind, cell in CELLS.items()
            }
            for column, style in enumerate(styles)
        ]

    def __missing__(self, kinds: Kinds) -> str:
        """Make the pattern of rows of another kind."""
        cells = "".join(cell[kind] for cell, kind in zip(self._cells, kinds, strict=True))
        self[kinds] = pattern = f'<row r="%s" spans="%s"%s{cells}</row>'
        return pattern
