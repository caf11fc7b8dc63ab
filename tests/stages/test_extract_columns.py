"""Columns, headers and sheets that the form does not have, and values that are no texts."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.stages.returns import (
    BOTH,
    FIRST_ROW,
    PLAN,
    PROBLEM,
    PROGRESS,
    PROJECT,
    Rows,
    changed,
    codes,
    filled,
    read,
    values,
)
from tests.tables import programme, scheme, sheet
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.model.workbook import RawWorkbook, ShownNumber
from toolkit.stages.design import HEADER_ROW
from toolkit.stages.entry import DATE_READ, PERCENT_READ
from toolkit.stages.unknown_rows import HEADER_AGAIN


@pytest.fixture
def listed() -> Programme:
    """Give the programme of the short list."""
    return programme()


def test_a_printed_header_in_the_middle_is_not_a_row(listed: Programme) -> None:
    """Pages pasted one below the other repeat title, unit line and header."""

    def paginate(rows: Rows) -> None:
        rows[FIRST_ROW + 1 : FIRST_ROW + 1] = [row[:] for row in rows[:FIRST_ROW]]

    submission = read(changed(filled(listed), paginate), listed)

    assert values(submission) == BOTH
    assert codes(submission.repairs) == [HEADER_AGAIN]
    assert not submission.added
    assert not submission.outside


def test_columns_in_another_order_below_a_second_header_are_read_by_it(listed: Programme) -> None:
    """A second page whose columns were moved would else be read into the wrong columns."""

    def paginate(rows: Rows) -> None:
        rows.insert(FIRST_ROW + 1, rows[HEADER_ROW][:])
        for row in rows[FIRST_ROW + 1 :]:
            row[PROGRESS], row[PLAN] = row[PLAN], row[PROGRESS]

    submission = read(changed(filled(listed), paginate), listed)

    assert values(submission) == BOTH
    assert submission.entries[1].cell(Key.PROGRESS) == "G6"


def test_a_column_that_a_later_page_lacks_is_missing(listed: Programme) -> None:
    """The rows below the second header have no plan."""

    def paginate(rows: Rows) -> None:
        rows.insert(FIRST_ROW + 1, rows[HEADER_ROW][:])
        rows[FIRST_ROW + 1][PLAN] = ""

    assert read(changed(filled(listed), paginate), listed).missing_columns == ("下月工作计划",)


def test_text_in_an_inserted_column_is_kept_with_its_title(listed: Programme) -> None:
    """A column that the form does not have is told with what it says."""

    def insert(rows: Rows) -> None:
        for row, text in zip(rows[HEADER_ROW:], ["备注", "请看", "急"], strict=True):
            row.insert(PROGRESS, text)

    (stray,) = read(changed(filled(listed), insert), listed).outside

    assert (stray.cell, stray.text) == ("E3", "备注：请看；急")


def test_text_beside_the_table_is_kept(listed: Programme) -> None:
    """A remark right of an item's row stands in no column, and is told."""
    submission = read(
        changed(filled(listed), lambda rows: rows[FIRST_ROW].append("已电话说明")), listed
    )

    assert values(submission) == BOTH
    assert [(stray.cell, stray.text) for stray in submission.outside] == [("I4", "已电话说明")]


def test_text_above_and_below_the_table_is_kept(listed: Programme) -> None:
    """A remark and a person's name are no values, and are told."""

    def remark(rows: Rows) -> None:
        rows.insert(0, ["请阅示"])
        rows.append(["联系人：张三"])

    outside = read(changed(filled(listed), remark), listed).outside

    assert [stray.text for stray in outside] == ["请阅示", "联系人：张三"]


def test_a_second_column_of_one_title_that_says_something_else_is_told(listed: Programme) -> None:
    """Only the first is taken; the other's text does not vanish."""

    def double(rows: Rows) -> None:
        for row, text in zip(rows[HEADER_ROW:], ["存在问题", "缺资金", "无"], strict=True):
            row.insert(PROBLEM + 1, text)

    submission = read(changed(filled(listed), double), listed)

    assert values(submission) == BOTH
    (stray,) = submission.second_columns
    assert (stray.cell, stray.text) == ("G3", "存在问题：缺资金")
    assert submission.outside == ()


def test_the_official_title_counts_before_one_that_means_the_same(listed: Programme) -> None:
    """An inserted 进展情况 does not displace 落实进展情况 behind it."""

    def insert(rows: Rows) -> None:
        for row, text in zip(rows[HEADER_ROW:], ["进展情况", "同左", ""], strict=True):
            row.insert(PROGRESS, text)

    submission = read(changed(filled(listed), insert), listed)

    assert values(submission) == BOTH
    assert [stray.text for stray in submission.second_columns] == ["进展情况：同左"]


def test_a_renamed_column_is_missing_and_its_text_is_told(listed: Programme) -> None:
    """What no title names is not guessed."""

    def rename(rows: Rows) -> None:
        rows[HEADER_ROW][PLAN] = "打算"

    submission = read(changed(filled(listed), rename), listed)

    assert submission.missing_columns == ("下月工作计划",)
    assert Key.PLAN not in submission.entries[0].values
    assert submission.outside[0].text == "打算：完成外墙。"


