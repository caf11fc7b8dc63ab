"""Wholes and the parts that a text gives of them: 共54张，具体为：…2张；…10张.

What does not count the same thing is never added. A list after 具体为, 分别为, a colon or inside a
bracket has to make up the whole; what follows 其中 or 包括 may be less, never more.
"""

import re
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import fsum

from toolkit.text.amounts import Amount, amounts_begun
from toolkit.text.measures import UNIT


@dataclass(frozen=True, slots=True)
class SumFault:
    """A whole that its parts do not make up.

    Attributes:
        whole: What the text states as the whole.
        parts: What it states as the parts, in their order.
        total: What the parts come to.
        complete: Whether the parts had to make up the whole; else they only exceed it.
        text: The passage, from the whole to the last part.
        start: Where it begins in the text.
        end: Where it ends.
    """

    whole: Amount
    parts: tuple[Amount, ...]
    total: float
    complete: bool
    text: str
    start: int
    end: int


_LEADS = re.compile(
    r"(?P<some>其中|包括|包含|涵盖|[（(](?:其中|含|包括))[：:]?"
    r"|(?P<all>(?:具体|分别)(?:(?:为|是|如下)[：:]?|[：:])|(?P<mark>[：:（(](?<=[一-龥㎡m].)))"
)
"""Every branch begins with a character of its own, so that the search skips what begins none."""

