"""Which figure of a progress text is what is done of which target."""

import re
from collections.abc import Sequence
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from toolkit.text.done_candidates import Candidate, candidates, names_target
from toolkit.text.done_evidence import Evidence
from toolkit.text.done_figures import Mention, mentions
from toolkit.text.done_passage import Passage
from toolkit.text.done_subjects import Aim, counting, head_fit, may_count, names_in
from toolkit.text.done_types import Wanted
from toolkit.text.searching import searched

_MARGIN = 0.12

_ANOTHER_HEAD = 0.3
_ON_TOP = searched(r"(?<!其中)(?:本月|本周|本旬|当月|近期)?又[^，。；;\d]{0,8}\d")
_PREPARING = re.compile(
    r"前期(?:工作|手续|准备)|尚?未(?:开工|启动|实施)|正在?(?:开展|进行)?(?:选址|规划|立项)"
)
_THIS_YEAR = re.compile(r"(?:今年|本年度?|当年)(?:新增|新建|完成|[^，。；]{0,6}\d)")


class Choice(NamedTuple):
    """The figure for a target, or None.

    Attributes:
        restated: A figure that repeats the target, and is done where the whole item is finished.
        said: Whether any figure may be meant for the target, so that words such as 全部完成 are
            not read as its number.
    """

    mention: Mention | None
    restated: Mention | None
    said: bool


class Question(NamedTuple):
    """A progress text with what is asked of it.

    Attributes:
        text: The text.
        wanted: The item's targets.
        aims: Their words.
    """

    text: Passage
    wanted: Sequence[Wanted]
    aims: Sequence[Aim]


def choose(questions: Sequence[Question]) -> list[list[Choice]]:
    """Return for each target of each text the figure that tells how much of it is done.

    The texts of a return go through each step together: what a step needs then stays in the
    processor's cache, and all takes a fifth less time than one text after the other.
    """
    measures = [list(map(_measures, each.wanted)) for each in questions]
    figures = list(map(_figures, questions, measures))
    found = [
        list(map(candidates, repeat(told), fitting, each.wanted, each.aims))
        for each, told, fitting in zip(questions, figures, measures, strict=True)
    ]
    for each, fits in zip(questions, found, strict=True):
        if len(fits) > 1 and len(each.text.starts) > 1:
            _look_at_heads(each.text, each.aims, fits)
    return [_choices(each.wanted, fits) for each, fits in zip(questions, found, strict=True)]


def _measures(target: Wanted) -> frozenset[str]:
    """Return in which measures a target may be counted."""
    return counting(target.measure) if target.is_count else frozenset()


def _figures(question: Question, measures: Sequence[frozenset[str]]) -> tuple[Mention, ...]:
    """Return the figures of a text that have one of several measures."""
    asked, text = measures[0].union(*measures[1:]), question.text
    return tuple(mentions(text, [n for n, unit in enumerate(text.units) if unit in asked]))


def _choices(wanted: Sequence[Wanted], found: Sequence[dict[int, Candidate]]) -> list[Choice]:
    if len(wanted) == 1:
        return [_chosen(list(found[0].values()), wanted, 0, open_question=False)]
    choices = [_choice(place, wanted, found) for place in range(len(wanted))]
    return [
        choice if choice.mention else choice._replace(mention=_left_over(place, choices, found))
        for place, choice in enumerate(choices)
    ]


def _look_at_heads(text: Passage, aims: Sequence[Aim], found: list[dict[int, Candidate]]) -> None:
    """Rank a figure lower where its sub-answer's head is about another target."""
    segments = {each.mention.segment for fitting in found for each in fitting.values()}
    for segment in segments - {0}:
        fits = [head_fit(text, segment, aim) for aim in aims]
        best = max(fits)
        for place, fitting in enumerate(found):
            if fits[place] > best - _MARGIN:
                continue
            for start, candidate in fitting.items():
                if candidate.mention.segment == segment:
                    fitting[start] = candidate._replace(rank=candidate.rank - _ANOTHER_HEAD)


def _choice(place: int, wanted: Sequence[Wanted], found: Sequence[dict[int, Candidate]]) -> Choice:
    """Return the figure for one target, among those that fit no other target as well."""
    own, open_question = [], False
    for start, candidate in found[place].items():
        shared = [n for n, other in enumerate(found) if start in other and n != place]
        rivals = [
            found[number][start].rank
            for number in shared
            if not _twins(wanted[number], wanted[place])
        ]
        if all(rank <= candidate.rank - _MARGIN for rank in rivals):
            if not (shared and _repeats_another(candidate, place, found)):
                own.append(candidate)
        elif all(rank < candidate.rank + _MARGIN for rank in rivals):
            open_question = True
    return _chosen(own, wanted, place, open_question=open_question)


def _chosen(
    own: list[Candidate], wanted: Sequence[Wanted], place: int, *, open_question: bool
) -> Choice:
    if not own:
        return Choice(None, None, open_question)
    named = [each for each in own if names_target(each, wanted[place])]
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
    best = max(own, key=attrgetter("rank"))
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
