"""Prints what the rules make of planted faults; see the package for what the words mean."""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.faults.measure import Measured, measure
from benchmarks.faults.months import measure_year
from benchmarks.faults.plants import PLANTS
from benchmarks.faults.plants_months import YEAR_PLANTS
from benchmarks.faults.report import as_json, details, passed, table
from toolkit.files.schemes import scheme_names

_PROCESSES = 2


def main() -> int:
    """Plant the faults asked for and print what was told; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--rule", nargs="+", default=[], metavar="CODE", help="only these rules")
    parser.add_argument("--scheme", nargs="+", default=[], metavar="NAME", help="parts of names")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    measured = run(schemes_like(given.scheme), tuple(code.upper() for code in given.rule))
    if given.json:
        print(json.dumps(as_json(measured), ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(filter(None, (table(measured), details(measured)))))
    return 0 if passed(measured) else 1


def schemes_like(names: Sequence[str]) -> list[str]:
    """Return the built-in schemes whose names hold one of the parts; all when none is given."""
    return [s for s in scheme_names() if not names or any(name in s for name in names)]


def run(schemes: Sequence[str], codes: Sequence[str]) -> list[Measured]:
    """Measure schemes, two at a time, with the plants of some rules, of all when none is given."""
    with ProcessPoolExecutor(min(_PROCESSES, len(schemes))) as pool:
        return list(pool.map(partial(one, codes=tuple(codes)), schemes))


def one(scheme: str, codes: tuple[str, ...]) -> Measured:
    """Measure one scheme in a folder that is gone afterwards."""
    plants = tuple(p for p in PLANTS if p.code in codes) if codes else PLANTS
    over_months = tuple(p for p in YEAR_PLANTS if p.code in codes or not codes)
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(scheme, Path(folder), plants, bulletins=not codes or "B801" in codes)
        if over_months:
            measure_year(measured, Path(folder) / "全年", over_months)
    return measured


if __name__ == "__main__":
    sys.exit(main())
