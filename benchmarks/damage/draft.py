"""One unit's filled form, open for damage: its rows as plain lists, written back when it is saved."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from toolkit.model.form import META_SHEET
from toolkit.model.scheme import Key

Cell = tuple[str, Key]
"""A value that a unit wrote: the item's 编号 and the column."""

Row = list[Any]

SHEET = "进展表"
HEADER = 2
"""The header's row in a form as it is sent, counted from 0."""

TITLES: Mapping[Key, str] = {
    Key.NUMBER: "序号",
    Key.PROJECT: "项目名称",
    Key.CONTENT: "项目内容及规模",
    Key.LEAD: "主办单位",
    Key.PROGRESS: "落实进展情况",
    Key.PROBLEM: "存在问题",
    Key.PLAN: "下月工作计划",
}
REFERENCE = "上月工作计划（参考）"
KEY = "编号"
FILLED = (Key.PROGRESS, Key.PROBLEM, Key.PLAN)
WIDTHS = (5, 11, 36, 14, 22, 46, 20, 30, 8)


class Formula(str):
    """A formula; any other text that begins with = stays a text."""

    __slots__ = ()


class NotPossibleError(Exception):
    """This damage cannot befall this unit's form: it has too few items."""


class Draft:
    """A unit's filled form.

    Attributes:
        unit: Whose it is.
        rows: All rows of its table's sheet, from the first; a merged text stands in its first cell.
        lines: The row of each item, by 编号; the very lists of `rows`.
        header: The header row.
        contents: 项目内容及规模 of each item, as it was sent.
        read: What a person reads in the damaged file; None where nobody can tell.
        extra: Texts that the damage put in beside the unit's values: each must be told.
        finish: What is done to the worksheet after the rows were written.
    """

    def __init__(self, unit: str, filled: Path, folder: Path) -> None:
        self.unit = unit
        self.filled = filled
        self.folder = folder
        self.book = load_workbook(filled)
        self.sheet: Worksheet = self.book[SHEET]
        self.rows: list[Row] = [list(row) for row in self.sheet.iter_rows(values_only=True)]
        self.header = self.rows[HEADER]
        self.titles: list[str] = list(self.header)
        self.lines: dict[str, Row] = {row[-1]: row for row in self.rows[HEADER + 1 :] if row[-1]}
        self.read: dict[Cell, str | None] = {
            (code, key): self.value(code, key) for code in self.lines for key in FILLED
        }
        self.contents = {code: str(self.value(code, Key.CONTENT)) for code in self.lines}
        self.extra: list[str] = []
        self.finish: list[Callable[[Worksheet], object]] = []
        self.merged = True

    @property
    def codes(self) -> list[str]:
        """The items' 编号 in the form's order."""
        return list(self.lines)

    def need(self, items: int) -> list[str]:
        """Return the items' 编号.

        Raises:
            NotPossibleError: There are fewer of them.
        """
        if len(self.lines) < items:
            raise NotPossibleError
        return self.codes

    def place(self, key: Key | str) -> int:
        """Return where a column stands, counted from 0."""
        return self.titles.index(TITLES[key] if isinstance(key, Key) else key)

    def value(self, code: str, key: Key | str) -> Any:
        """Return what stands in an item's cell."""
        return self.lines[code][self.place(key)]

    def put(self, code: str, key: Key | str, value: Any, read: str | None = None) -> None:
        """Write into an item's cell; `read` is what a person then sees there."""
        self.lines[code][self.place(key)] = value
        if isinstance(key, Key) and (code, key) in self.read:
            self.read[code, key] = value if read is None else read

    def lose(self, code: str, *keys: Key) -> None:
        """Say that nobody can tell an item's values any more, or some of them."""
        for key in keys or FILLED:
            self.read[code, key] = None

    def index(self, code: str) -> int:
        """Return the number of an item's row, counted from 0."""
        return next(n for n, row in enumerate(self.rows) if row is self.lines[code])

    def blank(self) -> Row:
        """Return an empty row as wide as the table."""
        return [None] * len(self.titles)

    def new_row(self, **texts: str) -> Row:
        """Return a row with texts in some columns, named as the members of `Key` are."""
        row = self.blank()
        for name, text in texts.items():
            row[self.place(Key[name.upper()])] = text
        return row

    def keep_columns(self, order: Sequence[int | str]) -> None:
        """Lay the columns out anew: numbers are the old places, texts the titles of new ones."""
        for number, row in enumerate(self.rows):
            old = list(row)
            if number < HEADER:
                row[:] = (old + [None] * len(order))[: len(order)]
            else:
                row[:] = [old[each] if isinstance(each, int) else None for each in order]
        self.titles = [each if isinstance(each, str) else self.titles[each] for each in order]
        self.header[:] = self.titles

    def drop(self, title: str) -> None:
        """Take a column away."""
        self.keep_columns([n for n, each in enumerate(self.titles) if each != title])

    def lose_key(self) -> None:
        """Take the hidden key column away."""
        self.drop(KEY)

    def lose_sheet(self) -> None:
        """Take the hidden identity sheet away."""
        del self.book[META_SHEET]

    def lose_marks(self) -> None:
        """Take both away, as copying what is seen into another workbook does."""
        self.lose_key()
        self.lose_sheet()

    def fill_down(self) -> None:
        """Repeat the project in each of its rows, as people do who take merged cells apart."""
        above: Row = []
        for row in self.lines.values():
            for place in (self.place(Key.NUMBER), self.place(Key.PROJECT)):
                if row[place] is None:
                    row[place] = above[place]
            above = row
        self.merged = False

    def merges(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield the merged ranges of the title and the projects: rows and columns from 0."""
        seen = len(self.titles) - (KEY in self.titles)
        if self.rows and self.rows[0][0] is not None and self.rows[0][1] is None:
            yield 0, 0, 0, seen - 1
        if not self.merged:
            return
        first = last = None
        for number, row in enumerate(self.rows):
            if any(row is line for line in self.lines.values()):
                if row[self.place(Key.PROJECT)] is not None or first is None:
                    yield from self._project(first, last)
                    first = number
                last = number
        yield from self._project(first, last)

    def _project(self, first: int | None, last: int | None) -> Iterator[tuple[int, int, int, int]]:
        if first is not None and last is not None and last > first:
            for key in (Key.NUMBER, Key.PROJECT):
                column = self.place(key)
                inside = [self.rows[n][column] for n in range(first + 1, last + 1)]
                if not any(text is not None for text in inside):
                    yield first, column, last, column

    def visible(self) -> list[Row]:
        """Return the rows without the hidden column, as people see and copy them."""
        hidden = {n for n, title in enumerate(self.titles) if title == KEY}
        return [[v for n, v in enumerate(row) if n not in hidden] for row in self.rows]

    def write(self) -> None:
        """Put the rows into the worksheet."""
        sheet = self.sheet
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        for line in sheet.iter_rows():
            for cell in line:
                cell.value = None
        fill_sheet(sheet, self.rows, self.merges())
        for number in range(1, len(self.titles) + 2):
            sheet.column_dimensions[get_column_letter(number)].hidden = False
        if KEY in self.titles:
            sheet.column_dimensions[get_column_letter(self.place(KEY) + 1)].hidden = True
        for finish in self.finish:
            finish(sheet)

    def save(self, name: str = "") -> Path:
        """Write the workbook into the folder of damaged files and return its path."""
        path = self.target(name)
        self.write()
        self.book.save(path)
        return path

    def target(self, name: str = "") -> Path:
        """Return the path of a damaged file; its folder exists."""
        folder = self.folder / self.unit
        folder.mkdir(parents=True, exist_ok=True)
        return folder / (name or f"{self.unit}.xlsx")


def fill_sheet(
    sheet: Worksheet,
    rows: Sequence[Sequence[Any]],
    merges: Iterator[tuple[int, int, int, int]] | Sequence[tuple[int, int, int, int]] = (),
    down: int = 0,
    right: int = 0,
) -> None:
    """Write rows into a worksheet, `down` rows and `right` columns from its first cell."""
    for number, row in enumerate(rows, 1 + down):
        for column, value in enumerate(row, 1 + right):
            if value is not None:
                cell = sheet.cell(number, column)
                cell.value = value
                if isinstance(value, str) and not isinstance(value, Formula) and value[:1] == "=":
                    cell.data_type = "s"
    for first, left, last, end in merges:
        sheet.merge_cells(
            start_row=first + 1 + down,
            start_column=left + 1 + right,
            end_row=last + 1 + down,
            end_column=end + 1 + right,
        )


def pasted(
    draft: Draft, rows: Sequence[Row], name: str = "", down: int = 0, right: int = 0
) -> Path:
    """Paste rows as values into a fresh workbook and save it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Sheet1"
    fill_sheet(sheet, rows, (), down, right)
    path = draft.target(name)
    book.save(path)
    return path
