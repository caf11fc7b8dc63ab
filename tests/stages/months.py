"""Whole periods for tests: what units sent, received and settled."""

from collections.abc import Mapping
from datetime import date

from tests.stages.returns import REPORTS, filled, outcome
from toolkit.model.month import Month
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.stages.receive import settle
from toolkit.text.periods import parse_period

DUE = date(2021, 10, 8)


def month(
    programme: Programme,
    sent: Mapping[str, Mapping[str, Mapping[Key, str]]] | None = None,
    period: str = "2021-09",
) -> Month:
    """Return a period, September 2021 unless told otherwise, after some units sent their forms.

    Args:
        sent: What each unit wrote, by unit and 编号; all units with `REPORTS` when None.
    """
    returns = dict.fromkeys(programme.assignments, REPORTS) if sent is None else sent
    outcomes = [
        outcome(filled(programme, unit, values, period), programme, f"{unit}.xlsx", period)
        for unit, values in returns.items()
    ]
    received, submissions = settle(outcomes, lambda file: None)  # noqa: ARG005
    return Month(programme, parse_period(period), DUE, received, submissions)
