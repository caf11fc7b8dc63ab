"""Tables on their side or beside one another are read, and every cell is named as it stands."""

from dataclasses import replace
from itertools import zip_longest

from tests.stages.returns import (
    CODE,
    CONTENT,
    FIRST_ROW,
    PROBLEM,
    PROGRESS,
    REPORTS,
    SCHOOLS,
    Rows,
    bare,
    changed,
    filled,
    values,
)
from tests.tables import programme, stored
from toolkit.model.scheme import Key
from toolkit.model.sheets import Range
from toolkit.model.submission import Received, Submission
from toolkit.model.workbook import CellNote, RawSheet, RawWorkbook
from toolkit.stages.design import HEADER_ROW
from toolkit.stages.laid_out import BESIDE, TURNED
from toolkit.stages.receive import receive_all
from toolkit.text.periods import parse_period

LISTED = programme()
FIRST, SECOND = (item.code for item in LISTED.assignments[SCHOOLS][:2])


def received(workbook: RawWorkbook) -> tuple[Received, Submission | None]:
    """Return what becomes of a file with one return."""
    ((outcome, submission),) = receive_all(stored(), workbook, LISTED, parse_period("2021-09"))
    return outcome, submission


def read(workbook: RawWorkbook) -> Submission:
    """Return what a file says that is accepted."""
    submission = received(workbook)[1]
    assert submission is not None
    return submission


def as_reported(submission: Submission) -> bool:
    """Tell whether both items are read as they were written."""
    return values(submission) == {code: REPORTS[code] for code in (FIRST, SECOND)}


def turn(rows: Rows) -> None:
    """Turn everything from the header on: a column an item."""
    rows[HEADER_ROW:] = [list(row) for row in zip_longest(*rows[HEADER_ROW:], fillvalue="")]


def turned(form: RawWorkbook) -> RawWorkbook:
    """Return a form whose table was turned on its side."""
    return changed(form, turn)


def beside(form: RawWorkbook, *, gap: int = 1) -> RawWorkbook:
    """Return a form whose second item was pasted to the right, with a header of its own."""

    def move(rows: Rows) -> None:
        width = max(map(len, rows))
        blank: list[object] = [""] * gap
        right = rows.pop(FIRST_ROW + 1)
        for number, row in enumerate((rows[HEADER_ROW], right), HEADER_ROW):
            line = rows[number]
            line.extend([""] * (width - len(line)))
            line += blank + list(row)

    return changed(form, move)


def codes(submission: Submission) -> set[str]:
    """Return the codes of the repairs."""
    return {repair.code for repair in submission.repairs}


def test_a_table_on_its_side_is_read() -> None:
    """With its marks, and without."""
    for form in (filled(LISTED), bare(filled(LISTED))):
        submission = read(turned(form))
        assert as_reported(submission)
        assert TURNED in codes(submission)
        assert not submission.outside
        assert not submission.added


def test_its_cells_are_named_as_they_stand_in_the_file() -> None:
    """The first item is the column B; its progress stands below the header's texts for it."""
    workbook = turned(bare(filled(LISTED)))
    rows = workbook.sheets[0].rows
    for entry, column in zip(read(workbook).entries, (1, 2), strict=True):
        cell = entry.cell(Key.PROGRESS)
        assert cell == f"{'ABC'[column]}{HEADER_ROW + PROGRESS + 1}"
        assert rows[HEADER_ROW + PROGRESS][column] == entry.values[Key.PROGRESS]
        assert entry.start == f"{'ABC'[column]}{HEADER_ROW + 1}"


def test_repairs_and_changes_name_the_true_cells_too() -> None:
    """A lost key, and a text that was corrected."""
    form = changed(bare(filled(LISTED)), lambda rows: rows[FIRST_ROW].__setitem__(0, "十"))
    submission = read(turned(form))
    assert [change.cell for change in submission.changed] == [f"B{HEADER_ROW + 1}"]
    lost = [r.message for r in submission.repairs if r.code == "ROW-BY-TEXT"]
    assert [message.partition("的")[0] for message in lost] == [
        f"B{HEADER_ROW + 1} 所在列",
        f"C{HEADER_ROW + 1} 所在列",
    ]


