"""Marks of numbered lists inside a text: 1、 1. 1） （1） ① 一、 （一） 一是, and what only looks like one.

10.5公里, 1、2号楼, 7、8月 and 一、二、三级 are no marks.
"""

import re
from collections.abc import Iterator
from enum import Enum, StrEnum
from typing import NamedTuple

from toolkit.text.ordinals import number_of
from toolkit.text.searching import searched


class Mark(StrEnum):
    """How a list numbers its answers; the value shows the style with the number one."""

    COMMA = "1、"
    DOT = "1."
    HALF_BRACKET = "1）"
    BRACKETED = "（1）"
    CIRCLED = "①"
    NUMERAL = "一、"
    BRACKETED_NUMERAL = "（一）"
    SPOKEN = "一是"


class Place(Enum):
    """Where a mark stands."""

    SENTENCE = "where a sentence begins"
    INSIDE = "behind a comma or a blank"


class ListMark(NamedTuple):
    """What can be a mark: its style and number, where it begins and ends, how it stands.

    A tuple, because texts have many and a frozen dataclass takes four times as long to make.

    Attributes:
        strong: Whether a sentence begins with it, and what follows makes it no part of a number.
    """

    mark: Mark
    number: int
    start: int
    end: int
    place: Place
    strong: bool


_HAN = "[一二三四五六七八九十]{1,3}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MARK = searched(
    rf"(?P<digits>\d{{1,2}}[、.．)）])|(?P<circled>[{_CIRCLED}])"
    rf"|[(（][ ]?(?:(?P<inner>\d{{1,2}})|(?P<inner_han>{_HAN}))[ ]?[)）]"
    rf"|(?P<han>{_HAN}[、是])"
)
_BY_SIGN = {
    "、": Mark.COMMA,
    ".": Mark.DOT,
    "．": Mark.DOT,
    ")": Mark.HALF_BRACKET,
    "）": Mark.HALF_BRACKET,
}
_MAY_HAVE = re.compile(rf"[{_CIRCLED}\d十一](?:(?<=[{_CIRCLED}])|[、.．)）]|(?<=一)是)")
_MARK_ENDS = re.compile(
    rf"[{_CIRCLED}、.．)）是](?:(?<=[{_CIRCLED}])|(?<=[\d一二三四五六七八九十 ].))"
)
_MARK_BEGINS = re.compile(
    rf"[\d{_CIRCLED}(（一二三四五六七八九十](?:(?<=[{_CIRCLED}])|(?<![^\W_].)"
    r"(?:(?=\d?[、.．)）])|(?<=[(（])(?=[ ]?[\d一二三四五六七八九十])"
    r"|(?=[一二三四五六七八九十]{0,2}[、是])))"
)
"""The first character of a mark; but for ①, none stands right behind a word."""

_ONE_OF_MANY = re.compile(rf"{_HAN}[、级期类批年季月标楼号区中院到至]|[一二三四五六七八九十]$")
"""What follows the mark of 一、二、三级."""

_OF_BUILDINGS = re.compile(r"(\d{1,3})(?:[、和及-]\d{1,3})*(?:号|#|栋|幢|楼|标|层|组|、)")
_OF_MONTHS = re.compile(r"(\d{1,2})(?:月|日|季|期|年级)")
"""What follows the mark of 1、2号楼 and, one higher, of 7、8月."""

_SENTENCE_ENDS = "。；;！!？?：:】\n"
_PAUSES = "，,、"
_BLANKS = " \t\r\u3000\xa0"


def may_be_list(text: str) -> bool:
    """Tell whether two places of a text may be marks; so quickly that most texts cost no more."""
    return len(_MARK_ENDS.findall(text)) > 1 and len(_MARK_BEGINS.findall(text)) > 1


def list_marks(text: str) -> tuple[ListMark, ...]:
    """Return all that can be a mark, in its order; whether it is one, its list decides."""
    if not _MAY_HAVE.search(text):
        return ()
    return tuple(_settled(tuple(_candidates(text))))


def _settled(candidates: tuple[ListMark, ...]) -> Iterator[ListMark]:
    """Yield the candidates; a doubtful one is strong when its neighbour is numbered next to it."""
    for mark in candidates:
        doubtful = mark.place is Place.SENTENCE and not mark.strong
        yield mark._replace(strong=True) if doubtful and _has_neighbour(mark, candidates) else mark


def _has_neighbour(mark: ListMark, candidates: tuple[ListMark, ...]) -> bool:
    return any(
        other.mark is mark.mark
        and other.place is Place.SENTENCE
        and other.number - mark.number == (1 if other.start > mark.start else -1)
        for other in candidates
        if other is not mark
    )


def _candidates(text: str) -> Iterator[ListMark]:
    for match in _MARK.finditer(text):
        start = match.start()
        mark, number = _read(match)
        starts = start == 0 or text[start - 1] in _SENTENCE_ENDS
        place = Place.SENTENCE if starts else _place(text, start)
        rest = text[match.end() : match.end() + 12]
        decimal = mark is Mark.DOT and rest[:1].isdecimal()
        if not number or place is None or (decimal and not begins_line(text, start)):
            continue
        strong = place is Place.SENTENCE and not (decimal or _counts_on(mark, number, rest))
        yield ListMark(mark, number, start, match.end(), place, strong)


def _counts_on(mark: Mark, number: int, rest: str) -> bool:
    """Tell whether what follows a mark makes it the first of several numbers."""
    if mark is Mark.NUMERAL:
        return _ONE_OF_MANY.match(rest) is not None
    if mark is not Mark.COMMA:
        return False
    if not rest[:1].isdecimal():
        return False
    month = _OF_MONTHS.match(rest)
    return bool(_OF_BUILDINGS.match(rest)) or (month is not None and int(month[1]) == number + 1)


def _place(text: str, start: int) -> Place | None:
    """Return where a mark stands, None where none can."""
    last = _last_before(text, start)
    if last < 0 or text[last] in _SENTENCE_ENDS:
        return Place.SENTENCE
    loose = text[last] in _PAUSES or last < start - 1 or text[start] in _CIRCLED
    return Place.INSIDE if loose or not text[last].isalnum() else None


def begins_line(text: str, start: int) -> bool:
    """Tell whether only blanks stand before a place in its line."""
    last = _last_before(text, start)
    return last < 0 or text[last] == "\n"


def _last_before(text: str, start: int) -> int:
    """Return the place of the last character before a place that is no blank, -1 for none."""
    place = start - 1
    while place >= 0 and text[place] in _BLANKS:
        place -= 1
    return place


def _read(match: re.Match[str]) -> tuple[Mark, int]:
    """Return the style and the number of what can be a mark."""
    written = match[0]
    match match.lastgroup:
        case "digits":
            return _BY_SIGN[written[-1]], int(written[:-1])
        case "circled":
            return Mark.CIRCLED, _CIRCLED.index(written) + 1
        case "han":
            spoken = written[-1] == "是"
            return Mark.SPOKEN if spoken else Mark.NUMERAL, number_of(written[:-1])
        case "inner":
            return Mark.BRACKETED, number_of(match["inner"])
        case _:
            return Mark.BRACKETED_NUMERAL, number_of(match["inner_han"])
