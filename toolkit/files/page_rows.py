"""Documents that hold a form's table: web pages, Word, PDF; every table becomes a worksheet."""

import re
from collections.abc import Collection
from dataclasses import replace

from toolkit.errors import ScanError, UnreadableFileError
from toolkit.files.block_rows import block_sheets
from toolkit.files.hazards import refuse_hazards
from toolkit.files.notice_html import archived_pages, read_html
from toolkit.files.notice_pdf import read_pdf
from toolkit.files.notice_word import read_word
from toolkit.files.zip_parts import zip_parts
from toolkit.model.workbook import RawSheet

_SHEET_NAME = re.compile(r"<x:Name>([^<]+)</x:Name>")
_PICTURE = re.compile(r"word/media/[^/]+\.(?:png|jpe?g|bmp|tiff?|gif|emf|wmf)", re.IGNORECASE)
_FEW = 30
"""Characters of text on a page that is a picture: a page number, the name of a program."""

Sheets = tuple[RawSheet, ...]


def read_page(data: bytes, skip: Collection[str] = ()) -> Sheets:
    """Return the tables of a web page as worksheets.

    Raises:
        UnreadableFileError: Its encoding cannot be told, or there is nothing in it.
    """
    return _sheets_of_pages([data], skip)


def read_archived_pages(data: bytes, skip: Collection[str] = ()) -> Sheets:
    """Return the tables of a web archive (.mht): Excel saves every worksheet as a page of it.

    Raises:
        UnreadableFileError: There is no page in it, or nothing in the pages.
    """
    return _sheets_of_pages(archived_pages(data), skip)


def _sheets_of_pages(pages: Collection[bytes], skip: Collection[str]) -> Sheets:
    names = [
        name for page in pages for name in _SHEET_NAME.findall(page.decode("utf-8", "replace"))
    ]
    sheets = [sheet for page in pages for sheet in block_sheets(read_html(page, ""))]
    with_tables = [sheet for sheet in sheets if sheet.name != "正文"] or sheets
    if len(names) == len(with_tables):
        with_tables = [replace(s, name=name) for s, name in zip(with_tables, names, strict=True)]
    return tuple(sheet for sheet in with_tables if sheet.name not in skip)


def read_word_rows(data: bytes, skip: Collection[str] = ()) -> Sheets:
    """Return the tables of a .docx file as worksheets.

    Raises:
        ScanError: It holds a picture and no text.
        UnreadableFileError: It is damaged, or would exhaust the memory.
    """
    parts = zip_parts(data)
    refuse_hazards(data, parts)
    document = read_word(data, "")
    if not any(text.strip() for text in document.texts()):
        if any(_PICTURE.fullmatch(part.filename) for part in parts):
            raise ScanError(
                "Word 文件里只有图片，没有可以读取的文字",
                "请报送单位把内容填入下发的表格后重新发送。",
            )
        raise UnreadableFileError("Word 文件里没有文字", "请报送单位核对后重新发送。")
    return block_sheets(document, skip)


def read_pdf_rows(data: bytes, skip: Collection[str] = ()) -> Sheets:
    """Return the tables of a .pdf file with a text layer as worksheets.

    Raises:
        ScanError: It is a scan.
        UnreadableFileError: pdfplumber is not installed, or the file is damaged or locked.
    """
    document = read_pdf(data, "")
    if not document.tables and sum(map(len, document.texts())) < _FEW:
        raise ScanError(
            "PDF 里几乎没有文字，应当是扫描件", "请报送单位把内容填入下发的表格后重新发送。"
        )
    return block_sheets(document, skip)
