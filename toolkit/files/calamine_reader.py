"""The first reader of workbooks: calamine.

calamine is Rust; on broken files it can raise a PanicException, which is no `Exception`. Whatever
it raises becomes a `ReaderError`, so that one bad file never stops a batch.
"""

import io
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from typing import TypeVar

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from toolkit.files.raw_rows import trimmed
from toolkit.model.sheets import Range
from toolkit.model.workbook import RawSheet

T = TypeVar("T")


class ReaderError(Exception):
    """A reader failed; the text is the name of what it raised."""


def guarded(read: Callable[[], T]) -> T:
    """Return what a reader returns.

    Raises:
        ReaderError: It raised anything but a request to end the program.
    """
    try:
        return read()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise ReaderError(type(error).__name__) from error


def read_sheets(data: bytes, skip: Collection[str] = ()) -> dict[int, RawSheet]:
    """Return the worksheets by their position among all sheets.

    Raises:
        ReaderError: calamine cannot read the file.
    """
    return guarded(lambda: _sheets(data, skip))


def read_merged(data: bytes) -> dict[str, tuple[Range, ...]]:
    """Return the merged ranges of every worksheet by its name.

    Raises:
        ReaderError: calamine cannot read the file.
    """
    return guarded(lambda: _merged(data))


def _sheets(data: bytes, skip: Collection[str]) -> dict[int, RawSheet]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets: dict[int, RawSheet] = {}
    for position, meta in enumerate(workbook.sheets_metadata):
        if meta.typ == SheetTypeEnum.WorkSheet and meta.name not in skip:
            sheet = workbook.get_sheet_by_index(position)
            rows = sheet.to_python(skip_empty_area=False)
            visible = meta.visible == SheetVisibleEnum.Visible
            sheets[position] = RawSheet(
                meta.name, visible, trimmed(rows), merges=_ranges(sheet.merged_cell_ranges)
            )
    return sheets


def _ranges(
    merged: Iterable[tuple[tuple[int, int], tuple[int, int]]] | None,
) -> tuple[Range, ...]:
    """Return merged ranges; calamine has read them along with the cells."""
    return tuple([_range(start, end) for start, end in merged or ()])


@lru_cache(maxsize=4096)
def _range(start: tuple[int, int], end: tuple[int, int]) -> Range:
    """Return a range; the forms of a period have the same ones again and again."""
    return Range(*start, *end)


def _merged(data: bytes) -> dict[str, tuple[Range, ...]]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    merged: dict[str, tuple[Range, ...]] = {}
    for position, meta in enumerate(workbook.sheets_metadata):
        if meta.typ == SheetTypeEnum.WorkSheet:
            ranges = workbook.get_sheet_by_index(position).merged_cell_ranges or ()
            merged[meta.name] = tuple(Range(*start, *end) for start, end in ranges)
    return merged
