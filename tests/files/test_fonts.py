"""Which fonts a computer lists, in the words of Windows' registry and of fontconfig."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from toolkit.files.fonts import (
    families_of_list,
    families_of_registry,
    installed_families,
    word_fonts,
)
from toolkit.files.resources import word_template
from toolkit.files.schemes import load_scheme, scheme_names
from toolkit.model.fonts import FONTS, Font, fonts_named, lookup

TEMPLATES = sorted(Path(str(word_template("monthly"))).parent.glob("*.docx"))


@pytest.mark.parametrize(
    ("value_name", "families"),
    [
        ("仿宋 (TrueType)", {"仿宋"}),
        ("SimSun & NSimSun (TrueType)", {"SimSun", "NSimSun"}),
        ("宋体 & 新宋体 (TrueType)", {"宋体", "新宋体"}),
        ("FZXiaoBiaoSong-B05S (TrueType)", {"FZXiaoBiaoSong-B05S"}),
        ("FZXiaoBiaoSong-B05S Regular (TrueType)", {"FZXiaoBiaoSong-B05S"}),
        ("方正小标宋简体 常规 (TrueType)", {"方正小标宋简体"}),
        ("方正楷体_GBK (OpenType)", {"方正楷体_GBK"}),
        ("Modern (All res)", {"Modern"}),
        ("SimHei", {"SimHei"}),
        (" (TrueType)", set()),
    ],
)
def test_a_name_in_the_registry(value_name: str, families: set[str]) -> None:
    """The fonts of one file are joined by &; the technique and 'regular' are no part of a name."""
    assert families_of_registry([value_name]) == families


def test_a_bold_face_in_the_registry_is_not_the_font() -> None:
    """A computer with the bold face alone does not have the font that documents name."""
    assert "SimHei" not in families_of_registry(["SimHei Bold (TrueType)"])


def test_a_list_of_fontconfig() -> None:
    """Every name of a family in a line, in all languages; marks of patterns are escaped."""
    output = (
        "仿宋,FangSong\nFZXiaoBiaoSong\\-B05S,方正小标宋简体\nOdd\\, Name\n\n Noto Sans CJK SC\n"
    )
    assert families_of_list(output) == {
        "仿宋",
        "FangSong",
        "FZXiaoBiaoSong-B05S",
        "方正小标宋简体",
        "Odd, Name",
        "Noto Sans CJK SC",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not ask fc-list")
def test_fc_list_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the families, whatever the language of the system is."""
    program = tmp_path / "fc-list"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$*" "楷体,KaiTi"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installed_families() == frozenset((": family", "楷体", "KaiTi"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not ask fc-list")
def test_without_fc_list_nobody_can_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which is not the same as that there are none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installed_families() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not ask fc-list")
@pytest.mark.parametrize("script", ["exit 3", "kill -9 $$"])
def test_a_broken_fc_list_cannot_tell(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that broke off is not taken for the whole."""
    program = tmp_path / "fc-list"
    program.write_text(f"#!/bin/sh\necho SimSun\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installed_families() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not ask fc-list")
def test_an_fc_list_that_never_ends_cannot_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given up."""

    def never(*_: object, **__: object) -> SimpleNamespace:
        raise subprocess.TimeoutExpired("fc-list", 20)

    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/fc-list")
    monkeypatch.setattr("subprocess.run", never)
    assert installed_families() is None


@pytest.mark.parametrize("families", [{"仿宋"}, {"FangSong"}, {"fangsong"}])
def test_both_names_of_a_font_count(families: set[str]) -> None:
    """Which of them is listed depends on the language of the system."""
    assert lookup(_font("仿宋"), families) == (*families, True)


def test_a_font_of_the_same_look_is_a_substitute() -> None:
    """仿宋_GB2312 is another font than 仿宋; it is only named where 仿宋 is not there."""
    assert lookup(_font("仿宋"), {"仿宋_GB2312"}) == ("仿宋_GB2312", False)
    assert lookup(_font("仿宋"), {"仿宋_GB2312", "FangSong"}) == ("FangSong", True)


def test_an_english_or_japanese_font_is_none() -> None:
    """Nor is one of another style."""
    assert lookup(_font("仿宋"), {"Noto Sans CJK SC", "MS Mincho", "SimSun"}) == (None, False)


def test_fonts_of_an_office_are_added_once() -> None:
    """A name that a built-in font has too is that font; one like it may be replaced by it."""
    own = fonts_named({"SimSun", "仿宋_GB2312", "仿宋_gb2312", "机关专用体"})[len(FONTS) :]
    assert {font.name.upper() for font in own} == {"仿宋_GB2312", "机关专用体"}
    (gb2312,) = [font for font in own if font.name.upper() == "仿宋_GB2312"]
    assert lookup(gb2312, {"FangSong"}) == ("FangSong", False)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_fonts_of_every_template_are_known(path: Path) -> None:
    """A template that names another one would be printed in a font that nobody looked for."""
    named = word_fonts(path)
    assert "仿宋" in named
    assert fonts_named(named) == FONTS


@pytest.mark.parametrize("name", scheme_names())
def test_the_fonts_of_every_scheme_are_known(name: str) -> None:
    """So that the built-in list is the list of what documents need."""
    named = load_scheme(name).fonts
    assert fonts_named({named.title, named.header, named.body}) == FONTS


def test_a_broken_template_names_no_fonts(tmp_path: Path) -> None:
    """Whoever uses it tells that it is broken."""
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04broken")
    assert word_fonts(tmp_path / "坏.docx") == frozenset()
    assert word_fonts(tmp_path / "没有.docx") == frozenset()


def _font(name: str) -> Font:
    return next(font for font in FONTS if font.name == name)
