"""The numbers at the start of a line: 一、 (一) 1. (1) ① 第一件 实事一: 一是 and their like."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from toolkit.text.ordinals import HAN, number_of

_ENCLOSED = (
    ("①", 20, "①"),
    ("㉑", 15, "①"),
    ("❶", 10, "①"),
    ("⑴", 20, "(1)"),
    ("⒈", 20, "1."),
    ("㈠", 10, "(一)"),
)
_BULLET = re.compile(r"^\s*(?:[-–—•·●○■□◆◇★☆▪▶►*]\s+|[•●■◆★▪▶►]\s*)?")


class Style(StrEnum):
    """How a line is numbered. The values are what people would call it."""

    PIECE = "第一件"
    THING = "实事一"
    HAN = "一、"
    HAN_BRACKET = "(一)"
    HAN_IS = "一是"
    NUMBER = "1."
    NUMBER_HALF = "1)"
    NUMBER_BRACKET = "(1)"
    CIRCLE = "①"
    NUMBER_BARE = "1 "
    HAN_BARE = "一"


WEAK_STYLES = frozenset((Style.NUMBER_BARE, Style.HAN_BARE, Style.HAN_IS))
"""Styles that ordinary text can look like; only a whole series of them counts."""

MINOR_STYLES = frozenset((Style.NUMBER_HALF, Style.NUMBER_BRACKET, Style.CIRCLE))
"""Styles that number the parts of one item."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A number at the start of a line.

    Attributes:
        number: Its value.
        label: As written, without the marks that separate it from the text.
        rest: The text after it.
    """

    style: Style
    number: int
    label: str
    rest: str


_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (
        Style.PIECE,
        re.compile(rf"(?P<label>第\s*(?P<n>{HAN}|\d{{1,3}})\s*[件项类批])\s*[:：、.．，,]?\s*"),
    ),
    (
        Style.THING,
        re.compile(
            rf"(?P<label>(?:民生)?(?:实事|项目|工程|任务)\s*(?P<n>{HAN}|\d{{1,3}}))\s*[:：、.．]\s*"
        ),
    ),
    (Style.HAN_BRACKET, re.compile(rf"[（(]\s*(?P<label>(?P<n>{HAN}))\s*[)）]\s*[、.．]?\s*")),
    (Style.HAN_IS, re.compile(rf"(?P<label>(?P<n>{HAN}))是\s*")),
    (Style.HAN, re.compile(rf"(?P<label>(?P<n>{HAN}))\s*[、.．，,]\s*")),
    (Style.NUMBER_BRACKET, re.compile(r"[（(]\s*(?P<label>(?P<n>\d{1,3}))\s*[)）]\s*[、.．]?\s*")),
    (Style.NUMBER_HALF, re.compile(r"(?P<label>(?P<n>\d{1,3}))\s*[)）]\s*")),
    (
        Style.NUMBER,
        re.compile(r"(?P<label>(?P<n>1\d{3}|\d{1,3}))\s*[.．、]\s*(?!\d(?!\d{3}年))"),
    ),
    (Style.CIRCLE, re.compile(r"(?P<label>①(?P<n>\d{1,2}))\s*")),
    (Style.NUMBER_BARE, re.compile(r"(?P<label>(?P<n>\d{1,2}))\s+(?=[一-鿿“《])")),
    (
        Style.HAN_BARE,
        re.compile(
            rf"(?P<label>(?P<n>{HAN}))\s*(?=[一-鿿]{{2,12}}$)(?![件项个是户人所处条类批家座名场次年月日级])"
        ),
    ),
)


def marker_of(line: str) -> Marker | None:
    """Return the number at the start of a line, None when there is none."""
    text = _spelled_out(without_bullet(line))
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            label = match["label"].replace(" ", "")
            if style is Style.CIRCLE:
                label = match["n"]
            return Marker(style, number_of(match["n"]), label, text[match.end() :].strip())
    return None


def without_bullet(line: str) -> str:
    """Return a line without the blanks and the bullet before its text."""
    return line[_end(_BULLET.match(line)) :].rstrip()


def true_series(markers: Sequence[Marker | None]) -> list[Marker | None]:
    """Take out weak markers that belong to no series of at least three from one on."""
    kept = list(markers)
    for style in WEAK_STYLES:
        places = [n for n, marker in enumerate(markers) if marker and marker.style is style]
        believed = _series(places, lambda place: _number(markers[place]))
        for place in places:
            if place not in believed:
                kept[place] = None
    return kept


def _series(places: Sequence[int], number: Callable[[int], int]) -> set[int]:
    believed: set[int] = set()
    current: list[int] = []
    for place in places:
        expected = number(current[-1]) + 1 if current else 1
        if number(place) == expected:
            current.append(place)
        elif number(place) == 1:
            believed.update(current if len(current) > 2 else ())
            current = [place]
    return believed | set(current if len(current) > 2 else ())


def _number(marker: Marker | None) -> int:
    return marker.number if marker else 0


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _spelled_out(text: str) -> str:
    """Write a leading enclosed number with ordinary characters: ㈠ as (一), ⒈ as 1., ① as ①1."""
    if not text:
        return text
    for first, count, form in _ENCLOSED:
        offset = ord(text[0]) - ord(first)
        if 0 <= offset < count:
            value = offset + (21 if first == "㉑" else 1)
            return _enclosed(form, value) + text[1:]
    return text


def _enclosed(form: str, value: int) -> str:
    if form == "①":
        return f"①{value} "
    if form == "(一)":
        return f"({'一二三四五六七八九十'[value - 1]})"
    return form.replace("1", str(value))
