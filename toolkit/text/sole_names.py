"""Which of many texts has a name that none of the others has, without reading them all each time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

LONG = 6
"""A name has at least so many characters."""

_PIECE = 3
_STEP = LONG - _PIECE + 1
"""Of any name at least one of the pieces that are taken at such steps lies within it."""

_MOST = 50
"""A piece that more texts have is of no name."""


@dataclass(frozen=True, slots=True)
class SoleNames:
    """Texts by their pieces.

    Attributes:
        texts: The texts.
        places: Of each piece of three characters the places of the texts that have it.
    """

    texts: Sequence[str]
    places: Mapping[str, Sequence[int]]

    def bearers(self, words: Iterable[str]) -> tuple[int, ...]:
        """Return the places of the texts with a name in one of some words, and in no other text."""
        names = {name for word in words for name in _pieces(word, LONG, 1)}
        found = map(self._with, names)
        return tuple(sorted({places[0] for places in found if len(places) == 1}))

    def _with(self, name: str) -> list[int]:
        near: set[int] = set()
        for piece in _pieces(name, _PIECE, 1):
            known = self.places.get(piece)
            if known and len(known) <= _MOST:
                near.update(known)
        return [place for place in near if name in self.texts[place]]


def sole_names(texts: Sequence[str]) -> SoleNames:
    """Return texts by their pieces."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for start in range(0, len(text) - _PIECE + 1, _STEP):
            places[text[start : start + _PIECE]].append(place)
    return SoleNames(texts, places)


def _pieces(text: str, size: int, step: int) -> Iterator[str]:
    return (text[start : start + size] for start in range(0, len(text) - size + 1, step))
