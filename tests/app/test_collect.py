"""What came back for a period: every file ends with one outcome, and no file stops another."""

import os
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from tests.files.test_hazards import with_cell
from tests.months import (
    FOOD,
    IN_TIME,
    LATE,
    PERIOD,
    PROGRESS,
    ROADS,
    SCHOOLS,
    all_returned,
    edit_list,
    fill,
    form,
    good,
    returned,
    sent,
)
from toolkit.app import collect
from toolkit.app.collect import Collected, gather
from toolkit.app.dispatch import make_forms
from toolkit.app.workspace import Workspace
from toolkit.errors import ArgumentError, UnreadableFileError
from toolkit.files.guard import ReadFile, read_files
from toolkit.model.scheme import Key
from toolkit.model.submission import FileStatus


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder whose forms are sent."""
    return sent(tmp_path / "工作 文件夹")


def outcomes(result: Collected) -> dict[str, FileStatus]:
    """Return what became of each file, by its name."""
    return {r.file.name: r.status for r in result.month.received}


def progress(result: Collected, unit: str) -> list[str]:
    """Return what a unit's counting return says."""
    submission = next(s for s in result.month.submissions if s.unit == unit)
    return [entry.values[Key.PROGRESS] for entry in submission.entries]


def test_returns_dropped_into_the_folder_are_found(made: Workspace) -> None:
    """Whatever they are called, and in folders of their own too."""
    returned(made, ROADS, "9月报表(终稿).xlsx")
    returned(made, FOOD, "微信/新建文件夹/表1.xlsx")
    result = gather(made, PERIOD, (), IN_TIME)
    assert {r.unit for r in result.month.received} == {ROADS, FOOD}
    assert set(outcomes(result).values()) == {FileStatus.ACCEPTED}
    assert result.month.missing == (SCHOOLS,)


def test_returns_are_copied_from_elsewhere_with_their_source(
    made: Workspace, tmp_path: Path
) -> None:
    """The source is the path as it was given, also when the command is run again without it."""
    source = fill(form(made, ROADS), tmp_path / "来件" / "路.xlsx", good(made, ROADS))
    for paths, at in (((source,), IN_TIME), ((), LATE)):
        (received,) = gather(made, PERIOD, paths, at).month.received
        assert received.file.source == str(source)
        assert received.file.stored == f"{PERIOD}/2回收/路.xlsx"
        assert received.file.received_at == IN_TIME


def test_the_later_of_two_returns_counts(made: Workspace) -> None:
    """By when they were received; the earlier one is kept and says by which it was replaced."""
    returned(made, ROADS, "路.xlsx")
    gather(made, PERIOD, (), IN_TIME)
    returned(made, ROADS, "路(更正).xlsx", {"M001": {PROGRESS: "已完工16公里。"}})
    result = gather(made, PERIOD, (), LATE)
    assert outcomes(result) == {
        "路.xlsx": FileStatus.SUPERSEDED,
        "路(更正).xlsx": FileStatus.ACCEPTED,
    }
    assert progress(result, ROADS) == ["已完工16公里。"]
    loser = next(r for r in result.month.received if r.file.name == "路.xlsx")
    assert loser.reason == "该单位另有“路(更正).xlsx”，以那份为准（收到较晚）"


def test_an_empty_form_never_replaces_a_filled_one(made: Workspace) -> None:
    """1下发 taken in by mistake, or a unit that sends back its blank form after its report."""
    returned(made, ROADS, "路.xlsx")
    gather(made, PERIOD, (), IN_TIME)
    result = gather(made, PERIOD, [form(made, ROADS)], LATE)
    assert outcomes(result) == {
        "路.xlsx": FileStatus.ACCEPTED,
        f"{ROADS}.xlsx": FileStatus.SUPERSEDED,
    }
    loser = next(r for r in result.month.received if r.status is FileStatus.SUPERSEDED)
    assert loser.reason == "该单位另有“路.xlsx”，以那份为准（本份没有填写任何内容）"
    assert progress(result, ROADS) == ["M001正常推进。"]


def test_an_empty_form_alone_is_a_return_with_nothing_in_it(made: Workspace) -> None:
    """It goes back to be filled."""
    gather(made, PERIOD, [form(made, ROADS)], IN_TIME)
    assert outcomes(gather(made, PERIOD, (), LATE)) == {f"{ROADS}.xlsx": FileStatus.ACCEPTED}


