"""Printed tables show every character: LibreOffice prints them, and measures their rows."""

from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from tests.end_to_end.printed import Comparison, compared
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
    returned,
    workspace,
)
from tests.office import Office
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import merge_month
from toolkit.app.workspace import Workspace

pytestmark = pytest.mark.office

SAID = "已完工16公里（其中沥青路面9.5km），正在施工4公里；"
LONG_PROJECT = "医疗健康惠民和公共卫生服务能力提升以及基层医疗机构标准化建设工程"
LISTED = "\n".join(
    f"{n}、改造提升县乡公路和进村道路、村内主街{n}公里，惠及762户；" for n in range(1, 12)
)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a month whose texts are as long as the form lets them be; October's forms are made."""
    rows = (
        ("1", LONG_PROJECT, LISTED, ROADS, "财政金融局"),
        ("1", LONG_PROJECT, "改造400口教室的护眼灯。", SCHOOLS, ""),
        *ROWS[1:],
    )
    made = workspace(tmp_path_factory.mktemp("长") / "w", rows)
    make_forms(made, PERIOD, (), SENT)
    all_returned(made)
    long = {
        PROGRESS: (SAID * 80)[:1500],
        PROBLEM: ("土地手续尚未办结，影响后续建设。\n" * 50)[:600],
        PLAN: ("抓紧施工剩余路段，加快建设步伐；" * 60)[:800],
    }
    returned(made, ROADS, changes={"M001": long})
    returned(made, SCHOOLS, changes={"M002": {PROGRESS: "ABC-123 " * 60}})
    merge_month(made, PERIOD, (), IN_TIME)
    make_forms(made, "2021-10", (), IN_TIME)
    return made


def workbooks(made: Workspace) -> list[Path]:
    """Return every workbook that the toolkit made in a working folder."""
    return [path for path in sorted(made.root.rglob("*.xlsx")) if path.parent.name != "2回收"]


def test_every_character_of_the_demonstration_is_printed(
    demo: Workspace, office: Office, tmp_path: Path
) -> None:
    """Forms, the copy that goes back, the table with all its sheets, findings, the list.

    Nothing else is printed either: no key of the hidden column, no hidden sheet.
    """
    paths = workbooks(demo)
    assert len(paths) == 16
    for path in paths:
        assert compared(office, path, tmp_path) == Comparison(Counter(), Counter()), path


def test_every_character_of_crowded_tables_is_printed(
    crowded: Workspace, office: Office, tmp_path: Path
) -> None:
    """Texts of 1,500 characters run over several rows and pages.

    A merged cell that runs over pages is drawn on each of them, so there may be more, never less.
    """
    for path in workbooks(crowded):
        assert not compared(office, path, tmp_path).lacking, path


def test_the_comparison_sees_what_is_not_printed(office: Office, tmp_path: Path) -> None:
    """A number too wide for its column prints as ###; a row outside the print area not at all."""
    wide, outside = tmp_path / "宽.xlsx", tmp_path / "外.xlsx"
    with xlsxwriter.Workbook(wide) as book:
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, 2)
        sheet.write_number(0, 0, 123456789)
    with xlsxwriter.Workbook(outside) as book:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, ["甲", "乙"])
        sheet.print_area(0, 0, 0, 0)
    assert compared(office, wide, tmp_path).lacking == Counter("123456789")
    assert compared(office, outside, tmp_path).lacking == Counter("乙")


@pytest.mark.parametrize("month", ["demo", "crowded"])
def test_rows_are_as_high_as_their_text_needs(
    month: str, office: Office, request: pytest.FixtureRequest
) -> None:
    """LibreOffice's own optimal height is never more than ours, beyond rounding."""
    made: Workspace = request.getfixturevalue(month)
    too_low = [
        (path.name, sheet.title, row)
        for path in workbooks(made)
        for sheet in openpyxl.load_workbook(path)
        if sheet.sheet_state == "visible"
        for row in office.row_heights(path, sheet.title)
        if row.height < row.optimal - 0.5
    ]
    assert too_low == []


@pytest.mark.parametrize("month", ["demo", "crowded"])
def test_merged_cells_are_as_high_as_their_text_needs(
    month: str, office: Office, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """LibreOffice does not measure merged rows, so each text is measured alone at that width."""
    made: Workspace = request.getfixturevalue(month)
    cells = [cell for path in workbooks(made) for cell in _merged_cells(path)]
    assert cells
    needed = _measured(cells, office, tmp_path / "量.xlsx")
    too_low = [
        (place, height, need)
        for (place, _, _, _, height), need in zip(cells, needed, strict=True)
        if height < need - 0.5
    ]
    assert too_low == []


Merged = tuple[str, str, float, Any, float]
"""Where a merged cell stands, its text, the width and font of the text, and the height it has."""


def _merged_cells(path: Path) -> list[Merged]:
    found: list[Merged] = []
    for sheet in openpyxl.load_workbook(path):
        for area in sheet.merged_cells.ranges if sheet.sheet_state == "visible" else ():
            cell: Any = sheet.cell(area.min_row, area.min_col)
            columns = range(area.min_col, area.max_col + 1)
            width = sum(_width(sheet, column) for column in columns)
            rows = range(area.min_row, area.max_row + 1)
            height = sum(sheet.row_dimensions[r].height or 0 for r in rows)
            if cell.value and cell.alignment.wrap_text:
                place = f"{path.name} {sheet.title} {cell.coordinate}"
                found.append((place, str(cell.value), width, cell.font, height))
    return found


def _width(sheet: Any, column: int) -> float:
    """Return a column's width; neighbours of one width share one entry in the file."""
    return next(
        float(entry.width)
        for entry in sheet.column_dimensions.values()
        if entry.min <= column <= entry.max
    )


def _measured(cells: list[Merged], office: Office, path: Path) -> list[float]:
    """Return the heights that LibreOffice gives the texts in columns of those widths."""
    columns = {width: number for number, width in enumerate(sorted({c[2] for c in cells}))}
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("量")
        for width, number in columns.items():
            sheet.set_column(number, number, min(255, width - 0.71))
        for row, (_, text, width, font, _) in enumerate(cells):
            look = {"text_wrap": True, "font_name": font.name, "font_size": font.size}
            sheet.write_string(row, columns[width], text, book.add_format(look))
    return [row.optimal for row in office.row_heights(path, "量")]
