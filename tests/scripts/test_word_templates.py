"""What is committed under templates/word is what the script builds, and what its README says."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from scripts.official_page import build
from scripts.word_templates import FOLDER, TEMPLATES
from tests.stages.annual_notices import NOTICE
from tests.stages.bulletins import MONTH
from tests.stages.test_return_note import NOTE
from toolkit.model.return_note import Refused
from toolkit.stages.annual_notice import ANNEX, annual_notice_context
from toolkit.stages.bulletin import monthly_context, quarterly_context
from toolkit.stages.return_note import TABLE, return_note_context

README = FOLDER / "README.md"
TWIP = 635


def parts(data: bytes) -> dict[str, bytes]:
    """Return a zip's members; how they are packed differs between zlib versions."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def built(name: str) -> bytes:
    """Return a template as the script makes it."""
    return build(*TEMPLATES[name])


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_committed_template_is_the_built_one(name: str) -> None:
    """After a change of the script, run `python -m scripts.word_templates`."""
    assert parts(built(name)) == parts((FOLDER / name).read_bytes())


@pytest.mark.parametrize("name", TEMPLATES)
def test_building_twice_gives_the_same_bytes(name: str) -> None:
    """Nothing of the clock is in it."""
    assert built(name) == built(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_page_is_that_of_an_official_document(name: str) -> None:
    """GB/T 9704-2012: A4, margins of 37, 26, 35 and 28 mm, page numbers on odd and even pages."""
    document = Document(io.BytesIO(built(name)))
    section = document.sections[0]
    margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)

    assert [round((margin or 0) / 36000) for margin in margins] == [37, 26, 35, 28]
    assert [round((side or 0) / 36000) for side in (section.page_width, section.page_height)] == [
        210,
        297,
    ]
    assert document.settings.odd_and_even_pages_header_footer
    for footer in (section.footer, section.even_page_footer):
        assert [paragraph.text for paragraph in footer.paragraphs] == ["— 1 —"]


def test_the_annex_lies_on_its_side() -> None:
    """The margins are those of the sheet turned to the right, its binding edge on top."""
    document = Document(io.BytesIO(built("notice.docx")))
    _, annex = document.sections
    margins = (annex.top_margin, annex.right_margin, annex.bottom_margin, annex.left_margin)

    assert [round((margin or 0) / 36000) for margin in margins] == [28, 37, 26, 35]
    assert [round((side or 0) / 36000) for side in (annex.page_width, annex.page_height)] == [
        297,
        210,
    ]
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    assert annex.footer.is_linked_to_previous


def test_only_a_document_with_an_annex_has_its_styles() -> None:
    """An office finds no style that does nothing."""
    names = {
        name: {style.name for style in Document(io.BytesIO(built(name))).styles}
        for name in TEMPLATES
    }

    assert names["notice.docx"] - names["monthly.docx"] == {
        "发文字号",
        "附件说明",
        "附件",
        "附件标题",
    }


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_theme_font_leaks_and_nothing_is_bold(name: str) -> None:
    """Every font is named for every script, or quotes and digits fall into another one."""
    members = parts(built(name))
    xml = b"".join(members.values()).decode()
    fonts = re.findall(r"<w:rFonts [^>]*w:ascii[^>]*>", members["word/styles.xml"].decode())

    assert not any("theme" in member for member in members)
    assert not re.search(r"[Tt]heme=|<w:b/>", xml)
    assert fonts
    for font in fonts:
        assert len(set(re.findall(r'w:(?:ascii|eastAsia|hAnsi|cs)="([^"]+)"', font))) == 1
    for run in re.findall(r"<w:r>.*?</w:r>", members["word/document.xml"].decode()):
        assert 'w:hint="eastAsia"' in run


def test_the_readme_explains_every_field() -> None:
    """Fields of the context and rows of the tables are the same, in both directions."""
    monthly: dict[str, Any] = monthly_context(MONTH)
    quarterly = quarterly_context(MONTH)
    group = monthly["已完成"]
    tables = readme_tables(README)

    assert tables[0] == {*monthly, "节号()", "条号()"}
    assert tables[1] == set(quarterly) - set(monthly)
    assert tables[2] == set(group)
    assert tables[3] == set(group["事项"][0])
    assert tables[4] == {*annual_notice_context(NOTICE), ANNEX}
    refused: dict[str, Any] = return_note_context(replace(NOTE, refused=(Refused("表.xls", ""),)))
    assert tables[5] == {*refused, TABLE}
    assert tables[6] == set(refused["不能采用"][0])


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_style_of_the_readme_is_in_the_template(name: str) -> None:
    """An office finds the styles that the README tells it to change."""
    document = Document(io.BytesIO(built(name)))
    sentence = re.search(r"版式由样式控制：(.*?)。", README.read_text("utf-8"))

    assert sentence
    assert set(sentence[1].split("、")) <= {style.name for style in document.styles}


def readme_tables(path: Path) -> list[set[str]]:
    """Return the first column of each table, without its heading."""
    tables = re.findall(r"^\|---\|---\|\n((?:\|.*\n)+)", path.read_text("utf-8"), re.MULTILINE)
    return [set(re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)) for table in tables]
