"""The sheets 豁免 and 认定 of 实事清单.xlsx: what persons decided, every mistake with its cell."""

import re
from collections.abc import Collection, Iterator, Mapping

from toolkit.errors import ArgumentError
from toolkit.model.programme import Programme, Ruling, Waiver
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.programme_book import (
    RULING_TITLES,
    RULINGS_SHEET,
    WAIVER_TITLES,
    WAIVERS_SHEET,
)
from toolkit.stages.programme_rows import Mistakes, Row, check_code, rows_of
from toolkit.stages.rulings import ruling_mistake
from toolkit.text.clean import match_key
from toolkit.text.periods import parse_period
from toolkit.text.units import tidy_unit

_FIRST_OF_MONTH = re.compile(r"(\d{4})年(\d{1,2})月(?:1日)?")


def read_waivers(
    workbook: RawWorkbook, codes: Collection[str], units: Mapping[str, str], mistakes: Mistakes
) -> Iterator[Waiver]:
    """Yield what is not to be objected to.

    Args:
        codes: The 编号 of the list.
        units: The own name of each unit, by every name that it has.
        mistakes: Where to note what is wrong.
    """
    for row in rows_of(workbook, WAIVERS_SHEET, WAIVER_TITLES, mistakes):
        rule, _, code, _, _, reason = _texts(row, WAIVER_TITLES)
        if not rule:
            mistakes.add(
                WAIVERS_SHEET, row.cell("规则"), "没有填写规则代码（用 minsheng rules 查看）"
            )
        if not reason:
            mistakes.add(WAIVERS_SHEET, row.cell("理由"), "没有填写理由；豁免必须有据可查")
        if code:
            check_code(WAIVERS_SHEET, row, code, codes, mistakes)
        start, end = (_period(WAIVERS_SHEET, row, title, mistakes) for title in ("起", "止"))
        unit = _unit(WAIVERS_SHEET, row, units, mistakes)
        yield Waiver(rule, unit, code, start, end, reason, row.cell("止"))


def read_rulings(
    workbook: RawWorkbook,
    programme: Programme,
    units: Mapping[str, str],
    mistakes: Mistakes,
    *,
    with_targets: bool,
) -> Iterator[Ruling]:
    """Yield what persons decided; a workbook made before there was such a sheet has none.

    Args:
        units: The own name of each unit, by every name that it has.
        mistakes: Where to note what is wrong.
        with_targets: Whether the sheet 目标 was read, on which a decision may be.
    """
    if not any(match_key(sheet.name) == RULINGS_SHEET for sheet in workbook.sheets):
        return
    for row in rows_of(workbook, RULINGS_SHEET, RULING_TITLES, mistakes):
        _, code, _, about, value, reason = _texts(row, RULING_TITLES)
        for title in RULING_TITLES:
            if title != "单位" and not row.texts.get(title, "").strip():
                mistakes.add(RULINGS_SHEET, row.cell(title), f"没有填写{title}")
        if code:
            check_code(RULINGS_SHEET, row, code, programme.by_code.keys(), mistakes)
        period = _period(RULINGS_SHEET, row, "报告期", mistakes)
        _check_year(row, period, programme.settings.year, mistakes)
        unit = _unit(RULINGS_SHEET, row, units, mistakes)
        ruling = Ruling(period, code, unit, about, value, reason)
        if with_targets and about and value:
            mistake = ruling_mistake(programme, ruling)
            if mistake:
                mistakes.add(RULINGS_SHEET, row.cell(mistake.title), mistake.what)
        yield ruling


def _texts(row: Row, titles: Collection[str]) -> list[str]:
    return [row.texts.get(title, "").strip() for title in titles]


def _period(sheet: str, row: Row, title: str, mistakes: Mistakes) -> str:
    """Return the label of a period; Excel makes the first of the month of a typed 2021-09."""
    text = match_key(row.texts.get(title, ""))
    month = _FIRST_OF_MONTH.fullmatch(text)
    label = f"{month[1]}-{int(month[2]):02d}" if month else text
    try:
        return parse_period(label).label if label else ""
    except ArgumentError as error:
        mistakes.add(sheet, row.cell(title), f"{error.message}{error.hint}")
        return ""


def _check_year(row: Row, period: str, year: int, mistakes: Mistakes) -> None:
    if period and parse_period(period).year != year:
        what = f"报告期 {period} 不在本年度（{year}年）"
        mistakes.add(RULINGS_SHEET, row.cell("报告期"), what)


def _unit(sheet: str, row: Row, units: Mapping[str, str], mistakes: Mistakes) -> str:
    """Return the own name of the unit that a row names, "" for none."""
    unit = tidy_unit(row.texts.get("单位", ""))
    if unit and unit not in units:
        mistakes.add(sheet, row.cell("单位"), f"没有名为“{unit}”的单位")
    return units.get(unit, unit)
