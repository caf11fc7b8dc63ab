"""What tests ask of LibreOffice: fill a workbook, read it, measure its rows, print it.

LibreOffice stands in for the departments' office programs. Everything goes through one
long-lived process, for starting one takes seconds and using it takes milliseconds.
"""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Self

from tests.office.bridge import Bridge, OfficeError, office_available

__all__ = ["OFFICE_FONTS", "Office", "OfficeError", "RowHeight", "office_available"]

OFFICE_FONTS = Path(__file__).with_name("fonts.conf")
"""The widths of 宋体, 仿宋 and 黑体, which a computer of ours has not."""

EXPORT_FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".fods": "OpenDocument Spreadsheet Flat XML",
    ".html": "HTML (StarCalc)",
    ".csv": "Text - txt - csv (StarCalc)",
}

Cell = tuple[str, str]


class RowHeight(NamedTuple):
    """A row's height, and the height at which LibreOffice would show all its text, in points.

    ``row`` is the number that Excel shows, counted from 1.
    """

    row: int
    height: float
    optimal: float


class Office:
    """Drives one LibreOffice, started at the first request and again after a crash.

    Args:
        fonts: `OFFICE_FONTS` where texts are to be as wide as in a Chinese office.
    """

    def __init__(self, fonts: Path | None = None) -> None:
        self._fonts = fonts
        self._bridge: Bridge | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The id of the running office process, which leads a process group of its own."""
        return self._running().pid

    def close(self) -> None:
        """End LibreOffice."""
        if self._bridge is not None:
            self._bridge.close()
            self._bridge = None

    def fill(
        self,
        source: Path,
        target: Path,
        values: Mapping[Cell, str | float],
        *,
        unprotect: bool = False,
    ) -> None:
        """Type values into a copy of a workbook, and save it as another kind of file or the same.

        Text stays text whatever it looks like, line breaks included; numbers stay numbers; an
        empty text empties the cell. Data validation is not asked, as when a person pastes.

        Args:
            source: The workbook; it is not changed.
            target: Where to save; its suffix (.xlsx, .xls, .ods, .fods) says in which format.
            target: Where to save; its suffix says in which format, see `EXPORT_FILTERS`.
            values: By sheet name and cell: ``{("填报", "E5"): "已完成"}``.
            unprotect: Lift a protection without a password from a sheet that would refuse a
                value; the sheet is then saved without it.

        Raises:
            OfficeError: A sheet or cell is not there, lies under a merged cell, is locked, or
                does not keep the value; or LibreOffice fails.
            ValueError: The target's suffix is not one of those above, or is the source itself.
        """
        self._ask(
            "fill",
            source,
            target=_absolute(target),
            filter=_filter(source, target),
            cells=[[sheet, cell, value] for (sheet, cell), value in values.items()],
            unprotect=unprotect,
        )

    def sort(self, source: Path, target: Path, sheet: str, area: str, column: int) -> None:
        """Sort the rows of an area of a sheet by one of its columns, and save a copy.

        Args:
            source: The workbook; it is not changed. A protection without password is lifted.
            target: Where to save, as for `fill`.
            sheet: The sheet's name.
            area: Such as `A4:H11`; no merged cells may be in it.
            column: Counted from 0 within the area.

        Raises:
            OfficeError: There is no such sheet or area, or LibreOffice fails.
            ValueError: As for `fill`.
        """
        self._ask(
            "sort",
            source,
            target=_absolute(target),
            filter=_filter(source, target),
            sheet=sheet,
            area=area,
            column=column,
        )

    def read(self, source: Path) -> dict[str, dict[str, str]]:
        """Return the text of every non-empty cell by sheet and cell, hidden sheets included.

        Text is given as it stands, numbers, dates and formulas as LibreOffice displays them.
        """
        sheets: dict[str, dict[str, str]] = self._ask("read", source)
        return sheets

    def row_heights(self, source: Path, sheet: str) -> list[RowHeight]:
        """Return height and optimal height of each visible row of a sheet's used area.

        LibreOffice counts cells merged across columns, but leaves cells merged over several
        rows out of the optimal height: it proves nothing of those.
        """
        return [RowHeight(*row) for row in self._ask("row_heights", source, sheet=sheet)]

    def pdf(self, source: Path, target: Path) -> None:
        """Print a workbook or a text document into a PDF file."""
        self._ask("pdf", source, target=_absolute(target))

    def pictures(self, pdf: Path, folder: Path, dpi: int = 70) -> list[Path]:
        """Draw a PDF's pages as ``<name>-1.png``, … in a folder, and return them in order."""
        folder.mkdir(parents=True, exist_ok=True)
        _run("pdftoppm", "-png", "-r", str(dpi), _absolute(pdf), _absolute(folder / pdf.stem))
        # pdftoppm pads the numbers to one width, so that names sort as pages do.
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix == ".png" and path.stem.rpartition("-")[0] == pdf.stem
        )

    def pdf_text(self, pdf: Path) -> str:
        """Return the text of a PDF, laid out as on its pages."""
        return _run("pdftotext", "-layout", "-enc", "UTF-8", _absolute(pdf), "-")

    def _ask(self, verb: str, source: Path, **details: object) -> Any:
        """Have LibreOffice do one thing with a file that is there."""
        if not source.is_file():
            raise OfficeError(f"no such file: {source}")
        return self._running().ask(verb, source=_absolute(source), **details)

    def _running(self) -> Bridge:
        """Return a bridge that works: one that broke in an earlier request is replaced."""
        if self._bridge is None or self._bridge.closed:
            self._bridge = Bridge(self._fonts)
        return self._bridge


def _filter(source: Path, target: Path) -> str:
    """Return the filter that saves a copy in the format of the target's suffix."""
    name = EXPORT_FILTERS.get(target.suffix.lower())
    if name is None:
        raise ValueError(f"{target.name}: can save as {', '.join(EXPORT_FILTERS)} only")
    if target.resolve() == source.resolve():
        raise ValueError(f"{target} is the source: inputs are never changed")
    return name


def _absolute(path: Path) -> str:
    """Return a path as another process, with another current folder, needs it."""
    return str(path.resolve())


def _run(*command: str) -> str:
    """Run a program of poppler and return what it prints.

    Raises:
        OfficeError: It is missing, or fails.
    """
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8")
    except FileNotFoundError as error:
        raise OfficeError(f"{command[0]} is not installed") from error
    if done.returncode:
        raise OfficeError(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout
