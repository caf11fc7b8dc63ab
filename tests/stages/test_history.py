"""What units reported before, as the rules compare it."""

import pytest

from tests.tables import RECEIVED, programme
from toolkit.model.ledger import LedgerEntry
from toolkit.model.scheme import Key
from toolkit.stages.history import earlier_periods, earlier_reports
from toolkit.text.periods import parse_period


@pytest.mark.parametrize(
    ("known", "current", "most", "expected"),
    [
        (["2021-07", "2021-08", "2021-09"], "2021-09", 2, ["2021-08", "2021-07"]),
        (["2021-05", "2021-06", "2021-08"], "2021-09", 2, ["2021-08", "2021-06"]),
        (["2021", "2021-Q2", "2021-W30", "2021-08"], "2021-09", 2, ["2021-08"]),
        (["2021-09", "2021-10"], "2021-09", 2, []),
        (
            ["2021-09-上旬", "2021-09-下旬", "2021-09-中旬"],
            "2021-10-上旬",
            2,
            ["2021-09-下旬", "2021-09-中旬"],
        ),
    ],
)
def test_the_last_periods_of_the_same_kind(
    known: list[str], current: str, most: int, expected: list[str]
) -> None:
    """In the order of their days, not of their names; gaps do not matter."""
    found = earlier_periods(map(parse_period, known), parse_period(current), most)

    assert [period.label for period in found] == expected


def kept(progress: str) -> LedgerEntry:
    """Return what the ledger holds of one report."""
    values = {Key.PROGRESS: progress, Key.PROBLEM: "无", Key.PLAN: "建成3处。"}
    return LedgerEntry("M004", "市场监管局", "表.xlsx", "进展表", "sha", RECEIVED, values, {})


def test_reports_are_found_by_unit_and_item_the_latest_first() -> None:
    """With the status that their texts say, and the name that people give the period."""
    reported = [
        (parse_period("2021-08"), [kept("已全部完成。")]),
        (parse_period("2021-07"), [kept("建成9处。")]),
    ]
    (reports,) = earlier_reports(programme(), reported).values()

    assert [(r.period, r.name, r.status.finished) for r in reports] == [
        ("2021-08", "8月", True),
        ("2021-07", "7月", False),
    ]
