"""A work whose furthest stage is clearly behind the furthest one that it had before.

`setbacks` compares what is said of one name in so many words. Here a clause says that something is
being done (正在开挖基坑, 正在比选厂家, 轨道铺设进入收尾), and the report before told of a stage that comes well
after it, of the same thing or on a ladder that only this work has.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.text.setbacks import Setback


@dataclass(frozen=True, slots=True)
class _Ladder:
    """Stages in their order.

    Attributes:
        stages: One pattern for each, the first stage first.
        named: Whether both texts have to name the same thing; a railway's stages are its own.
        about: What a clause has to name to be on it, None for anything.
    """

    stages: tuple[re.Pattern[str], ...]
    named: bool
    about: re.Pattern[str] | None = None


def _stages(*words: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, words))


_LADDERS = (
    _Ladder(
        _stages(
            "选址|踏勘|立项|可研",
            "方案设计|初步设计|施工图设计|规划设计|图纸设计|图审|施工图审查",
            "招标|招投标|挂网|财政评审|预算评审|控制价",
            "三通一平|清表|打围|围挡|场地平整|进场准备",
            "基坑|土方|桩基|地基|基础(?:施工|浇筑|开挖)|管沟开挖|垫层|路基|管道铺设",
            "主体施工|主体结构(?!封顶)|墙体施工|水稳|钢结构吊装",
            "封顶",
            "砌筑|二次结构|屋面|外墙|抹灰|沥青摊铺|路面铺装",
            "内部装修|室内装修|装饰装修|门窗安装|设备安装|绿化|铺装|标线",
            "竣工验收|验收合格|完工|竣工|建成",
            "投入使用|投用|开园|开业|开放|运营",
        ),
        named=True,
    ),
    _Ladder(
        _stages(
            "比选|询价|选型|考察厂家",
            "采购招标|设备招标|挂网|编制采购",
            "订货|订购|签订[^，。]{0,6}合同|下单|排产|生产",
            "组装|发货|到货|进场",
            "安装",
            "调试|联调",
            "试运行|运行|投用",
        ),
        named=False,
        about=re.compile("设备|电梯|机组|器材|灯具|系统|车辆|压缩机"),
    ),
    _Ladder(
        _stages(
            "轨道铺设|铺轨|短轨",
            "接触[轨网]",
            "冷滑",
            "热滑",
            "联调联试|动车调试",
            "空载试运行|空载运行|试运行",
            "专项验收|综合演练|项目工程验收",
            "初期运营前|安全评估|竣工验收",
            "开通运营|初期运营(?!前)",
        ),
        named=False,
    ),
)
_CLAUSE = re.compile(r"[^。，,;；！!\n]+")
_GOES_ON = re.compile(
    r"正在|处于|尚在|还在|仍在|进入[^，。]{0,8}(?:收尾|阶段)"
    r"|(?:编制|办理|进行|施工|推进|开挖|设计|招标)中(?=$)"
)
_MAY = re.compile(r"正在|处于|[尚还仍]在|进入|中(?=[，。；,;]|$)")
_PLANNED = re.compile(
    r"拟|计划|预计|即将|等待|待|争取|力争|尚未|未|没有|下一?步|前(?=完成)|将于|转入后"
)
_ANEW = re.compile(
    r"变更|重新|调整|二次(?!结构)|再次|返工|流标|废标|更正|二期|三期|[二三]标段|第[二三]批|增设"
    r"|新增|另|其余|剩余|部分|个别|景观|配套|深化|附属|室外"
)
_COUNTED = re.compile(r"\d+[个处座所家项条栋口台套]|[一二两三四五六七八九十]+[个处座所家项条栋]")
_SUBJECT = re.compile(
    r"^\W*(?:\d{1,2}[、.．)）]|[一二三四五六]是)?(?:目前|截至[^，,]{0,8}|现"
    r"|其中)?(?:\d+(?:\.\d+)?(?:吨|立方米|平方米)(?:/日)?)?(?P<of>[一-龥]{2,16}?)(?:项目"
    r"|工程)?(?:目前|现|已|正在|处于|尚在|还在|仍在|主体|砌筑|基坑|二次|结构|水稳|沥青|路面"
    r"|装修|绿化|封顶|内部|室内|外墙|屋面|完成|进入|均|全部|\d)"
)
_GAP = 2


def goes_back(text: str, former: str) -> Setback | None:
    """Return what a text says is being done although the former one was well beyond it.

    A text that tells of anything as far as the former was is of several works, and tells nothing.
    """
    if not _MAY.search(text) or _ANEW.search(text) or "更正" in former:
        return None
    for ladder in _LADDERS:
        told = list(_told(text, ladder))
        ongoing = [each for each in told if _GOES_ON.search(each[0])]
        if not ongoing:
            continue
        furthest = max(rank for _, rank in told)
        for clause, before in _told(former, ladder):
            if before - furthest < _GAP:
                continue
            for now, _ in ongoing:
                if not ladder.named or _same(now, clause):
                    return Setback(_of(now), now, clause)
    return None


def _told(text: str, ladder: _Ladder) -> Iterator[tuple[str, int]]:
    """Yield the clauses that tell a stage of a ladder, with the furthest one that each tells."""
    for clause in _CLAUSE.findall(text):
        if _PLANNED.search(clause) or _ANEW.search(clause) or _COUNTED.search(clause):
            continue
        if ladder.about is not None and not ladder.about.search(clause):
            continue
        ranks = [n for n, stage in enumerate(ladder.stages) if stage.search(clause)]
        if ranks:
            yield clause.strip(), max(ranks)


def _of(clause: str) -> str:
    match = _SUBJECT.match(clause)
    return match["of"] if match else ""


def _same(one: str, other: str) -> bool:
    """Tell whether two clauses are about the same thing: 生活垃圾中转站 and 中转站."""
    first, second = _of(one), _of(other)
    return bool(first and second) and (first in second or second in first)
