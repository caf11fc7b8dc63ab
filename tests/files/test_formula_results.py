"""Formulas without a value are computed by LibreOffice where that is safe and certain."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.office import Office
from toolkit.files import formula_results, guard_reading, libre_office
from toolkit.files.formula_results import with_results
from toolkit.files.workbooks import read_workbook
from toolkit.model.workbook import CellFault, ComputedText, RawSheet, RawWorkbook


def book(*rows: list[object], visible: bool = True) -> RawWorkbook:
    """Return a workbook of one sheet; texts that begin with = are formulas without a value."""
    made = [[CellFault(v) if isinstance(v, str) and v[:1] == "=" else v for v in r] for r in rows]
    return RawWorkbook((RawSheet("进展表", visible, made),))


def first_row(workbook: RawWorkbook) -> list[object]:
    """Return the first row of the first sheet."""
    return list(workbook.sheets[0].rows[0])


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Let LibreOffice be there and answer nothing; give what is handed to it."""
    handed: list[bytes] = []

    def takes(_program: str, data: bytes, ending: str, wanted: str) -> None:
        assert (ending, wanted) == (".xlsx", "xlsx")
        handed.append(data)

    monkeypatch.setattr(libre_office, "office_program", lambda: "soffice")
    monkeypatch.setattr(libre_office, "converted", takes)
    return handed


@pytest.mark.parametrize(
    "formula",
    [
        "=WEBSERVICE(B1)",
        '="x"&TODAY()',
        '="x"&NOW()',
        '="x"&RAND()',
        "='[1]表'!A1&B1",
        "=Sheet2!A1&B1",
        "='C:\\[别的.xlsx]表'!A1&B1",
        "=cmd|'/c calc'!A1",
        "=INDIRECT(B1)",
        '=HYPERLINK("http://example.com","x")',
        '=TEXT(B1,"yyyy")',
        "=CHAR(200)&B1",
        "=总数&B1",
        "=A:A&B1",
        "=B1:B2&B1",
        '=IF(B1:B2="","有","无")',
        "=SUM(A1:XFD1048576)&B1",
        "=#REF!&B1",
        "=C1&B1",
        "=D1&B1",
        "=E1&B1",
        '=_xlfn.TEXTJOIN("",TRUE,B1)',
        '="没有结束',
        "=（公式）",
    ],
)
def test_what_may_come_to_anything_else_is_left_alone(handed: list[bytes], formula: str) -> None:
    """Other files, other sheets, names, the clock, faults, dates: nobody computes them."""
    given = book([formula, 16.0, CellFault("#N/A"), date(2021, 9, 30), "坏\x01字"])
    assert with_results(given) is given
    assert handed == []


def test_only_formulas_and_what_they_name_are_handed_over(handed: list[bytes]) -> None:
    """The returned file itself is never opened; a text stays a text whatever it begins with."""
    first = book(["秘密", "=C1&D1", "=B1&1", True])
    second = book(['=CONCATENATE("a",$B$1)', "+1"])
    with_results(RawWorkbook((*first.sheets, *second.sheets)))
    (data,) = handed
    made = openpyxl.load_workbook(io.BytesIO(data))
    cells = {
        (sheet.title, cell.coordinate): (cell.data_type, cell.value)
        for sheet in made.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert cells == {
        ("Sheet", "B1"): ("f", "=C1&D1"),
        ("Sheet", "C1"): ("f", "=B1&1"),
        ("Sheet", "D1"): ("b", True),
        ("Sheet1", "A1"): ("f", '=CONCATENATE("a",$B$1)'),
        ("Sheet1", "B1"): ("s", "+1"),
    }


def test_a_formula_that_needs_one_left_alone_is_left_alone(handed: list[bytes]) -> None:
    """However many stand between them."""
    given = book(['=B1&"x"', '=C1&"y"', '=NOW()&"z"'])
    assert with_results(given) is given
    assert handed == []


def test_without_libreoffice_or_formulas_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The formulas stay, and V406 tells of them; without any nobody looks for LibreOffice."""
    asked: list[int] = []
    monkeypatch.setattr(libre_office, "office_program", lambda: asked.append(1))
    for given in (book(['="a"&"b"']), book(["一", 2.0, CellFault("#N/A")])):
        assert with_results(given) is given
    hidden = book(['="a"&"b"'], visible=False)
    assert with_results(hidden) is hidden
    assert asked == [1]


def test_a_libreoffice_that_does_not_answer_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, handed: list[bytes]
) -> None:
    """It made no file, took too long, or made what nobody can read."""
    given = book(['="a"&"b"'])
    assert with_results(given) == given
    assert len(handed) == 1

    def slow(*_: object) -> bytes:
        raise TimeoutError

    for answers in (slow, lambda *_: b"PK"):
        monkeypatch.setattr(libre_office, "converted", answers)
        assert with_results(given) == given


def test_too_many_cells_are_left_alone(
    monkeypatch: pytest.MonkeyPatch, handed: list[bytes]
) -> None:
    """Whoever names the whole sheet a thousand times does not keep everybody waiting."""
    monkeypatch.setattr(formula_results, "_MOST_CELLS", 5)
    given = book(['=SUM(C1:E1)&"处"', "=C1&D1&E1", 1.0, 2.0, 3.0])
    assert with_results(given) is given
    assert handed == []


@pytest.mark.office
@pytest.mark.usefixtures("office")
def test_libreoffice_computes_texts() -> None:
    """A number, a fault and a circle stay formulas: only texts are certain to look the same."""
    given = book(
        [
            '="已完成"&G1&"处"',
            '=CONCATENATE("共",SUM(G1:G2),"处，",A1)',
            '=IF(G1>3,"多","少")&CHAR(10)&_xlfn.CONCAT("是",H1)',
            "=G1+1",
            '="x"&1/0',
            '="x"&F1',
            16.0,
            "+文字",
        ],
        ["", "", "", "", "", "", 4.5],
    )
    row = first_row(with_results(given))
    assert row[:3] == ["已完成16处", "共20.5处，已完成16处", "多\n是+文字"]
    assert {type(value) for value in row[:3]} == {ComputedText}
    assert row[3:] == first_row(given)[3:]


@pytest.mark.office
def test_a_returned_file_is_read_with_them(office: Office, tmp_path: Path) -> None:
    """In the guarded process, where all returns are read; the programme's workbook never is."""
    assert office
    made = openpyxl.Workbook()
    made.worksheets[0]["A1"] = '="已完成"&"16处"'
    made.save(tmp_path / "表.xlsx")
    _, outcome = guard_reading.read(str(tmp_path / "表.xlsx"))
    assert not isinstance(outcome, Exception)
    value = guard_reading.rebuilt(outcome).sheets[0].rows[0][0]
    assert (type(value), value) == (ComputedText, "已完成16处")
    plain = read_workbook((tmp_path / "表.xlsx").read_bytes()).sheets[0].rows[0][0]
    assert isinstance(plain, CellFault)
