"""Hostile files of all other kinds: archives, mails, pages, texts, compound files."""

import io
import os
import struct
import tarfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

from tests.end_to_end.hostile_packages import MEGABYTE, Swollen, packages, swollen_package, xlsx
from tests.files.ole_files import biff8, number_cell, ole
from tests.files.packed import locked_zip_of, rar_of, zip_of, zip_of_bytes
from tests.files.test_guard import circle

_OUT = (
    "../../外面.xlsx",
    "/外面.xlsx",
    "C:\\外面.xlsx",
    "..\\..\\外面.xlsx",
    "a/../../外面.csv",
)
_XML_2003 = "urn:schemas-microsoft-com:office:spreadsheet"


def _nested_zip(depth: int, width: int) -> bytes:
    """Return zips in zips, at last a swollen text: what unfolds is width to the power of depth."""
    data = swollen_package({"底.csv": Swollen(b"0," * (MEGABYTE // 2), 100)})
    for _ in range(depth):
        data = zip_of({f"{number}.zip": data for number in range(width)})
    return data


def _overlapping_zip() -> bytes:
    """Return a zip a thousand of whose members are the same bytes (David Fifield, 2019)."""
    data = zip_of_bytes({b"0.csv": b"1,2\n" * 1000})
    start = data.index(b"PK\x01\x02")
    entry = data[start : data.rindex(b"PK\x05\x06")]
    directory = b"".join(entry.replace(b"0.csv", f"{n:05}".encode()) for n in range(1000))
    end = struct.pack("<HHHHLLH", 0, 0, 1000, 1000, len(directory), start, 0)
    return data[:start] + directory + b"PK\x05\x06" + end


def _tar_out() -> bytes:
    """Return a tar whose members want to lie outside, a link and a device among them."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name in _OUT:
            entry = tarfile.TarInfo(name)
            entry.size = 3
            archive.addfile(entry, io.BytesIO(b"1,2"))
        for name, kind in (("链接", tarfile.SYMTYPE), ("设备", tarfile.CHRTYPE)):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    return stream.getvalue()


def _mail(parts: int) -> bytes:
    """Return a mail each of whose parts holds the next."""
    lines = ["From: a@example.com", "To: b@example.com", "Subject: x", "MIME-Version: 1.0"]
    for number in range(parts):
        lines += [f'Content-Type: multipart/mixed; boundary="b{number}"', "", f"--b{number}"]
    return "\r\n".join([*lines, "Content-Type: text/plain", "", "x"]).encode()


def _forwarded(times: int) -> bytes:
    """Return a mail forwarded as an attachment over and over."""
    head = b"From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    return (head + b"Content-Type: message/rfc822\r\n\r\n") * times + head + b"\r\nx"


def _mail_out() -> bytes:
    """Return a mail whose attachment wants to lie outside."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "x"
    message.add_attachment(b"9,8", "text", "csv", filename="../../../外面.csv")
    return bytes(message)


def _xml_2003(cell: str, row: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{_XML_2003}" xmlns:ss="{_XML_2003}">'
        f'<Worksheet ss:Name="表"><Table><Row {row}><Cell {cell}><Data ss:Type="String">1</Data>'
        '</Cell><Cell><Data ss:Type="String">2</Data></Cell></Row></Table></Worksheet></Workbook>'
    ).encode()


def _spans(cells: int, cell: str) -> bytes:
    row = f"<tr>{f'<td {cell}>1</td>' * cells}</tr>"
    return f"<html><body><table>{row}<tr><td>2</td></tr></table></body></html>".encode()


def _texts() -> dict[str, bytes]:
    billion = 10**9
    return {
        "引号不闭合.csv": '编号,进展\nM001,"'.encode() + b"x" * (10 * MEGABYTE),
        "一行两万列.csv": b"1," * 20_000 + b"\n2,3",
        "空字符.csv": b"1,2\0\n3,4\0",
        "单独的代理.csv": "1,\ud800,2\n".encode("utf-8", "surrogatepass"),
        "控制字符.csv": b"1,\x07\x1b[2J,2\n",
        "公式.csv": b"=cmd|' /C calc'!A0,+1,-1,@SUM(1)\n",
        "一百万层表.html": b"<html><body>" + b"<table><tr><td>" * 1_000_000,
        "三十万层.html": b"<html><body>" + b"<div>" * 300_000 + b"x",
        "跨十亿行.html": _spans(2, f'rowspan="{billion}" colspan="{billion}"'),
        "处处跨行.xls": _spans(2_000, f'rowspan="{billion}" colspan="{billion}"'),
        "并十亿格.xls": _xml_2003(f'ss:MergeAcross="{billion - 1}" ss:MergeDown="{billion - 1}"'),
        "第十亿列.xls": _xml_2003(f'ss:Index="{billion - 1}"'),
        "第十亿行.xls": _xml_2003("", f'ss:Index="{billion - 1}"'),
        "第一百万行.xls": _xml_2003('ss:Index="16000"', 'ss:Index="1048576"'),
        "套一千层.eml": _mail(1_000),
        "转发一千次.eml": _forwarded(1_000),
        "附件在外面.eml": _mail_out(),
    }


def _archives() -> dict[str, bytes]:
    good_rar = rar_of({"表.csv": b"1,2\n"})
    return {
        "套娃.zip": _nested_zip(5, 10),
        "套两层.zip": _nested_zip(1, 8),
        "重叠.zip": _overlapping_zip(),
        "空白1GiB.zip": swollen_package({"一.csv": Swollen(b" " * MEGABYTE, 1024)}),
        "路径.zip": zip_of(dict.fromkeys(_OUT, b"1,2\n3,4")),
        "链接.zip": zip_of_bytes({b"l.xlsx": b"/etc/passwd"}, mode=0o120777),
        "一万零一个.zip": zip_of({f"{n}.txt": b"" for n in range(10_001)}, zipfile.ZIP_STORED),
        "加密.zip": locked_zip_of(b"a.csv", b"1,2", b"1"),
        "截断.zip": zip_of({"a.csv": os.urandom(1000)})[:500],
        "坏.7z": b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(range(256)) * 4,
        "坏.rar": good_rar[:20] + b"\xff" * 40,
        "要解压程序.rar": rar_of({"表.csv": b"1,2\n" * 50}, method=3),
        "路径.tar": _tar_out(),
        "截断.gz": b"\x1f\x8b\x08" + bytes(40),
    }


def _compound() -> dict[str, bytes]:
    stream = biff8([number_cell(0, 0, 1)])
    data = bytearray(ole({"Workbook": stream}))
    data[512:1024] = struct.pack("<128I", *[1] * 128)  # every sector is followed by the first
    return {
        "转圈.xls": circle(),
        "处处转圈.xls": bytes(data),
        "处处转圈.msg": bytes(data).replace(b"W\0o\0r\0k\0b\0o\0o\0k\0", b"_\0_\0p\0r\0o\0p\0_\0"),
        "加密.xlsx": ole({"EncryptedPackage": bytes(5000), "EncryptionInfo": bytes(300)}),
        "加密.xls": ole({"Workbook": biff8([number_cell(0, 0, 1)], locked=True)}),
        "最远的格子.xls": ole({"Workbook": biff8([number_cell(65_535, 255, 1)])}),
        "只有开头.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
        "无休止的记录.xls": ole({"Workbook": stream[:-4] + struct.pack("<HH", 9, 0xFFFF)}),
    }


def _misnamed() -> dict[str, bytes]:
    """Return small sound files under the endings of others."""
    book, page = xlsx(), b"<html><body><table><tr><td>1</td><td>2</td></tr></table></body></html>"
    picture = b"\x89PNG\r\n\x1a\n" + bytes(100)
    sound = {"工作簿": book, "网页": page, "文字": b"1,2\n3,4\n", "照片": picture, "": b""}
    sound["旧工作簿"] = ole({"Workbook": biff8([number_cell(0, 0, 1)])})
    sound["版式"] = b"%PDF-1.7\n" + bytes(100)
    endings = (".xls", ".xlsx", ".et", ".csv", ".docx", ".pdf", ".ods", ".zip", ".7z", ".eml", "")
    return {
        f"其实是{name or '空'}{ending}": content
        for name, content in sound.items()
        for ending in endings
    }


def hostile_files() -> dict[str, bytes]:
    """Return all hostile files that are made of bytes, by name."""
    names = (
        "=cmd|calc.csv",
        "-w.csv",
        "%s{0}.csv",
        "a\u202efdp.csv",
        "换\n行.csv",
        "长" * 83 + ".csv",
    )
    return {
        **packages(),
        **_texts(),
        **_archives(),
        **_compound(),
        **_misnamed(),
        "~$表.xlsx": b"x",
        ".~表.xlsx": b"x",
        "表.xlsx.crdownload": b"PK\x03\x04",
        **{name: f"{number},名字\n".encode() for number, name in enumerate(names)},
    }


def put_odd_entries(folder: Path, outside: Path) -> set[str]:
    """Put pipes, links, folders and odd names into a folder; return what has to be told of.

    Args:
        outside: A folder that links lead to.
    """
    os.mkfifo(folder / "管道.xlsx")
    (folder / "无尽.xlsx").symlink_to("/dev/zero")
    (folder / "外面.xlsx").symlink_to(outside / "别人的.xlsx")
    (folder / "外面的文件夹").symlink_to(outside, target_is_directory=True)
    (folder / "自己.xlsx").symlink_to(folder / "自己.xlsx")
    (folder / "文件夹.xlsx").mkdir()
    (folder / "文件夹.xlsx" / "里面.csv").write_bytes(b"5,6\n")
    with (folder / "稀疏.xlsx").open("wb") as file:
        file.truncate(300 * MEGABYTE)
    Path(os.fsdecode(os.fsencode(folder) + b"/\xb1\xed\xff.csv")).write_bytes(b"7,8\n")
    return {
        "管道.xlsx",
        "无尽.xlsx",
        "外面.xlsx",
        "外面的文件夹",
        "自己.xlsx",
        "文件夹.xlsx/里面.csv",
    }
