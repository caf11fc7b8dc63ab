"""进度: how far each item is beside its targets and the calendar, for a person to check."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from toolkit.model.assessment import Achieved, Assessment, Basis, Light
from toolkit.model.month import MergedItem, Month
from toolkit.model.programme import Target
from toolkit.model.scheme import Key
from toolkit.model.sheets import Block, CellValue, Highlight, Range, SheetPlan
from toolkit.model.submission import Entry
from toolkit.stages.grid import Record, lay_out
from toolkit.stages.list_page import list_page
from toolkit.stages.statistics import UNREPORTED
from toolkit.stages.styles import LIGHT_COLORS, Styles, header_height
from toolkit.text.layout import text_height
from toolkit.text.prose import shortened

PACE_SHEET = "进度"
_NOTE = (
    "本表供核对，不作为报送内容。依据为“由文字判断”的，是从落实进展情况的文字里读出的，可能不准，"
    "请对照原文核对；不对的，在 实事清单.xlsx 的“认定”表里写明，重新汇总后以认定的为准（依据为“人工认定”）。"
)
_TITLES = (
    *("编号", "项目", "事项", "单位", "状态", "完成率", "时序进度", "快慢", "灯", "依据"),
    *("目标与完成数", "原文"),
)
_WIDTHS = (10.0, 18.0, 30.0, 18.0, 10.0, 9.0, 9.0, 9.0, 8.0, 13.0, 30.0, 38.0)
_PROJECT = _TITLES.index("项目")
_SHARES = ("完成率", "时序进度")
_TEXTS = ("项目", "事项", "单位", "目标与完成数", "原文")
_HEADER_ROW = 1
_ROW = 36.0
"""Room for two lines, in points."""
_BEGINNING = 40
"""Characters of a report that are quoted where a status was read from the whole of it."""
_NOTHING = Assessment()
_TEXT = Basis.TEXT

Row = tuple[CellValue, ...]


def pace_sheet(month: Month, items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    """Plan 进度: a line for each item, or for each unit that has to report on it."""
    rows = list(_rows(month, items))
    shown = list(range(len(_TITLES)))
    if not any(merged.item.group for merged in items):
        shown.remove(_PROJECT)
        rows = [(*row[:_PROJECT], *row[_PROJECT + 1 :]) for row in rows]
    titles, widths = [_TITLES[n] for n in shown], tuple(_WIDTHS[n] for n in shown)
    looks = {
        title: replace(styles.centred, number_format="0.0%") if title in _SHARES else styles.centred
        for title in titles
        if title not in _TEXTS
    }
    grid = lay_out(
        [Record(row) for row in rows], widths, styles.text.size, _HEADER_ROW + 1, minimum=_ROW
    )
    last_row, last = _HEADER_ROW + len(grid.rows), len(titles) - 1
    note = replace(styles.note, size=styles.text.size)
    return SheetPlan(
        name=PACE_SHEET,
        widths=widths,
        blocks=(
            Block(
                0,
                (note,) * len(titles),
                ((_NOTE, *[""] * last),),
                (text_height(_NOTE, sum(widths), note.size) + 4,),
            ),
            Block(
                _HEADER_ROW,
                (styles.header,) * len(titles),
                (titles,),
                (header_height(titles, widths, styles, 30),),
            ),
            Block(
                _HEADER_ROW + 1,
                tuple(looks.get(title, styles.text) for title in titles),
                grid.rows,
                grid.heights,
            ),
        ),
        merges=(Range(0, 0, 0, last), *grid.merges),
        highlights=_lights(titles.index("灯"), max(_HEADER_ROW + 1, last_row)),
        freeze=(_HEADER_ROW + 1, 0),
        autofilter=Range(_HEADER_ROW, 0, max(_HEADER_ROW + 1, last_row), last),
        page=list_page(widths, _HEADER_ROW),
    )


def _lights(column: int, last_row: int) -> tuple[Highlight, ...]:
    area = Range(_HEADER_ROW + 1, column, last_row, column)
    return tuple(Highlight(area, light.value, *LIGHT_COLORS[light]) for light in Light)


def _rows(month: Month, items: Sequence[MergedItem]) -> Iterator[Row]:
    """Yield a line for each unit that reported on an item or has to."""
    assessments, fillers = month.assessments, month.programme.fillers
    project, shown = None, ""
    for merged in items:
        item, entries = merged.item, merged.entries
        if item.group != project:
            project = item.group
            shown = item.project
        code, title = item.code, item.title
        for entry in entries:
            assessment = assessments.get((entry.unit, code), _NOTHING)
            yield _line((code, shown, title), entry, assessment)
        asked = fillers[code] or ("",)
        if len(entries) < len(asked):
            reported = {entry.unit for entry in entries}
            for unit in asked:
                if unit not in reported:
                    yield (code, shown, title, unit, UNREPORTED, *[""] * 7)


def _line(item: tuple[str, str, str], entry: Entry, assessment: Assessment) -> Row:
    status, share, expected = entry.status, assessment.share, assessment.expected
    basis = assessment.basis if share is not None else status.basis
    achieved, pace, light = assessment.achieved, assessment.pace, assessment.light
    told = [one for one in achieved if one.number is not None]
    return (
        *item,
        entry.unit,
        status.name,
        "" if share is None else _share(share),
        "" if expected is None else _time_gone(expected),
        pace or "",
        light or "",
        basis or "",
        _targets(told, len(achieved)),
        _original(entry, told, share) if basis is _TEXT or status.basis is _TEXT else "",
    )


def _share(share: float) -> float:
    """Return a share as its cell holds it; what is not all never shows as 100.0%."""
    rounded = round(share, 3)
    return 0.999 if rounded == 1 > share else rounded


_time_gone = lru_cache(maxsize=256)(_share)
"""Nearly all items of a list are due on a few days."""


def _targets(told: Sequence[Achieved], whole: int) -> str:
    """Return what is done of each target that is told, and of how many nothing is."""
    untold = whole - len(told)
    if not told:
        return f"{untold} 个目标没有说明" if untold else ""
    lines = [_target(one, one.target) for one in told]
    if untold:
        lines.append(f"另有 {untold} 个目标没有说明")
    return "\n".join(lines)


def _target(achieved: Achieved, target: Target) -> str:
    """Return a target with what is done of it: 充电桩 18/30个."""
    about = "" if achieved.exact else "约"
    line = f"{about}{achieved.number:.15g}/{target.number:.15g}{target.measure}"
    return f"{target.subject} {line}" if target.subject else line


def _original(entry: Entry, told: Sequence[Achieved], share: float | None) -> str:
    """Return the words that figures were read from, else how the text that was read begins.

    正常推进 is what a text says in which nothing is found, so there is nothing to quote.
    """
    quoted = [one.original for one in told if one.basis is _TEXT and one.original]
    if len(quoted) > 1:
        return "；".join(dict.fromkeys(quoted))
    if quoted:
        return quoted[0]
    if share is None and not (entry.status.finished or entry.status.behind):
        return ""
    return shortened(entry.values.get(Key.PROGRESS, "").lstrip(), _BEGINNING)
