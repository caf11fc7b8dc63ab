"""Reading and writing the ledger."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from json import JSONEncoder
from pathlib import Path

from sqlalchemy import (
    Engine,
    create_engine,
    delete,
    select,
)
from sqlalchemy.exc import SQLAlchemyError

from toolkit.errors import LedgerError
from toolkit.ledger import tables
from toolkit.ledger.about import read_about, refuse_foreign
from toolkit.ledger.address import database_url, failed, file_url, shown
from toolkit.ledger.closings import ClosingRecords
from toolkit.ledger.entry_rows import entry_rows, read_entry
from toolkit.ledger.inserts import insert_rows
from toolkit.ledger.sent_back import SentBackRecords
from toolkit.model.ledger import Dispatch, LedgerEntry
from toolkit.model.month import Month
from toolkit.model.submission import FileStatus, Received, StoredFile


@contextmanager
def open_ledger(address: str | Path, programme: str) -> Iterator["Ledger"]:
    """Open the ledger, made when it does not exist; close it at the end.

    Args:
        address: The path of an SQLite file, or a database URL.
        programme: Whose ledger it is; a database keeps one programme only, so that two never mix.

    Raises:
        LedgerError: It cannot be opened, belongs to another programme, is of another version, or
            a statement fails.
    """
    url = file_url(address) if isinstance(address, Path) else database_url(address)
    try:
        # Chinese text as it is: escaped, it would take twice the room.
        engine = create_engine(url, json_serializer=JSONEncoder(ensure_ascii=False).encode)
    except (SQLAlchemyError, ImportError) as error:
        raise LedgerError(
            f"打不开台账：{shown(url)}",
            "请检查“基本信息—台账地址”；PostgreSQL 另需安装 minsheng-toolkit[postgres]。",
        ) from error
    try:
        _prepare(engine, programme)
        yield Ledger(engine)
    except SQLAlchemyError as error:
        raise failed(url, error) from error
    finally:
        engine.dispose()


def _prepare(engine: Engine, programme: str) -> None:
    """Make the tables of a new ledger; refuse a foreign one before touching it."""
    with engine.begin() as connection:
        known = read_about(connection)
        if not known:
            tables.metadata.create_all(connection)
            facts = {"version": str(tables.VERSION), "programme": programme}
            rows = [{"name": name, "value": value} for name, value in facts.items()]
            insert_rows(connection, tables.about, rows)
            return
        refuse_foreign(known, programme)
        tables.metadata.create_all(connection)  # those that came later


class Ledger(SentBackRecords, ClosingRecords):
    """An open ledger. Every method that writes is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add_dispatches(self, dispatches: Sequence[Dispatch]) -> None:
        """Record forms that were made for units."""
        with self._engine.begin() as connection:
            insert_rows(connection, tables.dispatches, [_dispatch_row(d) for d in dispatches])

    def dispatches(self, period: str) -> dict[str, Dispatch]:
        """Return the latest form of each unit for a period."""
        table = tables.dispatches
        query = select(table).where(table.c.period == period).order_by(table.c.issue)
        with self._engine.connect() as connection:
            return {
                row.unit: Dispatch(
                    row.period, row.unit, row.issue, row.form, row.path, row.sha256, row.sent_at
                )
                for row in connection.execute(query)
            }

    def files(self, period: str) -> dict[str, StoredFile]:
        """Return the files of a period that were seen before, by their path."""
        table = tables.files
        query = select(table).where(table.c.period == period)
        with self._engine.connect() as connection:
            return {
                row.stored: StoredFile(row.source, row.stored, row.sha256, row.received_at)
                for row in connection.execute(query)
            }

    def record_month(self, month: Month) -> None:
        """Replace what the ledger holds for a period by what came back now."""
        period = month.period.label
        with self._engine.begin() as connection:
            for table in (tables.files, tables.entries):
                connection.execute(delete(table).where(table.c.period == period))
            insert_rows(connection, tables.files, [_file_row(period, r) for r in _by_file(month)])
            insert_rows(
                connection,
                tables.entries,
                [row for s in month.submissions for row in entry_rows(period, s.entries)],
            )

    def entries(
        self, period: str, code: str | None = None, unit: str | None = None
    ) -> tuple[LedgerEntry, ...]:
        """Return what was accepted for a period, of one item or unit or all, ordered by 编号."""
        table, file = tables.entries, tables.files
        same_file = (file.c.period == table.c.period) & (file.c.stored == table.c.stored)
        query = (
            select(table, file.c.sha256, file.c.received_at)
            .join(file, same_file)
            .where(table.c.period == period)
            .order_by(table.c.code, table.c.unit)
        )
        if code is not None:
            query = query.where(table.c.code == code)
        if unit is not None:
            query = query.where(table.c.unit == unit)
        with self._engine.connect() as connection:
            return tuple(read_entry(row) for row in connection.execute(query))

    def codes(self, besides: str = "") -> frozenset[str]:
        """Return every 编号 that anything was ever reported on.

        Args:
            besides: A period that does not count.
        """
        table = tables.entries
        query = select(table.c.code).where(table.c.period != besides).distinct()
        with self._engine.connect() as connection:
            return frozenset(row[0] for row in connection.execute(query))

    def periods(self) -> tuple[str, ...]:
        """Return all periods for which anything was sent or came back, in order."""
        with self._engine.connect() as connection:
            found = {
                row[0]
                for table in (tables.dispatches, tables.files)
                for row in connection.execute(select(table.c.period).distinct())
            }
        return tuple(sorted(found))

    def outputs(self, period: str) -> dict[str, str]:
        """Return the digest of each output that was written for a period, by its path."""
        table = tables.outputs
        with self._engine.connect() as connection:
            rows = connection.execute(select(table).where(table.c.period == period))
            return {row.path: row.sha256 for row in rows}

    def record_outputs(self, period: str, digests: Mapping[str, str]) -> None:
        """Replace the list of outputs of a period."""
        table = tables.outputs
        with self._engine.begin() as connection:
            connection.execute(delete(table).where(table.c.period == period))
            insert_rows(
                connection,
                table,
                [{"period": period, "path": p, "sha256": d} for p, d in digests.items()],
            )


def _by_file(month: Month) -> Iterable[Received]:
    """Return one outcome for each file; of one with several units' returns, one that counts."""
    files: dict[str, Received] = {}
    for received in month.received:
        first = files.setdefault(received.file.stored, received)
        if received.status is FileStatus.ACCEPTED and first.status is not FileStatus.ACCEPTED:
            files[received.file.stored] = received
    return files.values()


def _dispatch_row(dispatch: Dispatch) -> dict[str, object]:
    return {
        "period": dispatch.period,
        "unit": dispatch.unit,
        "issue": dispatch.issue,
        "form": dispatch.form,
        "path": dispatch.path,
        "sha256": dispatch.sha256,
        "sent_at": dispatch.sent_at,
    }


def _file_row(period: str, received: Received) -> dict[str, object]:
    return {
        "period": period,
        "stored": received.file.stored,
        "source": received.file.source,
        "sha256": received.file.sha256,
        "received_at": received.file.received_at,
        "status": received.status.value,
        "unit": received.unit,
        "identified_by": received.identity.identified_by if received.identity else None,
        "repairs": [[repair.code, repair.message] for repair in received.repairs],
        "reason": received.reason,
    }
