"""What a plan says is what the workbook holds, read back by another library."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.files.parts import parts
from toolkit.errors import WorkspaceError
from toolkit.files.workbook_writer import write_workbook
from toolkit.model.sheets import (
    Block,
    Link,
    Page,
    Range,
    SheetPlan,
    Style,
    WorkbookPlan,
)

WHEN = datetime(2024, 9, 30, 8, 0)

TITLE = Style(font="方正小标宋简体", size=20, bold=True, border=False, align="center", wrap=False)
TEXT = Style()
TO_FILL = Style(fill="#FFF8DC", locked=False, number_format="@", valign="top")
LINK = Style(color="#0563C1", underline=True)

SHEET = SheetPlan(
    name="表",
    widths=(8, 30.5, 12),
    blocks=(
        Block(0, (TITLE,) * 3, (("民生实事进展表", "", ""),), (42,)),
        Block(1, (TEXT, TEXT, TO_FILL), ((1, "新建学校", None), (2, "改造小区", "已完成"))),
    ),
)


def plan_of(*sheets: SheetPlan, **properties: Any) -> WorkbookPlan:
    """Return a plan of sheets."""
    return WorkbookPlan(sheets, title="进展表", **properties)


def written(folder: Path, sheet: SheetPlan) -> Any:
    """Write a workbook of one sheet and read it back."""
    path = folder / "表.xlsx"
    write_workbook(plan_of(sheet), path, WHEN)
    return openpyxl.load_workbook(path)[sheet.name]


def values(sheet: Any) -> list[tuple[Any, ...]]:
    """Return a sheet's values, row by row."""
    return list(sheet.iter_rows(values_only=True))


def test_blocks_become_rows(tmp_path: Path) -> None:
    """Values, heights and widths stand where the plan puts them."""
    sheet = written(tmp_path, SHEET)
    assert values(sheet) == [
        ("民生实事进展表", None, None),
        (1, "新建学校", None),
        (2, "改造小区", "已完成"),
    ]
    assert sheet.row_dimensions[1].height == 42
    assert sheet.row_dimensions[2].height is None
    # A file counts the padding of a cell, 5/7 of a character, into the width.
    assert sheet.column_dimensions["B"].width == pytest.approx(30.5 + 5 / 7, abs=0.1)


def test_styles_become_formats(tmp_path: Path) -> None:
    """Font, colours, border, alignment, number format and lock; equal styles are one format."""
    sheet = written(tmp_path, SHEET)
    title, text, to_fill = sheet["A1"], sheet["B2"], sheet["C3"]
    assert (title.font.name, title.font.size, title.font.bold) == ("方正小标宋简体", 20, True)
    assert (title.alignment.horizontal, title.border.left.style) == ("center", None)
    assert (text.font.name, text.font.size, text.font.bold) == ("仿宋", 10.5, False)
    assert (text.alignment.vertical, text.alignment.wrap_text) == ("center", True)
    assert (text.border.left.style, text.protection.locked) == ("thin", True)
    assert (to_fill.fill.fgColor.rgb, to_fill.number_format) == ("FFFFF8DC", "@")
    assert (to_fill.alignment.vertical, to_fill.protection.locked) == ("top", False)
    assert sheet["A2"].style_id == text.style_id


@pytest.mark.parametrize(
    "text", ["=1+1", "{=1}", "http://a.cn", "mailto:a@a.cn", "internal:表!A1", "00123", "1e5", "+1"]
)
def test_a_text_is_a_text_whatever_it_looks_like(tmp_path: Path, text: str) -> None:
    """Departments paste formulas, addresses and codes; none of them may come alive or change."""
    sheet = written(tmp_path, replace(SHEET, blocks=(Block(0, (TEXT,), ((text,),)),)))
    cell = sheet["A1"]
    assert (cell.value, cell.hyperlink) == (text, None)
    assert b't="s"' in parts(tmp_path / "表.xlsx")["xl/worksheets/sheet1.xml"]


def test_merges_leave_the_values_alone(tmp_path: Path) -> None:
    """The covered cells keep what their block wrote, so that a table can be read without merges."""
    path = tmp_path / "表.xlsx"
    plan = replace(SHEET, merges=(Range(0, 0, 0, 2), Range(1, 1, 2, 1)))
    assert [str(r) for r in written(tmp_path, plan).merged_cells.ranges] == ["A1:C1", "B2:B3"]
    assert "改造小区" in parts(path)["xl/sharedStrings.xml"].decode()


def test_overlapping_merges_are_refused(tmp_path: Path) -> None:
    """Excel would call the workbook damaged; the message names the sheet."""
    plan = replace(SHEET, merges=(Range(0, 0, 0, 2), Range(0, 2, 1, 2)))
    with pytest.raises(ValueError, match=r"sheet 表: .*overlaps"):
        written(tmp_path, plan)
    assert list(tmp_path.iterdir()) == []


