"""What openpyxl can edit in good time: it does so in the program itself, with nobody to end it.

It makes an object of every cell of a merged range and of a range with a link, so that one element
of forty bytes takes all memory, and reads about a megabyte of cells a second.
"""

import re
from collections.abc import Iterator

from toolkit.errors import UnreadableFileError
from toolkit.files.zip_parts import damage_named, unpacked, zip_parts
from toolkit.model.refs import column_number

MAX_SIZE = 8 * 2**20
"""Bytes of XML; a large form has a tenth of it."""

MAX_PARTS = 500
MAX_RANGES = 20_000
MAX_AREA = 200_000
"""Cells of all ranges together; a merged row of the greatest width has 16,384."""

_RANGE = re.compile(
    rb"""<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref=["']"""
    rb"""\$?([A-Za-z]{1,3})\$?(\d{1,9}):\$?([A-Za-z]{1,3})\$?(\d{1,9})["']"""
)


def can_be_edited(data: bytes) -> bool:
    """Tell whether an .xlsx package is small enough to be edited by openpyxl.

    Args:
        data: The package; a file that is none cannot be edited either.
    """
    try:
        parts = [part for part in zip_parts(data) if part.filename.lower().endswith(".xml")]
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_SIZE:
            return False
        with damage_named():
            areas = [area for part in parts for area in _areas(unpacked(data, part))]
    except UnreadableFileError:
        return False
    return len(areas) <= MAX_RANGES and sum(areas) <= MAX_AREA


def _areas(part: bytes) -> Iterator[int]:
    """Yield how many cells each merged range and each range with a link has."""
    for match in _RANGE.finditer(part):
        width = abs(column_number(match[3].decode()) - column_number(match[1].decode())) + 1
        yield width * (abs(int(match[4]) - int(match[2])) + 1)
