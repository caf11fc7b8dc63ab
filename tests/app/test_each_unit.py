"""分别填报: every unit that leads an item fills it, and the table shows who said what."""

from pathlib import Path

import openpyxl
import pytest

from tests.months import (
    IN_TIME,
    PERIOD,
    PLAN,
    PROBLEM,
    PROGRESS,
    ROADS,
    ROWS,
    SCHOOLS,
    SENT,
    all_returned,
    cells,
    edit_list,
    form,
    returned,
    workspace,
)
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import MonthResult, merge_month
from toolkit.app.query import trace
from toolkit.app.workspace import Workspace
from toolkit.model.month import MergedItem
from toolkit.model.scheme import Key

STREET = "洸河街道"


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder in which M002 is led by 软环境局 and 洸河街道."""
    made = workspace(tmp_path / "w")
    edit_list(made, "基本信息", {"B8": "分别填报"})
    make_forms(made, PERIOD, (), SENT)
    return made


def shared(result: MonthResult) -> MergedItem:
    """Return the item that two units fill."""
    return next(merged for merged in result.items if merged.item.code == "M002")


def test_the_second_unit_gets_a_form_of_its_own(made: Workspace) -> None:
    """With the shared item only; the first unit's form has it too."""
    assert [row[7] for row in cells(form(made, STREET), "进展表")[3:]] == ["M002"]
    assert [row[7] for row in cells(form(made, SCHOOLS), "进展表")[3:]] == ["M002", "M003"]


def test_where_the_lead_fills_the_second_unit_gets_none(tmp_path: Path) -> None:
    """牵头填报 is the default."""
    made = workspace(tmp_path / "w")
    assert STREET not in {f.dispatch.unit for f in make_forms(made, PERIOD, (), SENT).files}


def test_both_answers_stand_under_their_units_names(made: Workspace) -> None:
    """In the order lead, others; an item of one unit alone is not labelled."""
    all_returned(made)
    returned(made, STREET, changes={"M002": {PROGRESS: "拆迁完成。", PROBLEM: "", PLAN: "交地。"}})
    result = merge_month(made, PERIOD, (), IN_TIME)
    values = shared(result).values
    assert values[Key.PROGRESS] == f"【{SCHOOLS}】M002正常推进。\n【{STREET}】拆迁完成。"
    assert values[Key.PROBLEM] == f"【{SCHOOLS}】无"
    alone = next(merged for merged in result.items if merged.item.code == "M003")
    assert alone.values[Key.PROGRESS] == "M003正常推进。"


def test_one_answer_alone_is_labelled_too(made: Workspace) -> None:
    """Whoever reads the table sees that the other unit said nothing."""
    returned(made, SCHOOLS)
    result = merge_month(made, PERIOD, (), IN_TIME)
    assert shared(result).values[Key.PROGRESS] == f"【{SCHOOLS}】M002正常推进。"
    assert STREET in result.month.missing


def test_finished_means_finished_by_all(made: Workspace) -> None:
    """One unit's 已完成 does not finish the item; both together do."""
    all_returned(made)
    returned(made, SCHOOLS, changes={"M002": {PROGRESS: "已完成。"}})
    status = shared(merge_month(made, PERIOD, (), IN_TIME)).status
    assert status is not None
    assert not status.finished
    returned(made, STREET, changes={"M002": {PROGRESS: "已完成。"}})
    status = shared(merge_month(made, PERIOD, (), IN_TIME)).status
    assert status is not None
    assert status.finished


def test_trace_names_both_files(made: Workspace) -> None:
    """Each with its own sheet, cell, text and digest."""
    all_returned(made)
    merge_month(made, PERIOD, (), IN_TIME)
    (traced,) = trace(made, PERIOD, "M002", "落实进展情况")
    assert traced.value == f"【{SCHOOLS}】M002正常推进。\n【{STREET}】M002正常推进。"
    assert [(s.unit, s.file, s.cell) for s in traced.sources] == [
        (SCHOOLS, f"{PERIOD}/2回收/{SCHOOLS}.xlsx", "E4"),
        (STREET, f"{PERIOD}/2回收/{STREET}.xlsx", "E4"),
    ]
    for source in traced.sources:
        sheet = openpyxl.load_workbook(made.root / source.file)[source.sheet]
        assert sheet[source.cell or ""].value == source.value


def test_a_collective_name_stands_for_its_members(tmp_path: Path) -> None:
    """各街道 as leading unit: each member fills, none is called 各街道."""
    rows = (("1", "交通畅行工程", "改造进村道路20公里。", f"各街道、{ROADS}", ""), *ROWS[1:])
    made = workspace(tmp_path / "w", rows)
    edit_list(made, "基本信息", {"B8": "分别填报"})
    book = openpyxl.load_workbook(made.programme_path)
    names = [row[0].value for row in book["单位"].iter_rows(max_col=1)]
    book["单位"].cell(names.index("各街道") + 1, 3).value = "王因街道、接庄街道"
    book.save(made.programme_path)
    programme = made.load()
    assert programme.fillers["M001"] == ("王因街道", "接庄街道", ROADS)
    sent = {form.dispatch.unit for form in make_forms(made, PERIOD, (), SENT).files}
    assert {"王因街道", "接庄街道", ROADS} <= sent
    assert "各街道" not in sent
