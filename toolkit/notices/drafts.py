"""Which numbered lines are items of their own, which are headings over them, which are parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.model.document import Paragraph
from toolkit.notices.markers import MINOR_STYLES, Marker, without_bullet
from toolkit.notices.outline import Node
from toolkit.notices.unit_labels import Labelled, labels_in, part, starts_with_label
from toolkit.text.flow import ended, joined

_HEADING = 60
_SECTION = re.compile(r"[—–-]{1,2}\s*(?=[一-鿿])|【(?=.{2,20}】$)")
_OPEN_ENDS = "、，,：:；;"
_SHORT_HEADING, _LONG_LINE = 15, 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an item: its text without bullet and own number, and where it stands."""

    text: str
    source: Paragraph


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered line over several items.

    Attributes:
        spare: Lines below it that belong to none of them.
    """

    label: str
    text: str
    labels: tuple[Labelled, ...]
    spare: tuple[Paragraph, ...]
    source: Paragraph


@dataclass(frozen=True, slots=True)
class Draft:
    """An item before it is known how the list as a whole names its items.

    Attributes:
        section: An unnumbered heading that the item stands below.
    """

    marker: Marker
    lines: tuple[Line, ...]
    heading: Heading | None = None
    section: Line | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of its lines."""
        return tuple(line.text for line in self.lines)


def drafts_of(series: Sequence[Node], section: Line | None = None) -> tuple[Draft, ...]:
    """Return the items of a series of nodes: the nodes, or what is numbered below them.

    Args:
        series: Nodes of one level.
        section: An unnumbered heading that stands right above them.
    """
    drafts = [draft for node in series for draft in _below(node)]
    return tuple(_with_sections(drafts, section))


def _below(node: Node) -> Iterator[Draft]:
    if not holds_items(node):
        yield Draft(node.marker, tuple(_all_lines(node)))
        return
    heading = _heading(node)
    for child in node.children:
        for draft in _below(child):
            yield draft if draft.heading else replace(draft, heading=heading)


def holds_items(node: Node) -> bool:
    """Tell whether what is numbered below a node are items, and not the parts of one."""
    children = node.children
    if not children:
        return False
    with_units = sum(1 for child in children if labels_in(child.texts))
    if all(child.marker.style in MINOR_STYLES for child in children):
        return with_units * 2 > len(children)
    if with_units or not labels_in(node.texts):
        return True
    return len(node.texts[0]) <= _HEADING and "。" not in node.texts[0].rstrip("。")


def _heading(node: Node) -> Heading:
    own = _length(node.texts)
    further = zip(node.texts[own:], node.lines[own:], strict=True)
    return Heading(
        label=node.marker.label,
        text=part(joined(node.texts[:own])).rest,
        labels=labels_in(node.texts) or _labels_for_all(node),
        spare=tuple(line for text, line in further if not starts_with_label(text)),
        source=node.lines[0],
    )


def _length(texts: Sequence[str]) -> int:
    """Return over how many lines a heading goes: a long one without an end goes on."""
    if len(texts[0]) < _LONG_LINE:
        return 1
    length = 1
    while length < len(texts) and not ended(texts[length - 1]):
        length += 1
    return length


def _labels_for_all(node: Node) -> tuple[Labelled, ...]:
    """Return labels that stand below the last child but hold for all: no other child has any."""
    *others, last = node.children
    if any(labels_in(child.texts) for child in others):
        return ()
    return labels_in(text for text in last.texts[1:] if starts_with_label(text))


def _all_lines(node: Node) -> Iterator[Line]:
    """Yield a node's lines and those of its parts; the parts keep their numbers."""
    yield from map(Line, node.texts, node.lines)
    for child in node.children:
        first, *others = _all_lines(child)
        yield Line(without_bullet(first.source.text), first.source)
        yield from others


def _with_sections(drafts: Sequence[Draft], section: Line | None) -> Iterator[Draft]:
    """Take unnumbered headings from the end of the items that they stand after."""
    for position, draft in enumerate(drafts):
        following = _section_at_end(draft) if position + 1 < len(drafts) else None
        kept = draft.lines[:-1] if following else draft.lines
        yield replace(draft, lines=kept, section=section)
        section = following or section


def _section_at_end(draft: Draft) -> Line | None:
    if len(draft.lines) < 2:
        return None
    before, text = draft.texts[-2:]
    closed = ended(before) or (bool(part(before).labels) and before[-1:] not in _OPEN_ENDS)
    if not closed or starts_with_label(text):
        return None
    unmarked = len(text) <= _SHORT_HEADING and not ended(text) and bool(labels_in(draft.texts))
    name = section_name(text) or (text if unmarked else None)
    return Line(name, draft.lines[-1].source) if name else None


def section_name(text: str) -> str | None:
    """Return the words of a line that is drawn as a heading: ——教育方面, 【教育方面】."""
    sign = _SECTION.match(text.strip())
    return text.strip()[sign.end() :].strip("】 ") if sign else None
