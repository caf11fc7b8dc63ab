"""One unit's own workbook: its items this period, over the periods, and where they were read."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tests.months import FOOD, PERIOD, PROGRESS, ROADS, SCHOOLS, cells, edit_list, minsheng, sent
from tests.web.pages import quarter
from toolkit.app.export import Exported, export_unit
from toolkit.app.workspace import Workspace
from toolkit.errors import ArgumentError

NOW = datetime(2021, 10, 13, 9)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a working folder with the reports of July, August and September."""
    return quarter(tmp_path_factory.mktemp("导出") / "w")


def rows(result: Exported, sheet: str) -> list[dict[str, str]]:
    """Return the rows of a sheet of what was exported by the titles of their columns."""
    header, *found = cells(result.outputs[0].path, sheet)
    return [dict(zip(header, row, strict=True)) for row in found]


def test_it_holds_the_units_own_items_and_nobody_elses(made: Workspace, tmp_path: Path) -> None:
    """Two items of the schools' unit, with what it wrote and how they stand."""
    result = export_unit(made, PERIOD, SCHOOLS, NOW, tmp_path / "a.xlsx")
    assert result.unit == SCHOOLS
    slow, done = rows(result, "本期情况")
    assert (slow["编号"], done["编号"]) == ("M002", "M003")
    assert slow["状态"] == "推进缓慢\n（由文字判断）"
    assert slow["进度"] == "慢序时\n黄灯"
    assert (done["完成比例"], done["时序进度"]) == ("100%\n（由文字判断）", "75%")
    assert done[PROGRESS] == "已完成。"


def test_the_history_has_a_row_a_period(made: Workspace, tmp_path: Path) -> None:
    """5, 10 and 16 of 20 kilometres."""
    result = export_unit(made, PERIOD, ROADS, NOW, tmp_path / "a.xlsx")
    history = rows(result, "各期情况")
    assert [row["期别"] for row in history] == ["7月", "8月", "9月"]
    assert [row["完成比例"].split("\n")[0] for row in history] == ["25%", "50%", "80%"]
    assert [row["时序进度"] for row in history] == ["58.3%", "66.7%", "75%"]
    assert history[0][PROGRESS] == "已改造5公里。"


def test_each_row_says_where_it_was_read(made: Workspace, tmp_path: Path) -> None:
    """The cell that it names holds the text."""
    result = export_unit(made, PERIOD, ROADS, NOW, tmp_path / "a.xlsx")
    last = rows(result, "出处")[-1]
    book = openpyxl.load_workbook(made.root / last["文件"])
    assert book[last["工作表"]][last[PROGRESS]].value == "已改造16公里。"


def test_an_item_without_a_report_has_its_row_all_the_same(made: Workspace, tmp_path: Path) -> None:
    """未报送, period by period."""
    result = export_unit(made, PERIOD, FOOD, NOW, tmp_path / "a.xlsx")
    assert [row["状态"] for row in rows(result, "各期情况")] == ["未报送"] * 3
    assert rows(result, "出处") == []


def test_what_a_person_decided_counts(tmp_path: Path) -> None:
    """人工认定 in the place of what was read out of the text."""
    made = quarter(tmp_path / "w")
    edit_list(
        made,
        "认定",
        {"A2": PERIOD, "B2": "M001", "D2": "完成率", "E2": "65%", "F2": "实地查看"},
    )
    result = export_unit(made, PERIOD, ROADS, NOW, tmp_path / "a.xlsx")
    assert rows(result, "本期情况")[0]["完成比例"] == "65%\n（人工认定）"


def test_it_lies_in_4汇总_and_one_that_was_edited_is_kept(tmp_path: Path) -> None:  # noqa: N802
    """As every other result does; a merge afterwards leaves it where it is."""
    made = quarter(tmp_path / "w")
    (first,) = export_unit(made, PERIOD, ROADS, NOW).outputs
    assert first.path.name == f"2021年1-9月为民办实事（{ROADS}）.xlsx"
    assert first.path.parent == made.root / PERIOD / "4汇总"
    (again,) = export_unit(made, PERIOD, ROADS, NOW).outputs
    assert again.path == first.path
    book = openpyxl.load_workbook(first.path)
    book.save(first.path)
    edited = first.path.read_bytes()
    _, kept = export_unit(made, PERIOD, ROADS, NOW).outputs
    assert kept.path.read_bytes() == edited
    minsheng("merge", PERIOD, "-w", made.root)
    assert first.path.is_file()
    assert kept.path.is_file()


def test_the_same_ledger_gives_the_same_bytes(made: Workspace, tmp_path: Path) -> None:
    """Whenever it is run."""
    paths = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in paths:
        export_unit(made, PERIOD, SCHOOLS, NOW, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize(
    ("period", "unit", "message"),
    [
        (PERIOD, "不存在的局", "没有由“不存在的局”填报的事项"),
        ("2021", ROADS, "年度清单"),
        ("2021-10", ROADS, "还没有 2021-10 的回收记录"),
    ],
)
def test_what_cannot_be_exported_is_said(
    made: Workspace, period: str, unit: str, message: str
) -> None:
    """With what to do; nothing is written."""
    with pytest.raises(ArgumentError, match=message) as caught:
        export_unit(made, period, unit, NOW)
    assert caught.value.hint


@pytest.mark.parametrize("name", ["有.xlsx", "表.xls", "没有/表.xlsx"])
def test_no_file_is_overwritten(made: Workspace, tmp_path: Path, name: str) -> None:
    """Not a return, not anybody's own; and only a workbook in a folder that is there."""
    (tmp_path / "有.xlsx").write_bytes(b"own")
    with pytest.raises(ArgumentError):
        export_unit(made, PERIOD, ROADS, NOW, tmp_path / name)
    assert (tmp_path / "有.xlsx").read_bytes() == b"own"


def test_the_command_prints_one_object(made: Workspace, tmp_path: Path) -> None:
    """Period, unit and outputs."""
    out = tmp_path / "城建.xlsx"
    ran = minsheng(
        "export", PERIOD, "--unit", ROADS, "--out", out, "--json", "-w", made.root, at=NOW
    )
    assert ran.status == 0
    assert ran.json == {
        "period": PERIOD,
        "unit": ROADS,
        "outputs": [{"kind": "unit", "path": str(out)}],
    }


def test_the_command_tells_people_where_it_is(tmp_path: Path) -> None:
    """And what is wrong, with what to do."""
    made = sent(tmp_path / "w")
    ran = minsheng("export", PERIOD, "--unit", ROADS, "-w", made.root)
    assert ran.status == 2
    assert "请先运行 minsheng merge" in ran.err
    made = quarter(tmp_path / "q")
    ran = minsheng("export", PERIOD, "--unit", ROADS, "-w", made.root, at=NOW)
    assert ran.status == 0
    assert f"（{ROADS}）.xlsx" in ran.err
