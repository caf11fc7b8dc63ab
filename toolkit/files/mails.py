"""Taking the attachments out of a mail (.eml)."""

import base64
import binascii
import email
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from toolkit.errors import WorkspaceError
from toolkit.files.box import Box, RefusedError, megabytes
from toolkit.files.mail_names import file_name, raw_header, subject
from toolkit.files.names import readable

NO_ATTACHMENT = (
    "邮件里没有附件；正文里的表格、超大附件的下载链接不会读取，请另存为文件后放入“2回收”"
)
SEALED = "邮件经过加密或签名封装，打不开：请在邮件程序里打开后另存附件"
TNEF = "Outlook 专用的附件包（winmail.dat），打不开：请报送单位改用普通附件重新发送"

_CUT = "邮件不完整，最后的附件可能缺一截：请重新下载这封邮件，核对取出的表格"
_ODD = "邮件的结构不正常，打不开：请在邮件程序里打开后另存附件"
_MAIL = "message/rfc822"
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_NO_RETURNS = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
    "text/calendar",
)
_CUTS = (
    "CloseBoundaryNotFoundDefect",
    "StartBoundaryNotFoundDefect",
    "NoBoundaryInMultipartDefect",
)

_BOM = b"\xef\xbb\xbf"
_HEADERS = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t\r\n]")
_OF_A_MAIL = re.compile(
    rb"^(from|to|subject|date|received|message-id|mime-version|return-path|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_SAVED_PAGE = re.compile(rb"^(snapshot-content-location|from: ?<saved by)", re.I | re.MULTILINE)
_FEWEST = 3


def is_mail(start: bytes) -> bool:
    """Tell whether a file that begins like this is a mail; a web page saved as .mht is none."""
    start = start.removeprefix(_BOM)
    if not _HEADERS.match(start):
        return False
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    known = {name.lower() for name in _OF_A_MAIL.findall(head)}
    return b"from" in known and len(known) >= _FEWEST and not _SAVED_PAGE.search(head)


def unpack_mail(mail: Path, box: Box, _password: str | None) -> None:
    """Put the attachments of a mail into a box, those of attached mails as well.

    Raises:
        RefusedError: It cannot be read, or has no attachment.
    """
    most = box.budget.limits.member
    if mail.stat().st_size > most:
        raise RefusedError(f"邮件超过 {megabytes(most)}，没有收取：请在邮件程序里另存附件")
    try:
        message = _parsed(mail.read_bytes().removeprefix(_BOM))
        if not _take(message, box):
            box.refuse("", NO_ATTACHMENT)
    except (RefusedError, WorkspaceError):
        raise
    except Exception as error:  # what reading malformed headers raises, and endless nesting
        raise RefusedError(_ODD) from error


def _parsed(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=default)


def _take(message: EmailMessage, box: Box) -> int:
    """Take the attachments of a mail; return how many it has, those refused included."""
    count = 0
    shown = _shown_pictures(message)
    for part in _parts(message, box):
        if part.get_content_type() == _MAIL:
            count += 1
            _take_mail(part, box)
        elif _is_attachment(part, shown):
            count += 1
            _take_part(part, box, _flat(file_name(part)) or f"附件{count}")
    return count


def _parts(message: EmailMessage, box: Box) -> Iterator[EmailMessage]:
    """Return the parts of a mail in order; what lies in an attached mail is that mail's."""
    waiting: list[Any] = [message]
    while waiting:
        part = waiting.pop()
        content = part.get_payload()
        if any(type(defect).__name__ in _CUTS for defect in part.defects):
            box.refuse("", _CUT)
        if part.get_content_maintype() == "multipart" and isinstance(content, list):
            waiting += reversed(content)
        else:
            yield part


def _take_mail(part: EmailMessage, box: Box) -> None:
    box.budget.count()
    inner = _attached_mail(part)
    name = _flat(file_name(part) or f"{subject(inner) or '转发的邮件'}.eml")
    within = box.within(name)
    if not _take(inner, within):
        within.refuse("", NO_ATTACHMENT)


def _attached_mail(part: EmailMessage) -> EmailMessage:
    """Return an attached mail; some programs encode it whole, which RFC 2046 5.2.1 forbids."""
    content: Any = part.get_payload()
    inner: EmailMessage = content[0] if isinstance(content, list) else part
    if raw_header(part, "Content-Transfer-Encoding").strip().lower() != "base64":
        return inner
    try:
        data = base64.b64decode(str(inner.get_payload()).encode(errors="replace"))
    except (binascii.Error, ValueError):
        return inner
    return _parsed(data)


def _take_part(part: EmailMessage, box: Box, name: str) -> None:
    kind = part.get_content_type()
    if not box.admits(name):
        return
    if kind in _TNEF or name.lower() == "winmail.dat":
        box.refuse(name, TNEF)
    elif kind in _SEALED or name.lower() == "smime.p7m":
        box.refuse(name, SEALED)
    else:
        content = part.get_payload(decode=True)
        box.put(name, [content] if isinstance(content, bytes) else [])


def _is_attachment(part: EmailMessage, shown: frozenset[str]) -> bool:
    """Tell whether a part is an attachment: no text of the mail and no picture shown in it."""
    kind, way = part.get_content_type(), part.get_content_disposition()
    family = part.get_content_maintype()
    if kind in _NO_RETURNS or family in ("multipart", "message"):
        return False
    if family == "image":
        return way == "attachment" and raw_header(part, "Content-ID").strip(" <>") not in shown
    return family != "text" or way == "attachment" or bool(file_name(part))


def _shown_pictures(message: EmailMessage) -> frozenset[str]:
    """Return the Content-IDs of the pictures that the mail's text shows."""
    found: set[str] = set()
    for part in message.walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            found.update(map(readable, re.findall(rb"""cid:([^"'\s>)]+)""", content)))
    return frozenset(found)


def _flat(name: str) -> str:
    """Return a name in which nothing looks like a folder: attachments have none."""
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
