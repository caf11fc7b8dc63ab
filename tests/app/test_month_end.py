"""What `check` and `merge` write, and when they write nothing."""

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
    SENT,
    all_returned,
    cells,
    edit_list,
    minsheng,
    returned,
    sent,
    workspace,
)
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import merge_month
from toolkit.app.period_end import check_period, survey
from toolkit.app.workspace import Workspace
from toolkit.errors import WorkspaceError
from toolkit.model.ledger import UnitState
from toolkit.model.scheme import Key


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder to which every unit returned its form."""
    made = sent(tmp_path / "w")
    all_returned(made)
    return made


def results(made: Workspace) -> list[str]:
    """Return the names of what lies in 4汇总."""
    return sorted(path.name for path in (made.root / PERIOD / "4汇总").iterdir())


def test_a_check_writes_findings_only(made: Workspace) -> None:
    """No table and no bulletin before the coordinator has looked."""
    check_period(made, PERIOD, IN_TIME)
    assert results(made) == ["核查结果.xlsx"]


def test_a_merge_writes_table_bulletin_and_findings(made: Workspace) -> None:
    """Named after year, span and what the programme is called."""
    merge_month(made, PERIOD, (), IN_TIME)
    assert results(made) == [
        "2021年1-9月为民办实事汇总表.xlsx",
        "2021年1-9月为民办实事通报.docx",
        "核查结果.xlsx",
        "看板.html",
    ]


def test_a_month_without_any_return_has_its_results_too(tmp_path: Path) -> None:
    """Every item 未报送, every unit asked for; nothing is made up."""
    made = workspace(tmp_path / "w")
    result = merge_month(made, PERIOD, (), IN_TIME)
    assert [item.reported for item in result.items] == [False] * 4
    assert {f.unit for f in result.findings if f.code == "U501"} == {ROADS, SCHOOLS, FOOD}
    assert (made.root / PERIOD / "2回收").is_dir()
    rows = cells(made.root / PERIOD / "4汇总" / results(made)[0], "汇总表")
    assert [row[4:] for row in rows[2:]] == [["", "", ""]] * 4


def test_a_waiver_takes_a_finding_out_with_its_reason(made: Workspace) -> None:
    """It is listed under 已豁免, and the return is not sent back."""
    returned(made, SCHOOLS, changes={"M002": {PROBLEM: "否"}})
    waiver = {"A2": "V403", "B2": SCHOOLS, "C2": "M002", "F2": "领导小组同意"}
    edit_list(made, "豁免", waiver)
    result = merge_month(made, PERIOD, (), IN_TIME)
    assert [f.code for f in result.findings if f.severity == "error"] == []
    listed = cells(made.root / PERIOD / "4汇总" / "核查结果.xlsx", "已豁免")
    assert [(row[0], row[3], row[5]) for row in listed[1:]] == [("V403", "M002", "领导小组同意")]
    assert list((made.root / PERIOD / "3退回").iterdir()) == []


@pytest.mark.parametrize(
    "waiver",
    [
        {"A2": "V403", "B2": ROADS, "F2": "另一单位"},
        {"A2": "V403", "C2": "M003", "F2": "另一事项"},
        {"A2": "V403", "D2": "2021-10", "F2": "尚未开始"},
        {"A2": "V403", "E2": "2021-08", "F2": "已经过期"},
        {"A2": "V401", "F2": "另一规则"},
    ],
    ids=lambda waiver: waiver["F2"],
)
def test_a_waiver_counts_for_what_it_names_only(made: Workspace, waiver: dict[str, str]) -> None:
    """Another unit's, item's, rule's or time's waiver changes nothing."""
    returned(made, SCHOOLS, changes={"M002": {PROBLEM: "否"}})
    edit_list(made, "豁免", waiver)
    assert "V403" in {f.code for f in check_period(made, PERIOD, IN_TIME).findings}


def test_broken_files_do_not_keep_the_rest_from_merging(made: Workspace) -> None:
    """The good ones are merged; each broken one is a finding with its file."""
    (made.root / PERIOD / "2回收" / "空.xlsx").write_bytes(b"")
    (made.root / PERIOD / "2回收" / "乱码.xls").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99
    )
    result = merge_month(made, PERIOD, (), IN_TIME)
    assert all(item.reported for item in result.items)
    assert {f.file for f in result.findings if f.code == "F101"} == {
        f"{PERIOD}/2回收/空.xlsx",
        f"{PERIOD}/2回收/乱码.xls",
    }


def test_an_output_that_cannot_be_replaced_stops_before_anything_is_written(
    made: Workspace,
) -> None:
    """The table is open in Excel (here: a folder stands in its place): all stays as it was."""
    merge_month(made, PERIOD, (), IN_TIME)
    folder = made.root / PERIOD / "4汇总"
    table = folder / "2021年1-9月为民办实事汇总表.xlsx"
    table.unlink()
    table.mkdir()
    before = (folder / "核查结果.xlsx").read_bytes()
    returned(made, SCHOOLS, "软.xlsx", {"M002": {PROBLEM: "否"}})
    with pytest.raises(WorkspaceError) as caught:
        merge_month(made, PERIOD, (), LATE)
    assert str(table) in caught.value.message
    assert "没有改动任何文件" in caught.value.hint
    assert (folder / "核查结果.xlsx").read_bytes() == before
    assert list((made.root / PERIOD / "3退回").iterdir()) == []


def test_running_again_gives_the_same_bytes(made: Workspace) -> None:
    """Table, bulletin and findings, at the same moment."""

    def contents() -> dict[str, bytes]:
        folder = made.root / PERIOD / "4汇总"
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    merge_month(made, PERIOD, (), IN_TIME)
    before = contents()
    merge_month(made, PERIOD, (), IN_TIME)
    assert contents() == before


def test_months_do_not_touch_each_other(made: Workspace) -> None:
    """October's run leaves September's results and records alone."""
    merge_month(made, PERIOD, (), IN_TIME)
    before = {p: p.read_bytes() for p in (made.root / PERIOD).rglob("*.xlsx")}
    merge_month(made, "2021-10", (), LATE)
    assert {p: p.read_bytes() for p in (made.root / PERIOD).rglob("*.xlsx")} == before
    with made.ledger(made.load()) as ledger:
        assert len(ledger.entries(PERIOD)) == 4


def test_the_bulletin_names_who_is_late_and_who_is_missing(tmp_path: Path) -> None:
    """With the same figures as the table."""
    made = sent(tmp_path / "w")
    returned(made, ROADS, changes={"M001": {PROGRESS: "已完成。"}})
    merge_month(made, PERIOD, (), IN_TIME)
    returned(made, SCHOOLS)
    merge_month(made, PERIOD, (), LATE)
    (path,) = (made.root / PERIOD / "4汇总").glob("*通报.docx")
    text = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    assert f"逾期报送的单位：{SCHOOLS}，逾期3个工作日" in text
    assert f"未报送的单位：{FOOD}" in text
    assert "已完成1项" in text


def test_a_survey_tells_every_state_and_writes_nothing(tmp_path: Path) -> None:
    """Accepted in time, to be corrected, still out, and overdue once the day has passed."""
    made = sent(tmp_path / "w")
    returned(made, ROADS)
    returned(made, SCHOOLS, changes={"M002": {PROBLEM: "否"}})
    before = sorted(made.root.rglob("*"))
    states = {s.unit: s for s in survey(made, PERIOD, IN_TIME).states}
    assert {unit: s.state for unit, s in states.items()} == {
        ROADS: UnitState.ACCEPTED,
        SCHOOLS: UnitState.RETURNED,
        FOOD: UnitState.SENT,
    }
    late = {s.unit: s for s in survey(made, PERIOD, LATE).states}
    assert (late[FOOD].state, late[FOOD].late_days) == (UnitState.OVERDUE, 3)
    assert sorted(made.root.rglob("*")) == before


def test_a_unit_named_in_no_form_is_not_sent(tmp_path: Path) -> None:
    """未下发, as long as the day has not passed."""
    made = workspace(tmp_path / "w")
    assert {s.state for s in survey(made, PERIOD, IN_TIME).states} == {UnitState.NOT_SENT}
    assert not (made.root / PERIOD).exists()


def test_values_are_merged_as_written(made: Workspace) -> None:
    """Blanks, line breaks and marks stay the unit's."""
    said = "  1、已完工16公里；\n2、其余4公里：“正在”施工!  "
    returned(made, ROADS, changes={"M001": {PROGRESS: said}})
    result = merge_month(made, PERIOD, (), IN_TIME)
    assert result.items[0].values[Key.PROGRESS] == said


