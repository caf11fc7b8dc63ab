"""What a department types is what the consolidated table says, character by character."""

from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from tests.months import IN_TIME, PERIOD, PLAN, PROBLEM, PROGRESS, SENT, STARTED, cells, fill, form
from tests.office import Office
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import merge_month
from toolkit.app.start import start
from toolkit.app.workspace import Workspace
from toolkit.files.resources import sample

SAMPLE = "jining-gaoxin-2021"
ODD = (
    "一、主体封顶；\n二、正在装修。\n\n三、“明厨亮灶”40家。",
    "16",
    "1-9",
    "=1+1",
    '他说:"好\'的"',
    "单引号'开头'在中间",
    "已完成" + "，改造县乡公路20.5公里、惠及762户" * 22,
    "0001",
    "2021/9/30",
    "50%",
    "TRUE",
    "1e5",
    "+86 537-1234567",
    "@负责人 #1 & <b>加粗</b> \\n",
    "全角１６、半角16、㎡、①②③、〔2021〕5号",
    "Ａ\tB",
    "生僻字𠮷、emoji😀",
    "-",
    "  前后有空格  ",
)
Typed = Mapping[str, Mapping[str, str]]


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder of the sample programme whose forms are sent."""
    notice = Path(str(sample(SAMPLE) / "项目表.xlsx"))
    made = start(tmp_path / "w", notice, STARTED, SAMPLE).workspace
    make_forms(made, PERIOD, (), SENT)
    return made


def answers(made: Workspace) -> dict[str, dict[str, str]]:
    """Give every cell that units fill one of the odd texts, each text several times."""
    texts: Iterator[str] = cycle(ODD)
    return {
        code: dict(zip((PROGRESS, PROBLEM, PLAN), islice(texts, 3), strict=True))
        for code in made.load().by_code
    }


def addressed(path: Path, typed: Typed) -> dict[tuple[str, str], str | float]:
    """Return the answers of a form by sheet and cell, as an office program needs them."""
    sheet = openpyxl.load_workbook(path)["进展表"]
    columns = {cell.value: get_column_letter(cell.column or 0) for cell in sheet[3]}
    return {
        ("进展表", f"{columns[title]}{row}"): text
        for row in range(4, sheet.max_row + 1)
        for title, text in typed.get(str(sheet[f"{columns['编号']}{row}"].value), {}).items()
    }


def check_merged(made: Workspace, typed: Typed) -> None:
    """Hold every merged cell, in memory and in the workbook, to what was typed."""
    result = merge_month(made, PERIOD, (), IN_TIME)
    assert result.month.missing == ()
    (table,) = (made.root / PERIOD / "4汇总").glob("*汇总表.xlsx")
    header, *rows = cells(table, "汇总表")[1:]
    printed = [dict(zip(header, row, strict=True)) for row in rows if row[2]]
    for merged, row in zip(result.items, printed, strict=True):
        for column in made.load().scheme.progress.filled:
            expected = typed[merged.item.code][column.title]
            assert merged.values[column.key] == expected
            assert row[column.title] == expected


def test_through_openpyxl(made: Workspace) -> None:
    """Every form filled and saved as .xlsx by another library."""
    typed = answers(made)
    for unit in made.load().assignments:
        fill(form(made, unit), made.root / PERIOD / "2回收" / f"{unit}.xlsx", typed)
    check_merged(made, typed)


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
def test_through_libreoffice(made: Workspace, office: Office, suffix: str) -> None:
    """Every form opened, typed into and saved by an office program, under a name of its own."""
    typed = answers(made)
    if suffix == ".ods":  # calamine drops the element text:tab
        typed = {c: {t: v.replace("\t", "") for t, v in row.items()} for c, row in typed.items()}
    for number, unit in enumerate(made.load().assignments, 1):
        path = form(made, unit)
        target = made.root / PERIOD / "2回收" / f"9月报表 {number}{suffix}"
        office.fill(path, target, addressed(path, typed))
    check_merged(made, typed)
