"""Which figure of a progress text is what is done of which target."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from toolkit.text.done_evidence import (
    Evidence,
    evidence_of,
    goes_on_as_done,
    not_yet,
    only_dated,
)
from toolkit.text.done_figures import Mention, mentions
from toolkit.text.done_passage import Passage
from toolkit.text.done_subjects import (
    Aim,
    counting,
    fit,
    head_fit,
    is_headed,
    may_count,
    names_beside,
    names_in,
    parts_whole,
    same_measure,
)
from toolkit.text.done_types import Wanted
from toolkit.text.done_words import Say
from toolkit.text.figures import Comparator

_MARGIN = 0.12
_NAME = 3
"""So many characters name a thing that is told from its like."""

_SURE = 0.2
_IN_TOTAL = 0.25
_HEADED = 0.3
_ANOTHER_HEAD = 0.3
_OF_TARGET = re.compile(r"(?:年度|全年|总)*(?:目标|任务|计划)+(?:任务|目标|数)*的?\d[\d.]*%")
_STOCK = re.compile(r"总数|总量|存量|保有量")
_DIGIT = re.compile(r"\d")
_ON_TOP = re.compile(r"(?<!其中)(?:本月|本周|本旬|当月|近期)?又[^，。；;\d]{0,8}\d")
_PREPARING = re.compile(
    r"前期(?:工作|手续|准备)|尚?未(?:开工|启动|实施)|正在?(?:开展|进行)?(?:选址|规划|立项)"
)
_THIS_YEAR = re.compile(r"(?:今年|本年度?|当年)(?:新增|新建|完成|[^，。；]{0,6}\d)")


@dataclass(frozen=True, slots=True)
class Choice:
    """The figure for a target, or None.

    Attributes:
        restated: A figure that repeats the target, and is done where the whole item is finished.
        said: Whether any figure may be meant for the target, so that words such as 全部完成 are
            not read as its number.
    """

    mention: Mention | None
    restated: Mention | None
    said: bool


class Candidate(NamedTuple):
    """A figure that may be what is done of a target.

    Attributes:
        rank: How well it fits; only ranks of one text compare.
        restated: Whether it may only repeat the target: 新建公园10处, with no word that it is done.
        headed: Whether the figure that it is a part of, or the head of its sub-answer, repeats the
            target's number.
        total: Whether it says that it is the whole: 累计, 共.
        part: Whether it tells only a part of another figure.
    """

    mention: Mention
    evidence: Evidence
    rank: float
    restated: bool
    total: bool
    headed: bool
    part: bool


def choose(text: Passage, wanted: Sequence[Wanted], aims: Sequence[Aim]) -> list[Choice]:
    """Return for each target the figure that tells how much of it is done.

    Args:
        text: The progress text.
        wanted: The item's targets.
        aims: Their words.
    """
    found = [
        _candidates(text, target, aim) if target.is_count else {}
        for target, aim in zip(wanted, aims, strict=True)
    ]
    if len(wanted) == 1:
        return [_chosen(list(found[0].values()), wanted, 0, open_question=False)]
    _look_at_heads(text, aims, found)
    choices = [_choice(place, wanted, found) for place in range(len(wanted))]
    return [
        choice if choice.mention else replace(choice, mention=_left_over(place, choices, found))
        for place, choice in enumerate(choices)
    ]


def _candidates(text: Passage, target: Wanted, aim: Aim) -> dict[int, Candidate]:
    """Return the figures that may be what is done of a target, by where they stand."""
    measures = counting(target.measure)
    places = [place for place, number in enumerate(text.numbers) if number["unit"] in measures]
    return {
        mention.start: candidate
        for mention in mentions(text, places)
        if (candidate := _candidate(mention, target, aim))
    }


def _candidate(mention: Mention, target: Wanted, aim: Aim) -> Candidate | None:
    fitting = fit(mention, aim)
    evidence = evidence_of(mention, aim.words) if fitting else Evidence.NONE
    if fitting is None or not evidence:
        return None
    rank, named = fitting
    if not same_measure(mention.unit, target.measure) and not names_beside(mention, target):
        return None
    if _waits_elsewhere(mention, target) or _is_no_result(mention, target, aim):
        return None
    if mention.in_words and mention.number < 2 and not (named and target.number < 2):
        return None
    headed = is_headed(mention, target)
    part = mention.is_part
    splits = part and parts_whole(mention, target)
    if mention.unit == "元" and not (named and _is_set(mention, target)):
        return None
    if part and not (headed or named or splits):
        return None
    total = any(kind is Say.TOTAL for kind, _ in mention.said_before)
    rank += _SURE * (evidence is Evidence.DONE) + _IN_TOTAL * total + _HEADED * headed
    same = mention.number == target.number
    restated = same and _only_repeats(mention, evidence)
    told_whole = headed or splits
    return Candidate(
        mention, evidence, rank - _IN_TOTAL * part, restated, total, told_whole, part=part
    )


def _names(candidate: Candidate, target: Wanted) -> bool:
    """Tell whether a figure's own words name its thing as the target does: 其中普惠托位310个."""
    return len(target.subject) >= _NAME and target.subject in candidate.mention.own


def _is_no_result(mention: Mention, target: Wanted, aim: Aim) -> bool:
    """Tell whether a figure is the target itself, or what there is with that of other years."""
    if _OF_TARGET.match(mention.text.text, mention.end):
        return True
    if mention.number == target.number and "超额" in mention.after:
        return True
    stock = _STOCK.search(mention.before)
    return stock is not None and stock[0] not in aim.words


def _only_repeats(mention: Mention, evidence: Evidence) -> bool:
    """Tell whether no word makes sure that a figure with the target's number is done."""
    if evidence is Evidence.NAMED:
        return not goes_on_as_done(mention)
    return only_dated(mention)


