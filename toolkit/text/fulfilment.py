"""Whether a progress text says of all its figures that the year's target is reached or exceeded.

新建基站5.17万个，占年度目标任务的103.4% and 累计新增就业10860人，超额完成年度任务 do; where one of several
sentences only gives a figure, the text leaves open how far that is.
"""

import re

from toolkit.text.searching import searched

_SENTENCE = re.compile(r"[^。；;！!\n]+")
_MAY = re.compile(r"超额|圆满|提前完成|[1-9]\d\d(?:\.\d+)?%")
_FIGURE = re.compile(r"\d(?![\d.]*%)[\d.,]*[万亿]?[^\d.,%年月日、)）][^\d]")
"""A number that counts something; it is no share, and no part of a date."""

_PLAN = r"(?:年度|全年|今年|总|年|既定|计划|目标|任务|指标|数|工作|的)"
_RATE = searched(
    rf"(?:(?:占|为|达到?|完成|相当于)了?{_PLAN}*(?:计划|目标|任务|指标)数?的?"
    rf"|(?:整体|总体|任务|目标)*(?:完成|竣工|完工)(?:率|比例)|(?:计划|目标|任务)的|进度|完成)"
    r"(?:均|分别|都)?(?:已?达到?|为)?[:：]?((?:\d+(?:\.\d+)?%[、和及,，]?)+)"
)
_SHARE = re.compile(r"(\d+(?:\.\d+)?)%")
_REACHED = searched(
    rf"提前完成了?{_PLAN}*(?:计划|目标|任务)(?:[，,(（]|$)"
    rf"|(?:提前|已)?超额(?:完成|实现)(?:了?{_PLAN}*)?(?:[，,(（]|$)"
    r"|(?:任务|目标)(?:均|都|已经?|全部|全面|提前|圆满|顺利|超额|按期|如期)*(?:圆满|超额"
    r"|提前)(?:完成|实现)"
)
_WORK = searched(
    r"招标|设计|勘察|立项|可研|预算|评审|采购|选址|征地|征收|拆迁|审批|手续|主体|基础|桩基|封顶"
    r"|清表|围挡|投资|资金|开工|签约|形象|阶段|序时|标段|[一二三首]期"
    r"|(?:季度|半年|月度|[当本]月)(?:任务|目标|计划)"
)
"""What is only a stage or a means of the work may be complete while the work is not."""

_OTHER_YEARS = re.compile(
    r"去年|上年|往年|历年|前[一二两三四五]年|[二两三四五]年(?:任务|目标|计划|内)"
)
_BEYOND = re.compile(r"超额|超出|超目标|超任务")
_MET = re.compile(
    rf"(?<!未)(?<!没有)达到?了?{_PLAN}*(?:任务|目标|指标)[数值量]?(?:[，,。；;要）)]|$)"
)
_FULL = 100.0


def says_fulfilled(text: str) -> bool:
    """Tell whether each sentence of a text that has a figure says that its target is reached.

    Args:
        text: Without blanks; whether anything in it says that work remains is not asked here.
    """
    if not _MAY.search(text):
        return False
    sentences: list[str] = _SENTENCE.findall(text)
    told = [sentence for sentence in sentences if _FIGURE.search(sentence) or _MAY.search(sentence)]
    return bool(told) and all(map(_is_reached, told))


def says_exceeded(text: str) -> bool:
    """Tell whether a text says that more is done than was asked for: 超额完成, 占年度任务的113%.

    满意率达到100% and 同比增长120% do not.
    """
    if "超" in text and _BEYOND.search(text):
        return True
    return any(share > _FULL for share in _shares(text.replace("％", "%")))


def says_reached(text: str) -> bool:
    """Tell whether a text says that its figures are what was asked for, or more: 均达到任务数."""
    return "达" in text and _MET.search(text) is not None


def _shares(text: str) -> list[float]:
    return [float(n) for rate in _RATE.finditer(text) for n in _SHARE.findall(rate[1])]


def _is_reached(sentence: str) -> bool:
    shares = _shares(sentence)
    if _WORK.search(sentence) or _OTHER_YEARS.search(sentence):
        return False
    if any(share < _FULL for share in shares):
        return False
    return bool(shares) or _REACHED.search(sentence) is not None
