"""The second readers: openpyxl and xlrd read some files on which calamine gives up."""

import io
import re
import warnings
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from toolkit.files.biff import FAULTS
from toolkit.files.calamine_reader import ReaderError, guarded
from toolkit.files.raw_rows import plain, trimmed, without_author
from toolkit.files.sheet_faults import column_of
from toolkit.model.sheets import Range
from toolkit.model.workbook import CellFault, CellNote, RawSheet

_STRICT = b"purl.oclc.org/ooxml"
_MERGE = re.compile(r"""mergeCell\s[^>]*?\bref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})""")


def read_with_openpyxl(data: bytes, skip: Collection[str]) -> tuple[RawSheet, ...]:
    """Return the worksheets of an .xlsx package.

    Raises:
        ReaderError: openpyxl cannot read it, or would read nothing, as it does with Strict Open XML
            (ISO/IEC 29500-4).
    """
    return guarded(lambda: _openpyxl_sheets(data, skip))


def read_with_xlrd(data: bytes, skip: Collection[str]) -> dict[int, RawSheet]:
    """Return the worksheets of an .xls file, or of the workbook stream of one, by position.

    Raises:
        ReaderError: xlrd cannot read it.
    """
    return guarded(lambda: _xlrd_sheets(data, skip))


def _openpyxl_sheets(data: bytes, skip: Collection[str]) -> tuple[RawSheet, ...]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions, which nobody reads here
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return tuple(_openpyxl_rows(workbook, skip))


def _openpyxl_rows(workbook: Any, skip: Collection[str]) -> Iterator[RawSheet]:
    try:
        archive = workbook._archive
        if any(
            _STRICT in archive.read(n) for n in archive.namelist() if n.endswith("workbook.xml")
        ):
            raise ReaderError("Strict")
        for sheet in workbook.worksheets:
            if sheet.title not in skip:
                sheet.reset_dimensions()  # what a file says of its size may be anything
                rows = [[_value(cell) for cell in row] for row in sheet.iter_rows()]
                yield RawSheet(
                    sheet.title,
                    sheet.sheet_state == "visible",
                    trimmed(rows),
                    merges=_merges(archive.read(sheet._worksheet_path)),
                )
    finally:
        workbook.close()


def _merges(sheet: bytes) -> tuple[Range, ...]:
    """Return the merged ranges."""
    return tuple(
        Range(int(top) - 1, column_of(left), int(bottom) - 1, column_of(right))
        for left, top, right, bottom in _MERGE.findall(sheet.decode("utf-8", "replace"))
    )


def _value(cell: Any) -> object:
    value: object = cell.value
    if value is None:
        return ""
    return CellFault(str(value)) if cell.data_type == "e" else value


def _xlrd_sheets(data: bytes, skip: Collection[str]) -> dict[int, RawSheet]:
    import xlrd

    workbook = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), ragged_rows=True)
    # xlrd counts worksheets only; charts and macro sheets have a negative number here.
    places = {own: place for place, own in enumerate(workbook._all_sheets_map)}
    return {
        places.get(position, position): RawSheet(
            sheet.name,
            sheet.visibility == 0,
            trimmed(
                [
                    [_xlrd_value(cell, workbook.datemode) for cell in sheet.row(number)]
                    for number in range(sheet.nrows)
                ]
            ),
            notes=tuple(
                CellNote(
                    row, column, without_author(str(plain(note.text)), note.author), note.author
                )
                for (row, column), note in sheet.cell_note_map.items()
            ),
        )
        for position, sheet in enumerate(workbook.sheets())
        if sheet.name not in skip
    }


def _xlrd_value(cell: Any, datemode: int) -> object:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_ERROR:
        return CellFault(FAULTS.get(cell.value, "#N/A"))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _date(cell.value, datemode)
    value: object = cell.value
    return value


def _date(value: float, datemode: int) -> object:
    """Return a date, a time of day, or the number itself where it is neither."""
    import xlrd

    if not 0 <= value < 2958466:  # 9999-12-31 and one day
        return value
    moment: datetime = xlrd.xldate.xldate_as_datetime(value, datemode)
    if value < 1:
        return moment.time()
    return moment.date() if value == int(value) else moment
