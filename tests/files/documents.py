"""Word documents for tests: a template filled into a file."""

from collections.abc import Mapping
from datetime import datetime
from importlib.resources.abc import Traversable
from pathlib import Path

from toolkit.files.word import rendered_word
from toolkit.model.word_table import WordTable


def render_word(
    template: Path | Traversable,
    context: Mapping[str, object],
    target: Path,
    when: datetime,
    tables: Mapping[str, WordTable] | None = None,
) -> None:
    """Fill a template and write the document."""
    target.write_bytes(rendered_word(template, context, when, tables or {}))
