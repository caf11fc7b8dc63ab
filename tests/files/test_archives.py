"""Archives are told by content, opened within limits, and give plain files under safe names."""

import pickle
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.files.packed import locked_zip_of, placed, unicode_path, zip_of, zip_of_bytes
from toolkit.errors import WorkspaceError
from toolkit.files.archives import is_archive, unpack
from toolkit.files.box import Limits, Sink, Unpacked

SHEET = b"a return"


def opened(tmp_path: Path, data: bytes, limits: Limits | None = None, **more: str) -> Unpacked:
    """Return what comes out of an archive with these bytes."""
    folder = tmp_path / "解开"
    folder.mkdir(exist_ok=True)
    return unpack(placed(tmp_path, "来.zip", data), folder, more.get("password"), limits)


def contents(found: Unpacked) -> dict[str, bytes]:
    """Return what was taken by its source."""
    return {member.source: member.path.read_bytes() for member in found.members}


def reasons(found: Unpacked) -> dict[str, str]:
    """Return what was refused."""
    return {left.path: left.reason for left in found.refused}


# What is an archive


@pytest.mark.parametrize(
    ("name", "members", "is_one"),
    [
        ("一.zip", {"教育局.xlsx": SHEET}, True),
        ("假的.xlsx", {"教育局.xlsx": SHEET}, True),
        ("空.zip", {}, True),
        ("教育局.xlsx", {"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}, False),
        ("改了名.zip", {"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}, False),
        ("教育局.ods", {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, False),
        ("公文.ofd", {"OFD.xml": b"<x/>"}, False),
    ],
)
def test_content_tells_an_archive(
    tmp_path: Path, name: str, members: Mapping[str, bytes], is_one: bool
) -> None:
    """An .xlsx is a zip too, and no name changes that."""
    assert is_archive(placed(tmp_path, name, zip_of(members))) is is_one


def test_half_a_workbook_is_no_archive(tmp_path: Path) -> None:
    """It is told as a return that cannot be read, not as a broken archive."""
    half = zip_of({"[Content_Types].xml": b"<x/>" * 99, "xl/workbook.xml": SHEET})[:60]
    assert not is_archive(placed(tmp_path, "半截.bin", half))
    assert not is_archive(placed(tmp_path, "半截.xlsx", zip_of({"一": SHEET})[:40]))
    assert is_archive(placed(tmp_path, "半截.zip", zip_of({"一": SHEET})[:40]))


def test_what_is_no_archive_gives_nothing(tmp_path: Path) -> None:
    """And a file that is not there is none."""
    assert opened(tmp_path, b"plain") == Unpacked()
    assert not is_archive(tmp_path / "没有.zip")


# Names


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_without_a_word_about_their_encoding(tmp_path: Path, encoding: str) -> None:
    """Windows writes GBK, macOS UTF-8, and neither says so."""
    name = "各单位/教育体育局（更正）.xlsx"
    found = opened(tmp_path, zip_of_bytes({name.encode(encoding): SHEET}))
    assert contents(found) == {name: SHEET}


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("路.xlsx".encode("gbk"), "路.xlsx"),
        ("路.xlsx".encode(), "路.xlsx"),
        ("买买提·吐尔逊.xlsx".encode(), "买买提·吐尔逊.xlsx"),
        ("Ärger.xlsx".encode(), "Ärger.xlsx"),
        (b"road.xlsx", "road.xlsx"),
    ],
)
def test_bytes_that_are_both_utf8_and_gbk(tmp_path: Path, raw: bytes, shown: str) -> None:
    """路 in GBK are the bytes of · in UTF-8, and an office's name may be as short as that."""
    assert [*contents(opened(tmp_path, zip_of_bytes({raw: SHEET})))] == [shown]


def test_the_unicode_path_field_counts_while_the_name_is_unchanged(tmp_path: Path) -> None:
    """Its checksum says of which name it is the translation (APPNOTE.TXT 4.6.9)."""
    raw = b"????.xlsx"
    right, stale = unicode_path(raw, "教育局.xlsx"), unicode_path(b"else", "旧名.xlsx")
    assert [*contents(opened(tmp_path, zip_of_bytes({raw: SHEET}, right)))] == ["教育局.xlsx"]
    assert [*contents(opened(tmp_path, zip_of_bytes({raw: SHEET}, stale)))] == ["????.xlsx"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"../../etc/cron.xlsx", "../../etc/cron.xlsx"),
        (b"/etc/cron.xlsx", "/etc/cron.xlsx"),
        (b"C:\\Windows\\cron.xlsx", "C:/Windows/cron.xlsx"),
        (b"\\\\server\\share\\cron.xlsx", "//server/share/cron.xlsx"),
        (b"cron.xlsx\x00.exe", "cron.xlsx_.exe"),
        ("\u202excod.xlsx".encode(), "_xcod.xlsx"),
        (b"\x1b[2Jcron.xlsx", "_[2Jcron.xlsx"),
    ],
)
def test_a_name_that_leads_elsewhere_is_only_a_name(
    tmp_path: Path, name: bytes, shown: str
) -> None:
    """The file is taken; it lies where the toolkit puts it and nowhere else."""
    found = opened(tmp_path, zip_of_bytes({name: SHEET}))
    assert contents(found) == {shown: SHEET}
    assert all(member.path.parent == tmp_path / "解开" for member in found.members)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["来.zip", "解开"]


def test_two_members_of_one_name_are_two_files(tmp_path: Path) -> None:
    """Neither takes the other's place."""
    data = zip_of_bytes({b"1.xlsx": b"1", b"2.xlsx": b"2"}).replace(b"2.xlsx", b"1.xlsx")
    found = opened(tmp_path, data)
    assert [member.path.read_bytes() for member in found.members] == [b"1", b"2"]


# What is refused


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    """They lead to files of this computer."""
    for mode in (0o120777, 0o020666):
        found = opened(tmp_path, zip_of_bytes({b"link.xlsx": b"/etc/passwd"}, mode=mode))
        assert found.members == ()
        assert reasons(found) == {"link.xlsx": "快捷方式（链接）或设备，不是文件"}


def test_what_was_packed_from_a_pipe_is_a_file(tmp_path: Path) -> None:
    """Info-ZIP marks `… | zip` so (zip64.zip of the libzip tests is one)."""
    assert contents(opened(tmp_path, zip_of_bytes({b"-": SHEET}, mode=0o010600))) == {"-": SHEET}


def test_system_files_are_listed_and_folders_are_nothing(tmp_path: Path) -> None:
    """A Mac puts a shadow of each file beside it."""
    found = opened(
        tmp_path,
        zip_of(
            {"表/": b"", "表/路.xlsx": SHEET, "__MACOSX/表/路.xlsx": b"x", "表/~$路.xlsx": b"x"}
        ),
    )
    assert contents(found) == {"表/路.xlsx": SHEET}
    assert reasons(found) == {
        "__MACOSX/表/路.xlsx": "临时文件或系统文件",
        "表/~$路.xlsx": "临时文件或系统文件",
    }


def test_a_damaged_member_costs_only_itself(tmp_path: Path) -> None:
    """Its checksum does not fit."""
    data = bytearray(zip_of({"坏.xlsx": b"bad bad", "好.xlsx": SHEET}, zipfile.ZIP_STORED))
    data[data.index(b"bad bad")] = 0
    found = opened(tmp_path, bytes(data))
    assert contents(found) == {"好.xlsx": SHEET}
    assert "已损坏" in reasons(found)["坏.xlsx"]
    assert len(list((tmp_path / "解开").iterdir())) == 1


@pytest.mark.parametrize("keep", [3000, 40, 4])
def test_a_truncated_archive_is_one_message(tmp_path: Path, keep: int) -> None:
    """The directory of a zip lies at its end; without it nothing is sure."""
    data = zip_of({f"{n}.xlsx": bytes(range(256)) * 4 for n in range(9)}, zipfile.ZIP_STORED)
    found = opened(tmp_path, data[:keep])
    assert found.members == ()
    assert list(reasons(found)) == [""]
    assert "不完整" in reasons(found)[""]


def test_a_locked_archive_is_one_message_that_says_what_to_do(tmp_path: Path) -> None:
    """Not one for each file in it."""
    found = opened(tmp_path, zip_of_bytes({b"1.xlsx": SHEET, b"2.xlsx": SHEET}, flags=1))
    assert list(reasons(found)) == [""]
    assert "加了密码" in reasons(found)[""]
    assert "解压" in reasons(found)[""]


def test_a_password_opens_what_it_fits(tmp_path: Path) -> None:
    """A wrong one is told as such."""
    data = locked_zip_of("路.xlsx".encode("gbk"), SHEET, b"1234")
    assert contents(opened(tmp_path, data, password="1234")) == {"路.xlsx": SHEET}  # noqa: S106
    wrong = opened(tmp_path, data, password="4321")  # noqa: S106
    assert wrong.members == ()
    assert "密码不对" in reasons(wrong)["路.xlsx"]


def test_one_locked_member_is_told_and_the_others_taken(tmp_path: Path) -> None:
    """People add a file to a locked archive without the password."""
    data = bytearray(zip_of_bytes({b"1.xlsx": b"1", b"2.xlsx": SHEET}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    found = opened(tmp_path, bytes(data))
    assert contents(found) == {"2.xlsx": SHEET}
    assert "加了密码" in reasons(found)["1.xlsx"]


def test_members_that_share_bytes_are_refused(tmp_path: Path) -> None:
    """Overlapped entries unfold 480 KB to 105 GB (David Fifield: A better zip bomb, 2019)."""
    data = bytearray(zip_of_bytes({b"1.xlsx": SHEET, b"2.xlsx": SHEET}))
    second = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, second + 42, 0)
    found = opened(tmp_path, bytes(data))
    assert found.members == ()
    assert "重叠" in reasons(found)[""]


# Limits


def test_a_bomb_is_refused_though_it_lies_about_its_size(tmp_path: Path) -> None:
    """What is counted is what comes out; others in the archive are taken."""
    found = opened(tmp_path, zip_of({"炸.xlsx": bytes(2**24), "好.xlsx": SHEET}))
    assert contents(found) == {"好.xlsx": SHEET}
    assert "压缩炸弹" in reasons(found)["炸.xlsx"]


def test_a_member_larger_than_any_return_is_refused(tmp_path: Path) -> None:
    """A video of a building site, say."""
    found = opened(tmp_path, zip_of({"大.mp4": bytes(99), "好.xlsx": SHEET}), Limits(member=50))
    assert contents(found) == {"好.xlsx": SHEET}
    assert list(reasons(found)) == ["大.mp4"]


@pytest.mark.parametrize("limits", [Limits(total=150), Limits(members=2)])
def test_an_archive_beyond_all_measure_gives_nothing(tmp_path: Path, limits: Limits) -> None:
    """Nobody knows which part of it would be the right one."""
    found = opened(tmp_path, zip_of({f"{n}.xlsx": bytes(60) for n in range(3)}), limits)
    assert found.members == ()
    assert list(reasons(found)) == [""]
    assert "都没有收取" in reasons(found)[""]


def test_limits_hold_for_all_that_is_nested(tmp_path: Path) -> None:
    """Ten zips of ten files are a hundred files."""
    inner = zip_of({f"{n}.xlsx": bytes(9) for n in range(10)})
    found = opened(tmp_path, zip_of({f"{n}.zip": inner for n in range(10)}), Limits(members=100))
    assert found.members == ()
    assert "100 个" in reasons(found)[""]


def test_a_full_disk_is_not_told_as_a_damaged_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the computer's fault, and ends the run."""

    class Full:
        def write(self, _: bytes) -> None:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            pass

    real = Sink.__init__

    def broken(sink: Sink, *args: object) -> None:
        real(sink, *args)  # type: ignore[arg-type]
        sink._file.close()
        sink._file = Full()  # type: ignore[assignment]

    monkeypatch.setattr(Sink, "__init__", broken)
    with pytest.raises(WorkspaceError, match="无法写入"):
        opened(tmp_path, zip_of({"一.xlsx": SHEET}))


# Nesting


def test_archives_in_archives_are_opened(tmp_path: Path) -> None:
    """A sub-district packs its communities' zips; the source says the whole way."""
    inmost = zip_of({"社区.xlsx": SHEET})
    found = opened(tmp_path, zip_of({"街道/b.zip": zip_of({"c.zip": inmost, "街道.xlsx": b"2"})}))
    assert contents(found) == {
        "街道/b.zip!c.zip!社区.xlsx": SHEET,
        "街道/b.zip!街道.xlsx": b"2",
    }
    assert [member.name for member in found.members] == ["社区.xlsx", "街道.xlsx"]


def test_two_levels_below_the_outer_one_are_enough(tmp_path: Path) -> None:
    """What lies deeper is listed, and the rest is taken."""
    data = zip_of({"深.xlsx": SHEET})
    for name in ("d.zip", "c.zip", "b.zip"):
        data = zip_of({name: data, f"{name}.xlsx": name.encode()})
    found = opened(tmp_path, data)
    assert sorted(contents(found)) == ["b.zip!c.zip!d.zip.xlsx", "b.zip!c.zip.xlsx", "b.zip.xlsx"]
    assert list(reasons(found)) == ["b.zip!c.zip!d.zip"]
    assert "太多层" in reasons(found)["b.zip!c.zip!d.zip"]


def test_a_broken_archive_in_another_is_one_entry(tmp_path: Path) -> None:
    """Its neighbours are taken, and nothing is left lying about."""
    found = opened(tmp_path, zip_of({"b.zip": zip_of({"一": SHEET})[:30], "好.xlsx": SHEET}))
    assert contents(found) == {"好.xlsx": SHEET}
    assert list(reasons(found)) == ["b.zip"]
    assert len(list((tmp_path / "解开").iterdir())) == 1


def test_results_can_be_sent_home_by_a_worker(tmp_path: Path) -> None:
    """Unpacking is to run in a process that may be killed."""
    found = opened(tmp_path, zip_of({"一.xlsx": SHEET, "~$": b""}))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  # our own bytes
    assert pickle.loads(pickle.dumps(unpack)) is unpack  # noqa: S301
