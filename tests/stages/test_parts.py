"""One file with the returns of several units."""

from dataclasses import replace

from tests.stages.returns import CODE, MARKET, PERIOD_ROW, REPORTS, ROADS, SCHOOLS, bare, filled
from tests.tables import programme, stored
from toolkit.model.scheme import Key
from toolkit.model.submission import FileStatus
from toolkit.model.workbook import RawSheet, RawWorkbook
from toolkit.stages.receive import Outcome, receive_all
from toolkit.text.periods import parse_period

LISTED = programme()
PERIOD = parse_period("2021-09")


def taken(workbook: RawWorkbook, name: str = "表.xlsx") -> dict[str, dict[str, str]]:
    """Return what was read for each unit: progress by 编号."""
    outcomes = receive_all(stored(name), workbook, LISTED, PERIOD)
    return {
        submission.unit: {e.item.code: e.values[Key.PROGRESS] for e in submission.entries}
        for _, submission in outcomes
        if submission
    }


def all_of(*units: str) -> dict[str, dict[str, str]]:
    """Return what these units wrote."""
    return {
        unit: {i.code: REPORTS[i.code][Key.PROGRESS] for i in LISTED.assignments[unit]}
        for unit in units
    }


def first_sheet(unit: str) -> RawSheet:
    """Return a unit's filled form without its hidden sheet and keys."""
    return bare(filled(LISTED, unit)).sheets[0]


def test_one_units_form_is_one_part() -> None:
    """As nearly always."""
    assert taken(filled(LISTED, SCHOOLS)) == all_of(SCHOOLS)
    assert len(receive_all(stored(), filled(LISTED), LISTED, PERIOD)) == 1


def test_a_sheet_for_each_unit() -> None:
    """Somebody put three forms into one workbook."""
    sheets = [replace(first_sheet(u), name=u) for u in (SCHOOLS, ROADS, MARKET)]
    assert taken(RawWorkbook(tuple(sheets))) == all_of(SCHOOLS, ROADS, MARKET)


def test_the_form_of_one_unit_with_another_units_sheet_behind_it() -> None:
    """The hidden sheet speaks for its own unit only."""
    form = filled(LISTED, SCHOOLS)
    sheets = (*form.sheets, replace(first_sheet(ROADS), name="建交局"))
    assert taken(RawWorkbook(sheets)) == all_of(SCHOOLS, ROADS)


def test_tables_one_below_the_other() -> None:
    """Cells are still those of the file."""
    upper, lower = first_sheet(SCHOOLS), first_sheet(MARKET)
    rows = (*upper.rows, (), *lower.rows)
    workbook = RawWorkbook((replace(upper, rows=rows),))
    assert taken(workbook) == all_of(SCHOOLS, MARKET)
    outcomes = receive_all(stored(), workbook, LISTED, PERIOD)
    second = outcomes[1][1]
    assert second is not None
    cell = second.entries[0].cell(Key.PROGRESS)
    assert cell == f"E{len(upper.rows) + 1 + PERIOD_ROW + 3}"
    assert second.outside == outcomes[0][1].outside == ()  # type: ignore[union-attr]


def test_one_units_pages_are_one_table() -> None:
    """The unit line printed on every page begins no other return."""
    page = first_sheet(SCHOOLS)
    rows = (*page.rows[:4], *page.rows[:3], *page.rows[4:])
    assert taken(RawWorkbook((replace(page, rows=rows),))) == all_of(SCHOOLS)


def rows_of_all() -> RawWorkbook:
    """Return one table with everybody's rows and no unit line."""
    forms = [filled(LISTED, unit).sheets[0] for unit in (SCHOOLS, ROADS, MARKET)]
    rows = [forms[0].rows[2], *(row for form in forms for row in form.rows[3:])]
    return RawWorkbook((RawSheet("Sheet1", visible=True, rows=tuple(rows)),))


def test_one_table_with_everybodys_rows() -> None:
    """Each row is the unit's whose item it is; also where the keys are gone."""
    assert taken(rows_of_all()) == all_of(SCHOOLS, ROADS, MARKET)
    sheet = rows_of_all().sheets[0]
    keyless = replace(sheet, rows=tuple(row[:CODE] for row in sheet.rows))
    assert taken(RawWorkbook((keyless,))) == all_of(SCHOOLS, ROADS, MARKET)


def test_a_file_that_names_a_unit_is_that_units() -> None:
    """Rows of others are not taken from it."""
    assert taken(rows_of_all(), f"{ROADS}.xlsx") == all_of(ROADS)


def test_each_part_is_an_outcome_of_the_same_file() -> None:
    """Nobody is called a duplicate of himself."""
    from toolkit.stages.receive import settle

    outcomes: tuple[Outcome, ...] = receive_all(stored(), rows_of_all(), LISTED, PERIOD)
    received, submissions = settle(outcomes, lambda file: None)  # noqa: ARG005
    assert [r.status for r in received] == [FileStatus.ACCEPTED] * 3
    assert {s.unit for s in submissions} == {SCHOOLS, ROADS, MARKET}
