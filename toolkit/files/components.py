"""What is installed beside the toolkit: Python, optional packages, programs, the console."""

import importlib
import importlib.metadata
import platform
import subprocess
import sys
from dataclasses import dataclass

_SAMPLE = "民生实事：〔2021〕“—”"
_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Package:
    """An optional Python package.

    Attributes:
        distribution: Its name for pip.
        module: What is imported of it.
    """

    distribution: str
    module: str


PACKAGES = {
    "archives": (Package("py7zr", "py7zr"), Package("rarfile", "rarfile")),
    "pdf": (Package("pdfplumber", "pdfplumber"),),
    "postgres": (Package("psycopg[binary]", "psycopg"),),
}
"""The optional packages by the extra of setup.cfg that installs them."""


def package_version(package: Package) -> str | None:
    """Return the version of a package that can be imported, None where it cannot.

    It is imported to find out: one whose compiled part does not load is installed and of no use.
    """
    try:
        importlib.import_module(package.module)
    except (ImportError, OSError):
        return None
    try:
        return importlib.metadata.version(package.distribution.partition("[")[0])
    except importlib.metadata.PackageNotFoundError:
        return "版本不详"


def rar_program() -> str | None:
    """Return the program with which rarfile would unpack a .rar, None where there is none.

    One that does not know the format does not count: in Debian 7-Zip comes without it.
    """
    try:
        import rarfile
    except ImportError:
        return None
    try:
        setup = rarfile.tool_setup()
    except rarfile.RarCannotExec:
        return None
    program: str = setup.get_cmdline("check_cmd", None)[0]
    if program.startswith("7z") and not _knows_rar(program):
        return None
    return program


def _knows_rar(program: str) -> bool:
    """Tell whether a 7-Zip lists the way in which a .rar is packed among its codecs."""
    try:
        ran = subprocess.run(  # noqa: S603 - a program that rarfile found and ran
            [program, "i"], capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    codecs = ran.stdout.partition(b"Codecs")[2]
    return b"Rar" in codecs


def python_version() -> tuple[int, int]:
    """Return the version of the Python that runs."""
    return sys.version_info[:2]


def python_words() -> str:
    """Return which Python runs, and where it lies."""
    return f"{platform.python_version()}（{sys.executable}）"


def python_program() -> str:
    """Return the path of the Python that runs, for commands that a person copies."""
    return sys.executable


def console_encoding() -> str:
    """Return in which encoding standard output is printed."""
    return getattr(sys.stdout, "encoding", None) or "ascii"


def shows_chinese(encoding: str) -> bool:
    """Tell whether an encoding has the characters and marks of our messages."""
    try:
        _SAMPLE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
