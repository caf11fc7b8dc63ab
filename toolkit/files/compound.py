"""Compound files (.xls) whose chains of sectors run in a circle: refused before calamine sees them.

A compound file is a small file system: a table says for each sector which one follows (MS-CFB 2.2
and 2.3). calamine follows a chain to its end; where the end leads back into the chain, it collects
sectors until the memory is gone, and the program with it.
"""

import struct
from collections.abc import Iterator, Sequence

from toolkit.errors import UnreadableFileError

_END = 0xFFFFFFFA
"""From here on a number is a mark (free, end of chain, …), not a sector."""

_ENTRY = 128
_IN_HEADER = 109
_STREAM, _ROOT = 2, 5
_SHORTEST_IN_FAT = 4096


def refuse_circles(data: bytes) -> None:
    """Refuse a compound file with a chain that never ends.

    Other damage is left to calamine, which survives it.

    Raises:
        UnreadableFileError: It has.
    """
    try:
        _check(data)
    except struct.error as error:
        raise _damaged() from error


def _check(data: bytes) -> None:
    (shift,) = struct.unpack_from("<H", data, 0x1E)
    if shift not in (9, 12):
        raise _damaged()
    directory, mini_start, difat_start = (
        struct.unpack_from("<I", data, place)[0] for place in (0x30, 0x3C, 0x44)
    )
    size = 1 << shift
    fat_sectors = _fat_sectors(data, size, difat_start)
    fat = [number for sector in fat_sectors for number in _numbers(data, size, sector)]
    mini = [n for sector in _chain(mini_start, fat) for n in _numbers(data, size, sector)]
    for sector in _chain(directory, fat):
        for entry in range(0, size, _ENTRY):
            _check_entry(data, (sector + 1) * size + entry, fat, mini)


def _fat_sectors(data: bytes, size: int, difat_start: int) -> list[int]:
    """Return the sectors of the table itself: the first 109 stand in the header, others follow."""
    listed = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 0x4C))
    seen: set[int] = set()
    sector = difat_start
    while sector < _END:
        if sector in seen:
            raise _damaged()
        seen.add(sector)
        *numbers, sector = _numbers(data, size, sector) or (_END,)
        listed += numbers
    sectors = [number for number in listed if number < _END]
    if len(sectors) > len(data) // size + 1:
        raise _damaged()
    return sectors


def _numbers(data: bytes, size: int, sector: int) -> tuple[int, ...]:
    content = data[(sector + 1) * size : (sector + 2) * size]
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def _chain(start: int, fat: Sequence[int]) -> Iterator[int]:
    """Return the sectors of a chain; refuse one that comes back to itself."""
    chain: dict[int, None] = {}
    while start < len(fat):
        if start in chain:
            raise _damaged()
        chain[start] = None
        start = fat[start]
    return iter(chain)


def _check_entry(data: bytes, place: int, fat: Sequence[int], mini: Sequence[int]) -> None:
    """Check the stream of a directory entry; short ones lie in the small sectors of the root."""
    if place + _ENTRY > len(data):
        return
    kind = data[place + 66]
    start, length = struct.unpack_from("<II", data, place + 116)
    if kind in (_STREAM, _ROOT):
        _chain(start, fat if kind == _ROOT or length >= _SHORTEST_IN_FAT else mini)


def _damaged() -> UnreadableFileError:
    return UnreadableFileError(
        "文件已损坏，打不开（内部结构有误）",
        "请报送单位在 WPS 或 Excel 中打开、另存为 .xlsx 后重新发送。",
    )