def test_what_stands_below_and_beside_a_table_on_its_side_is_told() -> None:
    """A line of signatures, a remark in a column of its own, a note."""

    def sign(rows: Rows) -> None:
        turn(rows)
        rows.append(["填报人：张三"])
        rows[HEADER_ROW + PROGRESS].append("另报")

    workbook = changed(bare(filled(LISTED)), sign)
    note = CellNote(HEADER_ROW + PROBLEM, 1, "请核实")
    sheet = replace(workbook.sheets[0], notes=(note,))
    submission = read(RawWorkbook((sheet,)))
    told = {stray.cell: stray.text for stray in submission.outside}
    assert told[f"A{HEADER_ROW + CODE + 1}"] == "填报人:张三"
    assert told[f"B{HEADER_ROW + PROBLEM + 1}"] == "批注：请核实"
    assert [row.cell for row in submission.added] == [f"D{HEADER_ROW + PROGRESS + 1}"]
    assert as_reported(submission)


def test_a_cell_merged_over_two_items_on_their_side_is_neithers() -> None:
    """As in a table that stands upright."""
    workbook = turned(bare(filled(LISTED)))
    place = HEADER_ROW + PROGRESS
    sheet = replace(workbook.sheets[0], merges=(Range(place, 1, place, 2),))
    (shared,) = read(RawWorkbook((sheet,))).shared
    assert (shared.cell, [item.code for item in shared.items]) == (
        f"B{place + 1}",
        [FIRST, SECOND],
    )


def test_a_list_of_the_columns_is_no_table_on_its_side() -> None:
    """A sheet that explains what goes into each column names no item."""
    header = bare(filled(LISTED)).sheets[0].rows[HEADER_ROW]
    rows = tuple([title, f"{title}怎么填"] for title in header)
    outcome, submission = received(RawWorkbook((RawSheet("栏目", visible=True, rows=rows),)))
    assert submission is None
    assert outcome.reason is not None


def test_a_sheet_beside_an_upright_table_is_not_turned() -> None:
    """It is another sheet's table that was read, and this one's text is told."""
    form = bare(filled(LISTED))
    side = replace(turned(form).sheets[0], name="转置")
    submission = read(RawWorkbook((*form.sheets, side)))
    assert as_reported(submission)
    assert TURNED not in codes(submission)
    assert "转置" in {stray.sheet for stray in submission.outside}


def test_items_pasted_to_the_right_are_read() -> None:
    """With a blank column between, and without."""
    for gap in (1, 0):
        submission = read(beside(bare(filled(LISTED)), gap=gap))
        assert as_reported(submission)
        assert BESIDE in codes(submission)
        right = submission.entries[1]
        assert right.cell(Key.PROGRESS) == f"{'ABCDEFGHIJKLMNOPQ'[CODE + gap + PROGRESS]}4"


def test_the_right_table_keeps_its_keys_merges_and_hidden_rows() -> None:
    """They come to lie below with their rows."""
    workbook = beside(filled(LISTED))
    wide = len(workbook.sheets[0].rows[HEADER_ROW]) // 2 + 1
    merges = (Range(FIRST_ROW, wide, FIRST_ROW + 1, wide), Range(0, 0, 0, 2 * wide))
    sheet = replace(workbook.sheets[0], merges=merges, hidden_rows=frozenset({FIRST_ROW}))
    submission = read(replace(workbook, sheets=(sheet, *workbook.sheets[1:])))
    assert as_reported(submission)
    assert "ROW-BY-TEXT" not in codes(submission)
    hidden = [r.message for r in submission.repairs if r.code == "HIDDEN-ROWS"]
    assert hidden == [f"第 {FIRST_ROW + 1} 行被隐藏或者筛选掉了，内容照样读取。"]


def test_a_table_that_says_something_else_on_the_right_contradicts() -> None:
    """Of two rows of one item neither is taken."""

    def again(rows: Rows) -> None:
        for number in (HEADER_ROW, FIRST_ROW, FIRST_ROW + 1):
            rows[number] += ["", *rows[number]]
        rows[FIRST_ROW][CODE + 1 + PROGRESS] = "去年写的话。"

    submission = read(changed(bare(filled(LISTED)), again))
    assert [doubled.alike for doubled in submission.doubled] == [False, True]
    assert submission.doubled[0].cells == ("A4", "I4")
    assert values(submission)[FIRST][Key.PROGRESS] == ""


def test_a_column_that_stands_there_twice_is_no_table() -> None:
    """It is told as before."""

    def double(rows: Rows) -> None:
        for row in rows[HEADER_ROW:]:
            row.insert(PROBLEM + 1, row[PROBLEM])
        rows[FIRST_ROW][PROBLEM + 1] = "别的问题"

    submission = read(changed(bare(filled(LISTED)), double))
    assert as_reported(submission)
    assert [stray.text for stray in submission.second_columns] == ["存在问题：别的问题"]
    assert submission.entries[0].item.values[Key.CONTENT] == str(
        filled(LISTED).sheets[0].rows[FIRST_ROW][CONTENT]
    )
