"""What was measured, as a table for people and as an object for programs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.faults.measure import Measured
from toolkit.rules.registry import find_rule

RECALL = 0.98
_TITLES = ("规则", "名称", "程度", "埋设", "查出", "查出率")


@dataclass
class Line:
    """A rule with what became of all of its plants."""

    code: str
    planted: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of its plants that the rule found."""
        return self.found / self.planted if self.planted else 1.0


def lines(measured: Iterable[Measured]) -> list[Line]:
    """Return a line for every rule that has plants, in the order of the codes."""
    found: dict[str, Line] = {}
    for tally in (tally for each in measured for tally in each.tallies.values()):
        line = found.setdefault(tally.code, Line(tally.code))
        line.planted += tally.planted
        line.found += tally.found
        line.missed += [f"{tally.plant}：{place}" for place in tally.missed]
    return [found[code] for code in sorted(found)]


def passed(measured: Sequence[Measured]) -> bool:
    """Tell whether every rule finds enough, and nothing is told of what is clean."""
    told = any(each.alarms or each.differing for each in measured)
    return not told and all(line.recall >= RECALL for line in lines(measured))


def table(measured: Sequence[Measured]) -> str:
    """Return the table, a line a rule."""
    rows = lines(measured)
    texts = [f"| {' | '.join(_TITLES)} |", "|---|---|---|---:|---:|---:|"]
    texts += [_row(line) for line in rows]
    planted, found = sum(r.planted for r in rows), sum(r.found for r in rows)
    share = found / planted if planted else 1.0
    texts.append(f"| 合计 {len(rows)} 条 | | | {planted} | {found} | {share:.2%} |")
    clean = sum(each.clean for each in measured)
    alarms = sum(len(each.alarms) for each in measured)
    texts += ["", f"干净报表 {clean} 份，误报（须改正、请核对）{alarms} 处。"]
    return "\n".join(texts)


def _row(line: Line) -> str:
    rule = find_rule(line.code)
    name, severity = (rule.name, rule.severity.value) if rule else ("未有此规则", "")
    return (
        f"| {line.code} | {name} | {severity} | {line.planted} | {line.found} | {line.recall:.2%} |"
    )


def details(measured: Sequence[Measured]) -> str:
    """Return every miss, false alarm and further finding, a line each."""
    return "\n".join(_details(measured))


def _details(measured: Sequence[Measured]) -> Iterator[str]:
    for line in lines(measured):
        yield from (f"漏报 {missed}" for missed in line.missed)
    for each in measured:
        yield from (f"误报 {alarm}" for alarm in each.alarms)
        yield from (f"干净报表的提示 {note}" for note in each.notes)
        yield from (f"不一致 {text}" for text in each.differing)
    extras: dict[str, list[str]] = {}
    unknown: dict[str, int] = {}
    for each in measured:
        for what, texts in each.extras.items():
            extras.setdefault(what, []).extend(texts)
        for code, places in each.unknown.items():
            unknown[code] = unknown.get(code, 0) + places
    yield from (f"另有 {what} {len(t)} 处，如 {t[0]}" for what, t in sorted(extras.items()))
    yield from (f"未有此规则 {code}：备有 {n} 处，不计" for code, n in sorted(unknown.items()))


def as_json(measured: Sequence[Measured]) -> dict[str, Any]:
    """Return all of it for a program."""
    return {
        "rules": [
            {
                "code": line.code,
                "planted": line.planted,
                "found": line.found,
                "recall": round(line.recall, 4),
                "missed": line.missed,
            }
            for line in lines(measured)
        ],
        "schemes": [asdict(each) for each in measured],
        "passed": passed(measured),
    }
