"""Marks in an .xlsx part of something that calamine would not tell: found at next to no cost.

Every return is searched, so single rare characters are looked for first: a search for one byte
runs ten times faster than one for a word.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_FIRST, _LAST = b"<sheetData", b"</sheetData"
_UNCOMPUTED = re.compile(rb"(?:</f>|<f\b[^>]*/>)\s*(?:</c>|<v\s*/>|<v>\s*</v>)")
_ESCAPED = re.compile(rb"_x[0-9A-Fa-f]{4}_")
_ENCODING = re.compile(rb"""^<\?xml[^>]*\bencoding=["']([\w.-]+)["']""")
_USUAL = b'<?xml version="1.0" encoding="UTF-8"'
_AS_UTF_8 = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


@dataclass(frozen=True, slots=True)
class Marks:
    """What was seen in the parts of a package.

    Attributes:
        sheets: Parts with faults, formulas without values, hidden rows or odd dates.
        escaped: Whether texts hold escapes such as `_x000D_`.
        recode: Whether a part is in another encoding than UTF-8.
        far: Worksheets with cells so far away that calamine would take all of the memory.
        contents: What the parts of a small package hold, by their names.
    """

    sheets: tuple[str, ...] = ()
    escaped: bool = False
    recode: bool = False
    far: tuple[str, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)


def is_marked(sheet: bytes) -> bool:
    """Tell whether a worksheet has to be looked into once more."""
    start = sheet.find(_FIRST)
    end = sheet.rfind(_LAST)
    if start < 0 or (sheet.find(b"'", start, end) >= 0 and b"='" in sheet):
        return True  # names with prefixes, or quoted in an unusual way: too odd for a quick look
    if end < 0:
        return False
    return (
        _shows(sheet, b"#", start, end)  # a fault: <v>#N/A</v>
        or _shows(sheet, b"-", start, end)  # below zero, perhaps in a date's format
        or _shows(sheet, b"N", start, end)  # NaN
        or (sheet.find(b"f", start, end) >= 0 and bool(_UNCOMPUTED.search(sheet, start, end)))
        or sheet.rfind(b' hidden="', start, end) >= 0
    )


def _shows(sheet: bytes, char: bytes, start: int, end: int) -> bool:
    """Tell whether the value of a cell begins with a character."""
    place = sheet.find(char, start, end)
    return place >= 0 and sheet.find(b"<v>" + char, place - 3, end) >= 0


def is_escaped(part: bytes) -> bool:
    """Tell whether texts hold escapes that calamine turns into control characters."""
    reference, line = part.find(b"&"), part.find(b"_")  # most sheets have the first in the footer
    return (reference >= 0 and part.find(b"&#", reference) >= 0) or (
        line >= 0 and _ESCAPED.search(part, line) is not None
    )


def is_recoded(part: bytes) -> bool:
    """Tell whether a part is in another encoding than calamine reads."""
    if part.startswith(_USUAL):
        return False
    if part.startswith(_UTF_16):
        return True
    declared = _ENCODING.match(part[:200])
    return declared is not None and declared[1].lower() not in _AS_UTF_8
