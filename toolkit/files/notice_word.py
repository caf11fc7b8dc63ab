"""A notice in Word (.docx): paragraphs with their automatic numbers, tables with merged cells.

The document's XML is walked directly: python-docx leaves out paragraphs inside content controls
and text that was put in under change tracking.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from toolkit.errors import UnreadableFileError
from toolkit.files.word_numbering import Numbering, read_numbering
from toolkit.model.document import Block, Document, Paragraph, Table
from toolkit.model.sheets import Range

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK))
_MARKS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_MOST_COLUMNS = 200


def read_word(data: bytes, name: str) -> Document:
    """Read a .docx file.

    Raises:
        UnreadableFileError: It is damaged, or no Word document.
    """
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        numbering = read_numbering(document)
        body = document.element.body
        declares = body.getroottree().docinfo.internalDTD is not None
    except _broken() as error:
        raise _damaged() from error
    if declares:  # no word processor writes entities, and what stands behind one would be lost
        raise _damaged()
    return Document(name, tuple(_Reader(numbering).blocks(body)))


def _damaged() -> UnreadableFileError:
    return UnreadableFileError(
        "Word 文件已损坏，打不开", "请在 WPS 或 Word 中打开、另存为 .docx 后重新运行。"
    )


def _broken() -> tuple[type[Exception], ...]:
    """Return what python-docx raises on files that are no Word documents or are damaged."""
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    return (PackageNotFoundError, zipfile.BadZipFile, LxmlError, LookupError, ValueError)


class _Reader:
    """Walks one document; counts its paragraphs and tables."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.paragraphs = 0
        self.tables = 0

    def blocks(self, parent: Any) -> Iterator[Block]:
        """Yield what stands in a body, whatever it is wrapped in."""
        for node in parent:
            if node.tag == f"{_W}p":
                yield from self.paragraph(node)
            elif node.tag == f"{_W}tbl":
                self.tables += 1
                yield self.table(node)
            elif node.tag not in _LEFT_OUT and isinstance(node.tag, str):
                yield from self.blocks(node)

    def paragraph(self, node: Any) -> Iterator[Paragraph]:
        """Yield the lines of a paragraph, its number before the first; text boxes come after."""
        self.paragraphs += 1
        text = self.numbering.prefix(node) + _text(node)
        for line in text.split("\n"):
            if line.strip():
                yield Paragraph(line.rstrip(), self.paragraphs, f"第{self.paragraphs}段")
        for box in node.iter(f"{_W}txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from (block for block in self.blocks(box) if isinstance(block, Paragraph))

    def table(self, node: Any) -> Table:
        """Return a table; a vertically merged cell has its text in its first row only."""
        rows: list[tuple[str, ...]] = []
        merges: list[Range] = []
        open_cells: dict[int, Range] = {}
        for number, row in enumerate(_children(node, "tr")):
            texts: list[str] = [""] * _skipped(row)
            for cell in _children(row, "tc"):
                width, goes_on = _shape(cell)
                column = len(texts)
                above = open_cells.get(column) if goes_on else None
                first = above.first_row if above else number
                if width > 1 or above:
                    open_cells[column] = Range(first, column, number, column + width - 1)
                    _replace(merges, above, open_cells[column])
                else:
                    open_cells[column] = Range(number, column, number, column)
                texts += ["" if above else self.cell_text(cell)] + [""] * (width - 1)
            rows.append(tuple(texts))
        return Table(tuple(rows), f"表{self.tables}", merges=tuple(merges))

    def cell_text(self, cell: Any) -> str:
        """Return a cell's paragraphs, those of a table inside it too, one a line."""
        paragraphs = (self.numbering.prefix(p) + _text(p) for p in cell.iter(f"{_W}p"))
        return "\n".join(text.strip() for text in paragraphs if text.strip())


def _children(node: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, content controls opened."""
    for child in node:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _children(child, tag)


def _skipped(row: Any) -> int:
    before = row.find(f"{_W}trPr/{_W}gridBefore")
    return _count(before.get(f"{_W}val", "0")) if before is not None else 0


def _shape(cell: Any) -> tuple[int, bool]:
    """Return how many columns a cell spans, and whether it continues the one above."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    width = _count(span.get(f"{_W}val", "1")) if span is not None else 1
    return max(1, width), merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _count(value: str) -> int:
    """Return a number of columns; Word knows 63 of them, and nobody's memory a billion."""
    return min(int(value), _MOST_COLUMNS) if value.isdecimal() and len(value) < 10 else 0


def _replace(merges: list[Range], old: Range | None, new: Range) -> None:
    if old in merges:
        merges.remove(old)
    merges.append(new)


def _text(node: Any) -> str:
    parts: list[str] = []
    for child in node:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _MARKS:
            parts.append(_MARKS[child.tag])
        elif child.tag != f"{_W}p":
            parts.append(_text(child))
    return "".join(parts)
