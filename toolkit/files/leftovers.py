"""What lies among returned files and is no return: locks, system files, links, half downloads."""

import re
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LINK = "快捷方式（链接）或设备，不是文件"

_TEMPORARY = re.compile(r"~\$|\.|.*\.tmp$|(thumbs\.db|desktop\.ini)$", re.IGNORECASE)
_SYSTEM_FOLDER = "__macosx"
_ARRIVING = re.compile(
    r"\.(crdownload|part|partial|download|opdownload|downloading|xltd|td)$", re.IGNORECASE
)
"""Endings that browsers and download programs give a file until all of it is there."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that lay among the files and was not read, with the reason in plain words."""

    path: str
    reason: str


def leftover(name: str) -> str:
    """Return why a file of this name is no return, "" where it may be one.

    Args:
        name: Its path in the folder or archive, with forward slashes.
    """
    path = PurePosixPath(name)
    own = path.name.strip()  # as it would be stored
    if _TEMPORARY.match(own) or _SYSTEM_FOLDER in map(str.lower, path.parts):
        return "临时文件或系统文件"
    if _ARRIVING.search(own):
        return "还没有下载完，请下载完后重新运行"
    return ""


def why_skipped(path: Path, name: str) -> str:
    """Return why a file on the disk is not read, "" where it is.

    Args:
        path: Where it lies.
        name: Its path in the folder that was offered.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        return LINK
    return leftover(name)
