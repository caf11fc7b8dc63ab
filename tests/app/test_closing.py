"""定稿: what was issued stays as it was issued, and a later correction is a list of differences."""

from pathlib import Path

import pytest

from tests.months import (
    FOOD,
    IN_TIME,
    LATE,
    PERIOD,
    PLAN,
    PROGRESS,
    ROADS,
    SENT,
    all_on_pace,
    cells,
    edit_list,
    minsheng,
    returned,
    sent,
    workspace,
)
from toolkit.app.closing import close_period, reopen_period
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import merge_month, write_bulletins
from toolkit.app.period_end import check_period, merge_period, survey
from toolkit.app.query import trace
from toolkit.app.workspace import Workspace
from toolkit.errors import ArgumentError, WorkspaceError

TABLE, BULLETIN = "2021年1-9月为民办实事汇总表", "2021年1-9月为民办实事通报"
REASON = "城建局更正完成数"


@pytest.fixture
def merged(tmp_path: Path) -> Workspace:
    """Return a working folder whose month is merged and ready to be issued."""
    made = sent(tmp_path / "w")
    all_on_pace(made)
    merge_month(made, PERIOD, (), IN_TIME)
    return made


@pytest.fixture
def issued(merged: Workspace) -> Workspace:
    """Return a working folder whose month is closed."""
    close_period(merged, PERIOD, IN_TIME)
    return merged


def results(made: Workspace) -> Path:
    """Return 4汇总."""
    return made.root / PERIOD / "4汇总"


def content(made: Workspace) -> dict[str, bytes]:
    """Return all files of the working folder but the ledger."""
    files = (path for path in made.root.rglob("*") if path.is_file() and path.suffix != ".db")
    return {made.relative(path): path.read_bytes() for path in files}


def amendments(made: Workspace) -> list[list[str]]:
    """Return the lines of 更正清单 below its header, without its notes."""
    _, *rows = cells(results(made) / "更正清单.xlsx", "更正清单")
    return [row for row in rows if row[1]]


def test_closing_records_every_file_as_it_was_issued(merged: Workspace) -> None:
    """The bulletin as the coordinator left it in Word, a PDF that was put there by hand too."""
    bulletin = results(merged) / f"{BULLETIN}.docx"
    bulletin.write_bytes(b"edited by hand")
    (results(merged) / "印发件.pdf").write_bytes(b"%PDF")
    before = content(merged)

    closed = close_period(merged, PERIOD, IN_TIME)

    assert content(merged) == before
    assert (closed.closing.number, closed.items, closed.waiting, closed.errors) == (1, 4, (), 0)
    assert sorted(closed.closing.files) == sorted(
        f"{PERIOD}/4汇总/{name}"
        for name in (f"{TABLE}.xlsx", bulletin.name, "印发件.pdf", "核查结果.xlsx", "看板.html")
    )


def test_what_is_still_open_is_told_when_closing(tmp_path: Path) -> None:
    """A bulletin may go out without the last unit; nobody can say that it was not known."""
    made = sent(tmp_path / "w")
    returned(made, ROADS)
    merge_month(made, PERIOD, (), LATE)
    closed = close_period(made, PERIOD, LATE)
    assert FOOD in closed.waiting
    assert ROADS not in closed.waiting
    assert closed.errors > 0


@pytest.mark.parametrize("command", ["forms", "gather", "check", "merge", "bulletin"])
def test_nothing_of_a_closed_period_changes(issued: Workspace, command: str) -> None:
    """What comes after that waits outside, with what to do."""
    late = returned(issued, FOOD, name="补报.xlsx", changes={"M004": {PROGRESS: "已完成40家。"}})
    before = content(issued)
    ran = minsheng(command, PERIOD, "-w", issued.root)
    assert ran.status == 2
    assert f"{PERIOD} 已于 2021年10月8日定稿（第1次印发）" in ran.err
    assert f"minsheng reopen {PERIOD} --reason" in ran.err
    assert content(issued) == before
    assert late.exists()


def test_a_closed_period_can_be_looked_at(issued: Workspace) -> None:
    """Who has reported, and where a value came from."""
    assert survey(issued, PERIOD, LATE).closing is not None
    (traced,) = trace(issued, PERIOD, "M001", PROGRESS)
    assert traced.value == "已改造16公里。"


