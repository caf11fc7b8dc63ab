"""What cannot run ends with status 2, says why in Chinese and what to do; never a traceback."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

from tests.months import (
    PERIOD,
    ROADS,
    Ran,
    all_returned,
    edit_list,
    minsheng,
    sent,
    workspace,
    write_notice,
)
from toolkit.app.workspace import Workspace


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder whose forms are sent."""
    return sent(tmp_path / "w")


def refused(ran: Ran) -> str:
    """Return what a refused run said; hold what all refusals have in common."""
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("错误：")
    assert "\n请这样做：" in ran.err
    assert "Traceback" not in ran.err
    return ran.err


@pytest.mark.parametrize("period", ["2021-13", "2021.9", "9月", "2021-9", "-"])
@pytest.mark.parametrize("command", ["forms", "gather", "check", "merge", "status"])
def test_a_period_that_is_none(made: Workspace, command: str, period: str) -> None:
    """The hint shows how periods are written."""
    said = refused(minsheng(command, period, "-w", made.root))
    assert f"看不懂报告期“{period}”" in said
    assert "2021-09（月）" in said


@pytest.mark.parametrize("command", ["forms", "gather", "check", "merge", "status"])
def test_a_period_of_another_year(made: Workspace, command: str) -> None:
    """The folder is that of one year."""
    said = refused(minsheng(command, "2020-09", "-w", made.root))
    assert "报告期 2020-09 不在本年度（2021年）" in said


def test_an_unknown_unit(made: Workspace) -> None:
    """The hint lists the units that report."""
    said = refused(minsheng("forms", PERIOD, "--unit", "教育局", "-w", made.root))
    assert "没有由“教育局”填报的事项" in said
    assert ROADS in said


