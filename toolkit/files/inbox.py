"""The folder 2回收: taking files in, never changing or deleting one."""

import hashlib
import re
import shutil
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ArgumentError
from toolkit.files.atomic import replacing

_ILLEGAL = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_LEFTOVERS = ("~$", ".")
_SYSTEM = frozenset(("thumbs.db", "desktop.ini"))
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST_NAME = 255
"""Bytes of a file's name on Linux; Windows takes as many UTF-16 units."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was offered.

    Attributes:
        source: Its path as it was given.
        stored: Where it lies in 2回收: its copy, or the file with the same content.
        copied: False when that content was there already.
    """

    source: str
    stored: Path
    copied: bool


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that lay among the files and was not read, with the reason in plain words."""

    path: str
    reason: str


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, however large.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def safe_name(name: str) -> str:
    """Return a name that both Linux and Windows accept for a file."""
    safe = _ILLEGAL.sub("_", printable(name)).strip().rstrip(".") or "_"
    return f"_{safe}" if _RESERVED.match(safe) else safe


def printable(path: str) -> str:
    """Return a file's name or path as text.

    Names that are no UTF-8 come from archives packed on Chinese Windows; their bytes are GB18030.
    """
    return "/".join(map(_printable_name, path.split("/")))


def _printable_name(name: str) -> str:
    try:
        name.encode()
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogateescape").decode("gb18030", "replace")
    return name


def list_files(folder: Path) -> tuple[list[Path], list[Skipped]]:
    """Return the regular files below a folder, and what was skipped; both sorted by path.

    Links, devices and pipes are never followed.
    """
    files: list[Path] = []
    skipped: list[Skipped] = []
    for path in sorted(folder.rglob("*"), key=lambda p: p.as_posix()):
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            continue
        reason = _why_skipped(path, mode)
        if reason:
            skipped.append(Skipped(printable(str(path)), reason))
        else:
            files.append(path)
    return files, skipped


def _why_skipped(path: Path, mode: int) -> str:
    if not stat.S_ISREG(mode):
        return "快捷方式（链接）或设备，不是文件"
    if path.name.startswith(_LEFTOVERS) or path.name.lower() in _SYSTEM:
        return "临时文件或系统文件"
    return ""


def take_in(offered: Iterable[Path], inbox: Path) -> tuple[list[Taken], list[Skipped]]:
    """Copy files and folders into the inbox, each content once; what lies there already stays.

    Returns:
        What was taken, and what was skipped.

    Raises:
        ArgumentError: A folder that was offered holds the inbox itself.
    """
    taken: list[Taken] = []
    skipped: list[Skipped] = []
    paths = list(_files_of(offered, inbox.resolve(), skipped))
    if paths:
        inbox.mkdir(parents=True, exist_ok=True)
    known = _contents(list_files(inbox)[0]) if paths else {}
    for path in paths:
        try:
            key = file_digest(path)
        except OSError:
            skipped.append(Skipped(printable(str(path)), "无法读取，请检查是否有权限、是否被占用"))
            continue
        copied = key not in known
        if copied:
            known[key] = free_name(inbox, safe_name(path.name))
            with replacing(known[key]) as temporary:
                shutil.copyfile(path, temporary)
        taken.append(Taken(printable(str(path)), known[key], copied))
    return taken, skipped


def _contents(paths: Iterable[Path]) -> dict[str, Path]:
    known: dict[str, Path] = {}
    for path in paths:
        if printable(str(path)) != str(path):
            continue  # cannot be recorded, so it counts as not being there
        try:
            known.setdefault(file_digest(path), path)
        except OSError:
            continue  # whoever reads the inbox tells of it; here it only is no known content
    return known


def _files_of(offered: Iterable[Path], inbox: Path, skipped: list[Skipped]) -> Iterator[Path]:
    for path in offered:
        place = path.resolve()
        if place == inbox or inbox in place.parents:
            continue
        if place in inbox.parents:
            raise ArgumentError(
                f"“{path}”里有工作文件夹自己的表格，不能整个收取。",
                "请写出存放回收件的文件夹，或逐个写出文件。",
            )
        if path.is_dir() and not path.is_symlink():
            files, left = list_files(path)
            skipped += left
            yield from files
        else:
            reason = _why_skipped(path, path.lstat().st_mode)
            if reason:
                skipped.append(Skipped(printable(str(path)), reason))
            else:
                yield path


def free_name(folder: Path, name: str) -> Path:
    """Return a path that no other file has: 名称.xlsx, 名称(2).xlsx, …"""
    target = folder / _shortened(name, "")
    number = 1
    while target.exists():
        number += 1
        target = folder / _shortened(name, f"({number})")
    return target


def _shortened(name: str, ending: str) -> str:
    """Put an ending before a name's suffix; cut the name where it would be too long for a disk."""
    stem, suffix = Path(name).stem, Path(name).suffix
    room = _LONGEST_NAME - len(f"{ending}{suffix}".encode())
    if room < 1:
        stem, suffix, room = name, "", _LONGEST_NAME - len(ending)
    return stem.encode()[:room].decode(errors="ignore") + ending + suffix
