"""What is printed where 宋体 and 仿宋 are installed, of every scheme and of lists of every size."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tests.end_to_end.printed import characters, shown_characters
from tests.end_to_end.test_nothing_clipped import _measured, _merged_cells
from tests.office import OFFICE_FONTS, Office
from tests.stages.months import month
from toolkit.app.demo import run
from toolkit.app.export import export_unit
from toolkit.app.workspace import Workspace
from toolkit.files.schemes import load_scheme
from toolkit.files.workbook_writer import write_workbook
from toolkit.model.ledger import LedgerEntry
from toolkit.model.notice import LayoutFrom, Notice, NoticeRow
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.model.sheets import WorkbookPlan
from toolkit.notices.programme import build_programme
from toolkit.stages.consolidate import consolidated_book
from toolkit.stages.merge import merge
from toolkit.stages.unit_book import UnitHistory, unit_book
from toolkit.text.periods import parse_period

pytestmark = pytest.mark.office

PERIODS = {
    "jining-gaoxin-2021": "2021-09",
    "jining-gaoxin-2024": "2024-09-上旬",
    "jining-jingkai-2023": "2023-W36",
    "qingdao-2024": "2024-09",
    "zibo-gaoxin-2024": "2024-Q3",
}
UNIT = "发展软环境保障局"
WHEN = datetime(2025, 10, 8, 9)
LONG = 1500
LINE = 60


@pytest.fixture(scope="module")
def chinese(office: Office) -> Iterator[Office]:  # noqa: ARG001 -- skips where there is none
    """Return a LibreOffice whose texts and columns are as wide as in a Chinese office."""
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, encoding="utf-8")
    if shutil.which("fc-list") is None or "Noto Sans Mono CJK SC" not in listed.stdout:
        pytest.skip("Noto Sans Mono CJK SC is not installed")
    with Office(OFFICE_FONTS) as driver:
        yield driver


def too_low(office: Office, path: Path, folder: Path) -> list[object]:
    """Return the rows and merged cells of a workbook that are lower than their texts."""
    sheets = [s.title for s in openpyxl.load_workbook(path) if s.sheet_state == "visible"]
    rows: list[object] = [
        (path.name, sheet, row)
        for sheet in sheets
        for row in office.row_heights(path, sheet)
        if row.height < row.optimal - 0.5
    ]
    merged = _merged_cells(path)
    needed = _measured(merged, office, folder / "量.xlsx") if merged else []
    return rows + [
        (path.name, cell[0], height)
        for cell, height in zip(merged, needed, strict=True)
        if cell[4] < height - 0.5
    ]


@pytest.mark.parametrize("scheme", PERIODS)
def test_no_text_of_any_scheme_is_clipped(scheme: str, chinese: Office, tmp_path: Path) -> None:
    """The demonstration's results, the longest form, what goes back, and a unit's own workbook."""
    made = Workspace(tmp_path / "w")
    run(made.root, lambda _: None, scheme)
    period = made.root / PERIODS[scheme]
    returned = sorted((period / "3退回").glob("*.xlsx"))[0]
    own = export_unit(made, PERIODS[scheme], returned.stem, WHEN, tmp_path / "本单位.xlsx")
    form = max((period / "1下发").glob("*.xlsx"), key=lambda path: path.stat().st_size)

    paths = [*(period / "4汇总").glob("*.xlsx"), form, own.outputs[0].path]
    assert len(paths) == 4
    assert [low for path in paths for low in too_low(chinese, path, tmp_path)] == []


def listed(scheme: str, count: int) -> Programme:
    """Return a list of so many items of one unit, four to a project."""
    loaded = load_scheme(scheme)
    rows = tuple(
        NoticeRow(
            {
                Key.NUMBER: str(1 + n // 4),
                Key.PROJECT: f"基层医疗卫生服务提升工程之{1 + n // 4}",
                Key.NAME: f"改造提升县乡公路及桥涵{n + 1}处",
                Key.CONTENT: f"改造提升县乡公路和进村道路{n + 1}公里，惠及沿线群众。",
                Key.LEAD: UNIT,
            },
            f"A{n}",
        )
        for n in range(count)
    )
    notice = Notice(
        file="",
        sheet="",
        scheme=loaded,
        layout_from=LayoutFrom.GIVEN,
        heading="",
        year=int(PERIODS[scheme][:4]),
        place=loaded.place,
        authority=loaded.authority,
        phrase=loaded.phrase,
        rows=rows,
    )
    return build_programme(notice, int(PERIODS[scheme][:4]))


def answers(programme: Programme, reported: int) -> Mapping[str, Mapping[Key, str]]:
    """Return reports on some items: the first two are long, and no character stands in both.

    The first is one paragraph, the second has line breaks.
    """
    block = "".join(chr(0x4E00 + n) for n in range(2 * LONG))
    whole, second = block[:LONG], block[LONG:]
    broken = "\n".join(second[n : n + LINE - 1] for n in range(0, LONG, LINE))[:LONG]
    texts = [whole, broken, *("已完工16公里，正在施工4公里。" for _ in programme.items)]
    return {
        item.code: {Key.PROGRESS: text, Key.PROBLEM: "无", Key.PLAN: "抓紧施工剩余路段。"}
        for item, text in zip(programme.items[:reported], texts, strict=False)
    }


def consolidated(programme: Programme, scheme: str, reported: int) -> WorkbookPlan:
    """Return the official table of a period on which so many items were reported."""
    sent = {UNIT: answers(programme, reported)} if reported else {}
    of_period = month(programme, sent, PERIODS[scheme])
    items = merge(of_period)
    plan = consolidated_book(of_period, items, (), ())
    return WorkbookPlan(plan.sheets[:1], plan.title)


def own_book(programme: Programme, scheme: str, reported: int) -> WorkbookPlan:
    """Return the unit's own workbook of the period."""
    period = parse_period(PERIODS[scheme])
    entries = {
        code: LedgerEntry(
            code,
            UNIT,
            "2回收/来件.xlsx",
            "进展表",
            "0" * 64,
            WHEN,
            values,
            dict.fromkeys(values, "F4"),
        )
        for code, values in answers(programme, reported).items()
    }
    return unit_book(UnitHistory(programme, UNIT, period, programme.items, ((period, entries),)))


SIZES = [(scheme, 60) for scheme in PERIODS]
SIZES += list(zip(PERIODS, (0, 1, 2, 15, 2), strict=True))


@pytest.mark.parametrize(("scheme", "reported"), SIZES)
def test_every_character_is_printed_however_long_the_list(
    scheme: str, reported: int, chinese: Office, tmp_path: Path
) -> None:
    """Of the official table and the unit's own workbook; the long texts of 1,500 characters too."""
    programme = listed(scheme, max(reported, 1))
    for name, plan in (
        ("汇总表", consolidated(programme, scheme, reported)),
        ("本单位", own_book(programme, scheme, reported)),
    ):
        path = tmp_path / f"{name}.xlsx"
        write_workbook(plan, path, WHEN)
        chinese.pdf(path, tmp_path / f"{name}.pdf")
        printed = characters(chinese.pdf_text(tmp_path / f"{name}.pdf"))
        sheets = [s for s in openpyxl.load_workbook(path) if s.sheet_state == "visible"]
        for sheet in sheets:
            assert shown_characters(sheet) - printed == {}, sheet.title
        assert too_low(chinese, path, tmp_path) == []
