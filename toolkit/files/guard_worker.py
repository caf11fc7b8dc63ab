"""The program of a guarded process: it takes requests, does its work on each, and answers.

Whatever it reads may end it at any moment, so it holds nothing that anybody would miss, and imports
next to nothing of its own: a process that is started for ten small files should cost little.
"""

import contextlib
import gc
import importlib
import marshal
import math
import os
import pickle
import signal
import sys
from collections.abc import Callable
from struct import Struct
from typing import Any, BinaryIO

REQUEST = Struct("<I")
"""Before a request: its length."""
ANSWER = Struct("<cQ")
"""Before an answer: its kind, and its length."""

READY, MARSHALLED, PICKLED, FAILED, OUT_OF_MEMORY = b"R", b"M", b"P", b"F", b"O"

_PLAIN_STRINGS = 2
"""The version of marshal that does not look for repeated strings: twice as fast on texts."""

_GRACE = 5
"""Seconds beyond its time after which a process ends itself, for want of somebody to end it."""

_OBJECTS_BETWEEN_COLLECTIONS = 100_000

Work = Callable[[str], object]


def main(job: str, seconds: str, memory: str) -> None:
    """Answer requests until there are no more.

    Args:
        job: The work, as `module:function`.
        seconds: How long a request may take.
        memory: How many bytes of memory this process may have.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 10, 10)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints goes nowhere, like what it complains of
    work = _function(job)
    _limit(int(memory))
    with contextlib.suppress(BrokenPipeError):  # when nobody wants answers any more
        _send(answers, READY, b"")
        while header := sys.stdin.buffer.read(REQUEST.size):
            (length,) = REQUEST.unpack(header)
            request = sys.stdin.buffer.read(length).decode("utf-8", "surrogatepass")
            _set_alarm(math.ceil(float(seconds)) + _GRACE)
            kind, content = _answer(work, request)
            _set_alarm(0)
            _send(answers, kind, content)
            if kind in (FAILED, OUT_OF_MEMORY):
                break  # nobody knows what such a failure leaves behind
    os._exit(0)


def _function(place: str) -> Work:
    module, _, name = place.partition(":")
    function: Work = getattr(importlib.import_module(module), name)
    return function


def _limit(memory: int) -> None:
    """Limit this process's memory where the system can (Linux); let a crash leave no core file."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
        if sys.platform == "linux":
            hard = resource.getrlimit(resource.RLIMIT_AS)[1]
            soft = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _set_alarm(seconds: int) -> None:
    """End this process after some seconds, 0 for never, even if nobody waits for it any more."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def _answer(work: Work, request: str) -> tuple[bytes, bytes]:
    """Do the work on a request; whatever is raised becomes an answer."""
    try:
        return _packed(work(request))
    except MemoryError:
        return OUT_OF_MEMORY, b""
    except BaseException:  # noqa: BLE001 - a panic of Rust is no Exception
        return FAILED, b""


def _packed(result: Any) -> tuple[bytes, bytes]:
    """Pack a result: plain values by marshal, which is twice as fast; dates and others by pickle."""
    try:
        return MARSHALLED, marshal.dumps(result, _PLAIN_STRINGS)
    except ValueError:
        return PICKLED, pickle.dumps(result, pickle.HIGHEST_PROTOCOL)


def _send(answers: BinaryIO, kind: bytes, content: bytes) -> None:
    answers.write(ANSWER.pack(kind, len(content)))
    answers.write(content)
    answers.flush()
