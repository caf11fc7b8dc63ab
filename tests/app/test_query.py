"""Where a merged value came from."""

from pathlib import Path

import openpyxl
import pytest

from tests.months import (
    IN_TIME,
    PERIOD,
    ROADS,
    SCHOOLS,
    all_returned,
    returned,
    sent,
    turn,
    workspace,
)
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import merge_month
from toolkit.app.period_end import check_period
from toolkit.app.query import latest_period, trace
from toolkit.app.workspace import Workspace
from toolkit.errors import ArgumentError
from toolkit.files.inbox import file_digest


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder whose month is merged."""
    made = sent(tmp_path / "w")
    all_returned(made)
    merge_month(made, PERIOD, (), IN_TIME)
    return made


def test_a_value_leads_to_its_cell(made: Workspace) -> None:
    """Unit, file, sheet, cell, digest, time and text."""
    (traced,) = trace(made, PERIOD, "M003", "落实进展情况")
    (source,) = traced.sources
    path = made.root / source.file
    assert traced.value == source.value == "M003正常推进。"
    assert (source.unit, source.received_at) == (SCHOOLS, IN_TIME)
    assert source.sha256 == file_digest(path)
    assert openpyxl.load_workbook(path)[source.sheet][source.cell or ""].value == source.value


def test_a_value_of_a_table_on_its_side_leads_to_its_cell(made: Workspace) -> None:
    """What the ledger says is where people find it, whatever way it was read."""
    path = made.root / PERIOD / "2回收" / f"{SCHOOLS}.xlsx"
    turn(path)
    merge_month(made, PERIOD, (), IN_TIME)

    for traced in trace(made, PERIOD, "M003"):
        (source,) = traced.sources
        cell = openpyxl.load_workbook(path)[source.sheet][source.cell or ""]
        assert cell.column_letter == "C"
        assert cell.value == source.value == traced.value


def test_without_a_column_all_that_units_fill_are_traced(made: Workspace) -> None:
    """In the table's order."""
    titles = [traced.column.title for traced in trace(made, PERIOD, "M001")]
    assert titles == ["落实进展情况", "存在问题", "下月工作计划"]


@pytest.mark.parametrize("title", ["工作进展", " 落实 进展情况 ", "落实情况"])
def test_a_column_may_go_by_its_other_titles(made: Workspace, title: str) -> None:
    """As in tables of other offices; blanks do not matter."""
    assert trace(made, PERIOD, "m001", title)[0].column.title == "落实进展情况"


def test_an_item_that_nobody_reported_has_no_source(made: Workspace) -> None:
    """An empty value, and no file; that is an answer, not an error."""
    (made.root / PERIOD / "2回收" / f"{ROADS}.xlsx").unlink()
    merge_month(made, PERIOD, (), IN_TIME)
    (traced,) = trace(made, PERIOD, "M001", "存在问题")
    assert (traced.value, traced.sources) == ("", ())


def test_a_month_merged_without_any_return_can_be_traced(tmp_path: Path) -> None:
    """Nothing came back, which is known."""
    made = workspace(tmp_path / "w")
    merge_month(made, PERIOD, (), IN_TIME)
    assert trace(made, PERIOD, "M001", "存在问题")[0].sources == ()


def test_a_check_is_enough(tmp_path: Path) -> None:
    """The ledger knows what was read, merged or not."""
    made = sent(tmp_path / "w")
    returned(made, ROADS)
    check_period(made, PERIOD, IN_TIME)
    assert trace(made, PERIOD, "M001", "存在问题")[0].value == "无"


@pytest.mark.parametrize(
    ("label", "code", "title", "said"),
    [
        (PERIOD, "M099", None, "没有编号“M099”"),
        (PERIOD, "M001", "主办单位", "没有由单位填报的栏目“主办单位”"),
        (PERIOD, "M001", "进展状态", "没有由单位填报的栏目“进展状态”"),
        ("2021-10", "M001", None, "还没有 2021-10 的回收记录"),
        ("2022-09", "M001", None, "不在本年度"),
        ("九月", "M001", None, "看不懂报告期“九月”"),
    ],
)
def test_what_is_unknown_is_named(
    made: Workspace, label: str, code: str, title: str | None, said: str
) -> None:
    """Item, column or period, each with what there is instead."""
    with pytest.raises(ArgumentError, match=said) as caught:
        trace(made, label, code, title)
    assert caught.value.hint


def test_the_latest_period_is_the_last_one_with_anything_in_it(made: Workspace) -> None:
    """Sent or come back."""
    assert latest_period(made) == PERIOD
    make_forms(made, "2021-10", (), IN_TIME)
    assert latest_period(made) == "2021-10"


def test_before_anything_was_sent_there_is_none(tmp_path: Path) -> None:
    """The hint says how to begin."""
    with pytest.raises(ArgumentError) as caught:
        latest_period(workspace(tmp_path / "w"))
    assert "minsheng forms" in caught.value.hint
