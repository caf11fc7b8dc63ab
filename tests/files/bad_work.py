"""Work for guarded processes that goes wrong in every way there is. A request is `deed:argument`."""

import io
import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook

from toolkit.files.guard_process import Job
from toolkit.model.nature import FileType

JOB = Job("tests.files.bad_work:work")
UNCHECKED = Job("tests.files.bad_work:read_unchecked")

BIG = 3_000_000


class Panic(BaseException):
    """Like the one of Rust, no Exception."""


def work(request: str) -> object:
    """Do what a request says."""
    deed, _, argument = request.partition(":")
    return _DEEDS[deed](argument)


def read_unchecked(name: str) -> object:
    """Read a workbook with nothing looked for first."""
    data = Path(name).read_bytes()
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = [
        (n, True, workbook.get_sheet_by_name(n).to_python(), frozenset[int](), (), ())
        for n in workbook.sheet_names
    ]
    return "", (FileType.XLSX.value, False, sheets)


def _exit(_: str) -> object:
    os._exit(0)


def _abort(_: str) -> object:
    os.abort()


def _hang(_: str) -> object:
    while True:
        pass


def _sleep(notes: str) -> object:
    """Never come to an end; write down that it was begun, where a file for it is named."""
    if notes:
        with Path(notes).open("a") as file:
            file.write("begun\n")
    time.sleep(1000)
    return None


def _allocate(_: str) -> object:
    held = []
    while True:
        held.append(bytearray(50_000_000))


def _panic(_: str) -> object:
    raise Panic


def _leave(_: str) -> object:
    raise SystemExit(0)


def _print(argument: str) -> object:
    os.write(1, b"out")
    os.write(2, b"thread 'main' panicked")
    print("more", flush=True)  # noqa: T201
    return argument


def _die_once(mark: str) -> object:
    """Die unless the mark is there; leave the mark."""
    path = Path(mark)
    if not path.exists():
        path.touch()
        os.abort()
    return "second time"


_DEEDS: dict[str, Callable[[str], object]] = {
    "good": lambda argument: ["good", argument],
    "pid": lambda _: os.getpid(),
    "big": lambda argument: argument + "x" * BIG,
    "date": lambda _: date(2025, 9, 30),
    "exit": _exit,
    "abort": _abort,
    "hang": _hang,
    "sleep": _sleep,
    "allocate": _allocate,
    "panic": _panic,
    "leave": _leave,
    "print": _print,
    "once": _die_once,
    "lambda": lambda _: _DEEDS["good"],
}
