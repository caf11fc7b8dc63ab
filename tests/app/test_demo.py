"""The demonstration: a whole month on the shipped samples."""

from pathlib import Path

import pytest

from toolkit.app.demo import run
from toolkit.errors import WorkspaceError


def test_the_month_is_run_and_told_step_by_step(tmp_path: Path) -> None:
    """Six units, seven files, one of them replaced; 15 items, 2 finished."""
    said: list[str] = []
    result = run(tmp_path / "演示", said.append)
    assert [line[0] for line in said if line[0] != " "] == ["一", "二", "三", "三", "四"]
    assert len(result.month.accepted) == 6
    assert result.month.missing == ()
    assert len(result.items) == 15
    assert sum(1 for item in result.items if item.status and item.status.finished) == 2
    assert (tmp_path / "演示" / "2021-10" / "1下发").is_dir()


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    """Whoever made it first."""
    (tmp_path / "演示").mkdir()
    assert run(tmp_path / "演示", lambda _: None).items


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
