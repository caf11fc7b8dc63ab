"""Packages for tests: a workbook as xlsxwriter makes it, with parts written by hand."""

import io
import zipfile
from collections.abc import Mapping

import xlsxwriter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def plain_parts() -> dict[str, bytes]:
    """Return the parts of a workbook with one text, a date's format and a time's."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("进展表")
        sheet.write_string(0, 0, "x")
        sheet.write_number(1, 0, 1, book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_number(2, 0, 1, book.add_format({"num_format": "hh:mm"}))
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet_xml(rows: str) -> str:
    """Return a worksheet with these rows."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{MAIN}">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def strings_xml(strings: str) -> str:
    """Return a table of texts."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\r\n<sst xmlns="{MAIN}">{strings}</sst>'


def workbook(rows: str, strings: str | None = None, **others: str | bytes) -> bytes:
    """Return a workbook whose only sheet has these rows; `others` are further parts."""
    parts: dict[str, str | bytes] = {**plain_parts(), SHEET: sheet_xml(rows), **others}
    if strings is not None:
        parts[STRINGS] = strings_xml(strings)
    return package(parts)
