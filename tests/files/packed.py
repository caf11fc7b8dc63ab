"""Archives and mails for tests, written byte by byte where no library writes what people send."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

Tree = Mapping[str, "bytes | Tree"]


def zip_of(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip as Python writes it: names in UTF-8, and saying so."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def zip_of_bytes(
    members: Mapping[bytes, bytes], extra: bytes = b"", mode: int = 0, flags: int = 0
) -> bytes:
    """Return a zip whose names are bytes without a word about their encoding, stored.

    Args:
        extra: An extra field for every member.
        mode: The Unix mode of every member.
        flags: The general purpose bits.
    """
    body, directory = b"", b""
    for name, content in members.items():
        common = struct.pack(
            "<HHHHHLLLHH",
            *(20, flags, 0, 0, 0x21, zlib.crc32(content), len(content), len(content)),
            *(len(name), len(extra)),
        )
        directory += b"PK\x01\x02" + struct.pack("<H", 0x0314) + common
        directory += struct.pack("<HHHLL", 0, 0, 0, mode << 16, len(body)) + name + extra
        body += b"PK\x03\x04" + common + name + extra + content
    count = len(members)
    end = struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end


def locked_zip_of(name: bytes, content: bytes, password: bytes) -> bytes:
    """Return a zip with one member under a password (APPNOTE.TXT 6.1)."""
    plain = zip_of_bytes({name: content}, flags=1)
    keys = [0x12345678, 0x23456789, 0x34567890]
    for byte in password:
        _turn(keys, byte)
    head = bytes(11) + bytes((zlib.crc32(content) >> 24,))
    locked = bytearray()
    for byte in head + content:
        mask = keys[2] | 2
        locked.append(byte ^ (mask * (mask ^ 1) >> 8 & 0xFF))
        _turn(keys, byte)
    data = bytearray(plain.replace(content, bytes(locked), 1))
    directory = data.rindex(b"PK\x01\x02")
    for place in (18, directory + 20):
        struct.pack_into("<L", data, place, len(locked))
    struct.pack_into("<L", data, data.rindex(b"PK\x05\x06") + 16, directory)
    return bytes(data)


def _turn(keys: list[int], byte: int) -> None:
    keys[0] = _crc(keys[0], byte)
    keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
    keys[2] = _crc(keys[2], keys[1] >> 24)


def _crc(crc: int, byte: int) -> int:
    """Take one step of CRC-32 without the inversion that zlib adds before and after."""
    return zlib.crc32(bytes((byte,)), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def unicode_path(raw: bytes, name: str) -> bytes:
    """Return the Info-ZIP Unicode Path field (APPNOTE.TXT 4.6.9) for a name."""
    field = struct.pack("<BL", 1, zlib.crc32(raw)) + name.encode()
    return struct.pack("<HH", 0x7075, len(field)) + field


def rar_of(members: Mapping[str, bytes], method: int = 0, volume: int = 0) -> bytes:
    """Return a RAR 5 archive whose members are stored, or say that they are compressed.

    Args:
        volume: Which volume it is to be, counted from 0.
    """
    blocks = [_rar_block(1, 0, _vint(3) + _vint(volume) if volume else _vint(0))]
    for name, content in members.items():
        fields = _vint(4) + _vint(len(content)) + _vint(0o644)
        fields += struct.pack("<L", zlib.crc32(content)) + _vint(method << 7) + _vint(1)
        fields += _vint(len(name.encode())) + name.encode()
        blocks.append(_rar_block(2, 2, fields, content))
    blocks.append(_rar_block(5, 0, _vint(0)))
    return b"Rar!\x1a\x07\x01\x00" + b"".join(blocks)


def locked_rar() -> bytes:
    """Return the start of a RAR 5 archive of which even the names are under a password."""
    return b"Rar!\x1a\x07\x01\x00" + _rar_block(4, 0, bytes((0, 0, 15)) + bytes(16)) + bytes(64)


def _rar_block(kind: int, flags: int, fields: bytes, data: bytes = b"") -> bytes:
    body = _vint(kind) + _vint(flags) + (_vint(len(data)) if flags & 2 else b"") + fields
    sized = _vint(len(body)) + body
    return struct.pack("<L", zlib.crc32(sized)) + sized + data


def _vint(number: int) -> bytes:
    out = b""
    while number > 0x7F:
        out += bytes((number & 0x7F | 0x80,))
        number >>= 7
    return out + bytes((number,))


_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound_of(tree: Tree) -> bytes:
    """Return a compound file (MS-CFB, version 3) with these storages and streams."""
    entries: list[list[object]] = [["Root Entry", 5, _FREE, _FREE, _END, b""]]
    _add(tree, 0, entries)
    small = b""
    mini: list[int] = []
    for entry in entries:
        data = entry[5]
        if entry[1] == 2 and isinstance(data, bytes) and 0 < len(data) < _CUTOFF:
            entry[4] = len(small) // _SMALL
            mini += _run(len(mini), -(-len(data) // _SMALL))
            small += data + bytes(-len(data) % _SMALL)
    sectors = b""
    fat: list[int] = []
    for entry in entries:
        data = small if entry[1] == 5 else entry[5]
        if isinstance(data, bytes) and data and (entry[1] == 5 or len(data) >= _CUTOFF):
            entry[4] = len(fat)
            fat += _run(len(fat), -(-len(data) // _SECTOR))
            sectors += data + bytes(-len(data) % _SECTOR)
    directory = b"".join(_entry(e, len(small)) for e in entries)
    directory += bytes(-len(directory) % _SECTOR)
    table = struct.pack(f"<{len(mini)}L", *mini)
    table += b"\xff" * (-len(table) % _SECTOR)
    directory_at, mini_at = len(fat), len(fat) + len(directory) // _SECTOR
    for part in (directory, table):
        fat += _run(len(fat), len(part) // _SECTOR)
        sectors += part
    fat_at = len(fat)
    count = next(n for n in range(1, 110) if fat_at + n <= n * _SECTOR // 4)
    fat += [_FAT] * count
    fat += [_FREE] * (count * _SECTOR // 4 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xLLL4xL", 0x3E, 3, 0xFFFE, 9, 6, 0, count, directory_at, _CUTOFF)
    header += struct.pack("<LLLL", mini_at if mini else _END, len(table) // _SECTOR, _END, 0)
    places = [*range(fat_at, fat_at + count)]
    header += struct.pack("<109L", *places, *[_FREE] * (109 - count))
    return header + sectors + struct.pack(f"<{len(fat)}L", *fat)


def _add(tree: Tree, parent: int, entries: list[list[object]]) -> None:
    """Add what a storage holds; each entry hangs on the one before, which any reader follows."""
    previous = -1
    for name in sorted(tree, key=lambda n: (len(n), n.upper())):
        content = tree[name]
        number = len(entries)
        is_stream = isinstance(content, bytes)
        start = _END if is_stream else 0
        entries.append([name, 2 if is_stream else 1, _FREE, _FREE, start, content])
        if previous < 0:
            entries[parent][3] = number
        else:
            entries[previous][2] = number
        previous = number
        if not isinstance(content, bytes):
            _add(content, number, entries)


def _run(start: int, length: int) -> list[int]:
    return [*range(start + 1, start + length), _END] if length else []


def _entry(entry: list[object], small: int) -> bytes:
    name, kind, right, child, start, data = entry
    text = str(name).encode("utf-16-le")
    size = small if kind == 5 else len(data) if isinstance(data, bytes) else 0
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, int(str(kind)), 1)
    return (
        head
        + struct.pack("<LLL", _FREE, int(str(right)), int(str(child)))
        + bytes(36)
        + struct.pack("<LLL", int(str(start)), size, 0)
    )


def msg_of(*attachments: Tree) -> dict[str, "bytes | Tree"]:
    """Return the storages of an Outlook mail (MS-OXMSG) with these attachments."""
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(32)}
    for number, attachment in enumerate(attachments):
        tree[f"__attach_version1.0_#{number:08X}"] = attachment
    return tree


def attachment(
    name: str, content: "bytes | Tree | None", numbers: Mapping[int, int] | None = None, **more: str
) -> dict[str, "bytes | Tree"]:
    """Return the storage of an attachment.

    Args:
        content: Its bytes, or the storages of an attached mail.
        numbers: Properties of fixed length.
        more: Further texts: `cid` and `mime`.
    """
    entries = [struct.pack("<HHLQ", 3, number, 6, n) for number, n in (numbers or {}).items()]
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(8) + b"".join(entries)}
    texts = {"3707": name, "3712": more.get("cid", ""), "370E": more.get("mime", "")}
    for number, text in texts.items():
        if text:
            tree[f"__substg1.0_{number}001F"] = text.encode("utf-16-le")
    if isinstance(content, bytes):
        tree["__substg1.0_37010102"] = content
    elif content is not None:
        tree["__substg1.0_3701000D"] = content
    return tree


def placed(folder: Path, name: str, data: bytes) -> Path:
    """Write a file, with the folders above it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
