"""Whether a figure of a progress text counts what a target is about."""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import chain
from operator import add
from typing import NamedTuple

from toolkit.text.done_figures import Mention, value_of
from toolkit.text.done_passage import Passage
from toolkit.text.done_types import Wanted
from toolkit.text.done_words import plain, without_stages
from toolkit.text.measures import UNIT
from toolkit.text.patterns import any_word

_FILLERS = (
    "计划 年度 全年 本年 各街道 街道 镇街 各级 各类 各地 各项 全区 全市 全县 全域 全省 全年"
    " 我区 我市 我局 我县 辖区 区级 市级 项目 工程 工作 任务 建设 进展 情况"
    " 点位 内容 正常 有序 顺利 稳步 扎实 持续 积极 不断 加快 全部 全面 基本 圆满 高标准 高质量"
    " 提前 如期 按期 按时 分批 分批次 分别"
    " 现在 其中 具体 相关 有关 社会 群众 市民 免费 入户 上门 新型 年 月 日 等 的 了 并 和 及 与"
    " 以 在 对 为 将 把 给 于 由 按 按照 均 都 向"
    " 标段 进度 序时 滞后 问题 存在 不存在 攻坚 集中 赶上 受阻 影响 原因 因 受 共 约 近 超 各"
    " 该 本 此 项 个 处 再 又 另 还 也 底 末 初 前 后 中 内 已"
)
_NAMELESS = re.compile(any_word(_FILLERS.split()))
_FIGURES = re.compile(rf"\d[\d.,]*[余多]?[万亿]?(?:{UNIT})?")
_NO_LETTERS = re.compile(r"[^一-龥A-Za-z]+|[零一二三四五六七八九十两]+")
_FAMILIES = tuple(
    map(
        frozenset,
        (
            ("场", "场次"),
            ("人", "名", "位"),
            ("公里", "千米", "km", "KM", "Km"),
            ("平方米", "平米", "㎡", "m²"),
            ("户", "户次"),
            ("台", "台次"),
            ("立方米", "m³"),
            ("班次", "趟"),
        ),
    )
)
_PLACES = frozenset(("个", "处", "座", "所", "家"))
_DIGIT = re.compile(r"\d")
_CLAUSE_END = re.compile(r"[，,：:。；;\n]")
_STAGE = re.compile(r"已|正|在建|在施|完成|完工|施工|开工|投用|建成|竣工|启用|通过|进场|待|未")
_ALIKE = 0.34
_GENERAL = 0.5
_SAME = 1e-6
_VERB = 0.15


class Aim(NamedTuple):
    """A target's words, ready for comparison.

    Attributes:
        words: Its subject and its phrase.
        core: The neighbouring characters of its subject.
    """

    words: str
    core: frozenset[str]


def aim_of(subject: str, original: str) -> Aim:
    """Return a target's words, ready for comparison."""
    return Aim(f"{subject} {original}", _core(subject))


@lru_cache(maxsize=4096)
def _core(subject: str) -> frozenset[str]:
    return pairs_of(names_in(subject)) or pairs_of(subject)


def pairs_of(words: str) -> frozenset[str]:
    """Return the neighbouring characters of each word."""
    return frozenset(chain.from_iterable([map(add, word, word[1:]) for word in words.split()]))


@lru_cache(maxsize=4096)
def names_in(words: str) -> str:
    """Return what is named in a stretch of text: without words of doing, stages and fillers."""
    named = _FIGURES.sub(" ", words) if _DIGIT.search(words) else words
    return _NO_LETTERS.sub(" ", _NAMELESS.sub(" ", without_stages(plain(named))))


@lru_cache(maxsize=4096)
def same_measure(unit: str, measure: str) -> bool:
    """Tell whether two measures count alike: 场 and 场次, 人 and 名."""
    return unit == measure or any(unit in family and measure in family for family in _FAMILIES)


def measures_like(measure: str) -> frozenset[str]:
    """Return a measure with those that count alike."""
    return frozenset((measure,)).union(*(family for family in _FAMILIES if measure in family))


@lru_cache(maxsize=1024)
def counting(measure: str) -> frozenset[str]:
    """Return the measures that may stand for one where the thing counted is named: 个 for 处."""
    alike = frozenset[str]().union(*(family for family in _FAMILIES if measure in family))
    return alike | {measure} | (_PLACES if measure in _PLACES else frozenset())


def may_count(unit: str, measure: str) -> bool:
    """Tell whether a measure may stand for another where the thing counted is named."""
    return unit in counting(measure)


def fit(mention: Mention, aim: Aim) -> tuple[float, bool] | None:
    """Return how well a figure's words fit a target, None if they name something else.

    A figure that names nothing (已完成16公里) is about what its sentence or the heading of its
    sub-answer named before it.

    Returns:
        How well, and whether the figure itself names the thing.
    """
    own = likeness(mention.own, aim)
    if own is not None and (own < _ALIKE or _counts_another(mention, aim)):
        return None
    verb = _VERB if _does_the_same(mention, aim) else 0.0
    if own is not None:
        return own + verb, True
    named = likeness(_topic(mention), aim)
    if named is None or _adds_up(mention):
        return _GENERAL + verb, False
    if named < _ALIKE:
        return (_GENERAL, False) if verb and not mention.segment else None
    return _GENERAL + named / 2 + verb, False


