"""How a planned worksheet prints."""

from collections.abc import Iterable
from itertools import pairwise

from xlsxwriter.utility import quote_sheetname

from toolkit.files.bulk_sheet import BulkSheet
from toolkit.model.refs import column_letters
from toolkit.model.sheets import Page, Range

PAPERS = {"A4": 9, "A3": 8}
MOST_BREAKS = 1023
"""Excel's limit for the manual page breaks of a worksheet; pages after them end by themselves."""

MOST_AREAS = 100
"""How many pages of a table are areas to print: their names are one formula of Excel's, which takes
8,192 characters."""

LONGEST_TITLE = 100
"""Characters of a workbook's title in a header, which Excel lets have 255."""

_OWN_SIZE = {"scale_with_doc": False}
"""A table that is printed smaller has the page's number in its usual size."""


def set_page(worksheet: BulkSheet, page: Page, title: str) -> None:
    """Set paper, margins, header and footer, what is printed and where pages end.

    Fitted to a width, Excel and LibreOffice still begin a page where a break is set.

    Args:
        title: The workbook's.
    """
    worksheet.set_paper(PAPERS[page.paper])
    if page.landscape:
        worksheet.set_landscape()
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    worksheet.center_horizontally()
    worksheet.set_header(page.header.format(title=_plain(title)), _OWN_SIZE)
    worksheet.set_footer(page.footer, _OWN_SIZE)
    if page.repeat_rows:
        worksheet.repeat_rows(*page.repeat_rows)
    if page.beside is None:
        worksheet.set_h_pagebreaks(list(page.breaks[:MOST_BREAKS]))
    _print_areas(worksheet, _areas(page))


def _areas(page: Page) -> list[Range]:
    """Return what is printed, each on pages of its own; nothing where all of the sheet is.

    A manual break goes through the whole sheet, and would cut what stands beside a table. So there
    each page of the table is an area.
    """
    if page.last_row is None or page.last_column is None:
        return []
    if page.beside is None:
        return [Range(0, 0, page.last_row, page.last_column)]
    ends = pairwise((0, *page.breaks[:MOST_AREAS], page.last_row + 1))
    return [*(Range(row, 0, end - 1, page.last_column) for row, end in ends), page.beside]


def _plain(text: str) -> str:
    """Return a text as a header shows it, in which & begins a command; headers are short."""
    return text[:LONGEST_TITLE].replace("&", "&&")


def _print_areas(worksheet: BulkSheet, areas: Iterable[Range]) -> None:
    """Set what is printed; every area begins on a page of its own.

    xlsxwriter's `print_area` takes one area, and keeps it in the attribute that is set here.
    """
    sheet = quote_sheetname(worksheet.name)
    worksheet.print_area_range = ",".join(f"{sheet}!{_absolute(area)}" for area in areas)


def _absolute(area: Range) -> str:
    return (
        f"${column_letters(area.first_column)}${area.first_row + 1}"
        f":${column_letters(area.last_column)}${area.last_row + 1}"
    )
