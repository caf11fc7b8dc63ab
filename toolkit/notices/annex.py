"""The annex as a notice's end names it (附件：…), and the title that stands above the annex itself."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from toolkit.model.document import Paragraph
from toolkit.model.stated import Stated
from toolkit.text.clean import match_key
from toolkit.text.likeness import likeness, title_key

_REFERENCE = re.compile(r"^\s*附\s*[件表]?\s*\d{0,2}\s*[:：]\s*(?P<title>\S.*)$", re.DOTALL)
_FURTHER = re.compile(r"^\s*\d{1,2}\s*[.．、]\s*(?P<title>\S.*)$", re.DOTALL)
_OWN_NUMBER = re.compile(r"^\d{1,2}\s*[.．、]\s*")
_NO_TITLE = re.compile(
    r"附[件表录]?\d{0,2}|.*20\d\d年\d{0,2}月\d{0,2}日|[(]?此件.*|.*[:：]|单位[:：].*"
    r"|填[报表].*[:：].*"
)
_SIGNATURE = re.compile(r".*(?:人民政府|管委会|管理委员会|办公室|办公厅|委员会|街道办事处)")
_END = "。；;，, "
_LEAST_ALIKE = 0.5
_LONGEST = 60
_MOST_LINES = 3


def annex_reference(lines: Sequence[Paragraph], heading: Sequence[str]) -> Stated | None:
    """Return the annex that a notice's end names; of several the one that is the list's.

    Args:
        lines: The notice's paragraphs.
        heading: The lines right above its list.
    """
    found = annex_references(lines)
    if not found:
        return None
    titles = [title_key(text) for text in _joined(heading)] or [""]
    return max(found, key=lambda stated: max(_closeness(title_key(stated.text), t) for t in titles))


def annex_title(
    lines: Sequence[Paragraph], heading: Sequence[str], reference: Stated
) -> Stated | None:
    """Return the title above the list that the reference means; None when none is like it.

    A title may break into several lines; so may the reference.
    """
    known = {title_key(reference.text)} | {title_key(text) for text in _continued(lines, reference)}
    usable = [text.strip() for text in heading if _may_be_title(text)]
    same = next((text for text in _joined(usable) if title_key(text) in known), None)
    if same is not None:
        return Stated(reference.text, _place(lines, same))
    unsigned = [text for text in usable if not _SIGNATURE.fullmatch(match_key(text))]
    close = max(
        ((_alike(text, reference.text), text) for text in _joined(unsigned)), default=(0.0, "")
    )
    return Stated(close[1], _place(lines, close[1])) if close[0] >= _LEAST_ALIKE else None


def _alike(title: str, reference: str) -> float:
    return likeness(title_key(title), title_key(reference)) if len(title) <= _LONGEST else 0.0


def _closeness(one: str, other: str) -> float:
    return 2.0 if one == other else likeness(one, other)


def annex_references(lines: Sequence[Paragraph]) -> tuple[Stated, ...]:
    """Return every annex that a notice names at its end."""
    return tuple(_references(lines))


def _references(lines: Sequence[Paragraph]) -> Iterable[Stated]:
    inside = False
    for line in lines:
        match = _REFERENCE.match(line.text) or (_FURTHER.match(line.text) if inside else None)
        inside = match is not None
        if match:
            title = _OWN_NUMBER.sub("", match["title"]).strip(_END)
            yield Stated(title, line.place)


def _continued(lines: Sequence[Paragraph], reference: Stated) -> Iterable[str]:
    """Yield the reference with the line after it, which may be its second half."""
    for line, following in pairwise(lines):
        if line.place == reference.place and line.text.strip(_END).endswith(reference.text):
            yield reference.text + following.text.strip(_END)


def _may_be_title(text: str) -> bool:
    key = match_key(text)
    return bool(key) and not _NO_TITLE.fullmatch(key) and not _REFERENCE.match(text)


def _joined(texts: Sequence[str]) -> list[str]:
    """Return the lines, and the neighbouring ones together."""
    return [
        "".join(text.strip() for text in texts[start:end])
        for start in range(len(texts))
        for end in range(start + 1, min(len(texts), start + _MOST_LINES) + 1)
    ]


def _place(lines: Sequence[Paragraph], title: str) -> str:
    return next(
        (
            line.place
            for line in reversed(lines)
            if line.text.strip() and title.startswith(line.text.strip())
        ),
        "",
    )
