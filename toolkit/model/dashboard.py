"""A period as one page to look at (看板): every number and text ready to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from toolkit.model.assessment import Light, Pace

T = TypeVar("T")


class Standing(StrEnum):
    """The one group to which an item belongs at a glance. The values are what people read."""

    FINISHED = "已完成"
    ON_PACE = "达到序时"
    BEHIND = "落后序时"
    UNCLEAR = "看不出进度"
    UNREPORTED = "未报送"


_GRAVEST = (Light.RED, Light.YELLOW, Standing.BEHIND, Standing.UNREPORTED, Standing.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was read.

    Attributes:
        file: The file's own name.
        cell: None where it names a whole sheet or file.
        address: The file relative to the page, ready for a link; None for one no link can name.
    """

    file: str
    sheet: str
    cell: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """Something read or judged, in words, with what it rests on and where it was read.

    Attributes:
        basis: 单位填报, 由文字判断, 人工认定; "" for a text as it was written.
    """

    title: str
    text: str
    basis: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TargetShown:
    """A target and what is done of it.

    Attributes:
        subject: What is counted.
        wanted: 20公里, 不少于2所.
        done: What is done, in the same measure; the text is "" when the report does not say.
        original: The words that it was read from.
        counted: Whether it is reached by counting up to it.
    """

    subject: str
    wanted: str
    done: Shown
    original: str
    counted: bool


@dataclass(frozen=True, slots=True)
class Point:
    """How far an item was at the end of a period; `share` is 0 to 1, None when nobody knows."""

    name: str
    share: float | None
    text: str


@dataclass(frozen=True, slots=True)
class ReportShown:
    """One unit's report on an item.

    Attributes:
        status: None when the unit has not reported on it.
        share: How much is done, 0 to 1, for the bar.
        shown_share: The same in words.
        expected: How much of the time has gone, 0 to 1.
        points: The periods up to this one, in order.
        values: What the unit wrote.
    """

    unit: str
    status: Shown | None = None
    pace: Pace | None = None
    light: Light | None = None
    share: float | None = None
    shown_share: Shown | None = None
    expected: float | None = None
    shown_expected: str = ""
    targets: tuple[TargetShown, ...] = ()
    points: tuple[Point, ...] = ()
    values: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item of the list with what was reported on it.

    Attributes:
        light: The worst of its reports'.
        listed: Texts of the list, under their official titles.
        problem: What its units name, "" when they name none.
    """

    code: str
    project: str
    name: str
    units: tuple[str, ...]
    standing: Standing
    light: Light | None
    listed: tuple[Shown, ...]
    reports: tuple[ReportShown, ...]
    problem: str

    @property
    def gravity(self) -> int:
        """Its place when what needs attention comes first; the least is the gravest."""
        if self.standing is Standing.FINISHED:
            return len(_GRAVEST) + 1
        signs = (self.light, self.standing)
        return next((n for n, sign in enumerate(_GRAVEST) if sign in signs), len(_GRAVEST))


@dataclass(frozen=True, slots=True)
class UnitShown:
    """A unit's return, and how many of its items stand where."""

    name: str
    items: int
    standings: Mapping[Standing, int]
    state: str
    needs_person: bool
    received: str
    late: str
    findings: int
    file: Place | None


@dataclass(frozen=True, slots=True)
class FindingShown:
    """What a rule found."""

    severity: str
    code: str
    unit: str
    item: str
    message: str
    suggestion: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class MonthShown:
    """How many items were finished at the end of a period."""

    name: str
    finished: int


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """Rows of the page; of a list too long to read only the first, that need attention most."""

    rows: tuple[T, ...]
    total: int

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return len(self.rows) == self.total


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The whole page.

    Attributes:
        title: Of the page.
        authority: Whose page it is.
        as_of: Up to when figures count: 截至2021年9月底.
        made: When it was made.
        expected: How much of the programme's time has gone (时序进度).
        standings: How many items stand where; they add up to all items.
        statuses: How many items have which status, as the consolidated workbook counts them.
        by_text: How many items' statuses were read out of texts.
        months: The periods up to this one, in order.
        items: All items in the list's order, or the gravest of a very long list.
        problems: The items whose units name a problem.
        severities: How many findings there are, by the word for their severity.
        findings: Those that ask somebody to do something.
        units: Who has to report.
        states: How many units' returns stand where.
    """

    title: str
    authority: str
    as_of: str
    made: str
    expected: str
    standings: Mapping[Standing, int]
    statuses: Mapping[str, int]
    by_text: int
    months: tuple[MonthShown, ...]
    items: Listing[ItemShown]
    problems: Listing[ItemShown]
    severities: Mapping[str, int]
    findings: Listing[FindingShown]
    units: Listing[UnitShown]
    states: Mapping[str, int]

    @property
    def listed_units(self) -> tuple[str, ...]:
        """The units of the listed items, in their order."""
        return tuple(dict.fromkeys(unit for item in self.items.rows for unit in item.units))

    @property
    def listed_projects(self) -> tuple[str, ...]:
        """The projects of the listed items, in their order."""
        return tuple(dict.fromkeys(item.project for item in self.items.rows if item.project))
