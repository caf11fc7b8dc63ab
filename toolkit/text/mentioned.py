"""Whether a progress text speaks of a target at all, under its own name or a short one."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from toolkit.text.done_figures import Mention, mentions
from toolkit.text.done_passage import Passage, passage
from toolkit.text.done_subjects import may_count, names_in, pairs_of, same_measure
from toolkit.text.done_types import Wanted

_PLACES = re.compile(
    r"[\d\s，、,（）()“”\"·]|全[市区县年]|市区|城区|城镇|城乡|农村|乡村|社区|小区|村居|街道"
    r"|住宅|居民|群众|城市|项目|工程|工作|任务"
    r"|其中|计划|不少于|不低于|以上|左右|新增|新建|建设|改造|提升|完成|打造|开展|推进|实施|设置"
    r"|配备|活动|设施|服务|场所|机构|中心"
)
"""What stands in many names, and tells none from another."""

_NAMES = re.compile(r"[一-龥A-Za-z]+")
_GAP = 3
_ALL = re.compile(
    r"(?:其他|其余|各项|所有|上述|[两二三四五六七八九\d]项)[^，。；]{0,6}(?:任务|目标|工作|内容"
    r"|项目|均|都|已)"
    r"|任务(?:已|均)*全[部面]|详见|附件"
)
"""Words that may speak of every target at once."""

_SYNONYMS = tuple(
    tuple(words.split())
    for words in (
        "厕 公厕 厕所 卫生间",
        "果皮箱 垃圾桶 垃圾箱 果壳箱",
        "幼儿园 园所 幼教 园",
        "学校 中小学 小学 中学 校",
        "泊位 车位 停车",
        "除颤 AED",
        "托位 托育",
        "食堂 助餐 餐厅 用餐",
        "道路 公路 街 路",
        "电梯 梯",
        "演出 戏 文艺 放映 电影",
        "讲座 宣讲 宣传",
        "充电桩 充电位 充电口 充电设施 充电端口 充电",
        "公园 游园 绿地 园",
        "老人 老年 敬老 养老",
        "管网 管线 管道",
        "危桥 桥",
        "岗位 岗 上岗 就业",
        "培训 培 参训 学员 取证",
        "医院 卫生院 医疗 卫生室",
        "图书 书屋 书房 阅读",
    )
)
_PLAUSIBLE = 0.1
"""A number of less than this share of a target is none that may be meant for it."""


def speaks_of(text: str, wanted: Sequence[Wanted], place: int, told: Sequence[float]) -> bool:
    """Tell whether a text may speak of a target; in doubt it does.

    Args:
        text: A unit's progress.
        wanted: All of the item's targets.
        place: Which of them is asked about.
        told: What is known to be done of the others.
    """
    target = wanted[place]
    others = [each for number, each in enumerate(wanted) if number != place]
    own = _own_pairs(target, tuple(others))
    if not own or _ALL.search(text):
        return True
    if any(pair in text for pair in own):
        return True
    if _by_another_word(text, target, others):
        return True
    known = {*told, *(other.number for other in others)}
    theirs = _pairs_of_others(wanted, place)
    whole = passage(text)
    if any(_names_nothing(whole, number) for number in range(1, len(whole.starts))):
        return True  # （1）已完成
    return any(
        may_count(each.unit, target.measure)
        and each.number >= _PLAUSIBLE * target.number
        and each.number not in known
        and not _is_of_another(each, theirs)
        and not _counts_another(each, target)
        for each in mentions(whole, list(range(len(whole.numbers))))
    )


def _pairs_of_others(wanted: Sequence[Wanted], place: int) -> frozenset[str]:
    """Return the pairs of characters that stand for one of the other targets alone."""
    target = (wanted[place],)
    return frozenset[str]().union(
        *(_own_pairs(other, target) for number, other in enumerate(wanted) if number != place)
    )


def _is_of_another(mention: Mention, theirs: frozenset[str]) -> bool:
    """Tell whether a figure is one of another target, or a part of the figure before it.

    Of 开工28所，其中小学11所、初中6所 all are about what is begun (开工).
    """
    if any(pair in mention.own for pair in theirs):
        return True
    if mention.is_part:
        former = mention.former
        while former and (former.is_part or former.unit == "%"):
            former = former.former
        return former is not None and any(pair in former.own for pair in theirs)
    return False


def _counts_another(mention: Mention, target: Wanted) -> bool:
    """Tell whether a figure in a like measure counts what a target is not about: 9个镇街 for 40所."""
    if same_measure(mention.unit, target.measure):
        return False
    named = pairs_of(names_in(mention.own))
    return bool(named) and not any(pair in _words(target) for pair in named)


def is_named(text: str, wanted: Sequence[Wanted], place: int) -> bool:
    """Tell whether a text has words that stand for one of an item's targets and for no other."""
    others = tuple(each for number, each in enumerate(wanted) if number != place)
    return any(pair in text for pair in _own_pairs(wanted[place], others))


def _names_nothing(text: Passage, segment: int) -> bool:
    """Tell whether a numbered answer does not say what it is about."""
    return not names_in(text.text[text.starts[segment] : text.ends[segment]]).strip()


def _by_another_word(text: str, target: Wanted, others: Sequence[Wanted]) -> bool:
    """Tell whether a text has another word for what a target, and no other, is about."""
    return any(
        any(word in _words(target) for word in group)
        and any(word in text for word in group)
        and not any(word in _words(other) for word in group for other in others)
        for group in _SYNONYMS
    )


def _words(target: Wanted) -> str:
    return f"{target.subject}{target.original}"


@lru_cache(maxsize=1024)
def _own_pairs(target: Wanted, others: tuple[Wanted, ...]) -> frozenset[str]:
    """Return the pairs of characters that stand for a target and for no other of the item.

    Pairs with up to two characters between them are among them: 业委会 is 业主委员会.
    """
    same = [other for other in others if other.subject == target.subject]
    name = target.original if same or not target.subject else target.subject
    words = (other.original if other in same else _words(other) for other in others)
    taken = frozenset(chain.from_iterable(map(_pairs, words)))
    return _pairs(name) - taken


def _pairs(words: str) -> frozenset[str]:
    named = "".join(_NAMES.findall(_PLACES.sub("|", words).replace("|", " ")))
    return frozenset(
        one + other
        for place, one in enumerate(named)
        for other in named[place + 1 : place + 1 + _GAP]
    )
