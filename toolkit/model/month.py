"""One period as a whole: what came back, and what it merges to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from toolkit.model.assessment import Assessment, EarlierReport, Status
from toolkit.model.period import Period
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Key, TableLayout
from toolkit.model.submission import Entry, FileStatus, Received, Submission


@dataclass(frozen=True)
class Month:
    """Everything that came back for a period.

    Attributes:
        due: The last day on which a return is in time; None when nobody set one.
        received: Every file with its outcome, in the order of their paths.
        submissions: What the accepted files say, in the order of the programme's units.
        issues: How many times each unit's form was sent out.
        assessments: How each unit's report on each item stands, by unit and 编号.
        earlier: What the unit reported on the item for earlier periods, the latest first.
    """

    programme: Programme
    period: Period
    due: date | None
    received: tuple[Received, ...]
    submissions: tuple[Submission, ...]
    issues: Mapping[str, int] = field(default_factory=dict)
    assessments: Mapping[tuple[str, str], Assessment] = field(default_factory=dict)
    earlier: Mapping[tuple[str, str], tuple[EarlierReport, ...]] = field(default_factory=dict)

    @property
    def layout(self) -> TableLayout:
        """The table that units filled."""
        return self.programme.scheme.layouts[self.period.kind]

    @cached_property
    def accepted(self) -> dict[str, Received]:
        """The file that counts, by unit."""
        return {
            received.unit: received
            for received in self.received
            if received.status is FileStatus.ACCEPTED and received.unit
        }

    @property
    def expected(self) -> tuple[str, ...]:
        """The units that have to report, in the list's order."""
        return tuple(self.programme.assignments)

    @property
    def missing(self) -> tuple[str, ...]:
        """The units that have to report and whose return did not come or cannot be used."""
        return tuple(unit for unit in self.expected if unit not in self.accepted)


class MergedItem(NamedTuple):
    """One item of the list with what was reported on it.

    Attributes:
        values: The merged text of each column that units fill.
        entries: What each unit reported, in the order lead, co units.
        status: None when nobody reported.
        problem: The problems that units name, "" when all say that there is none.
    """

    item: Item
    values: Mapping[Key, str]
    entries: tuple[Entry, ...]
    status: Status | None
    problem: str

    @property
    def reported(self) -> bool:
        """Whether any unit said something about its progress."""
        return self.status is not None
