"""A notice in PDF with a text layer, through pdfplumber (the extra `pdf`).

A PDF knows lines, not paragraphs: a line that ends short of the right margin ends its paragraph; an
indented one, one at a greater distance and a numbered one begin the next. Page numbers are left out.
"""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from toolkit.errors import ScanError, UnreadableFileError
from toolkit.model.document import Block, Document, Origin, Paragraph, Table
from toolkit.text.flow import ended, starts_item

_PAGE_NUMBER = re.compile(r"\s*[-—–－一]?\s*\d{1,3}\s*[-—–－一]?\s*")
_SHORT, _SHORT_UNENDED = 2.5, 6.0
"""Characters short of the right margin that end a paragraph, with a mark at its end or without.

A number that may not be broken makes a line shorter than the others too.
"""

_WIDE = 1.25
"""How many times the usual distance of lines parts paragraphs; a fifth of the lines is usual."""

_INDENT = 1.2
"""Characters from the left margin that begin one."""


def read_pdf(data: bytes, name: str) -> Document:
    """Read a .pdf file that has a text layer.

    Raises:
        ScanError: It is a scan without text.
        UnreadableFileError: pdfplumber is not installed, or the file is damaged or protected by a
            password.
    """
    pdfplumber = _library()
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            pages = [_page(page) for page in pdf.pages]
    except _broken() as error:
        raise UnreadableFileError(
            "PDF 文件已损坏或设了密码，打不开",
            "请另存一份没有密码的 PDF，或转成 .docx 后重新运行。",
        ) from error
    if not any(pages):
        raise ScanError(
            "PDF 里没有文字，可能是扫描件", "请用能识别文字的程序转成 .docx 或 .txt 后重新运行。"
        )
    return Document(name, tuple(_numbered(pages)))


def _library() -> Any:
    try:
        import pdfplumber
    except ImportError as error:
        raise UnreadableFileError(
            "这台电脑没有安装读取 PDF 的组件（pdfplumber）",
            "请运行 pip install minsheng-toolkit[pdf]，或把文件另存为 .docx、.xlsx 后重新运行。",
        ) from error
    return pdfplumber


def _broken() -> tuple[type[Exception], ...]:
    """Return what pdfplumber raises on damaged files."""
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    return (PdfminerException, PSException, ValueError, LookupError, TypeError, AssertionError)


def _page(page: Any) -> list[str | tuple[tuple[str, ...], ...]]:
    """Return a page's paragraphs and tables from top to bottom."""
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    parts: list[str | tuple[tuple[str, ...], ...]] = []
    lines = [line for line in page.extract_text_lines(return_chars=True) if _free(line, tables)]
    for table in (*tables, None):
        until = table.bbox[1] if table else float("inf")
        above = [line for line in lines if line["top"] < until]
        lines = lines[len(above) :]
        parts += _paragraphs(above)
        if table:
            parts.append(_rows(table))
    return parts


def _free(line: dict[str, Any], tables: Sequence[Any]) -> bool:
    """Tell whether a line stands in none of the tables."""
    middle = (line["top"] + line["bottom"]) / 2
    return not any(table.bbox[1] <= middle <= table.bbox[3] for table in tables)


def _rows(table: Any) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple((cell or "").strip() for cell in row) for row in table.extract())


def _paragraphs(lines: Sequence[dict[str, Any]]) -> list[str]:
    texts = [line for line in lines if not _PAGE_NUMBER.fullmatch(line["text"])]
    if not texts:
        return []
    left, right = min(line["x0"] for line in texts), max(line["x1"] for line in texts)
    pitches = sorted(below["top"] - above["top"] for above, below in pairwise(texts))
    pitch = pitches[len(pitches) // 5] if pitches else 0
    paragraphs = [texts[0]["text"].strip()]
    for above, line in pairwise(texts):
        size = line["chars"][0]["size"]
        text, before = line["text"].strip(), paragraphs[-1]
        room = _SHORT if ended(before) else _SHORT_UNENDED
        if (
            above["x1"] < right - room * size
            or line["x0"] > left + _INDENT * size
            or line["top"] - above["top"] > _WIDE * pitch
            or (ended(before) and starts_item(text))
        ):
            paragraphs.append(text)
        else:
            paragraphs[-1] += text
    return paragraphs


def _numbered(pages: Sequence[list[str | tuple[tuple[str, ...], ...]]]) -> Iterator[Block]:
    count = tables = 0
    for number, page in enumerate(pages, 1):
        for part in page:
            if isinstance(part, str):
                count += 1
                yield Paragraph(part, count, f"第{number}页第{count}段")
            else:
                tables += 1
                yield Table(part, f"第{number}页表{tables}", Origin.PAGE)
