"""Reporting periods (报告期)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """How long a period is. The values are the words used in scheme files."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    TEN_DAYS = "ten_days"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Period:
    """One reporting period.

    Attributes:
        label: The name that commands and folders use, such as `2021-09` or `2024-W36`.
        start: First day.
        end: Last day; data are cumulative up to it.
    """

    kind: PeriodKind
    label: str
    start: date
    end: date

    @property
    def year(self) -> int:
        """The programme's year, which the label starts with."""
        return int(self.label[:4])
