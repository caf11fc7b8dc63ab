"""Any published document as paragraphs and tables; what it is, its bytes tell, not its name."""

import re
import zipfile
from io import BytesIO

from toolkit.errors import UnreadableFileError
from toolkit.files.notice_html import read_html, web_archive_page
from toolkit.files.notice_pdf import read_pdf
from toolkit.files.notice_text import read_text
from toolkit.files.notice_word import read_word
from toolkit.files.workbooks import read_merges, read_workbook
from toolkit.model.document import Document, Origin, Table
from toolkit.text.clean import cell_text

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_WORD = "WordDocument".encode("utf-16-le")
_PDF = b"%PDF-"
_WEB_ARCHIVE = re.compile(rb"^mime-version\s*:", re.IGNORECASE | re.MULTILINE)
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|table|div|p)\b", re.IGNORECASE)


def read_document(data: bytes, name: str) -> Document:
    """Read a document: .txt, .docx, .xlsx, .xls, .ods, .html, .mht or .pdf.

    Args:
        data: The file's bytes.
        name: Its name, for messages.

    Raises:
        UnreadableFileError: It is none of these, damaged or protected; the text says what to do.
    """
    if not data.strip():
        raise UnreadableFileError(f"文件是空的（{len(data)} 字节）", "请核对是否选错了文件。")
    if data.startswith(_PDF):
        return read_pdf(data, name)
    if data.startswith(_ZIP):
        return _read_package(data, name)
    if data.startswith(_OLE):
        if _OLD_WORD in data:
            raise UnreadableFileError(
                "是旧版 Word 文件（.doc）", "请在 WPS 或 Word 中打开、另存为 .docx 后重新运行。"
            )
        return _read_sheets(data, name)
    if _WEB_ARCHIVE.search(data[:1024]):
        return read_html(web_archive_page(data), name)
    if _HTML.search(data[:4096]):
        return read_html(data, name)
    return read_text(data, name)


def _read_package(data: bytes, name: str) -> Document:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            kind = package.read("mimetype") if "mimetype" in names else b""
    except zipfile.BadZipFile as error:
        raise UnreadableFileError("文件已损坏，打不开", "请重新下载或复制一份。") from error
    if any(part.startswith("word/") for part in names):
        return read_word(data, name)
    if any(part.startswith("xl/") for part in names) or b"spreadsheet" in kind:
        return _read_sheets(data, name)
    raise UnreadableFileError(
        "是压缩包或不认识的文件",
        "压缩包请先解压；其他文件请另存为 .docx、.xlsx 或 .txt 后重新运行。",
    )


def _read_sheets(data: bytes, name: str) -> Document:
    merges = read_merges(data)
    return Document(
        name,
        tuple(
            Table(
                rows=tuple(tuple(map(cell_text, row)) for row in sheet.rows),
                name=sheet.name,
                origin=Origin.SHEET,
                merges=tuple(merges.get(sheet.name, ())),
                visible=sheet.visible,
            )
            for sheet in read_workbook(data).sheets
        ),
    )
