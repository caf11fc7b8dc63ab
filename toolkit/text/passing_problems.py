"""Problems that need no word of how they ended: they pass by themselves, or the figures show it.

A month of rain is over when it is over; 发货慢 has ended when everything is installed. That papers,
land or money are lacking does not end by itself, and whoever named it has to say what came of it.
"""

import re

from toolkit.text.roles import SEASON
from toolkit.text.searching import searched

_FIRM = searched(
    r"用地|土地|手续|许可|权属|产权|资金|经费|征迁|征收|拆迁|搬迁|管线|迁改|消防|验收|供电|容量"
    r"|增容|变更|阻|叫停|投诉|纠纷|争议|停工|渗漏|破损|返工|审批|批复|招标|流标|拖欠|缺口"
    r"|不达标|不合格|低于标准|隐患|带宽|网络|编制"
    r"|(?:缺|少)[^，,。；;]{0,6}\d+[名人个台]|质保|配件|空缺|候选人|不同意|不愿|反对|未通|没通"
)
_SEASON = searched(SEASON)
_SUPPLY = re.compile(r"到货|发货|供货|供应|排产|订货|生产周期|货源|采购周期|排队")
_ARRIVED = re.compile(
    r"(?:全部|已|均)[^，,。；;]{0,6}(?:到货|到位|装完|安装|完工|交付|投用|上架|通电)|到货\d"
    r"|安装[^，,。；;]{0,8}\d|建成[^，,。；;]{0,8}\d|待到货"
)
_GROWN = 0.15
_NEARLY_ALL = 0.95


def passes(problem: str, report: str) -> bool:
    """Tell whether a problem of the last period ends by itself, or by what a report says is there.

    Args:
        problem: As it was named then.
        report: What is said now.
    """
    if _SUPPLY.search(problem) and _ARRIVED.search(report):
        return True
    return _SEASON.search(problem) is not None and not is_firm(problem)


def is_firm(problem: str) -> bool:
    """Tell whether a problem names what does not end by itself: land, papers, money, disputes."""
    return _FIRM.search(problem) is not None


def outgrown(former: float | None, now: float | None) -> bool:
    """Tell whether so much of a target was done since that what slowed it is no matter any more.

    Args:
        former: The share that was done in the last period.
        now: The share that is done.
    """
    if now is None or former is None:
        return False
    return now >= _NEARLY_ALL or now - former >= _GROWN
