"""How much room a text takes in a printed cell.

Excel and WPS do not fit the height of merged or protected rows to their text, and LibreOffice does
not when a file is opened without a screen, so the toolkit computes it. A Chinese character is as
wide as two half-width ones.
"""

import math

PIXELS_PER_UNIT = 7.0
"""Pixels of one character unit of column width in Excel's standard font at 96 dpi."""

LINE_FACTOR = 1.5
"""Line pitch over font size; the widest of the fonts that stand in for 仿宋 needs 1.45."""

MAX_HEIGHT = 409.0
"""The greatest height of a row, in points (Excel's limit is 409.5)."""


def display_width(text: str) -> int:
    """Return the width in half-width characters: 1 for ASCII, 2 for all others."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def characters_a_line(column_width: float, size: float) -> int:
    """Return how many half-width characters of `size` points fit in a column of this width."""
    half_character = size * 96 / 72 / 2
    return max(2, int((column_width * PIXELS_PER_UNIT - 2) / half_character))


def line_count(text: str, room: int) -> int:
    """Return how many lines `text` takes where `room` half-width characters fit in one.

    A full line is counted one character short: a mark that may not begin a line takes the
    character before it along, and Latin words wrap as a whole.
    """
    usable = max(2, room - 2)
    if "\n" not in text:
        return _wrapped(text, usable)
    lines = text.replace("\r\n", "\n").split("\n")
    if max(map(len, lines)) * 2 <= usable:
        return len(lines)
    return sum(_wrapped(line, usable) for line in lines)


def _wrapped(line: str, usable: int) -> int:
    """Return how many lines a text without line breaks takes."""
    if len(line) * 2 <= usable:
        return 1
    return -(-display_width(line) // usable)


def text_height(text: str, column_width: float, size: float) -> float:
    """Return the height in points that shows the whole of `text`, padding included."""
    lines = line_count(text, characters_a_line(column_width, size))
    return lines * size * LINE_FACTOR + 4


def spread(height: float) -> tuple[float, ...]:
    """Divide a height over as many rows as Excel's limit asks for, equally."""
    if height <= MAX_HEIGHT:
        return (height,)
    rows = math.ceil(height / MAX_HEIGHT)
    return (height / rows,) * rows
