"""Prints what the rules make of returns that others wrote; see the package for the words."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.clerks.measure import Compared, compare
from benchmarks.clerks.written import SETS, writings


def main() -> None:
    """Measure the sets asked for and print a table, then every miss and false alarm."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.clerks", description=__doc__)
    parser.add_argument(
        "sets",
        nargs="*",
        choices=[*SETS, []],
        metavar="SET",
        help="first, second, third or unseen; all",
    )
    given = parser.parse_args()
    compared = [run for group in given.sets or SETS for run in measured(group)]
    print("\n\n".join((table(compared), details(compared))))


def measured(group: str) -> list[Compared]:
    """Compare the programmes of one set."""
    compared = []
    for writing in writings(group):
        with tempfile.TemporaryDirectory() as folder:
            compared.append(compare(writing, Path(folder)))
    return compared


def table(compared: Sequence[Compared]) -> str:
    """Return a line for each programme and one for each set."""
    lines = ["| | 标出的差错 | 说到 | 没有差错的事项 | 误报 |", "|---|---:|---:|---:|---:|"]
    for group in dict.fromkeys(each.group for each in compared):
        own = [each for each in compared if each.group == group]
        lines += [_line(f"{SETS[group]} {each.scheme}", [each]) for each in own]
        lines.append(_line(f"**{SETS[group]}合计**", own))
    return "\n".join(lines)


def _line(name: str, compared: Sequence[Compared]) -> str:
    faulty, told = sum(c.faulty for c in compared), sum(c.told for c in compared)
    clean, alarms = sum(c.clean for c in compared), sum(len(c.alarms) for c in compared)
    return f"| {name} | {faulty} | {told}（{told / faulty:.0%}） | {clean} | {alarms} |"


def details(compared: Sequence[Compared]) -> str:
    """Return every miss, false alarm and further finding, a line each."""
    named = (
        (name, line)
        for each in compared
        for name, lines in (("漏报", each.missed), ("误报", each.alarms), ("另有", each.further))
        for line in lines
    )
    return "\n".join(f"{name} {line}" for name, line in named)


if __name__ == "__main__":
    main()
