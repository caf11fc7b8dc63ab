"""Which claims of a report that the year's task is done its own figures belie."""

from toolkit.model.assessment import Achieved, Basis
from toolkit.model.programme import Programme
from toolkit.model.scheme import Filling, Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context
from toolkit.text.achieved import is_counted
from toolkit.text.amounts import find_amounts
from toolkit.text.claims import Claim, claims, may_claim
from toolkit.text.done_subjects import names_in, pairs_of, same_measure
from toolkit.text.figures import Comparator


def belied_claim(entry: Entry, context: Context) -> tuple[Claim, Achieved] | None:
    """Return the first claim that a task is done whose figure is below its target, with the figure.

    Where several units report on an item, a unit's own part may well be done.
    """
    text = entry.values.get(Key.PROGRESS, "")
    if not may_claim(text) or _is_shared(entry, context.programme):
        return None
    reached = [
        each
        for each in context.assessment(entry).achieved
        if each.basis is Basis.TEXT and each.number is not None and is_counted(each.target)
    ]
    if not any(map(_is_short, reached)):
        return None
    for claim in claims(text):
        meant = _meant(claim, text, reached)
        if meant is not None and _is_short(meant):
            return claim, meant
    return None


def _is_shared(entry: Entry, programme: Programme) -> bool:
    return programme.settings.filling is Filling.EACH and bool(entry.item.co)


def _is_short(achieved: Achieved) -> bool:
    loose = achieved.target.comparator == Comparator.ABOUT
    return achieved.exact and not loose and (achieved.share or 1.0) < 1


def _meant(claim: Claim, text: str, reached: list[Achieved]) -> Achieved | None:
    """Return the figure that a claim is about: any short one, its own clause's, or the nearest."""
    if claim.tasks is not None:
        every = claim.tasks == 0 or claim.tasks >= len(reached)
        return next(filter(_is_short, reached), None) if every else None
    stop = claim.end if claim.of_figure else claim.stop
    placed = [
        (place, each)
        for each in reached
        if each.original and (place := text.find(each.original, claim.start, stop)) >= 0
    ]
    named = [(place, each) for place, each in placed if _is_named(claim, each)]
    before = [(place, each) for place, each in named or placed if place < claim.end]
    if before:
        meant = max(before, key=_place)[1]
        return None if _adds_up(meant, text[claim.start : claim.end]) else meant
    return min(named, key=_place)[1] if named else None


def _is_named(claim: Claim, achieved: Achieved) -> bool:
    """Tell whether a claim names what a target is about: 新增托位任务已完成."""
    return bool(pairs_of(claim.text) & pairs_of(names_in(achieved.target.subject)))


def _adds_up(achieved: Achieved, words: str) -> bool:
    """Tell whether all the figures of the words come to the target: 优化18条、新辟13条."""
    measure = achieved.target.measure
    told = sum(each.number for each in find_amounts(words) if same_measure(each.unit, measure))
    return told >= achieved.target.number


def _place(placed: tuple[int, Achieved]) -> int:
    return placed[0]
