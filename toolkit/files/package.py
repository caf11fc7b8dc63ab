"""Packing office documents so that the same content gives the same bytes."""

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Mapping
from datetime import datetime

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_CORE_SIZE = 2**16
"""Bytes that are read of it; it says what it says in a few hundred, and may unpack to any size."""
_MODIFIED = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*(<)")


def repacked(
    data: bytes,
    when: datetime | None = None,
    parts: Mapping[str, bytes] | None = None,
    without: Collection[str] = (),
) -> bytes:
    """Return an OPC package with its parts in fixed order and with fixed times.

    Args:
        data: A .xlsx or .docx file.
        when: What its properties give as the time of creation and change; unchanged when None.
        parts: Parts that take the place of those of the same name, and new ones.
        without: Parts that are left out.
    """
    given = parts or {}
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        names = {*source.namelist(), *given}.difference(without)
        for name in sorted(names, key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            part = given[name] if name in given else source.read(name)
            if name == _CORE and when is not None:
                part = _MODIFIED.sub(
                    rb"\g<1>" + f"{when:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\2", part
                )
            archive.writestr(entry, part)
    return packed.getvalue()


def saved_at(data: bytes) -> datetime | None:
    """Return when a program last saved a workbook, None where the file does not say so."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source, source.open(_CORE) as part:
            core = part.read(_CORE_SIZE)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, RuntimeError):
        return None
    match = re.search(rb"<dcterms:modified[^>]*>([^<]+)<", core)
    try:
        return datetime.fromisoformat(match[1].decode()[:19]) if match else None
    except ValueError:
        return None
