"""Old Word files through LibreOffice, where there is one."""

import io
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.files.ole_files import ole
from tests.office import Office
from toolkit.errors import UnreadableFileError
from toolkit.files import libre_office
from toolkit.files.libre_office import office_program
from toolkit.files.old_word import as_docx
from toolkit.files.workbooks import read_workbook

OLD = ole({"WordDocument": bytes(4096)})


def reason(data: bytes = OLD) -> str:
    """Return why a file is not read; the advice is to save it anew."""
    with pytest.raises(UnreadableFileError) as caught:
        read_workbook(data)
    assert "另存为 .docx" in caught.value.advice
    return caught.value.reason


def pretends(monkeypatch: pytest.MonkeyPatch, folder: Path, does: str) -> None:
    """Let a script of one line stand in for LibreOffice."""
    script = folder / "soffice"
    script.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{does}\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(libre_office, "office_program", lambda: str(script))


def test_without_libreoffice_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """And somebody has to save it anew."""
    monkeypatch.setattr(libre_office, "office_program", lambda: None)
    assert "旧版 Word" in reason()


def test_what_libreoffice_does_not_convert_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It ends without a file."""
    pretends(monkeypatch, tmp_path, "pass")
    assert "打不开" in reason()


@pytest.mark.skipif(sys.platform == "win32", reason="a script cannot stand in for a program there")
def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The program and all that it started are ended."""
    monkeypatch.setattr(libre_office, "SECONDS", 0.2)
    pretends(monkeypatch, tmp_path, "time.sleep(60)")
    assert "没有转换完" in reason()


def test_it_works_in_folders_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The profile too, so that a running LibreOffice is left alone; nothing stays behind."""
    seen = tmp_path / "seen"
    pretends(monkeypatch, tmp_path, f"pathlib.Path({str(seen)!r}).write_text('\\n'.join(sys.argv))")
    with pytest.raises(UnreadableFileError):
        as_docx(b"{\\rtf1}")
    given = Path(seen.read_text("utf-8").splitlines()[-1])
    assert given.name == "in.rtf"
    assert f"-env:UserInstallation={(given.parent / 'profile').as_uri()}" in seen.read_text("utf-8")
    assert not given.parent.exists()


@pytest.mark.office
@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_old_files_are_read_as_word(tmp_path: Path, suffix: str) -> None:
    """A form pasted into an old Word file."""
    document = docx.Document()
    document.add_paragraph("填报单位：住建局")
    table = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("内容", "进展", "建学校", "在建")):
        table.cell(*divmod(place, 2)).text = text
    document.add_paragraph("填报人：张三")
    stream = io.BytesIO()
    document.save(stream)
    (tmp_path / "表.docx").write_bytes(stream.getvalue())
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            *(office_program() or "", "--headless", f"-env:UserInstallation={profile}"),
            *("--convert-to", suffix, "--outdir", str(tmp_path), str(tmp_path / "表.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (sheet,) = read_workbook((tmp_path / f"表.{suffix}").read_bytes()).sheets
    assert [list(row) for row in sheet.rows] == [
        *(["填报单位：住建局"], ["内容", "进展"], ["建学校", "在建"], ["填报人：张三"])
    ]


@pytest.mark.office
def test_an_office_where_a_driver_is(office: Office) -> None:
    """Where LibreOffice drives the tests, the toolkit finds it too."""
    assert office
    assert office_program()
