"""What a note to a unit is made from that has to mend its return, or to send another one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from toolkit.model.amendment import Amendment


class Attached(StrEnum):
    """What goes back with a note."""

    OWN = "own"
    """The unit's own file with marks."""

    FRESH = "fresh"
    """A new form that carries the unit's values; its own file cannot be marked."""

    PART = "part"
    """A new form with the unit's values; its file holds other units' returns too."""

    NOTHING = "nothing"
    """Nothing; the form that was sent out is to be filled."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file of a unit that could not be taken, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReturnNote:
    """One unit's note.

    Attributes:
        span: The period's name, such as 2021年1-9月.
        table: The name of what is reported, such as 为民办实事进展表.
        due: The last day on which a return is in time; None when nobody set one.
        original: The name of the file that came.
        attached: What goes back with the note.
        attachment: The name of the file that goes back, or of the form to fill.
        entries: What has to be mended, in the order in which it is read.
        refused: The unit's files of which none could be taken; empty when one was.
        contact: Whom to ask, "" for nobody.
        phone: Their number, "" for none.
    """

    unit: str
    span: str
    table: str
    authority: str
    signature: str
    issued: date
    due: date | None
    original: str
    attached: Attached
    attachment: str
    entries: tuple[Amendment, ...] = ()
    refused: tuple[Refused, ...] = ()
    contact: str = ""
    phone: str = ""

    @property
    def report(self) -> str:
        """What is reported, such as 2021年1-9月为民办实事进展表."""
        return f"{self.span}{self.table}"
