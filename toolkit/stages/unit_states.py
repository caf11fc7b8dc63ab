"""Who was sent what, who returned it, when, and in which state it is (报送情况)."""

from collections.abc import Collection, Mapping
from datetime import datetime

from toolkit.model.ledger import Dispatch, UnitState, UnitStatus
from toolkit.model.month import Month
from toolkit.model.submission import FileStatus, Received
from toolkit.text.deadlines import working_days_late


def unit_states(
    month: Month,
    dispatches: Mapping[str, Dispatch],
    to_correct: Collection[str],
    now: datetime,
    sent_back: Mapping[str, Mapping[str, datetime]] | None = None,
) -> tuple[UnitStatus, ...]:
    """Return one line for every unit that has to report or did, in the list's order.

    Args:
        month: What came back.
        dispatches: The latest form of each unit.
        to_correct: Units whose return has to be corrected; it goes back now if it did not before.
        now: For units that are still to report.
        sent_back: When each return went back first, by unit and digest.
    """
    by_unit: dict[str, list[Received]] = {}
    for received in month.received:
        if received.unit:
            by_unit.setdefault(received.unit, []).append(received)
    return tuple(
        _state(
            month,
            unit,
            by_unit.get(unit, []),
            dispatches.get(unit),
            unit in to_correct,
            now,
            (sent_back or {}).get(unit, {}),
        )
        for unit in dict.fromkeys((*month.expected, *month.accepted))
    )


def _state(
    month: Month,
    unit: str,
    files: list[Received],
    dispatch: Dispatch | None,
    to_correct: bool,
    now: datetime,
    sent_back: Mapping[str, datetime],
) -> UnitStatus:
    today = now.date()
    accepted = month.accepted.get(unit)
    scans = [r for r in files if r.status is FileStatus.SCAN]
    files = [r for r in files if r.status is not FileStatus.SCAN]
    first = min((r.file.received_at for r in files if _counts_as_report(r)), default=None)
    if accepted:
        state = UnitState.RETURNED if to_correct else UnitState.ACCEPTED
    elif files:
        state = UnitState.UNUSABLE
    elif month.due and today > month.due:
        state = UnitState.OVERDUE
    else:
        state = UnitState.SENT if dispatch else UnitState.NOT_SENT
    known = next((u for u in month.programme.units if u.name == unit), None)
    gone = _sent_back(accepted, to_correct, sent_back, now)
    return UnitStatus(
        unit=unit,
        items=len(month.programme.addressees.get(unit, ())),
        state=state,
        sent_at=dispatch.sent_at if dispatch else None,
        received_at=accepted.file.received_at if accepted else None,
        late_days=working_days_late(month.due, first.date() if first else today)
        if month.due
        else 0,
        file=accepted.file.stored if accepted else None,
        others=tuple(r.file.stored for r in files if r is not accepted),
        scans=tuple(r.file.stored for r in scans),
        contact=" ".join(filter(None, (known.contact, known.phone))) if known else "",
        sent_back=gone,
        corrected=_corrected(accepted, to_correct, gone),
    )


def _sent_back(
    accepted: Received | None, to_correct: bool, before: Mapping[str, datetime], now: datetime
) -> dict[str, datetime]:
    """Return when the unit's returns went back; what has to be corrected goes back now."""
    going = {accepted.file.sha256: now} if accepted and to_correct else {}
    return {**going, **before}


def _corrected(
    accepted: Received | None, to_correct: bool, sent_back: Mapping[str, datetime]
) -> bool | None:
    if not sent_back:
        return None
    return accepted is not None and not to_correct and accepted.file.sha256 not in sent_back


def _counts_as_report(received: Received) -> bool:
    """A unit was in time when its first usable return was, whichever one counts now."""
    return received.status in (FileStatus.ACCEPTED, FileStatus.SUPERSEDED)
