"""The pace in bulletins: counted apart from what units call the state, each item in full once."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.bulletins import EMPTY, MONTH, SCHOOL, item, items
from tests.stages.requests import SEPTEMBER, paced
from toolkit.model.assessment import Pace
from toolkit.model.bulletin import ProgressBulletin
from toolkit.stages.bulletin import monthly_context
from toolkit.stages.bulletin_checks import inconsistencies
from toolkit.stages.bulletin_pace import pace_fields

FAST, EVEN, SLOW = (
    paced(item("1"), 0.9, Pace.AHEAD),
    paced(item("2"), 0.74, Pace.ON),
    paced(item("3", "缺资金", "抓紧"), 0.4, Pace.BEHIND),
)


def month(*rows: Any) -> ProgressBulletin:
    """Return a month with these items under way."""
    return replace(
        EMPTY, items=len(rows), ongoing=rows, problems=tuple(r for r in rows if r.problem)
    )


@pytest.mark.parametrize(
    ("bulletin", "expected"),
    [
        (EMPTY, ""),
        (MONTH, ""),
        (month(SLOW), "对照时序进度（75%），未完成的1项慢序时。"),
        (month(SLOW, replace(SLOW, code="9")), "对照时序进度（75%），未完成的2项均慢序时。"),
        (
            month(FAST, EVEN, SLOW),
            "对照时序进度（75%），未完成的3项中，超序时1项、达序时1项、慢序时1项。",
        ),
        (
            month(FAST, item("8")),
            "对照时序进度（75%），未完成的2项中，超序时1项；另有1项没有可以对照的完成数量。",
        ),
    ],
)
def test_the_pace_is_told_for_none_one_and_many(bulletin: ProgressBulletin, expected: str) -> None:
    """Nothing is said where it is not known of any item."""
    assert pace_fields(bulletin)["时序情况"] == expected


def test_items_are_named_with_what_is_done() -> None:
    """Only who is slow is told by how much; the printed shares and their difference agree."""
    fields = pace_fields(month(FAST, EVEN, replace(SLOW, share=0.3333, expected=2 / 3)))

    assert fields["超序时名单"] == (
        "交通畅行工程——第1段20公里道路改造（城乡建设和交通局，完成90%）"
    )
    assert str(fields["达序时名单"]).endswith("（城乡建设和交通局，完成74%）")
    assert "完成33.3%，落后时序进度33.4个百分点" in str(fields["慢序时名单"])


def test_a_slow_item_that_its_unit_calls_slow_is_told_there() -> None:
    """Its reason and plan stand once, and its problem is not told a third time."""
    slow = paced(SCHOOL, 0.4, Pace.BEHIND)
    fields: dict[str, Any] = monthly_context(
        replace(EMPTY, items=1, behind=(slow,), problems=(slow,))
    )

    assert [row["另述"] for row in fields["慢序时"]["事项"]] == ["进展较慢"]
    assert fields["问题说明"] == "反映存在问题的事项1项，进展较慢，问题已在上文列明。"


def test_a_slow_item_that_its_unit_calls_normal_is_told_in_full() -> None:
    """With problem and plan; the list of problems points there."""
    fields: dict[str, Any] = monthly_context(month(SLOW))
    (row,) = fields["慢序时"]["事项"]

    assert (row["另述"], row["问题"], row["计划"]) == ("", "缺资金。", "抓紧。")
    assert fields["其他问题"]["数"] == 0
    assert "慢序时，问题已在上文列明" in fields["问题说明"]


@given(st.lists(st.sampled_from([*Pace, None]), max_size=40))
def test_every_unfinished_item_has_one_place(paces: list[Pace | None]) -> None:
    """The groups and those of which it is not known add up."""
    shares = {Pace.AHEAD: 0.9, Pace.ON: 0.75, Pace.BEHIND: 0.1}
    rows = tuple(
        paced(row, shares[pace], pace) if pace else row
        for row, pace in zip(items(len(paces)), paces, strict=True)
    )
    fields: dict[str, Any] = pace_fields(month(*rows))

    assert [fields[pace.value]["数"] for pace in Pace] == [paces.count(pace) for pace in Pace]
    assert inconsistencies(month(*rows)) == ()


@pytest.mark.parametrize(
    ("bulletin", "expected"),
    [
        (month(replace(FAST, share=0.2)), "事项1完成20%、时序进度75%，与“超序时”不符。"),
        (month(replace(SLOW, share=0.9)), "事项3完成90%、时序进度75%，与“慢序时”不符。"),
        (month(replace(SLOW, share=None)), "没有完成进度或者时序进度"),
        (month(replace(SLOW, expected=1.2)), "不在 0 到 100% 之间"),
        (replace(EMPTY, items=1, finished=(FAST,)), "事项1列入已完成，又列入时序进度。"),
        (replace(SEPTEMBER, missing=()), "催报的单位有1个，与未报送的单位0个对不上。"),
        (
            replace(SEPTEMBER, on_time=(*SEPTEMBER.on_time, "应急管理局"), missing=()),
            "单位应急管理局已经报送，又列入催报。",
        ),
    ],
)
def test_what_does_not_fit_is_told(bulletin: ProgressBulletin, expected: str) -> None:
    """Before anything is issued."""
    assert any(expected in fault.sentence for fault in inconsistencies(bulletin))
    assert inconsistencies(SEPTEMBER) == ()
