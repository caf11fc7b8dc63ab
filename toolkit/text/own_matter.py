"""Whether a text speaks of its own item at all, or plainly of another one of the list."""

import re
from functools import lru_cache

from toolkit.text.echoes import echoes, own_words
from toolkit.text.sole_names import LONG

_FOUR = re.compile(r"[一-龥]{4}")
_CHINESE = re.compile(r"[一-龥]{2}")
_FAINT = 0.06
_CLEAR = 0.3
_FEWEST = 6
"""A text with fewer characters of its own may be of anything."""

_PIECES = 3
"""So many different words at least are shared with the other item."""


_GENERIC_WORD = 2
"""What both items have in common may be a word for a whole field (保险), no thing of its own."""

_OWN_MATTER = 4
"""So many characters of its own name tell an item from the other one."""

_FEW = 1
_NEARLY_ALL, _LONG = 0.6, 4
"""Of a text that is nearly all about the other item one long name is enough."""

_ANY_WORK = re.compile(
    "工程|施工|项目|建设|改造|单位|部门|街道|社区|学校|设施|设备|服务|资金|群众|人员|安装|培训|活动|平方米|公里|万人|万个|万户"
)
"""Words that items of every kind have, and so tell none from another."""


_ANY_REPORT = re.compile(
    "工程|施工|项目|建设|改造|单位|部门|街道|社区|学校|设施|设备|服务|资金|群众|人员|安装|培训|活动|平方米|公里|万人|万个|万户"
    "|完成|完工|竣工|建成|启动|开工|进场|验收|办理|办完|均已|已经|全部|累计|目前|正在|新增|新建|提升|实施|开展|推进|组织|落实|免费|享受"
    "|本地|全市|全区|全县|今年|本月|本周|上月|任务|目标|年度|计划|工作|情况|其中|第[一二三四五六]批|居民|老人|老年人|家庭|户|处|个|所|名|座|占|做了|起步"
)
"""Words with which any report is written, and so tell no item from another."""


@lru_cache(maxsize=2048)
def tells(text: str) -> str:
    """Return a text without the words with which any report is written."""
    return _ANY_REPORT.sub(" ", text)


def touches(text: str, name: str) -> bool:
    """Tell at a glance whether a text has any two neighbouring Chinese characters of a name."""
    pairs = (name[place : place + 2] for place in range(len(name) - 1))
    return any(pair in text and _CHINESE.fullmatch(pair) for pair in pairs)


def speaks_not_of(text: str, known: str) -> bool:
    """Tell whether a text has words of its own, and none that its item is known by."""
    told = tells(text)
    words = own_words(told, "")
    return sum(map(len, words)) >= _FEWEST and echoes(told, tells(known)) <= _FAINT


def speaks_of(text: str, known: str, listed: str) -> float:
    """Return how far a text speaks of another item, 0 where it does not plainly do so.

    Args:
        text: A progress text.
        known: All that is known of the other item.
        listed: What the list says of it; places that reports name are common to many items.
    """
    told = tells(text)
    heard = echoes(told, known)
    if heard < _CLEAR:
        return 0.0
    telling = _telling(told, known)
    longest = max(map(len, telling), default=0)
    plainly = len(telling) >= _PIECES or (heard >= _NEARLY_ALL and longest >= _LONG)
    return heard if plainly and _telling(told, listed) else 0.0


def shares_name(text: str, known: str) -> bool:
    """Tell at a glance whether a text has four Chinese characters of what is known, no common word."""
    fours = (text[start : start + 4] for start in range(len(text) - 3))
    shared = (four for four in fours if four in known)
    return any(_FOUR.fullmatch(four) and not _ANY_REPORT.search(four) for four in shared)


def long_words(text: str, known: str) -> tuple[str, ...]:
    """Return the words of a text that may name another item, none if it has much of its own one.

    Args:
        text: A progress text.
        known: Its own item's name, and all that is known of it.
    """
    told, own = tells(text), tells(known)
    words = own_words(told, "")
    long = tuple(word for word in words if len(word) >= LONG)
    common = (len(piece) for word in words for piece in _pieces(word, own)) if long else ()
    return long if max(common, default=0) <= _GENERIC_WORD else ()


def names_other(text: str, name: str, known: str, listed: str) -> bool:
    """Tell whether a text names another item's matter at length, and nothing but it.

    Two items of insurance share 保险 and 投保; what is left of a text without the other item's words
    may then have none of its own item's.

    Args:
        text: A progress text that may name another item.
        name: Its own item's name.
        known: Its name, and all that is known of it.
        listed: What the list says of the other item, which has a name that no third one has.
    """
    told, own = tells(text), tells(known)
    pieces = {piece for word in own_words(told, "") for piece in _pieces(word, listed)}
    long = [piece for piece in pieces if len(piece) >= LONG and piece not in own]
    if not any(own_words(piece, own) for piece in long):
        return False
    if sum(map(len, own_words(tells(name), listed))) < _OWN_MATTER:
        return False
    return not any(_pieces(word, own) for word in own_words(told, listed))


def only_of(text: str, known: str, others: str) -> bool:
    """Tell whether a text shares with one item what it shares with no third one.

    Args:
        text: A progress text.
        known: All that is known of the item.
        others: All that is known of the third ones.
    """
    return sum(piece not in others for piece in _telling(tells(text), known)) >= _FEW


def _telling(told: str, known: str) -> list[str]:
    """Return the different words that a text has in common with what is known of an item."""
    pieces = {piece for word in own_words(told, "") for piece in _pieces(word, known)}
    return [bare for piece in pieces if len(bare := _ANY_WORK.sub("", piece)) > 1]


def _pieces(word: str, known: str) -> list[str]:
    """Return the longest parts of a word, of two characters at least, that a text has too."""
    found, start = [], 0
    while start < len(word) - 1:
        end = start
        while end < len(word) and word[start : end + 1] in known:
            end += 1
        if end - start > 1:
            found.append(word[start:end])
        start = max(end, start + 1)
    return found
