"""Tables in Word documents: whole, in their place, as wide as the text, header on every page."""

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from tests.files.documents import render_word
from tests.office import Office
from tests.stages.annual_notices import NOTICE
from toolkit.errors import TemplateError
from toolkit.files.resources import word_template
from toolkit.files.schemes import load_scheme
from toolkit.model.letterhead import Letterhead
from toolkit.model.scheme import Key
from toolkit.model.sheets import Range
from toolkit.model.word_table import WordTable
from toolkit.stages.annual_notice import ANNEX, annex_table, annual_notice_context

WHEN = datetime(2024, 1, 31, 9, 30)
TABLE = WordTable(
    titles=("实事项目", "序号", "内容"),
    widths=(18, 7, 50),
    rows=(("一、助老项目", "1", "改造20户。\n验收。"), ("", "2", "新建6处。"), ("二", "3", "")),
    merges=(Range(0, 0, 1, 0),),
    centred=frozenset({0, 1}),
)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Give the place of the document to write."""
    return tmp_path / "通知.docx"


def rendered(document: Any, target: Path, *tables: WordTable) -> Any:
    """Save a document as a template, fill it and return what came out."""
    template = target.with_name("模板.docx")
    document.save(str(template))
    render_word(template, {}, target, WHEN, dict(zip(("附件表", "另表"), tables, strict=False)))
    return Document(str(target))


def template_of(*paragraphs: str) -> Any:
    """Return a template with these paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return document


def in_annex(target: Path, table: WordTable) -> Any:
    """Return the table between two paragraphs of a document."""
    document = rendered(template_of("前", "{{ 附件表 }}", "后"), target, table)
    (shown,) = document.tables
    return shown


def texts(shown: Any) -> list[list[str]]:
    """Return the texts of a table's own cells, row by row; merged cells repeat theirs."""
    return [[cell.text for cell in row.cells] for row in shown.rows]


def test_the_table_stands_where_its_field_stood(target: Path) -> None:
    """Between its neighbours, with nothing left of the field."""
    document = rendered(template_of("前", "{{ 附件表 }}", "后"), target, TABLE)
    kinds = [child.tag.rpartition("}")[2] for child in document.element.body]

    assert kinds == ["p", "tbl", "p", "sectPr"]
    assert [paragraph.text for paragraph in document.paragraphs] == ["前", "后"]


def test_every_text_is_in_its_cell_with_its_line_breaks(target: Path) -> None:
    """Header first; a merged cell says its text once for all of its rows."""
    assert texts(in_annex(target, TABLE)) == [
        ["实事项目", "序号", "内容"],
        ["一、助老项目", "1", "改造20户。\n验收。"],
        ["一、助老项目", "2", "新建6处。"],
        ["二", "3", ""],
    ]


def test_all_kinds_of_line_breaks_are_kept(target: Path) -> None:
    """Excel, Word and old Macs each have their own."""
    table = WordTable(("甲",), (1,), (("一\r\n二\r三\v四\u2028五\n\n六",),))

    assert texts(in_annex(target, table))[1] == ["一\n二\n三\n四\n五\n\n六"]


def test_what_xml_cannot_hold_is_left_out(target: Path) -> None:
    """As in the fields of a template; the rest of the text stays."""
    table = WordTable(("甲\x00",), (1,), (("乙\x07丙\ufffe丁\ud800",),))

    assert texts(in_annex(target, table)) == [["甲"], ["乙丙丁"]]


def test_markup_and_marks_of_a_template_stay_text(target: Path) -> None:
    """Tables are put in after rendering."""
    written = '<w:p>A&B</w:p> "甲" {{ 标题 }} {%p if %} &lt;  两格'
    table = WordTable(("甲",), (1,), ((written,),))

    assert texts(in_annex(target, table))[1] == [written]


def test_tabs_are_kept(target: Path) -> None:
    """Pasted texts may have them."""
    assert texts(in_annex(target, WordTable(("甲",), (1,), (("一\t二",),))))[1] == ["一\t二"]


def test_the_header_is_repeated_on_each_page(target: Path) -> None:
    """The first row alone, in 黑体 and centred."""
    shown = in_annex(target, TABLE)
    headers = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in shown.rows]
    (run,) = shown.rows[0].cells[0].paragraphs[0].runs

    assert headers == [True, False, False, False]
    assert run._r.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"
    assert shown.rows[0].cells[2].paragraphs[0].alignment == 1