def _counts_another(mention: Mention, aim: Aim) -> bool:
    """Tell whether a figure counts what follows it, and what is in front belongs to the last one.

    在46个小区建成38个厢房: what is counted by 38 is 厢房.
    """
    numbers = mention.text.numbers
    if not mention.place or numbers[mention.place - 1].end() != mention.left:
        return False
    counted = likeness(mention.after, aim)
    return counted is not None and counted < _ALIKE


def likeness(words: str, aim: Aim) -> float | None:
    """Return how far what is named in words is what a target is about; None if nothing is."""
    named = _named(words)
    if not named:
        return None
    forward, backward = _share_in(aim.words, named), _share_in(words, aim.core)
    more, less = (forward, backward) if forward > backward else (backward, forward)
    return 0.7 * more + 0.3 * less


@lru_cache(maxsize=8192)
def _named(words: str) -> frozenset[str]:
    """Return the neighbouring characters of what is named in words."""
    return pairs_of(names_in(words))


def _share_in(words: str, pairs: Collection[str]) -> float:
    """Return the share of pairs of characters that stand in words; 0 where there are none."""
    return len([pair for pair in pairs if pair in words]) / len(pairs) if pairs else 0.0


def _adds_up(mention: Mention) -> bool:
    """Tell whether a figure is the sum of those before it: 一段8公里，二段10公里，合计18公里."""
    total, former, parts = 0.0, mention.former, 0
    while former and former.unit == mention.unit:
        total, former, parts = total + former.number, former.former, parts + 1
    return parts > 1 and abs(total - mention.number) < _SAME


def _does_the_same(mention: Mention, aim: Aim) -> bool:
    """Tell whether a figure's clause and its target share a word of doing: 培训, 治理."""
    said = [word for _, word in mention.said_before + mention.said_after if len(word) > 1]
    return any(map(aim.words.__contains__, said))


def _topic(mention: Mention) -> str:
    """Return what was named last before a figure: in its sentence, or at its sub-answer's head."""
    text = mention.text
    for clause in reversed(_CLAUSE_END.split(mention.earlier)):
        if names_in(clause).strip():
            return clause
    head = _head(text, mention.segment) if mention.segment else ""
    return head if text.starts[mention.segment] + len(head) <= mention.left else ""


def is_headed(mention: Mention, target: Wanted) -> bool:
    """Tell whether a sub-answer's head repeats a target's number: 设施配备6所：5所到位."""
    text, segment = mention.text, mention.segment
    return segment > 0 and any(
        value_of(number) == target.number
        for number in text.numbers
        if number["unit"] == target.measure
        and text.segment(number.start()) == segment
        and text.text.startswith((":", "："), number.end())
    )


def parts_whole(mention: Mention, target: Wanted) -> bool:
    """Tell whether a part is one of the target's own number: 10个小区全部开工，其中7个完工."""
    former = mention.former
    while former:
        if former.number == target.number and former.unit == mention.unit:
            return True
        former = former.former
    return False


def breaks_down(mention: Mention, target: Wanted) -> bool:
    """Tell whether a figure is one place's share of all that is done: 30户完工(甲镇17户、乙镇13户)."""
    text = mention.text.text
    first = text.rfind("(", mention.sentence, mention.start)
    last = text.find(")", mention.end)
    if first < 0 or last < 0 or _STAGE.search(text, first, last):
        return False
    inside = [n for n in mention.text.numbers if first < n.start() < last]
    values = [value_of(n) for n in inside if n["unit"] == mention.unit]
    told = [value for value in values if value is not None]
    return len(told) == len(inside) > 1 and sum(told) == target.number


def names_beside(mention: Mention, target: Wanted) -> bool:
    """Tell whether the last words named beside a figure are those that end a target's subject."""
    subject = target.subject
    if subject and (mention.before.endswith(subject) or mention.after.startswith(subject)):
        return True
    wanted = "".join(names_in(subject).split())
    before, after = names_in(mention.before).split(), names_in(mention.after).split()
    last = (after[:1] or before[-1:] or [""])[0]
    return len(wanted) > 1 < len(last) and (wanted.endswith(last) or last.endswith(wanted))


def head_fit(text: Passage, segment: int, aim: Aim) -> float:
    """Return how well the head of a sub-answer fits a target, 0 if it names nothing."""
    return likeness(_head(text, segment), aim) or 0.0


def _head(text: Passage, segment: int) -> str:
    start, end = text.starts[segment], text.ends[segment]
    return _CLAUSE_END.split(text.text[start:end], maxsplit=1)[0]
