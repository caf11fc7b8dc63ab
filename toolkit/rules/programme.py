"""Family L: the list itself."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.programme import Item, Programme
from toolkit.model.refs import cell_name
from toolkit.model.scheme import Key
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.clean import match_key

_SHEET = "清单"
_FILE = "实事清单.xlsx"


def at_item(item: Item, message: str) -> Fault:
    """Return what is wrong with an item, at its row of the list."""
    return Fault(message, item=item.code, file=_FILE, sheet=_SHEET, cell=cell_name(item.row, 0))


@rule(
    "L901",
    "事项没有主办单位",
    Severity.ERROR,
    Subject.PROGRAMME,
    what="每个事项是否有主办（牵头、承办、责任）单位。",
    why="没有单位填报，这个事项永远没有进展。",
    wrong="主办单位：（空）",
    right="主办单位：城乡建设和交通局",
    mend="请在“清单”表中填写单位。",
)
def no_lead(programme: Programme, context: Context) -> Iterator[Fault]:
    """An item names no unit; where no item does, that is told once."""
    if len(programme.items) > 1 and not any(item.lead for item in programme.items):
        message = f"{len(programme.items)} 个事项都没有主办单位：通知里没有列出单位，需要逐项填写。"
        yield Fault(message, file=_FILE, sheet=_SHEET)
        return
    for item in programme.items:
        if not item.lead:
            yield at_item(item, f"事项 {item.code}“{item.title}”没有主办单位，无人填报。")


@rule(
    "L902",
    "主办单位不明确",
    Severity.ERROR,
    Subject.PROGRAMME,
    what="第一个主办单位是不是“相关街道”这样的统称。",
    why="统称不是单位，表格发不出去。",
    wrong="主办单位：相关街道",
    right="主办单位：洸河街道",
    mend="请在“清单”中写明单位，或在“单位”表中填写该统称的成员。",
)
def lead_unspecific(programme: Programme, context: Context) -> Iterator[Fault]:
    """The unit that has to report is a collective name."""
    for item in programme.items:
        if item.lead in _collective(programme):
            yield at_item(
                item, f"事项 {item.code}“{item.title}”由“{item.lead}”填报，没有写明单位。"
            )


@rule(
    "L903",
    "共同主办或协办单位不明确",
    Severity.WARNING,
    Subject.PROGRAMME,
    what="其余主办、协办单位里有没有“相关街道”这样的统称。",
    why="责任不落到单位，分别填报时也没有人填。",
    wrong="主办单位：发展软环境保障局、相关街道",
    right="主办单位：发展软环境保障局、接庄街道",
    mend="请与主办单位商定后，在“清单”中写明单位，或在“单位”表中填写成员。",
)
def others_unspecific(programme: Programme, context: Context) -> Iterator[Fault]:
    """Another unit of the item is a collective name."""
    for item in programme.items:
        named = [u for u in (*item.co, *item.assist) if u in programme.scheme.unspecific]
        for unit in named:
            yield at_item(item, f"事项 {item.code}“{item.title}”的“{unit}”没有写明是哪些单位。")


@rule(
    "L904",
    "两个事项内容相同",
    Severity.WARNING,
    Subject.PROGRAMME,
    what="清单里有没有文字完全相同的两个事项。",
    why="可能重复列入，也会使失去编号的行无法认定。",
    wrong="两行都是“400口教室护眼灯改造”。",
    right="每个事项各不相同。",
    mend="请核对是否重复；不重复的，在内容中写明区别。",
)
def content_doubled(programme: Programme, context: Context) -> Iterator[Fault]:
    """Two items say the same."""
    for item, first in doubled_items(programme):
        if not led_by_two(item, first):  # L932 tells of that
            yield at_item(item, f"事项 {item.code} 与 {first.code} 内容相同：“{item.title}”。")


def doubled_items(programme: Programme) -> Iterator[tuple[Item, Item]]:
    """Yield each item whose text another one before it has, with that one."""
    seen: dict[str, Item] = {}
    for item in programme.items:
        text = match_key(item.values.get(Key.NAME, "") + item.values.get(Key.CONTENT, ""))
        first = seen.setdefault(text, item)
        if text and first is not item:
            yield item, first


def led_by_two(item: Item, first: Item) -> bool:
    """Tell whether two rows of one text are one item for which each names a lead of its own."""
    same = item.group == first.group
    return same and bool(item.lead and first.lead) and item.lead != first.lead


def _collective(programme: Programme) -> set[str]:
    return {*programme.scheme.unspecific, *programme.scheme.collective}


RULES = (
    no_lead,
    lead_unspecific,
    others_unspecific,
    content_doubled,
)
