"""The quarterly bulletin as a document, before and after the finish date."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document

from tests.files.documents import render_word
from tests.office import Office
from tests.stages.bulletins import EMPTY, EXPLAINED, QUARTER, YEAR_END, items
from toolkit.files.resources import word_template
from toolkit.model.bulletin import ProgressBulletin
from toolkit.stages.bulletin import monthly_context, quarterly_context

WHEN = datetime(2024, 10, 11, 9, 30)

Render = Callable[[ProgressBulletin], list[str]]


def lines(path: Path) -> list[str]:
    """Return the texts of a document's paragraphs."""
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


@pytest.fixture
def quarterly(tmp_path: Path) -> Render:
    """Give a function that renders the quarterly bulletin and returns its paragraphs."""

    def render(bulletin: ProgressBulletin) -> list[str]:
        target = tmp_path / "季度通报.docx"
        render_word(word_template("quarterly"), quarterly_context(bulletin), target, WHEN)
        return lines(target)

    return render


@pytest.fixture
def monthly(tmp_path: Path) -> Render:
    """Give a function that renders the monthly bulletin and returns its paragraphs."""

    def render(bulletin: ProgressBulletin) -> list[str]:
        target = tmp_path / "月通报.docx"
        render_word(word_template("monthly"), monthly_context(bulletin), target, WHEN)
        return lines(target)

    return render


def headings(text: list[str]) -> list[str]:
    """Return the headings of the first level."""
    return [line for line in text if re.match("[一二三四五六七八]、", line)]


def test_before_the_finish_date(quarterly: Render) -> None:
    """The third quarter: how each unit stands, and a reminder of the date."""
    text = quarterly(QUARTER)

    assert text[0] == "关于淄博高新区2024年第三季度\n重大民生实事项目进展情况的通报"
    assert headings(text) == [
        "一、总体情况",
        "二、已完成事项",
        "三、进展较慢事项",
        "四、存在的主要问题",
        "五、报送情况",
        "六、下一步要求",
    ]
    assert text[5].startswith("责任单位共4个，其中1个已完成全部事项：")
    assert (
        "城区居住品质提升工程。责任单位：建设局。进展情况：老旧小区改造完成六成。"
        "存在问题：管线迁改手续未办结。下步计划：恢复路面。"
    ) in text
    assert "各事项的完成时限为10月底，到期没有完成的，由责任单位书面说明原因" in "".join(text)
    assert "请各单位于2025年1月6日前报送下期进展情况，" in "".join(text)
    assert "逾期未完成" not in "".join(text)


def test_after_the_finish_date(quarterly: Render) -> None:
    """The fourth quarter: what is late, why, who has not said why, and nothing of a next period."""
    text = quarterly(YEAR_END)
    whole = "".join(text)
    start = text.index("四、逾期未完成事项及说明")

    assert headings(text)[4:] == ["五、存在的主要问题", "六、报送情况", "七、下一步要求"]
    assert text[start + 2 : start + 7] == [
        "1.城区居住品质提升工程。责任单位：建设局。进展情况：老旧小区改造完成六成。"
        "存在问题：管线迁改手续未办结。下步计划：恢复路面。"
        "未如期完成的说明：管线产权单位多，协调时间长；预计2025年3月完成。",
        "2.城乡路网优化提升工程。责任单位：建设局。进展情况：完成7公里。"
        "存在问题：未反映。下步计划：未填报。未对逾期作出说明。",
        "3.品质养老服务供给工程。责任单位：民政和文旅事业中心。"
        "进展情况：建成家庭养老床位460张。存在问题：未反映。下步计划：建成其余49张。"
        "未对逾期作出说明。",
        "4.智慧交通平安畅行工程。责任单位：高新区交警大队。本期未报送进展情况。未对逾期作出说明。",
        "未作说明的单位：建设局（1项）、民政和文旅事业中心（1项）、高新区交警大队（1项）。",
    ]
    assert "没有作出书面说明的，要尽快说明未如期完成的原因" in whole
    assert not re.search("下期|到期没有完成的", whole)


