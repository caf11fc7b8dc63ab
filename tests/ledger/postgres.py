"""One PostgreSQL for tests: a server of their own, in a folder of their own, on a socket."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Self
from urllib.parse import quote

_PLACES = Path("/usr/lib/postgresql")
"""Where Debian keeps the server's programs, a folder a version."""

_USER = "minsheng"


def _program(name: str) -> str | None:
    found = sorted(_PLACES.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    return str(found[-1]) if found else shutil.which(name)


def postgres_available() -> str:
    """Return why there is no PostgreSQL to start, "" where there is one."""
    missing = [name for name in ("initdb", "pg_ctl") if _program(name) is None]
    return f"没有 {'、'.join(missing)}（Debian：postgresql）" if missing else ""


class Postgres:
    """Runs one server; `new_address` gives an empty database."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="pg"))
        self._data = self._folder / "data"
        self._numbers = count(1)
        self._as = _owner()
        if self._as:
            shutil.chown(self._folder, self._as)

    def __enter__(self) -> Self:
        self._run("initdb", "-D", self._data, "-U", _USER, "-A", "trust", "-E", "UTF8", "-N")
        # No network at all: only the socket in the folder.
        options = f"-c listen_addresses='' -c unix_socket_directories='{self._folder}'"
        self._run(
            "pg_ctl", "-D", self._data, "-o", options, "-l", self._folder / "log", "-w", "start"
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def new_address(self) -> str:
        """Make an empty database; return what an office writes into 台账地址."""
        name = f"db{next(self._numbers)}"
        self._run("createdb", "-h", self._folder, "-U", _USER, name)
        return f"postgresql://{_USER}@/{name}?host={quote(str(self._folder))}"

    def _run(self, name: str, *words: str | Path) -> None:
        command: Sequence[str] = [_program(name) or name, *map(str, words)]
        made = subprocess.run(
            command,
            user=self._as,
            cwd=self._folder,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            # pg_ctl leaves the server with its own output; a pipe would stay open with it.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if made.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {made.returncode}")


def _owner() -> str | None:
    """Return as whom the server runs: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    return pwd.getpwnam("postgres").pw_name
