"""A published document to the list of the year, whatever its layout."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from toolkit.model.document import Document, Paragraph
from toolkit.model.notice import LayoutFrom, Leftover, Notice, NoticeRow, UnitNames
from toolkit.model.scheme import Key, Scheme
from toolkit.notices.companion import completed, counterparts, is_companion
from toolkit.notices.facts import read_facts
from toolkit.notices.found import Found, from_list, from_table
from toolkit.notices.front import Front, read_front
from toolkit.notices.inline import split_inline
from toolkit.notices.listing import Listed, find_list
from toolkit.notices.own_scheme import own_scheme
from toolkit.notices.recognise import Fit, best_fit, fit_to, speaks_of
from toolkit.notices.rows import Rows, to_rows, unit_cells
from toolkit.notices.tables import TableList, paragraphs_of, table_lists
from toolkit.notices.text_tables import with_tables
from toolkit.notices.unit_names import find_aliases, find_members, grow_lexicon, guessed_joins
from toolkit.text.column_titles import UNIT_KEYS
from toolkit.text.units import split_units

_FROM_COMPANION = (Key.LEAD, Key.CO, Key.ASSIST, Key.DEADLINE)


@dataclass(frozen=True, slots=True)
class _Read:
    """A list that was read in the columns of a scheme."""

    found: Found
    fit: Fit
    rows: Rows
    known: frozenset[str]


def read_notice(
    document: Document, schemes: Sequence[Scheme], *, forced: bool = False
) -> Notice | None:
    """Read the list of the year out of a document.

    A table is preferred to numbered paragraphs; paragraphs on the same projects complete it. The
    layout is that of the scheme whose titles and place fit; of none, it is described anew.

    Args:
        document: What was read from the file.
        schemes: The schemes to choose from.
        forced: Take the first scheme, whatever the list looks like.

    Returns:
        None when there is no list.
    """
    drawn = with_tables(document)
    texts = tuple(drawn.texts())
    table = _best_table(table_lists(drawn))
    lines = paragraphs_of(drawn)
    listed = find_list(lines) or find_list(split_inline(lines))
    sources = _sources(table, listed)
    if not sources:
        return None
    front = read_front(sources[0].above, texts)
    fit, layout_from = _choose(sources, schemes, front, texts, forced=forced)
    read = [_read(found, fit.scheme, texts) for found in sources]
    first, *others = read
    same = [r for r in others if is_companion(first.rows.items, r.rows.items)]
    others = [r for r in others if r not in same]
    notice = _notice(document, first, same, others, front, layout_from)
    opening = _opening(lines, sources)
    stated = (*notice.rows, *notice.companion)
    facts = read_facts(lines, opening, first.found.above, stated, front.year)
    return replace(notice, facts=facts)


def _opening(lines: Sequence[Paragraph], sources: Sequence[Found]) -> tuple[Paragraph, ...]:
    """Return the paragraphs before the first numbered item; all where a table is the only list."""
    firsts = {found.rows[0].place for found in sources if not found.sheet and found.rows}
    places = [place for place, line in enumerate(lines) if line.place in firsts]
    return tuple(lines[: places[0]] if places else lines)


def _best_table(tables: Iterable[TableList]) -> TableList | None:
    """Return the list with most known columns; a visible one before a hidden one."""
    usable = [table for table in tables if table.rows and _says_what(table)]
    if not usable:
        return None
    return max(usable, key=lambda t: (t.table.visible, sum(1 for key in t.keys.values() if key)))


def _says_what(table: TableList) -> bool:
    keys = set(table.keys.values())
    return bool(keys & {Key.CONTENT, Key.NAME}) and len(keys - {None}) > 1


def _sources(table: TableList | None, listed: Listed | None) -> list[Found]:
    """Return the lists found, the one to take first in front."""
    found = [from_table(table)] if table else []
    return [*found, from_list(listed)] if listed else found


def _choose(
    sources: Sequence[Found],
    schemes: Sequence[Scheme],
    front: Front,
    texts: Sequence[str],
    *,
    forced: bool,
) -> tuple[Fit, LayoutFrom]:
    found = sources[0]
    if forced:
        return fit_to(found, schemes[0]), LayoutFrom.GIVEN
    fit = best_fit(found, [scheme for scheme in schemes if speaks_of(scheme, texts)])
    if fit is not None:
        return fit, LayoutFrom.RECOGNISED
    fit = best_fit(found, schemes) if found.sheet and not front.place else None
    if fit is not None:
        return fit, LayoutFrom.COLUMNS
    scheme = own_scheme(_with_companions_columns(found, sources[1:]), front, front.year)
    return fit_to(found, scheme), LayoutFrom.NOTICE


def _with_companions_columns(found: Found, others: Sequence[Found]) -> Found:
    """Add the columns that a second list of the same programme has more."""
    rows = _plain_rows(found)
    for other in others:
        if is_companion(rows, _plain_rows(other)):
            has = {column.key for column in found.columns}
            more = [c for c in other.columns if c.key in _FROM_COMPANION and c.key not in has]
            found = replace(found, columns=(*found.columns, *more))
    return found


def _plain_rows(found: Found) -> tuple[NoticeRow, ...]:
    return to_rows(found, [column.key for column in found.columns], frozenset()).items


def _read(found: Found, scheme: Scheme, texts: Sequence[str]) -> _Read:
    fit = fit_to(found, scheme)
    known = grow_lexicon(unit_cells(found, fit.keys), texts)
    return _Read(found, fit, to_rows(found, fit.keys, known), known)


def _notice(
    document: Document,
    first: _Read,
    same: Sequence[_Read],
    others: Sequence[_Read],
    front: Front,
    layout_from: LayoutFrom,
) -> Notice:
    scheme = first.fit.scheme
    rows = first.rows.items
    for read in same:
        rows = completed(rows, read.rows.items, _FROM_COMPANION)
    companion = tuple(row for read in same for row in read.rows.items)
    lost = [c.title for c, key in zip(first.found.columns, first.fit.keys, strict=True) if not key]
    reported = {key for row in rows for key in row.reported}
    told = [
        c.title for c, k in zip(first.found.columns, first.fit.keys, strict=True) if k in reported
    ]
    return Notice(
        file=document.file,
        sheet=first.found.sheet,
        scheme=scheme,
        layout_from=layout_from,
        heading="\n".join(first.found.above),
        year=front.year,
        place=front.place,
        authority=front.authority,
        phrase=front.phrase,
        rows=rows,
        companion=companion,
        counterparts=tuple(
            pair for read in same for pair in counterparts(first.rows.items, read.rows.items)
        ),
        skipped=_skipped(first, same, others),
        outside=first.found.outside,
        short=tuple((row.place, row.short) for row in first.found.rows if row.short),
        ignored=(*told, *lost),
        names=_names(first, rows, companion, scheme),
    )


def _skipped(first: _Read, same: Sequence[_Read], others: Sequence[_Read]) -> tuple[Leftover, ...]:
    unread = [
        Leftover(row.place, _short(row), "另一份清单的事项")
        for read in others
        for row in read.rows.items
    ]
    own = [left for read in (first, *same) for left in (*read.found.skipped, *read.rows.skipped)]
    return (*own, *unread)


def _short(row: NoticeRow) -> str:
    return row.values.get(Key.NAME) or row.values.get(Key.CONTENT, "")


def _names(
    first: _Read, rows: Sequence[NoticeRow], companion: Sequence[NoticeRow], scheme: Scheme
) -> UnitNames:
    used = _units(rows)
    aliases = find_aliases(used, _units(companion))
    texts = [row.values.get(key, "") for row in rows for key in (Key.NAME, Key.CONTENT)]
    return UnitNames(
        aliases=aliases,
        members=find_members(used, scheme.collective, texts),
        guessed=guessed_joins(unit_cells(first.found, first.fit.keys), first.known),
    )


def _units(rows: Sequence[NoticeRow]) -> list[str]:
    """Return every unit that rows name, as often as they do."""
    return [
        name
        for row in rows
        for key in sorted(UNIT_KEYS)
        for name in split_units(row.values.get(key, ""))
    ]


def with_year(notice: Notice, year: int) -> Notice:
    """Return a notice for a stated year; a scheme made of it is named after that year."""
    if notice.layout_from is not LayoutFrom.NOTICE or notice.year == year:
        return replace(notice, year=year)
    place = notice.place or "自定"
    scheme = replace(
        notice.scheme, name=f"{place}-{year}", label=f"{notice.place}{year}年{notice.phrase}"
    )
    return replace(notice, year=year, scheme=scheme)