def test_other_periods_go_on(issued: Workspace) -> None:
    """October is reported while September is closed."""
    make_forms(issued, "2021-10", (), LATE)
    assert merge_month(issued, "2021-10", (), LATE).outputs


def test_a_period_is_closed_once(issued: Workspace) -> None:
    """Closing again says since when it is."""
    with pytest.raises(ArgumentError, match="已于 2021年10月8日定稿"):
        close_period(issued, PERIOD, LATE)


def test_a_period_that_was_never_merged_cannot_be_closed(tmp_path: Path) -> None:
    """A check alone issues nothing."""
    made = sent(tmp_path / "w")
    all_on_pace(made)
    with pytest.raises(WorkspaceError, match="没有可以定稿的文件"):
        close_period(made, PERIOD, IN_TIME)
    check_period(made, PERIOD, IN_TIME)
    with pytest.raises(WorkspaceError, match="在上次汇总以后有变动"):
        close_period(made, PERIOD, IN_TIME)


def test_a_return_that_is_in_no_table_stops_closing(merged: Workspace) -> None:
    """What would be issued is not what came back."""
    returned(merged, FOOD, name="补报.xlsx", changes={"M004": {PROGRESS: "已完成40家。"}})
    with pytest.raises(WorkspaceError, match=r"补报\.xlsx") as told:
        close_period(merged, PERIOD, LATE)
    assert told.value.hint == f"请先运行 minsheng merge {PERIOD}，核对后再定稿。"


def test_a_check_since_the_merge_does_not_hide_a_new_return(merged: Workspace) -> None:
    """The ledger knows the file, the table does not."""
    returned(merged, FOOD, name="补报.xlsx", changes={"M004": {PROGRESS: "已完成40家。"}})
    check_period(merged, PERIOD, LATE)
    with pytest.raises(WorkspaceError, match="在上次汇总以后有变动"):
        close_period(merged, PERIOD, LATE)


def test_a_list_that_was_changed_since_the_merge_stops_closing(merged: Workspace) -> None:
    """A target corrected after the merge would stand in no document."""
    edit_list(merged, "清单", {"D2": "改造县乡公路，合计30公里。"})
    with pytest.raises(WorkspaceError, match="在上次汇总以后有变动"):
        close_period(merged, PERIOD, LATE)


def test_reopening_keeps_what_was_issued_under_its_own_name(issued: Workspace) -> None:
    """And says whether somebody has touched it since."""
    table = (results(issued) / f"{TABLE}.xlsx").read_bytes()
    (results(issued) / f"{BULLETIN}.docx").write_bytes(b"edited after it was issued")

    opened = reopen_period(issued, PERIOD, REASON, LATE)

    kept = results(issued) / f"{TABLE}（第1次印发）.xlsx"
    assert kept in opened.kept
    assert kept.read_bytes() == table
    assert [path.name for path in opened.changed] == [f"{BULLETIN}（第1次印发）.docx"]
    assert not (results(issued) / f"{TABLE}.xlsx").exists()
    assert (opened.closing.reason, opened.closing.reopened_at) == (REASON, LATE)


def test_an_issued_file_that_is_gone_is_told(issued: Workspace) -> None:
    """Nobody finds out years later that the issued bulletin is not there."""
    (results(issued) / f"{BULLETIN}.docx").unlink()
    opened = reopen_period(issued, PERIOD, REASON, LATE)
    assert opened.lost == (f"{BULLETIN}.docx",)
    assert len(opened.kept) == 3


def test_a_reopening_that_was_cut_short_is_taken_up_again(issued: Workspace) -> None:
    """A file that has its new name already is neither lost nor renamed twice."""
    table = results(issued) / f"{TABLE}.xlsx"
    kept = table.rename(table.with_name(f"{TABLE}（第1次印发）.xlsx"))
    opened = reopen_period(issued, PERIOD, REASON, LATE)
    assert (opened.lost, opened.changed) == ((), ())
    assert kept in opened.kept


