"""Taking the files out of .7z and .rar, with libraries and programs that are not always there.

Neither format can be read with Python's own means: .7z needs py7zr (pure Python with compiled
codecs), .rar needs rarfile and a program that unpacks (unrar, unar, 7z or bsdtar).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from toolkit.errors import WorkspaceError
from toolkit.files.box import BombError, Box, RefusedError, chunks
from toolkit.files.leftovers import LINK
from toolkit.files.zip_members import DAMAGED, LOCKED, UNUSUAL, WRONG_PASSWORD

_NO_7Z = "本机没有装解 .7z 的组件（py7zr）：请手工解压后放入“2回收”，或请报送单位改用 .zip"
_NO_RAR = "本机没有装解 .rar 的程序：请手工解压后放入“2回收”，或请报送单位改用 .zip"
_RAR_FAILED = (
    "解不开：压缩包已损坏、不完整，或者本机的解压程序不认识 .rar。"
    "请手工解压后放入“2回收”，或请报送单位改用 .zip 重新发送"
)
"""A program may be there that does not know the format (7zz without its RAR codec, in Debian)."""
_VOLUME = "这是分卷压缩包的后续部分：请把各分卷放在一起，从第一个分卷解开"
_BOMB = "压缩得不正常（像压缩炸弹），没有收取"


def unpack_7z(archive: Path, box: Box, password: str | None) -> None:
    """Put the files of a .7z into a box: all of them, or none where it is damaged.

    Raises:
        RefusedError: It cannot be unpacked, or py7zr is not installed.
    """
    try:
        import py7zr
    except ImportError as error:
        raise RefusedError(_NO_7Z) from error
    limits = box.budget.limits
    most = min(box.budget.total, max(limits.ratio_from, limits.ratio * archive.stat().st_size))
    try:
        # An open file, not its path: py7zr then uses no threads, and errors come as they are.
        with (
            archive.open("rb") as file,
            py7zr.SevenZipFile(file, password=password, max_extract_size=most) as package,
        ):
            _unpack_7z(package, box, password)
    except (RefusedError, WorkspaceError):
        raise
    except py7zr.PasswordRequired as error:
        raise RefusedError(LOCKED) from error
    except py7zr.exceptions.DecompressionBombError as error:
        raise BombError(_BOMB) from error
    except py7zr.UnsupportedCompressionMethodError as error:
        raise RefusedError(UNUSUAL) from error
    except Exception as error:  # what its codecs and its reading of the headers raise, of any kind
        raise RefusedError(DAMAGED if password is None else WRONG_PASSWORD) from error


def _unpack_7z(package: Any, box: Box, password: str | None) -> None:
    if package.needs_password() and password is None:
        raise RefusedError(LOCKED)
    wanted = set()
    for entry in package.files:
        if entry.is_directory or not box.admits(entry.filename):
            continue
        if entry.is_symlink or entry.is_junction or entry.is_socket:
            box.refuse(entry.filename, LINK)
        elif _leads_out(entry.filename):
            box.refuse(entry.filename, "文件的路径不正常，没有收取：请手工解压后放入“2回收”")
        else:
            wanted.add(entry.filename)
    if not wanted:
        return
    from toolkit.files.seven_zip import Sinks

    sinks = Sinks(box)
    try:
        package.extract(targets=wanted, recursive=False, factory=sinks)
    except BaseException:
        sinks.drop()
        raise
    sinks.file()


def _leads_out(name: str) -> bool:
    """Tell whether py7zr would refuse the whole archive for the name of this member."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or ":" in parts[0] or not any(part.strip(".") for part in parts)


def unpack_rar(archive: Path, box: Box, password: str | None) -> None:
    """Put the files of a .rar into a box.

    Raises:
        RefusedError: It cannot be unpacked, or rarfile or a program for it is not installed.
    """
    try:
        import rarfile
    except ImportError as error:
        raise RefusedError(_NO_RAR) from error
    reasons = {
        rarfile.RarCannotExec: _NO_RAR,
        rarfile.NeedFirstVolume: _VOLUME,
        rarfile.PasswordRequired: LOCKED,
        rarfile.RarWrongPassword: WRONG_PASSWORD,
        rarfile.NoCrypto: UNUSUAL,
    }
    try:
        with rarfile.RarFile(archive) as package:
            _unpack_rar(package, box, password)
    except (RefusedError, WorkspaceError):
        raise
    except Exception as error:  # rarfile's own errors, and those of reading broken headers
        raise RefusedError(reasons.get(type(error), _RAR_FAILED)) from error


def _unpack_rar(package: Any, box: Box, password: str | None) -> None:
    if password is not None:
        package.setpassword(password)
    elif package.needs_password():
        raise RefusedError(LOCKED)
    for entry in package.infolist():
        _take_rar(package, entry, box)


def _take_rar(package: Any, entry: Any, box: Box) -> None:
    if entry.is_dir() or not box.admits(entry.filename):
        return
    if entry.is_symlink() or not entry.is_file():
        box.refuse(entry.filename, LINK)
    else:
        box.put(entry.filename, _rar_content(package, entry), entry.compress_size)


def _rar_content(package: Any, entry: Any) -> Iterator[bytes]:
    import rarfile

    if entry.compress_type != rarfile.RAR_M0:
        rarfile.tool_setup()  # found missing later, it leaves rarfile's temporary file behind
    with package.open(entry) as file:
        yield from chunks(file)
