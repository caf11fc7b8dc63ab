"""A notice in a saved web page: its text in paragraphs, its data tables as grids.

A table that only lays out the page is read as paragraphs; so is one with a single column.
"""

import email
import re
from collections.abc import Iterator
from typing import Any

from toolkit.errors import UnreadableFileError
from toolkit.files.notice_text import decode
from toolkit.model.document import Block, Document, Paragraph, Table
from toolkit.model.sheets import Range

_SILENT = frozenset(
    ("script", "style", "noscript", "template", "head", "select", "textarea", "iframe", "svg")
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div"),
        *("dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\r\n\f\xa0\u3000]+")
_ASIAN_BREAK = re.compile(r"(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])")
_MANY = 2000
_MOST_CELLS = 2_000_000
_CHINESE = dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"), "gb18030")
_UTF_8_MARK = b'<meta charset="utf-8">'


def read_html(data: bytes, name: str) -> Document:
    """Read a saved web page.

    Raises:
        UnreadableFileError: Its encoding cannot be told, or there is nothing in it.
    """
    from lxml import html

    try:
        root = html.document_fromstring(_decoded(data))
    except (ValueError, html.etree.ParserError) as error:
        raise UnreadableFileError("网页是空的", "请在浏览器中重新打开并保存网页。") from error
    return Document(name, tuple(_Reader().blocks(root)))


def web_archive_page(data: bytes) -> bytes:
    """Return the first page inside a web archive (.mht), as browsers and WPS save it.

    Raises:
        UnreadableFileError: There is none.
    """
    return archived_pages(data)[0]


def archived_pages(data: bytes) -> list[bytes]:
    """Return all pages inside a web archive, in UTF-8 where they state their encoding rightly.

    Raises:
        UnreadableFileError: There is none.
    """
    pages: list[bytes] = []
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                pages.append(_in_utf_8(page, part.get_content_charset()))
    if not pages:
        raise UnreadableFileError("网页存档里没有网页", "请在浏览器中重新打开并保存为 .html。")
    return pages


def _in_utf_8(page: bytes, charset: str | None) -> bytes:
    """Return a page marked as what it is in; its own mark, further down, no longer counts."""
    if charset is None:
        return page
    try:
        text = page.decode(_CHINESE.get(charset, charset))
    except (LookupError, UnicodeDecodeError):
        return page  # stated wrongly: its own mark or its bytes decide
    return _UTF_8_MARK + text.lstrip("\ufeff").encode()


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared:
        encoding = declared[1].decode("ascii", "replace").lower()
        encoding = _CHINESE.get(encoding, encoding)
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            return decode(data)  # the page states the wrong encoding: its bytes decide
    return decode(data)


class _Reader:
    """Walks one page; counts its paragraphs and tables."""

    def __init__(self) -> None:
        self.count = 0
        self.tables = 0

    def blocks(self, root: Any) -> Iterator[Block]:
        """Yield the paragraphs and data tables below an element, in their order."""
        line: list[str] = []
        for part in self.parts(root):
            if isinstance(part, str):
                line.append(part)
                continue
            yield from self.paragraph("".join(line))
            line.clear()
            if part is not None:
                yield part
        yield from self.paragraph("".join(line))

    def parts(self, node: Any) -> Iterator[str | Table | None]:
        """Yield texts, tables, and None wherever a line ends."""
        if not isinstance(node.tag, str) or node.tag in _SILENT or _hidden(node):
            return
        if node.tag == "br":
            yield None
            return
        if node.tag == "table" and _holds_data(node):
            self.tables += 1
            yield _table(node, f"表{self.tables}")
            return
        is_block = node.tag in _BLOCKS
        if is_block:
            yield None
        if node.tag == "li":
            yield _item_number(node)
        yield node.text or ""
        for child in node:
            yield from self.parts(child)
            yield child.tail or ""
        if is_block:
            yield None

    def paragraph(self, text: str) -> Iterator[Paragraph]:
        """Yield a paragraph if it says something; blanks are as a browser shows them."""
        shown = _shown(text)
        if shown:
            self.count += 1
            yield Paragraph(shown, self.count, f"第{self.count}段")


def _shown(text: str) -> str:
    return _BLANK.sub(" ", _ASIAN_BREAK.sub("", text)).strip()


def _hidden(node: Any) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or node.get("hidden") is not None


def _item_number(node: Any) -> str:
    """Return the number that a browser shows before an item of a numbered list."""
    parent = node.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start") or "1"
    items = [child for child in parent if child.tag == "li"]
    return f"{(int(start) if start.isdigit() else 1) + items.index(node)}. "


def _holds_data(node: Any) -> bool:
    """Tell whether a table is one to read: nothing nested, and two columns somewhere."""
    if any(other is not node for other in node.iter("table")):
        return False
    rows = list(node.iter("tr"))
    return len(rows) > 1 and any(len(_cells(row)) > 1 for row in rows)


def _cells(row: Any) -> list[Any]:
    return [child for child in row if child.tag in ("td", "th")]


def _table(node: Any, name: str) -> Table:
    """Return a table; spans that reach below its last row are cut there, as browsers do.

    Raises:
        UnreadableFileError: Its spans make more cells of it than any table has.
    """
    rows: list[tuple[str, ...]] = []
    merges: list[Range] = []
    nodes = list(node.iter("tr"))
    taken: list[set[int]] = [set() for _ in nodes]
    cells = 0
    for number, row in enumerate(nodes):
        texts: dict[int, str] = {}
        column = 0
        for cell in _cells(row):
            while column in taken[number]:
                column += 1
            height = min(_span(cell, "rowspan"), len(nodes) - number)
            width = _span(cell, "colspan")
            cells += height * width
            if cells > _MOST_CELLS:
                raise UnreadableFileError(
                    "网页里的表格大得不正常，不能安全读取", "请把表格复制到下发的表里重新报送。"
                )
            for below in taken[number : number + height]:
                below.update(range(column, column + width))
            if height > 1 or width > 1:
                merges.append(Range(number, column, number + height - 1, column + width - 1))
            texts[column] = _cell_text(cell)
            column += width
        last = max(taken[number], default=-1)
        rows.append(tuple(texts.get(position, "") for position in range(last + 1)))
    return Table(tuple(rows), name, merges=tuple(merges))


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(int(value), _MANY) if value.isdigit() and int(value) > 0 else 1


def _cell_text(cell: Any) -> str:
    lines: list[str] = []
    line: list[str] = []
    for part in _Reader().parts(cell):
        if isinstance(part, str):
            line.append(part)
        else:
            lines.append(_shown("".join(line)))
            line = []
    lines.append(_shown("".join(line)))
    return "\n".join(filter(None, lines))
