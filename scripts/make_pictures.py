"""Draws docs/pictures out of the demonstrations: what officials sign, print and look at.

Documents and tables are what LibreOffice prints, the dashboard is what Chromium shows. Run it after
a change of their layout: `make pictures`, or `python -m scripts.make_pictures`. It needs both
programs, see tests.office and tests.web.
"""

import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PIL import Image

from tests.office import OFFICE_FONTS, Office, office_available
from tests.web.browser import Browser, browser_available
from toolkit.app.demo import SAMPLE, run
from toolkit.app.month_end import write_bulletins
from toolkit.app.workspace import Workspace

TARGET = Path(__file__).parents[1] / "docs" / "pictures"
LARGEST = 200_000
"""Bytes of a picture."""

OTHER = "jining-gaoxin-2024"
"""A sample in which items lag, so that there is something to supervise."""

_DPI = 110
_COLOURS = 48
_RESULTS = "2021-09/4汇总/2021年1-9月为民办实事"


@dataclass(frozen=True, slots=True)
class Printed:
    """A page of a file of a demonstration, counted from 1; -1 is the last one."""

    file: str
    page: int = 1
    scheme: str = SAMPLE


PRINTED: Mapping[str, Printed] = {
    "form.png": Printed("2021-10/1下发/发展软环境保障局.xlsx"),
    "consolidated.png": Printed(f"{_RESULTS}汇总表.xlsx"),
    "bulletin.png": Printed(f"{_RESULTS}通报.docx"),
    "problems.png": Printed(f"{_RESULTS}存在问题汇总.docx", page=-1),
    "return_note.png": Printed("2021-09/3退回/发展软环境保障局退回修改通知.docx"),
    "reminder.png": Printed(
        "2024-09-上旬/4汇总/2024年9月上旬重点民生实事催报通知.docx", scheme=OTHER
    ),
    "supervision.png": Printed(
        "2024-09-上旬/4汇总/2024年9月上旬重点民生实事督办单（M009，发展软环境保障局）.docx",
        scheme=OTHER,
    ),
}
DASHBOARD = "dashboard.png"

_DOCUMENTS = (
    (SAMPLE, "2021-09", ("problems",), datetime(2021, 10, 12, 10)),
    (OTHER, "2024-09-上旬", ("reminder", "supervision"), datetime(2024, 9, 18, 10)),
)
"""What the demonstrations do not write of themselves: kinds by sample and period, and when."""


def main() -> int:
    """Draw every picture; return 2 where a program is missing, else 0."""
    reason = office_available() or browser_available()
    if reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _demonstrate(root)
        _print(root)
        _look(root)
    for name in (*PRINTED, DASHBOARD):
        sys.stdout.write(f"{TARGET / name}\n")
    return 0


def _demonstrate(root: Path) -> None:
    for scheme, label, kinds, now in _DOCUMENTS:
        run(root / scheme, lambda _: None, scheme)
        write_bulletins(Workspace(root / scheme), label, kinds, now)


def _print(root: Path) -> None:
    with Office(OFFICE_FONTS) as office:
        for name, wanted in PRINTED.items():
            pdf = root / f"{Path(name).stem}.pdf"
            office.pdf(root / wanted.scheme / wanted.file, pdf)
            pages = office.pictures(pdf, root, _DPI)
            _save(pages[wanted.page - (wanted.page > 0)], TARGET / name)


def _look(root: Path) -> None:
    with Browser() as browser:
        browser.open(root / SAMPLE / "2021-09" / "4汇总" / "看板.html", width=1200)
        _save(browser.picture(root / DASHBOARD), TARGET / DASHBOARD)


def _save(drawn: Path, target: Path) -> None:
    """Save a picture with few colours, which keeps it small and its letters sharp."""
    with Image.open(drawn) as image:
        image.convert("RGB").quantize(_COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
