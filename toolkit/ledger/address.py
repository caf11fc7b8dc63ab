"""Where a ledger lies, and how a person is told that it cannot be used."""

from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from toolkit.errors import LedgerError


def file_url(path: Path) -> URL:
    """Return the URL of an SQLite file; its path may hold whatever a folder's name may hold."""
    return URL.create("sqlite", database=str(path))


def database_url(address: str) -> URL:
    """Return the URL of a database as an office writes it.

    Raises:
        LedgerError: It is none.
    """
    try:
        url = make_url(address.strip())
    except (SQLAlchemyError, ValueError) as error:
        raise LedgerError(
            "台账地址的写法不对。",
            "应形如 postgresql+psycopg://用户:密码@主机/库名；不用共用数据库的，请清空这一格。",
        ) from error
    plain = url.drivername == "postgresql"  # SQLAlchemy would take it for the older psycopg2
    return url.set(drivername="postgresql+psycopg") if plain else url


def shown(url: URL) -> str:
    """Return an address as a person may see it: without the password."""
    is_file = url.drivername == "sqlite" and url.database
    return str(url.database) if is_file else url.render_as_string(hide_password=True)


def failed(url: URL, error: SQLAlchemyError) -> LedgerError:
    """Return what a person is told when a ledger cannot be read or written."""
    place = shown(url)
    if "not a database" in str(error) or "malformed" in str(error):
        return LedgerError(
            f"台账文件已损坏，或者不是台账：{place}",
            "请用备份恢复；没有备份的，把它改名留存，再对各期重新运行 minsheng merge。",
        )
    return LedgerError(
        f"台账读写失败：{place}",
        "请确认台账文件没有被其他程序占用、磁盘未满；数据库请确认能够连接。",
    )
