"""What a workbook shows and what its printed pages say, as multisets of characters."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

from tests.office import Office

_CHART_TEXT = re.compile(r"<(?:a:t|c:v)>([^<]*)</")
_FOOTER = re.compile(r"第\d+页共\d+页$")


def characters(text: str) -> Counter[str]:
    """Return the characters of a text without white space."""
    return Counter("".join(text.split()))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the printed pages of a workbook lack, and what they have too much."""

    lacking: Counter[str]
    surplus: Counter[str]


def compared(office: Office, path: Path, folder: Path) -> Comparison:
    """Print a workbook and compare its pages with its visible cells.

    Every page after the first of a sheet repeats its header rows. How many pages each sheet has is
    not known, so the way to share the pages out that fits best counts. A chart prints names and
    numbers that it shows, how often depends on the program: they are no surplus.
    """
    office.pdf(path, folder / f"{path.stem}.pdf")
    pages = office.pdf_text(folder / f"{path.stem}.pdf").rstrip("\f").split("\f")
    sheets = [sheet for sheet in openpyxl.load_workbook(path) if sheet.sheet_state == "visible"]
    named = "|".join(re.escape(_page_header(sheet)) for sheet in sheets)
    printed: Counter[str] = Counter()
    for page in pages:
        body = re.sub(f"^(?:{named})", "", "".join(page.split()))
        printed += characters(_FOOTER.sub("", body))
    shown = [shown_characters(sheet) for sheet in sheets]
    headers = [_header(sheet) for sheet in sheets]
    drawn = _drawn(path)
    bare = [1 + _has_beside(sheet) for sheet in sheets]
    found: list[Comparison] = []
    for counts in _shares(len(pages), len(sheets)):
        expected: Counter[str] = Counter()
        for cells, header, count, without in zip(shown, headers, counts, bare, strict=True):
            expected += cells
            for _ in range(count - without):
                expected += header
        surplus = printed - expected
        free = Counter({character: surplus[character] for character in drawn})
        found.append(Comparison(expected - printed, surplus - free))
    return min(found, key=lambda c: (c.lacking.total(), c.surplus.total()))


def _has_beside(sheet: Any) -> bool:
    """Tell whether charts are printed beside the table: their page is without its header."""
    areas = (sheet.print_area or "").replace("$", "").split(",")
    return len({range_boundaries(area.split("!")[-1])[0] for area in areas if area}) > 1


def _drawn(path: Path) -> frozenset[str]:
    """Return the characters that a workbook's charts may print."""
    with ZipFile(path) as archive:
        charts = [n for n in archive.namelist() if n.startswith("xl/charts/chart")]
        texts = [t for n in charts for t in _CHART_TEXT.findall(archive.read(n).decode())]
    return frozenset("".join("".join(texts).split()))


def _shares(pages: int, sheets: int) -> Iterator[list[int]]:
    """Yield every way to share pages out to sheets, at least one each."""
    for cuts in combinations(range(1, pages), sheets - 1):
        yield [b - a for a, b in pairwise((0, *cuts, pages))]


def shown_characters(sheet: Any) -> Counter[str]:
    """Return the characters of a sheet's cells, those of hidden columns left out."""
    found: Counter[str] = Counter()
    for row in sheet.iter_rows():
        for cell in row:
            hidden = sheet.column_dimensions[get_column_letter(cell.column)].hidden
            if cell.value is not None and not hidden:
                found += characters(_shown(cell))
    return found


def _shown(cell: Any) -> str:
    """Return what a cell shows; a share is shown in hundredths."""
    share = cell.number_format == "0.0%" and isinstance(cell.value, int | float)
    return f"{cell.value:.1%}" if share else str(cell.value)


def _page_header(sheet: Any) -> str:
    """Return what stands above each page of a sheet, without white space."""
    sides = (sheet.oddHeader.left, sheet.oddHeader.right)
    text = "".join(side.text or "" for side in sides).replace("&A", sheet.title)
    return "".join(text.replace("&&", "&").split())


def _header(sheet: Any) -> Counter[str]:
    """Return the characters of the rows that every page repeats."""
    if not sheet.print_title_rows:
        return Counter()
    first, last = (int(number.strip("$")) for number in sheet.print_title_rows.split(":"))
    found: Counter[str] = Counter()
    # What stands beside the table is printed once, with what is below it.
    area = str(sheet.print_area or sheet.dimensions).split(",")[0].replace("$", "").split("!")[-1]
    edge = range_boundaries(area)[2]
    for row in sheet.iter_rows(min_row=first, max_row=last, max_col=edge):
        for cell in row:
            if cell.value is not None:
                found += characters(str(cell.value))
    columns = sheet.column_dimensions
    hidden = [c for c in sheet[last][:edge] if columns[get_column_letter(c.column)].hidden]
    for cell in hidden:
        found -= characters(str(cell.value))
    return found
