"""Files that would end the whole program instead of failing: refused before calamine sees them.

calamine lays a sheet out as one block of memory from its first cell to its last and makes room for
as many shared strings as the file announces. Two kilobytes that name a cell XFD1048576 make it ask
for half a terabyte, and the program is aborted, which no `except` can catch
(github.com/tafia/calamine/issues/693). What is looked for here costs a fraction of the reading.
"""

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from isal import isal_zlib
from isal.igzip_lib import IsalError

from toolkit.errors import UnreadableFileError

MAX_CELLS = 20_000_000
"""The most cells of a sheet's block; the largest ordinary file of a large corpus has 400,000."""

MAX_PARTS = 5_000
MAX_PART_SIZE = 256 * 2**20
MAX_SIZE = 512 * 2**20

_FAR = re.compile(rb'r="(?:[A-Za-z]{3}\d|[A-Za-z]{0,2}0*\d{5})')
"""A place that may lie far out. It begins with plain letters, which are found ten times faster."""
_VERY_FAR = re.compile(rb'r="(?:[A-Za-z]{2,3}\d|[A-Za-z]?0*(?:[7-9]\d{5}|\d{7}))')
"""A cell or row beyond column Z or row 699,999; a sheet without one is no hazard."""
_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Za-z]{1,3})0*(\d{1,9})["'][^>]*(?<!/)>""")
_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br=["']0*(\d{1,9})["'][^>]*(?<!/)>""")
_UNIQUE = re.compile(rb"""\buniqueCount=["'](\d+)["']""")
_SHORTEST_STRING = len("<si/>")

# APPNOTE.TXT of the zip format, 4.3.7 (local file header) and 4.4.4 (general purpose bits).
_HEADER_SIZE, _LENGTHS_AT = 30, 26
_IS_ENCRYPTED = 1
_RAW_DEFLATE = -15
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def refuse_hazards(data: bytes) -> None:
    """Refuse a zip package that would exhaust the memory.

    Raises:
        UnreadableFileError: It is damaged, unpacks to more than the limits, or announces more
            cells or strings than it can hold.
    """
    with _package(data) as package:
        for part in package.infolist():
            name = part.filename
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                _check_cells(_unpacked(data, part))
            elif name.lower() == "xl/sharedstrings.xml":
                _check_strings(_unpacked(data, part))


def refuse_bombs(data: bytes) -> None:
    """Refuse a zip package that says itself that it unpacks to more than the limits.

    Raises:
        UnreadableFileError: It does, or is damaged.
    """
    with _package(data):
        pass


def refuse_block(rows: int, columns: int) -> None:
    """Refuse a sheet that was opened, when its block from A1 to its last cell is too large to use.

    Raises:
        UnreadableFileError: It has more than `MAX_CELLS`.
    """
    if rows * columns > MAX_CELLS:
        raise _too_large()


@contextmanager
def _package(data: bytes) -> Iterator[zipfile.ZipFile]:
    """Open a zip package of bearable size; what fails while it is read is told in plain words."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_sizes(package.infolist())
            yield package
    except (zipfile.BadZipFile, IsalError, struct.error, OSError, ValueError) as error:  # type: ignore[misc]
        raise _damaged("压缩包不完整") from error
    except (NotImplementedError, RuntimeError) as error:
        raise _damaged("压缩方式不常见，或者加了密码") from error


def _unpacked(data: bytes, part: zipfile.ZipInfo) -> bytes:
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


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MAX_PARTS or len({part.filename for part in parts}) != len(parts):
        raise _damaged("内部文件太多或者重名")
    sizes = [part.file_size for part in parts]
    if sum(sizes) > MAX_SIZE or max(sizes, default=0) > MAX_PART_SIZE:
        raise _too_large()


def _check_cells(sheet: bytes) -> None:
    """Refuse a sheet whose block from A1 to its last cell is larger than any form."""
    near = not _FAR.search(sheet) or not _VERY_FAR.search(sheet)
    if near and b"r='" not in sheet:
        return
    last_row = last_column = 0
    for match in _CELL.finditer(sheet):
        last_column = max(last_column, _column_number(match[1]))
        last_row = max(last_row, int(match[2]))
    for match in _ROW.finditer(sheet):
        last_row = max(last_row, int(match[1]))
    refuse_block(last_row, last_column)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _check_strings(strings: bytes) -> None:
    """Refuse a table of texts that announces more texts than it has room for."""
    announced = _UNIQUE.search(strings, 0, 2000)
    if announced and int(announced[1]) > len(strings) // _SHORTEST_STRING:
        raise _damaged("文字总数与内容不符")


def _damaged(what: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"文件已损坏，打不开（{what}）",
        "请报送单位在 WPS 或 Excel 中打开、另存为 .xlsx 后重新发送。",
    )


def _too_large() -> UnreadableFileError:
    return UnreadableFileError(
        "工作表大得不正常，不能安全读取",
        "请报送单位把表格复制到下发的表里重新报送；多半是表格末尾有误填的单元格。",
    )
