"""Numbers of a worksheet carry what their cells show, in this process and out of a guarded one."""

import copy
import io
from collections.abc import Mapping
from datetime import date, datetime

import xlsxwriter

from toolkit.files.workbooks import read_workbook
from toolkit.model.workbook import ShownDate, ShownNumber

CELLS: Mapping[str, tuple[float, str]] = {
    "A1": (0.85, "0%"),
    "B1": (40, '0"处"'),
    "A2": (1234.5, "#,##0.00"),
    "B2": (40, "General"),
}


def shown(cells: Mapping[str, tuple[float, str]]) -> dict[tuple[int, int], tuple[float, str]]:
    """Write numbers in formats, read the workbook; return what its cells show otherwise."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for cell, (number, code) in cells.items():
            sheet.write_number(cell, number, book.add_format({"num_format": code}))
    return {
        (row, column): (float(value), value.text)
        for row, values in enumerate(read_workbook(out.getvalue()).sheets[0].rows)
        for column, value in enumerate(values)
        if isinstance(value, ShownNumber)
    }


def test_numbers_in_a_format_carry_what_is_seen() -> None:
    """A number without a format of its own is only a number."""
    assert shown(CELLS) == {
        (0, 0): (0.85, "85%"),
        (0, 1): (40.0, "40处"),
        (1, 0): (1234.5, "1,234.50"),
    }


def test_a_shown_number_survives_its_way_out_of_a_guarded_process() -> None:
    """Returns are read in processes of their own; a copy goes by the same protocol."""
    again = copy.copy(ShownNumber(0.85, "85%"))
    assert (float(again), again.text) == (0.85, "85%")


def test_a_formula_shows_its_result_in_its_format() -> None:
    """A unit that divides what is done by what is planned sees a percentage."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        percent = book.add_format({"num_format": "0%"})
        book.add_worksheet().write_formula("A1", "=17/20", percent, 0.85)
    value = read_workbook(out.getvalue()).sheets[0].rows[0][0]
    assert isinstance(value, ShownNumber)
    assert value.text == "85%"


def test_dates_carry_what_is_seen_of_them() -> None:
    """Also in a workbook that counts from 1904; a format that is not understood says nothing."""
    for calendar in (False, True):
        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"date_1904": calendar}) as book:
            sheet = book.add_worksheet()
            for column, code in enumerate(('m"月"d"日"', "yyyy.m.d", "dddd")):
                day = book.add_format({"num_format": code})
                sheet.write_datetime(0, column, datetime(2021, 9, 30), day)
        day = date(2021, 9, 30)
        assert read_workbook(out.getvalue()).sheets[0].rows[0] == [
            ShownDate(day, "9月30日"),
            ShownDate(day, "2021.9.30"),
            day,
        ]


def test_a_shown_date_survives_its_way_out_of_a_guarded_process() -> None:
    """As a shown number does."""
    day = ShownDate(date(2021, 9, 30), "9月30日")
    assert copy.copy(day) == day