def test_a_second_filled_table_in_the_workbook_is_told(listed: Programme) -> None:
    """A table on another worksheet that says something else is not passed over."""
    form, *others = filled(listed).sheets
    other = {"M001": {Key.PROGRESS: "已完工。"}}
    second = filled(listed, values=other).sheets[0]
    both = RawWorkbook((form, *others, replace(second, name="Sheet2")))

    (stray,) = read(both, listed).second_tables

    assert (stray.sheet, stray.text) == ("Sheet2", "已完工。")


def test_a_copy_of_the_table_and_an_empty_one_are_no_concern(listed: Programme) -> None:
    """They say nothing that the table does not say."""
    sheets = filled(listed).sheets
    copy = replace(sheets[0], name="备份")
    empty = replace(filled(listed, values={}).sheets[0], name="空表")

    assert read(RawWorkbook((*sheets, copy, empty)), listed).second_tables == ()


def test_text_on_another_worksheet_is_told_once(listed: Programme) -> None:
    """Another visible worksheet may say something; a hidden one without a table does not."""
    sheets = filled(listed).sheets
    note = sheet("| | |\n| | 另有说明 |\n| 请看 | 附件 |", "Sheet3")
    hidden = sheet("| 12 | 34 |", "缓存", visible=False)

    outside = read(RawWorkbook((*sheets, note, hidden)), listed).outside

    assert [(stray.sheet, stray.cell, stray.text) for stray in outside] == [
        ("Sheet3", "B2", "另有说明")
    ]


def test_a_date_that_a_spreadsheet_made_is_read_and_said_so(listed: Programme) -> None:
    """3-5 typed into a cell may have become the fifth of March."""

    def date(rows: Rows) -> None:
        rows[FIRST_ROW][PROGRESS] = datetime(2021, 3, 5)

    submission = read(changed(filled(listed), date), listed)

    assert values(submission)["M001"][Key.PROGRESS] == "2021年3月5日"
    assert codes(submission.repairs) == [DATE_READ]


@pytest.mark.parametrize(
    ("value", "text", "repaired"),
    [
        (ShownNumber(0.8, "80%"), "80%", False),
        (ShownNumber(1, "100%"), "100%", False),
        (0.8, "80%", True),
        (1, "100%", True),
        (80, "80%", True),
        (ShownNumber(80, "8000%"), "80%", True),
        ("八成", "八成", False),
    ],
)
def test_a_rate_is_read_as_it_is_shown(value: object, text: str, repaired: bool) -> None:
    """A cell formatted as a percentage holds a fraction; what a plain number means is said."""
    rated = programme(layout=scheme(Key.RATE))

    def rate(rows: Rows) -> None:
        rows[FIRST_ROW][PROGRESS] = value

    submission = read(changed(filled(rated), rate), rated)

    assert submission.entries[0].values[Key.RATE] == text
    assert codes(submission.repairs) == [PERCENT_READ] * repaired


@pytest.mark.parametrize(
    ("chosen", "finished"), [("已完成", True), (" 已完成 ", True), ("正常推进", False)]
)
def test_a_chosen_status_counts_before_the_text(chosen: str, finished: bool) -> None:
    """The unit's choice is not read out of its text again."""
    stated = programme(layout=scheme(Key.STATUS))
    report = {"M001": {Key.STATUS: chosen, Key.PROGRESS: "正在施工。"}}

    status = read(filled(stated, values=report), stated).entries[0].status

    assert (status.name, status.finished, status.by_text) == (chosen.strip(), finished, False)


def test_a_project_continued_in_merged_cells_is_not_a_changed_text(listed: Programme) -> None:
    """In a sorted form a continued row may stand below another project."""
    sorted_rows = changed(filled(listed), lambda rows: rows.insert(FIRST_ROW, rows.pop()))

    assert read(sorted_rows, listed).changed == ()


def test_a_changed_project_name_is_told(listed: Programme) -> None:
    """The name of a project is locked too."""

    def rename(rows: Rows) -> None:
        rows[FIRST_ROW][PROJECT] = "教育工程"

    changes = read(changed(filled(listed), rename), listed).changed

    assert {(change.item.code, change.found) for change in changes} == {("M001", "教育工程")}


def test_a_column_of_own_numbers_is_not_the_hidden_key(listed: Programme) -> None:
    """Somebody put in a column 编号 and counted the rows in it."""

    def number(rows: Rows) -> None:
        for row, text in zip(rows[HEADER_ROW:], ["编号", "1", "2"], strict=True):
            row.insert(0, text)

    submission = read(changed(filled(listed), number), listed)

    assert values(submission) == BOTH
    assert submission.repairs == ()
    assert [stray.text for stray in submission.outside] == ["编号：1；2"]


def test_a_blank_column_of_numbers_is_nothing(listed: Programme) -> None:
    """Two columns 编号, neither with a key: the rows are known by their texts."""

    def number(rows: Rows) -> None:
        rows[HEADER_ROW].insert(0, "编号")
        for row in rows[FIRST_ROW:]:
            row.insert(0, "")
            row[-1] = ""

    assert values(read(changed(filled(listed), number), listed)) == BOTH
