"""What a report says was promised, where the list promises another number: 占年度目标380个的83.7%.

Only where the words restate a target: 年度目标, 任务, what there will be when it is built (建成后可),
how large it is planned (规模). What was done so far is never compared here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.text.done_figures import Mention, mentions
from toolkit.text.done_passage import passage
from toolkit.text.done_subjects import names_beside, names_in, same_measure
from toolkit.text.done_types import Wanted
from toolkit.text.figures import Comparator

_WORDS = ("目标", "任务", "计划", "规模", "后")
_MAY = re.compile(
    r"(?:目标|任务|计划|规模)[^，,。；;\d]{0,16}\d[\d.,]*(?![\d.,%％])|\d[^，,。；;\d]{0,10}(?:目标|任务|规模|规划建设)|[成用工造]后"
)
"""What every text has that states a target; most texts have not, and cost nothing more."""

_YEAR = r"(?:全年|年度|今年|本年度?|年内|总|既定)"
_AIM_BEFORE = re.compile(
    rf"(?:{_YEAR}(?:的|建设|改造|新增)*(?:目标|任务|计划)+|(?:目标|任务)+)(?:任务|总?[数量]|值)?(?:为|是|共|:|：)?$"
)
_AIM_NAMED = re.compile(
    rf"{_YEAR}(?:的|度)?(?:目标|任务|计划)+(?:任务)?(?:为|是|[:：])?(?:新建|新增|建设|改造|打造|更新|安装|完成|培训|救助|新设|建成)[^，,。；;\d、]{{0,12}}$"
)
_AIM_AFTER = re.compile(
    rf"的?{_YEAR}*(?:建设|改造|新增|总)*(?:目标|任务)(?![村书单户区人群组清台])"
)
_WHOLE_AIM = re.compile(r"全年|年度|确保|力争|超额|总任务|总目标|的目标|个目标")
"""Without it 完成30个改造任务 tells what was done."""

_ONCE_BUILT = re.compile(
    r"(?:建成|投用|投入使用|竣工|完工|改造|启用)(?:投用|使用|启用)?后[^。；;\n\d]{0,8}"
    r"(?:可|将|能|预计)[^。；;\n]{0,16}$"
)
_SCALE_BEFORE = re.compile(
    r"规模(?:为|是|[:：])?[^。；;，\n\d]{0,4}(?:\d+[个间张][^。；;\n\d]{1,4}){0,1}$"
)
_SCALE_AFTER = re.compile(r"[^。；;，,\n\d]{0,6}(?:的?(?:建设)?规模|规划建设)")
_OTHER_AIM = re.compile(
    r"本[月周旬季期]|当月|月度|\d月|季度|上半年|下半年|阶段|首批|[一二三]期|第[一二三四]批|分解|下达|承担|去年|上年|明年"
    r"|20\d\d年|再|另|各?区市|街道|每|剩余|其余|余下|开工任务|超|增加到|调整|原|省"
)
_SEPARATE = "。；;！!\n"
_LOOSE = frozenset(
    (Comparator.ABOUT, Comparator.MORE, Comparator.AT_LEAST, Comparator.RAISE, Comparator.REACH)
)


@dataclass(frozen=True, slots=True)
class Restated:
    """A target that a text states with another number.

    Attributes:
        place: Which of the item's targets.
        text: The words with the other number.
        start: Where they begin.
        end: Where they end.
    """

    place: int
    text: str
    start: int
    end: int


def restated(text: str, wanted: Sequence[Wanted]) -> tuple[Restated, ...]:
    """Return the counted targets that a text states with another number, in its order.

    Args:
        text: A unit's progress or plan.
        wanted: All of the item's targets.
    """
    if not wanted or not any(word in text for word in _WORDS) or not _MAY.search(text):
        return ()
    whole = passage(text)
    told = tuple(mentions(whole, list(range(len(whole.numbers)))))
    known = {target.number for target in wanted}
    return tuple(
        _told(mention, place)
        for mention in told
        if mention.exact and mention.number not in known
        if (place := _meant(mention, wanted, told)) is not None
    )


def _told(mention: Mention, place: int) -> Restated:
    text, (start, end) = mention.text, mention.text.span(mention.left, mention.end)
    words = text.text[mention.left : mention.end]
    return Restated(place, words.lstrip("，,。；;、：:( "), start, end)


def _meant(mention: Mention, wanted: Sequence[Wanted], told: Sequence[Mention]) -> int | None:
    """Return which target a figure restates, None where it restates none for certain.

    What there will be once the work is built is only compared where no other figure tells of the
    same thing: 可提供车位1280个；在建2处，建成后可提供350个.
    """
    fits = [
        place
        for place, target in enumerate(wanted)
        if target.is_count and same_measure(mention.unit, target.measure)
    ]
    if not fits or _adds_up(mention.number, [wanted[place].number for place in fits]):
        return None
    named = [place for place in fits if names_beside(mention, wanted[place])]
    if _is_planned(mention):
        found = [place for place in named if _is_alone(mention, wanted[place], told)]
    elif _is_aim(mention):
        found = named if named or _names_another(mention) else fits
    else:
        return None
    if len(found) != 1:
        return None
    target = wanted[found[0]]
    higher = target.comparator in _LOOSE and mention.number > target.number
    return None if higher else found[0]


def _is_alone(mention: Mention, target: Wanted, told: Sequence[Mention]) -> bool:
    return not any(
        other is not mention
        and same_measure(other.unit, target.measure)
        and names_beside(other, target)
        for other in told
    )


def _adds_up(number: float, targets: Sequence[float]) -> bool:
    return len(targets) > 1 and number == sum(targets)


def _clause(mention: Mention) -> str:
    first, last = mention.text.clause(mention.start)
    return mention.text.text[first:last]


def _is_aim(mention: Mention) -> bool:
    """Tell whether a figure is called the target: 年度目标380个, 650个的目标."""
    text = mention.text.text
    begin, clause = max(0, mention.start - 30), _clause(mention)
    before = any(each.search(text, begin, mention.start) for each in (_AIM_BEFORE, _AIM_NAMED))
    behind = _AIM_AFTER.match(text, mention.end) and _WHOLE_AIM.search(clause)
    return bool(before or behind) and not _OTHER_AIM.search(clause)


def _is_planned(mention: Mention) -> bool:
    """Tell whether a figure says how much there will be once the work is built."""
    text = mention.text.text
    begin = max(text.rfind(sign, 0, mention.start) for sign in _SEPARATE) + 1
    planned = (
        _ONCE_BUILT.search(text, begin, mention.start)
        or _SCALE_BEFORE.search(text, begin, mention.start)
        or _SCALE_AFTER.match(text, mention.end)
    )
    return planned is not None and not _OTHER_AIM.search(text, begin, mention.end)


def _names_another(mention: Mention) -> bool:
    """Tell whether the words beside a figure name a thing, which is then no target's."""
    return any(len(name) > 1 for name in names_in(mention.own).split())


