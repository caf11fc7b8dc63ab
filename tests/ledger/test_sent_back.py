"""The ledger remembers what went back to a unit, also once the correction has come."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import create_engine, inspect, text

from toolkit.ledger.store import open_ledger
from toolkit.model.ledger import UnitState, UnitStatus

FIRST, SECOND = datetime(2021, 10, 8, 16), datetime(2021, 10, 12, 9)


def state(**sent_back: datetime) -> UnitStatus:
    """Return a unit's line after some of its returns went back, by digest."""
    return UnitStatus("市场监管局", 1, UnitState.RETURNED, None, None, 0, None, sent_back=sent_back)


def test_each_return_is_remembered_with_the_time_it_first_went_back(tmp_path: Path) -> None:
    """A second run sends the same return back again; the first time is what counts."""
    with open_ledger(tmp_path / "台账.db", "甲") as ledger:
        ledger.record_sent_back("2021-09", [state(aa=FIRST)])
        ledger.record_sent_back("2021-09", [state(aa=SECOND, bb=SECOND)])
        ledger.record_sent_back("2021-10", [state()])

        assert ledger.sent_back("2021-09") == {"市场监管局": {"aa": FIRST, "bb": SECOND}}
        assert ledger.sent_back("2021-10") == {}


def test_a_ledger_made_before_gets_the_table_when_it_is_opened(tmp_path: Path) -> None:
    """A working folder of last month goes on working."""
    path = tmp_path / "台账.db"
    with open_ledger(path, "甲"):
        pass
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE sent_back"))
    with open_ledger(path, "甲") as ledger:
        assert ledger.sent_back("2021-09") == {}
    assert inspect(engine).has_table("sent_back")
    engine.dispose()
