"""Which of a text's numbered series is the list of the year.

A notice numbers its demands as well (一、加强组织领导). Units, quantities and verbs speak for a list,
the vocabulary of demands against it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.document import Paragraph
from toolkit.notices.chrome import ends_list
from toolkit.notices.drafts import Line, section_name
from toolkit.notices.items import ItemList, ListItem, item_list
from toolkit.notices.markers import Style
from toolkit.notices.outline import Node, Outline, outline
from toolkit.text.column_titles import UNIT_TRAITS

_QUANTITY = re.compile(
    r"(?<![〔第\d.])\d+(?:\.\d+)?[万千百多余]?(?![年月日号届次\d.])[一-鿿%㎡]"
    r"|[一二两三四五六七八九十]+[个所处座家项条件]"
)
_VERB = re.compile(
    r"(实施|建设|新建|改建|扩建|改造|建成|开展|推进|完成|提升|打造|新增|优化|加快|开工|启动"
    r"|扩大|改善|为|对|继续|发放"
    r"|增加|推动|组织|维修|修建|扶持|全面|解决|整治|办好|提高|免费|完善|支持|保障|创建|持续"
    r"|深化|进一步)"
)
_DEMAND = re.compile(
    r"(加强|强化|健全|严格|落实|明确|压实|提高|注重|完善|严肃|广泛|营造|切实)?(组织|领导|思想"
    r"|认识|责任落实|责任分工|工作责任"
    r"|效果导向|督[导查促办]|监督|检查|考核|宣传|舆论|引导|资金保障|要素保障|统筹协调|协调配合"
    r"|协作|机制|氛围|问效)"
    r"|指导思想|基本原则|工作原则|征集|总体要求|工作要求|有关要求|工作目标|总体目标|主要目标"
    r"|保障措施|组织保障|实施步骤"
    r"|评选|奖惩|公示|监管|报送|台账"
)
_SPEAKS_OF_LIST = re.compile(r"清单|项目表|实事|分解|分工|汇总表|一览表|任务|项目|民生")
_OUTRIGHT: Mapping[Style, float] = defaultdict(float, {Style.PIECE: 0.5, Style.THING: 0.5})
"""What a number alone says for a list: 第一件, 实事一."""

_DEMAND_WINDOW = 16
_LEAST = 0.3


@dataclass(frozen=True, slots=True)
class Listed:
    """The list that a text holds.

    Attributes:
        list: Its items.
        title: The lines right above it.
        unread: Lines between its first and last one that are in no item.
        after: Lines behind it.
        weight: How much speaks for it.
    """

    list: ItemList
    title: tuple[Paragraph, ...]
    unread: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]
    weight: float


def find_list(paragraphs: Sequence[Paragraph]) -> Listed | None:
    """Return the numbered list of the year in a text; None when there is none."""
    found = outline(paragraphs)
    best: tuple[float, Node | None, ItemList] | None = None
    for above, series in found.series():
        items = item_list(series, _section_above(found, series))
        weight = _weight(
            items, _title(paragraphs, series[0], above), _OUTRIGHT[series[0].marker.style]
        )
        if weight is not None and (best is None or weight > best[0]):
            best = (weight, above, items)
    return _listed(paragraphs, *best) if best else None


def _section_above(found: Outline, series: list[Node]) -> Line | None:
    first = series[0].lines[0].line
    before = [line for line in found.loose if line.line < first]
    name = section_name(before[-1].text) if before and not ends_list(before[-1].text) else None
    return Line(name, before[-1]) if name else None


def _title(
    paragraphs: Sequence[Paragraph], first: Node, above: Node | None
) -> tuple[Paragraph, ...]:
    """Return the heading of a series: the node above it, or the last lines before it."""
    if above is not None:
        return (above.lines[0],)
    before = [p for p in paragraphs if p.line < first.lines[0].line]
    return tuple(before[-3:])


def _weight(items: ItemList, title: tuple[Paragraph, ...], outright: float) -> float | None:
    """Return how much speaks for a series; None when too little does."""
    scores = [_score(item) + outright for item in items.items]
    if len(scores) < 2 or sum(scores) < _LEAST * len(scores):
        return None
    speaks = any(_SPEAKS_OF_LIST.search(paragraph.text) for paragraph in title)
    return sum(scores) + 0.2 * len(scores) * speaks


def _score(item: ListItem) -> float:
    text = item.name + item.content
    own = item.name or item.content
    units = 2.0 * any(label.trait in UNIT_TRAITS for label in item.labels)
    quantity = 1.0 * bool(_QUANTITY.search(text))
    verb = 0.5 * bool(_VERB.match(own))
    heading = own[:_DEMAND_WINDOW]
    demand = 2.5 * (not units and bool(_DEMAND.search(heading)))
    foreign = 1.5 * bool(item.project and _DEMAND.search(item.project[:_DEMAND_WINDOW]))
    return units + quantity + verb - demand - foreign - 0.1


def _listed(
    paragraphs: Sequence[Paragraph], weight: float, above: Node | None, items: ItemList
) -> Listed:
    taken = {line.line for line in _lines(items)}
    first, last = min(taken), max(taken)
    behind = {line.line for line in items.after}
    after = [p for p in paragraphs if p.line > last or p.line in behind]
    node_line = above.lines[0] if above else None
    title = [p for p in paragraphs if p.line < first][-3:]
    return Listed(
        list=items,
        title=tuple(dict.fromkeys((*((node_line,) if node_line else ()), *title))),
        unread=tuple(
            p
            for p in paragraphs
            if first <= p.line <= last and p.line not in taken and p.line not in behind
        ),
        after=tuple(after),
        weight=weight,
    )


def _lines(items: ItemList) -> Iterator[Paragraph]:
    for item in items.items:
        yield from item.lines
    yield from items.headings
