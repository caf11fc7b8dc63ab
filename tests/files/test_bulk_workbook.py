"""Bulk workbooks where they differ from plain xlsxwriter; `test_bulk_sheet` has the rest."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.files.parts import parts
from toolkit.files.bulk_workbook import BulkWorkbook


def test_a_text_like_a_rich_string_stays_text(tmp_path: Path) -> None:
    """Plain xlsxwriter copies it unescaped into the XML, and Excel refuses the workbook."""
    book = BulkWorkbook(tmp_path / "a.xlsx")
    book.add_worksheet().write_block(0, [["<r>1<2</r>"]], [book.add_format()])
    book.close()
    xml = parts(tmp_path / "a.xlsx")["xl/sharedStrings.xml"]
    assert b"<si><t>&lt;r&gt;1&lt;2&lt;/r&gt;</t></si>" in xml
    with pytest.raises(NotImplementedError):
        book.worksheets()[0].write_rich_string(0, 0, "a", "b")


def test_the_zip_file_carries_no_time(tmp_path: Path) -> None:
    """Every part has the oldest time that a zip file knows, so that equal input is equal bytes."""
    book = BulkWorkbook(tmp_path / "a.xlsx")
    book.add_worksheet().write_block(0, [["a"]], [book.add_format()])
    book.close()
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    """A lone surrogate is no character; the message shows where it stands."""
    book = BulkWorkbook(tmp_path / "a.xlsx")
    book.add_worksheet().write_block(0, [["好"], ["坏\ud842"]], [book.add_format()])
    with pytest.raises(ValueError, match=r"lone surrogate.*坏\\ud842"):
        book.close()
