"""What rules find, and what reading repaired."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a finding asks for.

    ERROR goes back to the unit, WARNING goes to the coordinator, INFO is for the record.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a rule found, with its place and what to do.

    The fields are those of F in the JSON contract; None where a finding has no such place.

    Attributes:
        trial: Whether its rule is on trial (试行): it is told and never blocks.
    """

    code: str
    name: str
    severity: Severity
    message: str
    suggestion: str
    unit: str | None = None
    item: str | None = None
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    trial: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was read although its layout was damaged, always logged."""

    code: str
    message: str
