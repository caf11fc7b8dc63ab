"""Packages with parts in other encodings than UTF-8, which calamine reads as empty or not at all."""

import codecs
import io
import re
import zipfile
from collections.abc import Collection

from toolkit.files.sheet_marks import is_recoded
from toolkit.files.zip_parts import damage_named, damaged, unpacked

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"""encoding=["']([\w.-]+)["']""")
_CHINESE = ("gb2312", "gbk", "gb_2312-80", "cp936")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"))
_HEAD = 200


def recoded(data: bytes, parts: Collection[zipfile.ZipInfo]) -> bytes:
    """Return the package with all of its XML in UTF-8.

    Raises:
        UnreadableFileError: A part is not in the encoding that it states.
    """
    packed = io.BytesIO()
    with damage_named(), zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for part in parts:
            content = unpacked(data, part)
            if part.filename.lower().endswith((".xml", ".rels")) and is_recoded(content):
                content = _in_utf_8(content)
            package.writestr(part.filename, content)
    return packed.getvalue()


def _in_utf_8(content: bytes) -> bytes:
    try:
        text = codecs.decode(content, _encoding(content))
    except (LookupError, UnicodeDecodeError) as error:
        raise damaged("文字编码与声明不符") from error
    return _DECLARATION.sub("", text.lstrip("\ufeff"), count=1).encode()


def _encoding(content: bytes) -> str:
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if marked or content.startswith(b"\0<"):
        return marked or "utf-16-be"
    declared = _ENCODING.search(content[:_HEAD])
    name = declared[1].decode().lower() if declared else "utf-8"
    return "gb18030" if name in _CHINESE else name
