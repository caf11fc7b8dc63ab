"""Notes and merged ranges in the records of an .xls workbook (MS-XLS).

A NOTE names its cell, its author and a drawn object; the object's text stands in a TXO record
behind the OBJ record with its number, and in the CONTINUE records that follow.
"""

import re
import struct
from collections.abc import Iterator

from toolkit.files.biff import records, sheet_starts
from toolkit.files.raw_rows import plain, without_author
from toolkit.model.sheets import Range
from toolkit.model.workbook import CellNote

_BOF, _EOF, _CONTINUE = 0x0809, 0x000A, 0x003C
_NOTE, _OBJ, _TXO, _MERGED = 0x001C, 0x005D, 0x01B6, 0x00E5
_TXO_HEAD = b"\xb6\x01\x12\x00"
_LIKELY = re.compile(rb"\x1c\x00[\x0b-\xff]\x00.{4}[\x00-\xff][\x00\x01].{4}[\x00\x01]", re.DOTALL)

Record = tuple[int, int, int]


def has_notes(stream: bytes) -> bool:
    """Tell whether a workbook stream may hold notes; that costs next to no time."""
    return _TXO_HEAD in stream and _LIKELY.search(stream) is not None


def notes_of(stream: bytes) -> dict[int, tuple[CellNote, ...]]:
    """Return the notes of each sheet by its position."""
    return {
        position: tuple(_notes(stream, list(_own_records(stream, start))))
        for position, start in enumerate(sheet_starts(stream))
    }


def merges_of(stream: bytes) -> dict[int, tuple[Range, ...]]:
    """Return the merged ranges of each sheet by its position."""
    return {
        position: tuple(
            area
            for number, place, length in _own_records(stream, start)
            if number == _MERGED
            for area in _areas(stream[place : place + length])
        )
        for position, start in enumerate(sheet_starts(stream))
    }


def _own_records(stream: bytes, start: int) -> Iterator[Record]:
    """Yield the records of a sheet, without those of charts inside it."""
    depth = 0
    for record in records(stream, start):
        if record[0] == _BOF:
            depth += 1
        elif record[0] == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield record


def _notes(stream: bytes, own: list[Record]) -> Iterator[CellNote]:
    texts = dict(_object_texts(stream, own))
    for number, place, length in own:
        if number == _NOTE and length >= 11:
            row, column, _, object_number, count, wide = struct.unpack_from("<5HB", stream, place)
            size = count * 2 if wide & 1 else count
            author = _decoded(stream[place + 11 : place + min(length, 11 + size)], wide)
            text = without_author(texts.get(object_number, ""), author)
            if text:
                yield CellNote(row, column, text, author)


def _object_texts(stream: bytes, own: list[Record]) -> Iterator[tuple[int, str]]:
    """Yield the number and text of each drawn object that has one."""
    current = -1
    for position, (number, place, length) in enumerate(own):
        if number == _OBJ and length >= 8:
            current = struct.unpack_from("<H", stream, place + 6)[0]
        elif number == _TXO and length >= 12:
            characters = struct.unpack_from("<H", stream, place + 10)[0]
            yield current, str(plain(_text(stream, own[position + 1 :], characters)))


def _text(stream: bytes, following: list[Record], characters: int) -> str:
    text = ""
    for number, place, length in following:
        if number != _CONTINUE or len(text) >= characters:
            break
        if length:
            text += _decoded(stream[place + 1 : place + length], stream[place])
    return text[:characters]


def _decoded(content: bytes, wide: int) -> str:
    return content.decode("utf-16-le" if wide & 1 else "latin-1", "replace")


def _areas(content: bytes) -> Iterator[Range]:
    count = min(struct.unpack_from("<H", content)[0], (len(content) - 2) // 8) if content else 0
    for number in range(count):
        first, last, left, right = struct.unpack_from("<4H", content, 2 + 8 * number)
        yield Range(first, left, last, right)
