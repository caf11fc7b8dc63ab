"""Wholes and the parts that a text gives of them, right or wrong: 共54张，具体为：…2张；…10张.

A list after 具体为, 分别为, a colon or inside a bracket has to make up the whole; what follows 其中 or
包括 may be less, never more. `sums` and `shortfalls` tell where they do not fit.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import fsum

from toolkit.text.amounts import Amount, amounts_begun
from toolkit.text.measures import UNIT


@dataclass(frozen=True, slots=True)
class Division:
    """A whole and the parts that a text gives of it, right or wrong.

    Attributes:
        parts: Each with the words in front of it.
        others: What the sentence states before the parts besides the whole, in their measure.
        complete: Whether the parts have to make up the whole.
        unbroken: Whether no amount of the sentence follows the parts.
    """

    whole: Amount
    parts: tuple[tuple[Amount, str], ...]
    others: tuple[Amount, ...]
    complete: bool
    unbroken: bool

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The parts without their names."""
        return tuple(part for part, _ in self.parts)

    @property
    def total(self) -> float:
        """What the parts come to."""
        return fsum(part.number for part in self.amounts)

    @property
    def exact(self) -> bool:
        """Whether neither the whole nor a part is only about so much."""
        return self.whole.exact and all(part.exact for part in self.amounts)


_LEADS = re.compile(
    r"[其包涵（(具分：:](?:"
    r"(?:(?<=其)中|(?<=包)[括含]|(?<=涵)盖|(?<=[（(])(?:其中|含|包括))[：:]?"
    r"|(?P<all>(?:(?<=具)体|(?<=分)别)(?:(?:为|是|如下)[：:]?|[：:])"
    r"|(?P<mark>(?<=[一-龥㎡m][：:（(]))))"
)
"""It begins with one set of characters, outside of the groups, so that the search skips all others.

What stands behind `all` leads to all parts; `mark` is empty, and set where a mark alone leads to them.
"""

_MAY_LEAD = re.compile(r"[其包涵体别](?:(?<=其)中|(?<=包)[括含]|(?<=涵)盖|(?<=[体别])[为是如：:])")
_MAY_BE_MARKED = re.compile(r"\d[余多百千万亿]*[一-龥㎡]{1,9}[：:（(]")
"""A colon or a bracket that may lead from an amount to its parts."""

