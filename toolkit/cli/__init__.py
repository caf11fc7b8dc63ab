"""The command line: parse, call one use case, render, exit.

Only click is imported here; each command imports what it needs when it runs, so that help is
instant.
"""

from toolkit.cli.commands import main

__all__ = ["main"]
