"""Reading returned files: whatever a person can read as a table becomes rows.

The content decides what a file is (`toolkit.files.kinds`). What would abort the program is refused
before (`toolkit.files.hazards`, `toolkit.files.compound`); whatever a reader raises becomes an
`UnreadableFileError`, so that one bad file never stops a batch.
"""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from toolkit.errors import ScanError, UnreadableFileError
from toolkit.files.calamine_reader import ReaderError, read_merged, read_sheets
from toolkit.files.compound import refuse_circles
from toolkit.files.delimited import read_delimited
from toolkit.files.far_cells import drawn_together
from toolkit.files.hazards import refuse_hazards
from toolkit.files.kinds import ZIP, Kind, compound_kind, kind_of, package_kind
from toolkit.files.locked import locked, opened
from toolkit.files.macros import compound_has_macros, package_has_macros
from toolkit.files.old_excel import read_old_xls, read_xls
from toolkit.files.old_word import as_docx
from toolkit.files.ole import OLE, Outer, outer
from toolkit.files.open_document import read_flat_ods, read_ods
from toolkit.files.open_xml import read_open_xml
from toolkit.files.page_rows import read_archived_pages, read_page, read_pdf_rows, read_word_rows
from toolkit.files.spreadsheet_ml import read_xml_2003
from toolkit.files.zip_parts import zip_parts
from toolkit.model.nature import FileType, Nature
from toolkit.model.sheets import Range
from toolkit.model.workbook import RawSheet, RawWorkbook

MAX_FILE_SIZE = 200 * 2**20

_RESEND = "请报送单位在 WPS 或 Excel 中打开、另存为 .xlsx 后重新发送。"
_FILL = "请报送单位把内容填入下发的表格后重新发送。"

Sheets = tuple[RawSheet, ...]


def read_workbook(
    data: bytes, skip: Collection[str] = (), password: str | None = None
) -> RawWorkbook:
    """Read a returned file given as bytes, whatever its name.

    Args:
        data: The file's bytes.
        skip: The names of worksheets that are not needed.
        password: What may open it, if it is locked.

    Raises:
        ScanError: It is a picture or a page without text, for people only.
        UnreadableFileError: It is no file with rows, or it is damaged or locked.
    """
    try:
        sheets, nature = _read(data, skip, password)
    except ReaderError as error:
        raise _unread(error) from error
    if not sheets:
        raise UnreadableFileError("文件里没有工作表", "请在 WPS 或 Excel 中打开核对后重新保存。")
    return RawWorkbook(sheets, nature)


def read_spreadsheet(data: bytes, skip: Collection[str] = ()) -> RawWorkbook:
    """Read a workbook that has to be one: no letter, page or text will do.

    Raises:
        UnreadableFileError: It is none, or it is damaged or locked.
    """
    kind = kind_of(data)
    if kind in _READERS and kind not in _SPREADSHEETS:
        raise UnreadableFileError("不是工作簿", "请在 WPS 或 Excel 中另存为 .xlsx 后重新运行。")
    return read_workbook(data, skip)


def _read(data: bytes, skip: Collection[str], password: str | None) -> tuple[Sheets, Nature]:
    macros = False
    if data.startswith(ZIP):
        parts = zip_parts(data)
        kind, macros = package_kind(data, parts), package_has_macros(parts)
        if kind is Kind.XLSX:
            return read_open_xml(data, parts, skip), Nature(FileType.XLSX, macros)
    elif data.startswith(OLE):
        document = outer(data)
        kind, macros = compound_kind(document), compound_has_macros(document)
        if kind in _OLD:
            return _OLD[kind](data, document, skip), Nature(FileType.XLS, macros)
    else:
        kind = kind_of(data)
        if kind is Kind.OLD_XLS:  # older than compound files
            return read_old_xls(data, Outer(), skip), Nature(FileType.XLS)
    if kind in _LOCKED:
        return _read(opened(data, password), skip, None)
    if kind in _READERS:
        reader, told = _READERS[kind]
        return reader(data, skip), Nature(told, macros)
    raise _refusal(kind, data)


def _read_xlsb(data: bytes, skip: Collection[str]) -> Sheets:
    refuse_hazards(data)
    return tuple(read_sheets(data, skip).values())


def _read_old_word(data: bytes, skip: Collection[str]) -> Sheets:
    return read_word_rows(as_docx(data), skip)


_LOCKED = (Kind.LOCKED_OOXML, Kind.LOCKED_XLS, Kind.LOCKED_DOC)
_OLD: Mapping[Kind, Callable[[bytes, Outer, Collection[str]], Sheets]] = {
    Kind.XLS: read_xls,
    Kind.OLD_XLS: read_old_xls,
}
_READERS: Mapping[Kind, tuple[Callable[[bytes, Collection[str]], Sheets], FileType]] = {
    Kind.XLSB: (_read_xlsb, FileType.XLSB),
    Kind.ODS: (read_ods, FileType.ODS),
    Kind.FODS: (read_flat_ods, FileType.ODS),
    Kind.XML_2003: (read_xml_2003, FileType.XML),
    Kind.HTML: (read_page, FileType.PAGE),
    Kind.MHT: (read_archived_pages, FileType.PAGE),
    Kind.TEXT: (read_delimited, FileType.TEXT),
    Kind.DOCX: (read_word_rows, FileType.DOCX),
    Kind.DOC: (_read_old_word, FileType.DOC),
    Kind.PDF: (read_pdf_rows, FileType.PDF),
}
_SPREADSHEETS = (Kind.XLSB, Kind.ODS, Kind.FODS, Kind.XML_2003)
_REASONS: Mapping[Kind, tuple[str, str]] = {
    Kind.ARCHIVE: (
        "这是压缩包，不是工作簿",
        "请解压后把里面的表格放入“2回收”，再重新运行。",
    ),
    Kind.MAIL: ("这是邮件，不是工作簿", "请把邮件里的附件存入“2回收”，再重新运行。"),
    Kind.DAMAGED: ("文件已损坏，打不开（内部结构有误）", _RESEND),
    Kind.UNKNOWN: ("不是表格，也不是能读取的文档", _FILL),
}


def _refusal(kind: Kind, data: bytes) -> UnreadableFileError:
    if kind is Kind.EMPTY:
        return UnreadableFileError(f"文件是空的（{len(data)} 字节）", "请报送单位重新发送。")
    if kind is Kind.PICTURE:
        return ScanError("是照片或扫描件，没有可以读取的文字", _FILL)
    if kind is Kind.OFD:
        return ScanError("是 OFD 版式文件，供查看和盖章用", _FILL)
    if kind is Kind.LOCKED_ODS:
        return locked()
    return UnreadableFileError(*_REASONS[kind])


def read_merges(data: bytes) -> dict[str, tuple[Range, ...]]:
    """Return the merged ranges of every worksheet of an .xlsx, .xlsb, .xls or .ods by its name.

    Raises:
        UnreadableFileError: As for `read_workbook`.
    """
    kind = kind_of(data)
    if kind in (Kind.XLSX, Kind.XLSB, Kind.ODS):
        if far := refuse_hazards(data).far:
            data = drawn_together(data, zip_parts(data), far).data
    elif kind is Kind.XLS:
        refuse_circles(data)
    else:
        raise _refusal(kind if kind in _REASONS or not data else Kind.UNKNOWN, data)
    try:
        return read_merged(data)
    except ReaderError as error:
        raise _unread(error) from error


def _unread(error: ReaderError) -> UnreadableFileError:
    if str(error) == "PasswordError":
        return locked()
    return UnreadableFileError(f"文件已损坏，打不开（{error}）", _RESEND)


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
