"""What a guarded process does with a returned file; its results are plain values that travel well."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import starmap
from operator import attrgetter
from pathlib import Path

from toolkit.errors import UnreadableFileError
from toolkit.files.digests import digest, file_digest
from toolkit.files.formula_results import with_results
from toolkit.files.workbooks import read_path, read_workbook
from toolkit.model.nature import FileType, Nature
from toolkit.model.sheets import Range
from toolkit.model.workbook import CellNote, RawSheet, RawWorkbook

_APART = "\0"
"""What no path holds."""

Area = tuple[int, int, int, int]
Note = tuple[int, int, str, str]
Sheet = tuple[
    str,
    bool,
    Sequence[Sequence[object]],
    frozenset[int],
    Sequence[Area],
    Sequence[Note],
]
"""The parts of a `RawSheet`: only plain values travel cheaply."""

Book = tuple[str, bool, Sequence[Sheet]]
"""The parts of a `RawWorkbook`, what its file was and whether that had macros first."""

Outcome = tuple[str, Book | UnreadableFileError]
"""A file's digest, and its parts or why there are none."""

_AREA = attrgetter("first_row", "first_column", "last_row", "last_column")
_NOTE = attrgetter("row", "column", "text", "author")
_range = lru_cache(maxsize=4096)(Range)
"""The forms of a period have the same ranges again and again."""


def request(path: Path, password: str | None) -> str:
    """Return what asks for a file to be read: its path, and what may open it."""
    return f"{path}{_APART}{password}" if password else str(path)


def read(asked: str) -> Outcome:
    """Read a file once: what is hashed is what is read."""
    name, _, password = asked.partition(_APART)
    path = Path(name)
    try:
        data = read_path(path)
    except UnreadableFileError as error:
        return digest_on_disk(path), error
    sha256 = digest(data)
    try:
        workbook = with_results(read_workbook(data, password=password or None))
    except UnreadableFileError as error:
        if isinstance(error.__cause__, MemoryError):
            raise error.__cause__ from error
        return sha256, error
    nature = workbook.nature
    return sha256, (nature.type.value, nature.macros, [_parts(sheet) for sheet in workbook.sheets])


def rebuilt(book: Book) -> RawWorkbook:
    """Return the workbook whose parts have travelled."""
    told, macros, sheets = book
    return RawWorkbook(
        tuple(
            RawSheet(
                name,
                visible,
                rows,
                hidden,
                tuple(starmap(_range, merges)),
                tuple(starmap(CellNote, notes)),
            )
            for name, visible, rows, hidden, merges, notes in sheets
        ),
        Nature(FileType(told), macros),
    )


def digest_on_disk(path: Path) -> str:
    """Return the digest of a file that was not read, "" where the disk does not give it."""
    try:
        return file_digest(path)
    except OSError:
        return ""


def _parts(sheet: RawSheet) -> Sheet:
    merges, notes = list(map(_AREA, sheet.merges)), list(map(_NOTE, sheet.notes))
    return sheet.name, sheet.visible, sheet.rows, sheet.hidden_rows, merges, notes
