"""One unit's filled form, open for change."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from toolkit.model.form import KEY_TITLE, META_SHEET, form_of
from toolkit.model.period import Period
from toolkit.model.refs import cell_name
from toolkit.model.scheme import Key, TableLayout

HEADER = 3
"""The row of the header in a form as it is sent."""

Value = str | float
Answers = Mapping[Key, Value | None]


class NotPossibleError(Exception):
    """This fault cannot be planted here."""


def need(condition: object) -> None:
    """Ask of a place what a fault takes.

    Raises:
        NotPossibleError: It is not so here.
    """
    if not condition:
        raise NotPossibleError


class Draft:
    """A form as openpyxl holds it, with its columns by key and its rows by 编号.

    Attributes:
        unit: Whose it is.
        files: What is handed in instead of the form as it was changed; None for just that.
    """

    def __init__(self, unit: str, path: Path, layout: TableLayout, period: Period) -> None:
        self.unit = unit
        self.path = path
        self.layout = layout
        self.book = load_workbook(path)
        self.sheet: Worksheet = self.book[form_of(period.kind).sheet]
        self.files: list[Path] | None = None
        titles = {column.title: column.key for column in layout.shown}
        header = [str(cell.value) for cell in self.sheet[HEADER]]
        self.columns = {titles[t]: n for n, t in enumerate(header, 1) if t in titles}
        self.key_column = header.index(KEY_TITLE) + 1
        self.rows = {
            str(code): row
            for row in range(HEADER + 1, self.sheet.max_row + 1)
            if (code := self.sheet.cell(row, self.key_column).value)
        }

    def text(self, code: str, key: Key) -> str:
        """Return what stands in an item's cell."""
        value = self.sheet.cell(self.rows[code], self.columns[key]).value
        return "" if value is None else str(value)

    def put(self, code: str, key: Key, value: Value | None) -> None:
        """Write into an item's cell."""
        self.write(self.rows[code], self.columns[key], value)

    def write(self, row: int, column: int, value: Any) -> None:
        """Write into a cell; a text stays a text whatever it looks like."""
        cell: Any = self.sheet.cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    def address(self, code: str, key: Key) -> str:
        """Return an item's cell, such as E5."""
        return cell_name(self.rows[code] - 1, self.columns[key] - 1)

    def fill(self, answers: Mapping[str, Answers]) -> None:
        """Type a unit's answers, by 编号."""
        for code, texts in answers.items():
            for key, value in texts.items():
                if key in self.columns:
                    self.put(code, key, value)

    def need(self, items: int) -> list[str]:
        """Return the items' 编号.

        Raises:
            NotPossibleError: There are fewer of them.
        """
        if len(self.rows) < items:
            raise NotPossibleError
        return list(self.rows)

    def take_apart(self) -> None:
        """Undo all merges and repeat the merged texts in their rows, so that rows can be moved."""
        for area in list(self.sheet.merged_cells.ranges):
            self.sheet.unmerge_cells(str(area))
            for row in range(area.min_row + 1, area.max_row + 1) if area.min_row > HEADER else ():
                value = self.sheet.cell(area.min_row, area.min_col).value
                self.write(row, area.min_col, value)

    def line(self, row: int) -> list[Any]:
        """Return the values of a row."""
        return [cell.value for cell in self.sheet[row]]

    def put_line(self, row: int, values: list[Any]) -> None:
        """Write a whole row."""
        for column, value in enumerate(values, 1):
            self.write(row, column, value)

    def append(self, values: list[Any]) -> int:
        """Write a row below the table and return its number."""
        row = max(self.rows.values()) + 1
        self.put_line(row, values)
        return row

    def lose_marks(self) -> None:
        """Take the hidden sheet and the hidden column away."""
        self.take_apart()
        del self.book[META_SHEET]
        self.sheet.delete_cols(self.key_column)

    def save(self, path: Path) -> Path:
        """Write the workbook and return its path."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.book.save(path)
        return path
