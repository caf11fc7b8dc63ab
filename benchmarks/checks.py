"""How much of a merge's processor time goes into checking: the rules, and reading the texts.

`python -m benchmarks.checks --returns 1000` makes the returns of `python -m benchmarks`, merges
them in this process, and prints the shares. Reading the texts (what is done of each target, the
pace) is told apart: the rules need it, and so do 进度, 统计, 看板 and the bulletin without any rule.
"""

import argparse
import gc
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from statistics import median
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from click.testing import CliRunner

from benchmarks.__main__ import ENVIRONMENT, PERIOD
from benchmarks.measure import python

TEXTS, RULES, WHOLE = "读文字、判断进度（stages.assess）", "全部核查规则（check_month）", "整月汇总"
_PARTS = {"assessed": TEXTS, "check_month": RULES}
_FROZEN = 3_000_000
"""Between two collections of cycles, as `toolkit.cli.run` sets it."""

P = ParamSpec("P")
R = TypeVar("R")


def main() -> None:
    """Make the returns, merge them some times, and print the median of each part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checks", description=__doc__)
    parser.add_argument("--returns", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    gc.set_threshold(_FROZEN, 10, 10)
    runs = [_one_round(given.returns) for _ in range(given.rounds)]
    spent = {part: median(run[part] for run in runs) for part in (WHOLE, RULES, TEXTS)}
    print("| | CPU 秒 | 占整月汇总 |\n|---|---:|---:|")
    for part, seconds in spent.items():
        print(f"| {part} | {seconds:.2f} | {100 * seconds / spent[WHOLE]:.0f}% |")


def _one_round(returns: int) -> Mapping[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        subprocess.run(python("benchmarks.returns", workspace, str(returns)), check=True)
        return merged(workspace)


def merged(workspace: Path) -> Mapping[str, float]:
    """Run `minsheng merge` on a working folder; return the seconds of each part.

    What the processes that read the files spend counts for the whole.
    """
    from toolkit.app import checking
    from toolkit.cli import main as command

    spent: dict[str, float] = dict.fromkeys((TEXTS, RULES), 0.0)
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ, ENVIRONMENT))
        for name, part in _PARTS.items():
            timed = _timed(getattr(checking, name), part, spent)
            stack.enter_context(patch.object(checking, name, timed))
        started = _cpu()
        result = CliRunner().invoke(command, ["merge", PERIOD, "-w", str(workspace), "--json"])
        spent[WHOLE] = _cpu() - started
    if result.exit_code:
        raise RuntimeError(f"the merge ended with {result.exit_code}:\n{result.output[:2000]}")
    return spent


def _timed(function: Callable[P, R], part: str, spent: dict[str, float]) -> Callable[P, R]:
    @wraps(function)
    def timed(*args: P.args, **kwargs: P.kwargs) -> R:
        started = time.process_time()
        result = function(*args, **kwargs)
        spent[part] += time.process_time() - started
        return result

    return timed


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
