"""Where cells of the results lead: to lines of another sheet, and to files in the period's folders."""

import re
from collections.abc import Iterable

from toolkit.model.refs import cell_name
from toolkit.text.layout import one_line_width

_NARROWEST, _WIDEST = 24.0, 60.0
_ESCAPED = re.compile(r"[%# \"<>\[\]^`{}]")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f\ufffe\uffff]")
_LONGEST, _LONGEST_SHEET = 1_500, 31
"""Characters of a path and of a sheet's name; Excel takes links of 2,080."""


def lines_target(sheet: str, first_row: int, last_row: int, last_column: int) -> str:
    """Return the link that goes to rows of another sheet of this workbook and selects them."""
    area = f"{cell_name(first_row, 0)}:{cell_name(last_row, last_column)}"
    return f"internal:{_quoted(sheet)}!{area}"


def file_target(
    stored: str, period: str, sheet: str | None = None, cell: str | None = None
) -> str | None:
    """Return the link from a workbook in 4汇总 to a file of the working folder.

    Args:
        stored: Its path in the working folder.
        period: The label of the period whose results link to it.
        sheet: Where to go in it; only Excel's present format can be opened at a place.
        cell: Where on the sheet.

    Returns:
        None where there is no file, or one that no link can name.
    """
    if not stored or _UNWRITABLE.search(stored):
        return None
    inside = stored.removeprefix(f"{period}/")
    path = f"../{inside}" if inside != stored else f"../../{stored}"
    # Excel takes # for the end of the path; xlsxwriter escapes all of a path or nothing of it.
    if "#" in path or "%" in path:
        path = _ESCAPED.sub(lambda found: f"%{ord(found[0]):02x}", path)
    placed = stored.endswith(".xlsx") and sheet and _can_be_sheet(sheet)
    place = f"#{_quoted(sheet)}!{cell or 'A1'}" if sheet and placed else ""
    return f"external:{path}{place}" if len(path) <= _LONGEST else None


def _can_be_sheet(name: str) -> bool:
    """Tell whether Excel could open a file at a sheet of this name; a made-up file has any."""
    return len(name) <= _LONGEST_SHEET and not _UNWRITABLE.search(name)


def file_width(stored: Iterable[str]) -> float:
    """Return how wide a column of files is: LibreOffice breaks no link into lines."""
    longest = max(map(one_line_width, stored), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 1.0))


def _quoted(sheet: str) -> str:
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'"