def test_short_rows_stay_whole_and_long_ones_break(target: Path) -> None:
    """A row of more than half a page would leave a gap; merged texts do not count."""
    long = "汉" * 1500
    table = WordTable(
        ("甲", "乙"),
        (1, 1),
        (("短", "短"), ("短", long), ("短", "\n" * 30), (long, "短"), ("", "短")),
        (Range(3, 0, 4, 0),),
    )
    rows = in_annex(target, table).rows

    assert [bool(row._tr.xpath("w:trPr/w:cantSplit")) for row in rows] == [
        *(True, True, False, False),
        *(True, True),
    ]


def test_grouped_cells_are_merged_downwards(target: Path) -> None:
    """One restarts, the others continue and are empty."""
    shown = in_annex(target, TABLE)
    merged = [
        [cell.get(qn("w:val")) for cell in row._tr.xpath("w:tc[1]/w:tcPr/w:vMerge")]
        for row in shown.rows
    ]

    assert merged == [[], ["restart"], ["continue"], []]
    assert shown._tbl.xpath("string(w:tr[3]/w:tc[1])") == ""


def test_every_run_names_its_chinese_font(target: Path) -> None:
    """Without w:eastAsia Word takes the theme's font; quotes and digits are set in it too."""
    runs = in_annex(target, TABLE)._tbl.xpath(".//w:r")

    assert runs
    for run in runs:
        (fonts,) = run.xpath("w:rPr/w:rFonts")
        names = {fonts.get(qn(f"w:{script}")) for script in ("ascii", "eastAsia", "hAnsi", "cs")}
        assert len(names) == 1
        assert names <= {"黑体", "仿宋"}
        assert fonts.get(qn("w:hint")) == "eastAsia"


@pytest.mark.parametrize(("columns", "size"), [(2, "24"), (5, "24"), (6, "21"), (9, "21")])
def test_many_columns_are_set_smaller(columns: int, size: str, target: Path) -> None:
    """小四 up to five columns, 五号 beyond."""
    table = WordTable(("甲",) * columns, (1,) * columns, (("乙",) * columns,))
    sizes = in_annex(target, table)._tbl.xpath(".//w:r/w:rPr/w:sz/@w:val")

    assert set(sizes) == {size}


def test_cells_are_ruled_and_centred_vertically(target: Path) -> None:
    """All six borders, margins at the sides, text in the middle of the height."""
    tbl = in_annex(target, TABLE)._tbl

    assert len(tbl.xpath("w:tblPr/w:tblBorders/*[@w:val='single']")) == 6
    assert tbl.xpath("w:tblPr/w:tblCellMar/w:left/@w:w") == ["85"]
    assert len(tbl.xpath(".//w:tc")) == len(tbl.xpath(".//w:tcPr/w:vAlign[@w:val='center']")) == 12


@pytest.mark.parametrize("landscape", [False, True])
def test_the_table_fills_the_width_of_its_own_section(landscape: bool, target: Path) -> None:
    """A table of the first section is measured by that one, not by the document's last."""
    document = template_of("{{ 附件表 }}", "后")
    document.add_section()
    first, last = document.sections
    last.left_margin = 0
    if landscape:
        first.orientation = WD_ORIENT.LANDSCAPE
        first.page_width, first.page_height = first.page_height, first.page_width
    room = round((first.page_width - first.left_margin - first.right_margin) / 635)
    tbl = rendered(document, target, TABLE).tables[0]._tbl
    columns = [int(width) for width in tbl.xpath("w:tblGrid/w:gridCol/@w:w")]

    assert tbl.xpath("w:tblPr/w:tblLayout/@w:type") == ["fixed"]
    assert tbl.xpath("w:tblPr/w:tblW/@w:w") == [str(room)]
    assert sum(columns) == room
    assert [int(w) for w in tbl.xpath("w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w")] == columns


def test_the_narrowest_column_holds_its_title(target: Path) -> None:
    """序号 stands on one line however small the column's share; the wider ones give way."""
    table = WordTable(("序号", "甲", "乙"), (1, 40, 80), ())
    widths = [int(w) for w in in_annex(target, table)._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]

    assert widths[0] >= 2 * 240 + 2 * 85
    assert widths[2] == pytest.approx(2 * widths[1], abs=2)


def test_more_columns_than_the_page_has_room_for(target: Path) -> None:
    """They share what there is."""
    table = WordTable(("列",) * 40, tuple(range(1, 41)), ())
    widths = [int(w) for w in in_annex(target, table)._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]

    assert min(widths) > 0
    assert max(widths) - min(widths) <= 1


def test_a_table_without_rows_is_its_header(target: Path) -> None:
    """An empty list can still be printed."""
    assert texts(in_annex(target, WordTable(("甲", "乙"), (1, 2), ()))) == [["甲", "乙"]]


