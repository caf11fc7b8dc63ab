"""Every number with a measure in a text, with the comparator around it, whatever its role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from toolkit.text.measures import PER_AFTER, PER_BEFORE, UNIT, counts_things, per_unit
from toolkit.text.numbers import ARABIC, CHINESE, SCALE, arabic_number, chinese_number


class Comparator(StrEnum):
    """How a result is to be compared with the number (比较)."""

    EQUAL = "等于"
    AT_LEAST = "不少于"
    MORE = "超过"
    ABOUT = "约"
    REACH = "达到"
    RAISE = "提高至"
    LOWER = "降低至"
    AT_MOST = "不超过"
    FULL = "全覆盖"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its measure, by places in a flat text.

    Attributes:
        start: Where the words of comparison before the number begin: 不少于.
        digits: Where the number itself begins.
        end: Behind the last word that belongs to it: 以上, 每人每月.
        base: The measure without what the rate is per.
        in_words: Whether the number is written in Chinese characters.
        chained: Whether it continues a list of numbers that an earlier one began (80%、70%、60%).
    """

    start: int
    digits: int
    end: int
    number: float
    unit: str
    base: str
    comparator: Comparator
    in_words: bool = False
    chained: bool = False


BOUNDARY = "，,。；;：:！!？?\n"
"""What ends a clause."""

_FARTHEST = 400
"""No clause is longer; a text without any marks must not cost more for it."""

_NUMBER = rf"(?:{ARABIC}(?:[余多]?{SCALE})?|百分之{CHINESE}|{CHINESE})"
_UNNAMED = r"(?<=[万亿])(?=以上|左右|[，,。；;、)]|$)"
_NAMED_BEFORE = re.compile(r"(人次|场次|户次|人(?=数)|户(?=数))[^，。；、]{0,8}$")
_FIGURE = re.compile(
    rf"(?:(?P<low>{_NUMBER})(?:{UNIT})?(?:[-~至到]|--))?"
    rf"(?:(?P<percent>百分之{CHINESE})|"
    rf"(?:(?P<digits>{ARABIC})(?P<odd>[余多]?)(?P<scale>{SCALE})?|(?P<words>{CHINESE}))"
    rf"(?P<more>[余多来]?)(?P<above>以上)?(?P<unit>{UNIT}|{_UNNAMED}))(?P<per>{PER_AFTER})?"
    r"(?P<after>(?:\([^()\d]{1,8}\))?(?:及|含|或)?以[上内下]|之内|左右|上下)?"
    rf"(?P<late_per>{PER_AFTER})?"
)
_UP = r"(?:提高|提升|增加|增长|上升|上调|扩大|扩增|拓展|放宽|延伸|延长|提|增|升)"
_DOWN = r"(?:降低|下降|降|压缩|压减|缩短|缩减|减少|下调|降为)"
_BEFORE = (
    (Comparator.AT_LEAST, r"(?:不少于|不低于|不小于|不得少于|不得低于|至少|最少|不下于|≥|>=)"),
    (Comparator.AT_MOST, r"(?:不超过|不高于|不多于|不大于|不得超过|最多|≤|<=|控制在)"),
    (Comparator.ABOUT, r"(?:(?<![节签预公条契制集])(?:大约|约为|约)|(?<![附就邻靠最临])近|接近)"),
    (Comparator.RAISE, rf"(?:{_UP}(?:到|至|为)|(?<=[率比额])至)"),
    (Comparator.LOWER, rf"{_DOWN}(?:到|至|为)"),
    (Comparator.MORE, r"(?:超过|超|突破|逾|高于|大于|多于)"),
    (Comparator.REACH, r"(?:达到|达成|(?<![下到传转发表送直抵通可])达|稳定在|保持在|维持在)"),
)
_PREFIXES = tuple((kind, re.compile(rf"{words}$")) for kind, words in _BEFORE)
_GAP = re.compile(rf"(?:分别|均|各|各自|(?<![行作])为|(?<![现存所内])在|{PER_BEFORE})$")
_FAR_REACH = re.compile(rf"达到[^{BOUNDARY}、\d]{{1,14}}的$")
_FAR_AT_LEAST = re.compile(rf"(?:至少|最少|不少于|不低于)[^{BOUNDARY}、\d]{{1,14}}$")
_LINKS = frozenset(("、", "和", "及", "与", "以及"))
_RATE_GAP = re.compile(r"、[^，。；、]{0,6}")
_FULL = re.compile(
    r"(?:全域)?全覆[盖益]|全域覆盖|全面覆盖|([村镇乡县户校人社街区家])\1(?:全)?覆盖"
    r"|(?<![安不完健])全部(?![门由])|所有(?=[一-龥])(?![权制者])"
)
"""益 is what a scanner makes of 盖."""


