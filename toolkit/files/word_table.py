"""Tables put into a rendered Word document, each in place of the paragraph that marks it.

A template marks the place by a paragraph that holds nothing but a field, such as {{ 附件表 }}. The
field is rendered as a mark that no text can hold by accident, and the mark's paragraph gives way
to the table.
"""

import html
import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from toolkit.errors import TemplateError
from toolkit.files.word_text import holdable
from toolkit.model.word_table import WordTable
from toolkit.text.layout import line_count

if TYPE_CHECKING:
    from docx.document import Document

HEADER_FONT = "黑体"
BODY_FONT = "仿宋"

_FEW_COLUMNS = 5
_LARGE, _SMALL = 24, 21
"""Half points of 小四 and 五号."""

_PITCH = 1.5
_MARGIN = 85
"""Twips left free at either side of a cell: 1.5 mm."""

_LEAST_ROOM = 2
"""Chinese characters that the narrowest column holds: its title 序号 stands on one line."""

_KEPT_TOGETHER = 12
"""A row of up to so many lines, half of a landscape page, does not break over two pages."""

_GROUP_KEPT = 18
"""Rows of one merged cell with up to so many lines stay on one landscape page."""

_A4_TEXT = 8844
"""Twips of 156 mm, for a document that does not tell the size of its pages."""

_NO_INDENT = (
    '<w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0"'
    ' w:firstLineChars="0" w:firstLine="0"/>'
)

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def table_marks(names: Collection[str]) -> dict[str, str]:
    """Return for each name the text that marks the table's place in a rendered document.

    U+FDD0 and U+FDD1 are noncharacters: Unicode keeps them out of all text that is interchanged.
    """
    return {name: f"\ufdd0{name}\ufdd1" for name in names}


def place_tables(template: str, document: "Document", tables: Mapping[str, WordTable]) -> None:
    """Replace each marked paragraph of a document by the table that belongs there.

    Args:
        template: The template's file name.
        document: The rendered document; it is changed.
        tables: The tables by their field's name; one that has no mark is left out.

    Raises:
        TemplateError: A mark shares its paragraph with something else, or stands where no table
            can be put.
    """
    marks = table_marks(tables)
    for name, table in tables.items():
        for paragraph in _marked(document, marks[name]):
            _refuse_company(template, name, marks[name], paragraph)
            _replace(document, paragraph, table)
    for part in document.part.package.iter_parts():
        for name, mark in marks.items():
            if mark.encode() in part.blob:
                raise TemplateError(
                    f"Word 模板“{template}”的字段“{name}”放在了页眉、页脚、批注或者文档属性里，"
                    "那里放不下表格。",
                    f"请把 {{{{ {name} }}}} 移到正文中，单独占一段。",
                )


def _marked(document: "Document", mark: str) -> list[Any]:
    """Return the body's paragraphs with a mark; one around a text box is left to the box's own."""
    return [
        paragraph
        for paragraph in document.element.body.iter("{*}p")
        if mark in _text(paragraph)
        and not any(mark in _text(p) for p in paragraph.iterfind(".//{*}p"))
    ]


def _text(paragraph: Any) -> str:
    return "".join(paragraph.itertext("{*}t"))


def _refuse_company(template: str, name: str, mark: str, paragraph: Any) -> None:
    field = f"{{{{ {name} }}}}"
    if paragraph.xpath("ancestor::w:tc | ancestor::w:txbxContent"):
        raise TemplateError(
            f"Word 模板“{template}”的字段“{name}”放在了表格或者文本框里，那里放不下整张表格。",
            f"请把 {field} 移到正文中，单独占一段。",
        )
    shown = _text(paragraph).strip()
    if shown != mark or paragraph.xpath(".//w:drawing | .//w:pict | .//w:object"):
        raise TemplateError(
            f"Word 模板“{template}”的字段“{name}”和其他内容在同一段，"
            f"所在段落：“{shown.replace(mark, field)}”。",
            f"整张表格会放在这一段的位置：请让 {field} 单独占一段，其他内容移到另外的段落。",
        )


def _replace(document: "Document", paragraph: Any, table: WordTable) -> None:
    """Put the table where the paragraph is.

    Word needs a paragraph between two tables and at the end of a document, and a section ends in
    one: there an empty one stands, as low as can be.
    """
    from docx.oxml import parse_xml

    before = paragraph.getprevious()
    if before is not None and before.tag == _name("tbl"):
        paragraph.addprevious(parse_xml(_low_paragraph()))
    paragraph.addprevious(parse_xml(_table(table, _text_width(document, paragraph))))
    section = paragraph.xpath("./w:pPr/w:sectPr")
    following = paragraph.getnext()
    if section or following is None or following.tag != _name("p"):
        low = parse_xml(_low_paragraph())
        low[0].extend(section)
        paragraph.addprevious(low)
    paragraph.getparent().remove(paragraph)


