"""The folder 2回收: files are taken in once, under safe names, and their sources never touched."""

import os
from pathlib import Path

import pytest

from toolkit.errors import ArgumentError
from toolkit.files import inbox as module
from toolkit.files.inbox import (
    Skipped,
    Taken,
    digest,
    file_digest,
    list_files,
    printable,
    safe_name,
    take_in,
)

GBK_NAME = os.fsdecode("教育局.xlsx".encode("gbk"))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return where 2回收 is to be; it does not exist yet."""
    return tmp_path / "工作 文件夹" / "2021-09" / "2回收"


def offered(tmp_path: Path, name: str, text: str = "一") -> Path:
    """Return a file that somebody offers."""
    path = tmp_path / "来件" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def names(folder: Path) -> list[str]:
    """Return the names of all files below a folder."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_file_is_copied_under_its_name(tmp_path: Path, inbox: Path) -> None:
    """The copy has the same content; the source stays as it was."""
    source = offered(tmp_path, "教育局.xlsx", "进展")
    taken, skipped = take_in([source], inbox)
    assert taken == [Taken(str(source), inbox / "教育局.xlsx", copied=True)]
    assert skipped == []
    assert (inbox / "教育局.xlsx").read_text() == source.read_text() == "进展"


def test_the_same_content_is_taken_once(tmp_path: Path, inbox: Path) -> None:
    """Whatever its name; and again when the command is run again."""
    first, second = offered(tmp_path, "教育局.xlsx"), offered(tmp_path, "教育局(1).xlsx")
    taken, _ = take_in([first, second], inbox)
    assert [(t.stored.name, t.copied) for t in taken] == [
        ("教育局.xlsx", True),
        ("教育局.xlsx", False),
    ]
    again, _ = take_in([first], inbox)
    assert [(t.stored.name, t.copied) for t in again] == [("教育局.xlsx", False)]
    assert names(inbox) == ["教育局.xlsx"]


def test_another_content_of_the_same_name_gets_a_number(tmp_path: Path, inbox: Path) -> None:
    """Nothing in 2回收 is ever replaced."""
    for text in ("一", "二", "三"):
        take_in([offered(tmp_path, "教育局.xlsx", text)], inbox)
    assert names(inbox) == ["教育局(2).xlsx", "教育局(3).xlsx", "教育局.xlsx"]
    assert (inbox / "教育局.xlsx").read_text() == "一"
    assert (inbox / "教育局(3).xlsx").read_text() == "三"


def test_a_folder_is_taken_in_with_all_below_it(tmp_path: Path, inbox: Path) -> None:
    """Folders of a mail program or chat lie in folders; the copies lie side by side."""
    offered(tmp_path, "微信/教育局.xlsx", "一")
    offered(tmp_path, "邮件/9月/教育局.xlsx", "二")
    taken, _ = take_in([tmp_path / "来件"], inbox)
    assert len(taken) == 2
    assert names(inbox) == ["教育局(2).xlsx", "教育局.xlsx"]


def test_locks_links_and_system_files_are_skipped_and_listed(tmp_path: Path, inbox: Path) -> None:
    """They are no return of anybody, and nobody has to wonder where they went."""
    folder = tmp_path / "来件"
    for name in ("~$教育局.xlsx", ".~教育局.xlsx", "._教育局.xlsx", ".DS_Store", "Thumbs.db"):
        offered(tmp_path, name)
    secret = tmp_path / "秘密.txt"
    secret.write_text("不是报表")
    (folder / "链接.xlsx").symlink_to(secret)
    os.mkfifo(folder / "管道.xlsx")
    taken, skipped = take_in([folder, folder / "链接.xlsx"], inbox)
    assert taken == []
    assert not inbox.exists()
    assert {Path(s.path).name: s.reason for s in skipped} == {
        "~$教育局.xlsx": "临时文件或系统文件",
        ".~教育局.xlsx": "临时文件或系统文件",
        "._教育局.xlsx": "临时文件或系统文件",
        ".DS_Store": "临时文件或系统文件",
        "Thumbs.db": "临时文件或系统文件",
        "链接.xlsx": "快捷方式（链接）或设备，不是文件",
        "管道.xlsx": "快捷方式（链接）或设备，不是文件",
    }


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    """A link that leads back up would never end."""
    folder = tmp_path / "来件"
    offered(tmp_path, "教育局.xlsx")
    (folder / "上级").symlink_to(tmp_path, target_is_directory=True)
    files, skipped = list_files(folder)
    assert files == [folder / "教育局.xlsx"]
    assert skipped == [Skipped(str(folder / "上级"), "快捷方式（链接）或设备，不是文件")]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("教育局.xlsx", "教育局.xlsx"),
        ('报表: 1-9月?"终稿".xlsx', "报表_ 1-9月__终稿_.xlsx"),
        ("a\\b|c<d>e*f.xlsx", "a_b_c_d_e_f.xlsx"),
        ("换\n行.xlsx", "换_行.xlsx"),
        ("CON.xlsx", "_CON.xlsx"),
        ("com1", "_com1"),
        ("console.xlsx", "console.xlsx"),
        (" 教育局.xlsx. ", "教育局.xlsx"),
        ("...", "_"),
        (GBK_NAME, "教育局.xlsx"),
    ],
)
def test_names_that_windows_refuses_are_made_safe(name: str, safe: str) -> None:
    """The working folder is copied between Linux and Windows; names from zips may be GBK."""
    assert safe_name(name) == safe


