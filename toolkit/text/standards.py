"""Standards that a report states otherwise than the list: rates, limits, ages, lists of shares.

每间3万元 for 每间5万元, 限额5000元 for 6000元, 60周岁 for 65周岁, 分别达到80%、65%、60% for 80%、70%、60%.
What is done grows from period to period; a standard does not, so that another number is a slip.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from toolkit.text.done_subjects import names_in, pairs_of
from toolkit.text.done_types import Wanted
from toolkit.text.figures import Comparator, Figure, clause_start, find_figures
from toolkit.text.numbers import flatten
from toolkit.text.restated import Restated
from toolkit.text.role_words import RAISED, TO

_AGES = ("周岁", "岁")
_WIDENED = r"(?:扩大|放宽|调整|延伸|扩展|扩面|覆盖|提高|降低)(?:到|至|为)"
_AND_OLDER = r"(?:[（(]含[）)])?[及]?以上的?"
_OLDER = re.compile(rf"岁{_AND_OLDER}([一-龥]{{2,8}})$")
"""Whom an age is of: 65周岁及以上常住老年人."""

_NAME_OF_RATE = re.compile(r"([一-龥]{2})(?:每人每月|每人每年)?(?:为|按|补助|补贴|标准)?$")
_NO_NAME = re.compile(r"[到至为达于约按]$|提高|标准|不低|不少")
_KINDS = (
    r"(?:标准|限额|额度|补助费?|补贴|奖补|起付线|封顶线|定额|待遇|低保金|养老金|基础养老金|津贴"
    r"|保费)"
)
_KIND_OF = re.compile(_KINDS)
_LIMIT = re.compile(
    rf"(?P<kind>{_KINDS})(?:标准|限额|金额|水平)?(?:统一|均|已|按"
    rf"|由\d[\d.,]*万?元)*{RAISED}*{TO}?(?:达到?|是)?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>万?)元(?![/每·余多以左])"
)
_ABOUT = re.compile(
    r"人均|户均|平均|最高|最低|最多|月均|年均|共|累计|总|多补|减免|节省|节约|差额|另"
)
_SHARES = re.compile(
    r"\d+(?:\.\d+)?[%％](?:[、，,和及与；;]?[^，,。；;、\d%％]{0,12}\d+(?:\.\d+)?[%％])+"
)
_SHARE = re.compile(r"(\d+(?:\.\d+)?)[%％]")
_OF_WORK = re.compile(r"完成|进度|工程|施工|形象")
_SENTENCE_ENDS = "。！？!?\n；;"
_FEWEST = 2
_LEAST_ALIKE = 0.5
_LOWER_ONLY = frozenset((Comparator.AT_LEAST, Comparator.MORE))
_PLAIN = frozenset((Comparator.EQUAL, Comparator.REACH, Comparator.RAISE))


def may_state_standard(text: str) -> bool:
    """Tell at a glance whether a text may state a rate, a sum of money, an age or a share."""
    return "元" in text or "岁" in text or "%" in text or "％" in text


@lru_cache(maxsize=256)
def measures_standard(measure: str) -> bool:
    """Tell whether a measure is that of a standard, and not of what is counted as it is done."""
    return measure.startswith("元") or measure in _AGES or measure == "%"


def standards_restated(text: str, wanted: Sequence[Wanted]) -> Iterator[Restated]:
    """Yield the standards that a text states with other numbers than the list.

    Silent where the promised number stands in the text as well.
    """
    if "元" in text:
        yield from _rates(text, wanted)
        yield from _limits(text, wanted)
    if "%" in text or "％" in text:
        yield from _share_lists(text, wanted)
    yield from _named(text, wanted)


def _rates(text: str, wanted: Sequence[Wanted]) -> Iterator[Restated]:
    """Yield rates like 每间3万元, of units of which the item has one rate only."""
    units = [each.measure for each in wanted if each.measure.startswith("元/")]
    if not units or not any(sign in text for sign in "每/"):
        return
    flat = flatten(text)
    figures = [figure for figure in find_figures(flat.text) if figure.unit in units]
    for place, target in enumerate(wanted):
        if units.count(target.measure) != 1:
            continue
        own = [figure for figure in figures if figure.unit == target.measure]
        if not own or any(figure.number == target.number for figure in own):
            continue
        found = [figure for figure in own if _is_standard(flat.text, figure, target)]
        if len({figure.number for figure in found}) == 1:
            first = clause_start(flat.text, found[0].digits)
            start, end = flat.span(first, found[0].end)
            yield Restated(place, text[start:end], start, end)


def _is_standard(text: str, figure: Figure, target: Wanted) -> bool:
    """Tell whether a rate is paid for the same as a target: they share a word that names it."""
    begin = max(text.rfind(sign, 0, figure.start) for sign in _SENTENCE_ENDS) + 1
    clause = text[clause_start(text, figure.digits) : figure.start]
    if figure.comparator not in _PLAIN or _ABOUT.search(clause):
        return False
    stop = min(
        (p for s in _SENTENCE_ENDS if (p := text.find(s, figure.end)) >= 0), default=len(text)
    )
    named = pairs_of(names_in(f"{target.subject} {target.original}"))
    return any(pair in text[begin:stop] for pair in named if "每" not in pair)


def _limits(text: str, wanted: Sequence[Wanted]) -> Iterator[Restated]:
    """Yield sums that are called a standard or a limit: 标准由1000元提高到2000元 for 3000元."""
    for place, target in enumerate(wanted):
        if target.measure != "元" or not _KIND_OF.search(target.subject + target.original):
            continue
        same = [each for each in wanted if each.measure == "元"]
        found = [match for match in _LIMIT.finditer(text) if _names_it(text, match, target)]
        numbers = {_number(match) for match in found}
        if len(same) != 1 or len(numbers) != 1 or f"{target.number:g}元" in text.replace(",", ""):
            continue
        number = numbers.pop()
        higher = target.comparator in _LOWER_ONLY and number > target.number
        if number != target.number and not higher:
            match = found[0]
            yield Restated(place, match[0], match.start(), match.end())


def _names_it(text: str, match: re.Match[str], target: Wanted) -> bool:
    begin = max(text.rfind(sign, 0, match.start()) for sign in _SENTENCE_ENDS + "，,") + 1
    words = text[begin : match.start("number")]
    aim = target.subject + target.original
    return match["kind"] in aim and not _ABOUT.search(words)


def _number(match: re.Match[str]) -> float:
    return float(match["number"].replace(",", "")) * (10000 if match["scale"] else 1)


def _share_lists(text: str, wanted: Sequence[Wanted]) -> Iterator[Restated]:
    """Yield lists of shares of which one is not the list's, all others are."""
    numbered = [(n, each) for n, each in enumerate(wanted) if each.is_share]
    for subject, group in groupby(numbered, key=lambda pair: pair[1].subject):
        places, targets = zip(*group, strict=True)
        listed = [target.number for target in targets]
        if len(listed) < _FEWEST or not subject:
            continue
        for match in _SHARES.finditer(text):
            told = [float(share) for share in _SHARE.findall(match[0])]
            if len(told) != len(listed) or sorted(told) == sorted(listed):
                continue
            wrong = [
                n for n, (one, other) in enumerate(zip(told, listed, strict=True)) if one != other
            ]
            if len(wrong) == 1 and _is_about(text, match, subject):
                yield Restated(places[wrong[0]], match[0], match.start(), match.end())