_NOUN = re.compile(r"[一-龥]{0,8}")
_BARE_LIST = re.compile(rf"\s*(?:\d+(?:\.\d+)?[、，,和及])+\d+(?:\.\d+)?(?={UNIT})")
_CLOSING = re.compile(r"[)）]")
_OPENING = re.compile(r"[(（]")
_AIM = re.compile(r"的?(?:年度|全年|总)?(?:任务|目标|计划)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_STAGES = re.compile(r"已|正|在建|完成|完工|施工|开工|投用|建成|竣工|启用|通过")
_CLAUSE_ENDS = ("；", ";")
_SENTENCE_ENDS = "。！？!?\n；;"
_STOPS = re.compile(
    r"[。！？!?\n]|其余|剩余|余下|剩下|尚余|还剩|另[有外计]?|尚有|还有|截至|同时|此外"
    r"|[。；;]\s*\d{1,2}[、.．]"
)
_GAP = re.compile(
    r"(?:[（(][^（()）\d]*[)）])?(?P<joint>[、，,；;]"
    r"|[和及与])\s*(?P<name>[^，,；;。、：:\d（()）]{0,24})"
)
_FIRST_NAME = re.compile(r"[\s，,]*(?P<name>[^，,；;。、：:\d（()）]{0,24})")
_LAST = re.compile(r"\s*(?:[（(][^（()）\d]*[)）])?\s*(?:$|[。；;，,\n)）！])")
_OPEN_END = re.compile(r"[^，,；;。、]{0,4}等(?!级|候)")
_OVERLAPPING = re.compile(
    r"女|男|党员|岁|残疾|低保|特困|困难|脱贫|贫困|退役|青年(?!路|公寓)"
    r"|老年(?!人?(?:公寓|食堂|大学|活动|服务|医|之家))|老人|儿童(?!福利|医院|公园|乐园)|学历"
    r"|以上|民族|农民|妇女|毕业生|失业"
)


@lru_cache(maxsize=256)
def divisions(text: str) -> tuple[Division, ...]:
    """Return the wholes of a text with their stated parts; several rules ask for them."""
    leads = list(_LEADS.finditer(text))
    if not leads or not (_MAY_LEAD.search(text) or _MAY_BE_MARKED.search(text)):
        return ()
    return tuple(found for lead in leads if (found := _division(text, lead)))


def _division(text: str, lead: re.Match[str]) -> Division | None:
    stop, behind = _stop(text, lead), _behind_sum(text, lead)
    known = amounts_begun(text, _sentence_start(text, behind), stop)
    region = _region(text, lead.end(), stop, known)
    if not region:
        return None
    alike = [a for a in known if a.end <= lead.start() and a.unit == region[0].unit]
    whole = _whole(text, lead, alike)
    parts = _parts(text, lead.end(), stop, region) if whole else ()
    if whole is None or not parts:
        return None
    if behind != lead.start() and (len(alike) != 1 or len(parts) == 1):
        return None  # the sentence before tells of several, or of something else
    return Division(
        whole,
        parts,
        tuple(amount for amount in alike if amount is not whole),
        lead["all"] is not None,
        len(parts) == len(region),
    )


def names_stages(division: Division) -> bool:
    """Tell whether parts are told apart by how far they are: 已完工20个、在建8个."""
    return any(_STAGES.search(name) for _, name in division.parts)


def may_overlap(division: Division) -> bool:
    """Tell whether something may be counted in several of the parts: 女性381人，党员327人."""
    return any(_OVERLAPPING.search(name) for _, name in division.parts)


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


def _behind_sum(text: str, lead: re.Match[str]) -> int:
    """Return where the sentence of the whole ends: 其中 may begin the next one."""
    start = lead.start()
    begins = lead[0] == "其中" and text[:start].endswith("。")
    return start - 1 if begins else start


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


def _whole(text: str, lead: re.Match[str], alike: list[Amount]) -> Amount | None:
    """Return the nearest amount of the sentence before the parts, of those in their measure.

    What a closed bracket tells in passing, and the target that a text repeats, have no parts.
    """
    nearest = next(
        (
            a
            for a in reversed(alike)
            if not _AIM.match(text, a.end) and not _in_bracket(text, a, lead.start())
        ),
        None,
    )
    if lead["mark"] is not None and nearest:
        beside = _NOUN.fullmatch(text, nearest.end, lead.start())
        return nearest if beside else None
    return nearest


def _in_bracket(text: str, amount: Amount, stop: int) -> bool:
    """Tell whether an amount stands in a bracket that closes before a place."""
    closing = _CLOSING.search(text, amount.end, stop)
    return closing is not None and _OPENING.search(text, amount.end, closing.start()) is None


def _parts(
    text: str, begin: int, stop: int, region: tuple[Amount, ...]
) -> tuple[tuple[Amount, str], ...]:
    """Return the amounts of an unbroken list of named parts, each with its name."""
    first = _FIRST_NAME.fullmatch(text, begin, region[0].start)
    if first is None:
        return ()
    parts, joints = [(region[0], first["name"])], set[str]()
    for former, amount in pairwise(region):
        gap = _GAP.fullmatch(text, former.end, amount.start)
        if gap is None or amount.unit != former.unit:
            break
        joints.add(gap["joint"])
        if len(joints) > 1 and gap["joint"] in _CLAUSE_ENDS:
            break  # 其中甲2公里、乙3公里；市政道路4公里
        parts.append((amount, gap["name"]))
    last = parts[-1][0]
    whole_list = len(parts) == len(region)
    ends = _LAST.match(text, last.end, stop) or (len(parts) == 1 and not whole_list)
    if _OPEN_END.match(text, last.end, stop) or (whole_list and not ends and len(parts) > 1):
        return ()
    return tuple(parts)
