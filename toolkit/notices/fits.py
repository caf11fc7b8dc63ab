"""How well a text fits a column, by what the column's title says."""

import re
from collections.abc import Sequence

from toolkit.text.clean import is_blank, match_key
from toolkit.text.column_titles import UNIT_TRAITS, Trait
from toolkit.text.ordinals import number_in
from toolkit.text.units import looks_like_unit, split_units

_DATE = re.compile(
    r"\d\s*[年月日]|[一二三四五六七八九十]月|年[底内末中]|月底|季度|[上中下]旬|上半年|下半年"
    r"|动工|完工|竣工|投入|长期|全年|持续|已完成"
)
_NAME_OF_PERSON = re.compile(r"(?:[一-鿿]{2,4}[、，,\s]*){1,4}")
_DEED = re.compile(
    r"(启动|开工|建成|新建|建设|改造|实施|开展|完成|推进|加快|成立|打造|提升|迁建|维修)"
)
_SHORT_WORD = 6
_SHORT_TEXT = 30
_LONG_TEXT = 12

_LONG_TRAITS = frozenset(
    (
        Trait.SUMMARY,
        Trait.CONTENT,
        Trait.TARGET,
        Trait.PROGRESS,
        Trait.PROBLEM,
        Trait.PLAN,
        Trait.NOTE,
    )
)
_NAME_TRAITS = frozenset((Trait.NAME, Trait.CATEGORY))


def fitting_traits(traits: Sequence[Trait | None]) -> tuple[Trait | None, ...]:
    """Return the traits by which texts are weighed: without a content column a name holds it."""
    names = [place for place, trait in enumerate(traits) if trait in _NAME_TRAITS]
    if not names or any(trait in (Trait.CONTENT, Trait.TARGET) for trait in traits):
        return tuple(traits)
    return tuple(Trait.CONTENT if p == names[-1] else trait for p, trait in enumerate(traits))


def fit(trait: Trait | None, text: str) -> float:
    """Return how well a text fits; below 0 it does not, 0 says nothing."""
    if trait is None or is_blank(text):
        return 0
    if trait is Trait.NUMBER:
        return 3 if number_in(text) else -4
    if trait in UNIT_TRAITS:
        return _unit_fit(text)
    if trait is Trait.DEADLINE:
        return 2 if len(match_key(text)) <= _SHORT_TEXT and _DATE.search(text) else -2
    if trait in (Trait.LEADER, Trait.PERSON):
        person = _NAME_OF_PERSON.fullmatch(text.strip()) and not looks_like_unit(text)
        return 1 if person else -2
    if trait in (Trait.STATUS, Trait.RATE, Trait.DONE):
        return 1 if len(match_key(text)) <= _SHORT_WORD else -2
    if trait in _NAME_TRAITS:
        return _name_fit(text)
    return _long_fit(text) if trait in _LONG_TRAITS else 0


def _unit_fit(text: str) -> float:
    if "。" in text or len(match_key(text)) > 2 * _SHORT_TEXT:
        return -3
    return 3 if _names_units(text) else -1


def _names_units(text: str) -> bool:
    names = split_units(text)
    plain = not _DEED.match(text.strip()) and "。" not in text
    return plain and bool(names) and all(map(looks_like_unit, names))


def _name_fit(text: str) -> float:
    if _names_units(text):
        return -1
    return 1 if len(match_key(text)) <= _SHORT_TEXT and "。" not in text else -1


def _long_fit(text: str) -> float:
    if _names_units(text):
        return -2
    return 2 if len(match_key(text)) >= _LONG_TEXT or "。" in text else 0.5
