"""Archives and mails that are offered or lie in 2回收: their files are taken in, once."""

import os
from pathlib import Path

import pytest

from tests.files.packed import placed, zip_of
from tests.files.test_inbox import names
from tests.files.test_mails import mail
from toolkit.files.inbox import Skipped, list_files, list_returns, take_in
from toolkit.files.opened import RECORD

SHEET = b"a return"
DOCUMENT = zip_of({"[Content_Types].xml": b"<x/>"})


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return a 2回收."""
    path = tmp_path / "工作" / "2021-09" / "2回收"
    path.mkdir(parents=True)
    return path


def returns(inbox: Path) -> list[str]:
    """Return the names of the files that count as returns."""
    return [path.name for path in list_returns(inbox)[0]]


def test_the_files_of_an_offered_archive_are_taken(tmp_path: Path, inbox: Path) -> None:
    """Their source is the whole way; the archive stays where it is and is not copied."""
    archive = placed(tmp_path, "来件.zip", zip_of({"各局/教育局.xlsx": SHEET, "路.xlsx": b"2"}))
    before = archive.read_bytes()
    taken, skipped = take_in([archive], inbox)
    assert [(t.source, t.stored.name, t.copied) for t in taken] == [
        (f"{archive}!各局/教育局.xlsx", "教育局.xlsx", True),
        (f"{archive}!路.xlsx", "路.xlsx", True),
    ]
    assert skipped == []
    assert names(inbox) == ["教育局.xlsx", "路.xlsx"]
    assert archive.read_bytes() == before


def test_a_mail_in_an_offered_folder_is_opened(tmp_path: Path, inbox: Path) -> None:
    """Beside plain files, and a workbook stays a file."""
    placed(tmp_path, "来/邮件.eml", mail(学_xlsx=SHEET).as_bytes())
    placed(tmp_path, "来/教育局.xlsx", DOCUMENT)
    taken, _ = take_in([tmp_path / "来"], inbox)
    assert [Path(t.source).name for t in taken] == ["教育局.xlsx", "邮件.eml!学.xlsx"]
    assert names(inbox) == ["学.xlsx", "教育局.xlsx"]


def test_running_again_takes_nothing_twice(tmp_path: Path, inbox: Path) -> None:
    """The same content is one, in whatever archive and under whatever name."""
    one = placed(tmp_path, "一.zip", zip_of({"教育局.xlsx": SHEET, "副本.xlsx": SHEET}))
    two = placed(tmp_path, "二.eml", mail(教育局_xlsx=SHEET).as_bytes())
    first, _ = take_in([one, two], inbox)
    again, _ = take_in([one, two], inbox)
    assert [t.copied for t in first] == [True, False, False]
    assert [t.copied for t in again] == [False, False, False]
    assert {t.stored.name for t in [*first, *again]} == {"教育局.xlsx"}
    assert names(inbox) == ["教育局.xlsx"]


def test_names_in_archives_are_made_safe_and_never_replace_a_file(
    tmp_path: Path, inbox: Path
) -> None:
    """Only the last part of a path counts, and it may be in use."""
    placed(inbox, "教育局.xlsx", b"mine")
    archive = placed(
        tmp_path,
        "a.zip",
        zip_of(
            {
                "../../教育局.xlsx": b"1",
                "C:\\x\\教育局.xlsx": b"2",
                "D:路?.xlsx": b"3",
            }
        ),
    )
    take_in([archive], inbox)
    assert names(inbox) == ["D_路_.xlsx", "教育局(2).xlsx", "教育局(3).xlsx", "教育局.xlsx"]
    assert (inbox / "教育局.xlsx").read_bytes() == b"mine"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip", "工作"]


def test_an_archive_in_the_inbox_is_opened_and_is_no_return(inbox: Path) -> None:
    """Somebody dropped it there; it stays, and the list says that it was opened."""
    archive = placed(inbox, "一局/来件.zip", zip_of({"教育局.xlsx": SHEET}))
    taken, skipped = take_in([], inbox, home=inbox.parents[1])
    assert [(t.source, t.stored) for t in taken] == [
        ("2021-09/2回收/一局/来件.zip!教育局.xlsx", inbox / "教育局.xlsx")
    ]
    assert skipped == [Skipped("2021-09/2回收/一局/来件.zip", "已解开，其中 1 个文件")]
    assert archive.exists()
    assert returns(inbox) == ["教育局.xlsx"]
    assert list_files(inbox)[1] == []


def test_an_archive_in_the_inbox_is_opened_once(inbox: Path) -> None:
    """A return that was moved out of 2回收, as the rules advise, does not come back."""
    archive = placed(inbox, "来件.zip", zip_of({"教育局.xlsx": SHEET, "路.xlsx": b"2"}))
    take_in([], inbox)
    assert take_in([], inbox) == ([], [Skipped(str(archive), "已解开，其中 2 个文件")])
    (inbox / "教育局.xlsx").unlink()
    taken, skipped = take_in([], inbox)
    assert taken == []
    assert returns(inbox) == ["路.xlsx"]
    assert "现有 1 个" in skipped[0].reason


def test_naming_an_archive_in_the_inbox_opens_it_anew(inbox: Path) -> None:
    """What the list says when files are gone."""
    archive = placed(inbox, "来件.zip", zip_of({"教育局.xlsx": SHEET}))
    take_in([], inbox)
    (inbox / "教育局.xlsx").unlink()
    taken, _ = take_in([archive], inbox)
    assert [t.stored.name for t in taken] == ["教育局.xlsx"]
    assert returns(inbox) == ["教育局.xlsx"]


def test_what_was_refused_is_told_again_and_what_was_taken_is_not(inbox: Path) -> None:
    """A password or a program may be there by then."""
    broken = zip_of({"深.xlsx": SHEET})[:30]
    placed(inbox, "来件.zip", zip_of({"教育局.xlsx": SHEET, "坏.zip": broken}))
    for _ in range(2):
        taken, skipped = take_in([], inbox)
        assert [Path(s.path).name for s in skipped] == ["来件.zip!坏.zip", "来件.zip"]
        (inbox / "教育局.xlsx").unlink(missing_ok=True)
    assert taken == []


@pytest.mark.parametrize("record", ["", "[]", '{"x": 1}', '{"x": {"members": 5}}'])
def test_a_damaged_record_only_means_opening_again(inbox: Path, record: str) -> None:
    """Nothing is taken twice, for its content lies there."""
    placed(inbox, "来件.zip", zip_of({"教育局.xlsx": SHEET}))
    take_in([], inbox)
    (inbox / RECORD).write_text(record)
    taken, _ = take_in([], inbox)
    assert [t.copied for t in taken] == [False]
    assert returns(inbox) == ["教育局.xlsx"]


def test_one_bad_archive_stops_nothing(tmp_path: Path, inbox: Path) -> None:
    """It is one entry; so is one that is empty."""
    bad = placed(tmp_path, "坏.zip", zip_of({"一.xlsx": SHEET})[:40])
    empty = placed(tmp_path, "空.zip", zip_of({}))
    good = placed(tmp_path, "好.zip", zip_of({"二.xlsx": b"2"}))
    lying = placed(inbox, "空2.zip", zip_of({}))
    taken, skipped = take_in([bad, empty, good], inbox)
    assert [t.stored.name for t in taken] == ["二.xlsx"]
    assert {s.path: s.reason[:6] for s in skipped} == {
        str(bad): "压缩包已损坏",
        str(empty): "里面没有文件",
        str(lying): "已解开，里面",
    }


def test_nothing_is_left_lying_about(tmp_path: Path, inbox: Path) -> None:
    """Neither after a bomb nor after a run that was killed: its leavings are no returns."""
    bomb = placed(tmp_path, "炸.zip", zip_of({"炸.xlsx": bytes(2**24), "好.xlsx": SHEET}))
    take_in([bomb], inbox)
    assert names(inbox) == ["好.xlsx"]
    placed(inbox, ".x1y2/.0123456789abcdef.tmp", b"half")
    assert returns(inbox) == ["好.xlsx"]


def test_a_name_that_is_a_lock_once_it_is_safe_is_skipped(tmp_path: Path, inbox: Path) -> None:
    """Were it stored, nobody would read it there, and it would be taken again each time."""
    archive = placed(tmp_path, "a.zip", zip_of({" ~$教育局.xlsx": SHEET}))
    taken, skipped = take_in([archive], inbox)
    assert taken == []
    assert [s.path for s in skipped] == [f"{archive}! ~$教育局.xlsx"]
    assert names(inbox) == []


def test_files_that_are_still_arriving_are_listed(tmp_path: Path, inbox: Path) -> None:
    """By the endings that browsers and download programs give them."""
    for name in ("a.xlsx.crdownload", "b.xlsx.part", "c.xlsx.xltd"):
        placed(tmp_path, f"下载/{name}", b"half")
    placed(tmp_path, "下载/d.tmp", b"")
    placed(tmp_path, "下载/~WRL0001.tmp", b"of Word")
    placed(tmp_path, "下载/__MACOSX/f.xlsx", b"of a Mac")
    taken, skipped = take_in([tmp_path / "下载"], inbox)
    assert taken == []
    assert {Path(s.path).name: s.reason[:6] for s in skipped} == {
        "a.xlsx.crdownload": "还没有下载完",
        "b.xlsx.part": "还没有下载完",
        "c.xlsx.xltd": "还没有下载完",
        "d.tmp": "临时文件或系",
        "~WRL0001.tmp": "临时文件或系",
        "f.xlsx": "临时文件或系",
    }


def test_an_archive_whose_own_name_is_gbk(tmp_path: Path, inbox: Path) -> None:
    """Its source is readable text, which the ledger can hold."""
    name = os.fsdecode("来件.zip".encode("gbk"))
    taken, _ = take_in([placed(tmp_path, name, zip_of({"一.xlsx": SHEET}))], inbox)
    assert taken[0].source == f"{tmp_path}/来件.zip!一.xlsx"


def test_an_archive_that_is_held_is_told(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program has it open."""
    archive = placed(inbox, "来件.zip", zip_of({"一.xlsx": SHEET}))

    def refuse(_: Path) -> str:
        raise PermissionError(13, "used by another process")

    monkeypatch.setattr("toolkit.files.opening.file_digest", refuse)
    taken, skipped = take_in([], inbox)
    assert taken == []
    assert [(s.path, "无法读取" in s.reason) for s in skipped] == [(str(archive), True)]
