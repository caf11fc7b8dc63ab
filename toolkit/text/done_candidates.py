"""Which figures of a progress text may be what is done of a target, and how well each fits."""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from toolkit.text.done_evidence import (
    Evidence,
    evidence_of,
    goes_on_as_done,
    not_yet,
    only_dated,
)
from toolkit.text.done_figures import Mention
from toolkit.text.done_subjects import (
    Aim,
    breaks_down,
    fit,
    is_headed,
    names_beside,
    parts_whole,
    same_measure,
)
from toolkit.text.done_types import Wanted
from toolkit.text.done_words import Say
from toolkit.text.figures import Comparator
from toolkit.text.searching import searched

_NAME = 3
"""So many characters name a thing that is told from its like."""
_SURE = 0.2
_IN_TOTAL = 0.25
_HEADED = 0.3
_OF_TARGET = searched(r"(?:年度|全年|总)*(?:目标|任务|计划)+(?:任务|目标|数)*的?\d[\d.]*%")
_PERIOD = re.compile(r"^[\d.、]*(?:本[周旬月季]|当[月旬])")
_GROWS = re.compile(r"增加|新增|增设|再增")
_STOCK = re.compile(r"总数|总量|存量|保有量")
_DIGIT = re.compile(r"\d")


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


def candidates(
    figures: Iterable[Mention], measures: Collection[str], target: Wanted, aim: Aim
) -> dict[int, Candidate]:
    """Return the figures that may be what is done of a target, by where they stand.

    Args:
        figures: Those of the text.
        measures: The measures that may stand for the target's.
        target: The target.
        aim: Its words.
    """
    return {
        figure.start: candidate
        for figure in figures
        if figure.unit in measures and (candidate := _candidate(figure, target, aim))
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
    if mention.number < 2 and mention.in_words and not (named and target.number < 2):
        return None
    headed = is_headed(mention, target)
    part = mention.is_part
    splits = part and parts_whole(mention, target)
    if splits and breaks_down(mention, target):
        return None
    if mention.unit == "元" and not (named and _is_set(mention, target)):
        return None
    if part and not (headed or named or splits):
        return None
    total = Say.TOTAL in [kind for kind, _ in mention.said_before]
    rank += _SURE * (evidence is Evidence.DONE) + _IN_TOTAL * total + _HEADED * headed
    same = mention.number == target.number
    restated = same and _only_repeats(mention, evidence)
    told_whole = headed or splits
    return Candidate(
        mention, evidence, rank - _IN_TOTAL * part, restated, total, told_whole, part=part
    )


def names_target(candidate: Candidate, target: Wanted) -> bool:
    """Tell whether a figure's own words name its thing as the target does: 其中普惠托位310个."""
    return len(target.subject) >= _NAME and target.subject in candidate.mention.own


def _is_no_result(mention: Mention, target: Wanted, aim: Aim) -> bool:
    """Tell whether a figure is the target itself, or what there is with that of other years."""
    if _OF_TARGET.match(mention.text.text, mention.end):
        return True
    if mention.number == target.number and "超额" in mention.after:
        return True
    before = mention.before
    if "总数" in target.subject and "总数" not in before and _GROWS.search(before):
        return True
    if _is_of_period(mention):
        return True
    stock = _STOCK.search(before) if "量" in before or "总数" in before else None
    return stock is not None and stock[0] not in aim.words


def _is_of_period(mention: Mention) -> bool:
    """Tell whether a figure is only what a period added, where a later one is called the sum.

    本周…验收，增加托位24个。累计新增142个: the time may stand in another clause of its sentence.
    """
    text = mention.text.text
    if "累计" not in text[mention.end :] or not _GROWS.search(mention.before):
        return False
    if "累计" in mention.before or not _PERIOD.search(mention.earlier):
        return False
    return any(
        number["unit"] == mention.unit
        and "累计" in text[mention.text.clause(number.start())[0] : number.start()]
        for number in mention.text.numbers[mention.place + 1 :]
    )


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
