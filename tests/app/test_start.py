"""A working folder from a notice."""

from pathlib import Path

import pytest

from tests.months import FOOD, ROADS, ROWS, SCHEME, SCHOOLS, STARTED, TITLES, cells, write_notice
from toolkit.app.start import start
from toolkit.app.workspace import Workspace
from toolkit.errors import ArgumentError, SchemeError, WorkspaceError
from toolkit.files.schemes import scheme_text


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """Return a notice's table."""
    return write_notice(tmp_path / "项目表.xlsx")


def test_the_list_of_the_notice_becomes_the_programme_workbook(
    tmp_path: Path, notice: Path
) -> None:
    """Every item gets a number of its own; texts are what the notice says."""
    started = start(tmp_path / "w", notice, STARTED, SCHEME)
    path = started.workspace.programme_path
    assert path == tmp_path / "w" / "实事清单.xlsx"
    header, *rows = cells(path, "清单")
    assert header == ["编号", *TITLES]
    assert [row[0] for row in rows] == ["M001", "M002", "M003", "M004"]
    assert [tuple(row[1:]) for row in rows] == list(ROWS)


def test_what_was_written_is_what_is_read(tmp_path: Path, notice: Path) -> None:
    """The programme that `init` returns and the one that every later command loads are the same."""
    started = start(tmp_path / "w", notice, STARTED, SCHEME)
    assert started.workspace.load() == started.programme
    assert list(started.programme.assignments) == [ROADS, SCHOOLS, FOOD]


def test_the_scheme_and_the_year_are_recognised(tmp_path: Path, notice: Path) -> None:
    """By the titles of the table and by what stands above it."""
    programme = start(tmp_path / "w", notice, STARTED).programme
    assert programme.scheme.name == SCHEME
    assert programme.settings.year == 2021
    assert programme.settings.authority == "济宁高新区管委会"


def test_year_and_authority_can_be_given(tmp_path: Path, notice: Path) -> None:
    """They count before what the notice and the scheme say."""
    settings = start(tmp_path / "w", notice, STARTED, SCHEME, 2022, "任城区政府").programme.settings
    assert (settings.year, settings.authority, settings.signature) == (
        2022,
        "任城区政府",
        "任城区政府",
    )


@pytest.mark.parametrize("year", [0, 21, 1999, 2100])
def test_a_year_that_no_list_could_have_is_refused(tmp_path: Path, notice: Path, year: int) -> None:
    """Nothing is written that could not be read again."""
    with pytest.raises(ArgumentError, match=f"年度“{year}”不对"):
        start(tmp_path / "w", notice, STARTED, SCHEME, year)
    assert not (tmp_path / "w").exists()


def test_a_notice_without_a_year_asks_for_it(tmp_path: Path) -> None:
    """The hint names the option."""
    import openpyxl

    path = write_notice(tmp_path / "项目表.xlsx")
    book = openpyxl.load_workbook(path)
    book["项目表"]["A1"] = "为民办实事项目表"
    book.save(path)
    with pytest.raises(ArgumentError) as caught:
        start(tmp_path / "w", path, STARTED, SCHEME)
    assert "--year" in caught.value.hint


def test_a_programme_is_never_overwritten(tmp_path: Path, notice: Path) -> None:
    """A coordinator's corrections are in it."""
    root = start(tmp_path / "w", notice, STARTED, SCHEME).workspace.root
    before = (root / "实事清单.xlsx").read_bytes()
    with pytest.raises(WorkspaceError, match="不会覆盖"):
        start(root, notice, STARTED, SCHEME)
    assert (root / "实事清单.xlsx").read_bytes() == before


def test_a_folder_that_holds_other_things_will_do(tmp_path: Path, notice: Path) -> None:
    """What lies there stays."""
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "通知.docx").write_text("通知")
    start(tmp_path / "w", notice, STARTED, SCHEME)
    assert (tmp_path / "w" / "通知.docx").read_text() == "通知"


def test_an_own_scheme_is_kept_beside_the_programme(tmp_path: Path, notice: Path) -> None:
    """Given by a path from anywhere; every later command finds it in the working folder."""
    own = tmp_path / "我的体例" / "任城.toml"
    own.parent.mkdir()
    own.write_text(scheme_text(SCHEME).replace("济宁高新区", "任城区"), "utf-8")
    started = start(tmp_path / "w", notice, STARTED, str(own))
    assert started.programme.settings.scheme == "任城.toml"
    own.unlink()
    assert Workspace(tmp_path / "w").load().scheme.place == "任城区"


def test_another_scheme_of_that_name_in_the_folder_is_not_replaced(
    tmp_path: Path, notice: Path
) -> None:
    """Somebody may be working on it; the same one may lie there already."""
    root, own = tmp_path / "w", tmp_path / "任城.toml"
    own.write_text(scheme_text(SCHEME), "utf-8")
    root.mkdir()
    (root / "任城.toml").write_text("改了一半", "utf-8")
    with pytest.raises(WorkspaceError, match="不会覆盖"):
        start(root, notice, STARTED, str(own))
    (root / "任城.toml").write_text(scheme_text(SCHEME), "utf-8")
    assert start(root, notice, STARTED, str(root / "任城.toml")).programme.items


def test_a_broken_scheme_stops_before_anything_is_written(tmp_path: Path, notice: Path) -> None:
    """All its mistakes are told."""
    (tmp_path / "任城.toml").write_text('name = "任城"', "utf-8")
    with pytest.raises(SchemeError, match="缺少这一项"):
        start(tmp_path / "w", notice, STARTED, str(tmp_path / "任城.toml"))
    assert not (tmp_path / "w").exists()


def test_a_missing_notice_is_named(tmp_path: Path) -> None:
    """With its path as it was given."""
    with pytest.raises(ArgumentError, match="找不到通知文件"):
        start(tmp_path / "w", tmp_path / "没有.xlsx", STARTED, SCHEME)


def test_a_notice_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """The reason and the advice are those of the reader."""
    (tmp_path / "通知.xlsx").write_bytes(b"")
    with pytest.raises(ArgumentError, match="0 字节"):
        start(tmp_path / "w", tmp_path / "通知.xlsx", STARTED, SCHEME)


def test_a_notice_without_a_table_says_what_was_looked_for(tmp_path: Path) -> None:
    """The titles of the scheme's columns."""
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "通知.xlsx") as book:
        book.add_worksheet().write_string(0, 0, "关于做好2021年为民办实事的通知")
    with pytest.raises(ArgumentError) as caught:
        start(tmp_path / "w", tmp_path / "通知.xlsx", STARTED)
    assert "没有找到实事清单" in caught.value.message
    assert "责任单位" in caught.value.hint
    assert not (tmp_path / "w").exists()
