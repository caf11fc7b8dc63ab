"""A plan that still works on what the progress says is all done.

30所心理辅导室全部建成 and 加快剩余3所心理辅导室装修 do not fit together, nor do 3处均已启动 and 争取10月底前启动. The
same thing has to be named on both sides, and the deed that is planned may not come after the one
that is done: what has begun may well be finished later.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.done_subjects import same_measure
from toolkit.text.phrases import Phrase
from toolkit.text.searching import searched
from toolkit.text.work_stages import says_remaining

_DEEDS = (
    (1, "启动建设|启动|开工建设|开工|动工|进场施工|进场"),
    (
        2,
        "[换铺演办发培装建改修]完毕?|演出完毕|完毕|建成|完工|竣工|完成|改造完|安装完|装完|结束|改造到位|安装到位|配齐|办结|实现",
    ),
    (3, "通车|通水|通气|通电|投入使用|投用|启用|开放|开园|开业|运营|交付|验收"),
)
_DEED = "|".join(f"(?P<d{rank}>{words})" for rank, words in _DEEDS)
_ALL = r"(?:已全部|全部|全面|均已|均|都已|都|已全部|已均|全数|悉数)"
_CLAIM = searched(
    rf"(?:目前|现|项目|工程|工作|任务)?(?:(?P<all>{_ALL})|已经?)"
    rf"(?:已经?|顺利|如期|按期|提前|改造|安装|建设|铺设|更新|施工)*(?:{_DEED})"
    r"(?=$|[，,。；;！\n（(并且开投启交验使])"
)
"""What is said of the words before it in the clause."""

_CLAUSE_MARKS = "，,。；;：:！\n"
_SHORTEST, _LONGEST = 2, 40
_IN_USE = searched(rf"[并且、]?(?:已|均|正式)*(?:{_DEEDS[2][1]})")
_MAY_CLAIM = re.compile(r"全部|全面|均|都|已")
_LIMITED = re.compile(
    r"首批|第[一二三]批|前期|一期|上半年|其中|[开进动]工的|进场的|在建|续建"
    r"|已(?:经)?[建完开安改][^，。]{0,4}的|\d月|主体|基础|手续|招标|设计|评审|管线|土建|外墙"
    r"|屋面|设备|材料|方案|这|该批|本批|需|涉及|重点|部分|街道|镇|(?<![小社])区"
)
_PENDING = searched(
    r"(?:剩余|其余|余下|剩下|最后|未完(?:成|工)的?|尚未[^，。；]{1,6}的)的?(?:\d+(?:\.\d+)?"
    r"|[一二两三四五六七八九十]+|)"
    r"|加快|抓紧|尽快|争取|力争|确保|早日|尽早|推动|督促"
)
_REST = re.compile(r"剩余|其余|余下|剩下|最后|未完|尚未")
_PREPARES = re.compile(
    r"立项|选址|设计|招标|招投标|评审|审批|报批|许可|用地|手续|征迁|开工|动工|进场|启动"
)
_BUILDS = re.compile(
    r"建设|施工|装修|改造|安装|摊铺|治理|更换|更新|铺设|铺装|浇筑|封顶|主体|完工|竣工|建成|完成"
    r"|开工|动工|启动"
)
_LATER = re.compile(
    r"二期|三期|后续工程|下一批|第二批|新增|明年|次年|2\d{3}年|扩大|再建|另|拓展|配套"
)
_GENERAL = re.compile(
    r"全市|全区|全县|年度|全年|项目|工程|建设|改造|任务|工作|提升|实施|新建|累计|目前|截至|本月"
    r"|本周|本期|已|的|及|和|与|等"
    r"|\d+(?:\.\d+)?[万亿]?[个处所座家项户名场次条公里栋台套间口张]?"
)
_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is all done: the words that name it, the rank of the deed, the measure or ""."""

    words: tuple[str, ...]
    rank: int
    measure: str

    def is_named(self, text: str) -> bool:
        """Tell whether a text names the thing: by a name's end, or a part of it in its measure."""
        if any(word[-_PAIR:] in text for word in self.words):
            return True
        telling = self.measure not in ("", "个", "处", "项", "家") and self.measure in text
        pairs = (word[n : n + _PAIR] for word in self.words for n in range(len(word) - 1))
        return telling and any(pair in text for pair in pairs)


