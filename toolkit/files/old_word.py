"""Old Word files (.doc, .wps, .rtf, .odt) made into .docx by LibreOffice, where it is installed."""

from toolkit.errors import UnreadableFileError
from toolkit.files import libre_office

_RESEND = "请报送单位在 WPS 或 Word 中打开、另存为 .docx 后重新发送。"
_ENDINGS = ((b"{\\rtf", ".rtf"), (b"PK", ".odt"), (b"<", ".xml"))


def as_docx(data: bytes) -> bytes:
    """Return an old Word file as .docx.

    Raises:
        UnreadableFileError: LibreOffice is not installed, or cannot read the file.
    """
    program = libre_office.office_program()
    if program is None:
        raise UnreadableFileError(
            "是旧版 Word 文件（.doc、.wps），这台电脑没有能转换它的程序", _RESEND
        )
    try:
        made = libre_office.converted(program, data, _ending(data), "docx")
    except TimeoutError as error:
        seconds = libre_office.SECONDS
        raise UnreadableFileError(
            f"是旧版 Word 文件，LibreOffice {seconds} 秒内没有转换完", _RESEND
        ) from error
    if made is None:
        raise UnreadableFileError("是旧版 Word 文件，LibreOffice 打不开它", _RESEND)
    return made


def _ending(data: bytes) -> str:
    return next((ending for mark, ending in _ENDINGS if data.startswith(mark)), ".doc")
