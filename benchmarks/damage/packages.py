"""Changing the parts of a workbook's package, always to the same bytes."""

import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

_WHEN = (2021, 10, 8, 9, 0, 0)


def rewritten(plain: Path, path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Change the parts of a package, which becomes another file; return that.

    Args:
        change: Returns a part's new bytes from its name and its old ones.
    """
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            new.writestr(zipfile.ZipInfo(name, _WHEN), data, zipfile.ZIP_DEFLATED)
    plain.unlink()
    return path


def stamped(path: Path, when: datetime) -> Path:
    """Have a workbook say when it was saved; openpyxl writes the clock's time."""

    def change(name: str, data: bytes) -> bytes:
        if name != "docProps/core.xml":
            return data
        time = f"{when:%Y-%m-%dT%H:%M:%SZ}".encode()
        return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + time, data)

    return rewritten(path.rename(path.with_suffix(".tmp")), path, change)
