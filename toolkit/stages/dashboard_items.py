"""The items of a period's page (看板): where each stands, what is done, and where that was read."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from toolkit.model.assessment import Achieved, Assessment, Basis, EarlierReport, Light, Pace, Status
from toolkit.model.dashboard import (
    ItemShown,
    Place,
    Point,
    ReportShown,
    Shown,
    Standing,
    TargetShown,
)
from toolkit.model.month import MergedItem, Month
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.stages.assess import Told, assessment
from toolkit.stages.page_links import place_of
from toolkit.stages.rulings import ruled_status, rulings_on
from toolkit.text.achieved import is_counted
from toolkit.text.clean import is_blank
from toolkit.text.periods import parse_period, span_name
from toolkit.text.shown_amounts import amount_text, share_text, target_text

UNKNOWN = "看不出"
_LIGHTS = (Light.RED, Light.YELLOW, Light.GREEN)
_NOTHING = Assessment()


@dataclass(frozen=True, slots=True)
class Signs:
    """What the reports of a period say of each item, by 编号; gathered in one go for all of them.

    Attributes:
        behind: The items of which any report is behind the calendar.
        paced: How many reports on an item have a pace.
        lights: The worst light of an item's reports.
    """

    behind: Set[str]
    paced: Mapping[str, int]
    lights: Mapping[str, Light]


def signs_of(month: Month) -> Signs:
    """Return what a period's assessments say of each item."""
    behind: set[str] = set()
    paced: dict[str, int] = {}
    lit: dict[Light, list[str]] = {light: [] for light in _LIGHTS}
    for (_, code), found in month.assessments.items():
        if found.pace is not None:
            paced[code] = paced.get(code, 0) + 1
            if found.pace is Pace.BEHIND:
                behind.add(code)
        if found.light is not None:
            lit[found.light].append(code)
    return Signs(behind, paced, {code: light for light in reversed(_LIGHTS) for code in lit[light]})


def standing_of(month: Month, merged: MergedItem, signs: Signs) -> Standing:
    """Return the one group to which an item belongs.

    It is on pace only when every unit that has to report says so; a unit that says that it lags
    is believed, whatever the numbers.
    """
    status, code = merged.status, merged.item.code
    if status is None:
        return Standing.UNREPORTED
    if status.finished:
        return Standing.FINISHED
    if status.behind or code in signs.behind:
        return Standing.BEHIND
    told = signs.paced.get(code)
    if told and told >= max(len(merged.entries), len(month.programme.fillers[code])):
        return Standing.ON_PACE
    return Standing.UNCLEAR


def earlier_names(month: Month) -> dict[str, str]:
    """Return what people call each earlier period that anybody reported for, in order."""
    names = {report.period: report.name for reports in month.earlier.values() for report in reports}
    return {label: names[label] for label in sorted(names, key=lambda n: parse_period(n).end)}


def item_shown(
    month: Month, merged: MergedItem, signs: Signs, names: Mapping[str, str]
) -> ItemShown:
    """Return an item as the page shows it.

    Args:
        signs: What its reports say of it.
        names: The earlier periods, as `earlier_names` gives them.
    """
    item, by_unit = merged.item, {entry.unit: entry for entry in merged.entries}
    units = month.programme.fillers[item.code]
    return ItemShown(
        code=item.code,
        project="".join((item.group or "").split()),
        name=item.spoken_name,
        units=units or tuple(filter(None, (item.lead,))),
        standing=standing_of(month, merged, signs),
        light=signs.lights.get(item.code),
        listed=_listed(month, item),
        reports=tuple(
            _report(month, by_unit[unit], names) if unit in by_unit else ReportShown(unit)
            for unit in units
        ),
        problem=merged.problem,
    )


def _listed(month: Month, item: Item) -> tuple[Shown, ...]:
    """Return what the list says of an item."""
    return tuple(
        Shown(column.title, text)
        for column in month.programme.scheme.summary.shown
        if column.key is not Key.NUMBER and not is_blank(text := item.values.get(column.key, ""))
    )


