"""How a period's reports stand: what is done of each target, and the pace by the calendar.

What stands in a cell made for it counts before what is read out of a text, and what a person
decided (认定) before both.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import compress
from typing import Protocol

from toolkit.model.assessment import Achieved, Assessment, Basis, Light, Pace, Status
from toolkit.model.month import Month
from toolkit.model.period import Period
from toolkit.model.programme import Item, Programme, Ruling, Settings
from toolkit.model.rule_settings import Thresholds
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.stages.conclusions import CONCLUDED, concluded
from toolkit.stages.rulings import SHARE, overruled, ruled_number, rulings_on
from toolkit.text.achieved import achieved_in_all, cell_share, is_counted
from toolkit.text.completion import completion_of, find_completions
from toolkit.text.done import stated_rate
from toolkit.text.finish_dates import finish_date
from toolkit.text.pace import expected_share, light_of, pace_of
from toolkit.text.readable import is_readable

_DAY_WORDS = re.compile(r"[前底末]")
"""Without one of these no text names a day by which its work is done."""

_TEXTS = (Key.CONTENT, Key.TARGET, Key.SUMMARY, Key.NAME)


class Report(Protocol):
    """What a unit said on an item for some period, in a return or as the ledger keeps it."""

    @property
    def item(self) -> Item:
        """On which item."""

    @property
    def unit(self) -> str:
        """Who said it."""

    @property
    def values(self) -> Mapping[Key, str]:
        """Texts by column, as written."""

    @property
    def status(self) -> Status:
        """How far the item is in a word, by the cell, the text or a person."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report as the ledger keeps it."""

    item: Item
    unit: str
    values: Mapping[Key, str]
    status: Status


def assessed(month: Month) -> Month:
    """Return a period whose reports are set against their targets and the calendar.

    A report that tells the end of all that was promised counts as finished from here on.
    """
    decided = overruled(month)
    assessments: dict[tuple[str, str], Assessment] = {}
    submissions = []
    for submission in decided.submissions:
        judged = _judged(submission.entries, month.programme, month.period)
        submissions.append(replace(submission, entries=tuple(entry for entry, _ in judged)))
        assessments |= {(e.unit, e.item.code): stands for e, stands in judged if stands}
    return replace(decided, submissions=tuple(submissions), assessments=assessments)


def _judged(
    entries: Sequence[Entry], programme: Programme, period: Period
) -> list[tuple[Entry, Assessment | None]]:
    """Return the reports of a return, each with how it stands; None for one that nobody can read."""
    can_be_read = [is_readable(entry.values) for entry in entries]
    stand = iter(_assessments(list(compress(entries, can_be_read)), programme, period))
    return [
        _concluded(entry, next(stand), programme, period) if can else (entry, None)
        for entry, can in zip(entries, can_be_read, strict=True)
    ]


def _concluded(
    entry: Entry, stands: Assessment, programme: Programme, period: Period
) -> tuple[Entry, Assessment]:
    if not concluded(entry, stands.achieved):
        return entry, stands
    finished = entry._replace(status=CONCLUDED)
    return finished, assessment(finished, programme, period)


def assessment(report: Report, programme: Programme, period: Period) -> Assessment:
    """Return how one report stood at the end of its period."""
    return _assessments([report], programme, period)[0]


def _assessments(
    reports: Sequence[Report], programme: Programme, period: Period
) -> list[Assessment]:
    targets_of = programme.targets_of
    told = achieved_in_all(
        [(report.values, targets_of.get(report.item.code, ())) for report in reports]
    )
    return [
        _assessment(report, reached, programme, period)
        for report, reached in zip(reports, told, strict=True)
    ]


def _assessment(
    report: Report, told: tuple[Achieved, ...], programme: Programme, period: Period
) -> Assessment:
    settings, code = programme.settings, report.item.code
    rulings: Sequence[Ruling] = ()
    if programme.rulings:
        rulings = rulings_on(programme.rulings, period.label, report.unit, code)
    reached = tuple(_decided(one, rulings) for one in told) if rulings else told
    share, basis = _share(report, reached, rulings)
    due = _due(report.item, settings)
    expected = _expected(period.end, due or date(settings.year, 12, 31), settings.year)
    pace, light = _pace(report, share, expected, programme.scheme.thresholds)
    return Assessment(reached, share, basis, due, expected, pace, light)


def _decided(achieved: Achieved, rulings: Sequence[Ruling]) -> Achieved:
    """Return what is done of a target as a person decided it, else as it was told."""
    for ruling in rulings:
        number = ruled_number(ruling) if ruling.about == achieved.target.subject else None
        if number is not None:
            return Achieved(achieved.target, number, True, ruling.value, Basis.PERSON)
    return achieved


def _share(
    report: Report, reached: Sequence[Achieved], rulings: Sequence[Ruling]
) -> tuple[float | None, Basis | None]:
    """Return the share of the item that is done, and what it rests on."""
    for ruling in rulings:
        if ruling.about == SHARE:
            return (ruled_number(ruling) or 0) / 100, Basis.PERSON
    if report.status.finished:
        return 1.0, report.status.basis
    in_cell = cell_share(report.values.get(Key.RATE, ""))
    if in_cell is not None:
        return in_cell, Basis.CELL
    stated = stated_rate(report.values.get(Key.PROGRESS, ""))
    if stated and not (stated.of_figure and len(reached) > 1):
        return stated.number / 100, Basis.TEXT
    mean, told_by = _mean(reached)
    # What can be counted is done, and the item is not: nobody knows how much of the rest is.
    return (None, None) if mean == 1 else (mean, told_by)


def _mean(reached: Sequence[Achieved]) -> tuple[float | None, Basis | None]:
    """Return the mean share of an item's targets, when all that can be counted are told."""
    counted = [a for a in reached if is_counted(a.target)]
    shares = [share for a in counted if (share := a.share) is not None]
    if not shares or len(shares) < len(counted):
        return None, None
    bases = [a.basis for a in counted]
    basis = next(b for b in (Basis.TEXT, Basis.CELL, Basis.PERSON) if b in bases)
    return sum([min(share, 1.0) for share in shares]) / len(shares), basis


def _pace(
    report: Report, share: float | None, expected: float, thresholds: Thresholds
) -> tuple[Pace | None, Light | None]:
    """Return the pace and its light; of a share that nobody knows only what the status says."""
    if share is None:
        return (Pace.BEHIND, Light.YELLOW) if report.status.behind else (None, None)
    pace = pace_of(share, expected, thresholds.slack / 100)
    return pace, light_of(share, expected, thresholds.yellow, thresholds.red)


@lru_cache(maxsize=256)
def _expected(day: date, due: date, year: int) -> float:
    return expected_share(day, date(year, 1, 1), due)


def _due(item: Item, settings: Settings) -> date | None:
    """Return by when an item is to be finished: its own day, else the programme's."""
    stated = item.values.get(Key.DEADLINE, "")
    own = completion_of(stated, settings.year) if stated else None
    if own is not None:
        return own.day
    texts = [text for key in _TEXTS if (text := item.values.get(key)) and _DAY_WORDS.search(text)]
    days = [each.day for text in texts for each in find_completions(text, settings.year)]
    this_year = [day for day in days if day.year >= settings.year]
    return max(this_year) if this_year else _of_all(settings.finish_by, settings.year)


@lru_cache(maxsize=16)
def _of_all(finish_by: str, year: int) -> date | None:
    """Return by when all items are to be finished; nearly each of them asks."""
    return finish_date(finish_by, year)