def rates_restated(text: str, wanted: Sequence[Wanted]) -> Iterator[Restated]:
    """Yield the rates and ages that a text states otherwise: 二孩600元 for 500元, 60周岁 for 65周岁.

    Silent where the promised number stands in the text as well, with the same words.
    """
    for place, target in enumerate(wanted):
        pattern = _rate_pattern(target)
        if pattern is None:
            continue
        found = [(match, float(match["number"])) for match in pattern.finditer(text)]
        if found and all(number != target.number for _, number in found):
            match = found[0][0]
            yield Restated(place, match[0], match.start(), match.end())


_AGES = ("周岁", "岁")
_WIDENED = r"(?:扩大|放宽|调整|延伸|扩展|扩面|覆盖|提高|降低)(?:到|至|为)"
_NAME_OF_RATE = re.compile(r"([一-龥]{2})(?:每人每月|每人每年)?(?:为|按|补助|补贴|标准)?$")
_NO_NAME = re.compile(r"[到至为达于约按]$|提高|标准|不低|不少")


@lru_cache(maxsize=1024)
def _rate_pattern(target: Wanted) -> re.Pattern[str] | None:
    """Return how a text states a rate or an age of a target, None where one cannot be sure."""
    if target.measure in _AGES:
        return re.compile(rf"{_WIDENED}(?P<number>\d+)(?:周岁|岁)")
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
