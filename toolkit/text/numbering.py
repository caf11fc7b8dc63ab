"""Numbers of lists in the style in which a list has them: 1, 第一件, 一、, (一)."""

import re

from toolkit.text.numerals import heading_numeral
from toolkit.text.searching import searched

_NUMERAL = re.compile(r"\d+|[一二三四五六七八九十]+")
_PREFIX = searched(
    r"\s*(?:[（(]?[一二三四五六七八九十]+[）)]?[、.．]?|第[一二三四五六七八九十]+[件项][:：、]?)"
)


def numbered_like(sample: str, number: int) -> str:
    """Return a number in the style of another one; plain digits where that holds no number."""
    match = _NUMERAL.search(sample)
    if match is None:
        return str(number)
    written = str(number) if match[0].isdecimal() else heading_numeral(number)
    return sample[: match.start()] + written + sample[match.end() :]


def heading_prefix(heading: str) -> str:
    """Return the number that a heading begins with, such as 一、 of 一、助老项目; "" for none."""
    match = _PREFIX.match(heading)
    if match is None or not re.search("[、.．）)件项]", match[0]):
        return ""
    return match[0]
