"""Lists that run on inside a paragraph: …：一是…；二是…；三是…, or 1.…;2.…;3.…"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.model.document import Paragraph
from toolkit.text.ordinals import number_of

_MARKS = (
    re.compile(r"(?:(?<=[：:。；;，,！!])|^)\s*(?P<n>[一二三四五六七八九十]{1,3})是"),
    re.compile(r"(?:(?<=[：:。；;，,！!])|^)\s*(?P<n>\d{1,2})[.．、](?!\d)"),
    re.compile(r"(?:(?<=[：:。；;，,！!])|^)\s*[（(](?P<n>[一二三四五六七八九十\d]{1,3})[)）]"),
)
_LEAST = 3

_Cut = tuple[int, int]
"""A paragraph's position and where in it an item begins."""


def split_inline(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return a text whose running lists stand one item a line.

    Only a whole series from one on counts; the text is unchanged when there is none.
    """
    cuts: set[_Cut] = set()
    for mark in _MARKS:
        cuts.update(_series(paragraphs, mark))
    pieces = [piece for n, p in enumerate(paragraphs) for piece in _pieces(p, n, cuts)]
    return tuple(replace(piece, line=number) for number, piece in enumerate(pieces, 1))


def _series(paragraphs: Sequence[Paragraph], mark: re.Pattern[str]) -> Iterator[_Cut]:
    found: list[_Cut] = []
    for position, paragraph in enumerate(paragraphs):
        for match in mark.finditer(paragraph.text):
            number = number_of(match["n"])
            if number == 1:
                yield from found if len(found) >= _LEAST else ()
                found = []
            if number == len(found) + 1:
                found.append((position, match.start()))
    yield from found if len(found) >= _LEAST else ()


def _pieces(paragraph: Paragraph, position: int, cuts: set[_Cut]) -> Iterator[Paragraph]:
    places = sorted({0, *(start for number, start in cuts if number == position)})
    for start, end in zip(places, [*places[1:], len(paragraph.text)], strict=True):
        text = paragraph.text[start:end]
        if text.strip():
            yield replace(paragraph, text=text)
