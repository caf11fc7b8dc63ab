"""The working folder and what stands in 实事清单.xlsx."""

from pathlib import Path

import openpyxl
import pytest

from tests.months import PERIOD, SCHEME, edit_list, workspace
from toolkit.app.workspace import Workspace, period_of
from toolkit.errors import ArgumentError, LedgerError, MinshengError, ProgrammeError, WorkspaceError
from toolkit.files.schemes import scheme_text
from toolkit.model.period import PeriodKind


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder."""
    return workspace(tmp_path / "w")


def test_a_period_has_its_four_folders(made: Workspace) -> None:
    """In working order."""
    period = period_of(made.load(), PERIOD)
    folders = [made.forms(period), made.inbox(period), made.returned(period), made.results(period)]
    assert [made.relative(folder) for folder in folders] == [
        "2021-09/1下发",
        "2021-09/2回收",
        "2021-09/3退回",
        "2021-09/4汇总",
    ]


def test_a_folder_without_a_programme_says_how_to_begin(tmp_path: Path) -> None:
    """The path, -w and init."""
    with pytest.raises(WorkspaceError) as caught:
        Workspace(tmp_path / "空").load()
    assert str(tmp_path / "空") in caught.value.message
    assert "minsheng init" in caught.value.hint


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half", "不是工作簿".encode()])
def test_a_programme_workbook_that_cannot_be_read_says_why(made: Workspace, content: bytes) -> None:
    """Damaged or replaced by something else."""
    made.programme_path.write_bytes(content)
    with pytest.raises(WorkspaceError, match=r"实事清单\.xlsx 读不出来"):
        made.load()


def test_all_mistakes_are_told_at_once_with_sheet_and_cell(made: Workspace) -> None:
    """Over all sheets, in one run."""
    edit_list(made, "清单", {"A3": "M001", "A4": ""})
    edit_list(made, "单位", {"A3": "城乡建设和交通局", "A4": ""})
    edit_list(made, "目标", {"A2": "M077", "C2": "二十"})
    edit_list(made, "豁免", {"A2": "V403", "C2": "M088"})
    with pytest.raises(ProgrammeError) as caught:
        made.load()
    for said in (
        "“清单”表 A3 单元格：编号“M001”与 A2 重复",
        "“清单”表 A4 单元格：没有编号",
        "“单位”表 A3 单元格：“城乡建设和交通局”已在 A2 出现",
        "“目标”表 A2 单元格：清单里没有编号“M077”",
        "“目标”表 C2 单元格：数量“二十”应为数字",
        "“豁免”表 C2 单元格：清单里没有编号“M088”",
        "“豁免”表 F2 单元格：没有填写理由",
    ):
        assert said in caught.value.message
    assert "保存并关闭" in caught.value.hint


def test_missing_sheets_and_columns_are_told_together(made: Workspace) -> None:
    """A sheet that was deleted and a column that was renamed."""
    book = openpyxl.load_workbook(made.programme_path)
    del book["豁免"]
    book["清单"]["D1"] = "内容"
    book.save(made.programme_path)
    with pytest.raises(ProgrammeError) as caught:
        made.load()
    assert "“豁免”表：缺少这张表" in caught.value.message
    assert "“清单”表：第一行缺少“项目内容及规模”一栏" in caught.value.message


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("B2", "", "“基本信息”表 B2 单元格：“名称”没有填写"),
        ("B3", "二〇二一", "“基本信息”表 B3 单元格：年度"),
        ("B8", "都填", "“基本信息”表 B8 单元格：填报方式“都填”"),
        ("B5", "没有这个体例", "没有名为“没有这个体例”的体例"),
        ("B5", "没有.toml", "读不到体例文件"),
    ],
)
def test_a_wrong_setting_is_told(made: Workspace, cell: str, value: str, said: str) -> None:
    """With its cell, or with what the scheme's name leads to."""
    edit_list(made, "基本信息", {cell: value})
    with pytest.raises(MinshengError, match=said):
        made.load()


def test_a_year_typed_as_a_text_or_with_its_unit_is_a_year(made: Workspace) -> None:
    """2021, "2021" and 2021年 say the same."""
    for value in (2021, "2021", "2021年"):
        edit_list(made, "基本信息", {"B3": value})
        assert made.load().settings.year == 2021


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("2021-13", "看不懂报告期"),
        ("2021-9", "看不懂报告期"),
        ("", "看不懂报告期"),
        ("../../etc", "看不懂报告期"),
        ("2020-09", "不在本年度（2021年）"),
    ],
)
def test_a_period_that_the_programme_does_not_have_is_refused(
    made: Workspace, label: str, said: str
) -> None:
    """Not understood, or of another year; the hint shows one."""
    with pytest.raises(ArgumentError, match=said) as caught:
        period_of(made.load(), label)
    assert caught.value.hint


def test_a_month_of_the_year_is_a_period(made: Workspace) -> None:
    """As folders and commands write it."""
    assert period_of(made.load(), PERIOD).kind is PeriodKind.MONTH


def test_the_ledger_lies_in_the_folder(made: Workspace) -> None:
    """Unless 台账地址 names another place."""
    with made.ledger(made.load()):
        assert (made.root / "台账.db").is_file()


def test_a_wrong_ledger_address_is_told(made: Workspace) -> None:
    """台账地址 is a setting of 基本信息."""
    edit_list(made, "基本信息", {"B12": r"D:\台账.db"})
    programme = made.load()
    assert programme.settings.ledger == r"D:\台账.db"
    with pytest.raises(LedgerError, match="台账地址的写法不对"), made.ledger(programme):
        pass


def test_a_waiver_of_a_rule_that_does_not_exist_is_refused(made: Workspace) -> None:
    """What was to be waived would be told all the same; a code in small letters is a code."""
    edit_list(made, "豁免", {"A2": "V999", "F2": "已说明", "A3": "v403", "F3": "已说明"})
    with pytest.raises(ProgrammeError) as caught:
        made.load()
    assert "1. “豁免”表：没有代码为“V999”的规则" in caught.value.message
    assert "v403" not in caught.value.message
    assert "minsheng rules" in caught.value.hint


def test_a_scheme_that_sets_a_rule_that_does_not_exist_is_refused(made: Workspace) -> None:
    """On returns or on lists; all of them at once."""
    rules = "\n".join(f"[rules.{code}]\noff = true" for code in ("V999", "v403", "L901", "X1"))
    (made.root / "本单位.toml").write_text(f"{scheme_text(SCHEME)}\n{rules}\n", "utf-8")
    edit_list(made, "基本信息", {"B5": "本单位.toml"})
    with pytest.raises(ProgrammeError) as caught:
        made.load()
    for number, code in enumerate(("V999", "X1"), 1):
        assert f"  {number}. 体例“{SCHEME}”的规则：没有代码为“{code}”的规则" in caught.value.message
    assert "V403" not in caught.value.message
