"""统计: how many items there are by status, project, unit, pace and light, and the charts of it."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Literal

from toolkit.model.assessment import Light, Pace
from toolkit.model.month import MergedItem, Month
from toolkit.model.programme import short_name
from toolkit.model.sheets import Block, Chart, Range, Series, SheetPlan, Style
from toolkit.stages.data_sheet import list_grid, list_sheet
from toolkit.stages.grid import Grid
from toolkit.stages.list_page import list_page
from toolkit.stages.official_sheet import COUNTS
from toolkit.stages.page_breaks import column_pixels, page_room, page_starts
from toolkit.stages.statistics import (
    UNKNOWN,
    UNREPORTED,
    Tally,
    by_lead,
    by_pace_and_light,
    by_project,
    status_names,
    tally,
)
from toolkit.stages.styles import Styles, header_height
from toolkit.text.layout import PIXELS_PER_UNIT
from toolkit.text.status import BEHIND, FINISHED, ONGOING

MOST_UNITS = 20
"""How many units a chart can show and still be read."""

_ALL, _PACES, _LIGHTS, _PROJECTS, _UNITS = "总体", "按快慢", "按灯", "按项目", "按单位"
_NAME, _COUNT, _FIRST_STATUS = 1, 2, 3

_GREY = "#BFBFBF"
_COLORS: Mapping[str, str] = {
    FINISHED: "#4E9A5B",
    ONGOING: "#5B8DB8",
    BEHIND: "#D9822B",
    UNREPORTED: _GREY,
    UNKNOWN: _GREY,
    Pace.AHEAD.value: "#4E9A5B",
    Pace.ON.value: "#5B8DB8",
    Pace.BEHIND.value: "#D9822B",
    Light.GREEN.value: "#4E9A5B",
    Light.YELLOW.value: "#F2C037",
    Light.RED.value: "#C0392B",
}
_OTHER_COLORS = ("#8064A2", "#2AA198", "#A0522D", "#6C71C4")

_CELL_WIDTH, _CELL_HEIGHT = 64, 20
"""Pixels of a cell for which nobody sets a size."""
_PIXELS_A_POINT = 4 / 3
_WIDE, _HIGH, _GAP = 500, 280, 10
"""Four charts of this size, in pixels, fill a page."""
_WHOLE_WIDTH = _WIDE + _GAP + _WIDE
_CELL_CHARACTERS = 8.43
_FACTORS = tuple(percent / 100 for percent in range(100, 136, 5))
"""How much larger charts may be drawn so that a table takes fewer pages; printed smaller than the
last asks for, it is hard to read."""
_NO_LOOK = Style(border=False, wrap=False)

Row = tuple[str | int, ...]


def statistics_sheet(month: Month, items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    """Plan 统计: a table, and beside it the charts, which print on a page of their own."""
    names = status_names(month.programme.scheme, items)
    units = _in_reading_order(by_lead(items))
    paces, lights = by_pace_and_light(month, items)
    kinds: list[tuple[str, Mapping[str, Sequence[MergedItem]]]] = [
        (_ALL, {"全部事项": items}),
        (_PACES, paces),
        (_LIGHTS, lights),
        (_PROJECTS, by_project(items)),
        (_UNITS, units),
    ]
    rows = [
        _row(kind, tally(short_name(name) if kind == _PROJECTS else name, group, names), names)
        for kind, groups in kinds
        for name, group in groups.items()
    ]
    titles = ("类别", "名称", "事项数", *names, "完成率")
    least = (10, 54, 9, *[11] * len(names), 9)
    grid = list_grid(rows, least)
    header = header_height(titles, least, styles, 30)
    starts = partial(_page_starts, grid, [row[0] for row in rows], least, header)
    factor = min(_FACTORS, key=lambda larger: len(starts(larger)))
    widths = _widened(least, factor) if items else least
    sheet = list_sheet(COUNTS, titles, widths, grid, styles, centred=range(2, len(titles)))
    if not items:
        return sheet
    places = {kind: _span(rows, kind, grid.starts) for kind, _ in kinds}
    charts = _charts(places, names, len(titles) + 1)
    noted = _with_note(sheet, "".join(_notes(items, len(units))), styles)
    return _with_charts(noted, [_larger(chart, factor) for chart in charts], starts(factor))


def _in_reading_order(
    units: Mapping[str, Sequence[MergedItem]],
) -> Mapping[str, Sequence[MergedItem]]:
    """Return units in the list's order, or so many that nobody reads them all by size."""
    if len(units) <= MOST_UNITS:
        return units
    return dict(sorted(units.items(), key=lambda pair: -len(pair[1])))


def _row(kind: str, counted: Tally, names: Sequence[str]) -> Row:
    rate = f"{counted.finished / counted.total:.1%}" if counted.total else ""
    numbers = (counted.by_status[name] for name in names)
    return kind, counted.heading, counted.total, *numbers, rate


def _notes(items: Iterable[MergedItem], units: int) -> Iterator[str]:
    if units > MOST_UNITS:
        yield f"单位按事项数从多到少排列，图中是前 {MOST_UNITS} 个单位。"
    by_text = sum(1 for merged in items if merged.status and merged.status.by_text)
    if by_text:
        yield f"有 {by_text} 个事项的状态是由落实进展情况的文字判断的，请核对后使用。"


def _span(rows: Sequence[Row], kind: str, starts: Sequence[int]) -> range:
    """Return the worksheet rows of a kind, which stand one below the other."""
    found = [start for row, start in zip(rows, starts, strict=True) if row[0] == kind]
    return range(found[0], found[-1] + 1) if found else range(0)


