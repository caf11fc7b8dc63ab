"""概况: the first sheet of 核查结果.xlsx, from which a coordinator sees where to begin."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise

from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import Month
from toolkit.model.sheets import Block, CellValue, Link, Page, Range, SheetPlan, Style
from toolkit.model.waiving import WaiverState, WaiverUse
from toolkit.stages.finding_counts import by_rule, by_unit, count_words, severity_words
from toolkit.stages.page_breaks import page_room, page_starts
from toolkit.stages.rulings import applied_rulings
from toolkit.stages.styles import Styles
from toolkit.text.layout import text_height

OVERVIEW = "概况"
NO_UNIT = "（不属于某个单位）"
_ASKS = {
    "须改正": "单位填错的退回修改；其余的（如没有报送）由汇总单位处理。",
    "请核对": "请汇总单位核对，不退回。",
    "提示": "记录在案，一般不用处理。",
    "试行": "规则还在试行：只列出，不退回。",
}
_FIRST, _COUNT, _LAST = 34.0, 10.0, 30.0
_ROW = 20.0

Jumps = Mapping[tuple[str, str | None], str]
"""Where the lines of a word and a unit are in the list, None for the word's of all units."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the sheet."""

    values: tuple[CellValue, ...]
    styles: tuple[Style, ...]
    height: float = _ROW
    jumps: Mapping[int, str] | None = None
    spread: tuple[int, int] | None = None


def overview_sheet(
    month: Month,
    findings: Sequence[Finding],
    waivers: Sequence[WaiverUse],
    states: Sequence[UnitStatus],
    jumps: Jumps,
    styles: Styles,
) -> SheetPlan:
    """Plan 概况: how many findings there are by severity, by unit and by rule.

    Args:
        jumps: Where to find the lines that are counted.
    """
    words = severity_words(findings)
    widths = (_FIRST, _COUNT, *(_COUNT for _ in words), _COUNT, _LAST)
    empty = ("",) * (len(widths) - 1)
    title = (f"{month.programme.settings.name}核查结果（{month.period.label}）", *empty)
    lines = [_Line(title, (styles.title,) * len(widths), 44, spread=(0, len(widths) - 1))]
    for text in _sentences(month, findings, waivers):
        height = text_height(text, sum(widths), styles.note.size)
        note = (styles.note,) * len(widths)
        lines.append(_Line((text, *empty), note, height, spread=(0, len(widths) - 1)))
    if findings:
        gap = _Line(("", *empty), (styles.note,) * len(widths))
        parts = (
            _severities(findings, words, jumps, styles),
            _units(month, findings, words, states, jumps, styles),
            _rules(findings, words, styles),
        )
        blocks = [[gap, *part] for part in parts]
        pages = _page_starts(lines, blocks, widths)
        lines += chain.from_iterable(blocks)
    else:
        pages = ()
    return _sheet(lines, widths, styles, pages)


def _page_starts(
    above: Sequence[_Line], parts: Sequence[Sequence[_Line]], widths: Sequence[float]
) -> tuple[int, ...]:
    """Return the rows with which pages begin: a table that fits on a page is not torn."""
    first, *others = (max(line.height, _ROW) for line in above)
    heights = [max(line.height, _ROW) for part in parts for line in part]
    ends = list(accumulate(map(len, parts), initial=0))
    room = page_room("A4", widths, first)  # every page repeats the title
    places = page_starts(heights, list(pairwise(ends)), room, sum(others))
    return tuple(len(above) + place for place in places)


def _sentences(
    month: Month, findings: Sequence[Finding], waivers: Sequence[WaiverUse]
) -> Iterable[str]:
    missing = len(month.missing)
    yield (
        f"应报单位 {len(month.expected)} 个，有可用报表的 {len(month.expected) - missing} 个"
        + (f"，没有的 {missing} 个" if missing else "")
        + f"；收到文件 {len(month.received)} 份。"
    )
    repairs = sum(len(received.repairs) for received in month.received)
    waived = sum(len(u.findings) for u in waivers if u.state is WaiverState.IN_FORCE)
    rulings = sum(1 for _, units in applied_rulings(month) if units)
    notes = (
        (repairs, f"修复后照样读出 {repairs} 处（见“修复记录”）"),
        (waived, f"已豁免 {waived} 条（见“已豁免”）"),
        (rulings, f"采用人工认定 {rulings} 条（见“认定”）"),
    )
    said = "，".join(text for count, text in notes if count)
    if said:
        yield f"{said}。"
    if not findings:
        yield "没有发现问题。"


