"""What a file is, told by its bytes."""

import io

import docx
import pytest
import xlsxwriter

from tests.files.ole_files import biff8, number_cell, ole
from tests.files.packages import package, plain_parts
from tests.files.pdf import pdf
from toolkit.files.kinds import Kind, kind_of

ODF = "application/vnd.oasis.opendocument."
SPREADSHEET_ML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)
MHT = b'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
MAIL = b"Received: from a\r\nFrom: a@b.cn\r\nTo: c@d.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nx"


def word() -> bytes:
    """Return an empty .docx file."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", Kind.EMPTY),
        (bytes(5000), Kind.EMPTY),
        (package(plain_parts()), Kind.XLSX),
        (package({"XL\\Workbook.xml": "x", "[Content_Types].xml": "x"}), Kind.XLSX),
        (
            package({"[Content_Types].xml": "spreadsheetml.sheet.main+xml", "book.xml": "x"}),
            Kind.XLSX,
        ),
        (package({"xl/workbook.bin": "x"}), Kind.XLSB),
        (package({"mimetype": ODF + "spreadsheet", "content.xml": "x"}), Kind.ODS),
        (package({"content.xml": "x"}), Kind.ODS),
        (package({"mimetype": ODF + "text", "content.xml": "x"}), Kind.DOC),
        (
            package(
                {
                    "mimetype": ODF + "spreadsheet",
                    "META-INF/manifest.xml": "<manifest:encryption-data/>",
                }
            ),
            Kind.LOCKED_ODS,
        ),
        (word(), Kind.DOCX),
        (package({"OFD.xml": "x", "Doc_0/Document.xml": "x"}), Kind.OFD),
        (package({"表.xlsx": "x"}), Kind.ARCHIVE),
        (
            package({"[Content_Types].xml": "presentationml", "ppt/presentation.xml": "x"}),
            Kind.UNKNOWN,
        ),
        (package(plain_parts())[:900], Kind.DAMAGED),
        (b"7z\xbc\xaf\x27\x1c\0\4", Kind.ARCHIVE),
        (b"Rar!\x1a\x07\x01\x00", Kind.ARCHIVE),
        (pdf(("文字",)), Kind.PDF),
        (b"\x89PNG\r\n\x1a\n\0\0", Kind.PICTURE),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", Kind.PICTURE),
        (b"II*\0\x08\0\0\0", Kind.PICTURE),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Kind.PICTURE),
        (b"\0\0\0\x18ftypheic\0\0\0\0", Kind.PICTURE),
        (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01", Kind.PICTURE),
        (SPREADSHEET_ML.encode(), Kind.XML_2003),
        (SPREADSHEET_ML.encode("utf-16"), Kind.XML_2003),
        (f'<office:document office:mimetype="{ODF}spreadsheet"/>'.encode(), Kind.FODS),
        (b"<html><table><tr><td>1</td></tr></table></html>", Kind.HTML),
        ("\ufeff\n<TABLE><tr><td>进展</td></tr></TABLE>".encode(), Kind.HTML),
        ("<table><tr><td>进展</td></tr></table>".encode("utf-16"), Kind.HTML),
        ("导出结果<table><tr><td>1</td></tr></table>".encode("gbk"), Kind.HTML),
        (MHT, Kind.MHT),
        (MAIL, Kind.MAIL),
        (b"{\\rtf1\\ansi x}", Kind.DOC),
        ("单位,进展\n".encode("gbk"), Kind.TEXT),
        ("单位\t进展\r\n".encode("utf-16"), Kind.TEXT),
        ("BM镇,在建\n".encode(), Kind.TEXT),
        ("备注: 无\n单位: 住建局\n".encode(), Kind.TEXT),
        (b"<?xml version='1.0'?><rss/>", Kind.UNKNOWN),
        (b"\x00\x01\x02\xff\xfe\xfa\x81", Kind.UNKNOWN),
    ],
)
def test_kinds_by_their_bytes(data: bytes, kind: Kind) -> None:
    """Whatever the file is called."""
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ole({"Workbook": biff8([])}), Kind.XLS),
        (ole({"WORKBOOK": biff8([])}), Kind.XLS),
        (ole({"Workbook": biff8([], locked=True)}), Kind.LOCKED_XLS),
        (ole({"Book": b"\x09\x08\x08\x00\x00\x05\x05\x00" + bytes(8)}), Kind.OLD_XLS),
        (ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), Kind.LOCKED_OOXML),
        (ole({"WordDocument": bytes(20)}), Kind.DOC),
        (ole({"WordDocument": bytes(11) + b"\1"}), Kind.LOCKED_DOC),
        (ole({"__substg1.0_0037001F": b"x"}), Kind.MAIL),
        (ole({"PowerPoint Document": b"x"}), Kind.UNKNOWN),
        (ole({"Workbook": biff8([])})[:512], Kind.DAMAGED),
    ],
)
def test_compound_files_by_their_outer_streams(data: bytes, kind: Kind) -> None:
    """.xls, .doc, .msg and encrypted files are the same kind of file outside."""
    assert kind_of(data) is kind


def test_an_embedded_workbook_is_not_the_document() -> None:
    """A letter in Word with a table of Excel inside is a letter."""
    inside = {"Workbook": biff8([number_cell(0, 0, 1)])}
    assert kind_of(ole({"WordDocument": bytes(20)}, inside)) is Kind.DOC
    assert kind_of(ole({"Contents": b"x"}, inside)) is Kind.UNKNOWN


def test_a_workbook_without_the_usual_name_is_told_by_its_parts() -> None:
    """Xlsxwriter's own file, as a check of the hand-made ones above."""
    stream = io.BytesIO()
    xlsxwriter.Workbook(stream).close()
    assert kind_of(stream.getvalue()) is Kind.XLSX
