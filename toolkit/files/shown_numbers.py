"""Numbers of an .xlsx worksheet that its cells show otherwise: 0.85 as 85%, 40 as 40处.

Most returns hold no number at all; only where one does are the formats looked up.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from zipfile import ZipInfo

from toolkit.files.number_formats import BUILT_IN, shown
from toolkit.files.raw_rows import replaced
from toolkit.files.sheet_faults import reader_of, titled_parts
from toolkit.files.xml_trees import attribute, children, parse_xml
from toolkit.model.refs import column_number
from toolkit.model.workbook import RawSheet, ShownNumber

_STYLES = "xl/styles.xml"
_NUMBERS = frozenset((float, int))
_NUMBER = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})" s="(\d{1,6})"(?: t="n")?>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?'
    rb"<v>(-?\d{1,20}(?:\.\d{1,30})?(?:[Ee][-+]?\d{1,3})?)</v>"
)


def with_shown_numbers(
    sheets: tuple[RawSheet, ...], data: bytes, parts: Collection[ZipInfo]
) -> tuple[RawSheet, ...]:
    """Return worksheets whose numbers know how they are shown, where that is otherwise."""
    wanted = {sheet.name for sheet in sheets if sheet.visible and _has_number(sheet)}
    if not wanted:
        return sheets
    content = reader_of(data, parts)
    formats = _formats(content(_STYLES))
    texts = {
        title: dict(_shown(content(part), formats))
        for part, title in titled_parts(content)
        if title in wanted
    }
    return tuple(_laid_over(sheet, texts.get(sheet.name, {})) for sheet in sheets)


def _has_number(sheet: RawSheet) -> bool:
    return not all(_NUMBERS.isdisjoint(map(type, row)) for row in sheet.rows)


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


def _shown(sheet: bytes, formats: list[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the places of numbers with what their cells show."""
    for letters, row, style, number in _NUMBER.findall(sheet):
        code = formats[int(style)] if int(style) < len(formats) else ""
        text = shown(float(number), code) if code and code != "General" else None
        if text is not None:
            yield (int(row) - 1, column_number(letters.decode())), text


def _laid_over(sheet: RawSheet, texts: dict[tuple[int, int], str]) -> RawSheet:
    places: dict[tuple[int, int], object] = {}
    for (row, column), text in texts.items():
        cells = sheet.rows[row] if row < len(sheet.rows) else ()
        value = cells[column] if column < len(cells) else ""
        if isinstance(value, float | int) and not isinstance(value, bool):
            places[row, column] = ShownNumber(value, text)
    return replace(sheet, rows=replaced(sheet.rows, places)) if places else sheet
