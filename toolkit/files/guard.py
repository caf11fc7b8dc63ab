"""Reading returned files in processes of their own, which a bad file may kill.

calamine is fast, but a file of two kilobytes can make it abort its process, and others take all of
the memory or never end; no `except` helps. So whatever comes back from outside is read by guarded
processes (`toolkit.files.guard_worker`): they have a limited time and memory for each file, and one
that dies is replaced. A bad file costs itself a reason in plain words, and no other file anything.
"""

import os
import sys
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from toolkit.errors import UnreadableFileError
from toolkit.files.guard_pool import guarded
from toolkit.files.guard_process import Fate, Job, Limits
from toolkit.files.guard_reading import Outcome, digest_on_disk, rebuilt, request
from toolkit.model.workbook import RawWorkbook

READING = Job("toolkit.files.guard_reading:read")
LIMITS = Limits()

_MOST_PROCESSES = 2
_FILES_WORTH_A_PROCESS = 250

_ADVICE = "请报送单位在 WPS 或 Excel 中打开、另存为 .xlsx 后重新发送。"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What became of one file.

    Attributes:
        sha256: The digest of what was read, "" where the disk does not give it.
        content: The workbook, or why it could not be read.
    """

    path: Path
    sha256: str
    content: RawWorkbook | UnreadableFileError


def read_files(
    paths: Sequence[Path],
    limits: Limits = LIMITS,
    job: Job = READING,
    password: str | None = None,
) -> Generator[ReadFile]:
    """Read returned files; yield one outcome each, in the order of the paths.

    Close the generator (`contextlib.closing`) where its end may not be reached: that ends the
    processes.

    Args:
        password: What may open locked files.

    Raises:
        GuardError: No process can be started.
    """
    results = guarded(
        job, [request(path, password) for path in paths], limits, _processes(len(paths))
    )
    for path, result in zip(paths, results, strict=True):
        if isinstance(result, Fate):
            reason = f"这个文件读取时出错，为安全起见没有采用（{result.value}）"
            yield ReadFile(path, digest_on_disk(path), UnreadableFileError(reason, _ADVICE))
            continue
        sha256, book = cast("Outcome", result)
        content = book if isinstance(book, UnreadableFileError) else rebuilt(book)
        yield ReadFile(path, sha256, content)


def _processes(files: int) -> int:
    """Return how many processes are of use: whoever takes what they read keeps one core busy."""
    worth = -(-files // _FILES_WORTH_A_PROCESS)
    return max(1, min(worth, _cores() - 1, _MOST_PROCESSES))


def _cores() -> int:
    """Return on how many cores this program may run."""
    if sys.platform == "linux":
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return cores
