"""What is judged to lack, with its effect and what to do; a look changes nothing."""

import hashlib
import os
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from tests.months import sent, workspace
from toolkit.app.doctor import (
    check_up,
    console_check,
    font_checks,
    named_fonts,
    office_check,
    package_check,
    python_check,
    rar_check,
)
from toolkit.app.folder_checks import folder_checks
from toolkit.app.workspace import Workspace
from toolkit.files.components import PACKAGES, Package
from toolkit.model.check_up import Check, Group
from toolkit.model.fonts import FONTS


def in_folder(made: Workspace) -> dict[str, Check]:
    """Return what is found in a working folder, by name."""
    return {check.name: check for check in folder_checks(made)[0]}


def state_of(root: Path) -> dict[str, str]:
    """Return the digest of every file."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_look_changes_nothing(tmp_path: Path) -> None:
    """Neither in a working folder nor beside it."""
    made = sent(tmp_path / "w")
    before = state_of(tmp_path)
    check_up(made)
    check_up(Workspace(tmp_path))
    check_up(Workspace(tmp_path / "没有"))
    assert state_of(tmp_path) == before


def test_the_report_goes_from_what_is_needed_to_what_may_be(tmp_path: Path) -> None:
    """And names every thing once, with a reason and an advice where it lacks."""
    checks = check_up(sent(tmp_path / "w")).checks
    assert list(dict.fromkeys(check.group for check in checks)) == list(Group)
    assert len({check.name for check in checks}) == len(checks)
    for check in checks:
        assert check.purpose
        assert check.ok or (check.effect and check.advice)
        assert check.found or not check.ok


def test_a_good_working_folder(tmp_path: Path) -> None:
    """It can be written to, its list is read, its ledger opened, nothing is open."""
    checks = in_folder(sent(tmp_path / "w"))
    assert [name for name, check in checks.items() if not check.ok] == []
    assert checks["实事清单.xlsx"].found == "能读出，4 个事项，6 个单位"
    assert checks["台账"].found == "台账.db 能打开"


def test_a_ledger_that_is_not_there_yet_is_no_lack(tmp_path: Path) -> None:
    """Sending forms makes it."""
    made = workspace(tmp_path / "w")
    (made.root / "台账.db").unlink(missing_ok=True)
    check = in_folder(made)["台账"]
    assert (check.ok, check.found) == (True, "还没有，第一次下发时自动建立")
    assert not (made.root / "台账.db").exists()


def test_a_damaged_ledger(tmp_path: Path) -> None:
    """It is told as the commands tell it."""
    made = sent(tmp_path / "w")
    (made.root / "台账.db").write_bytes(b"damaged " * 1000)
    check = in_folder(made)["台账"]
    assert not check.ok
    assert "已损坏" in (check.effect or "")
    assert "备份" in (check.advice or "")


def test_a_list_with_mistakes(tmp_path: Path) -> None:
    """All of them with their cells; the ledger is then not asked for."""
    made = workspace(tmp_path / "w")
    book = openpyxl.load_workbook(made.programme_path)
    book["基本信息"]["B3"].value = "今年"
    book.save(made.programme_path)
    checks = in_folder(made)
    assert not checks["实事清单.xlsx"].ok
    assert "B3" in (checks["实事清单.xlsx"].effect or "")
    assert "台账" not in checks


def test_a_list_that_is_no_workbook(tmp_path: Path) -> None:
    """The reason and what to do are those of the commands."""
    (tmp_path / "实事清单.xlsx").write_bytes(b"")
    check = in_folder(Workspace(tmp_path))["实事清单.xlsx"]
    assert (check.ok, check.found) == (False, "有，但是不能用")
    assert "读不出来" in (check.effect or "")


def test_a_list_that_the_system_keeps_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Held by another program, on Windows; a check never stops the report."""

    def held(self: Path, *_: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    made = workspace(tmp_path / "w")
    monkeypatch.setattr(Path, "open", held)
    monkeypatch.setattr(Path, "read_bytes", held)
    check = in_folder(made)["实事清单.xlsx"]
    assert (check.ok, check.found) == (False, "有，但是不能用")
    assert "读不出来" in (check.effect or "")


@pytest.mark.parametrize("name", ["没有", "文件.txt"])
def test_what_is_no_folder(tmp_path: Path, name: str) -> None:
    """One thing lacks; the rest of the folder is not asked for."""
    (tmp_path / "文件.txt").write_bytes(b"")
    checks = in_folder(Workspace(tmp_path / name))
    assert list(checks) == ["工作文件夹"]
    assert not checks["工作文件夹"].ok
    assert "minsheng init" in (checks["工作文件夹"].advice or "")


def test_a_folder_that_is_none_of_ours(tmp_path: Path) -> None:
    """It is said what cannot be done there, and how to begin."""
    check = in_folder(Workspace(tmp_path))["实事清单.xlsx"]
    assert (check.ok, check.found) == (False, None)
    assert "-w" in (check.advice or "")
    assert "minsheng init" in (check.advice or "")


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check never stops the report."""

    def refused(_: Path) -> bool:
        raise PermissionError(13, "Permission denied", "w")

    monkeypatch.setattr(Path, "is_dir", refused)
    checks = in_folder(Workspace(tmp_path))
    assert [(check.name, check.ok) for check in checks.values()] == [("工作文件夹", False)]


def test_a_folder_that_is_protected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says that nobody may write there."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    check = in_folder(Workspace(tmp_path))["工作文件夹"]
    assert not check.ok
    assert "权限" in (check.advice or "")


@pytest.mark.parametrize(("free", "ok"), [(499_999_999, False), (500_000_000, True)])
def test_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, ok: bool) -> None:
    """Enough for a month of a large programme."""
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert in_folder(Workspace(tmp_path))["磁盘空间"].ok is ok


def test_an_open_file(tmp_path: Path) -> None:
    """The file is named, and the mark that may be deleted when nobody has it open."""
    made = sent(tmp_path / "w")
    (made.root / "~$实事清单.xlsx").write_bytes(b"lock")
    check = in_folder(made)["打开着的文件"]
    assert (check.ok, check.found) == (False, "实事清单.xlsx")
    assert "~$实事清单.xlsx" in (check.advice or "")


def test_fonts_that_are_there_under_another_name() -> None:
    """English family names are those of the same fonts."""
    families = ("FZXiaoBiaoSong-B05S", "FangSong", "SimHei", "KaiTi", "SimSun")
    checks = font_checks(FONTS, families)
    assert [check.found for check in checks] == list(families)
    assert all(check.ok and check.advice is None for check in checks)


def test_a_substitute_is_named_as_one() -> None:
    """Nothing lacks; programs need not choose it by themselves, so it is said what to do then."""
    checks = {check.name: check for check in font_checks(FONTS, ("仿宋_GB2312", "SimHei"))}
    assert checks["仿宋"].ok
    assert "仿宋_GB2312" in (checks["仿宋"].found or "")
    assert "仿宋_GB2312" in (checks["仿宋"].advice or "")


def test_fonts_that_lack() -> None:
    """Those of Windows are put in by Windows, 小标宋 comes from its maker."""
    checks = {check.name: check for check in font_checks(FONTS, ("Noto Sans CJK SC",))}
    assert [name for name, check in checks.items() if not check.ok] == [f.name for f in FONTS]
    assert "可选功能" in (checks["仿宋"].advice or "")
    assert "方正" in (checks["方正小标宋简体"].advice or "")


def test_fonts_that_nobody_can_list() -> None:
    """It is said so once, and which ones a person should look for."""
    (check,) = font_checks(FONTS, None)
    assert (check.ok, check.found) == (False, None)
    assert "查不出" in (check.effect or "")
    assert all(font.name in (check.advice or "") for font in FONTS)


def test_fonts_of_an_own_template_are_looked_for(tmp_path: Path) -> None:
    """An office's template may name others than ours."""
    made = workspace(tmp_path / "w")
    (made.root / "模板").mkdir()
    own = docx.Document()
    properties = own.styles["Normal"].element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), "机关专用体")
    own.save(str(made.root / "模板" / "monthly.docx"))
    names = [font.name for font in named_fonts(made, made.load())]
    assert "机关专用体" in names
    assert named_fonts(made, None) == FONTS


