"""Writing a planned workbook to a file."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from xlsxwriter.exceptions import FileCreateError, XlsxInputError

from toolkit.errors import WorkspaceError
from toolkit.files.atomic import replacing
from toolkit.files.bulk_sheet import BulkSheet
from toolkit.files.bulk_workbook import BulkWorkbook
from toolkit.files.charts import add_charts
from toolkit.files.formats import Formats, set_default_font
from toolkit.files.page_setup import set_page
from toolkit.model.sheets import (
    Block,
    CellValue,
    Link,
    Range,
    SheetPlan,
    Style,
    Validation,
    WorkbookPlan,
)

MAX_PROMPT_TITLE = 32
MAX_LONG_TEXT = 255
"""Excel's limit for a prompt, the choices of a drop-down, a custom property and a footer."""

PROTECTION = {"format_cells": True, "format_columns": True, "format_rows": True}

BARE = Style(border=False, wrap=False)
"""The look of a cell that nobody planned, between a block and a link to its right."""

Line = tuple[tuple[Style, ...], Sequence[CellValue]]


def write_workbook(plan: WorkbookPlan, path: Path, when: datetime) -> None:
    """Write a workbook whole or not at all; the same plan and time give the same bytes.

    Args:
        plan: What to write; texts are written as texts whatever they look like.
        path: The file; one that is there is replaced.
        when: What the document's properties give as the time of its creation.

    Raises:
        ValueError: The plan breaks a rule of Excel's, which is a mistake of the program.
        WorkspaceError: The file is open in another program, or its folder cannot be written to.
    """
    with replacing(path) as temporary:
        book = BulkWorkbook(temporary)
        set_default_font(book)
        _set_properties(book, plan, when)
        formats = Formats(book)
        for sheet in plan.sheets:
            try:
                worksheet = book.add_worksheet(sheet.name)
                _write_sheet(worksheet, sheet, formats, plan.title)
                add_charts(book, worksheet, sheet.charts)
            except (ValueError, XlsxInputError) as error:
                raise ValueError(f"sheet {sheet.name}: {error}") from error
        _activate(book, plan)
        try:
            book.close()
        except FileCreateError as error:
            raise WorkspaceError(
                f"无法写入文件夹“{path.parent}”。",
                "请检查磁盘空间和文件夹的写入权限后重新运行。",
            ) from error


def _set_properties(book: BulkWorkbook, plan: WorkbookPlan, when: datetime) -> None:
    book.set_properties(
        {"title": plan.title, "subject": plan.subject, "author": plan.author, "created": when}
    )
    for name, value in plan.custom.items():
        _check_length("custom property's name", name, MAX_LONG_TEXT)
        _check_length(f"custom property {name}", value, MAX_LONG_TEXT)
        book.set_custom_property(name, value, "text")


def _activate(book: BulkWorkbook, plan: WorkbookPlan) -> None:
    """Open the workbook on its first visible sheet."""
    for worksheet, sheet in zip(book.worksheets(), plan.sheets, strict=True):
        if sheet.visibility == "visible":
            worksheet.activate()
            return
    raise ValueError("a workbook needs a visible sheet")


def _write_sheet(worksheet: BulkSheet, sheet: SheetPlan, formats: Formats, title: str) -> None:
    widths = dict(enumerate(sheet.widths))
    for column in sorted({*widths, *sheet.hidden_columns}):
        hidden = {"hidden": column in sheet.hidden_columns}
        worksheet.set_column(column, column, widths.get(column), None, hidden)
    worksheet.growing = sheet.growing_rows
    _write_cells(worksheet, sheet, formats)
    for area in sheet.merges:
        worksheet.merge_area(*_corners(area))
    for validation in sheet.validations:
        options = _validation_options(validation)
        if worksheet.data_validation(*_corners(validation.area), options):
            raise ValueError(f"xlsxwriter refuses {validation}")
    for mark in sheet.highlights:
        worksheet.conditional_format(*_corners(mark.area), formats.highlighting(mark))
    _set_view(worksheet, sheet)
    if sheet.protected:
        worksheet.protect("", PROTECTION)
    if sheet.page:
        _check_length("footer", sheet.page.footer, MAX_LONG_TEXT)
        set_page(worksheet, sheet.page, title)


def _corners(area: Range) -> tuple[int, int, int, int]:
    """Return an area in the order in which xlsxwriter takes it."""
    return area.first_row, area.first_column, area.last_row, area.last_column


