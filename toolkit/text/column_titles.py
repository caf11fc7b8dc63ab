"""What the columns of official lists are called, and the labels before unit names in running text.

The words are those of notices and ledgers of many places; a title is known by the words in it, so
that 县级牵头领导 or 责任主体与协同单位 need no entry of their own.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from toolkit.model.scheme import Key
from toolkit.text.clean import match_key

_LONGEST = 18


class Trait(StrEnum):
    """What a title says its column holds, before it is seen together with the other columns."""

    NUMBER = "number"
    CATEGORY = "category"
    NAME = "name"
    SUMMARY = "summary"
    CONTENT = "content"
    TARGET = "target"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    ASSIST = "assist"
    LEADER = "leader"
    PERSON = "person"
    DEADLINE = "deadline"
    INVESTMENT = "investment"
    STATUS = "status"
    DONE = "done"
    RATE = "rate"
    PROGRESS = "progress"
    PROBLEM = "problem"
    PLAN = "plan"
    NOTE = "note"


_BODY = "(单位|部门|主体|科室|处室|机关|机构|业主|站所)"
_PATTERNS: tuple[tuple[Trait, str], ...] = (
    (Trait.NUMBER, r"序号|编号|项目序号|序|项次|号|No\.?"),
    (Trait.LEADER, r".*领导(同志)?|.*(包保|挂钩).*"),
    (Trait.PERSON, r"(?!.*(单位|部门)).*(责任人|联系人|负责人|联络员|联系方式|联系电话)"),
    (
        Trait.ASSIST,
        rf".*(协办|配合|协同|协作|参与|参加|协助|会办|联办|支持).*{_BODY}.*|协办|配合|协同",
    ),
    (
        Trait.LEAD,
        rf".*(牵头|主办|主责|承办|主管|实施|承担|主要责任).*{_BODY}.*|牵头|主办|主责|承办",
    ),
    (
        Trait.RESPONSIBLE,
        rf".*(责任|落实|负责|办理|执行|完成|建设|项目|申报).*{_BODY}.*|{_BODY}|责任方",
    ),
    (Trait.STATUS, r"(进展|进度|推进|完成|当前)状态|是否.*|状态"),
    (Trait.RATE, r".*(完成率|完成比例|完成百分比).*"),
    (Trait.DONE, r"(累计|实际)完成(量|数)?"),
    (
        Trait.PROGRESS,
        r".*(进展|推进|落实|完成|办理|实施|执行|进度)情况.*|.*(进展|进度)",
    ),
    (Trait.PROBLEM, r".*(问题|困难|难点).*"),
    (Trait.DEADLINE, r".*(时限|期限|时间|节点|日期|时序|工期).*"),
    (Trait.PLAN, r".*(下月|下步|下一步|下阶段|下季度|下周|下旬).*|.*工作打算|.*推进计划"),
    (Trait.INVESTMENT, r".*(投资|资金|经费|预算|概算).*"),
    (Trait.SUMMARY, r".*(概述|概况|简介|简况|摘要)"),
    (
        Trait.CONTENT,
        r".*(内容|建设规模|规模|措施|做法).*|(主要|重点|具体|工作|年度工作)任务",
    ),
    (Trait.TARGET, r".*(目标|指标|任务).*|.*预期(成效|效果)|.*要求"),
    (Trait.CATEGORY, r"(项目|实事|工程|事项|任务)?(类别|类型|分类|大类|领域|种类)|隶属|板块"),
    (Trait.NAME, r".*(项目|事项|实事|工程|名称|事件|子项|民心|清单).*|.*工作"),
    (Trait.NOTE, r"备注|说明|附注|备注说明|完成形式"),
)
_COMPILED = tuple((trait, re.compile(pattern)) for trait, pattern in _PATTERNS)
_SENTENCE = re.compile(r"[。；;，,、：:！？!?]")

UNIT_TRAITS = frozenset((Trait.LEAD, Trait.RESPONSIBLE, Trait.ASSIST))
UNIT_KEYS = frozenset((Key.LEAD, Key.CO, Key.ASSIST))
REPORTED_KEYS = frozenset((Key.STATUS, Key.DONE, Key.RATE, Key.PROGRESS, Key.PROBLEM, Key.PLAN))
"""What a table of progress reports, not what the list of the year says."""

_PLAIN = {
    Trait.NUMBER: Key.NUMBER,
    Trait.SUMMARY: Key.SUMMARY,
    Trait.LEAD: Key.LEAD,
    Trait.ASSIST: Key.ASSIST,
    Trait.LEADER: Key.LEADER,
    Trait.PERSON: Key.PERSON,
    Trait.DEADLINE: Key.DEADLINE,
    Trait.INVESTMENT: Key.INVESTMENT,
    Trait.STATUS: Key.STATUS,
    Trait.DONE: Key.DONE,
    Trait.RATE: Key.RATE,
    Trait.PROGRESS: Key.PROGRESS,
    Trait.PROBLEM: Key.PROBLEM,
    Trait.PLAN: Key.PLAN,
    Trait.NOTE: Key.NOTE,
}


def trait_of(title: str) -> Trait | None:
    """Return what a title says its column holds; None for what is no title of such a list."""
    text = match_key(title)
    if not text or len(text) > _LONGEST or _SENTENCE.search(text):
        return None
    bare = re.sub(r"\(.*?\)", "", text) or text
    return next((trait for trait, pattern in _COMPILED if pattern.fullmatch(bare)), None)


def key_of(title: str) -> Key | None:
    """Return what a title's column holds where its words alone tell; None for names and texts."""
    trait = trait_of(title)
    if trait in UNIT_TRAITS:
        return Key.ASSIST if trait is Trait.ASSIST else Key.LEAD
    return _PLAIN.get(trait) if trait else None