def test_no_item_is_told_in_full_twice(quarterly: Render) -> None:
    """A slow item that is overdue and has a problem stands in one list."""
    assert sum(EXPLAINED.name in line for line in quarterly(YEAR_END)) == 1


def test_when_all_is_finished_nothing_is_demanded_but_care(quarterly: Render) -> None:
    """After the finish date as before it."""
    done = items(2)
    bulletin = replace(QUARTER, items=2, finished=done, ongoing=(), behind=(), unreported=())
    text = quarterly(replace(bulletin, problems=()))

    assert headings(text) == ["一、总体情况", "二、已完成事项", "三、报送情况", "四、下一步要求"]
    assert [line.split("。")[0] for line in text if line.startswith("（")] == [
        "（一）巩固已完成事项成果",
        "（二）按时如实报送情况",
    ]


def test_without_a_finish_date_none_is_named(quarterly: Render) -> None:
    """No 完成时限为，."""
    assert "完成时限" not in "".join(quarterly(replace(QUARTER, finish_by=None)))


def test_the_monthly_bulletin_shows_what_is_overdue(monthly: Render) -> None:
    """It has the same section, and asks for finishing it, not for finishing in time."""
    text = monthly(replace(YEAR_END, span="1-12月"))

    assert "四、逾期未完成事项及说明" in text
    assert "（一）尽快办结逾期未完成事项。" in "".join(text)
    assert "确保按期完成" not in "".join(text)


def test_where_no_form_asks_for_explanations_the_heading_promises_none(monthly: Render) -> None:
    """An overdue item of 济宁高新区 2021."""
    late = items(1)
    bulletin = replace(EMPTY, items=1, ongoing=late, overdue=late, finish_by=date(2021, 9, 30))
    text = monthly(bulletin)

    assert "二、逾期未完成事项" in text
    assert not any("未对逾期作出说明" in line or "未作说明" in line for line in text)


@pytest.mark.parametrize("count", [0, 1, 2, 15, 60])
@pytest.mark.parametrize("span", ["第一季度", "第二季度", "第三季度", "第四季度"])
@pytest.mark.parametrize("overdue", [False, True])
def test_every_quarter_with_any_number_of_items(
    quarterly: Render, count: int, span: str, overdue: bool
) -> None:
    """No month where a quarter is meant, no doubled marks, no counts of nothing, no lone numbers."""
    slow = items(count, problem="缺资金", explanation="")
    bulletin = replace(
        QUARTER, span=span, projects=0, items=count, finished=(), ongoing=(), unreported=()
    )
    bulletin = replace(
        bulletin, behind=slow, problems=slow, overdue=slow if overdue else (), as_of="12月底"
    )
    text = "".join(quarterly(bulletin))

    assert not re.search("月通报|下月|本月|上月|[{}]", text)
    assert not re.search(r"(?<!\d)0[项个]|[。；，、：]{2}", text)
    assert span in text
    assert ("1.交通畅行工程" in text) == (count > 1)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Neither the clock nor the order of a set shows in the file."""
    first, second = tmp_path / "甲.docx", tmp_path / "乙.docx"
    for target in (first, second):
        render_word(word_template("quarterly"), quarterly_context(YEAR_END), target, WHEN)

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.office
@pytest.mark.parametrize("bulletin", [QUARTER, YEAR_END])
def test_printed_pages_hold_every_character(
    bulletin: ProgressBulletin, quarterly: Render, office: Office, tmp_path: Path
) -> None:
    """No mark is lost at a line's end."""
    text = quarterly(bulletin)
    pdf = tmp_path / "季度通报.pdf"
    office.pdf(tmp_path / "季度通报.docx", pdf)
    printed = re.sub(r"\s", "", office.pdf_text(pdf))

    assert re.sub(r"—\d—", "", printed) == re.sub(r"\s", "", "".join(text))
