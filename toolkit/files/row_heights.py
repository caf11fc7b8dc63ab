"""Rows that fit their text: openpyxl writes every height as if somebody had set it by hand.

In SpreadsheetML a row with `ht` and without `customHeight` grows with what is typed into it
(ECMA-376, 18.3.1.73); openpyxl drops that difference when it loads a workbook.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from posixpath import join, normpath

_MAIN = "{*}sheets/{*}sheet"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW = re.compile(rb"<row\s[^>]*>")
_NUMBER = re.compile(rb'\br="(\d+)"')
_CUSTOM = re.compile(rb'\scustomHeight="(?:1|true)"')


def fitted_rows(data: bytes) -> dict[str, frozenset[int]]:
    """Return the rows of each sheet whose height follows their text, by the number Excel shows."""
    rows: dict[str, frozenset[int]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name, part in _sheet_parts(package).items():
            tags = _ROW.findall(package.read(part))
            rows[name] = frozenset(_number(tag) for tag in tags if not _CUSTOM.search(tag))
    return rows


def fitted_parts(
    data: bytes, names: Sequence[str], rows: Mapping[str, frozenset[int]]
) -> dict[str, bytes]:
    """Return the parts of a workbook that openpyxl saved, with the rows' heights free again.

    Args:
        data: The workbook.
        names: Its sheets.
        rows: What `fitted_rows` told of the workbook before openpyxl loaded it.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = _sheet_parts(package)
        return {
            parts[name]: _freed(package.read(parts[name]), rows[name])
            for name in names
            if rows.get(name)
        }


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of each worksheet by the sheet's name."""
    from openpyxl.xml.functions import fromstring  # resolves no entities

    relations = fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {r.get("Id"): normpath(join("/xl", r.get("Target", "")))[1:] for r in relations}
    book = fromstring(package.read("xl/workbook.xml"))
    sheets = {sheet.get("name", ""): targets[sheet.get(_ID)] for sheet in book.iterfind(_MAIN)}
    return {name: part for name, part in sheets.items() if "/worksheets/" in part}


def _freed(sheet: bytes, rows: frozenset[int]) -> bytes:
    return _ROW.sub(lambda m: _CUSTOM.sub(b"", m[0]) if _number(m[0]) in rows else m[0], sheet)


def _number(tag: bytes) -> int:
    number = _NUMBER.search(tag)
    return int(number[1]) if number else 0
