"""Parts that look like all there are and make a little less than the whole: 72张，其中35张、20张、15张.

What follows 其中 need not be all. It looks like it where the parts are of one kind, end their clause,
and what lacks is less than the smallest of them, so that no further part of their kind fits in.
"""

import re
from itertools import islice

from toolkit.text.divisions import Division, divisions, may_overlap, names_stages
from toolkit.text.sums import SumFault, comparable, fault_of, makes_another, slack_of

_FEWEST = 2
_MOST = 0.2
"""Where more of the whole lacks, parts were left out."""

_CHOSEN = re.compile(r"主要|重点|仅|新增|本[月周旬季]|今年|超|最")
"""Words by which some parts are picked out of more."""

_MORE = re.compile(r"[^。！!？?\n]{0,60}?(?:其余|其他|剩余|余下|剩下|另|还有|尚有|未|等|此外)")
"""What speaks of further parts behind the list, in its sentence or in the next."""

_END = re.compile(r"\s*(?:[（(][^（()）]*[)）])?\s*(?:$|[。；;，,\n)）！])")


def shortfalls(text: str) -> tuple[SumFault, ...]:
    """Return the wholes that parts which look like all of them nearly make up, in their order."""
    found = divisions(text)
    if not found:
        return ()
    return tuple(fault_of(text, each) for each in found if _falls_short(text, each))


def _falls_short(text: str, division: Division) -> bool:
    whole, missing = division.whole, division.whole.number - division.total
    if division.complete or missing <= 0:
        return False
    parts = division.amounts
    if len(parts) < _FEWEST or not division.exact:
        return False
    most = min(_MOST * whole.number, min(part.number for part in parts))
    if not slack_of(division) < missing < most:
        return False
    if may_overlap(division) or names_stages(division) or makes_another(division):
        return False
    if any(not name or _CHOSEN.search(name) for _, name in islice(division.parts, 1, None)):
        return False
    end = parts[-1].end
    if not _END.match(text, end) or _MORE.match(text, end):
        return False
    return comparable(text, division)
