"""A workbook of bulk sheets: shared strings escaped in groups, parts compressed as they are written.

On a table of text, xlsxwriter spends most of its time on four regular expressions a string and on
the slowest usual grade of compression. The private names of xlsxwriter are here for the reason that
`bulk_sheet` gives, and held by the same comparison.

There is one wanted difference: xlsxwriter copies a text that looks like `<r>...</r>` unescaped into
the workbook, since it keeps its own rich strings in this form. A department's text must not reach
the XML unescaped, so here it stays text, and rich strings are not available.
"""

import re
import zlib
from io import BytesIO, StringIO
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from isal.isal_zlib import compressobj
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.workbook import Workbook

from toolkit.files.bulk_sheet import BulkSheet

# The fastest grade, as Excel itself uses. On 140 MB of Chinese text it takes a quarter of the time
# of the usual grade (0.9 s for 3.5 s), and the workbook grows by a fifth.
COMPRESSION = 1
RAW_DEFLATE = -15

STRINGS_A_WRITE = 64
BETWEEN_STRINGS = "</t></si><si><t>"
# What makes a string need a closer look: characters of one byte here, the others in the code.
SPECIAL = b"&<>" + bytes({*range(0x20)} - {*b"\t\n"})
SPECIAL_BETWEEN = sum(character in "&<>" for character in BETWEEN_STRINGS)
UNSAFE_TEXT = re.compile("[\x00-\x08\x0b-\x1f&<>\ufffe\uffff]|_x[0-9a-fA-F]{4}_")


class BulkWorkbook(Workbook):  # type: ignore[misc]
    """A workbook of bulk sheets, written by `close` without temporary files.

    Texts are never taken for formulas, links or numbers. If `close` raises, what it wrote until
    then is worthless: use `atomic.replacing`.
    """

    worksheet_class = BulkSheet

    def __init__(self, path: Path) -> None:
        # xlsxwriter would write what its packager returns to the stream given here; ours writes to
        # the file by itself and returns nothing.
        super().__init__(
            BytesIO(),
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self._path = path
        self._archive: ZipFile

    def _store_workbook(self) -> None:
        with ZipFile(self._path, "w", ZIP_DEFLATED, compresslevel=COMPRESSION) as self._archive:
            super()._store_workbook()

    def _get_packager(self) -> "_StreamingPackager":
        return _StreamingPackager(self._archive)


class _StreamingPackager(Packager):  # type: ignore[misc]
    """Writes every part into the zip file as it comes."""

    def __init__(self, archive: ZipFile) -> None:
        super().__init__()
        self._archive = archive
        self._part: IO[bytes] | None = None

    def _create_package(self) -> list[tuple[Any, str, bool]]:
        """Write the whole workbook; nothing is left to do for xlsxwriter."""
        try:
            images = super()._create_package()
        finally:
            self._close_part()
        for stream, name, _ in images:
            with self._archive.open(name, "w") as part:
                part.write(stream.getvalue())
        return []

    def _filename(self, xml_filename: str) -> "_PartStream":
        """Begin the next part; xlsxwriter writes one after another."""
        self._close_part()
        self._part = self._archive.open(xml_filename, "w")
        # zipfile has no public way to another compressor. ISA-L makes the same format in a quarter
        # of zlib's time, and smaller files.
        self._part._compressor = compressobj(COMPRESSION, zlib.DEFLATED, RAW_DEFLATE)  # type: ignore[attr-defined]
        return _PartStream(self._part)

    def _close_part(self) -> None:
        if self._part:
            self._part.close()
            self._part = None

    def _write_shared_strings_file(self) -> None:
        if self.workbook.str_table.count:
            strings = _BulkSharedStrings()
            strings.string_table = self.workbook.str_table
            strings._set_xml_writer(self._filename("xl/sharedStrings.xml"))
            strings._assemble_xml_file()


class _PartStream(StringIO):
    """What xlsxwriter takes for a text stream in memory; it passes everything on to the zip file."""

    def __init__(self, part: IO[bytes]) -> None:
        super().__init__()
        self.write_bytes = part.write

    def write(self, text: str) -> int:
        self.write_bytes(_encode(text))
        return len(text)


class _BulkSharedStrings(SharedStrings):  # type: ignore[misc]
    """Writes many shared strings at once; groups with something special one by one."""

    def _write_sst_strings(self) -> None:
        strings: list[str] = self.string_table.string_array
        for start in range(0, len(strings), STRINGS_A_WRITE):
            group = strings[start : start + STRINGS_A_WRITE]
            text = BETWEEN_STRINGS.join(group)
            data = _encode(text)
            specials = len(data) - len(data.translate(None, SPECIAL))
            if (
                specials == SPECIAL_BETWEEN * (len(group) - 1)
                and not ("_x" in text or "\ufffe" in text or "\uffff" in text)
                and list(map(str.strip, group)) == group
            ):
                self.fh.write_bytes(b"<si><t>%b</t></si>" % data)
            else:
                self.fh.write("".join(map(self._shared_string, group)))

    def _shared_string(self, text: str) -> str:
        """Return a string's XML, escaped as xlsxwriter does."""
        if UNSAFE_TEXT.search(text):
            text = self._escape_data(self._escape_control_characters(text))
        # Excel drops outer blanks unless told not to; those that became escapes are none any more.
        space = "" if text == text.strip() else ' xml:space="preserve"'
        return f"<si><t{space}>{text}</t></si>"


def _encode(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        place = text[max(0, error.start - 20) : error.end]
        raise ValueError(f"half a character (a lone surrogate) at the end of {place!r}") from error
