"""`init` from every kind of file: the working folder, its programme and its scheme."""

import io
from datetime import datetime
from pathlib import Path

import docx
import pytest
import xlsxwriter

from tests.files.pdf import pdf
from tests.notices import five
from toolkit.app.dispatch import make_forms
from toolkit.app.start import OWN_SCHEME_FILE, Started, start
from toolkit.errors import ArgumentError, WorkspaceError
from toolkit.files.schemes import scheme_text

NOW = datetime(2024, 3, 1, 9, 30)
ROWS = (
    ("序号", "项目名称", "主要内容", "牵头单位", "配合单位"),
    ("1", "优质教育", "新建学校3所，新增学位900个。", "教育局", "财政局、各街道"),
    ("2", "交通畅行", "改造农村道路20公里。", "交通局", "王因街道"),
)
TITLE = "东岸县2024年民生实事清单"


def _text() -> bytes:
    return (TITLE + "\n" + "\n".join("\t".join(row) for row in ROWS)).encode("gb18030")


def _word() -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _sheet() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("清单")
        sheet.merge_range(0, 0, 0, 4, TITLE)
        for number, row in enumerate(ROWS, 1):
            sheet.write_row(number, 0, row)
    return stream.getvalue()


def _page() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    return f"<html><body><h1>{TITLE}</h1><table>{rows}</table></body></html>".encode()


def _pdf() -> bytes:
    return pdf((TITLE,), [["\n".join(_broken(cell, 7)) for cell in row] for row in ROWS])


def _broken(text: str, size: int) -> list[str]:
    """Break a text as a narrow column does."""
    return [text[place : place + size] for place in range(0, len(text), size)]


FILES = {
    "通知.txt": _text,
    "通知.docx": _word,
    "通知.xlsx": _sheet,
    "通知.html": _page,
    "通知.pdf": _pdf,
}


def _start(folder: Path, data: bytes, name: str = "通知.txt", **more: str | int) -> Started:
    notice = folder / name
    notice.write_bytes(data)
    return start(folder / "w", notice, NOW, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file(name: str, tmp_path: Path) -> None:
    """The same list is the same programme; it is read back as it was written."""
    if name.endswith(".pdf"):
        pytest.importorskip("pdfplumber")
    started = _start(tmp_path, FILES[name](), name)
    programme = started.workspace.load()

    assert [item.lead for item in programme.items] == ["教育局", "交通局"]
    assert programme.items[0].assist == ("财政局", "王因街道")
    assert programme.settings.name == "东岸县2024年民生实事"
    assert started.scheme_file == tmp_path / "w" / OWN_SCHEME_FILE
    assert programme.scheme == started.programme.scheme


@pytest.mark.parametrize(
    ("source", "period"),
    [
        (five.ZIBO, "2024-Q3"),
        (five.GAOXIN_2024, "2024-09"),
        (five.GAOXIN_2021, "2021-09"),
        (five.JINGKAI_2023, "2023-09"),
    ],
)
def test_a_built_in_layout_goes_to_its_forms(source: str, period: str, tmp_path: Path) -> None:
    """No scheme file is needed; every leading unit gets its form."""
    started = _start(tmp_path, source.encode())
    sent = make_forms(started.workspace, period, (), NOW)

    assert started.scheme_file is None
    assert [form.dispatch.unit for form in sent.files] == list(started.programme.assignments)


def test_a_layout_of_its_own_goes_to_its_forms(tmp_path: Path) -> None:
    """The scheme in the working folder is enough."""
    started = _start(tmp_path, _text())

    assert len(make_forms(started.workspace, "2024-09", (), NOW).files) == 2


def test_a_notice_that_names_no_units(tmp_path: Path) -> None:
    """That is said once, not for every item."""
    started = _start(tmp_path, five.QINGDAO_2024.encode())
    missing = [finding for finding in started.findings if finding.code == "L901"]

    assert len(missing) == 1
    assert "5 个事项都没有主办单位" in missing[0].message


def test_a_scheme_file_comes_along(tmp_path: Path) -> None:
    """An office's own scheme is copied into the working folder, so that it is found again."""
    own = tmp_path / "本区.toml"
    own.write_text(
        scheme_text("jining-gaoxin-2021").replace('place = "济宁高新区"', 'place = "东区"')
    )
    started = _start(tmp_path, five.GAOXIN_2021.encode(), scheme=str(own))

    assert started.scheme_file == tmp_path / "w" / "本区.toml"
    assert started.workspace.load().scheme.place == "东区"


def test_another_scheme_file_is_not_replaced(tmp_path: Path) -> None:
    """What the office changed stays."""
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / OWN_SCHEME_FILE).write_text("# 本单位改过的")

    with pytest.raises(WorkspaceError, match="内容不同"):
        _start(tmp_path, _text())
    assert not (tmp_path / "w" / "实事清单.xlsx").exists()


def test_the_year_can_be_stated(tmp_path: Path) -> None:
    """A notice that names none asks for it; the scheme is named after it."""
    notice = _text().replace("2024年".encode("gb18030"), b"")

    with pytest.raises(ArgumentError, match="看不出是哪一年"):
        _start(tmp_path, notice)
    assert _start(tmp_path, notice, year=2025).programme.scheme.name == "东岸县-2025"


def test_a_notice_without_a_list(tmp_path: Path) -> None:
    """The list may be in the annex; the message says so."""
    with pytest.raises(ArgumentError, match="没有找到实事清单") as caught:
        _start(tmp_path, "一、强化组织领导。各单位负责。\n二、强化督促检查。".encode())
    assert "附件" in caught.value.hint


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """The reason and the way out come from the reader."""
    with pytest.raises(ArgumentError, match="读不出来"):
        _start(tmp_path, b"PK\x03\x04nonsense", "通知.docx")
