"""Packages whose parts were unpacked once are read again without unpacking, and say the same."""

import io
import zipfile

import pytest

from tests.files.packed import zip_of
from toolkit.errors import UnreadableFileError
from toolkit.files.zip_parts import damage_named, unpacked, with_stored, zip_parts

MEMBERS = {"xl/workbook.xml": b"<workbook/>" * 9, "xl/表.xml": b"<c/>" * 900, "empty.xml": b""}
TABLE = "xl/表.xml"


def again(data: bytes, *names: str) -> bytes:
    """Return the package with some parts stored as they were unpacked."""
    parts = zip_parts(data)
    return with_stored(
        data,
        parts,
        {part.filename: unpacked(data, part) for part in parts if part.filename in names},
    )


@pytest.mark.parametrize("names", [(), (TABLE,), tuple(MEMBERS)])
def test_every_part_says_the_same(names: tuple[str, ...]) -> None:
    """Those that were unpacked and those that were not, in the same order."""
    with zipfile.ZipFile(io.BytesIO(again(zip_of(MEMBERS), *names))) as package:
        assert {name: package.read(name) for name in package.namelist()} == MEMBERS
        assert package.namelist() == list(MEMBERS)


def test_what_was_unpacked_is_stored() -> None:
    """That is what saves the time; the others stay packed."""
    with zipfile.ZipFile(io.BytesIO(again(zip_of(MEMBERS), TABLE))) as package:
        stored = [p.filename for p in package.infolist() if p.compress_type == zipfile.ZIP_STORED]
    assert stored == [TABLE]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_part_that_changed_on_its_way_is_damaged(method: int) -> None:
    """One wrong bit is one wrong character that nobody would notice."""
    data = zip_of(MEMBERS, method)
    part = zip_parts(data)[1]
    part.CRC ^= 1
    with pytest.raises(UnreadableFileError, match="压缩包不完整"), damage_named():
        unpacked(data, part)


def test_a_part_that_is_nowhere_leaves_all_as_it_is() -> None:
    """Perhaps nobody ever looks for it, as for a theme."""
    data = zip_of(MEMBERS)
    parts = zip_parts(data)
    parts[0].header_offset = len(data)
    assert with_stored(data, parts, {TABLE: MEMBERS[TABLE]}) == data


def test_a_part_that_is_called_otherwise_than_listed_is_damaged() -> None:
    """A flipped bit in the directory would else make a worksheet drop out without a word."""
    data = zip_of({"xl/worksheets/sheet1.xml": b"<a/>"})
    place = data.rindex(b"sheet1")
    with pytest.raises(UnreadableFileError, match="压缩包不完整"):
        zip_parts(data[:place] + b"sheet3" + data[place + 6 :])
