"""Any file as a document: what it is, its bytes tell, not its name."""

import io
import zipfile

import pytest
import xlsxwriter

from toolkit.errors import UnreadableFileError
from toolkit.files.documents import read_document
from toolkit.model.document import Origin
from toolkit.model.sheets import Range


def _package(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_in_every_encoding(encoding: str) -> None:
    """Its lines that say something, each with its number; blank lines count."""
    document = read_document("实事清单\r\n\r\n\t序号\n\t\n1.囍".encode(encoding), "a.txt")

    assert [(p.text, p.line) for p in document.paragraphs] == [
        *(("实事清单", 1), ("\t序号", 3), ("\t", 4), ("1.囍", 5)),
    ]
    assert document.paragraphs[1].place == "第3行"


def test_worksheets_with_merged_cells() -> None:
    """Each sheet is a table; its cells are called as in Excel."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("清单")
        sheet.write_row(0, 0, ["序号", "内容"])
        sheet.merge_range(1, 0, 2, 0, 1)
        sheet.write_row(1, 1, ["建学校"])
        sheet.write_row(2, 1, ["修道路"])
        book.add_worksheet("旧").hide()
    document = read_document(stream.getvalue(), "a.xlsx")
    first, second = document.tables

    assert first.rows == (("序号", "内容"), ("1", "建学校"), ("", "修道路"))
    assert (first.merges, first.origin) == ((Range(1, 0, 2, 0),), Origin.SHEET)
    assert first.place(2, 1) == "B3"
    assert (first.visible, second.visible) == (True, False)


def test_a_page_named_as_a_workbook() -> None:
    """Systems export web pages under the name .xls."""
    document = read_document(
        b"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a.xls"
    )

    assert document.tables[0].rows == (("a", "b"), ("c",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"  \n", "空的"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "旧版 Word"),
        (b"PK\x03\x04nonsense", "损坏"),
        (_package(readme="x"), "压缩包"),
        (_package(mimetype="application/vnd.oasis.opendocument.text"), "不认识"),
        (b"\x00\x01\xff\xfe\xfa\x81", "文字编码"),
    ],
)
def test_what_cannot_be_read(data: bytes, reason: str) -> None:
    """It says why, and what to do."""
    with pytest.raises(UnreadableFileError, match=reason) as caught:
        read_document(data, "a")
    assert caught.value.advice
