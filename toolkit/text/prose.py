"""What a unit wrote in a cell, made fit to stand in a sentence of an official document.

Only line breaks, blanks, invisible characters and doubled, leading or trailing punctuation change;
the words stay whole.
"""

import re

from toolkit.text.searching import searched

_LINE_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_BLANK = searched(r"(?<=[^!-~\s])\s+|\s+(?=[^!-~\s])")
_DOUBLED = re.compile(r"[。；：，、;:,]{2,}")
_AFTER_MARK = re.compile(r"(?<=[！？…])[。；：，、;:,]+")
_STRENGTH = "。；;：:，,、"
_LEADING = "。；;：:，,、"
_TRAILING = "。．.；;：:，,、"
_JOINS_NEXT = tuple("。．.；;：:，,、！？!?…（(“‘《〈【「『—-")
_JOINS_PREVIOUS = tuple("。；;：:，,、！？!?…）)”’》〉】」』—")
_COMPLETE = re.compile(r"[！？!?…][”’」』）)]*$|。[”’」』）)]+$")


def name_text(text: str) -> str:
    """Return a name or title on one line, without a mark at its end.

    A line break inside a name comes from a narrow table column, so its lines are joined.
    """
    return _tidy("".join(_lines(text)))


def clause(text: str) -> str:
    """Return a unit's text on one line without a mark at its end; "" stays "".

    Lines that end without a mark are separate points in a cell: ；comes between them.
    """
    joined = ""
    for line in _lines(text):
        seamless = joined.endswith(_JOINS_NEXT) or line.startswith(_JOINS_PREVIOUS)
        joined += line if seamless or not joined else f"；{line}"
    return _tidy(joined)


def sentence(text: str) -> str:
    """Return a unit's text on one line with exactly one mark at its end; "" stays ""."""
    words = clause(text)
    return words if not words or _COMPLETE.search(words) else f"{words}。"


def _lines(text: str) -> list[str]:
    lines = (line.strip() for line in _LINE_BREAK.split(_INVISIBLE.sub("", text)))
    return [line for line in lines if line]


def _tidy(line: str) -> str:
    line = " ".join(_BLANK.sub("", line).split())
    line = _AFTER_MARK.sub("", _DOUBLED.sub(_strongest, line))
    return line.lstrip(f"{_LEADING} ").rstrip(f"{_TRAILING} ")


def _strongest(marks: re.Match[str]) -> str:
    return min(marks[0], key=_STRENGTH.index)


def shortened(text: str, most: int = 60) -> str:
    """Return a text as a message quotes it: cut where it is long."""
    return text if len(text) <= most else f"{text[:most]}……"
