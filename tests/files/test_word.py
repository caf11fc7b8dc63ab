"""Word documents: filled whole, the same bytes twice, laid out as GB/T 9704-2012 asks."""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.files.documents import render_word
from tests.office import Office
from tests.stages.bulletins import EMPTY, LIGHTS, MONTH, item, items
from toolkit.files.resources import word_template
from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.letterhead import Letterhead
from toolkit.stages.bulletin import monthly_context

WHEN = datetime(2021, 10, 11, 9, 30)
TWIP = 635
"""English metric units in a twip."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Give the place of the document to write."""
    return tmp_path / "月通报.docx"


def lines(path: Path) -> list[str]:
    """Return the texts of a document's paragraphs."""
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def render_month(bulletin: ProgressBulletin, target: Path) -> list[str]:
    """Render a bulletin with the shipped template and return its paragraphs."""
    render_word(word_template("monthly"), monthly_context(bulletin), target, WHEN)
    return lines(target)


def test_the_whole_bulletin_of_a_month(target: Path) -> None:
    """Sections are numbered one after the other, items named, nothing left of the marks."""
    text = render_month(MONTH, target)

    assert text[:5] == [
        "关于济宁高新区2021年1-9月\n为民办实事项目进展情况的通报",
        "各有关单位：",
        "现将济宁高新区2021年1-9月为民办实事项目进展情况通报如下。"
        "数据截至9月底，根据各单位报送情况汇总。",
        "一、总体情况",
        "济宁高新区2021年共安排为民办实事项目10个，涉及事项15项。截至9月底，"
        "已完成1项，完成率6.7%；正常推进12项；进展较慢1项；未注明进展状态1项。",
    ]
    assert [line for line in text if re.match("[一二三四五六七]、", line)] == [
        "一、总体情况",
        "二、已完成事项",
        "三、进展较慢事项",
        "四、存在的主要问题",
        "五、报送情况",
        "六、下一步要求",
    ]
    assert "优质教育提升工程——400口教室的护眼灯改造施工。责任单位：发展软环境保障局。" in text
    assert not any("{" in line or "判断" in line for line in text)
    assert text[-2:] == ["济宁高新区管委会", "2021年10月11日"]


def test_sections_without_content_leave_no_gap_in_the_numbers(target: Path) -> None:
    """With nothing finished, slow or wrong, three sections remain: 一、二、三."""
    text = render_month(EMPTY, target)

    assert [line for line in text if re.match("[一二三四五六七]、", line)] == [
        "一、总体情况",
        "二、报送情况",
        "三、下一步要求",
    ]


def test_a_point_that_is_alone_in_its_section_has_no_number(target: Path) -> None:
    """Where there is no （二） there is no （一）; the others are numbered as ever."""
    text = render_month(EMPTY, target)

    assert not any(line.startswith("（一）") for line in text)
    assert "按时如实报送情况。请各单位于11月8日前报送下期进展情况，" in "".join(text)


def test_requirements_are_numbered_anew(target: Path) -> None:
    """The points of a section count from （一）."""
    text = render_month(MONTH, target)

    assert [line[:3] for line in text if line.startswith("（")] == ["（一）", "（二）", "（三）"]


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("11月8日", "请各单位于11月8日前报送下期进展情况，"),
        ("", "（三）按时如实报送情况。报送内容要真实、准确，"),
    ],
)
def test_without_a_next_period_none_is_asked_for(
    deadline: str, expected: str, target: Path
) -> None:
    """Neither 请于前报送 nor a 下期 that does not come."""
    text = "".join(render_month(replace(MONTH, next_deadline=deadline), target))

    assert expected in text
    assert ("下期" in text) == bool(deadline)


def test_more_than_thirty_problems(target: Path) -> None:
    """Thirty are listed, one sentence tells of the others."""
    many = items(42, problem="资金未到位")
    text = render_month(replace(EMPTY, items=42, ongoing=many, problems=many), target)

    assert sum("资金未到位。" in line for line in text) == 30
    assert "其余12项见汇总表“问题清单”。" in text


