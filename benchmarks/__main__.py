"""Measures a month's merge beside the floor and the peers; prints the table of README.md."""

import argparse
import json
import platform
import shutil
import tempfile
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import Cost, medians, python, run

# Not taken from benchmarks.returns, whose imports would count for every child; see measure.run.
PERIOD = "2025-09"
ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1759741200"}
"""The clock of the runs, 6 October 2025: a working day on which returns are in time."""

OURS, FLOOR, PEER, FAST_PEER = "minsheng merge", "floor", "pandas_openpyxl", "pandas_calamine"
NAMES = {
    OURS: "本工具 `minsheng merge`",
    FLOOR: "底线：calamine 读，xlsxwriter 写一张表",
    PEER: "对照：pandas + openpyxl",
    FAST_PEER: "对照：pandas + calamine，xlsxwriter 写",
}
PACKAGES = ("python-calamine", "xlsxwriter", "openpyxl", "pandas", "SQLAlchemy", "click")
HELP_RUNS = 10

Measured = Mapping[str, Cost]


def main() -> None:
    """Make the returns, run every candidate in turn, round after round, and print the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--returns", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workshop = _Workshop(Path(folder), given.returns)
        print(f"{given.returns} 份报表，{workshop.items} 个事项，{workshop.size:.0f} MB")
        costs: dict[str, list[Cost]] = {name: [] for name in NAMES}
        for _ in range(given.rounds):
            for name, candidate in workshop.candidates().items():
                costs[name].append(candidate())
        measured = {name: medians(runs) for name, runs in costs.items()}
        help_cost = medians([workshop.help() for _ in range(HELP_RUNS)])
    print(_table(measured))
    print(f"\n`minsheng --help`：CPU {help_cost.cpu:.3f} 秒（{HELP_RUNS} 次的中位数）")
    print(f"{given.rounds} 轮交替，取中位数。{_machine()}")


class _Workshop:
    """The returns, and the candidates that work on them."""

    def __init__(self, folder: Path, returns: int) -> None:
        self._folder = folder
        self._source = folder / "source"
        self._inbox = self._source / PERIOD / "2回收"
        self._output = folder / "printed.txt"
        run(python("benchmarks.returns", self._source, str(returns)), {}, self._output)
        self.size = sum(path.stat().st_size for path in self._inbox.iterdir()) / 1e6
        self.items = self._prove_faultless(returns)

    def candidates(self) -> Mapping[str, Callable[[], Cost]]:
        """Return what runs each candidate once."""
        return {
            OURS: self._merge,
            FLOOR: lambda: self._script(FLOOR),
            PEER: lambda: self._script(PEER),
            FAST_PEER: lambda: self._script(FAST_PEER),
        }

    def help(self) -> Cost:
        """Run `minsheng --help`."""
        return run(python("toolkit", "--help"), {}, self._output)

    def _merge(self, *options: str) -> Cost:
        """Merge in a fresh copy of the working folder; the copying is not measured."""
        workspace = self._folder / "workspace"
        shutil.rmtree(workspace, ignore_errors=True)
        shutil.copytree(self._source, workspace)
        command = python("toolkit", "merge", PERIOD, "-w", workspace, *options)
        return run(command, ENVIRONMENT, self._output)

    def _script(self, name: str) -> Cost:
        target = self._folder / f"{name}.xlsx"
        return run(python(f"benchmarks.{name}", self._inbox, target), {}, self._output)

    def _prove_faultless(self, returns: int) -> int:
        """Merge once unmeasured; return the number of items when every one was taken as it is."""
        self._merge("--json")
        printed = self._output.read_text("utf-8")
        result = json.loads(printed[printed.index("{") : printed.rindex("}") + 1])
        accepted = [file for file in result["files"] if file["status"] == "accepted"]
        items: int = result["items"]["total"]
        if len(accepted) != returns or result["findings"] or items != result["items"]["reported"]:
            raise RuntimeError(f"the returns are not taken as they are:\n{printed[:2000]}")
        return items


def _table(measured: Measured) -> str:
    floor, peer = measured[FLOOR].cpu, measured[PEER].cpu
    lines = [
        "| | CPU 秒 | 用时 秒 | 内存峰值 MiB | CPU ÷ 底线 | pandas + openpyxl ÷ 它 |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {NAMES[name]} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.peak:.0f}"
        f" | {cost.cpu / floor:.2f} | {peer / cost.cpu:.1f} |"
        for name, cost in measured.items()
    ]
    return "\n".join(lines)


def _machine() -> str:
    packages = "、".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{platform.system()} {platform.machine()}，Python {platform.python_version()}，{packages}。"


if __name__ == "__main__":
    main()
