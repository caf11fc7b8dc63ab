"""The year's list out of the units' summary forms."""

import pytest

from tests.stages.annuals import returned, summary_form, year
from tests.tables import programme
from toolkit.model.annual import MergedList, Origin
from toolkit.model.programme import Programme, Unit
from toolkit.model.scheme import Filling, Key
from toolkit.model.submission import FileStatus
from toolkit.stages.merged_list import merged_list
from toolkit.stages.new_items import GROUP_AROUND

SCHOOLS, ROADS, MARKET, STREET = "发展软环境保障局", "城乡建设和交通局", "市场监管局", "王因街道"
M001 = f"| 一 | 优质教育工程 | 新建小屯小学，新增学位900个 | {SCHOOLS} | | M001 |"
M002 = f"| 一 | 优质教育工程 | 400口教室护眼灯改造 | {SCHOOLS} | 洸河街道 | M002 |"
M003 = f"| 二 | 交通畅行工程 | 改造道路20公里 | {ROADS}、{STREET} | | M003 |"
M004 = f"| 三 | 放心消费工程 | 建设示范店15处 | {MARKET} | | M004 |"


@pytest.fixture
def listed() -> Programme:
    """Return the short list of tests.tables."""
    return programme()


def rows(merged: MergedList, *keys: Key) -> list[tuple[str, ...]]:
    """Return the merged table: 编号, where it comes from, and some columns."""
    return [
        (row.item.code, row.origin.value, *(row.item.values.get(key, "") for key in keys))
        for row in merged.rows
    ]


def test_a_form_shows_the_list_open_to_correction_and_blank_rows(listed: Programme) -> None:
    """Every column but the number can be written; the number is the coordinator's."""
    sheet = summary_form(listed, SCHOOLS).sheets[0]
    assert sheet.name == "汇总表"
    assert [row[2] for row in sheet.rows[3:5]] == [
        "新建小屯小学，新增学位900个",
        "400口教室护眼灯改造",
    ]
    assert [row[1] for row in sheet.rows[3:5]] == ["优质教育工程"] * 2
    assert len(sheet.rows) == 5 + 10
    assert not any(any(row) for row in sheet.rows[5:])


def test_a_unit_without_items_gets_an_empty_form(listed: Programme) -> None:
    """It may have something to propose; a collective name is no unit."""
    assert listed.addressees["洸河街道"] == ()
    assert not any(any(row) for row in summary_form(listed, "洸河街道").sheets[0].rows[3:])
    streets = programme(units=(Unit(SCHOOLS), Unit("各街道", members=("洸河街道",))))
    assert "各街道" not in streets.addressees


def test_what_nobody_changed_stays_as_it_is(listed: Programme) -> None:
    """Also where no return came back."""
    merged = merged_list(year(listed, {MARKET: M004}))
    assert [row.item.values for row in merged.rows] == [item.values for item in listed.items]
    assert {row.origin for row in merged.rows} == {Origin.KEPT}
    assert not any((merged.corrections, merged.conflicts, merged.withdrawn, merged.twins))


def test_a_correction_replaces_the_lists_text_and_is_told(listed: Programme) -> None:
    """With the cell that says it, and the units of the corrected text."""
    line = f"| 三 | 放心消费工程 | 建设示范店18处 | {MARKET}、{STREET} | | M004 |"
    merged = merged_list(year(listed, {MARKET: line}))
    last = merged.rows[-1]
    assert (last.origin, last.item.values[Key.CONTENT]) == (Origin.CORRECTED, "建设示范店18处")
    assert (last.item.lead, last.item.co) == (MARKET, (STREET,))
    told = [(c.title, c.before, c.after, c.entry.cell(c.key)) for c in merged.corrections]
    assert told == [
        ("项目内容及规模", "建设示范店15处", "建设示范店18处", "C4"),
        ("主办单位", MARKET, f"{MARKET}、{STREET}", "D4"),
    ]


