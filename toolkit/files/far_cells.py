"""Worksheets with a cell far away from all others, such as a blank at XFD1048576.

calamine would lay out everything from A1 to that cell. So it is given the worksheet without its
blank cells, and with the rows and columns that hold something drawn together; what it reads is then
spread out again. A person who opens such a file sees a form, and so does whoever reads it here.
"""

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from html import escape  # that of xml.sax.saxutils brings half of the network modules along
from typing import Any, NamedTuple
from zipfile import ZipInfo

from toolkit.files.hazards import MAX_CELLS, too_large
from toolkit.files.sheet_faults import column_of, titled_parts
from toolkit.files.xml_trees import local
from toolkit.files.zip_parts import damage_named, damaged, unpacked
from toolkit.model.refs import cell_name
from toolkit.model.workbook import RawSheet

MOST_KEPT = 400_000
"""The most cells that hold something: as many as in the largest ordinary file of a large corpus.
Reading them takes about three seconds."""

_MOST_ROWS = 1_048_576
_STRINGS = "xl/sharedstrings.xml"
_START = re.compile(rb"<(?:\w+:)?sheetData\b[^>]*(?<!/)>")
_END = re.compile(rb"</(?:\w+:)?sheetData\s*>")
_EMPTY = re.compile(rb'<c r="[^">]*"[^>]*(?:/>|></c>)')
_BLANK = rb'<c r="[^">]*"[^>]*? t="s"[^>]*><v>(?:%s)</v></c>'
_FEW = 50
"""Blank texts that can be looked for all at once."""
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")


class _Cell(NamedTuple):
    """A cell that holds something, with the XML of what it holds."""

    row: int
    column: int
    attributes: str
    content: str


