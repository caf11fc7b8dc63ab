"""The ledger's tables."""

from typing import Any

from sqlalchemy import JSON, Column, DateTime, Integer, MetaData, String, Table

VERSION = 1
"""The version of these tables; a ledger of a later version is refused, never changed."""

metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

dispatches = Table(
    "dispatches",
    metadata,
    Column("period", String, primary_key=True),
    Column("unit", String, primary_key=True),
    Column("issue", Integer, primary_key=True),
    Column("form", String, nullable=False),
    Column("path", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("sent_at", DateTime, nullable=False),
)

files = Table(
    "files",
    metadata,
    Column("period", String, primary_key=True),
    Column("stored", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("received_at", DateTime, nullable=False),
    Column("status", String),
    Column("unit", String),
    Column("identified_by", String),
    Column("repairs", JSON, nullable=False),
    Column("reason", String),
)


def _said() -> tuple[Column[Any], ...]:
    """Return the columns for what a unit says of an item in one place of a file."""
    return (
        Column("code", String, primary_key=True),
        Column("unit", String, primary_key=True),
        Column("stored", String, nullable=False),
        Column("sheet", String, nullable=False),
        Column("row", Integer, nullable=False),
        Column("columns", String, nullable=False),
        Column("values", JSON, nullable=False),
    )


# What a file says of an item; the file's digest and time stand in `files`, once.
entries = Table("entries", metadata, Column("period", String, primary_key=True), *_said())

outputs = Table(
    "outputs",
    metadata,
    Column("period", String, primary_key=True),
    Column("path", String, primary_key=True),
    Column("sha256", String, nullable=False),
)

# Which returns went back to be corrected. A ledger made before this table gets it when opened.
sent_back = Table(
    "sent_back",
    metadata,
    Column("period", String, primary_key=True),
    Column("unit", String, primary_key=True),
    Column("sha256", String, primary_key=True),
    Column("sent_at", DateTime, nullable=False),
)

# A digest of all that a period's results printed when they were written last.
merges = Table(
    "merges",
    metadata,
    Column("period", String, primary_key=True),
    Column("content", String, nullable=False),
)

# Periods that were closed, and as what they were issued. A ledger made before these tables gets
# them when opened.
closings = Table(
    "closings",
    metadata,
    Column("period", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("closed_at", DateTime, nullable=False),
    Column("reopened_at", DateTime),
    Column("reason", String, nullable=False),
    Column("files", JSON, nullable=False),
)

issued_items = Table(
    "issued_items",
    metadata,
    Column("period", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("title", String, nullable=False),
    Column("counted", JSON, nullable=False),
    Column("values", JSON, nullable=False),
)

issued_entries = Table(
    "issued_entries",
    metadata,
    Column("period", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    *_said(),
    Column("sha256", String, nullable=False),
    Column("received_at", DateTime, nullable=False),
)
