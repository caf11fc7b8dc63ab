"""How a planned worksheet prints."""

from collections.abc import Iterable

from xlsxwriter.utility import quote_sheetname

from toolkit.files.bulk_sheet import BulkSheet
from toolkit.model.refs import column_letters
from toolkit.model.sheets import Page, Range

PAPERS = {"A4": 9, "A3": 8}
MOST_BREAKS = 1023
"""Excel's limit for the manual page breaks of a worksheet; pages after them end by themselves."""

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
    if page.breaks:
        worksheet.set_h_pagebreaks(list(page.breaks[:MOST_BREAKS]))
    if page.last_row is not None and page.last_column is not None:
        areas = [Range(0, 0, page.last_row, page.last_column)]
        _print_areas(worksheet, [*areas, page.beside] if page.beside else areas)


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