def test_no_doubled_marks_in_the_whole_document(target: Path) -> None:
    """What units wrote and what the template adds meet in one mark."""
    slow = item("7", "资金缺口较大；\n审批慢。", "尽快协调。；")
    bulletin = replace(EMPTY, items=1, behind=(slow,), problems=(slow,))
    text = "".join(render_month(bulletin, target))

    assert "存在问题：资金缺口较大；审批慢。下步计划：尽快协调。" in text
    assert not re.search("[。；，、：]{2}", text)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Neither the clock nor the order of a set shows in the file."""
    first, second = tmp_path / "甲.docx", tmp_path / "乙.docx"
    render_month(MONTH, first)
    render_month(MONTH, second)

    assert first.read_bytes() == second.read_bytes()


def test_the_properties_give_title_author_and_moment(target: Path) -> None:
    """Offices file documents by their properties."""
    render_month(replace(MONTH, place="A&B区"), target)
    properties = Document(str(target)).core_properties

    assert properties.title == "关于A&B区2021年1-9月为民办实事项目进展情况的通报"
    assert properties.author == "济宁高新区管委会"
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == WHEN


def test_characters_that_mean_something_in_xml_stay_text(target: Path) -> None:
    """Markup in a unit's text is printed as it was written."""
    written = '<w:p>A&B</w:p> "引号" {{ 标题 }} {%p if %} &lt;甲'
    text = render_month(replace(EMPTY, items=1, behind=(replace(LIGHTS, problem=written),)), target)

    printed = '存在问题：<w:p>A&B</w:p> "引号" {{标题}} {%p if %} &lt;甲。'

    assert any(printed in line for line in text)


def test_control_characters_do_not_break_the_document(tmp_path: Path, target: Path) -> None:
    """What XML cannot hold is left out; docxtpl would lose the rest of the paragraph."""
    document = Document()
    document.add_paragraph("{{ 内容 }}完")
    template = tmp_path / "模板.docx"
    document.save(str(template))
    render_word(template, {"内容": "甲\x00乙\x0c丙\x07丁\ufffe"}, target, WHEN)

    assert lines(target) == ["甲乙丙丁完"]


def test_marks_that_word_split_into_pieces_work(tmp_path: Path, target: Path) -> None:
    """Word cuts text into runs as one edits; quotes may have become curly."""
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ 标", "题 ", "if 标题 != “甲” }", "}完"):
        paragraph.add_run(piece)
    template = tmp_path / "分段.docx"
    document.save(str(template))
    render_word(template, {"标题": "乙"}, target, WHEN)

    assert lines(target) == ["乙完"]


@pytest.mark.parametrize(
    ("name", "day", "name_indent", "day_indent"),
    [
        # 8 characters over 7: the date begins two characters right of the name
        ("济宁高新区管委会", "2021年10月11日", 4, 2),
        # 4 characters over 7: the date keeps two from the edge, the name gives way
        ("区管委会", "2021年10月11日", 14, 4),
    ],
)
def test_the_signature_stands_as_the_standard_asks(
    name: str, day: str, name_indent: int, day_indent: int, target: Path
) -> None:
    """GB/T 9704-2012, 7.3.5.2; indents in half characters of 15.75 pt."""
    render_month(replace(MONTH, signature=name, issued=day), target)
    signature, date = Document(str(target)).paragraphs[-2:]
    indents = [p.paragraph_format.right_indent or 0 for p in (signature, date)]

    assert [round(indent / TWIP / 157.5) for indent in indents] == [name_indent, day_indent]


@pytest.mark.parametrize(
    ("mark", "points", "width"),
    [
        ("示例市文件", 60, None),
        ("济宁高新区管委会文件", 42, None),
        ("淄博高新技术产业开发区管理委员会办公室文件", 36, "55"),
    ],
)
def test_a_red_head_fills_one_line(mark: str, points: int, width: str | None, target: Path) -> None:
    """Short names are not larger than a higher office's, long ones are set narrower."""
    bulletin = replace(MONTH, head=Letterhead(mark, "济高新管字"))
    assert render_month(bulletin, target)[:2] == [mark, "济高新管字〔2021〕　　号"]
    (run,) = Document(str(target)).paragraphs[0].runs
    narrowed = run._r.find(f"{qn('w:rPr')}/{qn('w:w')}")

    assert run.font.size == Pt(points)
    assert (narrowed.get(qn("w:val")) if narrowed is not None else None) == width


