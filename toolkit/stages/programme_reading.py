"""实事清单.xlsx back to the programme; every mistake in it is named with its sheet and cell."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache

from toolkit.model.programme import Item, Programme, Settings, Target, Unit
from toolkit.model.scheme import Filling, Key, Scheme
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.programme_book import (
    CODE_TITLE,
    ITEMS_SHEET,
    SETTINGS_SHEET,
    TARGET_TITLES,
    TARGETS_SHEET,
    UNIT_TITLES,
    UNITS_SHEET,
)
from toolkit.stages.programme_decisions import read_rulings, read_waivers
from toolkit.stages.programme_rows import Mistakes, Row, check_code, rows_of
from toolkit.text.clean import is_blank
from toolkit.text.units import Resolve, item_units, split_units, tidy_unit, unit_resolver

_NEEDED = ("名称", "年度", "制发机关", "体例", "报送时限")
_UNIT_KEYS = (Key.LEAD, Key.CO, Key.ASSIST)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def read_programme(
    workbook: RawWorkbook, load_scheme: Callable[[str], Scheme], skipped: Collection[str] = ()
) -> Programme:
    """Read the programme workbook.

    Args:
        workbook: 实事清单.xlsx as it was read.
        load_scheme: Gives the scheme of a name.
        skipped: Worksheets that were left out; only 目标 can be.

    Raises:
        ProgrammeError: It has mistakes; the message lists all of them.
    """
    mistakes = Mistakes()
    settings = _settings(workbook, mistakes)
    if settings is None:
        mistakes.stop()
        raise AssertionError("settings are None only with a mistake")
    scheme = load_scheme(settings.scheme)
    units = tuple(_units(workbook, mistakes))
    items = tuple(_items(workbook, scheme, unit_resolver(units), mistakes))
    codes = {item.code for item in items}
    wanted = TARGETS_SHEET not in skipped
    targets = tuple(_targets(workbook, codes, mistakes)) if wanted else ()
    names = _known_units(units, items)
    waivers = tuple(read_waivers(workbook, codes, names, mistakes))
    programme = Programme(settings, scheme, items, units, targets, waivers)
    rulings = tuple(read_rulings(workbook, programme, names, mistakes, with_targets=wanted))
    mistakes.stop()
    return replace(programme, rulings=rulings)


def _settings(workbook: RawWorkbook, mistakes: Mistakes) -> Settings | None:
    rows = {
        row.texts.get("项", "").strip(): row
        for row in rows_of(workbook, SETTINGS_SHEET, ("项", "值"), mistakes)
    }
    values = {name: row.texts.get("值", "").strip() for name, row in rows.items()}
    for name in _NEEDED:
        if name not in rows:
            mistakes.add(SETTINGS_SHEET, None, f"缺少“{name}”一行")
        elif not values[name]:
            mistakes.add(SETTINGS_SHEET, rows[name].cell("值"), f"“{name}”没有填写")
    year = values.get("年度", "").removesuffix("年")
    if year and not re.fullmatch(r"20\d\d", year):
        mistakes.add(SETTINGS_SHEET, rows["年度"].cell("值"), f"年度“{year}”应为四位数字，如 2021")
    filling = values.get("填报方式") or Filling.LEAD.value
    if filling not in tuple(Filling):
        mistakes.add(
            SETTINGS_SHEET,
            rows["填报方式"].cell("值"),
            f"填报方式“{filling}”应为“牵头填报”或“分别填报”",
        )
    if mistakes.lines:
        return None
    return Settings(
        name=values["名称"],
        year=int(year),
        authority=values["制发机关"],
        scheme=values["体例"],
        report_by=values["报送时限"],
        finish_by=values.get("完成时限", ""),
        filling=Filling(filling),
        signature=values.get("署名") or values["制发机关"],
        contact=values.get("联系人", ""),
        phone=values.get("联系电话", ""),
        ledger=values.get("台账地址", ""),
        mark=values.get("红头", ""),
        code=values.get("机关代字", ""),
    )


def _units(workbook: RawWorkbook, mistakes: Mistakes) -> Iterator[Unit]:
    seen: dict[str, str] = {}
    for row in rows_of(workbook, UNITS_SHEET, UNIT_TITLES, mistakes):
        name = tidy_unit(row.texts.get("单位名称", ""))
        if not name:
            mistakes.add(UNITS_SHEET, row.cell("单位名称"), "没有填写单位名称")
            continue
        unit = Unit(
            name,
            split_units(row.texts.get("别名", "")),
            split_units(row.texts.get("成员", "")),
            row.texts.get("联系人", "").strip(),
            row.texts.get("电话", "").strip(),
            row.texts.get("邮箱", "").strip(),
        )
        for known in (name, *unit.aliases):
            if known in seen:
                mistakes.add(
                    UNITS_SHEET,
                    row.cell("单位名称"),
                    f"“{known}”已在 {seen[known]} 出现，同一名称只能属于一个单位",
                )
            seen[known] = row.cell("单位名称")
        yield unit


def _items(
    workbook: RawWorkbook,
    scheme: Scheme,
    resolve: Resolve,
    mistakes: Mistakes,
) -> Iterator[Item]:
    titles = {column.key: column.title for column in scheme.summary.shown}
    units = _unit_reader(resolve)
    grouped_keys = [column.key for column in scheme.summary.shown if column.grouped]
    seen: dict[str, Row] = {}
    above: dict[Key, str] = {}
    for row in rows_of(workbook, ITEMS_SHEET, (CODE_TITLE, *titles.values()), mistakes):
        code = row.texts.get(CODE_TITLE, "").strip()
        if not code:
            mistakes.add(
                ITEMS_SHEET,
                row.cell(CODE_TITLE),
                "没有编号；请填一个从未用过的编号（不要重用已删除事项的编号）",
            )
        elif code in seen:
            mistakes.add(
                ITEMS_SHEET,
                row.cell(CODE_TITLE),
                f"编号“{code}”与 {seen[code].cell(CODE_TITLE)} 重复",
            )
        seen[code] = row
        values = {key: row.texts.get(title, "") for key, title in titles.items()}
        if is_blank(values.get(Key.NAME, "")) and is_blank(values.get(Key.CONTENT, "")):
            column = titles.get(Key.CONTENT) or titles[Key.NAME]
            mistakes.add(ITEMS_SHEET, row.cell(column), "没有填写事项的内容")
        grouped = {key: values[key] for key in grouped_keys}
        above = above if all(map(is_blank, grouped.values())) else grouped
        values |= above
        yield Item(code, values, *units(*[values.get(key, "") for key in _UNIT_KEYS]), row.number)


def _unit_reader(
    resolve: Resolve,
) -> Callable[..., tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return a function that reads the cells of units: who leads, who shares, who assists."""

    @cache
    def read(*cells: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        return item_units(dict(zip(_UNIT_KEYS, cells, strict=True)), resolve)

    return read


def _targets(workbook: RawWorkbook, codes: set[str], mistakes: Mistakes) -> Iterator[Target]:
    for row in rows_of(workbook, TARGETS_SHEET, TARGET_TITLES, mistakes):
        texts = [row.texts.get(title, "").strip() for title in TARGET_TITLES]
        code, subject, number, measure, comparator, original = texts
        check_code(TARGETS_SHEET, row, code, codes, mistakes)
        if not _NUMBER.fullmatch(number):
            mistakes.add(TARGETS_SHEET, row.cell("数量"), f"数量“{number}”应为数字")
            continue
        yield Target(code, subject, float(number), measure, comparator, original)


def _known_units(units: Iterable[Unit], items: Iterable[Item]) -> dict[str, str]:
    """Return every name by which a unit is known, with its own name."""
    named = {unit: unit for item in items for unit in (item.lead, *item.co, *item.assist) if unit}
    return named | {known: unit.name for unit in units for known in (unit.name, *unit.aliases)}
