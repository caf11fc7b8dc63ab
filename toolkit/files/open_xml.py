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
from toolkit.files.zip_parts import zip_parts
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
        parts = zip_parts(data)  # they stand elsewhere now
        marks = refuse_hazards(data, parts)
    if marks.far:
        near = drawn_together(data, parts, marks.far)
        sheets = near.spread(_read(near.data, skip))
    else:
        sheets = _read(data, skip)
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


def _read(data: bytes, skip: Collection[str]) -> tuple[RawSheet, ...]:
    failed = ReaderError("")
    try:
        sheets = tuple(read_sheets(data, skip).values())
    except ReaderError as error:
        failed, sheets = error, ()
    if sheets:
        return sheets
    try:
        return read_with_openpyxl(data, skip)
    except ReaderError as error:
        raise (failed if str(failed) else error) from error
