"""What plants in figures have in common: a line that is counted, and a text told of it."""

from collections import Counter

from benchmarks.faults import prose
from benchmarks.faults.draft import need
from benchmarks.faults.lines import LineState, Sort
from benchmarks.faults.plant import ItemPlace
from toolkit.model.programme import Target
from toolkit.model.scheme import Key

_FEWEST = 4
"""Of so many at least a share can be told."""

_NOT_COUNTED = frozenset(("%", "元", "周岁"))
"""Measures that nothing is counted in; neither is anything in one such as 元/人."""


def told(place: ItemPlace, number: int, text: str, start: str | None = None) -> Key:
    """Write the progress with another clause in the place of one.

    Args:
        start: How the text begins; 正常推进 when None.
    """
    state = place.state
    clauses = [prose.clause(line, state, state.turn + n) for n, line in enumerate(state.lines)]
    clauses[number] = text
    clauses.append(f"已{state.deed}")
    start = "正常推进。" if start is None else start
    return place.put(Key.PROGRESS, prose.joined(clauses, start, state.seed))


def counted(place: ItemPlace, *, exact: bool, alone: bool = False) -> tuple[int, LineState]:
    """Return a line that is under way and has a target, with its number.

    Args:
        exact: The target is an exact amount.
        alone: No other of the item's targets has its measure.

    Raises:
        NotPossibleError: The item has none.
    """
    place.need_unfinished()
    measures = Counter(target.measure for target in place.targets)
    known = {
        (t.number, t.measure)
        for t in place.targets
        if (not exact or t.comparator == "等于") and (not alone or measures[t.measure] == 1)
    }
    found = [
        (n, line)
        for n, line in enumerate(place.state.lines)
        if line.line.sort is Sort.COUNT
        and (line.line.exact or not exact)
        and (line.line.total, line.line.measure) in known
        and line.line.total >= _FEWEST
        and not (line.finished or line.line.base or line.parts)
    ]
    need(found)
    return found[0]


def only_counted(place: ItemPlace) -> tuple[int, LineState]:
    """Return the line of an item's only target that can be counted, with its number.

    Raises:
        NotPossibleError: The item has several, or none.
    """
    need(len([target for target in place.targets if _is_counted(target)]) == 1)
    return counted(place, exact=False)


def _is_counted(target: Target) -> bool:
    return target.measure not in _NOT_COUNTED and "/" not in target.measure


def done(line: LineState, value: float) -> str:
    """Return a clause that says how much of a line is done."""
    return f"{line.line.what}已{line.line.verb}{line.line.said(value)}"


def under_way(place: ItemPlace) -> str:
    """Return the names of all that an item promises, as far as something is done for it."""
    return "、".join(n.line.short for n in place.state.lines if n.line.sort is not Sort.SENTENCE)
