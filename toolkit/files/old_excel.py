"""Reading .xls: calamine, then xlrd where it fails, and the records that calamine passes over."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from toolkit.files.biff import Passed, passed_over
from toolkit.files.biff_notes import has_notes, merges_of, notes_of
from toolkit.files.calamine_reader import ReaderError, read_sheets
from toolkit.files.compound import refuse_circles
from toolkit.files.ole import OLE, Outer
from toolkit.files.raw_rows import plain, replaced
from toolkit.files.second_reader import read_with_xlrd
from toolkit.model.workbook import RawSheet

_PLAIN = (str, float)
_BEFORE_ALL_DATES = datetime(1900, 1, 1)


def read_xls(data: bytes, document: Outer, skip: Collection[str]) -> tuple[RawSheet, ...]:
    """Return the worksheets of an .xls file of Excel 97 or later.

    Raises:
        ReaderError: No reader can read it.
        UnreadableFileError: It is damaged in a way that would exhaust the memory.
    """
    refuse_circles(data)
    stream = document.main
    if document.many:
        # calamine takes the first stream of that name, which may be an embedded object's.
        return _completed(_with_merges(read_with_xlrd(stream, skip), stream), stream)
    try:
        sheets = read_sheets(data, skip)
    except ReaderError as error:
        failed, sheets = error, {}
    else:
        failed = ReaderError("")
    if not sheets or any(map(_has_odd_date, sheets.values())):
        try:
            sheets = _with_merges(read_with_xlrd(data, skip), stream)
        except ReaderError as error:
            if not sheets:
                raise (failed if str(failed) else error) from error
    return _completed(sheets, stream)


def read_old_xls(data: bytes, document: Outer, skip: Collection[str]) -> tuple[RawSheet, ...]:
    """Return the worksheets of an .xls file of Excel 2 to 95: xlrd knows its code pages.

    Raises:
        ReaderError: No reader can read it.
        UnreadableFileError: It is damaged in a way that would exhaust the memory.
    """
    if data.startswith(OLE):
        refuse_circles(data)
    try:
        sheets = read_with_xlrd(data, skip)
    except ReaderError:
        if document.many:
            raise  # calamine would read an embedded object's
        sheets = read_sheets(data, skip)
    return _completed(sheets, b"")


def _completed(sheets: dict[int, RawSheet], stream: bytes) -> tuple[RawSheet, ...]:
    passed = dict(enumerate(passed_over(stream)))
    notes = notes_of(stream) if has_notes(stream) else {}
    return tuple(
        replace(
            _complete(sheet, passed.get(position, Passed())),
            notes=notes.get(position, sheet.notes),
        )
        for position, sheet in sheets.items()
    )


def _with_merges(sheets: dict[int, RawSheet], stream: bytes) -> dict[int, RawSheet]:
    """Return the sheets with their merged ranges, which xlrd looks for together with all styles."""
    merges = merges_of(stream)
    return {
        position: replace(sheet, merges=merges.get(position, ()))
        for position, sheet in sheets.items()
    }


def _complete(sheet: RawSheet, passed: Passed) -> RawSheet:
    rows = [[plain(value) for value in row] for row in sheet.rows]
    rows = replaced(rows, passed.faults) if passed.faults else rows
    hidden = frozenset(row for row in passed.hidden_rows if row < len(rows))
    return replace(sheet, rows=rows, hidden_rows=hidden)


def _has_odd_date(sheet: RawSheet) -> bool:
    """Tell whether a sheet holds a date before all dates, as a negative number becomes one."""
    return any(_is_odd(value) for row in sheet.rows for value in row if type(value) not in _PLAIN)


def _is_odd(value: object) -> bool:
    if isinstance(value, time | timedelta):
        return value in (time(), timedelta())
    if isinstance(value, datetime):
        return value < _BEFORE_ALL_DATES
    return isinstance(value, date) and value < _BEFORE_ALL_DATES.date()
