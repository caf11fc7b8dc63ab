"""Taking the attachments out of a mail saved by Outlook (.msg).

A .msg is a compound file (MS-OXMSG 2.2): one storage an attachment, one stream a property, the
stream's name made of the property's number and type; fixed properties lie together in one stream.
"""

import struct
from pathlib import Path, PurePosixPath
from typing import Any

from toolkit.errors import UnreadableFileError
from toolkit.files.box import Box, RefusedError, megabytes
from toolkit.files.compound import refuse_circles
from toolkit.files.mails import NO_ATTACHMENT, SEALED, TNEF
from toolkit.files.names import readable

_PROPERTIES = "__properties_version1.0"
_MARK = _PROPERTIES.encode("utf-16-le")
_ATTACHMENT = "__attach_version1.0_#"
_HEADER, _ENTRY = 8, 16

# MS-OXPROPS: numbers of properties.
_DISPLAY_NAME, _DATA, _METHOD = 0x3001, 0x3701, 0x3705
_SHORT_NAME, _LONG_NAME, _MIME, _CONTENT_ID, _FLAGS = 0x3704, 0x3707, 0x370E, 0x3712, 0x3714
_HIDDEN = 0x7FFE
_TEXT, _ANSI, _BINARY, _OBJECT = "001F", "001E", "0102", "000D"
_SHOWN_IN_TEXT = 4
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf")
_LINKS = (2, 3, 4, 7)
"""Methods of attachment (MS-OXCMSG 2.2.2.9) that leave the file elsewhere."""

_BROKEN = (OSError, ValueError, IndexError, struct.error, UnreadableFileError, RecursionError)
_DAMAGED = "邮件已损坏，打不开：请在 Outlook 里重新另存，或直接另存附件"
_LINKED = "附件只是一个链接，文件不在邮件里：请下载后放入“2回收”"
_EMBEDDED = "嵌在邮件正文里的对象，不是附件，没有收取"


def is_outlook_mail(data: bytes) -> bool:
    """Tell whether a compound file is a .msg, not a workbook that merely holds one."""
    if _MARK not in data:
        return False
    import olefile

    try:
        refuse_circles(data)
        with olefile.OleFileIO(data) as ole:
            return bool(ole.exists(_PROPERTIES)) and not ole.exists("Workbook")
    except _BROKEN:
        return False


def unpack_outlook(mail: Path, box: Box, _password: str | None) -> None:
    """Put the attachments of a .msg into a box, those of attached mails as well.

    Raises:
        RefusedError: It cannot be read.
    """
    import olefile

    most = box.budget.limits.member
    if mail.stat().st_size > most:
        raise RefusedError(f"邮件超过 {megabytes(most)}，没有收取：请在 Outlook 里另存附件")
    try:
        data = mail.read_bytes()
        refuse_circles(data)
        with olefile.OleFileIO(data) as ole:
            if not _take(ole, [], box):
                box.refuse("", NO_ATTACHMENT)
    except _BROKEN as error:
        raise RefusedError(_DAMAGED) from error


def _take(ole: Any, place: list[str], box: Box) -> int:
    """Take the attachments of the mail that lies in a storage; return how many it has."""
    count = 0
    for name in _attachments(ole, place):
        attachment = _Attachment(ole, [*place, name])
        if attachment.is_shown_picture:
            continue
        count += 1
        _take_one(attachment, box, attachment.name or f"附件{count}")
    return count


def _attachments(ole: Any, place: list[str]) -> list[str]:
    depth = len(place)
    found = {
        path[depth]
        for path in ole.listdir(streams=True, storages=False)
        if len(path) > depth and path[:depth] == place and path[depth].startswith(_ATTACHMENT)
    }
    return sorted(found)


def _take_one(attachment: "_Attachment", box: Box, name: str) -> None:
    if attachment.holds_mail:
        box.budget.count()
        within = box.within(name if name.lower().endswith(".msg") else f"{name}.msg")
        if not _take(attachment.ole, attachment.inside, within):
            within.refuse("", NO_ATTACHMENT)
        return
    if not box.admits(name):
        return
    reason = attachment.why_not(name)
    if reason:
        box.refuse(name, reason)
    else:
        box.put(name, [attachment.data()])


class _Attachment:
    """One attachment: its properties are streams of its storage."""

    def __init__(self, ole: Any, place: list[str]) -> None:
        self.ole = ole
        self._place = place
        self._numbers = self._read_numbers()

    @property
    def inside(self) -> list[str]:
        """The storage of an attached mail or object."""
        return [*self._place, f"__substg1.0_{_DATA:04X}{_OBJECT}"]

    @property
    def holds_mail(self) -> bool:
        """Whether it is a mail itself."""
        return bool(self.ole.exists([*self.inside, _PROPERTIES]))

    @property
    def name(self) -> str:
        """The name that it is to have."""
        names = map(self._text, (_LONG_NAME, _SHORT_NAME, _DISPLAY_NAME))
        name = next((name for name in names if name), "")
        return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]

    @property
    def is_shown_picture(self) -> bool:
        """Whether it is a picture that the mail's text shows."""
        if not self._text(_MIME).lower().startswith("image/"):
            suffix = PurePosixPath(self.name).suffix.lower()
            if suffix not in _PICTURES:
                return False
        hidden = self._numbers.get(_HIDDEN) or self._numbers.get(_FLAGS, 0) & _SHOWN_IN_TEXT
        return bool(hidden or self._text(_CONTENT_ID))

    def why_not(self, name: str) -> str:
        """Return why there is nothing to take, "" where there is."""
        if name.lower() == "winmail.dat":
            return TNEF
        if name.lower() == "smime.p7m" or self._text(_MIME).lower() == "multipart/signed":
            return SEALED
        if self.ole.exists(self._stream(_DATA, _BINARY)):
            return ""
        return _LINKED if self._numbers.get(_METHOD) in _LINKS else _EMBEDDED

    def data(self) -> bytes:
        """Return its bytes."""
        return self._read(_DATA, _BINARY)

    def _text(self, number: int) -> str:
        wide = self._read(number, _TEXT).decode("utf-16-le", "replace")
        return (wide or readable(self._read(number, _ANSI))).strip("\0 ")

    def _read(self, number: int, kind: str) -> bytes:
        stream = self._stream(number, kind)
        if not self.ole.exists(stream):
            return b""
        with self.ole.openstream(stream) as file:
            return bytes(file.read())

    def _stream(self, number: int, kind: str) -> list[str]:
        return [*self._place, f"__substg1.0_{number:04X}{kind}"]

    def _read_numbers(self) -> dict[int, int]:
        """Return the properties of fixed length (MS-OXMSG 2.4.2) by their numbers."""
        stream = [*self._place, _PROPERTIES]
        if not self.ole.exists(stream):
            return {}
        with self.ole.openstream(stream) as file:
            data = bytes(file.read())
        places = range(_HEADER, len(data) - _ENTRY + 1, _ENTRY)
        entries = (struct.unpack_from("<HHIi", data, place) for place in places)
        return {number: value for _, number, _, value in entries}
