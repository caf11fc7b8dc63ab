"""A small working folder for tests, and its month as departments and a coordinator live it."""

import atexit
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from click.testing import CliRunner

from toolkit.app.dispatch import make_forms
from toolkit.app.start import start
from toolkit.app.workspace import Workspace
from toolkit.cli import main

SCHEME = "jining-gaoxin-2021"
PERIOD = "2021-09"
ROADS, SCHOOLS, FOOD = "城乡建设和交通局", "发展软环境保障局", "市场监管局"
UNITS = (ROADS, SCHOOLS, FOOD)
STARTED = datetime(2021, 3, 15, 9)
SENT = datetime(2021, 9, 26, 9, 30)
IN_TIME = datetime(2021, 10, 8, 16, 40)
LATE = datetime(2021, 10, 12, 9, 10)

TITLES = ("序号", "项目名称", "项目内容及规模", "主办单位", "协办单位")
ROWS = (
    ("1", "交通畅行工程", "改造县乡公路，合计20公里。", ROADS, "财政金融局"),
    ("2", "优质教育提升工程", "新建20个班，新增学位900个。", f"{SCHOOLS}、洸河街道", "财政金融局"),
    ("2", "优质教育提升工程", "改造400口教室的护眼灯。", SCHOOLS, ""),
    ("3", "食品安全工程", "40家学校实现明厨亮灶。", FOOD, "各街道"),
)
PROGRESS, PROBLEM, PLAN = "落实进展情况", "存在问题", "下月工作计划"

Answers = Mapping[str, Mapping[str, object]]


def write_notice(path: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> Path:
    """Write the list of a notice: a title, a header, one row an item."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("项目表")
        sheet.write_string(0, 0, "济宁高新区2021年为民办实事项目表")
        for number, row in enumerate((TITLES, *rows), 1):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)
    return path


def workspace(root: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> Workspace:
    """Make a working folder of the small programme; its notice lies beside it."""
    root.parent.mkdir(parents=True, exist_ok=True)
    notice = write_notice(root.with_name(f"{root.name}通知.xlsx"), rows)
    return start(root, notice, STARTED, SCHEME).workspace


def sent(root: Path, period: str = PERIOD) -> Workspace:
    """Make a working folder whose forms are sent; a copy of one that is made once."""
    shutil.copytree(_sent(period), root)
    return Workspace(root)


@cache
def _sent(period: str) -> Path:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    made = workspace(folder / "w")
    make_forms(made, period, (), SENT)
    return made.root


def form(made: Workspace, unit: str, period: str = PERIOD) -> Path:
    """Return where a unit's form lies."""
    return made.root / period / "1下发" / f"{unit}.xlsx"


def fill(source: Path, target: Path, answers: Answers) -> Path:
    """Fill a form as a department does: texts by 编号 and column title; formulas stay texts."""
    book = openpyxl.load_workbook(source)
    sheet = book["进展表"]
    titles = {cell.value: cell.column or 0 for cell in sheet[3]}
    for row in range(4, sheet.max_row + 1):
        code = sheet.cell(row, titles["编号"]).value
        for title, value in answers.get(str(code), {}).items():
            cell: Any = sheet.cell(row, titles[title])
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return target


def turn(path: Path) -> None:
    """Turn a filled form's table on its side: a column an item."""
    book = openpyxl.load_workbook(path)
    sheet: Any = book["进展表"]
    rows = list(sheet.iter_rows(values_only=True))
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.delete_rows(3, len(rows))
    for number, row in enumerate(zip(*rows[2:], strict=True), 3):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    book.save(path)


def good(made: Workspace, unit: str) -> dict[str, dict[str, object]]:
    """Return answers to which no rule objects."""
    return {
        item.code: {
            PROGRESS: f"{item.code}正常推进。",
            PROBLEM: "无",
            PLAN: f"{item.code}继续施工。",
        }
        for item in made.load().assignments[unit]
    }


def returned(
    made: Workspace, unit: str, name: str = "", changes: Answers | None = None, period: str = PERIOD
) -> Path:
    """Put a unit's filled form into 2回收; `changes` replace single good answers."""
    answers = good(made, unit)
    for code, texts in (changes or {}).items():
        answers[code] = {**answers.get(code, {}), **texts}
    target = made.root / period / "2回收" / (name or f"{unit}.xlsx")
    return fill(form(made, unit, period), target, answers)


def all_returned(made: Workspace) -> None:
    """Put a good return of every unit into 2回收."""
    for unit in made.load().assignments:
        returned(made, unit)


ON_PACE: Mapping[str, Answers] = {
    ROADS: {"M001": {PROGRESS: "已改造16公里。"}},
    SCHOOLS: {"M003": {PROGRESS: "已改造350口教室的护眼灯。"}},
    FOOD: {"M004": {PROGRESS: "已完成38家学校明厨亮灶改造。"}},
}
"""What is done of the targets of `ROWS` at the end of September."""


def all_on_pace(made: Workspace) -> None:
    """Put a return of every unit into 2回收 that tells how far its targets are."""
    for unit, changes in ON_PACE.items():
        returned(made, unit, changes=changes)


def edit_list(made: Workspace, sheet: str, cells: Mapping[str, str | float]) -> None:
    """Change cells of 实事清单.xlsx, as a coordinator does."""
    book = openpyxl.load_workbook(made.programme_path)
    for cell, value in cells.items():
        book[sheet][cell] = value
    book.save(made.programme_path)


def cells(path: Path, sheet: str) -> list[list[str]]:
    """Return a sheet's texts row by row, as openpyxl reads them; merged cells stay empty."""
    rows = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    return [["" if value is None else str(value) for value in row] for row in rows]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object of standard output."""
        return json.loads(self.out)


def minsheng(*words: str | Path, at: datetime = IN_TIME) -> Ran:
    """Run a command in this process; what is no planned end fails the test with its traceback."""
    epoch = str(int(at.replace(tzinfo=UTC).timestamp()))
    result = CliRunner().invoke(
        main, [str(word) for word in words], env={"SOURCE_DATE_EPOCH": epoch}
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)
