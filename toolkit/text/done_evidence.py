"""How sure the words of a progress text are that a figure is done."""

import re
from enum import IntEnum

from toolkit.text.done_figures import Mention
from toolkit.text.done_words import (
    BEGINNINGS,
    THIS_YEAR,
    Say,
    Words,
    goes_on,
    only_stage,
    says_all,
    speaks_of_past,
    verdict,
    without_months,
    words_of,
)
from toolkit.text.searching import searched


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
_TOLD = (None, Say.DONE, Say.WORKED, Say.ALREADY)
_HAPPENINGS = frozenset(("场", "场次", "次", "期", "人次", "班次"))
_SO_FAR = (Say.TOTAL, "累计")
"""It counts what has happened: 累计举办4场 is done, 共举办4场 may be what the list says."""

_RATED = searched(
    r"[约均]?(?:分别)?(?:占比?|为|达到?"
    r"|已?完成)?(?:了?(?:年度|全年|总|年|省|市|区|县|既定|下达|计划|目标|任务|指标|数|的)*"
    r"|(?:完成|完工|竣工|建成)"
    r"(?:率|比例)|进度)(?:已?达到?|为|约|[:：])?\d[\d.]*%"
)
"""What follows a figure that is done: 占年度任务的46%, 完成率75%."""

_ALL_DONE_LATER = searched(r"[^。；;\n]*?(?:均|全部|都)已?经?(?:完工|完成|竣工|建成|投用)")
_PAUSES = ("，", ",", "(")
_LINKS = ("、", "和", "及", "与")
_OF_THEM = searched(r"(?:目标|任务|项目)?(?:[中里]的?|的)(?=\d)")
_OF_SET = re.compile(rf"{_OF_THEM.pattern}|[一-龥]{{1,5}}中的")
"""8个任务村中的甲村: 8 is how many there are."""


def evidence_of(mention: Mention, aim: str) -> Evidence:
    """Return how sure it is that a figure is done.

    Args:
        mention: The figure.
        aim: The target's words.
    """
    said = verdict(mention.said_before, aim)
    after = mention.said_after
    then = verdict(without_months(after), aim) if after else None
    if then is Say.DONE and _only_begun(mention.after, after, aim):
        then = Say.STARTED
    if said is None and then is None:
        former = mention.former
        if former and _OF_THEM.match(mention.text.text, former.end):
            said = verdict(former.said_before, aim)
        elif former:
            return evidence_of(former, aim)
    if _is_set(mention) or only_stage(mention.own, aim):
        return Evidence.NONE
    if said in _TOLD and then not in _NOT_YET and _is_rated(mention):
        return Evidence.NONE if _is_governed(mention, aim) else Evidence.DONE
    if said is Say.LEFT:
        return Evidence.FURTHER if then is Say.DONE else Evidence.NONE
    if _is_governed(mention, aim) or said is Say.PAST:
        return Evidence.NONE
    if said in (Say.DONE, Say.WORKED):
        return _named_behind(mention, said, then, aim)
    return _named_before(mention, said, then, aim)


def _is_set(mention: Mention) -> bool:
    """Tell whether a figure only says of how many things the next words speak."""
    return _OF_SET.match(mention.text.text, mention.end) is not None


def _is_rated(mention: Mention) -> bool:
    """Tell whether the share of the target that a figure makes stands behind it."""
    text, right = mention.text.text, mention.right
    return text[right : right + 1] in _PAUSES and _RATED.match(text, right + 1) is not None


def _is_governed(mention: Mention, aim: str) -> bool:
    """Tell whether its sentence began with a plan or a past time, and not yet turned from it."""
    if not mention.earlier:
        return False
    earlier = verdict(words_of(mention.earlier), aim)
    lasting = earlier is Say.PAST and (speaks_of_past(mention.earlier) or _lists_past(mention, aim))
    if earlier is not Say.PLANNED and not lasting:
        return False
    turned = (Say.ALREADY, Say.TOTAL)
    return not any(kind in turned and word != THIS_YEAR for kind, word in mention.said_before)


def _lists_past(mention: Mention, aim: str) -> bool:
    """Tell whether a figure goes on a list of what was then: 去年签约80台、完工31台."""
    text, (clause, _) = mention.text.text, mention.text.clause(mention.start)
    return verdict(words_of(text[clause : mention.left]), aim) is Say.PAST


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
    so_far = said is None and _SO_FAR in mention.said_before
    return Evidence.NAMED if then is Say.WORKED or happened or so_far else Evidence.NONE


def _only_begun(words: str, said: Words, aim: str) -> bool:
    """Tell whether a work was begun and something else completed: 已启动改造并完成组织建设."""
    kinds = [kind for kind, word in said if not any(s in word and s in aim for s in BEGINNINGS)]
    return Say.STARTED in kinds and not says_all(words.replace("已", ""))


def not_yet(words: str) -> bool:
    """Tell whether words say that something is planned, under way or has not begun."""
    return verdict(words_of(words), "") in _NOT_YET


def goes_on_as_done(mention: Mention) -> bool:
    """Tell whether a figure goes on a list that began as done: 已完成水系100公里、改造水站252座."""
    former = mention.former
    text = mention.text.text
    if former is None or text[mention.left : mention.left + 1] not in _LINKS:
        return False
    said = former.said_before
    sure = verdict(said, "") is Say.DONE and any(kind is Say.ALREADY for kind, _ in said)
    return sure or goes_on_as_done(former)


def only_dated(mention: Mention) -> bool:
    """Tell whether only 今年 says that a figure is done, as a list says it too: 今年新建20所."""
    words = (*mention.said_before, *mention.said_after)
    if any(kind is Say.DONE for kind, _ in words) or goes_on(mention.rest):
        return False
    if _ALL_DONE_LATER.match(mention.text.text, mention.end):
        return False
    times = [word for kind, word in words if kind is Say.ALREADY]
    return bool(times) and all(word == THIS_YEAR for word in times)


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
