"""Where each unit stands: sent, returned, late, unusable."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.stages.months import month
from tests.stages.returns import MARKET, REPORTS, ROADS, SCHOOLS
from tests.tables import programme, stored
from toolkit.model.ledger import Dispatch, UnitState, UnitStatus
from toolkit.model.month import Month
from toolkit.model.submission import FileStatus, Received
from toolkit.stages.unit_states import unit_states

LISTED = programme()
BEFORE = datetime(2021, 10, 8, 17)
AFTER = datetime(2021, 10, 11, 9)
SENT = Dispatch(
    "2021-09", ROADS, 1, "progress", "2021-09/1下发/a.xlsx", "ab", datetime(2021, 9, 26)
)


def line(
    period: Month,
    unit: str = ROADS,
    *,
    now: datetime = BEFORE,
    sent: bool = False,
    wrong: bool = False,
) -> UnitStatus:
    """Return one unit's line."""
    states = unit_states(period, {ROADS: SENT} if sent else {}, {unit} if wrong else (), now)
    return next(state for state in states if state.unit == unit)


def received_at(period: Month, when: datetime) -> Month:
    """Return the period as if all files had come at this time."""
    files = tuple(replace(r, file=replace(r.file, received_at=when)) for r in period.received)
    return replace(period, received=files)


def test_every_unit_of_the_list_has_one_line() -> None:
    """In the list's order, whoever reported."""
    states = unit_states(month(LISTED, {MARKET: REPORTS}), {}, (), BEFORE)

    assert [state.unit for state in states] == [SCHOOLS, ROADS, MARKET]
    assert [state.items for state in states] == [2, 1, 1]


@pytest.mark.parametrize(
    ("sent", "now", "state"),
    [
        (False, BEFORE, UnitState.NOT_SENT),
        (True, BEFORE, UnitState.SENT),
        (True, AFTER, UnitState.OVERDUE),
        (False, AFTER, UnitState.OVERDUE),
    ],
)
def test_without_a_return(sent: bool, now: datetime, state: UnitState) -> None:
    """What matters is whether the form went out and whether the deadline passed."""
    status = line(month(LISTED, {}), now=now, sent=sent)

    assert status.state is state
    assert status.file is None
    assert status.sent_at == (SENT.sent_at if sent else None)


@pytest.mark.parametrize(
    ("wrong", "state"), [(False, UnitState.ACCEPTED), (True, UnitState.RETURNED)]
)
def test_with_a_return_that_counts(wrong: bool, state: UnitState) -> None:
    """A return that must be corrected is received all the same."""
    status = line(month(LISTED), wrong=wrong)

    assert status.state is state
    assert status.file == f"2021-09/2回收/{ROADS}.xlsx"
    assert status.late_days == 0


def test_late_days_are_working_days_after_the_deadline() -> None:
    """The deadline is Friday the 8th, and the 9th was a working Saturday that year."""
    assert line(received_at(month(LISTED), AFTER)).late_days == 2


def test_what_is_still_out_is_late_as_of_today() -> None:
    """The days grow until the return comes."""
    assert line(month(LISTED, {}), now=AFTER).late_days == 2


def test_a_correction_does_not_make_a_unit_late() -> None:
    """It was in time when its first usable return was."""
    period = received_at(month(LISTED), AFTER)
    first = replace(
        next(r for r in period.received if r.unit == ROADS),
        file=stored("首报.xlsx", received_at=BEFORE),
        status=FileStatus.SUPERSEDED,
    )
    status = line(replace(period, received=(*period.received, first)), now=AFTER)

    assert status.late_days == 0
    assert status.received_at == AFTER
    assert status.others == ("2021-09/2回收/首报.xlsx",)


def test_returns_that_cannot_be_used_are_told() -> None:
    """Something came, but nothing of it counts: not the same as silence."""
    period = month(LISTED)
    spoilt = tuple(replace(r, status=FileStatus.FOREIGN) for r in period.received)
    status = line(replace(period, received=spoilt, submissions=()), now=AFTER)

    assert status.state is UnitState.UNUSABLE
    assert status.others == (f"2021-09/2回收/{ROADS}.xlsx",)
    assert status.late_days == 2


def test_a_file_of_nobody_is_no_ones_return() -> None:
    """It appears in no unit's line."""
    nobody = Received(stored("会议.xlsx"), FileStatus.FOREIGN)
    period = month(LISTED, {})
    states = unit_states(replace(period, received=(nobody,)), {}, (), BEFORE - timedelta(days=1))

    assert all(state.others == () for state in states)
    assert {state.state for state in states} == {UnitState.NOT_SENT}


def digest(period: Month, unit: str = ROADS) -> str:
    """Return the digest of a unit's return that counts."""
    return period.accepted[unit].file.sha256


@pytest.mark.parametrize(
    ("wrong", "sent_back", "times", "corrected"),
    [
        (False, {}, [], None),
        (True, {}, [AFTER], False),
        (True, {"own": BEFORE}, [BEFORE], False),
        (True, {"other": BEFORE}, [AFTER, BEFORE], False),
        (False, {"other": BEFORE}, [BEFORE], True),
        (False, {"own": BEFORE}, [BEFORE], False),
    ],
)
def test_a_return_is_corrected_when_another_one_came_that_may_stay(
    wrong: bool, sent_back: dict[str, datetime], times: list[datetime], corrected: bool | None
) -> None:
    """What has to be corrected goes back now, unless it did already; the first time counts."""
    period = month(LISTED)
    known = {digest(period) if name == "own" else name: t for name, t in sent_back.items()}
    states = unit_states(period, {}, {ROADS} if wrong else (), AFTER, {ROADS: known})
    status = next(state for state in states if state.unit == ROADS)

    assert list(status.sent_back.values()) == times
    assert status.corrected is corrected


def test_what_went_back_and_did_not_come_again_is_still_awaited() -> None:
    """The faulty return was taken away, and nothing came in its place."""
    states = unit_states(month(LISTED, {}), {}, (), AFTER, {ROADS: {"other": BEFORE}})

    assert [s.corrected for s in states if s.unit == ROADS] == [False]