def find_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures and words of full coverage of a flat text, in their order."""
    numbers = tuple(_numbers(text))
    figures = sorted((*_linked(text, numbers), *_full(text, numbers)), key=lambda f: f.digits)
    return tuple(figures)


def clause_start(text: str, place: int) -> int:
    """Return where the clause or bracket around a place begins."""
    depth = 0
    farthest = max(0, place - _FARTHEST)
    for start in range(place, farthest, -1):
        sign = text[start - 1]
        if sign in BOUNDARY or (sign == "(" and depth == 0):
            return start
        depth += (sign == ")") - (sign == "(")
    return farthest


def clause_end(text: str, place: int) -> int:
    """Return where the clause or bracket around a place ends."""
    depth = 0
    farthest = min(len(text), place + _FARTHEST)
    for end in range(place, farthest):
        sign = text[end]
        if sign in BOUNDARY or (sign == ")" and depth == 0):
            return end
        depth += (sign == "(") - (sign == ")")
    return farthest


def _numbers(text: str) -> Iterator[Figure]:
    end = 0
    for match in _FIGURE.finditer(text):
        figure = _figure(text, match, end)
        if figure:
            yield figure
            end = figure.end


def _figure(text: str, match: re.Match[str], floor: int) -> Figure | None:
    value, digits = _value(match), match.start()
    if value is None:
        return None
    if _is_marked(text, match):
        digits += match["digits"].index(".") + 1
        value = arabic_number(match["digits"].split(".")[1], match["scale"] or "")
    begin = max(floor, clause_start(text, digits))
    start, comparator = _comparator(text, begin, digits, match)
    base = "%" if match["percent"] else match["unit"] or _named_before(text[begin:digits])
    if not base:
        return None
    per = (match["per"] or "") + (match["late_per"] or "")
    return Figure(
        start=start,
        digits=digits,
        end=match.end(),
        number=value,
        unit=per_unit(base, text[begin:start] + _per_before(text[start:digits]), per),
        base=base,
        comparator=comparator,
        in_words=bool(match["words"]),
    )


def _per_before(prefix: str) -> str:
    return "".join(re.findall(PER_BEFORE, prefix))


def _named_before(words: str) -> str:
    """Return the measure of 服务人次达200万, which has none behind its number."""
    match = _NAMED_BEFORE.search(words)
    return match[1] if match else ""


def _value(match: re.Match[str]) -> float | None:
    """Return the number; of a range the lower end."""
    low = match["low"]
    digits = re.match(ARABIC, low) if low else None
    if low and digits:
        scale = low[digits.end() :].lstrip("余多") or match["scale"] or ""
        return arabic_number(digits[0], scale)
    if match["digits"] and not low:
        return arabic_number(match["digits"], match["scale"] or "")
    return chinese_number((low or match["words"] or match["percent"]).removeprefix("百分之"))


def _is_marked(text: str, match: re.Match[str]) -> bool:
    """Tell whether 2.100个 at the start of a line is item 2 with 100."""
    written, place = match["digits"] or "", match.start()
    if match["low"] or "." not in written or (place and text[place - 1] not in "\n。；;"):
        return False
    whole, fraction = written.split(".")
    fits = len(whole) <= 2 and not fraction.startswith("0")
    odd = fraction.endswith("0") or (not match["scale"] and counts_things(match["unit"]))
    return fits and odd


def _comparator(text: str, begin: int, digits: int, match: re.Match[str]) -> tuple[int, Comparator]:
    """Return where the words before the number begin, and what all words around it say."""
    start, found = digits, list[Comparator]()
    while True:
        before = text[begin:start]
        kind, word = next(
            ((kind, hit) for kind, pattern in _PREFIXES if (hit := pattern.search(before))),
            (None, _GAP.search(before)),
        )
        if word is None:
            break
        start = begin + word.start()
        found += [kind] if kind else []
    after = match["after"] or ""
    if match["above"] or after.endswith("以上"):
        return start, Comparator.AT_LEAST
    if after in ("左右", "上下"):
        return start, Comparator.ABOUT
    if found:
        return start, found[0]
    if after:
        return start, Comparator.AT_MOST
    if match["more"] or match["odd"]:
        return start, Comparator.MORE
    if match["low"] or _FAR_AT_LEAST.search(text[begin:start]):
        return start, Comparator.AT_LEAST
    if _FAR_REACH.search(text[begin:start]):
        return start, Comparator.REACH
    return start, Comparator.EQUAL


def _linked(text: str, figures: tuple[Figure, ...]) -> list[Figure]:
    """Let the members of a list share what is said once: 分别达到80%、70%, 二孩500元、三孩600元每月."""
    linked = list(figures)
    for number in range(1, len(linked)):
        former, figure = linked[number - 1], linked[number]
        if former.base != figure.base:
            continue
        gap = text[former.end : figure.start]
        if gap in _LINKS:
            comparator = figure.comparator
            said = former.start < former.digits or former.chained
            if comparator is Comparator.EQUAL and said:
                comparator = former.comparator
            linked[number] = replace(figure, comparator=comparator, chained=True)
        if figure.unit != figure.base and former.unit == former.base and _RATE_GAP.fullmatch(gap):
            linked[number - 1] = replace(former, unit=figure.unit)
        elif not gap and figure.unit == figure.base:
            linked[number] = replace(figure, unit=former.unit)
    return linked


def _full(text: str, figures: tuple[Figure, ...]) -> Iterator[Figure]:
    taken = [(figure.start, figure.end) for figure in figures]
    numbered = {figure.digits for figure in figures}
    for match in _FULL.finditer(text):
        start, end = match.span()
        inside = any(start < last and first < end for first, last in taken)
        if not inside and end not in numbered:
            yield Figure(start, start, end, 100.0, "%", "%", Comparator.FULL)
