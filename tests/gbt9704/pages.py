"""What the printed pages show: measured in the PDF that LibreOffice makes of a document."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.gbt9704.checks import Deviation

POINT = 25.4 / 72
"""Millimetres."""

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
)
_TOLERANCE = 1.5


@dataclass(frozen=True, slots=True)
class Word:
    """Characters that stand together; all measures in millimetres from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        """Half way between its upper and lower edge."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def is_wide(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height

    @property
    def as_bound(self) -> "Page":
        """The page as it is bound: one that lies on its side turned to the left."""
        if not self.is_wide:
            return self
        turned = (
            Word(word.top, self.width - word.right, word.bottom, self.width - word.left, word.text)
            for word in self.words
        )
        return Page(self.number, self.height, self.width, tuple(turned))

    @property
    def below(self) -> list[Word]:
        """The words below the text area of the page as it is bound, from left to right."""
        page = self.as_bound
        found = [word for word in page.words if word.middle > page.height - 35 + 1]
        return sorted(found, key=lambda word: word.left)


def read_pages(pdf: Path) -> list[Page]:
    """Return the pages of a PDF with the places of their words."""
    shown = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    return [
        Page(number, float(width) * POINT, float(height) * POINT, _words(content))
        for number, (width, height, content) in enumerate(_PAGE.findall(shown), 1)
    ]


def _words(content: str) -> tuple[Word, ...]:
    return tuple(
        Word(
            float(left) * POINT,
            float(top) * POINT,
            float(right) * POINT,
            float(bottom) * POINT,
            text,
        )
        for left, top, right, bottom, text in _WORD.findall(content)
    )


def page_deviations(pdf: Path) -> list[Deviation]:
    """Return what the pages of a document deviate in."""
    pages = read_pages(pdf)
    return [
        Deviation(name, f"第{page.number}页{what}")
        for page in pages
        for name, check in (
            ("paper", _paper),
            ("area", _area),
            ("lines", _lines),
            ("number", _number),
        )
        for what in check(page)
    ]


def _paper(page: Page) -> Iterator[str]:
    if sorted((round(page.width), round(page.height))) != [210, 297]:
        yield f"不是 A4：{page.width:.0f}×{page.height:.0f}"


def _edges(page: Page) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the text area; a wide page is turned to the right."""
    if page.is_wide:
        return 35, 28, page.width - 37, page.height - 26
    return 28, 37, page.width - 26, page.height - 35


def _inside(page: Page) -> list[Word]:
    """Return the words of the text: not the page number, not the head of a letter."""
    left, top, _, bottom = _edges(page)
    words = [w for w in page.words if w.right > left] if page.is_wide else page.words
    return [w for w in words if top - 1 < w.middle < bottom + 1]


def _area(page: Page) -> Iterator[str]:
    left, top, right, bottom = _edges(page)
    for word in _inside(page):
        if word.left < left - _TOLERANCE or word.right > right + _TOLERANCE:
            yield f"的“{word.text[:20]}”出了版心左右边缘"
    outside = [w for w in page.words if not top - 1 < w.middle < bottom + 1]
    for word in outside:
        above = word.middle < top and not (page.number == 1 and word.bottom > 30)
        if page.is_wide or above or word.middle > bottom + 12:
            yield f"的“{word.text[:20]}”出了版心上下边缘"


def _lines(page: Page) -> Iterator[str]:
    if page.is_wide:
        return
    middles = sorted({round(word.middle, 1) for word in _inside(page)})
    lines = 1 + sum(after - before > 3 for before, after in pairwise(middles))
    if lines > 22:
        yield f"有 {lines} 行"


def _number(page: Page) -> Iterator[str]:
    """The dash stands 7 mm below the text area, one character of 4号 from the outer edge.

    So it does on a page that lies on its side, as the sheet is bound.
    """
    left, right, bottom = 28, 210 - 26, 297 - 35
    found = page.below
    text = "".join(word.text for word in found)
    if not found:
        if page.number > 1:
            yield "没有页码"
        return
    if text != f"—{page.number}—":
        yield f"的页码是“{text}”"
    if abs(found[0].middle - (bottom + 7)) > _TOLERANCE:
        yield f"的页码距版心下边缘 {found[0].middle - bottom:.1f} 毫米"
    character = 14 * POINT
    odd = page.number % 2 == 1
    gap = right - found[-1].right if odd else found[0].left - left
    if abs(gap - character) > _TOLERANCE:
        yield f"的页码距{'右' if odd else '左'}边缘 {gap:.1f} 毫米"
