"""A look at a folder: its locks, its room, whether it can be written to."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from toolkit.files.folder import can_write, free_megabytes, locked_name, locks

_NOBODY = 65534


@pytest.mark.parametrize(
    ("lock", "names", "file"),
    [
        ("~$实事清单.xlsx", {"实事清单.xlsx"}, "实事清单.xlsx"),
        ("~$告.docx", {"公告.docx", "通报.docx"}, "公告.docx"),
        ("~$高新区通报.docx", {"济宁高新区通报.docx"}, "济宁高新区通报.docx"),
        ("~$没有了.xlsx", {"实事清单.xlsx"}, "没有了.xlsx"),
        (".~lock.实事清单.xlsx#", {"实事清单.xlsx"}, "实事清单.xlsx"),
        (".~lock.实事清单.xlsx", {"实事清单.xlsx"}, None),
        ("实事清单.xlsx", {"实事清单.xlsx"}, None),
    ],
)
def test_whose_lock_it_is(lock: str, names: set[str], file: str | None) -> None:
    """Excel keeps the name, Word cuts its beginning, LibreOffice puts a mark on both sides."""
    assert locked_name(lock, {*names, lock}) == file


def test_locks_are_looked_for_where_our_files_lie(tmp_path: Path) -> None:
    """Not in 2回收: locks that came in an archive say nothing about this computer."""
    wanted = ("~$实事清单.xlsx", "模板/~$monthly.docx", "2021-09/4汇总/.~lock.汇总表.xlsx#")
    for name in (*wanted, "2021-09/2回收/~$市场监管局.xlsx", "2021-09/4汇总/汇总表.xlsx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    assert {lock.lock.relative_to(tmp_path).as_posix() for lock in locks(tmp_path)} == set(wanted)
    assert {lock.file.name for lock in locks(tmp_path)} == {
        "实事清单.xlsx",
        "monthly.docx",
        "汇总表.xlsx",
    }


def test_a_folder_without_locks(tmp_path: Path) -> None:
    """There is nothing to close."""
    (tmp_path / "实事清单.xlsx").write_bytes(b"")
    assert locks(tmp_path) == ()


def test_a_folder_of_ones_own_can_be_written_to(tmp_path: Path) -> None:
    """And looking makes nothing there."""
    assert can_write(tmp_path)
    assert free_megabytes(tmp_path) > 0
    assert list(tmp_path.iterdir()) == []


@contextmanager
def somebody() -> Iterator[Path]:
    """Give a folder of somebody whom modes stop: of nobody's, where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder
            return
        os.chown(folder, _NOBODY, -1)
        os.setreuid(_NOBODY, -1)  # whose rights are asked about; what this process may do stays
        try:
            yield folder
        finally:
            os.setreuid(0, -1)


@pytest.mark.skipif(sys.platform == "win32", reason="a folder of Windows has no mode")
def test_a_protected_folder_cannot() -> None:
    """Its mode says so."""
    with somebody() as folder:
        assert can_write(folder)
        folder.chmod(0o500)
        assert not can_write(folder)
        folder.chmod(0o700)
