"""`minsheng trace --bulletin`: what each figure in a period's documents was counted from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.app.documents import Filled
from toolkit.app.figure_sources import Sources, documents_of
from toolkit.app.period_run import period_run
from toolkit.app.workspace import PROGRAMME_FILE, Workspace, no_such_item
from toolkit.errors import UnreadableFileError
from toolkit.files.documents import read_document
from toolkit.model.document import Paragraph
from toolkit.model.figure import Claim
from toolkit.model.refs import cell_name
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.stages.programme_book import ITEMS_SHEET


@dataclass(frozen=True, slots=True)
class Place:
    """A cell that tells on an item.

    Attributes:
        unit: Who wrote it; None for the list, which the coordinator keeps.
        cell: None where the returned table has no such column.
        sha256: The file's digest; None for the list, as `received_at`.
    """

    unit: str | None
    file: str
    sheet: str
    cell: str | None
    value: str
    sha256: str | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CountedItem:
    """An item that a figure counts; without a place nobody reported on it."""

    code: str
    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class CountedUnit:
    """A unit that a figure counts, and its return that counts; None where there is none."""

    unit: str
    file: str | None
    received_at: datetime | None


@dataclass(frozen=True, slots=True)
class TracedFigure:
    """A figure in a document.

    Attributes:
        sentence: The sentence that prints it.
        how: How it was counted.
        issued: Whether the document in 4汇总 has that sentence; None where there is none to read.
    """

    sentence: str
    number: str
    how: str
    items: tuple[CountedItem, ...]
    units: tuple[CountedUnit, ...]
    issued: bool | None


@dataclass(frozen=True, slots=True)
class TracedDocument:
    """A document's figures in the order in which it prints them."""

    kind: str
    unit: str | None
    path: Path
    figures: tuple[TracedFigure, ...]


def trace_figures(
    workspace: Workspace,
    label: str,
    now: datetime,
    code: str | None = None,
    password: str | None = None,
) -> tuple[TracedDocument, ...]:
    """Return what each figure in a period's documents was counted from; nothing is written.

    The period is read again from 2回收, as `minsheng bulletin` does. Its documents are those that
    the scheme calls for, and those that lie in 4汇总; a year has its notice. What goes back to a
    unit is none of them: its table says itself which cells are counted.

    Args:
        code: Only the figures in which this item counts.

    Raises:
        ArgumentError: There is no such item.
    """
    with period_run(workspace, label, now, password) as run:
        made = documents_of(run)
    wanted = None
    if code is not None:
        wanted = next((each for each in (code, code.upper()) if each in made.items), None)
        if wanted is None:
            raise no_such_item(code)
    return tuple(_document(filled, may_print, made, wanted) for filled, may_print in made.documents)


def _document(
    filled: Filled, may_print: Sequence[Claim], read: Sources, code: str | None
) -> TracedDocument:
    output = filled.output
    blocks = _blocks(filled.data, output.path.name)
    issued = _issued(output.path)
    found = [
        (place, _figure(claim, blocks[place], read, issued))
        for claim in may_print
        if code is None or code in claim.basis.codes
        for place in _places(claim, blocks)[:1]
    ]
    ordered = sorted(found, key=lambda each: (each[0], _order(each[1], blocks[each[0]])))
    figures = dict.fromkeys(figure for _, figure in ordered)
    return TracedDocument(output.kind, output.unit, output.path, tuple(figures))


def _order(figure: TracedFigure, block: str) -> tuple[int, int]:
    start = block.find(figure.sentence)
    return start, block.find(figure.number, start)


def _blocks(data: bytes, name: str) -> list[str]:
    """Return the paragraphs of a document and the rows of its tables, without white space."""
    blocks: list[str] = []
    for block in read_document(data, name).blocks:
        if isinstance(block, Paragraph):
            blocks.append(_bare(block.text))
        else:
            blocks += [_bare("。".join(row)) for row in block.rows]
    return blocks


def _bare(text: str) -> str:
    return "".join(text.split())


def _issued(path: Path) -> list[str] | None:
    try:
        return _blocks(path.read_bytes(), path.name) if path.is_file() else None
    except UnreadableFileError:
        return None


def _places(claim: Claim, blocks: Sequence[str]) -> list[int]:
    sentence, near = _bare(claim.sentence), _bare(claim.near)
    return [n for n, block in enumerate(blocks) if sentence in block and near in block]


def _figure(claim: Claim, block: str, read: Sources, issued: Sequence[str] | None) -> TracedFigure:
    basis = claim.basis
    return TracedFigure(
        _whole_sentence(block, _bare(claim.sentence)),
        claim.number,
        basis.how,
        tuple(_counted_items(read, basis.codes, basis.column)),
        tuple(_counted_unit(read, unit) for unit in basis.units),
        None if issued is None else bool(_places(claim, issued)),
    )


def _whole_sentence(block: str, part: str) -> str:
    """Return the sentence of a paragraph in which a part stands, without the mark at its end."""
    place = block.find(part)
    start = block.rfind("。", 0, place) + 1
    end = block.find("。", place + len(part))
    return block[start : len(block) if end < 0 else end]


def _counted_items(
    read: Sources, codes: Sequence[str], column: Key | None
) -> Iterator[CountedItem]:
    """Yield items with the cells that tell; what is not in the list stands in a unit's return."""
    counted = frozenset(codes)
    for code, (item, entries) in read.items.items():
        if code in counted:
            told = column or (Key.CONTENT if code not in read.listed else None)
            listed = Place(None, PROGRAMME_FILE, ITEMS_SHEET, cell_name(item.row, 0), code)
            places = tuple(_place(entry, told) for entry in entries) if told else (listed,)
            yield CountedItem(code, item.title, places)


def _place(entry: Entry, column: Key) -> Place:
    """Return the cell that tells; a table without a column for the status tells it in the text."""
    missing = column is Key.STATUS and entry.cell(column) is None
    key = Key.PROGRESS if missing else column
    return Place(
        entry.unit,
        entry.file.stored,
        entry.sheet,
        entry.cell(key),
        entry.values.get(key, ""),
        entry.file.sha256,
        entry.file.received_at,
    )


def _counted_unit(read: Sources, unit: str) -> CountedUnit:
    received = read.accepted.get(unit)
    if received is None:
        return CountedUnit(unit, None, None)
    return CountedUnit(unit, received.file.stored, received.file.received_at)