def test_a_correction_yields_the_list_of_differences(issued: Workspace) -> None:
    """What was printed, what is right, and the file, sheet and cell of both."""
    reopen_period(issued, PERIOD, REASON, LATE)
    returned(issued, ROADS, name="更正.xlsx", changes={"M001": {PROGRESS: "已改造20公里。"}})
    merge_month(issued, PERIOD, (), LATE)

    first, *others = amendments(issued)
    assert first == [
        *("更正", "M001", "改造县乡公路，合计20公里。", ROADS, PROGRESS),
        *("已改造16公里。", "已改造20公里。"),
        f"{PERIOD}/2回收/{ROADS}.xlsx 进展表 E4",
        f"{PERIOD}/2回收/更正.xlsx 进展表 E4",
    ]
    assert {row[0] for row in others} <= {"统计变化"}
    notes = [row[0] for row in cells(results(issued) / "更正清单.xlsx", "更正清单")[-2:]]
    assert notes[0].startswith("与第1次印发（2021年10月8日定稿）相比，共 ")
    assert notes[1] == f"重新打开的原因：{REASON}"


def test_figures_that_changed_stand_beside_those_that_were_issued(issued: Workspace) -> None:
    """How many are finished, then and now."""
    reopen_period(issued, PERIOD, REASON, LATE)
    done = {PROGRESS: "已完成。20公里全部改造完成。", PLAN: "无"}
    returned(issued, ROADS, name="更正.xlsx", changes={"M001": done})
    merge_month(issued, PERIOD, (), LATE)
    figures = cells(results(issued) / "更正清单.xlsx", "数字变化")[1:]
    assert ["事项总数", "4", "4", ""] in figures
    assert ["状态：已完成", "0", "1", "1"] in figures
    assert ["状态：正常推进", "4", "3", "-1"] in figures


def test_without_a_difference_the_list_says_so(issued: Workspace) -> None:
    """Opened by mistake, merged and closed again."""
    reopen_period(issued, PERIOD, REASON, LATE)
    merge_month(issued, PERIOD, (), LATE)
    assert amendments(issued) == []
    notes = cells(results(issued) / "更正清单.xlsx", "更正清单")
    assert any("没有不同" in row[0] for row in notes)
    assert close_period(issued, PERIOD, LATE).closing.number == 2


def test_each_issue_is_compared_with_the_one_before(issued: Workspace) -> None:
    """The second correction does not tell the first one again."""
    reopen_period(issued, PERIOD, REASON, LATE)
    returned(issued, ROADS, name="更正.xlsx", changes={"M001": {PROGRESS: "已改造20公里。"}})
    merge_month(issued, PERIOD, (), LATE)
    close_period(issued, PERIOD, LATE)
    reopen_period(issued, PERIOD, "再更正", LATE)
    returned(issued, FOOD, name="又更正.xlsx", changes={"M004": {PROGRESS: "已完成39家。"}})
    merge_month(issued, PERIOD, (), LATE)
    assert {row[1] for row in amendments(issued)} == {"M004"}
    names = sorted(path.name for path in results(issued).iterdir())
    assert f"{TABLE}（第1次印发）.xlsx" in names
    assert f"{TABLE}（第2次印发）.xlsx" in names
    assert "更正清单（第2次印发）.xlsx" in names


def test_an_open_period_is_not_opened_again(merged: Workspace) -> None:
    """Nor is one without a reason."""
    with pytest.raises(ArgumentError, match="没有定稿"):
        reopen_period(merged, PERIOD, REASON, LATE)
    close_period(merged, PERIOD, LATE)
    with pytest.raises(ArgumentError, match="没有写重新打开的原因"):
        reopen_period(merged, PERIOD, "　", LATE)
    with pytest.raises(ArgumentError, match="定稿"):
        write_bulletins(merged, PERIOD, (), LATE)


def test_a_years_list_is_closed_and_corrected_alike(tmp_path: Path) -> None:
    """The summary forms: what the coordinator changed in the list is told as 清单更正."""
    made = workspace(tmp_path / "w")
    make_forms(made, "2021", (), SENT)
    merge_period(made, "2021", (), IN_TIME)
    assert close_period(made, "2021", IN_TIME).closing.number == 1
    reopen_period(made, "2021", "目标有误", LATE)
    edit_list(made, "清单", {"D2": "改造县乡公路，合计30公里。"})
    merge_period(made, "2021", (), LATE)
    book = made.root / "2021" / "4汇总" / "更正清单.xlsx"
    (changed,) = [row for row in cells(book, "更正清单")[1:] if row[1]]
    assert changed[0] == "清单更正"
    assert changed[5:7] == ["改造县乡公路，合计20公里。", "改造县乡公路，合计30公里。"]
