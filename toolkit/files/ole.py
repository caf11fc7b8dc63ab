"""The outer streams of a compound file (.xls, .doc, .msg): what the document itself is.

A stream of the same name deeper inside belongs to an embedded object, and is not the document.
"""

import io

import olefile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_KNOWN = ("EncryptedPackage", "WordDocument", "Workbook", "Book")


def outer_streams(data: bytes) -> dict[str, str]:
    """Return the names of the outer streams and storages, by their names in small letters.

    Where the directory is damaged, the known names that occur anywhere stand in for it.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return {entry.name.lower(): entry.name for entry in file.root.kids}
    except (OSError, ValueError, LookupError, AttributeError, RecursionError):
        return {n.lower(): n for n in _KNOWN if n.encode("utf-16-le") in data}


def outer_stream(data: bytes, *names: str) -> bytes:
    """Return the first of some outer streams that exists; b"" when none can be read."""
    there = outer_streams(data)
    name = next((there[n.lower()] for n in names if n.lower() in there), None)
    if name is None:
        return b""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file, file.openstream([name]) as stream:
            content: bytes = stream.read()
            return content
    except (OSError, ValueError, LookupError, AttributeError, RecursionError):
        return b""


def holds_twice(data: bytes, *names: str) -> bool:
    """Tell whether streams of these names stand in more than one place, outside or embedded."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            wanted = {name.lower() for name in names}
            return sum(path[-1].lower() in wanted for path in file.listdir()) > 1
    except (OSError, ValueError, LookupError, AttributeError, RecursionError):
        return False
