"""What was found of a list, whether in a table or in numbered lines: columns and rows alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.model.document import Origin
from toolkit.model.notice import Leftover
from toolkit.model.scheme import Key
from toolkit.notices.items import ListItem
from toolkit.notices.listing import Listed
from toolkit.notices.tables import TableList, TableRow
from toolkit.text.clean import is_blank
from toolkit.text.column_titles import Trait, keys_of

_LIST_TITLES = {
    Key.NUMBER: "序号",
    Key.PROJECT: "实事项目",
    Key.NAME: "项目名称",
    Key.CONTENT: "主要内容",
}
_SECTION_TITLE = "类别"

SILENT = "清单中间不成文字的行"
BEHIND = "清单之后的行"


@dataclass(frozen=True, slots=True)
class Column:
    """A column as found.

    Attributes:
        key: What it is as far as its title tells, None when it tells nothing.
        printed: Whether the title stands in the document.
        spans: Whether one cell belongs to several rows.
    """

    title: str
    key: Key | None
    printed: bool = True
    spans: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row's texts by column, as written, and where it stands.

    `numbered` is False where its number is that of a merged cell that begins above.
    """

    texts: tuple[str, ...]
    place: str
    short: tuple[str, ...] = ()
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A list as found.

    Attributes:
        sheet: The table's name, "" for a numbered list.
        above: The texts above it.
        breaks_lines: Whether a line break in a cell may be the margin's.
        typed: Whether the cells hold what somebody typed into them, as in a worksheet.
        skipped: What looks like part of it and is none.
        outside: The lines behind it.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sheet: str
    above: tuple[str, ...]
    breaks_lines: bool
    skipped: tuple[Leftover, ...] = ()
    outside: tuple[Leftover, ...] = ()
    typed: bool = False


def from_table(listed: TableList) -> Found:
    """Return a table's rows; headings inside it become a column of their own."""
    places = list(listed.headings)
    columns = [
        Column(listed.headings[c].title, listed.keys[c], spans=c in listed.spans) for c in places
    ]
    sections = not any(column.key is Key.PROJECT for column in columns) and any(
        row.section for row in listed.rows
    )
    if sections:
        columns.insert(0, Column(_SECTION_TITLE, Key.PROJECT, printed=False, spans=True))
    items = [row for row in listed.rows if not row.section]
    skipped = () if sections else tuple(_left(r, "只有标题") for r in listed.rows if r.section)
    rows = _with_sections(listed.rows, places) if sections else _plain(items, places)
    return Found(
        columns=tuple(columns),
        rows=tuple(rows),
        sheet=listed.table.name,
        above=listed.above,
        breaks_lines=listed.table.origin.breaks_lines,
        skipped=skipped,
        typed=listed.table.origin is Origin.SHEET,
    )


def _plain(rows: Iterable[TableRow], places: Sequence[int]) -> Iterator[Row]:
    return (_row(row, (row.texts[c] for c in places)) for row in rows)


def _with_sections(rows: Iterable[TableRow], places: Sequence[int]) -> Iterator[Row]:
    section = ""
    for row in rows:
        if row.section:
            section = row.section
        else:
            yield _row(row, (section, *(row.texts[c] for c in places)))


def _row(row: TableRow, texts: Iterable[str]) -> Row:
    return Row(tuple(texts), row.place, row.short, row.numbered)


def _left(row: TableRow, reason: str) -> Leftover:
    text = " ".join(text for text in row.texts.values() if not is_blank(text))
    return Leftover(row.place, text or row.section or "", reason)


def from_list(listed: Listed) -> Found:
    """Return a numbered list's items; each label in it becomes a column."""
    items = _with_one_title(listed.list.items)
    labels = _label_columns(items)
    own = [key for key in _LIST_TITLES if key is Key.NUMBER or any(_own(i, key) for i in items)]
    columns = [
        Column(_LIST_TITLES[key], key, printed=False, spans=key is Key.PROJECT) for key in own
    ]
    columns += [Column(title, key) for title, key in labels.items()]
    spare = [Leftover(p.place, p.text.strip(), "没有编号的说明") for p in listed.list.spare]
    notes = [
        Leftover(item.lines[0].place, label.note, "单位后面的说明")
        for item in items
        for label in item.labels
        if label.note
    ]
    return Found(
        columns=tuple(columns),
        rows=tuple(
            Row(
                (*(_own(item, key) for key in own), *(_said(item, title) for title in labels)),
                item.lines[0].place,
            )
            for item in items
        ),
        sheet="",
        above=tuple(paragraph.text.strip() for paragraph in listed.title),
        breaks_lines=False,
        skipped=tuple(spare + notes),
        outside=(
            *(Leftover(p.place, p.text.strip(), SILENT) for p in listed.unread),
            *(Leftover(p.place, p.text.strip(), BEHIND) for p in listed.after),
        ),
    )


def _own(item: ListItem, key: Key) -> str:
    texts: Mapping[Key, str] = {
        Key.NUMBER: item.number,
        Key.PROJECT: item.project or "",
        Key.NAME: item.name,
        Key.CONTENT: item.content,
    }
    return texts[key]


def _label_columns(items: Sequence[ListItem]) -> dict[str, Key | None]:
    """Return the labels' titles in the order of first use, and what each is beside the others."""
    traits: dict[str, Trait] = {}
    for item in items:
        for label in item.labels:
            traits.setdefault(label.title, label.trait)
    keys = keys_of(tuple(traits.values()))
    return dict(zip(traits, keys, strict=True))


def _said(item: ListItem, title: str) -> str:
    return "、".join(label.text for label in item.labels if label.title == title and label.text)


def _with_one_title(items: Sequence[ListItem]) -> tuple[ListItem, ...]:
    """Call labels that say the same, and never stand beside each other, by the first one's name.

    责任单位 here and 责任部门 there is one column.
    """
    beside: set[tuple[str, str]] = set()
    first: dict[Trait, str] = {}
    for item in items:
        titles = {label.title for label in item.labels}
        beside |= {(one, other) for one in titles for other in titles if one != other}
    names: dict[str, str] = {}
    for item in items:
        for label in item.labels:
            known = first.setdefault(label.trait, label.title)
            names[label.title] = label.title if (known, label.title) in beside else known
    return tuple(
        replace(item, labels=tuple(replace(la, title=names[la.title]) for la in item.labels))
        for item in items
    )
