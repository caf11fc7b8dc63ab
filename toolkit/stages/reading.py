"""What is known of a return while it is read, and the growing result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.model.finding import Repair
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Key, TableLayout
from toolkit.model.submission import (
    AddedRow,
    Change,
    Disputed,
    Doubled,
    Entry,
    SharedCell,
    StoredFile,
    Stray,
)
from toolkit.model.workbook import Line
from toolkit.stages.form_table import FormTable
from toolkit.stages.row_match import ItemTexts


class FoundRow(NamedTuple):
    """A row below a header.

    Attributes:
        number: Its row in the sheet, counted from 0.
        table: The table that it belongs to.
        above: The grouped texts that it has, its own or those that it continues.
        inherits: Whether it continues those above.
    """

    number: int
    row: Sequence[object]
    table: FormTable
    above: Mapping[Key, str]
    inherits: bool

    def cell(self, place: int) -> str:
        """Return the name that one of its cells has in the file."""
        return self.table.sheet.cell(self.number, place)

    @property
    def name(self) -> str:
        """How people find it in the file."""
        return self.table.sheet.line_name(self.number)

    @property
    def line(self) -> Line | None:
        """Where it stands in the file, where the table was laid out anew."""
        return self.table.sheet.lines.get(self.number)


@dataclass(slots=True)
class Reading:
    """The growing result of one sheet; becomes a frozen Submission at its end.

    Attributes:
        unknown: Rows that are no item's by key or text.
        rows: The 编号 of the item whose entry a row made.
    """

    tables: list[FormTable]
    furniture: frozenset[str]
    entries: dict[str, Entry] = field(default_factory=dict)
    contradicted: set[str] = field(default_factory=set)
    foreign: list[Entry] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    outdated: list[Item] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    added: list[AddedRow] = field(default_factory=list)
    outside: list[Stray] = field(default_factory=list)
    doubled: list[Doubled] = field(default_factory=list)
    disputed: list[Disputed] = field(default_factory=list)
    moved: list[Disputed] = field(default_factory=list)
    shared: list[SharedCell] = field(default_factory=list)
    columns: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    second: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    unknown: list[FoundRow] = field(default_factory=list)
    rows: dict[int, str] = field(default_factory=dict)

    @property
    def table(self) -> FormTable:
        """The table, or its part, that is being read."""
        return self.tables[-1]


@dataclass(frozen=True, slots=True)
class Return:
    """What does not change while a return is read."""

    programme: Programme
    layout: TableLayout
    unit: str
    file: StoredFile
    sheet: str
    locked: Mapping[str, str]
    shown: Mapping[str, str]
    texts: ItemTexts
