"""The list of a notice out of a worksheet."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.notice import Leftover, Notice, NoticeRow
from toolkit.model.refs import cell_name
from toolkit.model.scheme import Key, Scheme
from toolkit.model.sheets import Range
from toolkit.model.workbook import RawSheet, RawWorkbook
from toolkit.text.clean import cell_text, is_blank
from toolkit.text.tables import Header, find_header

_YEAR = re.compile(r"(20\d\d)\s*年")


@dataclass(frozen=True, slots=True)
class _Candidate:
    sheet: RawSheet
    scheme: Scheme
    header: Header


def read_notice(
    workbook: RawWorkbook,
    merges: Mapping[str, Sequence[Range]],
    schemes: Iterable[Scheme],
    file: str,
) -> Notice | None:
    """Read the list out of the sheet and scheme whose titles fit best.

    Args:
        workbook: All sheets of the notice.
        merges: The merged ranges of each sheet by its name.
        schemes: The schemes to choose from; the first of equals wins.
        file: The notice's name, for messages.

    Returns:
        None when no sheet holds a table that any of the schemes knows.
    """
    candidates = [
        _Candidate(sheet, scheme, header)
        for scheme in schemes
        for sheet in workbook.sheets
        if (header := find_header(sheet.rows, scheme.summary.columns))
    ]
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: len(candidate.header.columns))
    return _read(best, merges.get(best.sheet.name, ()), file)


def _read(found: _Candidate, merges: Sequence[Range], file: str) -> Notice:
    covering = _covering(merges, found.header)
    grouped = {column.key for column in found.scheme.summary.columns if column.grouped}
    rows: list[NoticeRow] = []
    skipped: list[Leftover] = []
    above: dict[Key, str] = {}
    for number in range(found.header.row + 1, len(found.sheet.rows)):
        values = _row_values(found, covering, number)
        above = _filled_down(values, above, grouped)
        if _names_an_item(values):
            rows.append(NoticeRow({**values, **above}, number))
        elif any(not is_blank(text) for text in values.values()):
            skipped.append(_leftover(values, number, found.header))
    heading = _heading(found)
    year = _YEAR.search(heading)
    return Notice(
        file=file,
        sheet=found.sheet.name,
        scheme=found.scheme.name,
        heading=heading,
        year=int(year[1]) if year else None,
        rows=tuple(rows),
        skipped=tuple(skipped),
        ignored=tuple(found.header.others.values()),
    )


def _row_values(
    found: _Candidate, covering: Mapping[tuple[int, int], tuple[int, int]], number: int
) -> dict[Key, str]:
    """Return a row's texts; a cell inside a merged range says what the range says."""
    values: dict[Key, str] = {}
    for key, column in found.header.columns.items():
        row, position = covering.get((number, column), (number, column))
        cells = found.sheet.rows[row]
        values[key] = cell_text(cells[position]) if position < len(cells) else ""
    return values


def _covering(merges: Sequence[Range], header: Header) -> dict[tuple[int, int], tuple[int, int]]:
    """Map each cell below the header inside a merged range to the range's first cell."""
    return {
        (row, column): (area.first_row, area.first_column)
        for area in merges
        if area.first_row > header.row and area.first_column == area.last_column
        for row in range(area.first_row, area.last_row + 1)
        for column in range(area.first_column, area.last_column + 1)
    }


def _filled_down(
    values: Mapping[Key, str], above: Mapping[Key, str], grouped: set[Key]
) -> dict[Key, str]:
    """Carry a project's number and name down to its continued rows, until the next project."""
    own = {key: values[key] for key in grouped if key in values}
    if any(not is_blank(text) for text in own.values()):
        return own | _missing_name(own, above)
    return {key: above.get(key, "") for key in own}


def _missing_name(own: Mapping[Key, str], above: Mapping[Key, str]) -> dict[Key, str]:
    """A row that repeats the number alone belongs to the project named above it."""
    same = own.get(Key.NUMBER) and own.get(Key.NUMBER) == above.get(Key.NUMBER)
    return {key: above[key] for key, text in own.items() if same and is_blank(text)}


def _names_an_item(values: Mapping[Key, str]) -> bool:
    return any(not is_blank(values.get(key, "")) for key in (Key.CONTENT, Key.NAME))


def _leftover(values: Mapping[Key, str], number: int, header: Header) -> Leftover:
    key = next(key for key, text in values.items() if not is_blank(text))
    text = " ".join(text for text in values.values() if not is_blank(text))
    return Leftover(cell_name(number, header.columns[key]), text)


def _heading(found: _Candidate) -> str:
    lines = (
        "".join(cell_text(value) for value in row) for row in found.sheet.rows[: found.header.row]
    )
    return "\n".join(line for line in lines if line.strip())
