"""Names of files: readable where they come from Chinese Windows, and safe on every disk."""

import re
from pathlib import Path

_ILLEGAL = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_UNSEEN = re.compile("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Control marks, and those that turn the direction of writing, so that gpj.exe reads as exe.jpg."""
_LAST_OF_TWO_BYTES = "\u07ff"
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST_NAME = 255
"""Bytes of a file's name on Linux; Windows takes as many UTF-16 units."""


def safe_name(name: str) -> str:
    """Return a name that both Linux and Windows accept for a file."""
    safe = _ILLEGAL.sub("_", printable(name)).strip().rstrip(".") or "_"
    return f"_{safe}" if _RESERVED.match(safe) else safe


def printable(path: str) -> str:
    """Return a file's name or path as text.

    Names that are no UTF-8 come from archives packed on Chinese Windows; their bytes are GB18030.
    """
    return "/".join(map(_printable_name, path.split("/")))


def _printable_name(name: str) -> str:
    try:
        name.encode()
    except UnicodeEncodeError:
        return readable(name.encode("utf-8", "surrogateescape"))
    return name


def readable(raw: bytes) -> str:
    """Return text of which nobody says the encoding: UTF-8 where it is, else GB18030.

    Two bytes of UTF-8 may as well be one Chinese character (路 in GBK is · in UTF-8). UTF-8 with
    anything Chinese in it has three bytes in a row; without them GB 2312 is the likelier.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
    if text.isascii() or max(text) > _LAST_OF_TWO_BYTES:
        return text
    try:
        return raw.decode("gb2312")
    except UnicodeDecodeError:
        return text


def member_name(name: str) -> str:
    """Return the path of a member as people may see it; it is shown and never written to.

    Zips of some Windows programs separate folders with a backslash.
    """
    text = name.encode(errors="replace").decode().replace("\\", "/")
    return _UNSEEN.sub("_", text)


def base_name(name: str) -> str:
    """Return the safe name for a copy of a member: where it wants to lie counts for nothing."""
    return safe_name(name.rstrip("/").rsplit("/", 1)[-1])


def free_name(folder: Path, name: str) -> Path:
    """Return a path that no other file has: 名称.xlsx, 名称(2).xlsx, …"""
    target = folder / _shortened(name, "")
    number = 1
    while target.exists():
        number += 1
        target = folder / _shortened(name, f"({number})")
    return target


def _shortened(name: str, ending: str) -> str:
    """Put an ending before a name's suffix; cut the name where it would be too long for a disk."""
    stem, suffix = Path(name).stem, Path(name).suffix
    room = _LONGEST_NAME - len(f"{ending}{suffix}".encode())
    if room < 1:
        stem, suffix, room = name, "", _LONGEST_NAME - len(ending)
    return stem.encode()[:room].decode(errors="ignore") + ending + suffix
