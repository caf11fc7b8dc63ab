"""Makes samples/jining-gaoxin-2021 out of sample_month.toml: the notice's table and the returns.

The returns are filled by LibreOffice, as a department would: opened, typed into, saved as .xlsx or
.xls under a name of the department's own. Run it after a change of the texts or of the form's
layout: `python -m scripts.make_samples`.
"""

import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.office import Office
from toolkit.app.dispatch import make_forms
from toolkit.app.start import start
from toolkit.files.workbooks import read_workbook
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.model.submission import StoredFile, Submission
from toolkit.stages.receive import receive
from toolkit.text.periods import parse_period

SOURCE = Path(__file__).with_name("sample_month.toml")
TARGET = Path(__file__).parents[1] / "samples" / "jining-gaoxin-2021"
PERIOD = "2021-09"
_COLUMNS = (
    ("序号", 6),
    ("项目名称", 16),
    ("项目内容及规模", 56),
    ("主办单位", 24),
    ("协办单位", 28),
)


@dataclass(frozen=True, slots=True)
class Return:
    """A return to make: whose, under which name, with which texts where they differ."""

    unit: str
    name: str
    progress: str = "progress"


RETURNS = (
    Return("发展软环境保障局", "软环境局9月民生实事进展.xlsx"),
    Return("城乡建设和交通局", "建交局-为民办实事(1-9月).xlsx", "first_progress"),
    Return("城乡建设和交通局", "建交局-为民办实事(1-9月)更正.xlsx"),
    Return("高新区综合行政执法局", "综合执法局.xls"),
    Return("党政办公室（宣传）", "党政办公室(宣传)报表.xlsx"),
    Return("应急管理局", "应急管理局.xlsx"),
    Return("市场监管局", "市场监管局(补报).xlsx"),
)


def main() -> None:
    """Make the notice's table and all returns."""
    source = tomllib.loads(SOURCE.read_text("utf-8"))
    TARGET.joinpath(PERIOD).mkdir(parents=True, exist_ok=True)
    notice = TARGET / "项目表.xlsx"
    write_notice(source, notice)
    with tempfile.TemporaryDirectory() as folder, Office() as office:
        now = datetime(2021, 9, 26, 9, 30)
        workspace = start(Path(folder) / "w", notice, now, "jining-gaoxin-2021").workspace
        programme = workspace.load()
        texts = dict(zip(programme.by_code, _items(source), strict=True))
        make_forms(workspace, PERIOD, (), now)
        for each in RETURNS:
            form = workspace.forms(parse_period(PERIOD)) / f"{each.unit}.xlsx"
            values = dict(_typed(form, programme, texts, each))
            filled = Path(folder) / f"filled{Path(each.name).suffix}"
            office.fill(form, filled, values)
            shutil.copyfile(filled, TARGET / PERIOD / each.name)


def _items(source: dict[str, Any]) -> Iterator[dict[str, str]]:
    for project in source["project"]:
        yield from project["item"]


def _typed(
    form: Path, programme: Programme, texts: dict[str, dict[str, str]], each: Return
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each cell to fill with its text."""
    read = read_form(form, programme)
    for entry in read.entries:
        text = texts[entry.item.code]
        for key, name in (
            (Key.PROGRESS, each.progress),
            (Key.PROBLEM, "problem"),
            (Key.PLAN, "plan"),
        ):
            value = text.get(name) or (text["progress"] if key is Key.PROGRESS else "")
            cell = entry.cell(key)
            if value and cell:
                yield (read.sheet, cell), value


def read_form(form: Path, programme: Programme) -> Submission:
    """Read a form as the toolkit reads a return, to know where its cells are."""
    file = StoredFile(str(form), str(form), "", datetime(2021, 9, 26))
    workbook = read_workbook(form.read_bytes())
    _, submission = receive(file, workbook, programme, parse_period(PERIOD))
    if submission is None:
        raise ValueError(f"{form} cannot be read as a form")
    return submission


def write_notice(source: dict[str, Any], path: Path) -> None:
    """Write the list as offices publish it: merged project cells, unit names in one cell."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": datetime(2021, 3, 15)})
        sheet = book.add_worksheet("项目表")
        title = book.add_format({"font_name": "方正小标宋简体", "font_size": 20, "align": "center"})
        head = book.add_format({"font_name": "黑体", "border": 1, "align": "center"})
        text = book.add_format(
            {"font_name": "仿宋", "border": 1, "text_wrap": True, "valign": "vcenter"}
        )
        sheet.merge_range(0, 0, 0, len(_COLUMNS) - 1, source["title"], title)
        for column, (name, width) in enumerate(_COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, name, head)
        row = 2
        for number, project in enumerate(source["project"], 1):
            last = row + len(project["item"]) - 1
            grouped = ((0, str(number)), (1, project["name"]), (4, project["assist"]))
            for column, value in grouped:
                if last > row:
                    sheet.merge_range(row, column, last, column, value, text)
                else:
                    sheet.write_string(row, column, value, text)
            for item in project["item"]:
                sheet.set_row(row, 60)
                sheet.write_string(row, 2, item["content"], text)
                sheet.write_string(row, 3, item["lead"], text)
                row += 1
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)


if __name__ == "__main__":
    main()
