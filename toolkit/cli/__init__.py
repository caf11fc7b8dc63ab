"""The command line: parse, call one use case, render, exit.

Only click is imported here; each command imports what it needs when it runs, so that help is
instant.
"""

import gc
import os
import sys
from typing import NoReturn

from toolkit.cli.commands import main

_OBJECTS_BETWEEN_COLLECTIONS = 3_000_000

__all__ = ["main", "run"]


def run() -> NoReturn:
    """Run a command line as a program.

    The toolkit's own values hold no cycles, and looking for them among millions costs a sixth of
    a large merge; so they are looked for rarely, for the sake of the libraries that make some. The
    process ends at once: everything is written and closed by then, and taking those values apart
    one by one only costs time (mypy ends in the same way).
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 10, 10)
    try:
        main()
    except SystemExit as stop:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(stop.code if isinstance(stop.code, int) else 1)
    raise AssertionError("the group always exits")
