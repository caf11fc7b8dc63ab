"""What a unit reported on an item, as rows of a table and back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Row

from toolkit.model.ledger import LedgerEntry
from toolkit.model.refs import column_letters
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry


def entry_rows(period: str, entries: Iterable[Entry]) -> Iterator[dict[str, object]]:
    """Yield the rows of one return; its entries share where their columns stand."""
    places: Mapping[Key, int] = {}
    columns = ""
    for entry in entries:
        if entry.line is not None:
            places = {}
            columns = json.dumps({key: entry.cell(key) for key in entry.columns})
        elif entry.columns is not places:
            places = entry.columns
            columns = json.dumps({key: column_letters(place) for key, place in places.items()})
        yield {
            "period": period,
            "code": entry.item.code,
            "unit": entry.unit,
            "stored": entry.file.stored,
            "sheet": entry.sheet,
            "row": entry.row,
            "columns": columns,
            "values": entry.values,
        }


def read_entry(row: Row[Any]) -> LedgerEntry:
    """Return an entry from its row, with the digest and the time of its file."""
    columns: dict[str, str] = json.loads(row.columns)
    cells = {
        Key(key): place if place[-1].isdigit() else f"{place}{row.row + 1}"
        for key, place in columns.items()
    }
    return LedgerEntry(
        code=row.code,
        unit=row.unit,
        file=row.stored,
        sheet=row.sheet,
        sha256=row.sha256,
        received_at=row.received_at,
        values={Key(key): text for key, text in row._mapping["values"].items()},
        cells=cells,
    )
