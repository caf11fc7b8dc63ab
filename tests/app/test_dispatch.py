"""Forms that go out: one workbook a unit, counted, with last month's plans."""

from pathlib import Path

import pytest

from tests.months import (
    FOOD,
    IN_TIME,
    PERIOD,
    PLAN,
    ROADS,
    SCHOOLS,
    SENT,
    UNITS,
    all_returned,
    cells,
    edit_list,
    form,
    returned,
    sent,
    workspace,
)
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import merge_month
from toolkit.app.workspace import Workspace
from toolkit.errors import ArgumentError, WorkspaceError
from toolkit.files.inbox import file_digest
from toolkit.model.scheme import Key


def issue_of(path: Path) -> str:
    """Return the issue number that a form carries in its hidden sheet."""
    return dict(row[:2] for row in cells(path, "_minsheng"))["issue"]


def test_every_reporting_unit_gets_a_form_with_its_items(tmp_path: Path) -> None:
    """In the order of the list, named after the unit; 2回收 is ready to receive."""
    made = workspace(tmp_path / "w")
    result = make_forms(made, PERIOD, (), SENT)
    assert [(f.dispatch.unit, f.items) for f in result.files] == [
        (ROADS, 1),
        (SCHOOLS, 2),
        (FOOD, 1),
    ]
    assert sorted(p.name for p in (made.root / PERIOD / "1下发").iterdir()) == sorted(
        f"{unit}.xlsx" for unit in UNITS
    )
    assert (made.root / PERIOD / "2回收").is_dir()


def test_a_form_shows_the_list_and_asks_for_progress(tmp_path: Path) -> None:
    """Title, unit, period, header; the listed texts as they stand, the rest empty."""
    rows = cells(form(sent(tmp_path / "w"), SCHOOLS), "进展表")
    assert rows[0][0] == "济宁高新区2021年1-9月为民办实事项目表"
    assert rows[1][0] == f"填报单位：{SCHOOLS}"
    assert "报告期：2021年1-9月（截至9月底）" in rows[1]
    assert rows[2] == [
        "序号",
        "项目名称",
        "项目内容及规模",
        "主办单位",
        "落实进展情况",
        "存在问题",
        "下月工作计划",
        "编号",
    ]
    assert rows[3] == [
        "2",
        "优质教育提升工程",
        "新建20个班，新增学位900个。",
        f"{SCHOOLS}、洸河街道",
        "",
        "",
        "",
        "M002",
    ]


def test_sending_again_counts_up(tmp_path: Path) -> None:
    """The form, its hidden sheet and the ledger know the number of the issue."""
    made = sent(tmp_path / "w")
    assert issue_of(form(made, FOOD)) == "1"
    result = make_forms(made, PERIOD, (FOOD,), IN_TIME)
    assert [(f.dispatch.unit, f.dispatch.issue) for f in result.files] == [(FOOD, 2)]
    assert issue_of(form(made, FOOD)) == "2"
    assert issue_of(form(made, ROADS)) == "1"
    with made.ledger(made.load()) as ledger:
        recorded = ledger.dispatches(PERIOD)
    assert {unit: d.issue for unit, d in recorded.items()} == {ROADS: 1, SCHOOLS: 1, FOOD: 2}
    assert recorded[FOOD].sent_at == IN_TIME
    assert recorded[FOOD].sha256 == file_digest(form(made, FOOD))
    assert recorded[FOOD].path == f"{PERIOD}/1下发/{FOOD}.xlsx"


def test_next_months_form_shows_last_months_plan(tmp_path: Path) -> None:
    """Beside the progress to fill, for reference; who planned nothing has nothing there."""
    made = sent(tmp_path / "w")
    returned(made, SCHOOLS, changes={"M002": {PLAN: "10月底前封顶。"}, "M003": {PLAN: "—"}})
    merge_month(made, PERIOD, (), IN_TIME)
    make_forms(made, "2021-10", (), IN_TIME)
    header, *rows = cells(form(made, SCHOOLS, "2021-10"), "进展表")[2:]
    column = header.index("上月工作计划（参考）")
    assert header[column + 1] == "落实进展情况"
    assert [row[column] for row in rows[:2]] == ["10月底前封顶。", ""]
    assert "上月工作计划（参考）" not in cells(form(made, ROADS, "2021-10"), "进展表")[2]


def test_a_form_with_last_months_plans_is_read_back(tmp_path: Path) -> None:
    """The reference column is not taken for the unit's own."""
    made = sent(tmp_path / "w")
    all_returned(made)
    merge_month(made, PERIOD, (), IN_TIME)
    make_forms(made, "2021-10", (), IN_TIME)
    returned(made, SCHOOLS, changes={"M002": {PLAN: "装修。"}}, period="2021-10")
    items = merge_month(made, "2021-10", (), IN_TIME).items
    assert next(i for i in items if i.item.code == "M002").values[Key.PLAN] == "装修。"


def test_a_unit_may_be_called_by_its_alias(tmp_path: Path) -> None:
    """And named twice; it gets one form, under its own name."""
    made = workspace(tmp_path / "w")
    edit_list(made, "单位", {"B3": "软环境局"})
    result = make_forms(made, PERIOD, ("软环境局", SCHOOLS), SENT)
    assert [f.dispatch.unit for f in result.files] == [SCHOOLS]


@pytest.mark.parametrize("name", ["教育局", "财政金融局", "洸河街道"])
def test_a_unit_that_does_not_report_is_refused(tmp_path: Path, name: str) -> None:
    """Unknown, only assisting, or named second where the lead fills; the hint lists who does."""
    with pytest.raises(ArgumentError) as caught:
        make_forms(workspace(tmp_path / "w"), PERIOD, (ROADS, name), SENT)
    assert name in caught.value.message
    assert all(unit in caught.value.hint for unit in UNITS)
    assert not (tmp_path / "w" / PERIOD).exists()


def test_a_form_that_cannot_be_replaced_stops_all(tmp_path: Path) -> None:
    """Nothing is sent by halves: no form is changed, none is recorded."""
    made = sent(tmp_path / "w")
    before = form(made, ROADS).read_bytes()
    form(made, FOOD).unlink()
    form(made, FOOD).mkdir()
    with pytest.raises(WorkspaceError, match=FOOD):
        make_forms(made, PERIOD, (), IN_TIME)
    assert form(made, ROADS).read_bytes() == before
    with made.ledger(made.load()) as ledger:
        assert {d.issue for d in ledger.dispatches(PERIOD).values()} == {1}


def test_the_same_forms_are_the_same_bytes(tmp_path: Path) -> None:
    """In whatever folder, whenever the test runs."""
    places = [workspace(tmp_path / name) for name in ("一", "二")]
    for made in places:
        make_forms(made, PERIOD, (), SENT)
    first, second = (form(made, SCHOOLS).read_bytes() for made in places)
    assert first == second


def test_a_period_with_blanks_around_it_is_the_same_period(tmp_path: Path) -> None:
    """Pasted from somewhere."""
    made = workspace(tmp_path / "w")
    make_forms(made, " 2021-09 ", (FOOD,), SENT)
    make_forms(made, "2021-09", (FOOD,), SENT)
    assert issue_of(form(made, FOOD)) == "2"
    assert Workspace(made.root).load().items
