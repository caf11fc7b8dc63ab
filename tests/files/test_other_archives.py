""".7z, .rar and .tar: what can be opened is, and what this computer cannot open says so."""

import gzip
import io
import struct
import sys
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import py7zr
import pytest
import rarfile

from tests.files.packed import locked_rar, placed, rar_of, zip_of
from tests.files.test_archives import SHEET, contents, opened, reasons
from toolkit.files.archives import unpack
from toolkit.files.box import Limits


def seven_of(folder: Path, members: dict[str, bytes], password: str | None = None) -> bytes:
    """Return a .7z; with a password its names are locked as well."""
    path = folder / "made.7z"
    with py7zr.SevenZipFile(path, "w", password=password, header_encryption=bool(password)) as made:
        made.set_encoded_header_mode(bool(password))
        for name, content in members.items():
            made.writestr(content, name)
    data = path.read_bytes()
    path.unlink()
    return data


def tar_of(*entries: tuple[str, bytes, bytes]) -> bytes:
    """Return a .tar of entries: name, kind and content."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, kind, content in entries:
            entry = tarfile.TarInfo(name)
            entry.type, entry.size, entry.linkname = kind, len(content), "/etc/passwd"
            archive.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


FILE = tarfile.REGTYPE


# .7z


def test_a_7z_is_opened(tmp_path: Path) -> None:
    """Files in folders, empty ones, a nested zip, and what is no return."""
    data = seven_of(
        tmp_path,
        {
            "各局/教育局.xlsx": SHEET,
            "空.xlsx": b"",
            "b.zip": zip_of({"路.xlsx": b"2"}),
            "~$教育局.xlsx": b"x",
        },
    )
    found = opened(tmp_path, data)
    assert contents(found) == {"各局/教育局.xlsx": SHEET, "空.xlsx": b"", "b.zip!路.xlsx": b"2"}
    assert reasons(found) == {"~$教育局.xlsx": "临时文件或系统文件"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["来.zip", "解开"]


def test_a_7z_under_a_password(tmp_path: Path) -> None:
    """One message without it, the files with it."""
    data = seven_of(tmp_path, {"教育局.xlsx": SHEET}, "1234")
    assert "加了密码" in reasons(opened(tmp_path, data))[""]
    assert "密码不对" in reasons(opened(tmp_path, data, password="4321"))[""]  # noqa: S106
    right = opened(tmp_path, data, password="1234")  # noqa: S106
    assert contents(right) == {"教育局.xlsx": SHEET}


def test_a_damaged_7z_gives_nothing(tmp_path: Path) -> None:
    """Cut off, or changed in the middle: one message, and no half file."""
    data = seven_of(tmp_path, {f"{n}.xlsx": bytes(range(256)) * n for n in range(1, 9)})
    for broken in (data[:-20], data[:40] + b"\xff\xff" + data[42:]):
        found = opened(tmp_path, broken)
        assert found.members == ()
        assert "已损坏" in reasons(found)[""]
        assert list((tmp_path / "解开").iterdir()) == []


def test_a_7z_that_is_a_bomb(tmp_path: Path) -> None:
    """A member that is too large costs itself, one that is beyond measure the whole archive."""
    data = seven_of(tmp_path, {"炸.xlsx": bytes(2**24), "好.xlsx": SHEET})
    assert "压缩炸弹" in reasons(opened(tmp_path, data))[""]
    found = opened(tmp_path, data, Limits(member=2**20, ratio=10**6))
    assert contents(found) == {"好.xlsx": SHEET}
    assert list(reasons(found)) == ["炸.xlsx"]


def test_names_that_lead_out_of_a_7z_are_refused(tmp_path: Path) -> None:
    """py7zr would give up the whole archive for them."""
    data = seven_of(tmp_path, {"aa/evil.xlsx": SHEET, "好.xlsx": SHEET})
    found = opened(tmp_path, _renamed(data, "aa/evil.xlsx", "../evil.xlsx"))
    assert [*contents(found)] == ["好.xlsx"]
    assert "路径不正常" in reasons(found)["../evil.xlsx"]


def _renamed(data: bytes, old: str, new: str) -> bytes:
    """Change a name in the header of a .7z, and the checksums of the header and of its place."""
    changed = data.replace(old.encode("utf-16-le"), new.encode("utf-16-le"))
    assert changed != data
    offset, size = struct.unpack_from("<QQ", changed, 12)
    header = changed[32 + offset : 32 + offset + size]
    place = struct.pack("<QQL", offset, size, zlib.crc32(header))
    return changed[:8] + struct.pack("<L", zlib.crc32(place)) + place + changed[32:]


def test_without_py7zr_a_7z_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an extra that an office may not have installed."""
    data = seven_of(tmp_path, {"教育局.xlsx": SHEET})
    monkeypatch.setitem(sys.modules, "py7zr", None)
    reason = reasons(opened(tmp_path, data))[""]
    assert ".7z" in reason
    assert "手工解压" in reason


# .rar


@pytest.fixture
def _no_tool() -> Iterator[None]:
    """Let rarfile find no program that unpacks."""
    real = rarfile.tool_setup
    rarfile.tool_setup = _refuse
    yield
    rarfile.tool_setup = real


