"""Taking the files out of a .tar, .tar.gz or .gz (and .bz2, .xz)."""

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from toolkit.files.box import BombError, Box, Readable, RefusedError, chunks, is_bomb
from toolkit.files.leftovers import LINK
from toolkit.files.names import readable

_MARK, _MARK_AT = b"ustar", 257
_BLOCK = 512
_DAMAGE = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
_DAMAGED = "压缩包已损坏或不完整：请重新下载，或请报送单位重新发送"

_OPENERS: Mapping[bytes, Callable[[Path], AbstractContextManager[Readable]]] = {
    b"\x1f\x8b\x08": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ\x00": lzma.open,
}


def is_tar(start: bytes) -> bool:
    """Tell whether a file that begins like this is a .tar (POSIX.1-1988 and later)."""
    return start[_MARK_AT : _MARK_AT + len(_MARK)] == _MARK


def is_squeezed(start: bytes) -> bool:
    """Tell whether a file that begins like this is a .gz, .bz2 or .xz."""
    return start.startswith(tuple(_OPENERS))


def unpack_tar(archive: Path, box: Box, _password: str | None) -> None:
    """Put the files of a plain .tar into a box.

    Raises:
        RefusedError: It is damaged.
    """
    with archive.open("rb") as file:
        _unpack(file, box)


def unpack_squeezed(archive: Path, box: Box, _password: str | None) -> None:
    """Put the files of a .tar.gz, or the one file of a .gz, into a box.

    Raises:
        RefusedError: It is damaged.
    """
    with archive.open("rb") as file:
        start = file.read(_BLOCK)
    opened = next(opener for mark, opener in _OPENERS.items() if start.startswith(mark))
    try:
        with opened(archive) as content:
            holds_tar = is_tar(content.read(_BLOCK))
        with opened(archive) as content:
            counted = _Counted(content, box, archive.stat().st_size)
            if holds_tar:
                _unpack(counted, box)
            elif box.admits(name := Path(box.name).stem):
                box.put(name, _whole(content), archive.stat().st_size)
    except _DAMAGE as error:
        raise RefusedError(_DAMAGED) from error


class _Counted:
    """A stream that ends the unpacking where it grows beyond all measure.

    What a tar only skips is unpacked all the same, so counting what is taken would not do.
    """

    def __init__(self, content: Readable, box: Box, packed: int) -> None:
        self._content = content
        self._limits = box.budget.limits
        self._packed = packed
        self._size = 0

    def read(self, size: int) -> bytes:
        data = self._content.read(size)
        self._size += len(data)
        too_large = self._size > self._limits.total + self._limits.ratio_from
        if too_large or is_bomb(self._size, self._packed, self._limits):
            raise BombError("压缩得不正常（像压缩炸弹），没有收取")
        return data


def _unpack(stream: Any, box: Box) -> None:
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for entry in archive:
                _take(archive, entry, box)
    except _DAMAGE as error:
        raise RefusedError(_DAMAGED) from error


def _take(archive: tarfile.TarFile, entry: tarfile.TarInfo, box: Box) -> None:
    name = readable(entry.name.encode(errors="surrogateescape"))
    if entry.isdir() or not box.admits(name):
        return
    file = archive.extractfile(entry) if entry.isreg() else None
    if file is None:
        box.refuse(name, LINK)
    else:
        box.put(name, chunks(file))


def _whole(content: Readable) -> Iterator[bytes]:
    try:
        yield from chunks(content)
    except _DAMAGE as error:
        raise RefusedError(_DAMAGED) from error