def test_a_return_that_is_taken_away_counts_no_longer(made: Workspace) -> None:
    """The earlier one counts again; with the last one gone the unit has not reported."""
    first = returned(made, ROADS, "路.xlsx")
    gather(made, PERIOD, (), IN_TIME)
    second = returned(made, ROADS, "路(更正).xlsx", {"M001": {PROGRESS: "已完工16公里。"}})
    gather(made, PERIOD, (), LATE)
    second.unlink()
    assert progress(gather(made, PERIOD, (), LATE), ROADS) == ["M001正常推进。"]
    first.unlink()
    result = gather(made, PERIOD, (), LATE)
    assert result.month.missing == (ROADS, SCHOOLS, FOOD)
    with made.ledger(made.load()) as ledger:
        assert ledger.files(PERIOD) == {}
        assert ledger.entries(PERIOD) == ()


def test_the_same_file_offered_again_is_a_duplicate(made: Workspace, tmp_path: Path) -> None:
    """It is told, and changes nothing."""
    source = fill(form(made, ROADS), tmp_path / "路.xlsx", good(made, ROADS))
    copy = Path(shutil.copy(source, tmp_path / "路(1).xlsx"))
    gather(made, PERIOD, [source], IN_TIME)
    result = gather(made, PERIOD, [source, copy], LATE)
    assert [r.status for r in result.repeated] == [FileStatus.DUPLICATE] * 2
    assert [r.file.source for r in result.repeated] == [str(source), str(copy)]
    assert result.repeated[0].reason == "内容与已收到的“路.xlsx”完全相同，只算一份"
    assert outcomes(result) == {"路.xlsx": FileStatus.ACCEPTED}


def test_returns_in_archives_are_read_and_say_where_they_were(
    made: Workspace, tmp_path: Path
) -> None:
    """One archive is offered, one lies in 2回收; neither is a return itself."""
    roads = fill(form(made, ROADS), tmp_path / "路.xlsx", good(made, ROADS))
    food = fill(form(made, FOOD), tmp_path / "食.xlsx", good(made, FOOD))
    offered, lying = tmp_path / "来件.zip", made.root / PERIOD / "2回收" / "街道.zip"
    lying.parent.mkdir(parents=True, exist_ok=True)
    for archive, member in ((offered, roads), (lying, food)):
        with zipfile.ZipFile(archive, "w") as package:
            package.write(member, f"各单位/{member.name}")
    result = gather(made, PERIOD, [offered], IN_TIME)
    assert outcomes(result) == {"路.xlsx": FileStatus.ACCEPTED, "食.xlsx": FileStatus.ACCEPTED}
    assert sorted(r.file.source for r in result.month.received) == sorted(
        [f"{offered}!各单位/路.xlsx", f"{PERIOD}/2回收/街道.zip!各单位/食.xlsx"]
    )
    assert [(s.path, s.reason) for s in result.skipped] == [
        (f"{PERIOD}/2回收/街道.zip", "已解开，其中 1 个文件")
    ]
    again = gather(made, PERIOD, [offered], LATE)
    assert again.month.received == result.month.received
    assert [(r.status, r.file.source) for r in again.repeated] == [
        (FileStatus.DUPLICATE, f"{offered}!各单位/路.xlsx")
    ]


def test_the_same_content_twice_in_the_folder_counts_once(made: Workspace) -> None:
    """Dropped in by hand under two names."""
    path = returned(made, ROADS, "路.xlsx")
    shutil.copy(path, path.with_name("路 副本.xlsx"))
    result = gather(made, PERIOD, (), IN_TIME)
    assert sorted(outcomes(result).values()) == [FileStatus.ACCEPTED, FileStatus.DUPLICATE]


def test_a_form_of_another_month_does_not_count(made: Workspace) -> None:
    """It is foreign, says of which month it is, and the unit is still missing."""
    make_forms(made, "2021-08", (), IN_TIME)
    returned(made, ROADS, period="2021-08")
    (made.root / "2021-08" / "2回收" / f"{ROADS}.xlsx").rename(
        made.root / PERIOD / "2回收" / "八月.xlsx"
    )
    result = gather(made, PERIOD, (), IN_TIME)
    (received,) = result.month.received
    assert received.status is FileStatus.FOREIGN
    assert received.reason == "这是2021年1-8月的表，不是2021年1-9月的表"
    assert ROADS in result.month.missing


def test_broken_files_are_told_and_the_rest_is_read(made: Workspace) -> None:
    """One outcome a file, each with a reason."""
    all_returned(made)
    inbox = made.root / PERIOD / "2回收"
    (inbox / "空.xlsx").write_bytes(b"")
    (inbox / "网页.xls").write_text("<html></html>")
    (inbox / "半截.xlsx").write_bytes((inbox / f"{ROADS}.xlsx").read_bytes()[:900])
    (inbox / "~$锁.xlsx").write_bytes(b"x")
    result = gather(made, PERIOD, (), IN_TIME)
    assert result.month.missing == ()
    assert {n: s for n, s in outcomes(result).items() if s is not FileStatus.ACCEPTED} == {
        "空.xlsx": FileStatus.UNREADABLE,
        "网页.xls": FileStatus.UNREADABLE,
        "半截.xlsx": FileStatus.UNREADABLE,
    }
    assert [Path(s.path).name for s in result.skipped] == ["~$锁.xlsx"]


