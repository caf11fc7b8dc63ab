"""Reading workbooks: .xlsx and .xls through calamine.

calamine is Rust; on broken files it can raise a PanicException, which is no `Exception`. Whatever
it raises becomes an `UnreadableFileError`, so that one bad file never stops a batch. What would
abort the program is refused before (`toolkit.files.hazards`, `toolkit.files.compound`).
"""

import io
from collections.abc import Collection
from pathlib import Path

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from toolkit.errors import UnreadableFileError
from toolkit.files.compound import refuse_circles
from toolkit.files.hazards import refuse_block, refuse_bombs, refuse_hazards
from toolkit.model.sheets import Range
from toolkit.model.workbook import RawSheet, RawWorkbook

MAX_FILE_SIZE = 200 * 2**20

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = b"word/document.xml"
_PACKAGES = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis")
_RESEND = "请报送单位在 WPS 或 Excel 中打开、另存为 .xlsx 后重新发送。"


def read_workbook(data: bytes, skip: Collection[str] = ()) -> RawWorkbook:
    """Read the worksheets of a workbook given as bytes.

    Args:
        data: The file's bytes.
        skip: The names of worksheets that are not needed.

    Raises:
        UnreadableFileError: It is no .xlsx or .xls file, or it is damaged or protected by a password.
    """
    _check_kind(data)
    if data.startswith(_ZIP):
        refuse_hazards(data)
    return _read(data, skip)


def read_confined(data: bytes) -> RawWorkbook:
    """Read a workbook in a process that may die and whose memory is limited (`toolkit.files.guard`).

    What would exhaust the memory is not looked for, which saves a fifth of the time.

    Raises:
        UnreadableFileError: As for `read_workbook`.
    """
    _check_kind(data)
    if data.startswith(_ZIP):
        refuse_bombs(data)
    return _read(data, ())


def _read(data: bytes, skip: Collection[str]) -> RawWorkbook:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = tuple(
            _sheet(workbook, position)
            for position in _worksheets(workbook)
            if workbook.sheet_names[position] not in skip
        )
    except (KeyboardInterrupt, SystemExit, UnreadableFileError):
        raise
    except BaseException as error:
        raise _damaged(error, data) from error
    if not sheets:
        raise UnreadableFileError("文件里没有工作表", "请在 WPS 或 Excel 中打开核对后重新保存。")
    return RawWorkbook(sheets)


def read_merges(data: bytes) -> dict[str, tuple[Range, ...]]:
    """Return the merged ranges of every worksheet by its name.

    Raises:
        UnreadableFileError: As for `read_workbook`.
    """
    _check_kind(data)
    if data.startswith(_ZIP):
        refuse_hazards(data)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {
            sheet.name: tuple(Range(*start, *end) for start, end in sheet.merged_cell_ranges or ())
            for sheet in (workbook.get_sheet_by_index(p) for p in _worksheets(workbook))
        }
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise _damaged(error, data) from error


def read_path(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        UnreadableFileError: It cannot be read from the disk, or is too large for a table.
    """
    try:
        if path.stat().st_size > MAX_FILE_SIZE:
            raise UnreadableFileError(
                f"文件超过 {MAX_FILE_SIZE // 2**20} MB，不会是报表",
                "请报送单位用下发的表格重新填写；照片、视频不用放在表里。",
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(
            "无法从磁盘读取", "请确认文件没有被其他程序独占，再重新运行。"
        ) from error


def _check_kind(data: bytes) -> None:
    if not data:
        raise UnreadableFileError("文件是空的（0 字节）", "请报送单位重新发送。")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise _locked()
        refuse_circles(data)
    elif not data.startswith(_ZIP):
        raise UnreadableFileError(
            "不是 .xlsx 或 .xls 工作簿", "请报送单位在 WPS 或 Excel 中另存为 .xlsx 后重新发送。"
        )


def _locked() -> UnreadableFileError:
    return UnreadableFileError("文件设了打开密码", "请报送单位取消密码后重新发送。")


def _worksheets(workbook: CalamineWorkbook) -> tuple[int, ...]:
    work = python_calamine.SheetTypeEnum.WorkSheet
    return tuple(
        position for position, meta in enumerate(workbook.sheets_metadata) if meta.typ == work
    )


def _sheet(workbook: CalamineWorkbook, position: int) -> RawSheet:
    sheet: CalamineSheet = workbook.get_sheet_by_index(position)
    refuse_block(sheet.total_height, sheet.total_width)
    visible = workbook.sheets_metadata[position].visible == SheetVisibleEnum.Visible
    return RawSheet(sheet.name, visible, sheet.to_python(skip_empty_area=False))


def _damaged(error: BaseException, data: bytes) -> UnreadableFileError:
    name = type(error).__name__
    if name == "PasswordError":
        return _locked()
    if data.startswith(_ZIP):
        if _WORD in data:
            return UnreadableFileError(
                "这是 Word 文档，不是工作簿", "请报送单位把内容填入下发的表格后重新发送。"
            )
        if not any(mark in data for mark in _PACKAGES):
            return UnreadableFileError(
                "这是压缩包，不是工作簿", "请解压后把里面的表格放入“2回收”，再重新运行。"
            )
    return UnreadableFileError(f"文件已损坏，打不开（{name}）", _RESEND)
