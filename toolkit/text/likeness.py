"""How alike two texts are."""

import re

from rapidfuzz import fuzz

from toolkit.text.clean import match_key

_NUMBER = re.compile(
    r"^(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[(（][一二三四五六七八九十\d]{1,3}[)）])[、.．)]?"
)
_MARKS = re.compile(r"[\"'“”‘’《》〈〉「」『』()（）·,，、。.:：;；]")
_DOING = re.compile(r"^(?:组织实施|实施|开展|推进|推动)")


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, by the neighbouring characters they share."""
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def similarity(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1, whether reordered or partly reworded.

    新建口袋公园6个 and 建设6个口袋公园 are much alike: what counts is the better of the longest
    common subsequence and of `likeness`.
    """
    first, second = match_key(one), match_key(other)
    if not first or not second:
        return 0.0
    return max(fuzz.ratio(first, second) / 100, likeness(one, other))


def share_in(part: str, whole: str) -> float:
    """Return how much of a text stands in a greater one, from 0 to 1."""
    first = _pairs(part)
    return len(first & _pairs(whole)) / len(first) if first else 0.0


def name_key(name: str) -> str:
    """Return a project's name for comparison: without its number, its marks and 实施 before it."""
    key = match_key(name)
    bare = _NUMBER.sub("", key) if re.match(r"[(（]|[^、.]{1,3}[、.]", key) else key
    return _DOING.sub("", _MARKS.sub("", bare))


def title_key(title: str) -> str:
    """Return a document's title for comparison: without marks, 2024年度 and 2024年 alike."""
    return _MARKS.sub("", match_key(title)).replace("年度", "年")


def _pairs(text: str) -> set[str]:
    key = match_key(text)
    return {key[place : place + 2] for place in range(len(key) - 1)}
