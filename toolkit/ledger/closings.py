"""Periods that were closed (定稿), and as what they were issued."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Engine, delete, insert, literal, select, update

from toolkit.ledger.entry_rows import read_entry
from toolkit.ledger.inserts import insert_rows
from toolkit.ledger.tables import closings, entries, files, issued_entries, issued_items, merges
from toolkit.model.closing import Closing, Issued, IssuedItem
from toolkit.model.scheme import Key


class ClosingRecords:
    """The part of the ledger that knows which periods are closed, and what was issued."""

    _engine: Engine

    def merged_content(self, period: str) -> str | None:
        """Return the digest of what a period's results print; None when they were never written."""
        query = select(merges.c.content).where(merges.c.period == period)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one_or_none()

    def record_merge(self, period: str, content: str) -> None:
        """Remember what a period's results print."""
        with self._engine.begin() as connection:
            connection.execute(delete(merges).where(merges.c.period == period))
            insert_rows(connection, merges, [{"period": period, "content": content}])

    def closings(self, period: str) -> tuple[Closing, ...]:
        """Return each time that a period was closed, in order."""
        query = select(closings).where(closings.c.period == period).order_by(closings.c.number)
        with self._engine.connect() as connection:
            return tuple(
                Closing(
                    row.period, row.number, row.closed_at, row.files, row.reopened_at, row.reason
                )
                for row in connection.execute(query)
            )

    def record_closing(self, closing: Closing, items: Sequence[IssuedItem]) -> None:
        """Close a period: keep the list and all that the ledger holds for the period."""
        key = {"period": closing.period, "number": closing.number}
        with self._engine.begin() as connection:
            times = {"closed_at": closing.closed_at, "reopened_at": None, "reason": ""}
            insert_rows(connection, closings, [{**key, **times, "files": dict(closing.files)}])
            insert_rows(
                connection,
                issued_items,
                [
                    {
                        **key,
                        "place": place,
                        "code": item.code,
                        "title": item.title,
                        "counted": dict(item.counted),
                        "values": item.values,
                    }
                    for place, item in enumerate(items)
                ],
            )
            same_file = (files.c.period == entries.c.period) & (files.c.stored == entries.c.stored)
            names = [column.name for column in issued_entries.columns]
            rows = (
                select(
                    entries.c.period,
                    literal(closing.number),
                    *[entries.c[name] for name in names[2:-2]],
                    files.c.sha256,
                    files.c.received_at,
                )
                .join(files, same_file)
                .where(entries.c.period == closing.period)
            )
            connection.execute(insert(issued_entries).from_select(names, rows))

    def record_reopening(
        self, closing: Closing, now: datetime, reason: str, kept: Mapping[str, str]
    ) -> None:
        """Open a closed period again.

        Args:
            kept: The digest of each issued file, by the path under which it is kept from now on.
        """
        one = (closings.c.period == closing.period) & (closings.c.number == closing.number)
        with self._engine.begin() as connection:
            connection.execute(
                update(closings).where(one).values(reopened_at=now, reason=reason, files=dict(kept))
            )

    def issued(self, closing: Closing) -> Issued:
        """Return what was issued when a period was closed."""
        items, said = issued_items, issued_entries
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(items)
                .where((items.c.period == closing.period) & (items.c.number == closing.number))
                .order_by(items.c.place)
            )
            listed = tuple(
                IssuedItem(
                    row.code,
                    row.title,
                    {Key(key): text for key, text in row._mapping["values"].items()},
                    row.counted,
                )
                for row in rows
            )
            reported = connection.execute(
                select(said)
                .where((said.c.period == closing.period) & (said.c.number == closing.number))
                .order_by(said.c.code, said.c.unit)
            )
            return Issued(closing, listed, tuple(map(read_entry, reported)))
