"""The note to a unit: what its sentences say for one and many, in time and late."""

from dataclasses import replace
from datetime import date

import pytest

from toolkit.model.amendment import Amendment, Point
from toolkit.model.return_note import Attached, Refused, ReturnNote
from toolkit.stages.return_note import (
    amendment_table,
    asked_until,
    return_note_context,
    what_is_attached,
)

EMPTY = Point("V401", "“落实进展情况”没有填写。", "请填写。")


def entry(number: int, cell: str | None, *points: Point) -> Amendment:
    """Return something to mend in an item."""
    return Amendment(
        (f"M{number:03d}",),
        (f"事项{number}",),
        "进展表" if cell else None,
        cell,
        points or (EMPTY,),
    )


NOTE = ReturnNote(
    unit="发展软环境保障局",
    span="2021年1-9月",
    table="为民办实事进展表",
    authority="济宁高新区管委会",
    signature="",
    issued=date(2021, 10, 8),
    due=date(2021, 10, 8),
    original="软.xls",
    attached=Attached.OWN,
    attachment="发展软环境保障局.xlsx",
    entries=(entry(2, "F4"),),
    contact="李四",
    phone="0537-1234567",
)


def test_a_note_says_which_report_how_many_places_and_by_when() -> None:
    """And what goes back with it, who asks, when, and whom to ask."""
    fields = return_note_context(NOTE)
    assert fields["标题全文"] == "关于修改2021年1-9月为民办实事进展表的通知"
    assert fields["主送"] == "发展软环境保障局"
    assert fields["导语"] == (
        "你单位报送的2021年1-9月为民办实事进展表收悉。经核查，有1处需要修改。"
        "请修改后，于10月8日前重新报送。需要修改的内容如下："
    )
    assert "“发展软环境保障局.xlsx”" in str(fields["办理要求"])
    assert (fields["署名"], fields["成文日期"]) == ("济宁高新区管委会", "2021年10月8日")
    assert fields["联系方式"] == "联系人：李四，联系电话：0537-1234567"


@pytest.mark.parametrize(
    ("due", "said", "heading"),
    [
        (date(2021, 10, 9), "于10月9日前重新报送", "10月9日前为按时"),
        (date(2021, 10, 7), "报送时限（10月7日）已过", "报送时限10月7日已过，请尽快"),
        (None, "请修改后尽快重新报送。", ""),
    ],
)
def test_a_deadline_that_has_passed_is_not_asked_for(
    due: date | None, said: str, heading: str
) -> None:
    """Nobody can send anything by yesterday; without a deadline there is none to tell."""
    assert said in str(return_note_context(replace(NOTE, due=due))["导语"])
    assert asked_until(due, NOTE.issued) == heading


@pytest.mark.parametrize(
    ("contact", "phone", "said"),
    [("", "", ""), ("李四", "", "联系人：李四"), ("", "123", "联系电话：123")],
)
def test_only_what_is_known_of_whom_to_ask_is_told(contact: str, phone: str, said: str) -> None:
    """The paragraph is left out where nothing is."""
    assert return_note_context(replace(NOTE, contact=contact, phone=phone))["联系方式"] == said


@pytest.mark.parametrize("attached", [Attached.FRESH, Attached.PART])
def test_a_form_in_place_of_the_units_own_file_says_so(attached: Attached) -> None:
    """Why, and what was not carried over."""
    said = what_is_attached(replace(NOTE, attached=attached))
    assert "原文件“软.xls”" in said
    assert "图片、附加的文字和工作表没有转入" in said
    assert said in str(return_note_context(replace(NOTE, attached=attached))["办理要求"])
    assert what_is_attached(NOTE) == ""


def test_a_fault_of_many_items_is_one_row_that_names_three() -> None:
    """Its places say which the others are; cells below each other as from…to."""
    cells = ("E4", "E5", "E6", "E8", "G4", "G5")
    table = amendment_table([entry(n, cell) for n, cell in enumerate(cells, 1)])
    assert table.rows == (
        (
            "1",
            "事项1、事项2、事项3等6个事项",
            "E4至E6\nE8\nG4\nG5",
            "“落实进展情况”没有填写。",
            "请填写。",
        ),
    )


def test_points_of_one_place_are_numbered() -> None:
    """What to do is said once where it is the same."""
    more = Point("V407", "只填了一个数字。", "请填写。")
    (row,) = amendment_table([entry(1, "E4", EMPTY, more)]).rows
    assert row[3] == "1. “落实进展情况”没有填写。\n2. 只填了一个数字。"
    assert row[4] == "请填写。"


def test_a_fault_of_the_whole_form_names_no_item() -> None:
    """Its row says so in the place of a name."""
    (row,) = amendment_table([replace(entry(1, "A2"), items=(), names=())]).rows
    assert row[1:3] == ("全表", "A2")


def test_a_row_without_a_cell_concerns_the_whole_form() -> None:
    """Missing rows, one line for all of them."""
    missing = Point("S302", "表里没有该事项。", "请补上。")
    (row,) = amendment_table([entry(n, None, missing) for n in (1, 2)]).rows
    assert row[1:3] == ("事项1、事项2", "全表")


@pytest.mark.parametrize(
    ("names", "lead", "numbers"),
    [(("a.xlsx",), "文件不能采用", [""]), (("a.xlsx", "b.jpg"), "2个文件都不能采用", ["1.", "2."])],
)
def test_a_unit_whose_files_cannot_be_taken_is_told_why_and_what_to_send(
    names: tuple[str, ...], lead: str, numbers: list[str]
) -> None:
    """Each file with its reason, then the form to fill."""
    refused = tuple(Refused(name, "打不开") for name in names)
    fields = return_note_context(replace(NOTE, refused=refused, entries=()))
    assert fields["标题全文"] == "关于重新报送2021年1-9月为民办实事进展表的通知"
    assert lead in str(fields["导语"])
    files: list[dict[str, str]] = fields["不能采用"]  # type: ignore[assignment]
    assert [file["序号"] for file in files] == numbers
    assert "请用下发的“发展软环境保障局.xlsx”填写" in str(fields["办理要求"])
    assert fields["修改处数"] == 0
