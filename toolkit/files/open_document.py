"""Reading .ods and .fods: calamine, and the faults and hidden rows that it passes over."""

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from toolkit.files.calamine_reader import ReaderError, read_sheets
from toolkit.files.hazards import refuse_hazards
from toolkit.files.raw_rows import replaced
from toolkit.files.xml_trees import attribute, children, count_of, local, parse_xml
from toolkit.files.zip_parts import damage_named, unpacked, zip_parts
from toolkit.model.workbook import CellFault, RawSheet

_LIKELY = re.compile(
    rb'value-type="error"|table:formula="|<table:table-row[^>]* table:visibility="'
)
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
_GROUPS = ("table-header-rows", "table-rows", "table-row-group")
_MOST_ROWS = 1_048_576
_FAULT = re.compile(r"(?:#\S+|Err:\d+)")


def read_ods(data: bytes, skip: Collection[str]) -> tuple[RawSheet, ...]:
    """Return the worksheets of an .ods file.

    Raises:
        ReaderError: calamine cannot read it.
        UnreadableFileError: It is damaged, or would exhaust the memory.
    """
    parts = zip_parts(data)
    refuse_hazards(data, parts)
    with damage_named():
        content = b"".join(unpacked(data, p) for p in parts if p.filename == "content.xml")
    try:
        sheets = tuple(read_sheets(data, skip).values())
    except ReaderError:
        if not content:
            raise
        return read_flat_ods(content, skip)  # in another layout than calamine expects
    return _completed(sheets, content)


def read_flat_ods(data: bytes, skip: Collection[str]) -> tuple[RawSheet, ...]:
    """Return the worksheets of a .fods file, which is the content of an .ods without its package.

    Raises:
        ReaderError: calamine cannot read it.
        UnreadableFileError: It is damaged, or would exhaust the memory.
    """
    content = _compact(data)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", _MIMETYPE, zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", _MANIFEST)
        package.writestr("content.xml", content)
    refuse_hazards(packed.getvalue())
    return _completed(tuple(read_sheets(packed.getvalue(), skip).values()), content)


def _compact(data: bytes) -> bytes:
    """Return a document without the blanks between its rows and cells, on which calamine fails."""
    from lxml import etree

    root = parse_xml(data)
    root.tag = f"{{{_OFFICE}}}document-content"
    for node in root.iter(f"{{{_TABLE}}}*", f"{{{_OFFICE}}}*"):
        node.text = node.text if (node.text or "").strip() else None
        for child in node:
            child.tail = child.tail if (child.tail or "").strip() else None
    compact: bytes = etree.tostring(root, encoding="UTF-8")
    return compact


def _completed(sheets: tuple[RawSheet, ...], content: bytes) -> tuple[RawSheet, ...]:
    if not _LIKELY.search(content):
        return sheets
    faults = {title: (cells, hidden) for title, cells, hidden in _faults(parse_xml(content))}
    return tuple(_laid_over(sheet, *faults.get(sheet.name, ({}, set()))) for sheet in sheets)


def _laid_over(
    sheet: RawSheet, cells: dict[tuple[int, int], CellFault], hidden: set[int]
) -> RawSheet:
    rows = replaced(sheet.rows, cells) if cells else sheet.rows
    return replace(
        sheet, rows=rows, hidden_rows=frozenset(row for row in hidden if row < len(rows))
    )


def _faults(root: Any) -> Iterator[tuple[str, dict[tuple[int, int], CellFault], set[int]]]:
    for table in root.iter("{*}table"):
        cells: dict[tuple[int, int], CellFault] = {}
        hidden: set[int] = set()
        number = 0
        for row in _rows(table):
            repeated = count_of(row, "number-rows-repeated", 1)
            if attribute(row, "visibility") in ("collapse", "filter") and repeated < _MOST_ROWS:
                hidden.update(range(number, number + repeated))
            for column, fault in _row_faults(row):
                cells[number, column] = fault
            number += repeated
        yield attribute(table, "name") or "", cells, hidden


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in _GROUPS:
            yield from _rows(child)


def _row_faults(row: Any) -> Iterator[tuple[int, CellFault]]:
    column = 0
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        text = "\n".join("".join(p.itertext()) for p in children(cell, "p"))
        formula = attribute(cell, "formula")
        kinds = [value for key, value in cell.attrib.items() if key.endswith("}value-type")]
        if "error" in kinds or (formula is not None and _FAULT.fullmatch(text)):
            yield column, CellFault(text or "#N/A")
        elif formula is not None and not kinds and not text:
            yield column, CellFault(formula.partition(":")[2] or formula)
        column += count_of(cell, "number-columns-repeated", 1)
