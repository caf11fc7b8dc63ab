"""A period as it was issued (定稿): what a later correction is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from toolkit.model.ledger import LedgerEntry
from toolkit.model.scheme import Key


@dataclass(frozen=True, slots=True)
class Closing:
    """That a period was closed, and perhaps opened again.

    Attributes:
        number: The n-th issue of this period, from 1.
        reopened_at: None as long as it is closed.
        reason: Why it was opened again.
        files: The digest of each file that was issued, by its path in the working folder.
    """

    period: str
    number: int
    closed_at: datetime
    files: Mapping[str, str]
    reopened_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class IssuedItem:
    """A row of the list as it was issued.

    Attributes:
        values: The list's own texts; what units reported stands in `Issued.entries`.
        counted: The words under which it was counted, such as 状态: 正常推进, 时序: 慢序时.
    """

    code: str
    title: str
    values: Mapping[Key, str]
    counted: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Issued:
    """What was issued for a period: the list, and what units had reported."""

    closing: Closing
    items: tuple[IssuedItem, ...]
    entries: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True)
class Amendment:
    """One difference between what was issued and what is so now (更正).

    Attributes:
        kind: What happened, in a word: 更正, 补报, 清单更正, …
        column: The title of the column.
        unit: Who reported it; "" where the list itself changed.
        before_place: File, sheet and cell of what was issued; "" where it came from the list.
        after_place: The same of what is so now.
    """

    kind: str
    code: str
    title: str
    unit: str
    column: str
    before: str
    after: str
    before_place: str = ""
    after_place: str = ""
