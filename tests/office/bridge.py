"""One office process of our own, and the line of JSON by which it is asked for things."""

import contextlib
import functools
import json
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

UNO_SCRIPT = Path(__file__).with_name("uno_script.py")
START_SECONDS = 60.0
ANSWER_SECONDS = 180.0
END_SECONDS = 10.0

# A Chinese office's settings on every machine, and no lock files beside the files opened.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">\
<value>zh-CN</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="DefaultLocale_CJK" \
oor:op="fuse"><value>zh-CN</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="UseLocking" oor:op="fuse">\
<value>false</value></prop></item>
</oor:items>
"""


class OfficeError(RuntimeError):
    """LibreOffice did not do what it was asked for; the message says why."""


def find_soffice() -> str | None:
    """Return the path of LibreOffice, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@functools.cache
def find_uno_python() -> str | None:
    """Return a Python that can import ``uno``: the system's, or LibreOffice's own; or None."""
    soffice = find_soffice()
    own = [str(Path(soffice).resolve().with_name("python"))] if soffice else []
    for python in ["/usr/bin/python3", *own]:
        if shutil.which(python):
            tried = subprocess.run([python, "-I", "-c", "import uno"], capture_output=True)
            if tried.returncode == 0:
                return python
    return None


def office_available() -> str | None:
    """Say why LibreOffice cannot be used here, or None if it can."""
    if find_soffice() is None:
        return "LibreOffice is not installed (no soffice on the PATH)"
    if find_uno_python() is None:
        return "no Python can import uno (on Debian and Ubuntu: apt install python3-uno)"
    for program in ("pdftoppm", "pdftotext"):
        if shutil.which(program) is None:
            return f"{program} is not installed (on Debian and Ubuntu: apt install poppler-utils)"
    return None


class Bridge:
    """A running soffice and the process that talks to it.

    It has a user profile and a pipe of its own, so it meets no office program that a person
    has open, nor one of another test run.

    Args:
        fonts: Which fonts stand for which, for fontconfig; the machine's own settings without.

    Raises:
        OfficeError: LibreOffice is missing, or does not come up within START_SECONDS.
    """

    def __init__(self, fonts: Path | None = None) -> None:
        reason = office_available()
        if reason:
            raise OfficeError(reason)
        self._home = Path(tempfile.mkdtemp(prefix="minsheng-office-"))
        pipe = f"minsheng-{uuid.uuid4().hex}"
        self._soffice = _start_soffice(self._home, pipe, fonts)
        self._script = _start_script(self._home, pipe)
        try:
            self._connect()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The id of the office process, which leads a process group of its own."""
        return self._soffice.pid

    def ask(self, verb: str, **details: object) -> Any:
        """Have one thing done and return its result.

        Raises:
            OfficeError: It cannot be done. When LibreOffice itself is gone, so is this bridge:
                ``closed`` is then true.
        """
        answer = self._exchange({"do": verb, **details})
        if answer is None or answer.get("lost"):
            raise OfficeError(f"{verb} {details.get('source')}: {self._obituary(answer)}")
        if "error" in answer:
            raise OfficeError(f"{verb} {details.get('source')}: {answer['error']}")
        return answer["result"]

    @property
    def closed(self) -> bool:
        """Whether LibreOffice was ended, by us or by a fault."""
        return not self._home.exists()

    def close(self) -> None:
        """End both processes and remove their files; harmless a second time."""
        for stream in (self._script.stdin, self._script.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
        # The script tells LibreOffice to end as its input ends: no need to wait if it cannot.
        _end(self._script, END_SECONDS)
        _end(self._soffice, 0.0 if self._script.returncode else END_SECONDS)
        shutil.rmtree(self._home, ignore_errors=True)

    def _connect(self) -> None:
        """Ask for the connection until LibreOffice listens."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            answer = self._exchange({"do": "connect"})
            if answer is not None and "error" not in answer:
                return
            if answer is None or self._soffice.poll() is not None:
                raise OfficeError(f"while starting: {self._obituary(answer)}")
            if time.monotonic() > deadline:
                raise OfficeError(f"LibreOffice did not listen within {START_SECONDS:g} s")
            time.sleep(0.05)

    def _exchange(self, request: Mapping[str, object]) -> dict[str, Any] | None:
        """Send one line and return the answer; None if the other side is gone."""
        stdin, stdout = self._script.stdin, self._script.stdout
        if self.closed or stdin is None or stdout is None:
            return None
        # Ending the script ends the wait for its line: a reader that needs no second thread.
        watch = threading.Timer(ANSWER_SECONDS, self._script.kill)
        watch.start()
        try:
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
            line = stdout.readline()
        except BrokenPipeError:
            return None
        finally:
            watch.cancel()
            watch.join()
        return json.loads(line) if line else None

    def _obituary(self, answer: object) -> str:
        """Close, and say how the exchange ended: without an answer, or with a lost connection."""
        watched = self._script if answer is None else self._soffice
        with contextlib.suppress(subprocess.TimeoutExpired):
            watched.wait(1)  # a process that broke its connection is about to end
        status = watched.poll()
        if answer is not None:
            how = f"LibreOffice ended (status {status})"
        elif status == -signal.SIGKILL:
            how = f"LibreOffice did not answer within {ANSWER_SECONDS:g} s"
        else:
            how = f"the uno script ended (status {status})"
        said = "".join(_tail(self._home / name) for name in ("soffice.log", "script.log"))
        self.close()
        return f"{how}{said}"


def _start_soffice(home: Path, pipe: str, fonts: Path | None) -> subprocess.Popen[bytes]:
    """Start a headless LibreOffice with a fresh profile that listens on a pipe."""
    user = home / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    command = [
        find_soffice() or "soffice",
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
        *("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
    ]
    # The C locale cannot open a path with Chinese characters in it; svp needs no display.
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    if fonts:
        environment["FONTCONFIG_FILE"] = str(fonts.resolve())
    with (home / "soffice.log").open("wb") as log:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environment,
            start_new_session=True,
        )


def _start_script(home: Path, pipe: str) -> subprocess.Popen[str]:
    """Start the uno script, away from every setting of the virtual environment (-I)."""
    command = [find_uno_python() or "python3", "-I", str(UNO_SCRIPT), "--pipe", pipe]
    with (home / "script.log").open("wb") as log:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            encoding="utf-8",
            start_new_session=True,
        )


def _end(process: subprocess.Popen[Any], patience: float) -> None:
    """Wait for a process of ours to end; if it does not, end the group that it leads."""
    for last_resort in (signal.SIGTERM, signal.SIGKILL):
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, last_resort)
            patience = 2.0
        else:
            return
    process.wait()


def _tail(log: Path) -> str:
    """Return the last lines of a log for an error message."""
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    # That Java is missing is said at every start, and never the reason.
    lines = [line for line in text.splitlines() if line.strip() and "javaldx" not in line]
    return "".join(f"\n  {log.name}: {line}" for line in lines[-5:])
