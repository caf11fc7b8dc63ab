"""Prints what the rules make of planted faults; see the package for what the words mean."""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
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
    """Measure schemes with the plants of some rules, of all when none is given.

    Two processes share the halves of all schemes, the larger half of each first, so that none
    waits long for the other at the end.
    """
    parts = [(part, scheme) for part in (of_a_period, of_a_year) for scheme in schemes]
    with ProcessPoolExecutor(_PROCESSES) as pool:
        jobs = [(scheme, pool.submit(part, scheme, tuple(codes))) for part, scheme in parts]
        measured = {scheme: Measured(scheme) for scheme in schemes}
        for scheme, job in jobs:
            measured[scheme].include(job.result())
    return list(measured.values())


def of_a_period(scheme: str, codes: tuple[str, ...]) -> Measured:
    """Measure one scheme's plants in returns of one period."""
    plants = tuple(p for p in PLANTS if p.code in codes) if codes else PLANTS
    with tempfile.TemporaryDirectory() as folder:
        return measure(
            scheme,
            Path(folder),
            plants,
            bulletins=not codes or any(code.startswith("B") for code in codes),
        )


def of_a_year(scheme: str, codes: tuple[str, ...]) -> Measured:
    """Measure one scheme's plants over twelve months."""
    plants = tuple(p for p in YEAR_PLANTS if p.code in codes or not codes)
    measured = Measured(scheme)
    if plants:
        with tempfile.TemporaryDirectory() as folder:
            measure_year(measured, Path(folder), plants)
    return measured


if __name__ == "__main__":
    sys.exit(main())
