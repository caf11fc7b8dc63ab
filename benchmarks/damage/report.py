"""The matrix as a table for people and as an object for programs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.damage.judge import Judged, Outcome
from benchmarks.damage.runner import Row

_TITLES = ("损坏", "由谁造成", "份", "格", "right", "told", "silent", "误报", "文件结果", "修复")


def table(rows: Sequence[Row]) -> str:
    """Return the table, a line a kind, with totals and percentages below."""
    lines = [f"| {' | '.join(_TITLES)} |", "|---|---|" + "---:|" * 6 + "---|---|"]
    lines += [_line(row) for row in rows]
    totals = _totals(rows)
    cells = max(totals["cells"], 1)
    lines.append(
        f"| 合计 {len(rows)} 种 | | {totals['files']} | {totals['cells']} | {totals['right']}"
        f" | {totals['told']} | {totals['silent']} | {totals['alarms']} | | |"
    )
    shares = (f"{name} {totals[name] / cells:.2%}" for name in ("right", "told", "silent"))
    return "\n".join([*lines, "", "，".join(shares)])


def details(rows: Iterable[Row]) -> str:
    """Return every silent value and every false alarm, a line each."""
    lines: list[str] = []
    for row in rows:
        lines += [f"SILENT {row.kind.name}：{_value(each)}" for each in row.silent]
        lines += [f"误报 {row.kind.name}：{alarm}" for alarm in row.alarms]
    return "\n".join(lines)


def as_json(rows: Sequence[Row]) -> dict[str, Any]:
    """Return all of it for a program."""
    return {
        "kinds": [
            {
                "name": row.kind.name,
                "by": row.kind.by,
                "harmless": row.kind.harmless,
                "files": row.files,
                "cells": len(row.judged),
                **{outcome.value: row.count(outcome) for outcome in Outcome},
                "refused": len(row.refused),
                "statuses": dict(row.statuses),
                "repairs": dict(row.repairs),
                "told_by": dict(Counter(j.why for j in row.judged if j.outcome is Outcome.TOLD)),
                "false_alarms": list(row.alarms),
                "silent_cells": [_cell(each) for each in row.silent],
            }
            for row in rows
        ],
        "totals": _totals(rows),
    }


def _totals(rows: Sequence[Row]) -> dict[str, int]:
    return {
        "files": sum(row.files for row in rows),
        "cells": sum(len(row.judged) for row in rows),
        **{outcome.value: sum(row.count(outcome) for row in rows) for outcome in Outcome},
        "refused": sum(len(row.refused) for row in rows),
        "alarms": sum(len(row.alarms) for row in rows),
    }


def _line(row: Row) -> str:
    counts = " | ".join(str(row.count(outcome)) for outcome in Outcome)
    alarms = str(len(row.alarms)) if row.kind.harmless else ""
    return (
        f"| {row.kind.name} | {row.kind.by} | {row.files} | {len(row.judged)} | {counts}"
        f" | {alarms} | {_counted(row.statuses)} | {_counted(row.repairs)} |"
    )


def _counted(counter: Counter[str]) -> str:
    return "、".join(f"{name} {number}" for name, number in sorted(counter.items()))


def _value(each: Judged) -> str:
    return f"{each.unit} {each.item} {each.column}：应为 {each.read!r}，得到 {each.merged!r}"


def _cell(each: Judged) -> dict[str, str | None]:
    return {
        "unit": each.unit,
        "item": each.item,
        "column": each.column,
        "read": each.read,
        "merged": each.merged,
    }
