"""The numbered parts of a text as a tree: 一、 over (一) over 1., or 第一件 over 1.

A style of number that is open stays on its level; a new one opens a level below. A series that
starts again from one is a series of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.model.document import Paragraph
from toolkit.notices.chrome import ends_list, says_nothing
from toolkit.notices.markers import MINOR_STYLES, Marker, marker_of, true_series

_LARGEST_GAP = 3


@dataclass(slots=True)
class Node:
    """A numbered line with what belongs to it. Grows while the text is read.

    Attributes:
        lines: The numbered line and the unnumbered ones after it.
        texts: Their texts; the first one without its number.
        groups: The series of numbered lines below it.
    """

    marker: Marker
    lines: list[Paragraph]
    texts: list[str]
    groups: list[list["Node"]] = field(default_factory=list)

    @property
    def children(self) -> list["Node"]:
        """The nodes right below, of all series."""
        return [node for group in self.groups for node in group]

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it in the text's order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class Outline:
    """What a text's numbers say.

    Attributes:
        groups: The series on the first level.
        silent: Lines that say nothing, such as page numbers.
        loose: Lines that belong to no numbered part.
    """

    groups: list[list[Node]] = field(default_factory=list)
    silent: list[Paragraph] = field(default_factory=list)
    loose: list[Paragraph] = field(default_factory=list)

    def series(self) -> Iterator[tuple[Node | None, list[Node]]]:
        """Yield every series with the node that it stands below."""
        for group in self.groups:
            yield None, group
        for group in self.groups:
            for top in group:
                for node in top.walk():
                    for below in node.groups:
                        yield node, below


def outline(paragraphs: Sequence[Paragraph]) -> Outline:
    """Read the numbered parts of a text.

    Every line ends in exactly one place: a node, `silent` or `loose`.
    """
    found = Outline()
    telling: list[Paragraph] = []
    for paragraph in paragraphs:
        (found.silent if says_nothing(paragraph.text) else telling).append(paragraph)
    markers = true_series([marker_of(paragraph.text) for paragraph in telling])
    stack: list[Node] = []
    following = [*(paragraph.text for paragraph in telling[1:]), *[""] * bool(telling)]
    for paragraph, marker, after in zip(telling, markers, following, strict=True):
        if ends_list(paragraph.text, after):
            stack = []
            found.loose.append(paragraph)
        elif marker is None or not _place(found, stack, marker, paragraph):
            _go_on(found, stack, paragraph)
    return found


def _go_on(found: Outline, stack: list[Node], paragraph: Paragraph) -> None:
    if not stack:
        found.loose.append(paragraph)
        return
    stack[-1].lines.append(paragraph)
    stack[-1].texts.append(paragraph.text.strip())


def _place(found: Outline, stack: list[Node], marker: Marker, line: Paragraph) -> bool:
    """Put a numbered line into the tree; False when its number fits nowhere."""
    open_styles = [node.marker.style for node in stack]
    node = Node(marker, [line], [marker.rest])
    if marker.style in open_styles:
        depth = open_styles.index(marker.style)
        step = marker.number - stack[depth].marker.number
        if marker.number != 1 and not 0 <= step <= _LARGEST_GAP:
            return False
        groups = stack[depth - 1].groups if depth else found.groups
        if marker.number == 1:
            groups.append([])
        groups[-1].append(node)
        stack[depth:] = [node]
        return True
    if stack and marker.number != 1 and not _continues(stack[-1], found, marker):
        return False
    if not stack and marker.number != 1 and marker.style in MINOR_STYLES:
        return False
    (stack[-1].groups if stack else found.groups).append([node])
    stack.append(node)
    return True


def _continues(above: Node, found: Outline, marker: Marker) -> bool:
    """Tell whether a number goes on from the series below the node before: 一、1.-5. 二、6.-9."""
    last = 0
    for group in found.groups:
        for top in group:
            for node in top.walk():
                if node is not above and node.marker.style is marker.style:
                    last = node.marker.number
    return last > 0 and 0 < marker.number - last <= _LARGEST_GAP
