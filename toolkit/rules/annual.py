"""Family P: what units want changed in the year's list."""

from collections.abc import Iterator

from toolkit.model.annual import Correction, ListRow, MergedList, Origin
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.clean import is_blank
from toolkit.text.prose import shortened
from toolkit.text.quantities import Quantity, find_targets

_SUMMARY = (Form.SUMMARY,)


def _at(entry: Entry, key: Key | None, message: str) -> Fault:
    return Fault(
        message,
        unit=entry.unit,
        item=entry.item.code,
        file=entry.file.stored,
        sheet=entry.sheet,
        cell=entry.cell(key) if key else entry.start,
    )


def _quoted(text: str) -> str:
    return shortened("".join(text.split())) or "（空）"


@rule(
    "P601",
    "单位删去了清单里的事项",
    Severity.WARNING,
    Subject.LIST,
    what="清单里的事项，单位是否在汇总表里删去或清空了。",
    why="取消一项实事要有依据；没有决定以前，事项仍留在汇总表里。",
    wrong="把“建设老年人食堂”一行的文字全部删掉。",
    right="保留这一行；要取消的，另附书面说明。",
    mend="请与单位核实；同意取消的，在汇总表里删去这一行，再采用。",
    forms=_SUMMARY,
)
def item_withdrawn(merged: MergedList, context: Context) -> Iterator[Fault]:
    """A unit no longer has an item in its form; it stays in the list."""
    for item, of in merged.withdrawn:
        message = f"{of.unit}删去了事项 {item.code}“{item.title}”，汇总表里仍然保留。"
        yield Fault(message, unit=of.unit, item=item.code, file=of.file.stored, sheet=of.sheet)


@rule(
    "P602",
    "两个事项可能是同一件事",
    Severity.WARNING,
    Subject.LIST,
    what="新增的事项，与清单里的或别的单位新增的是否相似。",
    why="同一件事列两次，数量会重复计算，也会有两个牵头单位。",
    wrong="清单已有“建设6个口袋公园”，又新增“新建口袋公园6个”。",
    right="一件事只列一次。",
    mend="请判断是不是同一件事；是的，在汇总表里删去一行，再采用。",
    forms=_SUMMARY,
)
def items_alike(merged: MergedList, context: Context) -> Iterator[Fault]:
    """Two rows may be the same; a person decides."""
    for twins in merged.twins:
        first, second = twins.first, twins.second
        if first.origin is Origin.NEW and second.origin is not Origin.NEW:
            first, second = second, first
        entry = second.entries[0]
        yield _at(
            entry,
            Key.NAME if entry.cell(Key.NAME) else Key.CONTENT,
            f"{entry.unit}新增的 {second.item.code}“{second.item.title}”与"
            f"{_owner(first)} {first.item.code}“{first.item.title}”相似（{twins.likeness:.0%}）。",
        )


def _owner(row: ListRow) -> str:
    return f"{row.entries[0].unit}新增的" if row.origin is Origin.NEW else "清单里的"


@rule(
    "P603",
    "新增事项没有名称",
    Severity.ERROR,
    Subject.LIST,
    what="新增的事项是否写了名称。",
    why="没有名称的事项，通知和通报里无从称呼。",
    wrong="只写了实施内容，事项名称空着。",
    right="事项名称：新建口袋公园",
    mend="请补写事项名称。",
    forms=_SUMMARY,
)
def name_missing(merged: MergedList, context: Context) -> Iterator[Fault]:
    """A new row has no name, where the list has names."""
    column = next((c for c in context.layout.filled if c.key is Key.NAME), None)
    for row in merged.rows:
        entry = row.entries[0] if row.origin is Origin.NEW else None
        if column and entry and is_blank(entry.values.get(Key.NAME, "")):
            yield _at(entry, Key.NAME, f"新增的事项没有填写“{column.title}”。")


@rule(
    "P604",
    "单位更正了清单内容",
    Severity.INFO,
    Subject.LIST,
    what="清单里的内容，单位是否改写了。",
    why="汇总表已按单位的更正，印发前应当知道改了什么。",
    wrong="“优化公园植物配置”改成“增加公园植物”，没有人知道。",
    right="改动逐条列明。",
    mend="请核对；不同意的，在汇总表里改回原文，再采用。",
    forms=_SUMMARY,
)
def text_corrected(merged: MergedList, context: Context) -> Iterator[Fault]:
    """A unit wrote a text of the list anew."""
    for change in merged.corrections:
        if change.key is not Key.LEAD and not _lost_targets(change):
            yield _changed(change)


def _changed(change: Correction) -> Fault:
    message = f"“{change.title}”由“{_quoted(change.before)}”改为“{_quoted(change.after)}”。"
    return _at(change.entry, change.key, message)


@rule(
    "P605",
    "两个单位的更正不一致",
    Severity.WARNING,
    Subject.LIST,
    what="几个单位填同一事项时，更正的内容是否相同。",
    why="不能替单位决定用哪一个，汇总表保留了清单的原文。",
    wrong="一个单位把“20公里”改成“22公里”，另一个改成“18公里”。",
    right="先商定，再由牵头单位更正。",
    mend="请与两个单位核实，在汇总表里改成商定的内容，再采用。",
    forms=_SUMMARY,
)
def corrections_differ(merged: MergedList, context: Context) -> Iterator[Fault]:
    """Two units wrote a text anew in different ways; neither is taken."""
    for conflict in merged.conflicts:
        first = conflict.proposals[0]
        told = "；".join(f"{c.entry.unit}改为“{_quoted(c.after)}”" for c in conflict.proposals)
        yield _at(first.entry, first.key, f"“{conflict.title}”{told}，都没有采用。")


