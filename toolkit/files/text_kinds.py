"""What a file of text is: a page, a table in XML, a mail, or rows of values."""

import re
from enum import Enum, auto

from toolkit.errors import UnreadableFileError
from toolkit.files.notice_text import decode

_HEAD = 4096
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|table|thead|tbody|tr|div|meta|style)\b", re.IGNORECASE
)
_XML_2003 = re.compile(r"<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet")
_FLAT = re.compile(r"<office:document\b")
_FLAT_SHEET = "opendocument.spreadsheet"
_WORD_XML = re.compile(r"<(?:\w+:)?(?:wordDocument|package)\b[^>]*schemas[.-]microsoft[.-]com")
_HEADER_LINE = re.compile(r"[A-Za-z][A-Za-z0-9-]*:[ \t]?\S?")
_MAIL_FIELDS = re.compile(
    r"^(?:received|delivered-to|return-path|to|message-id)\s*:", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(r"^(?:from|subject|date)\s*:", re.IGNORECASE | re.MULTILINE)
_MIME = re.compile(r"^mime-version\s*:", re.IGNORECASE | re.MULTILINE)
_PAGES = re.compile(
    r"^content-type\s*:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")


class TextKind(Enum):
    """The kinds of text files."""

    XML_2003 = auto()
    FLAT_SHEET = auto()
    HTML = auto()
    MHT = auto()
    MAIL = auto()
    RICH = auto()
    TEXT = auto()
    NONE = auto()


def text_kind(data: bytes) -> TextKind:
    """Tell what a file is that is neither a package nor a compound file."""
    # Markup is ASCII: what a page in any encoding is shows before its text can be decoded.
    bare = data[:_HEAD].replace(b"\0", b"").decode("latin-1").lstrip("\xff\xfe\xef\xbb\xbf \t\r\n")
    if bare.startswith("{\\rtf"):
        return TextKind.RICH
    if bare.startswith("<"):
        return _marked_up(bare)
    if _HEADER_LINE.match(bare):
        mail = _mail_kind(bare)
        if mail is not None:
            return mail
    try:
        text = decode(data)
    except UnreadableFileError:
        return TextKind.HTML if _HTML.search(bare) else TextKind.NONE
    if _CONTROL.search(text.rstrip("\x1a\0")):
        return TextKind.NONE
    return TextKind.HTML if _HTML.search(bare) else TextKind.TEXT


def _marked_up(head: str) -> TextKind:
    if _XML_2003.search(head) or 'progid="Excel.Sheet"' in head:
        return TextKind.XML_2003
    if _FLAT.search(head):
        return TextKind.FLAT_SHEET if _FLAT_SHEET in head else TextKind.RICH
    if _WORD_XML.search(head) or 'progid="Word.Document"' in head:
        return TextKind.RICH
    if _HTML.search(head):
        return TextKind.HTML
    return TextKind.NONE if head.startswith("<?xml") else TextKind.TEXT


def _mail_kind(head: str) -> TextKind | None:
    fields = re.split(r"\r?\n\r?\n", head, maxsplit=1)[0]
    if not (_MIME.search(fields) or _MAIL_FIELDS.search(fields)):
        return None
    if _MIME.search(fields) and _PAGES.search(fields) and not _MAIL_FIELDS.search(fields):
        return TextKind.MHT
    return TextKind.MAIL if _MIME.search(fields) or _SENT.search(fields) else None
