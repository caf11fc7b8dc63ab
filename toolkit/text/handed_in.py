"""A plan that still writes or hands in what a report, this one or one before, says was handed in.

申报材料9月18日已报市局 and 抓紧整理申报材料，尽快报市局 do not fit together. The papers have to be called the
same on both sides, and nothing may say that they came back or that there are others.
"""

import re

from toolkit.text.phrases import Phrase

_PAPERS = (
    r"(?:申报|申请|验收|评审|审批|报批|备案|立项|认定|创建|招标|可研|评估)(?:材料|资料|报告"
    r"|文件|书|表)"
)
_HANDED_IN = re.compile(
    rf"(?P<what>{_PAPERS})(?:(?:\d{{1,2}}月)?\d{{1,2}}日|\d{{1,2}}月[上中下]旬)?(?:均"
    rf"|都)?(?:已(?:经)?(?:全部|正式)?(?:于[^，,。；;\n]{{2,8}})?|全部)"
    r"(?:上报|报送|报至|报到|报(?=[省市区县国部])|提交|递交|呈报|送审|报审)"
)
_WRITES = re.compile(
    rf"(?:整理|准备|编制|撰写|起草|收集|汇总|制作|报送|上报"
    rf"|提交)[^，,。；;\n]{{0,20}}?(?P<what>{_PAPERS})"
)
_AGAIN = re.compile(
    r"补充|补正|补报|修改|完善|退回|重新|另|其他|其余|第[二三四]批|下一批|下批|新增|二期|下年"
    r"|明年|今后|后续|复审|更正"
)


def may_be_handed_in(plan: str) -> bool:
    """Tell at a glance whether a plan may write any such papers."""
    return "材料" in plan or "资料" in plan or "报告" in plan or "文件" in plan


def handed_in_again(plan: str, reports: str) -> Phrase | None:
    """Return the words of a plan that prepare papers which the reports say were handed in.

    Args:
        plan: What is planned now.
        reports: What this progress and the ones before say.
    """
    match = _WRITES.search(plan)
    if match is None or _AGAIN.search(plan):
        return None
    over = any(found["what"] == match["what"] for found in _HANDED_IN.finditer(reports))
    return Phrase(match[0], *match.span()) if over and not _AGAIN.search(reports) else None
