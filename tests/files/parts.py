"""Looking into workbooks, as XlsxWriter's own tests do (test/helperfunctions.py)."""

from pathlib import Path
from typing import IO
from zipfile import ZipFile


def parts(path: Path | IO[bytes]) -> dict[str, bytes]:
    """Return the content of every part of a workbook, in the order of the file."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
