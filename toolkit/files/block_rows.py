"""Documents as worksheets: every table a sheet, the lines above a table as rows above its rows.

A table that goes on over several pages is often several tables in the file. They are one sheet
where nothing but the repeated title stands between them, and the columns are the same.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from toolkit.files.raw_rows import shown
from toolkit.model.document import Document, Paragraph, Table
from toolkit.model.sheets import Range
from toolkit.model.workbook import RawSheet
from toolkit.text.clean import match_key

_GOES_ON = re.compile(r"[(（]?(?:续(?:上)?表|接上(?:页|表)|续)[\d一二三四五六七八九十]*[)）]?")
_PAGE = re.compile(r"第?[-—–]*\d{1,3}[-—–]*页?(?:[/,，]?共\d{1,3}页)?")


@dataclass(slots=True)
class _Growing:
    """A sheet that may still go on."""

    name: str
    rows: list[list[object]] = field(default_factory=list)
    merges: list[Range] = field(default_factory=list)
    above: set[str] = field(default_factory=set)
    header: tuple[str, ...] = ()
    width: int = 0

    def add_lines(self, lines: Iterable[str]) -> None:
        self.rows += [[shown(line)] for line in lines]

    def add_table(self, table: Table, *, breaks: bool) -> None:
        first = len(self.rows)
        self.rows += [[_text(cell, breaks=breaks) for cell in row] for row in table.rows]
        self.merges += [
            Range(m.first_row + first, m.first_column, m.last_row + first, m.last_column)
            for m in table.merges
        ]


def block_sheets(document: Document, skip: Collection[str] = ()) -> tuple[RawSheet, ...]:
    """Return the tables of a document as worksheets; one without tables is one sheet of lines."""
    sheets: list[_Growing] = []
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text.strip())
            continue
        if not sheets or not _continues(sheets[-1], lines, block):
            sheets.append(_begun(block, lines))
        else:
            sheets[-1].add_lines(lines)
        sheets[-1].add_table(block, breaks=block.origin.breaks_lines)
        lines = []
    if lines:
        sheets = sheets or [_Growing("正文")]
        sheets[-1].add_lines(lines)
    return tuple(
        RawSheet(sheet.name, True, sheet.rows, merges=tuple(sheet.merges))
        for sheet in sheets
        if sheet.name not in skip
    )


def _begun(table: Table, lines: Sequence[str]) -> _Growing:
    sheet = _Growing(
        table.name.rpartition("页")[2],
        above={match_key(line) for line in lines},
        header=_header(table),
        width=_width(table),
    )
    sheet.add_lines(lines)
    return sheet


def _continues(sheet: _Growing, lines: Sequence[str], table: Table) -> bool:
    """Tell whether a table is the same one on its next page."""
    keys = [match_key(line) for line in lines]
    if not all(k in sheet.above or _GOES_ON.fullmatch(k) or _PAGE.fullmatch(k) for k in keys):
        return False
    return _header(table) == sheet.header or (_width(table) == sheet.width and not keys)


def _header(table: Table) -> tuple[str, ...]:
    return tuple(match_key(cell) for cell in table.rows[0]) if table.rows else ()


def _width(table: Table) -> int:
    return max(map(len, table.rows), default=0)


def _text(cell: str, *, breaks: bool) -> str:
    return shown(cell.replace("\n", "") if breaks else cell)
