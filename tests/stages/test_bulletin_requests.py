"""Reminder, problems, supervision and explanation: sentences that hold for none, one and many."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.bulletins import CROSSINGS, EMPTY, SCHOOL, SHOWS, items, late, led
from tests.stages.requests import DECEMBER, HEAD, NOTHING, SEPTEMBER, paced
from toolkit.model.assessment import Pace
from toolkit.model.bulletin import OutstandingUnit, ProgressBulletin
from toolkit.model.letterhead import Letterhead
from toolkit.stages.bulletin_checks import inconsistencies
from toolkit.stages.bulletin_explanation import explanation_context, unexplained
from toolkit.stages.bulletin_problems import problems_context, problems_table
from toolkit.stages.bulletin_reminder import reminder_context
from toolkit.stages.bulletin_supervision import supervised, supervision_context

SILENT, LATE = OutstandingUnit("甲局", 2, 0), OutstandingUnit("乙局", 1, 3)
REFUSED = OutstandingUnit("丙局", 0, 1, "文件已损坏，打不开。")


def reminding(*units: OutstandingUnit) -> ProgressBulletin:
    """Return a month with one unit that reported in time and these that did not."""
    return replace(NOTHING, on_time=("丁局",), outstanding=units)


@pytest.mark.parametrize(
    ("units", "addressee", "standing", "request_"),
    [
        ((), "各有关单位", "应于10月8日前报送。应报送单位1个，已报送。", ""),
        (
            (SILENT,),
            "甲局",
            "截至2021年10月11日，应报送单位2个，尚未报送的1个：甲局（承担填报2项）。",
            "请抓紧核实进展，于10月13日前报送。",
        ),
        (
            (SILENT, LATE),
            "甲局、乙局",
            "应报送单位3个，尚未报送的2个：甲局（承担填报2项）、乙局（承担填报1项，逾期3个工作日）。",
            "请抓紧核实进展，于10月13日前报送。",
        ),
        (
            (REFUSED,),
            "丙局",
            "已报送但文件不能采用、需要重新报送的1个：丙局（逾期1个工作日，文件已损坏，打不开）。",
            "请重新填写下发的表格，于10月13日前报送。",
        ),
        (
            (LATE, REFUSED),
            "乙局、丙局",
            "应报送单位3个，尚未报送的1个：乙局（承担填报1项，逾期3个工作日）；已报送但",
            "请尚未报送的单位抓紧核实进展、需要重新报送的单位重新填写下发的表格，均于10月13日前报送。",
        ),
    ],
)
def test_a_reminder_says_who_lacks_what(
    units: tuple[OutstandingUnit, ...], addressee: str, standing: str, request_: str
) -> None:
    """To whom, what is lacking, by when."""
    fields = reminder_context(reminding(*units))

    assert fields["主送"] == addressee
    assert standing in str(fields["催报情况"])
    assert fields["催报要求"] == request_
    assert fields["已过时限"] == any(unit.working_days for unit in units)


def test_more_than_thirty_units_are_addressed_together() -> None:
    """Thirty are named in the text, the others stand in the workbook."""
    fields = reminder_context(reminding(*(OutstandingUnit(f"第{n}局", 1, 1) for n in range(40))))

    assert fields["主送"] == "各有关单位"
    assert "（其余10个见汇总表“报送情况”）。" in str(fields["催报情况"])


def test_without_a_deadline_none_is_named() -> None:
    """Neither 应于前报送 nor 于前报送."""
    fields = reminder_context(replace(reminding(SILENT), due=None, remind_by=None))

    assert "正在汇总。" in str(fields["催报情况"])
    assert fields["催报要求"] == "请抓紧核实进展，尽快报送。"


@pytest.mark.parametrize(
    ("count", "whole", "expected"),
    [
        (0, 0, "截至9月底，没有列入统计的事项。"),
        (0, 3, "截至9月底，列入统计的3项均未反映存在问题。"),
        (1, 1, "截至9月底，列入统计的1项反映存在问题，责任单位为城乡建设和交通局。"),
        (1, 3, "反映存在问题的1项，占33.3%，责任单位为城乡建设和交通局。"),
        (3, 3, "列入统计的3项均反映存在问题，责任单位均为城乡建设和交通局。"),
    ],
)
def test_problems_are_counted_with_their_share(count: int, whole: int, expected: str) -> None:
    """The share is left out where it is all of them."""
    listed = items(count, problem="缺资金")
    bulletin = replace(
        EMPTY, items=whole, ongoing=listed + items(whole - count, 50), problems=listed
    )

    assert expected in str(problems_context(bulletin)["问题概况"])


def test_problems_of_slow_items_come_first() -> None:
    """The others are in the annex, which has all of them."""
    fields = problems_context(SEPTEMBER)
    table = problems_table(SEPTEMBER)

    assert fields["重点问题概况"] == "其中1项进展滞后，问题要优先解决；其余1项的问题见附件。"
    assert [row[0] for row in table.rows] == ["1", "2"]
    assert [row[4] for row in table.rows] == [
        "土地手续尚未办结，影响后期建设手续办理。",
        "群众知晓率不高。",
    ]
    assert fields["附件名称"] == "济宁高新区2021年1-9月为民办实事项目存在问题汇总表"


def test_without_a_slow_item_the_problems_are_all_in_the_annex() -> None:
    """The reader is told where; with nothing to tell, nothing is said."""
    listed = items(2, problem="缺资金")
    bulletin = replace(EMPTY, items=2, ongoing=listed, problems=listed)

    assert problems_context(bulletin)["重点问题概况"] == "具体问题见附件。"
    assert problems_context(EMPTY)["重点问题概况"] == ""


def test_an_item_is_supervised_for_each_reason_that_there_is() -> None:
    """Reported as slow, behind the calendar, overdue; finished and quick ones are left alone."""
    slow = paced(replace(SCHOOL, status="推进缓慢"), 0.4, Pace.BEHIND)
    bulletin = replace(
        EMPTY,
        items=3,
        finished=items(1, 60),
        ongoing=(paced(SHOWS, 0.8, Pace.AHEAD),),
        behind=(slow,),
        overdue=(slow,),
        as_of="10月底",
        finish_by=date(2021, 10, 31),
    )

    assert supervised(bulletin) == (slow,)
    assert supervision_context(bulletin, slow)["督办原因"] == (
        "完成时限为10月底，截至10月底尚未完成；责任单位报送的状态为“推进缓慢”；"
        "累计完成40%，落后时序进度35个百分点。"
    )


def test_an_item_without_a_unit_is_supervised_too() -> None:
    """The note goes to those concerned and says that nobody is named."""
    (slow,) = led("", SCHOOL)
    fields = supervision_context(replace(EMPTY, items=1, behind=(slow,)), slow)

    assert (fields["主送"], fields["责任单位"]) == ("各有关单位", "未明确")


def test_an_overdue_item_without_a_report_is_not_said_to_be_unfinished() -> None:
    """It may be finished: the note says what is known, and in which way it is counted."""
    silent = replace(CROSSINGS, due=date(2024, 10, 31))
    bulletin = replace(DECEMBER, unreported=(silent,), overdue=(silent,))
    fields = supervision_context(bulletin, silent)
    told: dict[str, str] = fields["项"]  # type: ignore[assignment]

    assert fields["督办原因"] == "完成时限为10月底，截至12月底未报送进展情况，暂按未完成统计。"
    assert (told["进展"], told["问题"], told["计划"]) == ("本期未报送。",) * 3
    assert str(explanation_context(bulletin, "甲局", [silent])["说明事由"]).endswith(
        "你单位牵头的1项未能如期完成，也未说明原因。该事项未报送进展情况，暂按未完成统计。"
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((0, 0), "应报送单位3个，尚未报送的2个：甲1局（承担填报1项）、甲2局（承担填报1项）。"),
        (
            (3, 3),
            "尚未报送的2个，均已逾期3个工作日：甲1局（承担填报1项）、甲2局（承担填报1项）。",
        ),
        (
            (3, 2),
            "尚未报送的2个：甲1局（承担填报1项，逾期3个工作日）、"
            "甲2局（承担填报1项，逾期2个工作日）。",
        ),
        ((3,), "尚未报送的1个：甲1局（承担填报1项，逾期3个工作日）。"),
    ],
)
def test_units_that_are_equally_late_are_told_so_once(days: tuple[int, ...], expected: str) -> None:
    """Twenty units with the same words after each name would bury the names."""
    units = tuple(OutstandingUnit(f"甲{n}局", 1, late) for n, late in enumerate(days, 1))
    bulletin = replace(NOTHING, on_time=("乙局",), outstanding=units)

    assert expected in str(reminder_context(bulletin)["催报情况"])


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (1, "应报送单位1个，尚未报送：甲1局（承担填报1项，逾期3个工作日）。"),
        (
            2,
            "应报送单位2个，均未报送，已逾期3个工作日：甲1局（承担填报1项）、甲2局（承担填报1项）。",
        ),
    ],
)
def test_a_reminder_to_all_units_says_so_once(units: int, expected: str) -> None:
    """No 均 after 均, and no count of the only one."""
    silent = tuple(OutstandingUnit(f"甲{n}局", 1, 3) for n in range(1, units + 1))
    bulletin = replace(NOTHING, outstanding=silent)

    assert str(reminder_context(bulletin)["催报情况"]).endswith(expected)


def test_every_unit_of_an_item_finds_itself_in_the_table_of_problems() -> None:
    """All of them are asked for measures, not only the one that leads."""
    shared = replace(items(1, problem="缺少资金")[0], others=("王因街道", "黄屯街道"))
    bulletin = replace(EMPTY, items=1, ongoing=(shared,), problems=(shared,))
    (row,) = problems_table(bulletin).rows

    assert row[2] == "城乡建设和交通局、王因街道、黄屯街道"


def test_only_what_is_unexplained_is_asked_for_by_unit() -> None:
    """Who has explained is not asked again; one request a unit."""
    assert {unit: [item.code for item in rows] for unit, rows in unexplained(DECEMBER).items()} == {
        "建设局": ["4"],
        "民政和文旅事业中心": ["7"],
        "高新区交警大队": ["8"],
    }


@pytest.mark.parametrize(
    ("count", "explanation", "expected"),
    [
        (1, "", "你单位牵头的1项未能如期完成，也未说明原因。"),
        (4, "", "你单位牵头的4项未能如期完成，也未说明原因。"),
        (2, None, "你单位牵头的2项未能如期完成。"),
    ],
)
def test_the_cause_is_told(count: int, explanation: str | None, expected: str) -> None:
    """Nobody is blamed for not explaining where the form does not ask."""
    bulletin = late(count, explanation)
    cause = str(explanation_context(bulletin, "甲局", bulletin.overdue)["说明事由"])

    assert (
        cause == f"济宁高新区2021年为民办实事项目应于10月底前完成的事项中，截至10月底，{expected}"
    )


def test_items_with_days_of_their_own_share_no_day() -> None:
    """Each says its own in the list."""
    first, second = items(2, explanation="")
    rows = (replace(first, due=date(2021, 6, 30)), replace(second, due=date(2021, 9, 15)))
    fields = explanation_context(replace(EMPTY, overdue=rows), "甲局", rows)
    listed: list[dict[str, str]] = fields["逾期事项"]["事项"]  # type: ignore[index]

    assert "已到完成时限的事项中" in str(fields["说明事由"])
    assert [row["时限"] for row in listed] == ["6月底", "9月15日"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (Letterhead(), ("", "", "", "")),
        (
            HEAD,
            (
                "济宁高新区管委会文件",
                "济宁高新区管委会",
                "济高新管字〔2021〕　　号",
                "（联系人：张三，联系电话：0537-3255678）",
            ),
        ),
        (Letterhead(phone="3255678"), ("", "", "", "（联系电话：3255678）")),
    ],
)
def test_the_head_is_what_the_office_has_set(head: Letterhead, expected: tuple[str, ...]) -> None:
    """A letter's head has no 文件; the number's place is left for the registry."""
    fields = reminder_context(replace(reminding(SILENT), head=head))

    assert tuple(fields[n] for n in ("红头", "信函红头", "发文字号", "联系方式")) == expected


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_the_counts_of_a_reminder_add_up(on_time: int, silent: int, refused: int) -> None:
    """Whoever has to report has reported, is asked to, or is asked again."""
    units = [OutstandingUnit(f"甲{n}局", 1, 0) for n in range(silent)]
    units += [OutstandingUnit(f"乙{n}局", 1, 0, "打不开") for n in range(refused)]
    bulletin = replace(
        NOTHING,
        on_time=tuple(f"丙{n}局" for n in range(on_time)),
        outstanding=tuple(units),
        missing=tuple(unit.unit for unit in units),
    )
    text = str(reminder_context(bulletin)["催报情况"])
    told = [int(n) for n in re.findall(r"报送的(\d+)个", text)]
    nobody = silent > 1 and not on_time and not refused

    assert f"应报送单位{on_time + silent + refused}个" in text
    assert sum(told) == (0 if nobody else silent + refused)
    assert ("个，均未报送：" in text) == nobody
    assert inconsistencies(bulletin) == ()
