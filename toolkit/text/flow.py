"""Lines that a narrow column or a page's margin broke, put together again."""

import re
from collections.abc import Iterable

from toolkit.text.searching import searched

_ENDED = re.compile(r"[。！？；;:：!?…][”’」』）)】〕\]]*$|[）)】〕\]]$")
_GAP = re.compile(r"(?<=[^!-~\s])[^\S\n]+|[^\S\n]+(?=[^!-~\s])")
_LIST_MARK = searched(
    r"\s*(?:[①-⑳❶-❿㈠-㈩⑴-⒇⒈-⒛]|[（(]\s*[\d一二三四五六七八九十]{1,3}\s*[)）]"
    r"|\d{1,2}\s*[.．、](?!\d)"
    r"|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[件项])"
)


def ended(line: str) -> bool:
    """Tell whether a line ends a sentence or a bracket, so that the next one begins anew."""
    return bool(_ENDED.search(line.rstrip()))


def starts_item(line: str) -> bool:
    """Tell whether a line begins with a number of a list: 1. (一) ① 第一件."""
    return bool(_LIST_MARK.match(line))


def joined(lines: Iterable[str]) -> str:
    """Return lines as one, without a blank where Chinese characters meet."""
    text = ""
    for line in lines:
        piece = line.strip()
        latin = text[-1:].isascii() and piece[:1].isascii() and text and piece
        text += f" {piece}" if latin else piece
    return without_gaps(text)


def without_gaps(text: str) -> str:
    """Return a text without the blanks that typesetting puts beside Chinese characters."""
    return _GAP.sub("", text).strip()


def paragraphs(lines: Iterable[str]) -> tuple[str, ...]:
    """Return broken lines as whole paragraphs.

    A line that ends without a mark goes on in the next one, unless that begins with a number.
    """
    whole: list[list[str]] = []
    for line in filter(str.strip, lines):
        goes_on = whole and not ended(whole[-1][-1]) and not starts_item(line)
        if goes_on:
            whole[-1].append(line)
        else:
            whole.append([line])
    return tuple(joined(part) for part in whole)
