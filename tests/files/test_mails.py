"""Mails: their attachments are returns, under the names their senders gave; the rest is not."""

import base64
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from tests.files.packed import placed, zip_of
from tests.files.test_archives import SHEET, contents, opened, reasons
from toolkit.files.archives import is_archive
from toolkit.files.mail_names import decoded
from toolkit.files.mails import NO_ATTACHMENT

HEAD = (
    b"From: a@x.gov.cn\r\nTo: b@x.gov.cn\r\nSubject: =?gb2312?B?uKi8/g==?=\r\nMIME-Version: 1.0\r\n"
)


def mail(**attachments: bytes) -> EmailMessage:
    """Return a mail as a well-behaved program writes it; `_` in a name stands for a dot."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "a@x.gov.cn", "b@x.gov.cn", "9月报表"
    message.set_content("请查收")
    for name, content in attachments.items():
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name.replace("_", ".")
        )
    return message


def with_headers(*headers: bytes, content: bytes = SHEET) -> bytes:
    """Return a mail with one part, written byte by byte."""
    part = b"\r\n".join((*headers, b"Content-Transfer-Encoding: base64"))
    body = base64.encodebytes(content)
    return (
        HEAD
        + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
        + (part + b"\r\n\r\n" + body)
        + b"\r\n--b--\r\n"
    )


def test_attachments_are_taken_and_the_text_is_not(tmp_path: Path) -> None:
    """Whatever the kind of file; the name is the sender's (RFC 2231)."""
    found = opened(tmp_path, mail(教育局_xlsx=SHEET, 说明_pdf=b"pdf").as_bytes())
    assert contents(found) == {"教育局.xlsx": SHEET, "说明.pdf": b"pdf"}
    assert found.refused == ()


@pytest.mark.parametrize(
    "headers",
    [
        # RFC 2231, whole, in pieces, and with a charset that is too small
        b"Content-Disposition: attachment; filename*=utf-8''%E9%95%95.xlsx",
        b"Content-Disposition: attachment;\r\n filename*0*=utf-8''%E9%95;\r\n filename*1*=%95.xlsx",
        b"Content-Disposition: attachment; filename*=gb2312''%E9F.xlsx",
        # RFC 2047 where it does not belong, cut inside a character, and in GBK called gb2312
        b'Content-Disposition: attachment; filename="=?utf-8?B?6ZWVLnhsc3g=?="',
        b'Content-Disposition: attachment;\r\n filename="=?utf-8?B?6ZU=?=\r\n =?utf-8?B?lS54bHN4?="',
        b'Content-Type: application/octet-stream; name="=?GB2312?Q?=E9F.xlsx?="',
        # bytes without a word, quoted and not
        b'Content-Disposition: attachment; filename="\xe9F.xlsx"',
        b"Content-Disposition: attachment; filename=\xe9\x95\x95.xlsx",
        b'Content-Type: application/vnd.ms-excel; name="\xe9F.xlsx"\r\nContent-Disposition: inline',
    ],
)
def test_names_in_every_way_that_was_ever_usual(tmp_path: Path, headers: bytes) -> None:
    """镕 is no character of GB 2312, though mails that hold it say so."""
    assert contents(opened(tmp_path, with_headers(headers))) == {"镕.xlsx": SHEET}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("plain.xlsx", "plain.xlsx"),
        ("=?utf-8?q?a_b=20c?= d =?utf-8?B?5bGA?=", "a b c d 局"),
        ("=?no-such-charset?B?5bGA?=", "局"),
        ("=?utf-8?B?vtY=?=", "局"),
        ("=?utf-8?B?!?=", ""),
    ],
)
def test_encoded_words(text: str, read: str) -> None:
    """A charset that is unknown or untrue is read as Chinese."""
    assert decoded(text) == read


def test_an_attachment_without_a_name_gets_one(tmp_path: Path) -> None:
    """It may be the return all the same; what it is, its content says."""
    found = opened(tmp_path, with_headers(b"Content-Type: application/vnd.ms-excel"))
    assert contents(found) == {"附件1": SHEET}


def test_pictures_that_the_text_shows_are_no_returns(tmp_path: Path) -> None:
    """Logos and signatures; a photo that was attached is told as what it is."""
    message = mail(教育局_xlsx=SHEET)
    message.add_attachment(b"1", maintype="image", subtype="png", filename="标志.png", cid="<logo>")
    message.add_attachment(
        b"2", maintype="image", subtype="png", filename="签名.png", disposition="inline"
    )
    message.add_attachment(b"3", maintype="image", subtype="jpeg", filename="照片.jpg")
    message.add_attachment('<img src="cid:logo">', subtype="html", disposition="inline")
    assert set(contents(opened(tmp_path, message.as_bytes()))) == {"教育局.xlsx", "照片.jpg"}


