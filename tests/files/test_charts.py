"""Charts, colours and pages of a plan are in the workbook, and always the same bytes."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.files.parts import parts
from toolkit.files.page_setup import MOST_AREAS, MOST_BREAKS
from toolkit.files.workbook_writer import write_workbook
from toolkit.model.sheets import (
    Block,
    Chart,
    Highlight,
    Page,
    Range,
    Series,
    SheetPlan,
    Style,
    WorkbookPlan,
)

WHEN = datetime(2024, 9, 30, 8, 0)
NAMES, NUMBERS = Range(1, 0, 3, 0), Range(1, 1, 3, 1)
COUNTS = Series((0, 1), NAMES, NUMBERS, ("#4E9A5B", "#F2C037", "#C0392B"))


def chart(kind: Any, series: tuple[Series, ...] = (COUNTS,)) -> Chart:
    """Return a chart beside the table."""
    return Chart(kind, "红黄绿灯", series, 1, 3, 0, 10, 400, 280)


SHEET = SheetPlan(
    name="统计",
    widths=(20, 10),
    blocks=(
        Block(
            0,
            (Style(),) * 2,
            (("名称", "事项数"), ("绿灯", 5), ("黄灯", 2), ("红灯", 0)),
            (20,) * 4,
        ),
    ),
    highlights=(Highlight(Range(1, 0, 3, 0), "红灯", "#FFC7CE", "#9C0006"),),
    page=Page(
        repeat_rows=(0, 0),
        last_row=3,
        last_column=1,
        beside=Range(0, 3, 16, 9),
        breaks=(2,),
    ),
)


def written(folder: Path, sheet: SheetPlan, name: str = "表.xlsx") -> Path:
    """Write a workbook of one sheet."""
    path = folder / name
    write_workbook(WorkbookPlan((sheet,), title="表"), path, WHEN)
    return path


@pytest.mark.parametrize(
    ("kind", "tag"),
    [("doughnut", "doughnutChart"), ("column", "barChart"), ("stacked_bar", "barChart")],
)
def test_a_chart_is_native_and_shows_the_sheets_cells(tmp_path: Path, kind: str, tag: str) -> None:
    """Excel draws it anew from the cells; until then it holds their values."""
    path = written(tmp_path, replace(SHEET, charts=(chart(kind),)))
    xml = parts(path)["xl/charts/chart1.xml"].decode()

    assert f"<c:{tag}>" in xml
    assert "<c:f>统计!$A$2:$A$4</c:f>" in xml
    assert "<c:f>统计!$B$2:$B$4</c:f>" in xml
    assert "红黄绿灯" in xml
    assert "<c:v>黄灯</c:v>" in xml
    assert xml.upper().count("C0392B") == 1
    sheet: Any = openpyxl.load_workbook(path)["统计"]
    assert len(sheet._charts) == 1


def test_rows_that_are_filtered_away_stay_in_the_chart(tmp_path: Path) -> None:
    """A filter on the table would otherwise empty the charts, or squeeze them to a line."""
    made = parts(written(tmp_path, replace(SHEET, charts=(chart("column"),))))

    assert b'<c:plotVisOnly val="1"/>' not in made["xl/charts/chart1.xml"]
    assert b'editAs="absolute"' in made["xl/drawings/drawing1.xml"]


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    """Charts have no number of their own that differs from run to run."""
    sheet = replace(SHEET, charts=tuple(map(chart, ("doughnut", "column", "stacked_bar"))))

    first, second = (written(tmp_path, sheet, name) for name in ("一.xlsx", "二.xlsx"))
    assert first.read_bytes() == second.read_bytes()


def test_a_cell_takes_its_colour_from_its_text(tmp_path: Path) -> None:
    """And loses it when somebody writes something else there."""
    sheet = openpyxl.load_workbook(written(tmp_path, SHEET))["统计"]
    ((area, (rule,)),) = ((r.sqref, r.rules) for r in sheet.conditional_formatting)

    assert (str(area), rule.operator, rule.formula) == ("A2:A4", "equal", ['"红灯"'])
    assert rule.dxf.fill.bgColor.rgb == "FFFFC7CE"


def test_a_highlights_text_with_a_quotation_mark_is_refused(tmp_path: Path) -> None:
    """It would end the formula that compares."""
    mark = replace(SHEET.highlights[0], text='红"灯')
    with pytest.raises(ValueError, match="quotation mark"):
        written(tmp_path, replace(SHEET, highlights=(mark,)))


def test_pages_begin_where_the_plan_says(tmp_path: Path) -> None:
    """Excel takes no more than 1,023 breaks."""
    page = replace(SHEET.page or Page(), beside=None)
    sheet = printed(tmp_path, page)
    full = printed(tmp_path, replace(page, breaks=tuple(range(1, 2000))))

    assert sheet.print_area == "'统计'!$A$1:$B$4"
    assert [entry.id for entry in sheet.row_breaks.brk] == [2]
    assert len(full.row_breaks.brk) == MOST_BREAKS


def test_no_page_of_a_table_ends_in_what_stands_beside_it(tmp_path: Path) -> None:
    """A break goes through the whole sheet, so each page of the table is an area to print."""
    page = replace(SHEET.page or Page(), last_row=3000)
    sheet = printed(tmp_path, replace(page, last_row=3))
    full = printed(tmp_path, replace(page, breaks=tuple(range(1, 2000))))

    assert sheet.print_area == "'统计'!$A$1:$B$2,'统计'!$A$3:$B$4,'统计'!$D$1:$J$17"
    assert not sheet.row_breaks.brk
    assert len(full.print_area.split(",")) == MOST_AREAS + 2
    assert full.print_area.endswith("$B$3001,'统计'!$D$1:$J$17")


def printed(folder: Path, page: Page) -> Any:
    """Return the sheet as it is written with a page."""
    return openpyxl.load_workbook(written(folder, replace(SHEET, page=page)))["统计"]


def test_a_computer_without_a_font_takes_a_chinese_one(tmp_path: Path) -> None:
    """Character set and family are those of the font that is missing: 宋体 for 仿宋, not Times."""
    styles = (Style(font="方正小标宋简体"), Style(font="黑体"))
    plan = SheetPlan("表", (8, 8), (Block(0, styles, (("甲", "乙"),)),))
    sheet = openpyxl.load_workbook(written(tmp_path, plan))["表"]

    assert [(c.font.name, c.font.charset, c.font.family) for c in sheet[1]] == [
        ("方正小标宋简体", 134, 1),
        ("黑体", 134, 2),
    ]


def test_columns_are_as_wide_as_the_rows_heights_were_computed_for(tmp_path: Path) -> None:
    """Widths count digits of the workbook's default font, 7 pixels wide each."""
    book: Any = openpyxl.load_workbook(written(tmp_path, SHEET))

    assert (book._fonts[0].name, book._fonts[0].sz) == ("宋体", 10)
