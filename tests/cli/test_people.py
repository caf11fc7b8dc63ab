"""What a coordinator reads on the terminal."""

from pathlib import Path

import pytest

from tests.months import (
    FOOD,
    PERIOD,
    PROBLEM,
    ROADS,
    SCHOOLS,
    all_on_pace,
    all_returned,
    minsheng,
    returned,
    sent,
    workspace,
    write_notice,
)
from toolkit.app.workspace import Workspace


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder whose forms are sent."""
    return sent(tmp_path / "w")


def test_init_says_what_to_do_next(tmp_path: Path) -> None:
    """Look the list over, then make forms."""
    notice = write_notice(tmp_path / "通知.xlsx")
    ran = minsheng("init", tmp_path / "w", "--notice", notice)
    assert (ran.status, ran.out) == (0, "")
    assert "4 个事项" in ran.err
    assert "minsheng forms" in ran.err


def test_forms_say_where_they_are_and_which_were_sent_again(made: Workspace) -> None:
    """The second issue is named as such."""
    ran = minsheng("forms", PERIOD, "-w", made.root, "--unit", FOOD)
    assert ran.status == 0
    assert f"{FOOD}：1 个事项（第 2 次下发）" in ran.err
    assert "1下发" in ran.err


def test_gather_tells_what_needs_a_person(made: Workspace) -> None:
    """Broken and skipped files with reasons, and the units that are missing."""
    returned(made, ROADS)
    inbox = made.root / PERIOD / "2回收"
    (inbox / "空.xlsx").write_bytes(b"")
    (inbox / "~$锁.xlsx").write_bytes(b"x")
    ran = minsheng("gather", PERIOD, "-w", made.root)
    assert ran.status == 1
    assert "收到文件 2 份：采用 1 份，打不开 1 份。" in ran.err
    assert "空.xlsx：文件是空的（0 字节）。请报送单位重新发送。" in ran.err
    assert "~$锁.xlsx：临时文件或系统文件" in ran.err
    assert f"没有可用报表的单位：{SCHOOLS}、{FOOD}" in ran.err


def test_merge_tells_findings_and_outputs(made: Workspace) -> None:
    """The gravest first, each with its place and what to do."""
    all_returned(made)
    returned(made, SCHOOLS, changes={"M002": {PROBLEM: "否"}})
    ran = minsheng("merge", PERIOD, "-w", made.root)
    assert (ran.status, ran.out) == (1, "")
    assert f"[须改正 V403] {SCHOOLS} M002 F4：“存在问题”填的是“否”。" in ran.err
    assert "汇总表：" in ran.err
    assert "通报.docx" in ran.err
    assert f"退回修改 1 份（{SCHOOLS}）" in ran.err


def test_a_good_month_says_so(made: Workspace) -> None:
    """Status 0 and no objection."""
    all_on_pace(made)
    ran = minsheng("merge", PERIOD, "-w", made.root)
    assert ran.status == 0
    assert "没有发现问题。" in ran.err


def test_status_is_a_table_on_standard_output(made: Workspace) -> None:
    """What somebody asked to see can be piped."""
    all_returned(made)
    ran = minsheng("status", "-w", made.root)
    assert (ran.status, ran.err) == (0, "")
    assert all(unit in ran.out.replace("\n", "") for unit in (FOOD, "已报送"))


def test_trace_names_file_sheet_and_cell(made: Workspace) -> None:
    """On standard output."""
    all_returned(made)
    minsheng("merge", PERIOD, "-w", made.root)
    ran = minsheng("trace", PERIOD, "M001", "存在问题", "-w", made.root)
    assert ran.status == 0
    assert "2021-09 M001“存在问题”：无" in ran.out
    assert f"2021-09/2回收/{ROADS}.xlsx　“进展表”表 F4" in ran.out


def test_a_relative_folder_works_from_anywhere(
    made: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """-w is relative to where one stands, and so are the files that one names."""
    all_returned(made)
    monkeypatch.chdir(made.root.parent)
    assert minsheng("merge", PERIOD, "-w", "w").status == 0
    assert minsheng("check", PERIOD, "-w", "./w/").status == 0
    monkeypatch.chdir(made.root / PERIOD)
    assert minsheng("merge", PERIOD, "-w", "..").status == 0
    assert minsheng("merge", PERIOD, "2回收", "-w", "..").status == 0
    monkeypatch.chdir(made.root)
    ran = minsheng("status", "--json")
    assert [unit["file"] for unit in ran.json["units"]] == [
        f"{PERIOD}/2回收/{unit}.xlsx" for unit in (ROADS, SCHOOLS, FOOD)
    ]


def test_odd_orders_do_no_harm(tmp_path: Path) -> None:
    """Check, merge, status and gather before any form; then the month as usual."""
    made = workspace(tmp_path / "民生 实事（2021）")
    for words in (
        ("check", PERIOD),
        ("merge", PERIOD),
        ("gather", PERIOD),
        ("status", PERIOD),
    ):
        assert minsheng(*words, "-w", made.root).status == 1
    assert minsheng("forms", PERIOD, "-w", made.root).status == 0
    all_returned(made)
    assert minsheng("merge", PERIOD, "-w", made.root).status == 0
    assert minsheng("status", "-w", made.root).status == 0
