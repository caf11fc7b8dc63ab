"""A list of names in which one has been replaced: 错埠岭苗圃 where the list has 闫家山苗圃.

All other names of the list must be there and just one missing, and the new one must be called after
the same kind of thing; a name that any earlier text knows is no new one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from toolkit.text.searching import searched

_PART = searched(r"[^，,。；;：:！!\n（()）“”\"《》]+")
_SEPARATOR = re.compile(r"、|和|及(?!时|其)|与|以及")
_BEFORE_A_NAME = re.compile(
    r"^(?:(?:分别)?(?:是|为|在|对|将|拟将|拟|把)|设(?!计)|包括|其中|完成|实施|推进|建设|新建"
    r"|改建|改造|完善|提升|升级|打造|建成|开工|启动|组织|目前|已|对|在|向|\d{1,2}[、.．]"
    r"|[①-⑳])+"
)
_AMOUNT = re.compile(r"\d(?!号|路|[A-Za-z]|\d)|[A-Za-z]$")
_REST = re.compile(r"等.*$")
_SHORTEST, _LONGEST = 3, 12
_FEWEST = 3
"""A list of two says too little of what belongs to it."""

_GENERIC = re.compile(
    r"[个处座所家条项]|全部|所有|各|其余|剩余|新建|改造|改建|建成|完成|已|正在|计划|口袋|小|本"
    r"|该|等|重点|相关|城市|社区|农村|公共|\d+年|第"
)
_KIND = 1
"""A kind that is one character (园, 站) is found in words that name nothing of it."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A name in the place of another.

    Attributes:
        name: The one that is new.
        missing: The one that is not there.
        listed: The names as they were listed.
    """

    name: str
    missing: str
    listed: tuple[str, ...]


def name_lists(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the lists of three or more names of one kind in a text: 象耳山苗圃、台柳路苗圃、闫家山苗圃."""
    return tuple(_lists(text)) if _may_list(text) else ()


def replaced_name(names: tuple[str, ...], text: str, known: str) -> Replaced | None:
    """Return the name that a text has where a list has another, None where it has none.

    Args:
        names: The list.
        text: What is reported now.
        known: All that the list and earlier reports say.
    """
    missing = [name for name in names if not _is_in(name, names, text)]
    if len(missing) != 1 or len(names) < _FEWEST:
        return None
    kind = _common_end(names)
    called = _called_so(kind, text) if len(kind) > _KIND else _beside(names, kind, text)
    new = {name for name in called if name[:2] not in known}
    return Replaced(new.pop(), missing[0], names) if len(new) == 1 else None


def _may_list(text: str) -> bool:
    """Tell at a glance whether two neighbours in a row of three or more end alike."""
    ends = [piece[-1:] for piece in text.split("、")[:-1]]
    return any(one == other for one, other in pairwise(ends))


def _lists(text: str) -> Iterator[tuple[str, ...]]:
    for part in _PART.findall(text):
        if part.count("、") < _FEWEST - 1:
            continue
        members = [each.strip() for each in _SEPARATOR.split(_REST.sub("", part)) if each.strip()]
        if len(members) < _FEWEST:
            continue
        members[0] = _BEFORE_A_NAME.sub("", members[0])
        kind = _common_end(tuple(members[:-1]))
        end = members[-1].find(kind, 1) if kind else -1
        if end < 0:
            continue
        members[-1] = members[-1][: end + len(kind)]
        if len(set(members)) == len(members) and all(_is_name(each, kind) for each in members):
            yield tuple(members)


def _is_name(member: str, kind: str) -> bool:
    fits = _SHORTEST <= len(member) <= _LONGEST and len(member) > len(kind) + 1
    return fits and not _AMOUNT.search(member)


def _common_end(names: tuple[str, ...]) -> str:
    """Return the characters with which all names end: 苗圃, 园."""
    end = ""
    for signs in zip(*(reversed(name) for name in names), strict=False):
        if len(set(signs)) > 1:
            break
        end = signs[0] + end
    return end


def _is_in(name: str, names: tuple[str, ...], text: str) -> bool:
    """Tell whether a text has a name, or two neighbouring characters that no other name has."""
    others = [_pairs(other) for other in names if other != name]
    own = _pairs(name).difference(*others)
    return name in text or any(pair in text for pair in own)


def _pairs(name: str) -> set[str]:
    return {name[place : place + 2] for place in range(len(name) - 1)}


def _called_so(kind: str, text: str) -> Iterator[str]:
    """Yield what a text calls by the name of a kind of thing, at the beginning of a clause."""
    for part in _PART.findall(text):
        for member in _SEPARATOR.split(part):
            said = _BEFORE_A_NAME.sub("", member.strip())
            end = said.find(kind)
            if 2 <= end <= _LONGEST and not _GENERIC.search(said[:2]):
                yield said[:end] + kind


def _beside(names: tuple[str, ...], kind: str, text: str) -> Iterator[str]:
    """Yield what is called so in one row with a name of the list: 长虹园、万达口袋公园."""
    for part in _PART.findall(text):
        if any(name in part for name in names) and "、" in part:
            yield from _called_so(kind, part)
