"""What of a filled document depends on its texts: signature, date, red head, and where it ends.

A template asks for it by its styles.
"""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from toolkit.text.layout import display_width

if TYPE_CHECKING:
    from docx.document import Document

SIGNATURE_STYLE = "署名"
DATE_STYLE = "成文日期"
MARK_STYLE = "发文机关标志"
IMPRINT_STYLE = "版记"

_HALF_CHARACTER = 157.5
"""Twips of half a character: 16 pt less 0.25 pt, as the templates space their characters."""

_MARK_WIDTH = 8400
"""Twips that a red head may take: a little less than the 156 mm of the text area."""

_IMPRINT_ROOM = 60
"""Half characters of 14 pt on a line of 156 mm, less some for fonts whose digits are wider."""

_LARGEST_MARK, _SMALLEST_MARK = 60, 36
"""Points: no larger than the head of a higher office (22 mm); longer names are set narrower."""


def place_signature(document: "Document") -> None:
    """Indent signature and date from the right as GB/T 9704-2012, 7.3.5.2 asks without a seal.

    The name stands two characters from the right edge and the date's first character two to the
    right of the name's; a date that is longer stands two from the edge, and the name gives way.
    A template asks for it by its styles 署名 and 成文日期, one right after the other.
    """
    for name, day in pairwise(document.paragraphs):
        if (_style(name), _style(day)) == (SIGNATURE_STYLE, DATE_STYLE):
            indents = _signature_indents(display_width(name.text), display_width(day.text))
            for paragraph, halves in zip((name, day), indents, strict=True):
                _indent_right(paragraph, halves)


def _signature_indents(name: int, day: int) -> tuple[int, int]:
    """Return the right indents of name and date; all widths in half characters."""
    return (4, name - day) if name >= day else (day - name + 8, 4)


def _indent_right(paragraph: Any, halves: int) -> None:
    from docx.shared import Twips

    paragraph.paragraph_format.right_indent = Twips(round(halves * _HALF_CHARACTER))


def fit_marks(document: "Document") -> None:
    """Make each red head (发文机关标志) as large as one line holds it, in body and first header."""
    headers = [section.first_page_header for section in document.sections]
    held = [p for header in headers if not header.is_linked_to_previous for p in header.paragraphs]
    for paragraph in (*document.paragraphs, *held):
        if _style(paragraph) == MARK_STYLE and paragraph.text.strip():
            _fit(paragraph, *_mark_size(paragraph.text.strip()))


def _mark_size(text: str) -> tuple[int, int]:
    """Return the size of a red head in points, and the width of its characters in hundredths."""
    fitting = 2 * _MARK_WIDTH // (20 * max(1, display_width(text)))
    points = max(_SMALLEST_MARK, min(_LARGEST_MARK, fitting))
    return points, min(100, 100 * fitting // points)


def _fit(paragraph: Any, points: int, width: int) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.line_spacing = Pt(points)
    _narrow(paragraph, width)
    for run in paragraph.runs:
        run.font.size = Pt(points)


def _narrow(paragraph: Any, width: int) -> None:
    """Set the width of characters, in hundredths of their own."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    for run in paragraph.runs:
        if width < 100:
            properties = run._r.get_or_add_rPr()
            # The schema has a place for each of them.
            after = properties.xpath("./w:kern | ./w:position | ./w:sz | ./w:szCs")
            place = properties.index(after[0]) if after else len(properties)
            properties.insert(place, parse_xml(f'<w:w {nsdecls("w")} w:val="{width}"/>'))


def fit_imprints(document: "Document") -> None:
    """Narrow the letters of an imprint (版记) that would not stand on its one line."""
    for paragraph in document.paragraphs:
        if _style(paragraph) == IMPRINT_STYLE and paragraph.text.strip():
            # One character keeps issuer and date apart.
            width = display_width(paragraph.text.replace("\t", "　"))
            _narrow(paragraph, min(100, 100 * _IMPRINT_ROOM // width))


def drop_empty_ending(document: "Document") -> None:
    """Take away a last section in which nothing stands; the one before it becomes the last.

    A template ends in a page for the imprint (版记), which only a document with a red head has.
    """
    from docx.oxml.ns import qn

    body = document.element.body
    ends = body.xpath("./w:p[w:pPr/w:sectPr]")
    if not ends:
        return
    after = list(ends[-1].itersiblings())[:-1]
    if any(part.tag != qn("w:p") or _shows(part) for part in after):
        return
    settings = ends[-1].pPr.find(qn("w:sectPr"))
    body.replace(body[-1], settings)
    for part in after:
        body.remove(part)


def _shows(paragraph: Any) -> bool:
    """Tell whether a paragraph has a text, a picture or a page of its own."""
    return bool(
        "".join(paragraph.itertext()).strip()
        or paragraph.xpath(".//w:drawing | .//w:pict | .//w:object | .//w:br[@w:type='page']")
    )


def _style(paragraph: Any) -> str:
    return str(paragraph.style.name) if paragraph.style is not None else ""
