"""A look at a folder: whether it can be written to, has room, and which files are open there."""

import os
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

_OFFICE = "~$"
_LIBRE_BEGIN, _LIBRE_END = ".~lock.", "#"
_SEARCHED = (".", "模板", "*/1下发", "*/3退回", "*/4汇总")
"""Not 2回收: what lies there came from others, and their locks came along."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A file that an office program holds open, or held when it ended badly.

    Attributes:
        file: The path of the file, or of the lock where it cannot be told whose it is.
        lock: The path of the lock file.
    """

    file: Path
    lock: Path


def can_write(folder: Path) -> bool:
    """Tell whether files may be made in a folder, without making one.

    On Windows only the mark of writing protection is seen, not who may do what in a share.
    """
    return os.access(folder, os.W_OK | os.X_OK)


def free_megabytes(folder: Path) -> int:
    """Return how much room is left where a folder lies."""
    return shutil.disk_usage(folder).free // 1_000_000


def locks(root: Path) -> tuple[Lock, ...]:
    """Return the locks of Excel, Word, WPS and LibreOffice in a working folder, in order."""
    found = {lock.lock: lock for place in _SEARCHED for lock in _locks_in(root, place)}
    return tuple(found[path] for path in sorted(found))


def locked_name(lock: str, names: Collection[str]) -> str | None:
    """Return which file a lock belongs to, None where no lock is called so.

    Excel puts `~$` before the name; Word puts it in the place of its first two characters, or of
    the first one where the name before the dot has seven; LibreOffice makes `.~lock.NAME#`.

    Args:
        lock: The name of the lock file.
        names: Those of the files beside it.
    """
    if lock.startswith(_LIBRE_BEGIN) and lock.endswith(_LIBRE_END):
        return lock[len(_LIBRE_BEGIN) : -len(_LIBRE_END)]
    if not lock.startswith(_OFFICE):
        return None
    rest = lock[len(_OFFICE) :]
    if rest in names:
        return rest
    shortened = (n for n in sorted(names) if n.endswith(rest) and len(n) - len(rest) in (1, 2))
    return next((n for n in shortened if not n.startswith(_OFFICE)), rest)


def _locks_in(root: Path, place: str) -> Iterator[Lock]:
    for folder in (root,) if place == "." else root.glob(place):
        if not folder.is_dir():
            continue
        names = frozenset(path.name for path in folder.iterdir())
        for name in names:
            whose = locked_name(name, names)
            if whose is not None:
                yield Lock(folder / whose, folder / name)
