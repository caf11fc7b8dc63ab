"""LibreOffice, where it is installed: it makes a file of one format out of one of another."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 25
"""Less than a guarded process may take for a file, so that there is a reason to tell."""

_ELSEWHERE = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def office_program() -> str | None:
    """Return the path of LibreOffice's program, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in _ELSEWHERE if Path(path).is_file()), None)


def converted(program: str, data: bytes, ending: str, wanted: str) -> bytes | None:
    """Return a file as LibreOffice saves it in another format.

    It runs in a folder of its own and with a profile of its own, so that an open LibreOffice is
    not disturbed; what it does not finish in time is given up.

    Args:
        program: What `office_program` found.
        data: The file.
        ending: Of its name, such as `.doc`.
        wanted: The other format's ending, without the dot.

    Returns:
        None where LibreOffice cannot read it.

    Raises:
        TimeoutError: It takes longer than `SECONDS`.
    """
    with tempfile.TemporaryDirectory(prefix="minsheng-", ignore_cleanup_errors=True) as folder:
        given = Path(folder) / f"in{ending}"
        given.write_bytes(data)
        profile = (Path(folder) / "profile").as_uri()
        made = Path(folder) / "out" / f"in.{wanted}"
        _run(
            [
                *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault"),
                *(f"-env:UserInstallation={profile}", "--convert-to", wanted),
                *("--outdir", str(made.parent), str(given)),
            ]
        )
        return made.read_bytes() if made.is_file() else None


def _widen() -> None:
    """Give LibreOffice the memory that a guarded process, which starts it, is held from."""
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _run(command: list[str]) -> None:
    """Run a program and everything that it starts; end all of it when it takes too long."""
    alone = sys.platform != "win32"
    process = subprocess.Popen(  # noqa: S603 - a fixed program, on a file of our own naming
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=alone,
        preexec_fn=_widen if alone else None,  # whoever reads files has one thread
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(f"{command[0]}: {SECONDS} s") from error
    finally:
        if process.poll() is None:
            if alone:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.wait()
