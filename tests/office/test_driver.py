"""The LibreOffice driver does what a department's office program does, or says why not."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import docx
import pytest
import python_calamine
import xlsxwriter

from tests.office import Office, OfficeError, bridge, office_available
from tests.office.__main__ import main

REPOSITORY = Path(__file__).parents[2]
ANSWER = "已建成三所幼儿园。\n下一步：验收。"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """Return a small form in a folder as departments name them: Chinese, with spaces."""
    folder = tmp_path / "民生实事 2024 年"
    folder.mkdir()
    path = folder / "教育 局.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        wrapped = workbook.add_format({"text_wrap": True})
        unlocked = workbook.add_format({"text_wrap": True, "locked": False})
        sheet = workbook.add_worksheet("填报")
        sheet.protect()
        sheet.merge_range("A1:E1", "重点民生实事进展表", wrapped)
        sheet.write_row("A2", ["序号", "事项", "单位", "数量", "进展"], wrapped)
        sheet.write_row("A3", [1, "新建幼儿园\n三所", "教育局"], wrapped)
        sheet.write_blank("D3", None, unlocked)
        sheet.write_blank("E3", None, unlocked)
        sheet.write_number("D4", 0.5, workbook.add_format({"num_format": "0%"}))
        secret = workbook.add_worksheet("_meta")
        secret.very_hidden()
        secret.write_string("A1", "教育局|2024-09")
        closed = workbook.add_worksheet("封存")
        closed.protect("secret")
        closed.write_string("A1", "不可改")
    return path


def calamine_rows(path: Path, sheet: str) -> list[list[object]]:
    """Return a sheet's rows as our own reader sees them."""
    with python_calamine.load_workbook(path) as workbook:
        return [list(row) for row in workbook.get_sheet_by_name(sheet).to_python()]


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
def test_filled_text_survives_in_every_format(office: Office, form: Path, suffix: str) -> None:
    """Text with its line break, text that looks like a formula, and numbers come back as typed."""
    target = form.with_name(f"报 回{suffix}")
    before = form.read_bytes()
    office.fill(form, target, {("填报", "E3"): ANSWER, ("填报", "D3"): 3.5})
    assert calamine_rows(target, "填报")[2] == [1.0, "新建幼儿园\n三所", "教育局", 3.5, ANSWER]
    assert form.read_bytes() == before
    assert sorted(path.name for path in form.parent.iterdir()) == sorted([form.name, target.name])


@pytest.mark.office
@pytest.mark.parametrize("text", ["=1+1", "012", "2024-09-30", "3.5", "是 "])
def test_text_stays_text_whatever_it_looks_like(office: Office, form: Path, text: str) -> None:
    """A text is not turned into a number, a date or a formula."""
    target = form.with_name("out.xlsx")
    office.fill(form, target, {("填报", "E3"): text})
    assert calamine_rows(target, "填报")[2][4] == text


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
def test_a_very_hidden_sheet_is_carried_along(office: Office, form: Path, suffix: str) -> None:
    """The sheet that says whose form it is comes through, still out of sight."""
    target = form.with_suffix(suffix).with_stem("out")
    office.fill(form, target, {("填报", "E3"): ANSWER})
    with python_calamine.load_workbook(target) as workbook:
        seen = {sheet.name: sheet.visible for sheet in workbook.sheets_metadata}
    assert seen["填报"] is python_calamine.SheetVisibleEnum.Visible
    assert seen["_meta"] is not python_calamine.SheetVisibleEnum.Visible
    assert calamine_rows(target, "_meta") == [["教育局|2024-09"]]


@pytest.mark.office
def test_rows_are_sorted_by_a_column_within_an_area(office: Office, tmp_path: Path) -> None:
    """Whole rows of the area change places; what stands beside it stays."""
    source, target = tmp_path / "in.xlsx", tmp_path / "out.xlsx"
    with xlsxwriter.Workbook(source) as workbook:
        sheet = workbook.add_worksheet("表")
        for row, texts in enumerate(
            [("序", "名", "钥"), ("1", "乙", "a"), ("2", "丙", "b"), ("3", "丁", "c")]
        ):
            sheet.write_row(row, 0, texts)
        sheet.protect()
    office.sort(source, target, "表", "A2:B4", 1)
    rows = calamine_rows(target, "表")
    assert sorted(map(tuple, (row[:2] for row in rows[1:]))) == [
        ("1", "乙"),
        ("2", "丙"),
        ("3", "丁"),
    ]
    assert [row[0] for row in rows[1:]] != ["1", "2", "3"]
    assert [row[2] for row in rows] == ["钥", "a", "b", "c"]


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".fods", ".html", ".csv"])
def test_a_workbook_can_be_saved_as_text(office: Office, form: Path, suffix: str) -> None:
    """What was typed stands in the file, whose format is text."""
    target = form.with_name(f"out{suffix}")
    office.fill(form, target, {("填报", "E3"): "已建成三所"})
    assert "已建成三所" in target.read_text("utf-8")


