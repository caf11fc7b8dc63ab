"""A table of a Word document described as a value: what a stage plans and `files` writes."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.model.sheets import Range


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table with one header row.

    Attributes:
        titles: What the header row says.
        widths: The columns' widths in relation to each other.
        rows: The texts, as many a row as there are titles; a line break starts a new line.
        merges: Vertical runs of cells that are one; rows count from 0 of `rows`. The first cell's
            text stands for the run, so the others say the same or nothing.
        centred: The columns whose text is centred.

    Raises:
        ValueError: The parts do not fit together, or a run would hide a text.
    """

    titles: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Range, ...] = ()
    centred: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        columns = len(self.titles)
        if not columns or any(len(row) != columns for row in (self.widths, *self.rows)):
            raise ValueError("titles, widths and rows must have the same number of columns")
        if min(self.widths) <= 0:
            raise ValueError("a column's width must be greater than 0")
        if not self.centred <= set(range(columns)):
            raise ValueError("a centred column is not there")
        covered = [cell for run in self.merges for cell in self._cells(run)]
        if len(set(covered)) < len(covered):
            raise ValueError("two runs of merged cells overlap")

    def _cells(self, run: Range) -> Iterator[tuple[int, int]]:
        """Yield a run's cells after a look that it is one that Word can show without a loss."""
        column = run.first_column
        if column != run.last_column or not 0 <= column < len(self.titles):
            raise ValueError(f"{run} is not a run within one column")
        if not 0 <= run.first_row <= run.last_row < len(self.rows):
            raise ValueError(f"{run} is not a run of the table's rows")
        first = self.rows[run.first_row][column]
        for row in range(run.first_row, run.last_row + 1):
            if self.rows[row][column] not in (first, ""):
                raise ValueError(f"{run} would hide the text of row {row}")
            yield row, column
