"""What each unit reported becomes one text a cell and one status an item."""

import pytest

from tests.stages.months import month
from tests.stages.returns import REPORTS, ROADS, SCHOOLS
from tests.tables import programme
from toolkit.model.month import MergedItem
from toolkit.model.scheme import Filling, Key
from toolkit.stages.merge import merge, merged_text

ALONE = programme()
EACH = programme(filling=Filling.EACH)


def road(lead: str | None, co: str | None) -> MergedItem:
    """Return the item that two units share after they wrote this on its progress."""
    sent = {
        unit: {"M003": {Key.PROGRESS: text}}
        for unit, text in ((ROADS, lead), ("王因街道", co))
        if text is not None
    }
    return next(item for item in merge(month(EACH, sent)) if item.item.code == "M003")


def test_every_item_of_the_list_is_merged_in_its_order() -> None:
    """An item that nobody reported has its row too."""
    items = merge(month(ALONE, {ROADS: REPORTS}))

    assert [item.item.code for item in items] == ["M001", "M002", "M003", "M004"]
    assert [item.reported for item in items] == [False, False, True, False]
    assert items[0].values.get(Key.PROGRESS, "") == ""


def test_one_units_text_stays_as_written() -> None:
    """Nothing is added to it, nothing tidied."""
    items = merge(month(ALONE))

    assert dict(items[2].values) == dict(REPORTS["M003"])
    assert [entry.unit for entry in items[2].entries] == [ROADS]


def test_texts_of_several_units_stand_under_their_names() -> None:
    """The lead comes first, and one that wrote nothing is not named."""
    both = road("已完工16公里。", "配合征地。")

    assert both.values[Key.PROGRESS] == f"【{ROADS}】已完工16公里。\n【王因街道】配合征地。"
    assert both.values[Key.PLAN] == ""
    assert road(None, "配合征地。").values[Key.PROGRESS] == "【王因街道】配合征地。"


@pytest.mark.parametrize(
    ("lead", "co", "status"),
    [
        ("已完成。", "已完成。", "已完成"),
        ("已完成。", "正在征地。", "正常推进"),
        ("正在施工。", "已完成。", "正常推进"),
        ("已完成。", "进展缓慢。", "推进缓慢"),
        ("正在施工。", None, "正常推进"),
        ("已完成。", None, "未说明"),
        ("已完成。", "", "未说明"),
        ("", "", None),
        (None, None, None),
    ],
)
def test_an_item_is_finished_only_when_all_of_its_units_say_so(
    lead: str | None, co: str | None, status: str | None
) -> None:
    """One that lags makes it lag; one that is silent leaves a finished item undecided."""
    merged = road(lead, co)

    assert (merged.status.name if merged.status else None) == status
    assert not (merged.status and merged.status.finished and status != "已完成")


def test_one_units_status_is_the_items() -> None:
    """With one filler there is nothing to weigh."""
    names = [item.status.name if item.status else None for item in merge(month(ALONE))]

    assert names == ["正常推进", "已完成", "正常推进", "正常推进"]


def test_a_blank_return_reports_nothing() -> None:
    """A form that came back empty is received, but its items are not reported."""
    items = merge(month(ALONE, {SCHOOLS: {}}))

    assert [item.reported for item in items[:2]] == [False, False]
    assert len(items[0].entries) == 1


def test_merged_text_of_nobody_is_empty() -> None:
    """No unit, no text."""
    assert merged_text([], several=False) == merged_text([], several=True) == ""
