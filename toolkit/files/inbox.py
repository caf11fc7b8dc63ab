"""The folder 2回收: taking files in, never changing or deleting one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from toolkit.errors import ArgumentError
from toolkit.files.archives import is_archive
from toolkit.files.digests import digest, file_digest
from toolkit.files.leftovers import Skipped, why_skipped
from toolkit.files.names import free_name, printable, safe_name
from toolkit.files.opened import RECORD
from toolkit.files.opening import UNREADABLE, Opener
from toolkit.files.shelf import Shelf, Taken

__all__ = [
    "Skipped",
    "Taken",
    "digest",
    "file_digest",
    "free_name",
    "list_files",
    "list_returns",
    "printable",
    "safe_name",
    "take_in",
]


def list_files(folder: Path) -> tuple[list[Path], list[Skipped]]:
    """Return the regular files below a folder, and what was skipped; both sorted by path.

    Links, devices and pipes are never followed.
    """
    files: list[Path] = []
    skipped: list[Skipped] = []
    for path in sorted(folder.rglob("*"), key=lambda p: p.as_posix()):
        if path == folder / RECORD or (path.is_dir() and not path.is_symlink()):
            continue
        reason = why_skipped(path, path.relative_to(folder).as_posix())
        if reason:
            skipped.append(Skipped(printable(str(path)), reason))
        else:
            files.append(path)
    return files, skipped


def list_returns(inbox: Path) -> tuple[list[Path], list[Skipped]]:
    """Return what `list_files` does, without archives and mails: `take_in` has opened those."""
    files, skipped = list_files(inbox)
    return [path for path in files if not is_archive(path)], skipped


def take_in(
    offered: Iterable[Path], inbox: Path, *, home: Path | None = None, password: str | None = None
) -> tuple[list[Taken], list[Skipped]]:
    """Copy files and folders into the inbox, each content once; what lies there already stays.

    Of archives and mails the files in them are taken. Those that lie in the inbox are opened as
    well, once: what was then moved away stays away, unless the archive itself is offered.

    Args:
        home: Where the sources of archives in the inbox start from, as they are told.
        password: What opens protected archives.

    Returns:
        What was taken, and what was skipped.

    Raises:
        ArgumentError: A folder that was offered holds the inbox itself.
    """
    offered = tuple(offered)
    skipped: list[Skipped] = []
    paths = list(_files_of(offered, inbox.resolve(), skipped))
    if paths:
        inbox.mkdir(parents=True, exist_ok=True)
    lying = list_files(inbox)[0]
    archives = [path for path in lying if is_archive(path)]
    shelf = Shelf(inbox, (path for path in lying if path not in archives))
    opener = Opener(inbox, shelf, password)
    named = {path.resolve() for path in offered}
    for path in archives:
        label = path.relative_to(home).as_posix() if home else str(path)
        opener.lying(path, printable(label), anew=path.resolve() in named)
    for path in paths:
        label = printable(str(path))
        if is_archive(path):
            opener.offered(path, label)
            continue
        try:
            key = file_digest(path)
        except OSError:
            opener.skipped.append(Skipped(label, UNREADABLE))
        else:
            opener.taken.append(shelf.copy(path, key))
    return opener.taken, skipped + opener.skipped


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
            reason = why_skipped(path, path.name)
            if reason:
                skipped.append(Skipped(printable(str(path)), reason))
            else:
                yield path
