"""Notices for tests, drawn in the layouts in which offices publish them.

The words are the project's own; places, units and figures are those of real programmes.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from tests.tables import cells
from toolkit.files.notice_text import lines_of
from toolkit.files.schemes import load_scheme, scheme_names
from toolkit.model.document import Document, Origin, Table
from toolkit.model.notice import Notice
from toolkit.model.scheme import Key, Scheme
from toolkit.model.sheets import Range
from toolkit.notices.reading import read_notice

Rows = Sequence[Sequence[str]]


def text(content: str, file: str = "通知.txt") -> Document:
    """Return a text file's lines; the first and last empty line of a literal are left out."""
    return Document(file, lines_of(content.strip("\n")))


def tabbed(rows: Rows) -> str:
    """Draw a table whose cells begin with a tab, one a line; a blank line parts the rows."""
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)


def barred(rows: Rows, spans: Iterable[tuple[int, int]] = ()) -> str:
    """Draw a table whose cells end with a bar.

    Args:
        rows: The rows; a cell in `spans` is left out, and a bar at the row's end stands for it.
        spans: Row and column of the cells that a merged cell above reaches over.
    """
    hidden = set(spans)
    return "\n".join(
        "".join(f"{c} | " for n, c in enumerate(row) if (r, n) not in hidden).strip()
        + "|" * sum(1 for n in range(len(row)) if (r, n) in hidden)
        for r, row in enumerate(rows)
    )


def flat(rows: Rows) -> str:
    """List every line of every cell on a line of its own, as a page's table copies."""
    return "\n\n".join(line for row in rows for cell in row for line in cell.split("\n") if line)


def grid(
    table: str, merges: Iterable[Range] = (), origin: Origin = Origin.GRID, name: str = "表1"
) -> Table:
    """Return a Markdown-like table as a table of a document."""
    return Table(cells(table), name, origin, tuple(merges))


def document(*blocks: Table) -> Document:
    """Return a document of tables only."""
    return Document("通知.docx", blocks)


@cache
def schemes() -> tuple[Scheme, ...]:
    """Return all built-in schemes."""
    return tuple(load_scheme(name) for name in scheme_names())


def read(source: Document | str) -> Notice:
    """Read a notice that has a list."""
    notice = read_notice(text(source) if isinstance(source, str) else source, schemes())
    assert notice is not None
    return notice


def column(notice: Notice, key: Key) -> list[str]:
    """Return what the items say in a column."""
    return [row.values.get(key, "") for row in notice.rows]
