"""The ledger keeps what was sent and what came back, period by period."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.tables import programme, stored
from toolkit.errors import LedgerError
from toolkit.ledger import tables
from toolkit.ledger.store import Ledger, open_ledger
from toolkit.model.assessment import Basis, Status
from toolkit.model.finding import Repair
from toolkit.model.ledger import Dispatch, LedgerEntry
from toolkit.model.month import Month
from toolkit.model.scheme import Key
from toolkit.model.submission import (
    Entry,
    FileStatus,
    Identity,
    Received,
    StoredFile,
    Submission,
)
from toolkit.text.periods import parse_period

SENT = datetime(2021, 9, 26, 9, 30)
UNIT = "发展软环境保障局"
IDENTITY = Identity("progress", None, UNIT, "2021-09", 1, "隐藏标识")
FORM = Dispatch("2021-09", UNIT, 1, "progress", f"2021-09/1下发/{UNIT}.xlsx", "ab", SENT)

OWNER = "济宁高新区2021年"


def month(file: StoredFile, period: str = "2021-09", **progress: str) -> Month:
    """Return a period in which one file of the unit came back; progress by 编号."""
    listed = programme()
    entries = tuple(
        Entry(
            item=listed.by_code[code],
            unit=UNIT,
            values={Key.PROGRESS: said, Key.PROBLEM: ""},
            columns={Key.PROGRESS: 4},
            row=row,
            sheet="进展表",
            file=file,
            status=Status("正常推进", finished=False, behind=False, basis=Basis.TEXT),
        )
        for row, (code, said) in enumerate(progress.items(), 3)
    )
    received = Received(
        file, FileStatus.ACCEPTED, IDENTITY, (Repair("PERCENT", "E5 按 85% 读取。"),)
    )
    return Month(
        programme=listed,
        period=parse_period(period),
        due=datetime(2021, 10, 8).date(),
        received=(received,),
        submissions=(Submission(file, IDENTITY, "进展表", entries),),
    )


def lived(path: Path) -> None:
    """Make a ledger and live two months in it."""
    with open_ledger(path, OWNER) as ledger:
        ledger.add_dispatches([FORM, replace(FORM, issue=2)])
        ledger.record_month(month(stored("甲.xlsx"), M001="一半。", M002="招标。"))
        ledger.record_outputs("2021-09", {"2021-09/4汇总/核查结果.xlsx": "cd"})
    with open_ledger(path, OWNER) as ledger:
        ledger.record_month(month(stored("乙.xlsx"), "2021-10", M001="完成。"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the ledger is to be."""
    return tmp_path / "台账.db"


def test_a_new_ledger_is_empty(path: Path) -> None:
    """It is made when it is first opened."""
    with open_ledger(path, OWNER) as ledger:
        assert ledger.periods() == ()
        assert ledger.dispatches("2021-09") == {}
        assert ledger.files("2021-09") == {}
        assert ledger.entries("2021-09") == ()
        assert ledger.outputs("2021-09") == {}
    assert path.is_file()


def test_the_latest_form_of_a_unit_counts(path: Path) -> None:
    """Each time that a form is sent is kept; the last one answers."""
    other = replace(FORM, unit="市场监管局", issue=1)
    again = replace(FORM, issue=2, sha256="cd", sent_at=datetime(2021, 9, 28, 8))
    with open_ledger(path, OWNER) as ledger:
        ledger.add_dispatches([FORM, other])
        ledger.add_dispatches([again])
    with open_ledger(path, OWNER) as ledger:
        assert ledger.dispatches("2021-09") == {UNIT: again, "市场监管局": other}
        assert ledger.dispatches("2021-10") == {}


def test_the_same_issue_is_never_recorded_twice(path: Path) -> None:
    """Nothing that was sent is overwritten; the objection is one in plain words."""
    with open_ledger(path, OWNER) as ledger:
        ledger.add_dispatches([FORM])
    with pytest.raises(LedgerError, match="台账读写失败"), open_ledger(path, OWNER) as ledger:
        ledger.add_dispatches([FORM])


def test_entries_come_back_as_they_went_in(path: Path) -> None:
    """Texts with line breaks, empty ones, and the cell of each that was found."""
    file = stored("甲.xlsx")
    said = "1、一半。\n2、=1+1；“引号”'\"\\ 😀"
    with open_ledger(path, OWNER) as ledger:
        ledger.record_month(month(file, M002="招标。", M001=said))
    with open_ledger(path, OWNER) as ledger:
        first, second = ledger.entries("2021-09")
        assert ledger.entries("2021-09", "M001") == (first,)
        assert ledger.entries("2021-09", "M003") == ()
    assert first == LedgerEntry(
        code="M001",
        unit=UNIT,
        file=file.stored,
        sheet="进展表",
        sha256=file.sha256,
        received_at=file.received_at,
        values={Key.PROGRESS: said, Key.PROBLEM: ""},
        cells={Key.PROGRESS: "E5"},
    )
    assert second.code == "M002"


