"""What stands around and between the paragraphs of an official document, as Word keeps it.

GB/T 9704-2012, 10.1: a letter has its head 30 mm below the upper edge of the paper, a red double
rule of 170 mm 4 mm below it, another one 20 mm above the lower edge, and no number on its first page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips

from scripts.official_styles import MILLIMETRE, RED, TEXT_WIDTH

_LABEL_WIDTH = 1900
_RULE_WIDTH = 170
_LEFT, _RIGHT = 28, 26
_SHEET = 210


@dataclass(frozen=True, slots=True)
class LetterHead:
    """Stands before the lines: the first page has the head of a letter where there is a mark."""


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of two columns to fill and sign: each row a label and a text.

    A row that fits on a page is never torn: what does not fit below the others goes overleaf whole.
    Word and LibreOffice tear one that is longer than a page all the same. The last row stays with
    what is signed below it.

    Attributes:
        heights: Least heights of rows in twips, by their labels.
    """

    rows: Sequence[tuple[str, str]]
    heights: Sequence[tuple[str, int]] = ()


def _twips(millimetres: float) -> int:
    return round(millimetres * MILLIMETRE)


def add_letter_head(document: Document) -> None:
    """Give the first page of a document the head and the lower rule of a letter."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header_distance = Twips(_twips(30))
    margin = (_SHEET - _RULE_WIDTH) / 2
    out = f'w:left="{_twips(margin - _LEFT)}" w:right="{_twips(margin - _RIGHT)}"'
    mark = (
        f'<w:pPr><w:pStyle w:val="GwMark"/><w:pBdr>{_double("bottom", "thickThinSmallGap", 11)}'
        f'</w:pBdr><w:spacing w:before="0" w:after="0"/><w:ind {out}/></w:pPr>'
    )
    head = section.first_page_header
    _put(
        head._element,
        _paragraph("{%p if 信函红头 %}"),
        _paragraph("{{ 信函红头 }}", mark),
        _paragraph("{%p endif %}"),
        _paragraph("", '<w:pPr><w:pStyle w:val="GwNothing"/></w:pPr>'),
    )


def add_letter_foot(document: Document, number: Any) -> None:
    """Give the first page its lower rule, or a page number where there is no head.

    Args:
        number: The paragraph of the other pages that holds the number.
    """
    rule = (
        f'<w:pPr><w:pStyle w:val="GwNothing"/><w:framePr w:w="{_twips(_RULE_WIDTH)}" w:h="20"'
        ' w:hRule="exact" w:wrap="around" w:vAnchor="page" w:hAnchor="page"'
        f' w:x="{_twips((_SHEET - _RULE_WIDTH) / 2)}" w:y="{_twips(297 - 20)}"/><w:pBdr>'
        f"{_double('top', 'thinThickSmallGap', 0)}</w:pBdr></w:pPr>"
    )
    foot = document.sections[0].first_page_footer
    _put(
        foot._element,
        _paragraph("{%p if 信函红头 %}"),
        _paragraph("", rule),
        _paragraph("{%p else %}"),
        number,
        _paragraph("{%p endif %}"),
        _paragraph("", '<w:pPr><w:pStyle w:val="GwNothing"/></w:pPr>'),
    )


def form_table(table: FormTable) -> Any:
    """Return the element of a table to fill."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    widths = (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heights = dict(table.heights)
    last = len(table.rows) - 1
    rows = "".join(
        _row(label, text, widths, heights.get(label, 500), n == last)
        for n, (label, text) in enumerate(table.rows)
    )
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(label: str, text: str, widths: tuple[int, int], height: int, kept: bool) -> str:
    keep = "<w:keepNext/>" if kept else ""
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{align}</w:pPr>{_run(words)}</w:p></w:tc>'
        for width, style, align, words in (
            (widths[0], "GwFormLabel", '<w:jc w:val="center"/>', label),
            (widths[1], "GwFormText", "", text),
        )
    )
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
        f"{''.join(cells)}</w:tr>"
    )


def _double(side: str, kind: str, space: int) -> str:
    return f'<w:{side} w:val="{kind}" w:sz="24" w:space="{space}" w:color="{RED}"/>'


def _run(text: str) -> str:
    if not text:
        return ""
    return (
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def _paragraph(text: str, properties: str = "") -> Any:
    return parse_xml(f"<w:p {nsdecls('w')}>{properties}{_run(text)}</w:p>")


def _put(element: Any, *paragraphs: Any) -> None:
    element[:] = list(paragraphs)
