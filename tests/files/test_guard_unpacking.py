"""Archives and mails are opened by a process that may be ended."""

from pathlib import Path

import pytest

from tests.files.packed import placed, zip_of
from toolkit.errors import WorkspaceError
from toolkit.files import guard_unpacking
from toolkit.files.guard_process import Limits
from toolkit.files.guard_unpacking import unpack_asked, unpack_guarded


def test_an_archive_is_opened_as_without_a_guard(tmp_path: Path) -> None:
    """Its files lie in the folder, and what was refused has its reason."""
    (tmp_path / "出").mkdir()
    archive = placed(tmp_path, "各局.zip", zip_of({"教育局.csv": b"1,2", "~$锁.xlsx": b"x"}))
    found = unpack_guarded(archive, tmp_path / "出")
    assert [(m.name, m.path.read_bytes()) for m in found.members] == [("教育局.csv", b"1,2")]
    assert [each.path for each in found.refused] == ["~$锁.xlsx"]


def test_a_mail_that_never_ends_is_given_up(tmp_path: Path) -> None:
    """Its reason says what to do; nothing of it is taken."""
    (tmp_path / "出").mkdir()
    head = b"From: a@e.com\r\nTo: b@e.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    parts = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 500_000
    mail = head + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + parts
    found = unpack_guarded(
        placed(tmp_path, "信.eml", mail), tmp_path / "出", limits=Limits(seconds=2)
    )
    assert found.members == ()
    assert [each.reason for each in found.refused] == [
        "解开时出错，为安全起见没有收取（超时）：请手工解压后放入“2回收”"
    ]


def test_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no fault of the archive; the error travels home as a value."""

    def refuse(*_: object) -> None:
        raise WorkspaceError("磁盘满了。", "请清理。")

    monkeypatch.setattr(guard_unpacking, "unpack", refuse)
    error = unpack_asked(f"{tmp_path}\0{tmp_path}\0")
    assert isinstance(error, WorkspaceError)
    monkeypatch.setattr(guard_unpacking, "guarded", lambda *_: (each for each in [error]))
    with pytest.raises(WorkspaceError, match="磁盘满了"):
        unpack_guarded(tmp_path, tmp_path)
