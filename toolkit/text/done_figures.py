"""The figures of a progress text, each with the words around it that tell what it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.text.done_passage import Passage
from toolkit.text.done_words import Words, words_of
from toolkit.text.numbers import ARABIC, SCALE, arabic_number, chinese_number

_ARABIC = re.compile(rf"({ARABIC})({SCALE})?")
_VAGUE = re.compile(
    r"(?:(?<![节签预公条契制集])约为?|(?<![附就邻靠最临])近|接近|超过?|突破|逾|不少于|不低于|至少)$"
)
_PARTS = re.compile(r"其中|具体(?:为|是|如下)|分别[为是]?|包括|包含|含(?=[^氧水量]{0,8}\d)")
_LINK = re.compile(r"[、/]|和|及|与|以及|并(?!网)")
_COLONS = (":", "：")


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure with the words of its clause that are its own.

    Attributes:
        text: The text that it stands in.
        index: Which of the text's numbers it is.
        start: Where its number begins.
        end: Behind its measure.
        left: Where its own words begin, bounded by the clause or the figure before.
        right: Where they end.
        sentence: Where its sentence begins.
        segment: Which numbered sub-answer it stands in; 0 is what comes before the first.
        before: Its own words in front of it.
        after: Its own words behind it.
        said_before: The telling words in front of it.
        said_after: The telling words behind it.
    """

    text: Passage
    index: int
    start: int
    end: int
    number: float
    unit: str
    exact: bool
    in_words: bool
    left: int
    right: int
    sentence: int
    segment: int
    before: str
    after: str
    said_before: Words
    said_after: Words

    @property
    def own(self) -> str:
        """All words that are its own."""
        return f"{self.before} {self.after}"

    @property
    def earlier(self) -> str:
        """The sentence in front of its own words."""
        return self.text.text[self.sentence : self.left]

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
        last = self.index + 1 == len(numbers)
        return text[self.right + 1 : end] if last or end <= numbers[self.index + 1].start() else ""

    @property
    def former(self) -> "Mention | None":
        """The figure before it in the same sentence, whose verb it may share."""
        if not self.index or self.text.numbers[self.index - 1].start() < self.sentence:
            return None
        return mention_at(self.text, self.index - 1)

    @property
    def is_part(self) -> bool:
        """Whether it tells only a part of another figure: 其中, 具体为, in brackets."""
        numbers, text = self.text.numbers, self.text.text
        if not self.index or numbers[self.index - 1].start() < self.sentence:
            return False
        if _PARTS.search(text, self.sentence, self.start):
            return True
        bracket = text.rfind("(", self.sentence, self.start)
        if bracket > self.sentence and ")" not in text[bracket : self.start]:
            return True
        return any(
            text.startswith(_COLONS, number.end())
            for number in numbers[: self.index]
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
    left, right = _own_span(text, index)
    start, end = match.span()
    before, after = text.text[left:start], text.text[end:right]
    vague = match["more"] or match["odd"] or match["after"]
    return Mention(
        text=text,
        index=index,
        start=start,
        end=end,
        number=value,
        unit=match["unit"],
        exact=not (vague or _VAGUE.search(before)),
        in_words=not match["number"][0].isdigit(),
        left=left,
        right=right,
        sentence=text.sentence_start(start, text.clause(start)[0]),
        segment=text.segment(start),
        before=before,
        after=after,
        said_before=words_of(before),
        said_after=words_of(after),
    )


def value_of(match: re.Match[str]) -> float | None:
    """Return the value of a number in a text, None if its signs are none."""
    written, scale = match["number"], match["scale"] or ""
    digits = _ARABIC.fullmatch(written)
    if digits:
        twice = digits[2] and scale
        return None if twice else arabic_number(digits[1], digits[2] or scale)
    value = chinese_number(written)
    return value if value and not scale else None


def _own_span(text: Passage, index: int) -> tuple[int, int]:
    """Return how far the own words of a figure go: words between two of a clause are parted."""
    numbers = text.numbers
    match = numbers[index]
    left, right = text.clause(match.start())[0], text.clause(match.end())[1]
    left = max(left, text.starts[text.segment(match.start())])
    if index and numbers[index - 1].end() > left:
        left = _parting(text.text, numbers[index - 1].end(), match.start())
    if index + 1 < len(numbers) and numbers[index + 1].start() < right:
        right = _parting(text.text, match.end(), numbers[index + 1].start())
    return left, right


def _parting(text: str, start: int, end: int) -> int:
    """Return where the words between two figures of a clause part: at the last link, or at once."""
    links = [match.start() for match in _LINK.finditer(text, start, end)]
    return links[-1] if links else start
