"""A found list's rows in the columns of a scheme: filled down, lines joined, units parted by 、.

What somebody typed into a worksheet stays as it is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.notice import Leftover, NoticeRow
from toolkit.model.scheme import Key
from toolkit.notices.found import Found, Row
from toolkit.text.clean import is_blank, match_key
from toolkit.text.column_titles import REPORTED_KEYS, UNIT_KEYS
from toolkit.text.flow import joined, paragraphs, without_gaps
from toolkit.text.unit_roles import marked
from toolkit.text.units import units_with_roles

_ONE_LINE = frozenset((Key.NUMBER, Key.PROJECT, Key.NAME, Key.DEADLINE, Key.LEADER, Key.PERSON))


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that are items, and those that are not."""

    items: tuple[NoticeRow, ...]
    skipped: tuple[Leftover, ...]


def unit_cells(found: Found, keys: Sequence[Key | None]) -> tuple[str, ...]:
    """Return the cells that name units."""
    return tuple(
        text
        for row in found.rows
        for key, text in zip(keys, row.texts, strict=True)
        if key in UNIT_KEYS and not is_blank(text)
    )


def to_rows(found: Found, keys: Sequence[Key | None], known: frozenset[str]) -> Rows:
    """Return a list's rows as a scheme's columns hold them.

    Args:
        found: The list.
        keys: What each column is in the scheme.
        known: Names of units that stand whole somewhere.
    """
    items: list[NoticeRow] = []
    skipped: list[Leftover] = []
    number_spans = _number_spans(found, keys)
    above: dict[Key, str] = {}
    for row in found.rows:
        raw = {key: text for key, text in zip(keys, row.texts, strict=True) if key}
        texts = {key: _value(key, text, found, known) for key, text in raw.items()}
        above = _filled_down(texts, above, number_spans)
        values = {key: text for key, text in texts.items() if key not in REPORTED_KEYS} | above
        if any(not is_blank(texts.get(key, "")) for key in (Key.CONTENT, Key.NAME)):
            reported = {key: text for key, text in texts.items() if key in REPORTED_KEYS}
            numbered = row.numbered and not is_blank(raw.get(Key.NUMBER, ""))
            items.append(NoticeRow(values, row.place, reported, numbered))
        else:
            skipped += _left(row, texts)
    return Rows(tuple(items), tuple(skipped))


def _number_spans(found: Found, keys: Sequence[Key | None]) -> bool:
    """Tell whether a number is the project's, so that its further rows leave both out."""
    places = {key: place for place, key in enumerate(keys) if key}
    if Key.NUMBER not in places or Key.PROJECT not in places:
        return False
    if found.columns[places[Key.NUMBER]].spans:
        return True
    further = [row.texts for row in found.rows if is_blank(row.texts[places[Key.PROJECT]])]
    without = sum(1 for texts in further if is_blank(texts[places[Key.NUMBER]]))
    return bool(further) and without * 2 >= len(further)


def _filled_down(
    texts: Mapping[Key, str], above: Mapping[Key, str], number_spans: bool
) -> dict[Key, str]:
    """Carry a project's name, and its number, down to its continued rows.

    A row with a number of its own that is no continuation, and no name, has no project.
    """
    if Key.PROJECT not in texts:
        return {}
    project, number = texts[Key.PROJECT], texts.get(Key.NUMBER, "")
    shared = {Key.PROJECT: project}
    if not is_blank(project):
        return shared | ({Key.NUMBER: number} if number_spans else {})
    if not number_spans:
        return {Key.PROJECT: above.get(Key.PROJECT, "")}
    if is_blank(number) or match_key(number) == match_key(above.get(Key.NUMBER, "")):
        return {key: above.get(key, "") for key in (Key.PROJECT, Key.NUMBER)}
    return {Key.PROJECT: "", Key.NUMBER: number}


def _value(key: Key, text: str, found: Found, known: frozenset[str]) -> str:
    if is_blank(text):
        return ""
    if key in UNIT_KEYS:
        units = units_with_roles(text, known)
        # A worksheet's own text stays, as long as it still says the same once it stands alone.
        return text if found.typed and units_with_roles(text) == units else marked(units)
    if found.typed:
        return text
    if key in _ONE_LINE:
        return joined(text.splitlines())
    lines = [line for line in text.splitlines() if line.strip()]
    if found.breaks_lines:
        return "\n".join(paragraphs(lines))
    return "\n".join(map(without_gaps, lines))


def _left(row: Row, texts: Mapping[Key, str]) -> Iterator[Leftover]:
    said = " ".join(text for text in texts.values() if text)
    if said:
        yield Leftover(row.place, said, "没有事项内容")
