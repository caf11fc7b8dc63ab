"""Office documents whose bytes depend on their content alone."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest

from toolkit.files.package import repacked, saved_at

WHEN = datetime(2021, 10, 8, 16, 40)
CORE = "docProps/core.xml"


def package(parts: dict[str, bytes], year: int = 2021) -> bytes:
    """Return a zip of these parts, packed in a year."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), content)
    return data.getvalue()


def test_order_and_time_of_packing_do_not_show() -> None:
    """Two programs that pack the same parts in another order and year give the same bytes."""
    parts = {"xl/a.xml": b"a", "[Content_Types].xml": b"c", "_rels/.rels": b"r"}
    turned = dict(reversed(parts.items()))
    assert repacked(package(parts, 2021)) == repacked(package(turned, 2022))


def test_the_list_of_types_comes_first() -> None:
    """Programs that sniff a file's kind look at its first part."""
    data = repacked(package({"a.xml": b"a", "[Content_Types].xml": b"c"}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "a.xml"]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_content_stays_what_it_was() -> None:
    """Every part keeps its bytes, unless others take their place."""
    parts = {"[Content_Types].xml": b"c", "a.xml": b"a" * 1000, "b.xml": b""}
    with zipfile.ZipFile(io.BytesIO(repacked(package(parts), None, {"a.xml": b"new"}))) as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == {**parts, "a.xml": b"new"}


def test_the_properties_say_the_given_time() -> None:
    """Openpyxl stamps the moment of saving; here the caller's clock counts."""
    data = io.BytesIO()
    openpyxl.Workbook().save(data)
    stamped = repacked(data.getvalue(), WHEN)
    assert saved_at(stamped) == WHEN
    assert openpyxl.load_workbook(io.BytesIO(stamped)).properties.created == WHEN


def test_a_workbook_tells_when_it_was_saved() -> None:
    """With the zone or fractions that some programs write, to the second."""
    core = b"<p><dcterms:modified xsi:type='x'>2021-09-30T08:15:07.123Z</dcterms:modified></p>"
    assert saved_at(package({CORE: core})) == datetime(2021, 9, 30, 8, 15, 7)


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0 an .xls",
        package({"xl/workbook.xml": b""}),
        package({CORE: b"<p/>"}),
        package({CORE: b"<p><dcterms:modified>\xff\xfe</dcterms:modified></p>"}),
        package({CORE: "<p><dcterms:modified>昨天</dcterms:modified></p>".encode()}),
    ],
    ids=["no zip", "no properties", "no time", "no text", "no date"],
)
def test_a_file_that_does_not_say_when_is_not_guessed_at(data: bytes) -> None:
    """None, so that whoever has to decide says that it is unknown."""
    assert saved_at(data) is None


def test_a_damaged_part_is_as_good_as_none() -> None:
    """A package whose properties do not unpack tells nothing, and raises nothing."""
    core = b"<p><dcterms:modified>2021-09-30T08:15:07Z</dcterms:modified></p>" * 50
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(CORE, core)
    broken = bytearray(data.getvalue())
    broken[30 + len(CORE) : 30 + len(CORE) + 8] = b"\xff" * 8
    assert saved_at(bytes(broken)) is None


def test_of_the_properties_only_the_beginning_is_read() -> None:
    """They may unpack to any size; what they say stands in the first few hundred bytes."""
    moment = b"<dcterms:modified>2021-10-08T16:40:00Z</dcterms:modified>"
    assert saved_at(package({CORE: moment + b" " * 2**20}))
    assert saved_at(package({CORE: b" " * 2**20 + moment})) is None
