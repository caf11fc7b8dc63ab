"""A workbook described as a value: what the stages plan and the one writer writes.

Rows and columns count from 0, column widths are in Excel's character units, row heights in points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

CellValue = str | int | float | None

FOOTER = "&C第 &P 页  共 &N 页"
"""Below every page its number and how many there are, in Excel's words."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks and whether it is locked when its sheet is protected."""

    font: str = "仿宋"
    size: float = 10.5
    bold: bool = False
    color: str = "#000000"
    fill: str | None = None
    border: bool = True
    align: Literal["left", "center", "right"] = "left"
    valign: Literal["top", "vcenter"] = "vcenter"
    wrap: bool = True
    number_format: str = "General"
    locked: bool = True
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive rows whose columns share their styles.

    Attributes:
        first_row: Row of the first line of `rows`.
        styles: One a column, from column 0; every row has as many values as there are styles.
        rows: The values; None and "" are written as empty cells with their style.
        heights: One a row, in points; an empty sequence leaves the heights to the reader's program.
    """

    first_row: int
    styles: tuple[Style, ...]
    rows: Sequence[Sequence[CellValue]]
    heights: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of cells, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Validation:
    """What a cell accepts, and what Excel says beside it.

    `choices` makes a drop-down, `max_length` limits the text, `minimum`/`maximum` bound a number.
    A value outside is refused when `strict`, otherwise warned of.
    """

    area: Range
    prompt_title: str
    prompt: str
    error_title: str = "请检查"
    error: str = ""
    choices: tuple[str, ...] = ()
    max_length: int | None = None
    minimum: float | None = None
    maximum: float | None = None
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads elsewhere.

    Attributes:
        target: `internal:'表'!A1` for a place in this workbook, or `external:` and a relative path.
        text: What the cell shows; a number stays one.
    """

    row: int
    column: int
    target: str
    text: CellValue
    style: Style


@dataclass(frozen=True, slots=True)
class Highlight:
    """Cells that take a colour as long as they hold one text exactly."""

    area: Range
    text: str
    fill: str
    color: str = "#000000"


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of a chart, one for each of its categories.

    Attributes:
        name: The cell that names it, by row and column.
        colors: One for all its numbers, or one for each.
    """

    name: tuple[int, int]
    categories: Range
    values: Range
    colors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart that shows cells of its own sheet.

    Attributes:
        row: The row at whose upper edge it stands.
        column: The column at whose left edge it stands.
        left: How far to the right of there, in pixels.
        top: How far below, in pixels.
        width: In pixels.
        height: In pixels.
    """

    kind: Literal["doughnut", "column", "stacked_bar"]
    title: str
    series: tuple[Series, ...]
    row: int
    column: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Page:
    """How a sheet prints: landscape, fitted to one page in width, header rows repeated.

    Attributes:
        header: What stands above each page; `{title}` is the workbook's.
        last_row: With `last_column` where the printed area ends; all is printed without them.
        beside: A further area to print, on a page of its own; no page of the table ends in it.
        breaks: Rows with which a new page begins; between them pages end where they are full.
    """

    paper: Literal["A4", "A3"] = "A4"
    landscape: bool = True
    repeat_rows: tuple[int, int] | None = None
    header: str = ""
    footer: str = FOOTER
    last_row: int | None = None
    last_column: int | None = None
    beside: Range | None = None
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One worksheet.

    Attributes:
        growing_rows: Rows that Excel, WPS and LibreOffice fit to their text when somebody types
            into them; all other rows keep the height that was given.
    """

    name: str
    widths: tuple[float, ...]
    blocks: tuple[Block, ...]
    merges: tuple[Range, ...] = ()
    validations: tuple[Validation, ...] = ()
    links: tuple[Link, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    charts: tuple[Chart, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    visibility: Literal["visible", "hidden", "very_hidden"] = "visible"
    protected: bool = False
    freeze: tuple[int, int] | None = None
    autofilter: Range | None = None
    page: Page | None = None
    tab_color: str | None = None
    growing_rows: range = range(0)


@dataclass(frozen=True, slots=True)
class WorkbookPlan:
    """A whole workbook with its document properties."""

    sheets: tuple[SheetPlan, ...]
    title: str
    subject: str = ""
    author: str = ""
    custom: Mapping[str, str] = field(default_factory=dict)
