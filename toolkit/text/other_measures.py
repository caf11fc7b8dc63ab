"""What is told of a target only in a measure of another kind: 86平方米 of beds, 54.8条 of mains.

`done.other_measure` knows figures whose measures both count things. Here any measure may be the
other one; so it is only asked of a text without a single number in the target's own measure.
"""

import re
from collections.abc import Sequence

from toolkit.model.assessment import Achieved
from toolkit.model.programme import Target
from toolkit.text.achieved import wanted
from toolkit.text.counts import states_any_count
from toolkit.text.done_evidence import Evidence, evidence_of
from toolkit.text.done_figures import Mention, mentions, value_of
from toolkit.text.done_passage import passage
from toolkit.text.done_subjects import Aim, aim_of, fit, may_count, names_in, pairs_of
from toolkit.text.done_types import Wanted, is_count
from toolkit.text.phrases import Phrase

_MONEY = frozenset(("元", "美元"))
_HAPPENINGS = frozenset(("次", "批", "批次", "期", "轮"))
"""Meetings and inspections, not what the item is about."""

_NO_OTHER = _MONEY | _HAPPENINGS
_CAPACITY = re.compile(r"学位|座位|车位|泊位|班|面积|惠及|受益|人口|容量|能力")
_AREAS = frozenset(("平方米", "平米", "㎡", "m²"))
LENGTHS = frozenset(("米", "m", "公里", "千米", "km", "KM", "Km", "延米", "里"))
"""Measures of one kind: 4390米 tells as well as 4.39公里 how much is done."""

_PEOPLE = frozenset(["人", "名", "位", "户", "家", "人次", "户次"])
_EVENTS = _HAPPENINGS | frozenset(["场", "场次", "班次", "趟", "讲", "课时", "学时", "篇"])
_SIZES = (
    _AREAS
    | LENGTHS
    | _MONEY
    | frozenset(["亩", "吨", "立方米", "公顷", "平方公里", "千瓦", "天", "月", "年"])
)
_KINDS = (_PEOPLE, _EVENTS, _SIZES)
_TELLING, _ROUND = 30, (10, 100)
_MOST_FIGURES = 40
_FITS, _FITS_WHOLLY = 0.6, 1.0
_NAMES = 0.85


def is_capacity(target: Target, reached: Sequence[Achieved]) -> bool:
    """Tell whether a target is there all at once when its building is: nobody counts it before.

    An area is, but for one that is all that is counted: 节能保暖工程450万平方米.

    Args:
        target: One of the item's targets.
        reached: All of them.
    """
    if _CAPACITY.search(target.subject + target.measure):
        return True
    return target.measure in _AREAS and any(
        other.target is not target and is_count(other.target.measure) for other in reached
    )


def told_otherwise(text: str, reached: Sequence[Achieved], place: int) -> Phrase | None:
    """Return the words that tell in another measure what is done of one of an item's targets.

    Args:
        text: A unit's progress on the item.
        reached: What it says in the right measure of each of the item's targets.
        place: Which of them is asked about.

    Returns:
        None where a number has the target's own measure, and where there are several such figures.
    """
    target = wanted(reached[place].target)
    if not target.is_count or states_any_count(text, target.measure):
        return None
    whole = passage(text)
    if len(whole.numbers) > _MOST_FIGURES:
        return None
    aim = aim_of(target.subject, target.original)
    least = _FITS_WHOLLY if is_capacity(reached[place].target, reached) else _FITS
    others = [
        each
        for number, each in enumerate(reached)
        if number != place and is_count(each.target.measure)
    ]
    found = [
        mention
        for mention in mentions(whole, list(range(len(whole.numbers))))
        if _is_other(mention.unit, target.measure)
        and not mention.is_part
        and not mention.in_words
        and _is_about(mention, aim, least, others)
        and evidence_of(mention, aim.words) > Evidence.NONE
    ]
    if len(found) != 1:
        return None
    start, end = whole.span(found[0].left, found[0].end)
    return Phrase(text[start:end], start, end)


