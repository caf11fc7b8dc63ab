"""How much room a text takes in a printed cell.

Excel and WPS do not fit the height of merged or protected rows to their text, and LibreOffice does
not when a file is opened without a screen, so the toolkit computes it. A Chinese character is as
wide as two half-width ones.
"""

import math
import re

PIXELS_PER_UNIT = 7.0
"""Pixels of one character unit of column width in Excel's standard font at 96 dpi."""

_LEAST_PIXELS = 6.6
"""What LibreOffice makes of such a unit: half of 宋体's 10 points, where Excel rounds up to 7."""

LINE_FACTOR = 1.5
"""Line pitch over font size; the widest of the fonts that stand in for 仿宋 needs 1.45."""

MAX_HEIGHT = 409.0
"""The greatest height of a row, in points (Excel's limit is 409.5)."""

_RUN = re.compile(r"([!-~]+%(?:、[!-~]+)+|[!-~]{6,})")
"""What programs do not break where they could: 80%、70%、60%, a path, a long number."""

_SHORTEST_RUN = 6
_MOST_WASTED = 12
"""Half-width characters that stay empty before a run in a Chinese text; few have more than one."""


def display_width(text: str) -> int:
    """Return the width in half-width characters: 1 for ASCII, 2 for all others."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def characters_a_line(column_width: float, size: float) -> int:
    """Return how many half-width characters of `size` points fit in a column of this width."""
    half_character = size * 96 / 72 / 2
    return max(2, int((column_width * _LEAST_PIXELS - 2) / half_character))


def one_line_width(text: str) -> float:
    """Return how wide a column is that holds a text of 10.5 points on one line, in every program."""
    return display_width(text) * PIXELS_PER_UNIT / _LEAST_PIXELS


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
    width = display_width(line)
    count = -(-width // usable)
    narrow = 2 * len(line) - width
    if narrow < _SHORTEST_RUN or (narrow * 2 < len(line) and count * usable - width > _MOST_WASTED):
        return count
    return count if _RUN.search(line) is None else _wrapped_around(line, usable)


def _wrapped_around(line: str, usable: int) -> int:
    """Return how many lines a text takes that has runs which begin a line where they do not fit."""
    lines, used = 1, 0
    for place, piece in enumerate(_RUN.split(line)):
        width = display_width(piece)
        if place % 2 and width > usable:  # a path is broken behind its slashes
            width = width * 4 // 3
        if place % 2 and used and used + width > usable:
            lines, used = lines + 1, 0
        further = max(0, -(-(used + width) // usable) - 1)
        lines, used = lines + further, used + width - further * usable
    return lines


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
