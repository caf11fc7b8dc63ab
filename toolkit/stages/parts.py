"""One file with the returns of several units: a sheet each, tables one below the other, or rows.

Each part is a workbook of its own with the same cells at the same places, so that whatever is read
there leads back to the file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from toolkit.model.form import META_SHEET
from toolkit.model.programme import Programme
from toolkit.model.scheme import TableLayout
from toolkit.model.workbook import RawSheet, RawWorkbook
from toolkit.stages.design import UNIT_LABEL
from toolkit.stages.form_identity import carries_identity, read_identity_sheet
from toolkit.stages.form_table import form_table
from toolkit.stages.identify import known_unit, stated_line, units_in_name
from toolkit.stages.leftovers import OUR_SHEETS
from toolkit.stages.owners import row_owners
from toolkit.text.tables import Header, find_header, header_at

Part = tuple[str | None, RawSheet]
"""A piece of a worksheet with the unit that it names."""

_LABEL_SIGN = UNIT_LABEL[0]
_LONGEST_LINE = 60
_HEADER_WITHIN = 8
"""How many rows below a unit line its table begins at the latest."""


def parts(
    workbook: RawWorkbook, name: str, programme: Programme, layout: TableLayout
) -> tuple[RawWorkbook, ...]:
    """Return a workbook for each unit whose return a file holds; the file itself for one.

    Args:
        workbook: What was read.
        name: The file's own name; where it names a unit, all rows are that unit's.
        programme: Whose units they are.
        layout: The table of the period's form.
    """
    sheets = [s for s in workbook.sheets if s.visible and s.name not in OUR_SHEETS]
    if len(sheets) == 1 and len(list(_labelled_rows(sheets[0], 0))) < 2 and _is_marked(workbook):
        return (workbook,)  # nearly every return is the form that was sent out
    pieces = [piece for sheet in sheets for piece in _tables(sheet, programme, layout)]
    units = dict.fromkeys(unit for unit, _ in pieces if unit)
    if len(units) > 1:
        return tuple(_workbook(workbook, pieces, unit) for unit in units)
    unnamed = not units and not units_in_name(name, programme) and len(pieces) == 1
    if unnamed and not _is_marked(workbook):
        return _by_owner(workbook, pieces[0][1], programme, layout)
    return (workbook,)


def _is_marked(workbook: RawWorkbook) -> bool:
    return carries_identity(workbook.sheets)


def _workbook(workbook: RawWorkbook, pieces: Sequence[Part], unit: str) -> RawWorkbook:
    """Return a unit's pieces, with the hidden sheet where it is this unit's."""
    own = [sheet for other, sheet in pieces if other == unit]
    marked = read_identity_sheet(workbook.sheets)
    if marked is not None and marked.unit == unit:
        own += [sheet for sheet in workbook.sheets if sheet.name == META_SHEET]
    return replace(workbook, sheets=tuple(own))


def _tables(sheet: RawSheet, programme: Programme, layout: TableLayout) -> Iterator[Part]:
    """Yield the tables of a sheet that name a unit of their own; one without one is one piece."""
    header = find_header(sheet.rows, layout.shown)
    if header is None:
        return
    starts = [(0, _unit_above(sheet, header, 0, programme))]
    for place in _labelled_rows(sheet, header.row + 1):
        again = _header_below(sheet, place, layout)
        unit = _unit_above(sheet, again, place, programme) if again else None
        if unit is not None and unit != starts[-1][1]:
            starts.append((_title_row(sheet, place), unit))
    ends = [start for start, _ in starts[1:]] + [len(sheet.rows)]
    for (start, unit), end in zip(starts, ends, strict=True):
        yield unit, _only(sheet, range(start, end)) if len(starts) > 1 else sheet


def _labelled_rows(sheet: RawSheet, first: int) -> Iterator[int]:
    """Yield the rows that may say 填报单位; nearly all returns have none below their header."""
    for number in range(first, len(sheet.rows)):
        texts = [text for text in sheet.rows[number] if isinstance(text, str)]
        if _LABEL_SIGN in "".join([text for text in texts if len(text) < _LONGEST_LINE]):
            yield number


def _header_below(sheet: RawSheet, place: int, layout: TableLayout) -> Header | None:
    below = range(place + 1, min(place + 1 + _HEADER_WITHIN, len(sheet.rows)))
    found = (header_at(number, sheet.rows[number], layout.shown) for number in below)
    return next(filter(None, found), None)


def _unit_above(sheet: RawSheet, header: Header, first: int, programme: Programme) -> str | None:
    line = stated_line(_only(sheet, range(first, header.row + 1)), header, UNIT_LABEL)
    return known_unit(line[0], programme) if line else None


def _title_row(sheet: RawSheet, place: int) -> int:
    """Return where the block of lines begins that ends with the unit line: its title is above."""
    while place > 0 and sum(1 for v in sheet.rows[place - 1] if v != "") == 1:
        place -= 1
    return place


def _only(sheet: RawSheet, kept: range) -> RawSheet:
    """Return a sheet with some of its rows; the others are blank, so that places stay."""
    rows = tuple(row if number in kept else () for number, row in enumerate(sheet.rows))
    return replace(sheet, rows=rows)


def _by_owner(
    workbook: RawWorkbook, sheet: RawSheet, programme: Programme, layout: TableLayout
) -> tuple[RawWorkbook, ...]:
    """Divide a table that names no unit by whose items its rows are."""
    header = find_header(sheet.rows, layout.shown)
    if header is None:
        return (workbook,)
    owners = row_owners(form_table(sheet, header, programme, layout), programme)
    units = dict.fromkeys(filter(None, owners.values()))
    if len(units) < 2:
        return (workbook,)
    return tuple(
        replace(workbook, sheets=(_of_owner(sheet, header, owners, unit),)) for unit in units
    )


def _of_owner(sheet: RawSheet, header: Header, owners: Mapping[int, str], unit: str) -> RawSheet:
    """Return a table with one unit's rows only."""
    rows = [
        row if number <= header.row or owners.get(number) == unit else ()
        for number, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=tuple(rows))