def test_files_that_the_disk_does_not_give_are_not_each_others_duplicates(
    made: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is known of their content, so each is unreadable for itself."""
    all_returned(made)

    def refuse(paths: Sequence[Path], password: str | None) -> Iterator[ReadFile]:
        for file in read_files(paths, password=password):
            given = file.path.stem not in (ROADS, FOOD)
            yield (
                file
                if given
                else ReadFile(file.path, "", UnreadableFileError("无法读取", "请重试。"))
            )

    monkeypatch.setattr(collect, "read_files", refuse)
    result = gather(made, PERIOD, (), IN_TIME)
    assert outcomes(result) == {
        f"{ROADS}.xlsx": FileStatus.UNREADABLE,
        f"{SCHOOLS}.xlsx": FileStatus.ACCEPTED,
        f"{FOOD}.xlsx": FileStatus.UNREADABLE,
    }
    assert result.month.missing == (ROADS, FOOD)


def test_a_cell_at_the_far_end_of_a_sheet_costs_no_return(made: Workspace) -> None:
    """It makes the fast reader abort; the file is read all the same, and so are the others."""
    all_returned(made)
    deadly = made.root / PERIOD / "2回收" / "害群之马.xlsx"
    deadly.write_bytes(with_cell("XFD1048576"))
    result = gather(made, PERIOD, (), IN_TIME)
    assert result.month.missing == ()
    bad = next(r for r in result.month.received if r.file.name == deadly.name)
    assert bad.status is FileStatus.FOREIGN


def test_a_name_that_is_no_text_is_skipped_in_the_folder(made: Workspace) -> None:
    """The ledger and the findings could not name it; renaming it is a person's to do."""
    path = returned(made, ROADS)
    path.rename(path.with_name(os.fsdecode("交通.xlsx".encode("gbk"))))
    result = gather(made, PERIOD, (), IN_TIME)
    assert result.month.received == ()
    assert [(Path(s.path).name, "改名" in s.reason) for s in result.skipped] == [
        ("交通.xlsx", True)
    ]


def test_a_path_that_does_not_exist_stops_the_run(made: Workspace) -> None:
    """Nothing is copied before every path is known to be there."""
    path = returned(made, ROADS, "../路.xlsx")
    with pytest.raises(ArgumentError, match=r"找不到“没有\.xlsx”"):
        gather(made, PERIOD, [path, Path("没有.xlsx")], IN_TIME)
    assert list((made.root / PERIOD / "2回收").iterdir()) == []


def test_an_alias_on_the_form_is_the_unit(made: Workspace, tmp_path: Path) -> None:
    """A table pasted into a fresh workbook under the name that people use."""
    edit_list(made, "单位", {"B2": "建交局、住建交通局"})
    _pasted(form(made, ROADS), made.root / PERIOD / "2回收" / "表.xlsx", "住建交通局", tmp_path)
    (received,) = gather(made, PERIOD, (), IN_TIME).month.received
    assert (received.status, received.unit) == (FileStatus.ACCEPTED, ROADS)
    assert received.identity is not None
    assert received.identity.identified_by == "填报单位"


def test_an_alias_in_the_files_name_is_the_unit(made: Workspace, tmp_path: Path) -> None:
    """Where the form itself no longer says whose it is."""
    edit_list(made, "单位", {"B2": "建交局"})
    _pasted(form(made, ROADS), made.root / PERIOD / "2回收" / "建交局9月.xlsx", "", tmp_path)
    (received,) = gather(made, PERIOD, (), IN_TIME).month.received
    assert received.unit == ROADS
    assert received.identity is not None
    assert received.identity.identified_by == "文件名"


def _pasted(source: Path, target: Path, unit: str, folder: Path) -> None:
    """Copy a form's visible table into a fresh workbook, as people do."""
    import openpyxl

    book = openpyxl.load_workbook(fill(source, folder / "填.xlsx", {"M001": {PROGRESS: "一半。"}}))
    for name in ("_minsheng", "填报说明"):
        del book[name]
    sheet = book["进展表"]
    sheet["A2"] = f"填报单位：{unit}"
    sheet.delete_cols(8)
    book.save(target)


def test_when_a_return_was_received_is_when_it_was_first_seen(made: Workspace) -> None:
    """Running again a week later makes nobody late."""
    returned(made, ROADS)
    for at in (IN_TIME, LATE, datetime(2021, 11, 1)):
        (received,) = gather(made, PERIOD, (), at).month.received
        assert received.file.received_at == IN_TIME
