"""A damaged return is read as it was meant, or not at all and with a finding."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest

from tests.stages.returns import (
    BOTH,
    CODE,
    CONTENT,
    FIRST_ROW,
    NUMBER,
    PROBLEM,
    PROGRESS,
    ROADS,
    Rows,
    bare,
    changed,
    codes,
    filled,
    form_input,
    objections,
    read,
    values,
)
from tests.tables import LIST, as_read, programme
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.model.workbook import CellFault, ComputedText, RawWorkbook, ShownDate, ShownNumber
from toolkit.stages.design import design_form
from toolkit.stages.entry import COMPUTED
from toolkit.stages.extract import ROW_AGAIN
from toolkit.stages.row_match import BY_TEXT


@pytest.fixture
def listed() -> Programme:
    """Give the programme of the short list."""
    return programme()


def swap(rows: Rows, columns: Iterable[int]) -> None:
    """Exchange the form's two rows in some columns."""
    first, second = rows[FIRST_ROW], rows[FIRST_ROW + 1]
    for column in columns:
        first[column], second[column] = second[column], first[column]


def test_an_untouched_form_gives_back_its_values_and_nothing_else(listed: Programme) -> None:
    """No finding and no repair without damage."""
    submission = read(filled(listed), listed)

    assert values(submission) == BOTH
    assert submission.repairs == ()
    assert objections(submission) == set()


def test_a_value_knows_its_cell(listed: Programme) -> None:
    """A person finds the value at the place that is told."""
    entry = read(filled(listed), listed).entries[1]

    assert entry.cell(Key.PROGRESS) == "E5"
    assert entry.cell(Key.NOTE) is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda rows: rows.insert(FIRST_ROW + 1, [""] * 8), id="blank row"),
        pytest.param(lambda rows: rows.insert(1, [""] * 8), id="blank row above"),
        pytest.param(lambda rows: rows.extend([[""] * 8] * 3), id="blank rows below"),
        pytest.param(lambda rows: rows.insert(FIRST_ROW, rows.pop()), id="sorted"),
        pytest.param(lambda rows: [row.insert(0, "") for row in rows], id="blank column"),
        pytest.param(lambda rows: [row.reverse() for row in rows], id="columns reversed"),
        pytest.param(lambda rows: [row.pop(NUMBER) for row in rows[2:]], id="column deleted"),
    ],
)
def test_a_layout_that_moved_is_read_all_the_same(
    listed: Programme, damage: Callable[[Rows], object]
) -> None:
    """Rows and columns may move as long as titles and keys stand."""
    submission = read(changed(filled(listed), damage), listed)

    assert values(submission) == BOTH
    assert objections(submission) <= {"missing_columns"}


def test_rows_without_a_key_are_known_by_their_own_text(listed: Programme) -> None:
    """A lost key is a logged repair for every row."""
    submission = read(bare(filled(listed)), listed)

    assert values(submission) == BOTH
    assert codes(submission.repairs).count(BY_TEXT) == 2


def test_blanks_and_widths_do_not_hide_an_items_text(listed: Programme) -> None:
    """A text that was typed anew with other widths and line breaks is the same text."""

    def retype(rows: Rows) -> None:
        rows[FIRST_ROW][CONTENT] = "新建小屯小学,\n新增学位９００个 "
        rows[FIRST_ROW][CODE] = ""

    submission = read(changed(filled(listed), retype), listed)

    assert values(submission) == BOTH
    assert submission.changed == ()


def test_a_text_that_two_items_share_leads_to_neither() -> None:
    """Without a key nobody can tell two items of one text apart."""
    twins = programme(LIST.replace("400口教室护眼灯改造        ", "新建小屯小学，新增学位900个"))
    submission = read(bare(filled(twins)), twins)

    assert submission.entries == ()
    assert len(submission.added) == 2
    assert len(submission.missing_items) == 2


def test_a_changed_locked_text_is_shown_and_the_lists_own_stays(listed: Programme) -> None:
    """The value is taken by the key; both texts are told."""

    def alter(rows: Rows) -> None:
        rows[FIRST_ROW][CONTENT] = "新建小屯小学，新增学位800个"

    submission = read(changed(filled(listed), alter), listed)

    assert values(submission) == BOTH
    (change,) = submission.changed
    assert (change.item.code, change.cell) == ("M001", "C4")
    assert (change.expected[-5:], change.found[-5:]) == ("位900个", "位800个")


