"""Sums that so many times so much, or an average, do not fit: 8期、每期55人，共480人.

An average is only compared in its size: 107.1万元 for 191 people are not 5.6万元 each, but 0.56.
"""

import re
from dataclasses import dataclass

from toolkit.text.amounts import Amount, find_amounts


@dataclass(frozen=True, slots=True)
class TimesFault:
    """A sum that is not so many times so much: `text` holds all three."""

    text: str
    expected: str


_OF = "[期批场班轮次组]"
_TIMES = re.compile(
    rf"(?<![\d.第\-—~])(?P<times>\d+)(?P<of>{_OF})"
    r"[^，,、。；;：:（(\d]{0,8}[，,、（(]?(?:平均)?"
    r"(?P<each>每(?P=of))(?P<about>[^，,。；;\d]{0,4})(?P<number>\d+)(?P<unit>[人名户台个件册本])[）)]?"
    r"[，,](?P<sum>(?:累计|合计|共计|共|总计)[^，,。；;\d]{0,8})(?P<total>\d+)(?P=unit)(?:次"
    r"|(?![一-龥]*[余多左]))"
)
_MAY_BE_TIMES = re.compile(f"每{_OF}")
"""What every sum has that is so many times so much; it does not stop at each number of a text."""

_ABOUT = re.compile(r"约|近|超|余|多|不少于|至少|平均|最|以上|左右")
_AVERAGE = re.compile(
    r"(?P<words>(?P<each>人均|户均|平均每[人户])(?:发放|补助|救助|获得)?(?:约为?|为"
    r"|达)?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>万?)元"
)
_PEOPLE = {"人": ("人", "名", "人次"), "户": ("户", "户次")}
_SENTENCE_ENDS = "。！？!?\n；;"
_LEAST, _MOST = 0.85, 1.18
_SHIFTS = (10, 100, 1000, 10_000, 0.1, 0.01, 0.001, 0.0001)
_WAN = 10_000


def times_faults(text: str) -> tuple[TimesFault, ...]:
    """Return the sums of a text that are not so many times so much, in their order."""
    found: list[TimesFault | None] = []
    if _MAY_BE_TIMES.search(text):
        found += map(_times, _TIMES.finditer(text))
    if "均" in text:
        found += [_average(text, match) for match in _AVERAGE.finditer(text)]
    return tuple(fault for fault in found if fault)


def _times(match: re.Match[str]) -> TimesFault | None:
    expected = int(match["times"]) * int(match["number"])
    if expected == int(match["total"]) or _ABOUT.search(match[0]):
        return None
    words = f"{match['times']}{match['of']}、每{match['of']}{match['number']}{match['unit']}"
    return TimesFault(match[0], f"{words}应为 {expected}{match['unit']}")


def _average(text: str, match: re.Match[str]) -> TimesFault | None:
    """Return the fault of an average whose point is not where its sum and its number put it."""
    begin = max(text.rfind(sign, 0, match.start()) for sign in _SENTENCE_ENDS) + 1
    amounts = find_amounts(text, begin, match.start())
    people = [a for a in amounts if a.unit in _PEOPLE[match["each"].removeprefix("平均每")[0]]]
    sums = [a for a in amounts if a.unit == "元"]
    if len(people) != 1 or len(sums) != 1 or people[0].number <= 0:
        return None
    expected = sums[0].number / people[0].number
    stated = float(match["number"].replace(",", "")) * (_WAN if match["scale"] else 1)
    if not any(_LEAST < stated / (expected * shift) < _MOST for shift in _SHIFTS):
        return None
    return TimesFault(match[0], f"{_divided(sums[0], people[0])}应为 {expected:.4g} 元")


def _divided(whole: Amount, parts: Amount) -> str:
    return f"{whole.text}÷{parts.text}"
