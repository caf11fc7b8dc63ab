"""`check` and `merge` on the terminal: counts, who and what has most, twenty lines, the next step."""

from pathlib import Path

import pytest

from tests.months import (
    FOOD,
    LATE,
    PERIOD,
    PLAN,
    PROBLEM,
    PROGRESS,
    ROADS,
    SCHOOLS,
    SENT,
    all_on_pace,
    edit_list,
    minsheng,
    returned,
    sent,
    workspace,
)
from toolkit.app.dispatch import make_forms
from toolkit.app.workspace import Workspace
from toolkit.rules.registry import RULES


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a working folder to which every unit returned its form."""
    made = sent(tmp_path / "w")
    all_on_pace(made)
    return made


def contents(root: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def last(text: str) -> str:
    """Return the last line."""
    return text.rstrip().splitlines()[-1]


def test_a_clean_month_is_told_in_a_few_lines(made: Workspace) -> None:
    """Nothing to correct, nothing to look at: what was written, and what comes next."""
    said = minsheng("merge", PERIOD, "-w", made.root).err.splitlines()

    assert said[:3] == [
        "收到文件 3 份：采用 3 份。",
        "没有发现问题。",
        "事项 4 个：正常推进 4。",
    ]
    assert said[3:] == [
        f"  汇总表：{made.root}/{PERIOD}/4汇总/2021年1-9月为民办实事汇总表.xlsx",
        f"  月通报：{made.root}/{PERIOD}/4汇总/2021年1-9月为民办实事通报.docx",
        f"  看板：{made.root}/{PERIOD}/4汇总/看板.html",
        f"  核查结果：{made.root}/{PERIOD}/4汇总/核查结果.xlsx",
        f"下一步：核对以上文件后印发；印发以后运行 minsheng close {PERIOD} 定稿。",
    ]


def test_a_clean_check_leads_to_the_merge(made: Workspace) -> None:
    """It has written no table yet."""
    said = minsheng("check", PERIOD, "-w", made.root).err

    assert last(said) == f"下一步：运行 minsheng merge {PERIOD}，生成汇总表。"


def test_the_last_line_says_everything_that_is_to_be_done(tmp_path: Path) -> None:
    """Send back, sort out, ask for, look at; then once more."""
    made = sent(tmp_path / "w")
    returned(made, SCHOOLS, changes={"M002": {PROBLEM: "否"}, "M003": {PROGRESS: 80}})
    (made.root / PERIOD / "2回收" / "空.xlsx").write_bytes(b"")
    said = minsheng("merge", PERIOD, "-w", made.root, at=LATE).err

    assert f"没有可用报表的单位 2 个：{ROADS}、{FOOD}" in said
    assert f"  退回修改 1 份（{SCHOOLS}）：{made.root}/{PERIOD}/3退回" in said
    assert last(said) == (
        "下一步：把 3退回 的 1 份发还单位修改，改好的收进 2回收；"
        "处理 2回收 里 1 份没能采用的文件（见 核查结果.xlsx“回收文件”）；"
        "催报 2 个单位；在 核查结果.xlsx 里核对 2 条“请核对”。"
        f"办完再运行 minsheng merge {PERIOD}。"
    )


def test_a_fault_without_a_unit_names_its_file(made: Workspace) -> None:
    """Otherwise nobody could tell which one is empty."""
    (made.root / PERIOD / "2回收" / "空.xlsx").write_bytes(b"")
    said = minsheng("check", PERIOD, "-w", made.root).err

    assert "[须改正 F101] 空.xlsx：文件是空的（0 字节）。" in said


ITEMS = tuple((str(n), f"工程{n}", f"改造第{n}处设施。", ROADS, "") for n in range(1, 31))
OTHERS = tuple((str(n), f"工程{n}", f"新建第{n}处设施。", SCHOOLS, "") for n in range(31, 33))


@pytest.fixture
def many(tmp_path: Path) -> Workspace:
    """Return a working folder whose returns have 33 faults."""
    made = workspace(tmp_path / "w", (*ITEMS, *OTHERS))
    make_forms(made, PERIOD, (), SENT)
    returned(made, ROADS, changes={f"M{n:03d}": {PLAN: ""} for n in range(1, 31)})
    changes = {"M031": {PROBLEM: "否"}, "M032": {PROBLEM: "有", PLAN: ""}}
    returned(made, SCHOOLS, changes=changes)
    return made


def test_of_many_findings_the_counts_come_first_and_twenty_lines_follow(many: Workspace) -> None:
    """Who has most to correct, what is most frequent; the rest is in the workbook."""
    said = minsheng("check", PERIOD, "-w", many.root).err.splitlines()
    start = said.index("核查：须改正 33 条。")

    assert said[start + 1] == f"  须改正最多的单位：{ROADS} 30 条，{SCHOOLS} 3 条"
    assert said[start + 2] == (
        "  最多的问题：V402 未完成却没有下步计划 31 条，V403 存在问题填了“否”或“是” 2 条"
    )
    assert [line[:13] for line in said[start + 3 : start + 23]] == ["  [须改正 V402] "] * 20
    assert said[start + 23] == "  其余 13 条见 核查结果.xlsx。"


def test_single_rules_are_listed_whole_and_nothing_is_written(many: Workspace) -> None:
    """Whoever asks for a rule sees all of it; folders, results and ledger stay as they were."""
    before = contents(many.root)
    ran = minsheng("check", PERIOD, "--rule", "v402", "-w", many.root)

    assert ran.status == 1
    assert ran.err.startswith("须改正 31 条：\n")
    assert ran.err.count("[须改正 V402]") == 31
    assert "V403" not in ran.err
    assert last(ran.err) == (
        f"只列出，没有写核查结果和退回件；要写，请运行 minsheng check {PERIOD}。"
    )
    assert contents(many.root) == before


def test_several_rules_and_rules_left_out(many: Workspace) -> None:
    """Both options may be given several times, and together."""

    def found(*words: str) -> set[str]:
        ran = minsheng("check", PERIOD, *words, "-w", many.root, "--json")
        return {finding["code"] for finding in ran.json["findings"]}

    assert found("--rule", "V402", "--rule", "V403") == {"V402", "V403"}
    assert found("--ignore", "V402") == {"V403"}
    assert found("--ignore", "V402", "--ignore", "V403") == set()
    assert found("--rule", "V402", "--ignore", "V402") == set()


def test_leaving_out_what_is_wrong_ends_well(many: Workspace) -> None:
    """The exit status is that of what was asked for."""
    ran = minsheng("check", PERIOD, "--ignore", "V402", "--ignore", "V403", "-w", many.root)

    assert ran.status == 0
    assert ran.err.startswith("没有发现问题。")


@pytest.mark.parametrize("option", ["--rule", "--ignore"])
def test_a_rule_that_does_not_exist(made: Workspace, option: str) -> None:
    """Said with the code as it was typed; nothing is run."""
    ran = minsheng("check", PERIOD, option, "V999", "-w", made.root)

    assert (ran.status, ran.out) == (2, "")
    assert "没有代码为“V999”的规则。" in ran.err
    assert "请这样做：用 minsheng rules 查看全部规则。" in ran.err


def test_the_summary_forms_of_a_year_can_be_looked_at_in_part(tmp_path: Path) -> None:
    """Rules on the merged list are chosen like the others."""
    made = workspace(tmp_path / "w")
    make_forms(made, "2021", (), SENT)
    every = minsheng("check", "2021", "-w", made.root, "--json").json["findings"]
    chosen = minsheng("check", "2021", "--rule", "U501", "-w", made.root, "--json").json["findings"]
    none = minsheng("check", "2021", "--ignore", "U501", "-w", made.root, "--json").json["findings"]

    assert {finding["code"] for finding in chosen} == {"U501"}
    assert len(chosen) + len(none) == len(every)


def test_an_expired_waiver_is_explained(made: Workspace) -> None:
    """In the list of rules and where it is found."""
    returned(made, SCHOOLS, changes={"M002": {PROBLEM: "否"}})
    edit_list(made, "豁免", {"A2": "V403", "E2": "2021-08", "F2": "八月前不要求"})
    said = minsheng("check", PERIOD, "-w", made.root).err

    assert "[提示 U504] 实事清单.xlsx E2：V403 的豁免到 2021-08 为止" in said
    assert "豁免已到期" in minsheng("rules", "U504").out
    assert "U504" in [rule.code for rule in RULES]
