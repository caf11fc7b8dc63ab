"""What a report says was promised, where the list promises another number: 占年度目标380个的83.7%.

Only where the words restate a target: 年度目标, 任务, what there will be when it is built (建成后可),
how large it is planned (规模). What was done so far is never compared here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.text.done_figures import Mention, mentions
from toolkit.text.done_passage import passage
from toolkit.text.done_subjects import names_beside, names_in, same_measure
from toolkit.text.done_types import Wanted
from toolkit.text.figures import Comparator
from toolkit.text.role_words import AIM, DOING, YEAR

_BESIDE = r"[^，,。；;\d]"


def _any_before(word: str) -> str:
    """Return what looks back from behind a word for a number at most ten characters before it."""
    return "|".join(rf"(?<=\d{_BESIDE}{{{width}}}{word})" for width in range(11))


_BEFORE_NUMBER = ("目标", "任务", "计划", "规模", "指标", "清单")
_BEHIND_NUMBER = ("目标", "任务", "规模", "指标", "规划建设")
_MAY = re.compile(
    "|".join(
        (
            r"后(?<=[成用工造]后)",
            *(
                rf"{word[-1]}(?<={word}){_BESIDE}{{0,20}}\d[\d.,]*(?![\d.,%％])"
                for word in _BEFORE_NUMBER
            ),
            *(rf"{word[-1]}(?<={word})(?:{_any_before(word)})" for word in _BEHIND_NUMBER),
        )
    )
)
"""What every text has that states a target; most texts have not, and cost nothing more.

