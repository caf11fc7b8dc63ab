"""Numbers and dates of an .xlsx worksheet as its cells show them: 0.85 as 85%, 40 as 40处.

Most returns hold none at all; only where one does are the formats looked up.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from zipfile import ZipInfo

from toolkit.files.number_formats import BUILT_IN, shown, shown_date
from toolkit.files.raw_rows import replaced
from toolkit.files.sheet_faults import reader_of, titled_parts
from toolkit.files.xml_trees import attribute, children, parse_xml
from toolkit.model.refs import column_number
from toolkit.model.workbook import RawSheet, ShownDate, ShownNumber

_STYLES = "xl/styles.xml"
_NUMBER = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})" s="(\d{1,6})"(?: t="n")?>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?'
    rb"<v>-?\d{1,20}(?:\.\d{1,30})?(?:[Ee][-+]?\d{1,3})?</v>"
)
_SHOWN = frozenset((float, int, date, datetime))

Place = tuple[int, int]


def with_shown_numbers(
    sheets: tuple[RawSheet, ...], data: bytes, parts: Collection[ZipInfo]
) -> tuple[RawSheet, ...]:
    """Return worksheets whose numbers and dates know how they are shown, where that is known."""
    wanted = {sheet.name for sheet in sheets if sheet.visible and _has_number(sheet)}
    if not wanted:
        return sheets
    content = reader_of(data, parts)
    formats = _formats(content(_STYLES))
    codes = {
        title: dict(_codes(content(part), formats))
        for part, title in titled_parts(content)
        if title in wanted
    }
    return tuple(_laid_over(sheet, codes.get(sheet.name, {})) for sheet in sheets)


def _has_number(sheet: RawSheet) -> bool:
    return not all(_SHOWN.isdisjoint(map(type, row)) for row in sheet.rows)


def _formats(styles: bytes) -> list[str]:
    """Return the format code of each cell style, "" for General."""
    if not styles:
        return []
    root = parse_xml(styles)
    codes = {str(number): code for number, code in BUILT_IN.items()}
    for group in children(root, "numFmts"):
        for node in children(group, "numFmt"):
            codes[attribute(node, "numFmtId") or ""] = attribute(node, "formatCode") or ""
    return [
        codes.get(attribute(node, "numFmtId") or "", "")
        for group in children(root, "cellXfs")
        for node in children(group, "xf")
    ]


def _codes(sheet: bytes, formats: list[str]) -> Iterator[tuple[Place, str]]:
    """Yield the places of numbers that have a format of their own, with its code."""
    for letters, row, style in _NUMBER.findall(sheet):
        code = formats[int(style)] if int(style) < len(formats) else ""
        if code and code != "General":
            yield (int(row) - 1, column_number(letters.decode())), code


def _laid_over(sheet: RawSheet, codes: Mapping[Place, str]) -> RawSheet:
    places: dict[Place, object] = {}
    for (row, column), code in codes.items():
        cells = sheet.rows[row] if row < len(sheet.rows) else ()
        seen = _seen(cells[column] if column < len(cells) else "", code)
        if seen is not None:
            places[row, column] = seen
    return replace(sheet, rows=replaced(sheet.rows, places)) if places else sheet


def _seen(value: object, code: str) -> ShownNumber | ShownDate | None:
    """Return a value with what its cell shows, None where nobody can tell."""
    if isinstance(value, date):
        text = shown_date(value, code)
        return None if text is None else ShownDate(value, text)
    if isinstance(value, float | int) and not isinstance(value, bool):
        text = shown(value, code)
        return None if text is None else ShownNumber(value, text)
    return None