def test_a_name_that_is_no_text_is_read_as_gbk(tmp_path: Path, inbox: Path) -> None:
    """Zips packed on Chinese Windows leave such names on Linux; nothing later stumbles over it."""
    source = offered(tmp_path, GBK_NAME)
    taken, _ = take_in([source], inbox)
    assert taken[0].stored.name == "教育局.xlsx"
    assert taken[0].source == str(tmp_path / "来件" / "教育局.xlsx")
    assert printable(str(source)).encode()


def test_a_name_as_long_as_a_disk_allows_still_gets_a_number(tmp_path: Path, inbox: Path) -> None:
    """255 bytes are 83 Chinese characters and a suffix; the number takes the place of the last."""
    name = "局" * 83 + ".xlsx"
    for text in ("一", "二"):
        take_in([offered(tmp_path, name, text)], inbox)
    assert names(inbox) == sorted([name, "局" * 82 + "(2).xlsx"])


def test_a_name_that_is_all_suffix_gets_a_number_too(tmp_path: Path, inbox: Path) -> None:
    """What stands after the last dot may be as long as a name can be."""
    name = "a." + "b" * 253
    for text in ("一", "二"):
        take_in([offered(tmp_path, name, text)], inbox)
    assert names(inbox) == sorted([name, "a." + "b" * 250 + "(2)"])


def test_what_lies_in_the_inbox_already_is_not_taken_again(tmp_path: Path, inbox: Path) -> None:
    """`merge 2021-09 2021-09/2回收` is the same as `merge 2021-09`."""
    take_in([offered(tmp_path, "教育局.xlsx")], inbox)
    assert take_in([inbox, inbox / "教育局.xlsx"], inbox) == ([], [])
    assert names(inbox) == ["教育局.xlsx"]


def test_a_folder_that_holds_the_inbox_is_refused(inbox: Path) -> None:
    """The working folder is full of forms and results that would all come in as returns."""
    inbox.mkdir(parents=True)
    for folder in (inbox.parent, inbox.parent.parent):
        with pytest.raises(ArgumentError) as caught:
            take_in([folder], inbox)
        assert str(folder) in caught.value.message
        assert "回收件" in caught.value.hint


def test_a_file_that_cannot_be_read_is_listed_and_the_rest_taken(
    tmp_path: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file held by another program stops nobody else's."""
    held, other = offered(tmp_path, "甲.xlsx", "一"), offered(tmp_path, "乙.xlsx", "二")
    real = file_digest

    def refuse(path: Path) -> str:
        if path == held:
            raise PermissionError(13, "used by another process")
        return real(path)

    monkeypatch.setattr(module, "file_digest", refuse)
    taken, skipped = take_in([held, other], inbox)
    assert [t.stored.name for t in taken] == ["乙.xlsx"]
    assert [(s.path, "无法读取" in s.reason) for s in skipped] == [(str(held), True)]


def test_digests_of_a_file_and_of_its_bytes_are_one(tmp_path: Path) -> None:
    """SHA-256 in hexadecimal, as any other tool prints it."""
    path = offered(tmp_path, "空.xlsx", "")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert file_digest(path) == digest(b"") == empty
