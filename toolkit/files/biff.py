"""What calamine passes over in an .xls workbook: faults, formulas without a value, hidden rows.

A workbook stream is a chain of records, each with a number and a length (MS-XLS 2.1.4).
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.files.biff_formulas import text_formula
from toolkit.model.workbook import CellFault

_BOF, _EOF, _FILEPASS, _BOUNDSHEET = 0x0809, 0x000A, 0x002F, 0x0085
_FORMULA, _SHARED, _BOOLERR, _ROW = 0x0006, 0x04BC, 0x0205, 0x0208
_BIFF8 = 0x0600
_TOKENS = 22
"""Where the tokens of a FORMULA begin (MS-XLS 2.4.127)."""
_SHARED_TOKENS = 10
"""Where those of a SHRFMLA begin (2.4.260), which stands once for several cells."""
_SHARES = 0x01
_SHARES_LENGTH = 5
"""The token of a cell that has such a formula: the place of the first of these cells follows."""
_EARLY = 40
"""A password is stated among the first records; in a stream without one they are soon passed."""

FAULTS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_LIKELY = re.compile(
    rb"\x05\x02\x08\x00.{7}\x01"  # BOOLERR that holds a fault
    rb"|\x06\x00.{8}\x02.[\x00\x07\x0f\x17\x1d\x24\x2a\x2b].{3}\xff\xff"  # FORMULA with one
    rb"|\x06\x00.{8}\x00{8}"  # FORMULA that comes to 0, or was never computed
    rb"|\x08\x02\x10\x00.{12}[\x20-\x3f\x60-\x7f\xa0-\xbf\xe0-\xff]",  # ROW with fDyZero
    re.DOTALL,
)


Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passed:
    """What of one sheet calamine does not tell.

    Attributes:
        shared: Formulas that several cells have, by the first of these cells.
        sharing: Cells whose value is a number and that have such a formula, with its first cell.
    """

    faults: dict[Place, CellFault] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    shared: dict[Place, CellFault] = field(default_factory=dict)
    sharing: dict[Place, Place] = field(default_factory=dict)


def is_old(stream: bytes) -> bool:
    """Tell whether a workbook stream is older than Excel 97."""
    return len(stream) >= 6 and struct.unpack_from("<HHH", stream)[2] != _BIFF8


def is_locked(stream: bytes) -> bool:
    """Tell whether a workbook stream is encrypted."""
    for count, (number, _, _) in enumerate(records(stream, 0)):
        if number == _FILEPASS:
            return True
        if number in (_BOUNDSHEET, _EOF) or count > _EARLY:
            break
    return False


def passed_over(stream: bytes) -> list[Passed]:
    """Return what calamine does not tell, one a sheet in the order of the workbook.

    Returns:
        Nothing where no byte pattern hints at any of it, which costs next to no time.
    """
    if not _LIKELY.search(stream):
        return []
    return [_passed(stream, start) for start in sheet_starts(stream)]


def sheet_starts(stream: bytes) -> Iterator[int]:
    """Yield where each sheet begins, in the order of the workbook."""
    for number, place, length in records(stream, 0):
        if number == _BOUNDSHEET and length >= 4:
            yield struct.unpack_from("<I", stream, place)[0]
        elif number == _EOF:
            return


def _passed(stream: bytes, start: int) -> Passed:
    found = Passed()
    depth = 0
    for number, place, length in records(stream, start):
        if number == _BOF:
            depth += 1  # a chart inside the sheet has its own
        elif number == _EOF:
            depth -= 1
            if depth <= 0:
                break
        elif depth == 1:
            _note(stream, number, place, length, found)
    for cell, first in found.sharing.items():
        if first in found.shared:
            found.faults[cell] = found.shared[first]
    return found


def _note(stream: bytes, number: int, place: int, length: int, found: Passed) -> None:
    if number == _BOOLERR and length >= 8 and stream[place + 7] == 1:
        _fault(stream, place, stream[place + 6], found)
    elif number == _FORMULA and length >= 14:
        # MS-XLS 2.5.133, FormulaValue: FFFF at its end and 2 at its beginning mean a fault.
        if stream[place + 12 : place + 14] != b"\xff\xff":
            _number(stream, place, length, found)
        elif stream[place + 6] == 2:
            _fault(stream, place, stream[place + 8], found)
    elif number == _SHARED and length > _SHARED_TOKENS:
        formula = text_formula(stream[place + _SHARED_TOKENS : place + length])
        if formula is not None:
            first_row, _, first_column = struct.unpack_from("<HHB", stream, place)
            found.shared[first_row, first_column] = CellFault(formula)
    elif number == _ROW and length >= 16 and stream[place + 12] & 0x20:
        found.hidden_rows.add(struct.unpack_from("<H", stream, place)[0])


def _fault(stream: bytes, place: int, code: int, found: Passed) -> None:
    found.faults[struct.unpack_from("<HH", stream, place)] = CellFault(FAULTS.get(code, "#N/A"))


def _number(stream: bytes, place: int, length: int, found: Passed) -> None:
    """Note a formula whose value is a number although it comes to a text: nobody computed it."""
    cell = struct.unpack_from("<HH", stream, place)
    tokens = stream[place + _TOKENS : place + length]
    if len(tokens) == _SHARES_LENGTH and tokens[0] == _SHARES:
        found.sharing[cell] = struct.unpack_from("<HH", tokens, 1)
    elif (formula := text_formula(tokens)) is not None:
        found.faults[cell] = CellFault(formula)


def records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """Yield each record's number, the place of its content and its length."""
    end = len(stream) - 4
    while start <= end:
        number, length = struct.unpack_from("<HH", stream, start)
        if start + 4 + length > len(stream):
            return
        yield number, start + 4, length
        start += 4 + length
