"""Compound files and .xls workbooks for tests, made byte by byte (MS-CFB, MS-XLS)."""

import struct
from collections.abc import Mapping, Sequence

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF
_SHORTEST = 4096


def ole(streams: Mapping[str, bytes], inside: Mapping[str, bytes] | None = None) -> bytes:
    """Return a compound file.

    Args:
        streams: Its outer streams.
        inside: Streams of an object that is embedded in it.
    """
    contents = [*streams.values(), *(inside or {}).values()]
    padded = [c.ljust(-(-max(len(c), _SHORTEST) // _SECTOR) * _SECTOR, b"\0") for c in contents]
    count = len(streams)
    entries = [_entry("Root Entry", 5, child=1)]
    for number, name in enumerate(streams, 1):
        right = number + 1 if number < count or inside else _NONE
        entries.append(_entry(name, 2, right=right))
    if inside:
        entries.append(_entry("MBD0001", 1, child=count + 2))
        for number, name in enumerate(inside, count + 2):
            last = number == count + 1 + len(inside)
            entries.append(_entry(name, 2, right=_NONE if last else number + 1))
    directory_sectors = -(-len(entries) // 4)
    fat = [_FAT, *_chain(1, directory_sectors)]
    start = 1 + directory_sectors
    places = [number for number, entry in enumerate(entries) if entry[66] == 2]
    for place, content in zip(places, padded, strict=True):
        size = len(content) // _SECTOR
        entries[place] = entries[place][:116] + struct.pack("<IQ", start, len(content))
        fat += _chain(start, size)
        start += size
    directory = b"".join(entries).ljust(directory_sectors * _SECTOR, b"\0")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    assert len(table) == _SECTOR, "a test's file fits into one sector of the table"
    return _header() + table + directory + b"".join(padded)


def _chain(start: int, size: int) -> list[int]:
    return [*range(start + 1, start + size), _END] if size else []


def _entry(name: str, kind: int, child: int = _NONE, right: int = _NONE) -> bytes:
    written = name.encode("utf-16-le")
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written) + 2, kind, 1, _NONE, right, child)
        + bytes(36)
        + struct.pack("<IQ", _END if kind == 5 else 0, 0)
    )


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, _SHORTEST, _END, 0, _END, 0
    )
    return head + struct.pack("<109I", 0, *[_FREE] * 108)


def record(number: int, content: bytes = b"") -> bytes:
    """Return a record of a workbook stream."""
    return struct.pack("<HH", number, len(content)) + content


def number_cell(row: int, column: int, value: float) -> bytes:
    """Return a cell that holds a number."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def fault_cell(row: int, column: int, code: int) -> bytes:
    """Return a cell that holds a fault that somebody typed."""
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def fault_formula(row: int, column: int, code: int) -> bytes:
    """Return a cell whose formula yields a fault."""
    value = struct.pack("<BxB3xH", 2, code, 0xFFFF)
    formula = struct.pack("<HBH", 3, 0x1E, 1)  # the number 1; what it says does not matter
    return record(0x0006, struct.pack("<HHH", row, column, 0) + value + bytes(6) + formula)


def row_record(row: int, *, hidden: bool) -> bytes:
    """Return what is said of a row."""
    return record(
        0x0208, struct.pack("<HHHHHHHH", row, 0, 3, 0xFF, 0, 0, 0x20 if hidden else 0, 0x0F)
    )


def biff8(cells: Sequence[bytes], *, locked: bool = False, name: str = "Sheet1") -> bytes:
    """Return the workbook stream of an .xls file with one sheet."""
    bof = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    password = record(0x002F, bytes(54)) if locked else b""
    xf = record(0x00E0, bytes(20))
    title = name.encode("ascii")
    length = len(bof) + len(password) + len(xf) + 4 + 8 + len(title) + 4
    sheet = record(0x0085, struct.pack("<IBBBB", length, 0, 0, len(title), 0) + title)
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    end = record(0x000A)
    return bof + password + xf + sheet + end + start + b"".join(cells) + end
