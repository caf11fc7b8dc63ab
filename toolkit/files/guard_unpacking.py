"""Opening archives and mails in a guarded process: some keep a reader busy for hours.

A mail of a few megabytes with half a million parts, or one header of fifty, is enough.
"""

from contextlib import closing
from pathlib import Path
from typing import cast

from toolkit.errors import WorkspaceError
from toolkit.files.archives import unpack
from toolkit.files.box import Unpacked
from toolkit.files.guard_pool import guarded
from toolkit.files.guard_process import Fate, Job, Limits
from toolkit.files.leftovers import Skipped

UNPACKING = Job("toolkit.files.guard_unpacking:unpack_asked")
LIMITS = Limits(seconds=60)

_APART = "\0"
"""What no path holds."""


def unpack_guarded(
    archive: Path, folder: Path, password: str | None = None, limits: Limits = LIMITS
) -> Unpacked:
    """Do what `toolkit.files.archives.unpack` does, in a process that may be ended.

    Raises:
        WorkspaceError: The disk is full.
        GuardError: No process can be started.
    """
    asked = _APART.join((str(archive), str(folder), password or ""))
    with closing(guarded(UNPACKING, [asked], limits, 1)) as results:
        result = next(results)
    if isinstance(result, Fate):
        reason = f"解开时出错，为安全起见没有收取（{result.value}）：请手工解压后放入“2回收”"
        return Unpacked(refused=(Skipped("", reason),))
    if isinstance(result, WorkspaceError):
        raise result
    return cast("Unpacked", result)


def unpack_asked(asked: str) -> Unpacked | WorkspaceError:
    """Take the files out of an archive or a mail, as a request says."""
    archive, folder, password = asked.split(_APART)
    try:
        return unpack(Path(archive), Path(folder), password or None)
    except WorkspaceError as error:
        return error
