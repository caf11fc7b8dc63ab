"""The demonstration's consolidated workbook against the returns, read by other means than ours."""

from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine
from openpyxl.utils.cell import coordinate_to_tuple

from tests.months import PERIOD, cells
from toolkit.app.query import Traced, trace
from toolkit.app.workspace import Workspace
from toolkit.files.inbox import file_digest

TITLES = [
    "序号",
    "项目名称",
    "项目内容及规模",
    "主办单位",
    "落实进展情况",
    "存在问题",
    "下月工作计划",
]
FILLED = TITLES[4:]
CODES = [f"M{number:03d}" for number in range(1, 16)]


@pytest.fixture(scope="module")
def table(demo: Workspace) -> Path:
    """Return the consolidated workbook."""
    (path,) = (demo.root / PERIOD / "4汇总").glob("*汇总表.xlsx")
    return path


@pytest.fixture(scope="module")
def traced(demo: Workspace) -> dict[str, dict[str, Traced]]:
    """Return what `trace` says of every item, by column title."""
    return {code: {t.column.title: t for t in trace(demo, PERIOD, code)} for code in CODES}


def cell_of(path: Path, sheet: str, cell: str) -> str:
    """Return the text of a returned file's cell, read without the toolkit."""
    if path.suffix == ".xlsx":
        value: Any = openpyxl.load_workbook(path)[sheet][cell].value
    else:
        row, column = coordinate_to_tuple(cell)
        read = python_calamine.load_workbook(str(path)).get_sheet_by_name(sheet)
        value = read.to_python(skip_empty_area=False)[row - 1][column - 1]
    return "" if value is None else str(value)


def test_the_first_sheet_is_the_official_table_and_nothing_else(table: Path) -> None:
    """Title, one header row with exactly the official titles, 15 rows."""
    rows = cells(table, "汇总表")
    assert rows[0] == ["济宁高新区2021年1-9月为民办实事项目表", *[""] * 6]
    assert rows[1] == TITLES
    assert len(rows) == 17
    assert all(len(row) == len(TITLES) for row in rows)
    assert all(row[2] and row[3] for row in rows[2:])


def test_the_sheets_stand_in_their_order(table: Path) -> None:
    """The official table first; all visible."""
    book = openpyxl.load_workbook(table)
    assert book.sheetnames == ["汇总表", "统计", "进度", "报送情况", "问题清单", "溯源"]
    assert {sheet.sheet_state for sheet in book} == {"visible"}


def test_projects_are_merged_over_their_items(table: Path) -> None:
    """序号 and 项目名称, and nothing else; the list's ten projects in its order."""
    sheet: Any = openpyxl.load_workbook(table)["汇总表"]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    runs = [(first, last) for first, last in _runs(sheet) if last > first]
    assert merged == {"A1:G1", *(f"{c}{first}:{c}{last}" for c in "AB" for first, last in runs)}
    assert [row[0] for row in cells(table, "汇总表")[2:] if row[0]] == [
        str(n) for n in range(1, 11)
    ]


def _runs(sheet: Any) -> list[tuple[int, int]]:
    """Return the first and last row of each project."""
    starts = [row for row in range(3, sheet.max_row + 1) if sheet.cell(row, 1).value]
    return list(zip(starts, [*(start - 1 for start in starts[1:]), sheet.max_row], strict=True))


def test_the_listed_texts_are_those_of_the_list(demo: Workspace, table: Path) -> None:
    """Word for word, in the list's order."""
    listed = cells(demo.programme_path, "清单")[1:]
    merged = cells(table, "汇总表")[2:]
    assert [row[2:4] for row in merged] == [row[3:5] for row in listed]


def test_every_value_stands_in_the_cell_that_trace_names(
    demo: Workspace, table: Path, traced: dict[str, dict[str, Traced]]
) -> None:
    """45 values: as the table prints them, as the unit's own cell says."""
    compared = 0
    for code, row in zip(CODES, cells(table, "汇总表")[2:], strict=True):
        for title, printed in zip(FILLED, row[4:], strict=True):
            (source,) = traced[code][title].sources
            path = demo.root / source.file
            assert printed == traced[code][title].value == source.value
            assert cell_of(path, source.sheet, source.cell or "") == printed
            assert source.sha256 == file_digest(path)
            compared += 1
    assert compared == 45


def test_the_sheet_of_sources_says_what_trace_says(
    table: Path, traced: dict[str, dict[str, Traced]]
) -> None:
    """One row an item: unit, file, sheet, the cell of each column, digest."""
    header, *rows = cells(table, "溯源")
    assert [row[0] for row in rows] == CODES
    for row in rows:
        named = dict(zip(header, row, strict=True))
        for title in FILLED:
            (source,) = traced[named["编号"]][title].sources
            assert named[f"{title}（单元格）"] == source.cell
            assert (named["单位"], named["文件"], named["工作表"]) == (
                source.unit,
                source.file,
                source.sheet,
            )
            assert named["文件校验码（SHA-256）"] == source.sha256


def test_the_statistics_add_up(table: Path) -> None:
    """Parts to wholes: statuses to items, projects and units to all."""
    header, *rows = cells(table, "统计")
    counted = [dict(zip(header, row, strict=True)) for row in rows if row[0]]
    counted = [row for row in counted if row["事项数"]]
    names = header[3 : header.index("完成率")]
    for row in counted:
        assert sum(int(row[name]) for name in names) == int(row["事项数"])
    sums: Counter[str] = Counter()
    for row in counted:
        sums[row["类别"]] += int(row["事项数"])
    assert sums == dict.fromkeys(("总体", "按快慢", "按灯", "按项目", "按单位"), 15)
    assert counted[0]["已完成"] == "2"


def test_the_states_name_the_file_that_counts(demo: Workspace, table: Path) -> None:
    """Every unit once; the replaced return stands beside the one that counts."""
    header, *rows = cells(table, "报送情况")
    states = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    assert list(states) == list(demo.load().assignments)
    roads = states["城乡建设和交通局"]
    assert roads["采用的文件"].endswith("更正.xlsx")
    assert roads["其他文件"].endswith("建交局-为民办实事(1-9月).xlsx")
    assert states["发展软环境保障局"]["状态"] == "已报送，需修改"
    assert states["市场监管局"]["逾期（工作日）"] == "3"


def test_the_list_of_problems_holds_the_real_ones(table: Path) -> None:
    """Not 无, not 暂无, not the answer 否."""
    header, *rows = cells(table, "问题清单")
    problems = [dict(zip(header, row, strict=True))["存在问题"] for row in rows if row[0]]
    assert problems
    assert not {"无", "暂无", "否", ""} & set(problems)
