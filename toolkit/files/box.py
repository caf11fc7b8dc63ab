"""What is taken out of an archive or a mail: counted, and never more than the limits allow.

An archive says how large its members are, and may lie: a file of 22 KB can unfold to terabytes.
So what counts is what is really unpacked, and every byte passes here.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from toolkit.errors import WorkspaceError
from toolkit.files.leftovers import Skipped, leftover
from toolkit.files.names import member_name

_CHUNK = 2**16
_BY_HAND = "请手工解压，只把需要的表格放入“2回收”"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold, with everything nested in it.

    Attributes:
        depth: How many archives may lie one inside the other below the outer one.
        members: How many files.
        total: Bytes of all files.
        member: Bytes of one file.
        ratio: How many times larger a file may be than packed, if it is larger than `ratio_from`.
    """

    depth: int = 2
    members: int = 10_000
    total: int = 2 * 2**30
    member: int = 200 * 2**20
    ratio: int = 200
    ratio_from: int = 10 * 2**20


@dataclass(slots=True)
class Budget:
    """What an archive and all that is nested in it may still unpack."""

    limits: Limits
    members: int = field(init=False)
    total: int = field(init=False)

    def __post_init__(self) -> None:
        self.members = self.limits.members
        self.total = self.limits.total

    def count(self) -> None:
        """Count a member.

        Raises:
            BombError: It is one too many.
        """
        self.members -= 1
        if self.members < 0:
            raise BombError(f"里面的文件超过 {self.limits.members} 个，{_BY_HAND}")

    def spend(self, size: int) -> None:
        """Count unpacked bytes.

        Raises:
            BombError: They are too many.
        """
        self.total -= size
        if self.total < 0:
            raise BombError(f"解开后超过 {megabytes(self.limits.total)}，{_BY_HAND}")


class RefusedError(Exception):
    """An archive, a mail or one of their members is not taken: the reason in plain Chinese."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BombError(RefusedError):
    """The outermost archive unpacks to more than is sound, so nothing of it is taken."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file that was unpacked.

    Attributes:
        name: Its path in its archive.
        source: Its path in the outermost archive; of a nested one `b.zip!里/教育局.xlsx`.
        path: Where its bytes lie for now.
        sha256: Of its bytes.
    """

    name: str
    source: str
    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What became of an archive: plain values that a worker process can send home.

    Attributes:
        refused: What was not taken; the path is "" where it is the archive itself.
    """

    members: tuple[Member, ...] = ()
    refused: tuple[Skipped, ...] = ()


@dataclass(slots=True)
class Box:
    """Takes the members of one archive: files them under made-up names and keeps the limits.

    Attributes:
        folder: Where to file them.
        name: The archive's own name.
        place: Its path in the outermost archive, "" for that one.
    """

    folder: Path
    budget: Budget
    name: str
    place: str = ""
    members: list[Member] = field(default_factory=list)
    refused: list[Skipped] = field(default_factory=list)

    def within(self, name: str) -> "Box":
        """Return a box for what lies in a member, such as an attached mail, filed with the rest."""
        return Box(self.folder, self.budget, name, self._source(name), self.members, self.refused)

    def refuse(self, name: str, reason: str) -> None:
        """Note that a member, or with the name "" the archive itself, is not taken."""
        self.refused.append(Skipped(self._source(name), reason))

    def admits(self, name: str) -> bool:
        """Count a member and say whether it is to be unpacked; what is no return is noted.

        Raises:
            BombError: There are too many.
        """
        self.budget.count()
        reason = leftover(member_name(name))
        if reason:
            self.refuse(name, reason)
        return not reason

    def _source(self, name: str) -> str:
        return "!".join(filter(None, (self.place, member_name(name))))

    def put(self, name: str, content: Iterable[bytes], packed: int | None = None) -> None:
        """File a member, whole or not at all.

        Args:
            content: Its bytes, piece by piece.
            packed: How many bytes it takes in the archive, where that is known.

        Raises:
            BombError: The archive unpacks to more than the limits.
        """
        sink = Sink(self.folder, self.budget, packed)
        try:
            with sink:
                for chunk in content:
                    sink.write(chunk)
        except BombError:
            raise
        except RefusedError as error:
            self.refuse(name, error.reason)
        else:
            self.filed(name, sink)

    def sink(self) -> "Sink":
        """Return a sink for a member whose bytes are pushed; `filed` then takes it."""
        return Sink(self.folder, self.budget)

    def filed(self, name: str, sink: "Sink") -> None:
        """Take a member that was written whole."""
        member = Member(member_name(name), self._source(name), sink.path, sink.sha256)
        self.members.append(member)


class Sink:
    """A file under a made-up name that counts what is written to it.

    The name begins with a dot, so that a file left behind by a crash is never read as a return.
    """

    def __init__(self, folder: Path, budget: Budget, packed: int | None = None) -> None:
        self.path = folder / f".{secrets.token_hex(8)}.tmp"
        self._budget = budget
        self._packed = packed
        self._size = 0
        self._digest = hashlib.sha256()
        with _writing(folder):
            self._file: BinaryIO = self.path.open("xb")

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was written."""
        return self._digest.hexdigest()

    def write(self, chunk: bytes) -> None:
        """Write bytes.

        Raises:
            RefusedError: The member is too large, or larger than is sound for its packed size.
            BombError: The archive is.
        """
        limits = self._budget.limits
        self._size += len(chunk)
        self._budget.spend(len(chunk))
        if self._size > limits.member:
            raise RefusedError(f"解开后超过 {megabytes(limits.member)}，不会是报表，没有收取")
        if is_bomb(self._size, self._packed, limits):
            raise RefusedError("压缩得不正常（像压缩炸弹），没有收取")
        with _writing(self.path.parent):
            self._file.write(chunk)
        self._digest.update(chunk)

    def close(self) -> None:
        """Close the file; what was written stays."""
        with _writing(self.path.parent):
            self._file.close()

    def drop(self) -> None:
        """Close the file and remove it."""
        self._file.close()
        self.path.unlink(missing_ok=True)

    def __enter__(self) -> "Sink":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            self.drop()


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Tell a full disk from a damaged archive."""
    try:
        yield
    except OSError as error:
        raise WorkspaceError(
            f"解开压缩包时无法写入“{folder.parent}”。", "请检查磁盘是否已满、是否有写入权限。"
        ) from error


def is_bomb(size: int, packed: int | None, limits: Limits) -> bool:
    """Tell whether a large file is many times larger than packed."""
    return packed is not None and size > limits.ratio_from and size > limits.ratio * packed


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end."""
        ...


def chunks(file: Readable) -> Iterator[bytes]:
    """Return a file's bytes piece by piece."""
    while chunk := file.read(_CHUNK):
        yield chunk


def megabytes(size: int) -> str:
    """Return a limit as people read it."""
    return f"{size // 2**20} MB"
