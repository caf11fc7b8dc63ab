"""What a guarded process does with a returned file; its results are plain values that travel well."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from toolkit.errors import UnreadableFileError
from toolkit.files.digests import digest, file_digest
from toolkit.files.workbooks import read_confined, read_path, read_workbook
from toolkit.model.workbook import RawWorkbook

Sheets = list[tuple[str, bool, Sequence[Sequence[object]]]]
"""Each sheet's name, whether people see it, and its rows."""

Outcome = tuple[str, Sheets | UnreadableFileError]
"""A file's digest, and its sheets or why there are none."""


def read(name: str) -> Outcome:
    """Read a file with the memory's limit for a guard, where the system holds it to one."""
    return _read(name, read_confined if sys.platform == "linux" else read_workbook)


def read_with_care(name: str) -> Outcome:
    """Read a file on which a process has died: what is known to kill one is looked for first."""
    return _read(name, read_workbook)


def digest_on_disk(path: Path) -> str:
    """Return the digest of a file that was not read, "" where the disk does not give it."""
    try:
        return file_digest(path)
    except OSError:
        return ""


def _read(name: str, reader: Callable[[bytes], RawWorkbook]) -> Outcome:
    """Read a file once: what is hashed is what is read."""
    path = Path(name)
    try:
        data = read_path(path)
    except UnreadableFileError as error:
        return digest_on_disk(path), error
    sha256 = digest(data)
    try:
        workbook = reader(data)
    except UnreadableFileError as error:
        if isinstance(error.__cause__, MemoryError):
            raise error.__cause__ from error
        return sha256, error
    return sha256, [(s.name, s.visible, s.rows) for s in workbook.sheets]
