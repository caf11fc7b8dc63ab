"""An .xls whose chains of sectors run in a circle is refused; calamine would eat all memory."""

import struct
from pathlib import Path

import pytest

from toolkit.errors import UnreadableFileError
from toolkit.files.compound import refuse_circles
from toolkit.files.resources import sample
from toolkit.files.workbooks import read_workbook

SECTOR = 512
DIRECTORY, MINI_FAT, DIFAT, FAT = 0x30, 0x3C, 0x44, 0x4C


@pytest.fixture(scope="module")
def data() -> bytes:
    """Return an .xls that LibreOffice saved."""
    return Path(str(sample("jining-gaoxin-2021") / "2021-09" / "综合执法局.xls")).read_bytes()


def number(data: bytes, place: int) -> int:
    """Return a number of the file."""
    return int(struct.unpack_from("<I", data, place)[0])


def changed(data: bytes, *changes: tuple[int, int]) -> bytes:
    """Return the file with other numbers at some places."""
    copy = bytearray(data)
    for place, value in changes:
        struct.pack_into("<I", copy, place, value)
    return bytes(copy)


def next_of(data: bytes, sector: int) -> int:
    """Return the place of the number that says which sector follows one."""
    return (number(data, FAT) + 1) * SECTOR + 4 * sector


def test_an_ordinary_xls_passes(data: bytes) -> None:
    """And is read."""
    refuse_circles(data)
    assert read_workbook(data).sheets


def test_a_directory_that_follows_itself_is_refused(data: bytes) -> None:
    """1 KB of this took 16 GB (PhpSpreadsheet's oleloop.xls)."""
    start = number(data, DIRECTORY)
    with pytest.raises(UnreadableFileError, match="内部结构有误"):
        read_workbook(changed(data, (next_of(data, start), start)))


def test_a_table_that_follows_itself_is_refused(data: bytes) -> None:
    """The list of the table's own sectors runs in a circle."""
    end_of_sector_5 = 7 * SECTOR - 4
    with pytest.raises(UnreadableFileError, match="内部结构有误"):
        read_workbook(changed(data, (DIFAT, 5), (end_of_sector_5, 5)))


def test_a_table_larger_than_the_file_is_refused(data: bytes) -> None:
    """Sectors named again and again would fill the memory too."""
    sectors = [(FAT + 4 * entry, number(data, FAT)) for entry in range(109)]
    with pytest.raises(UnreadableFileError, match="内部结构有误"):
        refuse_circles(changed(data, *sectors))


def test_a_stream_that_follows_itself_is_refused(data: bytes) -> None:
    """Any stream: the workbook's, the short ones', the table of short sectors."""
    mini = number(data, MINI_FAT)
    for place, value in ((next_of(data, 14), 2), (next_of(data, mini), mini)):
        with pytest.raises(UnreadableFileError, match="内部结构有误"):
            refuse_circles(changed(data, (place, value)))


@pytest.mark.parametrize("kept", [8, 30, 76, 500, 512, 2000])
def test_a_file_cut_short_raises_no_other_error(data: bytes, kept: int) -> None:
    """Either it is refused here, or calamine finds the damage."""
    with pytest.raises(UnreadableFileError):
        read_workbook(data[:kept])


def test_a_file_whose_sectors_have_no_known_size_is_refused(data: bytes) -> None:
    """512 or 4096 bytes, nothing else (MS-CFB 2.2)."""
    odd = bytearray(data)
    struct.pack_into("<H", odd, 0x1E, 31)
    with pytest.raises(UnreadableFileError, match="内部结构有误"):
        refuse_circles(bytes(odd))
