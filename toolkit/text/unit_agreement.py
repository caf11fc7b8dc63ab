"""Which units one place of a notice names and another does not.

Other names of a unit are no difference (高新区公安分局, 公安分局; 市场监管局, 市场监督管理局;
交通局（运输）, 交通局), and a collective name stands for every unit of its kind.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from toolkit.text.units import tidy_unit

_BRACKETED = re.compile(r"（.*?）")
_COLLECTIVE = re.compile(r"^(?:各|相关|有关|其他|其它|全区|全市|全县)")
_KINDS = ("街道", "镇", "乡", "社区", "村")
_OFFICE = re.compile(r"(?:人民政府|政府|办事处)$")
_ANY_UNIT = re.compile(r"部门|单位|县|市|区")


def lacking(
    units: Sequence[str], others: Iterable[str], aliases: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the units that others do not name, in their order.

    Args:
        units: The names in one place.
        others: The names in the other place.
        aliases: Other names of units, by the name in use.
    """
    own = {alias: name for name, known in aliases.items() for alias in known}
    there = [own.get(name, name) for name in others]
    return tuple(
        name
        for name in dict.fromkeys(units)
        if not any(_may_be(own.get(name, name), other) for other in there)
    )


def _may_be(one: str, other: str) -> bool:
    if _COLLECTIVE.match(one) or _COLLECTIVE.match(other):
        return _in_common(one, other)
    first, second = (_BRACKETED.sub("", tidy_unit(name)) for name in (one, other))
    return first.endswith(second) or second.endswith(first) or _is_short_for(first, second)


def _in_common(one: str, other: str) -> bool:
    """Tell whether a collective name can mean the other: 相关街道 and 洸河街道."""
    if any(_COLLECTIVE.match(name) and _ANY_UNIT.search(name) for name in (one, other)):
        return True
    first, second = (_kinds(name) for name in (one, other))
    return bool(first & second)


def _kinds(name: str) -> set[str]:
    """Return the kinds that a name is of; a collective one may be of several: 各镇街."""
    if _COLLECTIVE.match(name):
        return {kind for kind in _KINDS if kind[0] in name}
    bare = _OFFICE.sub("", name)
    return {kind for kind in _KINDS if bare.endswith(kind)}


def _is_short_for(one: str, other: str) -> bool:
    """Tell whether the shorter name is the longer one with characters left out."""
    short, long = sorted((one, other), key=len)
    if len(short) < 3 or short[-1] != long[-1] or short[0] not in long[:4]:
        return False
    rest = iter(long)
    return all(sign in rest for sign in short)
