"""Which texts are read sentence by sentence.

A cell of a spreadsheet holds up to 32,767 characters. A progress report has some hundred; what has
thousands is a document pasted into a cell, and reading it would take longer than all other returns.
"""

from collections.abc import Mapping
from typing import Any

LONGEST = 5000
"""In characters."""


def is_readable(values: Mapping[Any, str]) -> bool:
    """Tell whether none of a report's texts is too long to be read."""
    return max(map(len, values.values()), default=0) <= LONGEST