def _write_cells(worksheet: BulkSheet, sheet: SheetPlan, formats: Formats) -> None:
    """Write blocks and links; a link inside a block takes the place of the block's cell."""
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for link in sheet.links:
        links[link.row].append(link)
    in_blocks = {row for block in sheet.blocks for row in _rows(block)}
    alone = [Block(row, (), ((),)) for row in links if row not in in_blocks]
    for block in (*sheet.blocks, *alone):
        for piece in _pieces(block, links):
            looks = [formats.of(style) for style in piece.styles]
            worksheet.write_block(piece.first_row, piece.rows, looks, piece.heights)
    for link in sheet.links:
        worksheet.link_cell(link.row, link.column, link.target)


def _rows(block: Block) -> range:
    return range(block.first_row, block.first_row + len(block.rows))


def _pieces(block: Block, links: Mapping[int, Sequence[Link]]) -> Iterator[Block]:
    """Yield a block in pieces whose rows look alike; without links it is one piece."""
    if block.heights and len(block.heights) != len(block.rows):
        raise ValueError(f"{len(block.heights)} heights for {len(block.rows)} rows")
    if not block.rows:
        return
    if links.keys().isdisjoint(_rows(block)):
        yield block
        return
    lines = [
        _line(block.styles, values, links.get(row, ()))
        for row, values in zip(_rows(block), block.rows, strict=True)
    ]
    start = 0
    for styles, run in groupby(lines, key=lambda line: line[0]):
        rows = [values for _, values in run]
        end = start + len(rows)
        yield Block(block.first_row + start, styles, rows, block.heights[start:end])
        start = end


def _line(styles: tuple[Style, ...], values: Sequence[CellValue], links: Sequence[Link]) -> Line:
    """Put a row's links into its cells."""
    if not links:
        return styles, values
    if len(values) != len(styles):
        raise ValueError(f"{len(values)} values for {len(styles)} styles: {values}")
    missing = max(0, 1 + max(link.column for link in links) - len(styles))
    looks = [*styles, *[BARE] * missing]
    cells = [*values, *[None] * missing]
    for link in links:
        looks[link.column], cells[link.column] = link.style, link.text
    return tuple(looks), cells


def _validation_options(validation: Validation) -> dict[str, Any]:
    """Return a validation in xlsxwriter's words."""
    _check_length("prompt title", validation.prompt_title, MAX_PROMPT_TITLE)
    _check_length("error title", validation.error_title, MAX_PROMPT_TITLE)
    _check_length("prompt", validation.prompt, MAX_LONG_TEXT)
    _check_length("error message", validation.error, MAX_LONG_TEXT)
    return {
        **_criteria(validation),
        "input_title": validation.prompt_title,
        "input_message": validation.prompt,
        "error_title": validation.error_title,
        "error_message": validation.error,
        "error_type": "stop" if validation.strict else "warning",
    }


def _criteria(validation: Validation) -> dict[str, Any]:
    """Return what a validation accepts, in xlsxwriter's words."""
    low, high, longest = validation.minimum, validation.maximum, validation.max_length
    if bool(validation.choices) + (longest is not None) + (low is not None or high is not None) > 1:
        raise ValueError(f"{validation} asks for more than one kind of value")
    if validation.choices:
        return {"validate": "list", "source": _checked_choices(validation.choices)}
    if longest is not None:
        return {"validate": "length", "criteria": "<=", "value": longest}
    if low is not None and high is not None:
        return {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
    if low is not None:
        return {"validate": "decimal", "criteria": ">=", "value": low}
    if high is not None:
        return {"validate": "decimal", "criteria": "<=", "value": high}
    if not (validation.prompt_title or validation.prompt):
        raise ValueError(f"{validation} does nothing")
    return {"validate": "any"}


def _checked_choices(choices: tuple[str, ...]) -> list[str]:
    """Return a drop-down's choices, which Excel stores as one text with commas between."""
    if any("," in choice or '"' in choice or not choice for choice in choices):
        raise ValueError(f"Excel cannot have these choices (comma, quote or empty): {choices}")
    _check_length("list of choices", ",".join(choices), MAX_LONG_TEXT)
    return list(choices)


def _set_view(worksheet: BulkSheet, sheet: SheetPlan) -> None:
    if sheet.visibility == "hidden":
        worksheet.hide()
    elif sheet.visibility == "very_hidden":
        worksheet.very_hidden()
    if sheet.freeze:
        worksheet.freeze_panes(*sheet.freeze)
    if sheet.autofilter:
        worksheet.autofilter(*_corners(sheet.autofilter))
    if sheet.tab_color:
        worksheet.set_tab_color(sheet.tab_color)


def _check_length(what: str, text: str, longest: int) -> None:
    """Hold one of Excel's limits, which count UTF-16 units."""
    length = len(text.encode("utf-16-le")) // 2
    if length > longest:
        raise ValueError(f"{what} has {length} characters, Excel takes {longest}: {text[:40]!r}")
