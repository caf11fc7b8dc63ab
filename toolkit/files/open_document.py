"""Reading .ods and .fods: calamine, and what it passes over."""

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from toolkit.files.calamine_reader import ReaderError, read_sheets
from toolkit.files.hazards import refuse_hazards
from toolkit.files.raw_rows import replaced, without_author
from toolkit.files.xml_trees import attribute, children, count_of, local, parse_xml
from toolkit.files.zip_parts import damage_named, unpacked, zip_parts
from toolkit.model.sheets import Range
from toolkit.model.workbook import CellFault, CellNote, RawSheet

_LIKELY = re.compile(
    rb'value-type="error"|table:formula="|<table:table-row[^>]* table:visibility="'
    rb'|:number-rows-spanned="(?!1")|<office:annotation\b'
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


@dataclass(slots=True)
class _Found:
    """What of one table calamine does not tell."""

    cells: dict[tuple[int, int], CellFault] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    merges: list[Range] = field(default_factory=list)
    notes: list[CellNote] = field(default_factory=list)


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
    found = {attribute(t, "name"): _look_into(t) for t in parse_xml(content).iter("{*}table")}
    return tuple(_laid_over(sheet, found.get(sheet.name, _Found())) for sheet in sheets)


def _laid_over(sheet: RawSheet, found: _Found) -> RawSheet:
    rows = replaced(sheet.rows, found.cells) if found.cells else sheet.rows
    return replace(
        sheet,
        rows=rows,
        hidden_rows=frozenset(row for row in found.hidden if row < len(rows)),
        merges=tuple(found.merges),
        notes=tuple(found.notes),
    )


def _look_into(table: Any) -> _Found:
    found = _Found()
    number = 0
    for row in _rows(table):
        repeated = count_of(row, "number-rows-repeated", 1)
        if attribute(row, "visibility") in ("collapse", "filter") and repeated < _MOST_ROWS:
            found.hidden.update(range(number, number + repeated))
        for column, cell in _cells(row):
            _look_at(cell, number, column, found)
        number += repeated
    return found


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in _GROUPS:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[tuple[int, Any]]:
    column = 0
    for cell in row:
        if local(cell) in ("table-cell", "covered-table-cell"):
            yield column, cell
            column += count_of(cell, "number-columns-repeated", 1)


def _look_at(cell: Any, row: int, column: int, found: _Found) -> None:
    text = _text(cell)
    formula = attribute(cell, "formula")
    kinds = [value for key, value in cell.attrib.items() if key.endswith("}value-type")]
    if "error" in kinds or (formula is not None and _FAULT.fullmatch(text)):
        found.cells[row, column] = CellFault(text or "#N/A")
    elif formula is not None and not kinds and not text:
        found.cells[row, column] = CellFault(formula.partition(":")[2] or formula)
    down = max(1, count_of(cell, "number-rows-spanned", 1))
    across = max(1, count_of(cell, "number-columns-spanned", 1))
    if down > 1 or across > 1:
        found.merges.append(Range(row, column, row + down - 1, column + across - 1))
    for note in children(cell, "annotation"):
        author = "".join("".join(creator.itertext()) for creator in children(note, "creator"))
        if said := without_author(_text(note), author):
            found.notes.append(CellNote(row, column, said, author))


def _text(node: Any) -> str:
    return "\n".join("".join(p.itertext()) for p in children(node, "p"))
