"""Writing a file whole or not at all."""

from pathlib import Path

import pytest

from toolkit.errors import WorkspaceError
from toolkit.files.atomic import replacing


def test_what_was_written_takes_the_place_of_the_file(tmp_path: Path) -> None:
    """The new content stands there, and nothing else is left in the folder."""
    path = tmp_path / "汇总.xlsx"
    path.write_text("old")
    with replacing(path) as temporary:
        temporary.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    """Whoever fails halfway changes nothing."""
    path = tmp_path / "汇总.xlsx"
    path.write_text("old")

    def fail() -> None:
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path: Path) -> None:
    """The temporary name is short, whatever the file's own."""
    path = tmp_path / ("局" * 83 + ".xlsx")
    with replacing(path) as temporary:
        temporary.write_text("new")
    assert path.read_text() == "new"


def test_an_open_file_is_named_to_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows, a file open in Excel cannot be replaced; the user learns which, and what to do."""
    path = tmp_path / "汇总.xlsx"
    path.write_text("old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "used by another process")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WorkspaceError) as caught, replacing(path) as temporary:
        temporary.write_text("new")
    assert str(path) in caught.value.message
    assert "关闭该文件" in caught.value.hint
    assert list(tmp_path.iterdir()) == [path]
