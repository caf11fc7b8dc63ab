"""``python -m tests.office look FILE … --out DIR``: see workbooks and documents as pages."""

import argparse
import sys
from pathlib import Path

from tests.office.driver import OFFICE_FONTS, Office, OfficeError, office_available


def main(arguments: list[str] | None = None) -> int:
    """Make ``<file>.pdf`` and ``<file>-1.png``, … of each file; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.office", description=__doc__)
    commands = parser.add_subparsers(required=True)
    look_at = commands.add_parser("look", help="print files as PDF and PNG pages")
    look_at.add_argument("files", nargs="+", type=Path, metavar="FILE")
    look_at.add_argument("--out", required=True, type=Path, metavar="DIR")
    look_at.add_argument("--dpi", type=int, default=70)
    look_at.add_argument(
        "--fonts", action="store_true", help="texts as wide as in a Chinese office, by Noto CJK"
    )
    given = parser.parse_args(arguments)
    reason = office_available()
    if reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    names = [path.name for path in given.files]
    if len(set(names)) < len(names):
        sys.stderr.write("two files have one name: look at them in two folders\n")
        return 2
    return look(given.files, given.out, given.dpi, OFFICE_FONTS if given.fonts else None)


def look(files: list[Path], folder: Path, dpi: int, fonts: Path | None = None) -> int:
    """Print each file, going on after one that fails; return 1 if one failed, else 0."""
    folder.mkdir(parents=True, exist_ok=True)
    status = 0
    with Office(fonts) as office:
        for source in files:
            pdf = folder / f"{source.name}.pdf"
            try:
                office.pdf(source, pdf)
                pages = office.pictures(pdf, folder, dpi)
            except OfficeError as error:
                sys.stderr.write(f"{error}\n")
                status = 1
            else:
                sys.stdout.write("".join(f"{path}\n" for path in [pdf, *pages]))
    return status


if __name__ == "__main__":
    sys.exit(main())
