"""Whose return it is: from the strongest mark to the weakest, and never by a guess."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.stages.returns import CONTENT, MARKET, ROADS, Rows, bare, changed, filled
from tests.tables import book, programme, sheet
from toolkit.model.form import META_SHEET
from toolkit.model.period import PeriodKind
from toolkit.model.programme import Programme, Unit
from toolkit.model.submission import Identity
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.identify import (
    BY_FILE_NAME,
    BY_HIDDEN_SHEET,
    BY_ROWS,
    BY_UNIT_LINE,
    find_table,
    identify,
    stated_line,
)

UNITS = (
    Unit("发展软环境保障局", aliases=("软环境局",)),
    Unit(ROADS, aliases=("建交局",)),
    Unit(MARKET),
)
LISTED = programme(units=UNITS)


def known(workbook: RawWorkbook, name: str = "表.xlsx", listed: Programme = LISTED) -> Identity:
    """Return an identity that was found."""
    identity = identify(workbook, name, listed, PeriodKind.MONTH)
    assert identity is not None
    return identity


def without_unit_line(workbook: RawWorkbook) -> RawWorkbook:
    """Return the visible table without the line that names unit and period."""
    return changed(bare(workbook), lambda rows: rows.pop(1))


def test_the_hidden_sheet_says_everything() -> None:
    """An untouched form needs no other mark, whatever its file is called."""
    identity = known(filled(LISTED, ROADS), name="市场监管局.xlsx")

    assert identity.unit == ROADS
    assert identity.period == "2021-09"
    assert identity.programme == LISTED.identity
    assert identity.issue == 1
    assert identity.identified_by == BY_HIDDEN_SHEET
    assert identity.repairs == ()


def test_a_form_sent_under_a_units_former_name_is_still_its_own() -> None:
    """Renaming a unit and keeping the old name as an alias loses no return."""
    before = programme()
    after = replace(programme(), units=(Unit("建设局", aliases=(ROADS,)),))

    assert known(filled(before, ROADS), listed=after).unit == "建设局"


def test_the_unit_line_is_next() -> None:
    """Without the hidden sheet the visible line counts, and that is logged."""
    identity = known(bare(filled(LISTED, ROADS)), name="市场监管局.xlsx")

    assert (identity.unit, identity.identified_by) == (ROADS, BY_UNIT_LINE)
    assert identity.period == "2021-09"
    assert identity.programme is None
    assert len(identity.repairs) == 1


@pytest.mark.parametrize("name", ["建交局9月.xlsx", "9月-城乡建设和交通局（终稿）.xls"])
def test_then_the_files_name(name: str) -> None:
    """A file may carry the unit's name or an alias."""
    identity = known(without_unit_line(filled(LISTED, ROADS)), name=name)

    assert (identity.unit, identity.identified_by) == (ROADS, BY_FILE_NAME)


@pytest.mark.parametrize("name", ["表.xlsx", "建交局转市场监管局.xlsx"])
def test_a_name_of_no_unit_or_of_two_decides_nothing(name: str) -> None:
    """Without keys and with other texts nobody can tell whose this table is."""

    def reword(rows: Rows) -> None:
        for row in rows[3:]:
            row[CONTENT] = f"另一件事，原来是“{row[CONTENT]}”"

    identity = known(without_unit_line(changed(filled(LISTED, ROADS), reword)), name=name)

    assert identity.unit is None
    assert identity.repairs == ()


def test_then_the_rows_own_texts() -> None:
    """Where the keys are gone too, the items' texts tell whose they are."""
    identity = known(without_unit_line(filled(LISTED, ROADS)))

    assert (identity.unit, identity.identified_by) == (ROADS, BY_ROWS)


def test_then_the_rows_keys() -> None:
    """A hidden key column that survived tells whose items these are."""
    workbook = changed(filled(LISTED, ROADS), lambda rows: rows.pop(1))
    identity = known(RawWorkbook(workbook.sheets[:1]))

    assert (identity.unit, identity.identified_by) == (ROADS, BY_ROWS)


def test_rows_of_two_units_decide_nothing() -> None:
    """A table of everybody's items is nobody's return."""
    roads, market = filled(LISTED, ROADS), filled(LISTED, MARKET)

    def merge(rows: Rows) -> None:
        rows.pop(1)
        rows.append(list(market.sheets[0].rows[-1]))

    assert known(RawWorkbook(changed(roads, merge).sheets[:1])).unit is None


def test_a_workbook_without_the_table_is_foreign() -> None:
    """A notice of a meeting is nobody's return."""
    meeting = book(sheet("| 时间 | 地点 |\n| 9时 | 会议室 |"))
    assert identify(meeting, "会议.xlsx", LISTED, PeriodKind.MONTH) is None


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param(lambda rows: rows.clear(), id="empty"),
        pytest.param(lambda rows: rows.pop(0), id="no mark"),
        pytest.param(lambda rows: rows.pop(3), id="no unit"),
        pytest.param(lambda rows: rows[3].__setitem__(1, ""), id="unit blank"),
        pytest.param(lambda rows: rows[5].__setitem__(1, "一"), id="issue no number"),
        pytest.param(lambda rows: rows.__delitem__(slice(6, None)), id="rows cut"),
    ],
)
def test_a_damaged_hidden_sheet_counts_for_nothing(cut: Callable[[Rows], object]) -> None:
    """Half a mark could lie; the next weaker mark is asked."""
    form = filled(LISTED, ROADS)
    rows: Rows = [list(row) for row in form.sheets[2].rows]
    cut(rows)
    hidden = replace(form.sheets[2], rows=rows)

    identity = known(RawWorkbook((*form.sheets[:2], hidden)))

    assert form.sheets[2].name == META_SHEET
    assert (identity.unit, identity.identified_by) == (ROADS, BY_UNIT_LINE)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("| 填报单位：市场监管局 | | |", "市场监管局"),
        ("| 填报单位： | 市场监管局 | |", "市场监管局"),
        ("| 填报单位（盖章）：市场监管局 | | |", "市场监管局"),
        ("| 填报单位:市场监管局　　报告期：2021年1-9月 | | |", "市场监管局"),
        ("| 填 报 单 位： | | 市场监管局 |", "市场监管局"),
        ("| 填报单位： | 联系人：张三 | |", ""),
        ("| 填报单位： | | |", ""),
    ],
)
def test_the_unit_is_read_however_the_line_was_typed(line: str, unit: str) -> None:
    """In its own cell, in the next one, with a seal's mark, or before another label."""
    table = sheet(f"{line}\n| 序号 | 项目名称 | 项目内容及规模 | 落实进展情况 | 存在问题 |")
    found = find_table(book(table), LISTED.scheme.progress)

    assert found is not None
    stated = stated_line(*found, "填报单位：")
    assert stated is not None
    assert stated[0] == unit


def test_the_visible_table_goes_before_a_hidden_one() -> None:
    """What people see is what they filled."""
    form = filled(LISTED, ROADS).sheets[0]
    hidden = replace(form, name="旧表", visible=False)
    found = find_table(RawWorkbook((hidden, form)), LISTED.scheme.progress)

    assert found is not None
    assert found[0] is form
