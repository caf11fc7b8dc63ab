"""The half of the driver that talks to LibreOffice; runs under the Python that has ``uno``.

It reads one JSON request a line from stdin and writes one JSON answer a line to stdout:
``{"result": …}``, or ``{"error": text, "lost": true|false}``, where ``lost`` says that the
connection to LibreOffice is gone. When stdin ends, LibreOffice is told to end too, so that
a killed test run leaves no office program behind.

Only the standard library and ``uno`` may be imported here: no virtual environment is at hand.
See https://api.libreoffice.org/docs/idl/ref/ for the interfaces used.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import uno

# com.sun.star.sheet.CellFlags: VALUE, DATETIME, STRING, FORMULA
CONTENT = 1 | 2 | 4 | 16
POINTS_PER_UNIT = 72 / 2540  # LibreOffice measures in hundredths of a millimetre
CSV_OPTIONS = "44,34,76,1"  # commas, double quotes, UTF-8, from the first line on

Request = dict[str, Any]


class RefusedError(Exception):
    """The request cannot be done; the message says why."""


def properties(**values: object) -> tuple[Any, ...]:
    """Return UNO property values, in the order given."""
    made = []
    for name, value in values.items():
        item = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        item.Name, item.Value = name, value
        made.append(item)
    return tuple(made)


def column_letters(index: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@contextlib.contextmanager
def opened(desktop: Any, path: str) -> Iterator[Any]:
    """Open a document without a window, and close it whatever happens.

    Macros never run and links are not followed (MacroExecMode and UpdateDocMode 0).

    Raises:
        RefusedError: LibreOffice does not open the file.
    """
    url = uno.systemPathToFileUrl(path)
    options = properties(Hidden=True, MacroExecutionMode=0, UpdateDocMode=0)
    document = desktop.loadComponentFromURL(url, "_blank", 0, options)
    if document is None:
        raise RefusedError(f"LibreOffice does not open {path}: damaged, or locked by a password")
    try:
        yield document
    finally:
        document.close(True)


def is_workbook(document: Any) -> bool:
    """Tell a workbook from a text document or a drawing."""
    return bool(document.supportsService("com.sun.star.sheet.SpreadsheetDocument"))


def sheets_of(document: Any) -> Any:
    """Return the sheets of a workbook; refuse any other document."""
    if not is_workbook(document):
        raise RefusedError("not a workbook")
    return document.Sheets


def sheet_named(document: Any, name: str) -> Any:
    """Return a sheet by its name, hidden ones too; refuse a name that is not there."""
    sheets = sheets_of(document)
    if not sheets.hasByName(name):
        raise RefusedError(f"no sheet {name!r}; there are {list(sheets.ElementNames)}")
    return sheets.getByName(name)


def cell_named(sheet: Any, reference: str) -> Any:
    """Return one cell such as E5; refuse what is not one cell, or lies under a merged one."""
    try:
        area = sheet.getCellRangeByName(reference)
    except UnoError as error:
        raise RefusedError(f"no cell {reference!r} in sheet {sheet.Name!r}") from error
    cursor = sheet.createCursorByRange(area)
    cursor.collapseToMergedArea()
    place, merged = area.getRangeAddress(), cursor.getRangeAddress()
    if (place.StartColumn, place.StartRow) != (place.EndColumn, place.EndRow):
        raise RefusedError(f"{reference!r} is not a single cell")
    if (place.StartColumn, place.StartRow) != (merged.StartColumn, merged.StartRow):
        first = f"{column_letters(merged.StartColumn)}{merged.StartRow + 1}"
        raise RefusedError(f"{sheet.Name}!{reference} lies under the merged cell {first}")
    return area


def make_writable(sheet: Any, cell: Any, reference: str, *, unprotect: bool) -> None:
    """See that a cell can be typed into, taking the protection away where that was asked.

    Raises:
        RefusedError: The cell is locked, and stays so.
    """
    if not (sheet.isProtected() and cell.CellProtection.IsLocked):
        return
    if not unprotect:
        raise RefusedError(f"{sheet.Name}!{reference} is locked on a protected sheet")
    # A wrong password raises in some versions and changes nothing in others: one answer to both.
    with contextlib.suppress(UnoError):
        sheet.unprotect("")
    if sheet.isProtected():
        raise RefusedError(f"sheet {sheet.Name!r} is protected by a password")


def put(cell: Any, value: str | float) -> None:
    """Put a text or a number into a cell, and see that it is there.

    Raises:
        RefusedError: LibreOffice kept another value, and said nothing.
    """
    if isinstance(value, str):
        cell.setString(value)
        kept = cell.getString()
    else:
        cell.setValue(value)
        kept = cell.getValue()
    if kept != value:
        raise RefusedError(f"{cell.AbsoluteName} keeps {kept!r} instead of {value!r}")


def fill(desktop: Any, request: Request) -> None:
    """Open ``source``, put ``cells`` in, save as ``target`` with the export ``filter``."""
    with opened(desktop, request["source"]) as document:
        names = dict.fromkeys(name for name, _, _ in request["cells"])
        sheets = {name: sheet_named(document, name) for name in names}
        for name, reference, value in request["cells"]:
            sheet = sheets[name]
            cell = cell_named(sheet, reference)
            make_writable(sheet, cell, reference, unprotect=request["unprotect"])
            put(cell, value)
        store(document, request["target"], request["filter"])


def sort(desktop: Any, request: Request) -> None:
    """Sort ``area`` of ``sheet`` in ``source`` by its ``column``, save as ``target``.

    See com.sun.star.sheet.SheetSortDescriptor2.
    """
    with opened(desktop, request["source"]) as document:
        sheet = sheet_named(document, request["sheet"])
        with contextlib.suppress(UnoError):
            sheet.unprotect("")
        try:
            area = sheet.getCellRangeByName(request["area"])
        except UnoError as error:
            raise RefusedError(f"no area {request['area']!r}") from error
        field = uno.createUnoStruct("com.sun.star.table.TableSortField")
        field.Field, field.IsAscending = request["column"], True
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        area.sort(properties(SortFields=fields, ContainsHeader=False))
        store(document, request["target"], request["filter"])


def store(document: Any, target: str, filter_name: str) -> None:
    """Save a document under another name by an export filter."""
    url = uno.systemPathToFileUrl(target)
    options = {"FilterOptions": CSV_OPTIONS} if filter_name.startswith("Text - ") else {}
    document.storeToURL(url, properties(FilterName=filter_name, Overwrite=True, **options))


def read(desktop: Any, request: Request) -> dict[str, dict[str, str]]:
    """Return the text of every non-empty cell of ``source``, sheet by sheet."""
    with opened(desktop, request["source"]) as document:
        sheets = sheets_of(document)
        return {name: texts(sheets.getByName(name)) for name in sheets.ElementNames}


def texts(sheet: Any) -> dict[str, str]:
    """Return a sheet's texts by cell: text as it stands, all else as it is displayed."""
    found = {}
    for area in sheet.queryContentCells(CONTENT).RangeAddresses:
        left, top = area.StartColumn, area.StartRow
        block = sheet.getCellRangeByPosition(left, top, area.EndColumn, area.EndRow)
        # One call for a whole area: a call a cell is what makes this bridge slow.
        for row, line in enumerate(block.getDataArray(), top):
            for column, value in enumerate(line, left):
                is_text = isinstance(value, str)
                text = value if is_text else sheet.getCellByPosition(column, row).getString()
                if text:
                    found[row, column] = text
    return {
        f"{column_letters(column)}{row + 1}": found[row, column] for row, column in sorted(found)
    }


