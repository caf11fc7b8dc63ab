"""Optional packages and programs beside the toolkit."""

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.files.components import (
    PACKAGES,
    Package,
    console_encoding,
    package_version,
    rar_program,
    shows_chinese,
)

SETTINGS = Path(__file__).parents[2] / "setup.cfg"


def test_all_extras_of_the_installation_are_looked_for() -> None:
    """Those of setup.cfg, but for what only developers need."""
    settings = configparser.ConfigParser()
    settings.read(SETTINGS, encoding="utf-8")
    extras = {
        extra: [re.split(r"[<>=~]", line)[0] for line in lines.split()]
        for extra, lines in settings["options.extras_require"].items()
        if extra != "dev"
    }
    assert extras == {extra: [p.distribution for p in these] for extra, these in PACKAGES.items()}


def test_a_package_that_is_there_tells_its_version() -> None:
    """As pip would."""
    version = package_version(Package("click", "click"))
    assert version is not None
    assert re.match(r"\d+\.\d+", version)


def test_a_package_that_is_not_there() -> None:
    """Nothing is told about it."""
    assert package_version(Package("no-such-package", "no_such_package_")) is None


@pytest.mark.parametrize("error", ["ImportError", "OSError"])
def test_a_package_that_does_not_load_is_of_no_use(
    error: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Psycopg without the database's library, a compiled part of another system."""
    (tmp_path / "broken_one_.py").write_text(f"raise {error}('no library')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert package_version(Package("broken-one", "broken_one_")) is None


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
@pytest.mark.parametrize(
    ("name", "prints", "found"),
    [
        ("unrar", "", "unrar"),
        ("unar", "v1.10", "unar"),
        ("bsdtar", "bsdtar 3.7", "bsdtar"),
        ("7z", "Formats:\\n Rar5 rar\\nCodecs:\\n 0 D 40305 Rar5\\nHashers:", "7z"),
        ("7z", "Formats:\\n Rar5 rar\\nCodecs:\\n 0 ED 30101 LZMA\\nHashers:", None),
        ("7zz", "Codecs:\\n 0 ED 30101 LZMA", None),
        ("gzip", "", None),
    ],
)
def test_programs_that_unpack_rar(
    name: str, prints: str, found: str | None, tmp_path: Path
) -> None:
    """A 7-Zip that lists the format, but not the way to unpack it, is none.

    In a process of its own: rarfile remembers what it found.
    """
    program = tmp_path / name
    program.write_text(f"#!/bin/sh\nprintf '{prints}'\n", encoding="utf-8")
    program.chmod(0o755)
    code = "from toolkit.files.components import rar_program; print(rar_program())"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": str(tmp_path)},
        cwd=SETTINGS.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == str(found)


def test_without_rarfile_no_program_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is what starts the program."""
    monkeypatch.setitem(sys.modules, "rarfile", None)
    assert rar_program() is None


@pytest.mark.parametrize(
    ("encoding", "shows"),
    [
        ("utf-8", True),
        ("gbk", True),
        ("cp936", True),
        ("ascii", False),
        ("cp1252", False),
        ("big5", False),
        ("no-such-encoding", False),
    ],
)
def test_encodings_of_consoles(encoding: str, shows: bool) -> None:
    """Of the Chinese ones that of the mainland; that of Taiwan lacks the simplified characters."""
    assert shows_chinese(encoding) is shows


def test_a_console_without_a_name_is_the_poorest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program without a window has no standard output on Windows."""
    monkeypatch.setattr("sys.stdout", None)
    assert console_encoding() == "ascii"