@pytest.mark.parametrize(
    "words", [("forms", PERIOD), ("merge", PERIOD), ("status",), ("trace", PERIOD, "M001")]
)
def test_a_folder_that_is_no_working_folder(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Empty, or not there at all; nothing is made in it."""
    for root in (tmp_path / "没有", tmp_path):
        said = refused(minsheng(*words, "-w", root))
        assert "没有 实事清单.xlsx" in said
        assert "minsheng init" in said
    assert list(tmp_path.iterdir()) == []


def test_mistakes_in_the_list_are_all_told(made: Workspace) -> None:
    """Over several sheets, each with sheet and cell, numbered."""
    edit_list(made, "清单", {"A3": "M001", "A4": ""})
    edit_list(made, "单位", {"A3": ROADS})
    edit_list(made, "豁免", {"A2": "V403"})
    said = refused(minsheng("merge", PERIOD, "-w", made.root))
    assert "实事清单.xlsx 有 7 处需要改正" in said
    lists = ("“清单”表 A3", "“清单”表 A4", "“单位”表 A3", "“豁免”表 F2")
    for place in (*lists, "“目标”表 A3", "“目标”表 A4", "“目标”表 A5"):
        assert place in said
    assert not (made.root / PERIOD / "4汇总").exists()


def test_a_missing_file(made: Workspace) -> None:
    """Named as it was typed."""
    for command in ("gather", "merge"):
        said = refused(minsheng(command, PERIOD, "来件/没有.xlsx", "-w", made.root))
        assert "找不到“来件/没有.xlsx”" in said


def test_the_working_folder_itself_as_returns(made: Workspace) -> None:
    """Its forms and results would come in as returns."""
    said = refused(minsheng("merge", PERIOD, made.root, "-w", made.root))
    assert "不能整个收取" in said


def test_a_notice_that_is_missing_or_holds_no_table(tmp_path: Path) -> None:
    """Nothing is made."""
    with xlsxwriter.Workbook(tmp_path / "通知.xlsx") as book:
        book.add_worksheet().write_string(0, 0, "关于民生实事的通知")
    (tmp_path / "通知.pdf").write_bytes(b"%PDF-1.7")
    for name, said in (
        ("通知.xlsx", "没有找到实事清单"),
        ("通知.pdf", "读不出来：PDF 文件已损坏"),
        ("没有.xlsx", "找不到通知文件"),
    ):
        assert said in refused(minsheng("init", tmp_path / "w", "--notice", tmp_path / name))
    assert not (tmp_path / "w").exists()


def test_a_folder_that_holds_a_programme_already(made: Workspace, tmp_path: Path) -> None:
    """Init never overwrites."""
    notice = write_notice(tmp_path / "通知.xlsx")
    assert "不会覆盖" in refused(minsheng("init", made.root, "--notice", notice))


def test_a_scheme_with_mistakes(tmp_path: Path) -> None:
    """All of them, with their places."""
    (tmp_path / "体例.toml").write_text('name = "x"\nfilling = "谁都行"', "utf-8")
    notice = write_notice(tmp_path / "通知.xlsx")
    scheme = tmp_path / "体例.toml"
    said = refused(minsheng("init", tmp_path / "w", "--notice", notice, "--scheme", scheme))
    assert "filling：“谁都行”不在可选值之中：牵头填报、分别填报" in said
    assert "汇总表：缺少这一项" in said


def test_an_output_that_is_in_use(made: Workspace) -> None:
    """A folder stands where the table is to be written, as a lock of Excel would."""
    all_returned(made)
    table = made.root / PERIOD / "4汇总" / "2021年1-9月为民办实事汇总表.xlsx"
    table.mkdir(parents=True)
    said = refused(minsheng("merge", PERIOD, "-w", made.root))
    assert str(table) in said
    assert "关闭该文件" in said


def test_a_file_where_a_folder_is_to_be(made: Workspace) -> None:
    """The computer's own refusals are translated, with the path."""
    (made.root / "2021-10").write_text("不是文件夹")
    said = refused(minsheng("forms", "2021-10", "-w", made.root))
    assert "无法读写“" in said
    assert "2021-10" in said


def test_a_broken_ledger(made: Workspace) -> None:
    """It is named; nothing else is touched."""
    (made.root / "台账.db").write_bytes(b"broken" * 1000)
    for words in (("forms", PERIOD), ("merge", PERIOD), ("status",)):
        assert "台账文件已损坏" in refused(minsheng(*words, "-w", made.root))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("forms",), "缺少“报告期”"),
        (("trace", PERIOD), "缺少“编号”"),
        (("init", "w"), "缺少“--notice”"),
        (("表格",), "没有“表格”"),
        (("forms", PERIOD, "--json5"), "没有“--json5”这个选项"),
        (("forms", PERIOD, "教育局"), "多写了“教育局”"),
        (("forms", PERIOD, "-w"), "“-w”"),
        (("init", "w", "--notice", "x", "--year", "今年"), "“--year”"),
        (("rules", "X999"), "没有代码为“X999”的规则"),
        (("schemes", "x"), "没有名为“x”的体例"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_a_command_typed_wrongly(words: tuple[str, ...], said: str) -> None:
    """In Chinese too, with where to look up how it is written."""
    assert said in refused(minsheng(*words))


def test_without_a_command_the_help_is_shown() -> None:
    """On standard error, with status 2: nothing was done."""
    ran = minsheng()
    assert (ran.status, ran.out) == (2, "")
    assert "minsheng merge 2021-09" in ran.err


def test_ctrl_c_is_no_result(made: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 1 would mean: done, and something needs a person."""

    def interrupt(_: Workspace, skip: object = ()) -> None:  # noqa: ARG001
        raise KeyboardInterrupt

    monkeypatch.setattr(Workspace, "load", interrupt)
    ran = minsheng("merge", PERIOD, "-w", made.root)
    assert (ran.status, ran.out) == (2, "")
    assert "已中断。" in ran.err


def test_a_folder_without_permission(made: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The computer's refusal is translated, with the path and what to check."""

    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    said = refused(minsheng("forms", "2021-10", "-w", made.root))
    assert f"无法读写“{made.root / '2021-10' / '1下发'}”：没有权限。" in said
    assert "写入权限" in said


@pytest.mark.parametrize(("number", "why"), [(errno.ENOSPC, "磁盘已满"), (None, "系统不允许")])
def test_other_refusals_of_the_computer(
    made: Workspace, monkeypatch: pytest.MonkeyPatch, number: int | None, why: str
) -> None:
    """A full disk has its own words; one without a path or number still gets a sentence."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "No space left on device") if number else OSError("?")

    monkeypatch.setattr("toolkit.app.collect.take_in", refuse)
    said = refused(minsheng("merge", PERIOD, "-w", made.root))
    assert f"无法读写文件：{why}。" in said


def test_the_module_is_the_command(tmp_path: Path) -> None:
    """`python -m toolkit` works in a bare environment with a console that speaks no Chinese."""
    made = workspace(tmp_path / "w")
    environment = {"PATH": os.environ["PATH"], "LANG": "C", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "toolkit", "status", PERIOD, "-w", str(made.root), "--json"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert ROADS in done.stdout.decode()
    assert b"Traceback" not in done.stderr
    wrong = [*command[:4], "2021-13"]
    done = subprocess.run(wrong, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