def test_importing_does_not_load_the_word_libraries() -> None:
    """Start-up stays short: docxtpl comes in when a document is made."""
    import subprocess
    import sys

    code = "import sys, toolkit.files.word; print({'docx', 'docxtpl', 'jinja2'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert shown.stdout.strip() == "set()"


@pytest.mark.office
def test_printed_pages_hold_every_character(office: Office, target: Path) -> None:
    """No mark is lost at a line's end, and pages are numbered."""
    many = tuple(
        item(str(code), "土地手续尚未办结，影响后期建设手续办理，需要区级层面协调解决", "加快办理")
        for code in range(1, 13)
    )
    text = render_month(replace(EMPTY, projects=3, items=12, behind=many, problems=many), target)
    pdf = target.with_suffix(".pdf")
    office.pdf(target, pdf)
    printed = re.sub(r"\s", "", office.pdf_text(pdf))

    for number in (1, 2, 3):
        assert f"—{number}—" in printed
    without_numbers = re.sub(r"(?<!—)—\d—(?!—)", "", printed)
    assert without_numbers == re.sub(r"\s", "", "".join(text))


@pytest.mark.office
def test_a_page_has_22_lines_of_28_characters(office: Office, target: Path) -> None:
    """The type area of GB/T 9704-2012, 5.2.2."""
    slow = item("1", "汉" * 28 * 60)
    render_month(replace(EMPTY, projects=1, items=1, behind=(slow,)), target)
    pdf = target.with_suffix(".pdf")
    office.pdf(target, pdf)
    page = office.pdf_text(pdf).split("\f")[1]
    printed = [line.strip() for line in page.splitlines() if line.strip()]

    assert printed == ["汉" * 28] * 22 + ["—2—"] or printed == ["汉" * 28] * 22 + ["— 2 —"]


@pytest.mark.office
@pytest.mark.parametrize("filler", range(17, 24))
def test_the_signature_never_stands_on_a_page_alone(
    filler: int, office: Office, target: Path
) -> None:
    """However the text runs, the last page has some of it above the signature."""
    slow = item("1", "汉" * 28 * filler)
    render_month(replace(EMPTY, projects=1, items=1, behind=(slow,)), target)
    pdf = target.with_suffix(".pdf")
    office.pdf(target, pdf)
    last = office.pdf_text(pdf).rstrip("\f\n").split("\f")[-1]
    printed = [line for line in last.splitlines() if line.strip()]

    assert len(printed) > 3


@pytest.mark.parametrize(
    ("issuer", "width"),
    [("济宁高新区管委会", None), ("淄博高新技术产业开发区管理委员会办公室" * 2, "60")],
)
def test_the_imprint_stands_on_one_line(issuer: str, width: str | None, target: Path) -> None:
    """Its frame is one line high: a longer name is set narrower, a short one is left alone."""
    render_month(replace(MONTH, authority=issuer, head=Letterhead("某文件")), target)
    (line,) = [p for p in Document(str(target)).paragraphs if p.text.endswith("印发　")]
    widths = {run._r.xpath("string(./w:rPr/w:w/@w:val)") or None for run in line.runs}

    assert widths == {width}


@pytest.mark.parametrize(
    ("missing", "to_correct", "expected"),
    [
        ((), (), "前后一致。"),
        (("甲局",), (), "前后一致。尚未报送的单位，要抓紧补报。"),
        ((), ("乙局",), "前后一致。报送内容需要更正的单位，要抓紧更正。"),
        (("甲局",), ("乙局",), "尚未报送或者报送内容需要更正的单位，要抓紧补报、更正。"),
    ],
)
def test_nobody_is_asked_for_what_nobody_owes(
    missing: tuple[str, ...], to_correct: tuple[str, ...], expected: str, target: Path
) -> None:
    """Reports are asked of units where some are lacking, corrections where some are due."""
    owed = replace(EMPTY, on_time=("乙局",), missing=missing, to_correct=to_correct)
    text = render_month(owed, target)

    assert any(line.endswith(expected) for line in text)
