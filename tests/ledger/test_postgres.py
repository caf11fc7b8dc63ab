"""A ledger in PostgreSQL, which several people of an office share, is the same ledger."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from tests.ledger.postgres import Postgres
from tests.months import (
    IN_TIME,
    LATE,
    PERIOD,
    PROBLEM,
    PROGRESS,
    ROADS,
    SCHOOLS,
    SENT,
    cells,
    edit_list,
    minsheng,
    returned,
    workspace,
)
from toolkit.app.dispatch import make_forms
from toolkit.app.workspace import Workspace
from toolkit.errors import LedgerError
from toolkit.ledger.store import open_ledger

CORRECTED = "更正.xlsx"

pytestmark = pytest.mark.database


@pytest.fixture
def address(postgres: Postgres) -> str:
    """Return the address of an empty database."""
    return postgres.new_address()


def ledger_cell(made: Workspace, address: str) -> None:
    """Write the address into 基本信息, as the README says."""
    rows = cells(made.programme_path, "基本信息")
    (row,) = [number for number, line in enumerate(rows, 1) if line[0] == "台账地址"]
    edit_list(made, "基本信息", {f"B{row}": address})


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Return what units send back: two returns, and a correction."""
    made = workspace(tmp_path / "c" / "w")
    make_forms(made, PERIOD, (), SENT)
    returned(made, ROADS, changes={"M001": {PROGRESS: "已改造16公里。"}})
    returned(made, SCHOOLS, changes={"M002": {PROBLEM: "否"}})
    returned(made, ROADS, name=CORRECTED, changes={"M001": {PROGRESS: "已改造18公里。"}})
    return made.root / PERIOD / "2回收"


def lived(made: Workspace, filled: Path) -> list[Any]:
    """Live a month, issue it, correct it; return what each command printed as JSON."""
    inbox, root = made.root / PERIOD / "2回收", ("-w", made.root, "--json")
    said = [minsheng("forms", PERIOD, *root, at=SENT).json]
    for unit in (ROADS, SCHOOLS):
        shutil.copy(filled / f"{unit}.xlsx", inbox)
    said.append(minsheng("merge", PERIOD, *root, at=IN_TIME).json)
    said.append(minsheng("status", PERIOD, *root, at=LATE).json)
    said.append(minsheng("trace", PERIOD, "M001", *root, at=LATE).json)
    said.append(minsheng("close", PERIOD, *root, at=LATE).json)
    said.append(minsheng("reopen", PERIOD, "--reason", "更正", *root, at=LATE).json)
    shutil.copy(filled / CORRECTED, inbox)
    said.append(minsheng("merge", PERIOD, *root, at=LATE).json)
    said.append(minsheng("export", PERIOD, "--unit", ROADS, *root, at=LATE).json)
    return said


def without(root: Path, value: Any) -> Any:
    """Return JSON with paths that do not say in which folder they lie."""
    if isinstance(value, dict):
        return {key: without(root, each) for key, each in value.items()}
    if isinstance(value, list):
        return [without(root, each) for each in value]
    return value.replace(str(root), "") if isinstance(value, str) else value


def test_a_month_is_the_same_month(tmp_path: Path, filled: Path, address: str) -> None:
    """Every command prints the same, and every file has the same bytes, but for the address."""
    in_file, shared = workspace(tmp_path / "a" / "w"), workspace(tmp_path / "b" / "w")
    ledger_cell(shared, address)

    expected, found = lived(in_file, filled), lived(shared, filled)

    assert without(shared.root, found) == without(in_file.root, expected)
    assert not (shared.root / "台账.db").exists()
    for one in sorted((in_file.root / PERIOD / "4汇总").iterdir()):
        assert (shared.root / PERIOD / "4汇总" / one.name).read_bytes() == one.read_bytes()


def test_two_programmes_never_mix(address: str) -> None:
    """A database keeps one; the other is told so."""
    with open_ledger(address, "甲区2021年"):
        pass
    with pytest.raises(LedgerError, match="甲区2021年"), open_ledger(address, "乙区2021年"):
        pass


def test_tables_that_came_later_are_made_in_a_ledger_of_before(address: str) -> None:
    """An office that has used it for months goes on."""
    with open_ledger(address, "甲"):
        pass
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE closings"))
    engine.dispose()
    with open_ledger(address, "甲") as ledger:
        assert ledger.closings(PERIOD) == ()


def test_a_server_that_does_not_answer_is_told_without_the_password(tmp_path: Path) -> None:
    """What to check, and no secret on the screen."""
    address = f"postgresql://u:geheim@/db?host={tmp_path}"
    with pytest.raises(LedgerError) as told, open_ledger(address, "甲"):
        pass
    assert "台账读写失败" in told.value.message
    assert "数据库请确认能够连接" in told.value.hint
    assert "geheim" not in told.value.message + told.value.hint
