"""Prints the damage matrix; see the package for what the words mean."""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.damage.batch import OFFICE, Kind
from benchmarks.damage.kinds import KINDS
from benchmarks.damage.report import as_json, details, table
from benchmarks.damage.runner import Row, Runner
from benchmarks.damage.source import make_source
from tests.office import Office, office_available


def main() -> int:
    """Run the kinds asked for and print what became of every value; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.damage", description=__doc__)
    parser.add_argument("--kinds", nargs="+", default=[], metavar="NAME", help="parts of names")
    parser.add_argument("--units", nargs="+", default=[], metavar="NAME", help="parts of names")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--no-office", action="store_true", help="leave LibreOffice's kinds out")
    given = parser.parse_args()
    kinds = chosen(KINDS, given.kinds)
    reason = None if given.no_office else office_available()
    if given.no_office or reason:
        kinds = [kind for kind in kinds if kind.by != OFFICE]
        print(reason or "without LibreOffice, as asked for", file=sys.stderr)
    rows = run(kinds, given.units, office=len(kinds) > 0 and not (given.no_office or reason))
    if given.json:
        print(json.dumps(as_json(rows), ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(filter(None, (table(rows), details(rows)))))
    return 1 if any(row.silent for row in rows) else 0


def chosen(kinds: Sequence[Kind], names: Sequence[str]) -> list[Kind]:
    """Return the kinds whose names hold one of the parts; all when none is given."""
    return [kind for kind in kinds if not names or any(name in kind.name for name in names)]


def run(kinds: Sequence[Kind], units: Sequence[str], *, office: bool) -> list[Row]:
    """Run kinds on the units whose names hold one of the parts, on all when none is given."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        source = make_source(folder / "来源")
        named = [u for u in source.units if not units or any(name in u for name in units)]
        driver = stack.enter_context(Office()) if office else None
        runner = Runner(source, named, folder, driver)
        return [runner.run(kind) for kind in kinds]


if __name__ == "__main__":
    sys.exit(main())
