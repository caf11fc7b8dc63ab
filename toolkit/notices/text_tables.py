"""Tables that a text draws with tabs or bars, or whose cells it lists one a line.

Seen in official texts: a cell begins with a tab and goes on in lines without one; cells end with a
bar, in one line or many; a page's table copied without any sign, each paragraph a line.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from toolkit.model.document import Block, Document, Paragraph, Table
from toolkit.notices.cells import Cell, Shape, rows_of, shape_of, table_of
from toolkit.notices.chrome import ends_list
from toolkit.notices.fits import fit
from toolkit.notices.flat_tables import flat_table
from toolkit.text.column_titles import UNIT_TRAITS, Trait, trait_of

Found = tuple[int, int, Table]
"""The first paragraph of a table, the one behind its last, and the table."""

_BAR, _TAB = "|", "\t"
_TITLES_TO_START = 2
_WINDOW = 14
_SHORT = 14


def with_tables(document: Document) -> Document:
    """Return a document in which drawn tables have become tables."""
    blocks: list[Block] = []
    run: list[Paragraph] = []
    for block in (*document.blocks, None):
        if isinstance(block, Paragraph):
            run.append(block)
            continue
        blocks += _read_run(run, len([b for b in blocks if isinstance(b, Table)]))
        run = []
        if block is not None:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _read_run(run: Sequence[Paragraph], tables: int) -> Iterator[Block]:
    place = 0
    while place < len(run):
        found = _next_table(run, place, f"表{tables + 1}")
        if found is None:
            break
        start, end, table = found
        yield from run[place:start]
        yield table
        place, tables = end, tables + 1
    yield from run[place:]


def _next_table(run: Sequence[Paragraph], place: int, name: str) -> Found | None:
    readers: tuple[Callable[[Sequence[Paragraph], int, str], Found | None], ...] = (
        _tab_table,
        _bar_table,
        flat_table,
    )
    found = [table for reader in readers if (table := reader(run, place, name)) is not None]
    return min(found, key=lambda table: table[0]) if found else None


def _tab_table(run: Sequence[Paragraph], place: int, name: str) -> Found | None:
    for start in range(place, len(run)):
        if _TAB not in run[start].text:
            continue
        if run[start].text.strip().count(_TAB) >= _TITLES_TO_START:
            found = _rows_a_line(run, start, name)
        else:
            found = _tab_stream(run, start, name)
        if found:
            return found
    return None


def _tab_stream(run: Sequence[Paragraph], start: int, name: str) -> Found | None:
    """Read cells that begin with a tab; lines without one continue the cell above."""
    if not run[start].text.startswith(_TAB) or trait_of(run[start].text) is None:
        return None
    last = max(n for n in range(start, len(run)) if _TAB in run[n].text)
    cells: list[Cell] = []
    for paragraph in run[start : last + 1]:
        first, *others = paragraph.text.split(_TAB)
        if cells and first.strip():
            cells[-1] = Cell(f"{cells[-1].text}\n{first}", cells[-1].line)
        cells += [Cell(text, paragraph.line) for text in others]
    shape = shape_of(cells)
    if shape is None:
        return None
    end = last + 1
    column = (len(cells) - 1) % shape.columns
    while end < len(run) and _goes_on(run, end, shape.traits[column]):
        cells[-1] = Cell(f"{cells[-1].text}\n{run[end].text}", cells[-1].line)
        end += 1
    return start, end, table_of(rows_of(cells, shape), shape, name)


def _goes_on(run: Sequence[Paragraph], place: int, trait: Trait | None) -> bool:
    """Tell whether a line behind the last tab still belongs to the last cell."""
    line = run[place].text
    if ends_list(line, run[place + 1].text if place + 1 < len(run) else ""):
        return False
    return len(line.strip()) <= _SHORT if trait in UNIT_TRAITS else fit(trait, line) >= 0


def _rows_a_line(run: Sequence[Paragraph], start: int, name: str) -> Found | None:
    """Read lines whose cells are parted by tabs, as a spreadsheet copies them."""
    end = start
    while end < len(run) and not ends_list(run[end].text):
        end += 1
    while end > start and _TAB not in run[end - 1].text:
        end -= 1
    lines = [paragraph.text for paragraph in run[start:end]]
    rows = list(csv.reader((f"{line}\n" for line in lines), delimiter=_TAB))
    numbers = [paragraph.line for paragraph in run[start:end]]
    cells = [[Cell(text, line) for text in row] for row, line in zip(rows, numbers, strict=False)]
    shape = shape_of(cells[0], len(cells[0])) if cells else None
    if shape is None:
        return None
    return start, end, table_of((tuple(row) for row in _filled(cells)), shape, name)


def _filled(rows: Sequence[list[Cell]]) -> Iterator[list[Cell]]:
    """Yield rows; a line without a tab continues the last cell of the row above."""
    current: list[Cell] = []
    for row in rows:
        if current and len(row) == 1:
            current[-1] = Cell(f"{current[-1].text}\n{row[0].text}", current[-1].line)
            continue
        if current:
            yield current
        current = row
    if current:
        yield current


def _bar_table(run: Sequence[Paragraph], place: int, name: str) -> Found | None:
    for start in range(place, len(run)):
        if _BAR not in run[start].text:
            continue
        window = _bar_cells(run[start : start + _WINDOW])
        if sum(1 for cell in window[:3] if trait_of(cell.text)) < _TITLES_TO_START:
            continue
        found = _bar_rows(run, start, name)
        if found:
            return found
    return None


def _bar_rows(run: Sequence[Paragraph], start: int, name: str) -> Found | None:
    head = run[start].text.strip()
    framed = head.startswith(_BAR) and head.endswith(_BAR)
    last = max(n for n in range(start, len(run)) if _BAR in run[n].text)
    lines = run[start : last + 1]
    if framed or not head.endswith(_BAR):
        return _bars_a_line(lines, start, name)
    bars = head.count(_BAR)
    columns = bars if bars > _TITLES_TO_START else None
    cells = _bar_cells(lines)
    shape = shape_of(cells, columns)
    if shape is None:
        return None
    end, cells = _until_end(run, start, cells, shape)
    return start, end, table_of(rows_of(cells, shape), shape, name)


def _bar_cells(lines: Sequence[Paragraph]) -> list[Cell]:
    """Return the cells that bars end; what stands behind the last bar is no cell."""
    cells: list[Cell] = []
    text, line = "", 0
    for paragraph in lines:
        for number, piece in enumerate(paragraph.text.split(_BAR)):
            if number:
                cells.append(Cell(text, line or paragraph.line))
                text, line = "", 0
            if piece.strip():
                text, line = f"{text}\n{piece}" if text else piece, line or paragraph.line
    return cells


def _until_end(
    run: Sequence[Paragraph], start: int, cells: list[Cell], shape: Shape
) -> tuple[int, list[Cell]]:
    """Return where the table ends and its cells: at a signature or a page's foot at a row's end."""
    for number, cell in enumerate(cells):
        first = cell.text.strip().split("\n")[0]
        if number and number % shape.columns == 0 and ends_list(first):
            cells = cells[:number]
            return next(n for n in range(start, len(run)) if run[n].line >= cell.line), cells
    last = max(n for n in range(start, len(run)) if _BAR in run[n].text)
    return last + 1, cells


def _bars_a_line(lines: Sequence[Paragraph], start: int, name: str) -> Found | None:
    """Read lines that hold a row each: | 甲 | 乙 | or 甲 | 乙."""
    rows: list[tuple[Cell, ...]] = []
    end = start
    for paragraph in lines:
        if _BAR not in paragraph.text:
            break
        end += 1
        text = paragraph.text.strip()
        text = text.removeprefix(_BAR).removesuffix(_BAR) if text.startswith(_BAR) else text
        row = tuple(Cell(piece, paragraph.line) for piece in text.split(_BAR))
        if not all(set(cell.text.strip()) <= set("-: ") and cell.text.strip() for cell in row):
            rows.append(row)
    shape = shape_of(rows[0], len(rows[0])) if rows else None
    return (start, end, table_of(rows, shape, name)) if shape else None
