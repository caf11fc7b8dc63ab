"""A notice in a text file: its encoding found, its lines as paragraphs."""

from toolkit.errors import UnreadableFileError
from toolkit.model.document import Document, Paragraph

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_ENCODINGS = ("utf-8", "gb18030")
_REPLACED = "\ufffd"


def read_text(data: bytes, name: str) -> Document:
    """Read a text file.

    Args:
        data: Its bytes: UTF-8 or UTF-16 with or without a mark, or GB18030 (GBK, GB2312).
        name: The document's name.

    Raises:
        UnreadableFileError: It is text in none of these encodings.
    """
    return Document(name, lines_of(decode(data)))


def decode(data: bytes) -> str:
    """Return the text of bytes whose encoding is not stated.

    Raises:
        UnreadableFileError: It is text in none of the known encodings.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFileError(
        "看不出文字编码，或者不是文本文件", "请用记事本打开，另存为 UTF-8 编码的 .txt 后重新运行。"
    )


def lines_of(text: str) -> tuple[Paragraph, ...]:
    """Return the lines of a text that say something; a lone tab is an empty cell of a table."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace(_REPLACED, "")
    return tuple(
        Paragraph(line.rstrip("\v\f \u3000\xa0"), number, f"第{number}行")
        for number, line in enumerate(plain.split("\n"), 1)
        if line.strip() or "\t" in line
    )
