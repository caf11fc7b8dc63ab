"""The items of one series of numbered lines: project, name, content, units and places."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.model.document import Paragraph
from toolkit.notices.drafts import Draft, Line, drafts_of
from toolkit.notices.outline import Node
from toolkit.notices.unit_labels import Labelled, ends_with_units, part, starts_with_label
from toolkit.text.flow import ended, joined
from toolkit.text.units import looks_like_unit, split_units

_MOST = 0.6
_COLON_NAME = re.compile(r"([^。！？；;，,：:]{2,30})[:：]\s*(.+)", re.DOTALL)
_SENTENCE_NAME = re.compile(r"([^。！？；;，,：:]{4,40})。\s*(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a numbered list.

    Attributes:
        number: Its own number as written; the project's where items start again below each.
        project: The heading above it, None in a list without such.
        lines: Every line of it.
    """

    number: str
    project: str | None
    name: str
    content: str
    labels: tuple[Labelled, ...]
    lines: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A numbered list.

    Attributes:
        spare: Lines inside it that belong to no item, such as a text below a project's heading.
        after: Lines right after it that were kept out of its last item.
        headings: The lines of the projects' headings.
    """

    items: tuple[ListItem, ...]
    spare: tuple[Paragraph, ...] = ()
    after: tuple[Paragraph, ...] = ()
    headings: tuple[Paragraph, ...] = ()


def item_list(series: Sequence[Node], section: Line | None = None) -> ItemList:
    """Read the items of a series.

    Args:
        series: Nodes of one level.
        section: An unnumbered heading that stands right above them.
    """
    drafts = drafts_of(series, section)
    headed = _mostly(drafts, lambda draft: _heads(draft.texts))
    bare = _mostly(drafts, lambda draft: ends_with_units(joined(draft.texts)))
    drafts, after = _without_overflow(drafts, headed)
    two_levels = any(draft.heading for draft in drafts)
    own_numbers = not two_levels or _counts_on(drafts)
    items = [_item(draft, headed, bare, own_numbers, two_levels) for draft in drafts]
    headings = {id(d.heading): d.heading for d in drafts if d.heading}.values()
    projects = {item.project for item in items}
    sections = dict.fromkeys(d.section for d in drafts if d.section)
    unused = [section.source for section in sections if section.text not in projects]
    return ItemList(
        items=tuple(_named(items)),
        spare=(*(line for heading in headings for line in heading.spare), *unused),
        after=after,
        headings=(
            *(heading.source for heading in headings),
            *(section.source for section in sections),
        ),
    )


def _heads(texts: Sequence[str]) -> bool:
    """Tell whether a first line is a heading over the paragraphs that follow it."""
    first = texts[0]
    return (
        len(texts) > 1
        and not starts_with_label(texts[1])
        and "。" not in first
        and first[-1:] not in "，,、；;："
        and (not ended(first) or first[-1:] in "）)")
    )


def _counts_on(drafts: Sequence[Draft]) -> bool:
    """Tell whether numbers run on over all projects, instead of starting again below each."""
    below = [draft for draft in drafts if draft.heading]
    projects = {id(draft.heading) for draft in below}
    firsts = sum(1 for draft in below if draft.marker.number == 1)
    return len(projects) > 1 and firsts <= 1


def _without_overflow(
    drafts: tuple[Draft, ...], headed: bool
) -> tuple[tuple[Draft, ...], tuple[Paragraph, ...]]:
    """Cut from the last item what makes it longer than every other: text after the list."""
    if len(drafts) < 3:
        return drafts, ()
    *others, last = drafts
    most = max(_length(draft.texts, headed) for draft in others)
    kept = last.lines
    while _length([line.text for line in kept], headed) > most and _may_go(kept):
        kept = kept[:-1]
    after = tuple(line.source for line in last.lines[len(kept) :])
    return (*others, replace(last, lines=kept)), after


def _length(texts: Sequence[str], headed: bool) -> int:
    """Return how many paragraphs an item has; its heading is one."""
    heads = headed and _heads(texts)
    return heads + sum(1 for _ in _paragraphs(texts[1:] if heads else texts))


def _may_go(lines: Sequence[Line]) -> bool:
    return len(lines) > 1 and not starts_with_label(lines[-1].text)


def _item(draft: Draft, headed: bool, bare: bool, own_numbers: bool, two_levels: bool) -> ListItem:
    heading = draft.heading
    alone = two_levels and heading is None
    heads = alone or (headed and _heads(draft.texts))
    first = part(joined(draft.texts[:1]), bare=bare)
    rest = draft.texts[1:] if heads else draft.texts
    parts = [part(text, bare=bare) for text in _paragraphs(rest)]
    labels = (*(first.labels if heads else ()), *(la for each in parts for la in each.labels))
    content = "\n".join(each.rest for each in parts if each.rest)
    return ListItem(
        number=draft.marker.label if own_numbers or heading is None else heading.label,
        project=_project(draft, first.rest if alone else None),
        name=first.rest if heads and content else "",
        content=content or first.rest,
        labels=labels or (heading.labels if heading else ()),
        lines=tuple(line.source for line in draft.lines),
    )


def _project(draft: Draft, own: str | None) -> str | None:
    if draft.heading:
        return draft.heading.text
    return own or (draft.section.text if draft.section else None)


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    """Yield whole paragraphs: a line that a margin broke goes on in the next one."""
    whole: list[str] = []
    for text in texts:
        if whole and (_is_whole(whole[-1]) or starts_with_label(text)):
            yield joined(whole)
            whole = []
        whole.append(text)
    if whole:
        yield joined(whole)


def _is_whole(text: str) -> bool:
    if not starts_with_label(text):
        return ended(text)
    names = [name for label in part(text).labels for name in split_units(label.text)]
    return bool(names) and looks_like_unit(names[-1])


def _named(items: Sequence[ListItem]) -> Sequence[ListItem]:
    """Give the items their names where they begin with them, if most of the list's items do."""
    if any(item.name for item in items):
        return items
    for pattern in (_COLON_NAME, _SENTENCE_NAME):
        matches = [pattern.fullmatch(item.content) for item in items]
        if sum(1 for match in matches if match) >= _MOST * len(items):
            return [
                replace(item, name=match[1].strip(), content=match[2].strip()) if match else item
                for item, match in zip(items, matches, strict=True)
            ]
    return items


def _mostly(drafts: Sequence[Draft], holds: Callable[[Draft], bool]) -> bool:
    return sum(1 for draft in drafts if holds(draft)) * 2 >= len(drafts)