def test_links_in_a_table_and_outside(tmp_path: Path) -> None:
    """A link takes its cell of a table, or a cell of its own; its look is its own."""
    links = (
        Link(1, 0, "internal:'表'!A1", "第1行", LINK),
        Link(2, 4, "external:../3退回/住建局.xlsx", "住建局", LINK),
        Link(6, 2, "internal:'表'!B2", "=返回", LINK),
    )
    sheet = written(tmp_path, replace(SHEET, links=links))
    assert values(sheet)[1:] == [
        ("第1行", "新建学校", None, None, None),
        (2, "改造小区", "已完成", None, "住建局"),
        (None,) * 5,
        (None,) * 5,
        (None,) * 5,
        (None, None, "=返回", None, None),
    ]
    found = {cell.coordinate: cell for row in sheet for cell in row if cell.hyperlink}
    assert list(found) == ["A2", "E3", "C7"]
    assert found["A2"].hyperlink.location == "'表'!A1"
    assert found["E3"].hyperlink.target == "..\\3退回\\住建局.xlsx"
    assert all(cell.font.underline == "single" for cell in found.values())
    assert found["C7"].data_type == "s"


def test_a_column_of_links_keeps_heights_and_neighbours(tmp_path: Path) -> None:
    """A table of findings whose first column leads to the places."""
    rows = tuple((None, f"问题{n}", "") for n in range(50))
    block = Block(1, (TEXT, TEXT, TO_FILL), rows, tuple(20 + n for n in range(50)))
    links = tuple(Link(n, 0, f"internal:'表'!B{n}", f"到{n}", LINK) for n in range(1, 51) if n % 3)
    sheet = written(tmp_path, replace(SHEET, blocks=(block,), links=links))
    assert [sheet.row_dimensions[n + 2].height for n in range(50)] == pytest.approx(
        [20 + n for n in range(50)], abs=0.4
    )
    assert values(sheet)[1:] == [
        (f"到{n}" if n % 3 else None, f"问题{n - 1}", None) for n in range(1, 51)
    ]


@pytest.mark.parametrize("block", [Block(0, (TEXT,), (("a",),), (1, 2)), Block(0, (TEXT,), ((),))])
def test_a_block_that_does_not_fit_itself_is_refused(tmp_path: Path, block: Block) -> None:
    """As many heights as rows, as many values as styles; also where there are links."""
    for links in ((), (Link(0, 0, "internal:A1", "x", LINK),)):
        with pytest.raises(ValueError, match=r"sheet 表: .* for 1"):
            written(tmp_path, replace(SHEET, blocks=(block,), links=links))


def test_hidden_columns(tmp_path: Path) -> None:
    """A key column is hidden, with or without a width of its own."""
    sheet = written(tmp_path, replace(SHEET, hidden_columns=(2, 5)))
    assert [c for c in "ABCDEF" if sheet.column_dimensions[c].hidden] == ["C", "F"]


def test_visibility_and_the_first_sheet_that_is_seen(tmp_path: Path) -> None:
    """A workbook opens on its first visible sheet."""
    names = {"身份": "very_hidden", "旧": "hidden", "表": "visible", "说明": "visible"}
    path = tmp_path / "表.xlsx"
    write_workbook(
        plan_of(*(replace(SHEET, name=n, visibility=v) for n, v in names.items())),  # type: ignore[arg-type]
        path,
        WHEN,
    )
    book = openpyxl.load_workbook(path)
    states = {sheet.title: sheet.sheet_state for sheet in book.worksheets}
    assert states == {"身份": "veryHidden", "旧": "hidden", "表": "visible", "说明": "visible"}
    assert book.active is book["表"]
    assert [s.title for s in book.worksheets if s.sheet_view.tabSelected] == ["表"]


def test_a_workbook_that_shows_nothing_is_refused(tmp_path: Path) -> None:
    """Excel cannot open one."""
    with pytest.raises(ValueError, match="visible"):
        written(tmp_path, replace(SHEET, visibility="hidden"))


@pytest.mark.parametrize("name", ["一[二]", "表" * 32, "a/b"])
def test_an_impossible_name_is_refused(tmp_path: Path, name: str) -> None:
    """The message names the sheet."""
    with pytest.raises(ValueError, match="sheet "):
        written(tmp_path, replace(SHEET, name=name))


def test_protection_without_a_password(tmp_path: Path) -> None:
    """Locked cells hold; widths, heights and looks may be changed, everything be selected."""
    protection = written(tmp_path, replace(SHEET, protected=True)).protection
    assert protection.sheet
    assert protection.password is None
    # In a file, true means that the action is forbidden.
    assert not protection.formatCells
    assert not protection.formatColumns
    assert not protection.formatRows
    assert not protection.selectLockedCells
    assert not protection.selectUnlockedCells
    assert protection.insertRows
    assert not written(tmp_path, SHEET).protection.sheet


def test_freeze_filter_and_colour(tmp_path: Path) -> None:
    """The header stays in sight, its columns can be filtered, the tab has a colour."""
    sheet = written(
        tmp_path,
        replace(SHEET, freeze=(1, 2), autofilter=Range(0, 0, 2, 2), tab_color="#C00000"),
    )
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:C3")
    assert sheet.sheet_properties.tabColor is not None
    assert sheet.sheet_properties.tabColor.rgb == "FFC00000"


