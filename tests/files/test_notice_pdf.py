"""A notice in PDF: paragraphs out of lines, ruled tables, and what to do when it cannot be read."""

import sys

import pytest

from tests.files.pdf import pdf
from toolkit.errors import UnreadableFileError
from toolkit.files.notice_pdf import read_pdf
from toolkit.model.document import Origin

WIDE = "建设学校三所，增加学位九百个，改造校舍九处，更新课桌椅"


def _paragraphs(*lines: str) -> list[str]:
    pytest.importorskip("pdfplumber")
    return [paragraph.text for paragraph in read_pdf(pdf(lines), "a.pdf").paragraphs]


def test_lines_up_to_the_margin_are_one_paragraph() -> None:
    """A line that ends short of it ends the paragraph."""
    assert _paragraphs(WIDE, "一千套。", "改造公厕六座。") == [f"{WIDE}一千套。", "改造公厕六座。"]


def test_a_numbered_line_begins_a_paragraph() -> None:
    """Even when the one before ends at the margin."""
    assert _paragraphs(f"{WIDE}。", f"2.{WIDE}。") == [f"{WIDE}。", f"2.{WIDE}。"]


def test_page_numbers_are_left_out() -> None:
    """— 2 — is no text."""
    assert _paragraphs("改造公厕六座。", "— 2 —") == ["改造公厕六座。"]


def test_a_ruled_table() -> None:
    """Its cells keep their lines, for a name that a column breaks."""
    pytest.importorskip("pdfplumber")
    rows = (("序号", "项目名称"), ("1", "建设老年人\n食堂"))
    document = read_pdf(pdf(("某县实事",), rows), "a.pdf")

    assert [paragraph.text for paragraph in document.paragraphs] == ["某县实事"]
    assert document.tables[0].rows == rows
    assert document.tables[0].origin is Origin.PAGE


def test_a_scan() -> None:
    """Without text there is nothing to read."""
    pytest.importorskip("pdfplumber")

    with pytest.raises(UnreadableFileError, match="扫描件"):
        read_pdf(pdf(), "a.pdf")


def test_a_damaged_file() -> None:
    """The message says what to do."""
    pytest.importorskip("pdfplumber")

    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(b"%PDF-1.4\nnonsense", "a.pdf")
    assert "损坏" in caught.value.reason or "没有文字" in caught.value.reason


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the command that installs it, and the way around."""
    monkeypatch.setitem(sys.modules, "pdfplumber", None)

    with pytest.raises(UnreadableFileError, match="pdfplumber") as caught:
        read_pdf(pdf(("甲",)), "a.pdf")
    assert "pip install minsheng-toolkit[pdf]" in caught.value.advice
