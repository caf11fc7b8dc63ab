"""Formulas of an .xls workbook that put texts together, as people write them.

They are stored as tokens, operands before their operators ([MS-XLS] 2.5.198).
"""

import struct
from io import BytesIO

from toolkit.model.refs import cell_name

_CONCATENATION, _PARENTHESES, _STRING, _ATTRIBUTE, _WHOLE, _NUMBER = 8, 0x15, 0x17, 0x19, 0x1E, 0x1F
_REFERENCES, _FUNCTIONS = (0x24, 0x44, 0x64), (0x22, 0x42, 0x62)
_CONCATENATE = 336
_SPACE = 0x40


def text_formula(tokens: bytes) -> str | None:
    """Return a formula that comes to a text whatever its cells hold; None for any other."""
    try:
        return _read(BytesIO(tokens))
    except (struct.error, IndexError):
        return None  # cut off


def _read(tokens: BytesIO) -> str | None:
    parts: list[str] = []
    is_text = False
    while token := tokens.read(1):
        kind = token[0]
        if kind == _CONCATENATION:
            last = parts.pop()
            parts.append(f"{parts.pop()}&{last}")
        elif kind in _FUNCTIONS:
            count, function = struct.unpack("<BH", tokens.read(3))
            if function != _CONCATENATE or not 0 < count <= len(parts):
                return None
            parts[-count:] = [f"CONCATENATE({','.join(parts[-count:])})"]
        elif kind == _PARENTHESES:
            parts.append(f"({parts.pop()})")
            continue
        elif kind == _ATTRIBUTE and tokens.read(3)[0] == _SPACE:
            continue
        elif (operand := _operand(kind, tokens)) is not None:
            parts.append(operand)
        else:
            return None
        is_text = kind == _CONCATENATION or kind in _FUNCTIONS
    return f"={parts[0]}" if is_text and len(parts) == 1 else None


def _operand(kind: int, tokens: BytesIO) -> str | None:
    if kind == _STRING:
        count, wide = struct.unpack("<BB", tokens.read(2))
        size, encoding = (2 * count, "utf-16-le") if wide & 1 else (count, "latin-1")
        (content,) = struct.unpack(f"{size}s", tokens.read(size))
        text = content.decode(encoding, "replace")
        return '"{}"'.format(text.replace('"', '""'))
    if kind == _WHOLE:
        return str(struct.unpack("<H", tokens.read(2))[0])
    if kind == _NUMBER:
        return repr(struct.unpack("<d", tokens.read(8))[0])
    if kind in _REFERENCES:
        row, column = struct.unpack("<HH", tokens.read(4))
        return cell_name(row, column & 0x3FFF)
    return None