def test_a_list_amended_after_the_form_was_sent_is_no_change_of_the_units(
    listed: Programme,
) -> None:
    """The form's own digest tells who changed the text."""
    amended = programme(LIST.replace("新增学位900个", "新增学位950个"))
    submission = read(filled(listed), amended)

    assert values(submission) == BOTH
    assert [item.code for item in submission.outdated] == ["M001"]
    assert submission.changed == ()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(
            lambda rows: swap(rows, range(NUMBER, CODE)), id="sorted without the hidden column"
        ),
        pytest.param(lambda rows: swap(rows, [CONTENT]), id="sorted in one column"),
        pytest.param(lambda rows: swap(rows, [CODE]), id="keys swapped"),
    ],
)
def test_rows_whose_keys_and_texts_disagree_are_not_taken(
    listed: Programme, damage: Callable[[Rows], object]
) -> None:
    """Nobody can tell to which of the two items the unit's text belongs."""
    submission = read(changed(filled(listed), damage), listed)

    assert submission.entries == ()
    assert {(d.by_key.code, d.by_text.code) for d in submission.disputed} == {
        ("M001", "M002"),
        ("M002", "M001"),
    }
    told = " ".join(row.text for row in submission.disputed)
    assert all(report[Key.PROGRESS] in told for report in BOTH.values())
    assert submission.missing_items == ()


PLANS = {"M001": "封顶。", "M002": "换灯。"}


@pytest.mark.parametrize("columns", [range(NUMBER, CODE + 1), [CODE + 1]], ids=["sorted", "keys"])
def test_rows_whose_keys_were_left_behind_go_by_what_people_see(
    listed: Programme, columns: Iterable[int]
) -> None:
    """Text and plan of the other item stand there to the letter; S313 tells of it."""
    form = as_read(design_form(form_input(listed, plans=PLANS)))
    submission = read(changed(form, lambda rows: swap(rows, columns)), listed)

    assert values(submission) == BOTH
    assert {(d.by_key.code, d.by_text.code) for d in submission.moved} == {
        ("M001", "M002"),
        ("M002", "M001"),
    }
    assert submission.disputed == ()


def test_a_row_whose_plan_is_its_keys_is_not_moved(listed: Programme) -> None:
    """Only the list's columns were sorted: what stands beside them is another item's."""
    form = as_read(design_form(form_input(listed, plans=PLANS)))
    submission = read(changed(form, lambda rows: swap(rows, [CONTENT])), listed)

    assert submission.entries == ()
    assert len(submission.disputed) == 2


def test_a_row_pasted_over_another_with_its_key_is_a_doubled_item(listed: Programme) -> None:
    """The second row says something else than the first: neither is taken, one is missing."""

    def paste(rows: Rows) -> None:
        rows[FIRST_ROW][CONTENT] = rows[FIRST_ROW + 1][CONTENT]
        rows[FIRST_ROW][CODE] = rows[FIRST_ROW + 1][CODE]

    submission = read(changed(filled(listed), paste), listed)

    assert set(values(submission)["M002"].values()) == {""}
    assert not submission.entries[0].status.finished
    assert [(d.item.code, d.cells, d.alike) for d in submission.doubled] == [
        ("M002", ("A4", "A5"), False)
    ]
    assert [item.code for item in submission.missing_items] == ["M001"]


def test_a_row_of_another_units_item_under_an_own_key_is_not_taken(listed: Programme) -> None:
    """A text out of another unit's form counts against the key too."""

    def paste(rows: Rows) -> None:
        rows[FIRST_ROW][CONTENT] = "建设示范店15处"

    submission = read(changed(filled(listed), paste), listed)

    assert list(values(submission)) == ["M002"]
    (row,) = submission.disputed
    assert (row.by_key.code, row.by_text.code) == ("M001", "M004")


def test_two_rows_that_agree_count_once(listed: Programme) -> None:
    """A copied row is a repair, not a contradiction."""
    submission = read(changed(filled(listed), lambda rows: rows.append(rows[FIRST_ROW][:])), listed)

    assert values(submission) == BOTH
    assert [doubled.alike for doubled in submission.doubled] == [True]
    assert codes(submission.repairs) == [ROW_AGAIN]


@pytest.mark.parametrize("place", [FIRST_ROW, FIRST_ROW + 2])
def test_an_empty_copy_of_a_row_says_nothing_against_it(listed: Programme, place: int) -> None:
    """Whichever comes first, the row with text counts."""

    def copy(rows: Rows) -> None:
        rows.insert(place, [*rows[FIRST_ROW][:PROGRESS], "", "", "", "M001"])

    submission = read(changed(filled(listed), copy), listed)

    assert values(submission) == BOTH
    assert [doubled.alike for doubled in submission.doubled] == [True]