def _low_paragraph() -> str:
    return (
        f'<w:p {_namespace()}><w:pPr><w:snapToGrid w:val="0"/>'
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        f'{_NO_INDENT}<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    )


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{tag}"))


def _text_width(document: "Document", paragraph: Any) -> int:
    """Return the width between the margins of the section that the paragraph is in, in twips."""
    from docx.section import Section

    found = paragraph.xpath("./w:pPr/w:sectPr") or paragraph.xpath("following::w:sectPr[1]")
    if not found:
        return _A4_TEXT
    section = Section(found[0], document.part)
    if section.page_width is None:
        return _A4_TEXT
    beside = (section.left_margin, section.right_margin, section.gutter)
    return round((section.page_width - sum(side or 0 for side in beside)) / 635)


def _namespace() -> str:
    from docx.oxml.ns import nsdecls

    return str(nsdecls("w"))


def _table(table: WordTable, width: int) -> str:
    """Return the table's XML; `width` is in twips."""
    size = _LARGE if len(table.titles) <= _FEW_COLUMNS else _SMALL
    widths = _column_widths(table.widths, width, _LEAST_ROOM * size * 10 + 2 * _MARGIN)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        f'<w:tbl {_namespace()}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{_cell_margins()}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_header(table, widths, size)}{''.join(_rows(table, widths, size))}</w:tbl>"
    )


def _cell_margins() -> str:
    sides = (("top", 40), ("left", _MARGIN), ("bottom", 40), ("right", _MARGIN))
    margins = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in sides)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"


def _column_widths(relative: Sequence[float], total: int, least: int) -> list[int]:
    """Return widths that add up to `total`; a column below `least` takes from the wider ones."""
    least = min(least, total // len(relative))
    narrow: set[int] = set()
    while True:
        rest = total - least * len(narrow)
        shared = sum(each for n, each in enumerate(relative) if n not in narrow)
        exact = [
            float(least) if n in narrow else each / shared * rest for n, each in enumerate(relative)
        ]
        below = {n for n, each in enumerate(exact) if each < least and n not in narrow}
        if not below or len(narrow | below) == len(relative):
            break
        narrow |= below
    edges = [round(edge) for edge in accumulate(exact, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]


def _header(table: WordTable, widths: Sequence[int], size: int) -> str:
    cells = (
        _cell(width, _paragraphs(title, HEADER_FONT, size, "center"))
        for width, title in zip(widths, table.titles, strict=True)
    )
    height = '<w:trHeight w:val="600" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _rows(table: WordTable, widths: Sequence[int], size: int) -> Iterator[str]:
    merged = {
        (row, run.first_column): "restart" if row == run.first_row else "continue"
        for run in table.merges
        if run.first_row < run.last_row
        for row in range(run.first_row, run.last_row + 1)
    }
    rooms = [math.floor((width - 2 * _MARGIN) / (size * 5)) for width in widths]
    heights = [
        max(line_count(t, rooms[c]) if (row, c) not in merged else 1 for c, t in enumerate(texts))
        for row, texts in enumerate(table.rows)
    ]
    kept = _kept_with_next(table, heights)
    for row, texts in enumerate(table.rows):
        lines = heights[row]
        cells = []
        for column, text in enumerate(texts):
            part = merged.get((row, column), "")
            # Justified text would be pulled apart in narrow columns.
            align = "center" if column in table.centred else "left"
            shown = "" if part == "continue" else text
            keep = row in kept
            cells.append((widths[column], _paragraphs(shown, BODY_FONT, size, align, keep), part))
        torn = lines > _KEPT_TOGETHER
        whole = "" if torn else "<w:cantSplit/>"
        height = '<w:trHeight w:val="500" w:hRule="atLeast"/>'
        shown_cells = "".join(_cell(*cell, "top" if torn else "center") for cell in cells)
        yield f"<w:tr><w:trPr>{whole}{height}</w:trPr>{shown_cells}</w:tr>"


def _kept_with_next(table: WordTable, heights: Sequence[int]) -> frozenset[int]:
    """Return the rows that stay on a page with the row after them.

    Those of one merged cell that fits on a page do: on the page after it the cell would be blank.
    """
    return frozenset(
        row
        for run in table.merges
        if sum(heights[run.first_row : run.last_row + 1]) <= _GROUP_KEPT
        for row in range(run.first_row, run.last_row)
    )


def _cell(width: int, paragraphs: str, merged: str = "", place: str = "center") -> str:
    """Return a cell; in a row that may go on overleaf, texts begin at its upper edge."""
    run = f'<w:vMerge w:val="{merged}"/>' if merged else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{run}<w:vAlign w:val="{place}"/></w:tcPr>'
        f"{paragraphs}</w:tc>"
    )


def _paragraphs(text: str, font: str, size: int, align: str, keep: bool = False) -> str:
    """Return the cell's lines, each a paragraph of its own."""
    look = (
        f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}"'
        f' w:cs="{font}"/><w:spacing w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        "</w:rPr>"
    )
    layout = (
        f'<w:pPr>{"<w:keepNext/>" if keep else ""}<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0"'
        f' w:line="{round(size * 10 * _PITCH)}" w:lineRule="exact"/>'
        f'{_NO_INDENT}<w:jc w:val="{align}"/>{look}</w:pPr>'
    )
    return "".join(
        f"<w:p>{layout}{_run(line, look)}</w:p>" for line in map(holdable, _LINE_END.split(text))
    )


def _run(line: str, look: str) -> str:
    pieces = (
        f'<w:t xml:space="preserve">{html.escape(piece, quote=False)}</w:t>'
        for piece in line.split("\t")
    )
    return f"<w:r>{look}{'<w:tab/>'.join(pieces)}</w:r>" if line else ""