@dataclass(frozen=True, slots=True)
class Places:
    """Which rows and columns were drawn together: their numbers, in order."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]

    def spread(self, sheet: RawSheet) -> RawSheet:
        """Return the sheet with every value where it belongs; rows between them are empty."""
        rows: list[tuple[object, ...]] = []
        for number, read in zip(self.rows, sheet.rows, strict=False):
            rows.extend(() for _ in range(number - len(rows)))
            values = dict(zip(self.columns, read, strict=False))
            last = max((column for column, value in values.items() if value != ""), default=-1)
            rows.append(tuple(values.get(column, "") for column in range(last + 1)))
        return replace(sheet, rows=rows)


@dataclass(frozen=True, slots=True)
class DrawnTogether:
    """A package that calamine can read, and what has to be spread out again.

    Attributes:
        places: By the title of the worksheet.
    """

    data: bytes
    places: dict[str, Places]

    def spread(self, sheets: Collection[RawSheet]) -> tuple[RawSheet, ...]:
        """Return the worksheets as they stand in the file."""
        return tuple(
            self.places[sheet.name].spread(sheet) if sheet.name in self.places else sheet
            for sheet in sheets
        )


def drawn_together(data: bytes, parts: Collection[ZipInfo], far: Collection[str]) -> DrawnTogether:
    """Draw the cells of some worksheets together.

    Args:
        data: The package.
        parts: Its directory.
        far: The worksheets' parts.

    Raises:
        UnreadableFileError: It is damaged, holds too much even so, or belongs to nobody knows
            which worksheet.
    """
    named = {part.filename.lower(): part for part in parts}

    def content(name: str) -> bytes:
        part = named.get(name.lower().lstrip("/"))
        with damage_named():
            return unpacked(data, part) if part else b""

    blank = _blank_strings(content(_STRINGS))
    near = {name.lower(): _near(content(name), blank) for name in far}
    titles = titled_parts(content)
    if not near.keys() <= {part.lower() for part, _ in titles}:
        raise too_large()  # nobody could say later where its values belong
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for part in parts:
            sheet, _ = near.get(part.filename.lower(), (None, None))
            package.writestr(part.filename, content(part.filename) if sheet is None else sheet)
    return DrawnTogether(
        packed.getvalue(),
        {title: near[part.lower()][1] for part, title in titles if part.lower() in near},
    )


def _near(sheet: bytes, blank: frozenset[int]) -> tuple[bytes, Places]:
    start = _START.search(sheet)
    end = next(_END.finditer(sheet, start.end()), None) if start else None
    if not start or not end:
        raise damaged("工作表有误")
    cells = sorted(_kept(_without_empty(sheet, blank), blank))
    places = Places(
        tuple(sorted({cell.row for cell in cells})), tuple(sorted({cell.column for cell in cells}))
    )
    _check(cells, places)
    rows = "".join(_rows(cells, places)).encode()
    return sheet[: start.end()] + rows + sheet[end.start() :], places


def _without_empty(sheet: bytes, blank: frozenset[int]) -> bytes:
    """Return a sheet without most of its empty and blank cells, of which there may be millions.

    They stay where other cells count on them for their places.
    """
    if len(_ANY_CELL.findall(sheet)) != sheet.count(b'<c r="'):
        return sheet
    if 0 < len(blank) < _FEW:
        numbers = "|".join(map(str, blank))
        sheet = re.sub(_BLANK % numbers.encode(), b"", sheet)
    return _EMPTY.sub(b"", sheet)


def _check(cells: Collection[_Cell], places: Places) -> None:
    """Refuse what would be too large either for calamine or for whoever takes the rows."""
    last = {cell.row: cell.column + 1 for cell in cells}  # they are sorted
    spread = max(places.rows, default=0) + sum(last.values())
    if spread > MAX_CELLS or len(places.rows) * len(places.columns) > MAX_CELLS:
        raise too_large()


def _rows(cells: Collection[_Cell], places: Places) -> Iterator[str]:
    rows = {row: number for number, row in enumerate(places.rows)}
    columns = {column: number for number, column in enumerate(places.columns)}
    current = -1
    for cell in cells:
        row = rows[cell.row]
        if row != current:
            yield f'{"</row>" if current >= 0 else ""}<row r="{row + 1}">'
            current = row
        name = cell_name(row, columns[cell.column])
        yield f'<c r="{name}"{cell.attributes}>{cell.content}</c>'
    yield "</row>" if current >= 0 else ""


def _kept(sheet: bytes, blank: frozenset[int]) -> Iterator[_Cell]:
    """Yield the cells that hold something."""
    row = -1
    count = 0
    for node in _nodes(sheet, "row"):
        number = node.get("r")
        row = int(number) - 1 if number and number.isdecimal() else row + 1
        column = -1
        for cell in node:
            if local(cell) == "c":
                place = cell.get("r")
                column = column_of(place) if place else column + 1
                if (content := _content(cell, blank)) is not None:
                    count += 1
                    yield _Cell(row, column, _attributes(cell), content)
        if count > MOST_KEPT or not 0 <= row < _MOST_ROWS:
            raise too_large()


def _nodes(xml: bytes, name: str) -> Iterator[Any]:
    from lxml import etree

    try:
        for _, node in etree.iterparse(
            io.BytesIO(xml), tag=f"{{*}}{name}", resolve_entities=False, no_network=True
        ):
            yield node
            node.clear()
            while node.getprevious() is not None:  # or a million empty rows fill the memory
                del node.getparent()[0]
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise damaged("工作表有误") from error


def _content(cell: Any, blank: frozenset[int]) -> str | None:
    """Return the XML of what a cell shows; None where it shows nothing."""
    parts = {local(part): part for part in cell}
    kind = cell.get("t")
    value = (parts["v"].text or "") if "v" in parts else ""
    if kind == "s" and value.strip().isdecimal() and int(value) in blank:
        return None
    if value.strip():
        return f"<v>{escape(value, quote=False)}</v>"
    text = "".join(parts["is"].itertext()) if "is" in parts else ""
    if text.strip():
        return _xml(parts["is"])
    # A formula without a value shows itself, which `sheet_faults` sees to.
    return "" if "f" in parts and kind != "str" else None


def _xml(node: Any) -> str:
    from lxml import etree

    return str(etree.tostring(node, encoding="unicode", with_tail=False))


def _attributes(cell: Any) -> str:
    return "".join(f' {key}="{escape(cell.get(key))}"' for key in ("s", "t") if cell.get(key))


def _blank_strings(strings: bytes) -> frozenset[int]:
    """Return the numbers of the texts in which there is nothing to see."""
    texts = ("".join(node.itertext()) for node in _nodes(strings, "si")) if strings else ()
    return frozenset(number for number, text in enumerate(texts) if not text.strip())
