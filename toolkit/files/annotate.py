"""Marking a returned workbook: faulty cells tinted and commented, a first sheet that lists them.

Only the parts that change are written anew: cells, formats, comments, and the list of sheets. All
others stay byte for byte: pictures, charts, shapes, buttons, macros, pivot tables, what formulas
have computed. Saved by openpyxl, a workbook would lose shapes, buttons, headers' pictures,
sparklines, newer validations, colours within a text, and every formula's value (measured with
openpyxl 3.1).
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from toolkit.errors import UnreadableFileError
from toolkit.files.corrections_sheet import put_list
from toolkit.files.edit_limits import can_be_edited
from toolkit.files.edited_cells import EditedCells
from toolkit.files.edited_notes import EditedNotes
from toolkit.files.edited_package import EditedPackage
from toolkit.files.edited_styles import EditedStyles, format_of
from toolkit.model.amendment import Amendment, numbered
from toolkit.model.form import NOTE_AUTHOR, NOTE_LEAD, THEIR_NOTE
from toolkit.model.refs import cell_name, cell_position

_MARKED = "FFFFC7CE"
_TO_FILL = "FFFFF8DC"
_STRICT = "purl.oclc.org"
_NO_BOX = (0, 0)
_Place = tuple[int, int]
_DAMAGE = (
    UnreadableFileError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    LookupError,
    ValueError,
    RuntimeError,
    StopIteration,
)
"""What editing a package stumbles over whose parts do not fit together."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A workbook with its marks.

    Attributes:
        suffix: What its name has to end with: Excel opens no macros under .xlsx.
    """

    data: bytes
    suffix: str


class _Book:
    """What of a workbook is edited."""

    def __init__(self, data: bytes) -> None:
        self.package = EditedPackage(data)
        self.styles = EditedStyles(self.package.tree(self.package.needed("styles")))
        self._cells: dict[str, EditedCells] = {}

    def cells(self, part: str) -> EditedCells:
        if part not in self._cells:
            self._cells[part] = EditedCells(self.package.tree(part))
        return self._cells[part]

    def notes(self, part: str) -> EditedNotes:
        return EditedNotes(self.package, part)


def annotated(data: bytes, entries: Sequence[Amendment], heading: str, when: datetime) -> Marked:
    """Return a unit's own workbook with its faults marked; everything else stays as it was.

    Marks of an earlier round are taken off first.

    Raises:
        UnreadableFileError: It is no .xlsx or .xlsm, or a Strict, a damaged or a huge one.
    """
    if not can_be_edited(data):
        raise _not_editable()
    try:
        book = _Book(data)
        _check(book.package, {entry.sheet for entry in entries if entry.sheet})
        for part in book.package.sheets.values():
            _clear(book, part)
        for (part, place), texts in _by_cell(book, entries).items():
            _mark(book, part, place, texts)
        put_list(book.package, book.styles, entries, heading)
        book.package.unsign()
        suffix = book.package.made_openable()
        return Marked(book.package.packed(when), suffix)
    except _DAMAGE as error:
        raise _not_editable() from error


def _check(package: EditedPackage, needed: set[str]) -> None:
    if _STRICT in package.tree(package.workbook).tag or not needed <= set(package.sheets):
        raise _not_editable()


def _not_editable() -> UnreadableFileError:
    return UnreadableFileError("无法在原文件上标注", "请用退回的表格修改后重新报送。")


def _by_cell(book: _Book, entries: Iterable[Amendment]) -> dict[tuple[str, _Place], list[str]]:
    """Return what is to be said at each cell; of merged cells at the one that shows."""
    cells: dict[tuple[str, _Place], list[str]] = {}
    for entry in entries:
        place = cell_position(entry.cell) if entry.cell else None
        if entry.sheet and place:
            part = book.package.sheets[entry.sheet]
            texts = [f"{point.message}{point.suggestion}" for point in entry.points]
            cells.setdefault((part, book.cells(part).shown(*place)), []).extend(texts)
    return cells


def _clear(book: _Book, part: str) -> None:
    """Take off the marks of an earlier round; a remark of the unit's own comes back."""
    notes = book.notes(part)
    for cell, text in [each for each in notes.texts() if each[1].startswith(NOTE_LEAD)]:
        theirs = text.partition(THEIR_NOTE)[2]
        if theirs:
            notes.set(cell, theirs, "", _NO_BOX)
        else:
            notes.remove(cell)
        place = cell_position(cell)
        if place:
            found = book.cells(part).at(*place)
            look = format_of(found)
            color = _TO_FILL if book.styles.is_unlocked(look) else None
            found.set("s", str(book.styles.filled(look, color)))


def _mark(book: _Book, part: str, place: _Place, texts: Sequence[str]) -> None:
    notes, cell = book.notes(part), cell_name(*place)
    text = NOTE_LEAD + numbered(tuple(texts))
    theirs = dict(notes.texts()).get(cell)
    if theirs is not None:
        text += THEIR_NOTE + theirs
    notes.set(cell, text, NOTE_AUTHOR, (240, 60 + 30 * len(texts)))
    found = book.cells(part).at(*place)
    found.set("s", str(book.styles.filled(format_of(found), _MARKED)))
