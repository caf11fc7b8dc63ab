"""Family L: who leads an item, where the list says it of two units."""

import re
from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Key
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.programme import at_item, doubled_items, led_by_two
from toolkit.text.searching import searched
from toolkit.text.unit_roles import split_pieces
from toolkit.text.units import lines_of_piece, looks_like_unit, tidy_unit

_COLUMNS = (Key.LEAD, Key.CO, Key.ASSIST)
_TEXTS = (Key.NAME, Key.CONTENT, Key.SUMMARY)
_WORD = "牵头"
_MARKED = re.compile(r"(?P<unit>.+?)（(?!.*(?:配合|协办|协助))[^（）]*牵头[^（）]*）")
_LABELLED = re.compile(r"牵头(?:单位|部门)[:：](?P<unit>.+)")
_SAID = searched(
    r"由?(?P<unit>.+?)(?P<joint>共同|联合|分别)?牵头(?:组织)?(?:实施|落实|办理|推进|负责)?"
)
_BRACKET = re.compile(r"[（(](?P<inner>[^（）()]*牵头[^（）()]*)[）)]")


@rule(
    "L932",
    "一个事项有两个牵头",
    Severity.WARNING,
    Subject.PROGRAMME,
    what="一个事项是不是只有一个牵头单位：单位栏或内容里标了两个“牵头”的，"
    "同一项目里内容相同的两行牵头单位不同的，都算。",
    why="两家牵头等于没有牵头；牵头填报的，也只有第一个单位收到表格。",
    wrong="责任单位：教育局（牵头）、卫生健康局（牵头）",
    right="责任单位：教育局（牵头）、卫生健康局",
    mend="请与有关单位商定由谁牵头，在“清单”里只标一个；同一内容列了两行的，删去一行，或写明区别。",
)
def two_leads(programme: Programme, context: Context) -> Iterator[Fault]:
    """Two units are marked as the lead of one item, or two rows of one text name one each."""
    for item in programme.items:
        leads = _leads(item)
        if len(leads) > 1:
            told = "、".join(leads)
            yield at_item(
                item, f"事项 {item.code}“{item.title}”有 {len(leads)} 个牵头单位：{told}。"
            )
    for item, first in doubled_items(programme):
        if led_by_two(item, first):
            told = f"一行由“{first.lead}”牵头，一行由“{item.lead}”牵头"
            yield at_item(
                item, f"事项 {first.code} 和 {item.code} 内容相同，{told}：“{item.title}”。"
            )


def _leads(item: Item) -> tuple[str, ...]:
    """Return the units that an item's texts mark as its lead in so many words."""
    texts = [item.values.get(key, "") for key in _COLUMNS]
    for key in _TEXTS:
        texts += [match["inner"] for match in _BRACKET.finditer(item.values.get(key, ""))]
    found = (unit for text in texts if _WORD in text for unit in _marked_units(text))
    return tuple(dict.fromkeys(found))


def _marked_units(text: str) -> Iterator[str]:
    before = ""
    for name in (line for piece in split_pieces(text) for line in lines_of_piece(piece)):
        match = _MARKED.fullmatch(name) or _LABELLED.fullmatch(name) or _SAID.fullmatch(name)
        unit = tidy_unit(match["unit"]) if match else ""
        if match and looks_like_unit(unit):
            if match.re is _SAID and match["joint"] and looks_like_unit(before):
                yield before  # 甲局、乙局共同牵头: both do
            yield unit
        before = tidy_unit(name).removeprefix("由")


RULES = (two_leads,)
