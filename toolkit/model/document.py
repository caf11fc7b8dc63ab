"""A published document as it was read, whatever its file: paragraphs and tables in their order.

Nothing is interpreted here. A table that a text file draws with tabs or bars is still paragraphs;
`toolkit.notices` recognises it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from toolkit.model.refs import cell_name
from toolkit.model.sheets import Range


class Origin(Enum):
    """Where a table stood.

    It decides how a person finds a cell of it again, and what a line break in a cell means: the
    author's own in a worksheet, a Word document or a web page; the margin's in a text or a PDF.
    """

    SHEET = "sheet"
    GRID = "grid"
    TEXT = "text"
    PAGE = "page"

    @property
    def breaks_lines(self) -> bool:
        """Whether a narrow column breaks the lines of its cells."""
        return self in (Origin.TEXT, Origin.PAGE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one line of a text file; never blank, unless it holds a tab.

    Attributes:
        text: As written, a leading tab included.
        line: Its number in the file, counted from 1; blank lines count.
        place: How messages name it, such as 第12行.
    """

    text: str
    line: int
    place: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts.

    Attributes:
        rows: Its rows from the first one on; a row may be shorter than the others.
        merges: Ranges shown as one cell; their text stands in the first one.
        name: The worksheet's name, or 表1, 表2, … in the order of the document.
        lines: The line of each cell, for a table drawn in a text file.
        visible: False for a hidden worksheet.
    """

    rows: tuple[tuple[str, ...], ...]
    name: str
    origin: Origin = Origin.GRID
    merges: tuple[Range, ...] = ()
    lines: tuple[tuple[int, ...], ...] = ()
    visible: bool = True

    def place(self, row: int, column: int) -> str:
        """Return how messages name a cell: B5, 第3行第2列 or 第120行."""
        if self.origin is Origin.SHEET:
            return cell_name(row, column)
        if self.origin is Origin.TEXT and row < len(self.lines) and self.lines[row]:
            lines = self.lines[row]
            return f"第{lines[min(column, len(lines) - 1)]}行"
        return f"第{row + 1}行第{column + 1}列"


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A document's blocks.

    Attributes:
        file: Its name, for messages.
    """

    file: str
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs outside of tables."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def texts(self) -> Iterator[str]:
        """Yield every text of the document, cells included."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            else:
                for row in block.rows:
                    yield from row
