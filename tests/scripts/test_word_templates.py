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
from docx.oxml.ns import qn

from scripts.official_page import build
from scripts.word_templates import FOLDER, TEMPLATES
from tests.stages.annual_notices import NOTICE
from tests.stages.bulletins import MONTH
from tests.stages.test_return_note import NOTE
from toolkit.model.return_note import Refused
from toolkit.stages.annual_notice import ANNEX, annual_notice_context
from toolkit.stages.bulletin import monthly_context, quarterly_context
from toolkit.stages.bulletin_explanation import explanation_context
from toolkit.stages.bulletin_frame import frame_fields
from toolkit.stages.bulletin_problems import ANNEX as PROBLEM_TABLE
from toolkit.stages.bulletin_problems import problems_context
from toolkit.stages.bulletin_reminder import reminder_context
from toolkit.stages.bulletin_supervision import supervision_context
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
    assert section.different_first_page_header_footer == (name == "reminder.docx")


def test_the_annex_lies_on_its_side() -> None:
    """The margins are those of the sheet turned to the right, its binding edge on top."""
    document = Document(io.BytesIO(built("notice.docx")))
    _, annex, _ = document.sections
    margins = (annex.top_margin, annex.right_margin, annex.bottom_margin, annex.left_margin)

    assert [round((margin or 0) / 36000) for margin in margins] == [28, 37, 26, 35]
    assert [round((side or 0) / 36000) for side in (annex.page_width, annex.page_height)] == [
        297,
        210,
    ]
    assert annex.orientation == WD_ORIENT.LANDSCAPE


@pytest.mark.parametrize("name", ["notice.docx", "problems.docx"])
def test_a_page_on_its_side_has_its_number_where_the_sheet_as_bound_has_it(name: str) -> None:
    """GB/T 9704-2012, 7.5: in a box on the left edge, turned with the sheet; the side is the same.

    It is there twice: Word 2007 knows the older way to keep such a box only.
    """
    _, annex, _ = Document(io.BytesIO(built(name))).sections
    for footer, side in ((annex.footer, "right"), (annex.even_page_footer, "left")):
        assert not footer.is_linked_to_previous
        (box,) = footer._element.iter("{*}bodyPr")
        assert box.get("vert") == "vert"
        numbers = list(footer._element.iter("{*}txbxContent"))
        assert ["".join(number.itertext("{*}t")) for number in numbers] == ["— 1 —"] * 2
        sides = [align.get(qn("w:val")) for number in numbers for align in number.iter(qn("w:jc"))]
        assert sides == [side] * 2


@pytest.mark.parametrize("name", ["notice.docx", "problems.docx"])
def test_the_imprint_has_an_upright_page_after_the_annex(name: str) -> None:
    """With the page numbers of the text."""
    text, _, imprint = Document(io.BytesIO(built(name))).sections
    assert imprint.orientation == WD_ORIENT.PORTRAIT
    for mine, first in (
        (imprint.footer, text.footer),
        (imprint.even_page_footer, text.even_page_footer),
    ):
        assert mine.part is first.part


def test_only_a_document_with_an_annex_has_its_styles() -> None:
    """An office finds no style that does nothing."""
    names = {
        name: {style.name for style in Document(io.BytesIO(built(name))).styles}
        for name in TEMPLATES
    }

    assert names["notice.docx"] - names["monthly.docx"] == {"附件说明", "附件", "附件标题"}
    assert names["supervision.docx"] - names["monthly.docx"] == {"表格标题", "表格文字"}
    assert names["reminder.docx"] - names["explanation.docx"] == {"信函文号"}


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
    """Fields of the contexts and rows of the tables are the same, in both directions."""
    monthly: dict[str, Any] = monthly_context(MONTH)
    frame = set(frame_fields(MONTH, ("标题",)))
    refused: dict[str, Any] = return_note_context(replace(NOTE, refused=(Refused("表.xls", ""),)))
    group, first = monthly["已完成"], monthly["已完成"]["事项"][0]
    expected = {
        "各种文件都有的字段": {*frame, "节号()", "条号()"},
        "月通报和季度通报的字段": set(monthly) - frame,
        "只有季度通报才有的字段": set(quarterly_context(MONTH)) - set(monthly),
        "一组事项的字段": set(group),
        "每个事项的字段": set(first),
        "存在问题汇总的字段": {*problems_context(MONTH), PROBLEM_TABLE} - frame,
        "催报通知的字段": set(reminder_context(MONTH)) - frame,
        "督办单的字段": set(supervision_context(MONTH, MONTH.behind[0])) - frame,
        "情况说明通知的字段": set(explanation_context(MONTH, "", ())) - frame,
        "年度通知": {*annual_notice_context(NOTICE), ANNEX},
        "退回修改通知": {*refused, TABLE, *refused["不能采用"][0]},
    }

    assert readme_tables(README) == expected


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_style_of_the_readme_is_in_the_template(name: str) -> None:
    """An office finds the styles that the README tells it to change."""
    document = Document(io.BytesIO(built(name)))
    sentence = re.search(r"版式由样式控制：(.*?)。", README.read_text("utf-8"))

    assert sentence
    assert set(sentence[1].split("、")) <= {style.name for style in document.styles}


def readme_tables(path: Path) -> dict[str, set[str]]:
    """Return the fields that each section lists in its table."""
    sections = path.read_text("utf-8").split("\n## ")[1:]
    found = {
        section.split("\n")[0]: set(re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE))
        for section in sections
    }
    return {heading: fields for heading, fields in found.items() if fields}
