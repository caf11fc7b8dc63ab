"""Cells of an .xlsx worksheet that calamine turns into nothing, and the rows that are hidden."""

import io
import posixpath
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any
from zipfile import ZipInfo

from toolkit.files.raw_rows import replaced
from toolkit.files.xml_trees import attribute, children, local, parse_xml
from toolkit.files.zip_parts import damage_named, damaged, unpacked, zip_parts
from toolkit.model.refs import cell_name, column_number
from toolkit.model.workbook import CellFault, RawSheet

_TRUE = ("1", "true", "on")
_MOST_COLUMNS = 16_384
_RELATION = "officeDocument"
_WORKBOOK = "xl/workbook.xml"


@dataclass(slots=True)
class Fault:
    """What of one worksheet has to be laid over the rows that were read.

    Attributes:
        cells: Faults, and formulas without a value.
        numbers: Numbers below zero, which a date's format turns into a wrong date.
    """

    cells: dict[tuple[int, int], CellFault] = field(default_factory=dict)
    numbers: dict[tuple[int, int], float] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)

    def laid_over(self, sheet: RawSheet) -> RawSheet:
        """Return the sheet with these values at their places."""
        places: dict[tuple[int, int], object] = dict(self.cells)
        for (row, column), number in self.numbers.items():
            cells = sheet.rows[row] if row < len(sheet.rows) else ()
            if column < len(cells) and not isinstance(cells[column], int | float | str):
                places[row, column] = number
        rows = replaced(sheet.rows, places) if places else sheet.rows
        hidden = frozenset(row for row in self.hidden_rows if row < len(rows))
        return replace(sheet, rows=rows, hidden_rows=hidden)


def faults_of(data: bytes, names: Collection[str]) -> dict[str, Fault]:
    """Look once more into some worksheets.

    Args:
        data: The package.
        names: The parts to look into.

    Returns:
        What was found, by the worksheet's title.
    """
    content = reader_of(data, zip_parts(data))
    titles = dict(_titles(content))
    wanted = {name.lower() for name in names}
    return {
        title: _look_into(content(part))
        for part, title in titles.items()
        if part.lower().lstrip("/") in wanted
    }


def titled_parts(content: Callable[[str], bytes]) -> list[tuple[str, str]]:
    """Return the parts of a package's worksheets, each with its title, in the workbook's order.

    Args:
        content: What gives a part's bytes by its name, none where there is no such part.
    """
    return list(_titles(content))


def parts_of(data: bytes, parts: Collection[ZipInfo], titles: Collection[str]) -> frozenset[str]:
    """Return the parts, in small letters, that hold worksheets of these titles and no others."""
    found = [(part.lower(), title) for part, title in _titles(reader_of(data, parts))]
    others = {part for part, title in found if title not in titles}
    return frozenset(part for part, _ in found if part not in others)


def reader_of(data: bytes, parts: Collection[ZipInfo]) -> Callable[[str], bytes]:
    """Return a function that gives a part's bytes by its name, none where there is no such part."""
    named = {part.filename.lower(): part for part in parts}

    def content(name: str) -> bytes:
        part = named.get(name.lower().lstrip("/"))
        with damage_named():
            return unpacked(data, part) if part else b""

    return content


def _titles(content: Callable[[str], bytes]) -> Iterator[tuple[str, str]]:
    """Yield each worksheet's part with its title."""
    main = next(
        (
            target
            for kind, target in relations_of(content("_rels/.rels"), "").values()
            if kind.endswith(_RELATION)
        ),
        _WORKBOOK,
    )
    folder, name = posixpath.split(main)
    relations = relations_of(content(f"{folder}/_rels/{name}.rels"), folder)
    for sheets in children(parse_xml(content(main)), "sheets"):
        for sheet in children(sheets, "sheet"):
            _, target = relations.get(attribute(sheet, "id") or "", ("", ""))
            yield target, attribute(sheet, "name") or ""


def relations_of(part: bytes, folder: str) -> dict[str, tuple[str, str]]:
    """Return the kinds and targets of a part's relations by their numbers (ECMA-376 part 2, 6.5)."""
    if not part:
        return {}
    return {
        attribute(node, "Id") or "": (
            attribute(node, "Type") or "",
            _resolved(attribute(node, "Target") or "", folder),
        )
        for node in parse_xml(part)
    }


def _resolved(target: str, folder: str) -> str:
    path = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(path).lstrip("/")


def _look_into(sheet: bytes) -> Fault:
    from lxml import etree

    found = Fault()
    row = -1
    shared: dict[str, tuple[str, int, int]] = {}
    try:
        for _, node in etree.iterparse(
            io.BytesIO(sheet), tag="{*}row", resolve_entities=False, no_network=True
        ):
            number = node.get("r")
            row = int(number) - 1 if number and number.isdecimal() else row + 1
            if node.get("hidden") in _TRUE:
                found.hidden_rows.add(row)
            _look_at_cells(node, row, shared, found)
            node.clear()
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise damaged("工作表有误") from error
    return found


def _look_at_cells(
    node: Any, row: int, shared: dict[str, tuple[str, int, int]], found: Fault
) -> None:
    column = -1
    for cell in children(node, "c"):
        place = cell.get("r")
        column = column_of(place) if place else column + 1
        kind = cell.get("t")
        parts = {local(part): part for part in cell}
        value = (parts["v"].text or "").strip() if "v" in parts else ""
        if "f" in parts:
            formula = _formula(parts["f"], row, column, shared)
            if not value and kind != "str" and "is" not in parts:
                found.cells[row, column] = CellFault(f"={formula}")
        is_number = kind in (None, "n")
        if value and (kind == "e" or (is_number and value == "NaN")):
            found.cells[row, column] = CellFault(value)
        elif is_number and value.startswith("-"):
            found.numbers[row, column] = float(value)


def _formula(node: Any, row: int, column: int, shared: dict[str, tuple[str, int, int]]) -> str:
    """Return a cell's formula; one that is shared is stated once, at the first of its cells."""
    text, number = node.text or "", node.get("si")
    if node.get("t") != "shared" or number is None:
        return text
    if text:
        shared[number] = (text, row, column)
        return text
    if number not in shared:
        return "（公式）"
    return _moved(*shared[number], row, column)


def _moved(text: str, from_row: int, from_column: int, row: int, column: int) -> str:
    from openpyxl.formula.translate import Translator, TranslatorError

    try:
        moved = Translator(f"={text}", cell_name(from_row, from_column)).translate_formula(
            cell_name(row, column)
        )
    except (TranslatorError, ValueError):
        return text
    return str(moved).removeprefix("=")


def column_of(place: str) -> int:
    """Return the number of a cell's column, counted from 0."""
    return _column_of(place.rstrip("0123456789"))


@lru_cache(maxsize=1024)
def _column_of(letters: str) -> int:
    if not all("A" <= letter <= "Z" for letter in letters.upper()):
        raise damaged("单元格位置有误")
    number = column_number(letters)
    if not 0 <= number < _MOST_COLUMNS:
        raise damaged("单元格位置有误")
    return number
