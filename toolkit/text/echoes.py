"""This month's text beside last month's: what was promised and done, what was only copied."""

import re

from rapidfuzz import fuzz

from toolkit.text.clean import match_key
from toolkit.text.searching import searched

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DATE = searched(r"(?:\d{4}年)?\d{1,2}月(?:份|底|初|上旬|中旬|下旬|\d{1,2}日)?|\d{4}年|\d{1,2}日")
_SHORT = 6
"""Texts of fewer characters are alike only when they are the same."""

_CHINESE = re.compile(r"[一-龥]+")
_FITS_ANY_WORK = re.compile(
    " |继续|持续|加快|加大|加强|强化|推进|推动|全力|大力|积极|稳步|有序|扎实|深入|进一步|抓紧|尽快|及时|严格|认真|按照|采取"
    "|有力|有效|措施|确保|保证|争取|力争|按时|如期|按期|完成|落实|做好|开展|组织|实施|进行|相关|有关|各项|工作|计划|任务"
    "|目标|力度|步伐|进度|下一步|下步|下个月|下月|目前|已经|正在|全部|基本|正常|达到|剩余|其余|年底|月底|上旬|中旬|下旬|以上"
    "|以及|同时|督促|协调|预计|准备|逐步|将|再|的|地|了|和|与|及|并|对|为|在|于|把|按|各|等|其|新|底|前|共|约|已"
)
_CLAUSE = re.compile(r"[^，,。；;！!？?\n]+")
_COUNTING = re.compile(
    rf"^\W*\d{{1,2}}[、.)）]|(?:{_DATE.pattern})前?|[^一-龥]|累计|目前|截至|已经?|再|共|计"
    rf"|(?<=\d)[余多来]?[万亿]|[一二三四五六七八九十]{{1,3}}、"
)
_NOTHING_PROMISED = 1.0
_FOR_DATES = 0.15
"""By how much dates alone may make two texts less alike."""


def echoes(plan: str, progress: str, besides: str = "") -> float:
    """Return how far last month's plan finds an echo in this month's progress, from 0 to 1.

    It is the share of the plan's own words, without numbers, dates and phrases that fit every
    work, whose characters stand side by side in the progress. A plan without words of its own
    promised nothing that could be missed: 1.

    Args:
        plan: A plan or problem of last month.
        progress: What is said this month.
        besides: What this month says anyway, such as the item's name: it is no echo.
    """
    words = own_words(plan, besides)
    total = sum(map(len, words))
    if not total:
        return _NOTHING_PROMISED
    heard = "".join(progress.split())
    return sum(_echoed(word, heard) for word in words) / total


def own_words(text: str, besides: str) -> tuple[str, ...]:
    """Return the words that are a text's own: neither such as fit every work nor another's.

    Args:
        text: A plan or problem.
        besides: Its item's name, or all that the list says of it; "" for nothing.
    """
    words = [
        word for word in _FITS_ANY_WORK.split(" ".join(_CHINESE.findall(text))) if len(word) > 1
    ]
    if not besides:
        return tuple(words)
    known = "".join(besides.split())
    return tuple(rest for word in words for rest in _without(word, known) if len(rest) > 1)


def news(text: str, former: str) -> str:
    """Return a text without the amounts of things of which a former one told amounts too.

    灾害理赔案件已办结240件 says no more of its matter than 累计办结灾害理赔案件180件 did.
    """
    known = {_gist(clause) for clause in _CLAUSE.findall(former) if _NUMBER.search(clause)}
    return "，".join(
        clause
        for clause in _CLAUSE.findall(text)
        if not (known and _NUMBER.search(clause) and _gist(clause) in known)
    )


def _gist(clause: str) -> str:
    """Return the characters of a clause in a fixed order, without numbers and words of counting."""
    return "".join(sorted(_COUNTING.sub("", clause)))


def nearly_same(one: str, other: str, at_least: float = 0.92) -> bool:
    """Tell whether a text is the other, word for word or nearly, and says the same amounts.

    Blanks, marks' widths and changed dates do not count; a changed amount is news.
    """
    first, second = match_key(one), match_key(other)
    if first == second:
        return bool(first)
    rough = 100 * (at_least - _FOR_DATES)
    if min(len(first), len(second)) < _SHORT or not fuzz.ratio(first, second, score_cutoff=rough):
        return False
    first, second = _DATE.sub("", first), _DATE.sub("", second)
    if _NUMBER.findall(first) != _NUMBER.findall(second):
        return False
    return fuzz.ratio(first, second, score_cutoff=100 * at_least) > 0


def _echoed(word: str, progress: str) -> int:
    """Return how many characters of a word stand in the progress beside one of their own."""
    return len(word) if word in progress else sum(_shared(word, progress))


def _without(word: str, known: str) -> list[str]:
    """Return what is left of a word without what it shares with a text."""
    kept = [
        " " if shared else sign for sign, shared in zip(word, _shared(word, known), strict=True)
    ]
    return "".join(kept).split()


def _shared(word: str, text: str) -> list[bool]:
    """Tell for each character of a word whether it stands in a text beside one of its own."""
    pairs = [word[place : place + 2] in text for place in range(len(word) - 1)]
    return [
        former or latter for former, latter in zip([False, *pairs], [*pairs, False], strict=True)
    ]
