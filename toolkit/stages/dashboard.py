"""A period as one page to look at (看板)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from toolkit.model.assessment import Light
from toolkit.model.dashboard import (
    Dashboard,
    FindingShown,
    Listing,
    MonthShown,
    Standing,
    UnitShown,
)
from toolkit.model.finding import Finding, Severity
from toolkit.model.ledger import UnitState, UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.stages.dashboard_items import (
    Signs,
    earlier_names,
    finished_then,
    item_shown,
    signs_of,
    standing_of,
)
from toolkit.stages.finding_counts import (
    count_words,
    severity_word,
    severity_words,
    sorted_findings,
)
from toolkit.stages.page_links import place_of
from toolkit.stages.statistics import status_name, status_names
from toolkit.text.finish_dates import finish_date
from toolkit.text.pace import expected_share
from toolkit.text.periods import as_of_name, span_name
from toolkit.text.shown_amounts import share_text

MOST_ITEMS = 1_000
"""A longer list is not shown whole: nobody reads it in a browser, and it takes seconds to make.
The largest real list has a few hundred items."""

MOST_SHOWN = 100
"""How many items, problems, findings and units are shown of a longer list."""

_ATTENTION = (Standing.BEHIND, Standing.UNREPORTED)
_GRAVITY: Mapping[Light | None, int] = {Light.RED: 0, Light.YELLOW: 1}


def dashboard(
    month: Month,
    items: Sequence[MergedItem],
    states: Sequence[UnitStatus],
    findings: Sequence[Finding],
    now: datetime,
) -> Dashboard:
    """Return what the period's page shows.

    Args:
        month: The period with its assessments; `earlier` gives the trend.
        items: What was reported on each item.
        states: What became of each unit's return.
        findings: What the rules found.
        now: The moment that the page says it was made.
    """
    signs = signs_of(month)
    standings = [standing_of(month, merged, signs) for merged in items]
    names = earlier_names(month)
    listed = _listed(items, standings, signs)
    told = [n for n, merged in enumerate(items) if merged.problem]
    most = MOST_SHOWN if len(items) > MOST_ITEMS else MOST_ITEMS
    made = {n: item_shown(month, items[n], signs, names) for n in {*listed, *told[:most]}}
    return Dashboard(
        title=_title(month),
        authority=month.programme.settings.authority,
        as_of=f"截至{month.period.end.year}年{as_of_name(month.period)}",
        made=f"{now:%Y-%m-%d %H:%M}",
        expected=share_text(_time_gone(month)),
        standings={**dict.fromkeys(Standing, 0), **Counter(standings)},
        statuses=_statuses(month, items),
        by_text=sum(1 for merged in items if merged.status and merged.status.by_text),
        months=_months(month, items, standings, names),
        items=Listing(tuple(made[n] for n in listed), len(items)),
        problems=Listing(tuple(made[n] for n in told[:most]), len(told)),
        severities=_severities(findings),
        findings=_findings(month, findings, most),
        units=_units(month, items, standings, states, findings, most),
        states=_states(states),
    )


def _title(month: Month) -> str:
    span = span_name(month.period, cumulative=month.programme.scheme.cumulative)
    scheme = month.programme.scheme
    return f"{scheme.place}{month.programme.settings.year}年{span}{scheme.phrase}进展看板"


def _time_gone(month: Month) -> float:
    settings = month.programme.settings
    due = finish_date(settings.finish_by, settings.year) or date(settings.year, 12, 31)
    start = date(settings.year, 1, 1)
    return expected_share(month.period.end, start, max(due, start))


def _statuses(month: Month, items: Sequence[MergedItem]) -> dict[str, int]:
    counts: dict[str, int] = {}
    examples: dict[str, MergedItem] = {}
    for merged in items:
        name = status_name(merged)
        counts[name] = counts.get(name, 0) + 1
        examples[name] = merged
    names = status_names(month.programme.scheme, examples.values())
    return {name: counts.get(name, 0) for name in names}


def _months(
    month: Month,
    items: Sequence[MergedItem],
    standings: Sequence[Standing],
    names: Mapping[str, str],
) -> tuple[MonthShown, ...]:
    """Return how many items were finished period by period; nothing without an earlier one."""
    if not names:
        return ()
    before = [MonthShown(name, finished_then(month, items, label)) for label, name in names.items()]
    name = span_name(month.period, cumulative=False)
    return (*before, MonthShown(name, standings.count(Standing.FINISHED)))


def _listed(
    items: Sequence[MergedItem], standings: Sequence[Standing], signs: Signs
) -> Sequence[int]:
    """Return which items the page lists: all, or of a very long list the gravest."""
    if len(items) <= MOST_ITEMS:
        return range(len(items))
    grave = [
        (_GRAVITY.get(signs.lights.get(items[n].item.code), 2), n)
        for n, standing in enumerate(standings)
        if standing in _ATTENTION or items[n].problem
    ]
    return [n for _, n in sorted(grave)[:MOST_SHOWN]]


def _severities(findings: Sequence[Finding]) -> dict[str, int]:
    counts = count_words(findings)
    return {word: counts[word] for word in severity_words(findings)}


def _findings(month: Month, findings: Sequence[Finding], most: int) -> Listing[FindingShown]:
    """Return what needs somebody, the gravest first; what is only for the record is counted."""
    label = month.period.label
    errors = [f for f in findings if f.severity is Severity.ERROR]
    warnings = [f for f in findings if f.severity is Severity.WARNING]
    # The gravest are chosen before they are sorted: there may be tens of thousands.
    asked = [*errors, *warnings][:most]
    shown = sorted_findings(asked, month.programme) if asked else []
    rows = tuple(
        FindingShown(
            severity=severity_word(f),
            code=f.code,
            unit=f.unit or "",
            item=f.item or "",
            message=f.message,
            suggestion=f.suggestion,
            place=place_of(f.file, label, f.sheet, f.cell),
        )
        for f in shown
    )
    return Listing(rows, len(errors) + len(warnings))


def _states(states: Sequence[UnitStatus]) -> dict[str, int]:
    """Return how many units' returns stand where, in the order in which they come to stand there."""
    counts = Counter(state.state for state in states)
    return {state.value: counts[state] for state in reversed(UnitState) if counts[state]}


def _units(
    month: Month,
    items: Sequence[MergedItem],
    standings: Sequence[Standing],
    states: Sequence[UnitStatus],
    findings: Sequence[Finding],
    most: int,
) -> Listing[UnitShown]:
    """Return who has to report; of very many units the first whose returns need somebody."""
    listed = states
    if len(states) > most:
        listed = [s for s in states if s.state is not UnitState.ACCEPTED][:most]
    if not listed:
        return Listing((), len(states))
    fillers = month.programme.fillers
    counts = Counter(
        (unit, standing)
        for merged, standing in zip(items, standings, strict=True)
        for unit in fillers[merged.item.code]
    )
    asked = Counter(finding.unit for finding in findings)
    rows = tuple(_unit(month, state, counts, asked[state.unit]) for state in listed)
    return Listing(rows, len(states))


def _unit(
    month: Month, state: UnitStatus, counts: Mapping[tuple[str, Standing], int], findings: int
) -> UnitShown:
    return UnitShown(
        name=state.unit,
        items=state.items,
        standings={standing: counts.get((state.unit, standing), 0) for standing in Standing},
        state=state.state.value,
        needs_person=state.state is not UnitState.ACCEPTED,
        received=f"{state.received_at:%Y-%m-%d %H:%M}" if state.received_at else "",
        late=f"{state.late_days}个工作日" if state.late_days else "",
        findings=findings,
        file=place_of(state.file, month.period.label),
    )
