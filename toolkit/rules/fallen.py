"""Figures that do not go on from the period before: smaller ones, and totals that grow apart."""

from collections.abc import Iterator, Sequence

from toolkit.model.assessment import Achieved, EarlierReport
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Fault
from toolkit.text.achieved import achieved, is_counted
from toolkit.text.falls import falls
from toolkit.text.grown_totals import grown_apart


def fallen(entry: Entry, reached: Sequence[Achieved], last: EarlierReport) -> Iterator[Fault]:
    """Yield the targets of which less is done than before, else any running total that fell."""
    told = tuple(_of_targets(reached, last))
    yield from told
    single = sum(is_counted(now.target) for now in reached) <= 1
    text, former = entry.values.get(Key.PROGRESS, ""), last.values.get(Key.PROGRESS, "")
    found = falls(text, former, single=single) if text and former and not told else None
    if found:
        yield Fault(f"本期报“{found.now}”，{last.name}报“{found.former}”，少了。", key=Key.PROGRESS)


def grown(text: str, last: EarlierReport) -> Iterator[Fault]:
    """Yield a total that has not grown by as much as what is new has."""
    apart = grown_apart(text, last.values.get(Key.PROGRESS, ""))
    if apart:
        yield Fault(
            f"“{apart.added}”比{last.name}多了 {apart.more:g}，“{apart.total}”多了 {apart.grown:g}，"
            "两个数对不上，请核对。",
            key=Key.PROGRESS,
        )


def _of_targets(reached: Sequence[Achieved], last: EarlierReport) -> Iterator[Fault]:
    """Yield the targets of which less is done than before."""
    if all(now.number is None for now in reached):
        return
    before = achieved(last.values, [now.target for now in reached])
    for now, former in zip(reached, before, strict=True):
        if now.number is None or former.number is None or not (now.exact and former.exact):
            continue
        if now.number < former.number:
            yield Fault(
                f"“{now.target.subject}”本期报“{now.original}”，{last.name}报“{former.original}”，少了。",
                key=Key.PROGRESS,
            )
