"""Archives and mails: which files are some, and what lies in them.

What a file is, its content says, not its name: .xlsx, .docx and .ods are zips too and are not
opened here, and people rename everything.
"""

import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from toolkit.files.box import BombError, Box, Budget, Limits, Member, RefusedError, Unpacked
from toolkit.files.leftovers import Skipped
from toolkit.files.mails import is_mail, unpack_mail
from toolkit.files.other_archives import unpack_7z, unpack_rar
from toolkit.files.outlook import is_outlook_mail, unpack_outlook
from toolkit.files.tar_members import is_squeezed, is_tar, unpack_squeezed, unpack_tar
from toolkit.files.zip_members import entry_name, first_name, unpack_zip

Reader = Callable[[Path, Box, str | None], None]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_7Z = b"7z\xbc\xaf\x27\x1c"
_RAR = b"Rar!\x1a\x07"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_START = 2**16
_LARGEST_OLE = 2**29

_PACKAGE = frozenset(
    (
        "[content_types].xml",  # Office Open XML (ECMA-376 part 2)
        "mimetype",  # OpenDocument, EPUB
        "ofd.xml",  # GB/T 33190
        "xl/workbook.xml",
        "word/document.xml",
        "index/document.iwa",  # Numbers
    )
)
_PACKAGE_FOLDERS = ("xl/", "word/", "_rels/", "docprops/")
_DOCUMENTS = frozenset(
    (".xlsx", ".xlsm", ".xlsb", ".xltx", ".docx", ".docm", ".ods", ".odt", ".ofd")
)

_UNREADABLE = "无法读取，请检查是否有权限、是否被占用"


def is_archive(path: Path) -> bool:
    """Tell whether a file is an archive or a mail, from which returns are taken."""
    return _reader(path, path.name) is not None


def unpack(
    archive: Path, folder: Path, password: str | None = None, limits: Limits | None = None
) -> Unpacked:
    """Take the files out of an archive or a mail, and out of those that lie in it.

    Everything that goes in and comes out can be sent to and from a worker process.

    Args:
        archive: It is only read.
        folder: An existing folder for the files, which get made-up names there.
        password: What opens it, where it needs one.
        limits: How much it may hold.

    Returns:
        The files, and one entry with a reason for each that was not taken.
    """
    box = Box(folder, Budget(limits or Limits()), archive.name)
    try:
        reader = _reader(archive, archive.name)
        if reader is not None:
            _open(archive, reader, box, password, 0)
    except BombError as error:
        return Unpacked(refused=(Skipped("", f"{error.reason}（里面的文件都没有收取）"),))
    except OSError:
        return Unpacked(refused=(Skipped("", _UNREADABLE),))
    return Unpacked(tuple(box.members), tuple(box.refused))


def _open(archive: Path, reader: Reader, box: Box, password: str | None, depth: int) -> None:
    try:
        reader(archive, box, password)
    except BombError:
        raise
    except RefusedError as error:
        got = f"（已取出 {len(box.members)} 个文件）" if box.members else ""
        box.refuse("", error.reason + got)
    members = tuple(box.members)
    box.members.clear()
    for member in members:
        inner = _reader(member.path, member.name)
        if inner is None:
            box.members.append(member)
        else:
            _open_nested(member, inner, box, password, depth + 1)


def _open_nested(
    member: Member, reader: Reader, box: Box, password: str | None, depth: int
) -> None:
    """Open an archive that lies in another; it is no return itself."""
    name = PurePosixPath(member.name).name
    nested = Box(box.folder, box.budget, name, member.source)
    if depth > box.budget.limits.depth:
        nested.refuse("", "压缩包套了太多层，没有解开：请手工解压后放入“2回收”")
    else:
        _open(member.path, reader, nested, password, depth)
    member.path.unlink()
    box.members += nested.members
    box.refused += nested.refused


def _reader(path: Path, name: str) -> Reader | None:
    """Return what opens a file; None for one that is no archive or cannot be read."""
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except OSError:
        return None
    if start.startswith(_ZIP):
        return None if _is_document(path, name, start) else unpack_zip
    if start.startswith(_OLE):
        is_it = path.stat().st_size <= _LARGEST_OLE and is_outlook_mail(path.read_bytes())
        return unpack_outlook if is_it else None
    tests: tuple[tuple[bool, Reader], ...] = (
        (start.startswith(_7Z), unpack_7z),
        (start.startswith(_RAR), unpack_rar),
        (is_squeezed(start), unpack_squeezed),
        (is_tar(start), unpack_tar),
        (is_mail(start), unpack_mail),
    )
    return next((reader for fits, reader in tests if fits), None)


def _is_document(path: Path, name: str, start: bytes) -> bool:
    """Tell whether a zip is an office document, even one whose end is lost.

    Nearly all returns are, and begin with one of its parts.
    """
    first = first_name(start).lower()
    if first in _PACKAGE or first.startswith(_PACKAGE_FOLDERS):
        return True
    try:
        with zipfile.ZipFile(path) as package:
            return any(entry_name(e).lower() in _PACKAGE for e in package.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return PurePosixPath(name).suffix.lower() in _DOCUMENTS
