"""A stream of cells, as tabs or bars part them, back to rows and columns.

Rows follow each other without a sign between them. How many columns there are, the first number
below the titles tells; that a row lacks a cell, the number of the next one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from toolkit.model.document import Origin, Table
from toolkit.model.sheets import Range
from toolkit.notices.fits import fit, fitting_traits
from toolkit.text.clean import is_blank
from toolkit.text.column_titles import Trait, trait_of
from toolkit.text.ordinals import number_in

_MOST_COLUMNS = 16
_MOST_SPANNED = 3
_LEAST_TITLES = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text and the line on which it begins."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of a stream are built.

    Attributes:
        traits: What each column's title says.
        number: The column of the items' numbers, None when there is none.
    """

    traits: tuple[Trait | None, ...]
    number: int | None

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.traits)


def shape_of(cells: Sequence[Cell], columns: int | None = None) -> Shape | None:
    """Tell the shape of a stream that begins with its titles; None when it does not.

    Args:
        cells: The stream.
        columns: How many columns it has, when that is known.
    """
    traits = [trait_of(cell.text) for cell in cells[:_MOST_COLUMNS]]
    number = traits.index(Trait.NUMBER) if Trait.NUMBER in traits else None
    count = columns or _columns(cells, traits, number)
    if count is None or count < 2:
        return None
    titles = tuple(traits[:count])
    known = sum(1 for trait in titles if trait)
    if known < min(_LEAST_TITLES, count) or known * 2 < count:
        return None
    return Shape(titles, number if number is not None and number < count else None)


def _columns(
    cells: Sequence[Cell], traits: Sequence[Trait | None], number: int | None
) -> int | None:
    if number is None:
        known = next((place for place, trait in enumerate(traits) if trait is None), len(traits))
        return known if known >= _LEAST_TITLES else None
    below = range(number + 1, min(len(cells), number + 1 + _MOST_COLUMNS))
    first = next((place for place in below if number_in(cells[place].text)), None)
    return first - number if first is not None else None


def rows_of(cells: Sequence[Cell], shape: Shape) -> Iterator[tuple[Cell, ...]]:
    """Cut a stream into rows, the titles first; a row that lacks its last cells is shorter."""
    start = 0
    while start < len(cells):
        length = _row_length(cells, start, shape) if start else shape.columns
        yield tuple(cells[start : start + length])
        start += length


def _row_length(cells: Sequence[Cell], start: int, shape: Shape) -> int:
    """Return how long a row is: the usual length, unless the next number stands elsewhere."""
    if shape.number is None or start + shape.number >= len(cells):
        return shape.columns
    number = number_in(cells[start + shape.number].text)
    place = start + shape.columns + shape.number
    if not number or place >= len(cells) or number_in(cells[place].text) == number + 1:
        return shape.columns
    for length in range(shape.number + 2, 2 * shape.columns):
        there = start + length + shape.number
        if there < len(cells) and number_in(cells[there].text) == number + 1:
            return length if length % shape.columns else shape.columns
    return shape.columns


def table_of(rows: Iterable[tuple[Cell, ...]], shape: Shape, name: str) -> Table:
    """Make a table of rows; cells that span rows, which a stream leaves out, get their place."""
    texts: list[tuple[str, ...]] = []
    lines: list[tuple[int, ...]] = []
    merges: list[Range] = []
    tops: dict[int, int] = {}
    for number, row in enumerate(rows):
        spanned = _spanned(row, shape) if number else ()
        cells = _with_gaps(row, spanned)
        for column in range(shape.columns if number else 0):
            if column in spanned and column in tops:
                _extend(merges, tops[column], number, column)
            else:
                tops[column] = number
        texts.append(tuple(cell.text.strip() for cell in cells))
        lines.append(tuple(cell.line for cell in cells))
    return Table(tuple(texts), name, Origin.TEXT, tuple(merges), tuple(lines))


def _spanned(row: tuple[Cell, ...], shape: Shape) -> tuple[int, ...]:
    """Return the columns that a row leaves out because a cell above reaches over it.

    Such a row has as many empty cells too many at its end as it leaves out.
    """
    texts = [cell.text for cell in row] + [""] * (shape.columns - len(row))
    traits = fitting_traits(shape.traits)
    chosen: tuple[int, ...] = ()
    if _suits(texts, traits):
        return chosen
    best = _total(texts, traits)
    for count in range(1, min(_trailing_blanks(texts), _MOST_SPANNED) + 1):
        for columns in combinations(range(shape.columns), count):
            total = _total(_moved(texts, columns), traits)
            if total > best:
                best, chosen = total, columns
    return chosen


def _suits(texts: Sequence[str], traits: Sequence[Trait | None]) -> bool:
    return all(fit(trait, text) >= 0 for trait, text in zip(traits, texts, strict=False))


def _total(texts: Sequence[str], traits: Sequence[Trait | None]) -> float:
    return sum(fit(trait, text) for trait, text in zip(traits, texts, strict=False))


def _trailing_blanks(texts: Sequence[str]) -> int:
    count = 0
    while count < len(texts) and is_blank(texts[-1 - count]):
        count += 1
    return count


def _moved(texts: Sequence[str], columns: Sequence[int]) -> list[str]:
    rest = iter(texts)
    return ["" if column in columns else next(rest) for column in range(len(texts))]


def _with_gaps(row: tuple[Cell, ...], columns: Sequence[int]) -> list[Cell]:
    cells = list(row)
    for column in columns:
        cells.insert(column, Cell("", row[0].line))
    while columns and len(cells) > len(row) and is_blank(cells[-1].text):
        cells.pop()
    return cells


def _extend(merges: list[Range], top: int, row: int, column: int) -> None:
    above = Range(top, column, row - 1, column)
    if above in merges:
        merges.remove(above)
    merges.append(Range(top, column, row, column))
