"""What a look at the computer and the working folder finds (`minsheng doctor`)."""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """What a thing is needed for."""

    REQUIRED = "必需"
    LAYOUT = "影响版面"
    OPTIONAL = "可选"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: What it is called.
        group: What it is needed for.
        purpose: What it is for, in a few words.
        found: What is there: a version, a path, a name; None where nothing is.
        ok: False when something is left for a person to do.
        effect: What happens without it; None where nothing lacks.
        advice: What to do; None where nothing is to be done.
    """

    name: str
    group: Group
    purpose: str
    found: str | None
    ok: bool = True
    effect: str | None = None
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class CheckUp:
    """All that was looked at, in the order of the report.

    Attributes:
        shows_chinese: Whether the console can print the report.
    """

    checks: tuple[Check, ...]
    shows_chinese: bool

    @property
    def lacking(self) -> tuple[Check, ...]:
        """What is not there, or not in order."""
        return tuple(check for check in self.checks if not check.ok)

    @property
    def needs_person(self) -> bool:
        """Whether anything lacks without which something fails or looks wrong."""
        return any(check.group is not Group.OPTIONAL for check in self.lacking)