Each branch begins with the last character of its word: those are rarer than the first ones (计, 工),
and a number is sought only beside a word, not a word behind each number.
"""

_WORDS_BETWEEN = r"[^，,。；;：:、（(\d]"
_IS = r"(?:为|是|共|即|[:：])?"
_AIM_BEFORE = re.compile(
    rf"{AIM}+(?:任务|总?[数量]|值|要求)?{_IS}{DOING}*(?:了|共)?$"
    rf"|(?:{YEAR}|既定|确定){_WORDS_BETWEEN}{{0,12}}?(?:{AIM}|计划)+(?:任务"
    rf"|总?[数量])?{_IS}{_WORDS_BETWEEN}{{0,12}}$"
    rf"|(?:列入|纳入){_WORDS_BETWEEN}{{0,12}}(?:{AIM}|计划)+(?:任务)?的{_WORDS_BETWEEN}{{0,8}}$"
)
_AIM_AFTER = re.compile(
    rf"的?{YEAR}*(?:{DOING}|总)*(?:目标|任务|指标)(?![村书单户区人群组清台])(?P<all>[中里内]"
    rf"|[，,](?:已|现|目前))?"
)
_WHOLE_AIM = re.compile(r"全年|年度|确保|力争|超额|总任务|总目标|的目标|个目标")
"""Without it 完成30个改造任务 tells what was done."""

_DONE = re.compile(
    r"已|完成|实现|累计|落实|均|新签|达成|建成|差|剩|余|比|高于|低于|多于|[内外]|签约"
)
"""Before 任务 they tell that so much was done: 完成改造任务28户."""

_CALLED_AIM = re.compile(rf"{YEAR}|{AIM}|计划|距离?|列入|纳入|既定|确定|规模|还差|占")
_OWED = re.compile(r"(?:计划|应|要|需|须)完成")
_YEARLY = re.compile(YEAR)
_ONCE_BUILT = re.compile(
    r"(?:建成|投用|投入使用|竣工|完工|改造|启用)(?:投用|使用|启用)?后[^。；;\n\d]{0,8}"
    r"(?:可|将|能|预计)[^。；;\n]{0,16}$"
)
_SCALE_BEFORE = re.compile(
    r"规模(?:为|是|[:：])?[^。；;，\n\d]{0,4}(?:\d+[个间张][^。；;\n\d]{1,4}){0,1}$"
)
_SCALE_AFTER = re.compile(r"[^。；;，,\n\d]{0,6}(?:的?(?:建设)?规模|规划建设)")
_OTHER_AIM = re.compile(
    r"本[月周旬季期]|当月|月度|\d月|季度|上半年|下半年|阶段|首批|[一二三]期|第[一二三四]批|分解"
    r"|下达|承担|去年|上年|明年"
    r"|20\d\d年|再|另|各?区市|街道|每|剩余|其余|余下|开工任务|超|增加到|调整|评估|排查|摸底"
    r"|摸排|检测|回访|巡查|督导|设计|招标|征收|投资|(?<!占)比(?!例)|原|省"
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


def may_restate(text: str) -> bool:
    """Tell at a glance whether a text may state a target at all."""
    return _MAY.search(text) is not None


def restated(text: str, wanted: Sequence[Wanted], listed: str = "") -> tuple[Restated, ...]:
    """Return the counted targets that a text states with another number, in its order.

    Args:
        text: A unit's progress or plan.
        wanted: All of the item's targets.
        listed: What else the list says of the item; words of it name no other thing.
    """
    if not wanted or not may_restate(text):
        return ()
    whole = passage(text)
    told = tuple(mentions(whole, list(range(len(whole.numbers)))))
    right = {each.number for each in told if _is_aim(each)}
    known = {target.number for target in wanted}
    return tuple(
        _told(mention, place)
        for mention in told
        if mention.exact and mention.number not in known and not mention.is_part
        if (place := _meant(mention, wanted, told, listed)) is not None
        if wanted[place].number not in right
    )


def _told(mention: Mention, place: int) -> Restated:
    text, (start, end) = mention.text, mention.text.span(mention.left, mention.end)
    words = text.text[mention.left : mention.end]
    return Restated(place, words.lstrip("，,。；;、：:( "), start, end)


def _meant(
    mention: Mention, wanted: Sequence[Wanted], told: Sequence[Mention], listed: str
) -> int | None:
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
        found = named or _of_former(mention, wanted, fits)
        found = found if found or _names_another(mention, listed) else fits
    else:
        return None
    if len({wanted[place].number for place in found}) != 1:
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
    """Tell whether a figure is called the target: 年度目标380个, 今年改造任务380个, 650个的目标."""
    text, (first, _), clause = (
        mention.text.text,
        mention.text.clause(mention.start),
        _clause(mention),
    )
    if _OTHER_AIM.search(clause):
        return False
    before = _AIM_BEFORE.search(text, max(first, mention.start - 40), mention.start)
    if before:
        yearly = _YEARLY.search(before[0]) is not None
        words = _OWED.sub("", before[0] if yearly else text[first : mention.start])
        return _DONE.search(words) is None or "占" in clause
    behind = _AIM_AFTER.match(text, mention.end)
    if behind is None:
        return False
    all_of_it = bool(behind["all"]) and not _DONE.search(text, first, mention.start)
    return all_of_it or _WHOLE_AIM.search(clause) is not None


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


def _of_former(mention: Mention, wanted: Sequence[Wanted], fits: Sequence[int]) -> list[int]:
    """Return which of several targets the figure before names: 岗位1.5万个，占全年目标1.6万个."""
    former = mention.former
    if former is None or len(fits) == 1 or not _is_unnamed(mention):
        return []
    return [place for place in fits if names_beside(former, wanted[place])]


def _is_unnamed(mention: Mention) -> bool:
    return not any(len(name) > 1 for name in names_in(mention.own).split())


def _names_another(mention: Mention, listed: str) -> bool:
    """Tell whether the words beside a figure name a thing, which is then no target's.

    What the list itself calls the item by (适老化改造) is no other thing.
    """
    own = _CALLED_AIM.sub(" ", mention.own)
    names = [name for name in names_in(own).split() if len(name) > 1]
    return any(name not in listed for name in names)
