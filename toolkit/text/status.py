"""How far an item is, read out of its progress text.

A declaration at the start decides (已完成。正常推进。); otherwise a text is finished only when a whole
clause says so and nothing in it says that work remains. In doubt it is not finished: a wrong
已完成 in a bulletin is worse than a cautious 正常推进.
"""

import re

from toolkit.text.clean import is_blank, match_key

FINISHED = "已完成"
ONGOING = "正常推进"
BEHIND = "推进缓慢"
UNSTATED = "未说明"

_MARK = r"[。，,;；:：.!！、]"
_DONE = r"(?:完成|完工|竣工|办结|完结)"
_SUBJECT = r"(?:(?:该|本|此|此项|该项|各项)?(?:项目|工程|任务|工作|目标|事项|年度任务|年度目标))?"
_ADVERB = r"(?:目前|现|现已|均已|均|已经|已|全部|全面|按期|如期|提前|整体|圆满|顺利)*"
_OBJECT = r"(?:验收|全部任务|年度任务|全年任务|年度目标|全年目标|目标任务|任务|建设任务)?"
_FINISHED_CLAUSE = re.compile(rf"{_SUBJECT}{_ADVERB}{_DONE}{_OBJECT}(?:100%)?")
_LEADING = (
    (
        FINISHED,
        re.compile(rf"(?:目前)?(?:已|已经|已全部|全部|全面|均已){_DONE}{_OBJECT}(?:{_MARK}|$)"),
    ),
    (
        ONGOING,
        re.compile(
            rf"(?:目前|已|各项工作)?(?:正常|有序|按计划|按序时|稳步|顺利)推进(?:中)?(?:{_MARK}|$)"
        ),
    ),
    (
        BEHIND,
        re.compile(rf"(?:目前|进度|进展|推进)*(?:滞后|缓慢|较慢|推进缓慢|进展缓慢)(?:{_MARK}|$)"),
    ),
)
_REMAINS = re.compile(
    r"正在|正办理|推进中|进行中|尚未|仍|还未|未完成|未完工|待|预计|准备|其余|剩余|拟|即将|计划于|下一步"
    r"|正常推进|有序推进|开展前期|招标中|施工中|建设中|在建"
)
_LAGS = re.compile(
    r"(?:进度|进展|推进|工期)(?:相对|比较|严重)?(?:滞后|缓慢|较慢|偏慢)|慢于序时|未达(?:到)?序时"
)
_CLAUSE_END = re.compile(r"[。，,;；!！\n]")


def read_status(progress: str) -> str:
    """Return 已完成, 推进缓慢, 正常推进 or, for an empty text, 未说明."""
    if is_blank(progress):
        return UNSTATED
    text = match_key(progress)
    for name, pattern in _LEADING:
        if pattern.match(text):
            return ONGOING if name == FINISHED and _contradicts(text) else name
    if _LAGS.search(text):
        return BEHIND
    return FINISHED if _clause_says_finished(text) and not _contradicts(text) else ONGOING


def _clause_says_finished(text: str) -> bool:
    return any(_FINISHED_CLAUSE.fullmatch(clause) for clause in _CLAUSE_END.split(text))


def _contradicts(text: str) -> bool:
    return bool(_REMAINS.search(text))
