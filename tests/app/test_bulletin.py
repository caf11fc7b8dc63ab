"""`minsheng bulletin`: Word files again, by kind and by the office's own templates."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from docx import Document

from tests.months import (
    FOOD,
    IN_TIME,
    LATE,
    PERIOD,
    PROBLEM,
    PROGRESS,
    ROADS,
    SCHOOLS,
    all_returned,
    edit_list,
    minsheng,
    returned,
    sent,
)
from toolkit.app.month_end import merge_month
from toolkit.app.workspace import Workspace

STEM = "2021年1-9月为民办实事"
FORTNIGHT = LATE.replace(day=25)


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a month with a slow item, a problem and a unit that is late."""
    made = sent(tmp_path / "w")
    returned(made, ROADS, changes={"M001": {PROGRESS: "进度滞后。", PROBLEM: "资金未到位"}})
    returned(made, SCHOOLS)
    return made


def documents(made: Workspace) -> list[str]:
    """Return the names of the Word files in 4汇总, without what they have in common."""
    folder = made.root / PERIOD / "4汇总"
    return sorted(path.stem.removeprefix(STEM) for path in folder.glob("*.docx"))


def text(path: str | Path) -> str:
    """Return all paragraphs and cells of a document."""
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def by_kind(outputs: Iterable[dict[str, str]]) -> dict[str, list[str]]:
    """Return the paths of outputs by their kind."""
    found: dict[str, list[str]] = {}
    for output in outputs:
        found.setdefault(output["kind"], []).append(output["path"])
    return found


def test_a_merge_reminds_once_the_deadline_has_passed(made: Workspace) -> None:
    """Not before; and what is no longer true is taken away."""
    merge_month(made, PERIOD, (), IN_TIME)
    assert documents(made) == ["通报"]
    merge_month(made, PERIOD, (), LATE)
    assert documents(made) == ["催报通知", "通报"]
    returned(made, FOOD)
    merge_month(made, PERIOD, (), LATE)
    assert documents(made) == ["通报"]


def test_a_reminder_that_somebody_has_edited_stays(made: Workspace) -> None:
    """It may have been sent."""
    merge_month(made, PERIOD, (), LATE)
    path = made.root / PERIOD / "4汇总" / f"{STEM}催报通知.docx"
    document = Document(str(path))
    document.add_paragraph("已电话告知")
    document.save(str(path))
    returned(made, FOOD)
    merge_month(made, PERIOD, (), LATE)
    assert "已电话告知" in text(path)


def test_every_kind_can_be_asked_for(made: Workspace) -> None:
    """One file an item for supervision; JSON names what was written and nothing else is."""
    merge_month(made, PERIOD, (), LATE)
    before = {path: path.read_bytes() for path in made.root.rglob("*.xlsx")}
    ran = minsheng(
        *("bulletin", PERIOD, "-w", made.root, "--json"),
        *("--kind", "supervision", "--kind", "problems", "--kind", "reminder"),
        at=LATE,
    )
    assert ran.status == 1  # 市场监管局 has not reported
    assert set(ran.json) == {"period", "outputs"}
    written = by_kind(ran.json["outputs"])
    assert sorted(written) == ["bulletin.problems", "bulletin.reminder", "bulletin.supervision"]
    assert FOOD in text(written["bulletin.reminder"][0])
    assert "请抓紧核实进展，于10月14日前报送。" in text(written["bulletin.reminder"][0])
    (note,) = written["bulletin.supervision"]
    assert Path(note).name == f"{STEM}督办单（M001，{ROADS}）.docx"
    assert "责任单位报送的状态为“推进缓慢”。" in text(note)
    assert "资金未到位" in text(written["bulletin.problems"][0])
    assert {path: path.read_bytes() for path in made.root.rglob("*.xlsx")} == before


def test_without_a_kind_the_schemes_own_are_written(made: Workspace) -> None:
    """The same bytes as those of the merge."""
    merge_month(made, PERIOD, (), LATE)
    folder = made.root / PERIOD / "4汇总"
    before = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    ran = minsheng("bulletin", PERIOD, "-w", made.root, "--json", at=LATE)
    assert [output["kind"] for output in ran.json["outputs"]] == [
        "bulletin.monthly",
        "bulletin.reminder",
    ]
    assert {path.name: path.read_bytes() for path in folder.glob("*.docx")} == before


def test_a_month_without_objections_ends_with_0(tmp_path: Path) -> None:
    """And says so when there is nothing to write."""
    made = sent(tmp_path / "w")
    all_returned(made)
    ran = minsheng("bulletin", PERIOD, "-w", made.root, "--kind", "reminder", at=IN_TIME)
    assert ran.status == 0
    assert "没有需要生成的文件" in ran.err


