"""Worksheets whose rows are stored and written whole, in a fraction of xlsxwriter's time.

Writing dominates a merge, and xlsxwriter writes every cell by a dozen calls of methods. Its way of
writing rows has no public interface, hence the private names of xlsxwriter (tried with 3.3.1) here
and in `bulk_workbook`, and nowhere else. The tests compare every part of a workbook with what
xlsxwriter itself writes, so that a release that differs is noticed.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice, product
from typing import Any, Never

from xlsxwriter.format import Format
from xlsxwriter.url import Url
from xlsxwriter.worksheet import RowInfo, Worksheet

from toolkit.files.bulk_cells import RowPatterns, Token, row_tokens
from toolkit.model.refs import cell_name
from toolkit.model.sheets import CellValue

MAX_LINKS = 65530
"""Excel's limit for the hyperlinks of a worksheet."""

ROWS_A_WRITE = 512
ROWS_A_SPAN = 16


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows as they wait for being written; the heights are those of xlsxwriter's rows."""

    first_row: int
    formats: tuple[Format, ...]
    rows: list[list[Token]]
    heights: Sequence[RowInfo | None]


class BulkSheet(Worksheet):  # type: ignore[misc]
    """A worksheet that also takes whole rows at once.

    Rows of blocks and rows written by xlsxwriter's own methods may alternate in any order; only
    one row cannot have both.
    """

    fh: Any

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[_Block] = []
        self._block_rows: set[int] = set()
        self.growing: range = range(0)
        """Rows of blocks that keep their height only until a person types into them."""

    def write_block(
        self,
        first_row: int,
        rows: Sequence[Sequence[CellValue]],
        formats: Sequence[Format],
        heights: Sequence[float] = (),
    ) -> None:
        """Store consecutive rows that begin in column 0.

        Args:
            first_row: Row of the first of `rows`, from 0.
            rows: Texts are always written as texts; None and "" as empty cells with their format.
            formats: One a column.
            heights: One a row, in points; none at all for the default height.

        Raises:
            ValueError: The block does not fit the sheet, its rows differ in length, one of them is
                taken already, or a value is none that a cell can hold.
        """
        if self.constant_memory:
            raise ValueError("blocks need a workbook without constant_memory")
        if heights and len(heights) != len(rows):
            raise ValueError(f"{len(heights)} heights for {len(rows)} rows")
        if not rows:
            return
        taken = range(first_row, first_row + len(rows))
        self._take(taken, len(formats))
        strings = self.str_table
        tokens, uses = row_tokens(rows, first_row, len(formats), strings.string_table)
        strings.count += uses
        strings.unique_count = len(strings.string_table)
        self._blocks.append(_Block(first_row, tuple(formats), tokens, self._sizes(taken, heights)))

    def merge_area(
        self, first_row: int, first_column: int, last_row: int, last_column: int
    ) -> None:
        """Merge cells whose contents are written elsewhere; the upper left one shows.

        Raises:
            ValueError: The area is a single cell, upside down, or overlaps another one.
        """
        rows, columns = range(first_row, last_row + 1), range(first_column, last_column + 1)
        area = (first_row, first_column, last_row, last_column)
        if len(rows) * len(columns) < 2:
            raise ValueError(f"{area} is no area that can be merged")
        cells = dict.fromkeys(product(rows, columns), area)
        if not self.merged_cells.keys().isdisjoint(cells):
            raise ValueError(f"merged area {area} overlaps another one")
        self.merged_cells.update(cells)
        self.merge.append(list(area))

    def link_cell(self, row: int, column: int, target: str) -> None:
        """Make a link of a cell whose text is written elsewhere.

        Args:
            row: From 0.
            column: From 0.
            target: As in xlsxwriter's `write_url`: `internal:`, `external:` or a web address.

        Raises:
            ValueError: The target is none, or the sheet has as many links as Excel can take.
        """
        if self.hlink_count >= MAX_LINKS:
            raise ValueError(f"a worksheet holds {MAX_LINKS} links, no more")
        self.hlink_count += 1
        self.hyperlinks[row][column] = Url(target)

    def write_rich_string(self, *_: object) -> Never:
        """Refuse: `bulk_workbook` takes every shared string for plain text."""
        raise NotImplementedError("a BulkSheet has no rich strings")

    def _take(self, rows: range, columns: int) -> None:
        """Reserve rows for a block and widen the sheet's dimensions to it."""
        if not self._block_rows.isdisjoint(rows):
            raise ValueError(f"rows {rows.start}-{rows.stop - 1} are in another block already")
        if not self.row_info.keys().isdisjoint(rows) or any(map(self.table.get, rows)):
            raise ValueError(f"rows {rows.start}-{rows.stop - 1} are written or set already")
        if self._check_dimensions(rows[0], 0) or self._check_dimensions(rows[-1], columns - 1):
            raise ValueError(f"rows {rows} with {columns} columns do not fit a worksheet")
        self._block_rows.update(rows)

    def _sizes(self, rows: range, heights: Sequence[float]) -> Sequence[RowInfo | None]:
        """Let xlsxwriter turn every different height into what it writes for a row."""
        if not heights:
            return [None] * len(rows)
        infos: dict[float, RowInfo] = {}
        shown: dict[float, list[Any]] = {}
        for height in dict.fromkeys(heights):
            self.set_row(rows[0], height)
            info = infos[height] = self.row_info.pop(rows[0])
            shown[height] = [info.height, info.hidden]
        # Charts are placed by these.
        self.row_sizes.update(zip(rows, map(shown.__getitem__, heights), strict=True))
        return [infos[height] for height in heights]

    def _write_rows(self) -> None:
        """Write all rows in their order; called by xlsxwriter when the workbook is closed."""
        used = {*self.row_info, *self.comments, *(row for row in self.table if self.table[row])}
        clash = used & self._block_rows
        if clash:
            raise ValueError(f"row {min(clash)} of {self.name} is in a block and written besides")
        self._calculate_spans()
        ordinary = deque(sorted(used))
        for block in sorted(self._blocks, key=lambda block: block.first_row):
            while ordinary and ordinary[0] < block.first_row:
                self._write_ordinary_row(ordinary.popleft())
            lines = self._block_lines(block)
            while piece := "".join(islice(lines, ROWS_A_WRITE)):
                self.fh.write(piece)
        for row in ordinary:
            self._write_ordinary_row(row)

    def _write_merge_cells(self) -> None:
        """Write all merged areas at once."""
        if self.merge:
            areas = "".join(f'<mergeCell ref="{_area_name(*area)}"/>' for area in self.merge)
            self.fh.write(f'<mergeCells count="{len(self.merge)}">{areas}</mergeCells>')

    def _write_ordinary_row(self, row: int) -> None:
        """Write a row of xlsxwriter's own, as its `_write_rows` does."""
        spans, info = self.row_spans.get(row // ROWS_A_SPAN), self.row_info.get(row)
        cells = self.table.get(row)
        if not cells:
            self._write_empty_row(row, spans, info)
            return
        self._write_row(row, spans, info)
        for column in sorted(cells):
            self._write_cell(row, column, cells[column])
        self._xml_end_tag("row")

    def _calculate_spans(self) -> None:
        """Add the blocks to the first and last column of every 16 rows."""
        super()._calculate_spans()
        for block in self._blocks:
            last_row = block.first_row + len(block.rows) - 1
            for group in range(block.first_row // ROWS_A_SPAN, last_row // ROWS_A_SPAN + 1):
                last = int(self.row_spans.get(group, "1:1").split(":")[1])
                self.row_spans[group] = f"1:{max(last, len(block.formats))}"

    def _get_range_data(
        self, first_row: int, first_column: int, last_row: int, last_column: int
    ) -> list[Any]:
        """Return what a chart's series shows until the workbook is opened and it is drawn anew."""
        data: list[Any] = []
        for row in range(first_row, last_row + 1):
            if row in self._block_rows:
                tokens = self._stored(row)[first_column : last_column + 1]
                missing = last_column + 1 - first_column - len(tokens)
                data += [*map(self._chart_value, tokens), *[None] * missing]
            else:
                data += super()._get_range_data(row, first_column, row, last_column)
        return data

    def _stored(self, row: int) -> list[Token]:
        """Return a row that is in a block."""
        return next(
            block.rows[row - block.first_row]
            for block in self._blocks
            if block.first_row <= row < block.first_row + len(block.rows)
        )

    def _chart_value(self, token: Token) -> str:
        """Return a stored value in the form that xlsxwriter gives to charts."""
        if isinstance(token, int):
            return str(self.str_table._get_shared_string(token))
        return token.lower() if token else ""

    def _block_lines(self, block: _Block) -> Iterator[str]:
        """Yield a block's rows as XML."""
        patterns = RowPatterns([form._get_xf_index() for form in block.formats])
        attributes: dict[int, str] = {}
        spots = 3 + 2 * len(block.formats)
        for row, (tokens, size) in enumerate(
            zip(block.rows, block.heights, strict=True), block.first_row
        ):
            if id(size) not in attributes:
                attributes[id(size)] = self._row_attributes(size)
            # The row's number, spans and attributes, then number and value of every cell.
            parts: list[Token] = [str(row + 1)] * spots
            parts[1] = self.row_spans[row // ROWS_A_SPAN]
            parts[2] = attributes[id(size)]
            if row in self.growing:
                parts[2] = attributes[id(size)].replace(' customHeight="1"', "")
            parts[4::2] = tokens
            yield patterns[tuple(map(type, tokens))] % tuple(parts)

    def _row_attributes(self, size: RowInfo | None) -> str:
        """Return what xlsxwriter writes in a row's tag behind its number and spans."""
        sheet, self.fh = self.fh, StringIO()
        self._write_row(0, None, size)
        tag: str = self.fh.getvalue()
        self.fh = sheet
        return tag.removeprefix('<row r="1"')


def _area_name(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    return f"{cell_name(first_row, first_column)}:{cell_name(last_row, last_column)}"