def named_otherwise(text: str, reached: Sequence[Achieved], place: int) -> Phrase | None:
    """Return the words that name one of an item's targets and count it in another measure.

    Other than `told_otherwise`, this may be asked of a text that counts other things in the target's
    measure: 体育公园完成9处，步道设施更新179公里, where 200处 are to be done.

    Returns:
        None where a figure in the target's own measure may be meant for it.
    """
    target = wanted(reached[place].target)
    if not target.is_count or is_capacity(reached[place].target, reached):
        return None
    whole = passage(text)
    if len(whole.numbers) > _MOST_FIGURES:
        return None
    aim = aim_of(target.subject, target.original)
    others = [
        aim_of(each.target.subject, each.target.original)
        for number, each in enumerate(reached)
        if number != place
    ]
    told = list(mentions(whole, list(range(len(whole.numbers)))))
    if any(may_count(each.unit, target.measure) and _names(each, aim) for each in told):
        return None
    found = [
        mention
        for mention in told
        if _is_other(mention.unit, target.measure)
        and (0 < mention.number <= target.number or _is_area_of(mention.unit, target.measure))
        and not (mention.is_part or mention.in_words)
        and _names(mention, aim)
        and not any(_names(mention, other) for other in others)
        and _is_told(mention, target, aim)
    ]
    if len(found) != 1 or any(
        each.sentence == found[0].sentence
        and may_count(each.unit, target.measure)
        and all(each.number != other.number for other in reached)
        for each in told
    ):
        return None
    start, end = whole.span(found[0].left, found[0].end)
    return Phrase(text[start:end], start, end)


def same_number_otherwise(
    text: str, reached: Sequence[Achieved], place: int, listed: str
) -> Phrase | None:
    """Return the words that give the very number of a target another measure: 149所 for 149口.

    Args:
        text: A unit's progress on the item.
        reached: What it says of each of the item's targets.
        place: Which of them is asked about.
        listed: All that the list says of the item; where it has the words' number and measure
            itself, they are no slip.

    Returns:
        None for numbers so small or so round that another thing may well be as many, and where
        both numbers count what may differ in kind: households and people, meetings and things.
    """
    promised = reached[place].target
    if not is_count(promised.measure) or not _is_telling(promised.number):
        return None
    whole = passage(text)
    same = [n for n, match in enumerate(whole.numbers) if value_of(match) == promised.number]
    if not any(_is_other(whole.units[n], promised.measure) for n in same):
        return None
    told = list(mentions(whole, same))
    if any(may_count(each.unit, promised.measure) for each in told):
        return None
    kind, named = _kind(promised.measure), pairs_of(names_in(f"{promised.subject} {listed}"))
    found = [
        mention
        for mention in told
        if _is_other(mention.unit, promised.measure)
        and _kind(mention.unit) == kind
        and mention.exact
        and f"{mention.number:g}{mention.unit}" not in listed
        and any(pair in mention.own for pair in named)
    ]
    if len(found) != 1:
        return None
    start, end = whole.span(found[0].left, found[0].end)
    return Phrase(text[start:end], start, end)


def _is_telling(number: float) -> bool:
    """Tell whether a number is neither so small nor so round that other things are as many."""
    return number >= _TELLING and number % _ROUND[number >= _ROUND[1]] != 0


def _is_told(mention: Mention, target: Wanted, aim: Aim) -> bool:
    """Tell whether a figure is done; an area that is called a running total is (累计摊铺21.7万平方米)."""
    area = _is_area_of(mention.unit, target.measure) and "累计" in mention.before
    return area or evidence_of(mention, aim.words) > Evidence.NONE


def _is_area_of(unit: str, measure: str) -> bool:
    """Tell whether a measure is one of areas where lengths are counted; their numbers differ."""
    return unit in _AREAS and measure in LENGTHS


def _kind(measure: str) -> int:
    """Return a number for what a measure may count: people, happenings, sizes or things."""
    return next((n for n, kind in enumerate(_KINDS) if measure in kind), len(_KINDS))


def _names(mention: Mention, aim: Aim) -> bool:
    """Tell whether a figure's own words name what a target is about."""
    own = fit(mention, aim)
    return own is not None and own[1] and own[0] >= _NAMES


def _is_other(unit: str, measure: str) -> bool:
    counts = is_count(unit) and unit not in _NO_OTHER
    lengths = unit in LENGTHS and measure in LENGTHS
    return counts and not lengths and not may_count(unit, measure)


def _is_about(mention: Mention, aim: Aim, least: float, others: Sequence[Achieved]) -> bool:
    """Tell whether a figure itself names what a target is about, and may not be another's.

    What the list itself does not name (合计20公里) is meant by every figure, where it is all that the
    item promises.
    """
    if not aim.core and not others:
        return True
    own = fit(mention, aim)
    if own is None or not own[1] or own[0] < least:
        return False
    return not any(_may_be_of(mention, other, own[0]) for other in others)


def _may_be_of(mention: Mention, other: Achieved, own: float) -> bool:
    """Tell whether a figure fits another target as well, or has its measure while that is untold."""
    target = wanted(other.target)
    fits = fit(mention, aim_of(target.subject, target.original))
    if other.number == mention.number and may_count(mention.unit, target.measure):
        return True
    untold = other.number is None and may_count(mention.unit, target.measure)
    return fits is not None and (fits[0] >= own or untold)
