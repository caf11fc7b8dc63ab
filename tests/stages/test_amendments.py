"""更正: what differs between a period as it was issued and as it is now, as data."""

from collections.abc import Mapping
from datetime import datetime

import pytest

from toolkit.files.schemes import load_scheme
from toolkit.model.closing import Closing, Issued, IssuedItem
from toolkit.model.ledger import LedgerEntry
from toolkit.model.period import PeriodKind
from toolkit.model.scheme import Key
from toolkit.stages.amendments import amendments, count_changes

LAYOUT = load_scheme("jining-gaoxin-2021").layouts[PeriodKind.MONTH]
CLOSING = Closing("2021-09", 1, datetime(2021, 10, 9), {})


def item(code: str, content: str = "改造公路", status: str = "正常推进") -> IssuedItem:
    """Return a row of the list as it is issued."""
    return IssuedItem(code, content, {Key.CONTENT: content}, {"状态": status})


def entry(code: str, progress: str, unit: str = "交通局") -> LedgerEntry:
    """Return what a unit reported."""
    return LedgerEntry(
        code,
        unit,
        f"2021-09/2回收/{unit}.xlsx",
        "进展表",
        "00",
        datetime(2021, 10, 8),
        {Key.PROGRESS: progress},
        {Key.PROGRESS: "E4"},
    )


State = tuple[list[IssuedItem], list[LedgerEntry]]
"""The list, and what units reported."""

Told = tuple[str, str, str, str, str]
"""What happened, 编号, unit, before, after."""


def told(then: State, now: State) -> list[Told]:
    """Return the differences between two states of a list."""
    issued = Issued(CLOSING, tuple(then[0]), tuple(then[1]))
    return [
        (one.kind, one.code, one.unit, one.before, one.after)
        for one in amendments(LAYOUT, issued, now[0], now[1])
    ]


CASES: Mapping[str, tuple[State, State, list[Told]]] = {
    "nothing": (
        ([item("M001")], [entry("M001", "16公里")]),
        ([item("M001")], [entry("M001", "16公里")]),
        [],
    ),
    "a value": (
        ([item("M001")], [entry("M001", "16公里")]),
        ([item("M001")], [entry("M001", "18公里")]),
        [("更正", "M001", "交通局", "16公里", "18公里")],
    ),
    "a late report": (
        ([item("M001")], []),
        ([item("M001")], [entry("M001", "18公里")]),
        [("补报", "M001", "交通局", "", "18公里")],
    ),
    "a report that counts no more": (
        ([item("M001")], [entry("M001", "18公里")]),
        ([item("M001")], []),
        [("不再采用", "M001", "交通局", "18公里", "")],
    ),
    "the list itself": (
        ([item("M001")], []),
        ([item("M001", "改造公路30公里")], []),
        [("清单更正", "M001", "", "改造公路", "改造公路30公里")],
    ),
    "an item more": (
        ([item("M001")], []),
        ([item("M001"), item("M002")], []),
        [("清单新增", "M002", "", "", "")],
    ),
    "an item less": (
        ([item("M001"), item("M002")], []),
        ([item("M001")], []),
        [("清单删去", "M002", "", "", "")],
    ),
    "how an item counts": (
        ([item("M001")], []),
        ([item("M001", status="已完成")], []),
        [("统计变化", "M001", "", "正常推进", "已完成")],
    ),
    "two units of an item": (
        ([item("M001")], [entry("M001", "一"), entry("M001", "二", "水务局")]),
        ([item("M001")], [entry("M001", "一"), entry("M001", "三", "水务局")]),
        [("更正", "M001", "水务局", "二", "三")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_differences(name: str) -> None:
    """Each kind of difference is told once, with both values; what is the same is not."""
    then, now, expected = CASES[name]
    assert told(then, now) == expected


def test_figures_then_and_now() -> None:
    """A word under which nothing counts any more is there with 0."""
    then = [item("M001"), item("M002")]
    now = [item("M001", status="已完成"), item("M002", status="已完成")]
    assert count_changes(then, now) == (
        ("事项总数", 2, 2),
        ("状态：正常推进", 2, 0),
        ("状态：已完成", 0, 2),
    )
