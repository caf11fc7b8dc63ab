"""`minsheng trace --bulletin`: each figure of the documents leads to files, sheets and cells."""

from pathlib import Path

import openpyxl
import pytest
from docx import Document

from tests.months import (
    FOOD,
    LATE,
    PERIOD,
    PROBLEM,
    PROGRESS,
    ROADS,
    SCHOOLS,
    minsheng,
    returned,
    sent,
)
from toolkit.app.figure_trace import TracedDocument, TracedFigure, trace_figures
from toolkit.app.month_end import merge_month
from toolkit.app.workspace import Workspace

STEM = "2021年1-9月为民办实事"


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a merged month with a slow item, a problem, a finished item and a unit that is late."""
    made = sent(tmp_path / "w")
    slow = {PROGRESS: "进度滞后，完成8公里。", PROBLEM: "缺资金500万元"}
    returned(made, ROADS, changes={"M001": slow})
    returned(made, SCHOOLS, changes={"M003": {PROGRESS: "已完成。", "下月工作计划": "无"}})
    merge_month(made, PERIOD, (), LATE)
    return made


def document(made: Workspace, kind: str, code: str | None = None) -> TracedDocument:
    """Return one of the traced documents."""
    return next(
        found for found in trace_figures(made, PERIOD, LATE, code) if found.kind.endswith(kind)
    )


def figures(made: Workspace, number: str, kind: str = "monthly") -> list[TracedFigure]:
    """Return the figures of a document that print a number."""
    return [figure for figure in document(made, kind).figures if figure.number == number]


def test_a_count_leads_to_the_cell_of_each_item(made: Workspace) -> None:
    """The cell holds what the trace says, in the file and sheet that it names."""
    (finished,) = [f for f in figures(made, "1") if f.how == "状态是已完成的事项"]
    (item,) = finished.items
    (place,) = item.places
    assert "已完成1项" in finished.sentence
    assert (item.code, place.unit) == ("M003", SCHOOLS)
    sheet = openpyxl.load_workbook(made.root / place.file)[place.sheet]
    assert sheet[place.cell or ""].value == place.value == "已完成。"


def test_what_is_counted_in_the_list_leads_to_the_list(made: Workspace) -> None:
    """The items of the programme, each with its row of 清单."""
    (listed,) = [f for f in figures(made, "4") if f.how == "清单里的事项"]
    sheet = openpyxl.load_workbook(made.root / "实事清单.xlsx")["清单"]
    assert [sheet[p.cell or ""].value for item in listed.items for p in item.places] == [
        "M001",
        "M002",
        "M003",
        "M004",
    ]


def test_what_a_unit_wrote_leads_to_its_own_cell(made: Workspace) -> None:
    """Not to that of the progress beside it."""
    (written,) = figures(made, "500")
    (place,) = written.items[0].places
    assert (written.how, place.value) == ("单位填报的原文", "缺资金500万元")
    assert written.sentence == "存在问题：缺资金500万元"


def test_units_lead_to_their_returns(made: Workspace) -> None:
    """Who has not reported has none."""
    (expected,) = [f for f in figures(made, "3", "reminder") if f.how == "本期要报送的单位"]
    files = {unit.unit: unit.file for unit in expected.units}
    assert files[FOOD] is None
    assert files[ROADS] == f"{PERIOD}/2回收/{ROADS}.xlsx"


def test_only_the_figures_of_an_item_can_be_asked_for(made: Workspace) -> None:
    """Each of them counts it."""
    found = document(made, "monthly", "m003").figures
    assert found
    assert all("M003" in {item.code for item in figure.items} for figure in found)


def test_a_sentence_that_the_document_does_not_have_is_told(made: Workspace) -> None:
    """Somebody has edited it, or a return has come since."""
    assert all(figure.issued for figure in document(made, "monthly").figures)
    path = made.root / PERIOD / "4汇总" / f"{STEM}通报.docx"
    edited = Document(str(path))
    overview = next(p for p in edited.paragraphs if "已完成1项" in p.text)
    overview.runs[-1].text = overview.text.replace("已完成1项", "已完成2项")
    edited.save(str(path))
    told = {figure.sentence: figure.issued for figure in document(made, "monthly").figures}
    assert [sentence for sentence, issued in told.items() if issued is False]
    path.unlink()
    assert {figure.issued for figure in document(made, "monthly").figures} == {None}


def test_documents_that_were_asked_for_are_traced_too(made: Workspace) -> None:
    """The scheme does not call for them, but they lie in 4汇总."""
    minsheng("bulletin", PERIOD, "--kind", "supervision", "-w", made.root, at=LATE)
    told = {(each.kind, each.unit) for each in trace_figures(made, PERIOD, LATE)}
    assert told == {
        ("bulletin.monthly", None),
        ("bulletin.reminder", None),
        ("bulletin.supervision", ROADS),
    }
    (done,) = [f for f in document(made, "supervision").figures if f.number == "8"]
    assert done.sentence.endswith("进度滞后，完成8公里")
    assert done.items[0].places[0].value == "进度滞后，完成8公里。"


def test_nothing_is_written(made: Workspace) -> None:
    """It only looks."""
    before = {path: path.read_bytes() for path in made.root.rglob("*.*") if path.suffix != ".db"}
    trace_figures(made, PERIOD, LATE)
    after = {path: path.read_bytes() for path in made.root.rglob("*.*") if path.suffix != ".db"}
    assert after == before


def test_people_read_sentence_figure_and_cell(made: Workspace) -> None:
    """In this order, a line for each item."""
    ran = minsheng("trace", PERIOD, "--bulletin", "-w", made.root, at=LATE)
    lines = ran.out.splitlines()
    place = next(n for n, line in enumerate(lines) if line == "    1：状态是已完成的事项")
    assert ran.status == 0
    assert lines[0] == f"{STEM}通报.docx"
    assert lines[place + 1].startswith("      M003 ")
    assert f"{PERIOD}/2回收/{SCHOOLS}.xlsx　“进展表”表 E" in lines[place + 1]


def test_json_has_the_same(made: Workspace) -> None:
    """Documents, figures, items and units, and for each item file, sheet, cell and digest."""
    ran = minsheng("trace", PERIOD, "--bulletin", "-w", made.root, "--json", at=LATE)
    assert set(ran.json) == {"period", "code", "documents"}
    by_kind = {each["kind"]: each for each in ran.json["documents"]}
    assert set(by_kind) == {"bulletin.monthly", "bulletin.reminder"}
    figure = next(
        f for f in by_kind["bulletin.monthly"]["figures"] if f["how"] == "状态是已完成的事项"
    )
    assert set(figure) == {"sentence", "number", "how", "issued", "items", "units"}
    (source,) = figure["items"][0]["sources"]
    assert set(source) == {"unit", "file", "sheet", "cell", "sha256", "received_at", "value"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("2021", "M099", "--bulletin"), "没有编号“M099”"),
        ((PERIOD, "M099", "--bulletin"), "没有编号“M099”"),
        ((PERIOD, "M001", PROGRESS, "--bulletin"), "不能再写栏目"),
    ],
)
def test_what_cannot_be_traced_is_refused(
    made: Workspace, words: tuple[str, ...], told: str
) -> None:
    """With status 2 and what to do."""
    ran = minsheng("trace", *words, "-w", made.root, at=LATE)
    assert ran.status == 2
    assert told in ran.err
