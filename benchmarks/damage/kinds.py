"""All kinds of damage, in the order of the table."""

from benchmarks.damage import batches, cells, columns, files, formats, office, rows
from benchmarks.damage.batch import Kind

KINDS: tuple[Kind, ...] = (
    *files.KINDS,
    *formats.KINDS,
    *columns.KINDS,
    *rows.KINDS,
    *cells.KINDS,
    *batches.KINDS,
    *office.KINDS,
)
