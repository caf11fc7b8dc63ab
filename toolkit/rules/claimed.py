"""Which claims of a report that the year's task is done its own figures belie."""

from toolkit.model.assessment import Achieved, Basis
from toolkit.model.programme import Programme
from toolkit.model.scheme import Filling, Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context
from toolkit.text.achieved import is_counted
from toolkit.text.claims import Claim, claims
from toolkit.text.figures import Comparator


def belied_claim(entry: Entry, context: Context) -> tuple[Claim, Achieved] | None:
    """Return the first claim that a task is done whose figure is below its target, with the figure.

    Where several units report on an item, a unit's own part may well be done.
    """
    if _is_shared(entry, context.programme):
        return None
    reached = [
        each
        for each in context.assessment(entry).achieved
        if each.basis is Basis.TEXT and each.number is not None and is_counted(each.target)
    ]
    if not any(map(_is_short, reached)):
        return None
    text = entry.values.get(Key.PROGRESS, "")
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
    if claim.everything:
        return next(filter(_is_short, reached), None)
    stop = claim.end if claim.of_figure else claim.stop
    placed = [
        (place, each)
        for each in reached
        if each.original and (place := text.find(each.original, claim.start, stop)) >= 0
    ]
    if not placed:
        return None
    before = [(place, each) for place, each in placed if place < claim.end]
    return max(before, key=_place)[1] if before else min(placed, key=_place)[1]


def _place(placed: tuple[int, Achieved]) -> int:
    return placed[0]
