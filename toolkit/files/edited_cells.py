"""Cells of a worksheet that is edited: found where they are, made where there is none."""

from collections.abc import Iterator
from typing import Any

from toolkit.files.edited_package import sibling_name
from toolkit.files.edited_styles import format_of
from toolkit.files.sheet_faults import column_of
from toolkit.files.xml_trees import attribute, children, count_of, local
from toolkit.model.refs import cell_name, cell_position

_TRUE = ("1", "true", "on")


class EditedCells:
    """The cells of one worksheet."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._data = next(node for node in root if local(node) == "sheetData")
        self._rows = dict(_numbered_rows(self._data))

    def at(self, row: int, column: int) -> Any:
        """Return the cell at a place counted from 0; a new one looks as its row or column does."""
        found = self._row(row)
        place = -1
        for cell in children(found, "c"):
            name = attribute(cell, "r")
            place = column_of(name) if name else place + 1
            cell.set("r", cell_name(row, place))
            if place == column:
                return cell
            if place > column:
                made = self._made(found, row, column)
                cell.addprevious(made)
                return made
        made = self._made(found, row, column)
        found.insert(len(children(found, "c")), made)
        return made

    def shown(self, row: int, column: int) -> tuple[int, int]:
        """Return the place of the merged cell that shows what a place holds, else the place."""
        for merges in children(self._root, "mergeCells"):
            for merge in children(merges, "mergeCell"):
                first, _, last = (merge.get("ref") or "").partition(":")
                top, bottom = cell_position(first), cell_position(last)
                if top and bottom and _within(row, column, top, bottom):
                    return top
        return row, column

    def _row(self, number: int) -> Any:
        if number in self._rows:
            return self._rows[number]
        made = self._data.makeelement(sibling_name(self._data, "row"), {"r": str(number + 1)})
        before = [n for n in self._rows if n < number]
        if before:
            self._rows[max(before)].addnext(made)
        else:
            self._data.insert(0, made)
        self._rows[number] = made
        return made

    def _made(self, found: Any, row: int, column: int) -> Any:
        made = found.makeelement(sibling_name(found, "c"), {"r": cell_name(row, column)})
        found.attrib.pop("spans", None)  # a hint for faster reading, which would be wrong now
        look = self._look(found, column)
        if look:
            made.set("s", str(look))
        return made

    def _look(self, row: Any, column: int) -> int:
        if row.get("customFormat") in _TRUE:
            return format_of(row)
        for columns in children(self._root, "cols"):
            for node in children(columns, "col"):
                if count_of(node, "min", 0) <= column + 1 <= count_of(node, "max", 0):
                    return format_of(node)
        return 0


def _numbered_rows(data: Any) -> Iterator[tuple[int, Any]]:
    """Yield the rows by their number counted from 0; one that does not say it follows the last."""
    number = -1
    for row in children(data, "row"):
        number = count_of(row, "r", number + 2) - 1
        row.set("r", str(number + 1))
        yield number, row


def _within(row: int, column: int, top: tuple[int, int], bottom: tuple[int, int]) -> bool:
    return top[0] <= row <= bottom[0] and top[1] <= column <= bottom[1]
