"""What a file is, told by its bytes and never by its name.

Web systems call a page .xls, people rename files, and mail programs cut names short.
"""

import re
from collections.abc import Callable, Collection
from enum import Enum, auto
from zipfile import ZipInfo

from toolkit.errors import UnreadableFileError
from toolkit.files.biff import is_locked, is_old
from toolkit.files.ole import LOCKED, OLD_WORKBOOK, OLE, WORD, WORKBOOK, Outer, outer
from toolkit.files.text_kinds import TextKind, text_kind
from toolkit.files.zip_parts import damage_named, unpacked, zip_parts

ZIP = b"PK\x03\x04"


class Kind(Enum):
    """The kinds of files that departments send."""

    XLSX = auto()
    """.xlsx, .xlsm or a newer .et, Strict Open XML too."""
    XLSB = auto()
    XLS = auto()
    """.xls of Excel 97 and later, or an older .et."""
    OLD_XLS = auto()
    """.xls of Excel 2 to 95."""
    ODS = auto()
    FODS = auto()
    XML_2003 = auto()
    HTML = auto()
    MHT = auto()
    TEXT = auto()
    """.csv, .tsv or any other text."""
    DOCX = auto()
    DOC = auto()
    """What needs an office program first: .doc, .wps, .rtf, .odt."""
    PDF = auto()
    PICTURE = auto()
    OFD = auto()
    """GB/T 33190, the fixed layout that sealed documents come in."""
    ARCHIVE = auto()
    MAIL = auto()
    LOCKED_OOXML = auto()
    """An .xlsx or .docx with a password: which of them shows only when it is opened."""
    LOCKED_XLS = auto()
    LOCKED_ODS = auto()
    LOCKED_DOC = auto()
    DAMAGED = auto()
    EMPTY = auto()
    UNKNOWN = auto()


_TEXTS = {
    TextKind.XML_2003: Kind.XML_2003,
    TextKind.FLAT_SHEET: Kind.FODS,
    TextKind.HTML: Kind.HTML,
    TextKind.MHT: Kind.MHT,
    TextKind.MAIL: Kind.MAIL,
    TextKind.RICH: Kind.DOC,
    TextKind.TEXT: Kind.TEXT,
    TextKind.NONE: Kind.UNKNOWN,
}
_PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\0",
    b"MM\0*",
    b"\xd7\xcd\xc6\x9a",
)
_PHONE_PICTURE = re.compile(rb"....ftyp(?:heic|heix|hevc|mif1|msf1|avif)", re.DOTALL)
_BITMAP = re.compile(rb"BM.{4}\0{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL)
_ARCHIVES = (
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x1f\x8b",
    b"PK\x05\x06",
    b"PK\x07\x08",
    b"BZh",
)
_BARE_BIFF = (
    b"\t\0\x04\0",
    b"\t\2\x06\0",
    b"\t\4\x06\0",
    b"\t\x08\x06\0",
    b"\t\x08\x08\0",
    b"\t\x08\x10\0",
)
_PDF_WITHIN = 1024
_ODF = b"application/vnd.oasis.opendocument."


def kind_of(data: bytes) -> Kind:
    """Tell what a file is."""
    if not data.strip(b"\0 \t\r\n"):
        return Kind.EMPTY
    if data.startswith(ZIP):
        try:
            return package_kind(data, zip_parts(data))
        except UnreadableFileError:
            return Kind.DAMAGED
    if data.startswith(OLE):
        return compound_kind(outer(data))
    if is_pdf(data):
        return Kind.PDF
    if _is_picture(data):
        return Kind.PICTURE
    if data.startswith(_ARCHIVES) or data[257:262] == b"ustar":
        return Kind.ARCHIVE
    if data.startswith(_BARE_BIFF):
        return Kind.OLD_XLS
    return _TEXTS[text_kind(data)]


def is_pdf(data: bytes) -> bool:
    """Tell whether a file is a printed page."""
    return not data.startswith((ZIP, OLE)) and b"%PDF-" in data[:_PDF_WITHIN]


def package_kind(data: bytes, parts: Collection[ZipInfo]) -> Kind:
    """Tell what a zip file is whose directory was read."""
    names = {part.filename for part in parts}
    if "xl/workbook.xml" in names:  # nearly every return
        return Kind.XLSX
    lower = {name.lower().replace("\\", "/").lstrip("/") for name in names}
    for kind, marks in _MARKS:
        if marks(lower):
            return kind
    if "mimetype" in lower or "content.xml" in lower:
        return _open_document_kind(data, parts)
    if "[content_types].xml" in lower:
        return _declared_kind(data, parts)
    return Kind.ARCHIVE


_MARKS: tuple[tuple[Kind, Callable[[set[str]], bool]], ...] = (
    (Kind.XLSX, lambda names: "xl/workbook.xml" in names),
    (Kind.XLSB, lambda names: "xl/workbook.bin" in names),
    (Kind.DOCX, lambda names: "word/document.xml" in names),
    (Kind.OFD, lambda names: "ofd.xml" in names),
)


def _open_document_kind(data: bytes, parts: Collection[ZipInfo]) -> Kind:
    kind = _part(data, parts, "mimetype").strip()
    if not kind or kind.startswith(_ODF + b"spreadsheet"):
        locked = b"encryption-data" in _part(data, parts, "META-INF/manifest.xml")
        return Kind.LOCKED_ODS if locked else Kind.ODS
    return Kind.DOC if kind.startswith(_ODF + b"text") else Kind.UNKNOWN


def _declared_kind(data: bytes, parts: Collection[ZipInfo]) -> Kind:
    """Tell the kind of a package whose main part has an unusual name, from its list of types."""
    types = _part(data, parts, "[Content_Types].xml")
    if b"sheet.main+xml" in types or b"sheet.macroEnabled.main+xml" in types:
        return Kind.XLSX
    if b"wordprocessingml.document.main+xml" in types:
        return Kind.DOCX
    return Kind.UNKNOWN


def _part(data: bytes, parts: Collection[ZipInfo], name: str) -> bytes:
    part = next((part for part in parts if part.filename.lower() == name.lower()), None)
    if part is None:
        return b""
    with damage_named():
        return unpacked(data, part)


def compound_kind(document: Outer) -> Kind:
    """Tell what a compound file is whose directory was read."""
    names, main = document.names, document.main
    if LOCKED in names:
        return Kind.LOCKED_OOXML
    if WORD in names:
        # MS-DOC 2.5.2, FibBase: bit 8 of the flags at 10 is fEncrypted.
        return Kind.LOCKED_DOC if len(main) >= 12 and main[11] & 1 else Kind.DOC
    if WORKBOOK in names or OLD_WORKBOOK in names:
        if is_locked(main):
            return Kind.LOCKED_XLS
        return Kind.OLD_XLS if is_old(main) else Kind.XLS
    if any(name.startswith("__substg1.0_") for name in names):
        return Kind.MAIL
    return Kind.UNKNOWN if names else Kind.DAMAGED


def _is_picture(data: bytes) -> bool:
    return bool(
        data.startswith(_PICTURES)
        or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")
        or _PHONE_PICTURE.match(data)
        or _BITMAP.match(data)
    )