def test_a_third_row_does_not_revive_a_contradicted_item(listed: Programme) -> None:
    """What two rows contradict, a third one cannot settle."""

    def copy(rows: Rows) -> None:
        rows.append([*rows[FIRST_ROW][:PROGRESS], "已完成。", "", "", "M001"])
        rows.append([*rows[FIRST_ROW][:PROGRESS], "已完工。", "", "", "M001"])

    submission = read(changed(filled(listed), copy), listed)

    assert set(values(submission)["M001"].values()) == {""}
    assert [doubled.alike for doubled in submission.doubled] == [False, False]


def test_an_item_of_another_unit_is_kept_apart(listed: Programme) -> None:
    """It is not merged, and what it says can be told."""
    roads = filled(listed, ROADS).sheets[0].rows[FIRST_ROW]
    submission = read(changed(filled(listed), lambda rows: rows.append(list(roads))), listed)

    assert values(submission) == BOTH
    (entry,) = submission.foreign_items
    assert (entry.item.code, entry.values[Key.PROGRESS]) == ("M003", "已完工16公里。")


def test_an_item_of_another_unit_is_known_without_a_key_too(listed: Programme) -> None:
    """It is the list's item, though not this unit's."""
    roads = filled(listed, ROADS).sheets[0].rows[FIRST_ROW]
    workbook = changed(bare(filled(listed)), lambda rows: rows.append(list(roads[:CODE])))

    assert [entry.item.code for entry in read(workbook, listed).foreign_items] == ["M003"]


def test_hidden_rows_are_read_and_told(listed: Programme) -> None:
    """What a filter hides counts; hidden rows without text, and those above the table, do not."""
    form = filled(listed)
    hidden = frozenset((0, FIRST_ROW + 1, FIRST_ROW + 90))
    sheets = (replace(form.sheets[0], hidden_rows=hidden), *form.sheets[1:])

    submission = read(RawWorkbook(sheets), listed)

    assert values(submission) == BOTH
    assert [repair.message for repair in submission.repairs] == [
        f"第 {FIRST_ROW + 2} 行被隐藏或者筛选掉了，内容照样读取。"
    ]


def test_a_fault_is_not_taken(listed: Programme) -> None:
    """It is no text of the unit's; rule V406 objects to it."""

    def spoil(rows: Rows) -> None:
        rows[FIRST_ROW][PROGRESS] = CellFault("#REF!")

    entry = read(changed(filled(listed), spoil), listed).entries[0]
    assert entry.values[Key.PROGRESS] == ""
    assert entry.faults == {Key.PROGRESS: "#REF!"}


def test_what_libreoffice_computed_is_read_and_said_so(listed: Programme) -> None:
    """The unit's program never did; beside it a fault is still a fault."""

    def compute(rows: Rows) -> None:
        rows[FIRST_ROW][PROGRESS] = ComputedText("已完成16处。")
        rows[FIRST_ROW][PROBLEM] = CellFault("#REF!")

    submission = read(changed(filled(listed), compute), listed)
    entry = submission.entries[0]
    assert entry.values[Key.PROGRESS] == "已完成16处。"
    assert type(entry.values[Key.PROGRESS]) is str
    assert entry.faults == {Key.PROBLEM: "#REF!"}
    (repair,) = submission.repairs
    assert repair.code == COMPUTED
    assert repair.message.startswith(f"{entry.cell(Key.PROGRESS)} 的公式没有算过")


@pytest.mark.parametrize(
    ("number", "text", "message"),
    [
        (ShownNumber(0.85, "85%"), "85%", "是数字 0.85，按单元格显示的“85%”读取。"),
        (40, "40", "填的是数字，按 40 读取，请核对。"),
        (
            ShownDate(date(2021, 9, 30), "9月30日"),
            "9月30日",
            "成了日期 2021年9月30日，按单元格显示的“9月30日”读取。",
        ),
    ],
)
def test_a_number_or_date_among_words_is_read_as_its_cell_shows_it(
    listed: Programme, number: object, text: str, message: str
) -> None:
    """A person who opens the return sees 85%, and so does the bulletin."""

    def count(rows: Rows) -> None:
        rows[FIRST_ROW][PROGRESS] = number

    submission = read(changed(filled(listed), count), listed)
    assert submission.entries[0].values[Key.PROGRESS] == text
    assert [repair.message[-len(message) :] for repair in submission.repairs] == [message]
