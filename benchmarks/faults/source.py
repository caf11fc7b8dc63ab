"""The working folders in which faults are planted: each scheme's programme, and variants of it."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from importlib.resources import as_file
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.faults.course import Course, courses
from toolkit.app.start import start
from toolkit.app.workspace import Workspace
from toolkit.files.resources import CALENDAR, sample
from toolkit.files.schemes import scheme_text
from toolkit.model.period import Period, PeriodKind
from toolkit.model.programme import Programme
from toolkit.model.scheme import Filling
from toolkit.text.finish_dates import finish_date
from toolkit.text.periods import parse_period

_OWN_KINDS = {
    PeriodKind.QUARTER: "-Q3",
    PeriodKind.TEN_DAYS: "-09-上旬",
    PeriodKind.WEEK: "-W36",
}


class Variant(StrEnum):
    """What of a programme's settings is not as shipped."""

    PLAIN = "原样"
    COLUMNS = "全部栏目"
    EACH = "分别填报"
    AFTER = "上月已汇总"


class When(StrEnum):
    """A period of the programme's year. COMING is the last one before the finish date's own."""

    MONTH = "9月"
    COMING = "时限前一月"
    LAST = "12月"
    YEAR = "年度"


@dataclass(frozen=True, slots=True)
class Setting:
    """In which variant of a programme and for which period a fault can be planted."""

    variant: Variant
    when: When

    @property
    def name(self) -> str:
        """What people read."""
        return f"{self.when}·{self.variant}"


PLAIN = Setting(Variant.PLAIN, When.MONTH)
COMING = Setting(Variant.PLAIN, When.COMING)
LAST = Setting(Variant.PLAIN, When.LAST)
COLUMNS = Setting(Variant.COLUMNS, When.MONTH)
COLUMNS_LAST = Setting(Variant.COLUMNS, When.LAST)
EACH = Setting(Variant.EACH, When.MONTH)
AFTER = Setting(Variant.AFTER, When.MONTH)
YEAR = Setting(Variant.PLAIN, When.YEAR)
YEAR_EACH = Setting(Variant.EACH, When.YEAR)
SETTINGS = (PLAIN, COMING, LAST, COLUMNS, COLUMNS_LAST, EACH, AFTER, YEAR, YEAR_EACH)


@dataclass(frozen=True, slots=True)
class World:
    """A programme in its working folder, with the course of its items' year."""

    scheme: str
    variant: Variant
    workspace: Workspace
    programme: Programme
    courses: dict[str, Course]

    @property
    def year(self) -> int:
        """The programme's year."""
        return self.programme.settings.year

    def period(self, when: When) -> Period:
        """Return a period of the programme's year."""
        if when is When.YEAR:
            return parse_period(str(self.year))
        due = finish_date(self.programme.settings.finish_by, self.year)
        coming = (due.month if due else 12) - 1
        month = {When.MONTH: 9, When.COMING: coming, When.LAST: 12}[when]
        return parse_period(f"{self.year}-{month:02d}")

    @property
    def own_periods(self) -> tuple[Period, ...]:
        """One period of each kind, other than months, for which the scheme has reports."""
        kinds = [k for k in self.programme.scheme.cadence if k in _OWN_KINDS]
        return tuple(parse_period(f"{self.year}{_OWN_KINDS[kind]}") for kind in kinds)


def make_world(scheme: str, variant: Variant, root: Path) -> World:
    """Make the working folder of a scheme's shipped programme."""
    with as_file(sample(scheme)) as samples:
        calendar = tomllib.loads((samples / CALENDAR).read_text("utf-8"))
        given = _all_columns(scheme, root) if variant is Variant.COLUMNS else scheme
        notice = samples / calendar["notice"]
        workspace = start(root / "工作文件夹", notice, calendar["started"], given).workspace
        if "completed" in calendar:
            _take_units(workspace.programme_path, samples / calendar["completed"])
    if variant is Variant.EACH:
        _set(workspace.programme_path, "填报方式", Filling.EACH.value)
    programme = workspace.load()
    return World(scheme, variant, workspace, programme, courses(programme))


def _all_columns(scheme: str, root: Path) -> str:
    """Write a scheme with all the columns switched on that it offers; return its path."""
    text = scheme_text(scheme).replace("\non = false", "\non = true")
    root.mkdir(parents=True, exist_ok=True)
    path = root / "全部栏目.toml"
    path.write_text(text, "utf-8")
    return str(path)


def _take_units(path: Path, completed: Path) -> None:
    """Put the list that the coordinator completed in place; which scheme it has stays."""
    scheme = _get(path, "体例")
    path.write_bytes(completed.read_bytes())
    _set(path, "体例", scheme)


def _get(path: Path, name: str) -> str:
    rows = load_workbook(path)["基本信息"].iter_rows(values_only=True)
    return next(str(row[1]) for row in rows if row[0] == name)


def _set(path: Path, name: str, value: str) -> None:
    """Change a line of 基本信息, as a coordinator does."""
    book = load_workbook(path)
    sheet = book["基本信息"]
    line = next(row[0].row for row in sheet.iter_rows() if row[0].value == name)
    sheet.cell(line, 2).value = value
    book.save(path)


def sent_at(period: Period) -> datetime:
    """Return when a period's forms go out."""
    return datetime.combine(period.end - timedelta(days=3), datetime.min.time()).replace(hour=9)


def back_at(period: Period) -> datetime:
    """Return when its returns come in."""
    return datetime.combine(period.end + timedelta(days=1), datetime.min.time()).replace(hour=9)
