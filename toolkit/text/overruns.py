"""Parts that are more than what they are a part of: 在营市场134处，已达标141处; 受理561件，办结570件."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.patterns import any_word


@dataclass(frozen=True, slots=True)
class Overrun:
    """A part that is more than its whole; `text[start:end]` holds both."""

    whole: Amount
    part: Amount
    text: str
    start: int
    end: int


_THERE_IS = (
    *("排查", "摸排", "发现", "登记", "受理", "接到", "收到", "接收", "报案", "立案", "申请"),
    *("全市", "全区", "全县", "市区", "辖区", "城区", "区内", "在营", "在册", "在用"),
    *("现有", "共有", "应", "报名", "到货", "检查", "抽查", "检测", "抽检", "抽测"),
)
_MAY_BE = re.compile(
    rf"(?:{any_word(_THERE_IS)})"
    r"[^。；;\n\d]{0,18}\d[\d,.]*[万亿]?[^。；;\n\d]{1,16}\d"
)
"""A word for what there is, its number, and another number soon behind."""

_SENTENCE_ENDS = "。！？!?\n；;"
_STEPS = tuple(
    (re.compile(whole), re.compile(part))
    for whole, part in (
        (r"排查|摸排|发现|查出|登记|检查出|抽查出", r"整改|整治|修复|治理|消除|销号|修好|解决"),
        (r"受理|接到|收到|接收|报案|立案|申请", r"办结|结案|办理完|答复|解决|通过"),
        (r"抽检|抽测|检测|抽查|检查", r"合格|达标"),
        (r"报名", r"录取|结业|上岗"),
        (r"到货", r"安装|装好|装完"),
        (r"应[^急用对届该]", r"已|实际"),
    )
)
"""What can only be done to what came in before, by the words in front of both numbers."""

_NEAR = 12
_STOCK = re.compile(
    r"(?:全[市区县]|市区|辖区|城区|区内|现有|共有|在营|在册|在用|现共有"
    r"|总共有?)(?:[^，,。；;\d]{0,16})$"
)
_OF_STOCK = re.compile(r"^[，,](?:其中|目前|现|截至目前)?[，,]?已(?:经)?(?:全部)?[一-龥]{2,4}$")
_THEN = r"[，,]?(?:已经?有?|有|现有)?"
_AMONG = re.compile(
    r"(?<![\d.第])(?P<whole>\d+)(?P<unit>[家户名人所个处座村间台])的?(?:[一-龥]{2,12})?(?:中"
    rf"|当中){_THEN}"
    r"(?P<part>\d+)(?P=unit)(?=已|均|完成|配备|接入|安装|实现|达到|通过|开工|完工|建成|投用"
    r"|整改|办结|签约|[，,、。；;]|$)"
)
"""A part of what is named right before it: 22家备案养老机构中25家配备终端."""

_MAY_BE_AMONG = re.compile(rf"中{_THEN}\d")
"""What every such part has; it does not stop at each number of a text."""

_NEW = re.compile(r"新[增建设]|计划|目标|任务|改造|建设|建成|完成|打造|培训|安装|超额")
_TIMES = re.compile(
    r"累计|[本当上][月周旬季年]|\d月|[一二三四]季度|今年|去年|往年|上半年|截至|历年|存量|新增"
)

_SO_FAR = re.compile(r"^累计")
"""All that was found so far bounds what was done to it, this year or before."""


def overruns(text: str) -> tuple[Overrun, ...]:
    """Return the parts of a text that exceed what they are a part of, in their order.

    The two numbers follow each other in a sentence, in one measure, and the words in front of them
    say that one is of the other. Silent where they may be of different times (本月, 累计).
    """
    return (*_among(text), *_following(text))


def _among(text: str) -> Iterator[Overrun]:
    """Yield the parts that stand behind their whole and 中."""
    for match in _AMONG.finditer(text) if _MAY_BE_AMONG.search(text) else ():
        start, end = match.span()
        if int(match["part"]) > int(match["whole"]):
            whole, part = find_amounts(text, start, end)[:2]
            yield Overrun(whole, part, text[start:end], start, end)


def _following(text: str) -> tuple[Overrun, ...]:
    """Return the parts that follow their whole in a clause of their own."""
    if not _MAY_BE.search(text):
        return ()
    return tuple(
        Overrun(whole, part, text[whole.start : part.end], whole.start, part.end)
        for whole, part in pairwise(find_amounts(text))
        if part.number > whole.number and whole.unit == part.unit and _is_part(text, whole, part)
    )


def _is_part(text: str, whole: Amount, part: Amount) -> bool:
    between = text[whole.end : part.start]
    if not (whole.exact and part.exact) or any(sign in between for sign in _SENTENCE_ENDS):
        return False
    first = max(text.rfind(sign, 0, whole.start) for sign in "，,。；;：:、\n") + 1
    before = text[first : whole.start]
    if bool(_TIMES.search(_SO_FAR.sub("", before))) or bool(_TIMES.search(between)):
        return False
    if any(one.search(before) and other.search(between) for one, other in _STEPS):
        return len(between) <= _NEAR
    return bool(_STOCK.search(before) and not _NEW.search(before) and _OF_STOCK.match(between))