def _report(month: Month, entry: Entry, names: Mapping[str, str]) -> ReportShown:
    found = month.assessments.get((entry.unit, entry.item.code), _NOTHING)
    label = month.period.label
    filled = month.layout.filled
    targets = month.programme.targets_of.get(entry.item.code, ())
    known = found.achieved or tuple(Achieved(target, None) for target in targets)
    return ReportShown(
        unit=entry.unit,
        status=_status_shown(entry, label),
        pace=found.pace,
        light=found.light,
        share=found.share,
        shown_share=_share_shown(entry, found, label),
        expected=found.expected,
        shown_expected="" if found.expected is None else share_text(found.expected),
        targets=tuple(_target(entry, one, label) for one in known),
        points=tuple(_points(month, entry, found, names)),
        values=tuple(
            Shown(c.title, entry.values.get(c.key, ""), "", _place(entry, c.key, label))
            for c in filled
        ),
    )


def _place(entry: Entry, key: Key, period: str) -> Place | None:
    return place_of(entry.file.stored, period, entry.sheet, entry.cell(key))


def _status_shown(entry: Entry, period: str) -> Shown:
    basis = entry.status.basis
    key = Key.STATUS if basis is Basis.CELL else Key.PROGRESS
    place = None if basis is Basis.PERSON else _place(entry, key, period)
    return Shown("进展状态", entry.status.name, basis.value if basis else "", place)


def _share_shown(entry: Entry, found: Assessment, period: str) -> Shown | None:
    if found.share is None or found.basis is None:
        return None
    place = None
    if found.basis is not Basis.PERSON:
        place = _place(entry, _share_key(entry, found), period)
    return Shown("完成比例", share_text(found.share), found.basis.value, place)


def _share_key(entry: Entry, found: Assessment) -> Key:
    """Return the column from which the share that is done was read."""
    if found.basis is Basis.TEXT:
        return Key.PROGRESS
    if entry.status.finished:
        return Key.STATUS
    return Key.DONE if is_blank(entry.values.get(Key.RATE, "")) else Key.RATE


def _target(entry: Entry, told: Achieved, period: str) -> TargetShown:
    target, text, place = told.target, "", None
    if told.number is not None:
        about = "" if told.exact else "约"
        text = f"{about}{amount_text(told.number, target.measure)}"
        key = Key.DONE if told.basis is Basis.CELL else Key.PROGRESS
        place = None if told.basis is Basis.PERSON else _place(entry, key, period)
    return TargetShown(
        subject=target.subject,
        wanted=target_text(target.number, target.measure, target.comparator),
        done=Shown("已完成", text, told.basis.value if text else "", place),
        original=told.original,
        counted=is_counted(target),
    )


def _points(
    month: Month, entry: Entry, found: Assessment, names: Mapping[str, str]
) -> Iterator[Point]:
    """Yield how far one unit's item was at the end of each period, this one last."""
    if not names:
        return
    reports = month.earlier.get((entry.unit, entry.item.code), ())
    by_period = {report.period: report for report in reports}
    for label, name in names.items():
        if label in by_period:
            share = share_then(month.programme, entry, by_period[label])
            yield _point(name, share, UNKNOWN)
        else:
            yield _point(name, None, "未报送")
    yield _point(span_name(month.period, cumulative=False), found.share, UNKNOWN)


def _point(name: str, share: float | None, otherwise: str) -> Point:
    return Point(name, share, otherwise if share is None else share_text(share))


def share_then(programme: Programme, entry: Entry, report: EarlierReport) -> float | None:
    """Return how far an item was by a unit's report for an earlier period."""
    status = status_then(programme, entry.unit, entry.item.code, report)
    told = Told(entry.item, entry.unit, report.values, status)
    return assessment(told, programme, parse_period(report.period)).share


def status_then(programme: Programme, unit: str, code: str, report: EarlierReport) -> Status:
    """Return an earlier report's status, as a person decided it where one did."""
    if not programme.rulings:
        return report.status
    rulings = rulings_on(programme.rulings, report.period, unit, code)
    return ruled_status(rulings, programme.scheme) or report.status


def finished_then(month: Month, items: Sequence[MergedItem], label: str) -> int:
    """Return how many items all their units said to be finished for an earlier period."""
    programme = month.programme
    done = {
        place
        for place, reports in month.earlier.items()
        for report in reports
        if report.period == label and status_then(programme, *place, report).finished
    }
    return sum(
        1
        for merged in items
        if (units := programme.fillers[merged.item.code])
        and all((unit, merged.item.code) in done for unit in units)
    )
