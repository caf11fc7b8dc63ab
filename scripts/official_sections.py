"""The sections of an official document in Word: upright pages, and pages that lie on their side.

GB/T 9704-2012, 7.5: a page that lies on its side has its number where the other pages have theirs,
at the lower edge of the sheet as it is bound. The head of its table stands at the binding edge of an
odd page and at the outer edge of an even one: on both the sheet is turned to the right, so its lower
edge comes to be on the left. There a text box holds the number, its text turned with the sheet: no
paragraph of a footer can stand there. Word keeps such a box in two ways, of which Word 2007 knows the
older one only (VML), so both are written, as Word itself does.
"""

from copy import deepcopy
from typing import Any

from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt, Twips
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from scripts.official_styles import LINE, PAGE_NUMBER_SIZE

TOP, RIGHT, BOTTOM, LEFT = 37, 26, 35, 28
"""Margins of an upright page in millimetres."""

DASH_BELOW = 7
"""Millimetres from the text area to the dashes of the page number."""

_WIDTH, _HEIGHT = Twips(11906), Twips(16838)
_BOX_NAMESPACES = (
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def set_page(document: DocumentObject) -> None:
    """Give the only section of a document the page of the standard, with page numbers."""
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, _HEIGHT
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    grid = section._sectPr.find(qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(LINE))
    # The dash, in the middle of its line, comes to stand 7 mm below the type area.
    section.footer_distance = Mm(BOTTOM - DASH_BELOW) - Twips(PAGE_NUMBER_SIZE // 2)
    _number_pages(section.footer.paragraphs[0], "right")
    _number_pages(section.even_page_footer.paragraphs[0], "left")


def turn_page(document: DocumentObject) -> None:
    """End the section in the last paragraph and begin one whose page lies on its side.

    A paragraph of its own, as python-docx adds it, would make an empty page after a full one.
    """
    section = _begin_section(document, _upright(document))
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _HEIGHT, _WIDTH
    section.top_margin, section.bottom_margin = Mm(LEFT), Mm(RIGHT)
    section.left_margin, section.right_margin = Mm(BOTTOM), Mm(TOP)
    for reference in section._sectPr.xpath("w:footerReference"):
        section._sectPr.remove(reference)
    for footer in (section.footer, section.even_page_footer):
        number = deepcopy(footer.paragraphs[0]._p)
        footer.is_linked_to_previous = False
        footer._element[:] = [_turned(number)]


def turn_back(document: DocumentObject) -> None:
    """End the section in the last paragraph and begin one whose page stands upright again."""
    _begin_section(document, _upright(document))


def _upright(document: DocumentObject) -> Any:
    return deepcopy(document.sections[0]._sectPr)


def _begin_section(document: DocumentObject, settings: Any) -> Section:
    """Move the settings of the last section into the last paragraph; new ones take their place."""
    last = document.element.body[-1]
    document.paragraphs[-1]._p.get_or_add_pPr().append(deepcopy(last))
    last.addprevious(settings)
    last.getparent().remove(last)
    return document.sections[-1]


def _turned(number: Any) -> Any:
    """Return a paragraph that holds nothing but a text box: a page number on the left edge.

    The box is as long as the text area is wide, and its line as far from that as on other pages.
    """
    size = Twips(PAGE_NUMBER_SIZE)
    box = (Mm(BOTTOM - DASH_BELOW) - size // 2, Mm(LEFT), size, _WIDTH - Mm(LEFT) - Mm(RIGHT))
    turned = parse_xml(
        f'<w:p {nsdecls("w")}{_BOX_NAMESPACES}><w:pPr><w:pStyle w:val="GwPageNumber"/></w:pPr>'
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{_drawing(*box)}</mc:Choice>'
        f"<mc:Fallback>{_picture(*box)}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    for content in turned.iter(qn("w:txbxContent")):
        content.append(deepcopy(number))
    return turned


def _drawing(left: int, top: int, width: int, height: int) -> str:
    """Return a text box as Word keeps it since 2010; its place is on the page, in EMU."""
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="1" behindDoc="0" locked="0" layoutInCell="0" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapNone/><wp:docPr id="1" name="页码"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        "</wps:spPr><wps:txbx><w:txbxContent/></wps:txbx>"
        '<wps:bodyPr rot="0" vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"'
        ' anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing>"
    )


def _picture(left: int, top: int, width: int, height: int) -> str:
    """Return the same text box as Word 2007 keeps it."""
    sides = ("margin-left", left), ("margin-top", top), ("width", width), ("height", height)
    place = ";".join(f"{side}:{length / Pt(1):g}pt" for side, length in sides)
    return (
        f'<w:pict><v:rect id="PageNumber" style="position:absolute;{place};z-index:1;'
        'mso-position-horizontal-relative:page;mso-position-vertical-relative:page"'
        ' filled="f" stroked="f"><v:textbox style="layout-flow:vertical" inset="0,0,0,0">'
        "<w:txbxContent/></v:textbox></v:rect></w:pict>"
    )


def _number_pages(paragraph: Paragraph, side: str) -> None:
    """Write — 1 — one character from the outer edge."""
    paragraph.style = "页码"
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:ind {nsdecls("w")} w:{side}="{PAGE_NUMBER_SIZE}"/>'))
    properties.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="{side}"/>'))
    add_run(paragraph, "— ")
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("text", "1"), ("end", "")):
        if kind == "text":
            add_run(paragraph, text)
            continue
        run = add_run(paragraph, "")
        field = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            field.set(qn("w:fldCharType"), kind)
        else:
            field.text = text
            field.set(qn("xml:space"), "preserve")
        run._r.append(field)
    add_run(paragraph, " —")


def add_run(paragraph: Paragraph, text: str) -> Run:
    """Add a run whose ambiguous characters (“” — …) count as Chinese ones."""
    run = paragraph.add_run(text)
    run._r.get_or_add_rPr().append(parse_xml(f'<w:rFonts {nsdecls("w")} w:hint="eastAsia"/>'))
    return run
