"""Where the title of an official document breaks into lines.

GB/T 9704-2012, 7.3.1: words stay whole, lines are centred in the shape of a trapezoid or a
diamond; a rectangle and an hourglass are to be avoided.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from toolkit.text.layout import display_width

LINE_WIDTH = 38
"""Half-width characters of 22 pt: 156 mm hold 40, less one for the wider digits of some fonts."""


def break_title(words: Sequence[str], width: int = LINE_WIDTH) -> tuple[str, ...]:
    """Return the title's lines, broken between words only: as few as fit in a good shape.

    Where the fewest make no good shape and one line more does, that is taken. A word wider than a
    line gets a line of its own and wraps there.
    """
    kept = [word for word in words if word]
    fewest: tuple[str, ...] = ()
    for count in range(1, len(kept) + 1):
        fitting = [lines for lines in _splits(kept, count) if max(_widths(lines)) <= width]
        if not fitting:
            continue
        best = min(fitting, key=_ugliness)
        if not any(_ugliness(best)[:3]):
            return best
        if fewest:
            break
        fewest = best
    return fewest or tuple(kept)


def _splits(words: Sequence[str], count: int) -> Iterator[tuple[str, ...]]:
    for cuts in combinations(range(1, len(words)), count - 1):
        edges = (0, *cuts, len(words))
        yield tuple("".join(words[a:b]) for a, b in pairwise(edges))


def _widths(lines: Sequence[str]) -> list[int]:
    return [display_width(line) for line in lines]


def _ugliness(lines: Sequence[str]) -> tuple[bool, bool, bool, int]:
    """Return whether it is an hourglass, lopsided, a rectangle, and how uneven it is."""
    widths = _widths(lines)
    spread = max(widths) - min(widths)
    hourglass = any(
        middle < before and middle < after
        for before, middle, after in zip(widths, widths[1:], widths[2:], strict=False)
    )
    several = len(widths) > 1
    return hourglass, several and 2 * min(widths) < max(widths), several and spread < 2, spread
