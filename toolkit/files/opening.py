"""Taking the files in archives and mails into 2回收."""

import tempfile
from pathlib import Path

from toolkit.files.box import Member, Unpacked
from toolkit.files.digests import file_digest
from toolkit.files.guard_unpacking import unpack_guarded
from toolkit.files.leftovers import Skipped
from toolkit.files.opened import Opened, read_opened, write_opened
from toolkit.files.shelf import Shelf, Taken

UNREADABLE = "无法读取，请检查是否有权限、是否被占用"


class Opener:
    """Opens one archive after the other and files what is in them.

    Attributes:
        taken: What was taken.
        skipped: What was not, and what became of the archives that lie in 2回收.
    """

    def __init__(self, inbox: Path, shelf: Shelf, password: str | None) -> None:
        self.taken: list[Taken] = []
        self.skipped: list[Skipped] = []
        self._inbox = inbox
        self._shelf = shelf
        self._password = password
        self._opened = read_opened(inbox)

    def offered(self, archive: Path, label: str) -> None:
        """Take the files of an archive that lies elsewhere; it is not copied itself."""
        with tempfile.TemporaryDirectory(prefix=".", dir=self._inbox) as folder:
            found = self._unpack(archive, label, folder)
            self._file(found.members, label)
        if not found.members and not found.refused:
            self.skipped.append(Skipped(label, "里面没有文件"))

    def lying(self, archive: Path, label: str, anew: bool) -> None:
        """Take the files of an archive that lies in 2回收, those that were never taken before.

        Args:
            anew: Take them all, because somebody asked for this archive.
        """
        try:
            key = file_digest(archive)
        except OSError:
            self.skipped.append(Skipped(label, UNREADABLE))
            return
        before = Opened() if anew else self._opened.get(key, Opened())
        if not before.whole:
            before = self._open_lying(archive, label, before)
            self._opened[key] = before
            write_opened(self._inbox, self._opened)
        self.skipped.append(Skipped(label, self._note(before)))

    def _open_lying(self, archive: Path, label: str, before: Opened) -> Opened:
        with tempfile.TemporaryDirectory(prefix=".", dir=self._inbox) as folder:
            found = self._unpack(archive, label, folder)
            self._file([m for m in found.members if m.sha256 not in before.members], label)
        digests = {*before.members, *(member.sha256 for member in found.members)}
        return Opened(tuple(sorted(digests)), whole=not found.refused)

    def _unpack(self, archive: Path, label: str, folder: str) -> Unpacked:
        found = unpack_guarded(archive, Path(folder), self._password)
        self.skipped += [
            Skipped(f"{label}!{left.path}" if left.path else label, left.reason)
            for left in found.refused
        ]
        return found

    def _file(self, members: list[Member] | tuple[Member, ...], label: str) -> None:
        self.taken += [self._shelf.move(member, f"{label}!{member.source}") for member in members]

    def _note(self, opened: Opened) -> str:
        count = len(opened.members)
        there = sum(map(self._shelf.holds, opened.members))
        if not count:
            return "已解开，里面没有可以收取的文件"
        if there == count:
            return f"已解开，其中 {count} 个文件"
        return (
            f"已解开过，其中 {count} 个文件，现有 {there} 个在“2回收”；"
            "要重新取出，请在命令后面写出这个压缩包（邮件）的路径"
        )
