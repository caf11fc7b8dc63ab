"""A quarterly bulletin says of each unit how far it is; the words hold for none, one and many."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.bulletins import EMPTY, QUARTER, items, led
from toolkit.model.bulletin import ProgressBulletin
from toolkit.stages.bulletin import quarterly_context


def context(bulletin: ProgressBulletin) -> dict[str, Any]:
    """Return the context with values of any type, for tests look into its lists."""
    return quarterly_context(bulletin)


def test_units_with_everything_finished_and_units_with_work_left_are_named() -> None:
    """Each unit once; items of which nobody reported count as unfinished, and it says so."""
    fields = context(QUARTER)

    assert fields["单位完成情况"] == (
        "责任单位共4个，其中1个已完成全部事项：卫生健康事业中心；3个有未完成事项："
        "建设局（承担2项，均未完成）、民政和文旅事业中心（承担1项，未完成）、"
        "高新区交警大队（承担1项，未完成）。未报送进展情况的事项，暂按未完成统计。"
    )
    assert fields["全部完成单位"] == ["卫生健康事业中心"]


def test_a_unit_with_some_items_finished_is_not_among_the_finished_ones() -> None:
    """It is named once, with its share."""
    one, two, three = items(3)
    fields = context(replace(EMPTY, items=3, finished=(one, two), ongoing=(three,)))

    assert fields["全部完成单位"] == []
    assert fields["单位完成情况"] == (
        "责任单位1个，有未完成事项：城乡建设和交通局（承担3项，未完成1项）。"
    )


def test_without_items_there_is_nothing_to_say() -> None:
    """No 责任单位共0个."""
    assert context(EMPTY)["单位完成情况"] == ""


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (("甲局",), "责任单位1个，已完成全部事项：甲局。"),
        (("甲局", "乙局"), "责任单位共2个，均已完成全部事项：甲局、乙局。"),
    ],
)
def test_all_finished(units: tuple[str, ...], expected: str) -> None:
    """One unit and several have each their own words."""
    rows = zip(units, items(len(units)), strict=True)
    done = tuple(row for unit, only in rows for row in led(unit, only))

    assert context(replace(EMPTY, items=len(done), finished=done))["单位完成情况"] == expected


def test_nothing_finished() -> None:
    """The unit with most left comes first."""
    one, two, three = items(3)
    rows = led("甲局", one) + led("乙局", two, three)

    assert context(replace(EMPTY, items=3, ongoing=rows))["单位完成情况"] == (
        "责任单位共2个，均有未完成事项：乙局（承担2项，均未完成）、甲局（承担1项，未完成）。"
    )


def test_items_without_a_unit_are_counted_apart() -> None:
    """Nobody is called 未明确."""
    one, two = items(2)
    rows = led("甲局", one) + led("", two)

    assert context(replace(EMPTY, items=2, finished=rows))["单位完成情况"] == (
        "责任单位1个，已完成全部事项：甲局。另有1项未明确责任单位。"
    )


def test_more_than_thirty_units() -> None:
    """Thirty are named, the others stand in the workbook."""
    rows = tuple(led(f"第{n}局", row)[0] for n, row in enumerate(items(60), 1))
    text = context(replace(EMPTY, items=60, finished=rows))["单位完成情况"]

    assert text.startswith("责任单位共60个，均已完成全部事项：第1局、")
    assert text.endswith("第30局（其余30个见汇总表“统计”）。")


@given(
    done=st.lists(st.sampled_from("甲乙丙"), max_size=8),
    left=st.lists(st.sampled_from("甲乙丙丁"), max_size=8),
)
def test_every_unit_stands_in_one_of_the_two_lists(done: list[str], left: list[str]) -> None:
    """And the printed shares add up to the unfinished items."""
    rows = items(len(done) + len(left))
    owned = tuple(replace(r, lead=u) for r, u in zip(rows, done + left, strict=True))
    bulletin = replace(
        EMPTY, items=len(owned), finished=owned[: len(done)], ongoing=owned[len(done) :]
    )
    fields = context(bulletin)
    unfinished = [share[0] for share in fields["未全部完成单位"]]
    whole = [int(n) for n in re.findall(r"承担(\d+)项", "".join(fields["未全部完成单位"]))]

    assert sorted([*fields["全部完成单位"], *unfinished]) == sorted({*done, *left})
    assert set(unfinished) == set(left)
    assert sum(whole) == len(left) + sum(unit in left for unit in done)
