"""Reading .xlsx and .xlsm: calamine, then openpyxl where it fails, and what both pass over."""

from collections.abc import Collection
from dataclasses import replace
from zipfile import ZipInfo

from toolkit.files.calamine_reader import ReaderError, read_sheets
from toolkit.files.cell_notes import has_notes, notes_of
from toolkit.files.far_cells import drawn_together
from toolkit.files.hazards import refuse_hazards
from toolkit.files.raw_rows import plain
from toolkit.files.recoded import recoded
from toolkit.files.second_reader import read_with_openpyxl
from toolkit.files.sheet_faults import Fault, faults_of, parts_of
from toolkit.files.shown_numbers import with_shown_numbers
from toolkit.files.zip_parts import with_stored, zip_parts
from toolkit.model.workbook import RawSheet


def read_open_xml(
    data: bytes, parts: Collection[ZipInfo], skip: Collection[str]
) -> tuple[RawSheet, ...]:
    """Return the worksheets of an .xlsx package.

    Raises:
        ReaderError: No reader can read it.
        UnreadableFileError: It is damaged, or would exhaust the memory.
    """
    marks = refuse_hazards(data, parts, parts_of(data, parts, skip) if skip else ())
    if marks.recode:
        data = recoded(data, parts)
        parts = zip_parts(data)
        marks = refuse_hazards(data, parts)
    if marks.far:
        near = drawn_together(data, parts, marks.far)
        sheets = near.spread(_read(near.data, near.data, skip))
    else:
        quick = with_stored(data, parts, marks.contents) if marks.contents else data
        sheets = _read(quick, data, skip)
    if marks.escaped:
        sheets = tuple(
            replace(sheet, rows=[[plain(value) for value in row] for row in sheet.rows])
            for sheet in sheets
        )
    if marks.sheets:
        faults = faults_of(data, marks.sheets)
        sheets = tuple(faults.get(sheet.name, Fault()).laid_over(sheet) for sheet in sheets)
    sheets = with_shown_numbers(sheets, data, parts)
    if has_notes(parts):
        notes = notes_of(data)
        sheets = tuple(replace(sheet, notes=notes.get(sheet.name, ())) for sheet in sheets)
    return sheets


def _read(quick: bytes, data: bytes, skip: Collection[str]) -> tuple[RawSheet, ...]:
    """Read a package.

    Args:
        quick: The same, as it is read faster.
    """
    failed = ReaderError("")
    try:
        sheets = tuple(read_sheets(quick, skip).values())
    except ReaderError as error:
        failed, sheets = error, ()
    if sheets:
        return sheets
    try:
        return read_with_openpyxl(data, skip)
    except ReaderError as error:
        raise (failed if str(failed) else error) from error