def test_a_mail_without_attachment_says_so(tmp_path: Path) -> None:
    """A table in its text is not read."""
    message = mail()
    message.add_alternative("<table><tr><td>1</td></tr></table>", subtype="html")
    assert reasons(opened(tmp_path, message.as_bytes())) == {"": NO_ATTACHMENT}


def test_attached_mails_are_opened(tmp_path: Path) -> None:
    """Forwarded as attachment: as a mail, or as a file that is one."""
    inner = mail(路_xlsx=SHEET)
    outer = mail(转_eml=mail(学_xlsx=b"2").as_bytes())
    outer.add_attachment(inner)
    outer.add_attachment(mail())
    found = opened(tmp_path, outer.as_bytes())
    assert contents(found) == {"转.eml!学.xlsx": b"2", "9月报表.eml!路.xlsx": SHEET}
    assert reasons(found) == {"9月报表.eml": NO_ATTACHMENT}


def test_a_mail_encoded_whole_is_opened(tmp_path: Path) -> None:
    """RFC 2046 5.2.1 forbids it, and some programs do it."""
    inner = mail(路_xlsx=SHEET).as_bytes()
    found = opened(tmp_path, with_headers(b"Content-Type: message/rfc822", content=inner))
    assert contents(found) == {"9月报表.eml!路.xlsx": SHEET}


def test_an_attached_archive_is_opened(tmp_path: Path) -> None:
    """And a mail that lies in a zip."""
    packed = mail(各局_zip=zip_of({"教育局.xlsx": SHEET})).as_bytes()
    found = opened(tmp_path, zip_of({"邮件.eml": packed}))
    assert contents(found) == {"邮件.eml!各局.zip!教育局.xlsx": SHEET}


@pytest.mark.parametrize(
    ("headers", "name", "why"),
    [
        (b'Content-Type: application/ms-tnef; name="winmail.dat"', "winmail.dat", "winmail.dat"),
        (b'Content-Type: application/pkcs7-mime; name="smime.p7m"', "smime.p7m", "加密"),
        (b'Content-Disposition: attachment; filename="~$a.xlsx"', "~$a.xlsx", "临时文件"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, headers: bytes, name: str, why: str) -> None:
    """One entry each, and nothing is taken."""
    found = opened(tmp_path, with_headers(headers))
    assert found.members == ()
    assert why in reasons(found)[name]


def test_a_mail_that_was_cut_off_is_told(tmp_path: Path) -> None:
    """Its last attachment may lack an end that nobody would miss."""
    data = with_headers(b'Content-Disposition: attachment; filename="a.xlsx"')
    found = opened(tmp_path, data.removesuffix(b"\r\n--b--\r\n"))
    assert list(contents(found)) == ["a.xlsx"]
    assert "不完整" in reasons(found)[""]


def test_signatures_and_invitations_are_no_returns(tmp_path: Path) -> None:
    """Nobody has to hear of them."""
    found = opened(tmp_path, with_headers(b'Content-Type: text/calendar; name="a.ics"'))
    assert reasons(found) == {"": NO_ATTACHMENT}


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (HEAD + b"\r\nbody", True),
        (b"\xef\xbb\xbf" + HEAD + b"\r\nbody", True),
        (
            b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related\r\n",
            False,
        ),
        (b"From: <Saved by Blink>\r\nSubject: x\r\nDate: x\r\nMIME-Version: 1.0\r\n\r\n", False),
        ("单位: 教育局\nFrom: x".encode(), False),
        (b"name,value\r\nfrom: a,1", False),
    ],
)
def test_content_tells_a_mail(tmp_path: Path, data: bytes, is_one: bool) -> None:
    """A saved web page or a list is none."""
    assert is_archive(placed(tmp_path, "来.eml", data)) is is_one


def test_a_mail_nested_without_end_is_told(tmp_path: Path) -> None:
    """It would exhaust any program that follows it."""
    level = b"Content-Type: message/rfc822\r\n\r\n"
    found = opened(tmp_path, HEAD + level * 5000)
    assert found.members == ()
    assert len(found.refused) == 1
