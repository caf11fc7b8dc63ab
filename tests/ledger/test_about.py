"""A look at a ledger changes nothing and makes nothing."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from toolkit.errors import LedgerError
from toolkit.ledger.about import LedgerState, look
from toolkit.ledger.store import open_ledger

OURS = "2021年为民办实事"


def made(path: Path, programme: str = OURS) -> bytes:
    """Make a ledger; return its bytes."""
    with open_ledger(path, programme):
        pass
    return path.read_bytes()


@pytest.mark.parametrize("name", ["台账.db", "a b #1?%20&mode=rw.db"])
def test_a_ledger_is_read_and_left_alone(tmp_path: Path, name: str) -> None:
    """Whatever its path holds."""
    before = made(tmp_path / name)
    assert look(tmp_path / name, OURS) is LedgerState.READY
    assert (tmp_path / name).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_address_of_a_file_is_read_too(tmp_path: Path) -> None:
    """As 基本信息 may name it."""
    made(tmp_path / "共用.db")
    assert look(f"sqlite:///{tmp_path / '共用.db'}", OURS) is LedgerState.READY


def test_none_is_made(tmp_path: Path) -> None:
    """Neither a file that is missing nor the tables in one that is empty."""
    assert look(tmp_path / "台账.db", OURS) is LedgerState.MISSING
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "台账.db").write_bytes(b"")
    assert look(tmp_path / "台账.db", OURS) is LedgerState.MISSING
    assert (tmp_path / "台账.db").read_bytes() == b""


def test_a_database_is_not_asked() -> None:
    """No network; whether its package is installed is another question."""
    assert look("postgresql://minsheng@10.0.0.1/shishi", OURS) is LedgerState.ELSEWHERE


def test_what_opening_would_refuse_is_told(tmp_path: Path) -> None:
    """A damaged file, another programme's, another version's."""
    (tmp_path / "坏.db").write_bytes(b"not a database, but long enough to be taken for one" * 40)
    with pytest.raises(LedgerError, match="已损坏，或者不是台账"):
        look(tmp_path / "坏.db", OURS)
    made(tmp_path / "别.db", "2020年为民办实事")
    with pytest.raises(LedgerError, match="属于“2020年为民办实事”"):
        look(tmp_path / "别.db", OURS)
    made(tmp_path / "新.db")
    with sqlite3.connect(tmp_path / "新.db") as connection:
        connection.execute("UPDATE about SET value = '99' WHERE name = 'version'")
    connection.close()
    with pytest.raises(LedgerError, match="更新版本"):
        look(tmp_path / "新.db", OURS)


def test_a_ledger_that_was_left_half_written_is_left_so(tmp_path: Path) -> None:
    """Putting it back is writing; the next command does it, if nobody deletes the journal."""
    made(tmp_path / "台账.db")
    connection = sqlite3.connect(tmp_path / "台账.db", isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    rows = [(f"n{number}", "x" * 500) for number in range(1000)]
    connection.executemany("INSERT INTO about VALUES (?, ?)", rows)
    crashed = tmp_path / "断电以后"
    crashed.mkdir()
    for name in ("台账.db", "台账.db-journal"):
        shutil.copy(tmp_path / name, crashed / name)
    connection.close()
    before = {path.name: path.read_bytes() for path in crashed.iterdir()}
    with pytest.raises(LedgerError, match="中断") as told:
        look(crashed / "台账.db", OURS)
    assert "台账.db-journal" in told.value.hint
    assert {path.name: path.read_bytes() for path in crashed.iterdir()} == before
    with open_ledger(crashed / "台账.db", OURS):
        pass
    assert look(crashed / "台账.db", OURS) is LedgerState.READY


def test_an_address_that_is_none() -> None:
    """It is told as when the ledger is opened."""
    with pytest.raises(LedgerError, match="写法不对"):
        look("台账在老王的电脑上", OURS)
