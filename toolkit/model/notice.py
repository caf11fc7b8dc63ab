"""A notice's list as it was read, before it becomes a programme."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from toolkit.model.scheme import Key, Scheme
from toolkit.model.stated import Facts


class LayoutFrom(Enum):
    """How the layout of a list was decided."""

    GIVEN = "stated on the command line"
    RECOGNISED = "columns and place are those of a known scheme"
    COLUMNS = "the columns are those of a known scheme, no place is named"
    NOTICE = "described anew from the notice itself"


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One item of the notice's list; grouped columns are filled down.

    Attributes:
        values: What the list says, by column. Names of units are whole, parted by 、.
        place: Where it stands in the notice, as messages name it.
        reported: What a table of progress reports on it.
        numbered: Whether its number stands in the row itself, not in a cell over several rows.
    """

    values: Mapping[Key, str]
    place: str
    reported: Mapping[Key, str] = field(default_factory=dict)
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text of the notice that was not taken into the programme, and why."""

    cell: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class UnitNames:
    """What the notice tells about names of units.

    Attributes:
        aliases: Other names of a unit that the notice uses as well.
        members: The units that a collective name such as 各街道 stands for, as far as named.
        guessed: Names put together from broken lines, which stand nowhere whole.
    """

    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Rows of the list and what a second list of the same programme says on the same works.

    Attributes:
        rows: The rows of the list.
        others: The items of the second list.
    """

    rows: tuple[NoticeRow, ...]
    others: tuple[NoticeRow, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """The list that a notice publishes.

    Attributes:
        sheet: The worksheet or table that holds it; "" for a numbered list.
        scheme: The layout: a known one, or one made of what was found.
        layout_from: How it was decided.
        heading: What stands above the list.
        year: The year that the notice names.
        place: The place whose programme it is, "" when that cannot be told.
        authority: The body that issued it, "" when that cannot be told.
        phrase: What it calls the programme.
        companion: The items of a second list of the same programme, such as the numbered
            paragraphs above a table.
        counterparts: Which rows and which items of `companion` are about the same.
        facts: What the notice says about itself.
        skipped: What looks like part of the list and could not be taken.
        outside: Lines behind the list, and lines inside it that say nothing.
        short: Rows that lack their last cells: the place and the titles.
        ignored: Titles of columns that a programme does not keep (such as last month's progress).
    """

    file: str
    sheet: str
    scheme: Scheme
    layout_from: LayoutFrom
    heading: str
    year: int | None
    place: str
    authority: str
    phrase: str
    rows: tuple[NoticeRow, ...]
    companion: tuple[NoticeRow, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    facts: Facts = field(default_factory=Facts)
    skipped: tuple[Leftover, ...] = ()
    outside: tuple[Leftover, ...] = ()
    short: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ignored: tuple[str, ...] = ()
    names: UnitNames = UnitNames()
