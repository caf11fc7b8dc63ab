"""One guarded process, as it is seen by the program that started it."""

import marshal
import pickle
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from io import FileIO
from time import monotonic
from typing import NewType, cast

from toolkit.errors import GuardError
from toolkit.files.guard_worker import (
    ANSWER,
    FAILED,
    MARSHALLED,
    OUT_OF_MEMORY,
    PICKLED,
    READY,
    REQUEST,
)

_START = (
    "import sys; sys.path[:] = {path!r}; from toolkit.files.guard_worker import main; "
    "main(*sys.argv[1:])"
)
"""Not `-m`, which costs more, and would look for modules in the folder that people work in."""

_SECONDS_TO_START = 60
_PIPE_SIZE = 2**20
"""How far a process may get ahead of whoever takes its answers, in bytes of answers."""


class Fate(Enum):
    """Why a process gave no answer, in words for people."""

    SLOW = "超时"
    LARGE = "内存过大"
    DEAD = "读取程序崩溃"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take.

    Attributes:
        seconds: Of time on the clock.
        memory: Bytes of a process's memory; held on Linux only, whose kernel can.
    """

    seconds: float = 30
    memory: int = 2 * 2**30


Job = NewType("Job", str)
"""The work of guarded processes: a function that takes a text, named as `module:function`.

What it returns has to be a value that `marshal` or `pickle` can carry.
"""


class GuardedProcess:
    """A process that does a job; it starts at once."""

    def __init__(self, job: Job, limits: Limits) -> None:
        code = _START.format(path=sys.path)
        arguments = (job, str(limits.seconds), str(limits.memory))
        self._seconds = limits.seconds
        self._is_ready = False
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this very Python, with our own words
                [sys.executable, "-c", code, *arguments],
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise _unstartable() from error
        self._requests = cast("FileIO", self._process.stdin)
        self._answers = cast("FileIO", self._process.stdout)
        _widen(self._answers)

    def ask(self, request: bytes) -> None:
        """Send a request. A process that is gone is noticed when its answer is missing."""
        with suppress(OSError):
            self._requests.write(REQUEST.pack(len(request)) + request)

    def answer(self) -> object | Fate:
        """Return the answer to the earliest request that has none yet.

        After a fate the process is of no more use.

        Raises:
            GuardError: The process did not even start.
        """
        if not self._is_ready:
            first = self._frame(_SECONDS_TO_START)
            if isinstance(first, Fate) or first[0] != READY:
                raise _unstartable()
            self._is_ready = True
        frame = self._frame(self._seconds)
        if isinstance(frame, Fate):
            return frame
        kind, content = frame
        if kind == MARSHALLED:
            result: object = marshal.loads(content)  # noqa: S302 - from our own process
        elif kind == PICKLED:
            result = pickle.loads(content)  # noqa: S301 - from our own process
        else:
            result = {FAILED: Fate.DEAD, OUT_OF_MEMORY: Fate.LARGE}[kind]
        return result

    def end(self) -> None:
        """End the process, whatever it does, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        self._requests.close()
        self._answers.close()

    def _frame(self, seconds: float) -> tuple[bytes, bytearray] | Fate:
        deadline = monotonic() + seconds
        header = self._read(ANSWER.size, deadline)
        if isinstance(header, Fate):
            return header
        kind, length = ANSWER.unpack(header)
        content = self._read(length, deadline)
        return content if isinstance(content, Fate) else (kind, content)

    def _read(self, size: int, deadline: float) -> bytearray | Fate:
        content = bytearray(size)
        space = memoryview(content)
        while space:
            if not wait_readable(self._answers, deadline - monotonic()):
                return Fate.SLOW
            count = self._answers.readinto(space)
            if not count:
                return Fate.DEAD
            space = space[count:]
        return content


def _unstartable() -> GuardError:
    return GuardError(
        "读取表格的程序启动不了。", "请重新启动电脑后再试；仍然不行，请重新安装本工具。"
    )


if sys.platform == "win32":
    import _winapi
    import msvcrt
    from time import sleep

    _PAUSES = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02)

    def wait_readable(pipe: FileIO, seconds: float) -> bool:
        """Wait until a pipe has something to read or has ended; tell whether it came to that.

        Windows cannot wait for such a pipe, so it is looked into, as multiprocessing does.
        """
        handle = msvcrt.get_osfhandle(pipe.fileno())
        deadline = monotonic() + seconds
        turn = 0
        while True:
            try:
                if _winapi.PeekNamedPipe(handle)[0]:
                    return True
            except BrokenPipeError:
                return True
            if monotonic() > deadline:
                return False
            sleep(_PAUSES[min(turn, len(_PAUSES) - 1)])
            turn += 1

    def _widen(pipe: FileIO) -> None:
        """Leave a pipe as it is; on Windows its size cannot be changed."""

else:
    import select

    def wait_readable(pipe: FileIO, seconds: float) -> bool:
        """Wait until a pipe has something to read or has ended; tell whether it came to that."""
        poll = select.poll()
        poll.register(pipe, select.POLLIN)
        return bool(poll.poll(max(0, seconds) * 1000))

    def _widen(pipe: FileIO) -> None:
        """Make room for several answers in a pipe, so that reading goes on meanwhile (Linux)."""
        if sys.platform == "linux":
            import fcntl

            with suppress(PermissionError):  # more than the system grants: only slower
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_SIZE)