def test_a_template_without_the_field_has_no_table(target: Path) -> None:
    """An office may leave the annex out."""
    assert rendered(template_of("正文"), target, TABLE).tables == []


def test_a_field_that_asks_whether_there_is_a_table(target: Path) -> None:
    """Its paragraphs can depend on it."""
    template = template_of("{%p if 附件表 %}", "附件", "{%p endif %}", "{{附件表}}")

    assert [p.text for p in rendered(template, target, TABLE).paragraphs] == ["附件", ""]


def test_two_tables_do_not_grow_into_one(target: Path) -> None:
    """Word joins tables that have no paragraph between them."""
    document = rendered(template_of("{{ 附件表 }}", "{{ 另表 }}"), target, TABLE, TABLE)
    kinds = [child.tag.rpartition("}")[2] for child in document.element.body]

    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_section_that_ends_with_the_table_stays(target: Path) -> None:
    """The paragraph that ends a section says how its pages lie."""
    document = template_of("前", "{{ 附件表 }}")
    document.add_section()
    holder = document.paragraphs[1]._p.get_or_add_pPr()
    holder.append(document.paragraphs[2]._p.pPr.sectPr)
    document.paragraphs[2].add_run("后")
    shown = rendered(document, target, TABLE)

    assert len(shown.sections) == 2
    assert len(shown.tables) == 1


def fault(document: Any, target: Path) -> TemplateError:
    """Return the error that a template brings, after looking that nothing was written."""
    with pytest.raises(TemplateError) as caught:
        rendered(document, target, TABLE)
    assert not target.exists()
    return caught.value


def test_a_field_among_other_text_is_refused(target: Path) -> None:
    """The table would swallow the text; the message says what to move."""
    error = fault(template_of("汇总表如下：{{ 附件表 }}"), target)

    assert error.message == (
        "Word 模板“模板.docx”的字段“附件表”和其他内容在同一段，"
        "所在段落：“汇总表如下：{{ 附件表 }}”。"
    )
    assert "单独占一段" in error.hint


def test_a_field_in_a_cell_is_refused(target: Path) -> None:
    """A table in a table has no width of its own."""
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "{{ 附件表 }}"

    assert "放在了表格或者文本框里" in fault(document, target).message


@pytest.mark.parametrize("place", ["header", "property"])
def test_a_field_outside_of_the_body_is_refused(place: str, target: Path) -> None:
    """Otherwise the mark would be printed."""
    document = template_of("正文")
    if place == "header":
        document.sections[0].header.paragraphs[0].text = "{{ 附件表 }}"
    else:
        document.core_properties.title = "{{ 附件表 }}"

    assert "页眉、页脚" in fault(document, target).message


def annex() -> WordTable:
    """Return an annex of 60 items in 15 projects; one text is of 1,500 characters."""
    layout = load_scheme("jining-gaoxin-2024").summary
    rows = [
        {
            Key.PROJECT: f"项目{number // 4 + 1:02}：改造提升",
            Key.NUMBER: str(number + 1),
            Key.NAME: f"事项{number + 1:02}：“一老一小”",
            Key.SUMMARY: "新建、改建各3处，惠及762户；" * (number % 3),
            Key.CONTENT: "甲乙丙丁戊己庚辛壬癸" * 150 if number == 30 else "完成验收，\n投入使用。",
            Key.LEAD: "发展软环境保障局\n各街道",
        }
        for number in range(60)
    ]
    return annex_table(layout, rows, [row[Key.PROJECT] for row in rows])


def render_notice(target: Path) -> None:
    """Render the shipped notice with its annex."""
    context = annual_notice_context(NOTICE)
    render_word(word_template("notice"), context, target, WHEN, {ANNEX: annex()})


def test_the_shipped_notice(target: Path) -> None:
    """Number, title, addressees, body, annex line, signature, date; then the annex."""
    render_notice(target)
    document = Document(str(target))
    lines = [paragraph.text for paragraph in document.paragraphs]

    assert lines[:3] == [
        "济高新管发〔2024〕1号",
        "济宁高新区管委会\n关于办好2024年“重点民生实事”的通知",
        "各街道办事处，区直各部门单位：",
    ]
    assert [line for line in lines if re.match("[一二三四五]、", line)] == [
        "一、逐项落实任务",
        "二、明确工作责任",
        "三、如实报送进展",
        "四、加强督促检查",
    ]
    assert lines[-6:] == [
        "附件：济宁高新区2024年“重点民生实事”汇总表",
        "济宁高新区管委会",
        "2024年1月31日",
        "附件",
        "济宁高新区2024年“重点民生实事”汇总表",
        "",
    ]
    assert not re.search("[。；，、：]{2}|[{}\ufdd0]", "".join(lines))


