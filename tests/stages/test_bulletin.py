"""The words of the monthly bulletin hold for none, one and many, and its figures add up."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.bulletins import EMPTY, LIGHTS, MONTH, SCHOOL, SHOWS, item, items
from toolkit.model.bulletin import LateUnit, ProgressBulletin
from toolkit.stages.bulletin import monthly_context
from toolkit.stages.bulletin_checks import inconsistencies
from toolkit.stages.bulletin_lists import LISTED


def context(bulletin: ProgressBulletin) -> dict[str, Any]:
    """Return the context with values of any type, for tests look into its lists."""
    return monthly_context(bulletin)


def test_the_title_keeps_words_whole_and_breaks_in_a_trapezoid() -> None:
    """The title names place, period and programme, and breaks between words."""
    fields = context(MONTH)

    assert fields["标题"] == "关于济宁高新区2021年1-9月\n为民办实事项目进展情况的通报"
    assert fields["标题全文"] == fields["标题"].replace("\n", "")


def test_the_word_project_is_not_doubled() -> None:
    """A phrase that ends with 项目 already is taken as it is."""
    assert "民生实事项目进展" in context(replace(MONTH, phrase="民生实事项目"))["标题全文"]


def test_the_preamble_says_up_to_when_the_data_reach() -> None:
    """The preamble names period, cut-off and source of the figures."""
    assert context(MONTH)["导语"] == (
        "现将济宁高新区2021年1-9月为民办实事项目进展情况通报如下。"
        "数据截至9月底，根据各单位报送情况汇总。"
    )


def test_without_a_cut_off_the_sentences_still_hold() -> None:
    """No 截至 without a date behind it."""
    fields = context(replace(MONTH, as_of=""))

    assert fields["导语"].endswith("通报如下。数据根据各单位报送情况汇总。")
    assert "截至" not in fields["总体情况"]


def test_the_overview_names_every_group_that_has_items() -> None:
    """Groups without items are left out, and the others add up to the whole."""
    assert context(MONTH)["总体情况"] == (
        "济宁高新区2021年共安排为民办实事项目10个，涉及事项15项。截至9月底，"
        "已完成1项，完成率6.7%；正常推进12项；进展较慢1项；未注明进展状态1项。"
    )


def test_the_overview_of_no_items() -> None:
    """An empty programme makes one sentence and no percentage."""
    fields = context(EMPTY)

    assert fields["总体情况"] == "济宁高新区2021年没有列入统计的事项。"
    assert fields["完成率"] == ""


def test_the_overview_when_nothing_is_finished() -> None:
    """No 已完成0项."""
    fields = context(replace(EMPTY, projects=1, items=1, ongoing=items(1)))

    assert fields["总体情况"].endswith("尚无已完成事项；正常推进1项。")


@pytest.mark.parametrize(
    ("reported", "silent", "expected"),
    [
        (0, 1, "截至9月底，1项未报送进展情况。"),
        (0, 3, "截至9月底，全部3项均未报送进展情况。"),
        (2, 1, "截至9月底，已报送的事项中尚无完成的；正常推进2项；未报送1项。"),
    ],
)
def test_what_nobody_reported_on_is_not_said_to_be_unfinished(
    reported: int, silent: int, expected: str
) -> None:
    """It may be finished: the bulletin says what is known."""
    told = replace(
        EMPTY, items=reported + silent, ongoing=items(reported), unreported=items(silent, 50)
    )

    assert context(told)["总体情况"].endswith(expected)


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (0, "全部2项均未报送进展情况，其中1项此前已报完成。"),
        (1, "已报送的事项中尚无完成的；正常推进1项；未报送2项（其中1项此前已报完成）。"),
    ],
)
def test_what_was_told_to_be_finished_before_is_not_forgotten(reported: int, expected: str) -> None:
    """Nobody reports on it this time; it is no new item."""
    first, second = items(2, 50)
    told = replace(
        EMPTY,
        items=reported + 2,
        ongoing=items(reported),
        unreported=(replace(first, done_before=True), second),
    )

    assert context(told)["总体情况"].endswith(expected)


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "该事项已完成"), (2, "全部事项均已完成"), (15, "全部事项均已完成")]
)
def test_the_overview_when_all_is_finished(count: int, expected: str) -> None:
    """One item and many have each their own words."""
    fields = context(replace(EMPTY, projects=1, items=count, finished=items(count)))

    assert fields["总体情况"].endswith(f"截至9月底，{expected}，完成率100%。")


def test_items_without_project_headings_are_counted_alone() -> None:
    """A programme without projects has no 项目0个."""
    fields = context(replace(EMPTY, items=2, ongoing=items(2)))

    assert "共安排为民办实事2项。" in fields["总体情况"]


def test_projects_of_one_item_each_are_counted_once() -> None:
    """Where every project is one item, the text does not give the same number twice."""
    fields = context(replace(EMPTY, projects=2, items=2, ongoing=items(2)))

    assert "共安排为民办实事2项。" in fields["总体情况"]


def test_how_many_statuses_were_read_from_the_text_is_for_the_coordinator_only() -> None:
    """The number is a field of its own and in none of the sentences."""
    fields = context(replace(MONTH, by_text=6))

    assert fields["由文字判断"] == 6
    assert not any("判断" in value for value in fields.values() if isinstance(value, str))


def test_an_item_is_named_with_project_and_unit() -> None:
    """Line breaks of table cells and trailing marks are gone."""
    (entry,) = context(MONTH)["已完成"]["事项"]

    assert entry["名称"] == "优质教育提升工程——400口教室的护眼灯改造施工"
    assert entry["单位"] == "发展软环境保障局"


@pytest.mark.parametrize(
    ("project", "name", "expected"),
    [
        ("", "道路改造。", "道路改造"),
        ("道路改造", "", "道路改造"),
        ("道路改造", "道路改造20公里", "道路改造20公里"),
        ("", "", "5"),
        ("新增就业35万人，扶持创业3万人。", "扶持创业3万人", "扶持创业3万人"),
        ("新增就业35万人，扶持创业3万人。", "", "新增就业35万人，扶持创业3万人"),
        ("一、助老项目", "建设老年人食堂", "助老项目——建设老年人食堂"),
        ("（二）稳就业、促就业项目", "支持就业", "稳就业、促就业项目——支持就业"),
    ],
)
def test_an_item_without_project_or_name_has_a_label(
    project: str, name: str, expected: str
) -> None:
    """What there is is used, the code at last, and nothing is said twice.

    A project that lists all its goals is left out, and the project's own number.
    """
    named = replace(LIGHTS, project=project, name=name)
    fields = context(replace(EMPTY, items=1, finished=(named,)))

    assert fields["已完成"]["事项"][0]["名称"] == expected


def test_one_item_has_no_number_and_several_have() -> None:
    """A list of one is not numbered."""
    one = context(replace(EMPTY, items=1, finished=items(1)))["已完成"]["事项"]
    two = context(replace(EMPTY, items=2, finished=items(2)))["已完成"]["事项"]

    assert [entry["序号"] for entry in one] == [""]
    assert [entry["序号"] for entry in two] == ["1.", "2."]


def test_what_a_slow_item_lacks_is_said() -> None:
    """A missing plan is told as such; a problem may be missing or denied (无): none is told of."""
    fields = context(replace(EMPTY, items=1, behind=(item(),)))
    (entry,) = fields["进展较慢"]["事项"]

    assert (entry["进展"], entry["问题"], entry["计划"]) == (
        "已完工16公里。",
        "未反映。",
        "未填报。",
    )


def test_problems_told_with_the_slow_items_are_not_told_again() -> None:
    """The section on problems counts all of them and lists only those not told above."""
    fields = context(MONTH)

    assert fields["存在问题"]["数"] == 2
    assert [entry["编号"] for entry in fields["其他问题"]["事项"]] == [SHOWS.code]
    assert fields["问题说明"] == (
        "反映存在问题的事项共2项，其中1项进展较慢，问题已在上文列明；其余1项的问题如下。"
    )


def test_problems_of_slow_items_only() -> None:
    """When nothing is left to list, the note says where the problems stand; one is not 均."""
    one = context(replace(MONTH, problems=(SCHOOL,)))
    slow = items(2, problem="缺资金")
    two = context(replace(EMPTY, items=2, behind=slow, problems=slow))

    assert one["其他问题"]["数"] == two["其他问题"]["数"] == 0
    assert one["问题说明"] == "反映存在问题的事项1项，进展较慢，问题已在上文列明。"
    assert two["问题说明"] == "反映存在问题的事项共2项，均进展较慢，问题已在上文列明。"


def test_without_overlap_no_note_is_needed() -> None:
    """Problems of items that are on pace are simply listed."""
    assert context(replace(MONTH, problems=(SHOWS,)))["问题说明"] == ""


def test_long_lists_name_thirty_and_say_where_the_others_are() -> None:
    """More than thirty entries end with a sentence that points to the consolidated workbook."""
    many = items(LISTED + 12, problem="资金未到位")
    fields = context(replace(EMPTY, items=len(many), ongoing=many, problems=many))

    assert len(fields["存在问题"]["事项"]) == LISTED
    assert fields["存在问题"]["其余"] == "其余12项见汇总表“问题清单”。"
    assert fields["正常推进"]["其余"] == "其余12项见汇总表。"


def test_a_list_of_exactly_thirty_is_whole() -> None:
    """No sentence on others where there are none."""
    fields = context(replace(EMPTY, items=LISTED, ongoing=items(LISTED)))

    assert len(fields["正常推进"]["事项"]) == LISTED
    assert fields["正常推进"]["其余"] == ""


def test_long_lists_of_units_name_thirty() -> None:
    """The others stand in the sheet on returns."""
    units = tuple(f"第{number}局" for number in range(1, LISTED + 6))
    text = context(replace(EMPTY, missing=units))["报送情况"]

    assert "第30局（其余5个见汇总表“报送情况”）。" in text
    assert "第31局" not in text


def test_the_returns_name_late_missing_and_to_correct() -> None:
    """Every unit that did not report well is named once with what it is named for."""
    assert context(MONTH)["报送情况"] == (
        "应报送单位4个，其中按时报送2个，逾期报送1个，未报送1个。"
        "逾期报送的单位：市场监管局，逾期2个工作日。未报送的单位：应急管理局。"
        "报送内容需要更正的单位：城乡建设和交通局。"
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((2, 2), "逾期报送的单位：甲1局、甲2局，均逾期2个工作日。"),
        ((0, 0), "逾期报送的单位：甲1局、甲2局，均逾期不足1个工作日。"),
        ((2, 3), "逾期报送的单位：甲1局，逾期2个工作日；甲2局，逾期3个工作日。"),
    ],
)
def test_equal_lateness_is_said_once(days: tuple[int, ...], expected: str) -> None:
    """Fifteen units with the same words after each name would bury the names."""
    late = tuple(LateUnit(f"甲{n}局", each) for n, each in enumerate(days, 1))
    assert expected in context(replace(EMPTY, late=late))["报送情况"]


@pytest.mark.parametrize(
    ("on_time", "expected"),
    [
        ((), "本期没有需要报送的单位。"),
        (("甲局",), "应报送单位1个，已按时报送。"),
        (("甲局", "乙局"), "应报送单位2个，均已按时报送。"),
    ],
)
def test_the_returns_when_all_is_well(on_time: tuple[str, ...], expected: str) -> None:
    """None, one and many have each their own words."""
    assert context(replace(EMPTY, on_time=on_time))["报送情况"] == expected


def test_the_returns_when_nobody_reported() -> None:
    """All missing reads 均未报送, and they are named."""
    text = context(replace(EMPTY, missing=("甲局", "乙局")))["报送情况"]

    assert text == "应报送单位2个，均未报送。未报送的单位：甲局、乙局。"


def test_late_within_the_same_working_day() -> None:
    """No 逾期0个工作日."""
    text = context(replace(EMPTY, late=(LateUnit("甲局", 0),)))["报送情况"]

    assert "甲局，逾期不足1个工作日。" in text


def test_the_signature_falls_back_on_the_authority() -> None:
    """Whoever signs under another name says so in the settings."""
    assert context(MONTH)["署名"] == "济宁高新区管委会"
    assert context(replace(MONTH, signature="区实事办"))["署名"] == "区实事办"


def test_a_bulletin_that_does_not_add_up_can_still_be_worded() -> None:
    """The finding must reach the coordinator, so the words do not fail."""
    wrong = replace(MONTH, items=1, finished=items(3, 50))

    assert "完成率" not in context(wrong)["总体情况"]
    assert inconsistencies(wrong)


COUNTS = st.lists(st.integers(0, 40), min_size=5, max_size=5)


@given(counts=COUNTS)
def test_printed_parts_add_up_to_the_printed_whole(counts: list[int]) -> None:
    """Whatever the numbers, those in the overview add up, and the percentage is theirs."""
    starts = [sum(counts[:position]) + 1 for position in range(5)]
    groups = [items(count, first) for count, first in zip(counts, starts, strict=True)]
    whole = sum(counts)
    bulletin = replace(
        EMPTY,
        projects=1 if whole else 0,
        items=whole,
        finished=groups[0],
        ongoing=groups[1],
        behind=groups[2],
        unstated=groups[3],
        unreported=groups[4],
    )
    text = context(bulletin)["总体情况"]
    part = r"(?:完成|推进|较慢|状态|报送)(\d+)项|(\d+)项均?未报送"
    printed = [int(one or other) for one, other in re.findall(part, text)]
    share = re.search(r"完成率([\d.]+)%", text)

    assert inconsistencies(bulletin) == ()
    assert sum(printed) == (0 if counts[0] == whole else whole)
    assert (share is not None) == (counts[0] > 0)
    if share:
        assert abs(float(share[1]) - 100 * counts[0] / whole) <= 0.05 + 1e-9


@given(
    written=st.text(st.sampled_from("已完成甲乙。；，、！？… \n\r\t\x0b：.1“”）"), max_size=30),
)
def test_no_doubled_marks_whatever_a_unit_writes(written: str) -> None:
    """Unit-written text never brings line breaks or doubled marks into a sentence."""
    slow = replace(item(problem=written, plan=written), name=written, progress=written)
    (entry,) = context(replace(EMPTY, items=1, behind=(slow,)))["进展较慢"]["事项"]
    text = f"{entry['名称']}。" + entry["进展"] + entry["问题"] + entry["计划"]

    assert not re.search(r"[。；，、：][。；，、：]|[\n\r\t\x0b]", text)
    assert not re.search(r"[！？…]。", entry["问题"])
