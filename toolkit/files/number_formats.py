"""How Excel shows a number or a date in a format (ECMA-376 part 1, 18.8.31), as offices use them.

Percentages, decimals, thousands, currency signs and words such as 0"处"; years, months and days in
figures. Times of day, names of months and days, fractions, scientific notation, Chinese numerals,
conditions and the forms that negative numbers have of their own are left alone: None says that the
value itself has to do.
"""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
}
"""The formats that a file names by number only, the dates as zh-cn has them (18.8.30).

14 is missing: it is whatever the computer's own settings say.
"""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<sign>[^\]-]*)[^\]]*\]'
    r"|\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+)\]"
    r"|(?P<digits>[0#?][0#?,.]*)|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
_MOST = 1e15
"""Numbers from here on lose digits, and Excel shows them otherwise."""

_MOST_PLACES = 10
_DATE_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$-(?:0*804|0*409)\]'
    r"|(?P<part>y+|m+|d+)|(?P<plain>[-/. 年月日])|(?P<unknown>.)",
    re.DOTALL | re.IGNORECASE,
)
"""Locales other than those of China and the United States may count years otherwise."""

_DATE_PARTS = {
    "yyyy": "{0.year}",
    "yy": "{1:02}",
    "m": "{0.month}",
    "mm": "{0.month:02}",
    "d": "{0.day}",
    "dd": "{0.day:02}",
}
_LITERALS = "¥￥$€£+-() %:‰、，"


def shown(number: float, code: str) -> str | None:
    """Return a number as a cell of this format shows it; None where that cannot be told."""
    section = _section(code)
    if section is None or not abs(number) < _MOST or (number <= 0 and ";" in code):
        return None
    before, pattern, after, times = section
    value = Decimal(repr(number)) * times
    return f"{'-' if value < 0 else ''}{before}{_digits(abs(value), pattern)}{after}"


def shown_date(day: date, code: str) -> str | None:
    """Return a date as a cell of this format shows it; None where that cannot be told."""
    pieces = _date_pieces(code.split(";", 1)[0])
    return "".join(pieces).format(day, day.year % 100) if pieces else None


@lru_cache(maxsize=256)
def _date_pieces(section: str) -> tuple[str, ...]:
    """Return what a date is to be put into, () where a part of the format is not understood."""
    pieces: list[str] = []
    for match in _DATE_TOKEN.finditer(section):
        part = _DATE_PARTS.get((match["part"] or "").lower())
        if match["unknown"] or (match["part"] and part is None):
            return ()
        literal = match["quoted"] or match["escaped"] or match["plain"] or ""
        pieces.append(part or literal.replace("{", "{{").replace("}", "}}"))
    return tuple(pieces) if any(piece in _DATE_PARTS.values() for piece in pieces) else ()


@lru_cache(maxsize=256)
def _section(code: str) -> tuple[str, str, str, int] | None:
    """Return what a format shows before its digits, the digits, what after, and the factor."""
    before, pattern, after, times = "", "", "", 1
    for match in _TOKEN.finditer(code.split(";", 1)[0]):
        literal = match["quoted"] or match["escaped"] or match["sign"] or ""
        if match["digits"]:
            if pattern:
                return None
            pattern = match["digits"]
            continue
        if match["plain"]:
            if match["plain"] not in _LITERALS and not "一" <= match["plain"] <= "鿿":
                return None
            literal = match["plain"]
            times *= 100 if literal == "%" else 1
        if pattern:
            after += literal
        else:
            before += literal
    whole, _, places = pattern.partition(".")
    if "0" not in whole or whole.endswith(",") or places.strip("0#?") or len(places) > _MOST_PLACES:
        return None
    return before, pattern, after, times


def _digits(value: Decimal, pattern: str) -> str:
    whole, _, places = pattern.replace("?", "#").partition(".")
    rounded = value.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    least = whole.count("0") + (len(places) + 1 if places else 0)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}".zfill(least)
    needed = len(places.rstrip("#"))
    while places and len(text) - text.index(".") - 1 > needed and text.endswith("0"):
        text = text[:-1]
    return text.rstrip(".")
