"""What is told about reading a notice."""

from dataclasses import replace

from tests.notices import five
from tests.notices.drawn import read
from toolkit.model.finding import Finding, Severity
from toolkit.model.notice import LayoutFrom, Leftover, Notice
from toolkit.notices.programme import build_programme
from toolkit.rules.engine import check_programme

COUNTY = "东岸县2024年实事\n1.建学校3所。责任单位：教育局\n2.修路9公里。责任单位：交通局"


def _found(notice: Notice, code: str) -> list[Finding]:
    programme = build_programme(notice, notice.year or 2024)
    return [finding for finding in check_programme(programme, notice) if finding.code == code]


def test_a_notice_that_says_everything() -> None:
    """Nothing is told."""
    notice = read(five.ZIBO.replace("骨干道路", "3条骨干道路"))

    assert check_programme(build_programme(notice, 2024), notice) == ()


def test_a_line_that_was_not_taken() -> None:
    """With its place, its text and why."""
    left = Leftover("第9行", "本表由办公室解释", "没有编号的说明")
    (finding,) = _found(replace(read(COUNTY), skipped=(left,)), "L905")

    assert (finding.cell, finding.severity) == ("第9行", Severity.WARNING)
    assert "本表由办公室解释" in finding.message
    assert "没有编号的说明" in finding.message


def test_reported_progress_is_not_part_of_the_list() -> None:
    """The columns are named."""
    (finding,) = _found(read(five.GAOXIN_2021), "L906")

    assert "落实进展情况、存在问题、下月工作计划" in finding.message


def test_an_unknown_layout() -> None:
    """It asks to check the scheme that was made."""
    (finding,) = _found(read(COUNTY), "L911")

    assert "序号、主要内容、责任单位" in finding.message
    assert _found(read(five.ZIBO), "L911") == []


def test_a_row_without_its_last_cell() -> None:
    """With its place and the title."""
    (finding,) = _found(read(five.JINGKAI_2023), "L912")

    assert "协办单位" in finding.message
    assert finding.cell is not None


def test_two_leads_of_one_item() -> None:
    """The marks of a notice's text stay in the list, so that they can be told."""
    both = COUNTY.replace("教育局", "教育局（牵头）、建设局（牵头）")
    (finding,) = _found(read(both), "L932")

    assert "有 2 个牵头单位：教育局、建设局" in finding.message
    assert _found(read(COUNTY), "L932") == []


def test_names_of_units_to_check() -> None:
    """Aliases, members and names put together from broken lines."""
    gaoxin = read(five.GAOXIN_2021)

    assert _found(gaoxin, "L913")[0].unit == "高新区综合行政执法局"
    assert "王因街道" in _found(gaoxin, "L914")[0].message
    assert {finding.unit for finding in _found(read(five.JINGKAI_2023), "L915")} >= {
        "祥城投资集团有限公司"
    }


def test_text_outside_of_the_list() -> None:
    """One finding says from where on, and how much."""
    (finding,) = _found(read(five.QINGDAO_2024), "L916")

    assert "共 2 行" in finding.message
    assert finding.severity is Severity.INFO


def test_nobody_issued_it() -> None:
    """Unless the command line says who did."""
    notice = replace(read(COUNTY), authority="")

    assert len(_found(notice, "L917")) == 1
    stated = build_programme(notice, 2024, authority="东岸县政府")
    assert not [f for f in check_programme(stated, notice) if f.code == "L917"]


def test_a_layout_known_by_its_columns_alone() -> None:
    """The place has to be confirmed."""
    notice = replace(read(five.ZIBO), layout_from=LayoutFrom.COLUMNS)
    (finding,) = _found(notice, "L918")

    assert "淄博高新区" in finding.message
