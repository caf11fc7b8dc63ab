"""The same input gives the same bytes, in whatever folder and however Python hashes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.files.resources import sample

SAMPLE = "jining-gaoxin-2021"
EPOCH = "1633710000"
RUN = """
import sys
from click.testing import CliRunner
from toolkit.cli import main
root, samples = sys.argv[1:]
for words in (
    ["init", root, "--notice", f"{samples}/项目表.xlsx"],
    ["forms", "2021-09", "-w", root],
    ["merge", "2021-09", f"{samples}/2021-09", "-w", root],
    ["forms", "2021-10", "-w", root],
    ["merge", "2021-09", f"{samples}/2021-09", "-w", root],
    ["check", "2021-10", "-w", root],
):
    assert CliRunner().invoke(main, words).exit_code in (0, 1), words
"""


def contents(root: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path in it."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def python(seed: str, *words: str) -> None:
    """Run Python with a fixed clock and a seed for its hashes."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("way", ["commands", "demo"])
def test_two_runs_give_the_same_bytes(tmp_path: Path, way: str) -> None:
    """Forms, copies that go back, tables, findings, bulletins, the list and the ledger."""
    roots = tmp_path / "一" / "工作", tmp_path / "另一个 文件夹" / "w"
    for root, seed in zip(roots, ("1", "4242"), strict=True):
        root.parent.mkdir()
        if way == "demo":
            python(seed, "-m", "toolkit", "demo", str(root))
        else:
            python(seed, "-c", RUN, str(root), str(sample(SAMPLE)))
    first, second = map(contents, roots)
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []
    names = " ".join(first)
    for kind in (
        "台账.db",
        "实事清单.xlsx",
        "1下发/",
        "3退回/",
        "汇总表.xlsx",
        ".docx",
        "核查结果",
    ):
        assert kind in names
