"""Whose ledger it is and of which version, and a look at that without making or changing one."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, create_engine, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from toolkit.errors import LedgerError
from toolkit.ledger import tables
from toolkit.ledger.address import database_url, failed


class LedgerState(StrEnum):
    """What a look at a ledger finds when nothing is wrong with it."""

    MISSING = "还没有，第一次下发时自动建立"
    READY = "能打开"
    ELSEWHERE = "在数据库里，没有试着连接"


def look(address: str | Path, programme: str) -> LedgerState:
    """Look at a ledger: a file is read, a database is left alone, nothing is made.

    Args:
        address: As for `open_ledger`.
        programme: Whose ledger it has to be.

    Raises:
        LedgerError: It cannot be read, or `open_ledger` would refuse it.
    """
    path = address if isinstance(address, Path) else _file_of(database_url(address))
    if path is None:
        return LedgerState.ELSEWHERE
    if not path.exists():
        return LedgerState.MISSING
    url = _reading_url(path)
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            known = read_about(connection)
    except SQLAlchemyError as error:
        if "readonly" in str(error):  # only to put it back as it was before a broken-off run
            raise LedgerError(
                f"上次运行写台账时中断了，还没有恢复：{path}",
                f"请照常运行要用的命令，会自动恢复；恢复以前不要删除“{path.name}-journal”。",
            ) from error
        raise failed(URL.create("sqlite", database=str(path)), error) from error
    finally:
        engine.dispose()
    if not known:
        return LedgerState.MISSING
    refuse_foreign(known, programme)
    return LedgerState.READY


def read_about(connection: Connection) -> dict[str, str]:
    """Return what a ledger says about itself; nothing where there is none yet."""
    about = tables.about
    if not inspect(connection).has_table(about.name):
        return {}
    return {row.name: row.value for row in connection.execute(select(about))}


def refuse_foreign(known: Mapping[str, str], programme: str) -> None:
    """Refuse a ledger of other tables or of another programme.

    Raises:
        LedgerError: It is one.
    """
    if known.get("version") != str(tables.VERSION):
        raise LedgerError("台账是由更新版本的工具建立的。", "请升级本工具后再运行。")
    if known.get("programme") != programme:
        raise LedgerError(
            f"这个台账属于“{known.get('programme')}”，不是“{programme}”。",
            "一份年度实事用一个台账：请在“基本信息—台账地址”填写另一个库，或清空这一格。",
        )


def _file_of(url: URL) -> Path | None:
    is_file = url.get_backend_name() == "sqlite" and url.database
    return Path(str(url.database)) if is_file else None


def _reading_url(path: Path) -> URL:
    """Return the URL under which SQLite only reads; see sqlite.org/uri.html for its form."""
    full = quote(path.resolve().as_posix(), safe="/:")
    begin = "file://" if full.startswith("/") else "file:///"
    return URL.create("sqlite", database=begin + full, query={"mode": "ro", "uri": "true"})
