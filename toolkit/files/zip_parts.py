"""The parts of a zip package, listed once and unpacked fast."""

import io
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from isal import isal_zlib
from isal.igzip_lib import IsalError

from toolkit.errors import UnreadableFileError

# APPNOTE.TXT of the zip format, 4.3.7 (local file header) and 4.4.4 (general purpose bits).
_HEADER_SIZE, _LENGTHS_AT = 30, 26
_IS_ENCRYPTED = 1
_RAW_DEFLATE = -15
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def zip_parts(data: bytes) -> tuple[zipfile.ZipInfo, ...]:
    """Return what a zip file's directory lists.

    Raises:
        UnreadableFileError: The directory is damaged or missing.
    """
    with damage_named(), zipfile.ZipFile(io.BytesIO(data)) as package:
        return tuple(package.infolist())


def unpacked(data: bytes, part: zipfile.ZipInfo) -> bytes:
    """Return a part's bytes; zipfile would take twice the time. Its checksum is calamine's matter.

    Raises:
        NotImplementedError: It is packed in another way than office programs do, or encrypted.
        ValueError: It unpacks to another size than it announces.
    """
    if part.flag_bits & _IS_ENCRYPTED or part.compress_type not in _WAYS:
        raise NotImplementedError
    lengths = struct.unpack_from("<HH", data, part.header_offset + _LENGTHS_AT)
    start = part.header_offset + _HEADER_SIZE + sum(lengths)
    content = data[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_DEFLATED:
        content = isal_zlib.decompressobj(_RAW_DEFLATE).decompress(content, part.file_size + 1)
    if len(content) != part.file_size:
        raise ValueError(f"{part.filename} unpacks to {len(content)} bytes")
    return content


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
