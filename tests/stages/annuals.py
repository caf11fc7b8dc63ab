"""Summary forms for tests: what each unit returns, written as the tables that people see."""

from collections.abc import Mapping

from tests.tables import as_read, cells, stored, with_rows
from toolkit.model.month import Month
from toolkit.model.programme import Programme, free_number
from toolkit.model.submission import Received, Submission
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.design import HEADER_ROW, FormInput, design_form
from toolkit.stages.new_items import with_new_items
from toolkit.stages.receive import receive
from toolkit.text.periods import parse_period

YEAR = parse_period("2021")


def summary_form(programme: Programme, unit: str) -> RawWorkbook:
    """Return a unit's summary form as it is sent out."""
    items = programme.addressees[unit]
    given = FormInput(programme, YEAR, unit, items, 1, {}, "", {i.code: i.values for i in items})
    return as_read(design_form(given))


def returned(programme: Programme, unit: str, rows: str) -> tuple[Received, Submission | None]:
    """Return what becomes of a unit's form with these rows below its header."""
    form = summary_form(programme, unit)
    above = form.sheets[0].rows[: HEADER_ROW + 1]
    filled = with_rows(form, (*above, *cells(rows)))
    return receive(stored(f"{unit}.xlsx"), filled, programme, YEAR)


def year(programme: Programme, returns: Mapping[str, str]) -> Month:
    """Return a year's returns; new rows have their 编号."""
    outcomes = [returned(programme, unit, rows) for unit, rows in returns.items()]
    month = Month(
        programme,
        YEAR,
        None,
        tuple(received for received, _ in outcomes),
        tuple(submission for _, submission in outcomes if submission),
    )
    return with_new_items(month, free_number(programme.by_code))
