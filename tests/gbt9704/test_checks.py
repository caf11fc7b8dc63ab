"""The checker finds what deviates: every check has a document with one planted deviation."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.gbt9704 import CHECKS, deviations, page_deviations
from tests.office import Office
from tests.stages.requests import SCENES, written

Plant = Callable[[Any], object]


def paragraph(document: Any, beginning: str) -> Any:
    """Return the first paragraph that begins so."""
    return next(p for p in document.paragraphs if re.match(beginning, p.text))


def last_runs(document: Any, beginning: str) -> Any:
    """Return the last run of the first paragraph that begins so."""
    return paragraph(document, beginning).runs[-1]


def _font(run: Any, name: str, *scripts: str) -> None:
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for script in scripts or ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _no_hint(document: Any) -> None:
    for run in document.element.body.iter(qn("w:rFonts")):
        run.attrib.pop(qn("w:hint"), None)
    for run in document.styles.element.iter(qn("w:rFonts")):
        run.attrib.pop(qn("w:hint"), None)


def _first_rule(document: Any, name: str, value: str) -> None:
    border = next(document.sections[0].first_page_header._element.iter(qn("w:bottom")))
    border.set(qn(name), value)


def _imprint_first(document: Any) -> None:
    imprint = paragraph(document, "　济宁高新区管委会\t")._p
    paragraph(document, "附件：").insert_paragraph_before()._p.addprevious(imprint)


def _margin(document: Any) -> None:
    document.sections[0].left_margin = Mm(31.8)


PLANTS: dict[str, tuple[str, str, Plant]] = {
    "页边距": ("page", "monthly", _margin),
    "纸张": ("page", "monthly", lambda d: setattr(d.sections[0], "page_height", Mm(279))),
    "行距": (
        "grid",
        "monthly",
        lambda d: setattr(paragraph(d, "现将").paragraph_format, "line_spacing", Pt(32)),
    ),
    "字距": ("grid", "monthly", lambda d: _spacing(last_runs(d, "现将"), 20)),
    "网格": (
        "grid",
        "monthly",
        lambda d: d.sections[0]._sectPr.find(qn("w:docGrid")).set(qn("w:linePitch"), "312"),
    ),
    "标题字体": ("title", "monthly", lambda d: _font(last_runs(d, "关于"), "黑体")),
    "标题靠左": (
        "title",
        "monthly",
        lambda d: setattr(paragraph(d, "关于"), "alignment", WD_ALIGN_PARAGRAPH.LEFT),
    ),
    "正文字体": ("body", "monthly", lambda d: _font(last_runs(d, "现将"), "宋体")),
    "正文字号": ("body", "monthly", lambda d: setattr(last_runs(d, "现将").font, "size", Pt(14))),
    "正文加粗": ("body", "monthly", lambda d: setattr(last_runs(d, "现将").font, "bold", True)),
    "一级标题": ("headings", "monthly", lambda d: _font(last_runs(d, "一、"), "仿宋")),
    "二级标题": ("headings", "monthly", lambda d: _font(paragraph(d, "（一）").runs[0], "仿宋")),
    "序号跳号": (
        "headings",
        "monthly",
        lambda d: setattr(last_runs(d, "二、"), "text", "三、已完成事项"),
    ),
    "页码字体": (
        "page_numbers",
        "monthly",
        lambda d: _font(d.sections[0].footer.paragraphs[0].runs[0], "仿宋"),
    ),
    "页码不分": (
        "page_numbers",
        "monthly",
        lambda d: setattr(d.settings, "odd_and_even_pages_header_footer", False),
    ),
    "方括号": (
        "number",
        "headed",
        lambda d: setattr(last_runs(d, "济高新"), "text", "济高新管字[2021]5号"),
    ),
    "编虚位": (
        "number",
        "headed",
        lambda d: setattr(last_runs(d, "济高新"), "text", "济高新管字〔2021〕第05号"),
    ),
    "日期补零": (
        "day",
        "monthly",
        lambda d: setattr(last_runs(d, r"2021年10月11日$"), "text", "2021年09月01日"),
    ),
    "署名位置": (
        "signature",
        "monthly",
        lambda d: setattr(
            paragraph(d, "济宁高新区管委会$").paragraph_format, "right_indent", Mm(0)
        ),
    ),
    "附件标点": (
        "annex",
        "problems",
        lambda d: setattr(last_runs(d, "附件："), "text", "附件：存在问题汇总表。"),
    ),
    "附件标题": (
        "annex",
        "problems",
        lambda d: setattr(last_runs(d, "济宁高新区2021年.*汇总表$"), "text", "问题表"),
    ),
    "表头不重复": (
        "annex_table",
        "problems",
        lambda d: [e.getparent().remove(e) for e in list(d.element.body.iter(qn("w:tblHeader")))],
    ),
    "中西文字体": (
        "fonts",
        "monthly",
        lambda d: _font(last_runs(d, "现将"), "Times New Roman", "ascii", "hAnsi"),
    ),
    "引号": ("fonts", "supervision", _no_hint),
    "红线": (
        "red_head",
        "headed",
        lambda d: [e.getparent().remove(e) for e in list(d.styles.element.iter(qn("w:pBdr")))[:1]],
    ),
    "红头位置": (
        "red_head",
        "headed",
        lambda d: setattr(
            paragraph(d, "济宁高新区管委会文件").paragraph_format, "space_before", Mm(10)
        ),
    ),
    "没有版记": (
        "red_head",
        "problems headed",
        lambda d: d.element.body.remove(paragraph(d, "　济宁高新区管委会\t")._p),
    ),
    "版记在附件前": ("red_head", "problems headed", _imprint_first),
    "信函红线": ("letter", "letter", lambda d: _first_rule(d, "w:val", "single")),
    "信函位置": ("letter", "letter", lambda d: setattr(d.sections[0], "header_distance", Mm(15))),
}
"""By what is planted: the check that has to find it, the document, and how it is spoilt."""


def _spacing(run: Any, twips: int) -> None:
    properties = run._r.get_or_add_rPr()
    element = properties.makeelement(qn("w:spacing"), {qn("w:val"): str(twips)})
    properties.append(element)


@pytest.mark.parametrize("scene", SCENES)
def test_what_the_toolkit_writes_deviates_in_nothing(scene: str, tmp_path: Path) -> None:
    """With a red head and without."""
    assert deviations(written(scene, tmp_path)) == []


def test_every_check_has_a_planted_deviation() -> None:
    """A check that finds nothing in a spoilt document checks nothing."""
    assert {check for check, _, _ in PLANTS.values()} == set(CHECKS)


@pytest.mark.parametrize("planted", PLANTS)
def test_a_planted_deviation_is_found(planted: str, tmp_path: Path) -> None:
    """By the check that is there for it."""
    check, scene, plant = PLANTS[planted]
    path = written(scene, tmp_path)
    document = Document(str(path))
    plant(document)
    document.save(str(path))

    assert check in {deviation.check for deviation in deviations(path)}


@pytest.mark.office
@pytest.mark.parametrize("scene", SCENES)
def test_the_printed_pages_deviate_in_nothing(scene: str, tmp_path: Path, office: Office) -> None:
    """Paper, text area, lines and page numbers as LibreOffice prints them."""
    path = written(scene, tmp_path)
    pdf = path.with_suffix(".pdf")
    office.pdf(path, pdf)

    assert page_deviations(pdf) == []


def _number_lower(document: Any) -> None:
    document.sections[0].footer_distance = Mm(12)


def _narrow_lines(document: Any) -> None:
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    grid.getparent().remove(grid)
    style = next(s for s in document.styles if s.name == "公文正文")
    style.paragraph_format.line_spacing = Pt(20)
    for _ in range(6):
        paragraph(document, "现将").insert_paragraph_before("正文。" * 99, style)


PRINTED: dict[str, Plant] = {
    "paper": lambda d: setattr(d.sections[0], "page_width", Mm(216)),
    "area": lambda d: setattr(d.sections[0], "left_margin", Mm(20)),
    "lines": _narrow_lines,
    "number": _number_lower,
}


@pytest.mark.office
@pytest.mark.parametrize("check", PRINTED)
def test_a_deviation_of_the_pages_is_found(check: str, tmp_path: Path, office: Office) -> None:
    """By what is measured on the paper."""
    path = written("monthly", tmp_path)
    document = Document(str(path))
    PRINTED[check](document)
    document.save(str(path))
    pdf = path.with_suffix(".pdf")
    office.pdf(path, pdf)

    assert check in {deviation.check for deviation in page_deviations(pdf)}


@pytest.mark.office
def test_a_number_below_a_page_on_its_side_is_found(tmp_path: Path, office: Office) -> None:
    """It belongs on the edge that is the lower one of the sheet as bound."""
    path = written("problems", tmp_path)
    document = Document(str(path))
    for footer in (document.sections[1].footer, document.sections[1].even_page_footer):
        footer.is_linked_to_previous = True
    document.save(str(path))
    pdf = path.with_suffix(".pdf")
    office.pdf(path, pdf)

    assert {deviation.check for deviation in page_deviations(pdf)} & {"number", "area"}
