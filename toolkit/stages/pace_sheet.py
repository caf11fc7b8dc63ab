"""进度: how far each item is beside its targets and the calendar, for a person to check."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.model.assessment import Achieved, Assessment, Basis, Light
from toolkit.model.month import MergedItem, Month
from toolkit.model.scheme import Key
from toolkit.model.sheets import Block, CellValue, Highlight, Page, Range, SheetPlan
from toolkit.model.submission import Entry
from toolkit.stages.grid import Record, lay_out
from toolkit.stages.statistics import UNREPORTED
from toolkit.stages.styles import LIGHT_COLORS, Styles, header_height
from toolkit.text.clean import cell_text
from toolkit.text.layout import text_height
from toolkit.text.prose import shortened

PACE_SHEET = "进度"
_NOTE = (
    "本表供核对，不作为报送内容。依据为“由文字判断”的，是从落实进展情况的文字里读出的，可能不准，"
    "请对照原文核对；不对的，在 实事清单.xlsx 的“认定”表里写明，重新汇总后以认定的为准（依据为“人工认定”）。"
)
_TITLES = (
    *("编号", "项目", "事项", "单位", "状态", "完成率", "序时进度", "快慢", "灯", "依据"),
    *("目标与完成数", "原文"),
)
_WIDTHS = (8.0, 18.0, 30.0, 18.0, 10.0, 9.0, 9.0, 9.0, 8.0, 13.0, 30.0, 38.0)
_PROJECT = _TITLES.index("项目")
_SHARES = ("完成率", "序时进度")
_TEXTS = ("项目", "事项", "单位", "目标与完成数", "原文")
_HEADER_ROW = 1
_UNTOLD = "未说明"
_NOTHING = Assessment()

Row = tuple[CellValue, ...]


def pace_sheet(month: Month, items: Sequence[MergedItem], styles: Styles) -> SheetPlan:
    """Plan 进度: a line for each item, or for each unit that has to report on it."""
    rows = [row for merged in items for row in _rows(month, merged)]
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
    grid = lay_out([Record(row) for row in rows], widths, styles.text.size, _HEADER_ROW + 1)
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
        page=Page(repeat_rows=(_HEADER_ROW, _HEADER_ROW)),
    )


def _lights(column: int, last_row: int) -> tuple[Highlight, ...]:
    area = Range(_HEADER_ROW + 1, column, last_row, column)
    return tuple(Highlight(area, light.value, *LIGHT_COLORS[light]) for light in Light)


def _rows(month: Month, merged: MergedItem) -> Iterator[Row]:
    """Yield a line for each unit that reported on an item or has to."""
    item, entries = merged.item, merged.entries
    project = "".join((item.group or "").split())
    known = (item.code, project, item.title)
    for entry in entries:
        yield (*known, *_reported(entry, month.assessments.get((entry.unit, item.code), _NOTHING)))
    fillers = month.programme.fillers[item.code] or ("",)
    if len(entries) < len(fillers):
        reported = {entry.unit for entry in entries}
        for unit in fillers:
            if unit not in reported:
                yield (*known, unit, UNREPORTED, *[""] * 7)


def _reported(entry: Entry, assessment: Assessment) -> Row:
    status, share = entry.status, assessment.share
    basis = assessment.basis if share is not None else status.basis
    achieved = assessment.achieved
    return (
        entry.unit,
        status.name,
        _share(share),
        _share(assessment.expected),
        assessment.pace.value if assessment.pace else "",
        assessment.light.value if assessment.light else "",
        basis.value if basis else "",
        "\n".join([_target(one) for one in achieved]) if achieved else "",
        _original(entry, achieved) if Basis.TEXT in (basis, status.basis) else "",
    )


def _share(share: float | None) -> float | str:
    """Return a share as its cell holds it; what is not all never shows as 100.0%."""
    if share is None:
        return ""
    rounded = round(share, 3)
    return 0.999 if rounded == 1 > share else rounded


def _target(achieved: Achieved) -> str:
    """Return a target with what is done of it: 充电桩 18/30个."""
    target, number = achieved.target, achieved.number
    done = _UNTOLD if number is None else cell_text(number)
    about = "" if achieved.exact or number is None else "约"
    return f"{target.subject} {about}{done}/{cell_text(target.number)}{target.measure}".lstrip()


def _original(entry: Entry, achieved: Sequence[Achieved]) -> str:
    """Return the words that figures were read from, else how the text that was read begins."""
    told = "；".join(dict.fromkeys([a.original for a in achieved if a.original]))
    return told or shortened(entry.values.get(Key.PROGRESS, "").strip())
