"""What is known of a return while it is read, and the growing result."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.model.finding import Repair
from toolkit.model.programme import Item, Programme
from toolkit.model.submission import Change, Disputed, Doubled, Entry, StoredFile, Stray
from toolkit.stages.form_table import FormTable, ItemTexts


@dataclass(slots=True)
class Reading:
    """The growing result of one sheet; becomes a frozen Submission at its end."""

    tables: list[FormTable]
    furniture: frozenset[str]
    entries: dict[str, Entry] = field(default_factory=dict)
    contradicted: set[str] = field(default_factory=set)
    foreign: list[Entry] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    outdated: list[Item] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    added: list[Stray] = field(default_factory=list)
    outside: list[Stray] = field(default_factory=list)
    doubled: list[Doubled] = field(default_factory=list)
    disputed: list[Disputed] = field(default_factory=list)
    columns: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    second: dict[tuple[int, int], list[str]] = field(default_factory=dict)

    @property
    def table(self) -> FormTable:
        """The table, or its part, that is being read."""
        return self.tables[-1]


@dataclass(frozen=True, slots=True)
class Return:
    """What does not change while a return is read."""

    programme: Programme
    unit: str
    file: StoredFile
    sheet: str
    locked: Mapping[str, str]
    texts: ItemTexts
