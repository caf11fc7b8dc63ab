"""A notice in Word: automatic numbers, merged cells, and text that python-docx leaves out."""

import io
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from toolkit.errors import UnreadableFileError
from toolkit.files.notice_word import read_word
from toolkit.model.document import Document
from toolkit.model.sheets import Range

FORMS = (
    ("chineseCounting", "%1、", "一、"),
    ("chineseCountingThousand", "（%1）", "（一）"),
    ("japaneseCounting", "第%1件 ", "第一件 "),
    ("decimal", "%1.", "1."),
    ("decimalZero", "%1.", "01."),
    ("decimalEnclosedCircle", "%1", "①"),
    ("upperLetter", "%1.", "A."),
    ("bullet", "•", ""),
)


def _saved(document: Any) -> Document:
    stream = io.BytesIO()
    document.save(stream)
    return read_word(stream.getvalue(), "a.docx")


def _numbered(document: Any, levels: tuple[tuple[str, str], ...]) -> None:
    """Add a list with these forms and texts of its levels, as list 77."""
    nodes = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{nodes}</w:abstractNum>'
    )
    root.insert(0, abstract)
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )


def _in_list(paragraph: Any, level: int = 0) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
        )
    )


@pytest.mark.parametrize(("form", "text", "shown"), FORMS)
def test_automatic_numbers(form: str, text: str, shown: str) -> None:
    """They stand before the text as Word shows them."""
    document = docx.Document()
    _numbered(document, ((form, text),))
    _in_list(document.add_paragraph("建设学校"))

    assert _saved(document).paragraphs[0].text == f"{shown}建设学校"


def test_numbers_count_on_and_start_again_below_each_heading() -> None:
    """一、1. 2. 二、1.: the deeper level starts again."""
    document = docx.Document()
    _numbered(document, (("chineseCounting", "%1、"), ("decimal", "%2.")))
    for text, level in (("甲", 0), ("乙", 1), ("丙", 1), ("丁", 0), ("戊", 1)):
        _in_list(document.add_paragraph(text), level)

    assert [p.text for p in _saved(document).paragraphs] == [
        *("一、甲", "1.乙", "2.丙", "二、丁", "1.戊"),
    ]


def test_merged_cells() -> None:
    """A cell over rows or columns has its text once, and its range."""
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, texts in zip(
        table.rows, (("甲", "乙", "丙"), ("1", "x", "y"), ("", "z", "")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    read = _saved(document).tables[0]

    assert read.rows == (("甲", "乙", "丙"), ("1", "x", "y"), ("", "z", ""))
    assert set(read.merges) == {Range(1, 0, 2, 0), Range(2, 1, 2, 2)}


def test_paragraphs_of_a_cell_are_its_lines() -> None:
    """And tables stand where they are between paragraphs."""
    document = docx.Document()
    document.add_paragraph("前")
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "教育局"
    cell.add_paragraph("财政局")
    document.add_paragraph("后")
    blocks = _saved(document).blocks

    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Table", "Paragraph"]
    assert _saved(document).tables[0].rows == (("教育局\n财政局",),)


def test_text_under_change_tracking_and_in_content_controls() -> None:
    """What was put in counts, what was struck out does not."""
    document = docx.Document()
    paragraph = document.add_paragraph("建设")
    for tag, text_tag, text in (("w:ins", "w:t", "学校"), ("w:del", "w:delText", "医院")):
        change, run, node = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        node.text = text
        run.append(node)
        change.append(run)
        paragraph._p.append(change)
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(content)
    content.append(document.add_paragraph("控件内")._p)
    document.element.body.insert(1, control)

    assert [p.text for p in _saved(document).paragraphs] == ["建设学校", "控件内"]
    assert control.find(qn("w:sdtContent")) is not None


def test_line_breaks_part_paragraphs() -> None:
    """Offices break lines by hand inside a paragraph."""
    document = docx.Document()
    document.add_paragraph("1.建学校\n2.修道路")

    assert [p.text for p in _saved(document).paragraphs] == ["1.建学校", "2.修道路"]


def test_no_word_document() -> None:
    """It is refused with a reason."""
    with pytest.raises(UnreadableFileError, match="损坏"):
        read_word(b"PK\x03\x04nonsense", "a.docx")


def test_a_style_that_numbers_its_paragraphs() -> None:
    """Offices number headings by their style; a style based on it does too."""
    document = docx.Document()
    _numbered(document, (("chineseCounting", "%1、"),))
    base = document.styles.add_style("实事", 1)
    base.element.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>')
    )
    derived = document.styles.add_style("实事二", 1)
    derived.base_style = base
    document.add_paragraph("甲", "实事")
    document.add_paragraph("乙", "实事二")

    assert [p.text for p in _saved(document).paragraphs] == ["一、甲", "二、乙"]


def test_a_list_that_starts_at_another_number() -> None:
    """Word restarts a list by an override."""
    document = docx.Document()
    _numbered(document, (("decimal", "%1."),))
    number = document.part.numbering_part.element.findall(qn("w:num"))[-1]
    number.append(
        parse_xml(
            f'<w:lvlOverride {nsdecls("w")} w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
        )
    )
    _in_list(document.add_paragraph("甲"))

    assert _saved(document).paragraphs[0].text == "5.甲"


def test_text_in_a_box() -> None:
    """It comes after the paragraph that holds the box."""
    document = docx.Document()
    paragraph = document.add_paragraph("正文")
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>"
        )
    )

    assert [p.text for p in _saved(document).paragraphs] == ["正文", "框内"]
