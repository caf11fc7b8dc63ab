"""Slow items, overdue ones and their explanations; the words hold for none, one and many."""

from dataclasses import replace
from typing import Any

import pytest

from tests.stages.bulletins import EXPLAINED, HOMES, QUARTER, YEAR_END, items, late, led
from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.stages.bulletin import quarterly_context
from toolkit.stages.bulletin_lists import LISTED


def context(bulletin: ProgressBulletin) -> dict[str, Any]:
    """Return the context with values of any type, for tests look into its lists."""
    return quarterly_context(bulletin)


def test_whose_the_slow_items_are_is_said_where_there_are_several() -> None:
    """One names its unit itself."""
    two = replace(QUARTER, items=6, behind=(HOMES, *items(1, 20)))

    assert context(QUARTER)["进展较慢说明"] == ""
    assert context(two)["进展较慢说明"] == (
        "进展较慢事项共2项，涉及责任单位2个：建设局1项、城乡建设和交通局1项。"
    )


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "进展较慢事项1项，已逾期，具体情况在逾期未完成事项中列明。"),
        (
            15,
            "进展较慢事项共15项，责任单位均为城乡建设和交通局。"
            "以上事项均已逾期，具体情况在逾期未完成事项中列明。",
        ),
    ],
)
def test_slow_items_that_are_overdue_are_told_with_the_overdue(count: int, expected: str) -> None:
    """No item is told in full twice."""
    fields = context(late(count))

    assert fields["进展较慢说明"] == expected
    assert fields["其他进展较慢"]["数"] == 0
    assert fields["逾期未完成"]["数"] == count


def test_only_some_slow_items_overdue() -> None:
    """Those in time are listed where they belong."""
    slow = items(3)
    fields = context(replace(late(3), behind=slow, overdue=slow[:1]))

    assert fields["进展较慢说明"].endswith(
        "其中1项已逾期，具体情况在逾期未完成事项中列明；其余2项情况如下。"
    )
    assert [row["编号"] for row in fields["其他进展较慢"]["事项"]] == ["2", "3"]


def test_before_the_finish_date_there_are_none() -> None:
    """Nothing is said of them."""
    fields = context(QUARTER)

    assert fields["逾期未完成"]["数"] == 0
    assert fields["逾期概况"] == fields["说明情况"] == ""
    assert fields["未作说明单位"] == []


def test_after_it_they_are_counted_and_whose_they_are() -> None:
    """Those of which nobody reported are told apart."""
    assert context(YEAR_END)["逾期概况"] == (
        "各事项的完成时限为10月底。截至12月底，逾期未完成的事项有4项，涉及责任单位3个："
        "建设局2项、民政和文旅事业中心1项、高新区交警大队1项。"
        "其中未报送进展情况的1项，暂按未完成统计。"
    )


def test_those_who_explain_nothing_are_named() -> None:
    """With how many items, for a unit may have explained another one."""
    fields = context(YEAR_END)

    assert fields["说明情况"] == (
        "未作说明的单位：建设局（1项）、民政和文旅事业中心（1项）、高新区交警大队（1项）。"
    )
    assert [row["说明"] for row in fields["逾期未完成"]["事项"]] == [
        "管线产权单位多，协调时间长；预计2025年3月完成。",
        "",
        "",
        "",
    ]


def test_one_item() -> None:
    """The list names its unit."""
    assert context(late(1))["逾期概况"] == (
        "各事项的完成时限为10月底。截至10月底，逾期未完成的事项有1项。"
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (led("甲局", EXPLAINED), "责任单位已作出说明。"),
        (led("甲局", EXPLAINED) + led("乙局", EXPLAINED), "各责任单位均已作出说明。"),
    ],
)
def test_all_explained(rows: tuple[BulletinItem, ...], expected: str) -> None:
    """One unit and several have each their own words."""
    fields = context(replace(late(0), items=len(rows), behind=rows, overdue=rows))

    assert fields["说明情况"] == expected
    assert fields["未作说明单位"] == []


def test_nobody_is_blamed_where_no_form_asks() -> None:
    """A form without the column cannot be left without an explanation."""
    fields = context(late(2, explanation=None))

    assert fields["说明情况"] == ""
    assert fields["未作说明单位"] == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (1, "有1项。该事项未报送进展情况，暂按未完成统计。"),
        (2, "责任单位均为城乡建设和交通局。均未报送进展情况，暂按未完成统计。"),
    ],
)
def test_when_of_all_of_them_nothing_is_known(rows: int, expected: str) -> None:
    """One and several have each their own words."""
    silent = items(rows, explanation="")
    bulletin = replace(late(0), items=rows, unreported=silent, overdue=silent)

    assert context(bulletin)["逾期概况"].endswith(expected)


def test_whether_an_item_was_reported_is_a_field_of_it() -> None:
    """A template leaves out what an item without a report lacks."""
    rows = context(YEAR_END)["逾期未完成"]["事项"]

    assert [row["已报送"] for row in rows] == [True, True, True, False]


def test_long_lists_name_thirty() -> None:
    """Sixty items: thirty here, thirty in the workbook; so with those who explain nothing."""
    slow = tuple(led(f"第{n}局", row)[0] for n, row in enumerate(items(60, explanation=""), 1))
    fields = context(replace(late(60), behind=slow, overdue=slow, problems=()))

    assert len(fields["逾期未完成"]["事项"]) == LISTED
    assert fields["逾期未完成"]["其余"] == "其余30项见汇总表。"
    assert fields["说明情况"].endswith("第30局（1项）（其余30个见汇总表）。")


def test_problems_told_with_them_are_not_told_again() -> None:
    """Problems of those beyond the thirtieth are still listed."""
    fields = context(late(60))

    assert fields["其他问题"]["数"] == 30
    assert fields["问题说明"] == (
        "反映存在问题的事项共60项，其中30项逾期未完成，问题已在上文列明；其余30项的问题如下。"
    )
