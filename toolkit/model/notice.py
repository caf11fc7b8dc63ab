"""A notice's list as it was read, before it becomes a programme."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.model.scheme import Key


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One row of the notice's table; grouped columns are filled down.

    Attributes:
        row: Its row in the notice, counted from 0.
    """

    values: Mapping[Key, str]
    row: int


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text of the notice that was not taken into the programme."""

    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """The list that a notice publishes.

    Attributes:
        heading: What stands above the table.
        year: The year that the heading names.
        skipped: Rows that look like items and could not be taken.
        ignored: Titles of columns that a programme does not keep (such as last month's progress).
    """

    file: str
    sheet: str
    scheme: str
    heading: str
    year: int | None
    rows: tuple[NoticeRow, ...]
    skipped: tuple[Leftover, ...]
    ignored: tuple[str, ...]