def _refuse(**_: object) -> None:
    raise rarfile.RarCannotExec("Cannot find working tool")


def test_a_rar_that_is_not_compressed_is_opened(tmp_path: Path) -> None:
    """For that no other program is needed."""
    found = opened(tmp_path, rar_of({"各局/教育局.xlsx": SHEET, "../上.xlsx": b"2"}))
    assert contents(found) == {"各局/教育局.xlsx": SHEET, "../上.xlsx": b"2"}


@pytest.mark.usefixtures("_no_tool")
def test_a_rar_that_needs_a_program_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One message for the archive, with what to do; rarfile leaves no temporary file behind."""
    (tmp_path / "临时").mkdir()
    monkeypatch.setattr(rarfile, "HACK_TMP_DIR", str(tmp_path / "临时"))
    found = opened(tmp_path, rar_of({"1.xlsx": SHEET, "2.xlsx": SHEET}, method=3))
    assert found.members == ()
    assert list(reasons(found)) == [""]
    assert "手工解压" in reasons(found)[""]
    assert list((tmp_path / "临时").iterdir()) == []


def test_a_broken_rar_is_told(tmp_path: Path) -> None:
    """Nobody can tell it from a program that does not know the format, so both are said."""
    data = bytearray(rar_of({"1.xlsx": SHEET}))
    data[data.index(SHEET)] ^= 1
    assert "解不开" in reasons(opened(tmp_path, bytes(data)))[""]


def test_a_rar_under_a_password_and_a_later_volume_are_told(tmp_path: Path) -> None:
    """Each with what to do."""
    assert "加了密码" in reasons(opened(tmp_path, locked_rar()))[""]
    assert "分卷" in reasons(opened(tmp_path, rar_of({"1.xlsx": SHEET}, volume=1)))[""]


def test_system_files_in_a_rar_are_told(tmp_path: Path) -> None:
    """As in any other archive."""
    found = opened(tmp_path, rar_of({"~$1.xlsx": b"x", "1.xlsx": SHEET}))
    assert contents(found) == {"1.xlsx": SHEET}
    assert reasons(found) == {"~$1.xlsx": "临时文件或系统文件"}


def test_without_rarfile_a_rar_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an extra that an office may not have installed."""
    monkeypatch.setitem(sys.modules, "rarfile", None)
    assert "手工解压" in reasons(opened(tmp_path, rar_of({"1.xlsx": SHEET})))[""]


# .tar and .gz


@pytest.mark.parametrize("squeezed", [False, True])
def test_a_tar_is_opened(tmp_path: Path, squeezed: bool) -> None:
    """Whether compressed or not; GBK names are read, links and devices refused."""
    gbk = "路.xlsx".encode("gbk").decode("utf-8", "surrogateescape")
    data = tar_of(
        ("表/教育局.xlsx", FILE, SHEET),
        (gbk, FILE, b"2"),
        ("../上.xlsx", FILE, b"3"),
        ("链接.xlsx", tarfile.SYMTYPE, b""),
        ("硬.xlsx", tarfile.LNKTYPE, b""),
        ("管道.xlsx", tarfile.FIFOTYPE, b""),
        ("空/", tarfile.DIRTYPE, b""),
    )
    found = opened(tmp_path, gzip.compress(data) if squeezed else data)
    assert contents(found) == {"表/教育局.xlsx": SHEET, "路.xlsx": b"2", "../上.xlsx": b"3"}
    assert reasons(found) == dict.fromkeys(
        ("链接.xlsx", "硬.xlsx", "管道.xlsx"), "快捷方式（链接）或设备，不是文件"
    )


def test_a_gz_is_the_file_in_it(tmp_path: Path) -> None:
    """Its name is that of the .gz."""
    folder = tmp_path / "解开"
    folder.mkdir()
    found = unpack(placed(tmp_path, "教育局.xlsx.gz", gzip.compress(SHEET)), folder)
    assert contents(found) == {"教育局.xlsx": SHEET}


@pytest.mark.parametrize("kind", ["gz", "tar.gz"])
def test_a_bomb_in_gzip(tmp_path: Path, kind: str) -> None:
    """What a tar only skips is unpacked all the same, and counts."""
    zeros = bytes(2**24)
    data = zeros if kind == "gz" else tar_of(("~$.xlsx", FILE, zeros), ("好.xlsx", FILE, SHEET))
    found = opened(tmp_path, gzip.compress(data))
    assert found.members == ()
    assert "压缩炸弹" in " ".join(reasons(found).values())


def test_half_a_tar_keeps_what_came_whole(tmp_path: Path) -> None:
    """Its members lie one after the other, so what lies before the cut is sound."""
    data = tar_of(("一.xlsx", FILE, SHEET), ("二.xlsx", FILE, bytes(range(256)) * 99))
    found = opened(tmp_path, data[:9000])
    assert contents(found) == {"一.xlsx": SHEET}
    assert "不完整" in " ".join(reasons(found).values())
    assert "已损坏" in reasons(opened(tmp_path, gzip.compress(data)[:40]))[""]
