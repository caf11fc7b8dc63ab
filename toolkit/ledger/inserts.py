"""Inserting many rows at once."""

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert

Row = dict[str, Any]


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows; each has a value for every column of the table.

    For a month's 36,000 entries SQLAlchemy takes longer to arrange the values one by one than
    SQLite to store them. Where a statement takes its values by their places, they are arranged
    here.
    """
    values = list(rows)
    if not values:
        return
    dialect = connection.dialect
    if dialect.paramstyle != "qmark":
        connection.execute(insert(table), values)
        return
    conversions = _conversions(connection, table)
    for row in values:
        for name, convert in conversions:
            row[name] = convert(row[name])
    in_order = itemgetter(*[column.name for column in table.columns])
    statement = str(insert(table).compile(dialect=dialect))
    connection.exec_driver_sql(statement, list(map(in_order, values)))


def _conversions(connection: Connection, table: Table) -> list[tuple[str, Callable[[Any], Any]]]:
    """Return what SQLAlchemy does with the values of a column before they are stored."""
    dialect = connection.dialect
    found = ((c.name, c.type.dialect_impl(dialect).bind_processor(dialect)) for c in table.columns)
    return [(name, convert) for name, convert in found if convert is not None]
