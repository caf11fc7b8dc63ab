"""Files that would end the whole program instead of failing: refused before calamine sees them.

calamine lays a sheet out as one block of memory from its first cell to its last and makes room for
as many shared strings as the file announces. Two kilobytes that name a cell XFD1048576 make it ask
for half a terabyte, and the program is aborted, which no `except` can catch
(github.com/tafia/calamine/issues/693). What is looked for here costs a fraction of the reading.
"""

import re
from collections.abc import Collection
from zipfile import ZipInfo

from toolkit.errors import UnreadableFileError
from toolkit.files.sheet_marks import Marks, is_escaped, is_marked, is_recoded
from toolkit.files.zip_parts import damage_named, damaged, unpacked, zip_parts
from toolkit.model.refs import column_number

MAX_CELLS = 20_000_000
"""The most cells of a sheet's block; the largest ordinary file of a large corpus has 400,000."""

MAX_PARTS = 5_000
MAX_PART_SIZE = 256 * 2**20
MAX_SIZE = 512 * 2**20
MAX_KEPT = 4 * 2**20
"""The largest package of which more is kept than what was seen; a return has a tenth of that."""

_FAR = re.compile(rb'r="(?:[A-Za-z]{3}\d|[A-Za-z]{0,2}0*\d{5})')
"""A place that may lie far out. It begins with plain letters, which are found ten times faster."""
_VERY_FAR = re.compile(rb'r="(?:[A-Za-z]{2,3}\d|[A-Za-z]?0*(?:[7-9]\d{5}|\d{7}))')
"""A cell or row beyond column Z or row 699,999; a sheet without one is no hazard."""
_CELL = re.compile(
    rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Za-z]{1,3})0*(\d{1,9})["'][^>]*(?<!/)>(?!</(?:\w+:)?c>)"""
)
_UNPLACED = re.compile(rb"""<(?:\w+:)?c(?=[\s/>])(?![^>]*\sr=)""")
"""A cell that does not say where it is."""
_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br=["']0*(\d{1,9})["'][^>]*(?<!/)>""")
_UNIQUE = re.compile(rb"""\buniqueCount=["'](\d+)["']""")
_SHORTEST_STRING = len("<si/>")


def refuse_hazards(
    data: bytes, parts: Collection[ZipInfo] | None = None, unread: Collection[str] = ()
) -> Marks:
    """Refuse a zip package that would exhaust the memory.

    Args:
        data: The package.
        parts: Its directory, where that was read already.
        unread: Parts, in small letters, that nobody is going to read; a worksheet is unpacked only
            when it is read.

    Returns:
        What was seen of things that calamine does not tell. Where it names worksheets that are
        `far`, calamine must see what `drawn_together` makes of them instead.

    Raises:
        UnreadableFileError: It is damaged, unpacks to more than the limits, or announces more
            strings than it can hold.
    """
    listed = zip_parts(data) if parts is None else parts
    _check_sizes(listed)
    sheets: list[str] = []
    far: list[str] = []
    contents: dict[str, bytes] = {}
    is_small = sum(part.file_size for part in listed) <= MAX_KEPT
    escaped = recode = False
    with damage_named():
        for part in listed:
            name = part.filename.lower()
            if not name.endswith(".xml") or name in unread:
                continue
            if name.startswith("xl/worksheets/"):
                content = unpacked(data, part)
                if _is_far(content):
                    far.append(part.filename)
                if is_marked(content):
                    sheets.append(part.filename)
            elif name == "xl/sharedstrings.xml":
                content = unpacked(data, part)
                _check_strings(content)
            else:
                continue
            if is_small:
                contents[part.filename] = content
            escaped = escaped or is_escaped(content)
            recode = recode or is_recoded(content)
    return Marks(tuple(sheets), escaped, recode, tuple(far), contents)


def _check_sizes(parts: Collection[ZipInfo]) -> None:
    if len(parts) > MAX_PARTS or len({part.filename for part in parts}) != len(parts):
        raise damaged("内部文件太多或者重名")
    sizes = [part.file_size for part in parts]
    if sum(sizes) > MAX_SIZE or max(sizes, default=0) > MAX_PART_SIZE:
        raise too_large()


def _is_far(sheet: bytes) -> bool:
    """Tell whether a sheet's block from A1 to its last cell may be larger than any form."""
    near = not _FAR.search(sheet) or not _VERY_FAR.search(sheet)
    if near and (b"'" not in sheet or b"r='" not in sheet):  # one rare byte is found faster
        return False
    last_row = last_column = 0
    for match in _CELL.finditer(sheet):
        last_column = max(last_column, column_number(match[1].decode()) + 1)
        last_row = max(last_row, int(match[2]))
    for match in _ROW.finditer(sheet):
        last_row = max(last_row, int(match[1]))
    return last_row * last_column > MAX_CELLS or _UNPLACED.search(sheet) is not None


def _check_strings(strings: bytes) -> None:
    """Refuse a table of texts that announces more texts than it has room for."""
    announced = _UNIQUE.search(strings, 0, 2000)
    if announced and int(announced[1]) > len(strings) // _SHORTEST_STRING:
        raise damaged("文字总数与内容不符")


def too_large() -> UnreadableFileError:
    """Return the error for a file that nobody can have meant."""
    return UnreadableFileError(
        "工作表大得不正常，不能安全读取",
        "请报送单位把表格复制到下发的表里重新报送；多半是表格末尾有误填的单元格。",
    )
