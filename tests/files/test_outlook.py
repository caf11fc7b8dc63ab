"""Mails saved by Outlook (.msg)."""

from pathlib import Path

import pytest

from tests.files.packed import Tree, attachment, compound_of, msg_of, placed, zip_of
from tests.files.test_archives import SHEET, contents, opened, reasons
from toolkit.files.archives import is_archive
from toolkit.files.mails import NO_ATTACHMENT

LONG = bytes(range(256)) * 40


def test_attachments_are_taken(tmp_path: Path) -> None:
    """Short ones lie in small sectors, long ones in ordinary ones."""
    data = compound_of(msg_of(attachment("教育局.xlsx", SHEET), attachment("长.xlsx", LONG)))
    assert contents(opened(tmp_path, data)) == {"教育局.xlsx": SHEET, "长.xlsx": LONG}


def test_attached_mails_and_archives_are_opened(tmp_path: Path) -> None:
    """An attached mail is a storage of its own; an attached zip is a file."""
    inner = msg_of(attachment("路.xlsx", SHEET))
    data = compound_of(
        msg_of(
            attachment("转发 9月报表", inner),
            attachment("空邮件", msg_of()),
            attachment("b.zip", zip_of({"学.xlsx": b"2"})),
            attachment("原件.msg", compound_of(inner)),
        )
    )
    found = opened(tmp_path, data)
    assert contents(found) == {
        "转发 9月报表.msg!路.xlsx": SHEET,
        "b.zip!学.xlsx": b"2",
        "原件.msg!路.xlsx": SHEET,
    }
    assert reasons(found) == {"空邮件.msg": NO_ATTACHMENT}


def test_names_of_old_outlook_are_read_as_gbk(tmp_path: Path) -> None:
    """Before 2003 it wrote them in the computer's own encoding."""
    old = {
        "__properties_version1.0": bytes(8),
        "__substg1.0_3704001E": "教育局.xls".encode("gbk"),
        "__substg1.0_37010102": SHEET,
    }
    assert contents(opened(tmp_path, compound_of(msg_of(old)))) == {"教育局.xls": SHEET}


def test_pictures_that_the_text_shows_are_no_returns(tmp_path: Path) -> None:
    """They have a Content-ID, or are hidden; a photo that was attached is told as what it is."""
    data = compound_of(
        msg_of(
            attachment("image001.png", b"1", cid="image001@x"),
            attachment("标志", b"2", {0x3714: 4}, mime="image/png"),
            attachment("签名.jpg", b"3", {0x7FFE: 1}),
            attachment("照片.jpg", b"4"),
            attachment("表.xlsx", SHEET, cid="x"),
        )
    )
    assert contents(opened(tmp_path, data)) == {"照片.jpg": b"4", "表.xlsx": SHEET}


@pytest.mark.parametrize(
    ("one", "name", "why"),
    [
        (attachment("云盘.xlsx", None, {0x3705: 7}), "云盘.xlsx", "链接"),
        (attachment("图表", {"CONTENTS": b"x"}, {0x3705: 6}), "图表", "对象"),
        (attachment("winmail.dat", SHEET), "winmail.dat", "winmail.dat"),
        (attachment("smime.p7m", SHEET), "smime.p7m", "加密"),
        (attachment("~$a.xlsx", SHEET), "~$a.xlsx", "临时文件"),
    ],
)
def test_what_cannot_be_taken_is_told(tmp_path: Path, one: Tree, name: str, why: str) -> None:
    """One entry each."""
    found = opened(tmp_path, compound_of(msg_of(one)))
    assert found.members == ()
    assert why in reasons(found)[name]


def test_a_mail_without_attachment_says_so(tmp_path: Path) -> None:
    """As one of any other program does."""
    assert reasons(opened(tmp_path, compound_of(msg_of()))) == {"": NO_ATTACHMENT}


def test_a_workbook_that_holds_a_mail_is_a_workbook(tmp_path: Path) -> None:
    """People insert mails into workbooks as objects."""
    book = compound_of({"Workbook": SHEET, **msg_of(attachment("a.xlsx", SHEET))})
    assert not is_archive(placed(tmp_path, "a.xls", book))
    assert not is_archive(placed(tmp_path, "b.xls", compound_of({"Workbook": SHEET})))
    inside = compound_of({"Book": SHEET, "MBD0001": msg_of(attachment("a.xlsx", SHEET))})
    assert not is_archive(placed(tmp_path, "c.xls", inside))


def test_a_damaged_mail_is_told_or_left_to_the_reader(tmp_path: Path) -> None:
    """Cut off inside an attachment it is one message; cut off at once it is no mail at all."""
    data = compound_of(msg_of(attachment("长.xlsx", LONG)))
    broken = bytearray(data)
    broken[512 : 512 + len(LONG)] = b""
    assert opened(tmp_path, bytes(broken)).members == ()
    assert opened(tmp_path, data[:600]).members == ()
