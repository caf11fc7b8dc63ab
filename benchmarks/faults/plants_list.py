"""Plants in the year's summary forms: family P."""

import re

from benchmarks.faults.draft import Draft, NotPossibleError, need
from benchmarks.faults.plant import ItemPlace, ReturnPlace, Spot, on_item, on_return
from benchmarks.faults.source import YEAR, YEAR_EACH
from toolkit.model.scheme import Key

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?=万?(?:个|所|处|公里|户|人|张|台|场|间|条|辆|平方米|名|家))")
_TEXTS = (Key.CONTENT, Key.NAME)


def _filled(draft: Draft) -> list[Key]:
    """Return the columns of the list that units correct."""
    return [column.key for column in draft.layout.filled if column.key in draft.columns]


def _main(draft: Draft) -> Key:
    return next(key for key in _TEXTS if key in draft.columns)


@on_item("P601", "清空一个事项", setting=YEAR)
def withdrawn(place: ItemPlace) -> None:
    """Empty an item's row."""
    need(len(place.draft.rows) > 1)
    for key in _filled(place.draft):
        place.draft.put(place.code, key, None)


def _new(place: ReturnPlace, texts: dict[Key, str]) -> int:
    """Write a new item into the first blank row and return the row."""
    draft = place.draft
    model = draft.need(1)[-1]
    row = draft.rows[model] + 1
    for key in _filled(draft):
        text = texts.get(key, draft.text(model, key) if key in (Key.PROJECT, Key.LEAD) else "")
        draft.write(row, draft.columns[key], text or None)
    if Key.LEAD not in texts:
        draft.write(row, draft.columns[Key.LEAD], place.unit)
    return row


def _name_and_content(draft: Draft, name: str, content: str) -> dict[Key, str]:
    texts = {Key.NAME: name, Key.CONTENT: content, Key.PROJECT: f"{name}项目"}
    return {key: text for key, text in texts.items() if key in draft.columns}


@on_return("P602", "新增与清单相似的事项", setting=YEAR)
def twin(place: ReturnPlace) -> Spot:
    """Add an item that the list has already, in slightly other words."""
    draft = place.draft
    code = draft.need(1)[0]
    texts: dict[Key, str] = {
        key: draft.text(code, key).replace("，", "、", 1)
        for key in (Key.NAME, Key.CONTENT, Key.SUMMARY, Key.PROJECT)
        if key in draft.columns
    }
    _new(place, texts)
    return Spot(unit=place.unit)


@on_return("P603", "新增事项没有名称", setting=YEAR)
def nameless(place: ReturnPlace) -> Spot:
    """Add an item without a name."""
    if Key.NAME not in place.draft.columns:
        raise NotPossibleError
    texts = _name_and_content(place.draft, "", f"{place.unit}新设便民伞借用点12处。")
    _new(place, {**texts, Key.PROJECT: "便民伞借用项目"})
    return Spot(unit=place.unit)


@on_item("P604", "改写清单内容", setting=YEAR)
def reworded(place: ItemPlace) -> Key:
    """Add words to an item's text."""
    key = _main(place.draft)
    return place.put(key, f"{place.text(key).rstrip('。')}，方便群众办事。")


@on_item("P605", "两个单位改得不同", setting=YEAR_EACH, by_any=True, also=("P604",))
def differing(place: ItemPlace) -> None:
    """Have two units correct a text in different ways."""
    need(len(place.drafts) > 1)
    key = _main(place.draft)
    text = place.text(key).rstrip("。")
    place.drafts[0].put(place.code, key, f"{text}，方便群众办事。")
    place.drafts[1].put(place.code, key, f"{text}，并加强后期管护。")


@on_item("P606", "写了没有的单位", setting=YEAR, also=("P608", "P604"))
def unknown_unit(place: ItemPlace) -> Key:
    """Name a unit that the programme lacks."""
    return place.put(Key.LEAD, f"{place.text(Key.LEAD)}、数字化服务专班")


@on_return("P607", "替别的单位新增", setting=YEAR)
def for_another(place: ReturnPlace) -> Spot:
    """Propose an item for another unit to lead."""
    name = f"{place.unit}门前便民座椅"
    texts = _name_and_content(place.draft, name, f"在{place.unit}门前增设便民座椅36套。")
    _new(place, {**texts, Key.LEAD: place.other})
    return Spot(unit=place.unit)


@on_item("P608", "改了牵头单位", setting=YEAR)
def other_lead(place: ItemPlace) -> Key:
    """Name another unit first."""
    others = [unit for unit in place.clean.files if unit != place.draft.unit]
    need(others)
    return place.put(Key.LEAD, others[place.number % len(others)])


@on_item("P609", "调低数量目标", setting=YEAR)
def lowered(place: ItemPlace) -> Key:
    """Promise less."""
    key = next((k for k in _TEXTS if k in place.draft.columns and _lower(place, k)), None)
    if key is None:
        raise NotPossibleError
    return place.put(key, _lower(place, key))


def _lower(place: ItemPlace, key: Key) -> str:
    """Return a text with its first promised amount lowered, "" where it has none."""
    text = place.text(key)
    spans = [
        (start, start + len(target.original))
        for target in place.targets
        if (start := text.find(target.original)) >= 0
    ]
    for match in _NUMBER.finditer(text):
        promised = any(start <= match.start() < end for start, end in spans)
        if promised and float(match[0]) >= 2:
            lower = f"{max(float(match[0]) * 0.5, 1):.10g}".split(".")[0]
            return text[: match.start()] + lower + text[match.end() :]
    return ""


PLANTS = (
    withdrawn,
    twin,
    nameless,
    reworded,
    differing,
    unknown_unit,
    for_another,
    other_lead,
    lowered,
)
