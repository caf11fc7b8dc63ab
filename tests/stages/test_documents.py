"""Which documents a period has."""

from dataclasses import replace

import pytest

from tests.stages.bulletins import EMPTY, MONTH
from tests.stages.requests import DECEMBER, NOTHING, SEPTEMBER
from toolkit.files.schemes import load_scheme
from toolkit.model.bulletin import OutstandingUnit
from toolkit.model.period import PeriodKind
from toolkit.model.scheme import Bulletin
from toolkit.stages.documents import NAMES, called_for, drafts

SCHEME = replace(load_scheme("jining-gaoxin-2021"), bulletins=tuple(Bulletin))
COMMON = {Bulletin.PROBLEMS, Bulletin.REMINDER, Bulletin.SUPERVISION, Bulletin.EXPLANATION}


@pytest.mark.parametrize(
    ("period", "own"),
    [
        (PeriodKind.MONTH, {Bulletin.MONTHLY}),
        (PeriodKind.QUARTER, {Bulletin.QUARTERLY}),
        (PeriodKind.WEEK, set()),
        (PeriodKind.TEN_DAYS, set()),
    ],
)
def test_a_period_has_its_own_bulletin_and_what_every_period_has(
    period: PeriodKind, own: set[Bulletin]
) -> None:
    """No monthly bulletin after a week."""
    assert set(called_for(SCHEME, period, SEPTEMBER)) == own | COMMON


def test_only_what_the_scheme_lists_is_called_for() -> None:
    """A note that nobody ordered is written only when somebody asks."""
    scheme = replace(SCHEME, bulletins=(Bulletin.MONTHLY,))

    assert called_for(scheme, PeriodKind.MONTH, SEPTEMBER) == (Bulletin.MONTHLY,)


@pytest.mark.parametrize(
    ("unit", "reminded"),
    [
        (OutstandingUnit("甲局", 1, 0), False),
        (OutstandingUnit("甲局", 1, 1), True),
        (OutstandingUnit("甲局", 1, 0, "打不开"), True),
    ],
)
def test_units_are_not_reminded_before_the_deadline(unit: OutstandingUnit, reminded: bool) -> None:
    """What came and cannot be used has to be asked for again at once."""
    bulletin = replace(NOTHING, missing=("甲局",), outstanding=(unit,))

    assert (Bulletin.REMINDER in called_for(SCHEME, PeriodKind.MONTH, bulletin)) == reminded


@pytest.mark.parametrize("kind", sorted(COMMON))
def test_where_there_is_nothing_to_say_nothing_is_written(kind: Bulletin) -> None:
    """No empty summary, no reminder to nobody."""
    assert drafts(kind, EMPTY) == ()


def test_one_note_an_item_and_one_request_a_unit() -> None:
    """Each with a name of its own."""
    notes = drafts(Bulletin.SUPERVISION, DECEMBER)
    requests = drafts(Bulletin.EXPLANATION, DECEMBER)

    assert [note.name for note in notes] == [
        "督办单（4，建设局）",
        "督办单（7，民政和文旅事业中心）",
        "督办单（3，建设局）",
        "督办单（8，高新区交警大队）",
    ]
    assert [request.unit for request in requests] == [
        "建设局",
        "民政和文旅事业中心",
        "高新区交警大队",
    ]


def test_every_kind_has_a_name() -> None:
    """Files are told apart by it."""
    assert set(NAMES) == set(Bulletin)
    assert len(set(NAMES.values())) == len(NAMES)
    assert [draft.kind for draft in drafts(Bulletin.MONTHLY, MONTH)] == [Bulletin.MONTHLY]
