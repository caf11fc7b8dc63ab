"""A period knows which return counts and who is missing."""

from dataclasses import replace

from tests.stages.months import month
from tests.stages.returns import MARKET, REPORTS, ROADS, SCHOOLS, filled, read
from tests.tables import programme, stored
from toolkit.model.scheme import Key
from toolkit.model.submission import FileStatus

LISTED = programme()


def test_whoever_sent_nothing_usable_is_missing() -> None:
    """In the list's order."""
    period = month(LISTED, {ROADS: REPORTS})

    assert period.expected == (SCHOOLS, ROADS, MARKET)
    assert period.missing == (SCHOOLS, MARKET)


def test_only_an_accepted_file_counts() -> None:
    """A superseded one is on record, but not the unit's return."""
    period = month(LISTED, {ROADS: REPORTS})
    old = tuple(replace(r, status=FileStatus.SUPERSEDED) for r in period.received)

    assert set(period.accepted) == {ROADS}
    assert replace(period, received=old).missing == period.expected


def test_a_file_is_called_by_its_own_name() -> None:
    """People do not speak of folders."""
    assert stored("甲.xlsx").name == "甲.xlsx"


def test_an_entry_knows_the_cells_it_was_read_from() -> None:
    """A column that the sheet lacks has none."""
    (entry,) = read(filled(LISTED, ROADS), LISTED).entries

    assert entry.cell(Key.PLAN) == "G4"
    assert entry.cell(Key.STATUS) is None
