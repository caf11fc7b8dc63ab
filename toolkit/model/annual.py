"""The year's list as it is made: what units corrected, added and wanted out of it."""

from dataclasses import dataclass
from enum import StrEnum

from toolkit.model.month import Month
from toolkit.model.programme import Item
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry, Submission


class Origin(StrEnum):
    """Where a row of the merged list comes from. The values are what people read."""

    KEPT = "沿用"
    CORRECTED = "更正"
    NEW = "新增"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of the merged list.

    Attributes:
        item: As it stands there, numbered.
        entries: What units returned on it.
    """

    item: Item
    origin: Origin
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A text of the list that a unit wrote anew; the merged list has the new one."""

    key: Key
    title: str
    before: str
    after: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Conflict:
    """A text that two units wrote anew in different ways; the merged list keeps the old one."""

    key: Key
    title: str
    proposals: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Twins:
    """Two rows that may be one and the same; whether they are, a person decides.

    Attributes:
        likeness: From 0 to 1.
    """

    first: ListRow
    second: ListRow
    likeness: float


@dataclass(frozen=True)
class MergedList:
    """The list that the year's returns make together.

    Attributes:
        rows: In their order, by project.
        withdrawn: Items that a return no longer has; they stay in the list.
    """

    month: Month
    rows: tuple[ListRow, ...]
    corrections: tuple[Correction, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    withdrawn: tuple[tuple[Item, Submission], ...] = ()
    twins: tuple[Twins, ...] = ()
