"""The figures of a progress text, each with the words around it that tell what it is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.text.done_passage import Passage
from toolkit.text.done_words import Words, words_of
from toolkit.text.measures import counts_things
from toolkit.text.numbers import ARABIC, SCALE, arabic_number, chinese_number
from toolkit.text.searching import searched

_ARABIC = re.compile(rf"({ARABIC})({SCALE})?")
_VAGUE = searched(
    r"(?:(?<![节签预公条契制集])约为?|(?<![附就邻靠最临])近|接近|超过?|突破|逾|不少于|不低于|至少)$"
)
_VAGUE_ENDS = frozenset("约为近超过破逾于少")
_PARTS = re.compile(r"其中|具体(?:为|是|如下)|分别[为是]?|包括|包含|含(?=[^氧水量]{0,8}\d)")
_LINK = re.compile(r"[、/]|和|及|与|以及|并(?!网)")
_LISTED = re.compile(r"^\([^()]*\)?")
"""A list behind a figure: 4处(东街、西街)."""

_FAR = 200
_MANY = 12
_COLONS = (":", "：")
_COLON = re.compile("[:：]")


class Mention(NamedTuple):
    """A figure with the words of its clause that are its own.

    A tuple, because a merge makes a hundred thousand of them and a frozen dataclass of as many
    fields takes five times as long to make.

    Attributes:
        text: The text that it stands in.
        place: Which of the text's numbers it is.
        start: Where its number begins.
        end: Behind its measure.
        left: Where its own words begin, bounded by the clause or the figure before.
        right: Where they end.
        sentence: Where its sentence begins.
        segment: Which numbered sub-answer it stands in; 0 is what comes before the first.
        before: Its own words in front of it.
        after: Its own words behind it, without a list in brackets.
        own: All words that are its own.
        said_before: The telling words in front of it.
        said_after: The telling words behind it.
    """

    text: Passage
    place: int
    start: int
    end: int
    number: float
    unit: str
    left: int
    right: int
    sentence: int
    segment: int
    before: str
    after: str
    own: str
    said_before: Words
    said_after: Words

    @property
    def in_words(self) -> bool:
        """Whether its number is written in words."""
        return not self.text.numbers[self.place]["number"][0].isdigit()

    @property
    def exact(self) -> bool:
        """Whether it is told exactly: not 约, 余, 多, 近 or 等."""
        vague = any(self.text.numbers[self.place].group("more", "odd", "after"))
        return not (vague or (self.before[-1:] in _VAGUE_ENDS and _VAGUE.search(self.before)))

    @property
    def earlier(self) -> str:
        """The sentence in front of its own words, as far as it is looked back on."""
        return self.text.text[max(self.sentence, self.left - _FAR) : self.left]

    @property
    def is_heading(self) -> bool:
        """Whether a colon follows it at once: 养老服务场所2处：."""
        return self.text.text.startswith(_COLONS, self.end)

    @property
    def rest(self) -> str:
        """The next clause of its sentence, "" where another figure or sentence comes first."""
        text, numbers = self.text.text, self.text.numbers
        if text[self.right : self.right + 1] not in ("，", ","):
            return ""
        _, end = self.text.clause(self.right + 1)
        last = self.place + 1 == len(numbers)
        return text[self.right + 1 : end] if last or end <= numbers[self.place + 1].start() else ""

    @property
    def former(self) -> "Mention | None":
        """The figure before it in the same sentence, whose verb it may share."""
        if not self.place or self.text.numbers[self.place - 1].start() < self.sentence:
            return None
        return mention_at(self.text, self.place - 1)

    @property
    def is_part(self) -> bool:
        """Whether it tells only a part of another figure: 其中, 具体为, in brackets."""
        numbers, text = self.text.numbers, self.text.text
        if not self.place or numbers[self.place - 1].start() < self.sentence:
            return False
        if _PARTS.search(text, max(self.sentence, self.start - _FAR), self.start):
            return True
        bracket = text.rfind("(", self.sentence, self.start)
        if bracket > self.sentence and ")" not in text[bracket : self.start]:
            return True
        if not _COLON.search(text, self.sentence, self.start):
            return False
        return any(
            text.startswith(_COLONS, number.end())
            for number in numbers[max(0, self.place - _MANY) : self.place]
            if number.start() >= self.sentence
        )


def mentions(text: Passage, places: list[int]) -> Iterator[Mention]:
    """Return the figures at some places in `text.numbers`, but for what is still to come."""
    for index in places:
        mention = mention_at(text, index)
        if mention and mention.start < text.ends[mention.segment]:
            yield mention


def mention_at(text: Passage, index: int) -> Mention | None:
    """Return a number of a text with its words; None if its digits are no number."""
    match = text.numbers[index]
    value = value_of(match)
    if value is None:
        return None
    start, end = match.span()
    clause, stop = text.clause(start)
    segment = text.segment(start)
    left, right = _own_span(text, index, max(clause, text.starts[segment]), stop)
    right = _within_bracket(text.text, clause, match, right)
    before, after = text.text[left:start], text.text[end:right]
    if after.startswith("("):
        after = _LISTED.sub("", after)
    return Mention(
        text,
        index,
        start,
        end,
        value,
        text.units[index],
        left,
        right,
        text.sentence_start(segment, clause),
        segment,
        before,
        after,
        f"{before} {after}",
        words_of(before),
        words_of(after),
    )


def value_of(match: re.Match[str]) -> float | None:
    """Return the value of a number in a text; None if its signs are none, or half a thing."""
    written, scale = match.group("number", "scale")
    if not scale:
        if written.isdecimal():
            return float(written)
        scale = ""
    digits = _ARABIC.fullmatch(written)
    if not digits:
        value = chinese_number(written)
        return value if value and not scale else None
    if digits[2] and scale:
        return None
    number = arabic_number(digits[1], digits[2] or scale)
    return number if number.is_integer() or not counts_things(match["unit"]) else None


def _own_span(text: Passage, index: int, left: int, right: int) -> tuple[int, int]:
    """Return how far the own words of a figure go: words between two of a clause are parted."""
    numbers = text.numbers
    match = numbers[index]
    if index and numbers[index - 1].end() > left:
        left = _parting(text.text, numbers[index - 1].end(), match.start())
    if index + 1 < len(numbers) and numbers[index + 1].start() < right:
        right = _parting(text.text, match.end(), numbers[index + 1].start())
    return left, right


def _within_bracket(text: str, clause: int, match: re.Match[str], right: int) -> int:
    """Return how far the words of a figure go that stands in a bracket with words of its own.

    What follows 小学(新建20个班、新增学位900个) is about the school; what follows 公园(6座) is about 6座.
    """
    close = text.find(")", match.end(), right)
    if close < 0:
        return right
    start = match.start()
    bracket = text.rfind("(", clause, start)
    inside = bracket >= 0 and bracket + 1 < start and ")" not in text[bracket:start]
    return close if inside else right


def _parting(text: str, start: int, end: int) -> int:
    """Return where the words between two figures of a clause part: at the last link, or at once."""
    links = [match.start() for match in _LINK.finditer(text, start, end)]
    return links[-1] if links else start