def test_files_come_back_with_the_time_they_were_first_seen(path: Path) -> None:
    """Source, place, digest and time, by their path in the working folder."""
    file = stored("甲.xlsx")
    with open_ledger(path, OWNER) as ledger:
        ledger.record_month(month(file, M001="一半。"))
        assert ledger.files("2021-09") == {file.stored: file}


def test_a_period_is_replaced_as_a_whole_and_others_stay(path: Path) -> None:
    """What is no longer in 2回收 is no longer in the ledger."""
    with open_ledger(path, OWNER) as ledger:
        ledger.record_month(month(stored("甲.xlsx"), M001="一半。", M002="招标。"))
        ledger.record_month(month(stored("丙.xlsx"), "2021-10", M001="完成。"))
        ledger.record_month(month(stored("乙.xlsx"), M001="过半。"))
        assert [f.name for f in ledger.files("2021-09").values()] == ["乙.xlsx"]
        assert [e.values[Key.PROGRESS] for e in ledger.entries("2021-09")] == ["过半。"]
        assert [e.values[Key.PROGRESS] for e in ledger.entries("2021-10")] == ["完成。"]


def test_a_failed_recording_leaves_the_period_as_it_was(path: Path) -> None:
    """Recording a month is one transaction."""
    once = month(stored("甲.xlsx"), M001="一半。")
    doubled = month(stored("乙.xlsx"), M001="过半。")
    doubled = replace(doubled, submissions=doubled.submissions * 2)
    with open_ledger(path, OWNER) as ledger:
        ledger.record_month(once)
    with pytest.raises(LedgerError), open_ledger(path, OWNER) as ledger:
        ledger.record_month(doubled)
    with open_ledger(path, OWNER) as ledger:
        assert [f.name for f in ledger.files("2021-09").values()] == ["甲.xlsx"]
        assert [e.values[Key.PROGRESS] for e in ledger.entries("2021-09")] == ["一半。"]


def test_the_outputs_of_a_period_are_replaced(path: Path) -> None:
    """The digest of each, by its path."""
    with open_ledger(path, OWNER) as ledger:
        ledger.record_outputs("2021-09", {"a": "1", "b": "2"})
        ledger.record_outputs("2021-10", {"c": "3"})
        ledger.record_outputs("2021-09", {"b": "4"})
        assert ledger.outputs("2021-09") == {"b": "4"}
        assert ledger.outputs("2021-10") == {"c": "3"}


def test_periods_are_those_in_which_something_was_sent_or_came_back(path: Path) -> None:
    """In order, each once."""
    with open_ledger(path, OWNER) as ledger:
        ledger.record_month(month(stored("甲.xlsx"), M001="一半。"))
        ledger.add_dispatches([replace(FORM, period="2021-10"), FORM])
        assert ledger.periods() == ("2021-09", "2021-10")


def test_the_same_months_give_the_same_bytes(tmp_path: Path) -> None:
    """Two people who do the same have the same file, byte for byte."""
    first, second = tmp_path / "一" / "台账.db", tmp_path / "二" / "台账.db"
    for path in (first, second):
        path.parent.mkdir()
        lived(path)
    assert first.read_bytes() == second.read_bytes()


def test_reading_changes_nothing(path: Path) -> None:
    """`status` and `trace` leave the file alone."""
    lived(path)
    before = path.read_bytes()
    with open_ledger(path, OWNER) as ledger:
        assert read_all(ledger)
    assert path.read_bytes() == before


def read_all(ledger: Ledger) -> Mapping[str, object]:
    """Ask a ledger everything."""
    return {
        period: (
            ledger.dispatches(period),
            ledger.files(period),
            ledger.entries(period),
            ledger.outputs(period),
        )
        for period in ledger.periods()
    }


@pytest.mark.parametrize("version", [str(tables.VERSION + 1), "甲"])
def test_a_ledger_of_a_later_version_is_refused_and_left_alone(path: Path, version: str) -> None:
    """An older program would not understand it, and must not add its own tables to it."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)"))
        connection.execute(
            text("INSERT INTO about VALUES ('version', :version)"), {"version": version}
        )
    engine.dispose()
    before = path.read_bytes()
    with pytest.raises(LedgerError) as caught, open_ledger(path, OWNER):
        pass
    assert "更新版本" in caught.value.message
    assert "升级" in caught.value.hint
    assert path.read_bytes() == before


def test_a_ledger_keeps_one_programme_only(tmp_path: Path) -> None:
    """Another programme's ledger is refused: two programmes never mix in one database."""
    path = tmp_path / "台账.db"
    with open_ledger(path, OWNER):
        pass

    with (
        pytest.raises(LedgerError, match="属于“济宁高新区2021年”"),
        open_ledger(path, "青岛市2024年"),
    ):
        pass
