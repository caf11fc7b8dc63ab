"""Marking a returned workbook: faulty cells tinted and commented, a first sheet that lists them."""

import io
import warnings
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from toolkit.errors import UnreadableFileError
from toolkit.files.edit_limits import can_be_edited
from toolkit.files.package import repacked
from toolkit.files.row_heights import fitted_parts, fitted_rows
from toolkit.model.form import CORRECTIONS_SHEET, NOTE_AUTHOR, THEIR_NOTE

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LEAD = "【汇总单位】"
"""How a mark begins, so that it is known again whatever program saved the file."""
_MARKED = "FFFFC7CE"
_TO_FILL = "FFFFF8DC"
_WIDTHS = (7, 10, 30, 16, 56, 56)
_TITLES = ("序号", "编号", "事项", "位置", "问题", "怎么办")


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to correct. `cell` is None for what concerns the whole form."""

    item: str
    title: str
    sheet: str | None
    cell: str | None
    message: str
    suggestion: str


def annotated(data: bytes, marks: Sequence[Mark], heading: str, when: datetime) -> bytes:
    """Return a unit's own workbook with its faults marked; everything else stays as it was.

    Marks of an earlier round are taken off first.

    Raises:
        UnreadableFileError: openpyxl cannot edit this file (.xls, a damaged .xlsx, or one that
            would take it minutes).
    """
    workbook, fitted = _editable(data, {mark.sheet for mark in marks if mark.sheet})
    if CORRECTIONS_SHEET in workbook.sheetnames:
        del workbook[CORRECTIONS_SHEET]
    for sheet in workbook.worksheets:
        _clear(sheet)
    for (name, cell), texts in _by_cell(marks).items():
        _mark(workbook[name], cell, texts)
    _list(workbook, marks, heading)
    saved = io.BytesIO()
    workbook.save(saved)
    names = workbook.sheetnames[1:]
    return repacked(saved.getvalue(), when, fitted_parts(saved.getvalue(), names, fitted))


def _editable(data: bytes, needed: set[str]) -> tuple["Workbook", dict[str, frozenset[int]]]:
    """Return the workbook and the rows whose height follows their text."""
    from openpyxl import load_workbook

    if not can_be_edited(data):
        raise _not_editable()
    try:
        with warnings.catch_warnings():
            # What openpyxl warns of, such as an extension that it drops, the unit's file still has.
            warnings.simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(data))
        fitted = fitted_rows(data)
    except Exception as error:
        # openpyxl raises whatever it stumbles over: BadZipFile, KeyError, TypeError, …
        raise _not_editable() from error
    if not needed <= set(workbook.sheetnames):
        raise _not_editable()  # of a Strict workbook (ISO/IEC 29500) openpyxl sees no sheet
    return workbook, fitted


def _not_editable() -> UnreadableFileError:
    return UnreadableFileError("无法在原文件上标注", "请用退回的表格修改后重新报送。")


def _by_cell(marks: Iterable[Mark]) -> dict[tuple[str, str], list[str]]:
    cells: dict[tuple[str, str], list[str]] = {}
    for mark in marks:
        if mark.sheet and mark.cell:
            text = f"{mark.message}{mark.suggestion}"
            cells.setdefault((mark.sheet, mark.cell), []).append(text)
    return cells


def _clear(sheet: "Worksheet") -> None:
    """Take off the marks of an earlier round; a remark of the unit's own comes back."""
    from openpyxl.comments import Comment

    # Not `iter_rows`, which makes every cell up to the last one: 17 thousand million for XFD1048576.
    for cell in tuple(sheet._cells.values()):
        if cell.comment is None or not cell.comment.text.startswith(_LEAD):
            continue
        theirs = cell.comment.text.partition(THEIR_NOTE)[2]
        cell.comment = Comment(theirs, "") if theirs else None
        _fill(cell, _TO_FILL if cell.protection.locked is False else None)


def _mark(sheet: "Worksheet", name: str, texts: Sequence[str]) -> None:
    from openpyxl.comments import Comment

    cell: Any = sheet[_first_cell(sheet, name)]
    text = _LEAD + "\n".join(texts)
    if cell.comment is not None:
        text += THEIR_NOTE + cell.comment.text
    comment = Comment(text, NOTE_AUTHOR)
    comment.width, comment.height = 320, 60 + 40 * len(texts)
    cell.comment = comment
    _fill(cell, _MARKED)


def _first_cell(sheet: "Worksheet", name: str) -> str:
    """Return the cell of a merged range that holds its value, else the cell itself."""
    for area in sheet.merged_cells.ranges:
        if name in area:
            return str(area.start_cell.coordinate)
    return name


def _fill(cell: Any, color: str | None) -> None:
    from openpyxl.styles import PatternFill

    cell.fill = PatternFill("solid", fgColor=color) if color else PatternFill()


def _list(workbook: "Workbook", marks: Sequence[Mark], heading: str) -> None:
    """Put the list of corrections first, each with a link to its cell, ready to print."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.hyperlink import Hyperlink

    sheet = workbook.create_sheet(CORRECTIONS_SHEET, 0)
    workbook.active = 0
    for other in workbook.worksheets[1:]:
        other.sheet_view.tabSelected = False
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    _write_row(sheet, 1, (heading, *[""] * (len(_TITLES) - 1)), 28, bold=True)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(_TITLES))
    _write_row(sheet, 2, _TITLES, 22, bold=True)
    for number, mark in enumerate(marks, 1):
        place = mark.cell or "全表"
        values = (number, mark.item, mark.title, place, mark.message, mark.suggestion)
        longest = max(len(mark.message) / 26, len(mark.suggestion) / 26, len(mark.title) / 13)
        _write_row(sheet, number + 2, values, 18 * (int(longest) + 1) + 4)
        if mark.sheet and mark.cell:
            link: Any = sheet.cell(number + 2, 4)
            sheet_name = mark.sheet.replace("'", "''")
            link.hyperlink = Hyperlink(link.coordinate, location=f"'{sheet_name}'!{mark.cell}")
            font = copy(link.font)
            font.color, font.underline = "FF0563C1", "single"
            link.font = font
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.freeze_panes = "A3"


def _write_row(
    sheet: "Worksheet", row: int, values: Sequence[str | int], height: float, bold: bool = False
) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    side = Side(style="thin")
    for column, value in enumerate(values, 1):
        cell: Any = sheet.cell(row, column, value)
        if isinstance(value, str):
            cell.data_type = "s"  # a text that begins with = stays a text
        cell.font = Font(name="黑体" if bold else "仿宋", size=11)
        cell.alignment = Alignment(
            wrap_text=True, vertical="center", horizontal="center" if column in (1, 2, 4) else None
        )
        if row > 1:
            cell.border = Border(left=side, right=side, top=side, bottom=side)
    sheet.row_dimensions[row].height = height