def _waits_elsewhere(mention: Mention, target: Wanted) -> bool:
    """Tell whether another clause says that the target itself is not done yet.

    雨水管网完成12公里，污水管网尚未开工: where 污水管网 is meant, 12公里 is none of it.
    """
    text, subject = mention.text.text, target.subject
    if len(subject) < _NAME or subject in mention.own:
        return False
    place = text.find(subject)
    while place >= 0:
        first, last = mention.text.clause(place)
        clause = text[first:last]
        elsewhere = not first <= mention.start < last and not _DIGIT.search(clause)
        if elsewhere and not_yet(text[place + len(subject) : last]):
            return True
        place = text.find(subject, last)
    return False


def _is_set(mention: Mention, target: Wanted) -> bool:
    """Tell whether money is what a rate is raised or lowered to, where that is the target."""
    if target.comparator not in (Comparator.RAISE, Comparator.LOWER):
        return True
    return mention.before.endswith(("到", "至", "为"))


def _look_at_heads(text: Passage, aims: Sequence[Aim], found: list[dict[int, Candidate]]) -> None:
    """Rank a figure lower where its sub-answer's head is about another target."""
    segments = {each.mention.segment for candidates in found for each in candidates.values()}
    for segment in segments - {0}:
        fits = [head_fit(text, segment, aim) for aim in aims]
        best = max(fits)
        for place, candidates in enumerate(found):
            if fits[place] > best - _MARGIN:
                continue
            for start, candidate in candidates.items():
                if candidate.mention.segment == segment:
                    candidates[start] = candidate._replace(rank=candidate.rank - _ANOTHER_HEAD)


def _choice(place: int, wanted: Sequence[Wanted], found: Sequence[dict[int, Candidate]]) -> Choice:
    """Return the figure for one target, among those that fit no other target as well."""
    own, open_question = [], False
    for start, candidate in found[place].items():
        rivals = [
            other[start].rank
            for number, other in enumerate(found)
            if number != place and start in other and not _twins(wanted[number], wanted[place])
        ]
        if all(rank <= candidate.rank - _MARGIN for rank in rivals):
            own.append(candidate)
        elif all(rank < candidate.rank + _MARGIN for rank in rivals):
            open_question = True
    own = [each for each in own if not _repeats_another(each, place, found)]
    return _chosen(own, wanted, place, open_question=open_question)


def _chosen(
    own: list[Candidate], wanted: Sequence[Wanted], place: int, *, open_question: bool
) -> Choice:
    named = [each for each in own if _names(each, wanted[place])]
    if named and all(each.part for each in named):
        own = named  # 新增托位350个，其中普惠托位310个
    whole = [each for each in own if each.headed or not each.part or each in named]
    if len(whole) < len(own) and _is_alone(wanted, place):
        own = whole
    said = [candidate for candidate in own if not candidate.restated]
    best = _best(said, wanted[place])
    if best and best not in named and not best.part and names_in(best.mention.own).strip():
        best = None if any(each.restated for each in named) else best
    again = next((each.mention for each in own if each.restated), None)
    return Choice(best.mention if best else None, again, open_question or bool(said))


def _is_alone(wanted: Sequence[Wanted], place: int) -> bool:
    """Tell whether no other target may be counted in a target's measure."""
    return sum(may_count(each.measure, wanted[place].measure) for each in wanted) == 1


def _left_over(
    place: int,
    choices: Sequence[Choice],
    found: Sequence[dict[int, Candidate]],
) -> Mention | None:
    """Return the one figure that could be another target's too, if those have figures of their own.

    新设岗位1.52万个，其中城镇2300个、乡村1.29万个: the parts are told, so the first is the whole.
    """
    taken = {choice.mention.start for choice in choices if choice.mention}
    own = [
        start
        for start, candidate in found[place].items()
        if start not in taken
        and candidate.evidence is not Evidence.FURTHER
        and not (candidate.restated or candidate.part)
        and not _repeats_another(candidate, place, found)
    ]
    if len(own) != 1:
        return None
    rivals = [
        choices[number].mention
        for number, each in enumerate(found)
        if number != place and own[0] in each
    ]
    return found[place][own[0]].mention if rivals and all(rivals) else None


def _repeats_another(
    candidate: Candidate,
    place: int,
    found: Sequence[dict[int, Candidate]],
) -> bool:
    """Tell whether a figure may only repeat another target that it fits: 幼儿园设施配备6所."""
    start = candidate.mention.start
    return (
        any(
            start in each and each[start].restated and number != place
            for number, each in enumerate(found)
        )
        and not candidate.restated
    )


def _twins(one: Wanted, other: Wanted) -> bool:
    """Tell whether two targets say the same, so that one figure may answer both."""
    same = (one.number, one.measure) == (other.number, other.measure)
    return same and (one.subject in other.subject or other.subject in one.subject)


def _best(own: list[Candidate], target: Wanted) -> Candidate | None:
    """Return the one figure that fits clearly better than any other number."""
    if not own:
        return None
    best = max(own, key=lambda candidate: candidate.rank)
    others = [each for each in own if each.mention.number != best.mention.number]
    if any(each.rank > best.rank - _MARGIN for each in others):
        return None
    if best.evidence is Evidence.FURTHER:
        return None
    if any(each.evidence is Evidence.FURTHER for each in own) and not best.total:
        return None
    text = best.mention.text.text
    if best.evidence is Evidence.NAMED and _PREPARING.search(text):
        return None
    if "又" in text and _ON_TOP.search(text, best.mention.end):
        return None
    # 累计47部，其中今年12部: what is counted since other years is not what this year's target is.
    beyond = best.total and best.mention.number > target.number
    if beyond and (others or _THIS_YEAR.search(text)):
        return None
    return best
