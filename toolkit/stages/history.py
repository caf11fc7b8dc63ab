"""What units reported before, as the rules compare it with what they report now."""

from collections.abc import Iterable, Sequence

from toolkit.model.assessment import EarlierReport
from toolkit.model.ledger import LedgerEntry
from toolkit.model.month import Month
from toolkit.model.period import Period
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.stages.entry import item_status
from toolkit.stages.rulings import ruled_status, rulings_on
from toolkit.text.clean import names_problem
from toolkit.text.periods import span_name
from toolkit.text.readable import is_readable

Reported = tuple[Period, Sequence[LedgerEntry]]
"""An earlier period and what was accepted for it."""


def earlier_periods(periods: Iterable[Period], current: Period, most: int) -> tuple[Period, ...]:
    """Return the last periods of the same kind and year before this one, the latest first."""
    before = [
        period
        for period in periods
        if period.kind is current.kind and period.year == current.year and period.end < current.end
    ]
    return tuple(sorted(before, key=lambda period: period.end, reverse=True)[:most])


def earlier_reports(
    programme: Programme, reported: Iterable[Reported]
) -> dict[tuple[str, str], tuple[EarlierReport, ...]]:
    """Return what each unit said on each item, by unit and 编号, in the order of the periods."""
    found: dict[tuple[str, str], list[EarlierReport]] = {}
    for period, entries in reported:
        layout = programme.scheme.layouts[period.kind]
        name = span_name(period, cumulative=False)
        for entry in entries:
            if not is_readable(entry.values):
                continue
            decided = rulings_on(programme.rulings, period.label, entry.unit, entry.code)
            status = ruled_status(decided, programme.scheme) or item_status(
                programme.scheme, layout, entry.values
            )
            report = EarlierReport(period.label, name, entry.values, status)
            found.setdefault((entry.unit, entry.code), []).append(report)
    return {place: tuple(reports) for place, reports in found.items()}


def lasting_problems(month: Month, reported: Iterable[Reported]) -> frozenset[tuple[str, str]]:
    """Return on which items units named a problem each time that they reported, by unit and 编号.

    Args:
        month: The period itself.
        reported: The periods before it that are known so far.
    """
    lasting = {
        (entry.unit, entry.item.code)
        for submission in month.submissions
        for entry in submission.entries
        if names_problem(entry.values.get(Key.PROBLEM, ""))
    }
    for _, entries in reported:
        lasting.difference_update(
            (entry.unit, entry.code)
            for entry in entries
            if not names_problem(entry.values.get(Key.PROBLEM, ""))
        )
    return frozenset(lasting)
