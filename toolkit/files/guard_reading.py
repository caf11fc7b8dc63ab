"""What a guarded process does with a returned file; its results are plain values that travel well."""

from collections.abc import Sequence
from pathlib import Path

from toolkit.errors import UnreadableFileError
from toolkit.files.digests import digest, file_digest
from toolkit.files.workbooks import read_path, read_workbook
from toolkit.model.sheets import Range
from toolkit.model.workbook import RawSheet

_APART = "\0"
"""What no path holds."""

Sheet = tuple[str, bool, Sequence[Sequence[object]], frozenset[int], tuple[Range, ...]]
"""The parts of a `RawSheet`: only rows of plain values travel cheaply."""

Outcome = tuple[str, list[Sheet] | UnreadableFileError]
"""A file's digest, and its sheets or why there are none."""


def request(path: Path, password: str | None) -> str:
    """Return what asks for a file to be read: its path, and what may open it."""
    return f"{path}{_APART}{password}" if password else str(path)


def read(asked: str) -> Outcome:
    """Read a file once: what is hashed is what is read."""
    name, _, password = asked.partition(_APART)
    path = Path(name)
    try:
        data = read_path(path)
    except UnreadableFileError as error:
        return digest_on_disk(path), error
    sha256 = digest(data)
    try:
        workbook = read_workbook(data, password=password or None)
    except UnreadableFileError as error:
        if isinstance(error.__cause__, MemoryError):
            raise error.__cause__ from error
        return sha256, error
    return sha256, [_parts(sheet) for sheet in workbook.sheets]


def digest_on_disk(path: Path) -> str:
    """Return the digest of a file that was not read, "" where the disk does not give it."""
    try:
        return file_digest(path)
    except OSError:
        return ""


def _parts(sheet: RawSheet) -> Sheet:
    return sheet.name, sheet.visible, sheet.rows, sheet.hidden_rows, sheet.merges
