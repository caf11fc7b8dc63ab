"""How sure the words of a progress text are that a figure is done."""

import re
from enum import IntEnum

from toolkit.text.done_figures import Mention
from toolkit.text.done_words import (
    Say,
    goes_on,
    only_stage,
    says_all,
    speaks_of_past,
    verdict,
    without_months,
    words_of,
)


class Evidence(IntEnum):
    """What the words around a figure say of it.

    FURTHER is done as well, but on top of what was named before (其余4处已完成): no figure of such
    a text is the whole.
    """

    FURTHER = -1
    NONE = 0
    NAMED = 1
    DONE = 2


_NOT_YET = frozenset((Say.PLANNED, Say.LEFT, Say.GOING, Say.STARTED, Say.NEEDED))
_HAPPENINGS = frozenset(("场", "场次", "次", "期", "人次", "班次"))
_SO_FAR = (Say.TOTAL, "累计")
"""It counts what has happened: 累计举办4场 is done, 共举办4场 may be what the list says."""

_OF_THEM = re.compile(r"(?:目标|任务|项目)?(?:[中里]的?|的)(?=\d)")


def evidence_of(mention: Mention, aim: str) -> Evidence:
    """Return how sure it is that a figure is done.

    Args:
        mention: The figure.
        aim: The target's words.
    """
    said = verdict(mention.said_before, aim)
    after = mention.said_after
    then = verdict(without_months(after), aim) if after else None
    if said is None and then is None:
        former = mention.former
        if former and _OF_THEM.match(mention.text.text, former.end):
            said = verdict(former.said_before, aim)
        elif former:
            return evidence_of(former, aim)
    if _OF_THEM.match(mention.text.text, mention.end) or only_stage(mention.own, aim):
        return Evidence.NONE
    if said is Say.LEFT:
        return Evidence.FURTHER if then is Say.DONE else Evidence.NONE
    if _is_governed(mention, aim) or said is Say.PAST:
        return Evidence.NONE
    if said in (Say.DONE, Say.WORKED):
        return _named_behind(mention, said, then, aim)
    return _named_before(mention, said, then, aim)


def _is_governed(mention: Mention, aim: str) -> bool:
    """Tell whether its sentence began with a plan or a past time, and not yet turned from it."""
    if not mention.earlier:
        return False
    earlier = verdict(words_of(mention.earlier), aim)
    lasting = earlier is Say.PAST and speaks_of_past(mention.earlier)
    if earlier is not Say.PLANNED and not lasting:
        return False
    return not any(kind in (Say.ALREADY, Say.TOTAL) for kind, _ in mention.said_before)


def _named_behind(mention: Mention, said: Say, then: Say | None, aim: str) -> Evidence:
    """Judge 已完成16公里, 新增床位54张, 累计举办讲座4场."""
    if then in _NOT_YET:
        return Evidence.NONE
    if said is Say.DONE or then is Say.DONE or _SO_FAR in mention.said_before:
        return Evidence.DONE
    follows = _follows(mention, aim)
    return Evidence.NAMED if follows is None else follows


def _named_before(mention: Mention, said: Say | None, then: Say | None, aim: str) -> Evidence:
    """Judge 6处公园已建成, 1200户的有线电视，全部开通."""
    follows = _follows(mention, aim)
    already = "已" in mention.after
    if said is Say.PLANNED and not (follows is Evidence.DONE or (then is Say.DONE and already)):
        return Evidence.NONE
    if then in _NOT_YET or follows is Evidence.NONE:
        return Evidence.NONE
    if then is Say.DONE or follows is Evidence.DONE:
        return Evidence.DONE
    if said in (Say.NEEDED, Say.ASIDE, Say.GOING, Say.STARTED):
        return Evidence.NONE
    happened = mention.unit in _HAPPENINGS and not mention.is_heading
    return Evidence.NAMED if then is Say.WORKED or happened else Evidence.NONE


def _follows(mention: Mention, aim: str) -> Evidence | None:
    """Return what the next clause says of the same thing; None when it is about another one."""
    rest = goes_on(mention.rest)
    if not rest:
        return None
    said = verdict(words_of(rest), aim)
    if said in _NOT_YET:
        return Evidence.NONE
    if said is Say.DONE and says_all(rest) and not only_stage(rest, aim):
        return Evidence.DONE
    return None
