"""What went back to units to be corrected (退回), kept after the correction has come."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Engine, select

from toolkit.ledger.inserts import insert_rows
from toolkit.ledger.tables import sent_back
from toolkit.model.ledger import UnitStatus


class SentBackRecords:
    """The part of the ledger that knows which returns went back, and when first."""

    _engine: Engine

    def sent_back(self, period: str) -> dict[str, dict[str, datetime]]:
        """Return when each return of a period went back first, by unit and digest."""
        query = select(sent_back).where(sent_back.c.period == period).order_by(sent_back.c.sent_at)
        found: dict[str, dict[str, datetime]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                found.setdefault(row.unit, {})[row.sha256] = row.sent_at
        return found

    def record_sent_back(self, period: str, states: Iterable[UnitStatus]) -> None:
        """Record the returns that went back and are not yet known to have."""
        known: Mapping[str, Mapping[str, datetime]] = self.sent_back(period)
        rows = [
            {"period": period, "unit": state.unit, "sha256": sha256, "sent_at": when}
            for state in states
            for sha256, when in state.sent_back.items()
            if sha256 not in known.get(state.unit, {})
        ]
        with self._engine.begin() as connection:
            insert_rows(connection, sent_back, rows)