def test_files_that_came_since_the_merge_are_told(made: Workspace) -> None:
    """They count in the bulletin, and the table has to be made again; nothing is recorded."""
    merge_month(made, PERIOD, (), LATE)
    assert "上次汇总以后" not in minsheng("bulletin", PERIOD, "-w", made.root, at=LATE).err
    returned(made, FOOD)
    for _ in range(2):
        ran = minsheng("bulletin", PERIOD, "-w", made.root, at=LATE)
        assert "2回收 里有 1 份报表是上次汇总以后放进去或改过的" in ran.err
        assert f"minsheng merge {PERIOD}" in ran.err
    with made.ledger(made.load()) as ledger:
        assert len(ledger.entries(PERIOD)) == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((PERIOD, "--kind", "quarterly"), "2021-09 没有季度通报。"),
        (("2021-Q3", "--kind", "monthly"), "2021-Q3 没有通报。"),
        (("2021",), "2021 是年度，没有通报。"),
        ((PERIOD, "--kind", "weekly"), "“--kind”写得不对。可以写：monthly、quarterly、"),
        (("2020-09",), "不在本年度"),
    ],
)
def test_what_cannot_be_is_refused(made: Workspace, words: tuple[str, ...], told: str) -> None:
    """With status 2, before anything is written."""
    ran = minsheng("bulletin", *words, "-w", made.root)
    assert ran.status == 2
    assert told in ran.err
    assert not (made.root / PERIOD / "4汇总").exists()


def test_an_own_template_takes_the_place_of_the_built_in_one(made: Workspace) -> None:
    """Under the same name in 模板; the others stay the built-in ones."""
    merge_month(made, PERIOD, (), LATE)
    ran = minsheng(
        "bulletin", PERIOD, "-w", made.root, "--kind", "reminder", "--templates", at=LATE
    )
    own = made.root / "模板" / "reminder.docx"
    assert str(own) in ran.err
    document = Document(str(own))
    place = next(p for p in document.paragraphs if "署名" in p.text)
    place.insert_paragraph_before("如已报送，请忽略。")
    document.save(str(own))
    minsheng("bulletin", PERIOD, "-w", made.root, "--templates", at=LATE)
    assert "如已报送，请忽略。" in text(made.root / PERIOD / "4汇总" / f"{STEM}催报通知.docx")
    assert "如已报送，请忽略。" in text(own)
    assert "如已报送" not in text(made.root / PERIOD / "4汇总" / f"{STEM}通报.docx")


@pytest.mark.parametrize("command", ["bulletin", "merge"])
def test_a_broken_template_stops_the_run_before_it_writes(made: Workspace, command: str) -> None:
    """Told with template, field and paragraph; the results of before stay as they are."""
    merge_month(made, PERIOD, (), LATE)
    before = {path: path.read_bytes() for path in (made.root / PERIOD).rglob("*") if path.is_file()}
    own = made.root / "模板" / "monthly.docx"
    own.parent.mkdir()
    document = Document()
    document.add_paragraph("截止{{ 截至时间 }}，情况如下")
    document.save(str(own))
    returned(made, FOOD)
    ran = minsheng(command, PERIOD, "-w", made.root, at=FORTNIGHT)
    assert ran.status == 2
    assert "Word 模板“monthly.docx”用了没有的字段“截至时间”" in ran.err
    assert "所在段落：“截止{{ 截至时间 }}，情况如下”" in ran.err
    assert "Traceback" not in ran.err
    after = {path: path.read_bytes() for path in (made.root / PERIOD).rglob("*") if path.is_file()}
    assert {path: after[path] for path in before} == before


def test_red_head_and_number_come_from_the_settings(made: Workspace) -> None:
    """红头 and 机关代字 of 基本信息; a letter's head has no 文件."""
    edit_list(made, "基本信息", {"B13": "济宁高新区管委会文件", "B14": "济高新管字"})
    merge_month(made, PERIOD, (), LATE)
    folder = made.root / PERIOD / "4汇总"
    assert text(folder / f"{STEM}通报.docx").split("\n")[:2] == [
        "济宁高新区管委会文件",
        "济高新管字〔2021〕　　号",
    ]
    letter = Document(str(folder / f"{STEM}催报通知.docx"))
    head = [p.text for p in letter.sections[0].first_page_header.paragraphs if p.text]
    assert head == ["济宁高新区管委会"]


def test_a_stale_note_is_taken_away_and_others_are_left(made: Workspace) -> None:
    """The item has caught up: its note goes, the reminder is not touched."""
    merge_month(made, PERIOD, (), LATE)
    words = ("bulletin", PERIOD, "-w", made.root, "--kind", "supervision")
    minsheng(*words, at=LATE)
    assert documents(made) == ["催报通知", f"督办单（M001，{ROADS}）", "通报"]
    returned(made, ROADS)
    minsheng(*words, at=LATE)
    assert documents(made) == ["催报通知", "通报"]