@pytest.mark.office
def test_a_locked_cell_is_refused_unless_the_protection_is_lifted(
    office: Office, form: Path
) -> None:
    """Typing where a department cannot type is an error, and leaves no file behind."""
    target = form.with_name("out.xlsx")
    values = {("填报", "C3"): "城管局"}
    with pytest.raises(OfficeError, match="填报!C3 is locked"):
        office.fill(form, target, values)
    assert not target.exists()
    office.fill(form, target, values, unprotect=True)
    assert calamine_rows(target, "填报")[2][2] == "城管局"


@pytest.mark.office
@pytest.mark.parametrize(
    ("sheet", "cell", "message"),
    [
        ("封存", "A1", "protected by a password"),
        ("填报", "B1", "lies under the merged cell A1"),
        ("填报", "A2:B3", "not a single cell"),
        ("填报", "甲乙", "no cell '甲乙'"),
        ("汇总", "A1", "no sheet '汇总'"),
    ],
)
def test_a_place_that_nobody_can_type_into_is_refused(
    office: Office, form: Path, sheet: str, cell: str, message: str
) -> None:
    """A mistaken place is told, not passed over in silence."""
    with pytest.raises(OfficeError, match=message):
        office.fill(form, form.with_name("out.xls"), {(sheet, cell): "改"}, unprotect=True)


@pytest.mark.parametrize("name", ["out.et", "教育 局.xlsx"])
def test_fill_saves_only_where_it_may(form: Path, name: str) -> None:
    """A format that LibreOffice cannot write, and the source itself, are refused."""
    with pytest.raises(ValueError, match=r"can save as|is the source"):
        Office().fill(form, form.with_name(name), {})


@pytest.mark.office
def test_read_gives_every_text_as_displayed(office: Office, form: Path) -> None:
    """All sheets are read, hidden ones too; numbers come as they are displayed."""
    sheets = office.read(form)
    assert sheets["_meta"] == {"A1": "教育局|2024-09"}
    assert sheets["封存"] == {"A1": "不可改"}
    assert sheets["填报"]["A1"] == "重点民生实事进展表"
    assert sheets["填报"]["B3"] == "新建幼儿园\n三所"
    assert sheets["填报"]["A3"] == "1"
    assert sheets["填报"]["D4"] == "50%"
    assert set(sheets["填报"]) == {"A1", "A2", "B2", "C2", "D2", "E2", "A3", "B3", "C3", "D4"}


@pytest.mark.office
def test_a_file_that_cannot_be_opened_is_told(office: Office, form: Path) -> None:
    """A damaged workbook, a document asked for cells, and no file at all are plain errors."""
    damaged = form.with_name("damaged.xlsx")
    damaged.write_bytes(form.read_bytes()[:2000])
    letter = form.with_name("通报.docx")
    docx.Document().save(str(letter))
    with pytest.raises(OfficeError, match="does not open"):
        office.read(damaged)
    with pytest.raises(OfficeError, match="not a workbook"):
        office.read(letter)
    with pytest.raises(OfficeError, match="no such file"):
        office.read(form.with_name("无.xlsx"))


@pytest.mark.office
def test_row_heights_show_which_text_is_cut(office: Office, tmp_path: Path) -> None:
    """A row too low for its text has a greater optimal height; hidden rows are left out."""
    path = tmp_path / "heights.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        wrapped = workbook.add_format({"text_wrap": True})
        sheet = workbook.add_worksheet("表")
        sheet.protect("secret")
        for row, height in enumerate([15, 400]):
            sheet.set_row(row, height)
            sheet.write_string(row, 0, "长" * 60, wrapped)
        sheet.set_row(2, 15, None, {"hidden": True})
        sheet.merge_range("A4:C4", "横" * 300, wrapped)
        sheet.merge_range("A5:A6", "竖" * 300, wrapped)
    heights = {row: (height, optimal) for row, height, optimal in office.row_heights(path, "表")}
    assert list(heights) == [1, 2, 4, 5]
    assert heights[1][0] == pytest.approx(15, abs=0.5)
    assert heights[2][0] == pytest.approx(400, abs=0.5)
    assert heights[1][1] == heights[2][1]
    assert 150 < heights[1][1] < 300
    assert heights[4][1] > 150, "cells merged across columns count"
    assert heights[5][1] < 20, "cells merged over rows do not"


