"""Whether a file carries macros. Values are read all the same, and nothing here runs any."""

from collections.abc import Iterable
from zipfile import ZipInfo

from toolkit.files.ole import Outer

_PROJECT = "vbaproject.bin"
_SHEETS = "/macrosheets/"
"""The folder of macros of Excel 4, which newer files may still have."""

_STORAGES = frozenset(("_vba_project_cur", "_vba_project", "macros"))
"""Of .xls since Excel 97 (MS-OVBA 2.2.1), of Excel 5 and 95, and of .doc."""


def package_has_macros(parts: Iterable[ZipInfo]) -> bool:
    """Tell whether a zip file's parts hold macros (.xlsm, .xlsb, .docm, whatever its name)."""
    names = [part.filename.lower() for part in parts]
    return any(name.endswith(_PROJECT) or _SHEETS in name for name in names)


def compound_has_macros(document: Outer) -> bool:
    """Tell whether a compound file (.xls, .et, .doc) has a storage for macros."""
    return not _STORAGES.isdisjoint(document.names)
