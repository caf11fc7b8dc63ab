"""Columns that a scheme offers, switched on by an office of its own, go all the way."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tests.months import (
    FOOD,
    IN_TIME,
    PERIOD,
    PLAN,
    PROBLEM,
    PROGRESS,
    ROADS,
    SCHEME,
    SCHOOLS,
    SENT,
    STARTED,
    cells,
    fill,
    form,
    write_notice,
)
from tests.office import Office
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import MonthResult, merge_month
from toolkit.app.start import start
from toolkit.app.workspace import Workspace
from toolkit.files.schemes import scheme_text
from toolkit.model.scheme import Key

STATUS, DONE, RATE, DEADLINE, NOTE = (
    "进展状态",
    "累计完成",
    "完成率",
    "完成时限",
    "未如期完成的说明",
)
TITLES = [
    "序号",
    "项目名称",
    "项目内容及规模",
    "主办单位",
    STATUS,
    DONE,
    RATE,
    DEADLINE,
    PROGRESS,
    PROBLEM,
    PLAN,
    NOTE,
]
ANSWERS: dict[str, dict[str, dict[str, object]]] = {
    ROADS: {
        "M001": {
            STATUS: "推进缓慢",
            DONE: 16.5,
            RATE: 0.825,
            DEADLINE: datetime(2021, 12, 31),
            PROGRESS: "已完成16.5公里。",
            PROBLEM: "征地未完。",
            PLAN: "抓紧征地。",
        }
    },
    SCHOOLS: {
        "M002": {STATUS: "正常推进", RATE: "85%", PROGRESS: "桩基完工。", PLAN: "主体施工。"},
        "M003": {STATUS: "已完成", RATE: 1, DONE: 400, PROGRESS: "验收合格。"},
    },
    FOOD: {"M004": {STATUS: "差不多了", RATE: 85, PROGRESS: "招标完成。", PLAN: "安装。"}},
}


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder whose own scheme has all five columns on; forms are sent."""
    own = tmp_path / "本单位.toml"
    own.write_text(scheme_text(SCHEME).replace("on = false", "on = true"), "utf-8")
    notice = write_notice(tmp_path / "通知.xlsx")
    made = start(tmp_path / "w", notice, STARTED, str(own)).workspace
    make_forms(made, PERIOD, (), SENT)
    return made


@pytest.fixture
def merged(made: Workspace) -> MonthResult:
    """Return the month in which every unit answered."""
    for unit, answers in ANSWERS.items():
        fill(form(made, unit), made.root / PERIOD / "2回收" / f"{unit}.xlsx", answers)
    return merge_month(made, PERIOD, (), IN_TIME)


def test_the_form_has_the_columns_with_what_they_accept(made: Workspace) -> None:
    """A drop-down, numbers and percentages within bounds, in the official order."""
    book = openpyxl.load_workbook(form(made, SCHOOLS))
    sheet = book["进展表"]
    assert [cell.value for cell in sheet[3]] == [*TITLES, "编号"]
    kinds = {str(v.sqref): (v.type, v.formula1) for v in sheet.data_validations.dataValidation}
    assert kinds["E4:E5"] == ("list", '"已完成,正常推进,推进缓慢,未启动"')
    assert kinds["F4:F5"][0] == kinds["G4:G5"][0] == "decimal"
    assert sheet["G4"].number_format == "0.0%"


def test_values_are_read_as_people_see_them(merged: MonthResult) -> None:
    """A percentage is one however it was typed; whole numbers have no decimal point."""
    values = {item.item.code: item.values for item in merged.items}
    assert values["M001"][Key.RATE] == "82.5%"
    assert values["M002"][Key.RATE] == "85%"
    assert values["M003"][Key.RATE] == "100%"
    assert values["M001"][Key.DONE] == "16.5"
    assert values["M003"][Key.DONE] == "400"
    assert values["M001"][Key.DEADLINE] == "2021年12月31日"


def test_a_percentage_typed_as_a_whole_number_is_read_and_logged(merged: MonthResult) -> None:
    """85 in a cell of percentages is 85%, which nobody wrote so: a repair says it."""
    values = {item.item.code: item.values for item in merged.items}
    assert values["M004"][Key.RATE] == "85%"
    repairs = {r.unit: r.repairs for r in merged.month.received}
    assert [r.message for r in repairs[FOOD] if "G4" in r.message]


def test_statistics_count_what_units_chose(made: Workspace, merged: MonthResult) -> None:
    """Not what their texts sound like: M001's says 已完成, its unit chose 推进缓慢."""
    statuses = {i.item.code: (i.status.name, i.status.by_text) for i in merged.items if i.status}
    assert statuses["M001"] == ("推进缓慢", False)
    assert statuses["M003"] == ("已完成", False)
    (path,) = (made.root / PERIOD / "4汇总").glob("*汇总表.xlsx")
    header, total, *_ = cells(path, "统计")
    counted = dict(zip(header, total, strict=True))
    assert (counted["事项数"], counted["已完成"], counted["正常推进"]) == ("4", "1", "1")
    assert counted["推进缓慢"] == "1"


def test_a_word_outside_the_list_goes_back(merged: MonthResult) -> None:
    """差不多了 cannot be counted."""
    (finding,) = [f for f in merged.findings if f.code == "V404"]
    assert (finding.unit, finding.cell) == (FOOD, "E4")
    assert "差不多了" in finding.message


def test_the_consolidated_table_has_the_columns(made: Workspace, merged: MonthResult) -> None:
    """In the official order, values as merged."""
    assert merged.items
    (path,) = (made.root / PERIOD / "4汇总").glob("*汇总表.xlsx")
    rows = cells(path, "汇总表")
    assert rows[1] == TITLES
    assert rows[2][4:8] == ["推进缓慢", "16.5", "82.5%", "2021年12月31日"]


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
def test_it_is_the_same_through_another_program(
    made: Workspace, office: Office, suffix: str
) -> None:
    """LibreOffice types a choice, numbers and a percentage, and saves."""
    typed: dict[tuple[str, str], str | float] = {
        ("进展表", "E4"): "推进缓慢",
        ("进展表", "F4"): 16.5,
        ("进展表", "G4"): 0.825,
        ("进展表", "I4"): "已完成16.5公里。",
    }
    office.fill(form(made, ROADS), made.root / PERIOD / "2回收" / f"路{suffix}", typed)
    result = merge_month(made, PERIOD, (), IN_TIME)
    values = next(i for i in result.items if i.item.code == "M001").values
    assert (values[Key.STATUS], values[Key.DONE], values[Key.RATE]) == ("推进缓慢", "16.5", "82.5%")
