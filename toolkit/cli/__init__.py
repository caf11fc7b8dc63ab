"""The command line: parse, call one use case, render, exit.

Only click is imported here; each command imports what it needs when it runs, so that help is
instant.
"""

import os
import sys
from typing import NoReturn

from toolkit.cli.commands import main

__all__ = ["main", "run"]


def run() -> NoReturn:
    """Run a command line as a program.

    The process ends at once: everything is written and closed by then, and taking millions of
    values of a large merge apart one by one only costs time (mypy ends in the same way).
    """
    try:
        main()
    except SystemExit as stop:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(stop.code if isinstance(stop.code, int) else 1)
    raise AssertionError("the group always exits")