def test_a_result_that_somebody_edited_is_kept_beside_the_new_one(made: Workspace) -> None:
    """A bulletin polished by hand is renamed, not overwritten, and the run says so."""
    merge_month(made, PERIOD, (), IN_TIME)
    bulletin = made.root / PERIOD / "4汇总" / "2021年1-9月为民办实事通报.docx"
    document = Document(str(bulletin))
    document.add_paragraph("领导批示")
    document.save(str(bulletin))
    polished = bulletin.read_bytes()

    result = merge_month(made, PERIOD, (), LATE)

    kept = [output.path for output in result.outputs if output.kind == "edited"]
    assert [path.name for path in kept] == ["2021年1-9月为民办实事通报（修改稿）.docx"]
    assert kept[0].read_bytes() == polished
    assert bulletin.read_bytes() != polished


def test_a_problem_is_followed_back_to_the_month_in_which_it_began(tmp_path: Path) -> None:
    """Further than the rules look; a problem that was solved in between began anew."""
    made = workspace(tmp_path / "w")
    named = {
        "2021-04": ("无", "缺土地"),
        "2021-05": ("缺土地", "缺土地"),
        "2021-06": ("缺土地", "缺土地"),
        "2021-07": ("缺土地", "无"),
        "2021-08": ("缺土地", "缺土地"),
        PERIOD: ("缺土地", "缺土地"),
    }
    for period, (roads, food) in named.items():
        make_forms(made, period, (), SENT)
        returned(made, ROADS, period=period, changes={"M001": {PROBLEM: roads}})
        returned(made, FOOD, period=period, changes={"M004": {PROBLEM: food}})
        merge_month(made, period, (), IN_TIME)
    (table,) = (made.root / PERIOD / "4汇总").glob("*汇总表.xlsx")
    header, *rows = cells(table, "问题清单")
    since = {row[0]: dict(zip(header, row, strict=True))["何时提出"] for row in rows}

    assert since == {"M001": "5月", "M004": "8月"}


def test_whom_to_call_stands_beside_who_has_not_reported(tmp_path: Path) -> None:
    """As far as the sheet 单位 says; without it there is no such column."""
    made = sent(tmp_path / "w")
    table = made.root / PERIOD / "4汇总" / "2021年1-9月为民办实事汇总表.xlsx"
    merge_month(made, PERIOD, (), LATE)
    assert "联系人" not in cells(table, "报送情况")[0]

    rows = cells(made.programme_path, "单位")
    (row,) = [number for number, line in enumerate(rows, 1) if line[0] == FOOD]
    edit_list(made, "单位", {f"D{row}": "王某", f"E{row}": "0537-1234567"})
    merge_month(made, PERIOD, (), LATE)
    titles, *lines = cells(table, "报送情况")
    place = titles.index("联系人")
    assert {line[0]: line[place] for line in lines}[FOOD] == "王某 0537-1234567"
    said = minsheng("status", PERIOD, "-w", made.root, "--json", at=LATE).json["units"]
    assert {unit["unit"]: unit["contact"] for unit in said}[FOOD] == "王某 0537-1234567"
