"""Every return that a person can read: no damage makes a value wrong or lose it in silence."""

import pytest

from benchmarks.damage.batch import CODE, OFFICE, Batch, Kind
from benchmarks.damage.kinds import KINDS
from benchmarks.damage.report import as_json, table
from benchmarks.damage.runner import Row, Runner
from benchmarks.damage.source import Source, make_source
from tests.office import Office

UNITS = ("发展软环境保障局", "城乡建设和交通局")
"""One with eight items and projects over several rows, one with three."""

KNOWN_SILENT: frozenset[str] = frozenset()
"""Kinds of which something is wrong or lost in silence today; to be emptied."""

KNOWN_ALARMS: frozenset[str] = frozenset()
"""Harmless kinds for which units get their form back today; to be emptied."""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """Return the month that is damaged."""
    return make_source(tmp_path_factory.mktemp("来源"))


@pytest.fixture(scope="module")
def runner(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """Return what runs the kinds that need no LibreOffice."""
    return Runner(source, UNITS, tmp_path_factory.mktemp("损坏"), None)


@pytest.fixture(scope="module")
def office_runner(
    source: Source, tmp_path_factory: pytest.TempPathFactory, office: Office
) -> Runner:
    """Return what runs the kinds that LibreOffice makes."""
    return Runner(source, UNITS, tmp_path_factory.mktemp("损坏"), office)


def made_by(maker: str) -> list[Kind]:
    """Return the kinds of a maker."""
    return [kind for kind in KINDS if kind.by == maker]


def name_of(kind: Kind) -> str:
    """Return how a test of a kind is called."""
    return kind.name


def assert_as_known(row: Row) -> None:
    """Nothing is silent and nothing is a false alarm but what is listed, and all of that still is."""
    name = row.kind.name
    silent = [f"{each.item} {each.column}: {each.read!r} -> {each.merged!r}" for each in row.silent]
    if name in KNOWN_SILENT:
        assert silent, f"{name} is mended: take it out of KNOWN_SILENT"
    else:
        assert silent == []
    if name in KNOWN_ALARMS:
        assert row.alarms, f"{name} is mended: take it out of KNOWN_ALARMS"
    else:
        assert row.alarms == ()


@pytest.mark.parametrize("kind", made_by(CODE), ids=name_of)
def test_no_value_is_wrong_or_lost_in_silence(runner: Runner, kind: Kind) -> None:
    """Each value of a damaged return is merged as a person reads it, or told."""
    assert_as_known(runner.run(kind))


@pytest.mark.office
@pytest.mark.parametrize("kind", made_by(OFFICE), ids=name_of)
def test_nor_by_what_an_office_program_does(office_runner: Runner, kind: Kind) -> None:
    """The same for what LibreOffice makes of a form."""
    assert_as_known(office_runner.run(kind))


def test_there_are_enough_kinds_and_each_has_its_own_name() -> None:
    """At least fifty kinds are tried, and the lists above name kinds that there are."""
    names = [kind.name for kind in KINDS]

    assert len(names) >= 50
    assert len(set(names)) == len(names)
    assert set(names) >= KNOWN_SILENT | KNOWN_ALARMS


def test_a_lost_value_would_be_seen(
    source: Source, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The matrix itself can fail: a value that is expected and not in the file counts as silent."""

    def make(batch: Batch) -> None:
        for draft in batch.drafts:
            code = draft.codes[0]
            draft.lines[code][draft.place("存在问题")] = "问题另有其事，与所写不同。"
            batch.hand_in(draft.save(), draft)

    runner = Runner(source, UNITS, tmp_path_factory.mktemp("损坏"), None)
    row = runner.run(Kind("说不出的损坏", make))

    assert [(each.unit, each.column) for each in row.silent] == [(u, "存在问题") for u in UNITS]
    assert as_json([row])["totals"]["silent"] == len(UNITS)
    assert "说不出的损坏" in table([row])
