"""Numbers as official texts write them: 1,200, 1.65万, 三十, 一百二十, 百分之九十五."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10**4, "亿": 10**8}
_SCALES = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}

ARABIC = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
"""A number in Arabic digits."""

SCALE = r"(?:[百千]万|万亿|[百万亿]|千(?![瓦伏米克卡]))"
"""What may follow Arabic digits: 35万. 千瓦 and 千米 are measures, no thousands."""

_NUMERALS = f"[{''.join(_DIGITS)}十百千万亿]"
CHINESE = rf"(?<!{_NUMERALS}){_NUMERALS}{{1,12}}"
"""What may be a number in Chinese characters; `chinese_number` decides."""

_WIDE = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), 0xFF05, 0xFF08, 0xFF09)}
    | {"．": ".", "－": "-", "～": "~", "–": "-", "—": "-", "−": "-", "／": "/"}
)
_WIDE_SIGN = re.compile(f"[{re.escape(''.join(map(chr, _WIDE)))}]")
_SPACE = re.compile(r"\s")
_MARKER = (
    r"(?:[(（]?\d{1,2}[)）.．、]|[①-⑳]|[(（]?[一二三四五六七八九十]{1,3}[)）、]"
    r"|第[一二三四五六七八九十]+[件项])"
)
_BREAK = re.compile(rf"[\n。；;：:!！](?:(?<=\n)\s*(?=[-•·*\s]*{_MARKER})|(?<!\n)\s*\n\s*)")
"""Where a line ends that the next one does not go on; what ends a sentence before it is included."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A text on which words that a table or a PDF tore apart are whole again.

    Attributes:
        text: Without blanks and line breaks, but for the breaks before list markers; digits,
            brackets and dashes half-width.
        places: Where each of its characters stands in the original.
    """

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of the original text that a non-empty part of `text` comes from."""
        return self.places[start], self.places[end - 1] + 1


def flatten(text: str) -> Flat:
    """Take the blanks out of a text and remember where everything stood."""
    if not _SPACE.search(text):
        return Flat(_narrow(text), tuple(range(len(text))))
    breaks = {match.start() + match[0].index("\n") for match in _BREAK.finditer(text)}
    places = tuple(
        place for place, sign in enumerate(text) if place in breaks or not sign.isspace()
    )
    return Flat(_narrow("".join([text[place] for place in places])), places)


def flat_text(text: str) -> str:
    """Return the text of `flatten` alone, for those who do not ask where it stood."""
    if "\n" not in text:
        return _narrow("".join(text.split()))
    breaks = [match.start() + match[0].index("\n") for match in _BREAK.finditer(text)]
    pieces = (text[start:end] for start, end in pairwise((0, *breaks, len(text))))
    return _narrow("\n".join(["".join(piece.split()) for piece in pieces]))


def _narrow(text: str) -> str:
    return text.translate(_WIDE) if _WIDE_SIGN.search(text) else text


def arabic_number(digits: str, scale: str = "") -> float:
    """Return the value of Arabic digits and the 万 or 亿 after them, exactly as far as it goes."""
    return float(Decimal(digits.replace(",", "")).scaleb(_SCALES.get(scale, 0)))


def chinese_number(numeral: str) -> float | None:
    """Return the value of a Chinese numeral; None when the characters are no number.

    三五 (three to five), 一二三, 十月 and "" are none; 百 alone is 100, as in 百余.
    """
    if not numeral:
        return None
    total = section = 0
    digit: int | None = None
    for sign in numeral:
        if sign in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[sign]
        elif sign in _TENS:
            section += (1 if digit is None else digit) * _TENS[sign]
            digit = None
        elif sign in _GREAT:
            total = _raised(total, section + (digit or 0), sign)
            section, digit = 0, None
        else:
            return None
    return float(total + section + (digit or 0))


def _raised(total: int, section: int, sign: str) -> int:
    """亿 multiplies all that was read so far, 万 only what follows the last 亿."""
    if sign == "亿":
        return (total + section or 1) * _GREAT[sign]
    return total + (section or 1) * _GREAT[sign]
