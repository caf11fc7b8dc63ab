"""Family J: a report that stands in the wrong row."""

from collections.abc import Iterator, Mapping
from operator import itemgetter

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.programme import Item
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.progress import progress_of
from toolkit.rules.wording import texts_of
from toolkit.text.own_matter import (
    long_words,
    names_other,
    only_of,
    shares_name,
    speaks_not_of,
    speaks_of,
    tells,
    touches,
)
from toolkit.text.places import other_place, other_we, other_zone, own_kind
from toolkit.text.sole_names import SoleNames, sole_names

_OWN = (Key.NAME, Key.SUMMARY, Key.CONTENT, Key.TARGET)
"""What says what an item is about; its project is what it has in common with others."""


@rule(
    "J730",
    "进展写的是别的事项",
    Severity.WARNING,
    Subject.ENTRY,
    what="进展没有本事项自己的字眼、却明显是清单里另一个事项的，是不是填错了行。",
    why="两个事项的进展都会报错。",
    wrong="残疾儿童康复救助的进展里写“为独居老人安装感烟报警器105户”。",
    right="进展写本事项做了什么。",
    mend="请核对是不是填错了行。",
    forms=(Form.PROGRESS,),
    requires=("V401", "W451"),
)
def of_another_item(entry: Entry, context: Context) -> Iterator[Fault]:
    """A progress shares nothing with its own item and much with another one."""
    text = progress_of(entry)
    if not text or shares_name(text, _listed(entry.item)):
        return  # as nearly all do
    name = entry.item.values.get(Key.NAME) or entry.item.values.get(Key.CONTENT) or ""
    known = f"{name}。{_known(entry, context)}"
    if shares_name(text, known):
        return
    if touches(text, tells(name)) or not speaks_not_of(text, known):
        found = _named_other(text, name, known, entry.item, context)
    else:
        found = _spoken_of(text, entry.item, context)
    if found:
        yield Fault(
            f"进展里没有本事项“{entry.item.title}”的内容，像是事项 {found.code}“{found.title}”的，请核对。",
            key=Key.PROGRESS,
        )


def _named_other(text: str, name: str, known: str, own: Item, context: Context) -> Item | None:
    """Return the item whose matter a text names at length, with no word of its own item."""
    words = long_words(text, known)
    places = context.once(_names).bearers(words) if words else ()
    items = (context.programme.items[place] for place in places)
    others = (item for item in items if item.code != own.code)
    return next((o for o in others if names_other(text, name, known, _listed(o))), None)


def _spoken_of(text: str, own: Item, context: Context) -> Item | None:
    """Return the item of which a text that has nothing of its own item plainly speaks."""
    about = context.once(_about)
    others = [item for item in context.programme.items if item.code != own.code]
    heard = [(speaks_of(text, about[item.code], _listed(item)), item) for item in others]
    share, found = max(heard, key=itemgetter(0), default=(0.0, None))
    if found is None or not share:
        return None
    third = "。".join(about[item.code] for item in others if item is not found)
    return found if only_of(text, about[found.code], third) else None


def _listed(item: Item) -> str:
    return "。".join(item.values.get(key, "") for key in _OWN)


def _names(context: Context) -> SoleNames:
    """Return the items of the list by the names in them."""
    return sole_names([_listed(item) for item in context.programme.items])


def _about(context: Context) -> Mapping[str, str]:
    """Return what tells of each item: the list, and what is and was reported on it."""
    about = {item.code: [_listed(item)] for item in context.programme.items}
    for submission in context.month.submissions if context.month else ():
        for entry in submission.entries:
            about.setdefault(entry.item.code, []).append(progress_of(entry))
    for (_, code), reports in (context.month.earlier if context.month else {}).items():
        told = [report.values.get(Key.PROGRESS, "") for report in reports]
        about.setdefault(code, []).extend(told)
    return {code: "。".join(texts) for code, texts in about.items()}


def _known(entry: Entry, context: Context) -> str:
    """Return all that is known of an item: the list, its targets, what was reported before."""
    targets = context.programme.targets_of.get(entry.item.code, ())
    earlier = (
        each.values.get(key, "")
        for each in context.earlier(entry)
        for key in (Key.PROGRESS, Key.PLAN)
    )
    listed = (entry.item.values.get(key, "") for key in (Key.PROJECT, *_OWN))
    return "。".join((*listed, *(target.original for target in targets), *earlier))


@rule(
    "J735",
    "写了别的地方",
    Severity.WARNING,
    Subject.ENTRY,
    what="说居民、家庭、学校、公交是哪个区（县、市）的，这个名称是不是本地的，市直单位的表里有没有写“我县”“我区”；清单、单位名称和以前的表里有的不算。",
    why="多半套用了别处的材料，数字也可能是别处的。",
    wrong="济宁高新区的表里写“为济宁经开区22.5万居民投保”。",
    right="为济宁高新区22.5万居民投保。",
    mend="请核对地名；材料是别处的，数字也要核对。",
    forms=(Form.PROGRESS,),
)
def of_another_place(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text tells of the people of a place that the programme does not know."""
    own, kind = context.once(_who_reports)
    for column, text in texts_of(entry, context):
        found = other_we(text, kind, entry.unit)
        if not found and not other_place(text, kind, "") and not other_zone(text, own, ""):
            continue
        known = _known_names(entry, context)
        found = found or other_place(text, kind, known) or other_zone(text, own, known)
        if found:
            yield Fault(f"“{column.title}”写的是“{found.text}”，不是本地，请核对。", key=column.key)


def _who_reports(context: Context) -> tuple[str, str]:
    """Return the names of the place that reports, and which sort of place it is."""
    settings = context.programme.settings
    kind = own_kind(settings.name) or own_kind(settings.authority)
    return f"{settings.name}{settings.authority}", kind


def _known_names(entry: Entry, context: Context) -> str:
    """Return all names of places that a report may have: the programme's, and those told before."""
    programme = context.programme
    settings = programme.settings
    units = (name for unit in programme.units for name in (unit.name, *unit.aliases))
    items = (value for item in programme.items for value in item.values.values())
    leads = (name for item in programme.items for name in (item.lead, *item.co, *item.assist))
    earlier = (value for each in context.earlier(entry) for value in each.values.values())
    own = (settings.name, settings.authority, settings.signature)
    return "。".join((*own, *units, *items, *leads, *earlier))


RULES = (of_another_item, of_another_place)