@pytest.mark.parametrize(("version", "ok"), [((3, 10), False), ((3, 11), True), ((3, 14), True)])
def test_python(version: tuple[int, int], ok: bool) -> None:
    """The oldest that setup.cfg admits."""
    assert python_check(version, "…").ok is ok


@pytest.mark.parametrize(("encoding", "ok"), [("utf-8", True), ("cp936", True), ("ascii", False)])
def test_the_console(encoding: str, ok: bool) -> None:
    """It is named, so that somebody who helps can see it."""
    check = console_check(encoding)
    assert check.ok is ok
    assert encoding in (check.found or "")


def test_libre_office() -> None:
    """Its place, or which files cannot be read without it."""
    assert office_check("/opt/soffice").found == "/opt/soffice"
    assert ".doc" in (office_check(None).effect or "")


@pytest.mark.parametrize(
    ("version", "program", "ok", "advice"),
    [
        ("4.2", "unrar", True, ()),
        ("4.2", None, False, ("安装解压程序",)),
        (None, None, False, ("pip install", "安装解压程序")),
    ],
)
def test_rar(version: str | None, program: str | None, ok: bool, advice: tuple[str, ...]) -> None:
    """It takes a package and a program; only what lacks is advised."""
    check = rar_check(version, program)
    assert check.ok is ok
    parts = ("pip install", "安装解压程序")
    assert tuple(part for part in parts if part in (check.advice or "")) == advice


def test_an_optional_package_is_advised_for_this_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command can be copied as it stands, though a folder's name holds a blank."""
    monkeypatch.setattr("sys.executable", "/opt/my tools/python")
    (database,) = PACKAGES["postgres"]
    check = package_check(database, None, Group.OPTIONAL, "…", "…")
    assert check.advice == '联网运行："/opt/my tools/python" -m pip install "psycopg[binary]"'


def test_the_package_of_a_database_is_needed_where_the_ledger_lies_in_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere it is optional."""

    def none(_: Package) -> None:
        return None

    monkeypatch.setattr("toolkit.app.doctor.package_version", none)
    made = workspace(tmp_path / "w")
    groups = {check.name: check.group for check in check_up(made).checks}
    assert groups["psycopg"] is Group.OPTIONAL
    book = openpyxl.load_workbook(made.programme_path)
    (cell,) = [row[1] for row in book["基本信息"].iter_rows() if row[0].value == "台账地址"]
    cell.value = "postgresql://minsheng:secret@10.0.0.1/shishi"
    book.save(made.programme_path)
    checks = {check.name: check for check in check_up(made).checks}
    assert checks["psycopg"].group is Group.REQUIRED
    assert checks["台账"].found == "在数据库里，没有试着连接"
    assert not any("secret" in str(check) for check in checks.values())
