"""Wholes that a report names itself and that stay what they are: 全区62个村，已治理58个.

Only of what no office makes more of in a year by its work: villages, quarters, schools, towns, and
the projects of a list. What is in use (在册电梯9860部) grows by itself and is none of them.
"""

import re
from dataclasses import dataclass

_NOUN = (
    r"(?P<noun>行政村|自然村|村居|村庄|村|社区|居委会|老旧小区|小区|中小学校?|学校|小学|中学"
    r"|幼儿园|乡镇|镇街|街道|乡镇街道|镇"
    r"|卫生院|村卫生室|卫生室|项目|子项目|标段|灌区|水库|断面)"
)
_UNIT = r"[个所处家座条]"
_AREA = (
    r"(?:全[区市县镇域省]|辖区内?|区内|市内|县内|全街道|涉及|共有?|清单内的?"
    r"|纳入[^，,。；;\d]{0,8}的?)"
)
_PART = (
    rf"(?:中|里|当中)?[，,]?(?:其中|目前|现|截至[^，,。；;]{{0,8}}[，,]?)?(?:已经?有?|累计|完成"
    rf"|建成|治理|开工|完工)"
    rf"[^，,。；;\d]{{0,8}}(?P<part>\d+){_UNIT}"
)
_WHOLE = re.compile(
    rf"(?:{_AREA}(?:的|现有|共有?)?(?P<number>\d+){_UNIT}{_NOUN}{_PART}"
    rf"|(?<![\d.])(?P<among>\d+){_UNIT}(?P<noun2>{_NOUN[len('(?P<noun>') :]}[中里](?![心学小]))"
)
_CHANGED = re.compile(
    r"调整|变更|新增加?|增加|增至|减少|合并|撤并|撤销|撤村|核减|核增|核准|更正|复核|重新|笔误"
    r"|扩大|扩面|补充|追加|拆分|改为|口径|退出|剔除|纳入新"
)
_BEFORE, _NEAR = 8, 24
"""So near a whole stands what says that it was changed, before it in its own sentence."""

_SENTENCE_ENDS = "。；;！!？?\n"

_LEAST, _MOST = 0.4, 2.5


@dataclass(frozen=True, slots=True)
class ChangedWhole:
    """A whole that was another number the period before."""

    now: str
    former: str


def wholes(text: str) -> dict[str, set[int]]:
    """Return the wholes that a text names, by what they are of."""
    found: dict[str, set[int]] = {}
    for match in _WHOLE.finditer(text):
        number = int(match["number"] or match["among"])
        if match["part"] and int(match["part"]) > number:
            continue
        begins = max(text.rfind(sign, 0, match.start()) + 1 for sign in _SENTENCE_ENDS)
        if _CHANGED.search(text, max(begins, match.start() - _BEFORE), match.end() + _NEAR):
            continue
        found.setdefault(match["noun"] or match["noun2"].rstrip("中里"), set()).add(number)
    return found


def changed_whole(text: str, former: str) -> ChangedWhole | None:
    """Return a whole that has changed since the period before without a word, None for none.

    Args:
        text: What is reported now.
        former: What was reported for the period before.
    """
    if not _WHOLE.search(text):
        return None
    before = wholes(former)
    for noun, numbers in wholes(text).items():
        others = before.get(noun, set())
        if len(numbers) != 1 or len(others) != 1 or numbers == others:
            continue
        now, then = next(iter(numbers)), next(iter(others))
        if _LEAST < now / then < _MOST and not _says(text, then) and not _says(former, now):
            return ChangedWhole(f"{now}个{noun}", f"{then}个{noun}")
    return None


def _says(text: str, number: int) -> bool:
    return re.search(rf"(?<![\d.]){number}(?![\d.])", text) is not None