def keys_of(
    traits: Sequence[Trait | None], grouped: Sequence[bool] | None = None
) -> tuple[Key | None, ...]:
    """Return what each column is beside the others; each key once, the first column has it.

    A lone name column over several rows names projects, else the items; of two names the first
    is the project's. A list that has no column for its content has it where the name would be.

    Args:
        traits: What the titles say, from left to right.
        grouped: Which columns hold one value over several rows; none of them when None.
    """
    spans = grouped or (False,) * len(traits)
    keys: list[Key | None] = [_PLAIN.get(trait) if trait else None for trait in traits]
    _give_text_keys(traits, spans, keys)
    _give_unit_keys(traits, keys)
    return tuple(
        key if key is not None and key not in keys[:position] else None
        for position, key in enumerate(keys)
    )


def _give_text_keys(
    traits: Sequence[Trait | None], grouped: Sequence[bool], keys: list[Key | None]
) -> None:
    names = _places(traits, Trait.CATEGORY) + _places(traits, Trait.NAME)
    texts = _places(traits, Trait.CONTENT) + _places(traits, Trait.TARGET)
    if len(texts) > 1 and grouped[texts[0]] and not grouped[texts[1]]:
        names.append(texts.pop(0))
    if not texts:
        texts, names = names[-1:], names[:-1]
    for place, key in zip(texts, (Key.CONTENT, Key.TARGET), strict=False):
        keys[place] = key
    if len(names) == 1:
        category = traits[names[0]] is Trait.CATEGORY
        keys[names[0]] = Key.PROJECT if category or grouped[names[0]] else Key.NAME
    for place, key in zip(sorted(names)[:2], (Key.PROJECT, Key.NAME), strict=False):
        keys[place] = keys[place] or key


def _give_unit_keys(traits: Sequence[Trait | None], keys: list[Key | None]) -> None:
    leads = _places(traits, Trait.LEAD) + _places(traits, Trait.RESPONSIBLE)
    for place, key in zip(leads, (Key.LEAD, Key.CO), strict=False):
        keys[place] = key


def _places(traits: Sequence[Trait | None], wanted: Trait) -> list[int]:
    return [place for place, trait in enumerate(traits) if trait is wanted]