def _is_about(text: str, match: re.Match[str], subject: str) -> bool:
    """Tell whether a list of shares is of a subject, and not of how far works are."""
    begin = max(text.rfind(sign, 0, match.start()) for sign in _SENTENCE_ENDS) + 1
    words = text[begin : match.end()]
    pairs = pairs_of(subject)
    alike = sum(pair in words for pair in pairs) >= _LEAST_ALIKE * len(pairs)
    return alike and not _OF_WORK.search(words)


def _named(text: str, wanted: Sequence[Wanted]) -> Iterator[Restated]:
    """Yield the rates and ages that have a name: 二孩600元 for 500元, 60周岁 for 65周岁."""
    for place, target in enumerate(wanted):
        pattern = _rate_pattern(target)
        if pattern is None:
            continue
        found = [(match, float(match[match.lastgroup or 0])) for match in pattern.finditer(text)]
        if target.measure in _AGES and _is_told(text, target):
            continue
        if found and all(number != target.number for _, number in found):
            match = found[0][0]
            yield Restated(place, match[0], match.start(), match.end())


def _is_told(text: str, target: Wanted) -> bool:
    """Tell whether a text has the promised age as well: 60周岁 is then of other people."""
    return re.search(rf"(?<!\d){target.number:g}(?:周岁|岁)", text) is not None


@lru_cache(maxsize=1024)
def _rate_pattern(target: Wanted) -> re.Pattern[str] | None:
    """Return how a text states a rate or an age of a target, None where one cannot be sure."""
    if target.measure in _AGES:
        behind = _OLDER.search(target.original)
        older = rf"|(?P<older>\d+)(?:周岁|岁){_AND_OLDER}{re.escape(behind[1])}" if behind else ""
        return re.compile(rf"{_WIDENED}(?P<number>\d+)(?:周岁|岁){older}")
    if not target.measure.startswith("元/"):
        return None
    number = f"{target.number:g}元"
    place = target.original.find(number)
    named = _NAME_OF_RATE.search(target.original[:place]) if place > 0 else None
    if named is None or _NO_NAME.search(named[1]):
        return None
    name = re.escape(named[1])
    return re.compile(
        rf"{name}(?:每人每[月年])?(?:为|按|补助|补贴|标准)?(?P<number>\d+(?:\.\d+)?)元"
    )
