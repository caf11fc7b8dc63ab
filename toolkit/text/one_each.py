"""Lists of places with one thing each that are longer or shorter than the number before them.

建成7处：市南、市北、李沧、城阳、胶州、莱西各1处 are six.
"""

import re

from toolkit.text.amounts import find_amounts
from toolkit.text.name_lists import ListFault
from toolkit.text.searching import glance

_EACH = re.compile(
    r"(?<![\d.第])(?P<number>\d+)(?P<unit>[个处座所家条间台场])[^，,。；;：:（(\d]{0,10}"
    r"(?:[，,（(](?:占|完成)?[^，,。；;：:（(\d]{0,6}\d+(?:\.\d+)?[%％][)）]?)?[：:，,（(]"
    r"(?P<names>[一-龥]{2,10}(?:[、和及与][一-龥]{2,10})+)各(?:建成|新建|有)?(?:1"
    r"|一)(?P=unit)(?=[。；;）)\n]|$)"
)
_MAY = glance(_EACH)
_JOINT = re.compile(r"[、]")
_LAST = re.compile(r"[和及与]")
_NO_NAME = re.compile(r"等|其余|其他|另|已|完成|分别|其中")


def one_each_faults(text: str) -> tuple[ListFault, ...]:
    """Return the numbers that a list of places with one each does not make."""
    if not _MAY.search(text):
        return ()
    return tuple(fault for match in _EACH.finditer(text) if (fault := _fault(text, match)))


def _fault(text: str, match: re.Match[str]) -> ListFault | None:
    names = tuple(_JOINT.split(match["names"]))
    joints = sum(_LAST.search(name, 1) is not None for name in names)
    number = int(match["number"])
    if len(names) <= number <= len(names) + joints or _NO_NAME.search(match["names"]):
        return None
    amount = find_amounts(text, match.start(), match.end())[0]
    return ListFault(amount, names, match.start(), match.end()) if amount.exact else None
