"""A saved web page: its text, its data tables, and not what only lays it out."""

import pytest

from toolkit.errors import UnreadableFileError
from toolkit.files.documents import read_document
from toolkit.files.notice_html import read_html
from toolkit.model.document import Document
from toolkit.model.sheets import Range


def _read(body: str) -> Document:
    return read_html(f"<html><meta charset=utf-8><body>{body}</body></html>".encode(), "a.html")


def test_paragraphs_as_a_browser_shows_them() -> None:
    """Blocks and line breaks part them; blanks and broken lines inside Chinese text go."""
    document = _read(
        "<p>关于办好\n  实事的<b>通知</b></p><div>第一行<br>第二行&nbsp;LED lamp</div>"
    )

    assert [p.text for p in document.paragraphs] == [
        *("关于办好实事的通知", "第一行", "第二行 LED lamp"),
    ]
    assert document.paragraphs[2].place == "第3段"


def test_what_nobody_sees_is_left_out() -> None:
    """Scripts, styles and hidden elements."""
    document = _read("<script>x</script><style>y</style><p style='display: none'>z</p><p>甲</p>")

    assert [p.text for p in document.paragraphs] == ["甲"]


def test_a_data_table_with_spans() -> None:
    """Cells over rows and columns have their text once, and their range."""
    document = _read(
        "<table><tr><td colspan=2>标题</td></tr><tr><td rowspan=2>1</td><td>甲<br>乙</td></tr>"
        "<tr><td><p>丙</p><p>丁</p></td></tr></table>"
    )
    table = document.tables[0]

    assert table.rows == (("标题", ""), ("1", "甲\n乙"), ("", "丙\n丁"))
    assert table.merges == (Range(0, 0, 0, 1), Range(1, 0, 2, 0))


def test_a_span_beyond_the_table_ends_with_it() -> None:
    """As browsers show it."""
    document = _read("<table><tr><td rowspan=9>1</td><td>甲</td></tr><tr><td>乙</td></tr></table>")

    assert document.tables[0].merges == (Range(0, 0, 1, 0),)


def test_spans_that_make_millions_of_cells_are_refused() -> None:
    """A page of 100 KB would take all memory; one with wide cells in two rows would not."""
    cell = "<td rowspan=1000000000 colspan=1000000000>1</td>"
    with pytest.raises(UnreadableFileError, match="大得不正常"):
        _read(f"<table><tr>{cell * 2_000}</tr><tr><td>2</td></tr></table>")
    (table,) = _read(f"<table><tr>{cell * 2}</tr><tr><td>2</td></tr></table>").tables
    assert [len(row) for row in table.rows] == [4_000, 4_001]


def test_a_table_that_only_lays_out_the_page() -> None:
    """The table inside it is the data; its own cells are paragraphs."""
    document = _read(
        "<table><tr><td>导航</td><td><table><tr><th>序号</th><th>内容</th></tr>"
        "<tr><td>1</td><td>建学校</td></tr></table></td></tr></table>"
    )

    assert [p.text for p in document.paragraphs] == ["导航"]
    assert document.tables[0].rows == (("序号", "内容"), ("1", "建学校"))


def test_a_numbered_list_has_its_numbers() -> None:
    """They stand in no text; a browser shows them."""
    document = _read("<ol start=3><li>建学校</li><li>修道路</li></ol>")

    assert [p.text for p in document.paragraphs] == ["3. 建学校", "4. 修道路"]


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "nonsense"])
def test_the_encoding(declared: str) -> None:
    """The stated one; where that is wrong, the bytes decide."""
    page = f"<html><head><meta charset='{declared}'></head><body><p>实事清单囍</p></body></html>"

    assert read_html(page.encode("gb18030"), "a.html").paragraphs[0].text == "实事清单囍"


def test_a_web_archive() -> None:
    """A page saved as .mht is the page inside it."""
    archive = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        b"PGh0bWw+PGJvZHk+PHA+5a6e5LqL5riF5Y2VPC9wPjwvYm9keT48L2h0bWw+\n--b--\n"
    )

    assert read_document(archive, "a.mht").paragraphs[0].text == "实事清单"


def test_an_archive_without_a_page() -> None:
    """It is refused with a reason."""
    with pytest.raises(UnreadableFileError, match="没有网页"):
        read_document(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nabc", "a.mht")
