"""Tables in web pages, Word and PDF as worksheets."""

import io
from collections.abc import Sequence

import docx
import pytest
from docx.document import Document

from tests.files.packages import package
from tests.files.pdf import pdf
from toolkit.errors import ScanError, UnreadableFileError
from toolkit.files.workbooks import read_workbook
from toolkit.model.sheets import Range
from toolkit.model.workbook import CellFault, RawSheet

HEADER = ("序号", "内容", "进展")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080600000 01f15c4890000000d49444154789c63"
    "6060606000000005000115a4f7ec0000000049454e44ae426082".replace(" ", "")
)


def sheets(data: bytes) -> tuple[RawSheet, ...]:
    """Return the worksheets of a file."""
    return read_workbook(data).sheets


def texts(sheet: RawSheet) -> list[list[object]]:
    """Return a sheet's rows as lists."""
    return [list(row) for row in sheet.rows]


def saved(document: Document) -> bytes:
    """Return a document's bytes."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def add_table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    """Add a table with these rows."""
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


PAGE = (
    "<html><head>{meta}</head><body><table>"
    "<tr><td colspan=3>2024年9月份进展</td></tr><tr><td>序号</td><td>内容</td><td>进展</td></tr>"
    "<tr><td rowspan=2>1</td><td>建学校</td><td>一<br>二</td></tr><tr><td>修路</td><td>#N/A</td></tr>"
    "</table><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></body></html>"
)


@pytest.mark.parametrize(
    ("encoding", "meta"),
    [
        ("utf-8", ""),
        ("gb18030", ""),
        ("gbk", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
        ("gbk", '<meta charset="utf-8">'),
        ("utf-16", ""),
    ],
)
def test_a_web_page_named_as_a_workbook(encoding: str, meta: str) -> None:
    """Spans take their places, every table is a sheet, the encoding is stated, wrong, or missing."""
    first, second = sheets(PAGE.format(meta=meta).encode(encoding))
    assert texts(first) == [
        *(["2024年9月份进展", "", ""], list(HEADER)),
        *(["1", "建学校", "一\n二"], ["", "修路", "#N/A"]),
    ]
    assert first.merges == (Range(0, 0, 0, 2), Range(2, 0, 3, 0))
    assert isinstance(first.rows[3][2], CellFault)
    assert (second.name, texts(second)) == ("表2", [["a", "b"], ["c", "d"]])


def test_a_web_archive_holds_a_page_for_every_sheet() -> None:
    """As Excel saves .mht; its frame names the sheets."""
    table = "<table><tr><td>{}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    frame = "<xml><x:Name>进展表</x:Name><x:Name>其他</x:Name></xml><frameset></frameset>"
    pages = [frame, table.format("建学校"), table.format("修路")]
    archive = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        + "".join(f'--b\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n{p}\r\n' for p in pages)
        + "--b--\r\n"
    )
    read = sheets(archive.encode("gbk"))
    assert [(sheet.name, sheet.rows[0][0]) for sheet in read] == [
        ("进展表", "建学校"),
        ("其他", "修路"),
    ]


def test_a_form_in_word_with_the_lines_above_it() -> None:
    """The unit and the period stand above the table, the signature below."""
    document = docx.Document()
    document.add_paragraph("填报单位：住建局")
    add_table(document, [HEADER, ("1", "建学校", "在建"), ("2", "修路", "")])
    document.tables[0].cell(1, 0).merge(document.tables[0].cell(2, 0))
    document.add_paragraph("填报人：张三")
    (sheet,) = sheets(saved(document))
    assert texts(sheet) == [
        *(["填报单位：住建局"], list(HEADER), ["1\n2", "建学校", "在建"], ["", "修路", ""]),
        ["填报人：张三"],
    ]
    assert sheet.merges == (Range(2, 0, 3, 0),)


@pytest.mark.parametrize("between", [(), ("2024年9月份进展",), ("续表",), ("- 2 -",)])
@pytest.mark.parametrize("header", [True, False])
def test_a_table_goes_on_in_the_next_one(between: tuple[str, ...], header: bool) -> None:
    """With its header again or without; the title and page numbers may stand between."""
    document = docx.Document()
    document.add_paragraph("2024年9月份进展")
    add_table(document, [HEADER, ("1", "建学校", "在建")])
    for line in between or ("",):
        document.add_paragraph(line)
    add_table(document, [*([HEADER] if header else []), ("2", "修路", "完成")])
    read = sheets(saved(document))
    joined = header or not between
    assert len(read) == (1 if joined else 2)
    assert texts(read[-1])[-1] == ["2", "修路", "完成"]


def test_two_units_in_one_document_stay_apart() -> None:
    """Nobody's rows are taken for another's."""
    document = docx.Document()
    for unit in ("住建局", "教育局"):
        document.add_paragraph(f"填报单位：{unit}")
        add_table(document, [HEADER, ("1", unit, "在建")])
    assert [sheet.rows[0][0] for sheet in sheets(saved(document))] == [
        *("填报单位：住建局", "填报单位：教育局")
    ]


def test_a_letter_without_tables_is_a_sheet_of_lines() -> None:
    """What it says is not lost."""
    document = docx.Document()
    document.add_paragraph("本月无进展。")
    assert texts(sheets(saved(document))[0]) == [["本月无进展。"]]


def test_a_picture_in_word_is_a_scan() -> None:
    """The signed copy, photographed and pasted."""
    document = docx.Document()
    document.add_picture(io.BytesIO(PNG))
    with pytest.raises(ScanError, match="只有图片"):
        sheets(saved(document))


def test_entities_in_word_are_refused() -> None:
    """What stands behind one would be lost in silence."""
    document = docx.Document()
    document.add_paragraph("进展")
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(saved(document))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:document", b'<!DOCTYPE a [<!ENTITY x "y">]><w:document', 1
    )
    with pytest.raises(UnreadableFileError, match="已损坏"):
        sheets(package(parts))


def test_a_table_in_a_pdf() -> None:
    """Its lines are broken by the margins, not by the author."""
    data = pdf(("填报单位：住建局",), (HEADER, ("1", "建学校", "已经完\n成招标")))
    book = read_workbook(data)
    (sheet,) = book.sheets
    assert texts(sheet) == [["填报单位：住建局"], list(HEADER), ["1", "建学校", "已经完成招标"]]
    assert book.nature.printed


def test_other_documents_are_not_printed() -> None:
    """Their cells are whole, and their line breaks the author's."""
    document = docx.Document()
    add_table(document, [HEADER, ("1", "建学校", "%PDF-1.7")])
    for data in (saved(document), PAGE.format(meta="").encode(), "序号,内容\n1,修路\n".encode()):
        assert not read_workbook(data).nature.printed


@pytest.mark.parametrize(
    "data",
    [pdf(), pdf(("扫描",)), PNG, package({"OFD.xml": "x"})],
    ids=["pdf", "few", "png", "ofd"],
)
def test_copies_for_people_are_scans(data: bytes) -> None:
    """They are listed as such, not as broken files; they are unreadable all the same."""
    with pytest.raises(ScanError) as caught:
        sheets(data)
    assert isinstance(caught.value, UnreadableFileError)
    assert caught.value.advice.endswith("。")