_MAY_LEAD = re.compile(r"[其包涵体别](?:(?<=其)中|(?<=包)[括含]|(?<=涵)盖|(?<=[体别])[为是如：:])")
_MARKS = ("：", ":", "（", "(")
_MAY_BE_MARKED = re.compile(r"\d[余多百千万亿]*[一-龥㎡]{1,9}[：:（(]")
_NOUN = re.compile(r"[一-龥]{0,8}")
_BARE_LIST = re.compile(rf"\s*(?:\d+(?:\.\d+)?[、，,和及])+\d+(?:\.\d+)?(?={UNIT})")
_CLOSING = re.compile(r"[)）]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_STAGES = re.compile(r"已|正|在建|完成|完工|施工|开工|投用|建成|竣工|启用|通过")
_SENTENCE_ENDS = "。！？!?\n；;"
_STOPS = re.compile(
    r"[。！？!?\n]|其余|剩余|余下|剩下|尚余|还剩|另[有外计]?|尚有|还有|截至|同时|此外|[。；;]\s*\d{1,2}[、.．]"
)
_GAP = re.compile(
    r"(?:[（(][^（()）\d]*[)）])?(?P<joint>[、，,；;]|[和及与])\s*(?P<name>[^，,；;。、：:\d（()）]{0,24})"
)
_FIRST_NAME = re.compile(r"[\s，,]*(?P<name>[^，,；;。、：:\d（()）]{0,24})")
_LAST = re.compile(r"\s*(?:[（(][^（()）\d]*[)）])?\s*(?:$|[。；;，,\n)）！])")
_OPEN_END = re.compile(r"[^，,；;。、]{0,4}等(?!级|候)")
_DOING = re.compile(
    r"新增|新建|新设|新开|建成|建设|改造|安装|配备|配置|购置|采购|发放|培训|开展|举办|种植|铺设|更新|更换|增设"
    r"|设置|提供|打造|整治|修建|涉及|惠及|覆盖|带动|投入|拨付|排查"
)
_OVERLAPPING = re.compile(
    r"女|男|党员|岁|残疾|低保|特困|困难|脱贫|贫困|退役|青年|老年|老人|儿童|学历|以上|民族|农民|妇女|毕业生|失业"
)
_NOTHING_ELSE = "，,：:（(；;。、 \n"
_BREAK = re.compile(r"[）)]?[；;]")
_TINY = 1e-12
"""By how much binary fractions may be off, as a share."""


def sum_faults(text: str) -> tuple[SumFault, ...]:
    """Return the wholes of a text whose stated parts do not fit them, in their order.

    Silent for sums that are right, for amounts that are only about so much (约, 余, 近, 以上, 等)
    and where a part may count something else than the whole.
    """
    if not (_MAY_LEAD.search(text) or _may_be_marked(text)):
        return ()
    return tuple(fault for lead in _LEADS.finditer(text) if (fault := _fault(text, lead)))


def _may_be_marked(text: str) -> bool:
    """Tell at a glance whether a colon or a bracket may lead from an amount to its parts."""
    return any(map(text.__contains__, _MARKS)) and _MAY_BE_MARKED.search(text) is not None


def _fault(text: str, lead: re.Match[str]) -> SumFault | None:
    complete = lead["all"] is not None
    stop = _stop(text, lead)
    begin = _sentence_start(text, lead.start())
    known = amounts_begun(text, begin, stop)
    region = _region(text, lead.end(), stop, known)
    whole = _whole(text, lead, region[0].unit, known) if region else None
    if whole is None:
        return None
    parts = _parts(text, lead.end(), stop, region)
    if not parts:
        return None
    amounts = tuple(part for part, _ in parts)
    total = fsum(part.number for part in amounts)
    if complete:
        unbroken = len(parts) > 1 and len(parts) == len(region)
        to_come = total < whole.number and any(_STAGES.search(name) for _, name in parts)
        wrong = unbroken and not to_come and not _agrees(whole, amounts, total)
    else:
        wrong = _exceeds(text, whole, parts, total)
    if not wrong or not all(amount.exact for amount in (whole, *amounts)):
        return None
    if not _comparable(text, whole, parts):
        return None
    start, end = whole.start, amounts[-1].end
    return SumFault(whole, amounts, total, complete, text[start:end], start, end)


def _region(text: str, begin: int, stop: int, known: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Return the amounts behind a lead; in 2、10、35张 every number has the measure of the last."""
    bare = _BARE_LIST.match(text, begin, stop)
    amounts = tuple(amount for amount in known if begin <= amount.start and amount.end <= stop)
    if bare is None or not amounts:
        return amounts
    *earlier, _ = _NUMBER.finditer(text, bare.start(), bare.end())
    listed = (
        amounts[0]._replace(number=float(m[0]), text=m[0], start=m.start(), end=m.end())
        for m in earlier
    )
    return (*listed, *amounts)


def _sentence_start(text: str, lead: int) -> int:
    """Return where the sentence begins that leads to the parts."""
    before = text[:lead].rstrip("，,；; ")
    return max(map(before.rfind, _SENTENCE_ENDS)) + 1


def _stop(text: str, lead: re.Match[str]) -> int:
    """Return where the parts end at the latest."""
    end = len(text)
    if lead[0][0] in "（(" or lead[0][-1] in "（(":
        closing = _CLOSING.search(text, lead.end())
        end = closing.start() if closing else end
    match = _STOPS.search(text, lead.end(), end)
    return match.start() if match else end


def _whole(text: str, lead: re.Match[str], unit: str, known: tuple[Amount, ...]) -> Amount | None:
    """Return the nearest amount of the sentence before the parts that has their measure."""
    nearest = next(
        (a for a in reversed(known) if a.unit == unit and a.end <= lead.start()),
        None,
    )
    if lead["mark"] and nearest:
        beside = _NOUN.fullmatch(text, nearest.end, lead.start())
        return nearest if beside else None
    return nearest


def _parts(
    text: str, begin: int, stop: int, region: tuple[Amount, ...]
) -> tuple[tuple[Amount, str], ...]:
    """Return the amounts of an unbroken list of named parts, each with its name."""
    first = _FIRST_NAME.fullmatch(text, begin, region[0].start)
    if first is None:
        return ()
    parts = [(region[0], first["name"])]
    for former, amount in pairwise(region):
        gap = _GAP.fullmatch(text, former.end, amount.start)
        if gap is None or amount.unit != former.unit:
            break
        parts.append((amount, gap["name"]))
    last = parts[-1][0]
    whole_list = len(parts) == len(region)
    ends = _LAST.match(text, last.end, stop) or (len(parts) == 1 and not whole_list)
    if _OPEN_END.match(text, last.end, stop) or (whole_list and not ends and len(parts) > 1):
        return ()
    return tuple(parts)


def _comparable(text: str, whole: Amount, parts: tuple[tuple[Amount, str], ...]) -> bool:
    """Tell whether the parts count what the whole counts, as far as their words show it."""
    thing = _thing_behind(text, whole)
    clause = text[max(0, whole.start - 30) : whole.end + 12]
    for part, name in parts:
        own = _thing_behind(text, part)
        if thing != own and (own or not _names_kind(name, thing)) and thing:
            return False
        doing = _DOING.search(name)
        if doing and name[doing.end() :] and name[doing.end() :] not in clause:
            return False
    return True


def _thing_behind(text: str, amount: Amount) -> str:
    """Return the noun that a measure goes with, two characters of it: 小区 of 5个小区."""
    behind = text[amount.end : amount.end + 2]
    return behind if len(behind) == 2 and not set(behind) & set(_NOTHING_ELSE) else ""


def _names_kind(name: str, thing: str) -> bool:
    """Tell whether a part without a noun can count the noun of the whole."""
    return not _DOING.search(name) and (not name or thing in name or len(name) <= 8)


def _agrees(whole: Amount, parts: tuple[Amount, ...], total: float) -> bool:
    """Tell whether parts come to the whole; a numeral in words may be part of a name (一期)."""
    written = fsum(part.number for part in parts if part.text[0].isdecimal())
    slack = _slack(whole, parts)
    return any(abs(value - whole.number) <= slack for value in (total, written))


def _slack(whole: Amount, parts: tuple[Amount, ...]) -> float:
    """Return by how much a right sum may be off through rounding.

    Where one part is as fine as the whole, a coarser one only lacks its last nought: 1.1万 beside
    1.11万 of 2.19万 is 1.10万.
    """
    fine = min((part.grain for part in parts if part.grain), default=0.0)
    grains = (
        min(part.grain, fine) if fine <= whole.grain and "." in part.text else part.grain
        for part in parts
    )
    return whole.grain + fsum(grains) + _TINY * max(1.0, whole.number)


def _ends_before(
    text: str, whole: Amount, parts: tuple[tuple[Amount, str], ...], slack: float
) -> bool:
    """Tell whether the parts make the whole where a sentence ends; the rest is of another one."""
    so_far = accumulate(part.number for part, _ in parts)
    return any(
        abs(total - whole.number) <= slack and _BREAK.match(text, part.end)
        for total, (part, _) in zip(so_far, parts, strict=True)
    )


def _exceeds(text: str, whole: Amount, parts: tuple[tuple[Amount, str], ...], total: float) -> bool:
    """Tell whether a part is more than the whole, or all are together that cannot overlap."""
    slack = _slack(whole, tuple(part for part, _ in parts))
    if _ends_before(text, whole, parts, slack):
        return False
    if any(part.number > whole.number + slack for part, _ in parts):
        return True
    if len(parts) < 2 or total <= whole.number + slack:
        return False
    apart = not any(_OVERLAPPING.search(name) for _, name in parts)
    bare = all(_LAST.match(text, part.end) or text[part.end] in "、和及与" for part, _ in parts)
    return apart and bare