def _severities(
    findings: Sequence[Finding], words: Sequence[str], jumps: Jumps, styles: Styles
) -> Iterable[_Line]:
    counts = count_words(findings)
    filler = len(words) + 1
    span = (2, filler + 2)
    yield _header(("程度", "条数", "怎么处理", *[""] * filler), styles, span)
    looks = (styles.text, styles.number, *[styles.text] * (filler + 1))
    for word in words:
        jump = jumps.get((word, None))
        values: tuple[CellValue, ...] = (word, counts[word], _ASKS[word], *[""] * filler)
        yield _Line(values, looks, jumps={1: jump} if jump else None, spread=span)


def _units(
    month: Month,
    findings: Sequence[Finding],
    words: Sequence[str],
    states: Sequence[UnitStatus],
    jumps: Jumps,
    styles: Styles,
) -> Iterable[_Line]:
    known = {state.unit: state for state in states}
    grouped = by_unit(findings, month.programme)
    yield _header(("单位", "应报事项", *words, "合计", "状态"), styles)
    for unit, found in grouped.items():
        counts, state = count_words(found), known.get(unit)
        numbers = [counts[word] or "" for word in words]
        targets = {n: jumps.get((word, unit)) for n, word in enumerate(words, 2) if counts[word]}
        yield _Line(
            (
                unit or NO_UNIT,
                state.items if state else "",
                *numbers,
                len(found),
                state.state.value if state else "",
            ),
            _looks(words, styles),
            text_height(unit, _FIRST, styles.text.size),
            {n: target for n, target in targets.items() if target},
        )
    others = len(known.keys() - grouped.keys())
    if others:
        blank = ("",) * (len(words) + 2)
        rest = (f"其余 {others} 个单位没有问题", "", *blank)
        yield _Line(rest, _looks(words, styles), spread=(0, len(rest) - 1))


def _rules(findings: Sequence[Finding], words: Sequence[str], styles: Styles) -> Iterable[_Line]:
    yield _header(("规则", "涉及单位", *words, "合计", "占全部"), styles)
    for code, found in by_rule(findings).items():
        counts = count_words(found)
        name = f"{code} {found[0].name}"
        yield _Line(
            (
                name,
                len({f.unit for f in found if f.unit}) or "",
                *[counts[word] or "" for word in words],
                len(found),
                f"{len(found) / len(findings):.0%}",
            ),
            _looks(words, styles),
            text_height(name, _FIRST, styles.text.size),
        )


def _looks(words: Sequence[str], styles: Styles) -> tuple[Style, ...]:
    return (styles.text, *[styles.number] * (len(words) + 2), styles.centred)


def _header(titles: Sequence[str], styles: Styles, spread: tuple[int, int] | None = None) -> _Line:
    return _Line(tuple(titles), (styles.header,) * len(titles), 24, spread=spread)


def _sheet(
    lines: Sequence[_Line], widths: Sequence[float], styles: Styles, pages: tuple[int, ...]
) -> SheetPlan:
    link = replace(styles.link, align="center")
    return SheetPlan(
        name=OVERVIEW,
        widths=tuple(widths),
        blocks=tuple(
            Block(row, line.styles, (line.values,), (max(line.height, _ROW),))
            for row, line in enumerate(lines)
        ),
        merges=tuple(
            Range(n, a.spread[0], n, a.spread[1]) for n, a in enumerate(lines) if a.spread
        ),
        links=tuple(
            Link(row, column, target, line.values[column], link)
            for row, line in enumerate(lines)
            for column, target in (line.jumps or {}).items()
        ),
        freeze=(1, 0),
        page=Page(repeat_rows=(0, 0), breaks=pages),
    )
