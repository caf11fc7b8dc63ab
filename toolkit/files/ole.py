"""The outer streams of a compound file (.xls, .doc, .msg): what the document itself is.

A stream of the same name deeper inside belongs to an embedded object, and is not the document.
"""

import io
from collections.abc import Collection
from dataclasses import dataclass, field

import olefile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOK, OLD_WORKBOOK, WORD = "workbook", "book", "worddocument"
LOCKED = "encryptedpackage"

_KNOWN = ("EncryptedPackage", "WordDocument", "Workbook", "Book")
_MAIN = (WORD, WORKBOOK, OLD_WORKBOOK)
_BROKEN = (OSError, ValueError, LookupError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Outer:
    """What stands outside in a compound file.

    Attributes:
        names: Of the outer streams and storages, in small letters.
        main: The document's own stream; empty where there is none or it cannot be read.
        many: Whether there are several workbooks, embedded ones too.
    """

    names: Collection[str] = field(default_factory=frozenset)
    main: bytes = b""
    many: bool = False


def outer(data: bytes) -> Outer:
    """Read the directory of a compound file.

    Where it is damaged, the known names that occur anywhere stand in for it.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            kids = {entry.name.lower(): entry.name for entry in file.root.kids}
            workbooks = sum(
                entry is not None and entry.name.lower() in (WORKBOOK, OLD_WORKBOOK)
                for entry in file.direntries
            )
            name = next((kids[name] for name in _MAIN if name in kids), None)
            return Outer(frozenset(kids), _stream(file, name), workbooks > 1)
    except _BROKEN:
        return Outer(frozenset(n.lower() for n in _KNOWN if n.encode("utf-16-le") in data))


def _stream(file: olefile.OleFileIO, name: str | None) -> bytes:
    if name is None:
        return b""
    try:
        with file.openstream([name]) as stream:
            content: bytes = stream.read()
            return content
    except _BROKEN:
        return b""
