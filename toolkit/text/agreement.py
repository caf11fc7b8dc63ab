"""Whether two texts on one item promise the same quantities.

Two figures are compared only where they plainly count the same thing. A number that the other text
says anywhere, or that is the sum of some of its numbers, is no difference; what cannot be compared
is passed over.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from toolkit.text.figures import Comparator, find_figures
from toolkit.text.likeness import likeness
from toolkit.text.measures import counts_things
from toolkit.text.numbers import flatten
from toolkit.text.quantities import Quantity, find_targets

_ALIKE = 0.6
_PHRASES_ALIKE = 0.7
_MOST_PARTS = 10
_SMALL = 20
"""Smaller numbers are easily the sum of others by chance, so those have to count the same thing."""

_DIGITS = re.compile(r"[\d.,]+[万亿]?")
_SENTENCE_END = re.compile(r"[。；;!！?？\n]")
_PART = re.compile(r"其中|包括|包含|首批|[一二三]期|目前|截至|已(?:完成|建成|开工)|每")
_MEASURES = {"场次": "场", "千米": "公里", "km": "公里", "平米": "平方米", "㎡": "平方米"}
_FORCE = {
    Comparator.EQUAL: "正好",
    Comparator.REACH: "正好",
    Comparator.RAISE: "正好",
    Comparator.LOWER: "正好",
    Comparator.AT_LEAST: "以上",
    Comparator.MORE: "以上",
    Comparator.ABOUT: "大约",
    Comparator.AT_MOST: "以内",
}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two phrases that count the same thing differently.

    Attributes:
        first: The phrase of the first text, blanks left out.
        second: The other text's.
        other: Which of the other texts it stands in, counted from 0.
    """

    first: str
    second: str
    other: int


@dataclass(frozen=True, slots=True)
class _Said:
    """A target, which of the texts holds it, and whether it only tells a part of a whole."""

    quantity: Quantity
    text: int
    part: bool

    @property
    def phrase(self) -> str:
        return "".join(self.quantity.original.split())


def differing_numbers(texts: Sequence[str], others: Sequence[str]) -> tuple[Disagreement, ...]:
    """Return where texts and others on the same work count the same thing and differ.

    Args:
        texts: What is said in one place: a headline, a paragraph.
        others: What is said in another: the sub-items, the rows of a table.
    """
    return tuple(_differing(_said(texts), _said(others), _numbers(texts), _numbers(others)))


def differing_force(texts: Sequence[str], others: Sequence[str]) -> tuple[Disagreement, ...]:
    """Return where both say the same number, but one of them means it as a least or about."""
    return tuple(_forced(_said(texts), _said(others)))


def _differing(
    first: Sequence[_Said],
    second: Sequence[_Said],
    numbers: frozenset[tuple[float, str]],
    others: frozenset[tuple[float, str]],
) -> Iterator[Disagreement]:
    lone = [s for s in first if not s.part and not _told(s, others, second)]
    strange = [s for s in second if not s.part and not _told(s, numbers, first)]
    for said in lone:
        alike = [other for other in strange if _same_thing(said.quantity, other.quantity)]
        if len(alike) != 1:
            yield from _other_sum(said, alike)
            continue
        back = [other for other in lone if _same_thing(other.quantity, alike[0].quantity)]
        if len(back) == 1:
            yield Disagreement(said.phrase, alike[0].phrase, alike[0].text)


def _other_sum(said: _Said, parts: Sequence[_Said]) -> Iterator[Disagreement]:
    """Yield a whole whose parts, one in each of several texts, do not add up to it."""
    own = said.quantity.subject
    if len(parts) != len({part.text for part in parts}) or len(parts) < 2 or not own:
        return
    if all(_same_end(own, part.quantity.subject) for part in parts):
        total = f"{sum(part.quantity.number for part in parts):g}"
        phrases = "”“".join(part.phrase for part in parts)
        yield Disagreement(said.phrase, f"{phrases}”相加的“{total}", parts[0].text)


def _told(said: _Said, numbers: frozenset[tuple[float, str]], others: Sequence[_Said]) -> bool:
    """Tell whether other texts say a number as well, or numbers that add up to it."""
    quantity = said.quantity
    if (quantity.number, _kind(quantity.unit)) in numbers:
        return True
    kind, small = _kind(quantity.unit), quantity.number < _SMALL
    parts = [
        other.quantity.number
        for other in others
        if _kind(other.quantity.unit) == kind
        and (not small or _same_thing(quantity, other.quantity))
    ]
    if len(parts) > _MOST_PARTS:
        return True
    return any(
        round(sum(some), 4) == quantity.number
        for count in range(2, len(parts) + 1)
        for some in combinations(parts, count)
    )


def _forced(first: Sequence[_Said], second: Sequence[_Said]) -> Iterator[Disagreement]:
    for said in first:
        same = [other for other in second if _same_number(said.quantity, other.quantity)]
        force = _FORCE.get(said.quantity.comparator)
        if same and all(_FORCE.get(other.quantity.comparator) != force for other in same):
            yield Disagreement(said.phrase, same[0].phrase, same[0].text)


def _same_number(one: Quantity, other: Quantity) -> bool:
    return one.number == other.number and _same_thing(one, other)


def _same_thing(one: Quantity, other: Quantity) -> bool:
    """Tell whether two targets plainly count the same thing in the same measure."""
    if Comparator.FULL in (one.comparator, other.comparator):
        return False
    if _MEASURES.get(one.unit, one.unit) != _MEASURES.get(other.unit, other.unit):
        return False
    first, second = one.subject, other.subject
    if _same_end(first, second):
        return True
    if first and second and likeness(first, second) >= _ALIKE:
        return True
    return likeness(_DIGITS.sub("#", one.original), _DIGITS.sub("#", other.original)) >= (
        _PHRASES_ALIKE
    )


def _same_end(one: str, other: str) -> bool:
    """Tell whether one subject is the other with more words before it: 学位, 公办小学学位."""
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


def _kind(unit: str) -> str:
    """Return what a measure has in common with those that may replace it: 个 and 处."""
    return "个" if counts_things(unit) else unit


def _said(texts: Iterable[str]) -> tuple[_Said, ...]:
    return tuple(
        _Said(quantity, number, _is_part(text, quantity))
        for number, text in enumerate(texts)
        for quantity in _targets(text)
    )


@lru_cache(maxsize=4096)
def _targets(text: str) -> tuple[Quantity, ...]:
    return find_targets(text)


def _is_part(text: str, quantity: Quantity) -> bool:
    sentence = _SENTENCE_END.split(text[: quantity.end])[-1]
    return _PART.search("".join(sentence.split())) is not None


def _numbers(texts: Iterable[str]) -> frozenset[tuple[float, str]]:
    """Return every number with a measure, whatever it is there for."""
    return frozenset(
        (figure.number, _kind(figure.unit))
        for text in texts
        for figure in find_figures(flatten(text).text)
    )
