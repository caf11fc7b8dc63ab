"""`minsheng doctor` as a person and as a script see it."""

from pathlib import Path

import pytest

from tests.months import minsheng, sent
from toolkit.app import doctor
from toolkit.cli import as_json, health
from toolkit.model.check_up import Check, CheckUp, Group

FAMILIES = ("方正小标宋简体", "仿宋", "黑体", "楷体", "宋体")


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the computer all that there is to look for."""
    monkeypatch.setattr(doctor, "installed_families", lambda: frozenset(FAMILIES))
    monkeypatch.setattr(doctor, "office_program", lambda: "/usr/bin/soffice")
    monkeypatch.setattr(doctor, "package_version", lambda _: "1.0")
    monkeypatch.setattr(doctor, "rar_program", lambda: "unrar")


@pytest.mark.usefixtures("complete")
def test_nothing_lacks(tmp_path: Path) -> None:
    """Status 0; a line for each thing, on standard output."""
    ran = minsheng("doctor", "-w", sent(tmp_path / "w").root)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("什么都不缺。\n")
    assert "  √ 仿宋：仿宋\n" in ran.out
    assert "影响：" not in ran.out
    assert [line for line in ran.out.splitlines() if line in list(Group)] == list(Group)


@pytest.mark.usefixtures("complete")
def test_what_lacks_comes_with_its_effect_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 1: it needs a person."""
    monkeypatch.setattr(doctor, "installed_families", lambda: frozenset(FAMILIES[:1]))
    ran = minsheng("doctor", "-w", sent(tmp_path / "w").root)
    assert ran.status == 1
    assert "  × 仿宋（正文、表格内容）：没有\n" in ran.out
    assert "有 4 样要处理：影响版面 4 样。" in ran.out
    assert ran.out.count("怎么办：") == ran.out.count("影响：") == 1  # said once for all four


@pytest.mark.usefixtures("complete")
def test_a_folder_that_is_not_there_is_told_not_refused(tmp_path: Path) -> None:
    """Status 1, never 2: the rest of the report is as useful."""
    ran = minsheng("doctor", "-w", tmp_path / "没有")
    assert ran.status == 1
    assert "× 工作文件夹" in ran.out
    assert "√ LibreOffice" in ran.out
    assert not (tmp_path / "没有").exists()


def test_json(tmp_path: Path) -> None:
    """One object with every check; what is not there is null."""
    ran = minsheng("doctor", "-w", tmp_path, "--json")
    assert list(ran.json) == ["checks"]
    keys = {"name", "group", "ok", "found", "effect", "advice"}
    assert all(set(check) == keys for check in ran.json["checks"])
    assert {check["group"] for check in ran.json["checks"]} == {g.value for g in Group}
    (missing,) = [c for c in ran.json["checks"] if c["name"] == "实事清单.xlsx"]
    assert (missing["ok"], missing["found"], missing["group"]) == (False, None, "必需")
    assert missing["effect"]
    assert missing["advice"]
    assert ran.status == 1
    good = [check for check in ran.json["checks"] if check["ok"]]
    assert good
    assert all(check["effect"] is None for check in good)


def test_the_object_of_a_check() -> None:
    """The purpose is for people; it is said in the name's line."""
    check = Check("仿宋", Group.LAYOUT, "正文", None, ok=False, effect="换字体", advice="安装")
    assert as_json.checked_up(CheckUp((check,), shows_chinese=True)) == {
        "checks": [
            {
                "name": "仿宋",
                "group": "影响版面",
                "ok": False,
                "found": None,
                "effect": "换字体",
                "advice": "安装",
            }
        ]
    }


def test_a_console_without_chinese_is_told_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    """In letters that every console has; the report would be marks of question."""
    check = Check("屏幕显示中文", Group.REQUIRED, "看提示", "不可以", ok=False)
    health.report(CheckUp((check,), shows_chinese=False))
    out = capsys.readouterr().out
    assert out.isascii()
    assert "PYTHONUTF8=1" in out


def test_several_mistakes_stand_in_lines_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    """As they do when a command refuses the list."""
    effect = "实事清单.xlsx 有误：\n  1. 甲\n  2. 乙"
    check = Check("清单", Group.REQUIRED, "设置", "有", ok=False, effect=effect, advice="改正。")
    health.report(CheckUp((check,), shows_chinese=True))
    lines = capsys.readouterr().out.splitlines()
    assert "        1. 甲" in lines
    assert "      怎么办：改正。" in lines


@pytest.mark.parametrize("group", Group)
def test_what_nobody_has_to_have_needs_no_person(group: Group) -> None:
    """An optional component that is not there is told, and the command ends with 0."""
    lacking = Check(
        "解 .rar", group, "收取 .rar 压缩包", None, ok=False, effect="打不开", advice="装"
    )
    assert CheckUp((lacking,), shows_chinese=True).needs_person == (group is not Group.OPTIONAL)
