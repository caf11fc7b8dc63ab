"""By when a plan has the whole work finished: 12月底前竣工, 2022年6月底前竣工交付."""

import re

from toolkit.text.completion import Completion, find_completions
from toolkit.text.numbers import flat_text

_FINISHES = re.compile(
    r"^[，,]?(?:全部|全面|整体|项目|工程|主体工程)*(?:实现|达到|具备|组织|通过|完成)?(?:竣工"
    r"|完工|建成|交付|投用|投入使用|开园|开业|开放|通车|开通|全部完成|完成全部|完成年度"
    r"|完成全年|全面完成)"
)
_WHOLE = re.compile(r"竣工|建成|交付|投用|投入使用|通车|开园|全部完成|全面完成|全年|年度|完工")
_PART = re.compile(
    r"其中|部分|首批|一期|剩余|其余|[个处座所家条栋台](?:竣工|完工|建成)|外墙|屋面|管[线网道]"
    r"|路面|主体|验收资料"
)
_REASON = re.compile(
    r"因|由于|受[^，。]{2,12}影响|延期|顺延|推迟|跨年|调整|经批准|报批|变更|气温|冬季|冻|天气"
)
_CLAUSE_END = re.compile(r"[，,。；;\n]")


def may_name_finish(plan: str) -> bool:
    """Tell at a glance whether a plan names a day in another year than the programme's, or a later one."""
    return "年" in plan and _WHOLE.search(plan) is not None


def planned_finish(plan: str, year: int) -> Completion | None:
    """Return the last day by which a plan finishes the whole work, None where it names none.

    Args:
        plan: What is planned.
        year: The programme's year, for a day that names none.
    """
    flat = flat_text(plan)
    found = None
    for completion in find_completions(plan, year):
        start = completion.start + len(completion.text)
        end = _CLAUSE_END.search(flat, start + 1)
        clause = flat[start : end.start() if end else len(flat)]
        before = flat[max(0, completion.start - 12) : completion.start]
        before = _CLAUSE_END.split(before)[-1]
        if _FINISHES.search(clause) and not _PART.search(before + clause):
            found = completion
    return found


def gives_reason(text: str) -> bool:
    """Tell whether a report says anywhere why it takes longer."""
    return _REASON.search(text) is not None
