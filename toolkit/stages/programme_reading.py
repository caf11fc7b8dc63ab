"""实事清单.xlsx back to the programme; every mistake in it is named with its sheet and cell."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from toolkit.errors import ProgrammeError
from toolkit.model.programme import Item, Programme, Settings, Target, Unit, Waiver
from toolkit.model.refs import cell_name
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
    WAIVER_TITLES,
    WAIVERS_SHEET,
)
from toolkit.text.clean import cell_text, is_blank, match_key
from toolkit.text.units import Resolve, item_units, split_units, tidy_unit, unit_resolver

_NEEDED = ("名称", "年度", "制发机关", "体例", "报送时限")
_UNIT_KEYS = (Key.LEAD, Key.CO, Key.ASSIST)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class _Row(NamedTuple):
    """One row of a sheet: its texts by column title, and where they stand."""

    number: int
    texts: Mapping[str, str]
    places: Mapping[str, int]

    def cell(self, title: str) -> str:
        return cell_name(self.number, self.places.get(title, 0))


class _Mistakes:
    """Collects mistakes, so that all of them are told at once."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, sheet: str, cell: str | None, what: str) -> None:
        place = f"“{sheet}”表" + (f" {cell} 单元格" if cell else "")
        self.lines.append(f"{place}：{what}")

    def stop(self) -> None:
        if self.lines:
            listed = "\n".join(f"  {n}. {line}" for n, line in enumerate(self.lines, 1))
            raise ProgrammeError(
                f"实事清单.xlsx 有 {len(self.lines)} 处需要改正：\n{listed}",
                "请在 Excel 或 WPS 中改正、保存并关闭后重新运行。",
            )


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
    mistakes = _Mistakes()
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
    waivers = tuple(_waivers(workbook, codes, _known_units(units, items), mistakes))
    mistakes.stop()
    return Programme(settings, scheme, items, units, targets, waivers)


def _rows(
    workbook: RawWorkbook, name: str, titles: Sequence[str], mistakes: _Mistakes
) -> Iterator[_Row]:
    sheet = next((sheet for sheet in workbook.sheets if match_key(sheet.name) == name), None)
    if sheet is None:
        mistakes.add(name, None, "缺少这张表")
        return
    header = [match_key(cell_text(value)) for value in sheet.rows[0]] if sheet.rows else []
    places = {
        title: header.index(match_key(title)) for title in titles if match_key(title) in header
    }
    for title in titles:
        if title not in places:
            mistakes.add(name, None, f"第一行缺少“{title}”一栏")
        elif header.count(match_key(title)) > 1:
            second = header.index(match_key(title), places[title] + 1)
            mistakes.add(name, cell_name(0, second), f"“{title}”有两栏，请删除多出的一栏")
    names, columns = tuple(places), tuple(places.values())
    width = max(columns, default=-1) + 1
    for number, row in enumerate(sheet.rows[1:], 1):
        cells = row if len(row) >= width else (*row, *[""] * (width - len(row)))
        values = [cells[column] for column in columns]
        texts = [value if isinstance(value, str) else cell_text(value) for value in values]
        if not all(map(is_blank, texts)):
            yield _Row(number, dict(zip(names, texts, strict=True)), places)


def _settings(workbook: RawWorkbook, mistakes: _Mistakes) -> Settings | None:
    rows = {
        row.texts.get("项", "").strip(): row
        for row in _rows(workbook, SETTINGS_SHEET, ("项", "值"), mistakes)
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
    )


def _units(workbook: RawWorkbook, mistakes: _Mistakes) -> Iterator[Unit]:
    seen: dict[str, str] = {}
    for row in _rows(workbook, UNITS_SHEET, UNIT_TITLES, mistakes):
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
    mistakes: _Mistakes,
) -> Iterator[Item]:
    titles = {column.key: column.title for column in scheme.summary.shown}
    units = _unit_reader(resolve)
    grouped_keys = [column.key for column in scheme.summary.shown if column.grouped]
    seen: dict[str, _Row] = {}
    above: dict[Key, str] = {}
    for row in _rows(workbook, ITEMS_SHEET, (CODE_TITLE, *titles.values()), mistakes):
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


def _targets(workbook: RawWorkbook, codes: set[str], mistakes: _Mistakes) -> Iterator[Target]:
    for row in _rows(workbook, TARGETS_SHEET, TARGET_TITLES, mistakes):
        texts = [row.texts.get(title, "").strip() for title in TARGET_TITLES]
        code, subject, number, measure, comparator, original = texts
        _check_code(TARGETS_SHEET, row, code, codes, mistakes)
        if not _NUMBER.fullmatch(number):
            mistakes.add(TARGETS_SHEET, row.cell("数量"), f"数量“{number}”应为数字")
            continue
        yield Target(code, subject, float(number), measure, comparator, original)


def _known_units(units: Iterable[Unit], items: Iterable[Item]) -> dict[str, str]:
    """Return every name by which a unit is known, with its own name."""
    named = {unit: unit for item in items for unit in (item.lead, *item.co, *item.assist) if unit}
    return named | {known: unit.name for unit in units for known in (unit.name, *unit.aliases)}


def _waivers(
    workbook: RawWorkbook, codes: set[str], units: Mapping[str, str], mistakes: _Mistakes
) -> Iterator[Waiver]:
    for row in _rows(workbook, WAIVERS_SHEET, WAIVER_TITLES, mistakes):
        waiver = Waiver(*(row.texts.get(title, "").strip() for title in WAIVER_TITLES))
        unit = tidy_unit(waiver.unit)
        if unit and unit not in units:
            mistakes.add(WAIVERS_SHEET, row.cell("单位"), f"没有名为“{unit}”的单位")
        waiver = replace(waiver, unit=units.get(unit, unit))
        if not waiver.rule:
            mistakes.add(
                WAIVERS_SHEET, row.cell("规则"), "没有填写规则代码（用 minsheng rules 查看）"
            )
        if not waiver.reason:
            mistakes.add(WAIVERS_SHEET, row.cell("理由"), "没有填写理由；豁免必须有据可查")
        if waiver.code:
            _check_code(WAIVERS_SHEET, row, waiver.code, codes, mistakes)
        yield waiver


def _check_code(sheet: str, row: _Row, code: str, codes: set[str], mistakes: _Mistakes) -> None:
    if code not in codes:
        mistakes.add(sheet, row.cell(CODE_TITLE), f"清单里没有编号“{code}”")
