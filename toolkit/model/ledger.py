"""What the ledger (台账) keeps, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from toolkit.model.scheme import Key


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A form that was made for a unit.

    Attributes:
        path: Relative to the working folder, with forward slashes.
        issue: The n-th form of this unit for this period, from 1.
    """

    period: str
    unit: str
    issue: int
    form: str
    path: str
    sha256: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Source:
    """Where a merged value was read: one file, sheet and cell."""

    unit: str
    file: str
    sheet: str
    cell: str | None
    sha256: str
    received_at: datetime
    value: str


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What one unit reported on one item, as the ledger keeps it.

    Attributes:
        values: Texts by column, as written.
        cells: The cell of each text.
    """

    code: str
    unit: str
    file: str
    sheet: str
    sha256: str
    received_at: datetime
    values: Mapping[Key, str]
    cells: Mapping[Key, str]


class UnitState(StrEnum):
    """Where a unit's return stands."""

    NOT_SENT = "未下发"
    SENT = "已下发，未报送"
    OVERDUE = "逾期未报"
    UNUSABLE = "已报送，无法采用"
    RETURNED = "已报送，需修改"
    ACCEPTED = "已报送"


@dataclass(frozen=True, slots=True)
class UnitStatus:
    """One line of 报送情况.

    Attributes:
        late_days: Working days after the deadline: of the return, or so far when it is still out.
        file: The return that counts, by its path in the working folder.
        others: The unit's other returns.
        scans: Signed or stamped copies for people.
        sent_back: When each of the unit's returns that had to be corrected went back first, by
            its digest.
        corrected: Whether a return that may stay came after one that went back; None when none did.
        contact: Whom to ask there: a name, a telephone number.
    """

    unit: str
    items: int
    state: UnitState
    sent_at: datetime | None
    received_at: datetime | None
    late_days: int
    file: str | None
    others: tuple[str, ...] = ()
    scans: tuple[str, ...] = ()
    sent_back: Mapping[str, datetime] = field(default_factory=dict)
    corrected: bool | None = None
    contact: str = ""
