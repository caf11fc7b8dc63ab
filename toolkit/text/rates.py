"""Rates that a text states of two of its numbers: 老年人128万人，已签约94.7万人，签约率78.9%."""

import re

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.role_words import OTHER_TIMES, RAISED, TO, UP_TO, WHOLE
from toolkit.text.shares import PERCENT, ShareFault, is_rough, makes, sentence_start

_LINK = rf"(?:现?已|均)?(?:达到?|为|是|[:：]|由[\d.]+[%％])?(?:了|{RAISED}?{TO})?[ ]?"
_RATE = re.compile(rf"(?P<name>[一-龥]{{2}})(?:完成)?率{_LINK}$")
_MAY = re.compile(rf"率{_LINK}\d")
_OTHER_BASE = re.compile(
    r"满意|知晓|好评|增长|同比|建档|出勤|就业|使用|利用|入住|上座|成功|完成|任务"
)
_OWED = re.compile(r"(?:应|需|须|拟|待|未|可|计划|目标|任务)$")
_TIMES = re.compile(OTHER_TIMES)
_UP_TO = re.compile(UP_TO)
_WHOLE = re.compile(WHOLE)
_CLAUSE_MARKS = "，,：:、（( "
_CLAUSE_END = re.compile(r"[，,：:、）)。；; ]")
_STAGE = re.compile(r"开工|完工|竣工|投用|建成|启动")
_DIGIT = re.compile(r"\d")
_BY_ITSELF = 2

_SHARE_OF_ALL = (
    r"覆盖|达标|签约|合格|完好|到位|投保|参保|普及|通达|整改|办结|结案|知晓|满意|建档|接通|开通"
    r"|及时|准确|入网|参训|到课"
    r"|履约|销号|随访|免疫|接种|入户|无害化|登记|持证|通过|优良|消除|贯通|出勤"
)
"""Shares of all that there is; what is done of a plan (竣工率, 安装率) may be more than planned."""

_BEYOND = re.compile(
    rf"(?:(?:{_SHARE_OF_ALL})(?:完成|合格)?(?:率|比例){_LINK}(?P<behind>\d{{3}}(?:\.\d+)?)[%％]"
    rf"|(?<![\d.])(?P<before>\d{{3}}(?:\.\d+)?)[%％]的?(?:{_SHARE_OF_ALL})率)"
)
_CHANGED = re.compile(r"同比|环比|增长|提高了|增幅|是去年")
_ALL = 100.0


def rates_beyond(text: str) -> tuple[str, ...]:
    """Return the rates of a text that cannot be more than all, and are: 覆盖率103%.

    What is done may well be more than was planned (完成率103%); that is none of them.
    """
    if "率" not in text and "比例" not in text:
        return ()
    return tuple(
        match[0]
        for match in _BEYOND.finditer(text)
        if float(match["behind"] or match["before"]) > _ALL
        and not _CHANGED.search(text, max(0, match.start() - 12), match.start())
    )


def rate_faults(text: str) -> tuple[ShareFault, ...]:
    """Return the rates of a text that its own two numbers do not make, in their order.

    A rate is of a number that is named like it: 已签约94.7万人，签约率. The whole is the other number
    of the sentence in that measure, or with more of them the only one that is called so (应, 共, 全市).
    """
    if "率" not in text or not _MAY.search(text):
        return ()
    return tuple(fault for match in PERCENT.finditer(text) if (fault := _fault(text, match)))


def _fault(text: str, match: re.Match[str]) -> ShareFault | None:
    begin = sentence_start(text, match.start())
    named = _RATE.search(text, begin, match.start())
    if (
        named is None
        or _OTHER_BASE.search(named["name"])
        or is_rough(text, match, begin, rate=True)
    ):
        return None
    amounts = find_amounts(text, begin, named.start())
    parts = [each for each in amounts if _is_done(text, each, begin, named["name"])]
    if len(parts) != 1:
        return None
    part = parts[0]
    same = [each for each in amounts if each.unit == part.unit and each is not part]
    whole = _whole(text, part, same, begin)
    percent, step = float(match[1]), 10.0 ** -len(match[2] or "")
    if whole is not None and _STAGE.fullmatch(named["name"]):
        whole = whole if _WHOLE.search(_before(text, whole, begin)) else None
    if whole is None or PERCENT.search(
        text, min(part.end, whole.end), max(part.start, whole.start)
    ):
        return None
    if not (part.exact and all(each.exact for each in same)):
        return None
    if any(makes(part, each.number, each.grain, percent, step) for each in same if each.number):
        return None
    expected = 100 * part.number / whole.number
    start = min(part.start, whole.start)
    passage = text[start : match.end()]
    return ShareFault(percent, expected, part.number, whole.number, passage, start, match.end())


def _whole(text: str, part: Amount, same: list[Amount], begin: int) -> Amount | None:
    """Return the number that a part is one of, None where that is not plain."""
    greater = [each for each in same if each.number >= part.number > 0]
    if len(same) + 1 > _BY_ITSELF:
        greater = [each for each in greater if _WHOLE.search(_before(text, each, begin))]
    if len(greater) != 1 or _times(text, greater[0], begin) != _times(text, part, begin):
        return None
    return greater[0]


def _is_done(text: str, amount: Amount, begin: int, name: str) -> bool:
    """Tell whether an amount is the one that a rate is named after, and done: 已签约, not 应签约."""
    before, after = _before(text, amount, begin), _after(text, amount)
    place = before.rfind(name)
    if place >= 0:
        return not _OWED.search(before[:place])
    return name in after and not _OWED.search(after[: after.find(name)])


def _times(text: str, amount: Amount, begin: int) -> set[str]:
    """Return the words of time in an amount's clause that may make it one of another time."""
    words = _UP_TO.sub("", _before(text, amount, begin))
    return set(_TIMES.findall(words)) - {"累计"}


def _before(text: str, amount: Amount, begin: int) -> str:
    """Return the words of an amount's clause in front of it."""
    first = max(text.rfind(sign, begin, amount.start) for sign in _CLAUSE_MARKS) + 1
    return text[max(begin, first) : amount.start]


def _after(text: str, amount: Amount) -> str:
    """Return the words of an amount's clause behind it, "" where they are the next number's."""
    end = _CLAUSE_END.search(text, amount.end)
    words = text[amount.end : end.start() if end else len(text)]
    return "" if _DIGIT.search(words) else words
