"""Reading workbooks: plain values in, and a reason that can be passed on where it fails."""

import io
import pickle
import random
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from tests.office import Office
from toolkit.errors import UnreadableFileError
from toolkit.files import calamine_reader, open_xml, workbooks
from toolkit.files.workbooks import read_merges, read_path, read_spreadsheet, read_workbook
from toolkit.model.sheets import Range
from toolkit.model.workbook import CellFault, ShownDate

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sample(path: Path) -> Path:
    """Write a workbook with a visible, a hidden and a very hidden sheet."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("进展表")
        sheet.write_string("B2", "一、已完工\n二、在建")
        sheet.write_number("C2", 16)
        sheet.write_datetime("D2", datetime(2021, 9, 30), book.add_format({"num_format": "m/d"}))
        sheet.write_boolean("E2", True)
        sheet.write_formula("F2", "=8*2", None, 16)
        sheet.merge_range("B4:C5", "合并")
        book.add_worksheet("隐藏").hide()
        book.add_worksheet("_minsheng").very_hidden()
    return path


def reason(data: bytes) -> str:
    """Return why a file cannot be read; whatever the reason, there is something to do."""
    with pytest.raises(UnreadableFileError) as caught:
        read_workbook(data)
    assert caught.value.advice.endswith("。")
    return caught.value.reason


def test_values_are_read_as_they_stand(tmp_path: Path) -> None:
    """Rows begin at A1 whatever stands first; texts, numbers, dates and formula results as such."""
    book = read_workbook(sample(tmp_path / "表.xlsx").read_bytes())
    rows = book.sheets[0].rows
    assert rows[0][:2] == ["", ""]
    day = ShownDate(date(2021, 9, 30), "9/30")
    assert rows[1] == ["", "一、已完工\n二、在建", 16.0, day, True, 16.0]


def test_hidden_sheets_are_read_and_told_apart(tmp_path: Path) -> None:
    """The identity of a form lies in a very hidden sheet."""
    book = read_workbook(sample(tmp_path / "表.xlsx").read_bytes())
    assert [(s.name, s.visible) for s in book.sheets] == [
        ("进展表", True),
        ("隐藏", False),
        ("_minsheng", False),
    ]


def test_merged_ranges_are_told_by_sheet(tmp_path: Path) -> None:
    """Rows and columns count from 0; a sheet without merged cells has none."""
    merges = read_merges(sample(tmp_path / "表.xlsx").read_bytes())
    assert merges == {"进展表": (Range(3, 1, 4, 2),), "隐藏": (), "_minsheng": ()}


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    """An .xlsx that somebody named .xls is read by its content."""
    data = sample(tmp_path / "表.xls").read_bytes()
    assert read_workbook(data).sheets[0].rows[1][2] == 16.0


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".xls", ".ods"])
def test_other_formats_of_office_programs_are_read(
    office: Office, tmp_path: Path, suffix: str
) -> None:
    """An .xls or .ods that LibreOffice saved says the same as its .xlsx."""
    source = sample(tmp_path / "表.xlsx")
    office.fill(source, tmp_path / f"表{suffix}", {("进展表", "B2"): "一\n二"})
    book = read_workbook((tmp_path / f"表{suffix}").read_bytes())
    row = book.sheets[0].rows[1]
    assert row[1:3] == ["一\n二", 16.0]
    assert [s.name for s in book.sheets] == ["进展表", "隐藏", "_minsheng"]


def test_an_empty_file_is_said_to_be_empty() -> None:
    """What a broken transfer leaves."""
    assert reason(b"") == "文件是空的（0 字节）"


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_said_to_be_damaged(tmp_path: Path, kept: float) -> None:
    """Wherever a transfer broke off."""
    data = sample(tmp_path / "表.xlsx").read_bytes()
    assert "已损坏" in reason(data[: int(len(data) * kept)])


@pytest.mark.parametrize("head", [b"", b"PK\x03\x04", OLE], ids=["none", "zip", "ole"])
@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_have_a_reason_too(head: bytes, seed: int) -> None:
    """Whatever calamine makes of noise behind the mark of an .xlsx or .xls."""
    noise = random.Random(seed).randbytes(4096)  # noqa: S311 - noise, no secret
    assert reason(head + noise)


def test_a_password_is_named() -> None:
    """An encrypted .xlsx is an OLE file with the stream EncryptedPackage (MS-OFFCRYPTO 2.3)."""
    stream = "EncryptedPackage".encode("utf-16-le")
    assert reason(OLE + bytes(512) + stream + bytes(512)) == "文件设了打开密码"


def test_calamines_own_word_for_a_password_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file's outer shape does not tell it."""

    class PasswordError(Exception):
        """As calamine names it."""

    assert _with_fault(monkeypatch, PasswordError()) == "文件设了打开密码"


