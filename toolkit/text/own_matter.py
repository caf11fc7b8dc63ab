"""Whether a text speaks of its own item at all, or plainly of another one of the list."""

import re

from toolkit.text.echoes import echoes, own_words

_CHINESE = re.compile(r"[一-龥]{2}")
_FAINT = 0.06
_CLEAR = 0.3
_FEWEST = 6
"""A text with fewer characters of its own may be of anything."""

_PIECES = 3
"""So many different words at least are shared with the other item."""


_NEARLY_ALL, _LONG = 0.6, 4
"""Of a text that is nearly all about the other item one long name is enough."""

_ANY_WORK = re.compile(
    "工程|施工|项目|建设|改造|单位|部门|街道|社区|学校|设施|设备|服务|资金|群众|人员|安装|培训|活动|平方米|公里|万人|万个|万户"
)
"""Words that items of every kind have, and so tell none from another."""


def touches(text: str, name: str) -> bool:
    """Tell at a glance whether a text has any two neighbouring Chinese characters of a name."""
    pairs = (name[place : place + 2] for place in range(len(name) - 1))
    return any(pair in text and _CHINESE.fullmatch(pair) for pair in pairs)


def speaks_not_of(text: str, known: str) -> bool:
    """Tell whether a text has words of its own, and none that its item is known by."""
    words = own_words(text, "")
    return sum(map(len, words)) >= _FEWEST and echoes(text, known) <= _FAINT


def speaks_of(text: str, known: str) -> float:
    """Return how far a text speaks of another item, 0 where it does not plainly do so."""
    heard = echoes(text, known)
    if heard < _CLEAR:
        return 0.0
    pieces = {piece for word in own_words(text, "") for piece in _pieces(word, known)}
    telling = [bare for piece in pieces if len(bare := _ANY_WORK.sub("", piece)) > 1]
    longest = max(map(len, telling), default=0)
    plainly = len(telling) >= _PIECES or (heard >= _NEARLY_ALL and longest >= _LONG)
    return heard if plainly else 0.0


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
