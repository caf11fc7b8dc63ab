"""What a returned file really was before it became rows of values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FileType(StrEnum):
    """What a file is by its content; the values are what people call it."""

    XLSX = "xlsx 工作簿"
    XLSB = "xlsb 工作簿"
    XLS = "Excel 97-2003 工作簿"
    ODS = "ODF 表格"
    XML = "XML 表格"
    PAGE = "网页"
    TEXT = "文本"
    DOCX = "Word 文档"
    DOC = "文字文档"
    PDF = "PDF 文件"


@dataclass(frozen=True, slots=True)
class Nature:
    """What a file was that was read, whatever its name says.

    Attributes:
        macros: Whether it carries macros; nothing here ever runs them.
    """

    type: FileType = FileType.XLSX
    macros: bool = False

    @property
    def printed(self) -> bool:
        """Whether rows and cells were guessed from printed pages.

        A cell may be torn where a page ends, and nobody knows which line breaks its author made.
        """
        return self.type is FileType.PDF

    def fits(self, name: str) -> bool:
        """Tell whether a file's name may end as it does.

        A name without an ending, or with one that says nothing (2021.9月), never contradicts.
        """
        ending = name.rpartition(".")[2].strip().lower()
        return ending in _ENDINGS[self.type] or ending not in _TELLING


PLAIN = Nature()
"""Nearly every return."""

_ENDINGS: Mapping[FileType, frozenset[str]] = {
    kind: frozenset(endings.split())
    for kind, endings in {
        # WPS gives its own .et and .wps either structure, and opens each in either.
        FileType.XLSX: "xlsx xlsm xltx xltm et ett",
        FileType.XLSB: "xlsb",
        FileType.XLS: "xls xlt et ett",
        FileType.ODS: "ods ots fods xml",
        FileType.XML: "xml",
        FileType.PAGE: "htm html xhtml mht mhtml",
        FileType.TEXT: "txt text csv tsv tab prn",
        FileType.DOCX: "docx docm dotx dotm wps wpt",
        # What LibreOffice has to convert: Word opens each of them by any of these names.
        FileType.DOC: "doc dot wps wpt rtf odt ott",
        FileType.PDF: "pdf",
    }.items()
}
_OTHERS = "jpg jpeg png gif bmp tif tiff zip rar 7z gz ofd ppt pptx dps eml msg"
_TELLING = frozenset(_OTHERS.split()).union(*_ENDINGS.values())
"""The endings that say what a file is."""
