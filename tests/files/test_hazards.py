"""Small files that would exhaust the memory are refused before a reader sees them."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from toolkit.errors import UnreadableFileError
from toolkit.files import far_cells, hazards
from toolkit.files.hazards import MAX_PARTS, refuse_hazards
from toolkit.files.workbooks import read_workbook
from toolkit.model.refs import cell_name

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def workbook() -> bytes:
    """Return a workbook with one text."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        book.add_worksheet().write_string("A1", "进展")
    return data.getvalue()


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return that workbook with one part changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return packed.getvalue()


def with_cell(cell: str) -> bytes:
    """Return the workbook with one more cell."""
    row = re.sub(r"\D", "", cell)
    added = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    return changed(SHEET, lambda sheet: sheet.replace(b"</sheetData>", added))


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        *(("XFD1048576", "XFD1048576"), ("xfd1048576", "XFD1048576"), ("AAA99999", "AAA99999")),
        *(("ZZ50000", "ZZ50000"), ("XFD0002000", "XFD2000")),
    ],
)
def test_a_cell_at_the_end_of_the_sheet_is_read(cell: str, place: str) -> None:
    """Calamine would make room for every cell before it: 549 GB for XFD1048576, and abort."""
    (sheet,) = read_workbook(with_cell(cell)).sheets
    assert sheet.rows[0] == ("进展",)
    assert cell_name(len(sheet.rows) - 1, len(sheet.rows[-1]) - 1) == place
    assert sheet.rows[-1][-1] == 1.0
    assert sum(map(len, sheet.rows)) == 1 + len(sheet.rows[-1])


def test_a_block_full_of_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever takes the rows would hold it in memory several times over."""
    monkeypatch.setattr(far_cells, "MAX_CELLS", 20_000)
    with pytest.raises(UnreadableFileError) as caught:
        read_workbook(with_cell("XFD1048576"))
    assert caught.value.reason == "工作表大得不正常，不能安全读取"
    assert "误填的单元格" in caught.value.advice


@pytest.mark.parametrize("cell", ["C20000", "XFD3", "Z99999"])
def test_a_stray_cell_that_can_be_borne_is_read(cell: str) -> None:
    """A value far down or far right is no reason to lose a return."""
    assert read_workbook(with_cell(cell)).sheets[0].rows[0][0] == "进展"


def test_empty_cells_far_away_count_for_nothing() -> None:
    """Formatting a whole sheet leaves empty cells to its end; they take no memory."""
    styled = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    data = changed(SHEET, lambda sheet: sheet.replace(b"</sheetData>", styled))
    assert read_workbook(data).sheets[0].rows[0][0] == "进展"


def test_more_texts_announced_than_the_file_can_hold_are_refused() -> None:
    """Calamine would make room for 4,294,967,295 texts, and abort."""
    data = changed(
        STRINGS, lambda part: re.sub(rb'uniqueCount="\d+"', b'uniqueCount="4294967295"', part)
    )
    with pytest.raises(UnreadableFileError, match="文字总数与内容不符"):
        read_workbook(data)


def test_a_wrong_count_of_uses_is_no_fault() -> None:
    """Other programs write any number there, and readers do not use it."""
    data = changed(STRINGS, lambda part: re.sub(rb' count="\d+"', b' count="4294967295"', part))
    assert read_workbook(data).sheets[0].rows[0][0] == "进展"


@pytest.mark.parametrize("limit", ["MAX_PART_SIZE", "MAX_SIZE"])
def test_a_package_that_unpacks_to_too_much_is_refused(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zip bomb is told by its directory, before anything is unpacked."""
    data = changed(SHEET, lambda sheet: sheet + b" " * 100_000)
    refuse_hazards(data)
    monkeypatch.setattr(hazards, limit, 100_000)
    with pytest.raises(UnreadableFileError, match="大得不正常"):
        refuse_hazards(data)


def test_thousands_of_parts_and_doubled_names_are_refused() -> None:
    """No office program makes such a package."""
    many, twice = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(MAX_PARTS + 1):
            archive.writestr(f"{number}", "")
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr(SHEET, "a")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(SHEET, "b")
    for data in (many.getvalue(), twice.getvalue()):
        with pytest.raises(UnreadableFileError, match="内部文件太多或者重名"):
            refuse_hazards(data)


def test_a_part_with_a_wrong_checksum_is_refused() -> None:
    """A file damaged on its way is never half read."""
    data = workbook()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        info = package.getinfo(SHEET)
    start = info.header_offset + 30 + len(SHEET)
    broken = data[: start + 40] + bytes([data[start + 40] ^ 0xFF]) + data[start + 41 :]
    with pytest.raises(UnreadableFileError, match="已损坏"):
        refuse_hazards(broken)


def test_an_encrypted_part_is_refused() -> None:
    """A zip with a password is no workbook that can be read."""
    data = bytearray(workbook())
    for entry in re.finditer(rb"PK\x01\x02", bytes(data)):
        data[entry.start() + 8] |= 1  # the flag "encrypted" in each entry of the directory
    with pytest.raises(UnreadableFileError, match="加了密码"):
        refuse_hazards(bytes(data))