def test_page(tmp_path: Path) -> None:
    """Paper, direction, one page in width, header rows, footer, area."""
    page = Page(paper="A3", repeat_rows=(0, 1), last_row=2, last_column=2)
    sheet = written(tmp_path, replace(SHEET, page=page))
    setup = sheet.page_setup
    assert (int(setup.paperSize or 0), setup.orientation) == (8, "landscape")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, setup.fitToHeight) == (True, 0)
    assert (sheet.print_title_rows, sheet.print_area) == ("$1:$2", "'表'!$A$1:$C$3")
    assert sheet.oddFooter.center.text == "第 &P 页  共 &N 页"
    margins = sheet.page_margins
    assert [margins.left, margins.right, margins.top, margins.bottom] == [0.4, 0.4, 0.5, 0.5]
    assert sheet.print_options.horizontalCentered


def test_the_header_holds_the_workbooks_title(tmp_path: Path) -> None:
    """Where an & begins a command of Excel's; header and footer keep their size on small tables."""
    path = tmp_path / "表.xlsx"
    page = Page(header="&L{title}&R&A")
    write_workbook(replace(plan_of(replace(SHEET, page=page)), title="甲&乙"), path, WHEN)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    xml = parts(path)["xl/worksheets/sheet1.xml"].decode()

    assert "<oddHeader>&amp;L甲&amp;&amp;乙&amp;R&amp;A</oddHeader>" in xml
    assert sheet.HeaderFooter.scaleWithDoc is False


def test_a_long_title_is_cut_in_the_header(tmp_path: Path) -> None:
    """Excel takes 255 characters; a name that somebody wrote must not stop the month."""
    path = tmp_path / "表.xlsx"
    page = Page(header="&L{title}&R&A")
    write_workbook(replace(plan_of(replace(SHEET, page=page)), title="长" * 300), path, WHEN)

    assert f"&amp;L{'长' * 100}&amp;R" in parts(path)["xl/worksheets/sheet1.xml"].decode()


def test_portrait_without_an_area(tmp_path: Path) -> None:
    """What the plan leaves open is left to Excel."""
    sheet = written(tmp_path, replace(SHEET, page=Page(landscape=False)))
    assert (int(sheet.page_setup.paperSize or 0), sheet.page_setup.orientation) == (9, "portrait")
    assert not sheet.print_area


def test_properties(tmp_path: Path) -> None:
    """Title, author, time and the custom properties by which a form is recognised."""
    path = tmp_path / "表.xlsx"
    plan = plan_of(SHEET, subject="2024-09", author="政府办", custom={"单位": "=住建局", "期": "9"})
    write_workbook(plan, path, WHEN)
    book: Any = openpyxl.load_workbook(path)
    about = book.properties
    assert (about.title, about.subject, about.creator) == ("进展表", "2024-09", "政府办")
    assert (about.created, about.modified) == (WHEN, WHEN)
    assert {p.name: p.value for p in book.custom_doc_props.props} == {"单位": "=住建局", "期": "9"}


@pytest.mark.parametrize("custom", [{"名": "值" * 256}, {"名" * 256: "值"}])
def test_a_property_that_is_too_long_is_refused(tmp_path: Path, custom: dict[str, str]) -> None:
    """Excel reads 255 characters."""
    with pytest.raises(ValueError, match="has 256"):
        write_workbook(plan_of(SHEET, custom=custom), tmp_path / "表.xlsx", WHEN)


def test_a_footer_that_is_too_long_is_refused(tmp_path: Path) -> None:
    """Left to xlsxwriter, the footer would be missing."""
    with pytest.raises(ValueError, match="footer has 256"):
        written(tmp_path, replace(SHEET, page=Page(footer="页" * 256)))


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whenever and wherever it is written."""
    plan = plan_of(
        replace(SHEET, links=(Link(1, 0, "external:a.xlsx", "x", LINK),), page=Page()),
        custom={"单位": "住建局"},
    )
    for name in ("一.xlsx", "二.xlsx"):
        write_workbook(plan, tmp_path / name, WHEN)
    assert (tmp_path / "一.xlsx").read_bytes() == (tmp_path / "二.xlsx").read_bytes()
    write_workbook(plan, tmp_path / "三.xlsx", WHEN.replace(hour=9))
    assert (tmp_path / "三.xlsx").read_bytes() != (tmp_path / "一.xlsx").read_bytes()


@pytest.mark.parametrize("rows", [(("好",), ("坏\ud842",)), (("长" * 32768,),)])
def test_what_cannot_be_written_leaves_the_old_workbook(
    tmp_path: Path, rows: Sequence[Sequence[str]]
) -> None:
    """Whole or not at all, whether the mistake is found early or late."""
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(ValueError, match=r"surrogate|32767"):
        write_workbook(plan_of(replace(SHEET, blocks=(Block(0, (TEXT,), rows),))), path, WHEN)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    """The user learns which folder, and what to do."""
    with pytest.raises(WorkspaceError) as caught:
        write_workbook(plan_of(SHEET), tmp_path / "无" / "表.xlsx", WHEN)
    assert str(tmp_path / "无") in caught.value.message
    assert "权限" in caught.value.hint
