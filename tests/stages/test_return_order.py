"""The order in which a unit reads what it has to mend, as tables."""

from dataclasses import replace

import pytest

from toolkit.model.amendment import WHOLE_FORM, Point
from toolkit.model.finding import Finding, Severity
from toolkit.model.programme import Item
from toolkit.model.scheme import Key
from toolkit.stages.return_order import alike, amendments

ITEMS = {
    code: Item(code, {Key.CONTENT: f"{name}，合计20公里。"}, "甲局")
    for code, name in (("M001", "修路"), ("M002", "建校"), ("M003", "换灯"))
}
SHEET = "进展表"


def fault(
    code: str, item: str = "", cell: str = "", message: str = "", sheet: str = SHEET
) -> Finding:
    """Return a finding as the rules make it."""
    return Finding(
        code=code,
        name="",
        severity=Severity.ERROR,
        message=message or f"{code}的问题。",
        suggestion="请改。",
        unit="甲局",
        item=item or None,
        sheet=sheet,
        cell=cell or None,
    )


def told(*faults: Finding) -> list[str]:
    """Return the entries as lines: place, items, the codes of their points."""
    return [
        f"{entry.place} {'、'.join(entry.items)} {'、'.join(p.code for p in entry.points)}"
        for entry in amendments(faults, ITEMS, SHEET)
    ]


WHOLES = ("D205", "D206", "S312", "S311", "S301", "S310")


def test_the_whole_comes_before_its_parts() -> None:
    """Whose it is, of which period, empty, doubled, columns; then rows; then cells."""
    faults = [
        fault("V403", "M001", "F4"),
        fault("S303", cell="B9"),
        fault("S302", "M003"),
        fault("S302", "M002"),
        *(fault(code, cell="A2" if code == "D205" else "") for code in reversed(WHOLES)),
        fault("X999"),
    ]
    assert told(*faults) == [
        "A2  D205",
        *(f"全表  {code}" for code in WHOLES[1:]),
        "全表  X999",
        "全表 M002 S302",
        "全表 M003 S302",
        "B9  S303",
        "F4 M001 V403",
    ]


def test_items_stand_in_the_lists_order_and_columns_from_left_to_right() -> None:
    """Whatever order the rules run in, and however the rows were sorted; AA is right of Z."""
    assert told(
        fault("V401", "M002", "AA3"),
        fault("V402", "M002", "Z3"),
        fault("V403", "M001", "F9"),
        fault("V402", "M001", "G9"),
        fault("V401", "M001", "E9"),
        fault("S306", "M001", ""),
    ) == [
        "全表 M001 S306",
        "E9 M001 V401",
        "F9 M001 V403",
        "G9 M001 V402",
        "Z3 M002 V402",
        "AA3 M002 V401",
    ]


def test_an_item_that_is_new_comes_last_and_has_a_name() -> None:
    """A unit added it in its summary form, so the list does not know it."""
    (known, new) = amendments(
        [fault("P603", "M099", "C9"), fault("V401", "M003", "E6")], ITEMS, SHEET
    )
    assert (known.names, new.names) == (("换灯",), ("新增事项",))


def test_faults_at_one_cell_are_points_of_one_entry() -> None:
    """The cell is mended once."""
    assert told(fault("V404", "M001", "F4"), fault("V407", "M001", "F4")) == ["F4 M001 V404、V407"]


def test_a_cell_merged_over_items_is_told_once_for_all_of_them() -> None:
    """S314 comes once for each item, with the same words."""
    shared = [fault("S314", code, "E4", "M001、M002 合并成一格。") for code in ("M001", "M002")]
    (entry,) = amendments(shared, ITEMS, SHEET)
    assert (entry.items, entry.names) == (("M001", "M002"), ("修路", "建校"))
    assert entry.points == (Point("S314", "M001、M002 合并成一格。", "请改。"),)


def test_the_message_does_not_repeat_what_the_entry_names() -> None:
    """编号 and name stand in columns of their own."""
    title = ITEMS["M002"].title
    (entry,) = amendments(
        [fault("S302", "M002", message=f"表里没有事项 M002“{title}”。")], ITEMS, SHEET
    )
    assert entry.points[0].message == "表里没有该事项。"


@pytest.mark.parametrize(
    ("cell", "sheet", "place"),
    [("G5", SHEET, "G5"), ("A1", "Sheet2", "“Sheet2”表A1"), ("", SHEET, WHOLE_FORM)],
)
def test_a_place_names_another_worksheet_only(cell: str, sheet: str, place: str) -> None:
    """People look at the form's own table first."""
    (entry,) = amendments([fault("S311", cell=cell, sheet=sheet)], ITEMS, SHEET)
    assert entry.place == place


def test_what_is_said_alike_of_several_items_is_one_group() -> None:
    """At the place of the first; faults of the whole form stay apart."""
    empty = [fault("V401", code, f"E{n}", "没有填写。") for n, code in enumerate(ITEMS, 4)]
    whole = [fault("S301", message="没有“甲”一栏。"), fault("S301", message="没有“乙”一栏。")]
    other = fault("V403", "M001", "F4")
    groups = alike(amendments([*empty, *whole, other], ITEMS, SHEET))
    assert [tuple(entry.place for entry in group) for group in groups] == [
        ("全表",),
        ("全表",),
        ("E4", "E5", "E6"),
        ("F4",),
    ]


def test_the_order_does_not_hang_on_the_rules_order() -> None:
    """The same faults in any order give the same entries."""
    faults = [fault("V401", c, f"E{n}") for n, c in enumerate(ITEMS, 4)] + [fault("S301")]
    assert amendments(faults, ITEMS, SHEET) == amendments(faults[::-1], ITEMS, SHEET)


def test_nothing_found_is_nothing_to_mend() -> None:
    """An empty list, not an entry about nothing."""
    assert amendments([], ITEMS, SHEET) == ()
    assert alike([]) == ()


def test_a_sentence_twice_at_one_cell_is_said_once() -> None:
    """The same words with another code add nothing."""
    first = fault("V401", "M001", "E4", "没有填写。")
    (entry,) = amendments([first, replace(first, code="V402")], ITEMS, SHEET)
    assert [point.code for point in entry.points] == ["V401"]
