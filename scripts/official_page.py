"""The page of an official document in Word: GB/T 9704-2012 as python-docx builds it.

Measured in LibreOffice: exact 579 twips a line and characters 0.25 pt closer give the standard's
22 lines of 28 characters between margins of 37, 28, 35 and 26 mm. `overflowPunct` says what Word
does anyway; LibreOffice 7.4 takes it the other way round, which is wanted: in justified text it
loses the marks that it hangs into the margin.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from scripts.official_parts import (
    FormTable,
    LetterHead,
    add_letter_foot,
    add_letter_head,
    form_table,
)
from scripts.official_sections import add_run, set_page, turn_back, turn_page
from scripts.official_styles import (
    BODY_FONT,
    IMPRINT_FRAME,
    LEVEL_1_FONT,
    LEVEL_2_FONT,
    LINE,
    OTHER_STYLES,
    PAGE_NUMBER_FONT,
    STYLES,
    TITLE_FONT,
    Style,
)
from toolkit.files.word import document_bytes

MADE = datetime(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a document: its style's id and text; `lead` is set in 楷体 before it."""

    style: str
    text: str
    lead: str = ""
    keep: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Landscape:
    """Stands between two lines: from here on the pages lie on their side."""


@dataclass(frozen=True, slots=True)
class Upright:
    """Stands between two lines: from here on the pages stand upright again.

    Where nothing follows, the filled document ends without such a page.
    """


Piece = Line | Landscape | Upright | LetterHead | FormTable
"""What a document is made of, from its start to its end."""


def build(title: str, author: str, lines: Sequence[Piece]) -> bytes:
    """Return a template or a document: its page, styles, page numbers and paragraphs."""
    document = Document()
    _strip(document)
    used = set().union(*map(_styles_of, lines))
    styles = (*STYLES, *(style for style in OTHER_STYLES if style.key in used))
    _set_styles(document, styles)
    _set_settings(document)
    set_page(document)
    names = {style.key: style.name for style in styles}
    for line in lines:
        _place(document, line, names)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, author, ""
    properties.language = "zh-CN"
    return document_bytes(document, MADE)


def _styles_of(part: Piece) -> set[str]:
    """Return the ids of the styles that a part needs."""
    if isinstance(part, Line):
        return {part.style}
    if isinstance(part, FormTable):
        return {"GwFormLabel", "GwFormText"}
    return {"GwMark", "GwNothing"} if isinstance(part, LetterHead) else set()


def _place(document: DocumentObject, part: Piece, names: Mapping[str, str]) -> None:
    if isinstance(part, Landscape):
        turn_page(document)
    elif isinstance(part, Upright):
        turn_back(document)
    elif isinstance(part, LetterHead):
        add_letter_head(document)
        add_letter_foot(document, deepcopy(document.sections[0].footer.paragraphs[0]._p))
    elif isinstance(part, FormTable):
        document.element.body.insert_element_before(form_table(part), "w:sectPr")
    else:
        _add(document, part, names[part.style])


def _strip(document: DocumentObject) -> None:
    """Take out what python-docx's own template brings along: theme, Latin styles, thumbnail."""
    kept = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS}
    for rels, wanted in (
        (document.part.rels, kept),
        (
            document.part.package.rels,
            {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES},
        ),
    ):
        for key in [key for key, rel in rels.items() if rel.reltype not in wanted]:
            del rels[key]
    fonts = "".join(
        f'<w:font w:name="{name}"><w:charset w:val="86"/><w:family w:val="{family}"/></w:font>'
        for name, family in (
            (BODY_FONT, "modern"),
            (TITLE_FONT, "roman"),
            (LEVEL_1_FONT, "modern"),
            (LEVEL_2_FONT, "modern"),
            (PAGE_NUMBER_FONT, "auto"),
        )
    )
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:fonts {nsdecls("w")}>{fonts}</w:fonts>'
    part = Part(
        PackURI("/word/fontTable.xml"),
        CONTENT_TYPE.WML_FONT_TABLE,
        xml.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _fonts(name: str) -> str:
    """Return the font for every script: quotes, dashes and digits too are set in it."""
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}"'
        f' w:cs="{name}"/>'
    )


def _colour(style: Style) -> str:
    return f'<w:color w:val="{style.colour}"/>' if style.colour else ""


def _set_styles(document: DocumentObject, styles: Iterable[Style]) -> None:
    paragraphs = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.key}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr><w:rPr>{_fonts(style.font)}"
        f"{_colour(style)}"
        f'<w:spacing w:val="{style.spacing}"/><w:sz w:val="{style.size}"/>'
        f'<w:szCs w:val="{style.size}"/></w:rPr></w:style>'
        for style in styles
    )
    xml = (
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(BODY_FONT)}"
        '<w:color w:val="000000"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/>'
        f'<w:autoSpaceDN w:val="0"/><w:spacing w:line="{LINE}" w:lineRule="exact"/>'
        '<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="-5"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="GwLead">'
        f'<w:name w:val="二级标题"/><w:qFormat/><w:rPr>{_fonts(LEVEL_2_FONT)}</w:rPr></w:style>'
        f"{paragraphs}</w:styles>"
    )
    _replace_children(document.styles.element, xml)


def _set_settings(document: DocumentObject) -> None:
    uri = "http://schemas.microsoft.com/office/word"
    _replace_children(
        document.settings.element,
        f"<w:settings {nsdecls('w')}><w:evenAndOddHeaders/>"
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting'
        f' w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
    )


def _replace_children(element: Any, xml: str) -> None:
    element[:] = list(parse_xml(xml))


def _add(document: DocumentObject, line: Line, style: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = line.keep or None
    paragraph.paragraph_format.page_break_before = line.new_page or None
    paragraph.style = style
    if line.style == "GwImprint":
        frame = parse_xml(IMPRINT_FRAME.replace("<w:framePr", f"<w:framePr {nsdecls('w')}"))
        paragraph._p.get_or_add_pPr().append(frame)
    if line.lead:
        add_run(paragraph, line.lead).style = "二级标题"
    add_run(paragraph, line.text)