def _with_fault(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> str:
    """Let calamine fail with a fault, and return what comes of it."""

    class Failing:
        """In place of calamine's workbook."""

        @staticmethod
        def from_filelike(*_: object) -> None:
            raise fault

    def gives_up(*_: object) -> None:
        raise calamine_reader.ReaderError("BadZipFile")

    monkeypatch.setattr(calamine_reader, "CalamineWorkbook", Failing)
    monkeypatch.setattr(open_xml, "read_with_openpyxl", gives_up)
    data = io.BytesIO()
    xlsxwriter.Workbook(data).close()
    return reason(data.getvalue())


def test_a_panic_of_calamine_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """pyo3's PanicException is no Exception; it must not end the batch."""

    class PanicException(BaseException):
        """As pyo3 raises it."""

    assert _with_fault(monkeypatch, PanicException()) == "文件已损坏，打不开（PanicException）"


@pytest.mark.parametrize("fault", [KeyboardInterrupt, SystemExit])
def test_who_ends_the_program_ends_it(
    monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]
) -> None:
    """Ctrl-C while a file is being read is no fault of the file."""
    with pytest.raises(fault):
        _with_fault(monkeypatch, fault())


def test_an_archive_is_named() -> None:
    """The advice is to unpack it."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("进展表.txt", "进展")
    with pytest.raises(UnreadableFileError) as caught:
        read_workbook(data.getvalue())
    assert caught.value.reason == "这是压缩包，不是工作簿"
    assert "解压" in caught.value.advice


def test_merges_of_a_broken_file_are_refused_alike() -> None:
    """The notice is read through the same checks."""
    with pytest.raises(UnreadableFileError, match="0 字节"):
        read_merges(b"")
    with pytest.raises(UnreadableFileError, match="已损坏"):
        read_merges(OLE + bytes(600))


def test_a_file_too_large_for_a_table_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A video among the returns costs no memory."""
    (tmp_path / "视频.mp4").write_bytes(bytes(2**20 + 1))
    monkeypatch.setattr(workbooks, "MAX_FILE_SIZE", 2**20)
    with pytest.raises(UnreadableFileError, match="文件超过 1 MB"):
        read_path(tmp_path / "视频.mp4")


def test_a_file_that_the_disk_does_not_give_has_a_reason(tmp_path: Path) -> None:
    """A folder, a lost drive, a lock of another program."""
    with pytest.raises(UnreadableFileError, match="无法从磁盘读取"):
        read_path(tmp_path)


def test_a_workbook_that_has_to_be_one_is_no_text() -> None:
    """Somebody saved notes under the name of the programme's workbook."""
    with pytest.raises(UnreadableFileError, match="不是工作簿"):
        read_spreadsheet("不是工作簿".encode())


def test_what_reads_a_workbook_passes_into_another_process(tmp_path: Path) -> None:
    """A broken file is read where it can do no harm: the function and its result are pickled."""
    data = sample(tmp_path / "表.xlsx").read_bytes()
    read = pickle.loads(pickle.dumps(read_workbook))  # noqa: S301 - our own
    book = read(data)
    faulty = replace(book.sheets[0], rows=[[CellFault("#N/A")]])
    again = pickle.loads(pickle.dumps((book, faulty)))  # noqa: S301 - our own
    assert again == (book, faulty)
    assert isinstance(again[1].rows[0][0], CellFault)
