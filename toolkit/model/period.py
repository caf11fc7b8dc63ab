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

    @property
    def previous_word(self) -> str:
        """What people call the one before this one: 上月, 上周."""
        return f"上{_WORDS[self]}"

    @property
    def next_word(self) -> str:
        """What people call the one after this one: 下月, 下周."""
        return f"下{_WORDS[self]}"


_WORDS = {
    PeriodKind.YEAR: "年",
    PeriodKind.QUARTER: "季度",
    PeriodKind.MONTH: "月",
    PeriodKind.TEN_DAYS: "一旬",  # 下旬 would be the last ten days of a month
    PeriodKind.WEEK: "周",
}


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
