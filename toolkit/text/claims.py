"""Claims that a year's task is done: 已全面完成年度建设任务, 超额完成, 三项任务均已完成, 135个…全部完成.

Completing the task of a month or a stage (完成开工任务, 完成本月任务) claims nothing of the kind, nor
does a share (完成全年任务的65%) or what is still to come.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.text.numbers import chinese_number
from toolkit.text.searching import glance, searched
from toolkit.text.work_stages import says_remaining

_OF_YEAR = (
    r"(?:年度|全年|今年|本年度?|年内|目标|建设|改造|新增|安装|更新|新建|总|既定|各项|全部|所有"
    r"|市|区|县|里|级|下达|实事|民生|的|工作|计划|了)"
)
_FIRMLY = r"(?:已经?|均|都|全部|全面|圆满|顺利|提前|超额|如期|按期|按时|现)"
_TASK = searched(
    rf"(?:{_FIRMLY}*(?:完成|实现){_OF_YEAR}*(?:任务|目标)(?:任务|目标|数|量)*|"
    rf"(?:任务|目标|指标)(?:任务|目标|数|量)*{_FIRMLY}+(?:完成|实现|达到|达成)|"
    rf"{_FIRMLY}*超额(?:完成|实现)(?:{_OF_YEAR}*(?:任务|目标|计划))?)"
    r"(?=[，,。；;！!）)、\n：:]|$)"
)
_EVERY = re.compile(
    r"(?:各项|所有|全部|(?P<tasks>[两二三四五六七八九\d])项|上述|以上)[^，,。；;\n]{0,4}(?:任务"
    r"|目标|工作)"
)
_ALL_OF_IT = re.compile(
    r"(?:全部|均已|都已)(?:如期|按期|提前|圆满)*(?:完成|完工|竣工|建成)(?=[，,。；;！!）)\n]|$)"
)
_SENTENCE = re.compile(r"[^。；;！!\n]+")
_CLAUSE_MARKS = "，,：:（("
_NOT_YET = re.compile(
    r"确保|力争|争取|计划(?!任务)|预计|将|拟|待|尚|未|距|可(?!再)|有望|保证|为|以|能|推动|促进"
    r"|努力|年底前|月底前|下一?步|才|后|再|如|若|否"
)
_STAGE = searched(
    r"开工|启动|本月|当月|月度|[一二三四]季度|上半年|下半年|阶段|招标|设计|前期|采购|主体|投资"
    r"|资金|序时|首批|[一二三]期|批|标段|上月|上旬|中旬|下旬"
    r"|\d月|节点|初步|基础|勘察|摸底|排查|征收|手续|签约|去年|往年|续建|评估|验收|我局|我区"
    r"|承担|负责|其中|剩余|其余|余下|其他|另"
)


_MAY = glance(_TASK, _ALL_OF_IT)


class Claim(NamedTuple):
    """Words that say that a task is done.

    Attributes:
        text: The clause.
        start: Where its sentence begins.
        end: Where the claim ends.
        stop: Where its sentence ends.
        tasks: How many of the item's tasks it speaks of, 0 for all of them (各项任务); None where it
            does not say.
        of_figure: Whether it only speaks of the figure of its own clause: 135个…全部完成.
    """

    text: str
    start: int
    end: int
    stop: int
    tasks: int | None
    of_figure: bool


def may_claim(text: str) -> bool:
    """Tell at a glance whether a text may have such a claim."""
    return _MAY.search(text) is not None


def claims(text: str) -> Iterator[Claim]:
    """Yield the claims of a text that the year's task is done, in their order."""
    if not may_claim(text):
        return
    remains: bool | None = None
    for sentence in _SENTENCE.finditer(text):
        for pattern in (_TASK, _ALL_OF_IT):
            for match in pattern.finditer(text, sentence.start(), sentence.end()):
                first = _clause_start(text, sentence.start(), match.start())
                clause = text[first : match.end()]
                if _NOT_YET.search(clause) or _STAGE.search(clause):
                    continue
                if text.startswith(("：", ":"), match.end()) and _tasks(clause) is None:
                    continue  # 完成任务：… begins a list of what was done
                of_figure = pattern is _ALL_OF_IT
                if of_figure:
                    remains = says_remaining(text) is not None if remains is None else remains
                    if remains:
                        continue
                yield Claim(
                    clause.strip(),
                    first if of_figure else sentence.start(),
                    match.end(),
                    sentence.end(),
                    None if of_figure else _tasks(clause),
                    of_figure,
                )


def _tasks(clause: str) -> int | None:
    found = _EVERY.search(clause)
    number = chinese_number(found["tasks"]) if found and found["tasks"] else 0
    if found is None:
        return None
    return int(number or found["tasks"] or 0)


def _clause_start(text: str, begin: int, place: int) -> int:
    return max(begin, *(text.rfind(sign, begin, place) + 1 for sign in _CLAUSE_MARKS))
