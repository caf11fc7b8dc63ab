"""A progress text made ready to be read: its sub-answers, its clauses, its numbers."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from toolkit.text.done_words import WORKING, later_part, turns_later
from toolkit.text.measures import UNIT
from toolkit.text.searching import searched

_NUMERALS = "零〇一二两三四五六七八九十百"
_NUMBER = re.compile(
    rf"(?P<number>[\d{_NUMERALS}千](?<![\d{_NUMERALS}千][\d{_NUMERALS}千])"
    rf"(?:[\d,.{_NUMERALS}万亿]"
    rf"|千(?![瓦伏米克卡])){{0,20}}+)(?P<more>[余多来])?(?P<scale>[万亿])?(?P<odd>[余多来])?"
    rf"(?P<unit>{UNIT}|%)(?P<after>(?:及|含|或)?以[上内下]|左右|上下|等(?!级))?"
)
_BEFORE_NO_COUNT = frozenset('第每均/№Oo.．-~—至到、前“"《额出廿卅=×*·') | frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)
_NO_COUNT = searched(
    r"(?:第|每|平均|人均|户均|№|N[oO]\.?|[\d%][-~至到—、./]|前|超额|超出|[廿卅=×*·]"
    r"|(?<![A-Za-z])[A-Za-z]|[“\"《])$"
)
_MAY_GO_ON = frozenset("/每·至到~-")
_RANGE_OR_RATE = re.compile(r"[/每·]|[至到~-]\d")
_ONE = re.compile(rf"(?:{WORKING})(?:了)?$")
_ODD = re.compile(
    "[０-９．－～–—−／ \t\r\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
"""What `passage` changes: full-width digits and signs, and all blanks but line breaks."""
_WIDE_MARKS = (("（", "("), ("）", ")"), ("％", "%"))
_NARROW = str.maketrans("０１２３４５６７８９．－～–—−／", "0123456789.-~---/")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_BOUNDARY = re.compile(r"[，。；;！!？?：\n,:]")
_IN_NUMBER = re.compile(r"(?<=\d)[,:](?=\d)")
_MARK = (
    r"(?:\d{1,2}(?:[、)）]|[.．](?!\d))|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}、"
    r"|\([一二三四五六七八九十]{1,2}\)"
    r"|[一二三四五六七八九]是)"
)
_FIRST_MARK = re.compile(_MARK)
_LATER_MARK = re.compile(rf"[\n。；;：:！，]{_MARK}")
_SENTENCE_SIGNS = "。；;！!？?\n"


class Passage(NamedTuple):
    """A progress text made ready to be read.

    Attributes:
        text: Without blanks, digits and brackets half-width; line breaks stay.
        places: Where each of its characters stands in the original; None when in the same place.
        starts: Where the numbered sub-answers begin; the first is what stands before them all.
        ends: Where each of them ends, or turns to what comes next (下一步).
        boundaries: Where its clauses end.
        numbers: Its numbers with a measure, but for ordinals, rates, ranges and 一 in sayings.
        units: Their measures.
    """

    text: str
    places: tuple[int, ...] | None
    starts: list[int]
    ends: list[int]
    boundaries: list[int]
    numbers: list[re.Match[str]]
    units: list[str]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of the original text that a part of `text` comes from."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1

    def segment(self, place: int) -> int:
        """Return which sub-answer a place belongs to, 0 before the first."""
        return bisect_right(self.starts, place) - 1

    def clause(self, place: int) -> tuple[int, int]:
        """Return where the clause around a place begins and ends."""
        number = bisect_left(self.boundaries, place)
        return self.boundaries[number - 1] + 1, self.boundaries[number]

    def sentence_start(self, segment: int, clause: int) -> int:
        """Return where the sentence around a clause begins, at most with its sub-answer."""
        begin = self.starts[segment]
        number = bisect_left(self.boundaries, clause - 1)
        while clause > begin and self.text[clause - 1] not in _SENTENCE_SIGNS:
            number -= 1
            clause = self.boundaries[number] + 1
        return max(begin, clause)


@lru_cache(maxsize=128)
def passage(text: str) -> Passage:
    """Make a progress text ready to be read: several readers ask for those of a return."""
    for wide, narrow in _WIDE_MARKS:
        text = text.replace(wide, narrow)
    places = None
    if _ODD.search(text):
        text, places = _without_blanks(text)
    first = _FIRST_MARK.match(text)
    starts = [0, first.end()] if first else [0]
    starts += [match.end() for match in _LATER_MARK.finditer(text)]
    ends = [*starts[1:], len(text)]
    if "下" in text and turns_later(text):
        ends = list(map(later_part, repeat(text), starts, ends))
    numbers = [match for match in _NUMBER.finditer(text) if _is_count(text, match, starts)]
    boundaries = _boundaries(text) if numbers else [-1, len(text)]
    units = [match["unit"] for match in numbers]
    return Passage(text, places, starts, ends, boundaries, numbers, units)


def _boundaries(text: str) -> list[int]:
    found = [match.start() for match in _BOUNDARY.finditer(text)]
    if "," in text or ":" in text:
        found = [place for place in found if not _IN_NUMBER.match(text, place)]
    return [-1, *found, len(text)]


def _is_count(text: str, match: re.Match[str], starts: list[int]) -> bool:
    start, end = match.span()
    if start and text[start - 1] in _BEFORE_NO_COUNT:
        floor = starts[bisect_right(starts, start) - 1]
        if _NO_COUNT.search(text, max(floor, start - 3), start):
            return False
    lone = text[start] == "一" and match["number"] == "一"
    if lone and not _ONE.search(text, max(0, start - 3), start):
        return False
    return text[end : end + 1] not in _MAY_GO_ON or not _RANGE_OR_RATE.match(text, end)


def _between(text: str, place: int) -> str:
    """Return what stands for a blank between digits: 3 812 may be one number, so it is none."""
    return "·" if _THOUSANDS.match(text, place + 1) else "\n"


def _without_blanks(text: str) -> tuple[str, tuple[int, ...]]:
    """Take the blanks out; one that parts two numbers ends the clause, or spoils both."""
    kept: list[int] = []
    signs: list[str] = []
    for place, sign in enumerate(text.translate(_NARROW)):
        blank = sign != "\n" and sign.isspace()
        if blank and not (
            text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
        ):
            continue
        kept.append(place)
        signs.append(_between(text, place) if blank else sign)
    return "".join(signs), tuple(kept)
