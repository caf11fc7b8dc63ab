"""Where a ledger lies: a file of the working folder, or a database that an office shares."""

import sys
from pathlib import Path

import pytest

from toolkit.errors import LedgerError
from toolkit.ledger.store import open_ledger


def refused(address: str | Path) -> LedgerError:
    """Return the objection to an address."""
    with pytest.raises(LedgerError) as caught, open_ledger(address, "某区2021年"):
        pass
    return caught.value


@pytest.mark.parametrize("folder", ["民生 实事", "50%进度", "a?b=c#d", "名'称\""])
def test_any_folder_will_do(tmp_path: Path, folder: str) -> None:
    """Characters that mean something in a URL mean nothing in a path."""
    path = tmp_path / folder / "台账.db"
    path.parent.mkdir()
    with open_ledger(path, "某区2021年") as ledger:
        assert ledger.periods() == ()
    assert path.is_file()
    assert list(tmp_path.iterdir()) == [path.parent]


def test_a_url_of_sqlite_is_a_ledger_too(tmp_path: Path) -> None:
    """An office may keep it elsewhere."""
    with open_ledger(f" sqlite:///{tmp_path / '共用.db'} ", "某区2021年") as ledger:
        assert ledger.periods() == ()
    assert (tmp_path / "共用.db").is_file()


@pytest.mark.parametrize(
    "address", [r"D:\民生实事\台账.db", "台账", "postgresql+psycopg://u@h:端口/db", "://"]
)
def test_what_is_no_url_is_answered_with_how_one_looks(address: str) -> None:
    """People write a path there, or leave out half."""
    error = refused(address)
    assert error.message == "台账地址的写法不对。"
    assert "postgresql+psycopg://" in error.hint


def test_an_unknown_kind_of_database_is_refused() -> None:
    """The message names the address; the hint says what else to install."""
    error = refused("甲骨文://用户@主机/库")
    assert "打不开台账" in error.message or "写法不对" in error.message
    error = refused("oracledb9://user@host/db")
    assert "打不开台账：oracledb9://user@host/db" in error.message


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg"])
def test_postgresql_without_its_driver_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    """A password is never shown; a URL as PostgreSQL's own tools write it means the same driver."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    error = refused(f"{scheme}://user:secret@localhost/db")
    assert "secret" not in error.message
    assert "postgresql+psycopg://user:***@localhost/db" in error.message
    assert "minsheng-toolkit[postgres]" in error.hint


@pytest.mark.parametrize(
    "content", [b"no database at all" * 50, b"SQLite format 3\x00" + b"\xff" * 500]
)
def test_a_broken_file_is_named(tmp_path: Path, content: bytes) -> None:
    """It is told from one that another program holds, for something else is to be done."""
    path = tmp_path / "台账.db"
    path.write_bytes(content)
    error = refused(path)
    assert error.message == f"台账文件已损坏，或者不是台账：{path}"
    assert "备份" in error.hint
    assert path.read_bytes() == content


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    """No traceback, but the path."""
    (tmp_path / "台账.db").mkdir()
    error = refused(tmp_path / "台账.db")
    assert str(tmp_path / "台账.db") in error.message
    assert "台账读写失败" in error.message
