"""Taking the files out of a .zip.

Names: APPNOTE.TXT 4.4.4 (bit 11: UTF-8) and 4.6.9 (Info-ZIP Unicode Path); without either, a name
is in whatever encoding the packing computer had, which here is UTF-8 or GB18030.
"""

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from toolkit.files.box import Box, RefusedError, chunks
from toolkit.files.leftovers import LINK
from toolkit.files.names import readable

_IS_ENCRYPTED, _IS_UTF8 = 0x1, 0x800
_UNICODE_PATH = 0x7075
_AES = 99
_HEADER, _LENGTHS_AT = 30, 26
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, struct.error, OSError)

LOCKED = "加了密码，打不开：请用密码手工解压后放入“2回收”，或请报送单位去掉密码重新发送"
WRONG_PASSWORD = "密码不对，打不开：请核对密码，或手工解压后放入“2回收”"  # noqa: S105  # a message
DAMAGED = "压缩包已损坏、不完整或只是分卷之一：请重新下载，或请报送单位重新发送"
BROKEN_MEMBER = "压缩包里的这个文件已损坏：请报送单位重新发送"
UNUSUAL = "压缩方式不常见，本工具解不开：请手工解压后放入“2回收”"


def unpack_zip(archive: Path, box: Box, password: str | None) -> None:
    """Put the files of a zip into a box.

    Raises:
        RefusedError: It cannot be unpacked, or its members share bytes.
    """
    try:
        with zipfile.ZipFile(archive) as package, archive.open("rb") as raw:
            entries = [entry for entry in package.infolist() if not _is_folder(entry)]
            _refuse_overlaps(package, raw)
            locked = [entry for entry in entries if entry.flag_bits & _IS_ENCRYPTED]
            if locked and password is None and len(locked) == len(entries):
                raise RefusedError(LOCKED)
            for entry in entries:
                _take(package, entry, box, password)
    except NotImplementedError as error:
        raise RefusedError(UNUSUAL) from error
    except (*_DAMAGE, ValueError) as error:  # ValueError: names that say UTF-8 and are not
        raise RefusedError(DAMAGED) from error


def _take(package: zipfile.ZipFile, entry: zipfile.ZipInfo, box: Box, password: str | None) -> None:
    name = entry_name(entry)
    if not box.admits(name):
        return
    if not _is_plain(entry.external_attr >> 16):
        box.refuse(name, LINK)
    elif entry.flag_bits & _IS_ENCRYPTED and (password is None or entry.compress_type == _AES):
        box.refuse(name, LOCKED if password is None else UNUSUAL)
    else:
        box.put(name, _content(package, entry, password), entry.compress_size)


def _content(
    package: zipfile.ZipFile, entry: zipfile.ZipInfo, password: str | None
) -> Iterator[bytes]:
    try:
        with package.open(entry, pwd=password.encode() if password else None) as file:
            yield from chunks(file)
    except NotImplementedError as error:
        raise RefusedError(UNUSUAL) from error
    except RuntimeError as error:
        raise RefusedError(WRONG_PASSWORD) from error
    except _DAMAGE as error:
        raise RefusedError(
            WRONG_PASSWORD if entry.flag_bits & _IS_ENCRYPTED else BROKEN_MEMBER
        ) from error


def entry_name(entry: zipfile.ZipInfo) -> str:
    """Return the name of an entry, whatever encoding it is in."""
    if entry.flag_bits & _IS_UTF8:
        return entry.orig_filename
    raw = entry.orig_filename.encode("cp437")
    return _unicode_path(entry.extra, raw) or readable(raw)


def _unicode_path(extra: bytes, raw: bytes) -> str:
    """Return the name of the Unicode Path field; it counts only while the name is unchanged."""
    for kind, field in _fields(extra):
        if kind == _UNICODE_PATH and field[:5] == struct.pack("<BL", 1, zlib.crc32(raw)):
            return field[5:].decode(errors="replace")
    return ""


def _fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, place)
        yield kind, extra[place + 4 : place + 4 + length]
        place += 4 + length


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    named = entry.orig_filename.endswith(("/", "\\")) and not entry.file_size
    return named or stat.S_ISDIR(entry.external_attr >> 16)


def _is_plain(mode: int) -> bool:
    """Tell whether a member is a file; what Info-ZIP packs from a pipe is marked as one."""
    return stat.S_IFMT(mode) in (0, stat.S_IFREG, stat.S_IFIFO)


def _refuse_overlaps(package: zipfile.ZipFile, raw: BinaryIO) -> None:
    """Refuse a zip in which one run of bytes serves as several members (David Fifield, 2019)."""
    end = 0
    for entry in sorted(package.infolist(), key=lambda e: e.header_offset):
        if entry.header_offset < end:
            raise RefusedError("里面的文件互相重叠（压缩炸弹），没有收取")
        raw.seek(entry.header_offset + _LENGTHS_AT)
        lengths = struct.unpack("<HH", raw.read(4))
        end = entry.header_offset + _HEADER + sum(lengths) + entry.compress_size
    if end > package.start_dir:
        raise zipfile.BadZipFile("a member reaches into the directory")


def first_name(data: bytes) -> str:
    """Return the name of a zip's first member, which can be read though its directory is lost."""
    if len(data) < _HEADER:
        return ""
    (length,) = struct.unpack_from("<H", data, _LENGTHS_AT)
    return readable(data[_HEADER : _HEADER + length])
