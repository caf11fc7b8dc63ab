"""The folder 2回收: taking files in, never changing or deleting one."""

import hashlib
import re
import shutil
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.files.atomic import replacing

_ILLEGAL = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LEFTOVERS = ("~$", ".~", "._", ".")
_SYSTEM = frozenset(("thumbs.db", "desktop.ini"))
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


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


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def safe_name(name: str) -> str:
    """Return a name that both Linux and Windows accept for a file."""
    safe = _ILLEGAL.sub("_", name).strip().rstrip(".") or "_"
    return f"_{safe}" if _RESERVED.match(safe) else safe


def is_leftover(path: Path) -> bool:
    """Tell whether a file is a lock, a temporary or a system file, no return of anybody."""
    return path.name.startswith(_LEFTOVERS) or path.name.lower() in _SYSTEM


def list_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the regular files below a folder, and what was skipped; both sorted by path.

    Links, devices and pipes are never followed.
    """
    files: list[Path] = []
    skipped: list[Path] = []
    for path in sorted(folder.rglob("*"), key=lambda p: p.as_posix()):
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            continue
        (files if stat.S_ISREG(mode) and not is_leftover(path) else skipped).append(path)
    return files, skipped


def take_in(offered: Iterable[Path], inbox: Path) -> tuple[list[Taken], list[Path]]:
    """Copy files and folders into the inbox, each content once.

    Returns:
        What was taken, and what was skipped (locks, links, things that are no regular file).
    """
    inbox.mkdir(parents=True, exist_ok=True)
    known = {digest(path.read_bytes()): path for path in list_files(inbox)[0]}
    taken: list[Taken] = []
    skipped: list[Path] = []
    for path in _files_of(offered, skipped):
        data = path.read_bytes()
        key = digest(data)
        if key in known:
            taken.append(Taken(str(path), known[key], copied=False))
            continue
        target = _free_name(inbox, safe_name(path.name))
        with replacing(target) as temporary:
            shutil.copyfile(path, temporary)
        known[key] = target
        taken.append(Taken(str(path), target, copied=True))
    return taken, skipped


def _files_of(offered: Iterable[Path], skipped: list[Path]) -> Iterator[Path]:
    for path in offered:
        if path.is_dir() and not path.is_symlink():
            files, left = list_files(path)
            skipped += left
            yield from files
        elif path.is_file() and not path.is_symlink():
            yield path
        else:
            skipped.append(path)


def _free_name(folder: Path, name: str) -> Path:
    """Return a path that no other file has: 名称.xlsx, 名称(2).xlsx, …"""
    target = folder / name
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{Path(name).stem}({number}){Path(name).suffix}"
    return target
