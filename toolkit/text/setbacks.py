"""A named part of the work that is at an earlier stage than the period before said.

王因卫生院 that passed 图审 cannot be 正在进行施工图设计 a month later. Only a clause that says of a thing by
its name that it is at a stage, and nothing else, counts; a second phase, a change or a new tender
may well begin anew.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.text.searching import searched

_STAGES = (
    (1, r"选址|踏勘"),
    (2, r"立项|可研|可行性研究"),
    (3, r"施工图纸?设计|图纸设计|初步设计|方案设计|设计方案|设计"),
    (4, r"施工图审查|图审|审图|图纸审查"),
    (5, r"(?:工程)?预算(?:编制|评审|审核)|财评|概算"),
    (6, r"(?:施工|工程)?(?:招标|招投标|挂网)|开标|中标|定标|施工许可"),
    (7, r"进场施工|开工|动工|清表|围挡|打围"),
    (8, r"桩基|基坑|土方|地基|基础施工|正负零|垫层"),
    (9, r"主体|封顶"),
    (10, r"二次结构|装修|装饰|砌筑|粉刷|铺装|外墙"),
    (11, r"完工|竣工|建成"),
    (12, r"投入使用|投用|投入运营|开园|开业|营业"),
)
_NAMES = "|".join(f"(?P<s{rank}>{words})" for rank, words in _STAGES)
_STAGE = searched(_NAMES)
_MAY = re.compile(r"正在|处于|尚在|还在|仍在|[计标审证址研]中")
_AT = searched(
    r"(?P<of>[^，,。；;：:\n]{0,24}?)(?:目前|现|仍|还)?(?P<at>正在|正?处于|尚在|还在|仍在)?"
    r"(?:进行|开展|办理|组织|编制|抓紧|做|推进)?(?:项目|工程|室内|内部)?"
    rf"(?:{_NAMES})(?:报告|文件)?(?P<tail>工作|阶段|之?中|程序|手续)?(?=$|[，,。；;\n])"
)
_CLAUSE = re.compile(r"[^。，,;；！!\n]+")
_ENDS = "。；;\n"
_PLANNED = re.compile(r"拟|计划|预计|即将|准备|等待|待|争取|力争|尚未|未|没有|下一?步|前(?=完成)")
_ANEW = searched(
    r"变更|重新|调整|优化|二次|再次|返工|流标|废标|更正|二期|三期|[二三]标段|增设|新增|另|深化"
    r"|专项|景观|室外|配套|智能"
)
_LEAD = re.compile(
    r"^(?:\W|\d{1,2}[、.．)）]|[一二三四五六]是|[一二三四五六][、]|其中|目前|截至[^，,]{0,8}|现"
    r"|同时|另外)+"
)
_COUNTED = re.compile(r"\d|[一二两三四五六七八九十]+[个处座所家项条栋]|其余|剩余|部分|各|等")
_PREPARING = 6
"""From here on the work itself is being done: who tenders (EPC) or designs after that may do so."""

_FEWEST = 2
"""A name has so many characters at least."""

_WHOLE = frozenset(("", "项目", "工程", "该项目", "本项目", "项目目前", "工程目前"))
_BUILDING = 8
"""From here on something stands; a whole work that was so far is not being designed."""


@dataclass(frozen=True, slots=True)
class Setback:
    """A thing that is at an earlier stage than before.

    Attributes:
        of: Its name.
        now: What is said of it now.
        former: What was said of it before.
    """

    of: str
    now: str
    former: str


def setback(text: str, former: str) -> Setback | None:
    """Return what a text says has gone back a stage since a former one, None for nothing."""
    if not _MAY.search(text) or "更正" in text:
        return None
    for match in _AT.finditer(text):
        if not match["at"] and (match["tail"] or "")[-1:] != "中":
            continue
        if _ANEW.search(_sentence(text, match.start(), match.end())):
            continue
        of, rank = _LEAD.sub("", match["of"]), _rank(match)
        if of in _WHOLE:
            found = _whole_goes_back(match, rank, text, former)
            if found:
                return found
            continue
        if len(of) < _FEWEST or _COUNTED.search(of) or _STAGE.search(of):
            continue
        for clause, before in _said_of(of, former):
            if _goes_back(rank, before):
                return Setback(of, match[0].strip(), clause)
    return None


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a place, in which a reason may stand."""
    first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    last = min((place for mark in _ENDS if (place := text.find(mark, end)) >= 0), default=len(text))
    return text[first:last]


def _whole_goes_back(match: re.Match[str], rank: int, text: str, former: str) -> Setback | None:
    """Return that a work is being prepared of which something stood before."""
    if rank > _PREPARING or any(r >= _BUILDING for _, r in _all_said(text)):
        return None
    if _ANEW.search(former):
        return None
    stood = [clause for clause, before in _all_said(former) if before >= _BUILDING]
    return Setback("", match[0].strip(), stood[0]) if stood else None


def _all_said(text: str) -> Iterator[tuple[str, int]]:
    for clause in _CLAUSE.findall(text):
        ranks = [_rank(match) for match in _STAGE.finditer(clause)]
        if ranks and not _PLANNED.search(clause):
            yield clause.strip(), max(ranks)


def _rank(match: re.Match[str]) -> int:
    return next(rank for rank, _ in _STAGES if match[f"s{rank}"])


def _goes_back(rank: int, before: int) -> bool:
    """Tell whether a stage is behind another; a tender for the design comes before it."""
    return rank < before and not (rank == 3 and before == _PREPARING)


def _said_of(of: str, text: str) -> Iterator[tuple[str, int]]:
    """Yield the clauses of a text that begin with a name, each with the furthest stage it tells."""
    for clause in _CLAUSE.findall(text):
        said = _LEAD.sub("", clause)
        if not said.startswith(of) or _PLANNED.search(said) or _ANEW.search(said):
            continue
        ranks = [_rank(match) for match in _STAGE.finditer(said, len(of))]
        if ranks:
            yield clause.strip(), max(ranks)
