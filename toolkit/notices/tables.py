"""A table's rows as the items of a list, whatever its columns are called and in which order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.model.document import Document, Origin, Paragraph, Table
from toolkit.model.scheme import Key
from toolkit.notices.chrome import says_nothing
from toolkit.notices.headers import Heading, TableHeader, find_header
from toolkit.notices.markers import marker_of
from toolkit.text.clean import is_blank, match_key
from toolkit.text.column_titles import Trait, keys_of
from toolkit.text.flow import ended

_MOST_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row below the titles: its texts by column, what merged cells say filled in.

    Attributes:
        place: Where it begins, as messages name it.
        short: Titles of columns at its end that the row lacks.
        section: Its only text, when it is a heading over the rows below it.
        numbered: Whether its number is its own, not that of a merged cell that begins above.
    """

    texts: Mapping[int, str]
    place: str
    short: tuple[str, ...] = ()
    section: str | None = None
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class TableList:
    """A table that looks like a list.

    Attributes:
        keys: What each column is, by its position, as far as its title tells.
        spans: The columns where one cell belongs to several rows.
        above: The texts right above it.
    """

    table: Table
    headings: Mapping[int, Heading]
    keys: Mapping[int, Key | None]
    spans: frozenset[int]
    rows: tuple[TableRow, ...]
    above: tuple[str, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles from left to right."""
        return tuple(heading.title for heading in self.headings.values())


def table_lists(document: Document) -> tuple[TableList, ...]:
    """Return the document's tables that look like lists, those that pages broke joined."""
    found: list[TableList] = []
    between: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            between.append(block.text)
            continue
        header = find_header(block)
        telling = [text for text in between if not says_nothing(text)]
        if header is None and found and not telling and _same_width(found[-1], block):
            found[-1] = _continued(found[-1], block)
        elif header is not None:
            new = _table_list(block, header, telling)
            if found and found[-1].titles == new.titles and block.origin is not Origin.SHEET:
                found[-1] = _appended(found[-1], new)
            else:
                found.append(new)
        between = []
    return tuple(found)


def _appended(above: TableList, new: TableList) -> TableList:
    """Add a table with the same titles; numbered headings above the two are headings of the list."""
    first = () if any(row.section for row in above.rows) else _section_rows(above)
    return replace(above, rows=(*first, *above.rows, *_section_rows(new), *new.rows))


def _section_rows(listed: TableList) -> tuple[TableRow, ...]:
    heading = listed.above[-1].strip() if listed.above else ""
    if not marker_of(heading):
        return ()
    return (TableRow({}, listed.rows[0].place if listed.rows else "", section=heading),)


def paragraphs_of(document: Document) -> tuple[Paragraph, ...]:
    """Return a document's paragraphs, with those that stand in a table's cells outside of its list.

    In a worksheet a notice's text stands in cells above the table, or is all that there is.
    """
    lines: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(block)
            continue
        header = find_header(block)
        for number in range(header.first if header else len(block.rows)):
            said = [(c, t) for c, t in enumerate(block.rows[number]) if not is_blank(t)]
            if len(said) == 1:
                column, text = said[0]
                place = block.place(number, column)
                lines += [Paragraph(line, 0, place) for line in text.splitlines() if line.strip()]
    return tuple(replace(line, line=number) for number, line in enumerate(lines, 1))


def _same_width(above: TableList, table: Table) -> bool:
    widths = {max(map(len, t.rows), default=0) for t in (above.table, table)}
    return above.table.origin is table.origin is not Origin.SHEET and len(widths) == 1


def _continued(above: TableList, table: Table) -> TableList:
    """Add the rows of a table that goes on on the next page; its first may end the one above."""
    rows = list(_rows(table, -1, above.headings))
    if rows and above.rows and _ends_above(above, rows[0]):
        last = above.rows[-1]
        texts = {
            c: "\n".join(t for t in (last.texts.get(c, ""), rows[0].texts.get(c, "")) if t)
            for c in above.headings
        }
        return replace(above, rows=(*above.rows[:-1], replace(last, texts=texts), *rows[1:]))
    return replace(above, rows=(*above.rows, *rows))


def _ends_above(above: TableList, row: TableRow) -> bool:
    """Tell whether a row has no number, and no content of its own: the page broke the one above."""
    own = {key: row.texts.get(c, "") for c, key in above.keys.items() if key}
    if Key.NUMBER not in own or not is_blank(own[Key.NUMBER]):
        return False
    column = next((c for c, key in above.keys.items() if key is Key.CONTENT), None)
    text = above.rows[-1].texts.get(column, "") if column is not None else ""
    return is_blank(own.get(Key.CONTENT, "")) or (bool(text) and not ended(text))


def _table_list(table: Table, header: TableHeader, above: Sequence[str]) -> TableList:
    rows = tuple(_rows(table, header.last, header.headings))
    titled = [text for row in table.rows[: header.first] for text in row if not is_blank(text)]
    spans = frozenset(_spans(table, header, rows))
    columns = list(header.headings)
    traits = [header.headings[column].trait for column in columns]
    keys = keys_of(traits, [column in spans for column in columns])
    return TableList(
        table=table,
        headings=header.headings,
        keys=dict(zip(columns, keys, strict=True)),
        spans=spans,
        rows=rows,
        above=tuple((*above, *titled)[-_MOST_TITLE_LINES:]),
    )


def _spans(table: Table, header: TableHeader, rows: Sequence[TableRow]) -> Iterator[int]:
    """Yield the columns where one cell belongs to several rows: merged, or empty below the first.

    Empty cells count in columns of names only; elsewhere empty means that nothing is said.
    """
    for area in table.merges:
        if area.first_row > header.last and area.last_row > area.first_row:
            yield area.first_column
    texts = [c for c, h in header.headings.items() if h.trait in (Trait.CONTENT, Trait.TARGET)]
    if not texts:
        return
    for column, heading in header.headings.items():
        if heading.trait in (Trait.NAME, Trait.CATEGORY) and any(
            is_blank(row.texts.get(column, "")) and not is_blank(row.texts.get(texts[-1], ""))
            for row in rows
        ):
            yield column


def _rows(table: Table, last: int, headings: Mapping[int, Heading]) -> Iterator[TableRow]:
    covering = _covering(table, last)
    titles = {match_key(heading.title) for heading in headings.values()}
    numbers = [c for c, heading in headings.items() if heading.trait is Trait.NUMBER]
    for number in range(last + 1, len(table.rows)):
        row = table.rows[number]
        texts = {c: _text(table, covering.get((number, c), (number, c))) for c in headings}
        said = [text for text in texts.values() if not is_blank(text)]
        if not said or {match_key(text) for text in said} <= titles:
            continue
        yield TableRow(
            texts=texts,
            place=table.place(number, _first(texts)),
            short=tuple(h.title for c, h in headings.items() if c >= len(row)),
            section=_section(table, number, said),
            numbered=not any(covering.get((number, c), (number, c))[0] != number for c in numbers),
        )


def _text(table: Table, place: tuple[int, int]) -> str:
    row, column = place
    cells = table.rows[row] if row >= 0 else ()
    text = cells[column] if 0 <= column < len(cells) else ""
    return text if table.origin is Origin.SHEET else text.strip()


def _first(texts: Mapping[int, str]) -> int:
    return next((column for column, text in texts.items() if not is_blank(text)), 0)


def _covering(table: Table, last: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Map each cell below the titles inside a merged range to where its text stands.

    A range over several columns is the first one's; the others are empty.
    """
    return {
        (row, column): (area.first_row, area.first_column)
        if column == area.first_column
        else (-1, -1)
        for area in table.merges
        if area.first_row > last
        for row in range(area.first_row, area.last_row + 1)
        for column in range(area.first_column, area.last_column + 1)
    }


def _section(table: Table, number: int, said: Sequence[str]) -> str | None:
    """Return the text of a row that is a heading: one cell over most columns, or 一、… alone."""
    if len(said) != 1:
        return None
    width = max(map(len, table.rows))
    wide = any(
        area.first_row == area.last_row == number
        and (area.last_column - area.first_column + 1) * 2 > width
        for area in table.merges
    )
    return said[0] if wide or (marker_of(said[0]) and width > 2) else None
