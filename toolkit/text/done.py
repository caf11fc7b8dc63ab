"""What a progress text says is done of an item's targets (已完成多少).

A figure counts only where words next to it say that it is done; what is planned, under way, left
over, of last year or about another thing does not. In doubt there is no figure: one that is missing
is asked for, one that is wrong goes to print.
"""

import re
from collections.abc import Sequence

from toolkit.text.done_choice import Choice, Question, choose
from toolkit.text.done_evidence import Evidence, evidence_of
from toolkit.text.done_figures import Mention, mentions
from toolkit.text.done_passage import Passage, passage
from toolkit.text.done_rates import StatedRate, find_coverage, stated_rate
from toolkit.text.done_subjects import Aim, aim_of, may_count, names_beside, same_measure
from toolkit.text.done_types import Done, Wanted
from toolkit.text.done_whole import declaration, find_whole
from toolkit.text.figures import Comparator
from toolkit.text.measures import counts_things
from toolkit.text.status import FINISHED, read_status

__all__ = [
    "Done",
    "StatedRate",
    "Wanted",
    "find_done",
    "find_in_all",
    "other_measure",
    "stated_rate",
]

_MAY_BE_FINISHED = re.compile(r"完[成工毕]|竣工|办结|完结|建成|投用|投入|交付|验收|100")
_EXCEEDED = re.compile(r"超额|超出|超目标|[1-9]\d\d(?:\.\d+)?%(?<!100%)")
"""More may be done than the target asks for; then its number is not taken for what is done."""

_LOOSE = frozenset((Comparator.ABOUT, Comparator.MORE, Comparator.AT_LEAST, Comparator.AT_MOST))
_MARKS = " 　\n，,。；;：:、()"
_MOST_FIGURES = 80
"""A text with more is a list or a table in a cell, in which figures are told apart by place."""


def find_done(text: str, wanted: Sequence[Wanted]) -> tuple[Done | None, ...]:
    """Return what a progress text says is done of each target, None where it does not say.

    Args:
        text: A unit's progress on one item.
        wanted: The item's targets; all of them, so that a figure is told from its like.
    """
    return find_in_all([(text, wanted)])[0]


def find_in_all(asked: Sequence[tuple[str, Sequence[Wanted]]]) -> list[tuple[Done | None, ...]]:
    """Return the same for several texts, each with its item's targets; see `choose` for why."""
    questions = [_question(text, wanted) for text, wanted in asked]
    choices = iter(choose([each for each in questions if each]))
    return [
        _answered(text, question, next(choices)) if question else (None,) * len(wanted)
        for (text, wanted), question in zip(asked, questions, strict=True)
    ]


def _question(text: str, wanted: Sequence[Wanted]) -> Question | None:
    """Return a text with what is asked of it, None where nothing can be found in it."""
    if not wanted or not text:
        return None
    whole = passage(text)
    if len(whole.numbers) > _MOST_FIGURES:
        return None
    return Question(whole, wanted, [aim_of(each.subject, each.original) for each in wanted])


def _answered(text: str, question: Question, choices: Sequence[Choice]) -> tuple[Done | None, ...]:
    """Return what is done of each target, by its figure or by words that speak of all of it."""
    whole, wanted, aims = question
    open_still = any(choice.mention is None or _may_be_part(choice) for choice in choices)
    may = open_still and _MAY_BE_FINISHED.search(whole.text) is not None
    finished = may and not _EXCEEDED.search(whole.text) and read_status(text) == FINISHED
    found: list[Done | None] = []
    for place, (target, choice) in enumerate(zip(wanted, choices, strict=True)):
        if target.is_share:
            found.append(_covered(text, whole, target, aims[place]))
        elif finished and choice.restated and _may_be_part(choice):
            found.append(_as_done(text, whole, choice.restated))
        elif choice.mention:
            found.append(_as_done(text, whole, choice.mention))
        elif finished and choice.restated and not choice.said:
            found.append(_as_done(text, whole, choice.restated))
        elif choice.said or not target.is_count or not may:
            found.append(None)
        else:
            found.append(_wholly(text, whole, target, aims, place, finished))
    return tuple(found)


def other_measure(text: str, wanted: Wanted) -> Done | None:
    """Return a figure that plainly counts a target's subject in another measure (户 for 个).

    Plainly means that the thing stands right beside the figure, and that both measures count
    things. Where several such figures differ there is none.
    """
    if not wanted.is_count or not counts_things(wanted.measure):
        return None
    whole = passage(text)
    if len(whole.numbers) > _MOST_FIGURES:
        return None
    aim = aim_of(wanted.subject, wanted.original)
    found = [
        mention
        for mention in mentions(whole, list(range(len(whole.numbers))))
        if counts_things(mention.unit)
        and not may_count(mention.unit, wanted.measure)
        and not mention.is_part
        and not mention.in_words
        and names_beside(mention, wanted)
        and evidence_of(mention, aim.words) > Evidence.NONE
    ]
    if len({(mention.number, mention.unit) for mention in found}) != 1:
        return None
    return _as_done(text, whole, found[0])


def _may_be_part(choice: Choice) -> bool:
    """Tell whether a figure tells a part of one that repeats the target: 更新360辆，其中227辆."""
    mention, whole = choice.mention, choice.restated
    return mention is not None and whole is not None and mention.is_part


def _as_done(text: str, whole: Passage, mention: Mention) -> Done:
    """Return a figure with its phrase: its own words, as far as they belong to it."""
    first, last = mention.left, max(mention.right, mention.end)
    return _done(text, whole, mention.number, mention.unit, (first, last), mention.exact)


def _done(
    text: str, whole: Passage, number: float, measure: str, place: tuple[int, int], exact: bool
) -> Done:
    first, last = place
    while whole.text[first] in _MARKS:
        first += 1
    while whole.text[last - 1] in _MARKS:
        last -= 1
    start, end = whole.span(first, last)
    return Done(number, measure, text[start:end], start, end, exact)


def _covered(text: str, whole: Passage, target: Wanted, aim: Aim) -> Done | None:
    share = find_coverage(whole, target, aim)
    return _done(text, whole, share[0], "%", share[1:], True) if share else None


def _wholly(
    text: str, whole: Passage, target: Wanted, aims: Sequence[Aim], place: int, finished: bool
) -> Done | None:
    """Return a target's own number where the text says that all of it is done."""
    span = declaration(whole) if finished else find_whole(whole, aims, place, target.number)
    if span is None or _counted_otherwise(whole, target):
        return None
    exact = target.comparator not in _LOOSE
    return _done(text, whole, target.number, target.measure, span, exact)


def _counted_otherwise(whole: Passage, target: Wanted) -> bool:
    """Tell whether figures of a target's measure are neither the target's number nor its parts.

    我单位承担的6公里已全部完成，交投公司完成22公里 does not say that 40公里 are.
    """
    told = [
        mention.number
        for mention in mentions(whole, list(range(len(whole.numbers))))
        if same_measure(mention.unit, target.measure)
    ]
    return bool(told) and target.number not in told and sum(told) != target.number
