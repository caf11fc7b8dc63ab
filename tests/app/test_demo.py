"""The demonstration: a whole period on a shipped sample."""

from pathlib import Path

import pytest

from toolkit.app.demo import run
from toolkit.errors import ArgumentError, WorkspaceError
from toolkit.files.resources import sample_names
from toolkit.files.schemes import scheme_names


def test_the_month_is_run_and_told_step_by_step(tmp_path: Path) -> None:
    """Six units, seven files, one of them replaced; 15 items, 2 finished."""
    said: list[str] = []
    result = run(tmp_path / "演示", said.append)
    assert [line[0] for line in said if line[0] != " "] == ["一", "二", "三", "三", "四"]
    assert len(result.month.accepted) == 6
    assert result.month.missing == ()
    assert result.counts
    assert (result.counts.total, result.counts.by_status["已完成"]) == (15, 2)
    assert (tmp_path / "演示" / "2021-10" / "1下发").is_dir()


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    """Whoever made it first."""
    (tmp_path / "演示").mkdir()
    assert run(tmp_path / "演示", lambda _: None).counts


@pytest.mark.parametrize("is_folder", [True, False])
def test_a_folder_in_use_is_refused(tmp_path: Path, is_folder: bool) -> None:
    """Nothing of somebody's is mixed with samples."""
    root = tmp_path / "演示"
    if is_folder:
        root.mkdir()
        (root / "我的.txt").write_text("我的")
    else:
        root.write_text("我的")
    with pytest.raises(WorkspaceError, match="不是空文件夹"):
        run(root, lambda _: None)


STEPS = {
    "jining-gaoxin-2021": ("2021-10", "上月", {"consolidated", "findings", "bulletin.monthly"}),
    "jining-gaoxin-2024": (
        "2024-09-中旬",
        "上一旬",
        {"consolidated", "findings", "bulletin.problems", "bulletin.reminder"},
    ),
    "jining-jingkai-2023": (
        "2023-W37",
        "上周",
        {"consolidated", "findings", "bulletin.problems", "bulletin.reminder"},
    ),
    "qingdao-2024": ("2024-10", "上月", {"consolidated", "findings", "bulletin.monthly"}),
    "zibo-gaoxin-2024": ("2024-Q4", "上季度", {"consolidated", "findings", "bulletin.quarterly"}),
}


def test_every_scheme_has_a_sample() -> None:
    """Each built-in scheme can be shown."""
    assert sample_names() == scheme_names() == tuple(STEPS)


@pytest.mark.parametrize("scheme", STEPS)
def test_every_sample_is_told_in_the_words_of_its_period(scheme: str, tmp_path: Path) -> None:
    """A week has last week's plans, a quarter last quarter's; each its own kind of results."""
    said: list[str] = []
    result = run(tmp_path / "演示", said.append, scheme)
    following, before, kinds = STEPS[scheme]
    assert said[-1].endswith(f"、下发 {following} 的表格（带{before}计划）")
    assert {output.kind for output in result.outputs} - {"returned", "returned.note"} == {
        *kinds,
        "dashboard",
    }
    assert all(output.path.is_file() for output in result.outputs)
    assert any((tmp_path / "演示" / following / "1下发").iterdir())


def test_a_list_without_units_is_completed_before_forms_go_out(tmp_path: Path) -> None:
    """The notice of 青岛市 names no units: the coordinator's list takes the place, and that is said."""
    said: list[str] = []
    result = run(tmp_path / "演示", said.append, "qingdao-2024")
    assert [line[0] for line in said if line[0] != " "] == ["一", "二", "三", "四", "四", "五"]
    assert "实事清单.xlsx" in said[1]
    assert len(result.month.expected) == 20
    assert all(item.lead for item in result.month.programme.items)


def test_a_sample_that_does_not_ship_is_refused_with_those_that_do(tmp_path: Path) -> None:
    """Nothing is made."""
    with pytest.raises(ArgumentError, match="没有体例“北京市”的自带样例") as refused:
        run(tmp_path / "演示", lambda _: None, "北京市")
    for name in sample_names():
        assert name in refused.value.hint
    assert not (tmp_path / "演示").exists()
