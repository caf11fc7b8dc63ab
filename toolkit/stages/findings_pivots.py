"""按单位 and 按事项 of 核查结果.xlsx: the findings counted, for whoever asks about one of them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from toolkit.model.finding import Finding
from toolkit.model.month import Month
from toolkit.model.sheets import CellValue, SheetPlan
from toolkit.stages.data_sheet import data_sheet
from toolkit.stages.finding_counts import by_item, by_rule, by_unit, count_words, severity_words
from toolkit.stages.findings_overview import NO_UNIT
from toolkit.stages.styles import Styles

UNITS, ITEMS = "按单位", "按事项"


def units_sheet(month: Month, findings: Sequence[Finding], styles: Styles) -> SheetPlan:
    """Plan 按单位: how often each rule objected to each unit's return."""
    rules = by_rule(findings)
    rows: list[tuple[CellValue, ...]] = [
        (unit or NO_UNIT, *_counts(found, rules), len(found))
        for unit, found in by_unit(findings, month.programme).items()
    ]
    titles = ("单位", *(f"{code}\n{found[0].name}" for code, found in rules.items()), "合计")
    widths = (24.0, *(13.0 for _ in rules), 9.0)
    return data_sheet(UNITS, titles, widths, rows, styles, range(1, len(titles)))


def _counts(found: Sequence[Finding], rules: Mapping[str, object]) -> list[int | str]:
    counts = Counter(finding.code for finding in found)
    return [counts[code] or "" for code in rules]


def items_sheet(
    month: Month, findings: Sequence[Finding], jumps: Mapping[str, str], styles: Styles
) -> SheetPlan:
    """Plan 按事项: what each item of the list is objected to for.

    Args:
        jumps: Where the gravest line of an item is in the list, by 编号.
    """
    words = severity_words(findings)
    items = month.programme.by_code
    grouped = by_item(findings, month.programme)
    rows = [
        (
            code,
            items[code].title if code in items else "",
            "、".join(dict.fromkeys(f.unit for f in found if f.unit)),
            *(count_words(found)[word] or "" for word in words),
            _rules_of(found),
        )
        for code, found in grouped.items()
    ]
    titles = ("编号", "事项", "单位", *words, "规则")
    widths = (9.0, 34.0, 26.0, *(9.0 for _ in words), 60.0)
    links = {(number, 0): jumps[code] for number, code in enumerate(grouped) if code in jumps}
    centred = (0, *range(3, 3 + len(words)))
    return data_sheet(ITEMS, titles, widths, rows, styles, centred, links=links)


def _rules_of(found: Sequence[Finding]) -> str:
    counts = Counter(f"{finding.code} {finding.name}" for finding in found)
    return "；".join(f"{name}（{n} 条）" if n > 1 else name for name, n in counts.items())
