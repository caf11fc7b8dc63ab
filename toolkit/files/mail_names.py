"""Names of attachments in a mail's headers.

They come in every way that was ever usual: RFC 2231, RFC 2047 (which forbids them there), a Chinese
character cut in two between encoded words, gb2312 that is really GBK, and bytes in GBK without a
word about it. The standard library reads the first; the rest is read here.
"""

import base64
import binascii
import quopri
import re
from email.message import EmailMessage, Message

from toolkit.files.names import readable

_WORD = re.compile(r"=\?([^?*\s]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"(?<=\?=)\s+(?==\?)")
_GB = re.compile(r"(x-)?(gb[-_]?2312([-_]80)?|gbk|cp936|ms936|windows-936|euc-cn)", re.IGNORECASE)


def file_name(part: EmailMessage) -> str:
    """Return the name that an attachment is to have, "" where it has none."""
    for header, parameter in (("Content-Disposition", "filename"), ("Content-Type", "name")):
        value = _parameter(raw_header(part, header), parameter)
        if value:
            return value
    return ""


def subject(message: EmailMessage) -> str:
    """Return a mail's subject."""
    return decoded(raw_header(message, "Subject")).strip()


def raw_header(part: EmailMessage, header: str) -> str:
    """Return a header as it stands in the mail, in one line; bytes that are no ASCII are read."""
    for name, value in part.raw_items():
        if name.lower() == header.lower():
            text = re.sub(r"\s*[\r\n]+\s*", " ", str(value))
            return readable(text.encode(errors="surrogateescape"))
    return ""


def _parameter(header: str, name: str) -> str:
    """Return a parameter of a header, in whatever way it is encoded."""
    plain = Message()  # the policy of old, which leaves values as they are
    plain["X"] = header
    value = plain.get_param(name, header="X")
    if isinstance(value, tuple):
        charset, _, text = value
        return _in_charset(text.encode("latin-1", "replace"), charset or "").strip()
    return decoded(str(value or "")).strip()


def decoded(text: str) -> str:
    """Decode the encoded words of a header (RFC 2047).

    Neighbours in the same charset are put together as bytes first: mail programs cut a name
    wherever a line ends, and that may be inside a character.
    """
    text = _BETWEEN_WORDS.sub("", text)
    result, charset, waiting, place = "", "", b"", 0
    for word in _WORD.finditer(text):
        between = text[place : word.start()]
        if between or word[1].lower() != charset:
            result += _in_charset(waiting, charset) + between
            charset, waiting = word[1].lower(), b""
        waiting += _bytes_of(word[2].lower(), word[3])
        place = word.end()
    return result + _in_charset(waiting, charset) + text[place:]


def _bytes_of(way: str, text: str) -> bytes:
    if way == "q":
        return quopri.decodestring(text.encode(errors="replace"), header=True)
    try:
        return base64.b64decode(text + "==")
    except (binascii.Error, ValueError):
        return text.encode()  # no base64: shown as it stands


def _in_charset(data: bytes, charset: str) -> str:
    """Decode bytes as the mail says; as Chinese where that is unknown or untrue."""
    try:
        return data.decode("gb18030" if _GB.fullmatch(charset) else charset or "utf-8")
    except (LookupError, ValueError):
        return readable(data)