@rule(
    "P606",
    "出现了新的单位名称",
    Severity.WARNING,
    Subject.LIST,
    what="更正或新增的内容里，单位是不是“单位”表里有的。",
    why="可能是新的单位，也可能是写错或用了简称；写错的会多出一份表。",
    wrong="牵头单位：住建局（“单位”表里是城乡建设和交通局）",
    right="牵头单位：城乡建设和交通局",
    mend="确是新单位的不用处理，采用后会列入“单位”表；是简称的，请在汇总表里改成全称。",
    forms=_SUMMARY,
)
def unit_unknown(merged: MergedList, context: Context) -> Iterator[Fault]:
    """A changed row names a unit that the programme does not know."""
    programme = context.programme
    known = {name for unit in programme.units for name in (unit.name, *unit.aliases)}
    known |= {*programme.addressees, *programme.scheme.collective, *programme.scheme.unspecific}
    known |= {unit for item in programme.items for unit in (*item.co, *item.assist)}
    for row in merged.rows:
        named = (row.item.lead, *row.item.co, *row.item.assist)
        for unit in dict.fromkeys(named):
            if unit and unit not in known and row.origin is not Origin.KEPT:
                yield _at(row.entries[0], Key.LEAD, f"“单位”表里没有“{unit}”。")


@rule(
    "P607",
    "替别的单位新增事项",
    Severity.WARNING,
    Subject.LIST,
    what="新增事项的牵头单位是不是填报单位自己。",
    why="没有征得牵头单位同意，任务落不下去。",
    wrong="交警大队新增一项，牵头单位写城乡建设和交通局。",
    right="由牵头单位自己申报。",
    mend="请征求牵头单位的意见。",
    forms=_SUMMARY,
)
def lead_is_another(merged: MergedList, context: Context) -> Iterator[Fault]:
    """A unit proposes an item for somebody else to lead."""
    for row in merged.rows:
        if row.origin is Origin.NEW and row.item.lead not in ("", row.entries[0].unit):
            entry = row.entries[0]
            message = f"{entry.unit}新增的“{row.item.title}”由“{row.item.lead}”牵头。"
            yield _at(entry, Key.LEAD, message)


@rule(
    "P608",
    "牵头单位有变动",
    Severity.WARNING,
    Subject.LIST,
    what="清单里事项的单位，填报单位是否改了。",
    why="牵头单位变了，以后由谁填报也就变了，应当双方同意。",
    wrong="把牵头单位由本单位改成别的单位。",
    right="调整牵头单位要经汇总单位和对方同意。",
    mend="请与双方核实；不同意的，在汇总表里改回原文，再采用。",
    forms=_SUMMARY,
)
def lead_changed(merged: MergedList, context: Context) -> Iterator[Fault]:
    """A unit changed who answers for an item."""
    for change in merged.corrections:
        if change.key is Key.LEAD:
            yield _changed(change)


@rule(
    "P609",
    "数量目标被改动",
    Severity.WARNING,
    Subject.LIST,
    what="单位更正的内容里，原有的数量目标是否变了。",
    why="目标是向群众公开承诺的，调低要有依据。",
    wrong="“新增托位320个”改成“新增托位300个”。",
    right="目标与承诺一致；确需调整的，写明依据。",
    mend="请与单位核实依据；不同意的，在汇总表里改回原文，再采用。",
    forms=_SUMMARY,
)
def targets_changed(merged: MergedList, context: Context) -> Iterator[Fault]:
    """A correction drops or changes a quantity that the list promises."""
    for change in merged.corrections:
        lost = _lost_targets(change)
        if lost and change.key is not Key.LEAD:
            told = "、".join(f"{q.subject}{q.number:.10g}{q.unit}" for q in lost)
            message = f"“{change.title}”里原有的目标没有了：{told}。改为“{_quoted(change.after)}”。"
            yield _at(change.entry, change.key, message)


def _lost_targets(change: Correction) -> list[Quantity]:
    """Return the promised quantities that the new text no longer has; of two alike it needs two."""
    lost, left = list(find_targets(change.before)), list(find_targets(change.after))
    for alike in (_same_of_same, _same):
        for quantity in tuple(lost):
            kept = next((other for other in left if alike(quantity, other)), None)
            if kept is not None:
                lost.remove(quantity)
                left.remove(kept)
    return lost


def _same(one: Quantity, other: Quantity) -> bool:
    return (one.number, one.unit, one.comparator) == (other.number, other.unit, other.comparator)


def _same_of_same(one: Quantity, other: Quantity) -> bool:
    return one.subject == other.subject and _same(one, other)


RULES = (
    item_withdrawn,
    items_alike,
    name_missing,
    text_corrected,
    corrections_differ,
    unit_unknown,
    lead_is_another,
    lead_changed,
    targets_changed,
)
