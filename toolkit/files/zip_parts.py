"""The parts of a zip package, listed once and unpacked fast."""

import io
import struct
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from struct import Struct

from isal import isal_zlib
from isal.igzip_lib import IsalError

from toolkit.errors import UnreadableFileError

# APPNOTE.TXT of the zip format, 4.3.7 (local file header) and 4.4.4 (general purpose bits).
_HEADER_SIZE, _LENGTHS_AT = 30, 26
_IS_ENCRYPTED, _IN_UTF_8 = 1, 1 << 11
_NO_DATE = 0x21
# 4.3.7, 4.3.12 (central directory header) and 4.3.16 (end of central directory record).
_LOCAL, _LISTED, _END = Struct("<4s5H3I2H"), Struct("<4s6H3I5H2I"), Struct("<4s4H2IH")
_RAW_DEFLATE = -15
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def zip_parts(data: bytes) -> tuple[zipfile.ZipInfo, ...]:
    """Return what a zip file's directory lists.

    Raises:
        UnreadableFileError: The directory is damaged or missing, or calls a part otherwise than the
            part itself does: a worksheet under a wrong name would drop out without a word.
    """
    with damage_named(), zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = tuple(package.infolist())
        for part in parts:
            _check_name(data, part)
    return parts


def _check_name(data: bytes, part: zipfile.ZipInfo) -> None:
    encoding = "utf-8" if part.flag_bits & _IN_UTF_8 else "cp437"
    name = part.orig_filename.encode(encoding)
    start = part.header_offset + _HEADER_SIZE
    if data[start : start + len(name)] != name:
        raise ValueError(f"{part.orig_filename} is called otherwise by itself")


def unpacked(data: bytes, part: zipfile.ZipInfo) -> bytes:
    """Return a part's bytes; zipfile would take twice the time.

    The checksum is compared here: calamine ends with the last row, before it would do so.

    Raises:
        NotImplementedError: It is packed in another way than office programs do, or encrypted.
        ValueError: It unpacks to other bytes than were packed.
    """
    if part.flag_bits & _IS_ENCRYPTED or part.compress_type not in _WAYS:
        raise NotImplementedError
    content = _packed(data, part)
    if part.compress_type == zipfile.ZIP_DEFLATED:
        content = isal_zlib.decompressobj(_RAW_DEFLATE).decompress(content, part.file_size + 1)
    if len(content) != part.file_size:
        raise ValueError(f"{part.filename} unpacks to {len(content)} bytes")
    if isal_zlib.crc32(content) != part.CRC:
        raise ValueError(f"{part.filename} is damaged")
    return content


def _packed(data: bytes, part: zipfile.ZipInfo) -> bytes:
    lengths = struct.unpack_from("<HH", data, part.header_offset + _LENGTHS_AT)
    start = part.header_offset + _HEADER_SIZE + sum(lengths)
    return data[start : start + part.compress_size]


def with_stored(
    data: bytes, parts: Collection[zipfile.ZipInfo], contents: Mapping[str, bytes]
) -> bytes:
    """Return a package in which parts that were unpacked already need not be unpacked again.

    Args:
        data: The package.
        parts: Its directory.
        contents: What some of its parts hold, by their names.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    size = 0
    for part in parts:
        content = contents.get(part.filename)
        method = part.compress_type if content is None else zipfile.ZIP_STORED
        try:
            held = _packed(data, part) if content is None else content
        except struct.error:
            return data  # it leads astray where nobody may ever look
        name = part.filename.encode()
        common = (method, 0, _NO_DATE, part.CRC, len(held), part.file_size, len(name), 0)
        directory += (_LISTED.pack(b"PK\1\2", 20, 20, _IN_UTF_8, *common, 0, 0, 0, 0, size), name)
        pieces += (_LOCAL.pack(b"PK\3\4", 20, _IN_UTF_8, *common), name, held)
        size += _HEADER_SIZE + len(name) + len(held)
    listed = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(listed), size, 0)
    return b"".join((*pieces, listed, end))


@contextmanager
def damage_named() -> Iterator[None]:
    """Name in plain words what can be wrong with a zip file.

    Raises:
        UnreadableFileError: In place of what zipfile and the unpacker raise.
    """
    try:
        yield
    except (zipfile.BadZipFile, IsalError, struct.error, OSError, ValueError) as error:  # type: ignore[misc]
        raise damaged("压缩包不完整") from error
    except (NotImplementedError, RuntimeError) as error:
        raise damaged("压缩方式不常见，或者加了密码") from error


def damaged(what: str) -> UnreadableFileError:
    """Return the error for a damaged file."""
    return UnreadableFileError(
        f"文件已损坏，打不开（{what}）",
        "请报送单位在 WPS 或 Excel 中打开、另存为 .xlsx 后重新发送。",
    )
