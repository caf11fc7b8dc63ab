"""Old Word files (.doc, .wps, .rtf, .odt) made into .docx by LibreOffice, where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from toolkit.errors import UnreadableFileError

SECONDS = 25
"""Less than a guarded process may take for a file, so that there is a reason to tell."""

_ELSEWHERE = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_RESEND = "请报送单位在 WPS 或 Word 中打开、另存为 .docx 后重新发送。"
_ENDINGS = ((b"{\\rtf", ".rtf"), (b"PK", ".odt"), (b"<", ".xml"))


def office_program() -> str | None:
    """Return the path of LibreOffice's program, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in _ELSEWHERE if Path(path).is_file()), None)


def as_docx(data: bytes) -> bytes:
    """Return an old Word file as .docx.

    It runs in a folder of its own and with a profile of its own, so that an open LibreOffice is
    not disturbed; what it does not finish in time is given up.

    Raises:
        UnreadableFileError: LibreOffice is not installed, or cannot read the file.
    """
    program = office_program()
    if program is None:
        raise UnreadableFileError(
            "是旧版 Word 文件（.doc、.wps），这台电脑没有能转换它的程序", _RESEND
        )
    with tempfile.TemporaryDirectory(prefix="minsheng-", ignore_cleanup_errors=True) as folder:
        given = Path(folder) / f"in{_ending(data)}"
        given.write_bytes(data)
        profile = (Path(folder) / "profile").as_uri()
        _run(
            [
                *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault"),
                *(f"-env:UserInstallation={profile}", "--convert-to", "docx"),
                *("--outdir", folder, str(given)),
            ]
        )
        made = Path(folder) / "in.docx"
        if not made.is_file():
            raise UnreadableFileError("是旧版 Word 文件，LibreOffice 打不开它", _RESEND)
        return made.read_bytes()


def _ending(data: bytes) -> str:
    return next((ending for mark, ending in _ENDINGS if data.startswith(mark)), ".doc")


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
        raise UnreadableFileError(
            f"是旧版 Word 文件，LibreOffice {SECONDS} 秒内没有转换完", _RESEND
        ) from error
    finally:
        if process.poll() is None:
            if alone:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.wait()