def row_heights(desktop: Any, request: Request) -> list[tuple[int, float, float]]:
    """Return number, height and optimal height of each visible row of ``sheet`` in ``source``."""
    with opened(desktop, request["source"]) as document:
        sheet = sheet_named(document, request["sheet"])
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress.EndRow
        rows = sheet.getCellRangeByPosition(0, 0, 0, last).Rows
        each = [(index, rows.getByIndex(index)) for index in range(last + 1)]
        shown = [(index, row) for index, row in each if row.IsVisible]
        heights = [row.Height for _, row in shown]
        rows.OptimalHeight = True  # the document is thrown away afterwards
        optimal = [row.Height for _, row in shown]
        return [
            (index + 1, round(height * POINTS_PER_UNIT, 2), round(best * POINTS_PER_UNIT, 2))
            for (index, _), height, best in zip(shown, heights, optimal, strict=True)
        ]


def pdf(desktop: Any, request: Request) -> None:
    """Export the workbook or text document ``source`` as the PDF ``target``."""
    with opened(desktop, request["source"]) as document:
        kind = "calc" if is_workbook(document) else "writer"
        store(document, request["target"], f"{kind}_pdf_Export")


VERBS: dict[str, Callable[[Any, Request], object]] = {
    "fill": fill,
    "sort": sort,
    "read": read,
    "row_heights": row_heights,
    "pdf": pdf,
}

UnoError: Any = uno.getClass("com.sun.star.uno.Exception")


def connect(pipe: str) -> Any:
    """Return the desktop of the office program that listens on a named pipe.

    Raises:
        RefusedError: Nobody listens yet; ask again a little later.
    """
    local = uno.getComponentContext()
    maker = local.ServiceManager
    resolver = maker.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    except UnoError as error:
        raise RefusedError(f"nobody listens: {error}") from error
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


class Session:
    """Answers requests, over one connection that the first ``connect`` request makes."""

    def __init__(self, pipe: str) -> None:
        self._pipe = pipe
        self._desktop: Any = None

    def answer(self, request: Request) -> dict[str, object]:
        """Do one request and return the answer to send; no request ends the program."""
        try:
            if request["do"] == "connect":
                self._desktop = connect(self._pipe)
                return {"result": None}
            return {"result": VERBS[request["do"]](self._desktop, request)}
        except RefusedError as error:
            return {"error": str(error), "lost": False}
        except UnoError as error:
            return {"error": f"{type(error).__name__}: {error}", "lost": self._is_lost()}

    def _is_lost(self) -> bool:
        """Ask for a trifle: the error that a broken connection first gives has many names."""
        try:
            self._desktop.getImplementationName()
        except UnoError:
            return True
        return False

    def end(self) -> None:
        """Tell LibreOffice to end; that it is gone before it can answer is no fault."""
        if self._desktop is not None:
            with contextlib.suppress(UnoError):
                self._desktop.terminate()


def main() -> None:
    """Answer requests until stdin ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipe", required=True, help="the name that soffice --accept was given")
    session = Session(parser.parse_args().pipe)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(session.answer(json.loads(line))) + "\n")
        sys.stdout.flush()
    session.end()


if __name__ == "__main__":
    main()
