"""What came back: files, and what was read out of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from toolkit.model.assessment import Status
from toolkit.model.finding import Repair
from toolkit.model.nature import PLAIN, Nature
from toolkit.model.programme import Item
from toolkit.model.refs import cell_name
from toolkit.model.scheme import Key
from toolkit.model.workbook import Line


class FileStatus(StrEnum):
    """The one outcome of a returned file."""

    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"
    DUPLICATE = "duplicate"
    UNIDENTIFIED = "unidentified"
    UNREADABLE = "unreadable"
    FOREIGN = "foreign"
    SCAN = "scan"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in 2回收.

    Attributes:
        source: Its path as it was given.
        stored: Its path in the working folder, with forward slashes.
        received_at: When the toolkit first saw it.
    """

    source: str
    stored: str
    sha256: str
    received_at: datetime

    @property
    def name(self) -> str:
        """The file's own name, as people speak of it."""
        return self.stored.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose return it is, and how that was known."""

    form: str
    programme: str | None
    unit: str | None
    period: str | None
    issue: int | None
    identified_by: str
    locked: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Superseding:
    """Why another return of the same unit counts instead.

    Attributes:
        basis: What decided, in plain words.
        certain: False when only the files' names could decide.
    """

    by: StoredFile
    basis: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Received:
    """One returned file with its outcome: R in the JSON contract."""

    file: StoredFile
    status: FileStatus
    identity: Identity | None = None
    repairs: tuple[Repair, ...] = ()
    reason: str | None = None
    advice: str | None = None
    superseding: Superseding | None = None

    @property
    def unit(self) -> str | None:
        """The unit it was taken for."""
        return self.identity.unit if self.identity else None


class Entry(NamedTuple):
    """What one unit reported on one item.

    Attributes:
        values: Texts of the columns that the unit fills, as written.
        columns: The column of each value in the returned sheet, counted from 0.
        row: The row in the returned sheet, counted from 0.
        faults: What columns show that hold a fault (#REF!) or a formula without a value; nothing
            of it is taken.
        line: Where the row stands in the file, where the table was laid out anew to be read.
    """

    item: Item
    unit: str
    values: Mapping[Key, str]
    columns: Mapping[Key, int]
    row: int
    sheet: str
    file: StoredFile
    status: Status
    faults: Mapping[Key, str] = MappingProxyType({})
    line: Line | None = None

    @property
    def start(self) -> str:
        """The cell with which its row begins."""
        return self.line.cell(0) if self.line else cell_name(self.row, 0)

    def cell(self, key: Key) -> str | None:
        """The cell that the value of `key` was read from."""
        column = self.columns.get(key)
        if column is None:
            return None
        return self.line.cell(column) if self.line else cell_name(self.row, column)


@dataclass(frozen=True, slots=True)
class Change:
    """A locked text that came back different."""

    item: Item
    key: Key
    title: str
    expected: str
    found: str
    cell: str


@dataclass(frozen=True, slots=True)
class Stray:
    """Text in a returned workbook that belongs to no row of the list.

    Attributes:
        sheet: Its worksheet, None for the one that holds the table.
    """

    cell: str
    text: str
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A row with something written in the unit's columns that is no item of the list.

    Attributes:
        text: All that stands in it.
        values: Texts of the columns that the unit fills.
        columns: The column of each value, counted from 0.
        row: Counted from 0.
        line: As an entry's.
    """

    cell: str
    text: str
    values: Mapping[Key, str]
    columns: Mapping[Key, int]
    row: int
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Doubled:
    """An item that has two rows in one return.

    `alike` when both say the same, or one of them nothing; otherwise neither row is taken.
    """

    item: Item
    cells: tuple[str, str]
    alike: bool


@dataclass(frozen=True, slots=True)
class Disputed:
    """A row whose hidden key says one item and whose texts are another's.

    Attributes:
        by_key: The item of the key.
        by_text: The item whose own text stands in the row.
        cell: Where the row begins.
        text: What the unit wrote in it.
    """

    by_key: Item
    by_text: Item
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class SharedCell:
    """A cell to fill that is merged over the rows of several items; its text is not taken."""

    items: tuple[Item, ...]
    key: Key
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class Submission:
    """Everything that was read out of one return, and what of its form was not kept.

    Attributes:
        stated_unit: What stands after 填报单位 in the sheet, if anything.
        stated_period: What stands after 报告期, if anything.
        missing_columns: Official titles of columns that were not found.
        missing_items: Items of the unit that have no row.
        added: Filled rows of no item: in a progress form a mistake, in a summary form new items.
        outdated: Items whose text in the list was amended after the form was sent.
        disputed: Rows that are not taken, for their texts are only partly another item's.
        moved: Rows that are taken for the item whose texts they have to the letter.
        shared: Cells to fill that are merged over several items.
        second_columns: Columns to fill whose title stood there already, with what they say
            differently; it is not taken.
        nature: What its file was.
        second_tables: Further worksheets with the form's table and something written in it.
    """

    file: StoredFile
    identity: Identity
    sheet: str
    entries: tuple[Entry, ...] = ()
    repairs: tuple[Repair, ...] = ()
    stated_unit: str | None = None
    stated_unit_cell: str | None = None
    stated_period: str | None = None
    stated_period_cell: str | None = None
    missing_columns: tuple[str, ...] = ()
    missing_items: tuple[Item, ...] = ()
    foreign_items: tuple[Entry, ...] = ()
    outdated: tuple[Item, ...] = ()
    changed: tuple[Change, ...] = ()
    added: tuple[AddedRow, ...] = ()
    outside: tuple[Stray, ...] = ()
    doubled: tuple[Doubled, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    moved: tuple[Disputed, ...] = ()
    shared: tuple[SharedCell, ...] = ()
    second_columns: tuple[Stray, ...] = ()
    second_tables: tuple[Stray, ...] = ()
    nature: Nature = PLAIN

    @property
    def unit(self) -> str:
        """The unit whose return it is; a submission exists only when it is known."""
        return self.identity.unit or ""