def test_the_notice_without_number_assistants_and_dates(target: Path) -> None:
    """What is not given leaves no trace."""
    given = replace(
        NOTICE, document_number="", assist_word="", finish_by="", report_by="", cadence=()
    )
    context = annual_notice_context(given)
    render_word(word_template("notice"), context, target, WHEN, {ANNEX: annex()})
    lines = [paragraph.text for paragraph in Document(str(target)).paragraphs]

    assert lines[0].startswith("济宁高新区管委会\n")
    assert not re.search("协办|月底|次月|到期|每月", "".join(lines))
    assert not re.search("[。；，、：]{2}", "".join(lines))


def test_a_row_that_goes_on_overleaf_begins_at_its_upper_edge(target: Path) -> None:
    """Centred, a text of 1,500 characters would leave half a page empty; short rows stay centred."""
    long = WordTable(("甲", "乙"), (1, 1), (("短", "长" * 1500), ("短", "短")))
    tbl = in_annex(target, long)._tbl
    places = [row.xpath("./w:tc/w:tcPr/w:vAlign/@w:val") for row in tbl.xpath("./w:tr")]
    assert places == [["center"] * 2, ["top"] * 2, ["center"] * 2]
    whole = [bool(row.xpath("./w:trPr/w:cantSplit")) for row in tbl.xpath("./w:tr")]
    assert whole == [True, False, True]


@pytest.mark.parametrize(("size", "kept"), [(2, [True, True, False]), (900, [False] * 3)])
def test_rows_of_one_merged_cell_stay_on_one_page(
    size: int, kept: list[bool], target: Path
) -> None:
    """On the page after it the cell would be blank; what is longer than a page has to break."""
    rows = tuple((("项目" if n == 0 else ""), "长" * size) for n in range(3))
    table = WordTable(("甲", "乙"), (1, 1), rows, (Range(0, 0, 2, 0),))
    found = in_annex(target, table)._tbl.xpath("./w:tr")[1:]
    assert [bool(row.xpath(".//w:keepNext")) for row in found] == kept


def imprint_of(target: Path, mark: str) -> Any:
    """Return the notice of an office with this red head."""
    context = annual_notice_context(replace(NOTICE, head=Letterhead(mark)))
    render_word(word_template("notice"), context, target, WHEN, {ANNEX: annex()})
    return Document(str(target))


def test_the_imprint_stands_after_the_annex(target: Path) -> None:
    """GB/T 9704-2012, 7.4: on the last page of all; without a red head there is no such page."""
    headed = imprint_of(target, "济宁高新区管委会文件")
    assert [p.text for p in headed.paragraphs][-2:] == [
        "　济宁高新区管委会\t2024年1月31日印发　",
        "",
    ]
    assert [s.orientation for s in headed.sections] == [0, 1, 0]
    plain = imprint_of(target, "")
    assert [s.orientation for s in plain.sections] == [0, 1]
    assert not any("印发" in p.text for p in plain.paragraphs)


def test_the_same_notice_gives_the_same_bytes(tmp_path: Path) -> None:
    """Neither the clock nor the order of a set shows in the file."""
    first, second = tmp_path / "甲.docx", tmp_path / "乙.docx"
    render_notice(first)
    render_notice(second)

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.office
def test_the_printed_notice_holds_every_character(office: Office, target: Path) -> None:
    """Nothing is lost or doubled; each page of the annex lies on its side and has the header."""
    import pdfplumber

    render_notice(target)
    pdf = target.with_suffix(".pdf")
    office.pdf(target, pdf)
    with pdfplumber.open(pdf) as printed:
        lying = [page.width > page.height for page in printed.pages]
        # The numbers of pages on their side are turned with the sheet.
        turned = [page.filter(lambda part: not part.get("upright", True)) for page in printed.pages]
        flat = [page.filter(lambda part: part.get("upright", True)) for page in printed.pages]
        numbers = ["".join(char["text"] for char in page.chars).strip() for page in turned]
        pages = ["".join((page.extract_text() or "").split()) for page in flat]
    header = "".join(annex().titles)
    written = "".join(Document(str(target)).element.body.itertext(qn("w:t")))
    wanted = "".join([written, "—1——2—", header * (len(pages) - 3)])

    assert lying == [False, False] + [True] * (len(pages) - 2)
    assert len(pages) > 8
    assert all(text.startswith(header) for text in pages[3:])
    assert header in pages[2]
    assert [number.replace(" ", "") for number in numbers[2:]] == [
        f"—{number}—" for number in range(3, len(pages) + 1)
    ]
    assert Counter("".join(pages)) == Counter("".join(wanted.split()))
