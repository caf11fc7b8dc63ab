"""The contents of 2回收: each lies there once, and none is ever replaced."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from toolkit.files.atomic import replacing
from toolkit.files.box import Member
from toolkit.files.digests import file_digest
from toolkit.files.names import base_name, free_name, printable, safe_name


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was offered.

    Attributes:
        source: Its path as it was given; `outer.zip!inner/name.xlsx` of a member of an archive.
        stored: Where it lies in 2回收: its copy, or the file with the same content.
        copied: False when that content was there already.
    """

    source: str
    stored: Path
    copied: bool


class Shelf:
    """Files what comes in."""

    def __init__(self, folder: Path, files: Iterable[Path]) -> None:
        self._folder = folder
        self._files = tuple(files)

    @cached_property
    def _known(self) -> dict[str, Path]:
        """What lies here by its digest; where nothing comes in, nobody has to know."""
        return _contents(self._files)

    def holds(self, sha256: str) -> bool:
        """Tell whether a content lies here."""
        return sha256 in self._known

    def copy(self, path: Path, sha256: str) -> Taken:
        """Take a file's content in, unless it lies here already."""
        new = not self.holds(sha256)
        if new:
            target = free_name(self._folder, safe_name(path.name))
            with replacing(target) as temporary:
                shutil.copyfile(path, temporary)
            self._known[sha256] = target
        return Taken(printable(str(path)), self._known[sha256], new)

    def move(self, member: Member, source: str) -> Taken:
        """Take in what was unpacked, unless its content lies here already."""
        new = not self.holds(member.sha256)
        if new:
            target = free_name(self._folder, base_name(member.name))
            member.path.replace(target)
            self._known[member.sha256] = target
        return Taken(source, self._known[member.sha256], new)


def _contents(paths: Iterable[Path]) -> dict[str, Path]:
    known: dict[str, Path] = {}
    for path in paths:
        if printable(str(path)) != str(path):
            continue  # cannot be recorded, so it counts as not being there
        try:
            known.setdefault(file_digest(path), path)
        except OSError:
            continue  # whoever reads the inbox tells of it; here it only is no known content
    return known
