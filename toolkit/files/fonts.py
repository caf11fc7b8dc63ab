"""Which fonts this computer has, and which ones a Word file names."""

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

_REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
_SECONDS = 20

_TECHNIQUE = re.compile(r"\s*\([^()]*\)\s*$")
_REGULAR = re.compile(r"\s+(?:regular|normal|常规)$", re.IGNORECASE)
_COMMA = re.compile(r"(?<!\\),")
_ESCAPED = re.compile(r"\\(.)")
_EAST_ASIAN = re.compile(rb'<w:rFonts\b[^>]*?\bw:eastAsia="([^"]+)"')
_NAMING_PARTS = re.compile(r"word/(?:document|styles|header\d*|footer\d*)\.xml$")


def installed_families() -> frozenset[str] | None:
    """Return the family names of the fonts that are installed, None where nobody can tell.

    Windows lists them in its registry, for all users and for this one; elsewhere fontconfig does
    so, where its program `fc-list` is installed.
    """
    return families_of_registry(_registered()) if sys.platform == "win32" else _listed()


def families_of_registry(value_names: Iterable[str]) -> frozenset[str]:
    """Return the families that the names of the registry's values tell.

    Such a name is `SimSun & NSimSun (TrueType)`: the fonts of one file, then its technique.
    """
    families: set[str] = set()
    for value_name in value_names:
        for name in _TECHNIQUE.sub("", value_name).split(" & "):
            families.add(_REGULAR.sub("", name.strip()))
    return frozenset(families - {""})


def families_of_list(output: str) -> frozenset[str]:
    r"""Return the families that `fc-list : family` printed.

    A line holds all names of one family, in every language, between commas; what a pattern of
    fontconfig gives a meaning to is escaped in them: `FZXiaoBiaoSong\-B05S`.
    """
    names = (name for line in output.splitlines() for name in _COMMA.split(line))
    return frozenset(_ESCAPED.sub(r"\1", name).strip() for name in names) - {""}


def word_fonts(path: Path) -> frozenset[str]:
    """Return the fonts that a .docx names for Chinese text; none where it cannot be read.

    Whether a template can be used is told by those who use it; here it is only asked for fonts.
    """
    found: set[str] = set()
    try:
        with zipfile.ZipFile(path) as package:
            for name in filter(_NAMING_PARTS.match, package.namelist()):
                found.update(m.decode("utf-8") for m in _EAST_ASIAN.findall(package.read(name)))
    except (OSError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return frozenset()
    return frozenset(found)


def _listed() -> frozenset[str] | None:
    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        ran = subprocess.run(  # noqa: S603 - a fixed program with fixed arguments
            [program, ":", "family"], capture_output=True, timeout=_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return families_of_list(ran.stdout.decode("utf-8", "replace"))


def _registered() -> list[str]:
    """Return the names of the values under the registry's two keys of fonts."""
    names: list[str] = []
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                with winreg.OpenKey(root, _REGISTRY) as key:
                    count = winreg.QueryInfoKey(key)[1]
                    names += [winreg.EnumValue(key, number)[0] for number in range(count)]
            except FileNotFoundError:
                continue  # this user has installed none of his own
    return names
