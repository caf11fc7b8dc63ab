"""Formulas that no program has computed yet: LibreOffice does, where it is installed.

LibreOffice never sees the returned file, only a workbook that is made here of the formulas and of
the values that they name. So nothing else is opened, fetched or run, whatever the file holds. Left
alone are formulas that name other worksheets, other files or names, and those with a function whose
result is not the same everywhere and always. Only texts are taken: how a number looks is its
format's matter.
"""

import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from toolkit.files import libre_office
from toolkit.files.calamine_reader import ReaderError, read_sheets
from toolkit.files.raw_rows import replaced
from toolkit.model.refs import column_number
from toolkit.model.workbook import CellFault, ComputedText, RawSheet, RawWorkbook

_OVER_RANGES = frozenset(("SUM", "MAX", "MIN", "COUNT", "AVERAGE"))
_FUNCTIONS = _OVER_RANGES.union(
    ("CONCATENATE", "CONCAT", "TRIM", "IF", "AND", "OR", "NOT", "ROUND", "INT", "ABS")
)
_PLAIN = ("TEXT", "NUMBER", "LOGICAL")
_LINE_BREAK = re.compile(r"\bCHAR\(10\)", re.IGNORECASE)
"""The one character by number that is the same everywhere."""

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_MOST_CELLS = 20_000
"""A sheet whose formulas name more cells is left alone."""

Place = tuple[int, int]
Formulas = Mapping[Place, tuple[str, frozenset[Place]]]
"""Formulas by their places, each with the cells that it names."""


def with_results(workbook: RawWorkbook) -> RawWorkbook:
    """Return a workbook with the texts that formulas without a value come to."""
    formulas = [_computable(sheet) if sheet.visible else {} for sheet in workbook.sheets]
    program = libre_office.office_program() if any(formulas) else None
    if program is None:
        return workbook
    try:
        made = libre_office.converted(program, _written(workbook, formulas), ".xlsx", "xlsx")
        results = read_sheets(made) if made else {}
    except (TimeoutError, ReaderError):
        return workbook  # the formulas stay where they are, and rule V406 tells of them
    sheets = [
        _laid_over(sheet, own, results[number].rows) if own and number in results else sheet
        for number, (sheet, own) in enumerate(zip(workbook.sheets, formulas, strict=True))
    ]
    return replace(workbook, sheets=tuple(sheets))


def _computable(sheet: RawSheet) -> Formulas:
    """Return a sheet's formulas without a value that need nothing but what is known."""
    rows = [number for number, row in enumerate(sheet.rows) if CellFault in map(type, row)]
    formulas = {
        (number, column): (value, named)
        for number in rows
        for column, value in enumerate(sheet.rows[number])
        if isinstance(value, CellFault) and (named := _named(value)) is not None
    }
    while True:  # a formula may name others of them, but none that is left alone
        known = {
            place: (text, named)
            for place, (text, named) in formulas.items()
            if all(cell in formulas or _is_known(_at(sheet.rows, cell)) for cell in named)
        }
        if len(known) == len(formulas):
            count = sum(1 + len(named) for _, named in known.values())
            return known if count <= _MOST_CELLS else {}
        formulas = known


def _named(formula: str) -> frozenset[Place] | None:
    """Return the cells that a formula names; None where more than these decide on its result."""
    from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError

    try:
        tokens = Tokenizer(_LINE_BREAK.sub('""', formula)).items
    except TokenizerError:
        return None
    cells: set[Place] = set()
    inside = [""]
    for token in tokens if formula.startswith("=") else ():
        if token.subtype == Token.OPEN:
            inside.append(token.value.rstrip("(").upper().removeprefix("_XLFN."))
            if token.type == Token.FUNC and inside[-1] not in _FUNCTIONS:
                return None
        elif token.subtype == Token.CLOSE:
            inside.pop()
        elif token.type == Token.OPERAND and token.subtype not in _PLAIN:
            area = _area(token.value, alone=inside[-1] not in _OVER_RANGES)
            if area is None:
                return None
            cells.update(area)
    return frozenset(cells) if tokens and formula.startswith("=") else None


def _area(name: str, *, alone: bool) -> Collection[Place] | None:
    """Return the cells of a range on the formula's own sheet; None for anything else."""
    match = _AREA.fullmatch(name.upper())
    if match is None or (match[3] and alone):
        return None
    top, left = int(match[2]) - 1, column_number(match[1])
    bottom = int(match[4]) - 1 if match[4] else top
    right = column_number(match[3]) if match[3] else left
    if (bottom - top + 1) * (right - left + 1) > _MOST_CELLS:
        return None
    return [(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]


def _at(rows: Sequence[Sequence[object]], place: Place) -> object:
    row, column = place
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def _is_known(value: object) -> bool:
    """Tell whether a formula may use a value: a text or a number, no fault and no date."""
    if isinstance(value, CellFault):
        return False
    return isinstance(value, float | int) or (isinstance(value, str) and _can_be_written(value))


def _can_be_written(text: str) -> bool:
    return all(character.isprintable() or character in "\n\t" for character in text)


def _written(workbook: RawWorkbook, formulas: Sequence[Formulas]) -> bytes:
    """Return a workbook with the formulas and the values that they name, a sheet a sheet."""
    from openpyxl import Workbook

    book = Workbook()
    for number, (sheet, own) in enumerate(zip(workbook.sheets, formulas, strict=True)):
        made = book.worksheets[0] if number == 0 else book.create_sheet()
        for (row, column), value in _cells(sheet, own):
            cell = made.cell(row + 1, column + 1)
            cell.value = value
            if isinstance(value, str) and (row, column) not in own:
                cell.data_type = "s"  # whatever it begins with
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _cells(sheet: RawSheet, formulas: Formulas) -> Iterator[tuple[Place, str | float]]:
    named = {cell for _, cells in formulas.values() for cell in cells}
    for place in sorted(named.difference(formulas)):
        value = _at(sheet.rows, place)
        if isinstance(value, bool | str):
            yield place, value
        elif isinstance(value, float | int):
            yield place, float(value)
    for place, (text, _) in formulas.items():
        yield place, str(text)


def _laid_over(
    sheet: RawSheet, formulas: Formulas, results: Sequence[Sequence[object]]
) -> RawSheet:
    texts = {place: _at(results, place) for place in formulas}
    places = {
        place: ComputedText(text)
        for place, text in texts.items()
        if isinstance(text, str) and text and not text.startswith(("#", "Err:"))
    }
    return replace(sheet, rows=replaced(sheet.rows, places))
