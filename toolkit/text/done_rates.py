"""Shares that a progress text states: how far the whole item is, and how far something is covered."""

import re
from dataclasses import dataclass
from itertools import chain

from toolkit.text.done_passage import Passage, passage
from toolkit.text.done_subjects import Aim, likeness
from toolkit.text.done_types import Wanted
from toolkit.text.done_words import Say, words_of
from toolkit.text.searching import searched

_TIME = r"(?:截[至止](?:目前|\d{1,2}月(?:\d{1,2}日|底|末|初)?)|目前|现|今年以来|1-\d{1,2}月)?[，,]?"
_WHOLE = (
    r"(?:(?:全年|年度|今年|总体|整体|总|既定|计划|目标|任务|项目|工程|工作|总量|建设|该|本|实事"
    r"|综合|累计|形象|改造)*的?)"
)
_RATE = (
    rf"(?P<said>{_TIME}{_WHOLE}(?:[一-龥]{{0,6}}数)?(?:已|均|约)*"
    rf"(?:(?P<of>完成|达到|达|占|为){_WHOLE}的?"
    rf"|(?:完成率|完成比例|完成进度|进度|完成|推进率|完成度)[:：]?)"
    r"(?:已|达到?|为|至|近|约|超过?|的)*(?P<number>\d+(?:\.\d+)?)%(?:以上"
    r"|左右)?)(?=[，,。；;！!\n)]"
    r"|$)"
)
_FIRST_RATE = searched(_RATE)
_LATER_RATE = re.compile(rf"[，,。；;：:\n(]{_RATE}")
_COVERED = re.compile(
    r"(?P<name>[^，,。；;：:！!\n\d、]{0,24}?(?:率|比例|占比))(?:[均已都约近]|达到?|为"
    r"|提升[到至]|提高[到至]|稳定在|保持在)*"
    r"(?P<number>\d+(?:\.\d+)?)%(?![、和至~-])"
)
_FULLY = searched(
    r"(?<![，,。；;：:！!\n])?(?:已|均|全面|全部|基本)*(?:实现|达到"
    r"|完成)了?(?:[^，,。；;：:！!\n]{0,12})?(?:全域|全)覆盖"
    r"|已(?:全域|全面|全部|实现)*(?:全域|全面|全)?覆盖到?(?:位|全部|所有)"
)
_COVERAGE = re.compile(
    r"(?:覆盖|达标|普及|接入|入网|通达|开通|安装|投保|参保|参训|治理|受训|培训|配备)率"
)
_PROGRESS = re.compile(r"(?:完成|进度|开工|完工|推进|满意|知晓|合格|好评)(?:率|比例)$")
_OF_PLAN = re.compile(r"(?:完成|占|达到?|为)(?:全年|年度|总|既定)*计划")
_OPEN = frozenset((Say.PLANNED, Say.NEEDED, Say.PAST, Say.LEFT))
_SENTENCE_SIGNS = "。；;！!\n"
_ALIKE = 0.34


@dataclass(frozen=True, slots=True)
class StatedRate:
    """How far a text says that the whole item is, in percent; `text[start:end] == original`.

    Attributes:
        of_figure: Whether it stands behind a figure (扶持创业2.7万人，完成全年目标的90%), so that it
            is about what that counts: about the whole item only where it has no other target.
    """

    number: float
    original: str
    start: int
    end: int
    of_figure: bool


def stated_rate(text: str) -> StatedRate | None:
    """Return how far a progress text says that its whole item is: 完成年度任务的85%.

    Rates of a part (主体完成60%), of one of several numbered sub-answers and rates that are still
    planned do not count, nor do several that differ.
    """
    if "%" not in text and "％" not in text:
        return None
    whole = passage(text)
    end = whole.starts[1] if len(whole.starts) > 2 else len(whole.text)
    first = _FIRST_RATE.match(whole.text, 0, end)
    later = _LATER_RATE.finditer(whole.text, first.end() if first else 0, end)
    found = chain([first] if first else [], later)
    rates = [match for match in found if _is_reached(whole.text, match)]
    if not rates or len({match["number"] for match in rates}) > 1:
        return None
    start, stop = whole.span(*rates[0].span("said"))
    place = rates[0].start("said")
    sentence = max(whole.text.rfind(sign, 0, place) for sign in "。；;！!\n") + 1
    of_figure = any(sentence <= number.start() < place for number in whole.numbers)
    return StatedRate(float(rates[0]["number"]), text[start:stop], start, stop, of_figure)


def find_coverage(text: Passage, target: Wanted, aim: Aim) -> tuple[float, int, int] | None:
    """Return the share that a text states of a target in percent, with its place."""
    found = [
        (float(match["number"]), _clause_start(text.text, match), match.end())
        for match in _COVERED.finditer(text.text)
        if _is_now(text.text, match) and _is_share_of(match["name"], target, aim)
    ]
    if target.comparator == "全覆盖":
        found += [
            (100.0, _clause_start(text.text, match), match.end())
            for match in _FULLY.finditer(text.text)
            if _is_now(text.text, match) and _about(_clause(text.text, match), aim)
        ]
    return found[0] if len({number for number, _, _ in found}) == 1 else None


def _is_share_of(name: str, target: Wanted, aim: Aim) -> bool:
    if _PROGRESS.search(name):
        return False
    if target.comparator == "全覆盖":
        return _COVERAGE.search(name) is not None and _about(name, aim)
    fits = likeness(name, aim)
    return name[-3:] in aim.words and (fits is None or fits >= _ALIKE)


def _about(words: str, aim: Aim) -> bool:
    fits = likeness(words, aim)
    return fits is None or fits >= _ALIKE


def _clause(text: str, match: re.Match[str]) -> str:
    return text[_clause_start(text, match) : match.end()]


def _clause_start(text: str, match: re.Match[str]) -> int:
    return max(text.rfind(sign, 0, match.start() + 1) for sign in "，,。；;：:\n") + 1


def _is_now(text: str, match: re.Match[str]) -> bool:
    """Tell whether a share is reached, and not planned, a target or one of an earlier time."""
    start = max(text.rfind(sign, 0, match.start() + 1) for sign in _SENTENCE_SIGNS) + 1
    return not any(kind in _OPEN for kind, _ in words_of(text[start : match.end()])[-3:])


def _is_reached(text: str, match: re.Match[str]) -> bool:
    """Tell the same of a rate whose own words name what it is of: 完成年度计划的85%."""
    start = max(text.rfind(sign, 0, match.start() + 1) for sign in _SENTENCE_SIGNS) + 1
    own = words_of(match["said"])
    planned = any(kind is Say.PLANNED for kind, _ in own) and not _OF_PLAN.search(match["said"])
    before = words_of(text[start : match.start("said")])[-3:]
    return not planned and not any(kind in _OPEN for kind, _ in before)
