"""What a command costs: processor time, time on the clock, the most memory it ever had."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_AS_INSTALLED = {"PYTHONDONTWRITEBYTECODE": ""}
"""pip compiles what it installs; so does the first run of what is measured, which does not count."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took.

    Attributes:
        cpu: Seconds of the processor, the program's own and the system's for it.
        wall: Seconds on the clock.
        peak: MiB of memory at the most.
    """

    cpu: float
    wall: float
    peak: float


def run(command: Sequence[str], environment: Mapping[str, str], output: Path) -> Cost:
    """Run a command to its end.

    A child's peak counts from the memory of the process that started it, so the one that measures
    imports little and makes no data itself.

    Args:
        output: The file that takes what the command prints.

    Raises:
        RuntimeError: The command failed, and so measured nothing.
    """
    with output.open("wb") as file:
        started = time.perf_counter()
        child = subprocess.Popen(
            command,
            env={**os.environ, **_AS_INSTALLED, **environment},
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        printed = output.read_text("utf-8")
        raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}:\n{printed}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def python(module: str, *arguments: str | Path) -> list[str]:
    """Return the command that runs a module with this Python."""
    return [sys.executable, "-m", module, *map(str, arguments)]


def medians(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure by itself."""
    return Cost(
        median(cost.cpu for cost in costs),
        median(cost.wall for cost in costs),
        median(cost.peak for cost in costs),
    )
