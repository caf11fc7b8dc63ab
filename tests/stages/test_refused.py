"""Which units are told that their files could not be taken."""

from dataclasses import replace

import pytest

from tests.stages.months import month
from tests.stages.returns import MARKET, REPORTS, ROADS, SCHOOLS
from tests.tables import programme, stored
from toolkit.model.month import Month
from toolkit.model.return_note import Refused
from toolkit.model.submission import FileStatus, Identity, Received
from toolkit.stages.refused import refused_files


def received(name: str, status: FileStatus, unit: str | None = None, reason: str = "") -> Received:
    """Return a file that was put aside."""
    identity = Identity("progress", None, unit, None, None, "文件名") if unit else None
    return Received(stored(name), status, identity, reason=reason or "打不开")


def after(*files: Received) -> Month:
    """Return a month in which only SCHOOLS' return counts, and other files came."""
    made = month(programme(), {SCHOOLS: REPORTS})
    return replace(made, received=(*made.received, *files))


@pytest.mark.parametrize("status", [FileStatus.FOREIGN, FileStatus.UNIDENTIFIED, FileStatus.SCAN])
def test_a_unit_that_a_file_names_is_told(status: FileStatus) -> None:
    """Another period's form, one without a header, a scan: not what was asked for."""
    file = received("表.xlsx", status, ROADS, "这是8月的表（2021-08）")
    assert refused_files(after(file)) == {ROADS: (Refused("表.xlsx", "这是8月的表"),)}


def test_a_file_that_cannot_be_opened_is_the_units_that_its_name_names() -> None:
    """Nothing else can tell; a name with two units or none asks nobody."""
    broken = FileStatus.UNREADABLE
    files = [
        received(name, broken) for name in (f"{ROADS}.xlsx", "表.xlsx", f"{ROADS}{MARKET}.xls")
    ]
    assert refused_files(after(*files)) == {ROADS: (Refused(f"{ROADS}.xlsx", "打不开"),)}


def test_a_unit_whose_return_counts_is_not_asked_again() -> None:
    """Its signed scan, or a broken file that it sent first, is no matter any more."""
    files = (
        received("签字.jpg", FileStatus.SCAN, SCHOOLS),
        received(f"{SCHOOLS}.xlsx", FileStatus.UNREADABLE),
    )
    assert refused_files(after(*files)) == {}


def test_all_files_of_a_unit_are_told_in_one_note() -> None:
    """In the order of their paths, the units in the list's order; doubles are not told."""
    files = (
        received("甲.xlsx", FileStatus.FOREIGN, MARKET),
        received("乙.xlsx", FileStatus.FOREIGN, ROADS),
        received("丙.xlsx", FileStatus.SCAN, MARKET),
        received("丁.xlsx", FileStatus.DUPLICATE, ROADS),
    )
    told = refused_files(after(*files))
    assert list(told) == [unit for unit in programme().assignments if unit in (MARKET, ROADS)]
    assert [file.name for file in told[MARKET]] == ["甲.xlsx", "丙.xlsx"]
    assert [file.name for file in told[ROADS]] == ["乙.xlsx"]