def test_new_items_follow_their_project_and_all_is_numbered_anew(listed: Programme) -> None:
    """A new project comes last; keys go on after the list's."""
    merged = merged_list(
        year(
            listed,
            {
                SCHOOLS: f"{M001}\n{M002}\n| | 优质教育工程 | 建设心理辅导室30所 | {SCHOOLS} | | |",
                MARKET: f"{M004}\n| | 电梯安全工程 | 为在用电梯购买保险 | {MARKET} | | |",
            },
        )
    )
    assert rows(merged, Key.NUMBER, Key.PROJECT) == [
        ("M001", "沿用", "一", "优质教育工程"),
        ("M002", "沿用", "一", "优质教育工程"),
        ("M005", "新增", "一", "优质教育工程"),
        ("M003", "沿用", "二", "交通畅行工程"),
        ("M004", "沿用", "三", "放心消费工程"),
        ("M006", "新增", "四", "电梯安全工程"),
    ]
    assert merged.rows[2].item.lead == SCHOOLS


def test_a_blank_project_between_two_rows_of_one_is_that_project(listed: Programme) -> None:
    """A row put into a merged block; at the end of the table it would be a guess."""
    inside = f"{M001}\n| | | 建设心理辅导室30所 | {SCHOOLS} | | |\n{M002}"
    month = year(listed, {SCHOOLS: inside})
    new = merged_list(month).rows[2]
    assert new.item.group == "优质教育工程"
    assert [repair.code for repair in month.submissions[0].repairs] == [GROUP_AROUND]

    behind = year(listed, {SCHOOLS: f"{M001}\n{M002}\n| | | 建设心理辅导室30所 | {SCHOOLS} | | |"})
    assert merged_list(behind).rows[-1].item.group is None


def test_two_different_corrections_change_nothing() -> None:
    """Both are told; the list's text stays."""
    each = programme(filling=Filling.EACH)
    lines = [M003.replace("20公里", length) for length in ("22公里", "18公里")]
    merged = merged_list(year(each, {ROADS: lines[0], STREET: lines[1]}))
    assert merged.rows[2].item.values[Key.CONTENT] == "改造道路20公里"
    assert [c.after for c in merged.conflicts[0].proposals] == ["改造道路22公里", "改造道路18公里"]


@pytest.mark.parametrize("line", [M001, f"{M001}\n| 一 | | | | | M002 |"], ids=["cut", "emptied"])
def test_a_row_that_is_gone_stays_in_the_list(listed: Programme, line: str) -> None:
    """Whether it goes is not the unit's to decide."""
    merged = merged_list(year(listed, {SCHOOLS: line}))
    assert [(item.code, of.unit) for item, of in merged.withdrawn] == [("M002", SCHOOLS)]
    assert [row.item.code for row in merged.rows] == ["M001", "M002", "M003", "M004"]


def test_blank_cells_that_a_list_needs_change_nothing(listed: Programme) -> None:
    """But an assisting unit may be taken out."""
    line = f"{M001}\n| 一 | | 400口教室护眼灯改造 | | | M002 |"
    merged = merged_list(year(listed, {SCHOOLS: line}))
    assert [(c.title, c.before, c.after) for c in merged.corrections] == [
        ("协办单位", "洸河街道", "")
    ]
    assert merged.rows[1].item.lead == SCHOOLS


def test_an_item_of_another_key_is_not_taken_for_it(listed: Programme) -> None:
    """Rows sorted without their hidden keys."""
    swapped = M001.replace("M001", "M002") + "\n" + M002.replace("M002", "M001")
    _, submission = returned(listed, SCHOOLS, swapped)
    assert submission is not None
    assert {(d.by_key.code, d.by_text.code) for d in submission.disputed} == {
        ("M001", "M002"),
        ("M002", "M001"),
    }


def test_a_progress_form_is_no_summary_form(listed: Programme) -> None:
    """It lies in the wrong folder; both ways are told by their names."""
    from tests.stages.returns import filled, outcome

    received, _ = outcome(filled(listed), listed, period="2021")
    assert (received.status, received.reason) == (FileStatus.FOREIGN, "这是进展表，不是汇总表")
    received, _ = outcome(summary_form(listed, SCHOOLS), listed)
    assert (received.status, received.reason) == (FileStatus.FOREIGN, "这是汇总表，不是进展表")