def may_be_worked_on(progress: str, plan: str) -> bool:
    """Tell at a glance whether a text claims that all is done and a plan works on something."""
    return bool(plan) and bool(_MAY_CLAIM.search(progress)) and _PENDING.search(plan) is not None


def worked_on(progress: str, plan: str, wholes: Sequence[tuple[float, str]]) -> Phrase | None:
    """Return the words of a plan that work on what a progress text says is all done.

    Args:
        progress: It has to say of a named thing that all of it is begun, finished or in use.
        plan: It has to name the same thing, and a rest of it or a deed that is over.
        wholes: The item's targets; a claim of fewer is one of a part.
    """
    if _LATER.search(plan) or says_remaining(progress):
        return None
    for claim in _claims(progress, wholes):
        rank = claim.rank
        for words, start in _sentences(plan):
            pending = _PENDING.search(words)
            if pending is None or not claim.is_named(words):
                continue
            deeds = [_rank(match) for match in re.finditer(_DEED, words)]
            if _REST.search(words) and rank > 1:
                over = _BUILDS.search(words) is not None and not _other_rest(words, claim.measure)
            else:
                over = _prepares_again(words, deeds, rank)
            if over:
                first = start + pending.start()
                end = start + len(words)
                return Phrase(plan[first:end], first, end)
    return None


def _claims(progress: str, wholes: Sequence[tuple[float, str]]) -> Iterator[_Claim]:
    """Yield what a text says is all done."""
    end = 0
    for match in _CLAIM.finditer(progress):
        start = max(progress.rfind(sign, end, match.start()) + 1 for sign in _CLAUSE_MARKS)
        of = progress[max(start, end, match.start() - _LONGEST) : match.start()]
        if len(of) < _SHORTEST:
            continue
        end = match.end()
        amounts = list(find_amounts(of))
        if not match["all"] and not _is_whole(amounts, wholes):
            continue
        if _LIMITED.search(_GENERAL.sub("", of)) or _is_part(amounts, progress, wholes):
            continue
        words = [word for word in re.findall(r"[一-龥]+", _GENERAL.sub(" ", of)) if len(word) > 1]
        if words:
            rank = 3 if _IN_USE.match(progress, match.end()) else _rank(match)
            yield _Claim(tuple(words), rank, amounts[-1].unit if amounts else "")


def _is_whole(amounts: Sequence[Amount], wholes: Sequence[tuple[float, str]]) -> bool:
    """Tell whether what is claimed is as many as a target wants."""
    return any(
        amount.number >= number and same_measure(measure, amount.unit)
        for amount in amounts
        for number, measure in wholes
    )


def _is_part(amounts: Sequence[Amount], progress: str, wholes: Sequence[tuple[float, str]]) -> bool:
    """Tell whether what is claimed is fewer than the target, or than another figure told of it."""
    known = list(find_amounts(progress))
    for amount in amounts:
        number, unit = amount.number, amount.unit
        targets = [whole for whole, measure in wholes if same_measure(measure, unit)]
        if targets and number < min(targets):
            return True
        if not targets and any(a.unit == unit and a.number > number for a in known):
            return True
    return False


def _rank(match: re.Match[str]) -> int:
    return next(rank for rank, _ in _DEEDS if match[f"d{rank}"])


def _sentences(plan: str) -> Iterator[tuple[str, int]]:
    for match in re.finditer(r"[^。；;！\n]+", plan):
        yield match[0], match.start()


def _other_rest(words: str, measure: str) -> bool:
    """Tell whether the rest that a plan names is counted in another measure than the claim."""
    match = re.search(r"(?:剩余|其余|余下|剩下|最后)的?", words)
    if match is None or not measure:
        return False
    amounts = [each for each in find_amounts(words) if each.start == match.end()]
    return bool(amounts) and not same_measure(amounts[0].unit, measure)


def _prepares_again(words: str, deeds: Sequence[int], rank: int) -> bool:
    """Tell whether words hasten a deed that is over and none that comes after it."""
    if not deeds or max(deeds) > rank:
        return False
    if rank == 3 and _BUILDS.search(words):
        return True
    return max(deeds) == 1 or (rank > 1 and _PREPARES.search(words) is not None)
