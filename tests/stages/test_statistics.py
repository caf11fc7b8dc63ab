"""Counts by status add up, whatever was reported."""

from hypothesis import given
from hypothesis import strategies as st

from tests.stages.months import month
from tests.stages.returns import MARKET, REPORTS, ROADS, SCHOOLS
from tests.tables import LIST, programme, scheme
from toolkit.model.month import MergedItem
from toolkit.model.scheme import Key
from toolkit.stages.merge import merge
from toolkit.stages.statistics import UNREPORTED, by_lead, by_project, status_names, tally

LISTED = programme()
WORDS = st.sampled_from(("已完成。", "正在施工。", "进度滞后。", "", "差不多了"))


@st.composite
def merged(draw: st.DrawFn) -> tuple[MergedItem, ...]:
    """Draw a merged month in which any units reported anything."""
    sent = {
        unit: {item.code: {Key.PROGRESS: draw(WORDS)} for item in items}
        for unit, items in LISTED.assignments.items()
        if draw(st.booleans())
    }
    return merge(month(LISTED, sent))


@given(merged())
def test_the_statuses_add_up_to_the_whole(items: tuple[MergedItem, ...]) -> None:
    """Each item is counted under exactly one status, in total and in every group."""
    names = status_names(LISTED.scheme, items)
    groups = [*by_project(items).values(), *by_lead(items).values()]

    for rows in (items, *groups):
        counted = tally("", rows, names)
        assert sum(counted.by_status.values()) == counted.total == len(rows)
        assert counted.finished == counted.by_status["已完成"]


@given(merged())
def test_groups_divide_the_items(items: tuple[MergedItem, ...]) -> None:
    """By project and by lead, every item stands in exactly one group."""
    for groups in (by_project(items), by_lead(items)):
        codes = [item.item.code for rows in groups.values() for item in rows]
        assert sorted(codes) == sorted(item.item.code for item in items)


def test_the_usual_statuses_come_first_and_unreported_last() -> None:
    """A table keeps its columns from month to month."""
    assert status_names(LISTED.scheme, merge(month(LISTED, {}))) == (
        "已完成",
        "正常推进",
        "推进缓慢",
        UNREPORTED,
    )


def test_a_status_that_is_not_in_the_list_is_counted_too() -> None:
    """What a unit chose against the list is an objection, yet no item may drop out of the sum."""
    stated = programme(layout=scheme(Key.STATUS))
    items = merge(month(stated, {ROADS: {"M003": {Key.STATUS: "差不多了", Key.PROGRESS: "一"}}}))

    assert status_names(stated.scheme, items)[-2:] == ("差不多了", UNREPORTED)


def test_projects_and_leads_keep_the_lists_order() -> None:
    """Groups stand in the order of first mention."""
    items = merge(month(LISTED, {SCHOOLS: REPORTS}))

    assert list(by_project(items)) == ["优质教育工程", "交通畅行工程", "放心消费工程"]
    assert list(by_lead(items)) == [SCHOOLS, ROADS, MARKET]


def test_a_list_without_projects_groups_every_item_alone() -> None:
    """An item that belongs to no project stands under its own name."""
    flat = programme(LIST.replace("优质教育工程", "").replace("| 一 ", "| "))
    names = list(by_project(merge(month(flat, {}))))

    assert names[:2] == ["新建小屯小学，新增学位900个", "400口教室护眼灯改造"]
