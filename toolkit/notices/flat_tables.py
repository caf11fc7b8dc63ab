"""Tables that were copied without any sign of their cells: every paragraph of a cell is a line.

The titles stand one a line, then the rows; each row begins with its number. Which line is in which
column, its words tell: a unit's name, a deadline, a sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from toolkit.model.document import Paragraph, Table
from toolkit.model.sheets import Range
from toolkit.notices.cells import Cell, Shape, table_of
from toolkit.notices.chrome import ends_list
from toolkit.notices.fits import fit, fitting_traits
from toolkit.text.column_titles import UNIT_TRAITS, Trait, trait_of
from toolkit.text.ordinals import number_in

_LEAST_ROWS = 2
_MOST_HEADER_LINES = 16
_LONG_TITLE = 0.001
_SAME_COLUMN, _NEXT_ROW, _SKIPPED = 1.0, 3.0, 0.2


def flat_table(run: Sequence[Paragraph], place: int, name: str) -> tuple[int, int, Table] | None:
    """Find such a table from a paragraph on.

    Returns:
        Its first paragraph, the one behind its last, and the table; None when there is none.
    """
    for start in range(place, len(run)):
        if trait_of(run[start].text) is not Trait.NUMBER:
            continue
        found = _table_at(run, start, name)
        if found:
            return found
    return None


def _table_at(run: Sequence[Paragraph], start: int, name: str) -> tuple[int, int, Table] | None:
    end = next((n for n in range(start, len(run)) if _ends(run, n)), len(run))
    anchors = _anchors(run, start + 1, end)
    if len(anchors) < _LEAST_ROWS or anchors[0] - start > _MOST_HEADER_LINES:
        return None
    segments = [run[a + 1 : b] for a, b in zip(anchors, [*anchors[1:], end], strict=True)]
    titles = _titles(run[start : anchors[0]], [len(segment) + 1 for segment in segments])
    traits = tuple(trait_of(title.text) for title in titles)
    if sum(1 for trait in traits if trait) < max(3, len(titles) - 1):
        return None
    shape = Shape(fitting_traits(traits), 0)
    rows: list[tuple[Cell, ...]] = [tuple(titles)]
    for anchor, segment in zip(anchors, segments, strict=True):
        number = Cell(run[anchor].text, run[anchor].line)
        rows += _rows(number, [Cell(p.text.strip(), p.line) for p in segment], shape)
    return start, end, _with_numbers(table_of(rows, shape, name))


def _ends(run: Sequence[Paragraph], place: int) -> bool:
    return ends_list(run[place].text, run[place + 1].text if place + 1 < len(run) else "")


def _with_numbers(table: Table) -> Table:
    """Let a number's cell reach over the rows below it that have none of their own."""
    merges: list[Range] = []
    top = 1
    for row in range(1, len(table.rows)):
        if table.rows[row][0]:
            top = row
        elif row + 1 == len(table.rows) or table.rows[row + 1][0]:
            merges.append(Range(top, 0, row, 0))
    return replace(table, merges=(*table.merges, *merges))


def _anchors(run: Sequence[Paragraph], start: int, end: int) -> list[int]:
    """Return the paragraphs that hold the rows' numbers, each one more than the one before."""
    anchors: list[int] = []
    last = 0
    for place in range(start, end):
        number = number_in(run[place].text)
        if number and (not anchors or number == last + 1):
            anchors.append(place)
            last = number
    return anchors


def _titles(lines: Sequence[Paragraph], lengths: Sequence[int]) -> list[Cell]:
    """Return the titles; where every row has fewer lines, titles were broken over lines."""
    cells = [Cell(line.text.strip(), line.line) for line in lines]
    if len(set(lengths)) != 1 or lengths[0] >= len(cells) or lengths[0] < 3:
        return cells
    return _joined(cells, lengths[0])


def _joined(cells: Sequence[Cell], count: int) -> list[Cell]:
    """Join lines to so many titles, known ones preferred."""
    best: dict[tuple[int, int], tuple[float, list[Cell]]] = {(0, 0): (0, [])}
    for end in range(1, len(cells) + 1):
        for start in range(max(0, end - 3), end):
            title = Cell("".join(cell.text for cell in cells[start:end]), cells[start].line)
            known = trait_of(title.text) is not None
            for used in range(count):
                before = best.get((start, used))
                if before is None:
                    continue
                score = before[0] + known - _LONG_TITLE * len(title.text) ** 2
                if score > best.get((end, used + 1), (-inf, []))[0]:
                    best[end, used + 1] = (score, [*before[1], title])
    return best.get((len(cells), count), (0, list(cells)))[1]


def _rows(number: Cell, lines: Sequence[Cell], shape: Shape) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of one number: more than one where the number's cell spans them."""
    columns: dict[int, list[str]] = {}
    first = number.line
    rows: list[tuple[Cell, ...]] = []
    last = 0
    for column, cell in zip(_columns(lines, shape), lines, strict=True):
        if column < last:
            rows.append(_row(number, columns, shape, first))
            columns, first, number = {}, cell.line, Cell("", cell.line)
        columns.setdefault(column, []).append(cell.text)
        last = column
    yield from (*rows, _row(number, columns, shape, first))


def _row(number: Cell, columns: dict[int, list[str]], shape: Shape, line: int) -> tuple[Cell, ...]:
    return (
        number,
        *(Cell("\n".join(columns.get(c, [])), line) for c in range(1, shape.columns)),
    )


def _columns(lines: Sequence[Cell], shape: Shape) -> list[int]:
    """Return the most likely column of each line; columns go on to the right, then a row below."""
    if len(lines) == shape.columns - 1:
        return list(range(1, shape.columns))
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for cell in lines:
        found: dict[int, tuple[float, list[int]]] = {}
        for column in range(1, shape.columns):
            own = fit(shape.traits[column], cell.text)
            choices = [
                (total + own - _step(last, column, shape), [*path, column])
                for last, (total, path) in best.items()
            ]
            found[column] = max(choices, key=lambda choice: choice[0])
        best = found
    return max(best.values(), key=lambda choice: choice[0])[1]


def _step(last: int, column: int, shape: Shape) -> float:
    """Return what speaks against going from one column to another."""
    if column == last:
        return 0 if shape.traits[column] in UNIT_TRAITS else _SAME_COLUMN
    if column < last:
        return _NEXT_ROW + _SKIPPED * (column - 1)
    return _SKIPPED * (column - last - 1)
