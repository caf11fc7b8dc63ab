"""Draws docs/pictures out of the demo: a form, the consolidated table, a bulletin.

They are what LibreOffice prints, the first page of each. Run it after a change of their layout:
`make pictures`, or `python -m scripts.make_pictures`. It needs LibreOffice, see tests.office.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.office import OFFICE_FONTS, Office, office_available
from toolkit.app.demo import run

TARGET = Path(__file__).parents[1] / "docs" / "pictures"
DPI = 110
PICTURES = {
    "form.png": "2021-10/1下发/发展软环境保障局.xlsx",
    "consolidated.png": "2021-09/4汇总/2021年1-9月为民办实事汇总表.xlsx",
    "bulletin.png": "2021-09/4汇总/2021年1-9月为民办实事通报.docx",
}


def main() -> int:
    """Draw every picture; return 2 where there is no LibreOffice, else 0."""
    reason = office_available()
    if reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Office(OFFICE_FONTS) as office:
        demo = Path(folder) / "demo"
        run(demo, lambda _: None)
        for name, source in PICTURES.items():
            pdf = Path(folder) / f"{Path(name).stem}.pdf"
            office.pdf(demo / source, pdf)
            first, *_ = office.pictures(pdf, Path(folder), DPI)
            shutil.copyfile(first, TARGET / name)
            sys.stdout.write(f"{TARGET / name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