def _charts(places: Mapping[str, range], names: Sequence[str], column: int) -> Iterator[Chart]:
    """Yield the charts: on the left how all items stand, on the right how each unit's do."""
    whole, units = places[_ALL].start, places[_UNITS][:MOST_UNITS]
    others = iter(_OTHER_COLORS * (1 + len(names)))
    colors = tuple(_COLORS.get(name) or next(others) for name in names)
    statuses = Range(0, _FIRST_STATUS, 0, _FIRST_STATUS + len(names) - 1)
    total = replace(statuses, first_row=whole, last_row=whole)
    small = bool(places[_PACES])
    lower = _GAP + _HIGH + _GAP
    state = Series((whole, _NAME), statuses, total, colors)
    full = _HIGH + _GAP + _HIGH
    yield _chart(
        "doughnut", "事项状态", (state,), column, (0, _GAP, _WIDE, _HIGH if small else full)
    )
    half = (_WIDE - _GAP) // 2
    for number, (kind, title) in enumerate(((_PACES, "进度快慢"), (_LIGHTS, "红黄绿灯"))):
        if places[kind]:
            box = (number * (half + _GAP), lower, half, _HIGH)
            yield _chart("column", title, (_counted(places[kind], kind),), column, box)
    by_status = tuple(
        Series((0, place), _column(units, _NAME), _column(units, place), (color,))
        for place, color in enumerate(colors, _FIRST_STATUS)
    )
    title = (
        "各单位事项状态" if len(units) == len(places[_UNITS]) else f"事项最多的 {MOST_UNITS} 个单位"
    )
    yield _chart("stacked_bar", title, by_status, column, (_WIDE + _GAP, _GAP, _WIDE, full))


def _counted(rows: range, kind: str) -> Series:
    """Return how many items there are of each pace or light."""
    words = (*(Pace if kind == _PACES else Light), UNKNOWN)
    colors = tuple(_COLORS[word] for word in words)
    return Series((0, _COUNT), _column(rows, _NAME), _column(rows, _COUNT), colors)


def _column(rows: range, column: int) -> Range:
    return Range(rows[0], column, rows[-1], column)


def _chart(
    kind: Literal["doughnut", "column", "stacked_bar"],
    title: str,
    series: tuple[Series, ...],
    column: int,
    box: tuple[int, int, int, int],
) -> Chart:
    left, top, width, height = box
    return Chart(kind, title, series, 1, column, left, top, width, height)


def _page_starts(
    grid: Grid,
    kinds: Sequence[str | int],
    widths: Sequence[float],
    header: float,
    factor: float,
) -> tuple[int, ...]:
    """Return the worksheet rows with which a page begins: those of a kind stay together.

    Args:
        widths: The least that the table's columns need.
        header: The height of the row that every page repeats.
        factor: How much larger the charts are drawn.
    """
    room = page_room("A4", _widened(widths, factor), header)
    changes = [n for n, (one, other) in enumerate(pairwise(kinds), 1) if one != other]
    groups = list(pairwise((0, *changes, len(kinds))))
    return tuple(grid.starts[place] for place in page_starts(grid.heights, groups, room))


def _widened(widths: Sequence[float], factor: float) -> tuple[float, ...]:
    """Return the table's columns, together at least as wide as charts that are so much larger.

    Fitted to a page, Excel prints table and charts in one size, LibreOffice each in its own; as wide
    as one another they are the same in both, and wider ones make more room for rows.
    """
    charts = column_pixels((_CELL_CHARACTERS,) * _columns(_WHOLE_WIDTH * factor))
    missing = max(0, charts - column_pixels(widths))
    return tuple(width + missing / len(widths) / PIXELS_PER_UNIT for width in widths)


def _larger(chart: Chart, factor: float) -> Chart:
    sizes = (chart.left, chart.top, chart.width, chart.height)
    left, top, width, height = (round(size * factor) for size in sizes)
    return replace(chart, left=left, top=top, width=width, height=height)


def _columns(pixels: float) -> int:
    """Return how many columns without a width of their own take that many pixels."""
    return math.ceil(pixels / _CELL_WIDTH)


def _with_note(sheet: SheetPlan, note: str, styles: Styles) -> SheetPlan:
    """Return the sheet with a line above where its charts will stand; it prints with them."""
    if not note:
        return sheet
    header, *others = sheet.blocks
    gap = (_NO_LOOK, replace(styles.line, size=styles.text.size))
    noted = Block(0, (*header.styles, *gap), ((*header.rows[0], "", note),), header.heights)
    return replace(sheet, blocks=(noted, *others))


def _with_charts(sheet: SheetPlan, charts: Sequence[Chart], pages: tuple[int, ...]) -> SheetPlan:
    """Return the sheet with its charts, their place as an area to print of its own.

    Args:
        pages: The rows of the table with which a page begins.
    """
    heights = {
        row: height * _PIXELS_A_POINT
        for block in sheet.blocks
        for row, height in enumerate(block.heights, block.first_row)
    }
    left: float = max(chart.top + chart.height for chart in charts)
    last = charts[0].row
    while (left := left - heights.get(last, _CELL_HEIGHT)) > 0:
        last += 1
    first_column = charts[0].column
    columns = _columns(max(chart.left + chart.width for chart in charts))
    page = replace(
        list_page(sheet.widths),
        last_row=max(block.first_row + len(block.rows) for block in sheet.blocks) - 1,
        last_column=len(sheet.widths) - 1,
        beside=Range(0, first_column, last, first_column + columns - 1),
        breaks=pages,
    )
    return replace(sheet, charts=tuple(charts), page=page)