@pytest.mark.office
def test_a_workbook_and_a_document_become_pages(office: Office, form: Path) -> None:
    """Both kinds print to PDF, whose text and pictures can be had."""
    letter = form.with_name("通 报.docx")
    document = docx.Document()
    document.add_paragraph("关于进展情况的通报")
    document.add_paragraph("第二页").paragraph_format.page_break_before = True
    document.save(str(letter))
    for source, text in [(form, "重点民生实事进展表"), (letter, "关于进展情况的通报")]:
        pdf = form.with_name(f"{source.name}.pdf")
        office.pdf(source, pdf)
        assert text in office.pdf_text(pdf)
        assert "教育局|2024-09" not in office.pdf_text(pdf)
    pages = office.pictures(form.with_name("通 报.docx.pdf"), form.parent / "图 片", dpi=30)
    assert [page.name for page in pages] == ["通 报.docx-1.png", "通 报.docx-2.png"]
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)


@pytest.mark.office
def test_look_makes_pages_and_goes_on_after_a_broken_file(
    office: Office, form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command prints what it made, tells what failed and says so by its exit status."""
    assert office.read(form), "LibreOffice is here"
    out = form.parent / "看"
    damaged = form.with_name("damaged.xlsx")
    damaged.write_bytes(form.read_bytes()[:2000])
    assert main(["look", str(damaged), str(form), "--out", str(out)]) == 1
    printed = capsys.readouterr()
    assert printed.out.split("\n")[0] == str(out / "教育 局.xlsx.pdf")
    assert (out / "教育 局.xlsx-1.png").exists()
    assert "damaged.xlsx" in printed.err


@pytest.mark.office
def test_a_crash_is_told_and_the_next_request_works(office: Office, form: Path) -> None:
    """When LibreOffice dies the request fails with a clear message; the next one starts it anew."""
    os.killpg(office.pid, signal.SIGKILL)
    with pytest.raises(OfficeError, match=r"read .*LibreOffice ended \(status -9\)"):
        office.read(form)
    assert office.read(form)["_meta"] == {"A1": "教育局|2024-09"}


@pytest.mark.office
@pytest.mark.usefixtures("office")
def test_a_failed_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that ends as it starts is told at once, with what it said."""
    broken = tmp_path / "soffice"
    broken.write_text("#!/bin/sh\necho no room left\nexit 3\n", encoding="utf-8")
    broken.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(OfficeError, match=r"LibreOffice ended \(status 3\)\n.*no room left"):
        _ = Office().pid


@pytest.mark.office
def test_a_hang_is_ended(office: Office, form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that does not answer in time is ended, not waited for until evening."""
    os.killpg(office.pid, signal.SIGSTOP)
    monkeypatch.setattr(bridge, "ANSWER_SECONDS", 0.2)
    with pytest.raises(OfficeError, match=r"did not answer within 0\.2 s"):
        office.read(form)


def test_what_is_missing_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice on the PATH the reason names it, and starting it is an error."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office_available() == "LibreOffice is not installed (no soffice on the PATH)"
    with pytest.raises(OfficeError, match="not installed"):
        _ = Office().pid


@pytest.mark.parametrize(("required", "outcome"), [("0", "1 skipped"), ("1", "1 error")])
def test_without_libreoffice_tests_skip_but_fail_where_it_is_required(
    tmp_path: Path, required: str, outcome: str
) -> None:
    """A person's run skips with the reason; CI's run, which asks for LibreOffice, fails."""
    name = "tests/office/test_driver.py::test_read_gives_every_text_as_displayed"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", name],
        cwd=REPOSITORY,
        env={**os.environ, "PATH": str(tmp_path), "MINSHENG_REQUIRE_OFFICE": required},
        capture_output=True,
        encoding="utf-8",
    )
    assert outcome in done.stdout
    assert "LibreOffice is not installed" in done.stdout
