"""Whoever reads a file says what it was, macros included."""

import io
from pathlib import Path

import docx
import pytest

from tests.files.ole_files import biff8, number_cell, ole
from tests.files.packages import package, plain_parts
from tests.files.pdf import pdf
from toolkit.files.guard import read_files
from toolkit.files.workbooks import read_workbook
from toolkit.model.nature import FileType, Nature
from toolkit.model.workbook import RawWorkbook

PAGE = "<html><body><table><tr><td>序号</td><td>内容</td></tr></table></body></html>".encode()
SPREADSHEET_ML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Row>'
    '<Cell><Data ss:Type="String">序号</Data></Cell></Row></Table></Worksheet></Workbook>'
).encode()
CELLS = biff8([number_cell(0, 0, 7)])


def word() -> bytes:
    """Return a .docx file with one table."""
    stream, document = io.BytesIO(), docx.Document()
    document.add_table(1, 2).cell(0, 0).text = "序号"
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (package(plain_parts()), FileType.XLSX),
        (ole({"Workbook": CELLS}), FileType.XLS),
        (PAGE, FileType.PAGE),
        (SPREADSHEET_ML, FileType.XML),
        ("序号,内容\n1,建学校\n".encode("gbk"), FileType.TEXT),
        (word(), FileType.DOCX),
        (pdf((), (("序号", "内容"), ("1", "建学校"))), FileType.PDF),
    ],
)
def test_the_content_says_what_a_file_is(data: bytes, kind: FileType) -> None:
    """Without its name, and without macros, for it has none."""
    assert read_workbook(data).nature == Nature(kind)


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "XL/VBAPROJECT.BIN", "xl/macrosheets/s.xml"])
def test_macros_of_a_package_are_seen(part: str) -> None:
    """Of today and of Excel 4; the values are read all the same."""
    book = read_workbook(package({**plain_parts(), part: b"x"}))

    assert book.nature == Nature(FileType.XLSX, macros=True)
    assert book.sheets[0].rows[0][0] == "x"


@pytest.mark.parametrize("name", ["_VBA_PROJECT_CUR", "_VBA_PROJECT", "Macros"])
def test_macros_of_an_old_workbook_are_seen(name: str) -> None:
    """They lie in a storage of their own beside the workbook."""
    book = read_workbook(ole({"Workbook": CELLS, name: b"x"}))

    assert book.nature == Nature(FileType.XLS, macros=True)
    assert book.sheets[0].rows[0][0] == 7.0


def test_an_embedded_object_with_macros_is_not_the_workbook() -> None:
    """Somebody put a document with macros into a cell; nothing opens it."""
    book = read_workbook(ole({"Workbook": CELLS}, {"Macros": b"x"}))

    assert not book.nature.macros


def test_it_is_still_known_after_the_travel_out_of_the_guarded_process(tmp_path: Path) -> None:
    """The rules are asked elsewhere than where the file was read."""
    path = tmp_path / "表.xls"
    path.write_bytes(package({**plain_parts(), "xl/vbaProject.bin": b"x"}))
    (read,) = read_files([path])

    assert isinstance(read.content, RawWorkbook)
    assert read.content.nature == Nature(FileType.XLSX, macros=True)
    assert not read.content.nature.fits(path.name)
